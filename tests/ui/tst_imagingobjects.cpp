// SPDX-License-Identifier: Apache-2.0
#include "ui/DicomMaker.h"
#include "ui/ImagingTest.h"

#include "imaging/DocumentView.h"
#include "imaging/EcgContent.h"
#include "imaging/ImageView.h"
#include "imaging/ImagingObjects.h"
#include "imaging/ImagingPage.h"
#include "imaging/OverlayList.h"
#include "imaging/ReportPane.h"
#include "imaging/SeriesTile.h"
#include "imaging/StudyPanel.h"
#include "shell/Workspace.h"
#include "volume/FrameGeometry.h"

#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QSlider>
#include <cmath>
#include <numbers>

using namespace Chartline;
using namespace Chartline::Ui;
using namespace Qt::StringLiterals;
using Test::DicomMaker;

namespace {

QByteArray decimal(double value)
{
    return QByteArray::number(value, 'f', 3);
}

} // namespace

// What belongs to images without being one, in the window and on real studies.
class TestImagingObjects : public Test::ImagingTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void segmentsOverCt();
    void structuresOverCt();
    void presentationStateApplied();
    void keyImages();
    void reportBesideImages();
    void electrocardiogram();
    void documentBesideImages();
    void documentAlone();
    void overlaysOnPrior();
    void lockingDropsEverything();

private:
    [[nodiscard]] ImageView *view() const { return page()->grid()->image(0); }
    [[nodiscard]] const ObjectLayers &layers() const { return *page()->objects()->current()->layers(); }
    [[nodiscard]] bool openStudies(const QString &search)
    {
        return openPerson(search) && waitFor([&] { return !page()->studies().isEmpty(); });
    }
    // The study that the made objects speak of, which is not the newest one.
    [[nodiscard]] bool openChestCt()
    {
        if (!openStudies(u"149872"_s))
            return false;
        page()->openStudy(m_ct[0].study);
        return waitFor([&] { return page()->current()->study().uid == m_ct[0].study && page()->current()->volume(); },
                       60'000);
    }
    [[nodiscard]] bool hasObject(const QString &name) const
    {
        return std::ranges::any_of(layers().items(), [&](const OverlayItem &item) { return item.name == name; });
    }
    [[nodiscard]] QImage picture() const { return view()->grab().toImage(); }
    [[nodiscard]] SeriesTile *tileOf(const QString &modality) const
    {
        for (const StudyInfo &study : page()->studies()) {
            for (const SeriesInfo &series : study.series) {
                if (series.header.modality == modality && page()->panel()->tile(series.header.seriesUid))
                    return page()->panel()->tile(series.header.seriesUid);
            }
        }
        return nullptr;
    }
    static void copy(const QString &from, const QString &to)
    {
        QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const QString target = to + path.mid(from.size());
            QDir().mkpath(QFileInfo(target).path());
            QVERIFY(QFile::copy(path, target));
        }
    }
    void makeObjects();
    void write(const QString &name, const DicomMaker &dataset, const QByteArray &sopClass, const QByteArray &instance);
    [[nodiscard]] DicomMaker datasetLike(const Imaging::ImageDescription &image, const QByteArray &sopClass,
                                         const QByteArray &modality, int number) const;

    QTemporaryDir m_made;
    std::vector<Imaging::ImageDescription> m_ct; // the chest CT, as received
    int m_keyImage = -1;
};

void TestImagingObjects::initTestCase()
{
    const QString shared = QStringLiteral(CHARTLINE_SHARED_DIR) + u"/data/imaging/"_s;
    if (!QFileInfo::exists(shared))
        QSKIP("the shared images are not here");
    // First alone, to make objects that speak of it; then all of it as one person's disc.
    m_window = std::make_unique<Test::TestWindow>();
    QVERIFY(m_window->create());
    QVERIFY(Test::await(m_window->composition->imports().import({{shared + u"ohif/nlst-ct-143"_s}, {}})));
    makeObjects();
    m_window = std::make_unique<Test::TestWindow>();
    QVERIFY(m_window->create());
    for (const char *name :
         {"nlst-ct-143", "acrin-petct/CT_94858561", "acrin-petct/SEG_1_760111", "ecg", "mr-pdf", "pdf"})
        copy(shared + u"ohif/"_s + QLatin1StringView(name), m_made.filePath(QLatin1StringView(name)));
    copy(shared + u"synthetic/nlst-fu"_s, m_made.filePath(u"nlst-fu"_s));
    const auto report = Test::await(m_window->composition->imports().import({{m_made.path()}, {}}));
    QVERIFY(report);
    QVERIFY(report->accepted > 300);
    m_window->makeWindow();
    QVERIFY(QTest::qWaitForWindowExposed(m_window->window.get()));
}

