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
    }
    moveAllergy(alert, entry, exposure, link != nullptr);
    // Told twice, by several sources: one card, with what all of them tell.
    const QString id = alert.id;
    const SafetyAlert mine = alert;
    const auto before = m_byId.constFind(id);
    const SafetyAlert same = before == m_byId.constEnd() ? SafetyAlert() : m_review.alerts[*before];
    finish(std::move(alert), sides);
    SafetyAlert &card = m_review.alerts[m_byId.value(id)];
    for (const SafetyAlert *one : {&same, &mine}) {
        for (const qint64 fact : one->facts) {
            if (!card.facts.contains(fact))
                card.facts.append(fact);
        }
        for (const QString &reaction : one->reactions) {
            if (!card.reactions.contains(reaction, Qt::CaseInsensitive))
                card.reactions.append(reaction);
        }
    }
    // A worse reaction or a further one is news to who has acknowledged the card.
    const QString severity = u"allergy:severity"_s;
    card.snapshot.insert(severity, std::max(same.snapshot.value(severity), double(entry.severity)));
    card.snapshot.insert(u"allergy:count"_s, double(card.reactions.size()));
}

// What lowers it, one step for all of it.
void ReviewRun::moveAllergy(SafetyAlert &alert, const AllergyEntry &entry, const Exposure &exposure, bool isCross) const
{
    const bool isGrave = entry.severity == AllergyEntry::Severity::Severe;
    if (isCross && !isGrave && entry.nature == AllergyEntry::Nature::Intolerance)
        move(alert, AlertMove::Why::Intolerance, -1);
    else if (entry.isInactive && alert.tier > Tier::Passive)
        move(alert, AlertMove::Why::InactiveAllergy, -1);
    // Never of a severe reaction: that it is long not heard that the drug is taken, or that one was not told of again,
    // is no proof.
    if (isGrave)
        return;
    moveByCourses(alert, std::span(&exposure, 1));
    if (alert.tier < alert.baseTier)
        return;
    if (const auto since = toleratedSince(entry, exposure.ingredient))
        move(alert, AlertMove::Why::ToleratedSince, -1, {}, m_base.ingredientName(exposure.ingredient), *since);
}

// A course of the drug that began after the last reaction was known and was kept up, at any time until now. What acts
// only where it is applied proves nothing of the rest of the body.
std::optional<QDate> ReviewRun::toleratedSince(const AllergyEntry &entry, IngredientIndex ingredient) const
{
    if (!entry.since.isValid())
        return std::nullopt;
    for (const Exposure &exposure : m_all) {
        const CourseState state = exposure.of->state;
        if (exposure.ingredient != ingredient || state == CourseState::NeverDispensed || state == CourseState::NotTaken
            || state == CourseState::Planned || m_judge->isLocal(exposure))
            continue;
        for (const DaySpan &span : exposure.of->spans) {
            const QDate to = std::min(span.to, m_at);
            if (span.from > entry.since && span.from.daysTo(to) + 1 >= s_toleratedDays && isTakenIn(span, *exposure.of))
                return span.from;
        }
    }
    return std::nullopt;
}

// Whether anyone tells that it was taken or handed out then: an order alone tells only that it was meant to be.
bool ReviewRun::isTakenIn(const DaySpan &span, const DrugCourse &course) const
{
    return std::ranges::any_of(m_mentions, [&](const DrugMention &mention) {
        const bool isWitness = mention.kind != MentionKind::Request && mention.state != MentionState::NotTaken
                               && mention.state != MentionState::Planned && course.facts.contains(mention.fact);
        const auto isWithin = [&](QDate day) { return day.isValid() && day >= span.from && day <= span.to; };
        return isWitness && (isWithin(mention.start) || isWithin(mention.said));
    });
}

} // namespace Chartline::Safety
