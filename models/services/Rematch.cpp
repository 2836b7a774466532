// SPDX-License-Identifier: Apache-2.0
#include "services/Rematch.h"

#include "identity/matching/Weights.h"
#include "services/Remapper.h"
#include "services/Session.h"
#include "store/MatchStore.h"
#include "timeline/Regrouper.h"

#include <QDateTime>

namespace Chartline {

namespace {

using Connectors = std::vector<std::shared_ptr<const Connector>>;

std::optional<Clinical::Patient> patientOf(MappedRecord &record)
{
    if (record.patient)
        return std::move(record.patient);
    for (Clinical::Value &value : record.values) {
        if (auto *patient = std::get_if<Clinical::Patient>(&value))
            return std::move(*patient);
    }
    return std::nullopt;
}

Status rematch(Session &session, Connection &db, const Connectors &connectors)
{
    CHARTLINE_TRY(MatchStore::clear(db));
    CHARTLINE_ASSIGN(Statement query,
                     db.prepare("SELECT id, record_id FROM identity WHERE record_id IS NOT NULL ORDER BY id"));
    QList<std::pair<IdentityId, RecordId>> identities;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query.step());
        if (!row)
            break;
        identities.append({IdentityId{query.int64(0)}, RecordId{query.int64(1)}});
    }
    LinkStore links(db, QDateTime::currentMSecsSinceEpoch());
    MatchStore matches(db, links);
    for (const auto &[identity, record] : std::as_const(identities)) {
        auto mapped = remap(db, session.blobs(), connectors, record);
        if (!mapped) // `verify` names what cannot be read any more
            continue;
        if (const auto patient = patientOf(*mapped))
            CHARTLINE_TRY(matches.receive(identity, Matching::PersonData::of(*patient)));
    }
    for (const PersonId person : links.takeTouched())
        CHARTLINE_TRY(regroup(db, person));
    return {};
}

Status bringUpToDate(Session &session, Connection &db, const Connectors &connectors, const QString &version)
{
    CHARTLINE_ASSIGN(Transaction transaction, Transaction::begin(db));
    CHARTLINE_TRY(rematch(session, db, connectors));
    CHARTLINE_ASSIGN(Statement update, db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('matcher', ?1)"));
    CHARTLINE_TRY(update.bind(1, version).run());
    return transaction.commit();
}

} // namespace

// What fails must not keep the record locked away: everything stays as it was, and the next unlock tries again.
Status rematchIfChanged(Session &session, const Connectors &connectors)
{
    if (session.isReadOnly())
        return {};
    CHARTLINE_ASSIGN(Connection * db, session.database().writer());
    const QString version = QString::fromLatin1(Matching::weightsVersion);
    CHARTLINE_ASSIGN(Statement query, db->prepare("SELECT value FROM meta WHERE key = 'matcher'"));
    CHARTLINE_ASSIGN(const bool known, query.step());
    if (known && query.text(0) == version)
        return {};
    query.reset();
    const Status done = bringUpToDate(session, *db, connectors, version);
    return !done && done.error().code == ErrorCode::VaultLocked ? done : Status();
}

} // namespace Chartline
