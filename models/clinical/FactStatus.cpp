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
    for (const QLatin1StringView start :
         {"no "_L1, "not "_L1, "non-"_L1, "without "_L1, "dnr"_L1, "dni"_L1, "dnar"_L1}) {
        if (words.startsWith(start, Qt::CaseInsensitive))
            return true;
    }
    for (const QLatin1StringView part :
         {"do not"_L1, "don't"_L1, "not to"_L1, "not for"_L1, "not attempt"_L1, "refus"_L1, "declin"_L1, "withhold"_L1,
          "withheld"_L1, "opt-out"_L1, "opt out"_L1, "(dnr"_L1}) {
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

} // namespace Chartline::Clinical
