// SPDX-License-Identifier: Apache-2.0
#include "timeline/ChipButton.h"

#include <QPainter>

namespace Chartline::Ui {

namespace {

constexpr int s_side = 8;
constexpr int s_height = 22;
constexpr int s_mostWidth = 320;

} // namespace

ChipButton::ChipButton(const Theme &theme, const QString &text, Tone tone, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_tone(tone)
{
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void ChipButton::setIconName(std::optional<Icon::Name> icon)
{
    m_icon = icon;
    updateGeometry();
}

void ChipButton::setSquare(const QColor &color, const QString &letter)
{
    m_square = color;
    m_letter = letter;
    updateGeometry();
    update();
}

int ChipButton::leadingWidth() const
{
    return m_icon ? 18 : m_square.isValid() ? 22 : 0;
}

QSize ChipButton::sizeHint() const
{
    QFont font = Theme::font(TextStyle::Body);
    if (m_tone == Tone::Danger)
        font.setWeight(QFont::DemiBold);
    return {std::min(s_mostWidth, QFontMetrics(font).horizontalAdvance(text()) + leadingWidth() + 2 * s_side + 2),
            s_height};
}

QSize ChipButton::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 60), s_height};
}

ChipButton::Look ChipButton::look() const
{
    const ThemeColors &colors = m_theme.colors();
    switch (m_tone) {
    case Tone::Danger: return {colors.danger, colors.dangerSoft};
    case Tone::Warning: return {colors.warning, colors.warningSoft};
    case Tone::Success: return {colors.success, colors.successSoft};
    case Tone::Info: return {colors.info, colors.infoSoft};
    case Tone::Accent: return {colors.accent, colors.accentSoft};
    case Tone::Muted: return {colors.textMuted, Qt::transparent};
    case Tone::Normal: break;
    }
    return {colors.text, colors.surfaceAlt};
}

void ChipButton::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = m_theme.colors();
    Look shown = look();
    const bool off = isCheckable() && !isChecked();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(hasFocus()     ? QPen(colors.focus, 2)
                   : underMouse() ? QPen(colors.borderStrong, 1)
                                  : QPen(colors.border, 1));
    painter.setBrush(off ? QColor(Qt::transparent) : shown.ground);
    painter.drawRoundedRect(box, Radius::small, Radius::small);
    QFont font = Theme::font(TextStyle::Body);
    if (m_tone == Tone::Danger)
        font.setWeight(QFont::DemiBold);
    font.setStrikeOut(off);
    if (off)
        shown.ink = colors.textMuted;
    int left = s_side;
    if (m_icon) {
        Icon::paint(painter, QRectF(left, height() / 2.0 - 7, 14, 14), *m_icon, shown.ink);
    } else if (m_square.isValid()) {
        const QRectF square(left, height() / 2.0 - 7.5, 15, 15);
        painter.setPen(QPen(m_square, 1));
        painter.setBrush(off ? QColor(Qt::transparent) : m_square);
        painter.drawRoundedRect(square, 3, 3);
        QFont letter = Theme::font(TextStyle::Caption);
        letter.setWeight(QFont::Bold);
        painter.setFont(letter);
        const QColor onSquare =
            contrastRatio(Qt::white, m_square) >= contrastRatio(Qt::black, m_square) ? Qt::white : Qt::black;
        painter.setPen(off ? colors.textMuted : onSquare);
        painter.drawText(square, Qt::AlignCenter, m_letter);
    }
    left += leadingWidth();
    painter.setFont(font);
    painter.setPen(shown.ink);
    const int room = width() - left - s_side + 1;
    painter.drawText(QRectF(left, 0, room + 1, height()), Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, room));
}

void ChipButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void ChipButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void ChipButton::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        update();
}

} // namespace Chartline::Ui
