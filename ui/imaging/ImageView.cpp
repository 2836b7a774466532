// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImageView.h"

#include "imaging/MeasureTool.h"

#include <QMouseEvent>
#include <QWheelEvent>
#include <cmath>

namespace Chartline::Ui {

namespace {

constexpr double s_zoomStep = 1.2;
constexpr int s_keyPan = 32; // logical pixels
constexpr double s_keyTurn = 5; // degrees
constexpr double s_pixelsPerSlice = 6; // of a drag with the scroll tool
constexpr double s_defaultRate = 15; // frames a second, where the picture states none

} // namespace

ImageView::ImageView(QWidget *parent)
    : QWidget(parent)
    , m_measure(new MeasureTool(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Image"));
    connect(&m_cine, &QTimer::timeout, this, [this] {
        if (!m_content)
            return;
        const int count = m_content->sliceCount(m_state);
        const int at = m_content->sliceAt(m_state);
        scrollSlices(at + 1 >= count ? -at : 1);
    });
}

ImageView::~ImageView() = default;

void ImageView::setContent(std::shared_ptr<ImageContent> content)
{
    setPlaying(false);
    m_content = std::move(content);
    m_message.clear();
    m_isError = false;
    if (m_content) {
        m_state = m_content->initial(size());
        m_fitted = true;
    }
    redraw();
}

void ImageView::setMessage(const QString &words, bool isError)
{
    m_message = words;
    m_isError = isError;
    if (!m_content)
        setAccessibleDescription(words);
    update();
}

void ImageView::setState(const ImageState &state)
{
    if (state == m_state)
        return;
    m_fitted = m_fitted && qFuzzyCompare(state.mmPerPixel, m_state.mmPerPixel);
    m_state = state;
    redraw();
}

void ImageView::fit()
{
    if (!m_content)
        return;
    edit([this](ImageState &state) {
        const ImageState fitted = m_content->initial(size());
        // Where it is in depth, and its window, stay.
        const double depth = state.offPlane(fitted.center);
        state.center = fitted.center - state.axis * depth;
        state.mmPerPixel = fitted.mmPerPixel;
    });
    m_fitted = true;
}

void ImageView::setTool(ViewTool tool)
{
    if (tool != m_tool)
        m_measure->cancel();
    m_tool = tool;
    setCursor(MeasureText::kindOf(tool) ? Qt::CrossCursor : Qt::ArrowCursor);
}

void ImageView::setCaption(const QString &caption)
{
    m_caption = caption;
    setAccessibleName(caption.isEmpty() ? tr("Image") : caption);
    update();
}

void ImageView::setPatient(const QString &patient, bool differs)
{
    m_patient = patient;
    m_patientDiffers = differs;
    update();
}

void ImageView::setNotes(const QStringList &notes)
{
    m_notes = notes;
    update();
}

void ImageView::setCursorPoint(const std::optional<Imaging::Vec3> &point)
{
    m_cursor = point;
    update();
}

void ImageView::setActive(bool active)
{
    m_active = active;
    update();
}

void ImageView::setPlaying(bool play)
{
    if (!play) {
        m_cine.stop();
        return;
    }
    if (!m_content || m_content->sliceCount(m_state) < 2)
        return;
    const double rate = m_content->cineRate() > 0 ? m_content->cineRate() : s_defaultRate;
    m_cine.start(std::max(1, int(std::lround(1000 / rate))));
}

void ImageView::edit(const std::function<void(ImageState &)> &change)
{
    if (!m_content)
        return;
    const ImageState before = m_state;
    change(m_state);
    if (m_state == before)
        return;
    m_fitted = m_fitted && qFuzzyCompare(before.mmPerPixel, m_state.mmPerPixel);
    redraw();
    Q_EMIT stateEdited(before);
}

void ImageView::scrollSlices(int count)
{
    if (!m_content || count == 0)
        return;
    edit([&](ImageState &state) {
        const int at = m_content->sliceAt(state);
        const int to = std::clamp(at + count, 0, std::max(m_content->sliceCount(state) - 1, 0));
        state.scrollBy((to - at) * m_content->sliceStep(state));
    });
}

void ImageView::applyWindow(const Imaging::Window &window, bool inverted)
{
    edit([&](ImageState &state) {
        state.window = window;
        state.inverted = inverted;
    });
}

void ImageView::redraw()
{
    m_stale = true;
    update();
}

void ImageView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_content && m_fitted) {
        const ImageState fitted = m_content->initial(size());
        m_state.mmPerPixel = fitted.mmPerPixel;
    }
    m_stale = true;
}

