// SPDX-License-Identifier: Apache-2.0
#include "timeline/TimelineText.h"

#include <cmath>

namespace Chartline::Ui {

namespace {

constexpr qsizetype s_most = 20'000; // words remembered
constexpr int s_step = 6; // logical pixels

} // namespace

void TimelineText::setFont(const QFont &font)
{
    if (font == m_font && !m_widths.isEmpty())
        return;
    clear();
    m_font = font;
    m_metrics = QFontMetricsF(font);
}

double TimelineText::width(const QString &words)
{
    const auto found = m_widths.constFind(words);
    if (found != m_widths.constEnd())
        return *found;
    if (m_widths.size() >= s_most)
        m_widths.clear();
    const double width = m_metrics.horizontalAdvance(words);
    m_widths.insert(words, width);
    return width;
}

QString TimelineText::fitted(const QString &words, double room)
{
    if (width(words) <= room)
        return words;
    const std::pair<QString, int> key{words, int(room) / s_step};
    const auto found = m_fitted.constFind(key);
    if (found != m_fitted.constEnd())
        return *found;
    if (m_fitted.size() >= s_most)
        m_fitted.clear();
    const QString text = m_metrics.elidedText(words, Qt::ElideRight, key.second * s_step);
    m_fitted.insert(key, text);
    return text;
}

void TimelineText::draw(QPainter &painter, double left, double middle, const QString &words)
{
    auto found = m_shaped.find(words);
    if (found == m_shaped.end()) {
        if (m_shaped.size() >= s_most)
            m_shaped.clear();
        QStaticText text(words);
        text.setTextFormat(Qt::PlainText);
        text.setPerformanceHint(QStaticText::AggressiveCaching);
        text.prepare(QTransform(), m_font);
        found = m_shaped.insert(words, text);
    }
    painter.drawStaticText(QPointF(left, std::round(middle - m_metrics.height() / 2)), *found);
}

void TimelineText::clear()
{
    m_shaped.clear();
    m_widths.clear();
    m_fitted.clear();
}

} // namespace Chartline::Ui
