// SPDX-License-Identifier: Apache-2.0
#include "imaging/ObjectFiles.h"
#include "objects/ContourSlicer.h"
#include "objects/SegmentLoader.h"

#include <QtTest>
#include <cmath>
#include <numbers>
#include <numeric>

using namespace Chartline::Imaging;
using namespace Qt::StringLiterals;

namespace {

// The one file of a test.
class FileSource final : public ByteSource
{
public:
    explicit FileSource(QByteArray bytes)
        : m_bytes(std::move(bytes))
    { }
    [[nodiscard]] Expected<QByteArray> read(int, qint64 offset, qint64 length) const override
    {
        return m_bytes.mid(offset, length);
    }

private:
    QByteArray m_bytes;
};

double areaOf(const std::vector<Point2> &polygon)
{
    double sum = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Point2 &a = polygon[i];
        const Point2 &b = polygon[(i + 1) % polygon.size()];
        sum += a[0] * b[1] - b[0] * a[1];
    }
    return std::abs(sum) / 2;
}

std::vector<Point2> polygonOf(const std::array<Point2, 4> &band)
{
    return {band.begin(), band.end()};
}

// A ball of radius 30 mm around the origin, contours 2 mm apart.
Roi ball(double radius = 30)
{
    Roi roi;
    for (double z = -28; z <= 28; z += 2) {
        const double r = std::sqrt(radius * radius - z * z);
        Contour contour;
        for (int i = 0; i < 360; ++i) {
            const double angle = i * std::numbers::pi / 180;
            contour.points.push_back({r * std::cos(angle), r * std::sin(angle), z});
        }
        roi.contours.push_back(std::move(contour));
    }
    return roi;
}

} // namespace

// Segments and contours put where they belong.
class TestObjectsSpace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Test::silenceDcmtk(); }
    void segments_data();
    void segments();
    void segmentAtItsPlace();
    void overlappingSegmentsKeepAll();
    void framesWithoutPlace();
    void parallelPlane();
    void planesBetweenContours();
    void acrossAndOblique();
    void holesAndPairs();
    void pointsAndLines();
    void contoursFarApart();
    void degenerate();
    void realStructures();

private:
    static Expected<LabelVolumes> load(const QString &file, SegmentationInfo *info = nullptr);
};

Expected<LabelVolumes> TestObjectsSpace::load(const QString &file, SegmentationInfo *out)
{
    const auto object = Test::objectIn(file);
    const auto pixels = Test::PixelFile::open(Test::PixelFile::sharedFolder() + u'/' + file);
    if (!object || !pixels)
        return failure(FailureCode::SourceUnreadable);
    const auto &info = std::get<SegmentationInfo>(*object);
    if (out)
        *out = info;
    return loadSegments(info, pixels->image, FileSource(pixels->bytes), LocalFrameDecoder());
}

// Numbers of voxels as pydicom 2.4 and numpy count them.
void TestObjectsSpace::segments_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QList<int>>("numbers");
    QTest::addColumn<QList<qint64>>("voxels");
    QTest::addColumn<int>("slices");
    QTest::addColumn<double>("voxelMl");
    QTest::newRow("liver") << u"dcmqi/data/segmentations/liver.dcm"_s << QList{1} << QList<qint64>{107098} << 3
                           << 0.810547 * 0.810547 / 1000;
    QTest::newRow("overlapping") << u"dcmqi/data/segmentations/partial_overlaps.dcm"_s << QList{1, 2, 3, 4, 5}
                                 << QList<qint64>{9602, 11888, 10743, 6693, 4713} << 3 << 0.810547 * 0.810547 / 1000;
    // Two of three slices have pixels; the middle one is left out.
    QTest::newRow("sparse label map") << u"dcmqi/data/segmentations/sparse-labelmap-ppv5.dcm"_s << QList{1}
                                      << QList<qint64>{630} << 3 << 0.7 * 0.7 * 2.5 / 1000;
    QTest::newRow("small") << u"dcmqi/data/segmentations/23x38x3/seg/label.seg"_s << QList{1} << QList<qint64>{322} << 3
                           << 0.7 * 0.7 * 2.5 / 1000;
    QTest::newRow("CT, 40 places") << u"ohif/acrin-petct/SEG_1_760111/00001.dcm"_s << QList{1, 2}
                                   << QList<qint64>{602948, 576543} << 40 << 0.976562 * 0.976562 * 3.27 / 1000;
    QTest::newRow("PET") << u"ohif/acrin-petct/SEG_7_504365/00001.dcm"_s << QList{1, 2} << QList<qint64>{2548, 23730}
                         << 42 << 4.6875 * 4.6875 * 3.270294 / 1000;
    QTest::newRow("neoplasm") << u"dcmqi/data/sr-example/seg.dcm"_s << QList{1} << QList<qint64>{795} << 13
                              << 3.537818 * 3.537818 * 3.375 / 1000;
}

