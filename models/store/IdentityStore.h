// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "identity/PersonFeatures.h"
#include "store/Connection.h"
#include "store/MatchStore.h"
#include "store/References.h"

#include <QHash>
#include <QSet>

namespace Chartline {

// Who a record is about: identities (one source's idea of a person), their references, and the links that make one
// person of them. Writer thread only, within a transaction. Remembers what it looked up: of no use after a rollback.
class IdentityStore
{
public:
    IdentityStore(Connection &db, qint64 now)
        : m_db(db)
        , m_links(db, now)
        , m_matches(db, m_links)
    { }

    struct Owner
    {
        IdentityId identity;
        PersonId person;
    };

    // The identity a subject reference points to, made as a placeholder where it has not been received. `ref` empty, or
    // not a patient: the source's "nobody named".
    [[nodiscard]] Result<Owner> ownerOf(SourceId source, const Target &subject);
    // A Patient resource has come (or a newer version of one): fills its identity, joins placeholders that were waiting
    // for it, and links it to the person other sources know with the same identifier, name and birth date.
    // `names`: what references may call it besides Patient/<id> and its identifiers.
    [[nodiscard]] Result<Owner> receive(SourceId source, RecordId record, const QStringList &names,
                                        const Clinical::Patient &patient, const PersonFeatures &features);
    // People whose rows changed since the last call: their facts may have to be merged again.
    [[nodiscard]] QSet<PersonId> takeTouched() { return std::exchange(m_touched, {}); }
    void touch(PersonId person) { m_touched.insert(person); }

private:
    [[nodiscard]] Result<bool> isShared(SourceId source, const QString &ref);
    [[nodiscard]] Result<IdentityId> find(SourceId source, const QString &ref);
    [[nodiscard]] Result<Owner> create(SourceId source, const QString &ref);
    [[nodiscard]] Status addRef(SourceId source, const QString &ref, IdentityId identity);
    [[nodiscard]] Result<PersonId> personOf(IdentityId identity);
    [[nodiscard]] Status join(IdentityId placeholder, IdentityId into);
    [[nodiscard]] Status linkToOthers(IdentityId identity, const PersonFeatures &features);
    [[nodiscard]] Status movePerson(PersonId from, PersonId to);

    Connection &m_db;
    LinkStore m_links;
    MatchStore m_matches;
    QHash<std::pair<qint64, QString>, Owner> m_cache;
    QSet<PersonId> m_touched;
};

} // namespace Chartline
