// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/KnowledgeFormat.h"
#include "safety/KnowledgeTerms.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <expected>
#include <memory>
#include <optional>
#include <span>

namespace Chartline::Safety {

// Index of an ingredient in one KnowledgeBase; nothing else makes one.
using IngredientIndex = quint16;

// Why knowledge cannot be used. Whoever meets it says "not checked", never "no interaction".
struct KnowledgeFault
{
    enum class Kind : quint8 { Damaged, TooNew };
    Kind kind = Kind::Damaged;
    QString detail; // for a log: which part; never anything of a patient
};

template<typename T>
using KnowledgeResult = std::expected<T, KnowledgeFault>;

// What is known of drugs: compiled from models/safety/knowledge, read in place, never changed. Safe from several
// threads. Texts are views into it, or UTF-8 turned into strings when asked for.
class KnowledgeBase
{
public:
    // `bytes` are kept. Damaged unless the form, every index in it and its checksum are right; TooNew where its
    // version is not this program's.
    [[nodiscard]] static KnowledgeResult<std::shared_ptr<const KnowledgeBase>> open(QByteArray bytes);

    [[nodiscard]] QString name() const { return string(m_header->name); }
    [[nodiscard]] QString release() const { return string(m_header->release); }
    [[nodiscard]] QDate issued() const;
    [[nodiscard]] QDate expires() const;
    [[nodiscard]] QByteArray sha256() const; // of the compiled form
    // The base and the packs in it, as rows name them; 0 is the base.
    [[nodiscard]] std::span<const KnowledgeFormat::PackRow> packs() const { return m_packs; }
    [[nodiscard]] QString packName(quint32 index) const { return string(m_packs[index].name); }

    using IngredientRow = KnowledgeFormat::IngredientRow;
    using FactRow = KnowledgeFormat::FactRow;
    [[nodiscard]] int ingredientCount() const { return int(m_ingredients.size()); }
    [[nodiscard]] const IngredientRow &ingredient(IngredientIndex index) const { return m_ingredients[index]; }
    [[nodiscard]] QString ingredientName(IngredientIndex index) const { return string(m_ingredients[index].name); }
    [[nodiscard]] std::span<const FactRow> facts(IngredientIndex index) const;
    [[nodiscard]] QString sourceOf(IngredientIndex index, const FactRow &fact) const;

    [[nodiscard]] int classCount() const { return int(m_classes.size()); }
    [[nodiscard]] QString className(int index) const { return string(m_classes[std::size_t(index)].name); }
    [[nodiscard]] QString classId(int index) const { return string(m_classes[std::size_t(index)].id); }
    [[nodiscard]] std::optional<int> classIndex(QByteArrayView id) const;
    [[nodiscard]] bool isIn(IngredientIndex index, int drugClass) const;

    // Index of a term in one numbering for all vocabularies, as FactRow::term has it.
    [[nodiscard]] std::optional<int> term(Vocabulary vocabulary, QByteArrayView id) const;
    [[nodiscard]] QByteArrayView termId(int term) const { return view(m_terms[std::size_t(term)].id); }
    [[nodiscard]] QByteArrayView termUnit(int term) const { return view(m_terms[std::size_t(term)].extra); }
    // For people; the id where no name is given.
    [[nodiscard]] QString termName(int term) const;
    [[nodiscard]] const KnowledgeFormat::TermRow &termRow(int term) const { return m_terms[std::size_t(term)]; }
    [[nodiscard]] int termCount() const { return int(m_terms.size()); }

    struct Name
    {
        NameKind kind = NameKind::Ingredient;
        std::span<const IngredientIndex> ingredients; // several: a combination
        QByteArrayView text;
    };
    // By a normalized name (DrugName); nothing: not known.
    [[nodiscard]] std::optional<Name> find(QByteArrayView normalized) const;
    // By a spelling key.
    [[nodiscard]] std::optional<Name> findSpelling(QByteArrayView key) const;
    // Calls act(normalized name, NameKind) for every name, in no order.
    template<typename Act>
    void eachName(Act act) const
    {
        for (const KnowledgeFormat::NameRow &row : m_names) {
            if (row.text.length > 0 && row.kind != quint8(NameKind::FirstWord))
                act(view(row.text), NameKind(row.kind));
        }
    }
    // Calls act(span of ingredients) for every name of a combination, in no order.
    template<typename Act>
    void eachCombination(Act act) const
    {
        for (const KnowledgeFormat::NameRow &row : m_names) {
            if (row.count > 1)
                act(m_targets.subspan(row.target, row.count));
        }
    }
    // How many words the longest name has that begins with this one; 0: none does.
    [[nodiscard]] int longestFrom(QByteArrayView firstWord) const;
    [[nodiscard]] std::span<const IngredientIndex> findCode(CodeSystem system, QByteArrayView code) const;

