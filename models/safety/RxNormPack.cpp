// SPDX-License-Identifier: Apache-2.0
#include "safety/RxNormPack.h"

#include "safety/DrugName.h"
#include "safety/ProductWords.h"

#include <algorithm>

namespace Chartline::Safety {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype s_codesALine = 64;
constexpr qsizetype s_mostWords = 15; // of a brand: as many as the base takes

// Words that say what something is for. A brand of nothing but these ("Sleep Aid", "Cold & Flu Relief") stands on
// boxes of several makers with different drugs in them.
constexpr std::array s_generalWords{
    "acid",    "aid",     "allergy",   "and",       "anti",      "antacid",  "arthritis", "back",     "body",
    "calm",    "care",    "chest",     "children",  "cold",      "cool",     "cough",     "daily",    "day",
    "daytime", "dry",     "ear",       "eye",       "fever",     "fiber",    "first",     "flu",      "gas",
    "gentle",  "hair",    "headache",  "heat",      "ice",       "itch",     "junior",    "laxative", "lice",
    "max",     "maximum", "medicated", "menstrual", "migraine",  "motion",   "mouth",     "mucus",    "multi",
    "muscle",  "nasal",   "night",     "nighttime", "nose",      "oral",     "pain",      "plus",     "pm",
    "pure",    "rash",    "redness",   "relief",    "relieve",   "reliever", "rub",       "severe",   "sickness",
    "sinus",   "skin",    "sleep",     "softener",  "sore",      "stomach",  "stool",     "strength", "symptom",
    "throat",  "tooth",   "total",     "travel",    "treatment", "ultra",    "vapor",     "wart",     "with"};

bool isGeneral(QByteArrayView word)
{
    const bool digits = std::ranges::all_of(word, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    return digits || word.size() < 2 || productWord(word).kind != WordKind::Other
           || std::ranges::any_of(s_generalWords, [&](const char *known) { return word == known; });
}

bool isOnlyGeneral(const QByteArray &normalized)
{
    return std::ranges::all_of(normalized.split(' '), isGeneral);
}

} // namespace

RxNormPack::RxNormPack(const RxNormRelease &release, const KnowledgeBase &base)
    : m_release(release)
    , m_base(base)
{ }

// RxNorm's ingredients that the base has: by code, else where the name is that of one ingredient.
void RxNormPack::mapIngredients()
{
    const auto own = [&](std::span<const IngredientIndex> found) {
        return found.size() == 1 && m_base.ingredient(found.front()).pack == 0;
    };
    for (auto it = m_release.concepts().cbegin(); it != m_release.concepts().cend(); ++it) {
        if (*it != RxNormRelease::Kind::Ingredient)
            continue;
        if (const auto found = m_base.findCode(CodeSystem::RxNorm, QByteArray::number(it.key())); !found.empty()) {
            if (own(found))
                m_ingredients.insert(it.key(), found.front());
            continue;
        }
        const QByteArray name = DrugName::normalized(QString::fromUtf8(m_release.names().value(it.key())));
        const auto named = m_base.find(name);
        if (named && (named->kind == NameKind::Ingredient || named->kind == NameKind::Synonym)
            && own(named->ingredients)) {
            m_ingredients.insert(it.key(), named->ingredients.front());
            ++m_report.ingredientsByName;
        }
    }
}

RxNormPack::Targets RxNormPack::targetsOf(Code code)
{
    if (const auto known = m_targets.constFind(code); known != m_targets.constEnd())
        return *known;
    Targets targets;
    const std::vector<Code> parts = m_release.ingredientsOf(code);
    const bool isIngredient = m_release.concepts().value(code) == RxNormRelease::Kind::Ingredient;
    if (parts.empty())
        ++m_report.incomplete;
    bool all = true;
    for (const Code part : parts) {
        // Tablets of a pack that hold nothing are of no drug.
        if (m_release.names().value(part).toLower() == "inert ingredients")
            continue;
        const auto found = m_ingredients.constFind(part);
        if (found != m_ingredients.constEnd()) {
            targets.push_back(*found);
        } else {
            m_missing[part] += isIngredient ? 0 : 1;
            all = false;
        }
    }
    if (!all) {
        m_report.notMapped += isIngredient ? 0 : 1;
        targets.clear();
    }
    std::ranges::sort(targets);
    const auto [from, to] = std::ranges::unique(targets);
    targets.erase(from, to);
    m_targets.insert(code, targets);
    return targets;
}

void RxNormPack::addCode(CodeSystem system, const QByteArray &code, const Targets &targets, int &count)
{
    const auto known = m_base.findCode(system, code);
    if (!known.empty()) {
        if (!std::ranges::equal(known, targets))
            ++m_report.otherInBase;
        return;
    }
    Codes &codes = m_codes[targets];
    (system == CodeSystem::Ndc ? codes.ndc : codes.rxnorm).append(code);
    ++count;
}

void RxNormPack::addCodes(const std::atomic_bool &cancelled)
{
    std::vector<Code> all;
    for (auto it = m_release.concepts().cbegin(); it != m_release.concepts().cend(); ++it)
        all.push_back(it.key());
    std::ranges::sort(all); // the same pack of the same release
    m_report.concepts = int(all.size());
    for (const Code code : all) {
        if (cancelled)
            return;
        if (const Targets targets = targetsOf(code); !targets.empty())
            addCode(CodeSystem::RxNorm, QByteArray::number(code), targets, m_report.codes);
    }
    Code last = 0;
    for (const auto &[code, to] : m_release.merged()) {
        if (code == last || m_release.concepts().contains(code))
            continue;
        last = code;
        const auto now = m_release.successor(code);
        if (!now)
            continue;
        const int before = m_report.codes;
        if (const Targets targets = targetsOf(*now); !targets.empty())
            addCode(CodeSystem::RxNorm, QByteArray::number(code), targets, m_report.codes);
        m_report.retired += m_report.codes - before;
    }
}

void RxNormPack::addNdcs(const std::atomic_bool &cancelled)
{
    const auto &all = m_release.ndcs();
    for (std::size_t i = 0; i < all.size() && !cancelled;) {
        const quint64 ndc = all[i].first;
        const Targets targets = targetsOf(all[i].second);
        bool same = true;
        for (; i < all.size() && all[i].first == ndc; ++i)
            same = same && targetsOf(all[i].second) == targets;
        if (!same)
            ++m_report.ambiguousNdcs;
        else if (!targets.empty())
            addCode(CodeSystem::Ndc, QByteArray::number(ndc).rightJustified(11, '0'), targets, m_report.ndcs);
    }
}

// A name that two brands with different drugs have is left out with both.
void RxNormPack::addBrands()
{
    struct Brand
    {
        QString text;
        Targets targets;
        bool clear = true;
    };
    QMap<QByteArray, Brand> brands;
    for (auto it = m_release.concepts().cbegin(); it != m_release.concepts().cend(); ++it) {
        if (*it != RxNormRelease::Kind::Brand || !m_release.names().contains(it.key()))
            continue;
        const QString text = QString::fromUtf8(m_release.names().value(it.key())).simplified();
        const QByteArray name = DrugName::normalized(text);
        const Targets targets = targetsOf(it.key());
        if (name.isEmpty())
            continue;
        const auto known = brands.find(name);
        if (known != brands.end()) {
            known->clear = known->clear && known->targets == targets;
            known->text = std::min(known->text, text);
        } else {
            brands.insert(name, {text, targets, true});
        }
    }
    for (auto it = brands.cbegin(); it != brands.cend(); ++it) {
        if (it->targets.empty())
            continue;
        if (const auto known = m_base.find(it.key())) {
            if (!std::ranges::equal(known->ingredients, it->targets))
                ++m_report.otherInBase;
        } else if (!it->clear || it.key().count(' ') >= s_mostWords || isOnlyGeneral(it.key())) {
            ++m_report.brandsLeftOut;
        } else {
            m_brands += "product " + it->text.toUtf8() + "\n  of " + list(it->targets).toUtf8() + "\n  source rxnorm\n";
            ++m_report.brands;
        }
    }
}

QString RxNormPack::list(const Targets &targets) const
{
    QStringList names;
    for (const IngredientIndex index : targets)
        names.append(m_base.ingredientName(index));
    return names.join(u" | "_s);
}

QByteArray RxNormPack::codesText() const
{
    QByteArray text;
    const auto lines = [&](const char *key, const QList<QByteArray> &codes) {
        for (qsizetype i = 0; i < codes.size(); i += s_codesALine)
            text += QByteArray("  ") + key + ' ' + codes.sliced(i, std::min(s_codesALine, codes.size() - i)).join(" | ")
                    + '\n';
    };
    for (const auto &[targets, codes] : m_codes) {
        text += "codes " + list(targets).toUtf8() + '\n';
        lines("rxnorm", codes.rxnorm);
        lines("ndc", codes.ndc);
    }
    return text;
}

std::optional<PackContents> RxNormPack::make(QDate today, const std::atomic_bool &cancelled)
{
    mapIngredients();
    addCodes(cancelled);
    addNdcs(cancelled);
    addBrands();
    if (cancelled)
        return std::nullopt;
    for (auto it = m_missing.cbegin(); it != m_missing.cend(); ++it)
        m_report.unknown.append({QString::fromUtf8(m_release.names().value(it.key())), *it});
    std::ranges::sort(m_report.unknown, [](const auto &a, const auto &b) {
        return std::pair(-a.second, a.first) < std::pair(-b.second, b.first);
    });
    const QDate date = m_release.date().isValid() ? m_release.date() : today;
    PackContents contents;
    contents.manifest.name = QString::fromLatin1(packName);
    contents.manifest.release = date.toString(u"yyyy-MM"_s);
    contents.manifest.issued = date;
    contents.manifest.expires = date.addYears(1);
    contents.manifest.publisher = u"made in this vault from RxNorm (U.S. National Library of Medicine)"_s;
    contents.manifest.licence = u"RxNorm, source RXNORM: no restriction"_s;
    contents.manifest.base = m_base.release();
    contents.files = {{u"brands.kb"_s, m_brands}, {u"codes.kb"_s, codesText()}};
    return contents;
}

} // namespace Chartline::Safety
