// SPDX-License-Identifier: Apache-2.0
#include "imaging/MeasurePhantom.h"
#include "imaging/PixelFile.h"
#include "volume/SeriesLayout.h"
#include "volume/VolumeLoader.h"

#include <dcmtk/dcmsr/dsrcitem.h>
#include <dcmtk/dcmsr/dsrdoc.h>

#include <QTest>

using namespace Chartline::Test;
using namespace Chartline::Imaging;
using Chartline::Imaging::Test::PixelFile;
using namespace Qt::StringLiterals;
using Kind = Figure::Kind;

namespace {

ImageDescription picture()
{
    ImageDescription image;
    image.pixels.rows = 100;
    image.pixels.columns = 200;
    return image;
}

PictureValues values(const ImageDescription &image)
{
    PictureValues result;
    result.columns = image.pixels.columns;
    result.rows = image.pixels.rows;
    result.scale = PictureScale::of(image, 0);
    result.units = u"OD"_s;
    result.value = [](int column, int row) { return std::optional(double(column + 1000 * row)); };
    return result;
}

Measurement inPicture(MeasureKind kind, std::vector<Vec3> points)
{
    return {kind, MeasureSpace::Picture, std::move(points)};
}

const Measurement s_line = inPicture(MeasureKind::Length, {{10, 10, 0}, {40, 50, 0}}); // 30 by 40 pixels

// The images of a folder of the shared data.
struct Images : ByteSource
{
    std::vector<ImageDescription> images;
    std::vector<QByteArray> bytes;
    explicit Images(const QString &folder)
    {
        QDirIterator walk(PixelFile::sharedFolder() + u'/' + folder, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            if (auto file = PixelFile::open(walk.next())) {
                images.push_back(std::move(file->image));
                bytes.push_back(std::move(file->bytes));
            }
        }
    }
    Expected<QByteArray> read(int instance, qint64 offset, qint64 length) const override
    {
        return bytes[std::size_t(instance)].mid(offset, length);
    }
    [[nodiscard]] const ImageDescription *find(const QString &sopInstance) const
    {
        const auto found = std::ranges::find(images, sopInstance, &ImageDescription::sopInstance);
        return found == images.end() ? nullptr : &*found;
    }
    [[nodiscard]] VolumePtr volume() const
    {
        const LocalFrameDecoder decoder;
        const auto stacks = layOut(images);
        if (stacks.empty())
            return nullptr;
        return VolumeLoader(images, *this, decoder).load(stacks.front()).value_or(nullptr);
    }
};

} // namespace

class TestMeasurePictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lengths_data();
    void lengths();
    void anglesKeepTheAspect();
    void ultrasoundOnlyInItsRegion();
    void regionsCountPixels();
    void colourHasNoValues();
    void probeTakesThePixel();
    void hostile();
    void likeAnotherViewer();
    void noduleHasItsSize();
    void uptakeOfARealPet();
    void realUltrasound();
};

void TestMeasurePictures::lengths_data()
{
    QTest::addColumn<ImageDescription>("image");
    QTest::addColumn<double>("expected");
    QTest::addColumn<QString>("unit");
    ImageDescription image = picture();
    QTest::newRow("no spacing") << image << 50.0 << u"px"_s;
    image.aspect = {2, 1};
    QTest::newRow("an aspect is no scale") << image << 50.0 << u"px"_s;
    image.imagerSpacing = {0.2, 0.2};
    QTest::newRow("at the detector") << image << 50.0 << u"px"_s;
    image.shared.spacing = {0.5, 0.25};
    QTest::newRow("between rows, between columns") << image << std::hypot(30 * 0.25, 40 * 0.5) << u"mm"_s;
    image.shared.spacing = {0.0, 0.25};
    QTest::newRow("a spacing of zero") << image << 50.0 << u"px"_s;
    image.shared.spacing = {-0.5, -0.25};
    QTest::newRow("a negative spacing") << image << 50.0 << u"px"_s;
}

void TestMeasurePictures::lengths()
{
    QFETCH(const ImageDescription, image);
    QFETCH(const double, expected);
    QFETCH(const QString, unit);
    const auto figures = figuresOf(s_line, values(image));
    QVERIFY(figures);
    QVERIFY(std::abs(value(*figures, Kind::Length) - expected) < 1e-9);
    QCOMPARE(unitOf(*figures, Kind::Length), unit);
}

