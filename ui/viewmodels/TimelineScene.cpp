// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/TimelineScene.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Chartline::Ui {

using Kind = TimelineStrip::Kind;

std::array<LaneState, laneCount> TimelineScene::initialStates()
{
    std::array<LaneState, laneCount> states;
    states.fill(LaneState::Short);
    return states;
}

void TimelineScene::setLanes(TimelineLanes lanes)
{
    m_lanes = std::move(lanes);
    m_scale.setBounds(std::min(m_lanes.firstMs(), m_lanes.todayMs()), std::max(m_lanes.lastMs(), m_lanes.todayMs()));
    rebuild();
}

void TimelineScene::setState(LaneId lane, LaneState state)
{
    m_states[std::size_t(lane)] = state;
    rebuild();
}

void TimelineScene::addStrip(Kind kind, int lane, int &y, int height, const LaneRow *row, const TrendSeries *series)
{
    const int strip = int(m_strips.size());
    m_strips.push_back({kind, lane, y, height, row, series});
    y += height;
    const int count = sizeOf(strip);
    for (int i = 0; i < count; ++i)
        m_places[std::size_t(factIn(strip, i))] = {strip, i};
}

void TimelineScene::addStrips(int index, LaneGeometry &geometry)
{
    const Lane &lane = m_lanes.lanes()[std::size_t(index)];
    const LaneState state = m_states[std::size_t(lane.id)];
    int y = geometry.top + padding;
    if (state == LaneState::Folded) {
        y = geometry.top;
        addStrip(Kind::Folded, index, y, foldedHeight, &lane.all, nullptr);
        geometry.height = foldedHeight;
        return;
    }
    const bool full = state == LaneState::Full;
    const LaneRow &moments = lane.id != LaneId::Results ? lane.moments : full ? lane.restAll : lane.restShort;
    if (!moments.items.empty() || (lane.id == LaneId::Results && !lane.series.empty()))
        addStrip(Kind::Moments, index, y, momentHeight(lane.id), &moments, nullptr);
    const std::size_t rows = full ? lane.rows.size() : std::min(lane.rows.size(), lane.shortRows());
    for (std::size_t i = 0; i < rows; ++i)
        addStrip(Kind::Bars, index, y, rowHeight, &lane.rows[i], nullptr);
    const std::size_t series = full ? lane.series.size() : lane.shortSeries;
    if (series > 0)
        y = std::max(y, geometry.top + headerHeight);
    for (std::size_t i = 0; i < series; ++i)
        addStrip(Kind::Trend, index, y, trendHeight, nullptr, &lane.series[i]);
    geometry.hiddenRows = int(lane.rows.size() - rows + lane.series.size() - series);
    const bool links = !lane.undated.isEmpty() || geometry.hiddenRows > 0
                       || (full && (lane.rows.size() > lane.shortRows() || lane.series.size() > lane.shortSeries));
    const int least = series > 0 ? 0 : headerHeight + (links ? 18 : 0);
    // With trends the header holds their names, so the links need a line of their own below.
    geometry.height = std::max(y + padding - geometry.top + (series > 0 && links ? 18 : 0), least + padding);
}

void TimelineScene::rebuild()
{
    m_strips.clear();
    m_geometry.clear();
    m_clusters.clear();
    m_places.assign(m_lanes.record() ? std::size_t(m_lanes.record()->facts.size()) : 0, Place{});
    int y = 0;
    for (int i = 0; i < int(m_lanes.lanes().size()); ++i) {
        LaneGeometry geometry;
        geometry.top = y;
        geometry.firstStrip = int(m_strips.size());
        addStrips(i, geometry);
        geometry.endStrip = int(m_strips.size());
        y += geometry.height;
        m_geometry.push_back(geometry);
    }
    m_height = y;
    m_clusters.resize(m_strips.size());
}

int TimelineScene::laneAt(int y) const
{
    for (int i = 0; i < int(m_geometry.size()); ++i) {
        const LaneGeometry &lane = m_geometry[std::size_t(i)];
        if (y >= lane.top && y < lane.top + lane.height)
            return i;
    }
    return -1;
}

