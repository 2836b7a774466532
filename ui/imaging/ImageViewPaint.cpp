// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImageView.h"
#include "imaging/MeasureTool.h"
#include "imaging/ViewText.h"
#include "volume/Orientation.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace Chartline::Ui {

namespace {

constexpr double s_magnification = 2.5;
constexpr int s_lens = 220;

QString number(double value, int decimals)
{
    return QLocale().toString(value, 'f', decimals);
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
        painter.fillRect(rect(), ViewText::background);
    painter.setFont(Theme::font(TextStyle::Caption));
    if (m_content) {
        paintCursor(painter);
        m_measure->paint(painter);
        paintPointer(painter);
        paintMagnifier(painter);
        paintLetters(painter);
        paintScale(painter);
    }
    paintCorners(painter);
    paintMessage(painter);
    if (m_active) {
        painter.setPen(QPen(hasFocus() ? ViewText::focus : ViewText::focus.darker(160), 2));
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
        const QStringList readings = m_content->readings(m_state.toContent(m_mouse, size()));
        if (!readings.isEmpty())
            lines.prepend(readings.join(QStringLiteral(" · ")));
    }
    return lines;
}

void ImageView::paintCorners(QPainter &painter)
{
    const QRectF inner =
        QRectF(rect()).adjusted(ViewText::margin, ViewText::margin, -ViewText::margin, -ViewText::margin);
    painter.setFont(Theme::font(TextStyle::BodyStrong));
    const QFontMetricsF metrics(painter.font());
    const double half = inner.width() * 0.94;
    ViewText::draw(painter, inner, Qt::AlignTop | Qt::AlignLeft, metrics.elidedText(m_caption, Qt::ElideRight, half),
                   ViewText::text);
    painter.setFont(Theme::font(TextStyle::Caption));
    const QFontMetricsF small(painter.font());
    const QString patient = m_patientDiffers ? QStringLiteral("⚠ ") + m_patient : m_patient;
    const QRectF below = inner.adjusted(0, metrics.height() + 2, 0, 0);
    ViewText::draw(painter, below, Qt::AlignTop | Qt::AlignLeft,
                   small.elidedText(patient, Qt::ElideRight, inner.width()),
                   m_patientDiffers ? ViewText::warning : ViewText::muted);
    double bottom = inner.bottom();
    const QStringList lines = bottomLeft();
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        const QRectF box(inner.left(), bottom - small.height(), inner.width() * 0.62, small.height());
        ViewText::draw(painter, box, Qt::AlignBottom | Qt::AlignLeft,
                       small.elidedText(*line, Qt::ElideRight, box.width()), ViewText::text);
        bottom -= small.height() + 1;
    }
    // What a person has to be told stands above these, in the colour of warnings and with a sign.
    for (auto note = m_notes.crbegin(); note != m_notes.crend(); ++note) {
        const QString text = QStringLiteral("⚠ ") + *note;
        const QRectF needed = small.boundingRect(QRectF(0, 0, inner.width() * 0.9, 200), Qt::TextWordWrap, text);
        const QRectF box(inner.left(), bottom - needed.height(), inner.width() * 0.9, needed.height());
        ViewText::draw(painter, box, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text, ViewText::warning);
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
    return m_content->edgeLetters(m_state);
}

void ImageView::paintLetters(QPainter &painter)
{
    ViewText::drawLetters(painter, rect(), letters());
}

void ImageView::paintScale(QPainter &painter)
{
    if (!m_content->isCalibrated() || width() < 220)
        return;
    const double mm = scaleLength(width() * 0.25 * m_state.mmPerPixel);
    const double pixels = mm / m_state.mmPerPixel;
    const double y = height() - ViewText::margin - 2;
    const double right = width() - ViewText::margin;
    painter.setPen(QPen(QColor(0, 0, 0, 180), 3));
    painter.drawLine(QPointF(right - pixels, y), QPointF(right, y));
    painter.setPen(QPen(ViewText::text, 1));
    painter.drawLine(QPointF(right - pixels, y), QPointF(right, y));
    painter.drawLine(QPointF(right - pixels, y - 4), QPointF(right - pixels, y));
    painter.drawLine(QPointF(right, y - 4), QPointF(right, y));
    painter.setFont(Theme::font(TextStyle::Caption));
    const QString text = mm >= 10 ? tr("%1 cm").arg(number(mm / 10, 0)) : tr("%1 mm").arg(number(mm, mm < 1 ? 1 : 0));
    ViewText::draw(painter, QRectF(right - 120, y - 22, 120, 16), Qt::AlignRight | Qt::AlignBottom, text,
                   ViewText::text);
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
    painter.setPen(QPen(ViewText::text, 1.5));
    painter.drawEllipse(box);
    painter.restore();
}

void ImageView::paintMessage(QPainter &painter)
{
    ViewText::drawMessage(painter, rect(), m_message, m_isError);
}

QStringList ImageView::texts() const
{
    QStringList texts{m_caption, m_patient};
    texts += m_notes;
    texts += bottomLeft();
    texts += letters();
    texts += m_measure->texts();
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
    words += m_measure->texts();
    setAccessibleDescription(words.join(QStringLiteral(". ")));
}

} // namespace Chartline::Ui
