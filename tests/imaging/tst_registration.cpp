// SPDX-License-Identifier: Apache-2.0
#include "imaging/RegistrationScans.h"
#include "registration/Registration.h"
#include "registration/Resample.h"
#include "scene/SliceColors.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>
#include <ctime>
#include <thread>

using namespace Chartline::Imaging;
using namespace Chartline::Imaging::Test;
using namespace Qt::StringLiterals;

namespace {

// Both have a value there.
double differenceAround(const Volume &first, const Volume &second, const Vec3 &middle, double radius)
{
    double sum = 0;
    int count = 0;
    for (double x = -radius; x <= radius; x += 1) {
        for (double y = -radius; y <= radius; y += 1) {
            for (double z = -radius; z <= radius; z += 1) {
                const Vec3 p = middle + Vec3{x, y, z};
                const auto a = first.valueAt(p);
                const auto b = second.valueAt(p);
                if (!a || !b || x * x + y * y + z * z > radius * radius)
                    continue;
                sum += *b - *a;
                ++count;
            }
        }
    }
    return count > 0 ? sum / count : 0;
}

// How orange (more than before) a pixel is, or how blue (less): -1…1.
double warmth(quint32 pixel)
{
    return (int((pixel >> 16) & 0xff) - int(pixel & 0xff)) / 255.0;
}

// Both studies on one plane through a point, axial, a millimetre a pixel, and the picture of their difference.
struct DifferencePicture
{
    static constexpr int side = 360;
    SliceValues now;
    SliceValues before;
    std::vector<quint32> pixels = std::vector<quint32>(std::size_t(side) * side);

    DifferencePicture(const Volume &later, const Volume &prior, const Affine &toPrior, const Vec3 &through)
    {
        SlicePlane plane;
        plane.center = through;
        plane.width = plane.height = side;
        SampleOptions aligned;
        aligned.toVolume = toPrior;
        now = sampleSlice(later, plane).value_or(SliceValues());
        before = sampleSlice(prior, plane, aligned).value_or(SliceValues());
        Shading lung;
        lung.window.center = -600;
        lung.window.width = 1500;
        difference(now, lung, before, 600, pixels, side);
    }
    [[nodiscard]] bool isSound() const { return now.width == side && before.width == side; }
    // Mean over a disc, pixels from the middle.
    [[nodiscard]] double warmthAt(int x, int y, int radius) const
    {
        double sum = 0;
        int count = 0;
        for (int dy = -radius; dy <= radius; ++dy) {
            for (int dx = -radius; dx <= radius; ++dx) {
                if (dx * dx + dy * dy > radius * radius)
                    continue;
                sum += warmth(pixels[std::size_t((side / 2 + y + dy) * side + side / 2 + x + dx)]);
                ++count;
            }
        }
        return sum / count;
    }
};

} // namespace

class TestRegistration : public QObject
{
    Q_OBJECT

private:
    Scans m_scan;
    std::optional<FollowUpTruth> m_truth;

private Q_SLOTS:
    void initTestCase()
    {
        silenceDcmtk();
        m_truth = FollowUpTruth::read();
        QVERIFY(m_truth || !Scans::there());
    }

