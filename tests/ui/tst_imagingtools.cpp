// SPDX-License-Identifier: Apache-2.0
#include "ui/ImagingTest.h"
#include "ui/MadeScans.h"

#include "imaging/ImagingPage.h"
#include "imaging/StackBar.h"
#include "imaging/StudyPanel.h"
#include "imaging/VolumeView.h"
#include "shell/Workspace.h"

#include <QComboBox>
#include <QMenu>
#include <QSlider>

using namespace Chartline;
using namespace Chartline::Ui;
using namespace Qt::StringLiterals;

// What goes beyond looking at slices: colour over a picture, points in time, oblique cuts, cropping, moving a prior by
// hand; on made-up scans whose values are known.
class TestImagingTools : public Test::ImagingTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void doseIsDrawnOverItsScan();
    void pointsInTimeAreChosen();
    void cutsTurnWithTheCrosshair();
    void volumeIsCropped();
    void priorIsMovedByHand();
    void radiographHasLetters();
    void petOverCt();

private:
    [[nodiscard]] bool openStudy(const QString &uid)
    {
        if (!openPerson(u"Probe"_s) || !waitFor([&] { return page()->studies().size() == 4; }))
            return false;
        page()->openStudy(uid);
        return waitFor([&] { return page()->current()->study().uid == uid && page()->current()->volume(); });
    }
    [[nodiscard]] static QAction *action(const QMenu *menu, const QString &words)
    {
        for (QAction *candidate : menu->actions()) {
            if (candidate->text().contains(words))
                return candidate;
            if (candidate->menu()) {
                if (QAction *inner = action(candidate->menu(), words))
                    return inner;
            }
        }
        return nullptr;
    }

    QTemporaryDir m_scans;
};

void TestImagingTools::initTestCase()
{
    const Test::MadeScans scans(m_scans.path());
    QVERIFY(scans.ct());
    QVERIFY(scans.dose());
    QVERIFY(scans.diffusion());
    QVERIFY(scans.radiograph());
    // The same ball 12 mm further to the patient's left, a year earlier in another scanner's space.
    QVERIFY(scans.ct("1.2.826.4", "1.2.826.4.1", "1.2.826.7", 12));
    m_window = std::make_unique<Test::TestWindow>();
    QVERIFY(m_window->create());
    const auto report = Test::await(m_window->composition->imports().import({{m_scans.path()}, {}}));
    QVERIFY(report);
    QCOMPARE(report->accepted, 5 * Test::MadeScans::slices + 2);
    const QString pet = QStringLiteral(CHARTLINE_SHARED_DIR) + u"/data/imaging/ohif/acrin-petct"_s;
    if (QFileInfo::exists(pet))
        QVERIFY(Test::await(m_window->composition->imports().import({{pet}, {}})));
    m_window->makeWindow();
    QVERIFY(QTest::qWaitForWindowExposed(m_window->window.get()));
}

void TestImagingTools::cleanupTestCase()
{
    m_window.reset();
}

void TestImagingTools::doseIsDrawnOverItsScan()
{
    QVERIFY(openStudy(u"1.2.826.1"_s));
    ImageView *view = page()->grid()->image(0);
    QVERIFY(waitFor([&] { return view->content() && view->content()->isInPatient(); }));
    QCOMPARE(view->content()->readings({20, 0, 2.5}), QStringList{u"40 HU"_s});
    QVERIFY(!action(page()->toolBar()->fusionMenu(), u"MR"_s)); // another space
    QAction *dose = action(page()->toolBar()->fusionMenu(), u"RTDOSE"_s);
    QVERIFY(dose);
    const QImage before = view->grab().toImage();
    dose->trigger();
    QVERIFY(waitFor([&] { return bool(page()->fused()->volume()); }));
    QVERIFY(waitFor([&] { return view->content()->readings({20, 0, 2.5}).size() == 2; }));
    QCOMPARE(view->content()->readings({20, 0, 2.5}).last(), u"10.00 GY"_s);
    QCOMPARE(view->content()->readings({-20, 0, 2.5}).last(), u"2.00 GY"_s);
    QVERIFY(view->grab().toImage() != before);
    shoot(u"tools-dose"_s);
    // The strength is chosen from the menu, and the picture changes.
    const QImage strong = view->grab().toImage();
    QAction *weak = action(page()->toolBar()->fusionMenu(), u"20 %"_s);
    QVERIFY(weak);
    weak->trigger();
    QVERIFY(view->grab().toImage() != strong);
    action(page()->toolBar()->fusionMenu(), u"Nothing"_s)->trigger();
    QVERIFY(waitFor([&] { return view->content()->readings({20, 0, 2.5}).size() == 1; }));
    QCOMPARE(view->grab().toImage(), before);
}

