// SPDX-License-Identifier: Apache-2.0
#include "imaging/SeriesTile.h"

#include <QPainter>
#include <QPainterPath>

namespace Chartline::Ui {

namespace {

constexpr int s_width = 88;
constexpr int s_picture = 72;
constexpr QColor s_black(9, 12, 16);
constexpr QColor s_onBlack(203, 213, 225);

} // namespace

SeriesTile::SeriesTile(const Theme &theme, const QString &name, const QString &amount, const QString &modality,
                       QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_amount(amount)
    , m_modality(modality)
{
    setText(name);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setToolTip(name + QStringLiteral(" · ") + amount);
    setAccessibleName(tr("Series %1, %2, %3").arg(name, modality, amount));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SeriesTile::setThumbnail(const QImage &image)
{
    m_image = image;
    update();
}

void SeriesTile::setShown(const QString &where)
{
    m_shown = where;
    setChecked(!where.isEmpty());
    update();
}

QSize SeriesTile::sizeHint() const
{
    const QFontMetrics metrics(Theme::font(TextStyle::Caption));
    return {s_width, s_picture + 2 * metrics.height() + 12};
}

void SeriesTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColors &colors = m_theme.colors();
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    QPainterPath shape;
    shape.addRoundedRect(frame, Radius::medium, Radius::medium);
    painter.fillPath(shape, isChecked() ? colors.accentSoft : underMouse() ? colors.surfaceAlt : colors.surface);
    const QRectF picture(frame.center().x() - s_picture / 2.0, frame.top() + 3, s_picture, s_picture - 4);
    painter.save();
    QPainterPath clip;
    clip.addRoundedRect(picture, Radius::small, Radius::small);
    painter.setClipPath(clip);
    painter.fillRect(picture, s_black);
    painter.setFont(Theme::font(TextStyle::Caption));
    if (m_image.isNull()) {
        painter.setPen(s_onBlack);
        painter.drawText(picture, Qt::AlignCenter, m_modality);
    } else {
        const QSizeF scaled = QSizeF(m_image.size()).scaled(picture.size(), Qt::KeepAspectRatio);
        QRectF at(QPointF(), scaled);
        at.moveCenter(picture.center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(at, m_image);
    }
    painter.restore();
    painter.setFont(Theme::font(TextStyle::Caption));
    const QFontMetricsF metrics(painter.font());
    QRectF line(frame.left() + 4, picture.bottom() + 3, frame.width() - 8, metrics.height());
    painter.setPen(colors.text);
    painter.drawText(line, Qt::AlignCenter, metrics.elidedText(text(), Qt::ElideRight, line.width()));
    line.translate(0, metrics.height());
    painter.setPen(colors.textMuted);
    const QString second = m_shown.isEmpty() ? m_amount : m_shown + QStringLiteral(" · ") + m_amount;
    painter.drawText(line, Qt::AlignCenter, metrics.elidedText(second, Qt::ElideRight, line.width()));
    QPen pen(isChecked() ? colors.accent : colors.border, isChecked() ? 2 : 1);
    if (hasFocus())
        pen = QPen(colors.focus, 2);
    painter.setPen(pen);
    painter.drawPath(shape);
}

void SeriesTile::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void SeriesTile::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace Chartline::Ui