void TestImagingObjects::init()
{
    if (!m_window)
        QSKIP("the shared images are not here");
}

void TestImagingObjects::cleanupTestCase()
{
    m_window.reset();
}

DicomMaker TestImagingObjects::datasetLike(const Imaging::ImageDescription &image, const QByteArray &sopClass,
                                           const QByteArray &modality, int number) const
{
    DicomMaker d;
    const QByteArray instance = "1.2.826.0.1.3680043.8.498.77." + QByteArray::number(number);
    d.text(0x00080005, "CS", "ISO_IR 192").text(0x00080016, "UI", sopClass).text(0x00080018, "UI", instance);
    d.text(0x00080020, "DA", "19990102").text(0x00080060, "CS", modality);
    d.text(0x00100010, "PN", "149872^LSS").text(0x00100020, "LO", image.patientId.toUtf8());
    d.text(0x0020000D, "UI", image.study.toLatin1()).text(0x0020000E, "UI", instance + ".1");
    d.text(0x00200011, "IS", QByteArray::number(900 + number)).text(0x00200013, "IS", "1");
    return d;
}

void TestImagingObjects::write(const QString &name, const DicomMaker &dataset, const QByteArray &sopClass,
                               const QByteArray &instance)
{
    QFile file(m_made.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(dataset.file(sopClass, instance));
}

// A structure set, a presentation state and a key object selection for the chest CT.
void TestImagingObjects::makeObjects()
{
    const auto people = Test::await(m_window->composition->records().persons(u"149872"_s));
    QVERIFY(people && !people->isEmpty());
    const auto studies = Test::await(m_window->composition->imaging().studies(people->first().id));
    QVERIFY(studies && !studies->isEmpty());
    for (const SeriesInfo &listed : studies->first().series) {
        if (listed.header.modality != u"CT"_s)
            continue;
        const auto series = Test::await(m_window->composition->imaging().series(listed.header.seriesUid));
        QVERIFY(series);
        for (const InstanceInfo &instance : series->instances) {
            const auto image = Imaging::ImageDescription::fromBytes(instance.image);
            QVERIFY(image);
            m_ct.push_back(*image);
        }
    }
    QVERIFY(m_ct.size() > 100);
    const QByteArray root = "1.2.826.0.1.3680043.8.498.77.";
    // A cylinder of 25 mm around a point in the right lung, on 20 slices; and a point.
    const QByteArray structures = "1.2.840.10008.5.1.4.1.1.481.3";
    DicomMaker set = datasetLike(m_ct[0], structures, "RTSTRUCT", 1);
    set.text(0x30060002, "SH", "PLAN 1");
    const QByteArray space = m_ct[0].frameOfReference.toLatin1();
    const auto roi = [&](const char *number, const char *name) {
        return DicomMaker().text(0x30060022, "IS", number).text(0x30060024, "UI", space).text(0x30060026, "LO", name);
    };
    set.items(0x30060020, {roi("1", "Tumour bed"), roi("2", "Isocentre")});
    QList<DicomMaker> contours;
    Imaging::Vec3 middle{};
    const std::size_t from = m_ct.size() / 2 - 10;
    for (std::size_t i = from; i < from + 20; ++i) {
        const auto geometry = Imaging::FrameGeometry::of(m_ct[i].frame(0));
        QVERIFY(geometry);
        middle = geometry->origin + geometry->row * (geometry->columnSpacing * 170)
                 + geometry->column * (geometry->rowSpacing * 250);
        QByteArrayList points;
        for (int angle = 0; angle < 360; angle += 5) {
            const double radians = angle * std::numbers::pi / 180;
            const Imaging::Vec3 p =
                middle + geometry->row * (25 * std::cos(radians)) + geometry->column * (25 * std::sin(radians));
            points << decimal(p[0]) << decimal(p[1]) << decimal(p[2]);
        }
        contours.append(DicomMaker()
                            .text(0x30060042, "CS", "CLOSED_PLANAR")
                            .text(0x30060046, "IS", "72")
                            .text(0x30060050, "DS", points.join('\\')));
    }
    const DicomMaker point =
        DicomMaker()
            .text(0x30060042, "CS", "POINT")
            .text(0x30060046, "IS", "1")
            .text(0x30060050, "DS", decimal(middle[0]) + '\\' + decimal(middle[1]) + '\\' + decimal(middle[2]));
    set.items(
        0x30060039,
        {DicomMaker().text(0x3006002A, "IS", "255\\120\\60").items(0x30060040, contours).text(0x30060084, "IS", "1"),
         DicomMaker().text(0x3006002A, "IS", "0\\220\\255").items(0x30060040, {point}).text(0x30060084, "IS", "2")});
    set.items(0x30060010,
              {DicomMaker()
                   .text(0x00200052, "UI", space)
                   .items(0x30060012,
                          {DicomMaker()
                               .text(0x00081155, "UI", m_ct[0].study.toLatin1())
                               .items(0x30060014, {DicomMaker().text(0x0020000E, "UI", m_ct[0].series.toLatin1())})})});
    write(u"structures.dcm"_s, set, structures, root + "1");

    m_keyImage = int(m_ct.size()) / 3;
    const Imaging::ImageDescription &key = m_ct[std::size_t(m_keyImage)];
    const DicomMaker reference =
        DicomMaker().text(0x00081150, "UI", key.sopClass.toLatin1()).text(0x00081155, "UI", key.sopInstance.toLatin1());
    const QByteArray presentation = "1.2.840.10008.5.1.4.1.1.11.1";
    DicomMaker state = datasetLike(key, presentation, "PR", 2);
    state.text(0x00700080, "CS", "BONE").text(0x00700081, "LO", "Rib in question").text(0x00700084, "PN", "Reader^One");
    state.items(0x00081115,
                {DicomMaker().text(0x0020000E, "UI", key.series.toLatin1()).items(0x00081140, {reference})});
    state.items(0x00283110, {DicomMaker().text(0x00281050, "DS", "300").text(0x00281051, "DS", "1500")});
    state.text(0x20500020, "CS", "IDENTITY").text(0x00700041, "CS", "N").words(0x00700042, "US", {90});
    state.items(0x0070005A, {DicomMaker()
                                 .words(0x00700052, "SL", {51, 101}, 4)
                                 .words(0x00700053, "SL", {450, 420}, 4)
                                 .text(0x00700100, "CS", "SCALE TO FIT")});
    state.items(0x00700060, {DicomMaker().text(0x00700002, "CS", "MARKS").text(0x00700062, "IS", "1")});
    state.items(0x00700001, {DicomMaker()
                                 .text(0x00700002, "CS", "MARKS")
                                 .items(0x00700009, {DicomMaker()
                                                         .text(0x00700005, "CS", "PIXEL")
                                                         .text(0x00700023, "CS", "CIRCLE")
                                                         .floats(0x00700022, {170, 250, 200, 250})
                                                         .text(0x00700024, "CS", "N")})
                                 .items(0x00700008, {DicomMaker()
                                                         .text(0x00700003, "CS", "PIXEL")
                                                         .text(0x00700004, "CS", "PIXEL")
                                                         .text(0x00700006, "ST", "Please compare with the bone scan")
                                                         .floats(0x00700010, {220, 300})
                                                         .floats(0x00700011, {400, 330})
                                                         .floats(0x00700014, {200, 250})
                                                         .text(0x00700015, "CS", "Y")})});
    write(u"presentation.dcm"_s, state, presentation, root + "2");

    const QByteArray selection = "1.2.840.10008.5.1.4.1.1.88.59";
    DicomMaker keys = datasetLike(key, selection, "KO", 3);
    const DicomMaker title = DicomMaker()
                                 .text(0x00080100, "SH", "113000")
                                 .text(0x00080102, "SH", "DCM")
                                 .text(0x00080104, "LO", "Of Interest");
    keys.text(0x0040A040, "CS", "CONTAINER").items(0x0040A043, {title}).text(0x0040A050, "CS", "SEPARATE");
    keys.items(
        0x0040A375,
        {DicomMaker()
             .text(0x0020000D, "UI", key.study.toLatin1())
             .items(0x00081115,
                    {DicomMaker().text(0x0020000E, "UI", key.series.toLatin1()).items(0x00081199, {reference})})});
    keys.items(0x0040A730, {DicomMaker()
                                .text(0x0040A010, "CS", "CONTAINS")
                                .text(0x0040A040, "CS", "TEXT")
                                .text(0x0040A160, "UT", "Look at the rib"),
                            DicomMaker()
                                .text(0x0040A010, "CS", "CONTAINS")
                                .text(0x0040A040, "CS", "IMAGE")
                                .items(0x00081199, {reference})});
    write(u"keys.dcm"_s, keys, selection, root + "3");
}

void TestImagingObjects::segmentsOverCt()
{
    QVERIFY(openStudies(u"ACRIN"_s));
    QVERIFY(waitFor([&] { return bool(page()->current()->volume()); }, 60'000));
    QVERIFY(waitFor([&] { return hasObject(u"Segment_1"_s) && hasObject(u"Segment_2"_s); }));
    QVERIFY(page()->objects()->current()->list()->isVisible());
    const auto &items = layers().items();
    QCOMPARE(items.size(), std::size_t(2));
    QVERIFY(items[0].fits);
    QVERIFY(items[0].dash != items[1].dash);
    QVERIFY(items[0].color != items[1].color);
    // 602 948 voxels of 0.976562 × 0.976562 × 3.27 mm (pydicom 2.4)
    QVERIFY2(items[0].detail.contains(QLocale().toString(1880.3, 'f', 1)), qPrintable(items[0].detail));
    QTest::qWait(500); // the tool bar settles, and with it the views' height
    QTest::mouseClick(Test::button(page(), u"Go to Segment_1"_s), Qt::LeftButton);
    QTest::qWait(50);
    const QImage with = picture();
    shoot(u"objects-segments"_s);
    QCheckBox *box = Test::checkBox(page(), u"Segment_1"_s);
    QVERIFY(box);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(!box->isChecked());
    const QImage without = picture();
    QVERIFY(with != without);
    QTest::keyClick(box, Qt::Key_Space);
    QCOMPARE(picture(), with);
    auto *slider = page()->objects()->current()->list()->findChild<QSlider *>();
    QVERIFY(slider);
    QTest::keyClick(slider, Qt::Key_End);
    QCOMPARE(layers().opacity(), 1.0);
    QVERIFY(picture() != with);
    slider->setValue(30);
    page()->chooseLayout(ViewLayout::Mpr);
    QTest::mouseClick(Test::button(page(), u"Go to Segment_2"_s), Qt::LeftButton);
    shoot(u"objects-segments-mpr"_s);
    page()->chooseLayout(ViewLayout::Single);
}

void TestImagingObjects::structuresOverCt()
{
    QVERIFY(openChestCt());
    QVERIFY(waitFor([&] { return hasObject(u"Tumour bed"_s); }));
    QVERIFY(waitFor([&] { return !page()->objects()->current()->study()->isReading(); }));
    QVERIFY2(page()->objects()->current()->study()->problems().isEmpty(),
             qPrintable(page()->objects()->current()->study()->problems().join(u'|')));
    QVERIFY(layers().items()[0].fits);
    QCOMPARE(layers().items()[0].color, QColor(255, 120, 60));
    const QImage before = picture();
    page()->objects()->current()->layers()->setShown(0, false);
    view()->redrawContent();
    const QImage outside = picture();
    page()->objects()->current()->layers()->setShown(0, true);
    QTest::mouseClick(Test::button(page(), u"Go to Tumour bed"_s), Qt::LeftButton);
    QTest::qWait(50);
    QVERIFY(picture() != outside);
    shoot(u"objects-structures"_s);
    // Coronal and sagittal cuts have bands where axial ones have the contour.
    page()->chooseLayout(ViewLayout::Mpr);
    QTest::mouseClick(Test::button(page(), u"Go to Tumour bed"_s), Qt::LeftButton);
    shoot(u"objects-structures-mpr"_s);
    page()->chooseLayout(ViewLayout::Single);
}

void TestImagingObjects::presentationStateApplied()
{
    auto *box = page()->objects()->current()->list()->findChild<QComboBox *>();
    QVERIFY(box);
    QCOMPARE(box->count(), 2);
    QVERIFY2(box->itemText(1).contains(u"BONE"_s), qPrintable(box->itemText(1)));
    const ImageState plain = view()->state();
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    Q_EMIT box->activated(1);
    QVERIFY(layers().presentation());
    const ImageState &state = view()->state();
    QCOMPARE(state.window.width, 1500.0);
    QCOMPARE(state.window.center, 300.0);
    QCOMPARE(state.window.explanation, u"BONE"_s);
    // Turned by 90° clockwise: what was at the left is above.
    const auto geometry = Imaging::FrameGeometry::of(m_ct[std::size_t(m_keyImage)].frame(0));
    QVERIFY(std::abs(Imaging::dot(state.down, geometry->row) - 1) < 1e-6);
    QVERIFY(std::abs(Imaging::dot(state.right, geometry->column) + 1) < 1e-6);
    // The middle of the displayed area (51…450, 101…420), on the image it speaks of.
    const Imaging::Vec3 middle = geometry->origin + geometry->row * (geometry->columnSpacing * 249.5)
                                 + geometry->column * (geometry->rowSpacing * 259.5);
    QVERIFY(Imaging::length(state.center - middle) < 0.01);
    shoot(u"objects-presentation"_s);
    // The next image is none that it speaks of: its own contrast; back again, the state's; what is set by hand stays.
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Down);
    QCOMPARE(view()->state().window, plain.window);
    QTest::keyClick(view(), Qt::Key_Up);
    QCOMPARE(view()->state().window.explanation, u"BONE"_s);
    QTest::keyClick(view(), Qt::Key_Down);
    QTest::keyClick(view(), Qt::Key_Up);
    view()->applyWindow({-600, 1600, u"mine"_s}, false);
    QTest::keyClick(view(), Qt::Key_Down);
    QCOMPARE(view()->state().window.explanation, u"mine"_s);
    auto *again = page()->objects()->current()->list()->findChild<QComboBox *>();
    QTest::qWait(20);
    again = page()->objects()->current()->list()->findChild<QComboBox *>();
    QCOMPARE(again->currentIndex(), 1);
    Q_EMIT again->activated(0);
    QVERIFY(!layers().presentation());
    QCOMPARE(view()->state().window, plain.window);
    QCOMPARE(view()->state().right, plain.right);
}

void TestImagingObjects::keyImages()
{
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Home);
    QTest::keyClick(view(), Qt::Key_K);
    const auto geometry = Imaging::FrameGeometry::of(m_ct[std::size_t(m_keyImage)].frame(0));
    QVERIFY(std::abs(view()->state().offPlane(geometry->origin)) < 0.01);
    QCOMPARE(layers().keyTitles(m_ct[std::size_t(m_keyImage)].sopInstance, 0), QStringList{u"Of Interest"_s});
    QVERIFY(layers().keyTitles(m_ct[0].sopInstance, 0).isEmpty());
    QVERIFY(page()->objects()->current()->list()->texts().join(u'|').contains(u"Look at the rib"_s));
    shoot(u"objects-key-image"_s);
}

void TestImagingObjects::reportBesideImages()
{
    SeriesTile *tile = tileOf(u"SR"_s);
    QVERIFY(tile);
    QTest::mouseClick(tile, Qt::LeftButton);
    ReportPane *report = page()->report();
    QVERIFY(waitFor([&] { return report->isVisible() && !report->text().isEmpty(); }));
    QVERIFY2(report->text().contains(u"Sybil"_s, Qt::CaseInsensitive) || report->text().size() > 100,
             qPrintable(report->text()));
    QVERIFY(page()->current()->volume()); // the images stay
    QVERIFY(view()->isVisible());
    shoot(u"objects-report"_s);
    QTest::keyClick(report, Qt::Key_Escape);
    QVERIFY(!report->isVisible());
}

void TestImagingObjects::electrocardiogram()
{
    QVERIFY(openStudies(u"642341"_s));
    QVERIFY(waitFor([&] { return bool(dynamic_cast<EcgContent *>(view()->content().get())); }));
    auto *ecg = dynamic_cast<EcgContent *>(view()->content().get());
    QCOMPARE(ecg->pages().size(), std::size_t(2)); // the rhythm and the median beat
    const EcgPage &rhythm = ecg->pages()[0];
    QVERIFY(rhythm.isStandard);
    QCOMPARE(rhythm.traces.size(), std::size_t(13));
    QCOMPARE(rhythm.traces[0].name, u"I"_s);
    QCOMPARE(rhythm.traces[3].name, u"V4"_s);
    QCOMPARE(rhythm.traces[12].name, u"II"_s);
    QCOMPARE(rhythm.traces[12].seconds, 10.0);
    QCOMPARE(rhythm.traces[1].x - rhythm.traces[0].x, 2.5 * 25); // mm
    QCOMPARE(rhythm.traces[0].perUnit, 0.01); // 10 mm for 1000 µV
    const EcgPage &beat = ecg->pages()[1];
    QVERIFY(!beat.isStandard);
    QCOMPARE(beat.traces.size(), std::size_t(12));
    for (const EcgTrace &trace : beat.traces)
        QCOMPARE(trace.seconds, 1.2); // a quarter of a beat would be nothing
    // The first channel of the beat states no filter, the others do.
    QVERIFY(ecg->header(0).join(u'|').contains(u"filter 0.05–300 Hz"_s));
    QVERIFY(ecg->header(1).join(u'|').contains(u"filters differ between leads"_s));
    const QStringList header = ecg->header(0);
    QVERIFY(header.join(u'|').contains(u"25 mm/s"_s));
    QVERIFY(header.join(u'|').contains(u"10 mm/mV"_s));
    QVERIFY(header.join(u'|').contains(u"Anonymous"_s));
    QVERIFY(header.join(u'|').contains(u"Not for primary diagnosis"_s));
    QVERIFY(ecg->footer(0).join(u'|').contains(u"RITMO SINUSALE"_s));
    // Lead I half a second after its start: sample 500.
    const QStringList reading = ecg->readings({rhythm.traces[0].x + 12.5, rhythm.traces[0].y, 0});
    QCOMPARE(reading.value(0), u"I"_s);
    QVERIFY2(reading.value(2).endsWith(u"mV"_s), qPrintable(reading.join(u'|')));
    shoot(u"objects-ecg"_s);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Down);
    shoot(u"objects-ecg-beat"_s);
    QTest::keyClick(view(), Qt::Key_Up);
    QTest::keyClick(view(), Qt::Key_G);
    QCOMPARE(ecg->scale().gain, 20.0);
    QTest::keyClick(view(), Qt::Key_S);
    QCOMPARE(ecg->scale().speed, 50.0);
    QCOMPARE(ecg->pages()[0].traces[1].x - ecg->pages()[0].traces[0].x, 2.5 * 50);
    shoot(u"objects-ecg-50"_s);
    // A box of 5 mm is there: lines of the grid differ from the paper.
    QVERIFY(view()->texts().join(u'|').contains(u"Anonymous"_s));
}

