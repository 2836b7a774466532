// SPDX-License-Identifier: Apache-2.0
#include "imaging/EcgContent.h"

#include "imaging/ViewText.h"
#include "theme/Theme.h"
#include "viewmodels/DateText.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <set>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr QColor s_paper(255, 251, 248);
constexpr QColor s_thin(248, 214, 206);
constexpr QColor s_thick(236, 160, 148);
constexpr QColor s_ink(22, 24, 34);
constexpr double s_textHeight = 3.4; // mm
constexpr QStringView s_dot = u" · ";
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

// What a pass band and a notch are, of a channel.
using Filters = std::array<std::optional<double>, 3>;
Filters filtersOf(const WaveformChannel &channel)
{
    return {channel.lowHz, channel.highHz, channel.notchHz};
}

// The channels of a page, each once.
std::set<int> channelsOf(const EcgPage &page)
{
    std::set<int> channels;
    for (const EcgTrace &trace : page.traces)
        channels.insert(trace.channel);
    return channels;
}

bool filtersDiffer(const EcgPage &page, const WaveformGroup &group)
{
    const auto filters = [&](int channel) { return filtersOf(group.channels[std::size_t(channel)]); };
    const std::set<int> channels = channelsOf(page);
    return std::ranges::any_of(channels, [&](int channel) { return filters(channel) != filters(*channels.begin()); });
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

    // `width`: what is longer ends in dots, mm.
    void words(double x, double y, const QString &whole, double width, bool strong = false)
    {
        QFont font = Theme::font(strong ? TextStyle::BodyStrong : TextStyle::Body);
        font.setPixelSize(std::clamp(int(std::lround(s_textHeight / m_mm)), 7, 48));
        m_painter.setFont(font);
        m_painter.setPen(s_ink);
        const QString text = m_painter.fontMetrics().elidedText(whole, Qt::ElideRight, int(std::ceil(width / m_mm)));
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
        for (int i = 0; i * step <= page.width + 1e-6; ++i)
            line({i * step, 0}, {i * step, page.height});
        for (int i = 0; i * step <= page.height + 1e-6; ++i)
            line({0, i * step}, {page.width, i * step});
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

// What there is no page for.
QString EcgContent::leftOutWords(const EcgLayout &layout)
{
    QStringList parts;
    if (const auto seconds = qint64(std::ceil(std::min(layout.secondsLeftOut, 1e12))); seconds > 0) {
        const QString time = seconds >= 3600 ? tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60)
                             : seconds >= 60 ? tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60)
                                             : tr("%1 s").arg(seconds);
        parts.append(tr("Not shown: %1 at the end of the recording").arg(time));
    }
    if (layout.groupsLeftOut > 0)
        parts.append(tr("Not shown: further groups of channels (%1)").arg(layout.groupsLeftOut));
    return parts.join(QStringLiteral(" · "));
}

// On a group, counted from 1; a group that is not in the recording at all stands for every one.
QStringList EcgContent::remarksOf(const Waveform &waveform, int group)
{
    QStringList remarks;
    const auto groups = int(waveform.groups.size()) + waveform.groupsLeftOut;
    const auto &channels = waveform.groups[std::size_t(group) - 1].channels;
    for (const WaveformAnnotation &annotation : waveform.annotations) {
        const bool isOfOne = annotation.group >= 1 && annotation.group <= groups;
        if ((isOfOne && annotation.group != group) || annotation.value.isEmpty())
            continue;
        QString text =
            annotation.name.isEmpty() ? annotation.value : tr("%1: %2").arg(annotation.name, annotation.value);
        if (isOfOne && annotation.channel > 0) {
            const auto at = std::size_t(annotation.channel) - 1;
            const QString name = at < channels.size() ? channelName(channels[at]) : QString();
            text = tr("%1: %2", "lead, remark on it")
                       .arg(name.isEmpty() ? tr("channel %1").arg(annotation.channel) : name, text);
        }
        remarks.append(text.simplified());
    }
    remarks.removeDuplicates();
    return remarks;
}

