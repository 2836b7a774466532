// SPDX-License-Identifier: Apache-2.0
#include "support/SyntheticRecord.h"
#include "viewmodels/LanePacking.h"
#include "viewmodels/TimelineScene.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace Chartline;
using namespace Chartline::Ui;
using namespace Chartline::Testing;
using namespace Qt::StringLiterals;

namespace {

const qint64 s_today = PartialDate::parse(u"2026-11-21T12:00:00Z").earliest();
constexpr qint64 s_day = 86'400'000;

const Lane *laneOf(const TimelineLanes &lanes, LaneId id)
{
    for (const Lane &lane : lanes.lanes()) {
        if (lane.id == id)
            return &lane;
    }
    return nullptr;
}

} // namespace

class TimelineModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesToPixelsAndBack();
    void zoomKeepsTheInstantUnderThePointer();
    void viewNeverLeavesTheRecord();
    void ticks_data();
    void ticks();
    void aYearIsAYearWide();
    void theDayIsTheOneWrittenAtTheSource();
    void ongoingReachesToday();
    void endBeforeStartStaysAtTheStart();
    void everyFactIsSomewhere();
    void withdrawnAreLeftOut();
    void unitsAreNeverJoined();
    void negatedNeverSharesARow();
    void doNotGiveIsNeverBehindALink();
    void rowsOfDifferentThingsDoNotOverlap();
    void extentIsExact();
    void clustersHoldEachFactOnce();
    void keysReachEveryFactOfARow();
    void foldingHidesAndUnfoldingBringsBack();
};

void TimelineModelTest::datesToPixelsAndBack()
{
    TimelineScale scale;
    scale.setWidth(1000);
    scale.setBounds(0, 60LL * 365 * s_day);
    scale.show(20LL * 365 * s_day, 21LL * 365 * s_day);
    for (const double x : {0.0, 12.5, 500.0, 999.0})
        QVERIFY(std::abs(scale.x(scale.ms(x)) - x) < 0.01);
    scale.show(20LL * 365 * s_day, 20LL * 365 * s_day + s_day);
    const qint64 at = 20LL * 365 * s_day + 3 * 3'600'000;
    QVERIFY(std::abs(scale.ms(scale.x(at)) - at) < 1000);
}

void TimelineModelTest::zoomKeepsTheInstantUnderThePointer()
{
    TimelineScale scale;
    scale.setWidth(1000);
    scale.setBounds(0, 60LL * 365 * s_day);
    scale.showAll();
    const double x = 640;
    const qint64 instant = scale.ms(x);
    for (int i = 0; i < 30; ++i) {
        scale.zoomAbout(x, 1.25);
        QVERIFY2(std::abs(scale.x(instant) - x) < 0.5, qPrintable(QString::number(i)));
    }
    for (int i = 0; i < 5; ++i)
        scale.zoomAbout(x, 0.8);
    QVERIFY(std::abs(scale.x(instant) - x) < 0.5);
}

void TimelineModelTest::viewNeverLeavesTheRecord()
{
    TimelineScale scale;
    scale.setWidth(800);
    scale.setBounds(0, 1000 * s_day);
    scale.zoomAbout(400, 1e12);
    QVERIFY(scale.millisecondsPerPixel() >= 1000);
    scale.pan(1e15);
    QVERIFY(scale.left() <= 1000 * s_day);
    scale.pan(-1e15);
    QVERIFY(scale.right() >= 0);
    scale.zoomAbout(10, 1e-12);
    QVERIFY(scale.left() <= 0 && scale.right() >= 1000 * s_day);
    // A record of a single moment still has a scale.
    scale.setBounds(5, 5);
    scale.showAll();
    QVERIFY(std::isfinite(scale.x(5)));
}

void TimelineModelTest::ticks_data()
{
    QTest::addColumn<qint64>("span");
    QTest::newRow("a century") << 100LL * 365 * s_day;
    QTest::newRow("ten years") << 10LL * 365 * s_day;
    QTest::newRow("a year") << 365LL * s_day;
    QTest::newRow("a month") << 30LL * s_day;
    QTest::newRow("a day") << 1LL * s_day;
    QTest::newRow("an hour") << 6LL * 3'600'000;
}

