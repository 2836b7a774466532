// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/KnowledgeBase.h"

#include <vector>

namespace Chartline::Safety {

// What found an interaction. Earlier ones take precedence over later ones.
enum class Finder : quint8 { PairRule, ClassRule, Additive, Mechanism };

// One effect of two drugs on each other, as far as drugs alone tell; a patient's context moves it afterwards.
struct PairFinding
{
    Tier tier = Tier::None;
    Finder finder = Finder::PairRule;
    quint16 effect = 0; // term
    quint16 row = 0; // of the rules, additives or mechanisms
    // Indices into {first, second}: which of them is `a` of a rule, or the victim of a mechanism.
    bool swapped = false;
    // Of a mechanism: the system, how strongly it is changed (Strength), and how much the victim depends on it.
    quint16 system = KnowledgeFormat::none;
    quint8 strength = 0;
    quint8 sensitivity = 0;
    bool operator==(const PairFinding &) const = default;
};

// Reasons about two drugs in the order of the rules in models/safety/knowledge/README.md. Pure; safe from several
// threads. Everything about an ingredient is laid out when it is made, so that a pair costs little.
class PairEngine
{
public:
    explicit PairEngine(std::shared_ptr<const KnowledgeBase> base);

    // Every effect once, the loudest first. Empty for a drug and itself.
    void check(IngredientIndex first, IngredientIndex second, std::vector<PairFinding> &findings) const;
    [[nodiscard]] std::vector<PairFinding> check(IngredientIndex first, IngredientIndex second) const;
    [[nodiscard]] const KnowledgeBase &base() const { return *m_base; }

private:
    struct Level
    {
        quint16 term = 0;
        quint8 level = 0;
    };
    // Of one ingredient; each list by term.
    struct Profile
    {
        std::vector<Level> does;
        std::vector<Level> substrate;
        std::vector<Level> activated;
        std::vector<Level> inhibits;
        std::vector<Level> induces;
        std::vector<quint16> excess;
        std::vector<quint16> loss;
        quint8 index = 0; // TherapeuticIndex
    };
    class Check;

    std::shared_ptr<const KnowledgeBase> m_base;
    std::vector<Profile> m_profiles;
    std::vector<quint16> m_additiveOf; // by effect term: row; none
    std::vector<quint16> m_mechanismOf; // by MechanismAct: row; none
    quint16 m_failure = 0; // terms
    quint16 m_toxicity = 0;
};

} // namespace Chartline::Safety
