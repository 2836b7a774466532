// SPDX-License-Identifier: Apache-2.0
#include "safety/KnowledgeTermBlocks.h"

#include "safety/DrugName.h"
#include "safety/KnowledgeWords.h"

namespace Chartline::Safety {

using namespace KnowledgeFormat;
using KnowledgeWords::oneOf;
using namespace Qt::StringLiterals;

namespace {

struct Kind
{
    const char *name;
    Vocabulary vocabulary;
};
constexpr Kind s_kinds[] = {{"condition", Vocabulary::Conditions},
                            {"lab", Vocabulary::Labs},
                            {"allergen", Vocabulary::Allergens},
                            {"gene", Vocabulary::Genes},
                            {"effect", Vocabulary::Effects}};

struct Key
{
    const char *name;
    TermKey kind;
};
constexpr Key s_keys[] = {{"snomed", TermKey::Snomed}, {"icd10", TermKey::Icd10}, {"icd9", TermKey::Icd9},
                          {"loinc", TermKey::Loinc},   {"words", TermKey::Words}, {"not-words", TermKey::NotWords}};

const Kind *kindOf(const KnowledgeBlock &block)
{
    const auto found =
        std::ranges::find_if(s_kinds, [&](const Kind &kind) { return block.kind == QLatin1StringView(kind.name); });
    return found == std::end(s_kinds) ? nullptr : found;
}

std::optional<float> numberOf(const QString &text)
{
    bool ok = false;
    const float number = text.toFloat(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

} // namespace

KnowledgeTermBlocks::KnowledgeTermBlocks(const KnowledgeVocabulary &vocabulary, KnowledgeWriter &writer,
                                         QList<KnowledgeProblem> &problems)
    : m_vocabulary(vocabulary)
    , m_writer(writer)
    , m_problems(problems)
{ }

bool KnowledgeTermBlocks::isTerm(const KnowledgeBlock &block)
{
    return kindOf(block) != nullptr;
}

void KnowledgeTermBlocks::wrong(const KnowledgeBlock &block, const KnowledgeLine &line, const QString &words)
{
    m_problems.append(
        {block.file, line.number,
         u"%1: %2"_s.arg(block.id, words.isEmpty() ? u"cannot be read: %1 %2"_s.arg(line.key, line.value) : words)});
}

std::optional<quint16> KnowledgeTermBlocks::term(const KnowledgeBlock &block, const KnowledgeLine &line,
                                                 Vocabulary vocabulary, const QString &id)
{
    const auto found = m_vocabulary.find(vocabulary, id);
    if (!found)
        wrong(block, line, u"unknown: "_s + id);
    return found;
}

void KnowledgeTermBlocks::read(const KnowledgeBlock &block)
{
    m_of = kindOf(block)->vocabulary;
    const auto found = m_vocabulary.find(m_of, block.id);
    if (!found || m_read.contains(*found)) {
        m_problems.append({block.file, block.number, block.id + (found ? u": twice"_s : u": not in the vocabulary"_s)});
        return;
    }
    m_term = *found;
    m_read.insert(m_term);
    const KnowledgeLine *source = block.line(u"source");
    m_source = source ? source->value : QString();
    for (const KnowledgeLine &line : block.lines) {
        if (line.key == "name"_L1)
            m_writer.terms[m_term].name = m_writer.text(line.value);
        else if (line.key != "source"_L1 && !readKeys(line) && !readNumbers(block, line) && !readLinks(block, line))
            wrong(block, line, u"unknown line "_s + line.key);
        if (!line.source.isEmpty() && !m_vocabulary.references.contains(line.source.section(u' ', 0, 0)))
            wrong(block, line, u"no reference "_s + line.source);
    }
    if (m_writer.terms[m_term].name.length == 0)
        m_problems.append({block.file, block.number, block.id + u": no name"_s});
}

bool KnowledgeTermBlocks::readKeys(const KnowledgeLine &line)
{
    const auto key = std::ranges::find_if(s_keys, [&](const Key &k) { return line.key == QLatin1StringView(k.name); });
    if (key == std::end(s_keys))
        return false;
    for (const QString &item : knowledgeList(line.value)) {
        const bool isWords = key->kind == TermKey::Words || key->kind == TermKey::NotWords;
        const QByteArray text = isWords ? DrugName::normalized(item) : item.toUtf8();
        if (!text.isEmpty())
            m_writer.termKeys.append({quint16(key->kind), m_term, m_writer.text(text)});
    }
    return true;
}

bool KnowledgeTermBlocks::readNumbers(const KnowledgeBlock &block, const KnowledgeLine &line)
{
    TermRow &row = m_writer.terms[m_term];
    const QStringList parts = line.value.split(u' ', Qt::SkipEmptyParts);
    const std::optional<float> first = numberOf(parts.value(0));
    bool ok = true;
    if (line.key == "lasts"_L1 && m_of == Vocabulary::Conditions) {
        if (line.value == "ever"_L1)
            row.days = -1;
        else if (line.value != "active"_L1)
            ok = first && *first > 0 && parts.value(1) == "d"_L1;
        if (ok && first)
            row.days = *first;
    } else if (line.key == "valid"_L1 && m_of == Vocabulary::Labs) {
        ok = first && *first > 0 && parts.value(1) == "d"_L1;
        row.days = first.value_or(0);
    } else if (line.key == "plausible"_L1 && m_of == Vocabulary::Labs) {
        const std::optional<float> second = numberOf(parts.value(1));
        ok = first && second && *first < *second;
        row.low = first.value_or(0);
        row.high = second.value_or(0);
    } else if (line.key == "upper"_L1 && m_of == Vocabulary::Labs) {
        ok = first && *first > 0;
        row.upper = first.value_or(0);
        row.upperUnit = m_writer.text(parts.mid(1).join(u' '));
    } else if (line.key == "unit"_L1 && m_of == Vocabulary::Labs) {
        readUnits(block, line);
    } else {
        return false;
    }
    if (!ok)
        wrong(block, line);
    return true;
}

// "mg/dL 88.42 | µmol/L 1": the number comes last, as units may have spaces.
void KnowledgeTermBlocks::readUnits(const KnowledgeBlock &block, const KnowledgeLine &line)
{
    for (const QString &item : knowledgeList(line.value)) {
        bool ok = false;
        const double factor = item.section(u' ', -1).toDouble(&ok);
        const QString unit = item.section(u' ', 0, -2).trimmed();
        if (!ok || !(factor > 0) || unit.isEmpty())
            wrong(block, line, u"no unit: "_s + item);
        else
            m_writer.termUnits.append({m_term, m_writer.text(unit), 0, factor});
    }
}

bool KnowledgeTermBlocks::readLinks(const KnowledgeBlock &block, const KnowledgeLine &line)
{
    TermLinkRow row;
    row.from = m_term;
    row.words = m_writer.text(line.words);
    row.source = m_writer.text(line.source.isEmpty() ? m_source : line.source);
    row.pack = block.pack;
    const auto tier = [&](const QString &word) {
        const auto known = oneOf(KnowledgeWords::tiers, word);
        if (!known)
            wrong(block, line);
        return known.value_or(0);
    };
    if (line.key == "includes"_L1 && m_of == Vocabulary::Conditions) {
        row.kind = quint8(TermLink::Includes);
        for (const QString &id : knowledgeList(line.value)) {
            row.to = term(block, line, m_of, id).value_or(m_term);
            m_writer.termLinks.append(row);
        }
    } else if (line.key == "cross"_L1 && m_of == Vocabulary::Allergens) {
        row.kind = quint8(TermLink::Cross);
        row.to = m_term;
        row.tier = tier(line.value);
        m_writer.termLinks.append(row);
    } else if (line.key == "reaches"_L1 && m_of == Vocabulary::Allergens) {
        row.kind = quint8(TermLink::Reaches);
        row.to = term(block, line, m_of, line.value.section(u' ', 0, 0)).value_or(m_term);
        row.tier = tier(line.value.section(u' ', 1));
        m_writer.termLinks.append(row);
    } else if (line.key == "watch"_L1 && m_of == Vocabulary::Effects) {
        readWatch(block, line);
    } else {
        return false;
    }
    return true;
}

void KnowledgeTermBlocks::readWatch(const KnowledgeBlock &block, const KnowledgeLine &line)
{
    for (const QString &item : knowledgeList(line.value)) {
        TermLinkRow row;
        row.kind = quint8(TermLink::Watch);
        row.pack = block.pack;
        row.from = m_term;
        row.to = term(block, line, Vocabulary::Labs, item.section(u' ', 0, 0)).value_or(m_term);
        const QString way = item.section(u' ', 1);
        if (way != "high"_L1 && way != "low"_L1)
            wrong(block, line);
        row.bad = way == "low"_L1 ? 'l' : 'h';
        m_writer.termLinks.append(row);
    }
}

void KnowledgeTermBlocks::finish()
{
    std::ranges::stable_sort(m_writer.termLinks, {},
                             [](const TermLinkRow &row) { return std::pair(row.kind, row.from); });
}

} // namespace Chartline::Safety
