// SPDX-License-Identifier: Apache-2.0
#include "fhir/Mapping.h"

#include "fhir/mapping/Mappings.h"

#include <algorithm>
#include <array>

namespace Chartline::Fhir {

namespace {

struct Entry
{
    std::string_view name;
    MapFunction function;
};

// Sorted by name, for the search below. Names of older and newer versions lead to the same function.
constexpr std::array s_mappings{
    Entry{"AllergyIntolerance", mapAllergyIntolerance},
    Entry{"Binary", mapBinary},
    Entry{"CarePlan", mapCarePlan},
    Entry{"CareTeam", mapCareTeam},
    Entry{"Composition", mapComposition},
    Entry{"Condition", mapCondition},
    Entry{"Consent", mapConsent},
    Entry{"Coverage", mapCoverage},
    Entry{"Device", mapDevice},
    Entry{"DeviceUsage", mapDeviceUseStatement}, // R5
    Entry{"DeviceUseStatement", mapDeviceUseStatement},
    Entry{"DiagnosticOrder", mapServiceRequest}, // DSTU2
    Entry{"DiagnosticReport", mapDiagnosticReport},
    Entry{"DiagnosticRequest", mapServiceRequest}, // STU3 drafts
    Entry{"DocumentReference", mapDocumentReference},
    Entry{"Encounter", mapEncounter},
    Entry{"FamilyMemberHistory", mapFamilyMemberHistory},
    Entry{"Flag", mapFlag},
    Entry{"Goal", mapGoal},
    Entry{"ImagingStudy", mapImagingStudy},
    Entry{"Immunization", mapImmunization},
    Entry{"Location", mapLocation},
    Entry{"Media", mapMedia},
    Entry{"Medication", mapMedication},
    Entry{"MedicationAdministration", mapMedicationAdministration},
    Entry{"MedicationDispense", mapMedicationDispense},
    Entry{"MedicationOrder", mapMedicationRequest}, // DSTU2
    Entry{"MedicationPrescription", mapMedicationRequest}, // DSTU1
    Entry{"MedicationRequest", mapMedicationRequest},
    Entry{"MedicationStatement", mapMedicationStatement},
    Entry{"MedicationUsage", mapMedicationStatement}, // R5 drafts
    Entry{"Observation", mapObservation},
    Entry{"Organization", mapOrganization},
    Entry{"Patient", mapPatient},
    Entry{"Practitioner", mapPractitioner},
    Entry{"PractitionerRole", mapPractitionerRole},
    Entry{"Procedure", mapProcedure},
    Entry{"ProcedureRequest", mapServiceRequest}, // DSTU2, STU3
    Entry{"Provenance", mapProvenance},
    Entry{"QuestionnaireResponse", mapQuestionnaireResponse},
    Entry{"ReferralRequest", mapServiceRequest}, // DSTU2, STU3
    Entry{"ServiceRequest", mapServiceRequest},
    Entry{"Specimen", mapSpecimen},
};
static_assert(std::is_sorted(s_mappings.begin(), s_mappings.end(),
                             [](const Entry &a, const Entry &b) { return a.name < b.name; }));

const Node s_missing;

bool hasId(const Node &resource, std::string_view id)
{
    return resource["id"].value() == id;
}

} // namespace

const Node &MapContext::contained(std::string_view reference) const
{
    if (reference.size() < 2 || reference.front() != '#')
        return s_missing;
    const std::string_view id = reference.substr(1);
    for (const Node &holder : m_resource.each("contained")) {
        if (!holder.resourceType().empty()) {
            if (hasId(holder, id))
                return holder;
            continue;
        }
        for (const Node &inner : holder.children()) {
            if (!inner.resourceType().empty() && hasId(inner, id))
                return inner;
        }
    }
    return s_missing;
}

MapFunction mappingFor(std::string_view resourceType)
{
    const auto found = std::lower_bound(s_mappings.begin(), s_mappings.end(), resourceType,
                                        [](const Entry &entry, std::string_view name) { return entry.name < name; });
    return found != s_mappings.end() && found->name == resourceType ? found->function : nullptr;
}

void mapResource(const Node &resource, MappedRecord &record)
{
    const MapFunction map = mappingFor(resource.resourceType());
    if (!map)
        return;
    MapContext context(resource);
    Clinical::Value value = map(resource, context);
    if (auto fact = Clinical::toFact(value))
        record.facts.append(std::move(*fact));
    // The patient's own record is about itself, whatever else it may point to.
    if (!std::holds_alternative<Clinical::Patient>(value))
        record.subject = Clinical::common(value).subject;
    record.values.push_back(std::move(value));
    record.issues += context.issues();
}

} // namespace Chartline::Fhir