void TimelineModelTest::ticks()
{
    QFETCH(qint64, span);
    TimelineScale scale;
    scale.setWidth(1000);
    scale.setBounds(-40LL * 365 * s_day, 70LL * 365 * s_day);
    scale.show(10LL * 365 * s_day, 10LL * 365 * s_day + span);
    const QList<TimelineTick> ticks = TimelineTicks::of(scale, 58, QLocale::c());
    QVERIFY2(ticks.size() >= 2 && ticks.size() <= 40, qPrintable(QString::number(ticks.size())));
    for (int i = 1; i < int(ticks.size()); ++i) {
        QVERIFY(ticks[i].ms > ticks[i - 1].ms);
        QVERIFY(scale.x(ticks[i].ms) - scale.x(ticks[i - 1].ms) >= 50);
        QVERIFY(!ticks[i].label.isEmpty());
    }
    QVERIFY(ticks.first().ms <= scale.left() + 60 * qint64(scale.millisecondsPerPixel()) * 4);
}

void TimelineModelTest::aYearIsAYearWide()
{
    RecordBuilder builder({u"A"_s});
    const auto item = TimelineLanes::place(builder.add(FactKind::Condition, u"x"_s, u"2014"_s), 0, s_today);
    QVERIFY(item.has_value());
    QVERIFY(!item->span);
    QCOMPARE(item->from, PartialDate::parse(u"2014-01-01").earliest());
    QCOMPARE(item->to, PartialDate::parse(u"2014-12-31").latest());
    const auto period =
        TimelineLanes::place(builder.add(FactKind::Condition, u"x"_s, u"2014"_s, u"2016-03"_s), 0, s_today);
    QVERIFY(period->span);
    QCOMPARE(period->sureFrom, PartialDate::parse(u"2014").latest());
    QCOMPARE(period->sureTo, PartialDate::parse(u"2016-03-01").earliest());
}

void TimelineModelTest::theDayIsTheOneWrittenAtTheSource()
{
    RecordBuilder builder({u"A"_s});
    const auto item =
        TimelineLanes::place(builder.add(FactKind::Result, u"x"_s, u"2014-03-12T00:30:00+05:00"_s), 0, s_today);
    // In UTC this is still 11 March; the source wrote the 12th.
    QCOMPARE(item->from, PartialDate::parse(u"2014-03-12T00:30:00Z").earliest());
}

void TimelineModelTest::ongoingReachesToday()
{
    RecordBuilder builder({u"A"_s});
    const auto item = TimelineLanes::place(
        builder.add(FactKind::Medication, u"x"_s, u"2014-03-12"_s, {}, FactFlag::Ongoing), 0, s_today);
    QVERIFY(item->span);
    QCOMPARE(item->to, s_today);
    const auto future = TimelineLanes::place(
        builder.add(FactKind::Medication, u"x"_s, u"2030-03-12"_s, {}, FactFlag::Ongoing), 0, s_today);
    QVERIFY2(!future->span, "what begins in the future is no bar to the left");
    QVERIFY(!TimelineLanes::place(builder.add(FactKind::Condition, u"x"_s, {}), 0, s_today).has_value());
}

void TimelineModelTest::endBeforeStartStaysAtTheStart()
{
    RecordBuilder builder({u"A"_s});
    const auto item =
        TimelineLanes::place(builder.add(FactKind::Condition, u"x"_s, u"2014-03-12"_s, u"2013-01-01"_s), 0, s_today);
    QVERIFY(item->to >= item->from);
    QVERIFY(item->sureFrom >= item->from && item->sureTo <= item->to);
}

void TimelineModelTest::everyFactIsSomewhere()
{
    const PersonRecordPtr record = portraitRecord();
    const TimelineLanes lanes = TimelineLanes::build(record, FactFilter(), s_today);
    QSet<int> seen;
    for (const Lane &lane : lanes.lanes()) {
        int count = 0;
        const auto add = [&](int fact) {
            QVERIFY2(!seen.contains(fact), qPrintable(record->facts[fact].title));
            seen.insert(fact);
            ++count;
        };
        for (const LaneRow &row : lane.rows) {
            for (const LaneItem &item : row.items)
                add(item.fact);
        }
        for (const LaneItem &item : lane.moments.items)
            add(item.fact);
        for (const TrendSeries &series : lane.series) {
            for (const TrendPoint &point : series.points())
                add(point.fact);
        }
        for (const LaneItem &item : lane.restAll.items)
            add(item.fact);
        for (const int fact : lane.undated)
            add(fact);
        QCOMPARE(count, lane.total);
    }
    QCOMPARE(int(seen.size()), record->person.facts);
    QCOMPARE(laneOf(lanes, LaneId::Conditions)->undated.size(), 1);
}

