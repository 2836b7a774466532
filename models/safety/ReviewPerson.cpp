// SPDX-License-Identifier: Apache-2.0
#include "safety/KnowledgeWords.h"
#include "safety/ReviewRun.h"

#include <algorithm>

namespace Chartline::Safety {

using namespace KnowledgeFormat;
using namespace Qt::StringLiterals;

void ReviewRun::checkPerson()
{
    for (const Exposure &exposure : m_taken) {
        // A drug that acts only where it is applied does little to the rest of the person.
        if (m_judge->isLocal(exposure))
            continue;
        for (const FactRow &fact : m_base.facts(exposure.ingredient))
            checkFact(exposure, fact);
    }
}

void ReviewRun::checkFact(const Exposure &exposure, const FactRow &fact)
{
    switch (FactKind(fact.kind)) {
    case FactKind::Condition: checkCondition(exposure, fact); break;
    case FactKind::Lab: checkLab(exposure, fact); break;
    case FactKind::RenalLimit: checkKidney(exposure, fact); break;
    case FactKind::Age: checkAge(exposure, fact); break;
    case FactKind::Gene: checkGene(exposure, fact); break;
    case FactKind::Pregnancy: checkReproduction(exposure, fact, "pregnancy", AlertTopic::Pregnancy); break;
    case FactKind::Lactation: checkReproduction(exposure, fact, "lactation", AlertTopic::Lactation); break;
    default: break;
    }
}

SafetyAlert ReviewRun::beginFact(AlertKind kind, AlertTopic topic, const Exposure &exposure, const FactRow &fact) const
{
    SafetyAlert alert = begin(kind, topic, std::span(&exposure, 1));
    alert.advice = Advice(fact.advice);
    alert.tier = alert.baseTier = tierOf(alert.advice);
    alert.why = m_base.string(fact.words);
    alert.source = m_base.sourceOf(exposure.ingredient, fact);
    if (const quint32 pack = m_base.ingredient(exposure.ingredient).pack; pack > 0)
        alert.pack = m_base.packName(pack);
    return alert;
}

// One fact may hold through several terms (severe liver disease is liver disease): the loudest of a drug, a topic and
// what of the person it is about stays.
void ReviewRun::keepLoudest(SafetyAlert &&alert, const Exposure &exposure)
{
    moveByCourses(alert, std::span(&exposure, 1));
    const auto same = std::ranges::find_if(m_review.alerts, [&](const SafetyAlert &other) {
        return other.topic == alert.topic && other.drugs.size() == 1
               && other.drugs.first().ingredient == exposure.ingredient && other.facts == alert.facts
               && other.subject == alert.subject && areKin(other.effects.first(), alert.effects.first());
    });
    if (same == m_review.alerts.end()) {
        finish(std::move(alert), std::span(&exposure, 1));
    } else if (alert.tier > same->tier) {
        alert.snapshot = same->snapshot;
        m_byId.insert(alert.id, same - m_review.alerts.begin());
        *same = std::move(alert);
    }
}

// The same, or one is a kind of the other.
bool ReviewRun::areKin(const QString &first, const QString &second) const
{
    return first == second || std::ranges::any_of(m_base.termLinks(), [&](const TermLinkRow &link) {
               if (link.kind != quint8(TermLink::Includes))
                   return false;
               const QString from = QString::fromUtf8(m_base.termId(link.from));
               const QString to = QString::fromUtf8(m_base.termId(link.to));
               return (from == first && to == second) || (from == second && to == first);
           });
}

void ReviewRun::checkCondition(const Exposure &exposure, const FactRow &fact)
{
    const ConditionEntry *entry = m_patient.conditionAt(m_base, fact.term, m_at);
    if (!entry)
        return;
    SafetyAlert alert = beginFact(AlertKind::Condition, AlertTopic::Condition, exposure, fact);
    setEffects(alert, {fact.term});
    alert.id = u"condition:%1:%2"_s.arg(alert.effects.first(), keyOf(exposure.ingredient));
    alert.subject = entry->text;
    alert.facts = {entry->fact};
    keepLoudest(std::move(alert), exposure);
}

void ReviewRun::checkLab(const Exposure &exposure, const FactRow &fact)
{
    const LabEntry *entry = m_patient.labAt(m_base, fact.term, m_at);
    if (!entry)
        return;
    const double limit = double(fact.number);
    const bool passed = fact.compare == '<' ? entry->isBelow(limit) : entry->isAbove(limit);
    if (!passed)
        return;
    SafetyAlert alert = beginFact(AlertKind::Laboratory, AlertTopic::Laboratory, exposure, fact);
    setEffects(alert, {fact.term});
    alert.id = u"laboratory:%1:%2"_s.arg(alert.effects.first(), keyOf(exposure.ingredient));
    alert.facts = {entry->fact};
    alert.limit = double(fact.number);
    alert.actual = entry->value;
    addLevel(alert, fact.term);
    keepLoudest(std::move(alert), exposure);
}

void ReviewRun::checkKidney(const Exposure &exposure, const FactRow &fact)
{
    if (m_kidneyEntry) {
        if (m_kidneyCeiling > double(fact.number))
            return;
        SafetyAlert alert = beginFact(AlertKind::Condition, AlertTopic::Condition, exposure, fact);
        setEffects(alert, {m_kidneyTerm});
        alert.id = u"condition:kidney:%1"_s.arg(keyOf(exposure.ingredient));
        alert.subject = m_kidneyEntry->text;
        alert.facts = {m_kidneyEntry->fact};
        keepLoudest(std::move(alert), exposure);
        return;
    }
    if (!m_kidney || !m_kidney->isBelow(double(fact.number)))
        return;
    SafetyAlert alert = beginFact(AlertKind::Laboratory, AlertTopic::Kidney, exposure, fact);
    setEffects(alert, {m_kidney->lab});
    alert.id = u"laboratory:kidney:%1"_s.arg(keyOf(exposure.ingredient));
    alert.facts = {m_kidney->fact};
    alert.limit = double(fact.number);
    alert.actual = m_kidney->value;
    addLevel(alert, m_kidney->lab);
    keepLoudest(std::move(alert), exposure);
}

// What a guideline for the old advises against (AGS Beers criteria, STOPP) is to know, not to stop a prescriber; what a
// label forbids in children does stop them.
void ReviewRun::checkAge(const Exposure &exposure, const FactRow &fact)
{
    const auto age = fact.compare == '<' ? m_patient.youngestAgeAt(m_at) : m_patient.ageAt(m_at);
    if (!age || (fact.compare == '<' ? *age >= double(fact.number) : *age < double(fact.number)))
        return;
    SafetyAlert alert = beginFact(AlertKind::Condition, AlertTopic::Age, exposure, fact);
    if (fact.compare == '>' && alert.advice == Advice::Avoid)
        alert.tier = alert.baseTier = Tier::Passive;
    alert.effects = {u"age"_s};
    alert.id = u"condition:age:%1"_s.arg(keyOf(exposure.ingredient));
    alert.limit = fact.compare == '<' ? -double(fact.number) : double(fact.number);
    alert.actual = *age;
    keepLoudest(std::move(alert), exposure);
}

void ReviewRun::checkGene(const Exposure &exposure, const FactRow &fact)
{
    const auto entry = std::ranges::find_if(m_patient.genes, [&](const GeneEntry &gene) {
        return gene.variant == fact.term && (!gene.date.isValid() || gene.date <= m_at);
    });
    if (entry == m_patient.genes.end())
        return;
    SafetyAlert alert = beginFact(AlertKind::Gene, AlertTopic::Gene, exposure, fact);
    if (alert.tier < Tier::Passive)
        alert.tier = alert.baseTier = Tier::Passive;
    setEffects(alert, {fact.term});
    alert.id = u"gene:%1:%2"_s.arg(alert.effects.first(), keyOf(exposure.ingredient));
    alert.subject = entry->text;
    alert.facts = {entry->fact};
    keepLoudest(std::move(alert), exposure);
}

void ReviewRun::checkReproduction(const Exposure &exposure, const FactRow &fact, const char *condition,
                                  AlertTopic topic)
{
    // In the record of a small child, a man or an old person the entry is hardly about them: said, not shouted.
    constexpr double youngest = 10;
    constexpr double oldest = 60;
    const auto age = m_patient.ageAt(m_at);
    const bool isUnlikely = m_patient.sex == 'M' || (age && (*age < youngest || *age > oldest));
    const auto term = m_base.term(Vocabulary::Conditions, condition);
    const ConditionEntry *entry = term ? m_patient.conditionAt(m_base, quint16(*term), m_at) : nullptr;
    if (!entry)
        return;
    SafetyAlert alert = beginFact(AlertKind::Condition, topic, exposure, fact);
    if (alert.advice == Advice::Caution || isUnlikely)
        alert.tier = alert.baseTier = Tier::Passive;
    setEffects(alert, {quint16(*term)});
    alert.id = u"condition:%1:%2"_s.arg(alert.effects.first(), keyOf(exposure.ingredient));
    alert.subject = entry->text;
    alert.facts = {entry->fact};
    keepLoudest(std::move(alert), exposure);
}

// All products with an ingredient together. Only doses in mass are told; of a combination none is.
// What is taken of an ingredient on a day, alone and in combinations.
void ReviewRun::checkDoses()
{
    std::map<IngredientIndex, std::vector<Exposure>> byIngredient;
    for (const Exposure &exposure : m_taken) {
        if (!m_judge->isLocal(exposure) && exposure.of->dailyMgOf(exposure.ingredient) > 0)
            byIngredient[exposure.ingredient].push_back(exposure);
    }
    const auto age = m_patient.ageAt(m_at);
    if (age && *age < 18)
        return; // the limits are those of adults
    for (const auto &[ingredient, exposures] : byIngredient) {
        for (const FactRow &fact : m_base.facts(ingredient)) {
            if (fact.kind == quint8(FactKind::MaxDaily))
                checkDose(fact, exposures);
        }
    }
}

void ReviewRun::checkDose(const FactRow &fact, const std::vector<Exposure> &all)
{
    constexpr double roundedOff = 1.05;
    std::vector<Exposure> exposures;
    double sum = 0;
    for (const Exposure &exposure : all) {
        if ((fact.level & MaxDailyByMouth) && exposure.of->route == Route::Parenteral)
            continue;
        exposures.push_back(exposure);
        sum += exposure.of->dailyMgOf(exposure.ingredient);
    }
    if (sum <= double(fact.number) * roundedOff)
        return;
    const IngredientIndex ingredient = exposures.front().ingredient;
    const bool areSeveral = exposures.size() > 1;
    SafetyAlert alert = begin(areSeveral ? AlertKind::Duplicate : AlertKind::Condition, AlertTopic::Dose, exposures);
    alert.tier = alert.baseTier = (fact.level & MaxDailyStops) ? Tier::Interruptive : Tier::Prominent;
    alert.effects = {u"dose"_s};
    alert.id = u"%1:dose:%2"_s.arg(areSeveral ? u"duplicate"_s : u"condition"_s, keyOf(ingredient));
    alert.limit = double(fact.number);
    alert.actual = sum;
    alert.happens = m_base.string(fact.words);
    alert.source = m_base.sourceOf(ingredient, fact);
    moveByCourses(alert, exposures);
    finish(std::move(alert), exposures);
}

} // namespace Chartline::Safety
