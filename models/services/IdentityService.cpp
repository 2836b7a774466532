// SPDX-License-Identifier: Apache-2.0
#include "services/IdentityService.h"

#include "services/ReadTask.h"
#include "services/WriteTask.h"
#include "timeline/RecordQueries.h"
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

// Reads both sides of pairs; keeps what it has read of people who are in several.
class PairReader
{
public:
    explicit PairReader(Connection &db)
        : m_db(db)
        , m_links(db, 0)
        , m_matches(db, m_links)
    { }

    Result<ReviewPair> read(const MatchCandidate &candidate)
    {
        ReviewPair pair;
        pair.candidate = candidate;
        CHARTLINE_ASSIGN(pair.a, side(candidate.a));
        CHARTLINE_ASSIGN(pair.b, side(candidate.b));
        Matching::Vocabulary words;
        const auto a = Matching::PersonIdentity::of(pair.a.data, words);
        const auto b = Matching::PersonIdentity::of(pair.b.data, words);
        pair.explanation = Matching::Matcher(words, m_population).explain(a, b);
        return pair;
    }

private:
    Result<IdentitySide> side(IdentityId id)
    {
        CHARTLINE_ASSIGN(Statement * query, m_db.cached("SELECT person_id FROM identity WHERE id = ?1"));
        query->bind(1, id.value);
        CHARTLINE_ASSIGN(const bool found, query->step());
        IdentitySide side;
        side.person = PersonId{found ? query->int64(0) : 0};
        query->reset();
        if (!found)
            return fail(ErrorCode::NotFound, {id.toString()});
        if (!m_people.contains(side.person)) {
            CHARTLINE_ASSIGN(const PersonSummary person, RecordQueries::person(m_db, side.person));
            m_people.insert(side.person, person.identities);
        }
        for (const IdentityInfo &identity : m_people.value(side.person)) {
            if (identity.id == id)
                side.identity = identity;
        }
        CHARTLINE_ASSIGN(const auto data, m_matches.data(id));
        side.data = data.value_or(Matching::PersonData());
        return side;
    }

    Connection &m_db;
    LinkStore m_links;
    MatchStore m_matches;
    Matching::Population m_population{MatchStore::populationSize};
    QHash<PersonId, QList<IdentityInfo>> m_people;
};

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

QFuture<Result<QList<ReviewPair>>> IdentityService::queue()
{
    return readTask<QList<ReviewPair>>(m_vault, [](Session &, Connection &db) -> Result<QList<ReviewPair>> {
        LinkStore links(db, 0);
        CHARTLINE_ASSIGN(const QList<MatchCandidate> candidates, MatchStore(db, links).queue());
        PairReader reader(db);
        QList<ReviewPair> pairs;
        for (const MatchCandidate &candidate : candidates) {
            CHARTLINE_ASSIGN(ReviewPair pair, reader.read(candidate));
            pairs.append(std::move(pair));
        }
        return pairs;
    });
}

QFuture<Result<ReviewPair>> IdentityService::compare(IdentityId a, IdentityId b)
{
    return readTask<ReviewPair>(m_vault, [a, b](Session &, Connection &db) {
        return PairReader(db).read({std::min(a, b), std::max(a, b), 0, {}, false});
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
