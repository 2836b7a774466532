// SPDX-License-Identifier: Apache-2.0
#include "clinical/Media.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

#include <algorithm>
#include <array>

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

namespace {

// DICOM modalities that make diagnostic images (PS3.16, CID 29). Left out: XC (a photograph), DOC, SR and the like, and
// waveforms.
bool isImagingModality(const CodeableConcept &modality)
{
    static constexpr std::array known{"BDUS"_L1, "BI"_L1, "BMD"_L1, "CR"_L1, "CT"_L1,    "DG"_L1,   "DX"_L1,
                                      "EPS"_L1,  "ES"_L1, "GM"_L1,  "IO"_L1, "IVOCT"_L1, "IVUS"_L1, "MG"_L1,
                                      "MR"_L1,   "NM"_L1, "OCT"_L1, "OP"_L1, "OPT"_L1,   "PT"_L1,   "PX"_L1,
                                      "RF"_L1,   "RG"_L1, "SM"_L1,  "TG"_L1, "US"_L1,    "XA"_L1};
    return std::any_of(modality.codings.begin(), modality.codings.end(), [](const Coding &coding) {
        return std::find(known.begin(), known.end(), coding.code) != known.end();
    });
}

QString titleOf(const Media &media)
{
    if (!media.content.title.isEmpty())
        return media.content.title;
    for (const CodeableConcept &value : {media.view, media.bodySite, media.modality, media.mediaType}) {
        if (const QString label = value.label(); !label.isEmpty())
            return label;
    }
    return {};
}

} // namespace

FactDraft Media::toFact() const
{
    FactDraft draft;
    const bool isImaging = isImagingModality(modality) || isImagingModality(mediaType)
                           || content.contentType.startsWith("application/dicom"_L1, Qt::CaseInsensitive);
    draft.kind = isImaging ? FactKind::Imaging : FactKind::Document;
    draft.status = status;
    setStart(draft, created.start, issued.isEmpty() ? content.creation : issued);
    draft.end = created.end;
    draft.title = titleOr(titleOf(*this), narrative, u"Media"_s);
    draft.code = (view.isEmpty() ? modality : view).primary();
    draft.category = modality.label().isEmpty() ? mediaType.label() : modality.label();
    if (status == "preparation"_L1)
        draft.flags |= FactFlag::Planned;
    if (status == "not-done"_L1)
        negate(draft);
    addConcept(draft.body, mediaType);
    addConcept(draft.body, modality);
    addConcept(draft.body, view);
    addConcept(draft.body, bodySite);
    addConcepts(draft.body, reasons);
    addText(draft.body, deviceName);
    addAttachments(draft, {content});
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
