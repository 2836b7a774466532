// SPDX-License-Identifier: Apache-2.0
#include "imaging/ViewText.h"

#include "theme/Theme.h"

#include <cstdlib>

namespace Chartline::Ui::ViewText {

void draw(QPainter &painter, const QRectF &box, int flags, const QString &words, const QColor &color)
{
    painter.setPen(QColor(0, 0, 0, 150));
    for (int x = -2; x <= 2; ++x) {
        for (int y = -2; y <= 2; ++y) {
            if (std::abs(x) + std::abs(y) <= 3 && (x != 0 || y != 0))
                painter.drawText(box.translated(x * 0.75, y * 0.75), flags, words);
        }
    }
    painter.setPen(color);
    painter.drawText(box, flags, words);
}

void drawLetters(QPainter &painter, const QRectF &view, const QStringList &edges)
{
    if (edges.size() != 4)
        return;
    painter.setFont(Theme::font(TextStyle::BodyStrong));
    const QRectF inner = view.adjusted(margin, margin, -margin, -margin);
    draw(painter, inner, Qt::AlignRight | Qt::AlignVCenter, edges[0], text);
    draw(painter, inner, Qt::AlignBottom | Qt::AlignHCenter, edges[1], text);
    draw(painter, inner, Qt::AlignLeft | Qt::AlignVCenter, edges[2], text);
    draw(painter, inner.adjusted(0, 34, 0, 0), Qt::AlignTop | Qt::AlignHCenter, edges[3], text);
}

void drawMessage(QPainter &painter, const QRectF &view, const QString &words, bool isError)
{
    if (words.isEmpty())
        return;
    painter.setFont(Theme::font(TextStyle::Body));
    const QString shown = isError ? QStringLiteral("⚠ ") + words : words;
    draw(painter, view.adjusted(24, 48, -24, -48), Qt::AlignCenter | Qt::TextWordWrap, shown, isError ? error : muted);
}

} // namespace Chartline::Ui::ViewText
