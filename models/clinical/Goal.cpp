// SPDX-License-Identifier: Apache-2.0
#include "clinical/Goal.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

FactDraft Goal::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::CarePlan;
    draft.status = lifecycleStatus;
    const bool ended = isOneOf(lifecycleStatus, {"completed"_L1, "achieved"_L1, "cancelled"_L1});
    setStart(draft, start, statusDate);
    // The day the status took effect is the end only of a goal that has one.
    if (ended && !start.isEmpty())
        draft.end = statusDate;
    setTitle(draft, description, narrative, u"Goal"_s);
    draft.value = achievementStatus.label();
    if (!categories.isEmpty())
        draft.category = categories.first().label();
    if (isOneOf(lifecycleStatus, {"proposed"_L1, "planned"_L1}))
        draft.flags |= FactFlag::Planned;
    // Given up, or never agreed to: not what is aimed at.
    if (isOneOf(lifecycleStatus, {"rejected"_L1, "cancelled"_L1}))
        negate(draft);
    // STU3 and DSTU2 had words for how well it goes in the place of "active".
    markOngoing(draft,
                isOneOf(lifecycleStatus, {"active"_L1, "accepted"_L1, "in-progress"_L1, "on-target"_L1,
                                          "ahead-of-target"_L1, "behind-target"_L1, "sustaining"_L1, "on-hold"_L1}));
    addConcepts(draft.body, categories);
    addConcept(draft.body, achievementStatus);
    addText(draft.body, priority);
    for (const QString &target : targets)
        addText(draft.body, target);
    addConcept(draft.body, statusReason);
    addConcepts(draft.body, outcome);
    addReferences(draft.body, addresses);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