void TimelineModelTest::withdrawnAreLeftOut()
{
    const PersonRecordPtr record = portraitRecord();
    const TimelineLanes usual = TimelineLanes::build(record, FactFilter(), s_today);
    FactFilter filter;
    filter.setShowWithdrawn(true);
    const TimelineLanes all = TimelineLanes::build(record, filter, s_today);
    QCOMPARE(laneOf(all, LaneId::Conditions)->total, laneOf(usual, LaneId::Conditions)->total + 1);
    QCOMPARE(laneOf(all, LaneId::Conditions)->active, laneOf(usual, LaneId::Conditions)->active);
}

void TimelineModelTest::unitsAreNeverJoined()
{
    RecordBuilder builder({u"A"_s});
    for (int i = 1; i < 5; ++i) {
        builder.addNumber(FactKind::Result, u"Glucose"_s, u"2345-7"_s, 90 + i, u"mg/dL"_s, u"202%1-01-01"_s.arg(i));
        builder.addNumber(FactKind::Result, u"Glucose"_s, u"2345-7"_s, 5 + i, u"mmol/L"_s, u"202%1-02-01"_s.arg(i));
    }
    Fact &absent = builder.addNumber(FactKind::Result, u"Glucose"_s, u"2345-7"_s, 1, u"mg/dL"_s, u"2025-03-01"_s);
    absent.assertion = Assertion::Negated;
    builder.addNumber(FactKind::Result, u"Glucose"_s, u"2345-7"_s, 900, u"mg/dL"_s, u"2025-04-01"_s).status =
        u"cancelled"_s;
    const TimelineLanes lanes = TimelineLanes::build(builder.take(), FactFilter(), s_today);
    const Lane *results = laneOf(lanes, LaneId::Results);
    QCOMPARE(results->series.size(), 2U);
    for (const TrendSeries &series : results->series)
        QCOMPARE(series.points().size(), 4U);
    QCOMPARE(results->restAll.items.size(), 2U);
}

void TimelineModelTest::negatedNeverSharesARow()
{
    RecordBuilder builder({u"A"_s});
    builder.add(FactKind::Medication, u"Aspirin"_s, u"2015-01-01"_s, u"2016-01-01"_s);
    builder.add(FactKind::Medication, u"ASPIRIN"_s, u"2016-01-02"_s, u"2017-01-01"_s);
    builder.add(FactKind::Medication, u"Aspirin"_s, u"2015-06-01"_s, u"2018-01-01"_s).assertion = Assertion::Negated;
    const TimelineLanes lanes = TimelineLanes::build(builder.take(), FactFilter(), s_today);
    const Lane *drugs = laneOf(lanes, LaneId::Medications);
    QCOMPARE(drugs->rows.size(), 2U);
    for (const LaneRow &row : drugs->rows) {
        const Assertion first = lanes.fact(row.items.front().fact).assertion;
        for (const LaneItem &item : row.items)
            QCOMPARE(lanes.fact(item.fact).assertion, first);
    }
}

void TimelineModelTest::doNotGiveIsNeverBehindALink()
{
    RecordBuilder builder({u"A"_s});
    for (int i = 0; i < 30; ++i)
        builder.add(FactKind::Medication, u"Drug %1"_s.arg(i), u"2010"_s, u"2020"_s);
    builder.add(FactKind::Medication, u"Aspirin"_s, u"2015-01-01"_s).assertion = Assertion::Negated;
    const PersonRecordPtr record = builder.take();
    TimelineScene scene;
    scene.setLanes(TimelineLanes::build(record, FactFilter(), s_today));
    for (int i = 0; i < int(record->facts.size()); ++i) {
        if (record->facts[i].assertion == Assertion::Negated)
            QVERIFY(scene.stripOf(i) >= 0);
    }
    QVERIFY(scene.geometry().front().hiddenRows > 0);
}

void TimelineModelTest::rowsOfDifferentThingsDoNotOverlap()
{
    const PersonRecordPtr record = syntheticRecord(4000);
    const TimelineLanes lanes = TimelineLanes::build(record, FactFilter(), s_today);
    for (const LaneRow &row : laneOf(lanes, LaneId::Medications)->rows) {
        QVERIFY(std::ranges::is_sorted(row.items, {}, &LaneItem::from));
        QVERIFY(std::ranges::is_sorted(row.reach));
        for (std::size_t i = 1; i < row.items.size(); ++i) {
            const QString &a = lanes.fact(row.items[i - 1].fact).title;
            const QString &b = lanes.fact(row.items[i].fact).title;
            QVERIFY2(a == b || row.items[i].from >= row.items[i - 1].to, qPrintable(a + b));
        }
        const qint64 at = row.items.back().from;
        const std::size_t first = row.firstReaching(at);
        for (std::size_t i = 0; i < first; ++i)
            QVERIFY(row.items[i].to < at);
    }
}

