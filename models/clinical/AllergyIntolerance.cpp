// SPDX-License-Identifier: Apache-2.0
#include "clinical/AllergyIntolerance.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

namespace {

QString manifestationText(const AllergyReaction &reaction)
{
    QStringList parts;
    for (const CodeableConcept &manifestation : reaction.manifestations)
        parts.append(manifestation.label());
    QString result = parts.join(u", "_s);
    if (!reaction.severity.isEmpty())
        result += result.isEmpty() ? reaction.severity : u" ("_s + reaction.severity + u')';
    return result;
}

// What stands beside the allergen: the first reaction told, and that nobody is sure of it.
QString valueOf(const AllergyIntolerance &allergy)
{
    QStringList parts;
    for (const AllergyReaction &reaction : allergy.reactions) {
        if (const QString summary = reaction.summary(); !summary.isEmpty()) {
            parts.append(summary);
            break;
        }
    }
    if (isOneOf(allergy.verificationStatus, {"unconfirmed"_L1, "presumed"_L1}))
        parts.append(allergy.verificationStatus);
    return parts.join(u", "_s);
}

} // namespace

QString AllergyReaction::summary() const
{
    constexpr qsizetype longest = 80;
    const QString text = (manifestations.isEmpty() ? label() : manifestationText(*this)).simplified();
    return text.size() <= longest ? text : text.left(longest) + u'…';
}

QString AllergyReaction::label() const
{
    QString result = manifestationText(*this);
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
    draft.value = valueOf(*this);
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
