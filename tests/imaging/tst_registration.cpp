// SPDX-License-Identifier: Apache-2.0
#include "imaging/RegistrationScans.h"
#include "registration/Registration.h"
#include "registration/Resample.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>
#include <thread>

using namespace Chartline::Imaging;
using namespace Chartline::Imaging::Test;
using namespace Qt::StringLiterals;

namespace {

// Points of a regular grid, 15 mm apart, that lie in lung (-950 to -600 HU; the air around the body is below).
std::vector<Vec3> lungPoints(const Volume &ct)
{
    std::vector<Vec3> points;
    const auto spacing = ct.spacing();
    const auto every = [&](std::size_t a) { return std::max(1, int(std::lround(15 / spacing[a]))); };
    for (int z = every(2) / 2; z < ct.size[2]; z += every(2)) {
        for (int y = every(1) / 2; y < ct.size[1]; y += every(1)) {
            for (int x = every(0) / 2; x < ct.size[0]; x += every(0)) {
                const double value = ct.value(x, y, z);
                if (value > -950 && value < -600)
                    points.push_back(ct.indexToPatient.point({double(x), double(y), double(z)}));
            }
        }
    }
    return points;
}

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

#ifdef CHARTLINE_SANITIZED
constexpr bool slow = true; // real pairs take most of a minute each
#else
constexpr bool slow = false;
#endif

} // namespace

class TestRegistration : public QObject
{
    Q_OBJECT

private:
    std::map<QString, VolumePtr> m_scans;
    std::optional<FollowUpTruth> m_truth;

    const VolumePtr &scan(const QString &name)
    {
        static const std::map<QString, QString> folders{{u"chest"_s, u"ohif/nlst-ct-143/CT_89952642"_s},
                                                        {u"followUp"_s, u"synthetic/nlst-fu"_s},
                                                        {u"trunk"_s, u"ohif/acrin-petct/CT_94858561"_s},
                                                        {u"pet"_s, u"ohif/acrin-petct/PT_61081015"_s},
                                                        {u"skull"_s, u"dcm_qa_ct/S21570/S2010"_s},
                                                        {u"skullTilted"_s, u"dcm_qa_ct/S21610/S2010"_s},
                                                        {u"head"_s, u"dcm_qa_ct/GE-tilt-variable"_s},
                                                        {u"flair"_s, u"ohif/mr-pdf/MR_30176808"_s},
                                                        {u"t1"_s, u"dcm_qa_xa30/In/5_anat-T1w_acq-tfl"_s},
                                                        {u"kneeSagittal"_s, u"ohif/mister-mr-sr/MR_7063_121"_s},
                                                        {u"kneeCoronal"_s, u"ohif/mister-mr-sr/MR_7063_135"_s}};
        auto &volume = m_scans[name];
        if (!volume)
            volume = loadScan(folders.at(name));
        return volume;
    }
    bool haveScans() const { return m_truth.has_value(); }

private Q_SLOTS:
    void initTestCase()
    {
        silenceDcmtk();
        m_truth = FollowUpTruth::read();
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
        if (!haveScans())
            QSKIP("The shared scans are not here.");
        QFETCH(bool, baselineIsFixed);
        QFETCH(QString, change);
        Volume chest = *scan(u"chest"_s);
        Volume later = *scan(u"followUp"_s);
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
        const auto points = lungPoints(baselineIsFixed ? *scan(u"chest"_s) : *scan(u"followUp"_s));
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
        if (!haveScans())
            QSKIP("The shared scans are not here.");
        const Volume &later = *scan(u"followUp"_s);
        const auto alignment = align(later, *scan(u"chest"_s));
        QVERIFY(alignment && alignment->accepted);
        QElapsedTimer timer;
        timer.start();
        const auto prior = resampleLike(*scan(u"chest"_s), alignment->fixedToMoving, later);
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
        const auto all = differenceStatistics(**prior, later);
        QVERIFY(all && all->voxels > 5'000'000);
        qInfo("%lld voxels, mean %.1f HU, mean absolute %.1f HU, deviation %.1f HU", all->voxels, all->mean, all->meanAbsolute,
              all->deviation);
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
        if (!haveScans())
            QSKIP("The shared scans are not here.");
        QFETCH(QString, name);
        QFETCH(QList<double>, movement);
        QFETCH(bool, resample);
        const Volume &fixed = *scan(name);
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
        if (!haveScans())
            QSKIP("The shared scans are not here.");
        QFETCH(QString, fixedName);
        QFETCH(QString, movingName);
        QFETCH(double, within);
        const Volume &fixed = *scan(fixedName);
        const Volume moving = fixedName == movingName ? noisy(*scan(movingName), 25) : *scan(movingName);
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
        if (!haveScans() || slow)
            QSKIP("Needs the shared scans, and time.");
        const Volume &fixed = *scan(u"chest"_s);
        const Affine truth = rigid({3, -4, 5}, {40, -30, 180}, centerOf(fixed));
        Volume moving = movedTo(noisy(fixed, 20), truth);
        moving.frameOfReference = fixed.frameOfReference;
        const auto alignment = align(fixed, moving);
        QVERIFY(alignment && alignment->accepted);
        QVERIFY(errorOver(boxPoints(fixed, 80), alignment->fixedToMoving, truth).most <= 0.6);
    }

