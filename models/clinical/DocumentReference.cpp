// SPDX-License-Identifier: Apache-2.0
#include "clinical/DocumentReference.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

namespace {

// What the document is called where its type has no words.
QString otherTitle(const DocumentReference &document)
{
    if (!document.description.isEmpty())
        return titleOr({}, document.description, {});
    for (const Attachment &attachment : document.attachments) {
        if (!attachment.title.isEmpty())
            return attachment.title;
    }
    for (const CodeableConcept &category : document.categories) {
        if (const QString label = category.label(); !label.isEmpty())
            return label;
    }
    return {};
}

// The document's own date, else that of the service it tells of, else that of its oldest content.
PartialDate documentDate(const DocumentReference &document)
{
    if (!document.date.isEmpty())
        return document.date;
    if (!document.servicePeriod.start.isEmpty())
        return document.servicePeriod.start;
    PartialDate oldest;
    for (const Attachment &attachment : document.attachments) {
        if (attachment.creation.isValid() && (!oldest.isValid() || attachment.creation.earliest() < oldest.earliest()))
            oldest = attachment.creation;
    }
    return oldest;
}

} // namespace

FactDraft DocumentReference::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Document;
    draft.start = documentDate(*this);
    setTitle(draft, docType, narrative, titleOr(otherTitle(*this), narrative, u"Document"_s));
    if (docType.label().isEmpty())
        draft.title = titleOr(otherTitle(*this), narrative, u"Document"_s);
    // The withdrawn content matters more than the entry that still lists it.
    draft.status = docStatus == "entered-in-error"_L1 || status.isEmpty() ? docStatus : status;
    if (status == "entered-in-error"_L1)
        draft.status = status;
    if (!categories.isEmpty())
        draft.category = categories.first().label();
    if (docStatus == "cancelled"_L1)
        negate(draft);
    addText(draft.body, docStatus);
    addText(draft.body, description);
    addConcepts(draft.body, categories);
    addConcepts(draft.body, securityLabels);
    addReferences(draft.body, authors);
    addReference(draft.body, authenticator);
    addReference(draft.body, custodian);
    addReferences(draft.body, contextRelated);
    addAttachments(draft, attachments);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