void TestMeasurePictures::anglesKeepTheAspect()
{
    ImageDescription image = picture();
    const Measurement angle = inPicture(MeasureKind::Angle, {{20, 0, 0}, {0, 0, 0}, {20, 20, 0}});
    QVERIFY(std::abs(value(*figuresOf(angle, values(image)), Kind::Angle) - 45) < 1e-9);
    image.imagerSpacing = {0.4, 0.2};
    QVERIFY(std::abs(value(*figuresOf(angle, values(image)), Kind::Angle) - 63.43494882) < 1e-6);
}

void TestMeasurePictures::ultrasoundOnlyInItsRegion()
{
    ImageDescription image = picture();
    image.shared.spacing = {1.0, 1.0}; // some machines write one for the whole picture
    image.regions = {{5, 5, 60, 60, 3, 3, 0.02, -0.02}, {100, 5, 150, 60, 4, 3, 0.01, 0.02}};
    const PictureValues us = values(image);
    auto figures = figuresOf(s_line, us);
    QVERIFY(std::abs(value(*figures, Kind::Length) - 10) < 1e-9);
    QCOMPARE(unitOf(*figures, Kind::Length), u"mm"_s);
    // Across the edge, in a region over time, outside of all.
    for (const auto &points : std::vector<std::vector<Vec3>>{
             {{10, 10, 0}, {80, 10, 0}}, {{110, 10, 0}, {120, 10, 0}}, {{10, 80, 0}, {20, 80, 0}}}) {
        figures = figuresOf(inPicture(MeasureKind::Length, points), us);
        QCOMPARE(unitOf(*figures, Kind::Length), u"px"_s);
    }
    // The smaller one of two that overlap.
    image.regions.append({8, 8, 45, 55, 3, 3, 0.04, 0.04});
    figures = figuresOf(s_line, values(image));
    QVERIFY(std::abs(value(*figures, Kind::Length) - 20) < 1e-9);
    image.regions = {{5, 5, 60, 60, 3, 3, 0, 0.02}};
    QCOMPARE(unitOf(*figuresOf(s_line, values(image)), Kind::Length), u"px"_s);
}

void TestMeasurePictures::regionsCountPixels()
{
    const PictureValues plain = values(picture());
    const auto box = figuresOf(
        inPicture(MeasureKind::Rectangle, {{9.5, 4.5, 0}, {19.5, 4.5, 0}, {19.5, 8.5, 0}, {9.5, 8.5, 0}}), plain);
    QVERIFY(box);
    QCOMPARE(value(*box, Kind::Pixels), 40);
    QCOMPARE(value(*box, Kind::Area), 40);
    QCOMPARE(unitOf(*box, Kind::Area), u"px2"_s);
    QCOMPARE(value(*box, Kind::Minimum), 5010);
    QCOMPARE(value(*box, Kind::Maximum), 8019);
    QVERIFY(std::abs(value(*box, Kind::Mean) - (6500 + 14.5)) < 1e-9);
    QCOMPARE(unitOf(*box, Kind::Mean), u"OD"_s);
    ImageDescription image = picture();
    image.shared.spacing = {0.5, 0.5};
    const auto mm =
        figuresOf(inPicture(MeasureKind::Rectangle, {{9.5, 4.5, 0}, {19.5, 4.5, 0}, {19.5, 8.5, 0}, {9.5, 8.5, 0}}),
                  values(image));
    QCOMPARE(value(*mm, Kind::Area), 10);
    QCOMPARE(unitOf(*mm, Kind::Area), u"mm2"_s);
    QCOMPARE(value(*mm, Kind::Pixels), 40);
}

void TestMeasurePictures::colourHasNoValues()
{
    PictureValues colour = values(picture());
    colour.value = {};
    const auto box =
        figuresOf(inPicture(MeasureKind::Ellipse, {{10, 20, 0}, {30, 20, 0}, {20, 10, 0}, {20, 30, 0}}), colour);
    QVERIFY(box);
    QCOMPARE(box->size(), 1);
    QCOMPARE(box->first().kind, Kind::Area);
}

