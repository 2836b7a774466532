// SPDX-License-Identifier: Apache-2.0
#include "shell/Overlay.h"

#include <QEvent>
#include <QPainter>

namespace Chartline::Ui {

Overlay::Overlay(QWidget *parent)
    : QWidget(parent)
{
    parent->installEventFilter(this);
    hide();
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void Overlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Shadow));
}

void Overlay::showEvent(QShowEvent *event)
{
    setGeometry(parentWidget()->rect());
    raise();
    QWidget::showEvent(event);
}

} // namespace Chartline::Ui
