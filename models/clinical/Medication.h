// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// A drug as a resource of its own, referenced by statements about it. Not a fact by itself.
struct Medication : Common
{
    CodeableConcept code;
    QString status;
    CodeableConcept form;
    QList<CodeableConcept> ingredients;
    QList<QString> ingredientStrengths; // one for each ingredient, empty where not given
    Ratio amount;
    Reference manufacturer;

    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("code", code);
        v("status", status);
        v("form", form);
        v("ingredients", ingredients);
        v("ingredientStrengths", ingredientStrengths);
        v("amount", amount);
        v("manufacturer", manufacturer);
        visitCommonTail(v);
    }
    bool operator==(const Medication &) const = default;
};

} // namespace Chartline::Clinical
