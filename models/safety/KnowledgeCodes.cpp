// SPDX-License-Identifier: Apache-2.0
#include "safety/KnowledgeCodes.h"

#include <algorithm>

namespace Chartline::Safety {

using namespace Qt::StringLiterals;

namespace {

struct System
{
    const char *name;
    CodeSystem system;
    qsizetype least; // characters
    qsizetype most;
};
// An NDC is in its form of eleven digits without hyphens (5-4-2), as RxNorm has it.
constexpr System s_systems[] = {{"rxnorm", CodeSystem::RxNorm, 1, 10},
                                {"ndc", CodeSystem::Ndc, 11, 11},
                                {"atc", CodeSystem::Atc, 5, 7},
                                {"snomed", CodeSystem::Snomed, 6, 18}};

bool fits(const System &system, const QString &code)
{
    const auto plain = [&](QChar c) {
        return (c >= u'0' && c <= u'9') || (system.system == CodeSystem::Atc && c >= u'A' && c <= u'Z');
    };
    return code.size() >= system.least && code.size() <= system.most && std::ranges::all_of(code, plain);
}

} // namespace

void KnowledgeCodes::add(CodeSystem system, const QString &code, const QList<quint16> &targets,
                         const KnowledgeBlock &block, int line)
{
    m_entries.push_back({system, code.toUtf8(), targets, &block, line > 0 ? line : block.number});
}

void KnowledgeCodes::read(const KnowledgeBlock &block, const QHash<QString, quint16> &ingredients)
{
    const auto problem = [&](int line, const QString &words) {
        m_problems.append({block.file, line, u"%1 %2: %3"_s.arg(block.kind, block.id, words)});
    };
    QList<quint16> targets;
    for (const QString &name : knowledgeList(block.id)) {
        const auto found = ingredients.constFind(name);
        if (found == ingredients.constEnd())
            problem(block.number, u"no ingredient "_s + name);
        else if (!targets.contains(*found))
            targets.append(*found);
    }
    std::ranges::sort(targets);
    if (targets.isEmpty())
        problem(block.number, u"of nothing"_s);
    for (const KnowledgeLine &line : block.lines) {
        if (line.key == "source"_L1)
            continue;
        const auto system =
            std::ranges::find_if(s_systems, [&](const System &s) { return line.key == QLatin1StringView(s.name); });
        if (system == std::end(s_systems)) {
            problem(line.number, u"unknown line "_s + line.key);
            continue;
        }
        for (const QString &code : knowledgeList(line.value)) {
            if (fits(*system, code))
                add(system->system, code, targets, block, line.number);
            else
                problem(line.number, u"no %1 code: %2"_s.arg(line.key, code));
        }
    }
}

void KnowledgeCodes::write(KnowledgeWriter &writer)
{
    std::ranges::stable_sort(m_entries, [](const Entry &a, const Entry &b) {
        return std::pair(a.system, QByteArrayView(a.code)) < std::pair(b.system, QByteArrayView(b.code));
    });
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        if (i + 1 < m_entries.size() && m_entries[i + 1].system == entry.system
            && m_entries[i + 1].code == entry.code) {
            // The later one stands, which in the base says the same more exactly.
            const Entry &next = m_entries[i + 1];
            if (next.block->pack > 0 && next.targets != entry.targets)
                m_problems.append(
                    {next.block->file, next.line,
                     u"%1: code %2 is also of %3 (%4:%5)"_s
                         .arg(next.block->id, QString::fromUtf8(next.code), entry.block->id, entry.block->file)
                         .arg(entry.line)});
            continue;
        }
        writer.codes.append({quint32(entry.system), writer.ownText(entry.code), writer.targets(entry.targets),
                             quint32(entry.targets.size())});
    }
}

} // namespace Chartline::Safety
