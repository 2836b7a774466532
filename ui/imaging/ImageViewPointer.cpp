// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImageView.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

namespace Chartline::Ui {

namespace {

constexpr double s_step = 8; // logical pixels
constexpr double s_fineStep = 1;
constexpr double s_arm = 9; // of the cross

} // namespace

// Whatever a tool does with the mouse, keys can do: Ctrl and arrows move a pointer, Enter clicks where it is.
bool ImageView::pointerFor(int key, Qt::KeyboardModifiers modifiers)
{
    if (!m_content)
        return false;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (modifiers & ~Qt::KeypadModifier)
            return false;
        clickPointer();
        return true;
    }
    if (!(modifiers & Qt::ControlModifier))
        return false;
    const double step = (modifiers & Qt::ShiftModifier) ? s_fineStep : s_step;
    QPointF by;
    switch (key) {
    case Qt::Key_Left: by = {-step, 0}; break;
    case Qt::Key_Right: by = {step, 0}; break;
    case Qt::Key_Up: by = {0, -step}; break;
    case Qt::Key_Down: by = {0, step}; break;
    default: return false;
    }
    const QPointF at = pointer() + by;
    m_pointer = QPointF(std::clamp(at.x(), 0.0, width() - 1.0), std::clamp(at.y(), 0.0, height() - 1.0));
    sendMouse(QEvent::MouseMove);
    return true;
}

QPointF ImageView::pointer() const
{
    return m_pointer.value_or(QPointF(width() / 2.0, height() / 2.0));
}

// An outline is drawn with the button held: the first Enter presses it, the second lets it go.
void ImageView::clickPointer()
{
    if (m_pointerDown) {
        m_pointerDown = false;
        sendMouse(QEvent::MouseButtonRelease);
        return;
    }
    sendMouse(QEvent::MouseButtonPress);
    m_pointerDown = m_tool == ViewTool::Freehand;
    if (!m_pointerDown)
        sendMouse(QEvent::MouseButtonRelease);
}

void ImageView::sendMouse(QEvent::Type type)
{
    m_pointer = pointer();
    const bool pressed = type == QEvent::MouseButtonPress || (type == QEvent::MouseMove && m_pointerDown);
    QMouseEvent event(type, *m_pointer, mapToGlobal(*m_pointer),
                      type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                      pressed ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
    m_byKeys = true;
    if (type == QEvent::MouseButtonPress)
        mousePressEvent(&event);
    else if (type == QEvent::MouseButtonRelease)
        mouseReleaseEvent(&event);
    else
        mouseMoveEvent(&event);
    m_byKeys = false;
    update();
}

void ImageView::forgetPointer()
{
    if (m_byKeys || !m_pointer)
        return;
    m_pointer.reset();
    m_pointerDown = false;
    update();
}

void ImageView::paintPointer(QPainter &painter) const
{
    if (!m_pointer || !hasFocus())
        return;
    for (const auto &[color, width] : {std::pair{QColor(0, 0, 0, 200), 3.0}, std::pair{QColor(255, 210, 74), 1.0}}) {
        painter.setPen(QPen(color, width));
        painter.drawLine(*m_pointer - QPointF(s_arm, 0), *m_pointer + QPointF(s_arm, 0));
        painter.drawLine(*m_pointer - QPointF(0, s_arm), *m_pointer + QPointF(0, s_arm));
    }
}

} // namespace Chartline::Ui
