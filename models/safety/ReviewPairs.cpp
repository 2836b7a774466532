// SPDX-License-Identifier: Apache-2.0
#include "safety/KnowledgeWords.h"
#include "safety/ReviewRun.h"

#include <algorithm>

namespace Chartline::Safety {

using namespace KnowledgeFormat;
using namespace Qt::StringLiterals;

namespace {

constexpr double s_halfLives = 5; // until a drug is gone (3 % left)
constexpr double s_longestTail = 365; // days, by half-life alone

bool isRule(const PairFinding &finding)
{
    return finding.finder == Finder::PairRule || finding.finder == Finder::ClassRule;
}

} // namespace

void ReviewRun::checkPairs()
{
    constexpr qsizetype usualAlerts = 256;
    m_review.alerts.reserve(usualAlerts);
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        for (std::size_t j = i + 1; j < m_all.size(); ++j) {
            // Parts of one product are meant to go together; two drugs written in one line are not.
            const IngredientIndex first = m_all[i].ingredient;
            const IngredientIndex second = m_all[j].ingredient;
            const bool isProduct = m_all[i].course == m_all[j].course && m_reviewer.arePartsOfProduct(first, second);
            if (first != second && !isProduct)
                checkPair(m_all[i], m_all[j]);
        }
    }
}

// A rule with several effects is one card.
void ReviewRun::checkPair(const Exposure &first, const Exposure &second)
{
    m_findings.clear();
    m_reviewer.engine().check(first.ingredient, second.ingredient, m_findings);
    for (std::size_t i = 0; i < m_findings.size(); ++i) {
        const PairFinding &finding = m_findings[i];
        const auto isSame = [&](const PairFinding &other) {
            return isRule(finding) && isRule(other) && other.row == finding.row && other.swapped == finding.swapped;
        };
        if (std::any_of(m_findings.begin(), m_findings.begin() + std::ptrdiff_t(i), isSame))
            continue;
        std::vector<quint16> effects{finding.effect};
        for (std::size_t j = i + 1; j < m_findings.size(); ++j) {
            if (isSame(m_findings[j]))
                effects.push_back(m_findings[j].effect);
        }
        if (finding.swapped)
            addFinding(finding, effects, second, first);
        else
            addFinding(finding, effects, first, second);
    }
}

std::span<const ContextRow> ReviewRun::contextsOf(const PairFinding &finding) const
{
    switch (finding.finder) {
    case Finder::Additive: return m_base.contextsOf(m_base.additives()[finding.row]);
    case Finder::Mechanism: return {};
    default: return m_base.contextsOf(m_base.rules()[finding.row]);
    }
}

// The longest of what a rule says of its drug and what is known of the drug for the effect, the system or all that it
// does; where nothing is said, its half-life.
Tail ReviewRun::tailOf(const PairFinding &finding, const Exposure &exposure, char side, bool isVictim,
                       bool &byHalfLife) const
{
    constexpr double day = 24;
    Tail tail;
    const auto lengthen = [&](float hours, Text words) {
        if (double(hours) / day > tail.days)
            tail = {double(hours) / day, m_base.string(words)};
    };
    for (const ContextRow &row : contextsOf(finding)) {
        if (row.act == quint8(ContextAct::Washout) && row.side == side)
            lengthen(row.number, row.words);
    }
    for (const FactRow &fact : m_base.facts(exposure.ingredient)) {
        const bool isOf = fact.kind == quint8(FactKind::AllTail)
                          || (fact.kind == quint8(FactKind::Tail)
                              && (fact.term == finding.effect || (!isVictim && fact.term == finding.system)));
        if (isOf)
            lengthen(fact.number, fact.words);
    }
    byHalfLife = !(tail.days > 0);
    if (byHalfLife)
        tail.days =
            std::min(s_halfLives * double(m_base.ingredient(exposure.ingredient).halfLifeHours) / day, s_longestTail);
    return tail;
}

const WordsRow &ReviewRun::wordsOf(const PairFinding &finding) const
{
    switch (finding.finder) {
    case Finder::Additive: return m_base.additives()[finding.row].words;
    case Finder::Mechanism: return m_base.mechanisms()[finding.row].words;
    default: return m_base.rules()[finding.row].words;
    }
}

