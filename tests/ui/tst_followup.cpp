// SPDX-License-Identifier: Apache-2.0
#include "imaging/FollowUp.h"
#include "imaging/FollowUpChart.h"
#include "imaging/FollowUpPanel.h"
#include "imaging/MeasureEdit.h"
#include "imaging/MeasureExport.h"
#include "imaging/MeasureText.h"
#include "measure/MeasureGeometry.h"

#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QtTest>
#include <cmath>

using namespace Chartline;
using namespace Chartline::Ui;
using namespace Qt::StringLiterals;
using Imaging::dot;
using Imaging::Figure;
using Imaging::MeasureKind;
using Imaging::Vec3;
using Points = std::vector<Vec3>;

namespace {

StudyInfo study(const QString &uid, const QString &date)
{
    StudyInfo info;
    info.uid = uid;
    info.start = PartialDate::parse(date);
    return info;
}

MeasureItem sized(const QString &uid, const QString &study, const QString &finding, double longAxis, double shortAxis,
                  const QString &unit = u"mm"_s)
{
    MeasureItem item;
    item.stored.uid = uid;
    item.stored.study = study;
    item.stored.finding = finding;
    item.shape.kind = shortAxis > 0 ? MeasureKind::Bidirectional : MeasureKind::Length;
    if (shortAxis > 0)
        item.figures = {{Figure::Kind::LongAxis, longAxis, unit}, {Figure::Kind::ShortAxis, shortAxis, unit}};
    else
        item.figures = {{Figure::Kind::Length, longAxis, unit}};
    return item;
}

StoredFinding finding(const QString &uid, StoredFinding::Role role = StoredFinding::Role::LongestDiameter)
{
    StoredFinding result;
    result.uid = uid;
    result.name = uid.toUpper();
    result.role = role;
    return result;
}

const QList<StudyInfo> s_studies{study(u"1"_s, u"2024-05-08"_s), study(u"2"_s, u"2025-05-26T10:00:00"_s),
                                 study(u"3"_s, u"2026-08-08"_s), study(u"4"_s, u"2026"_s)};

double side(const Vec3 &a, const Vec3 &b)
{
    return Imaging::length(a - b);
}

} // namespace

// What follows from measurements, and how their points follow the mouse; without a window or a vault.
class TestFollowUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findingThroughStudies();
    void nodesByTheirShortAxis();
    void whatHasNoSizeIsCounted();
    void sums();
    void chartAndTable();
    void bidirectionalKeepsItsRightAngle();
    void ellipseKeepsTheOtherEnd();
    void rectangleKeepsTheOtherCorner();
    void boxesLieAsTheViewDoes();
    void textsOfFigures_data();
    void textsOfFigures();
    void namesAndDatesForReports();
};

void TestFollowUp::findingThroughStudies()
{
    // Not in order, and twice in one study: the largest counts.
    const QList<MeasureItem> items{sized(u"c"_s, u"3"_s, u"f"_s, 9.4, 0), sized(u"a"_s, u"1"_s, u"f"_s, 5.1, 0),
                                   sized(u"b"_s, u"2"_s, u"f"_s, 5.8, 0), sized(u"d"_s, u"2"_s, u"f"_s, 3, 0),
                                   sized(u"e"_s, u"3"_s, QString(), 50, 0)};
    const auto followed = Follow::findings(items, {finding(u"f"_s)}, s_studies);
    QCOMPARE(followed.size(), 1);
    const FollowedFinding &f = followed.first();
    QCOMPARE(f.sizes.size(), 3);
    QCOMPARE(f.sizes[0].mm, 5.1);
    QCOMPARE(f.sizes[1].measurement, u"b"_s);
    QCOMPARE(f.sizes[2].mm, 9.4);
    QCOMPARE(*f.days, 439);
    QVERIFY(std::abs(*f.percent - 62.07) < 0.01);
    QVERIFY(std::abs(*f.doublingDays - 210.07) < 0.01);
    const QString words = FollowUpPanel::summary(f);
    QVERIFY2(words.contains(u"+62 %"_s) && words.contains(u"439"_s) && words.contains(u"210 d"_s), qPrintable(words));
}

