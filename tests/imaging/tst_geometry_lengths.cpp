// SPDX-License-Identifier: Apache-2.0
// Lengths in built volumes: between balls at known places in made-up scans of every awkward kind, and across the real
// phantom, whose tilted and upright scans have to agree. Where something is, is found from the voxels alone.
#include "imaging/RegistrationScans.h"
#include "imaging/VolumeChecks.h"

#include <QTest>

using namespace Chartline::Test;
using namespace Chartline::Imaging;

namespace {

constexpr double s_ballWidth = 4; // mm, standard deviation
constexpr double s_tolerance = 0.5; // mm

// A cube's corners around a middle, and the middle.
std::vector<Vec3> ballsAround(const Vec3 &middle)
{
    std::vector<Vec3> balls{middle};
    for (int i = 0; i < 8; ++i)
        balls.push_back(middle + Vec3{i & 1 ? 22.0 : -22.0, i & 2 ? 21.0 : -21.0, i & 4 ? 18.0 : -18.0});
    return balls;
}

std::function<double(const Vec3 &)> patientOf(const std::vector<Vec3> &balls)
{
    return [balls](const Vec3 &p) {
        double value = 0;
        for (const Vec3 &ball : balls)
            value += 2000 * std::exp(-dot(p - ball, p - ball) / (2 * s_ballWidth * s_ballWidth));
        return value;
    };
}

// The centre of mass within 11 mm of where it should be, on a grid of its own.
std::optional<Vec3> massNear(const Volume &volume, const Vec3 &place)
{
    Vec3 sum{0, 0, 0};
    double mass = 0;
    for (double z = -11; z <= 11; z += 0.5) {
        for (double y = -11; y <= 11; y += 0.5) {
            for (double x = -11; x <= 11; x += 0.5) {
                const auto value = volume.valueAt(place + Vec3{x, y, z});
                if (x * x + y * y + z * z > 11 * 11 || !value || *value < 200)
                    continue;
                sum = sum + Vec3{x, y, z} * *value;
                mass += *value;
            }
        }
    }
    if (mass <= 0)
        return std::nullopt;
    return place + sum * (1 / mass);
}

Plane3 wide(Plane3 plane, double spacing = 0.9)
{
    plane.columns = 110;
    plane.rows = 110;
    plane.columnSpacing = spacing;
    plane.rowSpacing = spacing;
    return plane;
}

// Slices at these distances from the first, along a direction.
Phantom scanOf(const Plane3 &plane, const Vec3 &along, const std::vector<double> &places,
               const std::vector<Vec3> &balls)
{
    const Vec3 middle = plane.row * ((plane.columns - 1) * plane.columnSpacing / 2)
                        + plane.column * ((plane.rows - 1) * plane.rowSpacing / 2)
                        + along * ((places.front() + places.back()) / 2);
    Phantom phantom;
    for (const double place : places)
        phantom.add(plane, balls.front() - middle + along * place, patientOf(balls));
    return phantom;
}

std::vector<double> evenly(int count, double step)
{
    std::vector<double> places;
    for (int i = 0; i < count; ++i)
        places.push_back(i * step);
    return places;
}

// Where the values first rise above and last fall below a threshold on a line, mm from its start, between the samples
// that say so.
std::optional<std::array<double, 2>> edges(const Volume &volume, const Vec3 &start, const Vec3 &direction,
                                           double length, double threshold)
{
    constexpr double step = 0.25;
    std::optional<double> first;
    std::optional<double> last;
    std::optional<double> before;
    for (double at = 0; at <= length; at += step) {
        const auto value = volume.valueAt(start + direction * at);
        if (before && value && (*before < threshold) != (*value < threshold)) {
            const double crossing = at - step * (*value - threshold) / (*value - *before);
            if (*value >= threshold && !first)
                first = crossing;
            if (*value < threshold)
                last = crossing;
        }
        before = value;
    }
    if (!first || !last)
        return std::nullopt;
    return std::array{*first, *last};
}

double medianOf(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? NAN : values[values.size() / 2];
}

} // namespace

class TestGeometryLengths : public QObject
{
    Q_OBJECT

private:
    Chartline::Imaging::Test::Scans m_scan;

private Q_SLOTS:
    void initTestCase() { Chartline::Imaging::Test::silenceDcmtk(); }