void ReviewRun::addFinding(const PairFinding &finding, const std::vector<quint16> &effects, const Exposure &a,
                           const Exposure &b)
{
    const Meeting meeting = meetingOf(finding, a, b);
    const Overlap overlap = meeting.overlap.overlap;
    if (overlap == Overlap::None || (overlap == Overlap::Historical && finding.tier < Tier::Prominent))
        return;
    const Exposure sides[] = {a, b};
    SafetyAlert alert = begin(AlertKind::Interaction, AlertTopic::Interaction, sides);
    alert.overlap = meeting.overlap;
    alert.tier = alert.baseTier = finding.tier;
    setEffects(alert, effects);
    alert.id = u"interaction:%1:%2"_s.arg(alert.effects.first(), keysOf(alert));
    setWords(alert, wordsOf(finding), finding.system == none ? QString() : m_base.termName(finding.system));
    if (isRule(finding))
        alert.evidence = QString::fromLatin1(KnowledgeWords::evidence[m_base.rules()[finding.row].evidence]);
    const auto contexts = contextsOf(finding);
    applyVerdict(alert, m_judge->judge(contexts, sides));
    moveByRoute(alert, sides, contexts);
    if (overlap == Overlap::Historical)
        move(alert, AlertMove::Why::Historical, 0);
    else if (overlap == Overlap::Washout)
        moveByWashout(alert, meeting, meeting.overlap.firstIsGone ? a : b);
    moveByCourses(alert, sides);
    if (alert.tier > Tier::Hidden)
        addLevels(alert, effects);
    const bool isCommon = finding.finder == Finder::Additive && alert.tier > Tier::Hidden && overlap == Overlap::Active;
    const auto place = finish(std::move(alert), sides);
    if (place && isCommon)
        m_common.insert(*place);
    else if (place)
        m_common.erase(*place);
}

// Drugs that are planned or were never fetched count as if they were taken, so that the question is asked.
ReviewRun::Meeting ReviewRun::meetingOf(const PairFinding &finding, const Exposure &a, const Exposure &b) const
{
    Meeting meeting;
    if (countsAsTaken(*a.of) && countsAsTaken(*b.of)) {
        meeting.overlap = overlapOf(*a.of, {}, *b.of, {}, m_at);
        meeting.overlap.overlap = Overlap::Active;
        return meeting;
    }
    bool aByHalfLife = false;
    bool bByHalfLife = false;
    const Tail aTail = tailOf(finding, a, 'a', finding.finder == Finder::Mechanism, aByHalfLife);
    const Tail bTail = tailOf(finding, b, 'b', false, bByHalfLife);
    meeting.overlap = overlapOf(*a.of, aTail, *b.of, bTail, m_at);
    const bool aIsGone = meeting.overlap.firstIsGone;
    meeting.tail = aIsGone ? aTail : bTail;
    meeting.overlap.endIsGuess = (aIsGone ? a : b).of->endIsGuess;
    meeting.isByHalfLife = aIsGone ? aByHalfLife : bByHalfLife;
    return meeting;
}

void ReviewRun::moveByWashout(SafetyAlert &alert, const Meeting &meeting, const Exposure &gone) const
{
    const QString name = m_base.ingredientName(gone.ingredient);
    const QDate ended = gone.of->endIsGuess ? QDate() : gone.of->lastDay();
    if (meeting.isByHalfLife && alert.tier >= alert.baseTier)
        move(alert, AlertMove::Why::Ended, -1, meeting.tail.words, name, ended);
    else
        alert.moves.append({AlertMove::Why::StillActs, 0, meeting.tail.words, ended, name});
}

void ReviewRun::moveByRoute(SafetyAlert &alert, Sides sides, std::span<const ContextRow> contexts) const
{
    char letter = 'a';
    for (const Exposure &side : sides) {
        if (!m_judge->speaksOfRoute(contexts, letter++, side.of->route) && m_judge->isLocal(side)) {
            move(alert, AlertMove::Why::LocalRoute, 0, {}, m_base.ingredientName(side.ingredient));
            return;
        }
    }
}

void ReviewRun::checkTriples()
{
    for (const RuleRow &rule : m_base.rules()) {
        if (rule.c != none)
            checkTriple(rule);
    }
}

// The first three different drugs that fit: one card for a rule.
void ReviewRun::checkTriple(const RuleRow &rule)
{
    const auto fits = [&](const Exposure &exposure, quint16 selector) {
        return m_base.fits(exposure.ingredient, selector) && !m_judge->isLocal(exposure);
    };
    for (const Exposure &a : m_taken) {
        if (!fits(a, rule.a))
            continue;
        for (const Exposure &b : m_taken) {
            if (b.ingredient == a.ingredient || !fits(b, rule.b))
                continue;
            for (const Exposure &c : m_taken) {
                if (c.ingredient == a.ingredient || c.ingredient == b.ingredient || !fits(c, rule.c)
                    || (a.course == b.course && b.course == c.course))
                    continue;
                const Exposure sides[] = {a, b, c};
                addTriple(rule, sides);
                return;
            }
        }
    }
}

void ReviewRun::addTriple(const RuleRow &rule, Sides sides)
{
    SafetyAlert alert = begin(AlertKind::Interaction, AlertTopic::Triple, sides);
    alert.tier = alert.baseTier = Tier(rule.tier);
    const auto span = m_base.effectsOf(rule);
    const std::vector<quint16> effects(span.begin(), span.end());
    setEffects(alert, effects);
    alert.id = u"interaction:%1:%2"_s.arg(m_base.string(rule.id), keysOf(alert));
    alert.evidence = QString::fromLatin1(KnowledgeWords::evidence[rule.evidence]);
    setWords(alert, rule.words);
    applyVerdict(alert, m_judge->judge(m_base.contextsOf(rule), sides));
    moveByCourses(alert, sides);
    addLevels(alert, effects);
    finish(std::move(alert), sides);
}