void TestImagingTools::pointsInTimeAreChosen()
{
    QVERIFY(openStudy(u"1.2.826.2"_s));
    ImageView *view = page()->grid()->image(0);
    QSlider *points = page()->stackBar()->points();
    QVERIFY(waitFor([&] { return points->isVisible() && view->content() && view->content()->isInPatient(); }));
    QCOMPARE(points->maximum(), 2);
    QCOMPARE(view->content()->valueAt({0, 0, 2.5}).value_or(-1), 900.0);
    shoot(u"tools-4d"_s);
    const ImageState was = view->state();
    points->setFocus();
    QTest::keyClick(points, Qt::Key_Right);
    QVERIFY(waitFor([&] { return view->content()->valueAt({0, 0, 2.5}).value_or(-1) == 600.0; }));
    QTest::keyClick(points, Qt::Key_End);
    QVERIFY(waitFor([&] { return view->content()->valueAt({0, 0, 2.5}).value_or(-1) == 300.0; }));
    // The place looked at stays, and the words are those of what is shown.
    QCOMPARE(view->state().center, was.center);
    QVERIFY(StackBar::pointWords(*page()->current()->stack(), 2).contains(u"b = 1,000"_s)
            || StackBar::pointWords(*page()->current()->stack(), 2).contains(u"b = 1000"_s));
    // Back to one that was there.
    QTest::keyClick(points, Qt::Key_Home);
    QVERIFY(waitFor([&] { return view->content()->valueAt({0, 0, 2.5}).value_or(-1) == 900.0; }));
}

void TestImagingTools::cutsTurnWithTheCrosshair()
{
    QVERIFY(openStudy(u"1.2.826.1"_s));
    page()->chooseLayout(ViewLayout::Mpr);
    ImageView *axial = page()->grid()->image(0);
    ImageView *coronal = page()->grid()->image(1);
    QVERIFY(waitFor([&] { return axial->content() && axial->cursorPoint(); }));
    const auto point = *axial->cursorPoint();
    const ImageState straight = coronal->state();
    // The right end of the line that is the coronal cut, dragged a quarter of a right angle down (clockwise).
    const QPointF middle = axial->state().toView(point, axial->size());
    const double reach = axial->width() / 3.0;
    const QPoint from = (middle + QPointF(reach, 0)).toPoint();
    const double angle = 22.5 * M_PI / 180;
    const QPoint to = (middle + QPointF(reach * std::cos(angle), reach * std::sin(angle))).toPoint();
    QTest::mousePress(axial, Qt::LeftButton, {}, from);
    QTest::mouseMove(axial, to);
    QTest::mouseRelease(axial, Qt::LeftButton, {}, to);
    QCOMPARE(*axial->cursorPoint(), point); // turned, not moved
    const Imaging::Vec3 right = coronal->state().right;
    QVERIFY2(std::abs(std::atan2(right[1], right[0]) * 180 / M_PI - 22.5) < 1.0, qPrintable(QString::number(right[1])));
    QVERIFY(std::abs(coronal->state().offPlane(point)) < 1e-6);
    QVERIFY(coronal->texts().contains(u"LP"_s)); // letters follow
    QVERIFY(coronal->texts().first().contains(u"turned"_s));
    // The ball is as round in an oblique cut: half a radius from the middle it is tissue, beyond it is air.
    const Imaging::Vec3 center{0, 0, 0};
    QCOMPARE(coronal->content()->valueAt(center + right * 20).value_or(0), 40.0);
    QCOMPARE(coronal->content()->valueAt(center + right * 60).value_or(0), -1000.0);
    shoot(u"tools-oblique"_s);
    coronal->setFocus();
    QTest::keyClick(coronal, Qt::Key_0);
    QCOMPARE(coronal->state().right, straight.right);
    QTest::keyClick(coronal, Qt::Key_BracketRight);
    QVERIFY(axial->state().right[2] != 0);
    QTest::keyClick(coronal, Qt::Key_0);
    page()->chooseLayout(ViewLayout::Single);
}

