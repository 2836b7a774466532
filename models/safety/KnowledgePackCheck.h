// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/KnowledgeLines.h"

namespace Chartline::Safety {

// What a pack may say: new things, and exceptions to what is there. Nothing of the base, or of a pack before it, is
// given another meaning, and what goes for all drugs (additive effects, mechanisms) stays the base's. Names, codes and
// rules that are taken are found where those are compiled.
class KnowledgePackCheck
{
public:
    explicit KnowledgePackCheck(QList<KnowledgeProblem> &problems)
        : m_problems(problems)
    { }

    // Every block, those of the base first.
    void check(const KnowledgeBlock &block);

private:
    void problem(const KnowledgeBlock &block, const QString &words, int line = 0);
    void checkSize(const KnowledgeBlock &block);

    QList<KnowledgeProblem> &m_problems;
    QSet<std::pair<QString, QString>> m_taken; // kind and id
    int m_classes = 0;
};

} // namespace Chartline::Safety
