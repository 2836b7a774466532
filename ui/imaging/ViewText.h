// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPainter>

namespace Chartline::Ui::ViewText {

// Pictures are looked at on black, whatever the theme.
inline constexpr QColor background(9, 12, 16);
inline constexpr QColor text(226, 232, 240);
inline constexpr QColor muted(148, 163, 184);
inline constexpr QColor warning(251, 191, 36);
inline constexpr QColor error(252, 165, 165);
inline constexpr QColor focus(56, 189, 248);
inline constexpr int margin = 10;

// Readable on any picture: with a dark rim.
void draw(QPainter &painter, const QRectF &box, int flags, const QString &words, const QColor &color);
// Letters of the patient's sides at the right, lower, left and upper edge.
void drawLetters(QPainter &painter, const QRectF &view, const QStringList &edges);
void drawMessage(QPainter &painter, const QRectF &view, const QString &words, bool isError);

} // namespace Chartline::Ui::ViewText
