// SPDX-License-Identifier: Apache-2.0
#include "safety/PatientContext.h"

#include "safety/EstimatedGfr.h"

#include <QHash>
#include <QMap>
#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace Chartline::Safety {

namespace {

// Birthdays make whole years; the days since the last one count as parts of the year until the next.
double yearsBetween(QDate from, QDate to)
{
    int years = to.year() - from.year();
    if (from.addYears(years) > to)
        --years;
    const QDate last = from.addYears(years);
    return years + double(last.daysTo(to)) / double(last.daysTo(from.addYears(years + 1)));
}

qint64 instantOf(const LabEntry &entry)
{
    return entry.time.isValid() ? entry.time.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min();
}

// Adds what follows from creatinine, clearance and height.
class KidneyDeriver
{
public:
    KidneyDeriver(const KnowledgeBase &base, PatientContext &context)
        : m_context(context)
        , m_egfr(base.term(Vocabulary::Labs, "egfr"))
        , m_creatinine(base.term(Vocabulary::Labs, "creatinine"))
        , m_clearance(base.term(Vocabulary::Labs, "creatinine-clearance"))
        , m_height(base.term(Vocabulary::Labs, "body-height"))
    { }

    void run();

private:
    [[nodiscard]] std::optional<double> rateOf(const LabEntry &creatinine) const;
    [[nodiscard]] std::optional<double> heightAt(QDate date) const;
    [[nodiscard]] bool isAnswered(const LabEntry &creatinine) const;
    void add(const LabEntry &from, double rate, bool turnsSign);

    PatientContext &m_context;
    std::optional<int> m_egfr;
    std::optional<int> m_creatinine;
    std::optional<int> m_clearance;
    std::optional<int> m_height;
    QHash<QDate, QList<qint64>> m_given; // instants of the eGFR of a day
    QMap<QDate, double> m_heights; // cm
    // Where in m_derived the value of a day, an instant and a test is.
    QHash<std::pair<QDate, std::pair<qint64, quint16>>, qsizetype> m_places;
    QList<LabEntry> m_derived;
};

void KidneyDeriver::run()
{
    if (!m_egfr)
        return;
    for (const LabEntry &entry : std::as_const(m_context.labs)) {
        if (int(entry.lab) == *m_egfr)
            m_given[entry.date].append(instantOf(entry));
        else if (m_height && int(entry.lab) == *m_height)
            m_heights.insert(entry.date, entry.value);
    }
    for (const LabEntry &entry : std::as_const(m_context.labs)) {
        if (m_creatinine && int(entry.lab) == *m_creatinine && !isAnswered(entry)) {
            // Much creatinine is little filtration.
            if (const auto rate = rateOf(entry))
                add(entry, *rate, true);
        } else if (m_clearance && int(entry.lab) == *m_clearance && !m_given.contains(entry.date)) {
            add(entry, entry.value, false);
        }
    }
    m_context.labs += m_derived;
}

std::optional<double> KidneyDeriver::rateOf(const LabEntry &creatinine) const
{
    const auto age = m_context.ageAt(creatinine.date);
    if (!age)
        return std::nullopt;
    if (const auto height = heightAt(creatinine.date)) {
        if (const auto rate = estimatedGfrOfChild(creatinine.value, *height, *age))
            return rate;
    }
    if (m_context.sex != '\0')
        return estimatedGfr(creatinine.value, *age, m_context.sex == 'F');
    const auto rate = estimatedGfr(creatinine.value, *age, true);
    const auto other = estimatedGfr(creatinine.value, *age, false);
    return rate && other ? std::optional(std::min(*rate, *other)) : std::nullopt;
}

// The nearest one within a year.
std::optional<double> KidneyDeriver::heightAt(QDate date) const
{
    constexpr qint64 year = 365;
    std::optional<double> height;
    qint64 nearest = year + 1;
    for (auto it = m_heights.cbegin(); it != m_heights.cend(); ++it) {
        const qint64 days = std::abs(it.key().daysTo(date));
        if (days < nearest) {
            nearest = days;
            height = it.value();
        }
    }
    return height;
}

// An eGFR that was reckoned before this creatinine was drawn does not speak of it. One of an hour before is of the same
// blood: sources differ in which time of a sample they give.
bool KidneyDeriver::isAnswered(const LabEntry &creatinine) const
{
    constexpr qint64 hour = 3'600'000; // ms
    return std::ranges::any_of(m_given.value(creatinine.date), [&](qint64 instant) {
        return !creatinine.time.isValid() || instant == std::numeric_limits<qint64>::min()
               || instant >= instantOf(creatinine) - hour;
    });
}

void KidneyDeriver::add(const LabEntry &from, double rate, bool turnsSign)
{
    LabEntry one = from;
    one.lab = quint16(*m_egfr);
    one.value = std::round(rate);
    one.derived = true;
    if (turnsSign && !one.comparator.isEmpty())
        one.comparator[0] = one.comparator.front() == u'<' ? u'>' : u'<';
    // The same moment told by the other test.
    const quint16 other = quint16(int(from.lab) == m_creatinine ? m_clearance.value_or(0) : m_creatinine.value_or(0));
    const auto found = m_places.constFind({one.date, {instantOf(one), other}});
    if (found != m_places.constEnd() && m_derived.at(*found).value <= one.value)
        return;
    if (found != m_places.constEnd()) {
        m_derived[*found] = one;
        return;
    }
    m_places.insert({one.date, {instantOf(one), from.lab}}, m_derived.size());
    m_derived.append(one);
}

} // namespace