int TimelineScene::stripAt(int y) const
{
    const auto after = std::ranges::upper_bound(m_strips, y, {}, &TimelineStrip::top);
    if (after == m_strips.begin())
        return -1;
    const auto strip = std::prev(after);
    return y < strip->top + strip->height ? int(strip - m_strips.begin()) : -1;
}

int TimelineScene::momentHeight(LaneId lane)
{
    return lane == LaneId::Imaging ? 44 : 30; // a picture has its name below it
}

double TimelineScene::glyphWidth(LaneId lane)
{
    switch (lane) {
    case LaneId::Imaging: return 34;
    case LaneId::Encounters: return 5;
    default: return 16;
    }
}

const std::vector<TimelineCluster> &TimelineScene::clusters(int strip) const
{
    CachedClusters &cached = m_clusters[std::size_t(strip)];
    if (cached.perPixel == m_scale.millisecondsPerPixel())
        return cached.clusters;
    cached.perPixel = m_scale.millisecondsPerPixel();
    cached.clusters.clear();
    const TimelineStrip &at = m_strips[std::size_t(strip)];
    if (!at.row)
        return cached.clusters;
    const double width = glyphWidth(m_lanes.lanes()[std::size_t(at.lane)].id) * cached.perPixel;
    const std::vector<LaneItem> &items = at.row->items;
    std::size_t first = 0;
    while (first < items.size()) {
        const double limit = double(items[first].from) + width;
        std::size_t end = first + 1;
        while (end < items.size() && double(items[end].from) < limit)
            ++end;
        cached.clusters.push_back({first, end});
        first = end;
    }
    return cached.clusters;
}

double TimelineScene::middle(const LaneItem &item) const
{
    // A moment stands in the middle of what it can mean; a stretch (a stay in hospital) at its beginning.
    return item.span ? m_scale.x(item.from) : (m_scale.x(item.from) + m_scale.x(item.to)) / 2;
}

double TimelineScene::middle(const TimelineStrip &strip, const TimelineCluster &cluster) const
{
    const std::vector<LaneItem> &items = strip.row->items;
    if (cluster.count() == 1)
        return middle(items[cluster.first]);
    return (m_scale.x(items[cluster.first].from) + m_scale.x(items[cluster.end - 1].from)) / 2;
}

QList<int> TimelineScene::factsAt(double x, int y) const
{
    QList<int> facts;
    const int strip = stripAt(y);
    if (strip < 0)
        return facts;
    const TimelineStrip &at = m_strips[std::size_t(strip)];
    if (at.kind == Kind::Trend) {
        constexpr double reach = 6;
        const std::vector<TrendPoint> &points = at.series->points();
        double best = reach;
        for (std::size_t i = at.series->firstFrom(m_scale.ms(x - reach)); i < points.size(); ++i) {
            const double distance = m_scale.x(points[i].ms) - x;
            if (distance > reach)
                break;
            if (std::abs(distance) <= best) {
                best = std::abs(distance);
                facts = {points[i].fact};
            }
        }
        return facts;
    }
    if (at.kind == Kind::Bars) {
        // The narrowest mark under the point lies on top of what it overlaps.
        qint64 best = std::numeric_limits<qint64>::max();
        const std::size_t end = at.row->firstFrom(m_scale.ms(x + 1));
        for (std::size_t i = at.row->firstReaching(m_scale.ms(x - 8)); i < end; ++i) {
            const LaneItem &item = at.row->items[i];
            const double right = std::max(m_scale.x(item.to), m_scale.x(item.from) + 8);
            if (x <= right && item.to - item.from <= best) {
                best = item.to - item.from;
                facts = {item.fact};
            }
        }
        return facts;
    }
    const double half = std::max(6.0, glyphWidth(m_lanes.lanes()[std::size_t(at.lane)].id) / 2);
    double best = half;
    for (const TimelineCluster &cluster : clusters(strip)) {
        const double distance = std::abs(middle(at, cluster) - x);
        const LaneItem &first = at.row->items[cluster.first];
        const bool inside = first.span && x >= m_scale.x(first.from) && x <= m_scale.x(first.to);
        if (distance > best && !(inside && facts.isEmpty()))
            continue;
        best = std::min(best, distance);
        facts.clear();
        for (std::size_t i = cluster.first; i < cluster.end; ++i)
            facts.append(at.row->items[i].fact);
    }
    return facts;
}

