// SPDX-License-Identifier: Apache-2.0
#include "clinical/AllergyIntolerance.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

QString AllergyReaction::label() const
{
    QStringList parts;
    for (const CodeableConcept &manifestation : manifestations)
        parts.append(manifestation.label());
    QString result = parts.join(u", "_s);
    if (!severity.isEmpty())
        result += result.isEmpty() ? severity : u" ("_s + severity + u')';
    for (const QString &part : {substance.label(), description, exposureRoute.label(), onset.text()}) {
        if (!part.isEmpty())
            result += result.isEmpty() ? part : u" – "_s + part;
    }
    return result;
}

FactDraft AllergyIntolerance::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Allergy;
    draft.status = clinicalStatus.isEmpty() ? verificationStatus : clinicalStatus;
    setTitle(draft, code, narrative, u"AllergyIntolerance"_s);
    setStart(draft, onset.start, recordedDate);
    draft.end = onset.end;
    draft.category = QStringList(categories).join(u", "_s);
    if (isOneOf(verificationStatus, {"unconfirmed"_L1, "presumed"_L1}))
        draft.value = verificationStatus;
    if (verificationStatus == "entered-in-error"_L1 || verificationStatus == "refuted"_L1) {
        draft.flags |= verificationStatus == "refuted"_L1 ? FactFlag::Refuted : FactFlag::EnteredInError;
        draft.status = verificationStatus;
    }
    if (criticality == "high"_L1)
        draft.flags |= FactFlag::Critical;
    // Without a status, or with one not known here, it counts: an allergy left out of the banner is the worse mistake.
    if (!isOneOf(clinicalStatus, {"inactive"_L1, "resolved"_L1, "entered-in-error"_L1})) {
        draft.flags |= FactFlag::Active;
        markOngoing(draft, true);
    }
    applyAbsence(draft, code);
    addText(draft.body, verificationStatus);
    addText(draft.body, allergyType);
    addText(draft.body, criticality);
    addText(draft.body, onsetText);
    addText(draft.body, lastOccurrence.text());
    for (const AllergyReaction &reaction : reactions) {
        addText(draft.body, reaction.label());
        addConcepts(draft.body, reaction.manifestations);
    }
    addReference(draft.body, recorder);
    addReference(draft.body, asserter);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
