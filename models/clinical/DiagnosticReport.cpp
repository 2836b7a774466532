// SPDX-License-Identifier: Apache-2.0
#include "clinical/DiagnosticReport.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

FactDraft DiagnosticReport::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Report;
    draft.status = status;
    setTitle(draft, code, narrative, u"DiagnosticReport"_s);
    if (code.label().isEmpty() && !presentedForms.isEmpty() && !presentedForms.first().title.isEmpty())
        draft.title = presentedForms.first().title;
    setStart(draft, effective.start, issued);
    draft.end = effective.end;
    if (!categories.isEmpty())
        draft.category = categories.first().label();
    if (status == "registered"_L1)
        draft.flags |= FactFlag::Planned;
    addText(draft.body, conclusion);
    addConcepts(draft.body, conclusionCodes);
    addConcepts(draft.body, categories);
    addReferences(draft.body, performers);
    addReferences(draft.body, results);
    addReferences(draft.body, specimens);
    addReferences(draft.body, imagingStudies);
    addAttachments(draft, presentedForms);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
