// SPDX-License-Identifier: Apache-2.0
#include "security/StepList.h"

#include "theme/Icon.h"
#include "theme/Theme.h"

#include <QGuiApplication>
#include <QPainter>

namespace Chartline::Ui {

namespace {
constexpr int rowHeight = 52;
constexpr int dot = 26;
} // namespace

StepList::StepList(const QStringList &steps, QWidget *parent)
    : QWidget(parent)
    , m_steps(steps)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCurrent(0);
}

void StepList::setCurrent(int step)
{
    m_current = step;
    setAccessibleName(tr("Step %1 of %2: %3").arg(step + 1).arg(m_steps.size()).arg(m_steps.value(step)));
    update();
}

QSize StepList::sizeHint() const
{
    const QFontMetrics metrics(Theme::font(TextStyle::BodyStrong));
    int width = 0;
    for (const QString &step : m_steps)
        width = std::max(width, metrics.horizontalAdvance(step));
    return {dot + Space::m + width + Space::l, int(m_steps.size()) * rowHeight};
}

void StepList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // The sheet halves the placeholder colour of a widget's own palette.
    const QPalette colors = QGuiApplication::palette();
    const QColor accent = colors.color(QPalette::Accent);
    const QColor muted = colors.color(QPalette::PlaceholderText);
    for (int i = 0; i < m_steps.size(); ++i) {
        const QRectF circle(1, i * rowHeight + (rowHeight - dot) / 2.0, dot, dot);
        if (i + 1 < m_steps.size()) {
            painter.setPen(QPen(i < m_current ? accent : colors.color(QPalette::Mid), 2));
            painter.drawLine(QPointF(circle.center().x(), circle.bottom() + 4),
                             QPointF(circle.center().x(), circle.top() + rowHeight - 4));
        }
        const bool reached = i <= m_current;
        painter.setPen(QPen(reached ? accent : muted, 1.5));
        painter.setBrush(reached ? QBrush(accent) : QBrush(Qt::NoBrush));
        painter.drawEllipse(circle);
        const QColor inside = reached ? colors.color(QPalette::Base) : muted;
        if (i < m_current) {
            Icon::paint(painter, circle.adjusted(4, 4, -4, -4), Icon::Name::Check, inside);
        } else {
            painter.setPen(inside);
            painter.setFont(Theme::font(TextStyle::BodyStrong));
            painter.drawText(circle, Qt::AlignCenter, QString::number(i + 1));
        }
        painter.setPen(i == m_current ? colors.color(QPalette::WindowText) : muted);
        painter.setFont(Theme::font(i == m_current ? TextStyle::BodyStrong : TextStyle::Body));
        painter.drawText(QRectF(dot + Space::m, i * rowHeight, width() - dot - Space::m, rowHeight), Qt::AlignVCenter,
                         m_steps.at(i));
    }
}

} // namespace Chartline::Ui
