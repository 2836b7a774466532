// SPDX-License-Identifier: Apache-2.0
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

constexpr QColor s_usualColor(255, 214, 102);
constexpr double s_pointSize = 3; // logical pixels
constexpr std::size_t s_mostCurvePoints = 20'000;

class Painter
{
public:
    Painter(QPainter &painter, const PresentationState &presentation, const ImagePlace &image, const ImageState &state,
            const QSize &size)
        : m_painter(painter)
        , m_presentation(presentation)
        , m_image(image)
        , m_state(state)
        , m_size(size)
    {
        if (const DisplayedArea *area = presentation.areaOf(image.sopInstance, image.frame)) {
            m_topLeft = pixel(area->topLeft[0] - 0.5, area->topLeft[1] - 0.5);
            m_bottomRight = pixel(area->bottomRight[0] - 0.5, area->bottomRight[1] - 0.5);
        } else {
            m_topLeft = pixel(0, 0);
            m_bottomRight = pixel(image.columns, image.rows);
        }
    }

    void paint();

private:
    [[nodiscard]] QPointF pixel(double column, double row) const
    {
        return m_state.toView(m_image.point(column, row), m_size);
    }
    [[nodiscard]] QPointF place(const Point2 &point, GraphicUnits units) const
    {
        if (units != GraphicUnits::Display)
            return pixel(point[0], point[1]);
        const QPointF across = m_bottomRight - m_topLeft;
        return m_topLeft + QPointF(across.x() * point[0], across.y() * point[1]);
    }
    void paintShutter();
    void paintAnnotation(const GraphicAnnotation &annotation, const QColor &color);
    void paintGraphic(const GraphicObject &graphic, const QColor &color);
    void paintText(const GraphicText &text, const QColor &color);

    QPainter &m_painter;
    const PresentationState &m_presentation;
    const ImagePlace &m_image;
    const ImageState &m_state;
    const QSize m_size;
    QPointF m_topLeft; // of the displayed area
    QPointF m_bottomRight;
};

// Smooth through all points (Catmull and Rom), as cubic curves.
QPainterPath curveThrough(const QPolygonF &points)
{
    QPainterPath path(points.front());
    const auto at = [&](qsizetype i) { return points[std::clamp<qsizetype>(i, 0, points.size() - 1)]; };
    for (qsizetype i = 0; i + 1 < points.size(); ++i)
        path.cubicTo(at(i) + (at(i + 1) - at(i - 1)) / 6, at(i + 1) - (at(i + 2) - at(i)) / 6, at(i + 1));
    return path;
}

// With these ends of one axis and of the other.
QPainterPath ellipseThrough(const QPolygonF &ends)
{
    const QPointF center = (ends[0] + ends[1]) / 2;
    const QPointF major = (ends[1] - ends[0]) / 2;
    const QPointF minor = (ends[3] - ends[2]) / 2;
    QPainterPath unit;
    unit.addEllipse(QPointF(0, 0), 1, 1);
    return QTransform(major.x(), major.y(), minor.x(), minor.y(), center.x(), center.y()).map(unit);
}

void Painter::paintShutter()
{
    const DisplayShutter &shutter = m_presentation.shutter;
    if (shutter.isEmpty())
        return;
    QPainterPath open;
    open.addRect(QRectF(QPointF(0, 0), m_size));
    const auto keep = [&](const QPolygonF &polygon) {
        QPainterPath shape;
        shape.addPolygon(polygon);
        shape.closeSubpath();
        open = open.intersected(shape);
    };
    // Edges are given as the outermost pixels that are covered.
    if (const auto &edges = shutter.rectangle)
        keep({pixel((*edges)[0], (*edges)[2]), pixel((*edges)[1] - 1, (*edges)[2]),
              pixel((*edges)[1] - 1, (*edges)[3] - 1), pixel((*edges)[0], (*edges)[3] - 1)});
    if (const auto &circle = shutter.circle) {
        QPolygonF polygon;
        for (int degrees = 0; degrees < 360; degrees += 3) {
            const double angle = degrees * 3.14159265358979 / 180;
            polygon.append(pixel((*circle)[0] - 0.5 + (*circle)[2] * std::cos(angle),
                                 (*circle)[1] - 0.5 + (*circle)[2] * std::sin(angle)));
        }
        keep(polygon);
    }
    if (shutter.polygon.size() >= 3) {
        QPolygonF polygon;
        for (const auto &vertex : shutter.polygon)
            polygon.append(pixel(vertex[0] - 0.5, vertex[1] - 0.5));
        keep(polygon);
    }
    QPainterPath covered;
    covered.addRect(QRectF(QPointF(0, 0), m_size));
    m_painter.fillPath(covered.subtracted(open), ViewText::background);
}

