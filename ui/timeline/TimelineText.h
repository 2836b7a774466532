// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFontMetricsF>
#include <QHash>
#include <QPainter>
#include <QStaticText>

namespace Chartline::Ui {

// Widths of words, their shortened forms and their glyphs, remembered: measuring and shaping text costs more than
// drawing the bar around it, and the same names come back in every frame. Cleared with the font.
class TimelineText
{
public:
    void setFont(const QFont &font);
    [[nodiscard]] const QFont &font() const { return m_font; }
    [[nodiscard]] double width(const QString &words);
    // The words, shortened to fit `room` (rounded down to whole steps, so that zooming meets the same widths again).
    [[nodiscard]] QString fitted(const QString &words, double room);
    // In one line, in the painter's pen and this font, from `left`, centred on `middle`.
    void draw(QPainter &painter, double left, double middle, const QString &words);
    void clear();

private:
    QFont m_font;
    QFontMetricsF m_metrics{QFont()};
    QHash<QString, double> m_widths;
    QHash<std::pair<QString, int>, QString> m_fitted;
    QHash<QString, QStaticText> m_shaped;
};

} // namespace Chartline::Ui
