// SPDX-License-Identifier: Apache-2.0
#include "safety/ReviewRun.h"

#include <algorithm>

namespace Chartline::Safety {

using namespace KnowledgeFormat;
using namespace Qt::StringLiterals;

namespace {

// Taken again for so long after the reaction was recorded: evidently tolerated.
constexpr qint64 s_toleratedDays = 14;

// What an allergy to the drug itself asks for. An immune reaction that is not said to be mild stops the prescriber, and
// so does one of unknown kind; what is no immune reaction (nausea) is to know.
Tier tierOfSame(const AllergyEntry &entry)
{
    using enum AllergyEntry::Severity;
    if (entry.nature == AllergyEntry::Nature::Intolerance)
        return entry.severity == Severe ? Tier::Prominent : Tier::Passive;
    return entry.severity == Mild ? Tier::Prominent : Tier::Interruptive;
}

} // namespace

void ReviewRun::checkAllergies()
{
    for (const AllergyEntry &entry : m_patient.allergies) {
        for (const Exposure &exposure : m_taken)
            checkAllergy(entry, exposure);
    }
}

// The closest kinship tells: the drug itself, a group that the allergy is to, a group that both are of, and groups that
// one reaches from the other.
void ReviewRun::checkAllergy(const AllergyEntry &entry, const Exposure &exposure)
{
    if (std::ranges::contains(entry.ingredients, exposure.ingredient)) {
        addAllergy(entry, exposure, AlertTopic::AllergySame, tierOfSame(entry), nullptr);
        return;
    }
    const auto groupsOf = [&](IngredientIndex ingredient) {
        std::vector<quint16> groups;
        for (const FactRow &fact : m_base.facts(ingredient)) {
            if (fact.kind == quint8(FactKind::Allergen))
                groups.push_back(fact.term);
        }
        return groups;
    };
    const std::vector<quint16> own = groupsOf(exposure.ingredient);
    const auto toGroup = std::ranges::find_if(own, [&](quint16 g) { return std::ranges::contains(entry.groups, g); });
    if (toGroup != own.end()) {
        addAllergy(entry, exposure, AlertTopic::AllergyGroup, tierOfSame(entry), nullptr);
        return;
    }
    std::vector<quint16> from = entry.groups;
    for (const IngredientIndex ingredient : entry.ingredients) {
        for (const quint16 group : groupsOf(ingredient))
            from.push_back(group);
    }
    const TermLinkRow *loudest = nullptr;
    for (const quint16 of : from) {
        for (const quint16 to : own) {
            const TermLinkRow *link = m_reviewer.book().reach(of, to);
            if (link && (!loudest || link->tier > loudest->tier))
                loudest = link;
        }
    }
    if (loudest)
        addAllergy(entry, exposure, AlertTopic::AllergyCross, Tier(loudest->tier), loudest);
}

void ReviewRun::addAllergy(const AllergyEntry &entry, const Exposure &exposure, AlertTopic topic, Tier tier,
                           const TermLinkRow *link)
{
    const std::span sides(&exposure, 1);
    SafetyAlert alert = begin(AlertKind::Allergy, topic, sides);
    alert.tier = alert.baseTier = tier;
    alert.subject = entry.text;
    alert.reactions = entry.reactions;
    alert.facts = {entry.fact};
    alert.effects = {u"allergy"_s};
    alert.id = u"allergy:%1:%2"_s.arg(entry.text.simplified().toLower(), keyOf(exposure.ingredient));
    if (link) {
        alert.effects = {QString::fromUtf8(m_base.termId(link->to))};
        alert.effectNames = {m_base.termName(link->to)};
        alert.why = m_base.string(link->words);
        alert.source = m_base.string(link->source);
        if (entry.nature == AllergyEntry::Nature::Intolerance)
            move(alert, AlertMove::Why::Intolerance, -1);
    }
    if (const auto since = toleratedSince(entry, exposure.ingredient))
        move(alert, AlertMove::Why::ToleratedSince, -1, {}, m_base.ingredientName(exposure.ingredient), *since);
    moveByCourses(alert, sides);
    // Told twice, by several sources: one card.
    const QString id = alert.id;
    if (finish(std::move(alert), sides))
        return;
    QList<qint64> &facts = m_review.alerts[m_byId.value(id)].facts;
    if (!facts.contains(entry.fact))
        facts.append(entry.fact);
}

// A course of the drug that began after the reaction was known and was kept up, at any time until now.
std::optional<QDate> ReviewRun::toleratedSince(const AllergyEntry &entry, IngredientIndex ingredient) const
{
    if (!entry.since.isValid())
        return std::nullopt;
    for (const Exposure &exposure : m_all) {
        if (exposure.ingredient != ingredient || exposure.of->state == CourseState::NeverDispensed)
            continue;
        for (const DaySpan &span : exposure.of->spans) {
            const QDate to = std::min(span.to, m_at);
            if (span.from > entry.since && span.from.daysTo(to) + 1 >= s_toleratedDays)
                return span.from;
        }
    }
    return std::nullopt;
}

} // namespace Chartline::Safety
