// SPDX-License-Identifier: Apache-2.0
#include "imaging/MeasureTool.h"

#include "imaging/MeasureEdit.h"
#include "measure/MeasureGeometry.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <cmath>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr double s_near = 7; // logical pixels: a handle is hit
constexpr double s_nearLine = 5;
constexpr double s_click = 4; // less is no drag
constexpr double s_outlineStep = 2.5; // between the points of an outline

double distanceToLine(const QPointF &p, const QPointF &a, const QPointF &b)
{
    const QPointF along = b - a;
    const double size = QPointF::dotProduct(along, along);
    const double part = size > 0 ? std::clamp(QPointF::dotProduct(p - a, along) / size, 0.0, 1.0) : 0;
    const QPointF away = p - (a + along * part);
    return std::hypot(away.x(), away.y());
}

double distance(const QPointF &a, const QPointF &b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

} // namespace

MeasureTool::MeasureTool(ImageView *view)
    : QObject(view)
    , m_view(view)
{ }

MeasureTool::~MeasureTool() = default;

void MeasureTool::setSet(MeasureSet *set)
{
    m_set = set;
    if (!set)
        return;
    connect(set, &MeasureSet::changed, this, [this] {
        if (m_drag.grip != Grip::None && !m_set->find(m_drag.uid))
            m_drag = {};
        m_view->update();
    });
    connect(set, &MeasureSet::redrawn, this, [this] { m_view->update(); });
}

void MeasureTool::setGround(const MeasureGround &ground)
{
    if (ground.seriesUid() != m_ground.seriesUid())
        cancel();
    m_ground = ground;
    m_view->update();
}

void MeasureTool::setAlignedPlaces(const QList<AlignedPlace> &places)
{
    if (places == m_places)
        return;
    m_places = places;
    m_view->update();
}

bool MeasureTool::canMeasure() const
{
    return m_set && m_set->isOpen() && !m_ground.isEmpty() && m_view->content();
}

Vec3 MeasureTool::content(const QPointF &at) const
{
    return m_view->state().toContent(at, m_view->size());
}

QPointF MeasureTool::pixel(const Vec3 &point) const
{
    return m_view->state().toView(point, m_view->size());
}

// What of the measurements is under the mouse; the chosen one's handles first.
std::optional<MeasureTool::Drag> MeasureTool::grip(const QPointF &at) const
{
    std::optional<Drag> found;
    double least = s_near;
    for (const Seen &one : seen()) {
        if (one.dimmed || !one.crossings.isEmpty())
            continue;
        const QString &uid = one.item->stored.uid;
        const bool chosen = uid == m_set->chosen();
        Drag drag;
        drag.uid = uid;
        drag.points = m_ground.inView(one.item->shape, m_view->state()).points;
        for (qsizetype i = 0; i < one.handles.size(); ++i) {
            const double away = distance(at, one.handles[i]) - (chosen ? 2 : 0);
            if (away < least) {
                least = away;
                drag.grip = Grip::Handle;
                drag.handle = std::size_t(i);
                found = drag;
            }
        }
        if (found && found->uid == uid)
            continue;
        drag.grip = Grip::None;
        if (one.text.contains(at))
            drag.grip = Grip::Text;
        for (const QPolygonF &line : one.strokes) {
            for (qsizetype i = 1; i < line.size(); ++i) {
                if (distanceToLine(at, line[i - 1], line[i]) < s_nearLine)
                    drag.grip = Grip::Body;
            }
        }
        if (drag.grip != Grip::None && (!found || chosen))
            found = drag;
    }
    return found;
}

bool MeasureTool::press(const QMouseEvent &event)
{
    if (!canMeasure() || event.button() != Qt::LeftButton || (event.modifiers() & Qt::AltModifier))
        return false;
    const QPointF at = event.position();
    if (hasLeftSlice())
        m_draft.reset();
    if (m_draft) {
        m_draft->down = true;
        m_draft->pressed = at;
        m_draft->live = content(at);
        if (m_draft->kind == MeasureKind::Cobb && m_draft->clicks.size() == 2)
            m_draft->clicks.push_back(m_draft->live);
        return true;
    }
    if (auto drag = grip(at)) {
        const bool wasChosen = m_set->chosen() == drag->uid;
        m_set->choose(drag->uid);
        drag->from = content(at);
        drag->pressed = at;
        drag->offset = m_set->textOffset(drag->uid);
        // A line that was not chosen is chosen by the first press and moved by the next: nothing moves by accident.
        if (drag->grip == Grip::Body && !wasChosen)
            drag->grip = Grip::None;
        m_drag = *drag;
        if (m_drag.grip == Grip::None)
            m_drag.uid.clear();
        m_view->update();
        return true;
    }
    if (const auto kind = MeasureText::kindOf(m_view->tool())) {
        begin(*kind, at);
        return true;
    }
    m_set->choose({});
    return false;
}

void MeasureTool::begin(MeasureKind kind, const QPointF &at)
{
    m_set->choose({});
    m_draft = Draft{kind, {content(at)}, content(at), at, true};
    if (kind == MeasureKind::Probe)
        clicked();
    m_view->update();
}