    // Whether an ingredient fits a selector of a rule.
    [[nodiscard]] bool fits(IngredientIndex index, quint16 selector) const
    {
        const quint64 word = m_selectorSets[std::size_t(index) * m_header->selectorWords + selector / 64];
        return (word >> (selector % 64) & 1) != 0;
    }
    [[nodiscard]] std::span<const KnowledgeFormat::RuleRow> rules() const { return m_rules; }
    // Bits: the rules, and the exceptions, of which an ingredient is side 0 (`a`) or 1 (`b`).
    [[nodiscard]] std::span<const quint64> ruleSides(IngredientIndex index, int side) const
    {
        return sides(index).subspan(std::size_t(side) * m_header->ruleWords, m_header->ruleWords);
    }
    [[nodiscard]] std::span<const quint64> exceptionSides(IngredientIndex index, int side) const
    {
        return sides(index).subspan(2 * std::size_t(m_header->ruleWords) + std::size_t(side) * m_header->exceptionWords,
                                    m_header->exceptionWords);
    }
    [[nodiscard]] std::span<const quint16> effectsOf(const KnowledgeFormat::RuleRow &rule) const
    {
        return m_ruleEffects.subspan(rule.firstEffect, rule.effectCount);
    }
    template<typename Row>
    [[nodiscard]] std::span<const KnowledgeFormat::ContextRow> contextsOf(const Row &row) const
    {
        return m_contexts.subspan(row.firstContext, row.contextCount);
    }
    [[nodiscard]] std::span<const KnowledgeFormat::AdditiveRow> additives() const { return m_additives; }
    [[nodiscard]] std::span<const KnowledgeFormat::MechanismRow> mechanisms() const { return m_mechanisms; }
    [[nodiscard]] std::span<const KnowledgeFormat::ExceptionRow> exceptions() const { return m_exceptions; }
    [[nodiscard]] std::span<const KnowledgeFormat::DuplicateRow> duplicates() const { return m_duplicates; }

    [[nodiscard]] std::span<const KnowledgeFormat::TermKeyRow> termKeys() const { return m_termKeys; }
    [[nodiscard]] std::span<const KnowledgeFormat::TermUnitRow> termUnits() const { return m_termUnits; }
    [[nodiscard]] std::span<const KnowledgeFormat::TermLinkRow> termLinks() const { return m_termLinks; }

    [[nodiscard]] QByteArrayView view(KnowledgeFormat::Text text) const;
    [[nodiscard]] QString string(KnowledgeFormat::Text text) const { return QString::fromUtf8(view(text)); }

private:
    explicit KnowledgeBase(QByteArray bytes);
    [[nodiscard]] KnowledgeResult<void> check();
    [[nodiscard]] bool checkRows() const;
    [[nodiscard]] bool checkRules() const;
    [[nodiscard]] bool checkTerms() const;
    [[nodiscard]] bool checkPacks() const;
    [[nodiscard]] bool sidesExist() const;
    [[nodiscard]] bool isText(KnowledgeFormat::Text text) const;
    template<typename Row>
    [[nodiscard]] bool take(KnowledgeFormat::Section section, std::span<const Row> &rows) const;
    [[nodiscard]] std::optional<Name> nameIn(std::span<const KnowledgeFormat::NameRow> table,
                                             QByteArrayView text) const;
    [[nodiscard]] const KnowledgeFormat::NameRow *nameRow(std::span<const KnowledgeFormat::NameRow> table,
                                                          QByteArrayView text, bool firstWord) const;

    [[nodiscard]] std::span<const quint64> sides(IngredientIndex index) const
    {
        const std::size_t each = 2 * (std::size_t(m_header->ruleWords) + m_header->exceptionWords);
        return m_sideSets.subspan(index * each, each);
    }

    QByteArray m_bytes;
    const KnowledgeFormat::Header *m_header = nullptr;
    QByteArrayView m_strings;
    std::span<const KnowledgeFormat::TermRow> m_terms;
    std::span<const KnowledgeFormat::ClassRow> m_classes;
    std::span<const KnowledgeFormat::ReferenceRow> m_references;
    std::span<const IngredientRow> m_ingredients;
    std::span<const FactRow> m_facts;
    std::span<const quint64> m_classSets;
    std::span<const KnowledgeFormat::CodeRow> m_codes;
    std::span<const KnowledgeFormat::NameRow> m_names;
    std::span<const KnowledgeFormat::NameRow> m_spellings;
    std::span<const IngredientIndex> m_targets;
    std::span<const quint64> m_selectorSets;
    std::span<const quint64> m_sideSets;
    std::span<const KnowledgeFormat::RuleRow> m_rules;
    std::span<const quint16> m_ruleEffects;
    std::span<const KnowledgeFormat::ContextRow> m_contexts;
    std::span<const KnowledgeFormat::AdditiveRow> m_additives;
    std::span<const KnowledgeFormat::MechanismRow> m_mechanisms;
    std::span<const KnowledgeFormat::ExceptionRow> m_exceptions;
    std::span<const KnowledgeFormat::DuplicateRow> m_duplicates;
    std::span<const KnowledgeFormat::TermKeyRow> m_termKeys;
    std::span<const KnowledgeFormat::TermUnitRow> m_termUnits;
    std::span<const KnowledgeFormat::TermLinkRow> m_termLinks;
    std::span<const KnowledgeFormat::PackRow> m_packs;
};

} // namespace Chartline::Safety
