// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "clinical/ClinicalValue.h"
#include "ingest/ImagingInstance.h"

namespace Chartline {

// One record exactly as received: a slice of a received file, with what names it.
struct SourceRecord
{
    // The slice of the file, in bytes. The verbatim bytes are file[offset, offset + length).
    qint64 offset = 0;
    qint64 length = 0;
    QByteArray sha256; // of the slice, 32 bytes
    QString type; // FHIR resource type, as written ("Observation", or one this program does not know)
    QString id; // the source's own id; empty where there is none
    QString versionId;
    PartialDate lastUpdated;
    QString fullUrl; // as the bundle gave it
    // The FHIR base the record comes from ("https://host/fhir"), from an absolute fullUrl; empty where unknown.
    QString base;
    QString format; // "fhir-json", "fhir-xml", "fhir-ndjson"
    QString where; // place within the file, for messages: "entry[12]", "line 7"
};

// Something in a record that the mapper could not use. The record stays verbatim; the report lists these.
struct MappingIssue
{
    QString path; // element, "Observation.effectiveDateTime"
    QString reason; // stable English key: "invalid-date", "unknown-modifier", "not-base64", "unknown-status"…

    bool operator==(const MappingIssue &) const = default;
};

// A record with its meaning.
struct MappedRecord
{
    SourceRecord source;
    // Empty: a type without a clinical mapping, stored verbatim and counted as `kept`.
    std::vector<Clinical::Value> values;
    // Made from the values, one or more facts for each record; index in this list is the fact's index.
    QList<FactDraft> facts;
    // Which of `values` each fact was made of. Empty: a record of one value (behind a DICOM instance's study).
    QList<qsizetype> factValues;
    // Whom it is about; empty for records about nobody (Organization…) and for the patient's own record.
    Clinical::Reference subject;
    QList<MappingIssue> issues;
    // What the report says of this record by the name of its file, as stable English keys: a picture that is there in
    // part or not at all ("partly-decoded", "not-decoded", "video"…).
    QStringList remarks;
    // A history entry that says the source deleted this resource.
    bool deleted = false;
    // The patient as a record that is not itself about a patient says (a DICOM instance, a message, a document):
    // `subject` names them by the same id, Patient/<id>, within the source; see patientKey().
    std::optional<Clinical::Patient> patient;
    // Of a DICOM instance.
    std::optional<ImagingInstance> instance;
    // Files this record says stand beside it (a DICOMDIR's), relative to its own folder, with '/'. The report names
    // those that were not found.
    QStringList companions;

    // Of records of many values: takes the value, whose subject becomes this record's, and the fact it makes.
    void add(Clinical::Value &&value);
};

// What names a patient of whom a record tells beside other things: the same for the same identifiers, first name
// (family and given), birth date and gender, letter case and spaces apart. 32 hexadecimal digits. A patient told with
// other words has another key, and is linked, not overwritten. Empty where nothing tells of whom it is.
[[nodiscard]] QString patientKey(const Clinical::Patient &patient);

// An input, or a part of one, that was not taken, and why.
struct Refusal
{
    QString path; // the file, "archive.zip/inner.json" for one inside an archive
    QString where; // place within the file: "entry[12]", "line 7", "byte 5120"; empty for the whole file
    Error error;
};

} // namespace Chartline