// Scrolled away while drawing: points of two slices are no measurement.
bool MeasureTool::hasLeftSlice() const
{
    return m_draft && std::ranges::any_of(m_draft->clicks, [this](const Vec3 &click) {
               return std::abs(m_view->state().offPlane(click)) > halfSlice();
           });
}

bool MeasureTool::move(const QMouseEvent &event)
{
    if (hasLeftSlice())
        m_draft.reset();
    if (m_draft) {
        m_draft->live = content(event.position());
        if (m_draft->kind == MeasureKind::Freehand && m_draft->down && m_draft->clicks.size() < mostOutlinePoints
            && distance(pixel(m_draft->clicks.back()), event.position()) >= s_outlineStep)
            m_draft->clicks.push_back(m_draft->live);
        m_view->update();
        return true;
    }
    if (m_drag.grip == Grip::None || !(event.buttons() & Qt::LeftButton))
        return false;
    dragTo(event.position());
    return true;
}

void MeasureTool::dragTo(const QPointF &at)
{
    if (!m_drag.moved && distance(at, m_drag.pressed) < s_click / 2)
        return;
    m_drag.moved = true;
    const MeasureItem *item = m_set->find(m_drag.uid);
    if (!item)
        return;
    if (m_drag.grip == Grip::Text) {
        m_set->setTextOffset(m_drag.uid, m_drag.offset + at - m_drag.pressed);
        return;
    }
    const Vec3 by = content(at) - m_drag.from;
    const MeasureKind kind = item->shape.kind;
    const std::vector<Vec3> points = m_drag.grip == Grip::Body ? MeasureEdit::shifted(m_drag.points, by)
                                                               : MeasureEdit::moved(kind, m_drag.points, m_drag.handle,
                                                                                    m_drag.points[m_drag.handle] + by);
    const Measurement own = m_ground.measurement(kind, points);
    m_set->preview(m_drag.uid, own, m_ground.figures(own, m_view->state()));
}

bool MeasureTool::release(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return m_draft.has_value();
    if (m_draft) {
        if (!m_draft->down)
            return true;
        m_draft->down = false;
        m_draft->live = content(event.position());
        if (m_draft->kind == MeasureKind::Freehand)
            finish(std::exchange(m_draft->clicks, {}));
        else if (distance(pixel(m_draft->clicks.back()), event.position()) >= s_click) {
            m_draft->clicks.push_back(m_draft->live);
            clicked();
        }
        m_view->update();
        return true;
    }
    if (m_drag.grip == Grip::None)
        return false;
    const Drag drag = std::exchange(m_drag, {});
    if (drag.moved && drag.grip != Grip::Text)
        m_set->keep(drag.uid);
    return true;
}

// A point was set: enough for this kind, or on to the next.
void MeasureTool::clicked()
{
    if (m_draft->clicks.size() >= MeasureEdit::clicksOf(m_draft->kind))
        finish(MeasureEdit::fromClicks(m_draft->kind, m_draft->clicks, m_view->state()));
}

// With the mouse as the next point.
std::vector<Vec3> MeasureTool::draftPoints() const
{
    std::vector<Vec3> clicks = m_draft->clicks;
    if (m_draft->kind != MeasureKind::Freehand && clicks.size() < MeasureEdit::clicksOf(m_draft->kind)
        && !(m_draft->kind == MeasureKind::Cobb && clicks.size() == 2 && !m_draft->down))
        clicks.push_back(m_draft->live);
    return MeasureEdit::fromClicks(m_draft->kind, clicks, m_view->state());
}

void MeasureTool::finish(const std::vector<Vec3> &points)
{
    const MeasureKind kind = m_draft->kind;
    m_draft.reset();
    MeasureItem item;
    item.shape = m_ground.measurement(kind, points);
    m_view->update();
    const bool region = isRegion(kind);
    if (!isSound(item.shape) || (region && !RegionShape::of(item.shape)))
        return;
    item.figures = m_ground.figures(item.shape, m_view->state());
    m_ground.describe(item, m_view->state());
    if (const QString uid = m_set->add(std::move(item)); !uid.isEmpty())
        Q_EMIT added(uid);
}

void MeasureTool::cancel()
{
    const bool dragged = m_drag.moved && m_drag.grip != Grip::Text;
    if (dragged && m_set && m_set->find(m_drag.uid)) {
        const Measurement own = m_ground.measurement(m_set->find(m_drag.uid)->shape.kind, m_drag.points);
        m_set->preview(m_drag.uid, own, m_ground.figures(own, m_view->state()));
    }
    m_draft.reset();
    m_drag = {};
    m_view->update();
}

bool MeasureTool::key(const QKeyEvent &event)
{
    if (!canMeasure())
        return false;
    if (event.key() == Qt::Key_Escape) {
        if (m_draft || m_drag.grip != Grip::None) {
            cancel();
            return true;
        }
        const bool chosen = !m_set->chosen().isEmpty();
        m_set->choose({});
        return chosen;
    }
    if (event.matches(QKeySequence::Undo) && m_set->canRestore()) {
        m_set->restore();
        return true;
    }
    if (event.key() == Qt::Key_Delete || event.key() == Qt::Key_Backspace) {
        // Only what is seen is removed.
        const QString uid = m_set->chosen();
        if (uid.isEmpty() || !shown().contains(uid))
            return false;
        m_set->remove(uid);
        return true;
    }
    return false;
}

} // namespace Chartline::Ui
