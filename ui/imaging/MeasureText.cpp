// SPDX-License-Identifier: Apache-2.0
#include "imaging/MeasureText.h"

#include <QLocale>
#include <cmath>

namespace Chartline::Ui {

using namespace Imaging;
using Kind = Figure::Kind;

namespace {

QString number(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

QString unitText(const QString &unit)
{
    if (unit == QLatin1StringView("mm2"))
        return QStringLiteral("mm²");
    if (unit == QLatin1StringView("px2"))
        return QStringLiteral("px²");
    if (unit == QLatin1StringView("deg"))
        return QStringLiteral("°");
    return unit == QLatin1StringView("1") ? QString() : unit;
}

} // namespace

QString MeasureText::kind(MeasureKind kind)
{
    switch (kind) {
    case MeasureKind::Length: return tr("Length");
    case MeasureKind::Angle: return tr("Angle");
    case MeasureKind::Cobb: return tr("Cobb angle");
    case MeasureKind::Bidirectional: return tr("Long and short axis");
    case MeasureKind::Ellipse: return tr("Ellipse");
    case MeasureKind::Rectangle: return tr("Rectangle");
    case MeasureKind::Freehand: return tr("Outline");
    case MeasureKind::Probe: return tr("Value");
    }
    return {};
}

QString MeasureText::mm(double value)
{
    return tr("%1 mm").arg(number(value, 1));
}

QString MeasureText::value(double value, const QString &unit)
{
    const QString text = unitText(unit);
    if (unit == QLatin1StringView("deg"))
        return number(value, 1) + text;
    const bool counted = unit == QLatin1StringView("1");
    const bool image = unit != QLatin1StringView("mm") && unit != QLatin1StringView("px")
                       && unit != QLatin1StringView("mm2") && unit != QLatin1StringView("px2") && !counted;
    // As many decimals as say something: SUV has two, HU and counts none.
    const int decimals = counted ? 0 : image ? (std::abs(value) >= 20 ? 0 : 2) : 1;
    const QString shown = number(value, unit == QLatin1StringView("HU") ? 0 : decimals);
    return text.isEmpty() ? shown : tr("%1 %2").arg(shown, text);
}

QStringList MeasureText::figures(const QList<Figure> &figures)
{
    const auto said = [&](Kind kind) {
        const auto found = std::ranges::find(figures, kind, &Figure::kind);
        return found == figures.end() ? QString() : value(found->value, found->unit);
    };
    QStringList lines;
    const auto longAxis = figure(figures, Kind::LongAxis);
    const auto shortAxis = figure(figures, Kind::ShortAxis);
    if (longAxis && shortAxis)
        lines.append(tr("%1 × %2").arg(number(*longAxis, 1), said(Kind::ShortAxis)));
    for (const Kind kind : {Kind::Length, Kind::Angle, Kind::Value}) {
        if (const QString text = said(kind); !text.isEmpty())
            lines.append(text);
    }
    if (const QString mean = said(Kind::Mean); !mean.isEmpty()) {
        const QString deviation = said(Kind::StandardDeviation);
        lines.append(deviation.isEmpty() ? tr("mean %1").arg(mean) : tr("mean %1 · SD %2").arg(mean, deviation));
        lines.append(tr("min %1 · max %2").arg(said(Kind::Minimum), said(Kind::Maximum)));
    }
    const QString area = said(Kind::Area);
    const QString pixels = said(Kind::Pixels);
    if (!area.isEmpty() && !pixels.isEmpty())
        lines.append(tr("area %1 · %2 pixels").arg(area, pixels));
    else if (!area.isEmpty())
        lines.append(tr("area %1").arg(area));
    else if (!pixels.isEmpty())
        lines.append(tr("%1 pixels").arg(pixels));
    return lines;
}

QString MeasureText::shortly(const MeasureItem &item)
{
    const QStringList lines = figures(item.figures);
    return lines.isEmpty() ? kind(item.shape.kind) : lines.first();
}

QString MeasureText::name(const MeasureItem &item, const MeasureSet &set)
{
    if (!item.stored.label.isEmpty())
        return item.stored.label;
    const StoredFinding *finding = set.finding(item.stored.finding);
    return finding ? finding->name : kind(item.shape.kind);
}

std::optional<MeasureKind> MeasureText::kindOf(ViewTool tool)
{
    switch (tool) {
    case ViewTool::Probe: return MeasureKind::Probe;
    case ViewTool::Length: return MeasureKind::Length;
    case ViewTool::Angle: return MeasureKind::Angle;
    case ViewTool::Cobb: return MeasureKind::Cobb;
    case ViewTool::Bidirectional: return MeasureKind::Bidirectional;
    case ViewTool::Ellipse: return MeasureKind::Ellipse;
    case ViewTool::Rectangle: return MeasureKind::Rectangle;
    case ViewTool::Freehand: return MeasureKind::Freehand;
    default: return std::nullopt;
    }
}

ViewTool MeasureText::toolOf(MeasureKind kind)
{
    switch (kind) {
    case MeasureKind::Length: return ViewTool::Length;
    case MeasureKind::Angle: return ViewTool::Angle;
    case MeasureKind::Cobb: return ViewTool::Cobb;
    case MeasureKind::Bidirectional: return ViewTool::Bidirectional;
    case MeasureKind::Ellipse: return ViewTool::Ellipse;
    case MeasureKind::Rectangle: return ViewTool::Rectangle;
    case MeasureKind::Freehand: return ViewTool::Freehand;
    case MeasureKind::Probe: break;
    }
    return ViewTool::Probe;
}

} // namespace Chartline::Ui
