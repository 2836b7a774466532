// SPDX-License-Identifier: Apache-2.0
#include "safety/KnowledgePackCheck.h"

namespace Chartline::Safety {

using namespace Qt::StringLiterals;

namespace {

// Of one block other than `codes`, and of a pack with the base: far more than anyone writes, and few enough for
// everything that counts them.
constexpr qsizetype s_mostCharacters = 32 * 1024;
constexpr int s_mostClasses = 4096;

} // namespace

void KnowledgePackCheck::problem(const KnowledgeBlock &block, const QString &words, int line)
{
    m_problems.append({block.file, line > 0 ? line : block.number, u"%1 %2: %3"_s.arg(block.kind, block.id, words)});
}

void KnowledgePackCheck::checkSize(const KnowledgeBlock &block)
{
    qsizetype size = block.id.size();
    for (const KnowledgeLine &line : block.lines)
        size += line.key.size() + line.value.size() + line.words.size() + line.source.size() + 1;
    if (size > s_mostCharacters)
        problem(block, u"too long"_s);
}

void KnowledgePackCheck::check(const KnowledgeBlock &block)
{
    if (block.kind == "class"_L1 && ++m_classes == s_mostClasses)
        problem(block, u"too many classes"_s);
    if (vocabularyOf(block.kind)) {
        for (const KnowledgeLine &line : block.lines) {
            for (const QString &item : knowledgeList(line.value)) {
                const std::pair key(block.kind, block.kind == "labs"_L1 ? item.section(u' ', 0, 0) : item);
                if (block.pack > 0 && m_taken.contains(key))
                    problem(block, u"is there already: "_s + key.second, line.number);
                m_taken.insert(key);
            }
        }
    } else if (block.kind != "codes"_L1) {
        const std::pair key(block.kind, block.id);
        if (block.pack > 0 && (block.kind == "additive"_L1 || block.kind == "mechanism"_L1))
            problem(block, u"only the base says so"_s);
        else if (block.pack > 0 && m_taken.contains(key))
            problem(block, u"is there already"_s);
        else if (block.pack > 0 && block.id.isEmpty())
            problem(block, u"no name"_s);
        m_taken.insert(key);
    }
    if (block.pack > 0 && block.kind != "codes"_L1)
        checkSize(block);
}

} // namespace Chartline::Safety
