// SPDX-License-Identifier: Apache-2.0
#include "safety/KnowledgeWriter.h"

#include <QCryptographicHash>
#include <algorithm>
#include <bit>

namespace Chartline::Safety {

using namespace KnowledgeFormat;

Text KnowledgeWriter::text(const QByteArray &utf8)
{
    if (utf8.isEmpty())
        return {};
    auto found = m_texts.constFind(utf8);
    if (found == m_texts.constEnd()) {
        found = m_texts.insert(utf8, {quint32(m_strings.size()), quint32(utf8.size())});
        m_strings += utf8;
    }
    return *found;
}

Text KnowledgeWriter::ownText(const QByteArray &utf8)
{
    const Text text{quint32(m_strings.size()), quint32(utf8.size())};
    m_strings += utf8;
    return text;
}

quint32 KnowledgeWriter::targets(const QList<quint16> &list)
{
    auto found = m_targetLists.constFind(list);
    if (found == m_targetLists.constEnd()) {
        found = m_targetLists.insert(list, quint32(m_targets.size()));
        m_targets += list;
    }
    return *found;
}

QList<NameRow> KnowledgeWriter::table(KnowledgeWriter &writer, const QList<NameEntry> &entries)
{
    QList<NameEntry> sorted = entries;
    std::ranges::sort(sorted, [](const NameEntry &a, const NameEntry &b) {
        return std::pair(a.name, a.kind) < std::pair(b.name, b.kind);
    });
    for (auto size = std::bit_ceil(std::max<quint64>(quint64(entries.size()) * 2, 16));; size *= 2) {
        QList<NameRow> rows{qsizetype(size), NameRow()};
        quint64 mostSteps = 0;
        for (const NameEntry &entry : std::as_const(sorted)) {
            quint64 at = hash(entry.name.constData(), entry.name.size()) & (size - 1);
            quint64 steps = 1;
            for (; rows[qsizetype(at)].text.length > 0; ++steps)
                at = (at + 1) & (size - 1);
            mostSteps = std::max(mostSteps, steps);
            rows[qsizetype(at)] = {writer.text(entry.name), entry.target, quint16(entry.count), quint8(entry.kind),
                                   quint8(entry.words)};
        }
        if (mostSteps < mostNameSteps)
            return rows;
    }
}

template<typename Row>
void KnowledgeWriter::section(Section which, const QList<Row> &rows)
{
    while (m_body.size() % 8 != 0)
        m_body += '\0';
    const qsizetype bytes = rows.size() * qsizetype(sizeof(Row));
    m_header.sections[which] = {sizeof(Header) + quint64(m_body.size()), quint64(bytes)};
    m_body.append(reinterpret_cast<const char *>(rows.constData()), bytes);
}

QByteArray KnowledgeWriter::finish()
{
    static_assert(sizeof(Header) == 64 + SectionCount * sizeof(SectionRow)); // no padding: the same bytes again
    m_header.magic = magic;
    m_header.version = version;
    section(Terms, terms);
    section(Classes, classes);
    section(References, references);
    section(Ingredients, ingredients);
    section(Facts, facts);
    section(ClassSets, classSets);
    section(Codes, codes);
    section(Names, names);
    section(Spellings, spellings);
    section(Targets, m_targets);
    section(SelectorSets, selectorSets);
    section(Rules, rules);
    section(RuleEffects, ruleEffects);
    section(Contexts, contexts);
    section(Additives, additives);
    section(Mechanisms, mechanisms);
    section(Exceptions, exceptions);
    section(Duplicates, duplicates);
    section(TermKeys, termKeys);
    section(TermUnits, termUnits);
    section(TermLinks, termLinks);
    section(SideSets, sideSets);
    section(Packs, packs);
    section(Strings, QList<char>(m_strings.begin(), m_strings.end()));
    QByteArray all(reinterpret_cast<const char *>(&m_header), sizeof m_header);
    all += m_body;
    return all + QCryptographicHash::hash(all, QCryptographicHash::Sha256);
}

} // namespace Chartline::Safety
