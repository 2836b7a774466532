// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/TimelineLanes.h"

#include "viewmodels/FactText.h"
#include "viewmodels/LanePacking.h"
#include "viewmodels/TimelineScale.h"

#include <algorithm>
#include <array>
#include <limits>

namespace Chartline::Ui {

using namespace Qt::StringLiterals;

namespace {

// Facts of one lane, sorted out before rows are made.
struct Sorted
{
    std::vector<LaneItem> items;
    QList<int> undated;
    int active = 0;
};

QString measureKey(const Fact &fact)
{
    // Nothing joins two values but the same code in the same unit; without a code, the same words.
    const QString what =
        fact.code.code.isEmpty() ? fact.title.toCaseFolded() : fact.code.system + u'|' + fact.code.code;
    return what + u'\x1f' + fact.unit;
}

struct SeriesBuild
{
    TrendSeries series;
    std::vector<LaneItem> items;
    Clinical::Coding code;
    double weight = 0;
};

TrendPoint pointOf(const Fact &fact, const LaneItem &item)
{
    TrendPoint point;
    point.ms = item.from;
    point.fact = item.fact;
    point.value = *fact.number;
    point.second = fact.number2.value_or(std::numeric_limits<double>::quiet_NaN());
    point.mark = FactText::mark(fact);
    return point;
}

void buildResults(Lane &lane, const std::vector<LaneItem> &items, const PersonRecord &record, qint64 today)
{
    QHash<QString, int> byKey;
    std::vector<SeriesBuild> builds;
    for (const LaneItem &item : items) {
        const Fact &fact = record.facts[item.fact];
        // A cancelled number is no measurement.
        if (!fact.number || fact.isWithdrawn() || fact.assertion != Assertion::Affirmed
            || fact.status == "cancelled"_L1) {
            lane.restAll.items.push_back(item);
            continue;
        }
        auto found = byKey.constFind(measureKey(fact));
        if (found == byKey.constEnd()) {
            found = byKey.insert(measureKey(fact), int(builds.size()));
            builds.emplace_back();
            builds.back().code = fact.code;
            const QString known = TrendSeries::shortName(fact.code);
            builds.back().series.label = known.isEmpty() ? fact.title : known;
            builds.back().series.unit = fact.unit;
        }
        SeriesBuild &build = builds[std::size_t(*found)];
        build.series.paired = build.series.paired || fact.number2.has_value();
        build.series.add(pointOf(fact, item));
        build.items.push_back(item);
    }
    for (SeriesBuild &build : builds) {
        build.series.finish();
        build.weight = build.series.weight(today, build.code);
    }
    std::ranges::stable_sort(builds, std::greater(), &SeriesBuild::weight);
    const auto lines =
        std::size_t(std::ranges::count_if(builds, [](const SeriesBuild &build) { return build.items.size() > 1; }));
    // A link that would show a single series takes nearly the room of that series.
    lane.shortSeries = lines == TimelineLanes::shownSeries + 1 ? lines : std::min(lines, TimelineLanes::shownSeries);
    for (SeriesBuild &build : builds) {
        // A single value makes no line.
        if (build.items.size() < 2) {
            lane.restAll.items.insert(lane.restAll.items.end(), build.items.begin(), build.items.end());
            continue;
        }
        if (lane.series.size() >= lane.shortSeries)
            lane.restShort.items.insert(lane.restShort.items.end(), build.items.begin(), build.items.end());
        lane.series.push_back(std::move(build.series));
    }
    lane.restShort.items.insert(lane.restShort.items.end(), lane.restAll.items.begin(), lane.restAll.items.end());
    lane.restShort.finish();
    lane.restAll.finish();
}

// Puts the moments known to the day into `moments` and gives back the rest, which are drawn as wide as what is not
// known.
std::vector<LaneItem> splitMoments(LaneRow &moments, const std::vector<LaneItem> &items)
{
    constexpr qint64 twoDays = 2 * 86'400'000LL;
    std::vector<LaneItem> wide;
    for (const LaneItem &item : items)
        (item.span || item.to - item.from < twoDays ? moments.items : wide).push_back(item);
    moments.finish();
    return wide;
}

} // namespace

std::size_t LaneRow::firstReaching(qint64 ms) const
{
    return std::size_t(std::ranges::lower_bound(reach, ms) - reach.begin());
}

std::size_t LaneRow::firstFrom(qint64 ms, std::size_t near) const
{
    std::size_t step = 1;
    std::size_t low = near;
    std::size_t high = near;
    while (high < items.size() && items[high].from < ms) {
        low = high;
        high += step;
        step *= 2;
    }
    const auto first = items.begin() + std::ptrdiff_t(std::min(low, items.size()));
    const auto last = items.begin() + std::ptrdiff_t(std::min(high, items.size()));
    return std::size_t(std::ranges::lower_bound(first, last, ms, {}, &LaneItem::from) - items.begin());
}

void LaneRow::finish()
{
    std::ranges::stable_sort(items, {}, &LaneItem::from);
    reach.clear();
    reach.reserve(items.size());
    qint64 most = std::numeric_limits<qint64>::min();
    for (const LaneItem &item : items) {
        most = std::max(most, item.to);
        reach.push_back(most);
    }
}

void Lane::countShortRows(const PersonRecord &record)
{
    constexpr std::size_t usual = 4;
    constexpr std::size_t most = 9;
    m_shortRows = usual;
    for (std::size_t i = usual; i < std::min(rows.size(), most); ++i) {
        const bool anyActive = std::ranges::any_of(rows[i].items, [&](const LaneItem &item) {
            const Fact &fact = record.facts[item.fact];
            return fact.flags.testFlag(FactFlag::Active)
                   || (fact.kind == FactKind::Medication && fact.assertion == Assertion::Negated);
        });
        if (anyActive)
            m_shortRows = i + 1;
    }
    // A link that would show a single row takes the room of that row.
    if (rows.size() == m_shortRows + 1)
        m_shortRows = rows.size();
}

LaneId TimelineLanes::laneOf(FactKind kind)
{
    switch (kind) {
    case FactKind::Condition: return LaneId::Conditions;
    case FactKind::Allergy: return LaneId::Allergies;
    case FactKind::Medication: return LaneId::Medications;
    case FactKind::Result:
    case FactKind::Vital: return LaneId::Results;
    case FactKind::Procedure: return LaneId::Procedures;
    case FactKind::Immunization: return LaneId::Immunizations;
    case FactKind::Encounter: return LaneId::Encounters;
    case FactKind::Imaging: return LaneId::Imaging;
    case FactKind::Document:
    case FactKind::Report: return LaneId::Documents;
    case FactKind::CarePlan:
    case FactKind::Referral: return LaneId::CarePlans;
    case FactKind::FamilyHistory:
    case FactKind::SocialHistory: return LaneId::History;
    case FactKind::Device: return LaneId::Devices;
    case FactKind::Consent:
    case FactKind::Other: break;
    }
    return LaneId::Other;
}

QString TimelineLanes::name(LaneId lane)
{
    switch (lane) {
    case LaneId::Conditions: return QCoreApplication::translate("Chartline::Ui::TimelineLanes", "Conditions");
    case LaneId::Allergies: return QCoreApplication::translate("Chartline::Ui::TimelineLanes", "Allergies");
    case LaneId::Medications: return QCoreApplication::translate("Chartline::Ui::TimelineLanes", "Medications");
    case LaneId::Results: return QCoreApplication::translate("Chartline::Ui::TimelineLanes", "Results and vitals");
    case LaneId::Imaging: return QCoreApplication::translate("Chartline::Ui::TimelineLanes", "Imaging");
    case LaneId::Encounters: return QCoreApplication::translate("Chartline::Ui::TimelineLanes", "Encounters");
    case LaneId::Procedures: return QCoreApplication::translate("Chartline::Ui::TimelineLanes", "Procedures");
    case LaneId::Immunizations: return QCoreApplication::translate("Chartline::Ui::TimelineLanes", "Immunizations");
    case LaneId::Documents: return QCoreApplication::translate("Chartline::Ui::TimelineLanes", "Documents, reports");
    case LaneId::CarePlans: return QCoreApplication::translate("Chartline::Ui::TimelineLanes", "Plans and referrals");
    case LaneId::History: return QCoreApplication::translate("Chartline::Ui::TimelineLanes", "Family, social history");
    case LaneId::Devices: return QCoreApplication::translate("Chartline::Ui::TimelineLanes", "Devices");
    case LaneId::Other: break;
    }
    return QCoreApplication::translate("Chartline::Ui::TimelineLanes", "Other");
}

bool TimelineLanes::hasBars(LaneId lane)
{
    switch (lane) {
    case LaneId::Conditions:
    case LaneId::Allergies:
    case LaneId::Medications:
    case LaneId::CarePlans:
    case LaneId::Devices: return true;
    default: return false;
    }
}

std::optional<LaneItem> TimelineLanes::place(const Fact &fact, int index, qint64 todayMs)
{
    const bool starts = fact.start.isValid();
    if (!starts && !fact.end.isValid())
        return std::nullopt;
    LaneItem item;
    item.fact = index;
    const PartialDate &anchor = starts ? fact.start : fact.end;
    item.from = wallEarliest(anchor);
    item.to = wallLatest(anchor);
    if (starts && fact.end.isValid() && !(fact.end == fact.start)) {
        item.span = true;
        item.sureFrom = item.to;
        item.sureTo = wallEarliest(fact.end);
        item.to = wallLatest(fact.end);
    } else if (starts && !fact.end.isValid() && fact.flags.testFlag(FactFlag::Ongoing) && item.from < todayMs) {
        item.span = true;
        item.sureFrom = item.to;
        item.to = todayMs;
        item.sureTo = todayMs;
    } else {
        item.sureFrom = item.from;
        item.sureTo = item.to;
        return item;
    }
    // An end before the start is the source's mistake; the mark then stands at the start.
    item.to = std::max(item.to, item.from);
    item.sureFrom = std::clamp(item.sureFrom, item.from, item.to);
    item.sureTo = std::clamp(item.sureTo, item.sureFrom, item.to);
    return item;
}

TimelineLanes TimelineLanes::build(PersonRecordPtr record, const FactFilter &filter, qint64 todayMs)
{
    TimelineLanes lanes;
    lanes.m_record = std::move(record);
    lanes.m_today = todayMs;
    lanes.m_first = std::numeric_limits<qint64>::max();
    lanes.m_last = std::numeric_limits<qint64>::min();
    if (!lanes.m_record)
        return lanes;
    std::array<Sorted, laneCount> sorted;
    for (const int index : filter.apply(*lanes.m_record)) {
        const Fact &fact = lanes.m_record->facts[index];
        Sorted &into = sorted[std::size_t(laneOf(fact.kind))];
        if (fact.flags.testFlag(FactFlag::Active) && fact.assertion == Assertion::Affirmed && !fact.isWithdrawn())
            ++into.active;
        if (const auto item = place(fact, index, todayMs)) {
            into.items.push_back(*item);
            lanes.m_starts.push_back(item->from);
            lanes.m_first = std::min(lanes.m_first, item->from);
            lanes.m_last = std::max(lanes.m_last, item->to);
        } else {
            into.undated.append(index);
        }
    }
    std::ranges::sort(lanes.m_starts);
    if (lanes.m_starts.empty())
        lanes.m_first = lanes.m_last = todayMs;
    const qint64 room = (lanes.m_last - lanes.m_first) / 16;
    for (int i = 0; i < laneCount; ++i) {
        Sorted &from = sorted[std::size_t(i)];
        if (from.items.empty() && from.undated.isEmpty())
            continue;
        Lane lane;
        lane.id = LaneId(i);
        lane.total = int(from.items.size()) + int(from.undated.size());
        lane.active = from.active;
        lane.undated = std::move(from.undated);
        if (lane.id == LaneId::Results) {
            buildResults(lane, from.items, *lanes.m_record, todayMs);
        } else if (hasBars(lane.id)) {
            lane.rows = packRows(from.items, *lanes.m_record, room);
        } else {
            lane.rows = packRows(splitMoments(lane.moments, from.items), *lanes.m_record, room);
        }
        lane.all.items = std::move(from.items);
        lane.all.finish();
        lane.countShortRows(*lanes.m_record);
        lanes.m_lanes.push_back(std::move(lane));
    }
    return lanes;
}

} // namespace Chartline::Ui
