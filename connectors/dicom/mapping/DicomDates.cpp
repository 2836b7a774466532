// SPDX-License-Identifier: Apache-2.0
#include "dicom/mapping/DicomDates.h"

#include <algorithm>

namespace Chartline::Dicom {

using namespace Qt::StringLiterals;

namespace {

bool isDigits(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// "+0100" as "+01:00"; empty where it is no offset (PS3.3 C.12.1.1.8: -1200 to +1400).
QString isoOffset(QStringView text)
{
    if (text.size() != 5 || (text[0] != u'+' && text[0] != u'-') || !isDigits(text.sliced(1)))
        return {};
    const int minutes = text.sliced(1, 2).toInt() * 60 + text.sliced(3).toInt();
    if (text.sliced(3).toInt() > 59 || minutes > (text[0] == u'-' ? 12 : 14) * 60)
        return {};
    return text.first(3).toString() + u':' + text.sliced(3).toString();
}

// hhmm[ss[.f…]]; a fraction of zeros says nothing.
std::optional<QString> isoTimeOfDigits(QStringView text)
{
    const qsizetype dot = text.indexOf(u'.');
    const QStringView whole = dot < 0 ? text : text.first(dot);
    const QStringView fraction = dot < 0 ? QStringView() : text.sliced(dot + 1);
    if (!isDigits(whole) || (dot >= 0 && (whole.size() != 6 || !isDigits(fraction) || fraction.size() > 6)))
        return std::nullopt;
    if (whole.size() == 2)
        return whole.toInt() < 24 ? std::optional(QString()) : std::nullopt;
    if (whole.size() != 4 && whole.size() != 6)
        return std::nullopt;
    QString iso = whole.first(2).toString() + u':' + whole.sliced(2, 2).toString();
    if (whole.size() == 6)
        iso += u':' + whole.sliced(4).toString();
    if (!std::ranges::all_of(fraction, [](QChar c) { return c == u'0'; }))
        iso += u'.' + fraction.toString();
    // The date does not matter: only whether it is a time.
    return PartialDate::parse(u"2000-01-01T"_s + iso).hasTime() ? std::optional(iso) : std::nullopt;
}

} // namespace

DicomDates::DicomDates(const Dataset &dataset, QList<MappingIssue> &issues)
    : m_dataset(dataset)
    , m_issues(issues)
{
    const QString text = dataset.text(Tags::timezoneOffset);
    m_offset = isoOffset(text);
    if (m_offset.isEmpty() && !text.isEmpty())
        m_issues.append({u"TimezoneOffsetFromUTC"_s, u"invalid-timezone"_s});
}

QString DicomDates::isoDate(QStringView text)
{
    text = text.trimmed();
    QString iso;
    if (text.size() == 8 && isDigits(text)) {
        iso = text.first(4).toString() + u'-' + text.sliced(4, 2).toString() + u'-' + text.sliced(6).toString();
    } else if (text.size() == 10 && (text[4] == u'.' || text[4] == u'-') && text[7] == text[4]) {
        iso = text.toString();
        iso[4] = iso[7] = u'-';
    }
    return PartialDate::parse(iso).precision() == PartialDate::Precision::Day ? iso : QString();
}

std::optional<QString> DicomDates::isoTime(QStringView text)
{
    QString digits = text.trimmed().toString();
    if (digits.size() >= 5 && digits[2] == u':')
        digits.remove(u':');
    return isoTimeOfDigits(digits);
}

QString DicomDates::isoDateTime(QStringView text, const QString &offset)
{
    text = text.trimmed();
    QString zone = offset;
    if (text.size() > 5 && (text[text.size() - 5] == u'+' || text[text.size() - 5] == u'-')) {
        zone = isoOffset(text.last(5));
        if (zone.isEmpty())
            return {};
        text.chop(5);
    }
    const QStringView day = text.first(std::min<qsizetype>(text.size(), 8));
    if (!isDigits(day))
        return {};
    if (day.size() == 8) {
        const QString date = isoDate(day);
        const auto time = text.size() > 8 ? isoTimeOfDigits(text.sliced(8)) : QString();
        if (date.isEmpty() || !time)
            return {};
        return time->isEmpty() ? date : date + u'T' + *time + zone;
    }
    QString iso = day.first(std::min<qsizetype>(day.size(), 4)).toString();
    if (day.size() == 6)
        iso += u'-' + day.sliced(4).toString();
    const bool isWhole = day.size() == text.size() && (day.size() == 4 || day.size() == 6);
    return isWhole && PartialDate::parse(iso).isValid() ? iso : QString();
}

PartialDate DicomDates::valid(const QString &iso, const QString &keyword)
{
    PartialDate result = PartialDate::parse(iso);
    if (result.isValid())
        return result;
    m_issues.append({keyword, u"invalid-date"_s});
    return {};
}

PartialDate DicomDates::date(Tag tag, const QString &keyword)
{
    const QString text = m_dataset.text(tag);
    return text.isEmpty() ? PartialDate() : valid(isoDate(text), keyword);
}

PartialDate DicomDates::dateAndTime(Tag date, Tag time, const QString &keyword)
{
    const PartialDate day = this->date(date, keyword);
    const QString given = m_dataset.text(time);
    if (!day.isValid() || given.isEmpty())
        return day;
    const auto iso = isoTime(given);
    if (!iso) {
        m_issues.append({QString(keyword).replace(u"Date"_s, u"Time"_s), u"invalid-time"_s});
        return day;
    }
    return iso->isEmpty() ? day : valid(day.text() + u'T' + *iso + m_offset, keyword);
}

PartialDate DicomDates::dateTime(const Dataset &where, Tag tag, const QString &keyword)
{
    const QString text = where.text(tag);
    return text.isEmpty() ? PartialDate() : valid(isoDateTime(text, m_offset), keyword);
}

} // namespace Chartline::Dicom
