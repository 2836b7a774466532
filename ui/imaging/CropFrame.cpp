// SPDX-License-Identifier: Apache-2.0
#include "imaging/CropFrame.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr double s_thinnest = 2; // mm
constexpr double s_reach = 12; // logical pixels around a handle
constexpr double s_radius = 5;
constexpr QColor s_edge(255, 210, 74, 150);
constexpr QColor s_handle(255, 210, 74);

std::size_t axisOf(int face)
{
    return std::size_t(face / 2);
}

bool isHigh(int face)
{
    return face % 2 == 1;
}

} // namespace

void CropFrame::begin(const Volume &volume)
{
    m_whole = boxAround(volume);
    m_box = m_whole;
    m_face = 0;
}

void CropFrame::moveFace(double mm)
{
    if (!m_box)
        return;
    const std::size_t axis = axisOf(m_face);
    if (isHigh(m_face))
        m_box->high[axis] = std::clamp(m_box->high[axis] + mm, m_box->low[axis] + s_thinnest,
                                       std::max(m_whole.high[axis], m_box->low[axis] + s_thinnest));
    else
        m_box->low[axis] =
            std::clamp(m_box->low[axis] - mm, std::min(m_whole.low[axis], m_box->high[axis] - s_thinnest),
                       m_box->high[axis] - s_thinnest);
}

std::optional<QPointF> CropFrame::onScreen(const Vec3 &point, const SceneCamera &camera, const QSizeF &view)
{
    const Vec3 from = point - camera.focus;
    double pixelsPerMm = view.height() / std::max(camera.height, 1e-9);
    if (camera.perspective) {
        const double depth = camera.distance() + dot(from, camera.forward());
        if (depth <= camera.distance() * 0.01)
            return std::nullopt;
        pixelsPerMm *= camera.distance() / depth;
    }
    return QPointF(view.width() / 2 + dot(from, camera.right) * pixelsPerMm,
                   view.height() / 2 + dot(from, camera.down) * pixelsPerMm);
}

Vec3 CropFrame::corner(int index) const
{
    Vec3 at{};
    for (std::size_t i = 0; i < 3; ++i)
        at[i] = ((unsigned(index) >> i) & 1U) != 0 ? m_box->high[i] : m_box->low[i];
    return at;
}

Vec3 CropFrame::handle(int face) const
{
    Vec3 at = (m_box->low + m_box->high) * 0.5;
    at[axisOf(face)] = isHigh(face) ? m_box->high[axisOf(face)] : m_box->low[axisOf(face)];
    return at;
}

void CropFrame::drag(const QPointF &pixels, const SceneCamera &camera, const QSizeF &view)
{
    if (!m_box)
        return;
    Vec3 outwards{0, 0, 0};
    outwards[axisOf(m_face)] = isHigh(m_face) ? 1 : -1;
    const auto from = onScreen(handle(m_face), camera, view);
    const auto to = onScreen(handle(m_face) + outwards, camera, view);
    if (!from || !to)
        return;
    const QPointF perMm = *to - *from;
    const double square = QPointF::dotProduct(perMm, perMm);
    // A face seen from straight ahead cannot be dragged: any movement would throw it across the volume.
    if (square > 1e-3)
        moveFace(QPointF::dotProduct(pixels, perMm) / square);
}

std::optional<int> CropFrame::faceAt(const QPointF &at, const SceneCamera &camera, const QSizeF &view) const
{
    std::optional<int> nearest;
    double best = s_reach;
    for (int face = 0; m_box && face < faces; ++face) {
        const auto point = onScreen(handle(face), camera, view);
        const double distance = point ? std::hypot(point->x() - at.x(), point->y() - at.y()) : best;
        if (distance < best) {
            best = distance;
            nearest = face;
        }
    }
    return nearest;
}

void CropFrame::paint(QPainter &painter, const SceneCamera &camera, const QSizeF &view) const
{
    if (!m_box)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(s_edge, 1));
    for (int from = 0; from < 8; ++from) {
        for (const int axis : {1, 2, 4}) {
            if ((from & axis) != 0)
                continue;
            const auto a = onScreen(corner(from), camera, view);
            const auto b = onScreen(corner(from | axis), camera, view);
            if (a && b)
                painter.drawLine(*a, *b);
        }
    }
    for (int face = 0; face < faces; ++face) {
        const auto at = onScreen(handle(face), camera, view);
        if (!at)
            continue;
        painter.setPen(QPen(s_handle, 1.5));
        painter.setBrush(face == m_face ? QBrush(s_handle) : QBrush(QColor(9, 12, 16)));
        painter.drawEllipse(*at, s_radius, s_radius);
    }
    painter.restore();
}

} // namespace Chartline::Ui
