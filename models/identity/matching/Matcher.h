// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/matching/Population.h"
#include "identity/matching/WeightTable.h"

#include <QList>
#include <memory>

namespace Chartline::Matching {

// What is to be done with two records.
enum class Verdict : quint8 { Different, Review, Same };

// Which tier speaks: a rule (a shared number of one system, nothing against it), or the weights.
enum class Tier : quint8 { Rule, Weights };

// Why two records are never joined without a person looking at them, however much they agree.
enum class Veto : quint8 {
    Twins = 1, // family, birth date and household agree, the given names do not
    JuniorSenior = 2, // one name and household, another suffix or a generation between the birth dates
    Newborn = 4, // a child without a name yet
    SexConflict = 8,
    NumberConflict = 16, // one system gave them different numbers
    NoName = 32, // unknown, anonymous, John Doe
    NumberContradicted = 64, // a shared number, and names and birth date of two people
};
Q_DECLARE_FLAGS(Vetoes, Veto)
Q_DECLARE_OPERATORS_FOR_FLAGS(Vetoes)

struct MatchScore
{
    // log2 of how much likelier the records are of one person than of two (Fellegi and Sunter's weight, strangers and
    // relatives taken together): the Bayes factor, in bits.
    double weight = 0;
    // The same after the prior (1 of Population::size()): log2 of the odds, and the probability.
    double odds = 0;
    double probability = 0;
    Vetoes vetoes;
    Tier tier = Tier::Weights;
    Verdict verdict = Verdict::Different;
};

// One field of the explanation. The weights add up to MatchScore::weight; that of Household is what relatives take off.
struct FieldComparison
{
    Field field = Field::Given;
    Level level = Level::Missing;
    QString a; // as prepared: folded
    QString b;
    double weight = 0; // bits
};

struct MatchExplanation
{
    MatchScore score;
    QList<FieldComparison> fields; // those that are known on both sides, and Household
};

struct MatchSettings
{
    // Set for fewer than one false link in 10 000; tests/bench/match_eval measures it.
    double linkProbability = 0.97;
    double reviewProbability = 0.05;
    // Multiplies the weights of each field: for measuring how much they matter.
    std::array<float, fieldCount> strength{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
};

// Compares people. A pure function of the two, the population and the settings: symmetric, the same in every run, locale
// and order. Safe to be used by several threads at once, while nobody adds to the vocabulary.
class Matcher
{
public:
    Matcher(const Vocabulary &words, const Population &population, const MatchSettings &settings = {});

    [[nodiscard]] MatchScore score(const PersonIdentity &a, const PersonIdentity &b) const;
    [[nodiscard]] MatchExplanation explain(const PersonIdentity &a, const PersonIdentity &b) const;
    [[nodiscard]] const MatchSettings &settings() const { return m_settings; }
    [[nodiscard]] const Vocabulary &words() const { return *m_words; }
    [[nodiscard]] const Population &population() const { return *m_population; }

private:
    const Vocabulary *m_words;
    const Population *m_population;
    MatchSettings m_settings;
    WeightTable m_table;
};

} // namespace Chartline::Matching