    // The synthetic follow-up: 4 mm slices instead of 2, other pixels, another frame of reference, a known movement.
    void followUp_data()
    {
        QTest::addColumn<bool>("baselineIsFixed");
        QTest::addColumn<QString>("change");
        QTest::newRow("prior to follow-up") << false << u""_s;
        if (slow)
            return;
        QTest::newRow("follow-up to prior") << true << u""_s;
        QTest::newRow("upper half of the prior") << false << u"half"_s;
        QTest::newRow("lower third of the follow-up") << true << u"third"_s;
        QTest::newRow("half against the other half and a bit") << true << u"both halves"_s;
        QTest::newRow("one side cut off") << false << u"side"_s;
        QTest::newRow("another contrast") << false << u"contrast"_s;
        QTest::newRow("coarse and noisy") << false << u"coarse"_s;
    }
    void followUp()
    {
        if (!Scans::there())
            QSKIP("The shared scans are not here.");
        QFETCH(bool, baselineIsFixed);
        QFETCH(QString, change);
        Volume chest = m_scan(u"chest"_s);
        Volume later = m_scan(u"followUp"_s);
        if (change == u"half")
            chest = cut(chest, 2, 70, 143);
        else if (change == u"third")
            later = cut(later, 2, 0, 18);
        else if (change == u"both halves") {
            chest = cut(chest, 2, 60, 143);
            later = cut(later, 2, 0, 35);
        } else if (change == u"side")
            chest = cut(chest, 0, 0, 330);
        else if (change == u"contrast")
            chest = otherContrast(chest);
        else if (change == u"coarse")
            chest = noisy(coarser(chest, 2, 2), 30);
        const Affine truth = baselineIsFixed ? m_truth->baselineToFollowUp : *m_truth->baselineToFollowUp.inverse();
        const Volume &fixed = baselineIsFixed ? chest : later;
        const Volume &moving = baselineIsFixed ? later : chest;
        const auto alignment = align(fixed, moving);
        QVERIFY(alignment.has_value());
        const auto points = lungPoints(baselineIsFixed ? m_scan(u"chest"_s) : m_scan(u"followUp"_s));
        QVERIFY(points.size() > 300);
        const Error error = errorOver(points, alignment->fixedToMoving, truth);
        qInfo("mean %.2f mm, at most %.2f mm over %zu points; %s", error.mean, error.most, points.size(),
              qPrintable(words(*alignment)));
        QVERIFY(alignment->accepted);
        QCOMPARE(alignment->why, FailureCode::None);
        QVERIFY(error.most <= 1.0);
        // What it says of itself is about what it is.
        QVERIFY(std::abs(alignment->errorMm - error.most) < 1.2);
        QVERIFY(alignment->metricAfter < alignment->metricBefore);
        QVERIFY(alignment->overlap > 0.3 && alignment->overlap <= 1);
    }

    // After alignment, what is new stands out, and nothing else does.
    void newNoduleInTheDifference()
    {
        if (!Scans::there())
            QSKIP("The shared scans are not here.");
        const Volume &later = m_scan(u"followUp"_s);
        const auto alignment = align(later, m_scan(u"chest"_s));
        QVERIFY(alignment && alignment->accepted);
        QElapsedTimer timer;
        timer.start();
        const auto prior = resampleLike(m_scan(u"chest"_s), alignment->fixedToMoving, later);
        QVERIFY(prior.has_value());
        qInfo("resampled in %lld ms", timer.elapsed());
        QCOMPARE((*prior)->size, later.size);
        QCOMPARE((*prior)->indexToPatient, later.indexToPatient);
        const double there = differenceAround(**prior, later, m_truth->noduleInFollowUp, 3);
        double elsewhere = 0;
        int spots = 0;
        for (const Vec3 &p : lungPoints(later)) {
            if (length(p - m_truth->noduleInFollowUp) < 15)
                continue;
            elsewhere = std::max(elsewhere, std::abs(differenceAround(**prior, later, p, 3)));
            ++spots;
        }
        qInfo("difference %.0f HU in the nodule, at most %.0f HU at %d other places of the lungs", there, elsewhere,
              spots);
        QVERIFY(there > 400);
        QVERIFY(elsewhere < there / 2);
        // Most of what differs lies outside of the patient, where one scan has air and the other a table or nothing.
        const auto all = differenceStatistics(**prior, later);
        QVERIFY(all && all->voxels > 5'000'000);
        const auto apart = differenceStatistics(**resampleLike(m_scan(u"chest"_s), Affine(), later), later);
        QVERIFY(apart && all->meanAbsolute < apart->meanAbsolute);
    }