// Of the members that are taken for certain and act on the whole body, where there are two of them; else of all,
// lowered by what is unsure or local. A gel beside two tablets does not make the tablets quieter.
void ReviewRun::checkDuplicates()
{
    const auto areApart = [&](const std::vector<Exposure> &members) {
        return std::ranges::any_of(members, [&](const Exposure &one) {
            return one.ingredient != members.front().ingredient && one.course != members.front().course;
        });
    };
    for (const DuplicateRow &row : m_base.duplicates()) {
        std::vector<Exposure> sure;
        std::vector<Exposure> systemic;
        std::vector<Exposure> all;
        const auto add = [](std::vector<Exposure> &members, const Exposure &exposure) {
            if (!std::ranges::contains(members, exposure.ingredient, &Exposure::ingredient))
                members.push_back(exposure);
        };
        for (const Exposure &exposure : m_taken) {
            if (!m_base.fits(exposure.ingredient, row.selector))
                continue;
            add(all, exposure);
            if (m_judge->isLocal(exposure))
                continue;
            add(systemic, exposure);
            if (!doubtOf(exposure))
                add(sure, exposure);
        }
        if (areApart(sure))
            addDuplicate(row, sure, true);
        else if (areApart(systemic))
            addDuplicate(row, systemic, false);
        else if (areApart(all))
            addDuplicate(row, all, false);
    }
}

void ReviewRun::addDuplicate(const DuplicateRow &row, const std::vector<Exposure> &members, bool areSure)
{
    SafetyAlert alert = begin(AlertKind::Duplicate, AlertTopic::DuplicateClass, members);
    alert.tier = alert.baseTier = Tier(row.tier);
    alert.effects = {m_base.string(row.name)};
    alert.effectNames = alert.effects;
    alert.id = u"duplicate:%1:%2"_s.arg(alert.effects.first(), keysOf(alert));
    setWords(alert, row.words);
    const auto contexts = m_base.contextsOf(row);
    applyVerdict(alert, m_judge->judge(contexts, members));
    if (!areSure) {
        moveByRoute(alert, members, contexts);
        moveByCourses(alert, members);
    }
    finish(std::move(alert), members);
}

// One ingredient in two products at once: both count towards its dose.
void ReviewRun::checkSameIngredient()
{
    std::map<IngredientIndex, std::vector<Exposure>> byIngredient;
    for (const Exposure &exposure : m_taken) {
        if (!m_judge->isLocal(exposure))
            byIngredient[exposure.ingredient].push_back(exposure);
    }
    for (const auto &[ingredient, exposures] : byIngredient) {
        if (exposures.size() < 2)
            continue;
        SafetyAlert alert = begin(AlertKind::Duplicate, AlertTopic::DuplicateIngredient, exposures);
        const bool isDrug = m_base.ingredient(ingredient).kind <= quint8(IngredientKind::Biologic);
        alert.tier = alert.baseTier = isDrug ? Tier::Prominent : Tier::Hidden;
        alert.id = u"duplicate:ingredient:"_s + keyOf(ingredient);
        alert.effects = {m_base.ingredientName(ingredient)};
        alert.effectNames = alert.effects;
        // Insulins and doses of one drug by two ways are often meant: said, not shouted.
        std::set<Route> ways;
        for (const Exposure &exposure : exposures) {
            if (exposure.of->route != Route::Unknown)
                ways.insert(exposure.of->route);
        }
        const bool twoWays = ways.size() > 1;
        const bool asNeeded = std::ranges::any_of(exposures, [](const Exposure &e) { return e.of->asNeeded; });
        if (twoWays || asNeeded)
            alert.tier = alert.baseTier = Tier::Passive;
        moveByCourses(alert, exposures);
        finish(std::move(alert), exposures);
    }
}

// Three drugs that sedate are one card that names all three, not three cards.
void ReviewRun::mergeCommon()
{
    QHash<QString, std::size_t> byEffect;
    for (const std::size_t at : m_common) {
        SafetyAlert &alert = m_review.alerts[qsizetype(at)];
        const QString effect = alert.effects.first();
        if (!byEffect.contains(effect)) {
            byEffect.insert(effect, at);
            continue;
        }
        m_merged.insert(at);
        SafetyAlert &first = m_review.alerts[qsizetype(byEffect.value(effect))];
        if (alert.tier > first.tier)
            std::swap(alert, first); // the louder one speaks
        for (const AlertDrug &drug : std::as_const(alert.drugs)) {
            if (!std::ranges::contains(first.drugs, drug.ingredient, &AlertDrug::ingredient))
                first.drugs.append(drug);
        }
        for (const AlertLevel &level : std::as_const(alert.levels)) {
            if (!std::ranges::contains(first.levels, level.lab, &AlertLevel::lab))
                first.levels.append(level);
        }
        first.snapshot.insert(alert.snapshot);
        first.facts += alert.facts;
        first.id = u"interaction:%1:%2"_s.arg(effect, keysOf(first));
    }
}

} // namespace Chartline::Safety
