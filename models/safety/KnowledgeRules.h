// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/KnowledgeLines.h"
#include "safety/KnowledgeWriter.h"

#include <QBitArray>

namespace Chartline::Safety {

// What selectors look at: an ingredient as it was read.
struct SelectableIngredient
{
    QString name;
    const IngredientLines *lines = nullptr;
    const QSet<int> *classes = nullptr; // with parents
};

// Understands rules and everything they select by. Membership is worked out here, once for all.
class KnowledgeRules
{
public:
    KnowledgeRules(const KnowledgeVocabulary &vocabulary, const QHash<QString, int> &classes,
                   const QList<SelectableIngredient> &ingredients, KnowledgeWriter &writer,
                   QList<KnowledgeProblem> &problems);

    [[nodiscard]] static bool isRule(const KnowledgeBlock &block);
    void read(const KnowledgeBlock &block);
    // When all are read: the sets of each ingredient, and rules that exceptions speak of.
    void finish();

private:
    struct Kind
    {
        const char *name;
        void (KnowledgeRules::*read)(const KnowledgeBlock &);
    };
    [[nodiscard]] static const Kind *kindOf(const KnowledgeBlock &block); // null: no block of rules
    void finishSides();
    using Lines = QList<KnowledgeLine>;
    void wrong(const KnowledgeBlock &block, const KnowledgeLine &line, const QString &words = {});
    void readRule(const KnowledgeBlock &block);
    void readAdditive(const KnowledgeBlock &block);
    void readMechanism(const KnowledgeBlock &block);
    void readException(const KnowledgeBlock &block);
    void readDuplicate(const KnowledgeBlock &block);
    [[nodiscard]] quint16 selector(const KnowledgeBlock &block, const KnowledgeLine &line, const QString &text);
    [[nodiscard]] QBitArray knownTermSet(const KnowledgeBlock &block, const KnowledgeLine &line, const QString &term);
    [[nodiscard]] QBitArray termSet(const KnowledgeBlock &block, const KnowledgeLine &line, const QString &term);
    // True where the line was one of these.
    bool readWords(const KnowledgeLine &line, KnowledgeFormat::WordsRow &words);
    bool readContext(const KnowledgeBlock &block, const KnowledgeLine &line);
    [[nodiscard]] bool readContextKind(const KnowledgeBlock &block, const KnowledgeLine &line, const QString &text,
                                       KnowledgeFormat::ContextRow &row);
    void finishWords(const KnowledgeBlock &block, KnowledgeFormat::WordsRow &words);
    [[nodiscard]] std::optional<Tier> tierOf(const QString &word) const;

    const KnowledgeVocabulary &m_vocabulary;
    const QHash<QString, int> &m_classes;
    const QList<SelectableIngredient> &m_ingredients;
    KnowledgeWriter &m_writer;
    QList<KnowledgeProblem> &m_problems;
    QHash<QString, quint16> m_selectors;
    QHash<QString, QBitArray> m_terms;
    QList<QBitArray> m_sets;
    QHash<QString, qsizetype> m_byName; // ingredients
    QSet<QString> m_ruleIds;
    struct Reference
    {
        QString rule;
        QString file;
        int line = 0;
    };
    QList<Reference> m_mentioned;
    bool m_namesDrugs = false; // the selectors read since it was cleared
};

} // namespace Chartline::Safety
