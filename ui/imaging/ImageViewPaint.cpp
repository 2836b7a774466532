// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImageView.h"
#include "volume/Orientation.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace Chartline::Ui {

namespace {

// Pictures are looked at on black, whatever the theme.
constexpr QColor s_background(9, 12, 16);
constexpr QColor s_text(226, 232, 240);
constexpr QColor s_muted(148, 163, 184);
constexpr QColor s_warning(251, 191, 36);
constexpr QColor s_error(252, 165, 165);
constexpr QColor s_focus(56, 189, 248);
// Crosshair lines: the plane of the view, as in other viewers, by colour and by the letter at the edge.
constexpr QColor s_lineAcross(239, 108, 96, 170);
constexpr QColor s_lineDown(96, 165, 220, 170);
constexpr int s_margin = 10;
constexpr double s_magnification = 2.5;
constexpr int s_lens = 220;

QString number(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
}

// Readable on any picture.
void drawText(QPainter &painter, const QRectF &box, int flags, const QString &text, const QColor &color)
{
    painter.setPen(QColor(0, 0, 0, 150));
    for (int x = -2; x <= 2; ++x) {
        for (int y = -2; y <= 2; ++y) {
            if (std::abs(x) + std::abs(y) <= 3 && (x != 0 || y != 0))
                painter.drawText(box.translated(x * 0.75, y * 0.75), flags, text);
        }
    }
    painter.setPen(color);
    painter.drawText(box, flags, text);
}

// A round length, about a fifth of the view.
double scaleLength(double mm)
{
    const double power = std::pow(10, std::floor(std::log10(mm)));
    for (const double step : {5.0, 2.0, 1.0}) {
        if (step * power <= mm)
            return step * power;
    }
    return power;
}

} // namespace

