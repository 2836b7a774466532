// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/Theme.h"

#include <QProxyStyle>

class QAbstractButton;
class QFrame;
class QLabel;

namespace Chartline::Ui {

// Fusion with the program's own marks: check boxes, radio buttons and arrows drawn with its icons in the palette's
// colours.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                    const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
                  QStyleHintReturn *returnData = nullptr) const override;
};

enum class Tone : quint8 { Normal, Muted, Accent, Danger, Warning, Success, Info };
// Primary: the one thing to do on a page. Pill: a checkable filter. Tile: a large choice with text of its own inside.
enum class ButtonStyle : quint8 { Normal, Primary, Large, Danger, Flat, Link, Pill, Nav, SearchBox, Tile };
enum class FrameStyle : quint8 {
    Card,
    Overlay,
    TopBar,
    Nav,
    Side,
    Line,
    Danger,
    Warning,
    Success,
    Info,
    Drop,
    Hint,
    Panel,
};

// These mark widgets for the style sheet; they may be called again to change the look.
void setTextStyle(QLabel *label, TextStyle style, Tone tone = Tone::Normal);
void setTone(QLabel *label, Tone tone);
void setChip(QLabel *label, Tone tone);
void setButtonStyle(QAbstractButton *button, ButtonStyle style);
void setFrameRole(QFrame *frame, FrameStyle style);
// Backgrounds of pages: `window`, `surface` or `surfaceAlt`.
void setBackground(QWidget *widget, QLatin1StringView role);

[[nodiscard]] QLabel *makeLabel(const QString &text, TextStyle style = TextStyle::Body, Tone tone = Tone::Normal,
                                QWidget *parent = nullptr);
// A horizontal hairline.
[[nodiscard]] QFrame *makeLine(QWidget *parent = nullptr);

} // namespace Chartline::Ui
