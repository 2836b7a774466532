// SPDX-License-Identifier: Apache-2.0
#include "ui/ImagingTest.h"

#include "imaging/ImageView.h"
#include "imaging/ImagingPage.h"
#include "imaging/SeriesTile.h"
#include "imaging/StudyPanel.h"
#include "imaging/VolumeView.h"
#include "shell/Workspace.h"
#include "timeline/StatePane.h"

#include <QDir>

using namespace Chartline;
using namespace Chartline::Ui;
using namespace Qt::StringLiterals;

// The images of a record, clicked through as a user would, on real scans.
class TestImaging : public Test::ImagingTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void recordWithoutImagesSaysSo();
    void studyOpensOnItsFirstImage();
    void keysChangeTheView();
    void threeCutsShareAPoint();
    void priorIsOfferedAndAligned();
    void imageOfThePersonDoesNotWarn();
    void lockingDropsEverything();
};

void TestImaging::initTestCase()
{
    const QString shared = QStringLiteral(CHARTLINE_SHARED_DIR) + u"/data/imaging/"_s;
    if (!QFileInfo::exists(shared))
        QSKIP("the shared images are not here");
    m_window = std::make_unique<Test::TestWindow>();
    QVERIFY(m_window->createWithDemonstration());
    const auto report = Test::await(m_window->composition->imports().import({{shared}, {}}));
    QVERIFY(report);
    QVERIFY(report->accepted > 500);
    m_window->makeWindow();
    QVERIFY(QTest::qWaitForWindowExposed(m_window->window.get()));
}

void TestImaging::cleanupTestCase()
{
    m_window.reset();
}

