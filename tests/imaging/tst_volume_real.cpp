// SPDX-License-Identifier: Apache-2.0
#include "imaging/PixelFile.h"
#include "volume/Duplicates.h"
#include "volume/Orientation.h"
#include "volume/SeriesLayout.h"
#include "volume/Suv.h"
#include "volume/VolumeLoader.h"

#include <QElapsedTimer>
#include <QTest>
#include <cmath>
#include <map>

using namespace Chartline::Imaging;
using Chartline::Imaging::Test::PixelFile;

namespace {

// All images below a folder of the shared data.
class RealSeries : public ByteSource
{
public:
    std::vector<ImageDescription> images;
    std::vector<QByteArray> bytes;

    explicit RealSeries(const QString &folder)
    {
        QStringList paths;
        QDirIterator walk(PixelFile::sharedFolder() + QLatin1Char('/') + folder, QDir::Files,
                          QDirIterator::Subdirectories);
        while (walk.hasNext())
            paths << walk.next();
        paths.sort();
        for (const QString &path : paths) {
            if (auto file = PixelFile::open(path)) {
                images.push_back(std::move(file->image));
                bytes.push_back(std::move(file->bytes));
            }
        }
    }
    RealSeries() = default;

    Expected<QByteArray> read(int instance, qint64 offset, qint64 length) const override
    {
        return bytes[std::size_t(instance)].mid(offset, length);
    }
    [[nodiscard]] Expected<VolumePtr> load(const Stack &stack, const LoadOptions &options = {}) const
    {
        return VolumeLoader(images, *this, m_decoder).load(stack, options);
    }
    [[nodiscard]] VolumePtr volume() const
    {
        const auto stacks = layOut(images);
        const auto loaded = stacks.empty() ? failure(FailureCode::Internal) : load(stacks[0]);
        if (!loaded)
            qWarning("%s", qPrintable(loaded.error().detail));
        return loaded.value_or(nullptr);
    }

private:
    LocalFrameDecoder m_decoder;
};

double nearest(const Volume &volume, const Vec3 &patient)
{
    const Vec3 i = volume.indexToPatient.inverse()->point(patient);
    return volume.value(int(std::lround(i[0])), int(std::lround(i[1])), int(std::lround(i[2])));
}

// How badly two scans of one thing agree when the second is moved: mean absolute difference in HU (cut off where metal
// and air are), over points of the first's grid that both cover.
double difference(const Volume &fixed, const Volume &moving, const Vec3 &moved, int every)
{
    double sum = 0;
    int count = 0;
    for (int z = 3; z < fixed.size[2] - 3; ++z) {
        for (int y = 0; y < fixed.size[1]; y += every) {
            for (int x = 0; x < fixed.size[0]; x += every) {
                const Vec3 p = fixed.indexToPatient.point({double(x), double(y), double(z)});
                const auto other = moving.valueAt(p + moved);
                if (!other)
                    continue;
                sum += std::abs(std::clamp(fixed.value(x, y, z), -500.0, 500.0) - std::clamp(*other, -500.0, 500.0));
                ++count;
            }
        }
    }
    return count > 2000 ? sum / count : HUGE_VAL;
}

// The move that makes them agree best, by a search that narrows down.
Vec3 bestMove(const Volume &fixed, const Volume &moving, int every)
{
    Vec3 best{0, 0, 0};
    double least = difference(fixed, moving, best, every);
    for (double step = 4; step > 0.05; step /= 2) {
        for (bool better = true; better;) {
            better = false;
            for (std::size_t axis = 0; axis < 3; ++axis) {
                for (const double sign : {-1.0, 1.0}) {
                    Vec3 tried = best;
                    tried[axis] += sign * step;
                    if (const double d = difference(fixed, moving, tried, every); d < least) {
                        least = d;
                        best = tried;
                        better = true;
                    }
                }
            }
        }
    }
    return best;
}

// The slices of a stack put one upon the other, with the leaning grid they were received in.
Volume asReceived(const RealSeries &series, const Stack &stack)
{
    Volume raw;
    raw.size = {stack.geometry.columns, stack.geometry.rows, stack.geometry.slices()};
    raw.indexToPatient = stack.geometry.indexToPatient();
    const LocalFrameDecoder decoder;
    for (const FrameRef &ref : stack.points[0].frames) {
        const auto frame = VolumeLoader(series.images, series, decoder).loadFrame(ref);
        if (!frame)
            return {};
        raw.type = frame->format.type;
        raw.slope = frame->info.slope.value_or(1);
        raw.intercept = frame->info.intercept.value_or(0);
        raw.data.insert(raw.data.end(), frame->samples.begin(), frame->samples.end());
    }
    return raw;
}

QString words(const Vec3 &v)
{
    return QStringLiteral("%1 %2 %3").arg(v[0]).arg(v[1]).arg(v[2]);
}

} // namespace

