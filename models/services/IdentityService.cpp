// SPDX-License-Identifier: Apache-2.0
#include "services/IdentityService.h"

#include "services/ReadTask.h"
#include "services/WriteTask.h"
#include "timeline/Regrouper.h"

#include <QFutureWatcher>

namespace Chartline {

using namespace Qt::StringLiterals;

namespace {

// Two parts of one person may be held together by more than the link that was undone.
Result<Parted> parted(LinkStore &links, IdentityId a, IdentityId b)
{
    CHARTLINE_ASSIGN(QList<IdentityLink> chain, links.chain(a, b));
    return Parted{std::move(chain)};
}

Result<std::pair<IdentityId, IdentityId>> endsOf(Connection &db, LinkId link)
{
    CHARTLINE_ASSIGN(Statement query, db.prepare("SELECT identity_a, identity_b FROM link WHERE id = ?1"));
    CHARTLINE_ASSIGN(const bool found, query.bind(1, link.value).step());
    if (!found)
        return fail(ErrorCode::NotFound, {link.toString()});
    return std::pair(IdentityId{query.int64(0)}, IdentityId{query.int64(1)});
}

} // namespace

IdentityService::IdentityService(VaultService &vault, std::shared_ptr<const Clock> clock, QString author,
                                 QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_clock(std::move(clock))
    , m_author(author.isEmpty() ? u"?"_s : std::move(author)) // a person's word has an author
{ }

IdentityService::~IdentityService() = default;

// One transaction: `work(LinkStore &, Connection &)`, and what follows from it for the facts of the people touched.
template<typename T, typename Work>
QFuture<Result<T>> IdentityService::write(Work work)
{
    const qint64 now = m_clock->now().toMSecsSinceEpoch();
    auto future = writeTask<T>(m_vault, [work = std::move(work), now](Connection &db) -> Result<T> {
        CHARTLINE_ASSIGN(Transaction transaction, Transaction::begin(db));
        LinkStore links(db, now);
        Result<T> result = work(links, db);
        if (!result)
            return result;
        for (const PersonId person : links.takeTouched())
            CHARTLINE_TRY(regroup(db, person));
        CHARTLINE_TRY(transaction.commit());
        return result;
    });
    auto *watcher = new QFutureWatcher<Result<T>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        Q_EMIT changed();
    });
    watcher->setFuture(future);
    return future;
}

QFuture<Result<PersonLinks>> IdentityService::of(PersonId person)
{
    return readTask<PersonLinks>(m_vault, [person](Session &, Connection &db) -> Result<PersonLinks> {
        LinkStore store(db, 0);
        CHARTLINE_ASSIGN(QList<IdentityLink> links, store.linksOf(person));
        CHARTLINE_ASSIGN(QList<IdentityDecision> decisions, store.decisionsOf(person));
        return PersonLinks{std::move(links), std::move(decisions)};
    });
}

QFuture<Result<LinkId>> IdentityService::link(IdentityId a, IdentityId b)
{
    return write<LinkId>(
        [a, b, author = m_author](LinkStore &links, Connection &) { return links.link({a, b, {}, author, {}, {}}); });
}

QFuture<Result<Parted>> IdentityService::unlink(LinkId link)
{
    return write<Parted>([link, author = m_author](LinkStore &links, Connection &db) -> Result<Parted> {
        CHARTLINE_ASSIGN(const auto ends, endsOf(db, link));
        CHARTLINE_TRY(links.unlink(link, author));
        return parted(links, ends.first, ends.second);
    });
}

QFuture<Result<Parted>> IdentityService::different(IdentityId a, IdentityId b)
{
    return write<Parted>([a, b, author = m_author](LinkStore &links, Connection &) -> Result<Parted> {
        CHARTLINE_TRY(links.decide(a, b, IdentityDecision::Verdict::Different, author));
        return parted(links, a, b);
    });
}

QFuture<Status> IdentityService::later(IdentityId a, IdentityId b)
{
    return write<void>([a, b, author = m_author](LinkStore &links, Connection &) -> Status {
        CHARTLINE_TRY(links.decide(a, b, IdentityDecision::Verdict::Later, author));
        return {};
    });
}

QFuture<Status> IdentityService::undo(DecisionId decision)
{
    return write<void>(
        [decision, author = m_author](LinkStore &links, Connection &) { return links.undo(decision, author); });
}

QFuture<Result<IdentityId>> IdentityService::identityOf(PersonId person)
{
    return readTask<IdentityId>(m_vault, [person](Session &, Connection &db) -> Result<IdentityId> {
        CHARTLINE_ASSIGN(Statement query,
                         db.prepare("SELECT min(id) FROM identity WHERE person_id = ?1 AND record_id IS NOT NULL"));
        CHARTLINE_TRY(query.bind(1, person.value).step());
        if (query.isNull(0))
            return fail(ErrorCode::NotFound, {person.toString()});
        return IdentityId{query.int64(0)};
    });
}

} // namespace Chartline
