// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "ingest/ImagingInstance.h"
#include "store/Connection.h"

#include <QHash>

namespace Chartline {

// DICOM instances beside their records: what they say of study and series (kept once for all that say the same), and
// what is needed to draw them.
class StudyStore
{
public:
    explicit StudyStore(Connection &db)
        : m_db(db)
    { }

    // Writer, within a transaction. Replaces what was there of the record.
    [[nodiscard]] Status put(RecordId record, const ImagingInstance &instance);
    [[nodiscard]] Status remove(RecordId record);

    // What was put; nothing for a record that is no instance.
    [[nodiscard]] Result<std::optional<ImagingInstance>> instance(RecordId record);

    // One header of a study in one source, with the instances of one person that share it.
    struct Part
    {
        PersonId person;
        IdentityId identity;
        RecordId first; // the lowest record
        ImagingHeader header;
        int instances = 0;
    };
    // Every part told by current records of the source, in order of their first record.
    [[nodiscard]] Result<QList<Part>> parts(SourceId source, const QString &studyUid);
    // (source, study) of all current instances.
    [[nodiscard]] Result<QList<std::pair<SourceId, QString>>> studies();
    // Names of the institutions whose instances the source holds, none twice; an empty one where a study names none.
    [[nodiscard]] Result<QStringList> institutions(SourceId source);

    [[nodiscard]] static QByteArray toBytes(const ImagingHeader &header);
    // DatabaseDamaged for anything toBytes() would not write.
    [[nodiscard]] static Result<ImagingHeader> fromBytes(const QByteArray &bytes);

private:
    [[nodiscard]] Result<qint64> headerId(const ImagingHeader &header);

    Connection &m_db;
    QHash<QByteArray, qint64> m_headers; // by SHA-256
};

} // namespace Chartline