class TestVolumeReal : public QObject
{
    Q_OBJECT

private:
    QHash<QString, VolumePtr> m_volumes; // of a folder: each is decoded once

    VolumePtr volumeOf(const QString &folder)
    {
        if (!m_volumes.contains(folder))
            m_volumes.insert(folder, RealSeries(folder).volume());
        return m_volumes.value(folder);
    }

private Q_SLOTS:
    void initTestCase()
    {
        Chartline::Imaging::Test::silenceDcmtk();
        if (!QFile::exists(PixelFile::sharedFolder()))
            QSKIP("The shared scans are not here.");
    }

    void chest()
    {
        const QString folder = QStringLiteral("ohif/nlst-ct-143/CT_89952642");
        const RealSeries series(folder);
        const auto stacks = layOut(series.images);
        QCOMPARE(stacks.size(), 1U);
        QVERIFY(stacks[0].geometry.regular());
        QElapsedTimer timer;
        timer.start();
        qint64 firstImage = -1;
        std::atomic_bool seen{false};
        LoadOptions options;
        options.onFrame = [&](int, const FrameView &) {
            if (!seen.exchange(true))
                firstImage = timer.elapsed();
        };
        const auto loaded = series.load(stacks[0], options);
        QVERIFY(loaded.has_value());
        qInfo("143 slices in %lld ms, the first after %lld ms", timer.elapsed(), firstImage);
        m_volumes.insert(folder, *loaded);
        const Volume &v = **loaded;
        QCOMPARE(v.size, (std::array{512, 512, 143}));
        QCOMPARE(v.spacing()[2], 2.0);
        QCOMPARE(v.units, QStringLiteral("HU"));
        QCOMPARE(v.modality, QStringLiteral("CT"));
        QVERIFY(v.notes.isEmpty());
        QVERIFY(v.indexToPatient.determinant() > 0);
        QCOMPARE(directionLetters(v.indexToPatient.columns[0]), QStringLiteral("L"));
        QCOMPARE(directionLetters(v.indexToPatient.columns[1]), QStringLiteral("P"));
        QCOMPARE(directionLetters(v.indexToPatient.columns[2]), QStringLiteral("H"));
        QVERIFY(v.range[0] < -900 && v.range[1] > 500);
        QVERIFY(!v.windows.isEmpty());
    }

