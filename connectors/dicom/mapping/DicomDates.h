// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dicom/Dataset.h"
#include "ingest/SourceRecord.h"

namespace Chartline::Dicom {

// Dates and times of a data set (PS3.5 6.2: DA, TM, DT; also with the dots and colons of ACR-NEMA 2.0), in the time
// zone the data set gives (Timezone Offset From UTC). What is no date gives an invalid one and an issue; a time that is
// none leaves the date.
class DicomDates
{
public:
    DicomDates(const Dataset &dataset, QList<MappingIssue> &issues);

    // `keyword` names the attribute in issues ("StudyDate").
    [[nodiscard]] PartialDate date(Tag tag, const QString &keyword);
    [[nodiscard]] PartialDate dateAndTime(Tag date, Tag time, const QString &keyword);
    [[nodiscard]] PartialDate dateTime(const Dataset &where, Tag tag, const QString &keyword);

    // ISO 8601 of a DA, a TM and a DT; empty where the text is none. A time of hours alone is "", as are hours of a DT:
    // there is no such precision.
    [[nodiscard]] static QString isoDate(QStringView text);
    [[nodiscard]] static std::optional<QString> isoTime(QStringView text);
    // `offset`: added where the text gives none of its own and has a time.
    [[nodiscard]] static QString isoDateTime(QStringView text, const QString &offset = {});

private:
    [[nodiscard]] PartialDate valid(const QString &iso, const QString &keyword);

    const Dataset &m_dataset;
    QList<MappingIssue> &m_issues;
    QString m_offset; // "+01:00"; empty where none is given
};

} // namespace Chartline::Dicom
