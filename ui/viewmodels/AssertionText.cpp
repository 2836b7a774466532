// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/AssertionText.h"

namespace Chartline::Ui {

using namespace Qt::StringLiterals;

QString AssertionText::title(FactKind kind, Assertion assertion, const QString &category, const QString &status,
                             const QString &title)
{
    QString words = title.isEmpty() ? tr("Unnamed") : title;
    if (assertion == Assertion::Affirmed || category == categoryNoKnown || category == categoryNoInformation)
        return words;
    return assertion == Assertion::Negated ? negated(kind, status, words) : unknown(kind, words);
}

bool AssertionText::isWithdrawn(const QString &status)
{
    return status == "revoked"_L1 || status == "cancelled"_L1 || status == "rejected"_L1 || status == "aborted"_L1
           || status == "failed"_L1;
}

QString AssertionText::negated(FactKind kind, const QString &status, const QString &title)
{
    switch (kind) {
    case FactKind::Medication:
        if (status == "not-taken"_L1)
            return tr("Not taken: %1").arg(title);
        if (status == "not-done"_L1)
            return tr("Not given: %1").arg(title);
        if (status == "declined"_L1)
            return tr("Not dispensed: %1").arg(title);
        // What was denied by mistake may have been anything; it is no prohibition.
        if (status == "entered-in-error"_L1)
            return tr("Not: %1").arg(title);
        return tr("Do not give: %1").arg(title);
    case FactKind::Immunization: return tr("Not given: %1").arg(title);
    case FactKind::Allergy: return tr("No allergy: %1").arg(title);
    case FactKind::Condition: return tr("No %1").arg(title);
    case FactKind::FamilyHistory: return tr("No family history: %1").arg(title);
    case FactKind::Referral:
    case FactKind::CarePlan:
        return isWithdrawn(status) ? tr("Withdrawn: %1").arg(title) : tr("Do not do: %1").arg(title);
    case FactKind::Consent: return tr("Not permitted: %1").arg(title);
    case FactKind::Device: return tr("Not used: %1").arg(title);
    case FactKind::Result:
    case FactKind::Vital:
    case FactKind::Procedure:
    case FactKind::Encounter:
    case FactKind::Imaging:
    case FactKind::Document:
    case FactKind::Report: return tr("Not done: %1").arg(title);
    case FactKind::SocialHistory:
    case FactKind::Other: break;
    }
    return tr("Not: %1").arg(title);
}

QString AssertionText::unknown(FactKind kind, const QString &title)
{
    switch (kind) {
    case FactKind::Medication: return tr("Not known whether taken: %1").arg(title);
    case FactKind::Immunization: return tr("Not known whether given: %1").arg(title);
    case FactKind::Procedure: return tr("Not known whether done: %1").arg(title);
    case FactKind::Result:
    case FactKind::Vital: return tr("No result: %1").arg(title);
    default: break;
    }
    return tr("Not known: %1").arg(title);
}

} // namespace Chartline::Ui
