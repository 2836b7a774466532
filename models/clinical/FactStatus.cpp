// SPDX-License-Identifier: Apache-2.0
#include "clinical/FactStatus.h"

#include "clinical/FactText.h"

#include <algorithm>

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

bool isOneOf(QStringView word, std::initializer_list<QLatin1StringView> words)
{
    return std::any_of(words.begin(), words.end(), [word](QLatin1StringView known) { return word == known; });
}

void markOngoing(FactDraft &draft, bool goesOn)
{
    if (goesOn && draft.end.isEmpty())
        draft.flags |= FactFlag::Ongoing;
}

void setStart(FactDraft &draft, const PartialDate &event, const PartialDate &recorded)
{
    draft.start = event;
    if (!event.isEmpty() || recorded.isEmpty())
        return;
    draft.start = recorded;
    draft.flags |= FactFlag::UndatedByEvent;
}

bool saysNot(QStringView words)
{
    // A limit is no negation: "Not to exceed 2 g of sodium".
    if (words.startsWith("not to exceed"_L1, Qt::CaseInsensitive))
        return false;
    for (const QLatin1StringView start : {"no "_L1, "not "_L1, "without "_L1, "dnr"_L1, "dni"_L1, "dnar"_L1}) {
        if (words.startsWith(start, Qt::CaseInsensitive))
            return true;
    }
    // Whole words only: "Cognitive decline" and "Non-invasive ventilation" deny nothing.
    for (const QLatin1StringView part :
         {"do not"_L1, "don't"_L1, "not for resus"_L1, "not attempt"_L1, "refused"_L1, "refusal"_L1, "declined"_L1,
          "withhold"_L1, "withheld"_L1, "opt-out"_L1, "opt out"_L1, "(dnr"_L1}) {
        if (words.contains(part, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

void negate(FactDraft &draft)
{
    draft.assertion = Assertion::Negated;
    if (!saysNot(draft.title))
        return;
    addText(draft.body, draft.category);
    draft.category = categoryNoKnown.toString();
    draft.flags |= FactFlag::ReadTheSource;
}

void replaceStatus(FactDraft &draft, const QString &status)
{
    if (draft.status == status || draft.status == "entered-in-error"_L1)
        return;
    addText(draft.body, draft.status);
    draft.status = status;
}

} // namespace Chartline::Clinical