    // The same as a person sees it: the nodule is orange in the picture of the difference, and nothing else in the
    // lungs is nearly so. Without the alignment it is one of many.
    void newNoduleInThePicture()
    {
        if (!Scans::there())
            QSKIP("The shared scans are not here.");
        const Volume &later = m_scan(u"followUp"_s);
        const auto alignment = align(later, m_scan(u"chest"_s));
        QVERIFY(alignment && alignment->accepted);
        const Vec3 nodule = m_truth->noduleInFollowUp;
        const auto strongestElsewhere = [&](const DifferencePicture &picture, double least) {
            double most = 0;
            int above = 0;
            int discs = 0;
            for (int y = -150; y <= 150; y += 4) {
                for (int x = -150; x <= 150; x += 4) {
                    const auto at = std::size_t((DifferencePicture::side / 2 + y) * DifferencePicture::side
                                                + DifferencePicture::side / 2 + x);
                    const float value = picture.now.values[at];
                    if (x * x + y * y < 15 * 15 || !(value > -950 && value < -600))
                        continue;
                    const double warm = picture.warmthAt(x, y, 3);
                    most = std::max(most, warm);
                    above += warm > least ? 1 : 0;
                    ++discs;
                }
            }
            return std::tuple(most, above, discs);
        };
        const DifferencePicture aligned(later, m_scan(u"chest"_s), alignment->fixedToMoving, nodule);
        QVERIFY(aligned.isSound());
        const double there = aligned.warmthAt(0, 0, 3);
        const auto [elsewhere, above, discs] = strongestElsewhere(aligned, there / 2);
        const DifferencePicture apart(later, m_scan(u"chest"_s), Affine(), nodule);
        QVERIFY(apart.isSound());
        const auto apartAbove = std::get<1>(strongestElsewhere(apart, there / 2));
        qInfo(
            "orange %.2f in the nodule, at most %.2f in %d other discs of lung, %d of them half as much (%d where not "
            "aligned)",
            there, elsewhere, discs, above, apartAbove);
        QVERIFY(discs > 500);
        QVERIFY(there > 0.4);
        QCOMPARE(above, 0);
        QVERIFY(apartAbove > 5);
    }