// The words for how a channel was filtered, as far as it says so.
QStringList EcgContent::filterWords(const WaveformChannel &channel)
{
    QStringList words;
    if (channel.lowHz && channel.highHz)
        words.append(tr("filter %1–%2 Hz").arg(trimmed(*channel.lowHz), trimmed(*channel.highHz)));
    else if (channel.lowHz)
        words.append(tr("high-pass filter %1 Hz").arg(trimmed(*channel.lowHz)));
    else if (channel.highHz)
        words.append(tr("low-pass filter %1 Hz").arg(trimmed(*channel.highHz)));
    if (channel.notchHz)
        words.append(tr("notch %1 Hz").arg(trimmed(*channel.notchHz)));
    return words;
}

const Waveform &EcgContent::waveform(int page) const
{
    return std::get<Waveform>(m_objects[m_objectOf[std::size_t(page)]]->object);
}

int EcgContent::firstPage(std::size_t object) const
{
    return int(std::ranges::find(m_objectOf, object) - m_objectOf.begin());
}

void EcgContent::layOut()
{
    QFont font = Theme::font(TextStyle::Body);
    font.setPixelSize(100);
    EcgWords words;
    // A little more than it takes: what is drawn has letters of whole pixels.
    words.width = [metrics = QFontMetricsF(font)](const QString &text) {
        return metrics.horizontalAdvance(text) * s_textHeight / 100 * 1.08;
    };
    words.more = [](int remarks, int page) { return tr("+%1 more on page %2").arg(remarks).arg(page); };
    words.leftOut = [](int remarks) { return tr("Not shown: further remarks (%1)").arg(remarks); };
    m_pages.clear();
    m_objectOf.clear();
    m_leftOut.clear();
    for (std::size_t i = 0; i < m_objects.size(); ++i) {
        const auto &waveform = std::get<Waveform>(m_objects[i]->object);
        EcgLayout layout = layOutEcg(waveform, m_scale);
        m_leftOut.append(leftOutWords(layout));
        for (auto from = layout.pages.begin(); from != layout.pages.end();) {
            const int group = from->group;
            const auto to =
                std::find_if(from, layout.pages.end(), [&](const EcgPage &page) { return page.group != group; });
            std::vector<EcgPage> pages(std::make_move_iterator(from), std::make_move_iterator(to));
            placeRemarks(pages, remarksOf(waveform, group + 1), words, int(m_pages.size()));
            std::ranges::move(pages, std::back_inserter(m_pages));
            from = to;
        }
        m_objectOf.resize(m_pages.size(), i);
    }
}

void EcgContent::continueFrom(const EcgContent &before)
{
    m_scale = before.m_scale;
    layOut();
}

