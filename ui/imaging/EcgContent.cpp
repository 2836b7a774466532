// SPDX-License-Identifier: Apache-2.0
#include "imaging/EcgContent.h"

#include "imaging/ViewText.h"
#include "theme/Theme.h"
#include "viewmodels/DateText.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr QColor s_paper(255, 251, 248);
constexpr QColor s_thin(248, 214, 206);
constexpr QColor s_thick(236, 160, 148);
constexpr QColor s_ink(22, 24, 34);
constexpr double s_textHeight = 3.4; // mm
constexpr double s_gains[] = {5, 10, 20};
constexpr double s_speeds[] = {12.5, 25, 50};

double next(std::span<const double> values, double now)
{
    const auto found = std::ranges::find(values, now);
    return found == values.end() || found + 1 == values.end() ? values.front() : *(found + 1);
}

QString number(double value, int decimals)
{
    QString text = QLocale().toString(value, 'f', decimals);
    return text;
}

QString trimmed(double value)
{
    return QLocale().toString(value, 'g', 4);
}

} // namespace

// Draws one page: millimetres to pixels of the view.
class EcgContent::Sheet
{
public:
    Sheet(QPainter &painter, const ImageState &state, const QSize &size)
        : m_painter(painter)
        , m_mm(state.mmPerPixel)
    {
        const Vec3 &r = state.right;
        const Vec3 &d = state.down;
        const double f = 1 / state.mmPerPixel;
        m_toView = QTransform(r[0] * f, d[0] * f, r[1] * f, d[1] * f,
                              size.width() / 2.0 - (state.center[0] * r[0] + state.center[1] * r[1]) * f,
                              size.height() / 2.0 - (state.center[0] * d[0] + state.center[1] * d[1]) * f);
    }

    [[nodiscard]] QPointF at(double x, double y) const { return m_toView.map(QPointF(x, y)); }
    void line(const QPointF &from, const QPointF &to)
    {
        m_painter.drawLine(at(from.x(), from.y()), at(to.x(), to.y()));
    }

    void paper(const EcgPage &page)
    {
        QPolygonF outline{at(0, 0), at(page.width, 0), at(page.width, page.height), at(0, page.height)};
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(s_paper);
        m_painter.drawPolygon(outline);
        // Lines nearer than three pixels would be a grey.
        if (m_mm < 0.34)
            grid(page, 1, QPen(s_thin, 0));
        grid(page, 5, QPen(s_thick, m_mm < 0.2 ? 1.2 : 0));
    }

    void words(double x, double y, const QString &text, bool strong = false)
    {
        QFont font = Theme::font(strong ? TextStyle::BodyStrong : TextStyle::Body);
        font.setPixelSize(std::clamp(int(std::lround(s_textHeight / m_mm)), 7, 48));
        m_painter.setFont(font);
        m_painter.setPen(s_ink);
        const QPointF place = at(x, y);
        const QRectF box(place.x(), place.y() - font.pixelSize(), m_painter.fontMetrics().horizontalAdvance(text) + 2,
                         font.pixelSize() * 1.3);
        QColor behind = s_paper;
        behind.setAlpha(200);
        m_painter.fillRect(box, behind);
        m_painter.drawText(place, text);
    }

    void trace(const WaveformGroup &group, const EcgTrace &trace, const EcgScale &scale)
    {
        const WaveformChannel &channel = group.channels[std::size_t(trace.channel)];
        const double skew = channel.skew;
        const auto first = std::size_t(std::clamp(std::ceil(trace.from * group.rate), 0.0, double(group.samples())));
        const auto last = std::size_t(
            std::clamp(std::floor((trace.from + trace.seconds) * group.rate) + 1, 0.0, double(group.samples())));
        m_painter.setPen(QPen(s_ink, std::clamp(0.3 / m_mm, 1.0, 3.0)));
        m_painter.setBrush(Qt::NoBrush);
        QPolygonF points;
        for (std::size_t i = first; i < last; ++i) {
            if (group.padding && channel.samples[i] == *group.padding) {
                m_painter.drawPolyline(points);
                points.clear();
                continue;
            }
            const double x = trace.x + (double(i) / group.rate + skew - trace.from) * scale.speed;
            const double up = (channel.value(i) - trace.middle) * trace.perUnit;
            points.append(at(x, trace.y - std::clamp(up, -1000.0, 1000.0)));
        }
        m_painter.drawPolyline(points);
    }

