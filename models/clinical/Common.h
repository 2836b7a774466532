// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/FactDraft.h"

namespace Chartline::Clinical {

// What every clinical type has.
struct Common
{
    QList<Identifier> identifiers;
    // Whom it is about, and in which encounter.
    Reference subject;
    Reference encounter;
    QList<Annotation> notes;
    // Plain text of the resource's narrative (text.div), without scripts and styles.
    QString narrative;
    // URLs of modifierExtensions (anywhere in the resource) and implicitRules this program does not know: the fact says
    // "read the source".
    QStringList unknownModifiers;
    // Labels of medication, device… resources contained in this one are already merged into the fields they belong to.

    template<typename V>
    void visitCommonHead(V &&v) const
    {
        v("identifiers", identifiers);
    }
    template<typename V>
    void visitCommonTail(V &&v) const
    {
        v("subject", subject);
        v("encounter", encounter);
        v("notes", notes);
        v("narrative", narrative);
        v("unknownModifiers", unknownModifiers);
    }

    // The flags and texts every type's fact shares: unknown modifiers and the status "entered-in-error" become
    // flags, notes and narrative go to the searchable body.
    void applyTo(FactDraft &draft) const;
    bool operator==(const Common &) const = default;
};

} // namespace Chartline::Clinical