void TestFollowUp::nodesByTheirShortAxis()
{
    const QList<MeasureItem> items{sized(u"a"_s, u"1"_s, u"n"_s, 20, 12), sized(u"b"_s, u"2"_s, u"n"_s, 21, 9),
                                   sized(u"c"_s, u"3"_s, u"n"_s, 30, 0)};
    const auto followed = Follow::findings(items, {finding(u"n"_s, StoredFinding::Role::ShortAxis)}, s_studies);
    QCOMPARE(followed.first().sizes.size(), 2);
    QCOMPARE(followed.first().without, 1); // a length has no short axis
    QVERIFY(std::abs(*followed.first().percent + 25) < 1e-9);
    QVERIFY(*followed.first().doublingDays < 0);
    QVERIFY(FollowUpPanel::summary(followed.first()).contains(u"−25 %"_s));
}

void TestFollowUp::whatHasNoSizeIsCounted()
{
    MeasureItem angle = sized(u"x"_s, u"1"_s, u"f"_s, 5, 0);
    angle.figures = {{Figure::Kind::Angle, 40, u"deg"_s}};
    const QList<MeasureItem> items{angle, sized(u"a"_s, u"1"_s, u"f"_s, 5, 0, u"px"_s),
                                   sized(u"b"_s, u"4"_s, u"f"_s, 5, 0), sized(u"c"_s, u"gone"_s, u"f"_s, 5, 0)};
    const auto followed = Follow::findings(items, {finding(u"f"_s)}, s_studies);
    QVERIFY(followed.first().sizes.isEmpty());
    QCOMPARE(followed.first().without, 4);
    QVERIFY(!followed.first().percent && !followed.first().days);
}

void TestFollowUp::sums()
{
    const QList<MeasureItem> items{sized(u"a"_s, u"1"_s, u"f"_s, 20, 0), sized(u"b"_s, u"2"_s, u"f"_s, 12, 0),
                                   sized(u"c"_s, u"3"_s, u"f"_s, 16, 0), sized(u"d"_s, u"1"_s, u"n"_s, 40, 10),
                                   sized(u"e"_s, u"2"_s, u"n"_s, 40, 8), sized(u"g"_s, u"3"_s, u"n"_s, 40, 9),
                                   sized(u"h"_s, u"1"_s, u"o"_s, 100, 0)};
    const auto followed = Follow::findings(
        items,
        {finding(u"f"_s), finding(u"n"_s, StoredFinding::Role::ShortAxis), finding(u"o"_s, StoredFinding::Role::None)},
        s_studies);
    const FollowedSums sums = Follow::sums(followed);
    QCOMPARE(sums.findings, 2);
    QCOMPARE(sums.sums.size(), 3);
    QCOMPARE(sums.sums[0].mm, 30);
    QCOMPARE(sums.sums[1].mm, 20);
    QVERIFY(std::abs(*sums.sums[1].percentOfFirst + 100.0 / 3) < 1e-9);
    QVERIFY(std::abs(*sums.sums[2].percentOfNadir - 25) < 1e-9);
    QVERIFY(sums.dates[0].localDate() < sums.dates[2].localDate());
    QVERIFY(Follow::sums({}).sums.isEmpty());
}

