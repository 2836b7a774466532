// SPDX-License-Identifier: Apache-2.0
#include "support/ZipWriter.h"
#include "ui/ImagingTest.h"
#include "ui/MadeScans.h"

#include "imaging/ImagingPage.h"
#include "imaging/MeasureController.h"
#include "imaging/StudyPanel.h"
#include "imaging/VolumeView.h"
#include "shell/Workspace.h"

#include <QMenu>
#include <QMimeData>
#include <QProcess>
#include <QSignalSpy>

using namespace Chartline;
using namespace Chartline::Ui;
using namespace Qt::StringLiterals;

// A disc from an imaging centre and a ZIP of a colleague, from dropping them on the window to an aligned prior: with
// the mouse and the keys alone.
class TestImagingDisc : public Test::ImagingTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void discIsNamedByWhoMadeAllOfIt_data();
    void discIsNamedByWhoMadeAllOfIt();
    void zipIsDropped();
    void discIsDropped();
    void scanIsOpenedAndScrolled();
    void lengthIsMeasured();
    void lengthIsMeasuredByKeys();
    void priorIsComparedAndAligned();

private:
    [[nodiscard]] ImageView *view(int index = 0) const { return page()->grid()->image(index); }
    [[nodiscard]] std::optional<ImportReport> drop(const QString &path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QSignalSpy finished(&m_window->composition->imports(), &ImportService::finished);
        QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window->window.get(), &enter);
        QDropEvent event(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window->window.get(), &event);
        if (!waitFor([&] { return finished.size() == 1; }, 60'000))
            return std::nullopt;
        return finished.first().first().value<ImportReport>();
    }
    [[nodiscard]] bool makeDisc(const QString &folder) const;
    void click(const QString &words)
    {
        QPushButton *found = Test::button(page(), words);
        QVERIFY2(found && found->isEnabled(), qPrintable(words));
        QTest::mouseClick(found, Qt::LeftButton);
    }
};

void TestImagingDisc::initTestCase()
{
    m_window = std::make_unique<Test::TestWindow>();
    QVERIFY(m_window->create());
    m_window->makeWindow();
    m_window->window->workspace()->load(false);
    QVERIFY(QTest::qWaitForWindowExposed(m_window->window.get()));
    m_window->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window->window.get()));
}

void TestImagingDisc::discIsNamedByWhoMadeAllOfIt_data()
{
    QTest::addColumn<bool>("withUnnamedStudy");
    QTest::addColumn<QString>("name");
    QTest::newRow("one institution") << false << u"Lakeside Imaging"_s;
    QTest::newRow("a study of it names none") << true << u"disc"_s;
}

// Images of a study that names nobody are not said to come from where another one was made.
void TestImagingDisc::discIsNamedByWhoMadeAllOfIt()
{
    QFETCH(const bool, withUnnamedStudy);
    QFETCH(const QString, name);
    Test::TestWindow other;
    QVERIFY(other.create());
    const QString folder = other.path(u"disc"_s);
    QVERIFY(QDir().mkpath(folder));
    const Test::MadeScans scans(folder);
    QVERIFY(scans.radiograph("Lakeside Imaging"));
    if (withUnnamedStudy)
        QVERIFY(scans.ct());
    QVERIFY(Test::await(other.composition->imports().import({{folder}, {}})));
    const auto people = Test::await(other.composition->records().persons(u"Probe"_s));
    QVERIFY(people && people->size() == 1);
    const auto studies = Test::await(other.composition->imaging().studies(people->first().id));
    QVERIFY(studies && !studies->isEmpty());
    for (const StudyInfo &study : *studies) {
        QCOMPARE(study.sources.size(), 1);
        QCOMPARE(study.sources.first().name, name);
    }
}