void ImageView::mousePressEvent(QMouseEvent *event)
{
    forgetPointer();
    Q_EMIT activated();
    if (m_measure->press(*event)) {
        m_button = Qt::NoButton;
        return;
    }
    m_button = event->button();
    m_last = event->position();
    m_scrolled = 0;
    m_turning = m_button == Qt::LeftButton && m_tool == ViewTool::Crosshair && m_content && isOnHandle(m_last);
    if (m_button == Qt::LeftButton && m_tool == ViewTool::Crosshair && m_content && !m_turning)
        Q_EMIT cursorMoved(m_state.toContent(event->position(), size()));
    if (m_button == Qt::LeftButton && (event->modifiers() & Qt::AltModifier)) {
        m_magnify = true;
        update();
    }
}

void ImageView::mouseMoveEvent(QMouseEvent *event)
{
    forgetPointer();
    m_mouse = event->position();
    if (m_button == Qt::NoButton && m_measure->move(*event)) {
        update();
        return;
    }
    if (m_button == Qt::NoButton && m_tool == ViewTool::Crosshair)
        setCursor(isOnHandle(m_mouse) ? Qt::OpenHandCursor : Qt::ArrowCursor);
    if (m_button != Qt::NoButton && !m_magnify)
        drag(m_last, event->position());
    m_last = event->position();
    update();
}

void ImageView::drag(const QPointF &from, const QPointF &to)
{
    const QPointF moved = to - from;
    ViewTool tool = m_tool;
    if (m_button == Qt::MiddleButton)
        tool = ViewTool::Pan;
    else if (m_button == Qt::RightButton)
        tool = m_tool == ViewTool::Window ? ViewTool::Zoom : ViewTool::Window;
    switch (tool) {
    case ViewTool::Window:
        if (m_content && !m_content->isColour())
            edit([&](ImageState &state) { state.dragWindow(moved, m_content->range()); });
        return;
    case ViewTool::Crosshair:
        if (m_turning && m_cursor)
            turnCursor(from, to);
        else if (m_content)
            Q_EMIT cursorMoved(m_state.toContent(to, size()));
        return;
    case ViewTool::Pan: edit([&](ImageState &state) { state.panBy(moved); }); return;
    case ViewTool::Zoom: {
        const QPointF middle(width() / 2.0, height() / 2.0);
        edit([&](ImageState &state) { state.zoomBy(std::exp(-moved.y() / 150), middle, size()); });
        return;
    }
    case ViewTool::Scroll: {
        m_scrolled += moved.y() / s_pixelsPerSlice;
        const double whole = std::trunc(m_scrolled);
        m_scrolled -= whole;
        scrollSlices(int(whole));
        return;
    }
    case ViewTool::Probe:
    case ViewTool::Length:
    case ViewTool::Angle:
    case ViewTool::Cobb:
    case ViewTool::Bidirectional:
    case ViewTool::Ellipse:
    case ViewTool::Rectangle:
    case ViewTool::Freehand: return;
    }
}

void ImageView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_button == Qt::NoButton && m_measure->release(*event))
        return;
    m_button = Qt::NoButton;
    if (m_magnify) {
        m_magnify = false;
        update();
    }
}

void ImageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    // While something is being drawn the second click is a point of it.
    if (m_measure->isDrawing() && m_measure->press(*event))
        return;
    if (event->button() == Qt::LeftButton)
        Q_EMIT doubleClicked();
}

