// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/KnowledgeFormat.h"
#include "safety/KnowledgeTerms.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace Chartline::Safety {

// Puts the sections of the compiled form together. Equal texts and equal lists of targets are stored once.
class KnowledgeWriter
{
public:
    [[nodiscard]] KnowledgeFormat::Header &header() { return m_header; }
    [[nodiscard]] KnowledgeFormat::Text text(const QByteArray &utf8);
    [[nodiscard]] KnowledgeFormat::Text text(const QString &words) { return text(words.toUtf8()); }
    // For texts that hardly ever come twice, as codes.
    [[nodiscard]] KnowledgeFormat::Text ownText(const QByteArray &utf8);
    [[nodiscard]] quint32 targets(const QList<quint16> &list);

    struct NameEntry
    {
        QByteArray name;
        NameKind kind = NameKind::Ingredient;
        quint32 target = 0;
        int count = 0;
        int words = 1;
    };
    // At most half full, so that a name is found in a few steps, and always within mostNameSteps.
    [[nodiscard]] static QList<KnowledgeFormat::NameRow> table(KnowledgeWriter &writer, const QList<NameEntry> &names);
    [[nodiscard]] QByteArray finish();

    QList<KnowledgeFormat::TermRow> terms;
    QList<KnowledgeFormat::ClassRow> classes;
    QList<KnowledgeFormat::ReferenceRow> references;
    QList<KnowledgeFormat::IngredientRow> ingredients;
    QList<KnowledgeFormat::FactRow> facts;
    QList<quint64> classSets;
    QList<KnowledgeFormat::CodeRow> codes;
    QList<KnowledgeFormat::NameRow> names;
    QList<KnowledgeFormat::NameRow> spellings;
    QList<quint64> selectorSets;
    QList<quint64> sideSets;
    QList<KnowledgeFormat::RuleRow> rules;
    QList<quint16> ruleEffects;
    QList<KnowledgeFormat::ContextRow> contexts;
    QList<KnowledgeFormat::AdditiveRow> additives;
    QList<KnowledgeFormat::MechanismRow> mechanisms;
    QList<KnowledgeFormat::ExceptionRow> exceptions;
    QList<KnowledgeFormat::DuplicateRow> duplicates;
    QList<KnowledgeFormat::TermKeyRow> termKeys;
    QList<KnowledgeFormat::TermUnitRow> termUnits;
    QList<KnowledgeFormat::TermLinkRow> termLinks;
    QList<KnowledgeFormat::PackRow> packs;

private:
    template<typename Row>
    void section(KnowledgeFormat::Section which, const QList<Row> &rows);

    KnowledgeFormat::Header m_header;
    QByteArray m_strings;
    QHash<QByteArray, KnowledgeFormat::Text> m_texts;
    QList<quint16> m_targets;
    QHash<QList<quint16>, quint32> m_targetLists;
    QByteArray m_body;
};

} // namespace Chartline::Safety
