// SPDX-License-Identifier: Apache-2.0
#include "clinical/ImagingStudy.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

namespace {

QString codeOf(const Coding &modality)
{
    return modality.code.isEmpty() ? modality.display : modality.code;
}

// "CT, PT", from the study or, where it does not say, from its series.
QString modalityList(const ImagingStudy &study)
{
    QStringList codes;
    const auto add = [&codes](const Coding &modality) {
        if (const QString code = codeOf(modality); !code.isEmpty() && !codes.contains(code))
            codes.append(code);
    };
    for (const Coding &modality : study.modalities)
        add(modality);
    if (codes.isEmpty()) {
        for (const ImagingSeries &one : study.series)
            add(one.modality);
    }
    return codes.join(u", "_s);
}

PartialDate firstSeries(const ImagingStudy &study)
{
    PartialDate first;
    for (const ImagingSeries &one : study.series) {
        if (one.started.isValid() && (!first.isValid() || one.started.earliest() < first.earliest()))
            first = one.started;
    }
    return first;
}

QString titleOf(const ImagingStudy &study, const QString &modalities)
{
    if (!study.description.isEmpty())
        return titleOr({}, study.description, {});
    for (const CodeableConcept &procedure : study.procedures) {
        if (const QString label = procedure.label(); !label.isEmpty())
            return label;
    }
    for (const ImagingSeries &one : study.series) {
        if (!one.description.isEmpty())
            return one.description;
        if (!one.bodySite.isEmpty())
            return modalities.isEmpty() ? one.bodySite : modalities + u' ' + one.bodySite;
    }
    for (const Coding &modality : study.modalities) {
        if (!modality.display.isEmpty())
            return modality.display;
    }
    return modalities;
}

} // namespace

QString ImagingSeries::label() const
{
    QString result = number;
    for (const QString &part : {codeOf(modality), description, bodySite, laterality}) {
        if (part.isEmpty())
            continue;
        if (!result.isEmpty())
            result += u' ';
        result += part;
    }
    if (numberOfInstances > 0)
        result += u" ("_s + QString::number(numberOfInstances) + u')';
    return result.trimmed();
}

QString ImagingStudy::sameAs(const QString &studyInstanceUid)
{
    return studyInstanceUid.isEmpty() ? QString() : u"study:"_s + studyInstanceUid;
}

FactDraft ImagingStudy::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Imaging;
    draft.status = status;
    draft.start = started.isEmpty() ? firstSeries(*this) : started;
    const QString modalityCodes = modalityList(*this);
    draft.title = titleOr(titleOf(*this, modalityCodes), narrative, u"Imaging study"_s);
    for (const CodeableConcept &procedure : procedures) {
        draft.code = procedure.primary();
        if (!draft.code.isEmpty())
            break;
    }
    draft.category = modalityCodes;
    draft.sameAs = sameAs(studyInstanceUid);
    if (status == "cancelled"_L1)
        negate(draft);
    for (const Coding &modality : modalities)
        addText(draft.body, modality.display);
    addText(draft.body, description);
    addConcepts(draft.body, procedures);
    addConcepts(draft.body, reasons);
    addReferences(draft.body, referrers);
    for (const QString &accession : accessionNumbers)
        addText(draft.body, accession);
    addText(draft.body, studyInstanceUid);
    for (const ImagingSeries &one : series)
        addText(draft.body, one.label());
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
