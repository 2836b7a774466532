// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "identity/PersonFeatures.h"
#include "store/Connection.h"

#include <QHash>

namespace Chartline {

// Which source a file's records belong to. Writer thread only; within one transaction.
//
// Ids are only unique within a source. A record with an absolute fullUrl belongs to the source of that FHIR base; any
// other to the source of its group (folder or archive). Two things keep people apart or together:
// - the same key delivering a different person under the same id (`contradicts`) is taken for another source ("… #2");
// - a group whose patients are already known, same id and no contradiction, from another group is the same source again
//   (an export copied to a new folder).
// A file without patients of its own, from a key that stands for several sources, gets a source of its own, so that
// "Patient/1" is never guessed.
class SourceCatalog
{
public:
    SourceCatalog(Connection &db, qint64 now)
        : m_db(db)
        , m_now(now)
    { }

    // Decides, and remembers for this import, where each key's records of this file go. `people` are the file's
    // own patients for that key. `name`: shown for a new source.
    [[nodiscard]] Result<SourceId> plan(const QString &file, const QString &key, const QString &name,
                                        const QList<PersonFeatures> &people);
    // The planned source; plans one without people where there is no plan.
    [[nodiscard]] Result<SourceId> sourceFor(const QString &file, const QString &key, const QString &name);
    // Files of `group` belong to `source`, as the same bytes came from there before.
    void adopt(const QString &group, SourceId source)
    {
        if (!m_groups[group].contains(source))
            m_groups[group].append(source);
    }
    // Gives the source the name its own Organization has, where it only has a made-up one.
    [[nodiscard]] Status rename(SourceId source, const QString &name);

private:
    struct Candidate
    {
        SourceId id;
        int ordinal = 0;
    };
    [[nodiscard]] Result<QList<Candidate>> existing(const QString &key);
    // 1: at least one of the people is there and none contradicts; 0: none is there; -1: one contradicts.
    [[nodiscard]] Result<int> agreement(SourceId source, const QList<PersonFeatures> &people, IdTrust trust);
    [[nodiscard]] Result<SourceId> recognised(const QList<PersonFeatures> &people);
    [[nodiscard]] Result<SourceId> create(const QString &key, int ordinal, const QString &name);
    [[nodiscard]] Result<SourceId> forPeople(const QString &key, const QString &name,
                                             const QList<PersonFeatures> &people);
    [[nodiscard]] Result<SourceId> withoutPeople(const QString &key, const QString &name);

    Connection &m_db;
    qint64 m_now;
    QHash<std::pair<QString, QString>, SourceId> m_plans; // file and key
    QHash<QString, QList<SourceId>> m_groups; // key: sources chosen in this import
    QHash<qint64, QHash<QString, PersonFeatures>> m_announced; // source, patient id: planned but not stored yet
};

// The features stored for a source's patient ("Patient/<id>"); nothing where it has not been received.
[[nodiscard]] Result<std::optional<PersonFeatures>> storedFeatures(Connection &db, SourceId source,
                                                                   const QString &patientId);

} // namespace Chartline
