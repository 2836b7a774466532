// SPDX-License-Identifier: Apache-2.0
#include "safety/PatientContext.h"

#include "safety/EstimatedGfr.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Safety {

namespace {

constexpr double s_daysOfYear = 365.2425;

double yearsBetween(QDate from, QDate to)
{
    return double(from.daysTo(to)) / s_daysOfYear;
}

} // namespace

std::optional<double> PatientContext::ageAt(QDate at) const
{
    if (!birth.isValid() || birth > at)
        return std::nullopt;
    return yearsBetween(birth, at);
}

const ConditionEntry *PatientContext::conditionAt(const KnowledgeBase &base, quint16 term, QDate at) const
{
    const float days = base.termRow(term).days;
    for (const ConditionEntry &entry : conditions) {
        if (!std::ranges::binary_search(entry.terms, term) || (entry.from.isValid() && entry.from > at))
            continue;
        const bool isOver = entry.to.isValid() ? entry.to < at : entry.isOver;
        const bool isOld = days > 0 && entry.from.isValid() && entry.from.daysTo(at) > qint64(days);
        if (days < 0 || (!isOver && !isOld))
            return &entry;
    }
    return nullptr;
}

const LabEntry *PatientContext::labAt(const KnowledgeBase &base, quint16 lab, QDate at) const
{
    const LabEntry *latest = labBefore(lab, at.addDays(1));
    const float days = base.termRow(lab).days;
    if (latest && days > 0 && latest->date.daysTo(at) > qint64(days))
        return nullptr;
    return latest;
}

const LabEntry *PatientContext::labBefore(quint16 lab, QDate day) const
{
    const LabEntry *latest = nullptr;
    for (const LabEntry &entry : labs) {
        if (entry.lab == lab && entry.date < day && (!latest || entry.date >= latest->date))
            latest = &entry;
    }
    return latest;
}

void completeLabs(const KnowledgeBase &base, PatientContext &context)
{
    const auto creatinine = base.term(Vocabulary::Labs, "creatinine");
    const auto egfr = base.term(Vocabulary::Labs, "egfr");
    if (creatinine && egfr && context.sex != '\0') {
        QList<LabEntry> derived;
        for (const LabEntry &entry : std::as_const(context.labs)) {
            const auto age = context.ageAt(entry.date);
            const bool isGiven = std::ranges::any_of(
                context.labs, [&](const LabEntry &other) { return other.lab == *egfr && other.date == entry.date; });
            if (int(entry.lab) != *creatinine || !age || isGiven)
                continue;
            if (const auto rate = estimatedGfr(entry.value, *age, context.sex == 'F')) {
                LabEntry one = entry;
                one.lab = quint16(*egfr);
                one.value = std::round(*rate);
                one.derived = true;
                derived.append(one);
            }
        }
        context.labs += derived;
    }
    std::ranges::stable_sort(context.labs, {}, &LabEntry::date);
}

} // namespace Chartline::Safety