void TestMeasurePictures::probeTakesThePixel()
{
    const PictureValues plain = values(picture());
    QCOMPARE(value(*figuresOf(inPicture(MeasureKind::Probe, {{7.4, 2.6, 0}}), plain), Kind::Value), 3007);
    QVERIFY(figuresOf(inPicture(MeasureKind::Probe, {{-0.6, 2, 0}}), plain)->isEmpty());
    QVERIFY(figuresOf(inPicture(MeasureKind::Probe, {{200, 2, 0}}), plain)->isEmpty());
}

void TestMeasurePictures::hostile()
{
    const PictureValues plain = values(picture());
    QVERIFY(!figuresOf(inPicture(MeasureKind::Length, {{0, 0, 0}, {1, 1, 7}}), plain));
    QVERIFY(!figuresOf(inPicture(MeasureKind::Length, {{0, 0, 0}, {std::nan(""), 1, 0}}), plain));
    QVERIFY(!figuresOf({MeasureKind::Length, MeasureSpace::Patient, {{0, 0, 0}, {1, 1, 0}}}, plain));
    const auto huge =
        figuresOf(inPicture(MeasureKind::Ellipse, {{-9e5, 0, 0}, {9e5, 0, 0}, {0, -9e5, 0}, {0, 9e5, 0}}), plain);
    QVERIFY(huge);
    QCOMPARE(value(*huge, Kind::Pixels), 200.0 * 100);
    PictureValues none;
    QVERIFY(figuresOf(s_line, none));
}

// A report of another viewer holds points and the lengths it measured: ours on the same points of the same image.
void TestMeasurePictures::likeAnotherViewer()
{
    const QString folder = PixelFile::sharedFolder() + u"/ohif/mister-mr-sr/SR_79656922"_s;
    const QStringList names = QDir(folder).entryList(QDir::Files);
    if (names.isEmpty())
        QSKIP("the shared report is not here");
    const Images images(u"ohif/mister-mr-sr"_s);
    DcmFileFormat file;
    QVERIFY(file.loadFile((folder + u'/' + names.first()).toLocal8Bit().constData()).good());
    DSRDocument document;
    QVERIFY(document.read(*file.getDataset()).good());
    DSRDocumentTree &tree = document.getTree();
    std::optional<double> told;
    int compared = 0;
    std::vector<Vec3> points;
    for (size_t node = tree.gotoRoot(); node != 0; node = tree.iterate()) {
        DSRContentItem &item = tree.getCurrentContentItem();
        if (item.getValueType() == DSRTypes::VT_Num)
            told = QString::fromLatin1(item.getNumericValue().getNumericValue().c_str()).toDouble();
        if (item.getValueType() == DSRTypes::VT_SCoord) {
            points.clear();
            DSRSpatialCoordinatesValue coordinates = item.getSpatialCoordinates();
            const auto &list = coordinates.getGraphicDataList();
            for (size_t i = 1; i <= list.getNumberOfItems(); ++i)
                points.push_back({double(list.getItem(i).Column) - 0.5, double(list.getItem(i).Row) - 0.5, 0});
        }
        if (item.getValueType() != DSRTypes::VT_Image || !told || points.size() != 2)
            continue;
        const auto *image = images.find(QString::fromLatin1(item.getImageReference().getSOPInstanceUID().c_str()));
        QVERIFY(image);
        const auto figures = figuresOf(inPicture(MeasureKind::Length, points), values(*image));
        QVERIFY(figures);
        QCOMPARE(unitOf(*figures, Kind::Length), u"mm"_s);
        QVERIFY2(std::abs(value(*figures, Kind::Length) - *told) < 0.01,
                 qPrintable(u"%1 %2"_s.arg(value(*figures, Kind::Length)).arg(*told)));
        told.reset();
        ++compared;
    }
    QCOMPARE(compared, 3);
}

