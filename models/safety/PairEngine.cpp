// SPDX-License-Identifier: Apache-2.0
#include "safety/PairEngine.h"

#include <algorithm>
#include <bit>

namespace Chartline::Safety {

using namespace KnowledgeFormat;

namespace {

// Every position set in both.
template<typename Act>
void eachCommon(std::span<const quint64> a, std::span<const quint64> b, Act act)
{
    for (std::size_t word = 0; word < std::min(a.size(), b.size()); ++word) {
        for (quint64 bits = a[word] & b[word]; bits != 0; bits &= bits - 1)
            act(word * 64 + std::size_t(std::countr_zero(bits)));
    }
}

template<typename Levels, typename Act>
void eachCommonTerm(const Levels &a, const Levels &b, Act act)
{
    auto i = a.begin();
    auto j = b.begin();
    while (i != a.end() && j != b.end()) {
        if (i->term < j->term)
            ++i;
        else if (j->term < i->term)
            ++j;
        else
            act(*i++, *j++);
    }
}

} // namespace

PairEngine::PairEngine(std::shared_ptr<const KnowledgeBase> base)
    : m_base(std::move(base))
    , m_profiles(std::size_t(m_base->ingredientCount()))
    , m_additiveOf(std::size_t(m_base->termCount()), none)
    , m_mechanismOf(4, none)
{
    m_failure = quint16(m_base->term(Vocabulary::Effects, "failure").value_or(none));
    m_toxicity = quint16(m_base->term(Vocabulary::Effects, "toxicity").value_or(none));
    for (std::size_t i = 0; i < m_base->additives().size(); ++i)
        m_additiveOf[m_base->additives()[i].effect] = quint16(i);
    for (std::size_t i = 0; i < m_base->mechanisms().size(); ++i)
        m_mechanismOf[m_base->mechanisms()[i].act] = quint16(i);
    for (std::size_t i = 0; i < m_profiles.size(); ++i) {
        const auto index = IngredientIndex(i);
        Profile &profile = m_profiles[i];
        profile.index = m_base->ingredient(index).index;
        for (const FactRow &fact : m_base->facts(index)) {
            const Level level{fact.term, fact.level};
            switch (FactKind(fact.kind)) {
            case FactKind::Does: profile.does.push_back(level); break;
            case FactKind::Substrate: profile.substrate.push_back(level); break;
            case FactKind::Activated: profile.activated.push_back(level); break;
            case FactKind::Inhibits: profile.inhibits.push_back(level); break;
            case FactKind::Induces: profile.induces.push_back(level); break;
            case FactKind::Excess: profile.excess.push_back(fact.term); break;
            case FactKind::Loss: profile.loss.push_back(fact.term); break;
            default: break;
            }
        }
        for (auto *levels :
             {&profile.does, &profile.substrate, &profile.activated, &profile.inhibits, &profile.induces})
            std::ranges::sort(*levels, {}, &Level::term);
    }
}

// One pair.
class PairEngine::Check
{
public:
    Check(const PairEngine &engine, IngredientIndex first, IngredientIndex second, std::vector<PairFinding> &findings)
        : m_engine(engine)
        , m_base(*engine.m_base)
        , m_indices{first, second}
        , m_first(engine.m_profiles[first])
        , m_second(engine.m_profiles[second])
        , m_findings(findings)
    { }

    void run()
    {
        const auto [first, second] = m_indices;
        const auto note = [&](std::size_t e) { m_exceptions.push_back(e); };
        eachCommon(m_base.exceptionSides(first, 0), m_base.exceptionSides(second, 1), note);
        eachCommon(m_base.exceptionSides(second, 0), m_base.exceptionSides(first, 1), note);
        eachCommon(m_base.ruleSides(first, 0), m_base.ruleSides(second, 1), [&](std::size_t r) { addRule(r, false); });
        eachCommon(m_base.ruleSides(second, 0), m_base.ruleSides(first, 1), [&](std::size_t r) { addRule(r, true); });
        eachCommonTerm(m_first.does, m_second.does, [&](const Level &a, const Level &b) { addAdditive(a, b); });
        addMechanisms(m_first, m_second, false);
        addMechanisms(m_second, m_first, true);
        std::ranges::stable_sort(m_findings,
                                 [](const PairFinding &a, const PairFinding &b) { return a.tier > b.tier; });
    }

private:
    [[nodiscard]] bool isExcepted(const PairFinding &finding, const RuleRow *rule) const
    {
        return std::ranges::any_of(m_exceptions, [&](std::size_t e) {
            const ExceptionRow &exception = m_base.exceptions()[e];
            switch (ExceptionOf(exception.of)) {
            case ExceptionOf::Everything: return true;
            case ExceptionOf::Effect: return exception.effect == finding.effect;
            case ExceptionOf::Mechanism: return finding.finder == Finder::Mechanism;
            case ExceptionOf::Rule: return rule && m_base.view(exception.rule) == m_base.view(rule->id);
            }
            return false;
        });
    }

