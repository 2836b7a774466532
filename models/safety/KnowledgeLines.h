// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/KnowledgeFormat.h"
#include "safety/KnowledgeTerms.h"
#include "safety/KnowledgeText.h"

#include <QHash>
#include <QSet>
#include <optional>

namespace Chartline::Safety {

// Which vocabulary a block defines; nothing: it is another block.
[[nodiscard]] std::optional<Vocabulary> vocabularyOf(const QString &kind);

// Everything that facts may speak of.
class KnowledgeVocabulary
{
public:
    struct Term
    {
        Vocabulary vocabulary;
        QString id;
        QString unit; // of a laboratory test
    };
    // `item`: "potassium mmol/L" for a test, "CYP2D6 poor" for a gene, else one word.
    void add(Vocabulary vocabulary, const QString &item);
    [[nodiscard]] std::optional<quint16> find(Vocabulary vocabulary, const QString &id) const;

    QList<Term> all;
    QSet<QString> references{QStringLiteral("label")};

private:
    QHash<std::pair<int, QString>, quint16> m_index;
};

struct FactLine
{
    KnowledgeFormat::FactRow row; // without its texts
    QString words;
    QString source;
};

// The lines of an ingredient, understood.
struct IngredientLines
{
    KnowledgeFormat::IngredientRow row; // without its texts and facts
    QStringList synonyms;
    QStringList brands;
    QStringList atc;
    QStringList classes;
    QString source;
    QList<FactLine> facts;
};

[[nodiscard]] IngredientLines readIngredientLines(const KnowledgeBlock &block, const KnowledgeVocabulary &vocabulary,
                                                  QList<KnowledgeProblem> &problems);

} // namespace Chartline::Safety