void ImageView::wheelEvent(QWheelEvent *event)
{
    Q_EMIT activated();
    const double notches = event->angleDelta().y() / 120.0;
    if (event->modifiers() & Qt::ControlModifier) {
        edit([&](ImageState &state) { state.zoomBy(std::pow(s_zoomStep, notches), event->position(), size()); });
    } else {
        m_scrolled -= notches * ((event->modifiers() & Qt::ShiftModifier) ? 5 : 1);
        const double whole = std::trunc(m_scrolled);
        m_scrolled -= whole;
        scrollSlices(int(whole));
    }
    event->accept();
}

void ImageView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_mouse = {-1, -1};
    update();
}

void ImageView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    Q_EMIT activated();
}

void ImageView::keyPressEvent(QKeyEvent *event)
{
    if (m_measure->key(*event) || pointerFor(event->key(), event->modifiers())
        || keyFor(event->key(), event->modifiers()) || moveFor(event->key(), event->modifiers())) {
        event->accept();
        return;
    }
    QWidget::keyPressEvent(event);
}

void ImageView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_M && !event->isAutoRepeat() && m_magnify) {
        m_magnify = false;
        update();
        return;
    }
    QWidget::keyReleaseEvent(event);
}

bool ImageView::keyFor(int key, Qt::KeyboardModifiers modifiers)
{
    if (modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (key >= Qt::Key_1 && key <= Qt::Key_9) {
        Q_EMIT windowPresetRequested(key - Qt::Key_1 + 1);
        return true;
    }
    switch (key) {
    case Qt::Key_I: edit([](ImageState &state) { state.inverted = !state.inverted; }); return true;
    case Qt::Key_H: edit([](ImageState &state) { state.mirror(); }); return true;
    case Qt::Key_V: edit([](ImageState &state) { state.flip(); }); return true;
    case Qt::Key_R: edit([](ImageState &state) { state.rotate(); }); return true;
    case Qt::Key_N: edit([](ImageState &state) { state.nearest = !state.nearest; }); return true;
    case Qt::Key_F: fit(); return true;
    case Qt::Key_0: Q_EMIT straightenRequested(); return true;
    case Qt::Key_BracketLeft: Q_EMIT cursorTurned(-s_keyTurn); return true;
    case Qt::Key_BracketRight: Q_EMIT cursorTurned(s_keyTurn); return true;
    case Qt::Key_Space: setPlaying(!isPlaying()); return true;
    case Qt::Key_M:
        m_magnify = true;
        update();
        return true;
    default: return false;
    }
}

bool ImageView::moveFor(int key, Qt::KeyboardModifiers modifiers)
{
    const bool shift = modifiers & Qt::ShiftModifier;
    const QPointF middle(width() / 2.0, height() / 2.0);
    const auto pan = [&](double x, double y) {
        edit([&](ImageState &state) { state.panBy({x * s_keyPan, y * s_keyPan}); });
    };
    switch (key) {
    case Qt::Key_Down: shift ? pan(0, -1) : scrollSlices(1); return true;
    case Qt::Key_Up: shift ? pan(0, 1) : scrollSlices(-1); return true;
    case Qt::Key_Left:
        if (shift)
            pan(1, 0);
        return shift;
    case Qt::Key_Right:
        if (shift)
            pan(-1, 0);
        return shift;
    case Qt::Key_PageDown: scrollSlices(10); return true;
    case Qt::Key_PageUp: scrollSlices(-10); return true;
    case Qt::Key_Home: scrollSlices(-1'000'000); return true;
    case Qt::Key_End: scrollSlices(1'000'000); return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal: edit([&](ImageState &state) { state.zoomBy(s_zoomStep, middle, size()); }); return true;
    case Qt::Key_Minus: edit([&](ImageState &state) { state.zoomBy(1 / s_zoomStep, middle, size()); }); return true;
    default: return false;
    }
}

} // namespace Chartline::Ui
