// SPDX-License-Identifier: Apache-2.0
#include "imaging/ObjectLayers.h"

#include "imaging/PresentationPainter.h"
#include "imaging/ViewText.h"
#include "theme/Theme.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr std::size_t s_mostCached = 12; // cuts
constexpr int s_mostNames = 16; // written into a picture
constexpr std::size_t s_mostBands = 4000; // whose common outline is worked out
constexpr double s_markSize = 6; // logical pixels

Qt::PenStyle styleOf(int dash)
{
    constexpr Qt::PenStyle styles[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    return styles[dash & 3];
}

// Whether a pixel of an outline is left out, so that outlines differ without colour too.
bool isGap(int dash, int x, int y, int unit)
{
    const int at = (x + y) / std::max(unit, 1);
    switch (dash & 3) {
    case 1: return at % 8 >= 5;
    case 2: return at % 4 >= 2;
    case 3: return at % 10 == 6 || at % 10 >= 8;
    default: return false;
    }
}

bool samePlane(const SlicePlane &a, const SlicePlane &b)
{
    return a.center == b.center && a.right == b.right && a.down == b.down && a.mmPerPixel == b.mmPerPixel
           && a.width == b.width && a.height == b.height;
}

// The outline of each label that has a dash pattern, and where the name of each goes: right of its topmost pixel.
std::array<std::optional<QPoint>, 256> outlineLabels(const SliceLabels &slice, const std::array<int, 256> &dashes,
                                                     const std::array<quint32, 256> &colors, int unit, QImage &canvas)
{
    std::array<std::optional<QPoint>, 256> tops;
    const auto at = [&](int x, int y) {
        return slice.labels[std::size_t(y) * std::size_t(slice.width) + std::size_t(x)];
    };
    for (int y = 0; y < slice.height; ++y) {
        auto *line = reinterpret_cast<quint32 *>(canvas.scanLine(y));
        for (int x = 0; x < slice.width; ++x) {
            const quint8 own = at(x, y);
            if (own == 0 || dashes[own] < 0)
                continue;
            if (!tops[own])
                tops[own] = QPoint(x, y);
            const int w = unit;
            const bool edge = (x >= w && at(x - w, y) != own) || (x + w < slice.width && at(x + w, y) != own)
                              || (y >= w && at(x, y - w) != own) || (y + w < slice.height && at(x, y + w) != own);
            if (edge && !isGap(dashes[own], x, y, unit))
                line[x] = colors[own];
        }
    }
    return tops;
}

} // namespace

const SliceLabels *ObjectLayers::labelsAt(const VolumePtr &volume, const SlicePlane &plane) const
{
    const auto found =
        std::ranges::find_if(m_cache, [&](const Cached &c) { return c.volume == volume && samePlane(c.plane, plane); });
    if (found != m_cache.end())
        return &found->labels;
    auto labels = sampleLabels(*volume, plane);
    if (!labels)
        return nullptr;
    if (m_cache.size() >= s_mostCached)
        m_cache.erase(m_cache.begin());
    m_cache.push_back({volume, plane, std::move(*labels)});
    return &m_cache.back().labels;
}

void ObjectLayers::paintSegments(QImage &canvas, const ImageState &state, const QSize &size, const QString &space) const
{
    const qreal ratio = canvas.devicePixelRatio();
    const SlicePlane plane{state.center,   state.right,    state.down, state.mmPerPixel / ratio,
                           canvas.width(), canvas.height()};
    int names = 0;
    for (std::size_t o = 0; o < m_objects.size(); ++o) {
        const auto *info = std::get_if<SegmentationInfo>(&m_objects[o]->object);
        if (!info || !m_objects[o]->labels)
            continue;
        const LabelVolumes &labels = *m_objects[o]->labels;
        for (std::size_t v = 0; v < labels.volumes.size(); ++v) {
            std::vector<LabelStyle> styles;
            std::array<int, 256> dashes{};
            std::array<quint32, 256> colors{};
            std::array<const OverlayItem *, 256> items{};
            dashes.fill(-1);
            for (const OverlayItem &item : m_items) {
                const auto *place = item.object == o && item.shown && isDrawn(item, space)
                                        ? labels.placeOf(info->segments[item.part].number)
                                        : nullptr;
                if (!place || place->volume != int(v))
                    continue;
                const auto label = std::size_t(place->label);
                styles.push_back({place->label, item.color.rgb(), m_opacity, 0, 0});
                dashes[label] = item.dash;
                colors[label] = item.color.rgb();
                items[label] = &item;
            }
            const SliceLabels *slice = styles.empty() ? nullptr : labelsAt(labels.volumes[v], plane);
            if (!slice)
                continue;
            const std::span<quint32> out(reinterpret_cast<quint32 *>(canvas.bits()),
                                         std::size_t(canvas.sizeInBytes() / 4));
            drawLabels(*slice, styles, out, canvas.bytesPerLine() / 4);
            const auto tops = outlineLabels(*slice, dashes, colors, std::max(int(std::lround(ratio)), 1), canvas);
            QPainter painter(&canvas);
            for (std::size_t label = 1; label < 256; ++label) {
                if (items[label] && tops[label] && names++ < s_mostNames)
                    paintName(painter, *items[label], QPointF(*tops[label]) / ratio);
            }
        }
    }
    Q_UNUSED(size)
}