    void pulse(const EcgTrace &trace, const EcgScale &scale)
    {
        m_painter.setPen(QPen(s_ink, std::clamp(0.3 / m_mm, 1.0, 3.0)));
        const double x = trace.x - 9;
        const QPolygonF shape{at(x, trace.y),
                              at(x + 1.5, trace.y),
                              at(x + 1.5, trace.y - scale.gain),
                              at(x + 6.5, trace.y - scale.gain),
                              at(x + 6.5, trace.y),
                              at(x + 8, trace.y)};
        m_painter.drawPolyline(shape);
    }

private:
    void grid(const EcgPage &page, double step, const QPen &pen)
    {
        m_painter.setPen(pen);
        for (double x = 0; x <= page.width + 1e-6; x += step)
            line({x, 0}, {x, page.height});
        for (double y = 0; y <= page.height + 1e-6; y += step)
            line({0, y}, {page.width, y});
    }

    QPainter &m_painter;
    const double m_mm; // of a pixel
    QTransform m_toView;
};

EcgContent::EcgContent(std::vector<StudyObjectPtr> objects)
    : m_objects(std::move(objects))
{
    layOut();
}

const Waveform &EcgContent::waveform(int page) const
{
    return std::get<Waveform>(m_objects[m_objectOf[std::size_t(page)]]->object);
}

void EcgContent::layOut()
{
    m_pages.clear();
    m_objectOf.clear();
    for (std::size_t i = 0; i < m_objects.size(); ++i) {
        const std::vector<EcgPage> pages = layOutEcg(std::get<Waveform>(m_objects[i]->object), m_scale);
        m_pages.insert(m_pages.end(), pages.begin(), pages.end());
        m_objectOf.insert(m_objectOf.end(), pages.size(), i);
    }
}

void EcgContent::nextGain()
{
    m_scale.gain = next(s_gains, m_scale.gain);
    layOut();
}

void EcgContent::nextSpeed()
{
    m_scale.speed = next(s_speeds, m_scale.speed);
    layOut();
}

int EcgContent::sliceAt(const ImageState &state) const
{
    return std::clamp(int(std::lround(state.center[2])), 0, std::max(int(m_pages.size()) - 1, 0));
}

ImageState EcgContent::initial(const QSize &size) const
{
    ImageState state;
    if (m_pages.empty())
        return state;
    const EcgPage &page = m_pages.front();
    state.center = {page.width / 2, page.height / 2, 0};
    // Room above for what the view writes into its corners.
    const double height = std::max(size.height() - 110.0, 40.0);
    state.mmPerPixel = std::max(page.width / std::max(size.width() - 20.0, 40.0), page.height / height);
    return state;
}

QStringList EcgContent::header(int index) const
{
    const Waveform &data = waveform(index);
    const WaveformGroup &group = data.groups[std::size_t(m_pages[std::size_t(index)].group)];
    const auto day = [](const QString &iso) { return DateText::day(PartialDate::parse(iso)); };
    QStringList person{data.identity.patientName.isEmpty() ? tr("no name in the recording")
                                                           : data.identity.patientName};
    if (!data.identity.patientBirthDate.isEmpty())
        person.append(tr("born %1").arg(day(data.identity.patientBirthDate)));
    if (!data.identity.created.isEmpty())
        person.append(
            tr("recorded %1")
                .arg(day(data.identity.created.left(10)) + QLatin1Char(' ') + data.identity.created.mid(11, 5)));
    QStringList scale{tr("%1 mm/s").arg(trimmed(m_scale.speed)), tr("%1 mm/mV").arg(trimmed(m_scale.gain)),
                      tr("%1 Hz sampling").arg(trimmed(group.rate))};
    const WaveformChannel &first = group.channels.front();
    if (first.lowHz && first.highHz)
        scale.append(tr("filter %1–%2 Hz").arg(trimmed(*first.lowHz), trimmed(*first.highHz)));
    if (first.notchHz)
        scale.append(tr("notch %1 Hz").arg(trimmed(*first.notchHz)));
    if (!group.label.isEmpty())
        scale.append(group.label);
    return {person.join(QStringLiteral(" · ")), scale.join(QStringLiteral(" · ")), tr("Not for primary diagnosis")};
}

