// SPDX-License-Identifier: Apache-2.0
#include "ui/ImagingTest.h"

#include "imaging/FollowUpPanel.h"
#include "imaging/ImageView.h"
#include "imaging/ImagingPage.h"
#include "imaging/MeasureController.h"
#include "imaging/MeasurePanel.h"
#include "imaging/MeasureText.h"
#include "imaging/MeasureTool.h"
#include "imaging/StudyPanel.h"
#include "measure/MeasureGeometry.h"
#include "shell/Workspace.h"
#include "support/TestVault.h"

#include <QDir>
#include <QListWidget>
#include <QTableWidget>

using namespace Chartline;
using namespace Chartline::Ui;
using namespace Qt::StringLiterals;
using Imaging::Figure;
using Imaging::MeasureKind;

// Measuring as a user does, on a real CT of the chest and its follow-up.
class TestMeasureUi : public Test::ImagingTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void lengthIsDrawnAndListed();
    void everyKindIsDrawn_data();
    void everyKindIsDrawn();
    void handlesMoveIt();
    void escapeCancels();
    void onlyOnItsSlice();
    void shownInTheCuts();
    void jumpsAndDeletes();
    void jumpOpensTheOtherStudy();
    void survivesLocking();
    void findingIsFollowed();
    void reportIsExported();
    void pictureWithARegion();