void TestImagingObjects::documentBesideImages()
{
    QVERIFY(openStudies(u"Dummy"_s));
    QVERIFY(waitFor([&] { return bool(page()->current()->volume()); }, 60'000));
    QVERIFY(waitFor([&] { return tileOf(u"DOC"_s) != nullptr; }));
    QTest::mouseClick(tileOf(u"DOC"_s), Qt::LeftButton);
    ReportPane *report = page()->report();
    QVERIFY(waitFor([&] { return report->isVisible() && report->showsPages() && report->document()->isDrawn(); }));
    QVERIFY(report->document()->pageCount() >= 1);
    QVERIFY(page()->current()->volume());
    shoot(u"objects-pdf"_s);
    const double zoom = report->document()->zoom();
    QTest::keyClick(report->document(), Qt::Key_Plus);
    QVERIFY(report->document()->zoom() > zoom);
    QVERIFY(waitFor([&] { return report->document()->isDrawn(); }));
    QTest::mouseClick(Test::button(report, u"As text"_s), Qt::LeftButton);
    QVERIFY(waitFor([&] { return report->text().size() > 40; }));
    QSignalSpy timeline(page(), &ImagingPage::factChosen);
    QTest::mouseClick(Test::button(report, u"Show on the timeline"_s), Qt::LeftButton);
    QCOMPARE(timeline.size(), 1);
    m_window->window->workspace()->go(NavigationBar::Place::Images);
}

// A study of nothing but a document opens with it.
void TestImagingObjects::documentAlone()
{
    const auto people = m_window->people();
    bool found = false;
    for (const PersonSummary &person : people) {
        m_window->window->openPerson(person.id);
        m_window->window->workspace()->go(NavigationBar::Place::Images);
        if (!waitFor([&] { return page()->person() == person.id && !page()->studies().isEmpty(); }, 5000))
            continue;
        if (page()->studies().first().modalities == QStringList{u"DOC"_s}) {
            found = true;
            break;
        }
    }
    QVERIFY(found);
    // Its document was lost on the way: what is known of it is told, and no pages are promised.
    QVERIFY(waitFor([&] { return page()->report()->isVisible() && !page()->report()->text().isEmpty(); }));
    QVERIFY(!page()->report()->showsPages());
    shoot(u"objects-document-lost"_s);
}

// The structures of a prior lie on it, beside and laid over the current study.
void TestImagingObjects::overlaysOnPrior()
{
    QVERIFY(openStudies(u"149872"_s));
    QCOMPARE(page()->studies().size(), 2);
    const QString prior = m_ct[0].study;
    const qsizetype at = page()->studies().first().uid == prior ? 0 : 1;
    page()->openStudy(page()->studies()[1 - at].uid);
    QVERIFY(waitFor([&] { return bool(page()->current()->volume()); }, 60'000));
    page()->compareWith(at);
    const SideObjects *objects = page()->objects()->prior();
    QVERIFY(waitFor([&] { return page()->prior()->volume() && !objects->layers()->items().empty(); }, 60'000));
    QVERIFY(page()->objects()->current()->layers()->items().empty());
    QVERIFY(objects->list()->isVisible());
    const OverlayItem &bed = objects->layers()->items()[0];
    QCOMPARE(bed.name, u"Tumour bed"_s);
    QVERIFY(bed.fits && bed.middle);
    QTest::qWait(500); // the tool bar settles
    const auto pictures = [&] {
        return std::pair{page()->grid()->image(0)->grab().toImage(), page()->grid()->image(1)->grab().toImage()};
    };
    const auto toggles = [&](const QString &shot) {
        QTest::mouseClick(Test::button(page(), u"Go to Tumour bed"_s), Qt::LeftButton);
        QTest::qWait(50);
        const auto with = pictures();
        shoot(shot);
        QCheckBox *box = Test::checkBox(page(), u"Tumour bed"_s);
        QTest::keyClick(box, Qt::Key_Space);
        const auto without = pictures();
        QTest::keyClick(box, Qt::Key_Space);
        return with.first != without.first && with.second == without.second && pictures() == with;
    };
    QVERIFY(toggles(u"objects-prior"_s));
    page()->toggleAlignment();
    QVERIFY(waitFor([&] { return page()->alignment()->fixedToMoving().has_value(); }, 60'000));
    QTest::qWait(500);
    QVERIFY(toggles(u"objects-prior-aligned"_s));
    // Where the views went to is where the structure is, in the prior's own coordinates.
    const ImageState shown = page()->grid()->image(0)->state().through(*page()->alignment()->fixedToMoving());
    QVERIFY(std::abs(shown.offPlane(*bed.middle)) < 0.01);
    QVERIFY(std::abs(page()->grid()->image(0)->state().offPlane(*bed.middle)) > 1);
    page()->chooseLayout(ViewLayout::Single);
}

void TestImagingObjects::lockingDropsEverything()
{
    m_window->composition->vault().lock();
    QVERIFY(waitFor([&] { return !page()->report()->isVisible(); }));
    QVERIFY(page()->report()->text().isEmpty());
    QCOMPARE(page()->report()->document()->pageCount(), 0);
    QVERIFY(layers().objects().empty());
    QVERIFY(layers().items().empty());
}

QTEST_MAIN(TestImagingObjects)
#include "tst_imagingobjects.moc"
