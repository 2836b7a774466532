// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/AllergyIntolerance.h"
#include "clinical/Binary.h"
#include "clinical/CarePlan.h"
#include "clinical/CareTeam.h"
#include "clinical/Composition.h"
#include "clinical/Condition.h"
#include "clinical/Consent.h"
#include "clinical/Coverage.h"
#include "clinical/Device.h"
#include "clinical/DeviceUseStatement.h"
#include "clinical/DiagnosticReport.h"
#include "clinical/DocumentReference.h"
#include "clinical/Encounter.h"
#include "clinical/FamilyMemberHistory.h"
#include "clinical/Flag.h"
#include "clinical/Goal.h"
#include "clinical/ImagingStudy.h"
#include "clinical/Immunization.h"
#include "clinical/Location.h"
#include "clinical/Media.h"
#include "clinical/Medication.h"
#include "clinical/MedicationAdministration.h"
#include "clinical/MedicationDispense.h"
#include "clinical/MedicationRequest.h"
#include "clinical/MedicationStatement.h"
#include "clinical/Observation.h"
#include "clinical/Organization.h"
#include "clinical/Patient.h"
#include "clinical/Practitioner.h"
#include "clinical/PractitionerRole.h"
#include "clinical/Procedure.h"
#include "clinical/Provenance.h"
#include "clinical/QuestionnaireResponse.h"
#include "clinical/ServiceRequest.h"
#include "clinical/Specimen.h"

#include <variant>

namespace Chartline::Clinical {

// The one list of clinical types. Adding one here makes the compiler name every place that has to know it.
using Value = std::variant<Patient, Condition, AllergyIntolerance, Medication, MedicationRequest, MedicationStatement,
                           MedicationDispense, MedicationAdministration, Observation, DiagnosticReport,
                           DocumentReference, Binary, Procedure, Immunization, Encounter, ImagingStudy, CarePlan,
                           CareTeam, Goal, ServiceRequest, FamilyMemberHistory, Device, DeviceUseStatement, Composition,
                           Consent, Coverage, Flag, QuestionnaireResponse, Specimen, Media, Provenance, Practitioner,
                           PractitionerRole, Organization, Location>;

// The FHIR R4 resource name of the type a value holds ("MedicationRequest").
[[nodiscard]] QString typeName(const Value &value);
[[nodiscard]] const Common &common(const Value &value);

// True for the types that support facts (people, places, drugs as resources) and are no timeline rows themselves.
[[nodiscard]] bool isSupporting(const Value &value);

// One line of the detail view: the field's name (translated in the interface), what it says, and its codes.
struct DetailLine
{
    QString field; // "clinicalStatus", "component"…
    QString text;
    QList<Coding> codings;
    QList<Reference> references;
};
// Every field that is given, in reading order.
[[nodiscard]] QList<DetailLine> describe(const Value &value);

// Nothing for supporting types.
[[nodiscard]] std::optional<FactDraft> toFact(const Value &value);

} // namespace Chartline::Clinical
