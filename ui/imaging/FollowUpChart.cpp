// SPDX-License-Identifier: Apache-2.0
#include "imaging/FollowUpChart.h"

#include "imaging/MeasureText.h"
#include "viewmodels/DateText.h"

#include <QLocale>
#include <QPainter>

namespace Chartline::Ui {

namespace {

constexpr double s_side = 30; // so that the words of the outermost fit
constexpr double s_top = 10;
constexpr double s_words = 34; // two lines below

} // namespace

FollowUpChart::FollowUpChart(const Theme &theme, const QList<FindingSize> &sizes, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_sizes(sizes)
{
    QStringList words;
    for (const FindingSize &size : m_sizes)
        words.append(tr("%1: %2").arg(DateText::day(size.date), MeasureText::mm(size.mm)));
    setAccessibleName(tr("Sizes over time"));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    setToolTip(words.join(u'\n'));
}

QList<QPointF> FollowUpChart::places() const
{
    QList<QPointF> places;
    if (m_sizes.isEmpty())
        return places;
    const QDate first = m_sizes.first().date.localDate();
    const double days = double(first.daysTo(m_sizes.last().date.localDate()));
    double low = m_sizes.first().mm;
    double high = low;
    for (const FindingSize &size : m_sizes) {
        low = std::min(low, size.mm);
        high = std::max(high, size.mm);
    }
    const double across = std::max(width() - 2 * s_side, 1.0);
    const double down = std::max(height() - s_top - s_words - 4, 1.0);
    for (qsizetype i = 0; i < m_sizes.size(); ++i) {
        const double part = m_sizes.size() == 1 ? 0.5
                            : days > 0          ? double(first.daysTo(m_sizes[i].date.localDate())) / days
                                                : double(i) / double(m_sizes.size() - 1);
        const double up = high > low ? (m_sizes[i].mm - low) / (high - low) : 0.5;
        places.append({s_side + part * across, s_top + (1 - up) * down});
    }
    return places;
}

void FollowUpChart::paintEvent(QPaintEvent *)
{
    const ThemeColors &colors = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QList<QPointF> places = this->places();
    painter.setPen(QPen(colors.timelineGrid, 1));
    painter.drawLine(QPointF(s_side / 2, height() - s_words), QPointF(width() - s_side / 2, height() - s_words));
    painter.setPen(QPen(colors.accent, 2));
    painter.drawPolyline(places.constData(), int(places.size()));
    painter.setFont(Theme::font(TextStyle::Caption));
    const QFontMetricsF metrics(painter.font());
    double taken = -1e9; // words that would lie over others are left out; the table has them all
    for (qsizetype i = places.size() - 1; i >= 0; --i) {
        const bool last = i == places.size() - 1 && places.size() > 1;
        painter.setPen(Qt::NoPen);
        painter.setBrush(last ? colors.danger : colors.accent);
        painter.drawEllipse(places[i], 4, 4);
        const QString size = MeasureText::mm(m_sizes[i].mm);
        const QString year = QLocale().toString(m_sizes[i].date.localDate(), QStringLiteral("MMM yyyy"));
        const double half = std::max(metrics.horizontalAdvance(size), metrics.horizontalAdvance(year)) / 2 + 3;
        if (taken > 0 && places[i].x() + half > taken)
            continue;
        taken = places[i].x() - half;
        painter.setPen(last ? colors.danger : colors.text);
        const QRectF box(places[i].x() - 40, height() - s_words + 2, 80, metrics.height());
        painter.drawText(box, Qt::AlignCenter, size);
        painter.setPen(colors.textMuted);
        painter.drawText(box.translated(0, metrics.height()), Qt::AlignCenter, year);
    }
}

} // namespace Chartline::Ui
