// SPDX-License-Identifier: Apache-2.0
#include "imaging/RegistrationPhantom.h"
#include "registration/Resample.h"

#include <QTest>
#include <QThread>

using namespace Chartline::Imaging;
using namespace Chartline::Imaging::Test;
using namespace Qt::StringLiterals;

// Alignment of made-up bodies: what real scans do not have, and what no scan should.
class TestRegistrationPhantom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phantom_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QList<double>>("movement");
        QTest::addColumn<bool>("sagittal");
        QTest::newRow("I16") << int(SampleType::I16) << QList<double>{3, -4, 5, 12, -8, 30} << false;
        QTest::newRow("F32") << int(SampleType::F32) << QList<double>{-5, 2, 4, -30, 12, -60} << false;
        QTest::newRow("U16") << int(SampleType::U16) << QList<double>{6, 6, -8, 15, 15, 15} << false;
        QTest::newRow("U8") << int(SampleType::U8) << QList<double>{0, 0, 10, -15, 5, 20} << false;
        QTest::newRow("sagittal slices, left-handed")
            << int(SampleType::I16) << QList<double>{4, 4, 4, 10, 10, 10} << true;
    }
    void phantom()
    {
        QFETCH(int, type);
        QFETCH(QList<double>, movement);
        QFETCH(bool, sagittal);
        Phantom fixed;
        Phantom moving;
        const Affine truth =
            rigid({movement[0], movement[1], movement[2]}, {movement[3], movement[4], movement[5]}, {0, 0, 0});
        moving.body = truth;
        moving.toPatient.translation = truth.translation + Vec3{4, -6, 5};
        if (sagittal) {
            moving.size = {80, 60, 96};
            moving.spacing = {3.5, 4, 3.5};
            moving.toPatient.columns = {Vec3{0, 1, 0}, Vec3{0, 0, -1}, Vec3{1, 0, 0}};
        }
        Volume other = moving.volume(SampleType(type));
        other.frameOfReference = u"1.2.3.4"_s;
        const Volume volume = fixed.volume();
        const auto alignment = align(volume, other);
        QVERIFY(alignment.has_value());
        const Error error = errorOver(boxPoints(volume, 60), alignment->fixedToMoving, truth);
        qInfo("mean %.2f mm, at most %.2f mm; %s", error.mean, error.most, qPrintable(words(*alignment)));
        QVERIFY(alignment->accepted);
        QVERIFY(error.most <= 1.0);
    }

    void sameAnswerEveryTime()
    {
        Phantom moved;
        moved.body = rigid({3, -4, 5}, {12, -8, 30}, {0, 0, 0});
        const Volume fixed = Phantom().volume();
        Volume moving = moved.volume();
        moving.frameOfReference.clear();
        RegistrationOptions options;
        options.threads = 2;
        const auto first = align(fixed, moving, options);
        const auto second = align(fixed, moving, options);
        QVERIFY(first && second);
        QCOMPARE(first->fixedToMoving, second->fixedToMoving);
        QCOMPARE(first->metricAfter, second->metricAfter);
        QCOMPARE(first->errorMm, second->errorMm);
        // Sums over other parts differ in the last digits, no more.
        options.threads = 3;
        const auto third = align(fixed, moving, options);
        QVERIFY(third.has_value());
        QVERIFY(errorOver(boxPoints(fixed, 100), third->fixedToMoving, first->fixedToMoving).most < 1e-3);
    }

    void progressRisesToOne()
    {
        std::vector<double> told;
        bool otherThread = false;
        RegistrationOptions options;
        options.progress = [&, here = QThread::currentThread()](double part) {
            told.push_back(part);
            otherThread = otherThread || QThread::currentThread() != here;
        };
        const Volume fixed = Phantom().volume();
        QVERIFY(align(fixed, fixed, options).has_value());
        QVERIFY(told.size() >= 5);
        QVERIFY(std::ranges::is_sorted(told));
        QVERIFY(told.front() > 0 && told.front() < 0.5);
        QCOMPARE(told.back(), 1.0);
        QVERIFY(!otherThread);
    }

    void givenStart()
    {
        const Volume fixed = Phantom().volume();
        Phantom moved;
        moved.body = rigid({2, 2, 2}, {5, 5, 12}, {0, 0, 0});
        Volume moving = moved.volume();
        moving.frameOfReference.clear();
        RegistrationOptions options;
        options.start = rigid({0, 0, 0}, {0, 0, 0}, {0, 0, 0});
        const auto near = align(fixed, moving, options);
        QVERIFY(near && near->accepted);
        QVERIFY(errorOver(boxPoints(fixed, 60), near->fixedToMoving, moved.body).most <= 1.0);
        // Where the caller means a place, no other is looked for; and a wrong one is not accepted.
        options.start = rigid({0, 0, 0}, {0, 0, 150}, {0, 0, 0});
        const auto far = align(fixed, moving, options);
        QVERIFY(far && !far->accepted);
        options.start = rigid({0, 0, 0}, {0, 0, 5000}, {0, 0, 0});
        const auto away = align(fixed, moving, options);
        QVERIFY(away && !away->accepted);
        QCOMPARE(away->why, FailureCode::TooLittleOverlap);
        // A start that is no rigid movement is none.
        for (const double wrong : {2.0, 0.0, -1.0, qQNaN(), qInf()}) {
            options.start = Affine();
            options.start->columns[0][0] = wrong;
            const auto searched = align(fixed, moving, options);
            QVERIFY(searched && searched->accepted);
        }
    }

    void hostile_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QList<int>>("allowed");
        const auto row = [](const char *name, std::initializer_list<FailureCode> codes) {
            QList<int> allowed;
            for (const FailureCode code : codes)
                allowed << int(code);
            QTest::newRow(name) << QString::fromLatin1(name) << allowed;
        };
        row("empty", {FailureCode::Corrupt});
        row("negative size", {FailureCode::Corrupt});
        row("huge size", {FailureCode::TooLarge});
        row("overflowing size", {FailureCode::TooLarge});
        row("too few bytes", {FailureCode::Corrupt});
        row("too many bytes", {FailureCode::Corrupt});
        row("type", {FailureCode::UnsupportedPixels});
        row("slope zero", {FailureCode::Corrupt});
        row("slope not a number", {FailureCode::Corrupt});
        row("all the same", {FailureCode::NotAligned});
        row("all padding", {FailureCode::NotAligned});
        row("all not a number", {FailureCode::NotAligned});
        row("all infinite", {FailureCode::NotAligned});
        row("one slice", {FailureCode::NotAligned});
        row("one voxel", {FailureCode::NotAligned});
        row("flat axes", {FailureCode::NoGeometry});
        row("skewed axes", {FailureCode::NoGeometry});
        row("axes not a number", {FailureCode::NoGeometry});
        row("far away", {FailureCode::NoGeometry});
        row("tiny voxels", {FailureCode::NoGeometry});
    }
    void hostile()
    {
        QFETCH(QString, what);
        QFETCH(QList<int>, allowed);
        Phantom small;
        small.size = {48, 40, 30};
        small.spacing = {7, 7, 8};
        const Volume good = small.volume();
        Volume bad = small.volume(what.contains(u"all ") ? SampleType::F32 : SampleType::I16);
        spoil(bad, what);
        for (const bool first : {true, false}) {
            const auto alignment = first ? align(bad, good) : align(good, bad);
            QVERIFY(!alignment.has_value());
            QVERIFY2(allowed.contains(int(alignment.error().code)), qPrintable(alignment.error().detail));
        }
        // Resampling stands the same; what is only without structure is resampled.
        const auto onto = resampleLike(bad, Affine(), good);
        QVERIFY(onto.has_value() || onto.error().code != FailureCode::Internal);
    }

    // Half of the values are no numbers, or infinite, or far out of range: what is left is aligned or refused.
    void spoiltValues()
    {
        Phantom moved;
        moved.body = rigid({3, -4, 5}, {12, -8, 20}, {0, 0, 0});
        Volume moving = moved.volume(SampleType::F32);
        moving.frameOfReference.clear();
        auto *values = reinterpret_cast<float *>(moving.data.data());
        const float odd[] = {float(qQNaN()), float(qInf()), -float(qInf()), 3e38F, -3e38F};
        for (qint64 i = 0; i < moving.voxels(); i += 97)
            values[i] = odd[i % 5];
        const Volume fixed = Phantom().volume();
        for (const bool first : {true, false}) {
            const auto alignment = first ? align(fixed, moving) : align(moving, fixed);
            QVERIFY(alignment.has_value());
            for (const Vec3 &column : alignment->fixedToMoving.columns)
                QVERIFY(std::isfinite(length(column)));
        }
    }

