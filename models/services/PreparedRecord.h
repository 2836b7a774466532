// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Patient.h"
#include "identity/PersonFeatures.h"
#include "ingest/SourceRecord.h"
#include "store/FactStore.h"

#include <memory>

namespace Chartline {

// A mapped record reduced to what the writer stores. Made on the reading thread, which also frees the clinical values:
// the writing thread is the one everything waits for.
struct PreparedRecord
{
    struct Person
    {
        Clinical::Patient patient;
        PersonFeatures features;
    };

    [[nodiscard]] static PreparedRecord of(MappedRecord &&mapped);

    SourceRecord source;
    QString id; // the source's own; a record without one is known by its bytes: "#…"
    QList<FactDraft> facts;
    Clinical::Reference subject;
    QList<MappingIssue> issues;
    QString issuesText; // JSON; empty where there are none
    QList<Label> labels;
    // Of a Patient record; or, with `namesPerson`, the patient a record names that is about other things.
    std::unique_ptr<Person> person;
    bool namesPerson = false;
    std::optional<ImagingInstance> instance;
    QStringList companions;
    QStringList remarks;
    bool mapped = false; // has a clinical meaning; else kept verbatim
    bool deleted = false;
};

} // namespace Chartline