int TimelineScene::sizeOf(int strip) const
{
    const TimelineStrip &at = m_strips[std::size_t(strip)];
    return at.series ? int(at.series->points().size()) : int(at.row->items.size());
}

int TimelineScene::factIn(int strip, int index) const
{
    const TimelineStrip &at = m_strips[std::size_t(strip)];
    return at.series ? at.series->points()[std::size_t(index)].fact : at.row->items[std::size_t(index)].fact;
}

int TimelineScene::stripOf(int fact) const
{
    return fact >= 0 && fact < int(m_places.size()) ? m_places[std::size_t(fact)].strip : -1;
}

int TimelineScene::indexOf(int fact) const
{
    return fact >= 0 && fact < int(m_places.size()) ? m_places[std::size_t(fact)].index : -1;
}

int TimelineScene::laneOf(int fact) const
{
    if (fact < 0 || fact >= int(m_places.size()))
        return -1;
    const LaneId id = TimelineLanes::laneOf(m_lanes.fact(fact).kind);
    const auto found = std::ranges::find(m_lanes.lanes(), id, &Lane::id);
    return found == m_lanes.lanes().end() ? -1 : int(found - m_lanes.lanes().begin());
}

qint64 TimelineScene::timeOf(const Place &place) const
{
    const TimelineStrip &at = m_strips[std::size_t(place.strip)];
    return at.series ? at.series->points()[std::size_t(place.index)].ms : at.row->items[std::size_t(place.index)].from;
}

int TimelineScene::nearestIn(int strip, qint64 ms) const
{
    const int count = sizeOf(strip);
    if (count == 0)
        return -1;
    const TimelineStrip &at = m_strips[std::size_t(strip)];
    const int after = int(at.series ? at.series->firstFrom(ms) : at.row->firstFrom(ms));
    if (after == 0)
        return factIn(strip, 0);
    if (after == count)
        return factIn(strip, count - 1);
    const qint64 before = ms - timeOf({strip, after - 1});
    return factIn(strip, timeOf({strip, after}) - ms < before ? after : after - 1);
}

int TimelineScene::nextInStrip(int fact, int step) const
{
    const int strip = stripOf(fact);
    if (strip < 0)
        return -1;
    const int index = m_places[std::size_t(fact)].index + step;
    return index >= 0 && index < sizeOf(strip) ? factIn(strip, index) : -1;
}

int TimelineScene::nearestInOtherStrip(int fact, int step) const
{
    const int strip = stripOf(fact);
    if (strip < 0)
        return -1;
    const qint64 ms = timeOf(m_places[std::size_t(fact)]);
    for (int other = strip + step; other >= 0 && other < int(m_strips.size()); other += step) {
        if (const int found = nearestIn(other, ms); found >= 0)
            return found;
    }
    return -1;
}

int TimelineScene::nearestInOtherLane(int fact, int step) const
{
    const int strip = stripOf(fact);
    if (strip < 0)
        return -1;
    const qint64 ms = timeOf(m_places[std::size_t(fact)]);
    const int lane = m_strips[std::size_t(strip)].lane;
    for (int other = lane + step; other >= 0 && other < int(m_geometry.size()); other += step) {
        const LaneGeometry &geometry = m_geometry[std::size_t(other)];
        for (int i = geometry.firstStrip; i < geometry.endStrip; ++i) {
            if (const int found = nearestIn(i, ms); found >= 0)
                return found;
        }
    }
    return -1;
}

int TimelineScene::firstFact() const
{
    for (int strip = 0; strip < int(m_strips.size()); ++strip) {
        if (const int count = sizeOf(strip); count > 0)
            return factIn(strip, count - 1);
    }
    return -1;
}

int TimelineScene::endOfStrip(int fact, bool last) const
{
    const int strip = stripOf(fact);
    return strip < 0 ? -1 : factIn(strip, last ? sizeOf(strip) - 1 : 0);
}

} // namespace Chartline::Ui