void ImageView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_content && m_stale) {
        QElapsedTimer timer;
        timer.start();
        m_image = m_content->draw(m_state, size(), devicePixelRatioF());
        m_drawMs = double(timer.nsecsElapsed()) / 1e6;
        m_stale = false;
        announce();
    }
    if (m_content && !m_image.isNull())
        painter.drawImage(QRectF(rect()), m_image);
    else
        painter.fillRect(rect(), s_background);
    painter.setFont(Theme::font(TextStyle::Caption));
    if (m_content) {
        paintCursor(painter);
        paintMagnifier(painter);
        paintLetters(painter);
        paintScale(painter);
    }
    paintCorners(painter);
    paintMessage(painter);
    if (m_active) {
        painter.setPen(QPen(hasFocus() ? s_focus : s_focus.darker(160), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

QStringList ImageView::bottomLeft() const
{
    QStringList lines;
    if (!m_content)
        return lines;
    const QLocale locale;
    if (!m_content->isColour()) {
        const int decimals = m_content->range() > 50 ? 0 : 2;
        QString window =
            tr("W %1 L %2").arg(number(m_state.window.width, decimals), number(m_state.window.center, decimals));
        if (!m_state.window.explanation.isEmpty())
            window += QStringLiteral(" · ") + m_state.window.explanation;
        if (m_state.inverted)
            window += QStringLiteral(" · ") + tr("inverted");
        lines.append(window);
    }
    const int count = m_content->sliceCount(m_state);
    QStringList place;
    if (count > 1) {
        place.append(m_content->isInPatient() ? tr("slice %1/%2").arg(m_content->sliceAt(m_state) + 1).arg(count)
                                              : tr("image %1/%2").arg(m_content->sliceAt(m_state) + 1).arg(count));
    }
    if (m_state.slab > 0 && m_state.slabMode != SlabMode::Single) {
        const QString mode = m_state.slabMode == SlabMode::Maximum   ? tr("MIP")
                             : m_state.slabMode == SlabMode::Minimum ? tr("MinIP")
                                                                     : tr("mean");
        place.append(tr("%1 %2 mm").arg(mode, number(m_state.slab, 1)));
    } else if (const double thickness = m_content->sliceThickness(m_state); thickness > 0) {
        place.append(tr("%1 mm").arg(number(thickness, 1)));
    }
    if (m_state.nearest)
        place.append(tr("no interpolation"));
    if (!place.isEmpty())
        lines.append(place.join(QStringLiteral(" · ")));
    if (m_mouse.x() >= 0 && rect().contains(m_mouse.toPoint())) {
        if (const auto value = m_content->valueAt(m_state.toContent(m_mouse, size())))
            lines.prepend(
                tr("%1 %2").arg(number(*value, m_content->range() > 50 ? 0 : 2), m_content->units()).trimmed());
    }
    return lines;
}

void ImageView::paintCorners(QPainter &painter)
{
    const QRectF inner = QRectF(rect()).adjusted(s_margin, s_margin, -s_margin, -s_margin);
    painter.setFont(Theme::font(TextStyle::BodyStrong));
    const QFontMetricsF metrics(painter.font());
    const double half = inner.width() * 0.6;
    drawText(painter, inner, Qt::AlignTop | Qt::AlignLeft, metrics.elidedText(m_caption, Qt::ElideRight, half), s_text);
    painter.setFont(Theme::font(TextStyle::Caption));
    const QFontMetricsF small(painter.font());
    const QString patient = m_patientDiffers ? QStringLiteral("⚠ ") + m_patient : m_patient;
    const QRectF below = inner.adjusted(0, metrics.height() + 2, 0, 0);
    drawText(painter, below, Qt::AlignTop | Qt::AlignLeft, small.elidedText(patient, Qt::ElideRight, inner.width()),
             m_patientDiffers ? s_warning : s_muted);
    double bottom = inner.bottom();
    const QStringList lines = bottomLeft();
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        const QRectF box(inner.left(), bottom - small.height(), inner.width() * 0.62, small.height());
        drawText(painter, box, Qt::AlignBottom | Qt::AlignLeft, small.elidedText(*line, Qt::ElideRight, box.width()),
                 s_text);
        bottom -= small.height() + 1;
    }
    // What a person has to be told stands above these, in the colour of warnings and with a sign.
    for (auto note = m_notes.crbegin(); note != m_notes.crend(); ++note) {
        const QString text = QStringLiteral("⚠ ") + *note;
        const QRectF needed = small.boundingRect(QRectF(0, 0, inner.width() * 0.9, 200), Qt::TextWordWrap, text);
        const QRectF box(inner.left(), bottom - needed.height(), inner.width() * 0.9, needed.height());
        drawText(painter, box, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text, s_warning);
        bottom -= needed.height() + 2;
    }
}

QStringList ImageView::letters() const
{
    if (!m_content)
        return {};
    if (m_content->isInPatient()) {
        const auto edges = Imaging::ViewAxes{m_state.right, m_state.down}.letters();
        return {edges.right, edges.bottom, edges.left, edges.top};
    }
    return m_content->statedOrientation();
}

void ImageView::paintLetters(QPainter &painter)
{
    const QStringList edges = letters();
    if (edges.size() != 4)
        return;
    painter.setFont(Theme::font(TextStyle::BodyStrong));
    const QRectF inner = QRectF(rect()).adjusted(s_margin, s_margin, -s_margin, -s_margin);
    drawText(painter, inner, Qt::AlignRight | Qt::AlignVCenter, edges[0], s_text);
    drawText(painter, inner, Qt::AlignBottom | Qt::AlignHCenter, edges[1], s_text);
    drawText(painter, inner, Qt::AlignLeft | Qt::AlignVCenter, edges[2], s_text);
    drawText(painter, inner.adjusted(0, 34, 0, 0), Qt::AlignTop | Qt::AlignHCenter, edges[3], s_text);
}

void ImageView::paintCursor(QPainter &painter)
{
    if (!m_cursor || !m_content->isInPatient())
        return;
    const QPointF at = m_state.toView(*m_cursor, size());
    constexpr double gap = 14; // what lies under the cursor stays visible
    painter.setPen(QPen(s_lineAcross, 1));
    painter.drawLine(QPointF(0, at.y()), QPointF(at.x() - gap, at.y()));
    painter.drawLine(QPointF(at.x() + gap, at.y()), QPointF(width(), at.y()));
    painter.setPen(QPen(s_lineDown, 1));
    painter.drawLine(QPointF(at.x(), 0), QPointF(at.x(), at.y() - gap));
    painter.drawLine(QPointF(at.x(), at.y() + gap), QPointF(at.x(), height()));
}

void ImageView::paintScale(QPainter &painter)
{
    if (!m_content->isCalibrated() || width() < 220)
        return;
    const double mm = scaleLength(width() * 0.25 * m_state.mmPerPixel);
    const double pixels = mm / m_state.mmPerPixel;
    const double y = height() - s_margin - 2;
    const double right = width() - s_margin;
    painter.setPen(QPen(QColor(0, 0, 0, 180), 3));
    painter.drawLine(QPointF(right - pixels, y), QPointF(right, y));
    painter.setPen(QPen(s_text, 1));
    painter.drawLine(QPointF(right - pixels, y), QPointF(right, y));
    painter.drawLine(QPointF(right - pixels, y - 4), QPointF(right - pixels, y));
    painter.drawLine(QPointF(right, y - 4), QPointF(right, y));
    painter.setFont(Theme::font(TextStyle::Caption));
    const QString text = mm >= 10 ? tr("%1 cm").arg(number(mm / 10, 0)) : tr("%1 mm").arg(number(mm, mm < 1 ? 1 : 0));
    drawText(painter, QRectF(right - 120, y - 22, 120, 16), Qt::AlignRight | Qt::AlignBottom, text, s_text);
}

void ImageView::paintMagnifier(QPainter &painter)
{
    if (!m_magnify || m_mouse.x() < 0)
        return;
    ImageState closer = m_state;
    closer.center = m_state.toContent(m_mouse, size());
    closer.mmPerPixel = m_state.mmPerPixel / s_magnification;
    const QImage lens = m_content->draw(closer, {s_lens, s_lens}, devicePixelRatioF());
    m_stale = true; // the content draws one picture at a time
    const QRectF box(m_mouse.x() - s_lens / 2.0, m_mouse.y() - s_lens / 2.0, s_lens, s_lens);
    QPainterPath circle;
    circle.addEllipse(box);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(circle);
    painter.drawImage(box, lens);
    painter.setClipping(false);
    painter.setPen(QPen(s_text, 1.5));
    painter.drawEllipse(box);
    painter.restore();
}

void ImageView::paintMessage(QPainter &painter)
{
    if (m_message.isEmpty())
        return;
    painter.setFont(Theme::font(TextStyle::Body));
    const QRectF box = QRectF(rect()).adjusted(24, 48, -24, -48);
    const QString text = m_isError ? QStringLiteral("⚠ ") + m_message : m_message;
    drawText(painter, box, Qt::AlignCenter | Qt::TextWordWrap, text, m_isError ? s_error : s_muted);
}

QStringList ImageView::texts() const
{
    QStringList texts{m_caption, m_patient};
    texts += m_notes;
    texts += bottomLeft();
    texts += letters();
    texts.append(m_message);
    texts.removeAll(QString());
    return texts;
}

void ImageView::announce()
{
    QStringList words = bottomLeft();
    if (m_patientDiffers)
        words.prepend(m_patient);
    words += m_notes;
    setAccessibleDescription(words.join(QStringLiteral(". ")));
}

} // namespace Chartline::Ui
