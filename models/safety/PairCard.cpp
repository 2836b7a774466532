// SPDX-License-Identifier: Apache-2.0
#include "safety/PairCard.h"

#include "safety/KnowledgeWords.h"

namespace Chartline::Safety {

using namespace KnowledgeFormat;
using namespace Qt::StringLiterals;

namespace {

// A drug without a code is told apart by its name.
QString keyOf(const KnowledgeBase &base, IngredientIndex index)
{
    const quint32 code = base.ingredient(index).rxcui;
    return code > 0 ? QString::number(code) : base.ingredientName(index);
}

const WordsRow &wordsOf(const KnowledgeBase &base, const PairFinding &finding)
{
    switch (finding.finder) {
    case Finder::Additive: return base.additives()[finding.row].words;
    case Finder::Mechanism: return base.mechanisms()[finding.row].words;
    default: return base.rules()[finding.row].words;
    }
}

// The rule's; of a general rule of the base, that of the drug which a pack describes.
quint32 packOf(const KnowledgeBase &base, const WordsRow &words, IngredientIndex first, IngredientIndex second)
{
    for (const quint32 pack : {words.pack, base.ingredient(first).pack}) {
        if (pack > 0)
            return pack;
    }
    return base.ingredient(second).pack;
}

} // namespace

QString tierName(Tier tier)
{
    return QString::fromLatin1(KnowledgeWords::tiers[std::size_t(tier)]);
}

PairCard cardOf(const KnowledgeBase &base, const PairFinding &finding, IngredientIndex first, IngredientIndex second)
{
    if (finding.swapped)
        std::swap(first, second);
    PairCard card;
    card.tier = finding.tier;
    card.effect = QString::fromUtf8(base.termId(finding.effect));
    card.drugs = {base.ingredientName(first), base.ingredientName(second)};
    QStringList keys{keyOf(base, first), keyOf(base, second)};
    keys.sort();
    card.id = u"interaction:"_s + card.effect + u':' + keys.join(u'+');
    const QString system = finding.system == none ? QString() : QString::fromUtf8(base.termId(finding.system));
    const auto words = [&](Text text) {
        return base.string(text)
            .replace("{victim}"_L1, card.drugs[0])
            .replace("{other}"_L1, card.drugs[1])
            .replace("{system}"_L1, system);
    };
    const WordsRow &row = wordsOf(base, finding);
    card.happens = words(row.happens);
    card.manage = words(row.manage);
    card.why = words(row.why);
    card.source = base.string(row.source);
    constexpr const char *finders[] = {"pair", "class", "additive", "mechanism"};
    card.finder = QString::fromLatin1(finders[std::size_t(finding.finder)]);
    if (finding.finder == Finder::PairRule || finding.finder == Finder::ClassRule) {
        card.evidence = QString::fromLatin1(KnowledgeWords::evidence[base.rules()[finding.row].evidence]);
    }
    card.pack = base.packName(packOf(base, row, first, second));
    return card;
}

} // namespace Chartline::Safety
