// SPDX-License-Identifier: Apache-2.0
#include "clinical/CarePlan.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

namespace {

// US Core puts the bare word "assess-plan" beside what the plan is really for.
bool isFormal(const CodeableConcept &category)
{
    return category.text.isEmpty() && category.label() == "assess-plan"_L1;
}

QString titleOf(const CarePlan &plan)
{
    if (!plan.title.isEmpty())
        return plan.title;
    for (const CodeableConcept &category : plan.categories) {
        if (const QString label = category.label(); !label.isEmpty() && !isFormal(category))
            return label;
    }
    if (!plan.description.isEmpty())
        return titleOr({}, plan.description, {});
    for (const Reference &problem : plan.addresses) {
        if (!problem.display.isEmpty() || !problem.containedLabel.isEmpty())
            return problem.label();
    }
    return {};
}

} // namespace

FactDraft CarePlan::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::CarePlan;
    draft.status = status;
    setStart(draft, period.start, created);
    draft.end = period.end;
    draft.title = titleOr(titleOf(*this), narrative, u"Care plan"_s);
    for (const CodeableConcept &category : categories) {
        if (isFormal(category))
            continue;
        draft.code = category.primary();
        draft.category = category.label();
        break;
    }
    if (isOneOf(status, {"draft"_L1, "proposed"_L1}) || isOneOf(intent, {"proposal"_L1, "option"_L1}))
        draft.flags |= FactFlag::Planned;
    else
        markOngoing(draft, isOneOf(status, {"active"_L1, "on-hold"_L1, "suspended"_L1}));
    addText(draft.body, title);
    addConcepts(draft.body, categories);
    addText(draft.body, description);
    for (const QString &activity : activities)
        addText(draft.body, activity);
    addReference(draft.body, author);
    addReferences(draft.body, addresses);
    addReferences(draft.body, goals);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