// The nodule of 10 mm and 40 HU put into the follow-up: its width where it is half as dense, and what is in it.
void TestMeasurePictures::noduleHasItsSize()
{
    const Images images(u"synthetic"_s);
    if (images.images.empty())
        QSKIP("the shared follow-up is not here");
    const VolumePtr volume = images.volume();
    QVERIFY(volume);
    const Vec3 middle{-61.0113008173488, 29.826161920617075, 1115.5112706887116};
    QVERIFY(volume->valueAt(middle).value_or(-1000) > -50);
    for (const Vec3 &along : {Vec3{1, 0, 0}, Vec3{0, 1, 0}}) {
        std::array<double, 2> ends{};
        for (int side = 0; side < 2; ++side) {
            const Vec3 step = along * (side == 0 ? -0.05 : 0.05);
            Vec3 at = middle;
            while (volume->valueAt(at).value_or(-1000) > -400 && length(at - middle) < 12)
                at = at + step;
            ends[std::size_t(side)] = dot(at - middle, along);
        }
        const Measurement width{
            MeasureKind::Length, MeasureSpace::Patient, {middle + along * ends[0], middle + along * ends[1]}};
        const auto figures = figuresOf(width, *volume);
        QVERIFY(figures);
        QVERIFY2(std::abs(value(*figures, Kind::Length) - 10) < 0.5,
                 qPrintable(QString::number(value(*figures, Kind::Length))));
    }
    const auto inside = figuresOf(ellipse(middle, {2.5, 0, 0}, {0, 2.5, 0}), *volume);
    QVERIFY(inside);
    QVERIFY2(std::abs(value(*inside, Kind::Mean) - 40) < 15, qPrintable(QString::number(value(*inside, Kind::Mean))));
    QVERIFY(value(*inside, Kind::StandardDeviation) < 40);
}

// Around the hottest voxel of a PET: its maximum, in SUV; and none of the unit where it may not be computed.
void TestMeasurePictures::uptakeOfARealPet()
{
    const Images images(u"ohif/acrin-petct/PT_61081015"_s);
    if (images.images.empty())
        QSKIP("the shared PET is not here");
    const VolumePtr volume = images.volume();
    QVERIFY(volume);
    QCOMPARE(volume->units, u"SUVbw"_s);
    Vec3 hottest{};
    for (int z = 0; z < volume->size[2]; ++z) {
        for (int y = 0; y < volume->size[1]; ++y) {
            for (int x = 0; x < volume->size[0]; ++x) {
                if (volume->value(x, y, z) >= volume->range[1] - 1e-9)
                    hottest = voxel(*volume, x, y, z);
            }
        }
    }
    const auto figures = figuresOf(ellipse(hottest, {15, 0, 0}, {0, 15, 0}), *volume);
    QVERIFY(figures);
    QCOMPARE(unitOf(*figures, Kind::Maximum), u"SUVbw"_s);
    QVERIFY(std::abs(value(*figures, Kind::Maximum) - volume->range[1]) < 1e-6);
    QVERIFY(value(*figures, Kind::Mean) < value(*figures, Kind::Maximum));
    const Images raw(u"ohif/acrin-petct/PT_10462754"_s); // not corrected for attenuation
    const VolumePtr uncorrected = raw.volume();
    QVERIFY(uncorrected);
    const auto other =
        figuresOf(ellipse(uncorrected->indexToPatient.point({64, 64, 10}), {30, 0, 0}, {0, 30, 0}), *uncorrected);
    QVERIFY(other);
    QVERIFY(!unitOf(*other, Kind::Mean).startsWith(u"SUV"_s));
}

void TestMeasurePictures::realUltrasound()
{
    int found = 0;
    for (const QString &path : Chartline::Imaging::Test::sharedFiles()) {
        const auto file = PixelFile::open(QDir(PixelFile::sharedFolder()).absoluteFilePath(path));
        if (!file || file->image.regions.isEmpty())
            continue;
        const PictureScale scale = PictureScale::of(file->image, 0);
        for (const UltrasoundRegion &region : file->image.regions) {
            const std::array<Vec3, 2> points{Vec3{double(region.x0), double(region.y0), 0},
                                             Vec3{double(region.x1), double(region.y1), 0}};
            const PictureScale here = scale.at(points);
            if (region.unitsX == 3 && region.unitsY == 3) {
                QVERIFY(here.isMm);
                QVERIFY(std::abs(here.x - std::abs(region.deltaX) * 10) < 1e-9);
                ++found;
            }
        }
        const std::array<Vec3, 1> nowhere{Vec3{-5, -5, 0}};
        QVERIFY(!scale.at(nowhere).isMm);
    }
    if (found == 0)
        QSKIP("no shared ultrasound with regions");
}

QTEST_GUILESS_MAIN(TestMeasurePictures)
#include "tst_measure_pictures.moc"
