// SPDX-License-Identifier: Apache-2.0
#include "clinical/Encounter.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

#include <array>
#include <utility>

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

namespace {

// The displays of HL7 v3 ActCode's encounter codes (value set ActEncounterCode): most sources send only the code.
QString classLabel(const CodeableConcept &encounterClass)
{
    static constexpr std::array known{
        std::pair{"AMB"_L1, "ambulatory"_L1},
        std::pair{"EMER"_L1, "emergency"_L1},
        std::pair{"FLD"_L1, "field"_L1},
        std::pair{"HH"_L1, "home health"_L1},
        std::pair{"IMP"_L1, "inpatient encounter"_L1},
        std::pair{"ACUTE"_L1, "inpatient acute"_L1},
        std::pair{"NONAC"_L1, "inpatient non-acute"_L1},
        std::pair{"OBSENC"_L1, "observation encounter"_L1},
        std::pair{"PRENC"_L1, "pre-admission"_L1},
        std::pair{"SS"_L1, "short stay"_L1},
        std::pair{"VR"_L1, "virtual"_L1},
    };
    QString label = encounterClass.label();
    for (const auto &[code, display] : known) {
        if (label == code)
            return display;
    }
    return label;
}

QString titleOf(const Encounter &encounter)
{
    for (const CodeableConcept &type : encounter.types) {
        if (const QString label = type.label(); !label.isEmpty())
            return label;
    }
    if (const QString label = encounter.serviceType.label(); !label.isEmpty())
        return label;
    if (const QString label = classLabel(encounter.encounterClass); !label.isEmpty())
        return label;
    return encounter.reasons.isEmpty() ? QString() : encounter.reasons.first().label();
}

} // namespace

FactDraft Encounter::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Encounter;
    draft.status = status;
    draft.start = period.start;
    draft.end = period.end;
    const bool isPlanned = isOneOf(status, {"planned"_L1, "pending"_L1});
    if (period.isEmpty() && !plannedPeriod.isEmpty()) {
        draft.start = plannedPeriod.start;
        draft.end = plannedPeriod.end;
        if (!isPlanned)
            draft.flags |= FactFlag::UndatedByEvent;
    }
    draft.title = titleOr(titleOf(*this), narrative, u"Encounter"_s);
    for (const CodeableConcept &type : types) {
        draft.code = type.primary();
        if (!draft.code.isEmpty())
            break;
    }
    draft.category = classLabel(encounterClass);
    if (isPlanned)
        draft.flags |= FactFlag::Planned;
    if (status == "cancelled"_L1)
        negate(draft);
    markOngoing(draft, isOneOf(status, {"in-progress"_L1, "arrived"_L1, "triaged"_L1, "onleave"_L1, "on-hold"_L1}));
    addConcept(draft.body, encounterClass);
    addConcepts(draft.body, types);
    addConcept(draft.body, serviceType);
    addConcepts(draft.body, reasons);
    addReferences(draft.body, diagnoses);
    addReferences(draft.body, participants);
    addReferences(draft.body, locations);
    addReference(draft.body, serviceProvider);
    addConcept(draft.body, dischargeDisposition);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
