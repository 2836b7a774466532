// SPDX-License-Identifier: Apache-2.0
#include "files/FileGroups.h"

#include <QLatin1StringView>
#include <algorithm>
#include <array>

namespace Chartline {

namespace {

// Resource types (hl7.org/fhir, DSTU2 to R5) that exports name folders after; a list, as any capitalised word would fit
// a pattern.
constexpr std::array typeNames{QLatin1StringView("Account"),
                               QLatin1StringView("AllergyIntolerance"),
                               QLatin1StringView("Appointment"),
                               QLatin1StringView("AuditEvent"),
                               QLatin1StringView("Basic"),
                               QLatin1StringView("Binary"),
                               QLatin1StringView("Bundle"),
                               QLatin1StringView("CarePlan"),
                               QLatin1StringView("CareTeam"),
                               QLatin1StringView("Claim"),
                               QLatin1StringView("ClaimResponse"),
                               QLatin1StringView("ClinicalImpression"),
                               QLatin1StringView("Communication"),
                               QLatin1StringView("CommunicationRequest"),
                               QLatin1StringView("Composition"),
                               QLatin1StringView("Condition"),
                               QLatin1StringView("Consent"),
                               QLatin1StringView("Contract"),
                               QLatin1StringView("Coverage"),
                               QLatin1StringView("DetectedIssue"),
                               QLatin1StringView("Device"),
                               QLatin1StringView("DeviceRequest"),
                               QLatin1StringView("DeviceUsage"),
                               QLatin1StringView("DeviceUseStatement"),
                               QLatin1StringView("DiagnosticOrder"),
                               QLatin1StringView("DiagnosticReport"),
                               QLatin1StringView("DocumentReference"),
                               QLatin1StringView("Encounter"),
                               QLatin1StringView("EpisodeOfCare"),
                               QLatin1StringView("ExplanationOfBenefit"),
                               QLatin1StringView("FamilyMemberHistory"),
                               QLatin1StringView("Flag"),
                               QLatin1StringView("Goal"),
                               QLatin1StringView("Group"),
                               QLatin1StringView("HealthcareService"),
                               QLatin1StringView("ImagingStudy"),
                               QLatin1StringView("Immunization"),
                               QLatin1StringView("ImmunizationRecommendation"),
                               QLatin1StringView("List"),
                               QLatin1StringView("Location"),
                               QLatin1StringView("Media"),
                               QLatin1StringView("Medication"),
                               QLatin1StringView("MedicationAdministration"),
                               QLatin1StringView("MedicationDispense"),
                               QLatin1StringView("MedicationOrder"),
                               QLatin1StringView("MedicationRequest"),
                               QLatin1StringView("MedicationStatement"),
                               QLatin1StringView("NutritionOrder"),
                               QLatin1StringView("Observation"),
                               QLatin1StringView("Organization"),
                               QLatin1StringView("Patient"),
                               QLatin1StringView("Person"),
                               QLatin1StringView("Practitioner"),
                               QLatin1StringView("PractitionerRole"),
                               QLatin1StringView("Procedure"),
                               QLatin1StringView("ProcedureRequest"),
                               QLatin1StringView("Provenance"),
                               QLatin1StringView("Questionnaire"),
                               QLatin1StringView("QuestionnaireResponse"),
                               QLatin1StringView("ReferralRequest"),
                               QLatin1StringView("RelatedPerson"),
                               QLatin1StringView("RiskAssessment"),
                               QLatin1StringView("Schedule"),
                               QLatin1StringView("ServiceRequest"),
                               QLatin1StringView("Slot"),
                               QLatin1StringView("Specimen"),
                               QLatin1StringView("Substance"),
                               QLatin1StringView("SupplyDelivery"),
                               QLatin1StringView("SupplyRequest"),
                               QLatin1StringView("Task"),
                               QLatin1StringView("VisionPrescription")};

} // namespace

QString groupOfFolder(const QString &folder)
{
    QString group = folder;
    while (true) {
        const qsizetype slash = group.lastIndexOf(QLatin1Char('/'));
        const QStringView name = QStringView(group).sliced(slash + 1);
        if (slash <= 0 || std::ranges::none_of(typeNames, [&](QLatin1StringView type) { return type == name; }))
            return group;
        group.truncate(slash);
    }
}

bool isSystemLitter(const QString &name)
{
    return name == QLatin1StringView(".DS_Store") || name == QLatin1StringView("__MACOSX")
           || name.startsWith(QLatin1StringView("._"))
           || name.compare(QLatin1StringView("Thumbs.db"), Qt::CaseInsensitive) == 0
           || name.compare(QLatin1StringView("desktop.ini"), Qt::CaseInsensitive) == 0;
}

} // namespace Chartline