    void unrelated_data()
    {
        QTest::addColumn<QString>("fixedName");
        QTest::addColumn<QString>("movingName");
        const auto row = [](const QString &fixed, const QString &moving) {
            QTest::newRow(qPrintable(fixed + u", "_s + moving)) << fixed << moving;
        };
        row(u"skull"_s, u"chest"_s);
        if (slow)
            return;
        row(u"chest"_s, u"head"_s);
        row(u"head"_s, u"chest"_s);
        row(u"chest"_s, u"trunk"_s); // another person's chest and belly
        row(u"trunk"_s, u"followUp"_s);
        row(u"head"_s, u"skullTilted"_s);
        row(u"flair"_s, u"chest"_s);
        row(u"kneeSagittal"_s, u"flair"_s);
        row(u"t1"_s, u"kneeCoronal"_s);
        row(u"flair"_s, u"t1"_s); // two persons' heads
        row(u"pet"_s, u"chest"_s);
    }
    void unrelated()
    {
        if (!haveScans())
            QSKIP("The shared scans are not here.");
        QFETCH(QString, fixedName);
        QFETCH(QString, movingName);
        const auto alignment = align(*scan(fixedName), *scan(movingName));
        QVERIFY(alignment.has_value());
        qInfo("%s", qPrintable(words(*alignment)));
        QVERIFY(!alignment->accepted);
        QVERIFY(alignment->why == FailureCode::TooLittleOverlap || alignment->why == FailureCode::NotAligned);
        QVERIFY(!alignment->detail.isEmpty());
    }

    // Parts of one body that do not touch, a body upside down, and one seen in a mirror.
    void otherPartsOfTheSameBody_data()
    {
        QTest::addColumn<QString>("change");
        QTest::newRow("top and bottom") << u"apart"_s;
        QTest::newRow("upside down") << u"upside down"_s;
        QTest::newRow("mirrored") << u"mirrored"_s;
    }
    void otherPartsOfTheSameBody()
    {
        if (!haveScans() || slow)
            QSKIP("Needs the shared scans, and time.");
        QFETCH(QString, change);
        Volume fixed = *scan(u"trunk"_s);
        Volume moving = fixed;
        if (change == u"apart") {
            moving = cut(fixed, 2, 92, 135);
            fixed = cut(fixed, 2, 0, 45);
        } else {
            // The voxels the other way round on the same grid.
            const std::size_t axis = change == u"mirrored" ? 0 : 2;
            Affine turned;
            turned.columns[axis][axis] = -1;
            turned.translation = centerOf(fixed) - turned.direction(centerOf(fixed));
            moving = **resampleLike(fixed, turned, fixed);
        }
        moving.frameOfReference = u"1.2.3.4"_s;
        const auto alignment = align(fixed, moving);
        QVERIFY(alignment.has_value());
        qInfo("%s", qPrintable(words(*alignment)));
        QVERIFY(!alignment->accepted);
    }