private:
    static void spoil(Volume &volume, const QString &what);
};

void TestRegistrationPhantom::spoil(Volume &volume, const QString &what)
{
    Affine &grid = volume.indexToPatient;
    const auto fill = [&](float value) {
        std::ranges::fill_n(reinterpret_cast<float *>(volume.data.data()), volume.voxels(), value);
    };
    const std::map<QString, std::function<void()>> spoilers{
        {u"empty"_s, [&] { volume = Volume(); }},
        {u"negative size"_s, [&] { volume.size[1] = -40; }},
        {u"huge size"_s, [&] { volume.size = {65536, 65536, 65536}; }},
        {u"overflowing size"_s, [&] { volume.size = {INT_MAX, INT_MAX, INT_MAX}; }},
        {u"too few bytes"_s, [&] { volume.data.resize(volume.data.size() - 1); }},
        {u"too many bytes"_s, [&] { volume.data.resize(volume.data.size() + 2); }},
        {u"type"_s, [&] { volume.type = SampleType::F64; }},
        {u"slope zero"_s, [&] { volume.slope = 0; }},
        {u"slope not a number"_s, [&] { volume.slope = qQNaN(); }},
        {u"all the same"_s, [&] { fill(40); }},
        {u"all padding"_s, [&] { fill(40), volume.padding = 40; }},
        {u"all not a number"_s, [&] { fill(float(qQNaN())); }},
        {u"all infinite"_s, [&] { fill(float(qInf())); }},
        {u"one slice"_s, [&] { volume = cut(volume, 2, 10, 11); }},
        {u"one voxel"_s, [&] { volume = cut(cut(cut(volume, 2, 9, 10), 1, 9, 10), 0, 9, 10); }},
        {u"flat axes"_s, [&] { grid.columns[2] = {0, 0, 0}; }},
        {u"skewed axes"_s, [&] { grid.columns[2] = {0, 5, 8}; }},
        {u"axes not a number"_s, [&] { grid.columns[1][1] = qQNaN(); }},
        {u"far away"_s, [&] { grid.translation[0] = 1e9; }},
        {u"tiny voxels"_s, [&] { grid.columns[0] = {1e-9, 0, 0}; }},
    };
    spoilers.at(what)();
}

QTEST_APPLESS_MAIN(TestRegistrationPhantom)
#include "tst_registration_phantom.moc"
