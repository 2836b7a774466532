// SPDX-License-Identifier: Apache-2.0
#include "support/SyntheticRecord.h"
#include "timeline/OverviewStrip.h"
#include "timeline/TimelineView.h"

#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Chartline;
using namespace Chartline::Ui;
using namespace Chartline::Testing;
using namespace Qt::StringLiterals;

namespace {

const qint64 s_today = PartialDate::parse(u"2026-11-21T12:00:00Z").earliest();

void wheel(TimelineView &view, QPointF at, int delta, Qt::KeyboardModifiers modifiers = {})
{
    QWheelEvent event(at, view.viewport()->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(view.viewport(), &event);
}

} // namespace

class TimelineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }
    void wheelZoomsAboutThePointer();
    void shiftWheelMoves();
    void wheelOverNamesScrolls();
    void dragMovesTime();
    void clickSelects();
    void arrowsGoFromFactToFact();
    void tabGoesFromLaneToLaneAndOut();
    void enterOpens();
    void keysZoom();
    void spaceFoldsTheLane();
    void clickOnANameFolds();
    void selectionIsSpoken();
    void clusterOpensAMenu();
    void overviewFollowsAndLeads();
    void clearForgets();
    void paintsWithoutFacts();
    void opensOnTheBusyPart();
    void everyThemePaints();
    void aHundredThousandFactsPaint();

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TimelineView> m_view;
    PersonRecordPtr m_record;
};

void TimelineTest::init()
{
    m_theme = std::make_unique<Theme>(Theme::make(Theme::Mode::Light));
    m_record = portraitRecord();
    m_view = std::make_unique<TimelineView>(*m_theme);
    m_view->resize(1100, 700);
    m_view->setLanes(TimelineLanes::build(m_record, FactFilter(), s_today), FactSources(m_record->sources), false);
    m_view->showAll();
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TimelineTest::wheelZoomsAboutThePointer()
{
    const double x = 700;
    const qint64 instant = m_view->scene().scale().ms(x - m_view->headerWidth());
    const double before = m_view->scene().scale().millisecondsPerPixel();
    for (int i = 0; i < 8; ++i)
        wheel(*m_view, {x, 300}, 120);
    QVERIFY(m_view->scene().scale().millisecondsPerPixel() < before / 4);
    QVERIFY(std::abs(m_view->scene().scale().x(instant) - (x - m_view->headerWidth())) < 1);
}

void TimelineTest::shiftWheelMoves()
{
    m_view->zoom(8);
    const qint64 left = m_view->scene().scale().left();
    const double perPixel = m_view->scene().scale().millisecondsPerPixel();
    wheel(*m_view, {700, 300}, -120, Qt::ShiftModifier);
    QVERIFY(m_view->scene().scale().left() > left);
    QCOMPARE(m_view->scene().scale().millisecondsPerPixel(), perPixel);
}

void TimelineTest::wheelOverNamesScrolls()
{
    const double perPixel = m_view->scene().scale().millisecondsPerPixel();
    QVERIFY2(m_view->verticalScrollBar()->maximum() > 0, "the lanes are higher than the window");
    wheel(*m_view, {40, 300}, -240);
    QVERIFY(m_view->verticalScrollBar()->value() > 0);
    QCOMPARE(m_view->scene().scale().millisecondsPerPixel(), perPixel);
}

void TimelineTest::dragMovesTime()
{
    m_view->zoom(8);
    const qint64 before = m_view->scene().scale().ms(300);
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, {600, 650});
    QTest::mouseMove(m_view->viewport(), {560, 650});
    QTest::mouseMove(m_view->viewport(), {500, 650});
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, {500, 650});
    QVERIFY(std::abs(double(m_view->scene().scale().ms(200) - before))
            < 2 * m_view->scene().scale().millisecondsPerPixel());
    QCOMPARE(m_view->selected(), -1);
}