void TestImagingDisc::zipIsDropped()
{
    const QString folder = m_window->path(u"made"_s);
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(Test::MadeScans(folder).ct());
    Test::ZipWriter zip;
    for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files)) {
        const QByteArray bytes = Test::readFile(file.filePath());
        zip.add("scan/" + file.fileName().toLatin1(), bytes, Test::deflated(bytes));
    }
    QFile file(m_window->path(u"from-colleague.zip"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(zip.finish());
    file.close();
    const auto report = drop(file.fileName());
    QVERIFY(report);
    QCOMPARE(report->accepted, Test::MadeScans::slices);
    QVERIFY(waitFor([&] { return Test::visibleText(m_window->window.get()).contains(u"Import finished"_s); }));
}

// As imaging centres make them: a DICOMDIR, files without an ending, a viewer and an autorun.inf.
bool TestImagingDisc::makeDisc(const QString &folder) const
{
    if (!QDir().mkpath(folder + u"/DICOM"_s))
        return false;
    int number = 0;
    for (const QString &series : {u"ohif/nlst-ct-143/"_s, u"synthetic/nlst-fu/"_s}) {
        for (const QString &name : Test::filesBelow(Test::imagingFolder() + series)) {
            if (!name.endsWith(u".dcm"_s))
                continue;
            const QString to = folder + u"/DICOM/IM"_s + QString::number(1'000'000 + ++number).sliced(1);
            if (!QFile::copy(Test::imagingFolder() + series + name, to))
                return false;
        }
    }
    for (const auto &[name, text] : {std::pair{u"VIEWER.EXE"_s, "MZ\x90 not a program"_ba},
                                     std::pair{u"autorun.inf"_s, "[autorun]\r\nopen=VIEWER.EXE\r\n"_ba}}) {
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return false;
    }
    QProcess dcmmkdir;
    dcmmkdir.setWorkingDirectory(folder);
    dcmmkdir.start(u"dcmmkdir"_s, {u"+r"_s, u"+id"_s, u"."_s, u"+D"_s, u"DICOMDIR"_s, u"-Nxc"_s, u"+I"_s, u"DICOM"_s});
    return dcmmkdir.waitForFinished() && QFile::exists(folder + u"/DICOMDIR"_s);
}

void TestImagingDisc::discIsDropped()
{
    if (!QFileInfo::exists(Test::imagingFolder()))
        QSKIP("the shared images are not here");
    const QString disc = m_window->path(u"disc"_s);
    QVERIFY(makeDisc(disc));
    const auto report = drop(disc);
    QVERIFY(report);
    QCOMPARE(report->accepted, 144 + 54 + 1); // and the DICOMDIR
    // What is no record is named, and was not run.
    QStringList refused;
    for (const Refusal &item : report->refusals)
        refused.append(item.path.section(u'/', -1));
    QVERIFY2(refused.contains(u"VIEWER.EXE"_s), qPrintable(refused.join(u' ')));
    QVERIFY(refused.contains(u"autorun.inf"_s));
    shoot(u"disc-imported"_s);
}

void TestImagingDisc::scanIsOpenedAndScrolled()
{
    if (!QFileInfo::exists(Test::imagingFolder()))
        QSKIP("the shared images are not here");
    const auto people = Test::await(m_window->composition->records().persons(u"149872"_s));
    QVERIFY(people && people->size() == 1);
    m_window->window->openPerson(people->first().id);
    QTest::keyClick(m_window->window.get(), Qt::Key_5, Qt::ControlModifier);
    QVERIFY(waitFor([&] { return page()->isVisible() && page()->current()->volume() && view()->content(); }, 60'000));
    QVERIFY(waitFor([&] { return view()->content()->isInPatient(); }));
    const int at = view()->content()->sliceAt(view()->state());
    QWheelEvent wheel(QPointF(200, 200), view()->mapToGlobal(QPointF(200, 200)), {}, {0, -360}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(view(), &wheel);
    QCOMPARE(view()->content()->sliceAt(view()->state()), at + 3);
}

void TestImagingDisc::lengthIsMeasured()
{
    if (!QFileInfo::exists(Test::imagingFolder()))
        QSKIP("the shared images are not here");
    const auto actions = page()->toolBar()->measureMenu()->actions();
    const auto length = std::ranges::find(actions, u"Length"_s, &QAction::text);
    QVERIFY(length != actions.end());
    (*length)->trigger();
    QVERIFY(waitFor([&] { return page()->measure()->set()->isLoaded(); }));
    const QPoint from(view()->width() / 3, view()->height() / 2);
    const QPoint to = from + QPoint(120, 0);
    QTest::mousePress(view(), Qt::LeftButton, {}, from);
    QTest::mouseMove(view(), (from + to) / 2);
    QTest::mouseMove(view(), to);
    QTest::mouseRelease(view(), Qt::LeftButton, {}, to);
    QVERIFY(waitFor([&] { return page()->measure()->set()->items().size() == 1; }));
    const QString expected = QLocale().toString(120 * view()->state().mmPerPixel, 'f', 1);
    QVERIFY2(waitFor([&] { return Test::visibleText(page()->panel()).contains(expected); }), qPrintable(expected));
    shoot(u"disc-measured"_s);
}

void TestImagingDisc::lengthIsMeasuredByKeys()
{
    if (!QFileInfo::exists(Test::imagingFolder()))
        QSKIP("the shared images are not here");
    view()->setFocus();
    const qsizetype before = page()->measure()->set()->items().size();
    // Up to where nothing is yet.
    for (int i = 0; i < 12; ++i)
        QTest::keyClick(view(), Qt::Key_Up, Qt::ControlModifier);
    QTest::keyClick(view(), Qt::Key_Return);
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(view(), Qt::Key_Right, Qt::ControlModifier);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(view(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(view(), Qt::Key_Return);
    QVERIFY(waitFor([&] { return page()->measure()->set()->items().size() == before + 1; }));
    const QString expected = QLocale().toString(83 * view()->state().mmPerPixel, 'f', 1);
    QVERIFY2(waitFor([&] { return Test::visibleText(page()->panel()).contains(expected); }), qPrintable(expected));
    QTest::keyClick(view(), Qt::Key_Delete);
    QVERIFY(waitFor([&] { return page()->measure()->set()->items().size() == before; }));
}

void TestImagingDisc::priorIsComparedAndAligned()
{
    if (!QFileInfo::exists(Test::imagingFolder()))
        QSKIP("the shared images are not here");
    click(u"Compare + 3D"_s);
    QVERIFY(waitFor([&] { return bool(page()->prior()->volume()); }, 60'000));
    QCOMPARE(page()->grid()->imageCount(), 3);
    click(u"Align"_s);
    QVERIFY(waitFor([&] { return page()->alignment()->state() == AlignmentJob::State::Aligned; }, 120'000));
    QVERIFY(waitFor([&] { return bool(view(0)->content() && view(1)->content()); }));
    // Both are at the same place: scrolling one scrolls the other.
    view(1)->setFocus();
    QTest::keyClick(view(1), Qt::Key_PageDown);
    QCOMPARE(view(0)->state().center, view(1)->state().center);
    // A point chosen in one is the same point of the body in all.
    page()->toolBar()->setTool(ViewTool::Crosshair);
    for (int i = 0; i < 3; ++i)
        view(i)->setTool(ViewTool::Crosshair);
    QTest::mouseClick(view(1), Qt::LeftButton, {}, QPoint(view(1)->width() / 3, view(1)->height() / 2));
    QVERIFY(view(0)->cursorPoint() && view(2)->cursorPoint());
    QCOMPARE(*view(0)->cursorPoint(), *view(1)->cursorPoint());
    QVERIFY(std::abs(view(2)->state().offPlane(*view(2)->cursorPoint())) < 1e-6);
    QVERIFY(waitFor([&] { return page()->grid()->volume()->isSettled(); }, 60'000));
    shoot(u"disc-aligned"_s);
    click(u"Difference"_s);
    shoot(u"disc-difference"_s);
}

QTEST_MAIN(TestImagingDisc)
#include "tst_imagingdisc.moc"