    // Breath held elsewhere, arms down: the rest is aligned, and the error says that not all is.
    void localChange_data()
    {
        QTest::addColumn<QList<double>>("push"); // where (parts of the volume), by what (mm), how wide (mm)
        QTest::addColumn<double>("leastError");
        QTest::newRow("small") << QList<double>{0.3, 0.5, 0.5, 0, 0, 8, 30} << 0.2;
        QTest::newRow("diaphragm") << QList<double>{0.7, 0.5, 0.2, 0, 0, 15, 60} << 3.0;
        QTest::newRow("chest wall") << QList<double>{0.5, 0.2, 0.4, 0, -12, 0, 60} << 2.0;
    }
    void localChange()
    {
        if (!haveScans() || slow)
            QSKIP("Needs the shared scans, and time.");
        QFETCH(QList<double>, push);
        QFETCH(double, leastError);
        const Volume fixed = coarser(*scan(u"chest"_s), 2, 1);
        const Affine truth = rigid({2, -3, 4}, {12, -9, 30}, centerOf(fixed));
        const Vec3 where =
            fixed.indexToPatient.point({push[0] * fixed.size[0], push[1] * fixed.size[1], push[2] * fixed.size[2]});
        const Volume moving = movedTo(noisy(pushed(fixed, where, {push[3], push[4], push[5]}, push[6]), 15), truth);
        const auto alignment = align(fixed, moving);
        QVERIFY(alignment.has_value());
        std::vector<Vec3> untouched;
        for (const Vec3 &p : lungPoints(fixed)) {
            if (length(p - where) > 2.5 * push[6])
                untouched.push_back(p);
        }
        const Error error = errorOver(untouched, alignment->fixedToMoving, truth);
        qInfo("mean %.2f mm, at most %.2f mm over %zu points away from the change; %s", error.mean, error.most,
              untouched.size(), qPrintable(words(*alignment)));
        QVERIFY(alignment->accepted);
        QVERIFY(error.most < 1.5);
        QVERIFY(alignment->errorMm > leastError);
    }

    void cancel_data()
    {
        QTest::addColumn<int>("after"); // ms; negative: before it begins
        for (const int after : {-1, 0, 30, 100, 200, 400, 700, 1000, 1400, 1800})
            QTest::addRow("%d ms", after) << after;
    }
    void cancel()
    {
        if (!haveScans() || slow)
            QSKIP("Needs the shared scans, and time.");
        QFETCH(int, after);
        std::atomic_bool cancelled{after < 0};
        RegistrationOptions options;
        options.cancel = &cancelled;
        QElapsedTimer timer;
        qint64 asked = 0;
        timer.start();
        const std::jthread other([&] {
            QThread::msleep(after > 0 ? unsigned(after) : 0);
            asked = timer.elapsed();
            cancelled = true;
        });
        const auto alignment = align(*scan(u"followUp"_s), *scan(u"chest"_s), options);
        const qint64 late = timer.elapsed() - asked;
        if (alignment) {
            QVERIFY2(after >= 700, "done before it was told to stop"); // only a much faster machine may be
            return;
        }
        QCOMPARE(alignment.error().code, FailureCode::Cancelled);
        qInfo("stopped after %lld ms", late);
        QVERIFY(late < 1000); // 200 on a machine that does nothing else
    }
};

QTEST_APPLESS_MAIN(TestRegistration)
#include "tst_registration.moc"
