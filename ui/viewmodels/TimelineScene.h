// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewmodels/TimelineLanes.h"
#include "viewmodels/TimelineScale.h"

namespace Chartline::Ui {

// How much of a lane is shown.
enum class LaneState : quint8 {
    Folded, // one thin line
    Short, // the most important rows
    Full, // every row
};

// One horizontal line of marks, at a place in the scrolled content (logical pixels from the top of the first lane).
struct TimelineStrip
{
    enum class Kind : quint8 { Bars, Moments, Trend, Folded };
    Kind kind = Kind::Bars;
    int lane = 0; // index into TimelineLanes::lanes()
    int top = 0;
    int height = 0;
    const LaneRow *row = nullptr; // all but Trend
    const TrendSeries *series = nullptr; // Trend
};

// Marks drawn as one: items [first, end) of a strip's row.
struct TimelineCluster
{
    std::size_t first = 0;
    std::size_t end = 0;
    [[nodiscard]] std::size_t count() const { return end - first; }
};

struct LaneGeometry
{
    int top = 0;
    int height = 0;
    int hiddenRows = 0; // rows or series that Full would add
    int firstStrip = 0;
    int endStrip = 0;
};

// What stands where: lanes, their states and the time scale, without anything painted. All places are logical pixels; x
// is counted from the left edge of the plot, y from the top of the first lane.
class TimelineScene
{
public:
    static constexpr int rowHeight = 20;
    static constexpr int trendHeight = 29;
    [[nodiscard]] static int momentHeight(LaneId lane);
    static constexpr int foldedHeight = 28;
    static constexpr int headerHeight = 27; // lane name and counts
    static constexpr int padding = 4;

    void setLanes(TimelineLanes lanes);
    [[nodiscard]] const TimelineLanes &lanes() const { return m_lanes; }
    [[nodiscard]] TimelineScale &scale() { return m_scale; }
    [[nodiscard]] const TimelineScale &scale() const { return m_scale; }

    [[nodiscard]] LaneState state(LaneId lane) const { return m_states[std::size_t(lane)]; }
    void setState(LaneId lane, LaneState state);

    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] const std::vector<LaneGeometry> &geometry() const { return m_geometry; }
    [[nodiscard]] const std::vector<TimelineStrip> &strips() const { return m_strips; }
    [[nodiscard]] int laneAt(int y) const; // -1: none
    [[nodiscard]] int stripAt(int y) const; // -1: none

    // Marks of a strip of moments that stand too close to be told apart at the present zoom. They do not change while
    // the view is moved sideways. Valid until the next change of zoom or lanes.
    [[nodiscard]] const std::vector<TimelineCluster> &clusters(int strip) const;
    // The width of one mark, by lane.
    [[nodiscard]] static double glyphWidth(LaneId lane);
    // The middle of a moment's mark.
    [[nodiscard]] double middle(const LaneItem &item) const;
    // The middle of the mark of a cluster.
    [[nodiscard]] double middle(const TimelineStrip &strip, const TimelineCluster &cluster) const;

    // Facts under a point; several for a cluster.
    [[nodiscard]] QList<int> factsAt(double x, int y) const;

    // Where a fact is drawn: its strip, -1 where it is not (undated, or in a row not shown).
    [[nodiscard]] int stripOf(int fact) const;
    [[nodiscard]] int indexOf(int fact) const; // its place within that strip
    [[nodiscard]] int laneOf(int fact) const;

    // Movement of the selection; each gives a fact's index, or -1 where there is nothing further.
    [[nodiscard]] int nextInStrip(int fact, int step) const;
    [[nodiscard]] int nearestInOtherStrip(int fact, int step) const;
    [[nodiscard]] int nearestInOtherLane(int fact, int step) const;
    [[nodiscard]] int firstFact() const; // of the topmost strip: the latest one
    [[nodiscard]] int endOfStrip(int fact, bool last) const;

private:
    struct Place
    {
        int strip = -1;
        int index = -1;
    };

    void rebuild();
    void addStrips(int lane, LaneGeometry &geometry);
    void addStrip(TimelineStrip::Kind kind, int lane, int &y, int height, const LaneRow *row,
                  const TrendSeries *series);
    [[nodiscard]] int sizeOf(int strip) const;
    [[nodiscard]] int factIn(int strip, int index) const;
    [[nodiscard]] int nearestIn(int strip, qint64 ms) const;
    [[nodiscard]] qint64 timeOf(const Place &place) const;

    TimelineLanes m_lanes;
    TimelineScale m_scale;
    std::array<LaneState, laneCount> m_states = initialStates();
    std::vector<LaneGeometry> m_geometry;
    std::vector<TimelineStrip> m_strips;
    std::vector<Place> m_places; // by fact index
    int m_height = 0;

    struct CachedClusters
    {
        double perPixel = 0;
        std::vector<TimelineCluster> clusters;
    };
    mutable std::vector<CachedClusters> m_clusters;

    static std::array<LaneState, laneCount> initialStates();
};

} // namespace Chartline::Ui