void Painter::paintGraphic(const GraphicObject &graphic, const QColor &color)
{
    QPolygonF points;
    for (const Point2 &point : graphic.points)
        points.append(place(point, graphic.units));
    QPainterPath path;
    switch (graphic.type) {
    case GraphicObject::Type::Point: path.addEllipse(points.front(), s_pointSize, s_pointSize); break;
    case GraphicObject::Type::Polyline: path.addPolygon(points); break;
    case GraphicObject::Type::Interpolated:
        path = std::size_t(points.size()) <= s_mostCurvePoints ? curveThrough(points) : QPainterPath();
        if (path.isEmpty())
            path.addPolygon(points);
        break;
    case GraphicObject::Type::Circle: {
        const QPointF radius = points[1] - points[0];
        const double length = std::hypot(radius.x(), radius.y());
        path.addEllipse(points[0], length, length);
        break;
    }
    case GraphicObject::Type::Ellipse: path = ellipseThrough(points); break;
    }
    if (graphic.filled && points.front() == points.back()) {
        QColor fill = color;
        fill.setAlphaF(0.35F);
        m_painter.fillPath(path, fill);
    } else if (graphic.filled || graphic.type == GraphicObject::Type::Point) {
        QColor fill = color;
        fill.setAlphaF(graphic.type == GraphicObject::Type::Point ? 1.0F : 0.35F);
        m_painter.fillPath(path, fill);
    }
    m_painter.strokePath(path, QPen(color, 1.5));
}

void Painter::paintText(const GraphicText &text, const QColor &color)
{
    m_painter.setFont(Theme::font(TextStyle::Body));
    const QFontMetricsF metrics(m_painter.font());
    const QRectF needed = metrics.boundingRect(QRectF(0, 0, 400, 1000), Qt::TextWordWrap, text.text);
    QRectF box;
    if (text.box) {
        const QRectF given =
            QRectF(place((*text.box)[0], text.boxUnits), place((*text.box)[1], text.boxUnits)).normalized();
        box = QRectF(given.topLeft(),
                     QSizeF(std::max(given.width(), needed.width()) + 2, std::max(given.height(), needed.height())));
    } else {
        box = QRectF(place(*text.anchor, text.anchorUnits) + QPointF(8, -needed.height()), needed.size());
    }
    if (text.anchor && text.anchorVisible && text.box) {
        m_painter.setPen(QPen(color, 1.2));
        // From the words' nearest edge.
        const QPointF to = place(*text.anchor, text.anchorUnits);
        m_painter.drawLine(
            QPointF(std::clamp(to.x(), box.left(), box.right()), std::clamp(to.y(), box.top(), box.bottom())), to);
    }
    const Qt::Alignment side = text.justification == QLatin1StringView("RIGHT")    ? Qt::AlignRight
                               : text.justification == QLatin1StringView("CENTER") ? Qt::AlignHCenter
                                                                                   : Qt::AlignLeft;
    ViewText::draw(m_painter, box, int(side | Qt::AlignTop) | Qt::TextWordWrap, text.text, color);
}

void Painter::paintAnnotation(const GraphicAnnotation &annotation, const QColor &color)
{
    for (const GraphicObject &graphic : annotation.graphics)
        paintGraphic(graphic, color);
    for (const GraphicText &text : annotation.texts)
        paintText(text, color);
}

