// SPDX-License-Identifier: Apache-2.0
#include "imaging/FollowUp.h"

#include <algorithm>
#include <map>

namespace Chartline::Ui {

using namespace Imaging;
using Kind = Figure::Kind;

namespace {

std::optional<double> millimetres(const MeasureItem &item, Kind kind)
{
    const auto found = std::ranges::find(item.figures, kind, &Figure::kind);
    if (found == item.figures.end() || found->unit != QLatin1StringView("mm"))
        return std::nullopt;
    return found->value;
}

bool isExact(const PartialDate &date)
{
    return date.isValid() && date.precision() >= PartialDate::Precision::Day;
}

std::optional<FindingSize> sizeOf(const MeasureItem &item, const StoredFinding &finding,
                                  const QList<StudyInfo> &studies)
{
    const auto study = std::ranges::find(studies, item.stored.study, &StudyInfo::uid);
    if (study == studies.end() || !isExact(study->start))
        return std::nullopt;
    FindingSize size{study->uid, study->start, item.stored.uid, 0, {}, {}, item.stored.author};
    size.longAxis = millimetres(item, Kind::LongAxis);
    size.shortAxis = millimetres(item, Kind::ShortAxis);
    if (!size.longAxis)
        size.longAxis = millimetres(item, Kind::Length);
    const auto followed = finding.role == StoredFinding::Role::ShortAxis ? size.shortAxis : size.longAxis;
    if (!followed)
        return std::nullopt;
    size.mm = *followed;
    return size;
}

double volumeOf(const FindingSize &size, bool bothAxes)
{
    return bothAxes ? FollowUp::volumeOfAxes(*size.longAxis, *size.shortAxis) : FollowUp::sphereVolume(size.mm);
}

void compareLast(FollowedFinding &followed)
{
    if (followed.sizes.size() < 2)
        return;
    const FindingSize &before = followed.sizes[followed.sizes.size() - 2];
    const FindingSize &last = followed.sizes.last();
    followed.percent = FollowUp::percentChange(before.mm, last.mm);
    followed.days = Follow::daysBetween(before.date, last.date);
    const bool both = before.longAxis && before.shortAxis && last.longAxis && last.shortAxis;
    if (followed.days)
        followed.doublingDays =
            FollowUp::doublingTime(volumeOf(before, both), volumeOf(last, both), double(*followed.days));
}

} // namespace

std::optional<qint64> Follow::daysBetween(const PartialDate &from, const PartialDate &to)
{
    if (!isExact(from) || !isExact(to))
        return std::nullopt;
    return from.localDate().daysTo(to.localDate());
}

QList<FollowedFinding> Follow::findings(const QList<MeasureItem> &items, const QList<StoredFinding> &findings,
                                        const QList<StudyInfo> &studies)
{
    QList<FollowedFinding> all;
    for (const StoredFinding &finding : findings) {
        FollowedFinding followed;
        followed.finding = finding;
        for (const MeasureItem &item : items) {
            if (item.stored.finding != finding.uid)
                continue;
            const auto size = sizeOf(item, finding, studies);
            if (!size) {
                ++followed.without;
                continue;
            }
            const auto same = std::ranges::find(followed.sizes, size->study, &FindingSize::study);
            if (same == followed.sizes.end())
                followed.sizes.append(*size);
            else if (size->mm > same->mm)
                *same = *size;
        }
        std::ranges::stable_sort(followed.sizes, {}, [](const FindingSize &size) {
            return std::pair(size.date.localDate(), size.date.text());
        });
        compareLast(followed);
        all.append(followed);
    }
    return all;
}

// Studies of one day are one time.
FollowedSums Follow::sums(const QList<FollowedFinding> &findings)
{
    FollowedSums result;
    std::map<QDate, std::pair<PartialDate, QList<std::optional<double>>>> times;
    for (const FollowedFinding &followed : findings)
        result.findings += followed.finding.role != StoredFinding::Role::None ? 1 : 0;
    int at = 0;
    for (const FollowedFinding &followed : findings) {
        if (followed.finding.role == StoredFinding::Role::None)
            continue;
        for (const FindingSize &size : followed.sizes) {
            auto &[date, measured] = times[size.date.localDate()];
            date = size.date;
            measured.resize(result.findings);
            measured[at] = std::max(measured[at].value_or(0), size.mm);
        }
        ++at;
    }
    QList<QList<std::optional<double>>> sizes;
    for (const auto &[day, time] : times) {
        result.dates.append(time.first);
        sizes.append(time.second);
    }
    result.sums = FollowUp::sumsOf(sizes);
    return result;
}

} // namespace Chartline::Ui