void TimelineTest::clickSelects()
{
    QSignalSpy selected(m_view.get(), &TimelineView::factSelected);
    int warfarin = -1;
    for (int i = 0; i < int(m_record->facts.size()); ++i) {
        if (m_record->facts[i].title.startsWith(u"Warfarin"_s))
            warfarin = i;
    }
    const QRectF mark = m_view->markRect(warfarin);
    QVERIFY(!mark.isNull());
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, mark.center().toPoint());
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected.first().first().toInt(), warfarin);
    QCOMPARE(m_view->selected(), warfarin);
}

void TimelineTest::arrowsGoFromFactToFact()
{
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    const int first = m_view->selected();
    QVERIFY(first >= 0);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    const int home = m_view->selected();
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->scene().nextInStrip(m_view->selected(), 1), -1);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->selected(), home);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QVERIFY(m_view->scene().stripOf(m_view->selected()) > m_view->scene().stripOf(home));
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QCOMPARE(m_view->scene().stripOf(m_view->selected()), m_view->scene().stripOf(home));
}

void TimelineTest::tabGoesFromLaneToLaneAndOut()
{
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    int lane = m_view->scene().laneOf(m_view->selected());
    const int lanes = int(m_view->scene().geometry().size());
    while (lane + 1 < lanes) {
        QTest::keyClick(m_view.get(), Qt::Key_Tab);
        QVERIFY(m_view->scene().laneOf(m_view->selected()) > lane);
        lane = m_view->scene().laneOf(m_view->selected());
    }
    QTest::keyClick(m_view.get(), Qt::Key_Backtab);
    QVERIFY(m_view->scene().laneOf(m_view->selected()) < lane);
}

void TimelineTest::enterOpens()
{
    QSignalSpy opened(m_view.get(), &TimelineView::factActivated);
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(opened.size(), 0);
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toInt(), m_view->selected());
}

void TimelineTest::keysZoom()
{
    m_view->setFocus();
    const double whole = m_view->scene().scale().millisecondsPerPixel();
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QVERIFY(m_view->scene().scale().millisecondsPerPixel() < whole);
    QTest::keyClick(m_view.get(), Qt::Key_Minus);
    QTest::keyClick(m_view.get(), Qt::Key_0);
    QCOMPARE(m_view->scene().scale().millisecondsPerPixel(), whole);
}

void TimelineTest::spaceFoldsTheLane()
{
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    const int lane = m_view->scene().laneOf(m_view->selected());
    const LaneId id = m_view->scene().lanes().lanes()[std::size_t(lane)].id;
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QCOMPARE(m_view->scene().state(id), LaneState::Folded);
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QCOMPARE(m_view->scene().state(id), LaneState::Short);
}

void TimelineTest::clickOnANameFolds()
{
    const int height = m_view->scene().height();
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {60, m_view->axisHeight() + 14});
    QVERIFY(m_view->scene().height() < height);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {60, m_view->axisHeight() + 14});
    QCOMPARE(m_view->scene().height(), height);
}

void TimelineTest::selectionIsSpoken()
{
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    const Fact &fact = m_record->facts[m_view->selected()];
    QVERIFY(m_view->accessibleDescription().contains(fact.title));
    QVERIFY(!m_view->accessibleName().isEmpty());
}

void TimelineTest::clusterOpensAMenu()
{
    m_view->resize(1100, 1500); // every lane in view
    const TimelineScene &scene = m_view->scene();
    for (int i = 0; i < int(scene.strips().size()); ++i) {
        if (scene.strips()[std::size_t(i)].kind != TimelineStrip::Kind::Moments)
            continue;
        for (const TimelineCluster &cluster : scene.clusters(i)) {
            if (cluster.count() < 2)
                continue;
            const int fact = scene.strips()[std::size_t(i)].row->items[cluster.first].fact;
            const QPoint at = m_view->markRect(fact).center().toPoint();
            const QList<int> hit = scene.factsAt(at.x() - m_view->headerWidth(),
                                                 at.y() - m_view->axisHeight() + m_view->verticalScrollBar()->value());
            QCOMPARE(hit.size(), qsizetype(cluster.count()));
            QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at);
            auto *menu = m_view->findChild<QMenu *>();
            QVERIFY(menu);
            QVERIFY(menu->actions().size() >= 3);
            const double before = scene.scale().millisecondsPerPixel();
            menu->actions().first()->trigger();
            QVERIFY(scene.scale().millisecondsPerPixel() < before);
            menu->close();
            return;
        }
    }
    QFAIL("the record has facts that stand close together");
}