void TimelineModelTest::extentIsExact()
{
    QRandomGenerator random(3);
    TrendSeries series;
    std::vector<double> values;
    for (int i = 0; i < 5003; ++i) {
        values.push_back(random.bounded(1000.0));
        series.add({qint64(i) * 1000, i, values.back(), std::nan(""), ValueMark::Normal});
    }
    series.finish();
    for (int i = 0; i < 400; ++i) {
        const std::size_t first = random.bounded(5003U);
        const std::size_t end = first + 1 + random.bounded(quint32(5003 - first));
        const auto extent = series.extent(first, end);
        const auto [low, high] =
            std::minmax_element(values.begin() + qsizetype(first), values.begin() + qsizetype(end));
        QCOMPARE(extent.low, *low);
        QCOMPARE(extent.high, *high);
    }
}

void TimelineModelTest::clustersHoldEachFactOnce()
{
    TimelineScene scene;
    scene.setLanes(TimelineLanes::build(syntheticRecord(3000), FactFilter(), s_today));
    scene.scale().setWidth(1000);
    scene.scale().showAll();
    for (int zoom = 0; zoom < 6; ++zoom) {
        for (int i = 0; i < int(scene.strips().size()); ++i) {
            if (scene.strips()[std::size_t(i)].kind != TimelineStrip::Kind::Moments)
                continue;
            const std::vector<TimelineCluster> before = scene.clusters(i);
            std::size_t next = 0;
            for (const TimelineCluster &cluster : before) {
                QCOMPARE(cluster.first, next);
                QVERIFY(cluster.end > cluster.first);
                next = cluster.end;
            }
            QCOMPARE(next, scene.strips()[std::size_t(i)].row->items.size());
            scene.scale().pan(37);
            QCOMPARE(scene.clusters(i).size(), before.size());
        }
        scene.scale().zoomAbout(500, 3);
    }
}

void TimelineModelTest::keysReachEveryFactOfARow()
{
    TimelineScene scene;
    scene.setLanes(TimelineLanes::build(portraitRecord(), FactFilter(), s_today));
    scene.scale().setWidth(1000);
    scene.scale().showAll();
    int fact = scene.firstFact();
    QVERIFY(fact >= 0);
    fact = scene.endOfStrip(fact, false);
    const int strip = scene.stripOf(fact);
    int steps = 1;
    for (int next = scene.nextInStrip(fact, 1); next >= 0; next = scene.nextInStrip(next, 1)) {
        QCOMPARE(scene.stripOf(next), strip);
        ++steps;
    }
    QCOMPARE(steps, int(scene.strips()[std::size_t(strip)].row->items.size()));
    // Lane by lane to the last, and back to the first.
    QSet<int> lanes{scene.laneOf(fact)};
    int last = fact;
    for (int next = scene.nearestInOtherLane(last, 1); next >= 0; next = scene.nearestInOtherLane(last, 1)) {
        QVERIFY(scene.laneOf(next) > scene.laneOf(last));
        last = next;
        lanes.insert(scene.laneOf(next));
    }
    QCOMPARE(lanes.size(), qsizetype(scene.lanes().lanes().size()));
    QCOMPARE(scene.nearestInOtherStrip(last, 1) < 0
                 || scene.laneOf(scene.nearestInOtherStrip(last, 1)) == scene.laneOf(last),
             true);
}

void TimelineModelTest::foldingHidesAndUnfoldingBringsBack()
{
    TimelineScene scene;
    scene.setLanes(TimelineLanes::build(portraitRecord(), FactFilter(), s_today));
    const int height = scene.height();
    scene.setState(LaneId::Conditions, LaneState::Folded);
    QVERIFY(scene.height() < height);
    scene.setState(LaneId::Conditions, LaneState::Full);
    QVERIFY(scene.height() >= height);
    for (const LaneGeometry &lane : scene.geometry())
        QVERIFY(lane.height > 0);
    // Full shows what Short leaves out.
    QCOMPARE(scene.geometry().front().hiddenRows, 0);
}

QTEST_GUILESS_MAIN(TimelineModelTest)
#include "tst_timelinemodel.moc"
