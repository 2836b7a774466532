// SPDX-License-Identifier: Apache-2.0
#include "clinical/FamilyMemberHistory.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

#include <algorithm>

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

namespace {

enum class Claim { Illness, None, Unknown };

bool startsWithAny(const QString &text, std::initializer_list<QLatin1StringView> starts)
{
    return std::any_of(starts.begin(), starts.end(),
                       [&text](QLatin1StringView start) { return text.startsWith(start, Qt::CaseInsensitive); });
}

// FHIR has no element for "not in the family": SNOMED CT and local lists say it in the condition's own words
// ("No family history of stroke", "No FH: Diabetes mellitus", "Family history unknown").
Claim claimOf(const FamilyCondition &condition)
{
    const QString label = condition.code.label();
    FactDraft probe;
    probe.title = label;
    applyAbsence(probe, condition.code);
    if (probe.assertion == Assertion::Negated)
        return Claim::None;
    if (probe.assertion == Assertion::AbsentUnknown)
        return Claim::Unknown;
    if (startsWithAny(label, {"no known"_L1, "no family history"_L1, "no fh"_L1, "no relevant family"_L1,
                              "no significant family"_L1, "no history of"_L1, "family history negative"_L1,
                              "negative family history"_L1, "denies "_L1}))
        return Claim::None;
    if (startsWithAny(label, {"family history unknown"_L1, "family history not known"_L1, "unknown family history"_L1,
                              "family history of unknown"_L1, "no information"_L1}))
        return Claim::Unknown;
    return Claim::Illness;
}

QString conditionNames(const FamilyMemberHistory &history)
{
    QStringList names;
    for (const FamilyCondition &condition : history.conditions) {
        if (const QString name = condition.code.label(); !name.isEmpty())
            names.append(name);
    }
    return names.join(u", "_s);
}

// All of the conditions have to say "none" for the fact to say it: one illness beside a "no …" is still an illness.
void claim(FactDraft &draft, const FamilyMemberHistory &history)
{
    const auto is = [](Claim wanted) {
        return [wanted](const FamilyCondition &condition) { return claimOf(condition) == wanted; };
    };
    const bool unavailable = !history.dataAbsentReason.isEmpty() || history.status == "health-unknown"_L1;
    const bool has = !history.conditions.isEmpty();
    if (has && std::all_of(history.conditions.begin(), history.conditions.end(), is(Claim::None))) {
        draft.assertion = Assertion::Negated;
        draft.category = categoryNoKnown.toString();
    } else if (has ? std::all_of(history.conditions.begin(), history.conditions.end(), is(Claim::Unknown))
                   : unavailable) {
        draft.assertion = Assertion::AbsentUnknown;
        // A bare "Mother" needs the words "not known" in front of it; "Family history unknown" has them.
        if (has)
            draft.category = categoryNoInformation.toString();
    } else if (unavailable) {
        draft.flags |= FactFlag::ReadTheSource;
    }
}

} // namespace

QString FamilyCondition::label() const
{
    QString result = code.label();
    const auto add = [&result](const QString &part) {
        if (part.isEmpty())
            return;
        if (!result.isEmpty())
            result += u", "_s;
        result += part;
    };
    add(onset);
    add(outcome.label());
    // The dagger stands for a death in every language this program speaks.
    if (contributedToDeath)
        add(u"†"_s);
    if (!note.isEmpty())
        result += (result.isEmpty() ? QString() : u" – "_s) + note;
    return result;
}

FactDraft FamilyMemberHistory::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::FamilyHistory;
    draft.status = status;
    // Only the day of the recording is known: onsets are ages, and in another person.
    setStart(draft, {}, date);
    const QString who = relationship.label().isEmpty() ? name : relationship.label();
    const QString illnesses = conditionNames(*this);
    draft.title = titleOr(illnesses.isEmpty() ? who : illnesses, narrative, u"Family history"_s);
    if (conditions.size() == 1)
        draft.code = conditions.first().code.primary();
    if (!illnesses.isEmpty())
        draft.value = who;
    claim(draft, *this);
    if (draft.category.isEmpty())
        draft.category = relationship.label();
    addConcept(draft.body, relationship);
    addText(draft.body, name);
    for (const FamilyCondition &condition : conditions) {
        addConcept(draft.body, condition.code);
        addText(draft.body, condition.label());
    }
    addText(draft.body, deceased);
    addConcept(draft.body, dataAbsentReason);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
