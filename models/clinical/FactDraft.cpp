// SPDX-License-Identifier: Apache-2.0
#include "clinical/FactDraft.h"

#include <array>

namespace Chartline {

namespace {

constexpr std::array<QLatin1StringView, factKindCount> s_kindNames{
    QLatin1StringView("condition"),      QLatin1StringView("allergy"),        QLatin1StringView("medication"),
    QLatin1StringView("result"),         QLatin1StringView("vital"),          QLatin1StringView("procedure"),
    QLatin1StringView("immunization"),   QLatin1StringView("encounter"),      QLatin1StringView("imaging"),
    QLatin1StringView("document"),       QLatin1StringView("report"),         QLatin1StringView("care-plan"),
    QLatin1StringView("family-history"), QLatin1StringView("social-history"), QLatin1StringView("device"),
    QLatin1StringView("referral"),       QLatin1StringView("consent"),        QLatin1StringView("other"),
};

} // namespace

QString factKindName(FactKind kind)
{
    const auto index = std::size_t(kind);
    return index < s_kindNames.size() ? QString(s_kindNames[index]) : QString(s_kindNames.back());
}

std::optional<FactKind> factKindFromName(QStringView name)
{
    for (std::size_t i = 0; i < s_kindNames.size(); ++i) {
        if (name == s_kindNames[i])
            return FactKind(i);
    }
    return std::nullopt;
}

bool needsNegationWords(const FactDraft &draft)
{
    return draft.assertion != Assertion::Affirmed && draft.category != categoryNoKnown
           && draft.category != categoryNoInformation;
}

} // namespace Chartline
