// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/BirthDate.h"

#include <QDate>
#include <array>

namespace Chartline::Matching {

namespace {

constexpr int s_firstYear = 1880;
constexpr int s_lastYear = 2100;
// Two-digit years above this are of the 20th century. Fixed, so that a text means the same in every year.
constexpr int s_pivot = 30;

struct Numbers
{
    std::array<int, 3> value{};
    std::array<int, 3> digits{};
    int count = 0;
    bool dots = false;
    bool odd = false; // something that is no date
};

// What stands before a time ("1980-04-17T00:00:00", "17/04/1980 00:00").
Numbers numbersOf(const QString &text)
{
    Numbers numbers;
    bool inside = false;
    for (const QChar c : text) {
        if (c.unicode() >= u'0' && c.unicode() <= u'9') {
            if (!inside && ++numbers.count > 3)
                break;
            inside = true;
            int &digits = numbers.digits[std::size_t(numbers.count - 1)];
            int &value = numbers.value[std::size_t(numbers.count - 1)];
            if (++digits > 8) {
                numbers.odd = true;
                break;
            }
            value = value * 10 + (c.unicode() - u'0');
        } else if (c == u'-' || c == u'/' || c == u'.') {
            numbers.dots = numbers.dots || c == u'.';
            inside = false;
        } else if ((c == u'T' || c == u' ') && numbers.count > 0) {
            break;
        } else {
            numbers.odd = true;
            break;
        }
    }
    return numbers;
}

BirthDate made(int year, int month, int day)
{
    if (year < s_firstYear || year > s_lastYear || month < 0 || month > 12)
        return {};
    if (day != 0 && !QDate::isValid(year, month, day))
        return {};
    return {qint16(year), qint8(month), qint8(day)};
}

int fullYear(int value, int digits)
{
    if (digits > 2)
        return value;
    return value > s_pivot ? 1900 + value : 2000 + value;
}

} // namespace

QString BirthDate::text() const
{
    if (!isKnown())
        return {};
    QString text = QString::number(year);
    if (month != 0)
        text += QStringLiteral("-%1").arg(int(month), 2, 10, QLatin1Char('0'));
    if (day != 0)
        text += QStringLiteral("-%1").arg(int(day), 2, 10, QLatin1Char('0'));
    return text;
}

BirthDate BirthDate::fromText(const QString &text, DateOrder order)
{
    const Numbers numbers = numbersOf(text.trimmed());
    if (numbers.odd || numbers.count == 0)
        return {};
    const auto &[first, second, third] = numbers.value;
    if (numbers.count == 1) {
        if (numbers.digits[0] == 8)
            return made(first / 10000, first / 100 % 100, first % 100);
        return numbers.digits[0] == 4 ? made(first, 0, 0) : BirthDate{};
    }
    if (numbers.digits[0] >= 3)
        return made(first, second, third);
    if (numbers.count == 2)
        return {};
    const int year = fullYear(third, numbers.digits[2]);
    const bool dayFirst = numbers.dots || order == DateOrder::DayFirst;
    const BirthDate asOrdered = dayFirst ? made(year, second, first) : made(year, first, second);
    if (asOrdered.isKnown())
        return asOrdered;
    return dayFirst ? made(year, first, second) : made(year, second, first);
}

} // namespace Chartline::Matching