    // Points of the patient, and what pydicom 2.4 has there (JPEG-LS by dcmdjpls).
    void knownValues_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QList<double>>("points"); // x, y, z, value
        QTest::newRow("chest CT") << QStringLiteral("ohif/nlst-ct-143/CT_89952642")
                                  << QList<double>{7.9788, -57.2575, 1092,     66,       -91.3812, -96.1375, 1058,
                                                   220,    31.1988,  -58.3375, 1160,     14,       -33.0612, -111.2575,
                                                   1010,   66,       -55.7412, -24.8575, 968,      164};
        QTest::newRow("sagittal MR") << QStringLiteral("ohif/mister-mr-sr/MR_7063_121")
                                     << QList<double>{8.6,   21.953125, 36.381248, 308, 17.6, -37.8125, 41.068748, 318,
                                                      -12.4, -17.5,     47.318748, 298, 5.6,  28.59375, 28.568748, 244};
        QTest::newRow("coronal MR") << QStringLiteral("ohif/mister-mr-sr/MR_7063_135")
                                    << QList<double>{25.381248,  -3.4, -56.193748, 794,       28.115623, -10,
                                                     16.071877,  430,  7.803123,   19.700001, 9.431252,  472,
                                                     -19.540627, -6.7, 32.478127,  496};
        QTest::newRow("head CT") << QStringLiteral("dcm_qa_ct/S21570/S2010")
                                 << QList<double>{-12.181641, 56.802344, 756.21,      -193,       41.056641, 181.776953,
                                                  766.21,     -869,      -110.085938, 130.343359, 801.21,    115,
                                                  9.925781,   17.550391, 771.21,      -404};
        QTest::newRow("oblique MR") << QStringLiteral("ohif/mr-pdf/MR_30176808")
                                    << QList<double>{36.600987, 2.141841,   2.410985,   296,       -52.484403, 3.392844,
                                                     5.280027,  317,        23.596256,  36.707505, 49.549866,  53,
                                                     41.12202,  -14.791738, -13.644893, 265};
        QTest::newRow("enhanced MR") << QStringLiteral("dcm_qa_xa30/In/5_anat-T1w_acq-tfl")
                                     << QList<double>{-20.4239, -36.094, -6.776,  111,     -80.4239, -16.094,
                                                      13.224,   8,       79.5761, -28.094, -14.776,  5};
    }
    void knownValues()
    {
        QFETCH(QString, folder);
        QFETCH(QList<double>, points);
        const VolumePtr volume = volumeOf(folder);
        QVERIFY(volume);
        for (qsizetype i = 0; i + 3 < points.size(); i += 4) {
            const auto value = volume->valueAt({points[i], points[i + 1], points[i + 2]});
            QVERIFY(value.has_value());
            QVERIFY2(std::abs(*value - points[i + 3]) < 0.5,
                     qPrintable(QStringLiteral("point %1: %2, not %3").arg(i / 4).arg(*value).arg(points[i + 3])));
        }
    }

    void shortMrWithWideGaps()
    {
        const RealSeries series(QStringLiteral("ohif/mr-pdf/MR_30176808"));
        const auto stacks = layOut(series.images);
        QCOMPARE(stacks.size(), 1U);
        // Instance numbers 2 to 47 with ten of them missing; once four in a row.
        QCOMPARE(stacks[0].notes, (QStringList{QStringLiteral("missing-slices:11"), QStringLiteral("empty-gap:15.0")}));
        QCOMPARE(stacks[0].geometry.gridSlices, 47);
        const auto loaded = series.load(stacks[0]);
        QVERIFY(loaded.has_value());
        const Volume &v = **loaded;
        QVERIFY(std::abs(v.spacing()[2] - 3) < 0.001);
        QCOMPARE(std::ranges::count(v.sourceSlices, -1), 11);
        // Every received slice is at its own place of the grid, with its own values.
        for (const ImageDescription &image : series.images) {
            const Vec3 index = v.indexToPatient.inverse()->point(*image.shared.position);
            QVERIFY(std::abs(index[2] - std::round(index[2])) < 0.01);
        }
    }

    void enhanced()
    {
        const RealSeries series(QStringLiteral("dcm_qa_xa30/In/5_anat-T1w_acq-tfl"));
        const auto stacks = layOut(series.images);
        QCOMPARE(stacks.size(), 1U);
        QVERIFY(!stacks[0].is4D());
        QVERIFY(stacks[0].geometry.regular());
        QVERIFY2(std::abs(stacks[0].geometry.step - 2) < 1e-4,
                 qPrintable(QString::number(stacks[0].geometry.step, 'g', 10)));
        const auto loaded = series.load(stacks[0]);
        QVERIFY(loaded.has_value());
        QCOMPARE((*loaded)->size, (std::array{128, 128, 96}));
        QCOMPARE(directionLetters((*loaded)->indexToPatient.columns[2]), QStringLiteral("R"));
    }

    void enhancedOthers()
    {
        const RealSeries perfusion(QStringLiteral("dcm_qa_xa30/In/28_asl_2d_tra"));
        const VolumePtr volume = perfusion.volume();
        QVERIFY(volume);
        QCOMPARE(volume->size, (std::array{64, 64, 12}));
        const RealSeries colour(QStringLiteral("dcm_qa_xa30/In/14_DWI_dir80_PA"));
        const auto stacks = layOut(colour.images);
        QCOMPARE(stacks.size(), 1U);
        QCOMPARE(stacks[0].kind, Stack::Kind::Pictures);
        QCOMPARE(stacks[0].frames(), 39);
        QVERIFY(!stacks[0].cine);
        const auto frame = VolumeLoader(colour.images, colour, LocalFrameDecoder()).loadFrame({0, 20});
        QVERIFY(frame.has_value());
        QCOMPARE(frame->format.samples, 3);
    }

    void mrPlanes()
    {
        const VolumePtr sagittal = volumeOf(QStringLiteral("ohif/mister-mr-sr/MR_7063_121"));
        QVERIFY(sagittal);
        QCOMPARE(planeOf(sagittal->indexToPatient.columns[2]), PlaneName::Sagittal);
        QCOMPARE(directionLetters(sagittal->indexToPatient.columns[0]), QStringLiteral("P"));
        QCOMPARE(directionLetters(sagittal->indexToPatient.columns[1]), QStringLiteral("F"));
        QCOMPARE(sagittal->size[2], 13);
        const VolumePtr coronal = volumeOf(QStringLiteral("ohif/mister-mr-sr/MR_7063_135"));
        QVERIFY(coronal);
        QCOMPARE(planeOf(coronal->indexToPatient.columns[2]), PlaneName::Coronal);
        QVERIFY(std::abs(coronal->spacing()[2] - 3.3) < 1e-4);
        QCOMPARE(coronal->padding.value_or(-1), 0.0);
    }

    // The same phantom, once with the gantry tilted by 18.5°, in one frame of reference.
    void tiltedAndUpright()
    {
        const VolumePtr upright = volumeOf(QStringLiteral("dcm_qa_ct/S21570/S2010"));
        const RealSeries series(QStringLiteral("dcm_qa_ct/S21610/S2010"));
        const VolumePtr tilted = series.volume();
        QVERIFY(upright && tilted);
        QCOMPARE(upright->frameOfReference, tilted->frameOfReference);
        QVERIFY(upright->notes.isEmpty());
        QCOMPARE(tilted->notes, QStringList{QStringLiteral("sheared-tilt:-18.5")});
        const auto &c = tilted->indexToPatient.columns;
        QVERIFY(std::abs(dot(c[1], c[2])) < 1e-9 && std::abs(dot(c[0], c[2])) < 1e-9);
        // The table moved by 2.5 mm: 2.371 along the tilted normal.
        QVERIFY(std::abs(tilted->spacing()[2] - 2.5 * std::cos(18.5 * M_PI / 180)) < 1e-3);
        // How far apart the two scans say the phantom is: less than a voxel, whose largest side is 2.37 mm in one and
        // 5 mm in the other. (The scanner itself is 0.9 mm off, see below.)
        const Vec3 off = bestMove(*upright, *tilted, 12);
        const double agreed = difference(*upright, *tilted, off, 12);
        qInfo("best move %s mm, difference %.1f HU (unmoved %.1f)", qPrintable(words(off)), agreed,
              difference(*upright, *tilted, {0, 0, 0}, 12));
        QVERIFY2(length(off) <= 1.0, qPrintable(words(off)));
        // The slices as they were received, read at their own places without any shearing, say the same: shearing moved
        // nothing.
        const Stack stack = layOut(series.images)[0];
        const Volume raw = asReceived(series, stack);
        const Vec3 rawOff = bestMove(*upright, raw, 12);
        QVERIFY2(length(rawOff - off) <= 0.1, qPrintable(words(rawOff)));
        QVERIFY(difference(raw, *tilted, {0, 0, 0}, 9) < 8);
        QCOMPARE(bestMove(raw, *tilted, 12), (Vec3{0, 0, 0}));
        // A tilt taken the wrong way round, or not at all, would be off by centimetres at the ends.
        Volume wrong = *tilted;
        wrong.indexToPatient.columns[2] = {0, 0, 2.5};
        QVERIFY(difference(*upright, wrong, bestMove(*upright, wrong, 12), 12) > 1.5 * agreed);
    }

    // Tilt and two slice thicknesses in one series.
    void tiltedAndIrregular()
    {
        const RealSeries series(QStringLiteral("dcm_qa_ct/GE-tilt-variable"));
        const auto stacks = layOut(series.images);
        QCOMPARE(stacks.size(), 1U);
        QCOMPARE(stacks[0].notes,
                 (QStringList{QStringLiteral("resampled-irregular:1.1-7.0"), QStringLiteral("sheared-tilt:-18.5")}));
        const auto loaded = series.load(stacks[0]);
        QVERIFY(loaded.has_value());
        const Volume &v = **loaded;
        QVERIFY(std::abs(v.spacing()[2] - 4) < 0.05);
        const auto &c = v.indexToPatient.columns;
        QVERIFY(std::abs(dot(c[1], c[2])) < 1e-9);
        // Slice by slice: what was received is found at its place in the volume. Interpolated places come near it.
        const LocalFrameDecoder decoder;
        const VolumeLoader loader(series.images, series, decoder);
        int exact = 0;
        for (int slice = 0; slice < stacks[0].geometry.slices(); ++slice) {
            const FrameRef ref = stacks[0].points[0].frames[std::size_t(slice)];
            const auto frame = loader.loadFrame(ref);
            QVERIFY(frame.has_value());
            const bool atPlace = std::ranges::find(v.sourceSlices, slice) != v.sourceSlices.end();
            exact += atPlace ? 1 : 0;
            const FrameInfo &info = frame->info;
            const auto *samples = reinterpret_cast<const qint16 *>(frame->samples.data());
            double sum = 0;
            int count = 0;
            for (int y = 8; y < 504; y += 4) {
                for (int x = 8; x < 504; x += 4) {
                    const auto &o = *info.orientation;
                    const Vec3 p = *info.position + Vec3{o[0], o[1], o[2]} * (x * (*info.spacing)[1])
                                   + Vec3{o[3], o[4], o[5]} * (y * (*info.spacing)[0]);
                    const double own = samples[y * 512 + x] * info.slope.value_or(1) + info.intercept.value_or(0);
                    const auto value = v.valueAt(p);
                    if (!value || own < -1400)
                        continue;
                    sum += std::abs(std::clamp(*value, -500.0, 500.0) - std::clamp(own, -500.0, 500.0));
                    ++count;
                }
            }
            QVERIFY(count > 5000);
            if (atPlace)
                QVERIFY2(sum / count < 8, qPrintable(QStringLiteral("slice %1: %2 HU").arg(slice).arg(sum / count)));
            else
                QVERIFY2(sum / count < 60, qPrintable(QStringLiteral("slice %1: %2 HU").arg(slice).arg(sum / count)));
        }
        QVERIFY(exact >= 14); // all of the thin slab
    }

    void pet()
    {
        const QString folder = QStringLiteral("ohif/acrin-petct/PT_61081015");
        const RealSeries series(folder);
        const Suv suv = suvOf(series.images);
        QVERIFY2(suv.factor.has_value(), qPrintable(suv.reason));
        // Real World Value Mapping objects of another program come with this series and give the same factor.
        QVERIFY2(std::abs(*suv.factor - 0.00042111) < 1e-8, qPrintable(QString::number(*suv.factor, 'g', 9)));
        const auto stacks = layOut(series.images);
        QCOMPARE(stacks.size(), 1U);
        QVERIFY(stacks[0].geometry.regular()); // once 3.29 mm instead of 3.27
        const auto loaded = series.load(stacks[0]);
        QVERIFY(loaded.has_value());
        m_volumes.insert(folder, *loaded);
        const Volume &v = **loaded;
        QCOMPARE(v.units, QStringLiteral("SUVbw"));
        QCOMPARE(v.type, SampleType::F32);
        const QList<double> points{-58.59375, -49.21875,  -163.979996, 1263.055894, -128.90625,  82.03125,
                                   28.969999, 633.154272, 124.21875,   -72.65625,   -105.120003, 893.8416,
                                   105.46875, -105.46875, -356.930023, 700.114162};
        for (qsizetype i = 0; i + 3 < points.size(); i += 4) {
            const double value = nearest(v, {points[i], points[i + 1], points[i + 2]});
            QVERIFY(std::abs(value / (points[i + 3] * *suv.factor) - 1) < 1e-5);
        }
        QVERIFY(v.range[1] > 3 && v.range[1] < 60);
    }

    // Not corrected for attenuation: relative counts. It says why there is no SUV.
    void petWithoutSuv()
    {
        const RealSeries series(QStringLiteral("ohif/acrin-petct/PT_10462754"));
        const VolumePtr volume = series.volume();
        QVERIFY(volume);
        QCOMPARE(volume->units, QStringLiteral("PROPCNTS"));
        QCOMPARE(volume->unitsNote, QStringLiteral("units:PROPCNTS"));
    }

    // The PET and the CT of one examination lie on each other.
    void petOverCt()
    {
        const VolumePtr ct = volumeOf(QStringLiteral("ohif/acrin-petct/CT_94858561"));
        const VolumePtr pet = volumeOf(QStringLiteral("ohif/acrin-petct/PT_61081015"));
        QVERIFY(ct && pet);
        QCOMPARE(ct->frameOfReference, pet->frameOfReference);
        double inside = 0;
        double outside = 0;
        int insideCount = 0;
        int outsideCount = 0;
        for (int z = 20; z < 120; z += 5) {
            for (int y = 0; y < 128; y += 2) {
                for (int x = 0; x < 128; x += 2) {
                    const Vec3 p = pet->indexToPatient.point({double(x), double(y), double(z)});
                    const auto hu = ct->valueAt(p);
                    if (!hu)
                        continue;
                    (*hu > -200 ? inside : outside) += pet->value(x, y, z);
                    ++(*hu > -200 ? insideCount : outsideCount);
                }
            }
        }
        QVERIFY(insideCount > 1000 && outsideCount > 1000);
        QVERIFY(inside / insideCount > 5 * outside / outsideCount);
    }

    // The same three slices as three instances and as one.
    void multiFrameEqualsSingleFrames()
    {
        const VolumePtr single = RealSeries(QStringLiteral("dcmqi/data/segmentations/24x38x3/image")).volume();
        const VolumePtr multi = RealSeries(QStringLiteral("dcmqi/data/segmentations/24x38x3/multiframe")).volume();
        QVERIFY(single && multi);
        QCOMPARE(single->size, multi->size);
        QVERIFY(single->data == multi->data);
        for (std::size_t axis = 0; axis < 3; ++axis)
            QVERIFY(length(single->indexToPatient.columns[axis] - multi->indexToPatient.columns[axis]) < 1e-6);
        QVERIFY(length(single->indexToPatient.translation - multi->indexToPatient.translation) < 1e-6);
    }

    // Everything there is: no frame is lost in any series, and every volume loads.
    void allSeries()
    {
        std::map<QString, std::unique_ptr<RealSeries>> all;
        for (const QString &name : Chartline::Imaging::Test::sharedFiles()) {
            auto file = PixelFile::open(PixelFile::sharedFolder() + QLatin1Char('/') + name);
            if (!file)
                continue;
            auto &series = all[file->image.series];
            if (!series)
                series = std::make_unique<RealSeries>();
            series->images.push_back(std::move(file->image));
            series->bytes.push_back(std::move(file->bytes));
        }
        QVERIFY(all.size() > 50);
        int volumes = 0;
        for (const auto &[uid, series] : all) {
            int expected = 0;
            int instances = 0;
            const UniqueInstances unique = uniqueInstances(series->images);
            for (std::size_t i = 0; i < unique.kept.size(); ++i) {
                const ImageDescription &image = series->images[std::size_t(unique.kept[i])];
                expected += image.modality == QLatin1StringView("SEG") ? 0 : image.frames;
                instances += 1 + unique.copies[i];
            }
            QCOMPARE(instances, int(series->images.size()));
            int found = 0;
            for (const Stack &stack : layOut(series->images)) {
                found += stack.frames();
                // The long ones are loaded above.
                if (stack.kind != Stack::Kind::Volume || stack.frames() > 60)
                    continue;
                const auto loaded = series->load(stack);
                QVERIFY2(loaded.has_value(), qPrintable(uid));
                QVERIFY((*loaded)->indexToPatient.determinant() > 0);
                QVERIFY((*loaded)->range[0] <= (*loaded)->range[1]);
                QCOMPARE(qint64((*loaded)->data.size()), (*loaded)->voxels() * bytesOf((*loaded)->type));
                ++volumes;
            }
            QVERIFY2(found == expected, qPrintable(QStringLiteral("%1: %2 of %3").arg(uid).arg(found).arg(expected)));
        }
        qInfo("%d volumes of %lld series", volumes, qint64(all.size()));
        QVERIFY(volumes >= 15);
    }
};

QTEST_APPLESS_MAIN(TestVolumeReal)
#include "tst_volume_real.moc"
