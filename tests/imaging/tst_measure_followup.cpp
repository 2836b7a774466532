// SPDX-License-Identifier: Apache-2.0
#include "measure/FollowUpMath.h"

#include <QTest>
#include <cmath>
#include <limits>
#include <numbers>

using namespace Chartline::Imaging;

class TestMeasureFollowUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changes();
    void volumes();
    void doublingTimes_data();
    void doublingTimes();
    void sums();
    void sumsOfNothing();
};

void TestMeasureFollowUp::changes()
{
    QVERIFY(std::abs(*FollowUp::percentChange(5.8, 9.4) - 62.069) < 1e-3);
    QVERIFY(std::abs(*FollowUp::percentChange(10, 7) + 30) < 1e-9);
    QVERIFY(!FollowUp::percentChange(0, 7));
    QVERIFY(!FollowUp::percentChange(-1, 7));
    QVERIFY(!FollowUp::percentChange(std::nan(""), 7));
    QVERIFY(!FollowUp::percentChange(1, std::numeric_limits<double>::infinity()));
}

void TestMeasureFollowUp::volumes()
{
    QVERIFY(std::abs(FollowUp::sphereVolume(10) - 523.5988) < 1e-3);
    QVERIFY(std::abs(FollowUp::ellipsoidVolume(12, 10, 8) - std::numbers::pi / 6 * 960) < 1e-9);
    QVERIFY(std::abs(FollowUp::volumeOfAxes(12, 8) - FollowUp::ellipsoidVolume(12, 8, 8)) < 1e-9);
}

void TestMeasureFollowUp::doublingTimes_data()
{
    QTest::addColumn<double>("v1");
    QTest::addColumn<double>("v2");
    QTest::addColumn<double>("days");
    QTest::addColumn<double>("expected"); // 0: cannot be said
    QTest::newRow("doubled") << 100.0 << 200.0 << 90.0 << 90.0;
    QTest::newRow("eightfold: the diameter doubled") << 100.0 << 800.0 << 300.0 << 100.0;
    QTest::newRow("halved") << 200.0 << 100.0 << 50.0 << -50.0;
    // 5.8 to 9.4 mm in 439 days: 439 · ln 2 / (3 · ln(9.4 / 5.8)) = 210.07
    QTest::newRow("the sketch") << FollowUp::sphereVolume(5.8) << FollowUp::sphereVolume(9.4) << 439.0 << 210.07;
    QTest::newRow("the same") << 100.0 << 100.05 << 50.0 << 0.0;
    QTest::newRow("no time") << 100.0 << 200.0 << 0.0 << 0.0;
    QTest::newRow("backwards") << 100.0 << 200.0 << -5.0 << 0.0;
    QTest::newRow("nothing before") << 0.0 << 200.0 << 5.0 << 0.0;
    QTest::newRow("gone") << 100.0 << 0.0 << 5.0 << 0.0;
    QTest::newRow("not a number") << 100.0 << std::nan("") << 5.0 << 0.0;
}

void TestMeasureFollowUp::doublingTimes()
{
    QFETCH(const double, v1);
    QFETCH(const double, v2);
    QFETCH(const double, days);
    QFETCH(const double, expected);
    const auto time = FollowUp::doublingTime(v1, v2, days);
    QCOMPARE(time.has_value(), expected != 0);
    if (time)
        QVERIFY2(std::abs(*time - expected) < 0.01, qPrintable(QString::number(*time)));
}

void TestMeasureFollowUp::sums()
{
    const auto sums = FollowUp::sumsOf({{20.0, 30.0}, {15.0, 20.0}, {15.0, std::nullopt}, {20.0, 22.0}});
    QCOMPARE(sums.size(), 4);
    QVERIFY(sums[0].complete && !sums[0].percentOfFirst && !sums[0].nadir);
    QCOMPARE(sums[0].mm, 50);
    QVERIFY(std::abs(*sums[1].percentOfFirst + 30) < 1e-9);
    QCOMPARE(*sums[1].nadir, 50);
    // One was not measured: the sum is told, but not compared.
    QCOMPARE(sums[2].mm, 15);
    QCOMPARE(sums[2].findings, 1);
    QVERIFY(!sums[2].complete && !sums[2].percentOfFirst && !sums[2].percentOfNadir);
    // Below the first, and yet risen from the smallest.
    QVERIFY(std::abs(*sums[3].percentOfFirst + 16) < 1e-9);
    QCOMPARE(*sums[3].nadir, 35);
    QVERIFY(std::abs(*sums[3].percentOfNadir - 20) < 1e-9);
    QVERIFY(std::abs(*sums[3].mmOfNadir - 7) < 1e-9);
}

void TestMeasureFollowUp::sumsOfNothing()
{
    QVERIFY(FollowUp::sumsOf({}).isEmpty());
    const auto sums = FollowUp::sumsOf({{}, {}});
    QCOMPARE(sums.size(), 2);
    QVERIFY(!sums[1].complete && !sums[1].percentOfFirst);
}

QTEST_APPLESS_MAIN(TestMeasureFollowUp)
#include "tst_measure_followup.moc"
