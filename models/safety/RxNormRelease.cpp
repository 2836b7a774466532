// SPDX-License-Identifier: Apache-2.0
#include "safety/RxNormRelease.h"

#include "safety/Ndc.h"

#include <algorithm>
#include <array>

namespace Chartline::Safety {

namespace {

constexpr qsizetype s_longestRow = 64 * 1024;
constexpr std::size_t s_mostRows = 20'000'000; // of what is kept of one table
constexpr int s_deepest = 12; // a pack, its drugs, their components, a precise ingredient, its ingredient: five
constexpr std::size_t s_mostIngredients = 128; // of one drug; multivitamins have some forty

struct File
{
    const char *name;
    RxNormRelease::Table table;
    std::size_t columns; // at least
};
constexpr std::array s_files{File{"RXNATOMARCHIVE.RRF", RxNormRelease::Table::AtomArchive, 16},
                             File{"RXNCONSO.RRF", RxNormRelease::Table::Concepts, 17},
                             File{"RXNCUI.RRF", RxNormRelease::Table::ChangedCodes, 5},
                             File{"RXNREL.RRF", RxNormRelease::Table::Relations, 15},
                             File{"RXNSAB.RRF", RxNormRelease::Table::Sources, 7},
                             File{"RXNSAT.RRF", RxNormRelease::Table::Attributes, 12}};

// Term types of things that have ingredients.
constexpr std::array s_drugs{"SCD",  "SBD",  "SCDC",  "SBDC",  "SCDF",  "SBDF",  "SCDG", "SBDG",
                             "GPCK", "BPCK", "SCDFP", "SBDFP", "SCDGP", "SBDGP", "MIN",  "PIN"};
// What leads from the whole to its parts: the second concept of a row has this to the first.
constexpr std::array s_relations{"has_ingredient", "has_ingredients", "consists_of", "tradename_of",
                                 "form_of",        "has_part",        "contains"};

template<std::size_t N>
bool isOneOf(QByteArrayView word, const std::array<const char *, N> &words)
{
    return std::ranges::any_of(words, [&](const char *known) { return word == known; });
}

RxNormRelease::Code codeOf(QByteArrayView text)
{
    bool ok = false;
    const RxNormRelease::Code code = text.toUInt(&ok);
    return ok ? code : 0;
}

// "20AA_250106F": the date of the release is its last digits but for the letter.
QDate dateIn(QByteArrayView version)
{
    const qsizetype at = version.lastIndexOf('_');
    const QString digits =
        QString::fromLatin1(version.sliced(at + 1).first(std::min<qsizetype>(6, version.size() - at - 1)));
    const QDate date = QDate::fromString(QStringLiteral("20") + digits, QStringLiteral("yyyyMMdd"));
    return date;
}

} // namespace

std::optional<RxNormRelease::Table> RxNormRelease::tableOf(QStringView fileName)
{
    const auto found =
        std::ranges::find_if(s_files, [&](const File &file) { return fileName == QLatin1StringView(file.name); });
    return found == s_files.end() ? std::nullopt : std::optional(found->table);
}

bool RxNormRelease::add(Table table, QByteArrayView piece)
{
    while (!piece.isEmpty()) {
        const qsizetype end = piece.indexOf('\n');
        if (end < 0) {
            m_rest += piece;
            return m_rest.size() <= s_longestRow;
        }
        bool fine = false;
        if (m_rest.isEmpty()) {
            fine = row(table, piece.first(end));
        } else {
            m_rest += piece.first(end);
            fine = m_rest.size() <= s_longestRow && row(table, m_rest);
            m_rest.clear();
        }
        if (!fine)
            return false;
        piece = piece.sliced(end + 1);
    }
    return true;
}

bool RxNormRelease::finishTable(Table table)
{
    const QByteArray last = std::exchange(m_rest, {});
    if (!last.isEmpty() && !row(table, last))
        return false;
    for (auto *pairs : {&m_parts, &m_drugs, &m_merged}) {
        std::ranges::sort(*pairs);
        const auto [from, to] = std::ranges::unique(*pairs);
        pairs->erase(from, to);
    }
    std::ranges::sort(m_ndcs);
    return true;
}

bool RxNormRelease::isComplete() const
{
    return !m_concepts.isEmpty() && !m_parts.empty();
}

bool RxNormRelease::row(Table table, QByteArrayView line)
{
    if (line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return true;
    m_columns.clear();
    for (qsizetype begin = 0; begin < line.size();) {
        const qsizetype end = line.indexOf('|', begin);
        m_columns.push_back(line.sliced(begin, (end < 0 ? line.size() : end) - begin));
        begin = end < 0 ? line.size() : end + 1;
    }
    if (m_columns.size() < s_files[std::size_t(table)].columns)
        return false;
    switch (table) {
    case Table::AtomArchive:
        if (m_columns[13] == "RXNORM")
            addMerged(m_columns[12], m_columns[15]);
        break;
    case Table::Concepts: addConcept(m_columns); break;
    case Table::ChangedCodes:
        if (m_columns[3] == "1")
            addMerged(m_columns[0], m_columns[4]);
        break;
    case Table::Relations: addRelation(m_columns); break;
    case Table::Sources:
        if (m_columns[3] == "RXNORM")
            m_date = dateIn(m_columns[6]);
        break;
    case Table::Attributes: addAttribute(m_columns); break;
    }
    return std::max({m_parts.size(), m_drugs.size(), m_ndcs.size(), m_merged.size(), std::size_t(m_concepts.size())})
           <= s_mostRows;
}

// RXCUI 0, SAB 11, TTY 12, STR 14, SUPPRESS 16.
void RxNormRelease::addConcept(const std::vector<QByteArrayView> &columns)
{
    const Code code = codeOf(columns[0]);
    if (code == 0 || columns[11] != "RXNORM")
        return;
    const QByteArrayView type = columns[12];
    const bool isDrug = isOneOf(type, s_drugs);
    if (type != "IN" && type != "BN" && !isDrug)
        return;
    const Kind kind = type == "IN" ? Kind::Ingredient : type == "BN" ? Kind::Brand : Kind::Drug;
    m_concepts.insert(code, kind);
    // A brand that is not sold any more is still found by its code.
    if (kind == Kind::Ingredient || (kind == Kind::Brand && columns[16] == "N"))
        m_names.insert(code, columns[14].toByteArray());
}

// RXCUI1 0, STYPE1 2, RXCUI2 4, RELA 7, SAB 10.
void RxNormRelease::addRelation(const std::vector<QByteArrayView> &columns)
{
    if (columns[10] != "RXNORM" || columns[2] != "CUI" || !isOneOf(columns[7], s_relations))
        return;
    const Code part = codeOf(columns[0]);
    const Code whole = codeOf(columns[4]);
    const auto kind = m_concepts.constFind(whole);
    if (part == 0 || kind == m_concepts.constEnd())
        return;
    if (*kind == Kind::Drug && m_concepts.value(part) == Kind::Brand)
        m_drugs.emplace_back(part, whole);
    else
        m_parts.emplace_back(whole, part);
}

// RXCUI 0, ATN 8, SAB 9, ATV 10.
void RxNormRelease::addAttribute(const std::vector<QByteArrayView> &columns)
{
    if (columns[8] != "NDC" || columns[9] != "RXNORM")
        return;
    const Code code = codeOf(columns[0]);
    const QByteArray ndc = Ndc::normalized(columns[10]);
    if (!ndc.isEmpty() && m_concepts.contains(code))
        m_ndcs.emplace_back(ndc.toULongLong(), code);
}

void RxNormRelease::addMerged(QByteArrayView from, QByteArrayView to)
{
    const Code before = codeOf(from);
    const Code after = codeOf(to);
    if (before != 0 && after != 0 && before != after)
        m_merged.emplace_back(before, after);
}

bool RxNormRelease::collect(Code code, int depth, std::vector<Code> &found) const
{
    const auto kind = m_concepts.constFind(code);
    if (kind == m_concepts.constEnd() || depth > s_deepest || found.size() > s_mostIngredients)
        return false;
    if (*kind == Kind::Ingredient) {
        found.push_back(code);
        return true;
    }
    const auto [from, to] = std::ranges::equal_range(m_parts, code, {}, &std::pair<Code, Code>::first);
    return from != to && std::all_of(from, to, [&](const std::pair<Code, Code> &part) {
               return collect(part.second, depth + 1, found);
           });
}

std::vector<RxNormRelease::Code> RxNormRelease::ofBrand(Code code) const
{
    const auto [from, to] = std::ranges::equal_range(m_drugs, code, {}, &std::pair<Code, Code>::first);
    std::vector<Code> agreed;
    for (auto drug = from; drug != to; ++drug) {
        std::vector<Code> one = ingredientsOf(drug->second);
        if (!one.empty() && !agreed.empty() && one != agreed)
            return {};
        if (!one.empty())
            agreed = std::move(one);
    }
    return agreed;
}

std::vector<RxNormRelease::Code> RxNormRelease::ingredientsOf(Code code) const
{
    std::vector<Code> found;
    const auto [first, last] = std::ranges::equal_range(m_drugs, code, {}, &std::pair<Code, Code>::first);
    if (first != last)
        return ofBrand(code);
    if (!collect(code, 0, found))
        return {};
    std::ranges::sort(found);
    const auto [from, to] = std::ranges::unique(found);
    found.erase(from, to);
    return found;
}

std::optional<RxNormRelease::Code> RxNormRelease::successor(Code code) const
{
    for (int step = 0; step < s_deepest; ++step) {
        const auto [from, to] = std::ranges::equal_range(m_merged, code, {}, &std::pair<Code, Code>::first);
        if (to - from != 1)
            return std::nullopt;
        code = from->second;
        if (m_concepts.contains(code))
            return code;
    }
    return std::nullopt;
}

} // namespace Chartline::Safety