void TestObjectsSpace::segments()
{
    if (!Test::hasShared())
        QSKIP("the shared images are not here");
    QFETCH(QString, file);
    QFETCH(QList<int>, numbers);
    QFETCH(QList<qint64>, voxels);
    QFETCH(double, voxelMl);
    const auto labels = load(file);
    QVERIFY2(labels, qPrintable(labels ? QString() : labels.error().detail));
    QVERIFY(!labels->frameOfReference.isEmpty());
    QCOMPARE(labels->places.size(), std::size_t(numbers.size()));
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        const auto *place = labels->placeOf(numbers[i]);
        QVERIFY(place);
        QCOMPARE(place->voxels, voxels[i]);
        QVERIFY(place->middle.has_value());
    }
    QTEST(labels->volumes.at(0)->size[2], "slices");
    QVERIFY2(std::abs(labels->voxelMl - voxelMl) < 1e-4 * voxelMl, qPrintable(QString::number(labels->voxelMl)));
    // What is in the volumes is what was counted.
    qint64 counted = 0;
    for (const VolumePtr &volume : labels->volumes)
        counted += std::ranges::count_if(volume->data, [](std::byte b) { return b != std::byte(0); });
    QCOMPARE(counted, std::accumulate(voxels.begin(), voxels.end(), qint64(0)));
}

void TestObjectsSpace::segmentAtItsPlace()
{
    if (!Test::hasShared())
        QSKIP("the shared images are not here");
    const auto labels = load(u"dcmqi/data/segmentations/sparse-labelmap-noppv.dcm"_s);
    QVERIFY(labels);
    const Volume &volume = *labels->volumes.at(0);
    const auto at = [&](int x, int y, int z) {
        return int(volume.data[std::size_t(x + volume.size[0] * (y + volume.size[1] * z))]);
    };
    QCOMPARE(volume.size, (std::array<int, 3>{24, 38, 3}));
    int middle = 0;
    for (int y = 0; y < 38; ++y) {
        for (int x = 0; x < 24; ++x)
            middle += at(x, y, 1);
    }
    QCOMPARE(middle, 0);
    // The first frame's corner is the first voxel's place.
    const Vec3 corner = volume.indexToPatient.point({0, 0, 0});
    const bool headFirst = std::abs(corner[2] + 177.75) < 0.01;
    QVERIFY(std::abs(corner[0] - 46.4649) < 0.001);
    QVERIFY(headFirst || std::abs(corner[2] + 172.75) < 0.01);
    const Vec3 next = volume.indexToPatient.point({0, 0, 2});
    QVERIFY(std::abs(std::abs(next[2] - corner[2]) - 5) < 0.01);
}

void TestObjectsSpace::overlappingSegmentsKeepAll()
{
    if (!Test::hasShared())
        QSKIP("the shared images are not here");
    const auto labels = load(u"dcmqi/data/segmentations/partial_overlaps.dcm"_s);
    QVERIFY(labels);
    QVERIFY(labels->volumes.size() >= 2);
    QVERIFY(labels->volumes.size() < 5); // those that do not touch share one
}

void TestObjectsSpace::framesWithoutPlace()
{
    if (!Test::hasShared())
        QSKIP("the shared images are not here");
    const QString file = u"dcmqi/data/segmentations/liver.dcm"_s;
    const auto object = Test::objectIn(file);
    auto pixels = Test::PixelFile::open(Test::PixelFile::sharedFolder() + u'/' + file);
    QVERIFY(object && pixels);
    const auto &info = std::get<SegmentationInfo>(*object);
    const std::atomic_bool cancel = true;
    const auto cancelled = loadSegments(info, pixels->image, FileSource(pixels->bytes), LocalFrameDecoder(), &cancel);
    QVERIFY(!cancelled);
    QCOMPARE(int(cancelled.error().code), int(FailureCode::Cancelled));
    // Nothing to read: the failure of the first frame, not an empty picture.
    const auto empty = loadSegments(info, pixels->image, FileSource({}), LocalFrameDecoder());
    QVERIFY(!empty);
    pixels->image.shared.orientation.reset();
    for (FrameInfo &frame : pixels->image.perFrame)
        frame.orientation.reset();
    const auto lost = loadSegments(info, pixels->image, FileSource(pixels->bytes), LocalFrameDecoder());
    QVERIFY(!lost);
    QCOMPARE(int(lost.error().code), int(FailureCode::NoGeometry));
}