void TestFollowUp::chartAndTable()
{
    const QList<MeasureItem> items{sized(u"a"_s, u"1"_s, u"f"_s, 5.1, 4), sized(u"b"_s, u"2"_s, u"f"_s, 5.8, 4.4),
                                   sized(u"c"_s, u"3"_s, u"f"_s, 9.4, 7)};
    const auto followed = Follow::findings(items, {finding(u"f"_s)}, s_studies);
    const Theme theme = Theme::make(Theme::Mode::Light);
    FollowUpPanel panel(theme);
    QString jumped;
    QStringList measure;
    connect(&panel, &FollowUpPanel::jumpRequested, this, [&](const QString &uid) { jumped = uid; });
    connect(&panel, &FollowUpPanel::measureRequested, this,
            [&](const QString &uid, const QString &in) { measure << uid << in; });
    panel.setFindings(followed, Follow::sums(followed), {u"3"_s, u"4"_s}, s_studies);
    panel.resize(280, 500);
    auto *chart = panel.findChild<FollowUpChart *>();
    QVERIFY(chart);
    chart->resize(240, 96);
    const QList<QPointF> places = chart->places();
    QCOMPARE(places.size(), 3);
    QVERIFY(places[0].x() < places[1].x() && places[1].x() < places[2].x());
    QVERIFY(places[2].y() < places[1].y() && places[1].y() < places[0].y());
    QVERIFY(chart->accessibleDescription().contains(MeasureText::mm(9.4)));
    auto *table = panel.findChild<QTableWidget *>();
    QVERIFY(table);
    QCOMPARE(table->rowCount(), 3);
    QVERIFY(table->item(2, 1)->text().contains(MeasureText::mm(7)));
    QVERIFY(table->item(2, 2)->text().contains(u"+62 %"_s));
    Q_EMIT table->cellActivated(1, 0);
    QCOMPARE(jumped, u"b"_s);
    // Only where it has not been measured.
    QPushButton *here = nullptr;
    for (QPushButton *button : panel.findChildren<QPushButton *>()) {
        if (button->text().startsWith(u"Measure here"_s)) {
            QVERIFY(!here);
            here = button;
        }
    }
    QVERIFY(here);
    here->click();
    QCOMPARE(measure, (QStringList{u"f"_s, u"4"_s}));
    panel.setFindings({}, {}, {}, {});
    QVERIFY(panel.isHidden());
}

void TestFollowUp::bidirectionalKeepsItsRightAngle()
{
    const ImageState state;
    const Points start = MeasureEdit::fromClicks(MeasureKind::Bidirectional, {{0, 0, 0}, {10, 0, 0}}, state);
    QCOMPARE(start.size(), 4);
    QVERIFY(std::abs(side(start[2], start[3]) - 6) < 1e-9);
    const auto right = [](const Points &p) { return std::abs(dot(p[1] - p[0], p[3] - p[2])) < 1e-9; };
    QVERIFY(right(start));
    const Points turned = MeasureEdit::moved(MeasureKind::Bidirectional, start, 1, {6, 8, 0});
    QVERIFY(right(turned));
    QVERIFY(std::abs(side(turned[2], turned[3]) - 6) < 1e-9);
    QVERIFY(side(Imaging::middleOf(std::span(turned).subspan(0, 2)), Imaging::middleOf(std::span(turned).subspan(2)))
            < 1e-9);
    const Points longer =
        MeasureEdit::moved(MeasureKind::Bidirectional, start, 3, {2, start[3][1] > 0 ? 7.0 : -7.0, 0});
    QVERIFY(right(longer));
    QVERIFY(std::abs(longer[3][0] - 2) < 1e-9 && std::abs(longer[2][0] - 2) < 1e-9); // slides along
    QVERIFY(std::abs(side(longer[2], longer[3]) - 10) < 1e-9); // the other end stays 3 away
    // Never past the ends, never broken by a degenerate drag.
    const Points past = MeasureEdit::moved(MeasureKind::Bidirectional, start, 2, {50, -3, 0});
    QVERIFY(std::abs(past[2][0] - 10) < 1e-9);
    QCOMPARE(MeasureEdit::moved(MeasureKind::Bidirectional, start, 1, start[0]), start);
    QCOMPARE(MeasureEdit::moved(MeasureKind::Length, start, 9, {1, 1, 1}), start);
}

void TestFollowUp::ellipseKeepsTheOtherEnd()
{
    const Points start = MeasureEdit::fromClicks(MeasureKind::Ellipse, {{0, 0, 0}, {10, 6, 0}}, ImageState());
    const Imaging::Measurement drawn{MeasureKind::Ellipse, Imaging::MeasureSpace::Patient, start};
    QVERIFY(Imaging::isSound(drawn));
    const Points wider = MeasureEdit::moved(MeasureKind::Ellipse, start, 1, {16, 20, 0});
    QCOMPARE(wider[0], start[0]);
    QVERIFY(std::abs(side(wider[0], wider[1]) - 16) < 1e-9);
    QVERIFY(std::abs(side(wider[2], wider[3]) - 6) < 1e-9);
    QVERIFY(Imaging::isSound({MeasureKind::Ellipse, Imaging::MeasureSpace::Patient, wider}));
    QCOMPARE(MeasureEdit::moved(MeasureKind::Ellipse, start, 1, {-5, 0, 0}), start);
}

