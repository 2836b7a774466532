// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/KindText.h"

namespace Chartline::Ui {

QString KindText::name(FactKind kind)
{
    switch (kind) {
    case FactKind::Condition: return tr("Condition");
    case FactKind::Allergy: return tr("Allergy");
    case FactKind::Medication: return tr("Medication");
    case FactKind::Result: return tr("Result");
    case FactKind::Vital: return tr("Vital sign");
    case FactKind::Procedure: return tr("Procedure");
    case FactKind::Immunization: return tr("Immunization");
    case FactKind::Encounter: return tr("Encounter");
    case FactKind::Imaging: return tr("Imaging study");
    case FactKind::Document: return tr("Document");
    case FactKind::Report: return tr("Report");
    case FactKind::CarePlan: return tr("Care plan");
    case FactKind::FamilyHistory: return tr("Family history");
    case FactKind::SocialHistory: return tr("Social history");
    case FactKind::Device: return tr("Device");
    case FactKind::Referral: return tr("Referral or order");
    case FactKind::Consent: return tr("Consent");
    case FactKind::Other: break;
    }
    return tr("Other");
}

QString KindText::plural(FactKind kind)
{
    switch (kind) {
    case FactKind::Condition: return tr("Conditions");
    case FactKind::Allergy: return tr("Allergies");
    case FactKind::Medication: return tr("Medications");
    case FactKind::Result: return tr("Results");
    case FactKind::Vital: return tr("Vital signs");
    case FactKind::Procedure: return tr("Procedures");
    case FactKind::Immunization: return tr("Immunizations");
    case FactKind::Encounter: return tr("Encounters");
    case FactKind::Imaging: return tr("Imaging");
    case FactKind::Document: return tr("Documents");
    case FactKind::Report: return tr("Reports");
    case FactKind::CarePlan: return tr("Care plans");
    case FactKind::FamilyHistory: return tr("Family history");
    case FactKind::SocialHistory: return tr("Social history");
    case FactKind::Device: return tr("Devices");
    case FactKind::Referral: return tr("Referrals and orders");
    case FactKind::Consent: return tr("Consents");
    case FactKind::Other: break;
    }
    return tr("Other");
}

} // namespace Chartline::Ui
