// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Elements.h"
#include "safety/KnowledgeBase.h"

#include <QHash>
#include <QStringList>
#include <vector>

namespace Chartline::Safety {

// Recognises the conditions, tests, allergens and gene variants of the vocabulary in what sources say, by code and by
// words. Pure; safe from several threads. Terms are indices into the knowledge base's.
class TermBook
{
public:
    explicit TermBook(std::shared_ptr<const KnowledgeBase> base);

    // With what they include (severe liver disease is liver disease), ascending. `text`: further words, e.g. a note.
    [[nodiscard]] std::vector<quint16> conditions(const Clinical::CodeableConcept &concept_) const;
    // By its LOINC code; by its name only where it has none. Nothing for tests of other things than blood; `specimen`,
    // in words, is looked at where there is no LOINC code.
    [[nodiscard]] std::optional<quint16> lab(const Clinical::CodeableConcept &concept_,
                                             const QString &specimen = {}) const;
    // The test that measures a drug by this name; nothing for most.
    [[nodiscard]] std::optional<quint16> levelOf(const QString &drug) const;
    [[nodiscard]] std::vector<quint16> allergens(const Clinical::CodeableConcept &concept_) const;
    // The words of a text, normalized, that belong to no phrase for an allergen.
    [[nodiscard]] QList<QByteArray> wordsBesideAllergens(QStringView text) const;
    [[nodiscard]] std::vector<quint16> genes(QStringView text) const;
    // Of a result whose test names the gene and whose answer names what was found: "HLA-B*57:01 [Presence]" and
    // "Positive"; nothing where the answer is "Negative" or the like. `loinc`: of the test, may be empty.
    [[nodiscard]] std::vector<quint16> genes(const QString &test, const QString &loinc, const QString &answer) const;

    enum class ValueFault : quint8 { None, Unit, Implausible };
    struct OwnValue
    {
        double value = 0; // in the unit of the vocabulary, where there is no fault
        ValueFault fault = ValueFault::None;
    };
    // A value in the unit of the vocabulary. `units`: the same unit as its source writes it, by code and in print;
    // those that are not known are passed over, and it is a fault where none is known or two contradict each other. No
    // unit, or "1", is right for tests without a dimension. `upper`: of normal, in the same unit as the value; for
    // tests in multiples of it. HbA1c in mmol/mol becomes % by the master equation, % = 0.09148 × mmol/mol + 2.152
    // (IFCC and NGSP: Hoelzel W et al., Clin Chem 2004;50:166).
    [[nodiscard]] OwnValue ownValue(quint16 lab, double value, const QStringList &units,
                                    std::optional<double> upper = {}) const;
    // Whether a unit is one of a test's.
    [[nodiscard]] bool isUnitOf(quint16 lab, const QString &unit) const;
    // A value in the unit of the vocabulary; nothing where the unit is unknown or the value is not plausible in it.
    // `upper`: of normal, in the same unit as the value; for tests in multiples of it.
    [[nodiscard]] std::optional<double> inOwnUnit(quint16 lab, double value, const QString &unit,
                                                  std::optional<double> upper = {}) const;

    struct Watched
    {
        quint16 lab = 0;
        bool highIsBad = true;
    };
    // Tests that show an effect.
    [[nodiscard]] std::vector<Watched> watched(quint16 effect) const;
    // What an allergy to one group means for another one (or itself); null: nothing.
    [[nodiscard]] const KnowledgeFormat::TermLinkRow *reach(quint16 from, quint16 to) const;

    [[nodiscard]] const KnowledgeBase &base() const { return *m_base; }

private:
    using Terms = std::vector<quint16>;
    [[nodiscard]] Terms byWords(Vocabulary vocabulary, QStringView text) const;
    void addByCode(TermKey kind, Vocabulary vocabulary, QByteArray code, Terms &terms) const;
    void include(Terms &terms) const;
    [[nodiscard]] Vocabulary vocabularyOf(quint16 term) const;
    // own = scale × value + offset
    struct Conversion
    {
        double scale = 1;
        double offset = 0;
        bool operator==(const Conversion &) const = default;
    };
    [[nodiscard]] std::optional<Conversion> conversionOf(quint16 lab, const QString &unit) const;
    [[nodiscard]] std::optional<Conversion> conversionByKey(quint16 lab, const QString &key) const;
    [[nodiscard]] QStringList genesNamedIn(const QString &test, const QString &loinc) const;

    std::shared_ptr<const KnowledgeBase> m_base;
    QHash<QByteArray, Terms> m_words; // normalized phrases
    QHash<QByteArray, Terms> m_notWords;
    std::array<QHash<QByteArray, Terms>, 4> m_codes; // by TermKey, without Words
    int m_mostWords = 1;
    QHash<quint16, QHash<QString, double>> m_units;
};

} // namespace Chartline::Safety
