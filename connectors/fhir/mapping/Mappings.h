// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fhir/Mapping.h"

namespace Chartline::Fhir {

// One mapping for each clinical type, in mapping/Map<Type>.cpp. Each takes the elements of any FHIR version, and
// reports what it cannot use. None fails: what it cannot read stays empty and the record stays verbatim.
[[nodiscard]] Clinical::Value mapPatient(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapCondition(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapAllergyIntolerance(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapMedication(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapMedicationRequest(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapMedicationStatement(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapMedicationDispense(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapMedicationAdministration(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapObservation(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapDiagnosticReport(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapDocumentReference(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapBinary(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapProcedure(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapImmunization(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapEncounter(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapImagingStudy(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapCarePlan(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapCareTeam(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapGoal(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapServiceRequest(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapFamilyMemberHistory(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapDevice(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapDeviceUseStatement(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapComposition(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapConsent(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapCoverage(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapFlag(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapQuestionnaireResponse(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapSpecimen(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapMedia(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapProvenance(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapPractitioner(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapPractitionerRole(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapOrganization(const Node &resource, MapContext &context);
[[nodiscard]] Clinical::Value mapLocation(const Node &resource, MapContext &context);

} // namespace Chartline::Fhir
