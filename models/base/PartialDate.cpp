// SPDX-License-Identifier: Apache-2.0
#include "base/PartialDate.h"

namespace Chartline {

namespace {

constexpr qint64 s_dayMs = 86'400'000;
constexpr qint64 s_epochJulianDay = 2'440'588;

// Reads exactly `count` ASCII digits at `at` and moves past them; -1 where there are not that many.
int digits(QStringView text, qsizetype &at, int count)
{
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (int i = 0; i < count; ++i) {
        const char16_t c = text[at + i].unicode();
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c - u'0');
    }
    at += count;
    return value;
}

bool take(QStringView text, qsizetype &at, char16_t wanted)
{
    if (at >= text.size() || text[at].unicode() != wanted)
        return false;
    ++at;
    return true;
}

struct Time
{
    int ms = 0;
    PartialDate::Precision precision = PartialDate::Precision::None;
};

// hh:mm[:ss[.f…]]; a leap second (60) counts as 59, as it has no place on a calendar clock.
std::optional<Time> readTime(QStringView text, qsizetype &at)
{
    const int hour = digits(text, at, 2);
    if (hour < 0 || hour > 24 || !take(text, at, u':'))
        return std::nullopt;
    const int minute = digits(text, at, 2);
    if (minute < 0 || minute > 59 || (hour == 24 && minute != 0))
        return std::nullopt;
    Time time{(hour * 60 + minute) * 60'000, PartialDate::Precision::Minute};
    if (!take(text, at, u':'))
        return time;
    const int second = digits(text, at, 2);
    if (second < 0 || second > 60 || (hour == 24 && second != 0))
        return std::nullopt;
    time.ms += qMin(second, 59) * 1000;
    time.precision = PartialDate::Precision::Second;
    if (!take(text, at, u'.'))
        return time;
    const qsizetype first = at;
    int scale = 100;
    while (at < text.size() && text[at].unicode() >= u'0' && text[at].unicode() <= u'9') {
        time.ms += (text[at].unicode() - u'0') * scale;
        scale /= 10;
        ++at;
    }
    if (at == first)
        return std::nullopt;
    time.precision = PartialDate::Precision::Millisecond;
    return time;
}

// Z, or ±hh:mm up to 14 hours.
std::optional<int> readOffset(QStringView text, qsizetype &at)
{
    if (take(text, at, u'Z') || take(text, at, u'z'))
        return 0;
    const bool minus = take(text, at, u'-');
    if (!minus && !take(text, at, u'+'))
        return std::nullopt;
    const int hour = digits(text, at, 2);
    if (hour < 0)
        return std::nullopt;
    take(text, at, u':');
    const int minute = digits(text, at, 2);
    if (minute < 0 || minute > 59 || hour * 60 + minute > 14 * 60)
        return std::nullopt;
    return (minus ? -1 : 1) * (hour * 60 + minute);
}

} // namespace

PartialDate PartialDate::parse(QStringView given)
{
    PartialDate result;
    result.m_text = given.toString();
    const QStringView text = given.trimmed();
    qsizetype at = 0;
    const int year = digits(text, at, 4);
    if (year < 1)
        return result;
    PartialDate parsed = result;
    parsed.m_precision = Precision::Year;
    int month = 1;
    int day = 1;
    if (take(text, at, u'-')) {
        month = digits(text, at, 2);
        parsed.m_precision = Precision::Month;
        if (take(text, at, u'-')) {
            day = digits(text, at, 2);
            parsed.m_precision = Precision::Day;
        }
    }
    if (!QDate::isValid(year, month, day))
        return result;
    parsed.m_date = QDate(year, month, day);
    if (parsed.m_precision == Precision::Day && at < text.size()
        && (take(text, at, u'T') || take(text, at, u't') || take(text, at, u' '))) {
        const auto time = readTime(text, at);
        if (!time)
            return result;
        parsed.m_timeMs = time->ms;
        parsed.m_precision = time->precision;
    }
    if (at < text.size()) {
        const auto offset = readOffset(text, at);
        if (!offset || at != text.size())
            return result;
        parsed.m_offset = static_cast<qint16>(*offset);
    }
    return parsed;
}

PartialDate PartialDate::fromDate(QDate date)
{
    return date.isValid() ? parse(date.toString(Qt::ISODate)) : PartialDate{};
}

std::optional<int> PartialDate::utcOffsetMinutes() const
{
    if (m_offset == s_noOffset)
        return std::nullopt;
    return m_offset;
}

qint64 PartialDate::earliest() const
{
    const qint64 days = m_date.toJulianDay() - s_epochJulianDay;
    return days * s_dayMs + m_timeMs - qint64(utcOffsetMinutes().value_or(0)) * 60'000;
}

qint64 PartialDate::latest() const
{
    switch (m_precision) {
    case Precision::Year: return earliest() + m_date.daysInYear() * s_dayMs - 1;
    case Precision::Month: return earliest() + m_date.daysInMonth() * s_dayMs - 1;
    case Precision::Day: return earliest() + s_dayMs - 1;
    case Precision::Minute: return earliest() + 59'999;
    case Precision::Second: return earliest() + 999;
    case Precision::Millisecond:
    case Precision::None: break;
    }
    return earliest();
}

} // namespace Chartline
