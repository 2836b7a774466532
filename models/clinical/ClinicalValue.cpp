// SPDX-License-Identifier: Apache-2.0
#include "clinical/ClinicalValue.h"

#include <array>

namespace Chartline::Clinical {

namespace {

// In the order of Value's alternatives; the static_assert below keeps the two lists the same length.
constexpr std::array s_typeNames{
    "Patient",
    "Condition",
    "AllergyIntolerance",
    "Medication",
    "MedicationRequest",
    "MedicationStatement",
    "MedicationDispense",
    "MedicationAdministration",
    "Observation",
    "DiagnosticReport",
    "DocumentReference",
    "Binary",
    "Procedure",
    "Immunization",
    "Encounter",
    "ImagingStudy",
    "CarePlan",
    "CareTeam",
    "Goal",
    "ServiceRequest",
    "FamilyMemberHistory",
    "Device",
    "DeviceUseStatement",
    "Composition",
    "Consent",
    "Coverage",
    "Flag",
    "QuestionnaireResponse",
    "Specimen",
    "Media",
    "Provenance",
    "Practitioner",
    "PractitionerRole",
    "Organization",
    "Location",
};
static_assert(s_typeNames.size() == std::variant_size_v<Value>);

template<typename T>
concept MakesFact = requires(const T &value) { value.toFact(); };

} // namespace

QString typeName(const Value &value)
{
    return QString::fromLatin1(s_typeNames[value.index()]);
}

const Common &common(const Value &value)
{
    return std::visit([](const auto &typed) -> const Common & { return typed; }, value);
}

bool isSupporting(const Value &value)
{
    return std::visit([]<typename T>(const T &) { return !MakesFact<T>; }, value);
}

std::optional<FactDraft> toFact(const Value &value)
{
    return std::visit(
        []<typename T>(const T &typed) -> std::optional<FactDraft> {
            if constexpr (MakesFact<T>)
                return typed.toFact();
            else
                return std::nullopt;
        },
        value);
}

} // namespace Chartline::Clinical
