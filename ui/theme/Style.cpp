// SPDX-License-Identifier: Apache-2.0
#include "theme/Style.h"

#include "theme/Icon.h"

#include <QAbstractButton>
#include <QFrame>
#include <QLabel>
#include <QPainter>
#include <QStyleOption>

namespace Chartline::Ui {

namespace {

void mark(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    // The sheet is matched once; a property set later needs it done again.
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Normal: return QStringLiteral("neutral");
    case Tone::Muted: return QStringLiteral("muted");
    case Tone::Accent: return QStringLiteral("accent");
    case Tone::Danger: return QStringLiteral("danger");
    case Tone::Warning: return QStringLiteral("warning");
    case Tone::Success: return QStringLiteral("success");
    case Tone::Info: return QStringLiteral("info");
    }
    return {};
}

QColor edgeColor(const QStyleOption *option)
{
    return option->palette.color(option->state & QStyle::State_HasFocus ? QPalette::Accent : QPalette::Dark);
}

void drawCheck(const QStyleOption *option, QPainter *painter)
{
    const bool on = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const bool enabled = option->state & QStyle::State_Enabled;
    const QRectF box = QRectF(option->rect).adjusted(0.75, 0.75, -0.75, -0.75);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor accent = option->palette.color(enabled ? QPalette::Accent : QPalette::Dark);
    painter->setPen(QPen(on ? accent : edgeColor(option), 1.5));
    painter->setBrush(on ? accent : option->palette.color(QPalette::Base));
    painter->drawRoundedRect(box, 4, 4);
    const QColor ink = option->palette.color(QPalette::Base);
    if (option->state & QStyle::State_NoChange)
        Icon::paint(*painter, box.adjusted(1, 1, -1, -1), Icon::Name::Minus, ink);
    else if (on)
        Icon::paint(*painter, box.adjusted(1, 1, -1, -1), Icon::Name::Check, ink);
    painter->restore();
}

void drawRadio(const QStyleOption *option, QPainter *painter)
{
    const bool on = option->state & QStyle::State_On;
    const bool enabled = option->state & QStyle::State_Enabled;
    const QRectF box = QRectF(option->rect).adjusted(0.75, 0.75, -0.75, -0.75);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor accent = option->palette.color(enabled ? QPalette::Accent : QPalette::Dark);
    painter->setPen(QPen(on ? accent : edgeColor(option), 1.5));
    painter->setBrush(option->palette.color(QPalette::Base));
    painter->drawEllipse(box);
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(accent);
        painter->drawEllipse(box.center(), box.width() * 0.26, box.width() * 0.26);
    }
    painter->restore();
}

} // namespace

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion"))
{ }

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const auto arrow = [&](Icon::Name name) {
        const bool enabled = option->state & State_Enabled;
        const qreal side = 14;
        QRectF box(0, 0, side, side);
        box.moveCenter(QRectF(option->rect).center());
        Icon::paint(*painter, box, name, option->palette.color(enabled ? QPalette::PlaceholderText : QPalette::Dark));
    };
    switch (element) {
    case PE_IndicatorCheckBox: drawCheck(option, painter); return;
    case PE_IndicatorRadioButton: drawRadio(option, painter); return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown: arrow(Icon::Name::ChevronDown); return;
    case PE_IndicatorArrowUp:
    case PE_IndicatorSpinUp: arrow(Icon::Name::ChevronUp); return;
    case PE_IndicatorArrowLeft: arrow(Icon::Name::ChevronLeft); return;
    case PE_IndicatorArrowRight: arrow(Icon::Name::ChevronRight); return;
    case PE_FrameFocusRect: return; // the sheet draws focus as a thicker edge
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 17;
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return 18;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_DialogButtonLayout: return 3; // GNOME order: the one to do stands last
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_EtchDisabledText:
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

void setTextStyle(QLabel *label, TextStyle style, Tone tone)
{
    QString name;
    switch (style) {
    case TextStyle::Caption: name = QStringLiteral("caption"); break;
    case TextStyle::Body: name = QStringLiteral("body"); break;
    case TextStyle::BodyStrong: name = QStringLiteral("bodyStrong"); break;
    case TextStyle::Heading: name = QStringLiteral("heading"); break;
    case TextStyle::Title: name = QStringLiteral("title"); break;
    }
    mark(label, "textStyle", name);
    setTone(label, tone);
}

void setTone(QLabel *label, Tone tone)
{
    mark(label, "tone", toneName(tone));
}

void setChip(QLabel *label, Tone tone)
{
    mark(label, "chip", toneName(tone));
}

void setButtonStyle(QAbstractButton *button, ButtonStyle style)
{
    QString name;
    switch (style) {
    case ButtonStyle::Normal: break;
    case ButtonStyle::Primary: name = QStringLiteral("primary"); break;
    case ButtonStyle::Large: name = QStringLiteral("large"); break;
    case ButtonStyle::Danger: name = QStringLiteral("danger"); break;
    case ButtonStyle::Flat: name = QStringLiteral("flat"); break;
    case ButtonStyle::Link: name = QStringLiteral("link"); break;
    case ButtonStyle::Pill: name = QStringLiteral("pill"); break;
    case ButtonStyle::Nav: name = QStringLiteral("nav"); break;
    case ButtonStyle::SearchBox: name = QStringLiteral("searchbox"); break;
    case ButtonStyle::Tile: name = QStringLiteral("tile"); break;
    }
    mark(button, "variant", name);
}

void setFrameRole(QFrame *frame, FrameStyle style)
{
    QString name;
    switch (style) {
    case FrameStyle::Card: name = QStringLiteral("card"); break;
    case FrameStyle::Overlay: name = QStringLiteral("overlay"); break;
    case FrameStyle::TopBar: name = QStringLiteral("topbar"); break;
    case FrameStyle::Nav: name = QStringLiteral("nav"); break;
    case FrameStyle::Side: name = QStringLiteral("side"); break;
    case FrameStyle::Line: name = QStringLiteral("line"); break;
    case FrameStyle::Danger: name = QStringLiteral("danger"); break;
    case FrameStyle::Warning: name = QStringLiteral("warning"); break;
    case FrameStyle::Success: name = QStringLiteral("success"); break;
    case FrameStyle::Info: name = QStringLiteral("info"); break;
    case FrameStyle::Drop: name = QStringLiteral("drop"); break;
    case FrameStyle::Hint: name = QStringLiteral("hint"); break;
    case FrameStyle::Panel: name = QStringLiteral("panel"); break;
    }
    mark(frame, "role", name);
}

void setBackground(QWidget *widget, QLatin1StringView role)
{
    widget->setAttribute(Qt::WA_StyledBackground);
    mark(widget, "role", QString(role));
}

QLabel *makeLabel(const QString &text, TextStyle style, Tone tone, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText); // names and messages come from files: never read as markup
    setTextStyle(label, style, tone);
    return label;
}

QFrame *makeLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    setFrameRole(line, FrameStyle::Line);
    return line;
}

} // namespace Chartline::Ui