bool LabEntry::isBelow(double limit) const
{
    if (comparator.startsWith(u'>'))
        return false;
    return comparator == QLatin1StringView("<") ? value <= limit : value < limit;
}

bool LabEntry::isAbove(double limit) const
{
    if (comparator.startsWith(u'<'))
        return false;
    return comparator == QLatin1StringView(">") ? value >= limit : value > limit;
}

bool LabEntry::isLaterThan(const LabEntry &other) const
{
    return std::tuple(date, instantOf(*this), fact) > std::tuple(other.date, instantOf(other), other.fact);
}

std::optional<double> PatientContext::ageAt(QDate at) const
{
    if (!birth.isValid() || birth > at)
        return std::nullopt;
    return yearsBetween(birth, at);
}

std::optional<double> PatientContext::youngestAgeAt(QDate at) const
{
    if (!birth.isValid() || birth > at)
        return std::nullopt;
    const QDate latest = birthLatest.isValid() ? birthLatest : birth;
    return latest > at ? 0 : yearsBetween(latest, at);
}

const ConditionEntry *PatientContext::conditionAt(const KnowledgeBase &base, quint16 term, QDate at) const
{
    const float days = base.termRow(term).days;
    for (const ConditionEntry &entry : conditions) {
        if (!std::ranges::binary_search(entry.terms, term) || (entry.from.isValid() && entry.from > at))
            continue;
        const bool isOver = entry.isOverAt(at) || (!entry.to.isValid() && entry.isInactive && days > 0);
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
        if (entry.lab == lab && entry.date < day && (!latest || entry.isLaterThan(*latest)))
            latest = &entry;
    }
    return latest;
}

QList<UnreadValue> PatientContext::unreadValuesAt(const KnowledgeBase &base, QDate at) const
{
    QMap<quint16, const UnreadValue *> newest;
    for (const UnreadValue &value : unreadValues) {
        if (value.date.isValid() && value.date > at)
            continue;
        const auto known = newest.constFind(value.lab);
        // An undated one is older than any dated one.
        if (known == newest.constEnd()
            || std::tuple(value.date, value.time, value.fact)
                   > std::tuple((*known)->date, (*known)->time, (*known)->fact))
            newest.insert(value.lab, &value);
    }
    QList<UnreadValue> values;
    for (const UnreadValue *value : std::as_const(newest)) {
        const LabEntry *usable = labAt(base, value->lab, at);
        const float days = base.termRow(value->lab).days;
        const bool isLater = usable
                             && (usable->date < value->date
                                 || (usable->date == value->date && usable->time.isValid() && value->time.isValid()
                                     && usable->time < value->time));
        const bool isOld = value->date.isValid() && days > 0 && value->date.daysTo(at) > qint64(days);
        if (!isOld && (!usable || isLater))
            values.append(*value);
    }
    return values;
}

void completeLabs(const KnowledgeBase &base, PatientContext &context)
{
    KidneyDeriver(base, context).run();
    std::ranges::stable_sort(context.labs,
                             [](const LabEntry &one, const LabEntry &other) { return other.isLaterThan(one); });
}

} // namespace Chartline::Safety
