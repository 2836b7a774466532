// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/PartialDate.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace Chartline::Ui {

// Dates for people: in their language, exactly as precise as the source was. Nothing is ever added (a year stays a
// year) and nothing is moved to another zone: the clock is the source's own, and its zone is named where it is not
// the reader's.
class DateText
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::DateText)

public:
    // "2014", "Mar 2014", "12 Mar 2014", "12 Mar 2014, 14:30", "12 Mar 2014, 14:30 (UTC+5:30)"; text that is no date as
    // given.
    [[nodiscard]] static QString date(const PartialDate &date, const QLocale &locale = QLocale(),
                                      const QTimeZone &reader = QTimeZone::systemTimeZone());
    // Without the time.
    [[nodiscard]] static QString day(const PartialDate &date, const QLocale &locale = QLocale());
    // The time alone; empty where the source gives none.
    [[nodiscard]] static QString time(const PartialDate &date, const QLocale &locale = QLocale(),
                                      const QTimeZone &reader = QTimeZone::systemTimeZone());
    // "Wednesday, 12 March 2014" for a day; month and year as they are: the heading of a group.
    [[nodiscard]] static QString heading(const PartialDate &date, const QLocale &locale = QLocale());
    // "Mar 2014 – 2016", "since 2014", "until 2016"; one date where start and end are the same.
    [[nodiscard]] static QString range(const PartialDate &start, const PartialDate &end, bool ongoing,
                                       const QLocale &locale = QLocale());
    // "67 y", "14 mo", "9 d"; "66–67 y" where the birth date is only a year. Empty where it cannot be said.
    [[nodiscard]] static QString age(const PartialDate &birth, QDate at);
    // Roughly how long: "3 y 2 mo", "12 d", "4 h".
    [[nodiscard]] static QString duration(qint64 milliseconds);
    // A point on the axis, for readers and tooltips.
    [[nodiscard]] static QString instant(qint64 msUtc, const QLocale &locale = QLocale());
};

} // namespace Chartline::Ui