void TestObjectsSpace::parallelPlane()
{
    const ContourSlicer slicer(ball());
    QVERIFY(std::abs(slicer.spacing() - 2) < 1e-9);
    const ContourCut cut = slicer.cut({5, -3, 10}, {1, 0, 0}, {0, 1, 0});
    QCOMPARE(cut.areas.size(), std::size_t(1));
    QVERIFY(cut.bands.empty());
    QCOMPARE(cut.areas[0].size(), std::size_t(360)); // as it was drawn
    // Seen from 5, -3: the first point, 28.28 mm to the right of the axis.
    QVERIFY(std::abs(cut.areas[0][0][0] - (std::sqrt(800.0) - 5)) < 1e-9);
    QVERIFY(std::abs(cut.areas[0][0][1] - 3) < 1e-9);
    QVERIFY(length(*slicer.middle()) < 1e-9); // of the contour at 0
    // The same from behind.
    const ContourCut behind = slicer.cut({0, 0, 10}, {-1, 0, 0}, {0, 1, 0});
    QVERIFY(std::abs(behind.areas.at(0)[0][0] + std::sqrt(800.0)) < 1e-9);
}

void TestObjectsSpace::planesBetweenContours()
{
    const ContourSlicer slicer(ball());
    const auto radius = [&](double z) {
        const ContourCut cut = slicer.cut({0, 0, z}, {1, 0, 0}, {0, 1, 0});
        return cut.areas.empty() ? 0 : std::sqrt(areaOf(cut.areas[0]) / std::numbers::pi);
    };
    QVERIFY(std::abs(radius(0.9) - 30) < 0.01); // nearest to 0
    QVERIFY(std::abs(radius(1.1) - std::sqrt(896.0)) < 0.01); // nearest to 2
    QVERIFY(radius(28.9) > 10);
    QCOMPARE(radius(29.2), 0.0); // beyond half of the spacing
    QCOMPARE(radius(-40), 0.0);
}

void TestObjectsSpace::acrossAndOblique()
{
    const ContourSlicer slicer(ball());
    // Coronal through the middle: one band each contour, 2 mm thick; together the disc, cut into steps.
    const ContourCut coronal = slicer.cut({0, 0, 0}, {1, 0, 0}, {0, 0, -1});
    QVERIFY(coronal.areas.empty());
    QCOMPARE(coronal.bands.size(), std::size_t(29));
    double area = 0;
    for (const auto &band : coronal.bands) {
        area += areaOf(polygonOf(band));
        QVERIFY(std::abs(std::abs(band[0][1] - band[3][1]) - 2) < 1e-9);
    }
    double steps = 0;
    for (double z = -28; z <= 28; z += 2)
        steps += 2 * 2 * std::sqrt(900 - z * z);
    QVERIFY2(std::abs(area - steps) < 0.01 * steps, qPrintable(QString::number(area)));
    // 45°: the contours' outlines carried over; again about a disc of 30 mm.
    const double s = std::sqrt(0.5);
    const ContourCut oblique = slicer.cut({0, 0, 0}, {1, 0, 0}, {0, s, s});
    area = 0;
    for (const auto &piece : oblique.areas)
        area += areaOf(piece);
    QVERIFY2(std::abs(area - std::numbers::pi * 900) < 0.03 * std::numbers::pi * 900,
             qPrintable(QString::number(area)));
    // 80°: bands, wider than the contours are apart.
    const double angle = 80 * std::numbers::pi / 180;
    const ContourCut steep = slicer.cut({0, 0, 0}, {1, 0, 0}, {0, std::cos(angle), std::sin(angle)});
    QVERIFY(steep.areas.empty());
    QVERIFY(!steep.bands.empty());
    const auto &band = steep.bands[steep.bands.size() / 2];
    QVERIFY(std::abs(std::hypot(band[0][0] - band[3][0], band[0][1] - band[3][1]) - 2 / std::sin(angle)) < 1e-6);
}

void TestObjectsSpace::holesAndPairs()
{
    // A ring: what lies between its two contours is inside.
    Roi ring = ball();
    for (Contour &contour : ball(29).contours) {
        for (Vec3 &point : contour.points) {
            point[0] *= 0.5;
            point[1] *= 0.5;
        }
        contour.type = Contour::Type::ClosedXor;
        ring.contours.push_back(contour);
    }
    const ContourSlicer slicer(ring);
    const ContourCut axial = slicer.cut({0, 0, 0}, {1, 0, 0}, {0, 1, 0});
    QCOMPARE(axial.areas.size(), std::size_t(2));
    const ContourCut sagittal = slicer.cut({0, 0, 0}, {0, 1, 0}, {0, 0, -1});
    // Two bands on either side of the hole at each contour.
    QCOMPARE(sagittal.bands.size(), std::size_t(2 * 29));
    for (const auto &band : sagittal.bands)
        QVERIFY(band[0][0] * band[1][0] > 0);
}