QStringList EcgContent::footer(int index) const
{
    QStringList parts;
    const int group = m_pages[std::size_t(index)].group + 1;
    for (const WaveformAnnotation &annotation : waveform(index).annotations) {
        if ((annotation.group != 0 && annotation.group != group) || annotation.value.isEmpty())
            continue;
        parts.append(annotation.name.isEmpty() ? annotation.value
                                               : tr("%1: %2").arg(annotation.name, annotation.value));
    }
    parts.removeDuplicates();
    return parts;
}

QImage EcgContent::draw(const ImageState &state, const QSize &size, qreal devicePixelRatio)
{
    QImage canvas(size * devicePixelRatio, QImage::Format_RGB32);
    canvas.setDevicePixelRatio(devicePixelRatio);
    canvas.fill(ViewText::background);
    if (canvas.isNull() || m_pages.empty())
        return canvas;
    const int index = sliceAt(state);
    const EcgPage &page = m_pages[std::size_t(index)];
    const WaveformGroup &group = waveform(index).groups[std::size_t(page.group)];
    QPainter painter(&canvas);
    Sheet sheet(painter, state, size);
    sheet.paper(page);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const EcgTrace &trace : page.traces) {
        sheet.trace(group, trace, m_scale);
        if (trace.startsRow && trace.isVoltage)
            sheet.pulse(trace, m_scale);
        QString name = trace.name;
        const QString units = group.channels[std::size_t(trace.channel)].units;
        if (!trace.isVoltage && !units.isEmpty())
            name += tr(" (%1)").arg(units);
        sheet.words(trace.x + 1, trace.y - page.rowHeight / 2 + 6, name, true);
    }
    const QStringList lines = header(index);
    sheet.words(3, 6, lines[0], true);
    sheet.words(3, 11, lines[1]);
    sheet.words(3, 16, lines[2]);
    // As many remarks as fit below the leads, four in a line.
    const QStringList remarks = footer(index);
    for (int i = 0; i < int(std::min<qsizetype>(remarks.size(), 12)); ++i)
        sheet.words(3 + (i % 4) * page.width / 4, page.height - 11 + i / 4 * 4.5, remarks[i].simplified().left(38));
    return canvas;
}

QStringList EcgContent::readings(const Vec3 &point) const
{
    const int index = std::clamp(int(std::lround(point[2])), 0, std::max(int(m_pages.size()) - 1, 0));
    if (m_pages.empty())
        return {};
    const EcgPage &page = m_pages[std::size_t(index)];
    const WaveformGroup &group = waveform(index).groups[std::size_t(page.group)];
    for (const EcgTrace &trace : page.traces) {
        const double seconds = (point[0] - trace.x) / m_scale.speed;
        if (seconds < 0 || seconds >= trace.seconds || std::abs(point[1] - trace.y) > page.rowHeight / 2)
            continue;
        const WaveformChannel &channel = group.channels[std::size_t(trace.channel)];
        const auto sample = std::size_t((seconds + trace.from) * group.rate);
        if (sample >= channel.samples.size() || (group.padding && channel.samples[sample] == *group.padding))
            return {trace.name};
        const auto unit = millivolts(channel.units);
        const QString value = unit ? tr("%1 mV").arg(number(channel.value(sample) * *unit, 2))
                                   : tr("%1 %2").arg(trimmed(channel.value(sample)), channel.units);
        return {trace.name, tr("%1 s").arg(number(seconds + trace.from, 2)), value};
    }
    return {};
}

} // namespace Chartline::Ui
