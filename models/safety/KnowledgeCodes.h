// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/KnowledgeText.h"
#include "safety/KnowledgeWriter.h"

#include <vector>

namespace Chartline::Safety {

// Gathers which codes stand for which ingredients: those of ingredients and products, and blocks `codes`, which come by
// the hundred thousand.
class KnowledgeCodes
{
public:
    explicit KnowledgeCodes(QList<KnowledgeProblem> &problems)
        : m_problems(problems)
    { }

    // `targets`: ascending. The block must outlive this.
    void add(CodeSystem system, const QString &code, const QList<quint16> &targets, const KnowledgeBlock &block,
             int line = 0);
    // `codes INGREDIENT | INGREDIENT` with lines `rxnorm`, `ndc`, `atc`, `snomed`.
    void read(const KnowledgeBlock &block, const QHash<QString, quint16> &ingredients);
    // When all are there: in their order. A code that a pack gives another meaning is a problem.
    void write(KnowledgeWriter &writer);

private:
    struct Entry
    {
        CodeSystem system = CodeSystem::RxNorm;
        QByteArray code;
        QList<quint16> targets;
        const KnowledgeBlock *block = nullptr;
        int line = 0;
    };
    QList<KnowledgeProblem> &m_problems;
    std::vector<Entry> m_entries;
};

} // namespace Chartline::Safety
