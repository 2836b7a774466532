// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/KnowledgeLines.h"
#include "safety/KnowledgeWriter.h"

namespace Chartline::Safety {

// Understands the blocks of models/safety/knowledge/terms: how conditions, tests, allergens and gene variants are
// recognised in a record, and what terms say of each other.
class KnowledgeTermBlocks
{
public:
    // The rows of all terms are in `writer` already, in their order.
    KnowledgeTermBlocks(const KnowledgeVocabulary &vocabulary, KnowledgeWriter &writer,
                        QList<KnowledgeProblem> &problems);

    [[nodiscard]] static bool isTerm(const KnowledgeBlock &block);
    void read(const KnowledgeBlock &block);
    // When all are read: puts the rows in their order.
    void finish();

private:
    void wrong(const KnowledgeBlock &block, const KnowledgeLine &line, const QString &words = {});
    bool readKeys(const KnowledgeLine &line);
    bool readNumbers(const KnowledgeBlock &block, const KnowledgeLine &line);
    bool readLinks(const KnowledgeBlock &block, const KnowledgeLine &line);
    void readUnits(const KnowledgeBlock &block, const KnowledgeLine &line);
    void readWatch(const KnowledgeBlock &block, const KnowledgeLine &line);
    [[nodiscard]] std::optional<quint16> term(const KnowledgeBlock &block, const KnowledgeLine &line,
                                              Vocabulary vocabulary, const QString &id);

    const KnowledgeVocabulary &m_vocabulary;
    KnowledgeWriter &m_writer;
    QList<KnowledgeProblem> &m_problems;
    QSet<quint16> m_read;
    Vocabulary m_of = Vocabulary::Conditions; // of the block at hand
    quint16 m_term = 0;
    QString m_source;
};

} // namespace Chartline::Safety
