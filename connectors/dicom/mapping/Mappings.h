// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dicom/DicomReader.h"
#include "ingest/SourceRecord.h"

namespace Chartline::Dicom {

// What the mapping of one file reads and where it reports.
struct MapContext
{
    const DicomScan &scan;
    const Dataset &dataset;
    QList<MappingIssue> &issues;
};

// Fills in all that the record says, but for where it stands in the file: `record.source.sha256` is set. DICOM has no
// text: keywords of PS3.6 name the attributes in issues.
void mapFile(const DicomScan &scan, const DicomReading &reading, MappedRecord &record);

// The patient module (PS3.3 C.7.1.1) as a Patient.
[[nodiscard]] Clinical::Patient mapPatient(const MapContext &context);
// The same for everything the same system says of the same person: 32 hexadecimal digits, from issuer, id, name, birth
// date and sex. Where neither id nor name say who it is (or are a placeholder such as "ANONYMOUS"), from the study
// alone, so that nameless scans of different studies never become one person.
[[nodiscard]] QString patientKey(const Dataset &dataset, const QString &studyUid);
[[nodiscard]] bool hasPatient(const Dataset &dataset);

// Study and series (PS3.3 C.7.2, C.7.3).
[[nodiscard]] ImagingHeader mapHeader(const MapContext &context);
[[nodiscard]] Clinical::ImagingStudy mapStudy(const MapContext &context, const ImagingHeader &header);

// A structured report, or a key object selection, with its content as text.
[[nodiscard]] Clinical::DiagnosticReport mapReport(const MapContext &context, const ImagingHeader &header);
// An encapsulated document (PS3.3 C.24.2) with its bytes.
[[nodiscard]] Clinical::DocumentReference mapDocument(const MapContext &context, const ImagingHeader &header);
// The document that the scanner found too large to be parsed with the rest; nullptr where it is in the data set, or in
// neither. What is told of it (facts, issues) is the same with its bytes as without.
[[nodiscard]] const OmittedValue *leftOutDocument(const DicomScan &scan);
// Gives the mapped document its bytes, as they stand in the file.
void addLeftOutDocument(QByteArray bytes, const Dataset &dataset, MappedRecord &record);
// When a report or document was made: its content date, else its series', else its study's.
[[nodiscard]] PartialDate contentDate(const MapContext &context, const ImagingHeader &header);

// UIDs of the instances this one is about, each once, in order of appearance; at most 10 000.
[[nodiscard]] QStringList referencedInstances(const Dataset &dataset, const QString &sopClass);
// The files a DICOMDIR lists, each once. Names that lead anywhere but below its own folder are left out, with an issue.
[[nodiscard]] QStringList listedFiles(const MapContext &context);

} // namespace Chartline::Dicom