ImageState EcgContent::stateFrom(const EcgContent &before, const ImageState &state) const
{
    if (before.m_pages.empty())
        return state;
    const int page = before.sliceAt(state);
    const std::size_t object = before.m_objectOf[std::size_t(page)];
    const auto now = std::ranges::find(m_objects, before.m_objects[object]);
    ImageState result = state;
    if (now != m_objects.end())
        result.center[2] = page - before.firstPage(object) + firstPage(std::size_t(now - m_objects.begin()));
    return result;
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

QString EcgContent::person(const Waveform &waveform)
{
    const ObjectIdentity &identity = waveform.identity;
    const auto day = [](const QString &iso) { return DateText::day(PartialDate::parse(iso)); };
    QStringList words{identity.patientName.isEmpty() ? tr("no name in the recording") : identity.patientName};
    if (!identity.patientBirthDate.isEmpty())
        words.append(tr("born %1").arg(day(identity.patientBirthDate)));
    if (!identity.created.isEmpty())
        words.append(tr("recorded %1").arg(day(identity.created.left(10)) + u' ' + identity.created.mid(11, 5)));
    return words.join(s_dot);
}

QStringList EcgContent::scaleWords(const EcgPage &page, const WaveformGroup &group) const
{
    const std::set<int> channels = channelsOf(page);
    const auto isVoltage = [&](int channel) { return bool(millivolts(group.channels[std::size_t(channel)].units)); };
    const auto isKnown = [&](int channel) { return !group.channels[std::size_t(channel)].units.isEmpty(); };
    QStringList words{tr("%1 mm/s").arg(trimmed(m_scale.speed))};
    const bool anyVoltage = std::ranges::any_of(channels, isVoltage);
    if (anyVoltage)
        words.append(tr("%1 mm/mV").arg(trimmed(m_scale.gain)));
    if (std::ranges::any_of(channels, [&](int channel) { return isKnown(channel) && !isVoltage(channel); }))
        words.append(anyVoltage ? tr("other units scaled to fit") : tr("height scaled to fit"));
    if (std::ranges::none_of(channels, isKnown))
        words.append(tr("not calibrated, height scaled to fit"));
    else if (!std::ranges::all_of(channels, isKnown))
        words.append(tr("some leads not calibrated"));
    words.append(tr("%1 Hz sampling").arg(trimmed(group.rate)));
    if (filtersDiffer(page, group))
        words.append(tr("filters differ between leads"));
    else
        words += filterWords(group.channels[std::size_t(*channels.begin())]);
    return words;
}

QStringList EcgContent::header(int index) const
{
    const EcgPage &page = m_pages[std::size_t(index)];
    const WaveformGroup &group = waveform(index).groups[std::size_t(page.group)];
    QStringList about = page.isList ? QStringList{tr("All remarks and measurements")} : scaleWords(page, group);
    if (!group.label.isEmpty())
        about.append(group.label);
    QStringList lines{person(waveform(index)), about.join(s_dot), tr("Not for primary diagnosis")};
    if (const QString &leftOut = m_leftOut[qsizetype(m_objectOf[std::size_t(index)])]; !leftOut.isEmpty())
        lines.append(leftOut);
    return lines;
}

QStringList EcgContent::footer(int index) const
{
    return remarksOf(waveform(index), m_pages[std::size_t(index)].group + 1);
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
    // Words first: they must not hide what they are about.
    const QStringList lines = header(index);
    for (int i = 0; i < int(lines.size()); ++i)
        sheet.words(3, 6 + 5 * i, lines[i], page.width - 6, i == 0 || i == 3);
    for (const EcgRemark &remark : page.remarks)
        sheet.words(remark.x, remark.y, remark.text, remark.width);
    for (const EcgTrace &trace : page.traces) {
        const QString units = group.channels[std::size_t(trace.channel)].units;
        const QString name = trace.isVoltage   ? trace.name
                             : units.isEmpty() ? tr("%1 (not calibrated)", "lead").arg(trace.name)
                                               : tr("%1 (%2)", "lead, unit").arg(trace.name, units);
        // Not over the name of the next.
        const double room = std::min(trace.seconds * m_scale.speed + 8, page.width - trace.x - 3);
        const double top = page.top + std::floor((trace.y - page.top) / page.rowHeight) * page.rowHeight;
        sheet.words(trace.x + 1, top + 6, name, room, true);
    }
    for (const EcgTrace &trace : page.traces) {
        sheet.trace(group, trace, m_scale);
        if (trace.startsRow && trace.isVoltage)
            sheet.pulse(trace, m_scale);
    }
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
                              : channel.units.isEmpty()
                                  ? tr("%1 (not calibrated)").arg(trimmed(channel.value(sample)))
                                  : tr("%1 %2").arg(trimmed(channel.value(sample)), channel.units);
        QStringList words{trace.name, tr("%1 s").arg(number(seconds + trace.from, 2)), value};
        if (filtersDiffer(page, group))
            words += filterWords(channel);
        return words;
    }
    return {};
}

} // namespace Chartline::Ui
