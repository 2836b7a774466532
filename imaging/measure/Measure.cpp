// SPDX-License-Identifier: Apache-2.0
#include "measure/Measure.h"

#include "measure/RegionStatistics.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace Chartline::Imaging {

namespace {

constexpr const char *s_kinds[] = {"length",  "angle",     "cobb",     "bidirectional",
                                   "ellipse", "rectangle", "freehand", "probe"};
constexpr const char *s_figures[] = {"length", "long-axis",          "short-axis", "angle",   "area",
                                     "mean",   "standard-deviation", "minimum",    "maximum", "pixels",
                                     "value"};
static_assert(std::size(s_kinds) == measureKindCount && std::size(s_figures) == figureKindCount);

// Points scaled to true proportions, and the names of their units.
struct Scaled
{
    Measurement measurement;
    QString lengthUnit;
    QString areaUnit;
};

std::unexpected<Failure> notSound()
{
    return failure(FailureCode::Corrupt, QStringLiteral("points of a measurement"));
}

// What follows from points in one unit.
QList<Figure> geometric(const Scaled &scaled)
{
    using enum Figure::Kind;
    const std::vector<Vec3> &p = scaled.measurement.points;
    const QString &unit = scaled.lengthUnit;
    const QString degrees = QStringLiteral("deg");
    switch (scaled.measurement.kind) {
    case MeasureKind::Length: return {{Length, length(p[1] - p[0]), unit}};
    case MeasureKind::Angle: return {{Angle, angleBetween(p[0] - p[1], p[2] - p[1]), degrees}};
    case MeasureKind::Cobb: {
        const double angle = angleBetween(p[1] - p[0], p[3] - p[2]);
        return {{Angle, std::min(angle, 180 - angle), degrees}};
    }
    case MeasureKind::Bidirectional: {
        const double first = length(p[1] - p[0]);
        const double second = length(p[3] - p[2]);
        return {{LongAxis, std::max(first, second), unit}, {ShortAxis, std::min(first, second), unit}};
    }
    case MeasureKind::Ellipse:
    case MeasureKind::Rectangle:
    case MeasureKind::Freehand: {
        const auto shape = RegionShape::of(scaled.measurement);
        const auto area = shape ? shape->area() : std::optional(0.0);
        return area ? QList<Figure>{{Area, *area, scaled.areaUnit}} : QList<Figure>();
    }
    case MeasureKind::Probe: break;
    }
    return {};
}

void append(QList<Figure> &figures, const RegionStatistics &statistics, const QString &units)
{
    using enum Figure::Kind;
    if (statistics.count == 0)
        return;
    figures.append({Mean, statistics.mean, units});
    if (const auto deviation = statistics.standardDeviation())
        figures.append({StandardDeviation, *deviation, units});
    figures.append({Minimum, statistics.minimum, units});
    figures.append({Maximum, statistics.maximum, units});
    figures.append({Pixels, double(statistics.count), QStringLiteral("1")});
}

Scaled inMillimetres(const Measurement &measurement)
{
    return {measurement, QStringLiteral("mm"), QStringLiteral("mm2")};
}

// Lengths without a scale are counted in pixels as they lie; angles and areas keep the aspect where there is one.
Scaled scaled(const Measurement &measurement, const PictureScale &scale)
{
    Scaled result{measurement, QStringLiteral("px"), QStringLiteral("px2")};
    const bool isAngle = measurement.kind == MeasureKind::Angle || measurement.kind == MeasureKind::Cobb;
    if (!scale.isMm && !isAngle)
        return result;
    for (Vec3 &point : result.measurement.points)
        point = {point[0] * scale.x, point[1] * scale.y, 0};
    if (scale.isMm) {
        result.lengthUnit = QStringLiteral("mm");
        result.areaUnit = QStringLiteral("mm2");
    }
    return result;
}

} // namespace

Expected<QList<Figure>> figuresOf(const Measurement &measurement, const Volume &volume)
{
    if (!isSound(measurement) || measurement.space != MeasureSpace::Patient)
        return notSound();
    QList<Figure> figures = geometric(inMillimetres(measurement));
    if (measurement.kind == MeasureKind::Probe) {
        if (const auto value = volume.valueAt(measurement.points.front()))
            figures.append({Figure::Kind::Value, *value, volume.units});
    }
    if (const auto shape = RegionShape::of(measurement)) {
        const auto statistics = statisticsOf(*shape, volume);
        if (!statistics)
            return std::unexpected(statistics.error());
        append(figures, *statistics, volume.units);
    }
    return figures;
}

Expected<QList<Figure>> figuresOf(const Measurement &measurement, const PictureValues &picture)
{
    if (!isSound(measurement) || measurement.space != MeasureSpace::Picture)
        return notSound();
    QList<Figure> figures = geometric(scaled(measurement, picture.scale.at(measurement.points)));
    if (measurement.kind == MeasureKind::Probe && picture.value) {
        const Vec3 &at = measurement.points.front();
        const double column = std::round(at[0]);
        const double row = std::round(at[1]);
        if (column >= 0 && row >= 0 && column < picture.columns && row < picture.rows) {
            if (const auto value = picture.value(int(column), int(row)))
                figures.append({Figure::Kind::Value, *value, picture.units});
        }
    }
    if (const auto shape = RegionShape::of(measurement)) {
        const auto statistics = statisticsOf(*shape, picture);
        if (!statistics)
            return std::unexpected(statistics.error());
        append(figures, *statistics, picture.units);
    }
    return figures;
}

QList<Figure> lengthsOf(const Measurement &measurement)
{
    if (!isSound(measurement) || measurement.space != MeasureSpace::Patient)
        return {};
    return geometric(inMillimetres(measurement));
}

std::optional<double> figure(const QList<Figure> &figures, Figure::Kind kind)
{
    const auto found = std::ranges::find(figures, kind, &Figure::kind);
    return found == figures.end() ? std::nullopt : std::optional(found->value);
}

QString nameOf(MeasureKind kind)
{
    return QString::fromLatin1(s_kinds[std::size_t(kind)]);
}

QString nameOf(Figure::Kind kind)
{
    return QString::fromLatin1(s_figures[std::size_t(kind)]);
}

std::optional<MeasureKind> measureKindOf(const QString &name)
{
    const auto found = std::ranges::find(s_kinds, name, [](const char *kind) { return QString::fromLatin1(kind); });
    return found == std::end(s_kinds) ? std::nullopt : std::optional(MeasureKind(found - std::begin(s_kinds)));
}

std::optional<Figure::Kind> figureKindOf(const QString &name)
{
    const auto found = std::ranges::find(s_figures, name, [](const char *kind) { return QString::fromLatin1(kind); });
    return found == std::end(s_figures) ? std::nullopt : std::optional(Figure::Kind(found - std::begin(s_figures)));
}

} // namespace Chartline::Imaging