    // One card for each effect: what takes precedence stays; of the same rank the louder one. A common effect and a
    // changed level are both reasons of their own: the louder one is told.
    void add(const PairFinding &finding, const RuleRow *rule = nullptr)
    {
        if (finding.tier == Tier::None || isExcepted(finding, rule))
            return;
        const auto same = std::ranges::find(m_findings, finding.effect, &PairFinding::effect);
        if (same == m_findings.end())
            m_findings.push_back(finding);
        else if (rank(finding.finder) < rank(same->finder)
                 || (rank(finding.finder) == rank(same->finder) && finding.tier > same->tier))
            *same = finding;
    }

    [[nodiscard]] static int rank(Finder finder) { return std::min(int(finder), int(Finder::Additive)); }

    void addRule(std::size_t index, bool swapped)
    {
        const RuleRow &rule = m_base.rules()[index];
        if (rule.c != none)
            return; // of three drugs
        PairFinding finding;
        finding.tier = Tier(rule.tier);
        finding.finder = rule.isPair ? Finder::PairRule : Finder::ClassRule;
        finding.row = quint16(index);
        finding.swapped = swapped;
        for (const quint16 effect : m_base.effectsOf(rule)) {
            finding.effect = effect;
            add(finding, &rule);
        }
    }

    void addAdditive(const Level &a, const Level &b)
    {
        const quint16 row = m_engine.m_additiveOf[a.term];
        if (row == none)
            return;
        PairFinding finding;
        finding.tier = Tier(m_base.additives()[row].tiers[a.level][b.level]);
        finding.finder = Finder::Additive;
        finding.effect = a.term;
        finding.row = row;
        finding.swapped = a.level < b.level;
        add(finding);
    }

    // The victim's dependence on each system that the perpetrator changes; the strongest change counts.
    void addMechanisms(const Profile &victim, const Profile &perpetrator, bool swapped)
    {
        addMechanism(victim, victim.substrate, perpetrator.inhibits, MechanismAct::Inhibition, swapped);
        addMechanism(victim, victim.substrate, perpetrator.induces, MechanismAct::Induction, swapped);
        addMechanism(victim, victim.activated, perpetrator.inhibits, MechanismAct::ActivationBlocked, swapped);
        addMechanism(victim, victim.activated, perpetrator.induces, MechanismAct::ActivationRaised, swapped);
    }

    void addMechanism(const Profile &victim, const std::vector<Level> &depends, const std::vector<Level> &changes,
                      MechanismAct act, bool swapped)
    {
        const quint16 row = m_engine.m_mechanismOf[std::size_t(act)];
        if (row == none)
            return;
        PairFinding finding;
        finding.finder = Finder::Mechanism;
        finding.row = row;
        finding.swapped = swapped;
        eachCommonTerm(depends, changes, [&](const Level &on, const Level &by) {
            const auto tier = Tier(m_base.mechanisms()[row].tiers[by.level][on.level][victim.index]);
            if (tier > finding.tier) {
                finding.tier = tier;
                finding.system = on.term;
                finding.strength = by.level;
                finding.sensitivity = on.level;
            }
        });
        if (finding.tier == Tier::None)
            return;
        const bool more = act == MechanismAct::Inhibition || act == MechanismAct::ActivationRaised;
        const std::vector<quint16> &effects = more ? victim.excess : victim.loss;
        for (const quint16 effect : effects) {
            finding.effect = effect;
            add(finding);
        }
        if (effects.empty()) {
            finding.effect = more ? m_engine.m_toxicity : m_engine.m_failure;
            add(finding);
        }
    }

    const PairEngine &m_engine;
    const KnowledgeBase &m_base;
    const std::pair<IngredientIndex, IngredientIndex> m_indices;
    const Profile &m_first;
    const Profile &m_second;
    std::vector<PairFinding> &m_findings;
    std::vector<std::size_t> m_exceptions;
};

void PairEngine::check(IngredientIndex first, IngredientIndex second, std::vector<PairFinding> &findings) const
{
    findings.clear();
    if (first != second)
        Check(*this, first, second, findings).run();
}

std::vector<PairFinding> PairEngine::check(IngredientIndex first, IngredientIndex second) const
{
    std::vector<PairFinding> findings;
    check(first, second, findings);
    return findings;
}

} // namespace Chartline::Safety