void TestImaging::recordWithoutImagesSaysSo()
{
    if (!m_window)
        QSKIP("the shared images are not here");
    QVERIFY(openPerson(u"Lindholm"_s));
    QVERIFY(waitFor([&] { return bool(page()->statePane()->title().contains(u"No images"_s)); }, 10'000));
    shoot(u"images-none"_s);
}

void TestImaging::studyOpensOnItsFirstImage()
{
    if (!m_window)
        QSKIP("the shared images are not here");
    QVERIFY(openPerson(u"149872"_s));
    QVERIFY(waitFor([&] { return page()->studies().size() == 2; }, 10000));
    QVERIFY(waitFor(
        [&] { return bool(page()->current()->loader() && page()->current()->loader()->firstFrameMs() >= 0); }, 20000));
    shoot(u"images-first"_s);
    QVERIFY(waitFor([&] { return bool(page()->current()->volume()); }, 60000));
    qInfo() << "first image after" << page()->current()->loader()->firstFrameMs() << "ms, volume after"
            << page()->current()->loader()->volumeMs() << "ms";
    const ImageView *view = page()->grid()->image(0);
    QVERIFY(waitFor([&] { return bool(view->content() && view->content()->isInPatient()); }, 10'000));
    const QStringList texts = view->texts();
    QVERIFY2(texts.join(u'|').contains(u"149872"_s), qPrintable(texts.join(u'|')));
    // An axial slice: the patient's left at the right of the picture.
    QVERIFY(texts.contains(u"L"_s));
    QVERIFY(texts.contains(u"R"_s));
    QVERIFY(texts.contains(u"A"_s));
    QVERIFY(texts.contains(u"P"_s));
    shoot(u"images-single"_s);
}

void TestImaging::keysChangeTheView()
{
    if (!m_window)
        QSKIP("the shared images are not here");
    ImageView *view = page()->grid()->image(0);
    view->setFocus();
    const int slice = view->content()->sliceAt(view->state());
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(view->content()->sliceAt(view->state()), slice + 1);
    QTest::keyClick(view, Qt::Key_PageUp);
    QCOMPARE(view->content()->sliceAt(view->state()), slice - 9);
    QTest::keyClick(view, Qt::Key_2);
    QCOMPARE(view->state().window.width, 1500);
    QCOMPARE(view->state().window.center, -600);
    shoot(u"images-lung"_s);
    QTest::keyClick(view, Qt::Key_I);
    QVERIFY(view->state().inverted);
    QTest::keyClick(view, Qt::Key_I);
    // Mirrored, the letters change places.
    QTest::keyClick(view, Qt::Key_H);
    shoot(u"images-mirrored"_s);
    const QStringList mirrored = view->texts();
    QVERIFY(mirrored.indexOf(u"R"_s) < mirrored.indexOf(u"L"_s)); // right edge first
    QTest::keyClick(view, Qt::Key_H);
    const double scale = view->state().mmPerPixel;
    QTest::keyClick(view, Qt::Key_Plus);
    QVERIFY(view->state().mmPerPixel < scale);
    QTest::keyClick(view, Qt::Key_F);
    QVERIFY(qFuzzyCompare(view->state().mmPerPixel, scale));
    const ImageState before = view->state();
    QTest::mousePress(view, Qt::LeftButton, {}, view->rect().center());
    QTest::mouseMove(view, view->rect().center() + QPoint(40, 10));
    QTest::mouseRelease(view, Qt::LeftButton, {}, view->rect().center() + QPoint(40, 10));
    QVERIFY(view->state().window.width > before.window.width);
}

void TestImaging::threeCutsShareAPoint()
{
    if (!m_window)
        QSKIP("the shared images are not here");
    page()->chooseLayout(ViewLayout::Mpr);
    QCOMPARE(page()->grid()->imageCount(), 3);
    ImageView *axial = page()->grid()->image(0);
    QVERIFY(waitFor([&] { return bool(axial->content()); }, 10'000));
    QTest::mouseClick(axial, Qt::LeftButton, {}, QPoint(axial->width() / 3, axial->height() / 2));
    for (int i = 0; i < 3; ++i) {
        const ImageView *view = page()->grid()->image(i);
        QVERIFY(view->cursorPoint());
        QVERIFY(std::abs(view->state().offPlane(*view->cursorPoint())) < 1e-6);
    }
    const auto coronal = page()->grid()->image(1)->texts();
    QVERIFY(coronal.contains(u"H"_s));
    QVERIFY(coronal.contains(u"F"_s));
    shoot(u"images-mpr"_s);
    page()->chooseLayout(ViewLayout::MprAndVolume);
    QVERIFY(waitFor([&] { return page()->grid()->volume()->isSettled(); }, 60000));
    shoot(u"images-mpr-3d"_s);
    page()->chooseLayout(ViewLayout::Volume);
    QVERIFY(waitFor([&] { return page()->grid()->volume()->isSettled(); }, 60000));
    shoot(u"images-3d"_s);
    page()->chooseLayout(ViewLayout::Single);
}

void TestImaging::priorIsOfferedAndAligned()
{
    if (!m_window)
        QSKIP("the shared images are not here");
    page()->chooseLayout(ViewLayout::Compare);
    QVERIFY(waitFor([&] { return bool(page()->prior()->volume() && page()->current()->volume()); }, 60000));
    shoot(u"images-compare"_s);
    page()->toggleAlignment();
    QVERIFY(waitFor([&] { return bool(page()->alignment()->state() != AlignmentJob::State::Running); }, 120000));
    qInfo().noquote() << page()->alignment()->words();
    QCOMPARE(page()->alignment()->state(), AlignmentJob::State::Aligned);
    shoot(u"images-aligned"_s);
    ImageView *view = page()->grid()->image(1);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_PageUp);
    QCOMPARE(page()->grid()->image(0)->state().center, view->state().center);
    Q_EMIT page()->toolBar()->compareModeChosen(CompareMode::Difference);
    shoot(u"images-difference"_s);
}

void TestImaging::imageOfThePersonDoesNotWarn()
{
    if (!m_window)
        QSKIP("the shared images are not here");
    ImageView *view = page()->grid()->image(0);
    QVERIFY(!view->texts().join(u' ').contains(u"differs"_s));
}

void TestImaging::lockingDropsEverything()
{
    if (!m_window)
        QSKIP("the shared images are not here");
    m_window->composition->vault().lock();
    QVERIFY(waitFor([&] { return bool(page()->studies().isEmpty()); }, 10'000));
    QVERIFY(!page()->current()->volume());
    QVERIFY(!page()->grid()->image(0)->content());
}

QTEST_MAIN(TestImaging)
#include "tst_imaging.moc"