void TestFollowUp::rectangleKeepsTheOtherCorner()
{
    const Points start = MeasureEdit::fromClicks(MeasureKind::Rectangle, {{0, 0, 5}, {10, 6, 5}}, ImageState());
    const Points moved = MeasureEdit::moved(MeasureKind::Rectangle, start, 2, {12, 9, 5});
    QCOMPARE(moved[0], start[0]);
    QVERIFY(side(moved[2], {12, 9, 5}) < 1e-9);
    QVERIFY(side(moved[1], {12, 0, 5}) < 1e-9);
    QVERIFY(Imaging::isSound({MeasureKind::Rectangle, Imaging::MeasureSpace::Patient, moved}));
    const Points shifted = MeasureEdit::shifted(start, {1, 2, 3});
    QVERIFY(side(shifted[3], start[3] + Vec3{1, 2, 3}) < 1e-9);
}

void TestFollowUp::boxesLieAsTheViewDoes()
{
    ImageState turned;
    turned.right = {std::sqrt(0.5), std::sqrt(0.5), 0};
    turned.down = {-std::sqrt(0.5), std::sqrt(0.5), 0};
    const Points box = MeasureEdit::fromClicks(MeasureKind::Rectangle, {{0, 0, 0}, {0, 10, 0}}, turned);
    QVERIFY(std::abs(dot(Imaging::normalized(box[1] - box[0]), turned.right) - 1) < 1e-9);
    QVERIFY(std::abs(side(box[0], box[1]) - std::sqrt(50)) < 1e-9);
}

void TestFollowUp::textsOfFigures_data()
{
    using Kind = Figure::Kind;
    QTest::addColumn<QList<Figure>>("figures");
    QTest::addColumn<QString>("first");
    QTest::newRow("axes") << QList<Figure>{{Kind::LongAxis, 12.44, u"mm"_s}, {Kind::ShortAxis, 8.06, u"mm"_s}}
                          << u"12.4 × 8.1 mm"_s;
    QTest::newRow("uncalibrated") << QList<Figure>{{Kind::Length, 12.44, u"px"_s}} << u"12.4 px"_s;
    QTest::newRow("angle") << QList<Figure>{{Kind::Angle, 34.16, u"deg"_s}} << u"34.2°"_s;
    QTest::newRow("HU") << QList<Figure>{{Kind::Value, -20.4, u"HU"_s}} << u"-20 HU"_s;
    QTest::newRow("SUV") << QList<Figure>{{Kind::Value, 3.416, u"SUVbw"_s}} << u"3.42 SUVbw"_s;
    QTest::newRow("area alone") << QList<Figure>{{Kind::Area, 99.95, u"mm2"_s}} << u"area 100.0 mm²"_s;
    QTest::newRow("one voxel") << QList<Figure>{{Kind::Mean, 5, u"HU"_s},
                                                {Kind::Minimum, 5, u"HU"_s},
                                                {Kind::Maximum, 5, u"HU"_s},
                                                {Kind::Pixels, 1, u"1"_s}}
                               << u"mean 5 HU"_s;
}

void TestFollowUp::textsOfFigures()
{
    QFETCH(const QList<Figure>, figures);
    QFETCH(const QString, first);
    QLocale::setDefault(QLocale::c());
    QCOMPARE(MeasureText::figures(figures).first(), first);
}

void TestFollowUp::namesAndDatesForReports()
{
    QCOMPARE(MeasureExport::dicomName(u"SMITH, Jonathan A."_s), u"SMITH^Jonathan A."_s);
    QCOMPARE(MeasureExport::dicomName(u"149872"_s), u"149872"_s);
    QCOMPARE(MeasureExport::dicomDate(u"2024-05-08T10:15:00"_s), u"20240508"_s);
    QCOMPARE(MeasureExport::dicomTime(u"2024-05-08T10:15:00"_s), u"101500"_s);
    QCOMPARE(MeasureExport::dicomDate(u"2024-05"_s), QString());
    QCOMPARE(MeasureExport::dicomTime(u"2024-05-08"_s), QString());
}

QTEST_MAIN(TestFollowUp)
#include "tst_followup.moc"