void TestObjectsSpace::pointsAndLines()
{
    Roi roi;
    roi.contours.push_back({Contour::Type::Point, {{1, 2, 3}}, {}});
    roi.contours.push_back({Contour::Type::OpenNonplanar, {{0, 0, -10}, {0, 0, 10}}, {}});
    roi.contours.push_back({Contour::Type::OpenPlanar, {{0, 0, 3}, {5, 0, 3}, {5, 5, 3}}, {}});
    const ContourSlicer slicer(roi);
    const ContourCut cut = slicer.cut({0, 0, 3}, {1, 0, 0}, {0, 1, 0});
    QCOMPARE(cut.marks.size(), std::size_t(2));
    QCOMPARE(cut.marks[0], (Point2{1, 2}));
    QCOMPARE(cut.marks[1], (Point2{0, 0})); // where the line passes through
    QCOMPARE(cut.lines.size(), std::size_t(1));
    QVERIFY(slicer.cut({0, 0, 30}, {1, 0, 0}, {0, 1, 0}).isEmpty());
    QCOMPARE(*slicer.middle(), (Vec3{1, 2, 3}));
    // On slices of 5 mm a point is on the nearest one.
    QVERIFY(slicer.cut({0, 0, 5}, {1, 0, 0}, {0, 1, 0}).marks.size() == 1); // the line alone
    QCOMPARE(slicer.cut({0, 0, 5}, {1, 0, 0}, {0, 1, 0}, 5).marks.size(), std::size_t(2));
    QCOMPARE(slicer.cut({0, 0, 6}, {1, 0, 0}, {0, 1, 0}, 5).marks.size(), std::size_t(1));
}

// Two slices far from each other are two places, not a block between them.
void TestObjectsSpace::contoursFarApart()
{
    Roi roi;
    for (const double z : {0.0, 60.0})
        roi.contours.push_back({Contour::Type::ClosedPlanar, {{0, 0, z}, {10, 0, z}, {10, 10, z}, {0, 10, z}}, {}});
    const ContourSlicer slicer(roi);
    QCOMPARE(slicer.spacing(), 3.0);
    for (double z = -30; z <= 90; z += 1) {
        const bool on = std::abs(z) <= 1.5 || std::abs(z - 60) <= 1.5;
        QCOMPARE(!slicer.cut({0, 0, z}, {1, 0, 0}, {0, 1, 0}).isEmpty(), on);
    }
}

void TestObjectsSpace::degenerate()
{
    QVERIFY(ContourSlicer(Roi()).cut({0, 0, 0}, {1, 0, 0}, {0, 1, 0}).isEmpty());
    Roi roi;
    roi.contours.push_back({Contour::Type::ClosedPlanar, {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}, {}});
    roi.contours.push_back({Contour::Type::ClosedPlanar, {{0, 0, 0}, {1, 0, 0}}, {}});
    roi.contours.push_back({Contour::Type::ClosedPlanar, {{0, 0, 0}}, {}});
    const ContourSlicer slicer(roi);
    QVERIFY(!slicer.middle()->empty());
    (void)slicer.cut({0, 0, 0}, {1, 0, 0}, {0, 1, 0});
    (void)slicer.cut({0, 0, 0}, {0, 0, 0}, {0, 0, 0});
}

void TestObjectsSpace::realStructures()
{
    if (!Test::hasShared())
        QSKIP("the shared images are not here");
    const auto object = Test::objectIn(u"pydicom/src/pydicom/data/test_files/rtstruct.dcm"_s);
    QVERIFY(object);
    const auto &set = std::get<StructureSet>(*object);
    const ContourSlicer body(set.rois.at(0));
    QVERIFY(std::abs(body.spacing() - 10) < 1e-9);
    const ContourCut axial = body.cut({0, 0, -199}, {1, 0, 0}, {0, 1, 0});
    QCOMPARE(axial.areas.size(), std::size_t(1));
    QVERIFY(std::abs(areaOf(axial.areas[0]) - 400 * 300) < 1e-6);
    const ContourCut coronal = body.cut({0, -75, -190}, {1, 0, 0}, {0, 0, -1});
    QCOMPARE(coronal.bands.size(), std::size_t(3));
}

QTEST_GUILESS_MAIN(TestObjectsSpace)
#include "tst_objects_space.moc"
