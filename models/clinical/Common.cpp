// SPDX-License-Identifier: Apache-2.0
#include "clinical/Common.h"

#include "clinical/FactText.h"

namespace Chartline::Clinical {

void Common::applyTo(FactDraft &draft) const
{
    using namespace Qt::StringLiterals;
    if (draft.status == "entered-in-error"_L1)
        draft.flags |= FactFlag::EnteredInError;
    if (!unknownModifiers.isEmpty())
        draft.flags |= FactFlag::ReadTheSource;
    for (const Annotation &note : notes) {
        addText(draft.body, note.text);
        addText(draft.body, note.author);
    }
    addText(draft.body, narrative);
    // What was withdrawn or turned out untrue counts for nothing: not for the banner, and not until today.
    if (draft.flags & (FactFlag::EnteredInError | FactFlag::Refuted))
        draft.flags &= ~FactFlags(FactFlag::Active | FactFlag::Ongoing);
}

} // namespace Chartline::Clinical