void ObjectLayers::paintName(QPainter &painter, const OverlayItem &item, const QPointF &at) const
{
    painter.setFont(Theme::font(TextStyle::Caption));
    const QFontMetricsF metrics(painter.font());
    const QString name = metrics.elidedText(item.name, Qt::ElideRight, 180);
    const QRectF box(at + QPointF(3, -metrics.height() - 1),
                     QSizeF(metrics.horizontalAdvance(name) + 2, metrics.height()));
    ViewText::draw(painter, box, Qt::AlignLeft | Qt::AlignVCenter, name, item.color.lighter(115));
}

void ObjectLayers::paintRegions(QPainter &painter, const ImageState &state, const QSize &size,
                                const QString &space) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const auto toView = [&](const Point2 &p) {
        return QPointF(p[0] / state.mmPerPixel + size.width() / 2.0, p[1] / state.mmPerPixel + size.height() / 2.0);
    };
    int names = 0;
    for (const OverlayItem &item : m_items) {
        const StudyObject &object = *m_objects[item.object];
        if (!item.shown || !std::holds_alternative<StructureSet>(object.object) || !isDrawn(item, space))
            continue;
        const ContourCut cut = object.slicers[item.part].cut(state.center, state.right, state.down, m_images.step());
        if (cut.isEmpty())
            continue;
        QPainterPath inside;
        inside.setFillRule(Qt::OddEvenFill);
        for (const auto &area : cut.areas) {
            QPolygonF polygon;
            for (const Point2 &p : area)
                polygon.append(toView(p));
            inside.addPolygon(polygon);
            inside.closeSubpath();
        }
        QPainterPath bands;
        bands.setFillRule(Qt::WindingFill);
        for (const auto &band : cut.bands) {
            bands.addPolygon(QPolygonF{toView(band[0]), toView(band[1]), toView(band[2]), toView(band[3])});
            bands.closeSubpath();
        }
        if (!cut.bands.empty() && cut.bands.size() <= s_mostBands)
            bands = bands.simplified(); // one outline around all
        QColor fill = item.color;
        fill.setAlphaF(float(m_opacity * 0.6));
        painter.fillPath(inside, fill);
        painter.fillPath(bands, fill);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(item.color, 1.5, styleOf(item.dash)));
        painter.drawPath(inside);
        painter.drawPath(bands);
        for (const auto &line : cut.lines) {
            QPolygonF polygon;
            for (const Point2 &p : line)
                polygon.append(toView(p));
            painter.drawPolyline(polygon);
        }
        painter.setPen(QPen(item.color, 1.5));
        for (const Point2 &mark : cut.marks) {
            const QPointF at = toView(mark);
            painter.drawLine(at - QPointF(s_markSize, 0), at + QPointF(s_markSize, 0));
            painter.drawLine(at - QPointF(0, s_markSize), at + QPointF(0, s_markSize));
            painter.drawEllipse(at, s_markSize * 0.6, s_markSize * 0.6);
        }
        const QRectF bounds = !cut.areas.empty() || !cut.bands.empty() ? inside.boundingRect() | bands.boundingRect()
                              : !cut.marks.empty()                     ? QRectF(toView(cut.marks.front()), QSizeF(1, 1))
                                                   : QRectF(toView(cut.lines.front().front()), QSizeF(1, 1));
        if (names++ < s_mostNames)
            paintName(painter, item,
                      QPointF(std::clamp(bounds.center().x(), 4.0, size.width() - 60.0),
                              std::clamp(bounds.top(), 60.0, size.height() - 20.0)));
    }
}

void ObjectLayers::paint(QImage &canvas, const ImageState &state, const QSize &size, const DrawnPicture *picture) const
{
    const ImageState *inPatient = picture ? (picture->inPatient ? &*picture->inPatient : nullptr) : &state;
    const QString space = picture ? picture->frameOfReference : m_space;
    if (inPatient)
        paintSegments(canvas, *inPatient, size, space);
    QPainter painter(&canvas);
    if (inPatient)
        paintRegions(painter, *inPatient, size, space);
    std::optional<ImagePlace> place;
    if (picture)
        place.emplace(*picture);
    else if (m_presentation || !keySelections().empty())
        place = m_images.sliceAt(state);
    if (!place)
        return;
    if (m_presentation)
        paintPresentation(painter, *m_presentation, *place, state, size);
    if (const QStringList titles = keyTitles(place->sopInstance, place->frame); !titles.isEmpty()) {
        painter.setFont(Theme::font(TextStyle::BodyStrong));
        const QString words = QStringLiteral("★ ") + tr("Key image: %1").arg(titles.join(QStringLiteral(", ")));
        const QRectF box(size.width() * 0.45, ViewText::margin + 40, size.width() * 0.55 - ViewText::margin, 20);
        ViewText::draw(painter, box, Qt::AlignRight | Qt::AlignTop, words, ViewText::warning);
    }
}

} // namespace Chartline::Ui
