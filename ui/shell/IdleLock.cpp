// SPDX-License-Identifier: Apache-2.0
#include "shell/IdleLock.h"

#include <QCoreApplication>
#include <QEvent>

namespace Chartline::Ui {

IdleLock::IdleLock(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleLock::idle);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleLock::setMinutes(int minutes)
{
    m_minutes = std::max(0, minutes);
    restart();
}

void IdleLock::arm(bool armed)
{
    m_armed = armed;
    restart();
}

void IdleLock::restart()
{
    if (m_armed && m_minutes > 0)
        m_timer.start(m_minutes * 60 * 1000);
    else
        m_timer.stop();
}

bool IdleLock::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletMove:
        if (m_timer.isActive())
            restart();
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Chartline::Ui
