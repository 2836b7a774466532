// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/DateText.h"

#include <QDateTime>

namespace Chartline::Ui {

using namespace Qt::StringLiterals;
using Precision = PartialDate::Precision;

namespace {

constexpr qint64 s_minute = 60'000;
constexpr qint64 s_hour = 60 * s_minute;
constexpr qint64 s_day = 24 * s_hour;

QString offsetText(int minutes)
{
    if (minutes == 0)
        return u"UTC"_s;
    const int size = qAbs(minutes);
    QString text = (minutes < 0 ? u"UTC−"_s : u"UTC+"_s) + QString::number(size / 60);
    if (size % 60 != 0)
        text += u':' + QString::number(size % 60).rightJustified(2, u'0');
    return text;
}

// Whole years, months and days from `from` to `to`.
struct Span
{
    int years = 0;
    int months = 0;
    qint64 days = 0;
};

Span spanBetween(QDate from, QDate to)
{
    Span span;
    span.days = from.daysTo(to);
    int months = (to.year() - from.year()) * 12 + to.month() - from.month();
    if (from.addMonths(months) > to)
        --months;
    span.years = months / 12;
    span.months = months;
    return span;
}

} // namespace

QString DateText::day(const PartialDate &date, const QLocale &locale)
{
    switch (date.precision()) {
    case Precision::None: return date.text();
    case Precision::Year: return QString::number(date.localDate().year());
    case Precision::Month: return locale.toString(date.localDate(), tr("MMM yyyy", "date format: month and year"));
    default: return locale.toString(date.localDate(), tr("d MMM yyyy", "date format: day, month, year"));
    }
}

QString DateText::time(const PartialDate &date, const QLocale &locale, const QTimeZone &reader)
{
    if (!date.hasTime())
        return {};
    const QTime clock = QTime::fromMSecsSinceStartOfDay(date.localTimeMs());
    // Half a minute matters in a resuscitation record: seconds are shown where they say something.
    const bool seconds = date.precision() >= Precision::Second && clock.second() != 0;
    QString text = locale.toString(clock, seconds ? tr("HH:mm:ss", "time format") : tr("HH:mm", "time format"));
    const auto offset = date.utcOffsetMinutes();
    if (!offset)
        return text;
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(date.earliest(), QTimeZone::UTC);
    if (reader.isValid() && reader.offsetFromUtc(moment) == *offset * 60)
        return text;
    return tr("%1 (%2)", "time and its zone").arg(text, offsetText(*offset));
}

QString DateText::date(const PartialDate &date, const QLocale &locale, const QTimeZone &reader)
{
    const QString dayText = day(date, locale);
    const QString timeText = time(date, locale, reader);
    return timeText.isEmpty() ? dayText : tr("%1, %2", "day and time").arg(dayText, timeText);
}

QString DateText::heading(const PartialDate &date, const QLocale &locale)
{
    switch (date.precision()) {
    case Precision::None: return date.text();
    case Precision::Year: return QString::number(date.localDate().year());
    case Precision::Month: return locale.toString(date.localDate(), tr("MMMM yyyy", "date format: month and year"));
    default:
        return locale.toString(date.localDate(), tr("dddd, d MMMM yyyy", "date format: weekday, day, month, year"));
    }
}

QString DateText::range(const PartialDate &start, const PartialDate &end, bool ongoing, const QLocale &locale)
{
    if (start.isEmpty() && end.isEmpty())
        return {};
    if (start.isEmpty())
        return tr("until %1").arg(date(end, locale));
    if (end.isEmpty())
        return ongoing ? tr("since %1").arg(date(start, locale)) : date(start, locale);
    if (start == end)
        return date(start, locale);
    // The same day: the second time is enough.
    if (start.hasTime() && end.hasTime() && start.localDate() == end.localDate())
        return tr("%1 – %2", "start and end").arg(date(start, locale), time(end, locale));
    return tr("%1 – %2", "start and end").arg(date(start, locale), date(end, locale));
}

QString DateText::age(const PartialDate &birth, QDate at)
{
    if (!birth.isValid() || !at.isValid())
        return {};
    const QDate first = birth.localDate();
    if (birth.precision() == Precision::Year) {
        const int most = at.year() - first.year();
        if (most < 0)
            return {};
        return most == 0 ? tr("%n y", "age in years", 0)
                         : tr("%1–%2 y", "age, not exactly known").arg(most - 1).arg(most);
    }
    const QDate last = birth.precision() == Precision::Month ? first.addMonths(1).addDays(-1) : first;
    const Span span = spanBetween(first, at);
    if (span.days < 0)
        return {};
    const Span least = spanBetween(last, at);
    if (span.years != least.years && span.years >= 2)
        return tr("%1–%2 y", "age, not exactly known").arg(span.years - 1).arg(span.years);
    if (span.years >= 2)
        return tr("%n y", "age in years", span.years);
    if (span.months >= 2)
        return tr("%n mo", "age", span.months);
    return tr("%n d", "age", int(span.days));
}

QString DateText::duration(qint64 milliseconds)
{
    const qint64 size = qAbs(milliseconds);
    if (size < s_hour)
        return tr("%n min", "duration in minutes", int(size / s_minute));
    if (size < 2 * s_day)
        return tr("%n h", "duration in hours", int(size / s_hour));
    const auto days = int(size / s_day);
    if (days < 60)
        return tr("%n d", "duration", days);
    const int months = int(double(days) / 30.4375);
    if (months < 24)
        return tr("%n mo", "duration", months);
    if (months % 12 == 0 || months >= 240)
        return tr("%n y", "duration", months / 12);
    return tr("%1 y %2 mo", "duration in years and months").arg(months / 12).arg(months % 12);
}

QString DateText::instant(qint64 msUtc, const QLocale &locale)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(msUtc, QTimeZone::UTC);
    return locale.toString(moment.date(), tr("d MMM yyyy", "date format: day, month, year"));
}

} // namespace Chartline::Ui
