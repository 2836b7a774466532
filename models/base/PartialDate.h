// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDate>
#include <QString>
#include <optional>

namespace Chartline {

// A date or date and time exactly as precise as its source gave it (FHIR R4 date, dateTime, instant).
//
// The source's text is kept. A year stays a year: it is never turned into the first of January in what a person
// reads. `earliest()` and `latest()` give the range of instants it can mean, in milliseconds since 1970 UTC; a value
// without a time zone is placed as if it were UTC, which is at most 14 hours off and only matters for order within a
// day.
class PartialDate
{
public:
    enum class Precision : quint8 { None, Year, Month, Day, Minute, Second, Millisecond };

    PartialDate() = default;
    // Never fails: text that is no date has Precision::None and keeps its text, so that it can be shown as given.
    [[nodiscard]] static PartialDate parse(QStringView text);
    [[nodiscard]] static PartialDate fromDate(QDate date);

    [[nodiscard]] bool isValid() const { return m_precision != Precision::None; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] Precision precision() const { return m_precision; }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool hasTime() const { return m_precision >= Precision::Minute; }
    // Minutes east of UTC as the source wrote it; nothing where it gave none.
    [[nodiscard]] std::optional<int> utcOffsetMinutes() const;

    // The calendar day as written at the source, in its own zone: the first day for a year or month.
    [[nodiscard]] QDate localDate() const { return m_date; }
    // Milliseconds since midnight in the source's own zone; 0 where there is no time.
    [[nodiscard]] int localTimeMs() const { return m_timeMs; }

    // Milliseconds since 1970-01-01T00:00Z; only for valid values.
    [[nodiscard]] qint64 earliest() const;
    // The last millisecond it can mean (a year: its 31 December, 23:59:59.999).
    [[nodiscard]] qint64 latest() const;

    bool operator==(const PartialDate &) const = default;

private:
    QString m_text;
    QDate m_date;
    int m_timeMs = 0;
    qint16 m_offset = s_noOffset;
    Precision m_precision = Precision::None;

    static constexpr qint16 s_noOffset = 0x7fff;
};

} // namespace Chartline
