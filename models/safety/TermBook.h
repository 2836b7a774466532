// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Elements.h"
#include "safety/KnowledgeBase.h"

#include <QHash>
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
    // By its LOINC code; by its name only where it has none. Nothing for tests of other things than blood.
    [[nodiscard]] std::optional<quint16> lab(const Clinical::CodeableConcept &concept_) const;
    // The test that measures a drug by this name; nothing for most.
    [[nodiscard]] std::optional<quint16> levelOf(const QString &drug) const;
    [[nodiscard]] std::vector<quint16> allergens(const Clinical::CodeableConcept &concept_) const;
    [[nodiscard]] std::vector<quint16> genes(QStringView text) const;

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
    [[nodiscard]] std::optional<double> factorOf(quint16 lab, const QString &unit) const;

    std::shared_ptr<const KnowledgeBase> m_base;
    QHash<QByteArray, Terms> m_words; // normalized phrases
    QHash<QByteArray, Terms> m_notWords;
    std::array<QHash<QByteArray, Terms>, 4> m_codes; // by TermKey, without Words
    int m_mostWords = 1;
    QHash<quint16, QHash<QString, double>> m_units;
};

} // namespace Chartline::Safety