void Painter::paint()
{
    if (!refersTo(m_presentation.images, m_image.sopInstance, m_image.frame))
        return;
    paintShutter();
    m_painter.setRenderHint(QPainter::Antialiasing);
    std::vector<bool> done(m_presentation.annotations.size());
    const auto paintLayer = [&](const QString *name, const QColor &color) {
        for (std::size_t i = 0; i < m_presentation.annotations.size(); ++i) {
            const GraphicAnnotation &annotation = m_presentation.annotations[i];
            if (done[i] || (name && annotation.layer != *name)
                || !refersTo(annotation.images, m_image.sopInstance, m_image.frame))
                continue;
            done[i] = true;
            paintAnnotation(annotation, color);
        }
    };
    for (const GraphicLayer &layer : m_presentation.layers) {
        const QColor color = layer.color ? QColor::fromRgb(*layer.color) : s_usualColor;
        paintLayer(&layer.name, color.lightness() < 60 ? s_usualColor : color);
    }
    paintLayer(nullptr, s_usualColor); // of layers that are not described
}

} // namespace

void paintPresentation(QPainter &painter, const PresentationState &presentation, const ImagePlace &image,
                       const ImageState &state, const QSize &size)
{
    Painter(painter, presentation, image, state, size).paint();
}

ImageState withContrast(const PresentationState &presentation, const QString &sopInstance, int frame,
                        bool invertedInFile, ContrastUse use, const ImageState &plain)
{
    ImageState state = plain;
    if (!refersTo(presentation.images, sopInstance, frame))
        return state;
    if (const SoftcopyVoi *voi = presentation.contrastOf(sopInstance, frame); voi && use == ContrastUse::Applied) {
        if (voi->window) {
            state.window = *voi->window;
        } else if (voi->table) {
            // A table is shown as the range of values it tells apart.
            state.window.width = std::max<double>(double(voi->table->entries.size()), 1);
            state.window.center = voi->table->first + state.window.width / 2;
            state.window.function = Window::Function::Linear;
        }
        state.window.explanation = presentation.identity.label;
    }
    // The state's own polarity takes the place of the image's (PS3.4 N.2).
    state.inverted = presentation.inverted != invertedInFile;
    return state;
}

ImageState presented(const PresentationState &presentation, const ImagePlace &image, ContrastUse use,
                     const ImageState &plain, const QSize &size)
{
    ImageState state = withContrast(presentation, image.sopInstance, image.frame, image.invertedInFile, use, plain);
    const Vec3 first = image.point(0, 0);
    state.right = normalized(image.point(1, 0) - first);
    state.down = normalized(image.point(0, 1) - first);
    if (std::abs(dot(image.normal(), plain.axis)) < 0.999) // a cut across the images: now it lies along them
        state.axis = image.normal();
    for (int turned = 0; turned < presentation.rotation; turned += 90)
        state.rotate();
    if (presentation.flipped)
        state.mirror();
    std::array<double, 4> edges{0, 0, double(image.columns), double(image.rows)};
    if (const DisplayedArea *area = presentation.areaOf(image.sopInstance, image.frame)) {
        edges = {std::min(area->topLeft[0], area->bottomRight[0]) - 1.0,
                 std::min(area->topLeft[1], area->bottomRight[1]) - 1.0,
                 double(std::max(area->topLeft[0], area->bottomRight[0])),
                 double(std::max(area->topLeft[1], area->bottomRight[1]))};
        if (area->size == DisplayedArea::Size::Magnify)
            state.mmPerPixel = image.columnSpacing() / area->magnification;
    }
    const Vec3 topLeft = image.point(edges[0], edges[1]);
    const Vec3 bottomRight = image.point(edges[2], edges[3]);
    const Vec3 across = bottomRight - topLeft;
    state.center = (topLeft + bottomRight) * 0.5;
    const DisplayedArea *area = presentation.areaOf(image.sopInstance, image.frame);
    if (!area || area->size != DisplayedArea::Size::Magnify)
        state.mmPerPixel = std::max({std::abs(dot(across, state.right)) / std::max(size.width(), 1),
                                     std::abs(dot(across, state.down)) / std::max(size.height(), 1), 1e-4});
    return state;
}

} // namespace Chartline::Ui
