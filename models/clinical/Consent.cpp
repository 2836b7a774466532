// SPDX-License-Identifier: Apache-2.0
#include "clinical/Consent.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

namespace {

// HL7 v3 ActConsentDirective (OPTOUT, OPTOUTE) and STU3's policy http://hl7.org/fhir/ConsentPolicy/opt-out; DS4P and
// others write words.
bool isRefusal(const QString &decision)
{
    return decision == "deny"_L1 || decision.startsWith("optout"_L1, Qt::CaseInsensitive)
           || decision.contains("opt-out"_L1, Qt::CaseInsensitive)
           || decision.contains("opt out"_L1, Qt::CaseInsensitive);
}

QString titleOf(const Consent &consent)
{
    for (const CodeableConcept &category : consent.categories) {
        if (const QString label = category.label(); !label.isEmpty())
            return label;
    }
    if (const QString label = consent.scope.label(); !label.isEmpty())
        return label;
    return consent.source.title;
}

} // namespace

FactDraft Consent::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Consent;
    draft.status = status;
    draft.start = dateTime.isEmpty() ? period.start : dateTime;
    draft.end = period.end;
    draft.title = titleOr(titleOf(*this), narrative, u"Consent"_s);
    if (!categories.isEmpty())
        draft.code = categories.first().primary();
    draft.category = scope.label();
    // Exceptions turn a "permit" round, so they are printed with it.
    draft.value = decision;
    for (const QString &provision : provisions) {
        if (!draft.value.isEmpty())
            draft.value += u"; "_s;
        draft.value += provision;
    }
    if (isOneOf(status, {"draft"_L1, "proposed"_L1}))
        draft.flags |= FactFlag::Planned;
    if (isRefusal(decision) || isOneOf(status, {"rejected"_L1, "not-done"_L1}))
        negate(draft);
    markOngoing(draft, status == "active"_L1);
    addConcept(draft.body, scope);
    addConcepts(draft.body, categories);
    addText(draft.body, draft.value);
    addReferences(draft.body, organizations);
    addAttachments(draft, {source});
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
