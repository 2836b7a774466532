// SPDX-License-Identifier: Apache-2.0
#include "imaging/MeasureEdit.h"
#include "imaging/MeasureTool.h"
#include "measure/MeasureGeometry.h"

#include <cmath>

namespace Chartline::Ui {

using namespace Imaging;

// A measurement within this of the plane, mm, lies in the slice that is shown.
double MeasureTool::halfSlice() const
{
    const ImageState &state = m_view->state();
    const double step = m_view->content()->sliceStep(state);
    return std::max(step, state.slabMode == SlabMode::Single ? 0 : state.slab) / 2 + 1e-3;
}

std::optional<MeasureTool::Seen> MeasureTool::see(const MeasureItem &item) const
{
    const ImageState &state = m_view->state();
    if (!m_ground.shows(item, state))
        return std::nullopt;
    const Measurement here = m_ground.inView(item.shape, state);
    double off = 0;
    for (const Vec3 &point : here.points)
        off = std::max(off, std::abs(state.offPlane(point)));
    const double half = halfSlice();
    Seen seen;
    seen.item = &item;
    if (off > 3 * half) {
        for (const Vec3 &point : crossings(here, state.center, state.axis, half))
            seen.crossings << pixel(point);
        return seen.crossings.isEmpty() ? std::nullopt : std::optional(seen);
    }
    seen.dimmed = off > half;
    for (const Stroke &stroke : strokesOf(here)) {
        QPolygonF line;
        for (const Vec3 &point : stroke.points)
            line << pixel(point);
        if (stroke.closed && !line.isEmpty())
            line << line.first();
        seen.strokes.push_back(line);
    }
    if (MeasureEdit::hasHandles(here.kind)) {
        for (const Vec3 &point : here.points)
            seen.handles << pixel(point);
    }
    if (!seen.dimmed) {
        if (!item.stored.label.isEmpty() || m_set->finding(item.stored.finding))
            seen.words.append(MeasureText::name(item, *m_set));
        seen.words += MeasureText::figures(item.figures) + doubts(item);
        placeText(seen);
    }
    return seen;
}

// Values of regions are those of one slice at one time, which may not be what the picture shows.
QStringList MeasureTool::doubts(const MeasureItem &item) const
{
    const bool values = figure(item.figures, Figure::Kind::Mean) || figure(item.figures, Figure::Kind::Value);
    QStringList words;
    if (values && m_view->state().slabMode != SlabMode::Single && m_view->state().slab > 0)
        words.append(tr("values of the slice, not of the slab"));
    if (values && m_ground.isOfOtherTime(item))
        words.append(tr("values of another point in time"));
    return words;
}

std::vector<MeasureTool::Seen> MeasureTool::seen() const
{
    std::vector<Seen> all;
    if (!m_set || m_ground.isEmpty() || !m_view->content())
        return all;
    for (const MeasureItem &item : m_set->items()) {
        if (auto one = see(item))
            all.push_back(std::move(*one));
    }
    return all;
}

QStringList MeasureTool::texts() const
{
    QStringList texts;
    for (const Seen &one : seen()) {
        if (!one.words.isEmpty())
            texts.append(MeasureText::kind(one.item->shape.kind) + u' ' + one.words.join(QStringLiteral(" · ")));
    }
    for (const AlignedPlace &place : m_places) {
        if (m_view->content() && std::abs(m_view->state().offPlane(place.point)) <= std::max(place.radius, halfSlice()))
            texts.append(place.words);
    }
    return texts;
}

QStringList MeasureTool::shown() const
{
    QStringList uids;
    for (const Seen &one : seen()) {
        if (!one.dimmed && one.crossings.isEmpty())
            uids.append(one.item->stored.uid);
    }
    return uids;
}

} // namespace Chartline::Ui