void TestImagingTools::volumeIsCropped()
{
    QVERIFY(openStudy(u"1.2.826.1"_s));
    page()->chooseLayout(ViewLayout::Volume);
    VolumeView *view = page()->grid()->volume();
    view->choosePreset(Imaging::ScenePreset::Skin);
    QVERIFY(waitFor([&] { return view->isSettled(); }, 60'000));
    const QImage whole = view->image();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_C);
    QVERIFY(view->crop().isOn());
    const double high = view->crop().box()->high[0];
    QTest::keyClick(view, Qt::Key_Period); // the left side
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(view->crop().box()->high[0], high - 100);
    QVERIFY(waitFor([&] { return view->isSettled(); }, 60'000));
    shoot(u"tools-crop"_s);
    QVERIFY(view->image() != whole);
    // Its handle can be taken by the mouse: the patient's left is at the right of a view from the front.
    Imaging::Vec3 handle = (view->crop().box()->low + view->crop().box()->high) * 0.5;
    handle[0] = view->crop().box()->high[0];
    const auto at = CropFrame::onScreen(handle, view->camera(), view->size());
    QVERIFY(at);
    QTest::mousePress(view, Qt::LeftButton, {}, at->toPoint());
    QTest::mouseMove(view, at->toPoint() + QPoint(40, 0));
    QTest::mouseRelease(view, Qt::LeftButton, {}, at->toPoint() + QPoint(40, 0));
    QVERIFY(view->crop().box()->high[0] > high - 100);
    QTest::keyClick(view, Qt::Key_C);
    QVERIFY(!view->crop().isOn());
    QVERIFY(waitFor([&] { return view->isSettled(); }, 60'000));
    page()->chooseLayout(ViewLayout::Single);
}

void TestImagingTools::priorIsMovedByHand()
{
    QVERIFY(openStudy(u"1.2.826.1"_s));
    qsizetype prior = -1;
    for (qsizetype i = 0; i < page()->studies().size(); ++i) {
        if (page()->studies()[i].uid == u"1.2.826.4"_s)
            prior = i;
    }
    page()->compareWith(prior);
    QVERIFY(waitFor([&] { return bool(page()->prior()->volume()); }));
    Q_EMIT page()->toolBar()->alignByHandRequested();
    QVERIFY(page()->alignment()->fixedToMoving());
    QVERIFY2(page()->alignment()->words().contains(u"by hand"_s), qPrintable(page()->alignment()->words()));
    ImageView *before = page()->grid()->image(0);
    // The prior's ball lies 12 mm to the left: at its edge there is tissue here where the current one has air.
    QCOMPARE(before->content()->valueAt({48, 0, 2.5}).value_or(0), 40.0);
    m_window->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window->window.get()));
    before->setFocus();
    for (int i = 0; i < 12; ++i)
        QTest::keyClick(before, Qt::Key_Left, Qt::AltModifier);
    QVERIFY(page()->alignment()->isNudged());
    QCOMPARE(before->content()->valueAt({48, 0, 2.5}).value_or(0), -1000.0);
    QCOMPARE(before->content()->valueAt({-36, 0, 2.5}).value_or(0), 40.0);
    shoot(u"tools-nudged"_s);
    page()->chooseLayout(ViewLayout::Single);
}

void TestImagingTools::radiographHasLetters()
{
    QVERIFY(openPerson(u"Probe"_s));
    page()->openStudy(u"1.2.826.5"_s);
    ImageView *view = page()->grid()->image(0);
    QVERIFY(waitFor([&] { return page()->current()->study().uid == u"1.2.826.5"_s && view->content(); }));
    const auto letters = [&] { return view->content()->edgeLetters(view->state()); }; // right, down, left, up
    QCOMPARE(letters(), (QStringList{u"L"_s, u"F"_s, u"R"_s, u"H"_s}));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_H);
    QCOMPARE(letters(), (QStringList{u"R"_s, u"F"_s, u"L"_s, u"H"_s}));
    QTest::keyClick(view, Qt::Key_H);
    QTest::keyClick(view, Qt::Key_R); // what was up is at the right now
    QCOMPARE(letters(), (QStringList{u"H"_s, u"L"_s, u"F"_s, u"R"_s}));
    shoot(u"tools-radiograph"_s);
}

void TestImagingTools::petOverCt()
{
    const auto people = Test::await(m_window->composition->records().persons(u"ACRIN"_s));
    if (!people || people->isEmpty())
        QSKIP("the shared images are not here");
    QVERIFY(openPerson(u"ACRIN"_s));
    QVERIFY(waitFor([&] { return !page()->studies().isEmpty() && page()->current()->volume(); }, 60'000));
    QString ct;
    for (const SeriesInfo &series : page()->studies().first().series) {
        if (series.header.modality == u"CT"_s)
            ct = series.header.seriesUid;
    }
    Q_EMIT page()->panel()->seriesChosen(ct);
    QVERIFY(waitFor([&] { return page()->current()->seriesUid() == ct && page()->current()->volume(); }, 60'000));
    QAction *pet = action(page()->toolBar()->fusionMenu(), u"PT"_s);
    QVERIFY(pet);
    pet->trigger();
    page()->chooseLayout(ViewLayout::Mpr);
    QVERIFY(waitFor([&] { return bool(page()->fused()->volume()); }, 60'000));
    shoot(u"tools-pet-ct"_s);
    m_window->window->resize(1920, 1080);
    shoot(u"tools-pet-ct-1920"_s);
    m_window->window->resize(1440, 900);
    page()->chooseLayout(ViewLayout::Single);
}

QTEST_MAIN(TestImagingTools)
#include "tst_imagingtools.moc"
