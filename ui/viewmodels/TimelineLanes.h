// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewmodels/FactFilter.h"
#include "viewmodels/TimelineTrend.h"

#include <QCoreApplication>

namespace Chartline::Ui {

// The lanes, top to bottom.
enum class LaneId : quint8 {
    Conditions,
    Allergies,
    Medications,
    Results,
    Imaging,
    Encounters,
    Procedures,
    Immunizations,
    Documents,
    CarePlans,
    History,
    Devices,
    Other,
};
inline constexpr int laneCount = int(LaneId::Other) + 1;

// One fact in a row. Times are wall milliseconds (TimelineScale.h).
struct LaneItem
{
    int fact = 0; // index into the record's facts
    qint64 from = 0; // earliest possible start
    qint64 to =
        0; // where the drawn mark ends: end, today for what goes on, latest possible moment of an uncertain point
    qint64 sureFrom = 0; // the latest the start can be: [from, sureFrom) is drawn as uncertain
    qint64 sureTo = 0; // the earliest the end can be
    bool span = false; // a stretch of time; otherwise a moment, known to lie in [from, to]
};

// Facts on one line, ordered by `from`. `reach[i]` is the largest `to` of items 0…i, so that the first visible item is
// found by halving although items may overlap.
struct LaneRow
{
    std::vector<LaneItem> items;
    std::vector<qint64> reach;

    // The first item that may reach into times from `ms` on.
    [[nodiscard]] std::size_t firstReaching(qint64 ms) const;
    // The first item that begins at or after `ms`, looked for from item `near` on; quick where it is not far from
    // there.
    [[nodiscard]] std::size_t firstFrom(qint64 ms, std::size_t near = 0) const;
    void finish();
};

struct Lane
{
    LaneId id = LaneId::Other;
    std::vector<LaneRow> rows; // of stretches and of moments known only to a month or year, most important first
    LaneRow moments; // lanes of moments only: those known to the day or better
    LaneRow all; // every dated fact, for the folded lane
    std::vector<TrendSeries> series; // Results only, most useful first
    std::size_t shortSeries = 0; // Results: how many of the series are shown while the lane is short
    LaneRow restShort; // Results: everything that is not in these
    LaneRow restAll; // Results: everything that is in no series
    QList<int> undated; // facts without any date
    int total = 0; // facts, the undated among them
    int active = 0; // of them flagged active

    // Rows shown while the lane is short: every active one up to a limit, and a few of the rest.
    [[nodiscard]] std::size_t shortRows() const { return m_shortRows; }
    void countShortRows(const PersonRecord &record);

private:
    std::size_t m_shortRows = 0;
};

// Everything the timeline draws, computed once for a record and a filter; drawing then only searches sorted arrays, so
// that it costs what is visible and not what there is.
class TimelineLanes
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::TimelineLanes)

public:
    static constexpr std::size_t shownSeries = 5;

    // `todayMs`: wall milliseconds of now.
    [[nodiscard]] static TimelineLanes build(PersonRecordPtr record, const FactFilter &filter, qint64 todayMs);
    [[nodiscard]] static LaneId laneOf(FactKind kind);
    [[nodiscard]] static QString name(LaneId lane);
    // True for lanes whose facts are stretches of time, packed into rows.
    [[nodiscard]] static bool hasBars(LaneId lane);
    // The extent of one fact on the axis; nothing for an undated one.
    [[nodiscard]] static std::optional<LaneItem> place(const Fact &fact, int index, qint64 todayMs);

    [[nodiscard]] const std::vector<Lane> &lanes() const { return m_lanes; } // only lanes that have facts
    [[nodiscard]] const PersonRecordPtr &record() const { return m_record; }
    [[nodiscard]] const Fact &fact(int index) const { return m_record->facts[index]; }
    [[nodiscard]] qint64 firstMs() const { return m_first; }
    [[nodiscard]] qint64 lastMs() const { return m_last; }
    [[nodiscard]] qint64 todayMs() const { return m_today; }
    [[nodiscard]] bool isEmpty() const { return m_lanes.empty(); }
    // All dated facts' starts, ordered: for the density strip.
    [[nodiscard]] const std::vector<qint64> &starts() const { return m_starts; }

private:
    PersonRecordPtr m_record;
    std::vector<Lane> m_lanes;
    std::vector<qint64> m_starts;
    qint64 m_first = 0;
    qint64 m_last = 0;
    qint64 m_today = 0;
};

} // namespace Chartline::Ui
