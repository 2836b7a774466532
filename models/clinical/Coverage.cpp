// SPDX-License-Identifier: Apache-2.0
#include "clinical/Coverage.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

namespace {

QString titleOf(const Coverage &coverage)
{
    if (const QString label = coverage.coverageType.label(); !label.isEmpty())
        return label;
    if (!coverage.plan.isEmpty())
        return coverage.plan;
    for (const Reference &payor : coverage.payors) {
        if (!payor.display.isEmpty() || !payor.containedLabel.isEmpty())
            return payor.label();
    }
    return {};
}

} // namespace

FactDraft Coverage::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Other;
    draft.status = status;
    draft.start = period.start;
    draft.end = period.end;
    draft.title = titleOr(titleOf(*this), narrative, u"Coverage"_s);
    draft.code = coverageType.primary();
    // Who pays tells one insurance from the next.
    if (!payors.isEmpty() && payors.first().label() != draft.title)
        draft.value = payors.first().display;
    if (status == "draft"_L1)
        draft.flags |= FactFlag::Planned;
    markOngoing(draft, status == "active"_L1);
    addConcept(draft.body, coverageType);
    addText(draft.body, plan);
    addText(draft.body, subscriberId);
    addConcept(draft.body, relationship);
    addReferences(draft.body, payors);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
