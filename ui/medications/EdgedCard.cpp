// SPDX-License-Identifier: Apache-2.0
#include "medications/EdgedCard.h"

#include "theme/Layouts.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace Chartline::Ui {

namespace {

constexpr int s_edge = 5;

} // namespace

EdgedCard::EdgedCard(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_color([](const Theme &of) { return of.colors().borderStrong; })
    , m_column(makeColumn(this, Space::m, 6))
{
    m_column->setContentsMargins(Space::l, 10, Space::m, 10);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

void EdgedCard::setEdge(Edge edge, Color color)
{
    m_edge = edge;
    m_color = std::move(color);
    update();
}

void EdgedCard::setSelected(bool selected)
{
    if (m_selected == selected)
        return;
    m_selected = selected;
    update();
}

QLabel *EdgedCard::addParagraph(const QString &text, QBoxLayout *into)
{
    QLabel *label = makeParagraph(text, Tone::Normal, this);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumWidth(10);
    (into != nullptr ? into : m_column)->addWidget(label);
    return label;
}

void EdgedCard::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath outline;
    outline.addRoundedRect(box, Radius::large, Radius::large);
    painter.fillPath(outline, colors.surface);
    painter.save();
    painter.setClipPath(outline);
    const QRectF edge(0, 0, s_edge, height());
    const QColor color = m_color(m_theme);
    if (m_edge == Edge::Solid) {
        painter.fillRect(edge, color);
    } else {
        painter.setClipRect(edge, Qt::IntersectClip);
        painter.setPen(QPen(color, 2));
        for (int y = -s_edge; y < height() + s_edge; y += 6)
            painter.drawLine(QPointF(-1, y + s_edge + 1), QPointF(s_edge + 1, y - 1));
    }
    painter.restore();
    painter.setPen(hasFocus() ? QPen(colors.focus, 2) : QPen(m_selected ? colors.accent : colors.border, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
}

void EdgedCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        update();
}

} // namespace Chartline::Ui