private:
    [[nodiscard]] MeasureSet *set() const { return page()->measure()->set(); }
    [[nodiscard]] ImageView *view(int index = 0) const { return page()->grid()->image(index); }
    [[nodiscard]] QListWidget *list() const { return page()->panel()->measures()->list(); }
    [[nodiscard]] bool openScan()
    {
        const auto people = Test::await(m_window->composition->records().persons(u"149872"_s));
        if (!people || people->isEmpty())
            return false;
        m_window->window->openPerson(people->first().id);
        m_window->window->workspace()->go(NavigationBar::Place::Images);
        if (!waitFor([&] { return page()->studies().size() == 2; }, 20'000))
            return false;
        // The earlier study: the later one is compared with it.
        const QString first = page()->studies().last().uid;
        page()->openStudy(first);
        return waitFor(
            [&] {
                return page()->current()->study().uid == first && page()->current()->volume() && view()->content()
                       && view()->content()->isInPatient() && set()->isLoaded();
            },
            60'000);
    }
    void drag(ImageView *in, const QPoint &from, const QPoint &to)
    {
        QTest::mousePress(in, Qt::LeftButton, {}, from);
        QTest::mouseMove(in, (from + to) / 2);
        QTest::mouseMove(in, to);
        QTest::mouseRelease(in, Qt::LeftButton, {}, to);
    }
    // A point of the view, by parts of its size.
    [[nodiscard]] static QPoint at(const ImageView *in, double x, double y)
    {
        return {int(in->width() * x), int(in->height() * y)};
    }
    [[nodiscard]] const MeasureItem &last() const { return set()->items().last(); }
    void clear()
    {
        while (!set()->items().isEmpty())
            set()->remove(set()->items().first().stored.uid);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] Result<MeasurementSet> stored() const
    {
        return Test::await(m_window->composition->measurements().of(page()->person()));
    }
};

void TestMeasureUi::initTestCase()
{
    const QString shared = QStringLiteral(CHARTLINE_SHARED_DIR) + u"/data/imaging/"_s;
    if (!QFileInfo::exists(shared + u"synthetic"_s))
        QSKIP("the shared images are not here");
    m_window = std::make_unique<Test::TestWindow>();
    QVERIFY(m_window->create());
    // From one place, as one disc has them: the same patient number is then the same patient.
    const QString disc = m_window->path(u"disc"_s);
    QVERIFY(Test::copyFolder(shared + u"ohif/nlst-ct-143"_s, disc + u"/a"_s));
    QVERIFY(Test::copyFolder(shared + u"synthetic"_s, disc + u"/b"_s));
    QVERIFY(QDir().mkpath(disc + u"/c"_s));
    QVERIFY(QFile::copy(shared + u"cornerstone3D/packages/dicomImageLoader/testImages/no-pixel-spacing.dcm"_s,
                        disc + u"/c/us.dcm"_s));
    const auto report = Test::await(m_window->composition->imports().import({{disc}, {}}));
    QVERIFY(report);
    QVERIFY(report->accepted > 150);
    m_window->makeWindow();
    QVERIFY(QTest::qWaitForWindowExposed(m_window->window.get()));
    QVERIFY(openScan());
}

void TestMeasureUi::init()
{
    if (!m_window)
        QSKIP("the shared images are not here");
    if (page()->grid()->viewLayout() != ViewLayout::Single)
        page()->chooseLayout(ViewLayout::Single);
    clear();
}

void TestMeasureUi::cleanupTestCase()
{
    m_window.reset();
}

void TestMeasureUi::lengthIsDrawnAndListed()
{
    view()->setTool(ViewTool::Length);
    const Imaging::Window before = view()->state().window;
    drag(view(), at(view(), 0.4, 0.5), at(view(), 0.6, 0.5));
    QCOMPARE(set()->items().size(), 1);
    QCOMPARE(view()->state().window, before); // the drag did nothing else
    const double mm = view()->state().mmPerPixel * (at(view(), 0.6, 0.5) - at(view(), 0.4, 0.5)).x();
    const auto length = figure(last().figures, Figure::Kind::Length);
    QVERIFY(length && std::abs(*length - mm) < 1e-6);
    QVERIFY(waitFor([&] { return list()->isVisible() && list()->count() == 1; }));
    QVERIFY2(list()->item(0)->text().contains(MeasureText::mm(mm)), qPrintable(list()->item(0)->text()));
    QVERIFY2(view()->texts().join(u'|').contains(MeasureText::mm(mm)), qPrintable(view()->texts().join(u'|')));
    QVERIFY(waitFor([&] { return stored()->measurements.size() == 1; }));
    const StoredMeasurement kept = stored()->measurements.first();
    QCOMPARE(kept.author, m_window->composition->measurements().author());
    QCOMPARE(kept.series, page()->current()->seriesUid());
    QVERIFY(kept.saved > 0 && !kept.frameOfReference.isEmpty());
    shoot(u"measure-length"_s);
}

void TestMeasureUi::everyKindIsDrawn_data()
{
    QTest::addColumn<ViewTool>("tool");
    QTest::addColumn<int>("drags"); // and one click more for the angle
    QTest::addColumn<Figure::Kind>("figure");
    QTest::newRow("probe") << ViewTool::Probe << 0 << Figure::Kind::Value;
    QTest::newRow("angle") << ViewTool::Angle << 1 << Figure::Kind::Angle;
    QTest::newRow("cobb") << ViewTool::Cobb << 2 << Figure::Kind::Angle;
    QTest::newRow("bidirectional") << ViewTool::Bidirectional << 1 << Figure::Kind::ShortAxis;
    QTest::newRow("ellipse") << ViewTool::Ellipse << 1 << Figure::Kind::Mean;
    QTest::newRow("rectangle") << ViewTool::Rectangle << 1 << Figure::Kind::StandardDeviation;
    QTest::newRow("freehand") << ViewTool::Freehand << -1 << Figure::Kind::Area;
}

void TestMeasureUi::everyKindIsDrawn()
{
    QFETCH(const ViewTool, tool);
    QFETCH(const int, drags);
    QFETCH(const Figure::Kind, figure);
    view()->setTool(tool);
    if (drags == 0)
        QTest::mouseClick(view(), Qt::LeftButton, {}, at(view(), 0.5, 0.5));
    for (int i = 0; i < drags; ++i)
        drag(view(), at(view(), 0.4, 0.4 + 0.1 * i), at(view(), 0.6, 0.45 + 0.15 * i));
    if (tool == ViewTool::Angle) {
        QVERIFY(set()->items().isEmpty());
        QTest::mouseMove(view(), at(view(), 0.45, 0.6));
        QTest::mouseClick(view(), Qt::LeftButton, {}, at(view(), 0.45, 0.6));
    }
    if (drags < 0) {
        QTest::mousePress(view(), Qt::LeftButton, {}, at(view(), 0.4, 0.4));
        for (const auto &[x, y] : {std::pair(0.6, 0.4), std::pair(0.6, 0.6), std::pair(0.4, 0.6)})
            QTest::mouseMove(view(), at(view(), x, y));
        QTest::mouseRelease(view(), Qt::LeftButton, {}, at(view(), 0.4, 0.6));
    }
    QCOMPARE(set()->items().size(), 1);
    QCOMPARE(last().shape.kind, *MeasureText::kindOf(tool));
    QVERIFY(Imaging::isSound(last().shape));
    QVERIFY(Imaging::figure(last().figures, figure));
    QVERIFY(!view()->measure()->texts().isEmpty());
    // Its points lie in the slice shown.
    for (const Imaging::Vec3 &point : last().shape.points)
        QVERIFY(std::abs(view()->state().offPlane(point)) < 1e-6);
    shoot(u"measure-"_s + QString::fromLatin1(QTest::currentDataTag()));
}

void TestMeasureUi::handlesMoveIt()
{
    view()->setTool(ViewTool::Length);
    drag(view(), at(view(), 0.4, 0.5), at(view(), 0.6, 0.5));
    const QString uid = last().stored.uid;
    const double before = *figure(last().figures, Figure::Kind::Length);
    view()->setTool(ViewTool::Window);
    drag(view(), at(view(), 0.6, 0.5), at(view(), 0.7, 0.5));
    QCOMPARE(set()->items().size(), 1);
    const double after = *figure(set()->find(uid)->figures, Figure::Kind::Length);
    QVERIFY2(std::abs(after / before - 1.5) < 0.02, qPrintable(QString::number(after / before)));
    // Every version is kept.
    QVERIFY(waitFor([&] { return Test::await(m_window->composition->measurements().history(uid))->size() == 2; }));
    // The whole of it, by its line: it is chosen already.
    const Imaging::Vec3 end = set()->find(uid)->shape.points.front();
    drag(view(), at(view(), 0.5, 0.5), at(view(), 0.5, 0.6));
    QVERIFY(set()->find(uid)->shape.points.front() != end);
    QVERIFY(std::abs(*figure(set()->find(uid)->figures, Figure::Kind::Length) - after) < 1e-6);
}

void TestMeasureUi::escapeCancels()
{
    view()->setTool(ViewTool::Length);
    QTest::mouseClick(view(), Qt::LeftButton, {}, at(view(), 0.4, 0.5));
    QVERIFY(view()->measure()->isDrawing());
    QTest::keyClick(view(), Qt::Key_Escape);
    QVERIFY(!view()->measure()->isDrawing());
    QTest::mouseClick(view(), Qt::LeftButton, {}, at(view(), 0.4, 0.5));
    QTest::keyClick(view(), Qt::Key_Down); // another slice: no length between two slices
    QTest::mouseMove(view(), at(view(), 0.6, 0.5));
    QVERIFY(!view()->measure()->isDrawing());
    QVERIFY(set()->items().isEmpty());
    QTest::keyClick(view(), Qt::Key_Up);
}

void TestMeasureUi::onlyOnItsSlice()
{
    view()->setTool(ViewTool::Length);
    drag(view(), at(view(), 0.4, 0.5), at(view(), 0.6, 0.5));
    const QString uid = last().stored.uid;
    QVERIFY(view()->measure()->shown().contains(uid));
    view()->scrollSlices(1);
    QVERIFY(!view()->measure()->shown().contains(uid));
    view()->scrollSlices(-1);
    QVERIFY(view()->measure()->shown().contains(uid));
}

void TestMeasureUi::shownInTheCuts()
{
    view()->setTool(ViewTool::Length);
    drag(view(), at(view(), 0.4, 0.5), at(view(), 0.6, 0.5)); // from right to left
    const QString uid = last().stored.uid;
    const Imaging::Vec3 middle = Imaging::middleOf(last().shape.points);
    page()->chooseLayout(ViewLayout::Mpr);
    QVERIFY(waitFor([&] { return view(0)->content() && view(2)->content(); }));
    Q_EMIT view(0)->cursorMoved(middle);
    // It lies in the axial and the coronal plane through it; the sagittal one it crosses.
    QVERIFY(view(0)->measure()->shown().contains(uid));
    QVERIFY(view(1)->measure()->shown().contains(uid));
    QVERIFY(!view(2)->measure()->shown().contains(uid));
    shoot(u"measure-mpr"_s);
    // Measured in a cut: the same length in the native slices.
    view(2)->setTool(ViewTool::Ellipse);
    drag(view(2), at(view(2), 0.4, 0.3), at(view(2), 0.5, 0.4));
    QCOMPARE(set()->items().size(), 2);
    QVERIFY(figure(last().figures, Figure::Kind::Mean));
}

void TestMeasureUi::jumpsAndDeletes()
{
    view()->setTool(ViewTool::Bidirectional);
    drag(view(), at(view(), 0.4, 0.5), at(view(), 0.6, 0.5));
    const QString uid = last().stored.uid;
    const int slice = view()->content()->sliceAt(view()->state());
    QTest::keyClick(view(), Qt::Key_Home);
    QVERIFY(view()->content()->sliceAt(view()->state()) != slice);
    QVERIFY(waitFor([&] { return list()->count() == 1; }));
    list()->setCurrentRow(0);
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(view()->content()->sliceAt(view()->state()), slice);
    QVERIFY(Imaging::length(view()->state().center - Imaging::middleOf(last().shape.points)) < 1e-6);
    set()->rename(uid, u"Rundherd"_s);
    QVERIFY(waitFor([&] { return list()->item(0)->text().startsWith(u"Rundherd"_s); }));
    QVERIFY(view()->texts().join(u'|').contains(u"Rundherd"_s));
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Delete);
    QVERIFY(set()->items().isEmpty());
    QVERIFY(waitFor([&] { return stored()->measurements.isEmpty(); }));
    // Marked as removed, by whom; not gone, and brought back.
    QVERIFY(waitFor([&] { return Test::await(m_window->composition->measurements().history(uid))->size() == 3; }));
    QTest::keyClick(view(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(set()->items().size(), 1);
    QCOMPARE(last().stored.label, u"Rundherd"_s);
    QVERIFY(waitFor([&] { return stored()->measurements.size() == 1; }));
    QVERIFY(!set()->canRestore());
}

void TestMeasureUi::jumpOpensTheOtherStudy()
{
    view()->setTool(ViewTool::Length);
    drag(view(), at(view(), 0.4, 0.4), at(view(), 0.5, 0.4));
    const QString uid = last().stored.uid;
    const QString series = last().stored.series;
    const Imaging::Vec3 middle = Imaging::middleOf(last().shape.points);
    page()->openStudy(page()->studies().first().uid);
    QVERIFY(waitFor([&] { return page()->current()->seriesUid() != series && page()->current()->volume(); }, 60'000));
    QVERIFY(!view()->measure()->shown().contains(uid)); // another frame of reference
    page()->measure()->jump(uid);
    QVERIFY(waitFor(
        [&] {
            return page()->current()->seriesUid() == series && view()->content() && view()->content()->isInPatient()
                   && view()->measure()->shown().contains(uid);
        },
        60'000));
    QVERIFY(Imaging::length(view()->state().center - middle) < 1e-6);
    QCOMPARE(set()->chosen(), uid);
}

void TestMeasureUi::survivesLocking()
{
    view()->setTool(ViewTool::Ellipse);
    drag(view(), at(view(), 0.4, 0.5), at(view(), 0.5, 0.6));
    const MeasureItem before = last();
    m_window->composition->vault().lock();
    QVERIFY(waitFor([&] { return set()->items().isEmpty(); }));
    QVERIFY(list()->count() == 0);
    QVERIFY(view()->measure()->texts().isEmpty());
    QVERIFY(m_window->unlock());
    QVERIFY(openScan());
    QVERIFY(waitFor([&] { return set()->items().size() == 1; }));
    QCOMPARE(last().shape, before.shape);
    QCOMPARE(last().figures, before.figures);
    QCOMPARE(last().stored.uid, before.stored.uid);
}

// Marked in the earlier study, found at the aligned place in the later one, measured there, and compared.
void TestMeasureUi::findingIsFollowed()
{
    const QString earlier = page()->current()->study().uid;
    view()->setTool(ViewTool::Bidirectional);
    drag(view(), at(view(), 0.45, 0.5), at(view(), 0.5, 0.5));
    const QString uid = last().stored.uid;
    const QString finding = set()->addFinding(u"RUL nodule"_s);
    set()->assign(uid, finding);
    page()->chooseLayout(ViewLayout::Compare);
    QVERIFY(waitFor([&] { return page()->prior()->volume() && view(0)->content() && view(1)->content(); }, 60'000));
    QVERIFY(view(0)->measure()->alignedPlaces().isEmpty()); // not aligned: nothing is claimed
    page()->toggleAlignment();
    QVERIFY(waitFor([&] { return page()->alignment()->state() != AlignmentJob::State::Running; }, 120'000));
    QCOMPARE(page()->alignment()->state(), AlignmentJob::State::Aligned);
    QVERIFY(waitFor([&] { return view(0)->measure()->alignedPlaces().size() == 1; }));
    page()->measure()->jump(uid);
    QVERIFY(view(0)->texts().join(u'|').contains(u"here at the aligned place"_s));
    shoot(u"measure-aligned-place"_s);
    const QString later = page()->prior()->study().uid;
    QVERIFY(later != earlier);
    QPushButton *here = nullptr;
    QVERIFY(waitFor([&] {
        for (QPushButton *button : page()->panel()->followUp()->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().startsWith(u"Measure here"_s))
                here = button;
        }
        return here != nullptr;
    }));
    here->click();
    QCOMPARE(view(0)->tool(), ViewTool::Bidirectional);
    const QPoint middle = view(0)->rect().center();
    drag(view(0), middle - QPoint(30, 0), middle + QPoint(30, 0));
    QCOMPARE(set()->items().size(), 2);
    QCOMPARE(last().stored.study, later);
    QCOMPARE(last().stored.finding, finding);
    // In its own space, not in the one it was drawn in.
    QVERIFY(last().stored.frameOfReference != set()->find(uid)->stored.frameOfReference);
    const double mm = 60 * view(0)->state().mmPerPixel;
    QVERIFY(std::abs(*figure(last().figures, Figure::Kind::LongAxis) - mm) < 0.01);
    QVERIFY(waitFor([&] {
        const QString text = Test::visibleText(page()->panel()->followUp());
        return text.contains(u"RUL NODULE"_s) && text.contains(u" longest diameter in "_s);
    }));
    const QString text = Test::visibleText(page()->panel()->followUp());
    QVERIFY2(text.contains(MeasureText::mm(mm)), qPrintable(text));
    QVERIFY(waitFor([&] { return view(0)->measure()->alignedPlaces().isEmpty(); })); // measured now
    shoot(u"measure-followed"_s);
    m_window->themes->setChoice(ThemeController::Choice::Dark);
    m_window->themes->apply();
    shoot(u"measure-followed-dark"_s);
    m_window->themes->setChoice(ThemeController::Choice::Light);
    m_window->themes->apply();
}

void TestMeasureUi::reportIsExported()
{
    view()->setTool(ViewTool::Rectangle);
    drag(view(), at(view(), 0.4, 0.5), at(view(), 0.5, 0.6));
    const QString path = m_window->path(u"report.dcm"_s);
    const QString problem = page()->measure()->writeReport(page()->current()->study().uid, path);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    // Imported again it is a report of the same study.
    const auto report = Test::await(m_window->composition->imports().import({{path}, {}}));
    QVERIFY(report);
    QCOMPARE(report->accepted, 1);
    const auto studies = Test::await(m_window->composition->imaging().studies(page()->person()));
    QVERIFY(studies);
    QCOMPARE(studies->size(), 2);
    const QString uid = page()->current()->study().uid;
    const auto study = std::ranges::find(*studies, uid, &StudyInfo::uid);
    QVERIFY(study != studies->end());
    QVERIFY2(study->modalities.contains(u"SR"_s), qPrintable(study->modalities.join(u' ')));
    QVERIFY(!page()->measure()->writeReport(u"1.2.3"_s, path).isEmpty());
}

// An ultrasound picture: millimetres within its region, pixels across its edge; on that picture alone.
void TestMeasureUi::pictureWithARegion()
{
    const auto people = Test::await(m_window->composition->records().persons(u"TEST"_s));
    QVERIFY(people && !people->isEmpty());
    m_window->window->openPerson(people->first().id);
    m_window->window->workspace()->go(NavigationBar::Place::Images);
    QVERIFY(waitFor(
        [&] {
            return page()->person() == people->first().id && view()->content() && !view()->content()->isInPatient()
                   && set()->isLoaded() && !view()->measure()->ground().isEmpty();
        },
        20'000));
    QVERIFY(set()->items().isEmpty()); // another person's are not here
    const auto pixel = [&](double column, double row) {
        const Imaging::Vec3 at = view()->measure()->ground().toView({column, row, 0}, view()->state());
        return view()->state().toView(at, view()->size()).toPoint();
    };
    view()->setTool(ViewTool::Length);
    drag(view(), pixel(200, 200), pixel(400, 200));
    QCOMPARE(set()->items().size(), 1);
    QCOMPARE(last().figures.first().unit, u"mm"_s);
    QVERIFY(std::abs(last().figures.first().value - 200 * 0.3305420890260027) < 1);
    QCOMPARE(last().stored.sopInstance, page()->current()->firstImage()->sopInstance);
    QVERIFY(last().stored.frameOfReference.isEmpty());
    view()->setTool(ViewTool::Length);
    drag(view(), pixel(60, 300), pixel(300, 300));
    QCOMPARE(set()->items().size(), 2);
    QCOMPARE(last().figures.first().unit, u"px"_s);
    QVERIFY(std::abs(last().figures.first().value - 240) < 4);
    shoot(u"measure-ultrasound"_s);
    const QString path = m_window->path(u"us-report.dcm"_s);
    const QString problem = page()->measure()->writeReport(page()->current()->study().uid, path);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

QTEST_MAIN(TestMeasureUi)
#include "tst_measure.moc"
