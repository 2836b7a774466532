// SPDX-License-Identifier: Apache-2.0
#include "safety/ContextJudge.h"

#include <algorithm>

namespace Chartline::Safety {

using namespace KnowledgeFormat;

namespace {

bool compares(double value, char sign, double limit)
{
    return sign == '<' ? value < limit : value > limit;
}

const Exposure *sideOf(const ContextRow &row, std::span<const Exposure> sides)
{
    const std::size_t at = row.side >= 'a' ? std::size_t(row.side - 'a') : 0;
    return at < sides.size() ? &sides[at] : nullptr;
}

// The last span, where it reaches the date.
std::optional<DaySpan> spanAt(const DrugCourse &course, QDate at)
{
    for (const DaySpan &span : course.spans) {
        if (span.from <= at && at <= span.to)
            return span;
    }
    return std::nullopt;
}

} // namespace

ContextJudge::ContextJudge(const KnowledgeBase &base, const PatientContext &patient, const std::vector<Exposure> &taken,
                           QDate at)
    : m_base(base)
    , m_patient(patient)
    , m_taken(taken)
    , m_at(at)
{
    constexpr std::pair<Route, const char *> names[] = {
        {Route::Oral, "oral"},       {Route::Ophthalmic, "ophthalmic"},
        {Route::Inhaled, "inhaled"}, {Route::Nasal, "nasal"},
        {Route::Topical, "topical"}, {Route::Vaginal, "vaginal"},
        {Route::Rectal, "rectal"},   {Route::Otic, "otic"},
        {Route::Dental, "topical"},  {Route::IntraArticular, "intra-articular"}};
    for (const auto &[route, name] : names) {
        if (const auto term = base.term(Vocabulary::Routes, name))
            m_routes[std::size_t(route)] = quint16(*term);
    }
}

std::optional<quint16> ContextJudge::routeTerm(Route route) const
{
    return m_routes[std::size_t(route)];
}

bool ContextJudge::speaksOfRoute(std::span<const ContextRow> rows, char side, Route route) const
{
    const auto term = routeTerm(route);
    return term && std::ranges::any_of(rows, [&](const ContextRow &row) {
               return row.kind == quint8(ContextKind::Route) && row.side == side && row.term == *term;
           });
}

// Drugs given rectally act on the whole body as a rule (suppositories), and so do those taken by mouth.
bool ContextJudge::isLocal(const Exposure &exposure) const
{
    const auto term = routeTerm(exposure.of->route);
    const auto has = [&](FactKind kind) {
        return std::ranges::any_of(m_base.facts(exposure.ingredient), [&](const FactRow &fact) {
            return fact.kind == quint8(kind) && fact.term == *term;
        });
    };
    if (!term || exposure.of->route == Route::Rectal)
        return false;
    return exposure.of->route == Route::Oral ? has(FactKind::Unabsorbed) : !has(FactKind::Absorbed);
}

qint64 ContextJudge::daysTogether(const Exposure &first, const Exposure &second, QDate at)
{
    const auto one = spanAt(*first.of, at);
    const auto two = spanAt(*second.of, at);
    return one && two ? std::max(one->from, two->from).daysTo(at) + 1 : 0;
}

std::optional<ContextJudge::Ground> ContextJudge::isTaken(const ContextRow &row, std::span<const Exposure> sides) const
{
    // "unless with" also means one of the pair ("unless one of them is nimodipine"); what raises or lowers is a third.
    const bool alsoSides = row.act == quint8(ContextAct::Unless);
    // What makes an alert quieter has to be taken for certain, and to act on the whole body.
    const bool mustBeSure = row.act != quint8(ContextAct::Raise) && row.kind == quint8(ContextKind::With);
    for (const Exposure &exposure : m_taken) {
        const bool isSide =
            std::ranges::any_of(sides, [&](const Exposure &side) { return side.ingredient == exposure.ingredient; });
        if ((isSide && !alsoSides) || !m_base.fits(exposure.ingredient, row.selector))
            continue;
        if (isSide || !mustBeSure || (exposure.of->state == CourseState::Current && !isLocal(exposure)))
            return Ground{{}, m_base.ingredientName(exposure.ingredient), 0};
    }
    return std::nullopt;
}

std::optional<ContextJudge::Ground> ContextJudge::holds(const ContextRow &row, std::span<const Exposure> sides) const
{
    const auto when = [](bool is) { return is ? std::optional(Ground()) : std::nullopt; };
    const double limit = double(row.number);
    switch (ContextKind(row.kind)) {
    case ContextKind::With: return isTaken(row, sides);
    case ContextKind::Without: return when(!isTaken(row, sides));
    case ContextKind::Condition: {
        const ConditionEntry *entry = m_patient.conditionAt(m_base, row.term, m_at);
        return entry ? std::optional(Ground{entry->from, {}, entry->fact}) : std::nullopt;
    }
    case ContextKind::Lab: {
        const LabEntry *entry = m_patient.labAt(m_base, row.term, m_at);
        const bool holds_ = entry && (row.compare == '<' ? entry->isBelow(limit) : entry->isAbove(limit));
        return holds_ ? std::optional(Ground{entry->date, {}, entry->fact}) : std::nullopt;
    }
    case ContextKind::Age: {
        // ">= 65" is stored as ">": the compiler keeps the sign only, and an age is hardly ever a whole number.
        const auto age = row.compare == '<' ? m_patient.youngestAgeAt(m_at) : m_patient.ageAt(m_at);
        return when(age && (row.compare == '<' ? *age < limit : *age >= limit));
    }
    case ContextKind::Sex: return when(m_patient.sex == row.compare);
    case ContextKind::Route: {
        const Exposure *side = sideOf(row, sides);
        return when(side && routeTerm(side->of->route) == row.term);
    }
    case ContextKind::Dose: {
        const Exposure *side = sideOf(row, sides);
        const double dose = side && side->of->ingredients.size() == 1 ? side->of->dailyMg() : 0;
        return when(dose > 0 && compares(dose, row.compare, limit));
    }
    case ContextKind::Tolerated:
        return when(sides.size() >= 2 && sides[0].of->state == CourseState::Current
                    && sides[1].of->state == CourseState::Current
                    && daysTogether(sides[0], sides[1], m_at) >= toleratedDays);
    case ContextKind::After: break;
    }
    return std::nullopt;
}

ContextJudge::Verdict ContextJudge::judge(std::span<const ContextRow> rows, std::span<const Exposure> sides) const
{
    Verdict verdict;
    for (const ContextRow &row : rows) {
        if (row.act == quint8(ContextAct::Washout))
            continue;
        const auto ground = holds(row, sides);
        if (!ground)
            continue;
        AlertMove move;
        move.words = m_base.string(row.words);
        move.date = ground->date;
        move.drug = ground->drug;
        if (row.kind == quint8(ContextKind::Tolerated))
            move.why = AlertMove::Why::Tolerated;
        switch (ContextAct(row.act)) {
        case ContextAct::Unless: verdict.unless = true; break;
        case ContextAct::Lower: move.step = -1; break;
        case ContextAct::Raise: move.step = 1; break;
        case ContextAct::Washout: break;
        }
        verdict.steps += move.step;
        if (ground->fact != 0)
            verdict.facts.append(ground->fact);
        verdict.moves.append(move);
    }
    return verdict;
}

} // namespace Chartline::Safety