void TimelineTest::overviewFollowsAndLeads()
{
    OverviewStrip strip(*m_theme, m_view->headerWidth());
    strip.resize(1100, 64);
    const TimelineLanes &lanes = m_view->scene().lanes();
    strip.setContent(lanes.starts(), lanes.firstMs(), lanes.lastMs());
    connect(&strip, &OverviewStrip::windowMoved, m_view.get(), &TimelineView::showRange);
    connect(m_view.get(), &TimelineView::rangeChanged, &strip, &OverviewStrip::setWindow);
    m_view->showRange(PartialDate::parse(u"2015").earliest(), PartialDate::parse(u"2018").latest());
    const qint64 left = m_view->scene().scale().left();
    QTest::mouseClick(&strip, Qt::LeftButton, {}, {1050, 30});
    QVERIFY(m_view->scene().scale().left() > left);
    QVERIFY(!strip.grab().isNull());
}

void TimelineTest::clearForgets()
{
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    m_view->clear();
    QCOMPARE(m_view->selected(), -1);
    QVERIFY(!m_view->scene().lanes().record());
    QVERIFY(m_view->accessibleDescription().isEmpty());
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_Plus);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {300, 300});
    QCOMPARE(m_view->selected(), -1);
}

void TimelineTest::paintsWithoutFacts()
{
    const PersonRecordPtr record = emptyRecord();
    m_view->setLanes(TimelineLanes::build(record, FactFilter(), s_today), FactSources(record->sources), false);
    QVERIFY(!m_view->grab().isNull());
}

void TimelineTest::opensOnTheBusyPart()
{
    const double whole = m_view->scene().scale().millisecondsPerPixel();
    m_view->setLanes(TimelineLanes::build(m_record, FactFilter(), s_today), FactSources(m_record->sources), false);
    QVERIFY(m_view->scene().scale().millisecondsPerPixel() < whole);
    QVERIFY2(m_view->scene().scale().right() >= s_today, "today is in view");
}

void TimelineTest::everyThemePaints()
{
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        for (const bool contrast : {false, true}) {
            *m_theme = Theme::make(mode, contrast);
            QEvent change(QEvent::StyleChange);
            QCoreApplication::sendEvent(m_view.get(), &change);
            const QImage image = m_view->viewport()->grab().toImage();
            QCOMPARE(
                image.pixelColor(int(300 * image.devicePixelRatio()), int(690 * image.devicePixelRatio())).lightness()
                    < 128,
                mode == Theme::Mode::Dark);
        }
    }
}

void TimelineTest::aHundredThousandFactsPaint()
{
    const PersonRecordPtr record = syntheticRecord(100'000);
    m_view->setLanes(TimelineLanes::build(record, FactFilter(), s_today), FactSources(record->sources), false);
    QSet<QRgb> colors;
    const QImage image = m_view->viewport()->grab().toImage();
    for (int x = 300; x < image.width(); x += 7) {
        for (int y = 40; y < image.height(); y += 5)
            colors.insert(image.pixel(x, y));
    }
    QVERIFY2(colors.size() > 20, "something is drawn");
    for (int i = 0; i < 20; ++i)
        m_view->zoom(1.6);
    QVERIFY(!m_view->grab().isNull());
}

QTEST_MAIN(TimelineTest)
#include "tst_timeline.moc"