    void made_data()
    {
        QTest::addColumn<Plane3>("plane");
        QTest::addColumn<Vec3>("along");
        QTest::addColumn<std::vector<double>>("places");
        const Vec3 head{0, 0, 1};
        QTest::newRow("upright") << wide(axial) << head << evenly(45, 2);
        QTest::newRow("thin and thick pixels") << wide(axial, 0.8) << head << evenly(30, 3);
        QTest::newRow("coronal") << wide(coronal) << coronal.normal() << evenly(45, 2);
        QTest::newRow("sagittal, backwards") << wide(sagittal) << sagittal.normal() * -1 << evenly(45, 2);
        QTest::newRow("oblique") << wide(oblique()) << oblique().normal() << evenly(45, 2);
        QTest::newRow("tilted gantry") << wide(tilted(-18.5)) << head << evenly(50, 2.2);
        QTest::newRow("tilted the other way") << wide(tilted(25)) << head << evenly(50, 2.2);
        std::vector<double> missing = evenly(45, 2);
        missing.erase(missing.begin() + 20);
        missing.erase(missing.begin() + 9);
        QTest::newRow("missing slices") << wide(axial) << head << missing;
        std::vector<double> irregular;
        for (double at = 0; at < 92; at += at < 40 ? 1.5 : 2.6)
            irregular.push_back(at);
        QTest::newRow("two thicknesses") << wide(axial) << head << irregular;
        QTest::newRow("two thicknesses, tilted") << wide(tilted(-18.5)) << head << irregular;
    }
    void made()
    {
        QFETCH(Plane3, plane);
        QFETCH(Vec3, along);
        QFETCH(std::vector<double>, places);
        const std::vector<Vec3> balls = ballsAround({12, -34, 156});
        const Built built = build(scanOf(plane, along, places, balls).shuffled(5));
        QVERIFY(built.volume.has_value());
        QCOMPARE(built.stacks.size(), 1U);
        std::vector<Vec3> found;
        double farthest = 0;
        for (const Vec3 &ball : balls) {
            const auto mass = massNear(built.get(), ball);
            QVERIFY(mass.has_value());
            found.push_back(*mass);
            farthest = std::max(farthest, length(*mass - ball));
        }
        double worst = 0;
        for (std::size_t a = 0; a < balls.size(); ++a) {
            for (std::size_t b = 0; b < a; ++b)
                worst = std::max(worst, std::abs(length(found[a] - found[b]) - length(balls[a] - balls[b])));
        }
        qInfo("lengths within %.3f mm, places within %.3f mm; %s", worst, farthest,
              qPrintable(built.get().notes.join(u' ')));
        QVERIFY(worst <= s_tolerance);
        QVERIFY(farthest <= s_tolerance);
    }

    // The head phantom, upright in slices of 5 mm and with the gantry tilted by 18.5°: as wide and as long on the same
    // lines through the patient, and at the same place.
    void tiltedAndUpright()
    {
        if (!Chartline::Imaging::Test::Scans::there())
            QSKIP("The shared scans are not here.");
        const Volume &upright = m_scan(QStringLiteral("skull"));
        const Volume &tilted = m_scan(QStringLiteral("skullTilted"));
        QCOMPARE(upright.frameOfReference, tilted.frameOfReference);
        constexpr double threshold = -300; // between air and the phantom
        const Vec3 middle = Chartline::Imaging::Test::centerOf(upright);
        constexpr std::pair<const char *, Vec3> directions[] = {{"width", {1, 0, 0}}, {"length", {0, 1, 0}}};
        for (const auto &[what, direction] : directions) {
            std::vector<double> lengths;
            std::vector<double> places;
            std::vector<double> whole;
            std::vector<double> begins;
            std::vector<double> ends;
            for (double z = -50; z <= 50; z += 5) {
                for (double off = -30; off <= 30; off += 5) {
                    const Vec3 across = direction[0] > 0 ? Vec3{0, off, 0} : Vec3{off, 0, 0};
                    const Vec3 start = middle + Vec3{0, 0, z} + across - direction * 120;
                    const auto a = edges(upright, start, direction, 240, threshold);
                    const auto b = edges(tilted, start, direction, 240, threshold);
                    if (!a || !b || (*a)[1] - (*a)[0] < 60)
                        continue;
                    // Where the surface leans, thick slices blur it.
                    const auto above = edges(upright, start + Vec3{0, 0, 5}, direction, 240, threshold);
                    const auto below = edges(upright, start - Vec3{0, 0, 5}, direction, 240, threshold);
                    if (!above || !below || std::abs((*above)[0] - (*below)[0]) > 1
                        || std::abs((*above)[1] - (*below)[1]) > 1)
                        continue;
                    begins.push_back((*b)[0] - (*a)[0]);
                    ends.push_back((*b)[1] - (*a)[1]);
                    whole.push_back((*a)[1] - (*a)[0]);
                    lengths.push_back(((*b)[1] - (*b)[0]) - ((*a)[1] - (*a)[0]));
                    places.push_back(((*b)[0] + (*b)[1] - (*a)[0] - (*a)[1]) / 2);
                }
            }
            qInfo("%s: %zu lines of %.1f mm; tilted %+.2f mm longer, %+.2f mm further along, from %+.2f to %+.2f "
                  "(medians)",
                  what, lengths.size(), medianOf(whole), medianOf(lengths), medianOf(places), medianOf(begins),
                  medianOf(ends));
            QVERIFY(lengths.size() > 15);
            QVERIFY(std::abs(medianOf(lengths)) <= s_tolerance);
            // The scanner itself is off by 0.2 and 0.8 mm between the two.
            QVERIFY(std::abs(medianOf(places)) <= 1.0);
        }
    }
};

QTEST_APPLESS_MAIN(TestGeometryLengths)
#include "tst_geometry_lengths.moc"