    void knownMovements_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QList<double>>("movement"); // degrees, mm
        QTest::addColumn<bool>("resample");
        QTest::newRow("chest, all positive") << u"chest"_s << QList<double>{8, 8, 8, 15, 15, 15} << false;
        if (slow)
            return;
        QTest::newRow("chest, mixed") << u"chest"_s << QList<double>{-8, 6, -8, 15, -15, -15} << true;
        QTest::newRow("chest, far away") << u"chest"_s << QList<double>{2, 0, -3, 400, -250, 1700} << false;
        QTest::newRow("head MR, nodding") << u"t1"_s << QList<double>{20, -5, 6, 15, 20, 60} << true;
        QTest::newRow("head CT") << u"head"_s << QList<double>{-8, 8, 5, -15, 15, 30} << true;
    }
    void knownMovements()
    {
        if (!Scans::there())
            QSKIP("The shared scans are not here.");
        QFETCH(QString, name);
        QFETCH(QList<double>, movement);
        QFETCH(bool, resample);
        const Volume &fixed = m_scan(name);
        const Affine truth =
            rigid({movement[0], movement[1], movement[2]}, {movement[3], movement[4], movement[5]}, centerOf(fixed));
        Volume moving = movedTo(fixed, truth);
        if (resample) {
            // Onto the upright grid at the new place: no voxel keeps its value.
            Volume grid = fixed;
            grid.indexToPatient.translation =
                fixed.indexToPatient.translation + Vec3{movement[3] + 3.3, movement[4] - 4.1, movement[5] + 2.7};
            grid.frameOfReference = moving.frameOfReference;
            const auto result = resampleLike(fixed, *truth.inverse(), grid);
            QVERIFY(result.has_value());
            moving = **result;
        }
        moving = noisy(moving, 15);
        const auto alignment = align(fixed, moving);
        QVERIFY(alignment.has_value());
        const Error error = errorOver(boxPoints(fixed, 60), alignment->fixedToMoving, truth);
        qInfo("mean %.2f mm, at most %.2f mm; %s", error.mean, error.most, qPrintable(words(*alignment)));
        QVERIFY(alignment->accepted);
        QVERIFY(error.most <= 0.6);
        QVERIFY(alignment->errorMm < 1.5);
    }

    void sameFrameOfReference_data()
    {
        QTest::addColumn<QString>("fixedName");
        QTest::addColumn<QString>("movingName");
        QTest::addColumn<double>("within"); // mm
        QTest::newRow("phantom, upright and tilted") << u"skull"_s << u"skullTilted"_s << 1.5;
        if (slow)
            return;
        QTest::newRow("phantom, the other way round") << u"skullTilted"_s << u"skull"_s << 1.5;
        QTest::newRow("knee, two planes") << u"kneeSagittal"_s << u"kneeCoronal"_s << 1.5;
        QTest::newRow("chest with noise") << u"chest"_s << u"chest"_s << 0.2;
    }
    void sameFrameOfReference()
    {
        if (!Scans::there())
            QSKIP("The shared scans are not here.");
        QFETCH(QString, fixedName);
        QFETCH(QString, movingName);
        QFETCH(double, within);
        const Volume &fixed = m_scan(fixedName);
        const Volume moving = fixedName == movingName ? noisy(m_scan(movingName), 25) : m_scan(movingName);
        QCOMPARE(fixed.frameOfReference, moving.frameOfReference);
        const auto alignment = align(fixed, moving);
        QVERIFY(alignment.has_value());
        const Error error = errorOver(boxPoints(fixed, 40), alignment->fixedToMoving, Affine());
        qInfo("mean %.2f mm, at most %.2f mm from where it was; %s", error.mean, error.most,
              qPrintable(words(*alignment)));
        QVERIFY(alignment->accepted);
        QVERIFY(error.most <= within);
    }

    // The frame of reference says the same, and it is not true.
    void falseFrameOfReference()
    {
        if (!Scans::there() || slow)
            QSKIP("Needs the shared scans, and time.");
        const Volume &fixed = m_scan(u"chest"_s);
        const Affine truth = rigid({3, -4, 5}, {40, -30, 180}, centerOf(fixed));
        Volume moving = movedTo(noisy(fixed, 20), truth);
        moving.frameOfReference = fixed.frameOfReference;
        const auto alignment = align(fixed, moving);
        QVERIFY(alignment && alignment->accepted);
        QVERIFY(errorOver(boxPoints(fixed, 80), alignment->fixedToMoving, truth).most <= 0.6);
    }

    void cancel_data()
    {
        QTest::addColumn<int>("after"); // ms; negative: before it begins
        for (const int after : {-1, 0, 30, 100, 200, 400, 700, 1000, 1400, 1800})
            QTest::addRow("%d ms", after) << after;
    }
    void cancel()
    {
        if (!Scans::there() || slow)
            QSKIP("Needs the shared scans, and time.");
        QFETCH(int, after);
        std::atomic_bool cancelled{after < 0};
        RegistrationOptions options;
        options.cancel = &cancelled;
        const Volume &fixed = m_scan(u"followUp"_s);
        const Volume &moving = m_scan(u"chest"_s);
        // The processor's time of all threads, as other programs may keep this one waiting.
        std::clock_t asked = std::clock();
        const std::jthread other([&] {
            QThread::msleep(after > 0 ? unsigned(after) : 0);
            asked = std::clock();
            cancelled = true;
        });
        const auto alignment = align(fixed, moving, options);
        const double late = double(std::clock() - asked) / CLOCKS_PER_SEC;
        if (alignment) {
            QVERIFY2(after >= 700, "done before it was told to stop"); // only a much faster machine may be
            return;
        }
        QCOMPARE(alignment.error().code, FailureCode::Cancelled);
        qInfo("stopped after %.2f s of work", late);
        QVERIFY(late < 0.8); // 0.2 s of two threads
    }
};

QTEST_APPLESS_MAIN(TestRegistration)
#include "tst_registration.moc"
