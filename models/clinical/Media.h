// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// A picture, sound or film.
struct Media : Common
{
    QString status;
    CodeableConcept mediaType;
    CodeableConcept modality;
    CodeableConcept view;
    Period created;
    PartialDate issued;
    CodeableConcept bodySite;
    QList<CodeableConcept> reasons;
    QString deviceName;
    Attachment content;

    [[nodiscard]] FactDraft toFact() const;
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("mediaType", mediaType);
        v("modality", modality);
        v("view", view);
        v("created", created);
        v("issued", issued);
        v("bodySite", bodySite);
        v("reasons", reasons);
        v("deviceName", deviceName);
        v("content", content);
        visitCommonTail(v);
    }
    bool operator==(const Media &) const = default;
};

} // namespace Chartline::Clinical
