// SPDX-License-Identifier: Apache-2.0
#include "imaging/EcgPaper.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr double s_left = 14; // mm: calibration pulse and names
constexpr double s_right = 6;
constexpr double s_header = 22;
constexpr double s_footer = 16;
constexpr double s_between = 10; // columns that show the same time
constexpr double s_leastWidth = 170; // what stands above the leads needs it
constexpr double s_pageSeconds = 10;
constexpr double s_standardSeconds = 8; // at least: a quarter of it shows two beats
constexpr int s_rowsOfPage = 12;
constexpr int s_mostColumns = 4;
constexpr double s_fitted = 0.6; // of a row, what is no voltage
constexpr double s_lowered = 3;
constexpr std::size_t s_mostPages = 2000;
constexpr double s_margin = 3; // of words
constexpr double s_line = 4.5;
constexpr int s_footerLines = 3;
constexpr int s_stops = 4; // where words may begin on a line
constexpr qsizetype s_mostRemarks = 2000; // of a group

constexpr const char *s_standard[3][4] = {
    {"I", "aVR", "V1", "V4"}, {"II", "aVL", "V2", "V5"}, {"III", "aVF", "V3", "V6"}};

int channelOf(const WaveformGroup &group, const char *lead)
{
    for (std::size_t i = 0; i < group.channels.size(); ++i) {
        if (group.channels[i].lead == QLatin1StringView(lead))
            return int(i);
    }
    return -1;
}

bool isTwelveLead(const WaveformGroup &group)
{
    return std::ranges::all_of(s_standard, [&](const auto &row) {
        return std::ranges::all_of(row, [&](const char *lead) { return channelOf(group, lead) >= 0; });
    });
}

class Layout
{
public:
    Layout(const WaveformGroup &group, int index, const EcgScale &scale)
        : m_group(group)
        , m_index(index)
        , m_scale(scale)
    {
        for (const WaveformChannel &channel : group.channels)
            measure(channel);
        m_isTwelveLead = isTwelveLead(group);
        if (m_isTwelveLead) {
            // From top to bottom, column by column.
            for (int place = 0; place < 12; ++place)
                m_leads.push_back(channelOf(group, s_standard[place % 3][place / 3]));
        }
        for (int channel = 0; channel < int(group.channels.size()); ++channel) {
            if (std::ranges::find(m_leads, channel) == m_leads.end())
                m_others.push_back(channel);
        }
    }

    void addPages(EcgLayout &layout) const
    {
        const double seconds = m_group.seconds();
        const double parts = std::ceil((seconds - 1e-9) / s_pageSeconds); // a rate can be next to nothing
        int part = 0;
        for (; part < parts && layout.pages.size() < s_mostPages; ++part) {
            const double from = part * s_pageSeconds;
            const double length = std::min(s_pageSeconds, seconds - from);
            if (m_isTwelveLead && length >= s_standardSeconds)
                layout.pages.push_back(standardPage(from, length));
            else
                addGrid(layout.pages, m_leads, from, length);
            addGrid(layout.pages, m_others, from, length);
        }
        if (part == 0)
            ++layout.groupsLeftOut;
        else if (part < parts)
            layout.secondsLeftOut += seconds - part * s_pageSeconds;
    }

private:
    struct Measure
    {
        double middle = 0;
        double perUnit = 1;
        bool isVoltage = true;
    };
    [[nodiscard]] double rowHeight() const { return 10 + 2 * m_scale.gain; }

    void measure(const WaveformChannel &channel)
    {
        std::vector<double> values;
        const std::size_t stride = std::max<std::size_t>(channel.samples.size() / 5000, 1);
        for (std::size_t i = 0; i < channel.samples.size(); i += stride) {
            if (!m_group.padding || channel.samples[i] != *m_group.padding)
                values.push_back(channel.value(i));
        }
        Measure measure;
        if (!values.empty()) {
            std::ranges::sort(values);
            measure.middle = values[values.size() / 2];
        }
        if (const auto unit = millivolts(channel.units)) {
            measure.perUnit = *unit * m_scale.gain;
        } else {
            // No voltage: as high as the row allows below the name.
            measure.isVoltage = false;
            const double range = values.empty() ? 0 : values.back() - values.front();
            measure.perUnit = range > 0 ? rowHeight() * s_fitted / range : 1;
            if (!values.empty())
                measure.middle = (values.back() + values.front()) / 2;
        }
        m_measures.push_back(measure);
    }

    [[nodiscard]] EcgTrace trace(int channel, double x, double y, double from, double seconds) const
    {
        const Measure &measure = m_measures[std::size_t(channel)];
        EcgTrace trace;
        trace.channel = channel;
        trace.name = channelName(m_group.channels[std::size_t(channel)]);
        trace.x = x;
        trace.y = measure.isVoltage ? y : y + s_lowered;
        trace.from = from;
        trace.seconds = seconds;
        trace.perUnit = measure.perUnit;
        trace.middle = measure.middle;
        trace.isVoltage = measure.isVoltage;
        trace.startsRow = x <= s_left;
        return trace;
    }

    [[nodiscard]] EcgPage page(double traceWidth, int rows) const
    {
        EcgPage page;
        page.group = m_index;
        page.top = s_header;
        page.rowHeight = rowHeight();
        page.width = std::max(s_left + traceWidth + s_right, s_leastWidth);
        page.height = s_header + rows * rowHeight() + s_footer;
        return page;
    }

    [[nodiscard]] EcgPage standardPage(double from, double seconds) const
    {
        EcgPage result = page(seconds * m_scale.speed, 4);
        result.isStandard = true;
        const double quarter = seconds / 4;
        for (int row = 0; row < 3; ++row) {
            const double y = s_header + (row + 0.5) * rowHeight();
            for (int column = 0; column < 4; ++column)
                result.traces.push_back(trace(channelOf(m_group, s_standard[row][column]),
                                              s_left + column * quarter * m_scale.speed, y, from + column * quarter,
                                              quarter));
        }
        result.traces.push_back(trace(channelOf(m_group, "II"), s_left, s_header + 3.5 * rowHeight(), from, seconds));
        return result;
    }

    // Each channel with all of the time: one below the other, and beside each other where it is short.
    void addGrid(std::vector<EcgPage> &pages, const std::vector<int> &channels, double from, double seconds) const
    {
        const double width = seconds * m_scale.speed;
        const auto count = int(channels.size());
        int columns = 1;
        if (seconds < s_standardSeconds) {
            const int fit = int((s_pageSeconds * m_scale.speed + s_between) / (width + s_between));
            columns = std::clamp(std::min(fit, (count + 2) / 3), 1, s_mostColumns);
        }
        const int rows = std::min((count + columns - 1) / columns, s_rowsOfPage);
        for (int first = 0; first < count; first += rows * columns) {
            EcgPage result = page(columns * (width + s_between) - s_between, rows);
            for (int place = 0; place < std::min(rows * columns, count - first); ++place) {
                const int column = place / rows;
                const int row = place % rows;
                result.traces.push_back(trace(channels[std::size_t(first + place)],
                                              s_left + column * (width + s_between),
                                              s_header + (row + 0.5) * rowHeight(), from, seconds));
            }
            pages.push_back(std::move(result));
        }
    }

    const WaveformGroup &m_group;
    const int m_index;
    const EcgScale m_scale;
    std::vector<Measure> m_measures;
    bool m_isTwelveLead = false;
    std::vector<int> m_leads; // channels of the twelve; none: not all of them are there
    std::vector<int> m_others;
};

// A line of words, or part of one; lines and stops are counted from 0.
struct Placed
{
    int line = 0;
    int stop = 0;
    int span = 0; // stops it takes
    int remark = 0;
    QString text;
};

// Breaks a text where it is wider than `most`, between words where there are some.
QStringList wrapped(const QString &text, double most, const EcgWords &words)
{
    const double space = words.width(QStringLiteral(" "));
    QStringList lines(1);
    double used = 0;
    for (QString word : text.split(u' ')) {
        double width = words.width(word);
        if (!lines.last().isEmpty() && used + space + width > most)
            lines.append(QString());
        while (width > most && word.size() > 1) {
            const qsizetype fits = std::max<qsizetype>(qsizetype(double(word.size()) * most / width / 2), 1);
            lines.last() = word.first(fits);
            lines.append(QString());
            word = word.sliced(fits);
            width = words.width(word);
        }
        used = lines.last().isEmpty() ? width : used + space + width;
        lines.last() += lines.last().isEmpty() ? word : u' ' + word;
    }
    return lines;
}

// As much of a text as there is room for, and the sign that there is more of it.
QString cut(QString text, double most, const EcgWords &words)
{
    constexpr QChar ellipsis(0x2026);
    while (!text.isEmpty() && words.width(text + ellipsis) > most)
        text.chop(1);
    return text.trimmed() + ellipsis;
}

// In the order given, from left to right and down; what is too wide for a line begins one and goes on below.
std::vector<Placed> flow(const QStringList &remarks, double width, const EcgWords &words)
{
    std::vector<Placed> result;
    const double stop = width / s_stops;
    int line = 0;
    int at = 0;
    for (int i = 0; i < int(remarks.size()); ++i) {
        const auto span = int(std::ceil((words.width(remarks[i]) + s_margin) / stop));
        if (at > 0 && at + span > s_stops) {
            ++line;
            at = 0;
        }
        if (span <= s_stops) {
            result.push_back({line, at, span, i, remarks[i]});
            at += span;
            continue;
        }
        for (const QString &part : wrapped(remarks[i], width - s_margin, words))
            result.push_back({line++, 0, s_stops, i, part});
    }
    return result;
}

EcgRemark remarkAt(const Placed &placed, double firstLine, double width)
{
    const double stop = width / s_stops;
    return {s_margin + placed.stop * stop, firstLine + placed.line * s_line, placed.span * stop - s_margin,
            placed.text};
}

// What there is room for below the leads, and where that is not all, how much more there is.
std::vector<EcgRemark> footerOf(const std::vector<Placed> &all, int count, const EcgPage &page, const EcgWords &words,
                                int listPage)
{
    const double width = page.width - s_margin;
    const double firstLine = page.height - s_footer + 5;
    const bool isAll = all.back().line < s_footerLines;
    // The last stops of the last line say that there is more.
    const double stop = width / s_stops;
    const int reserved = isAll ? 0 : int(std::ceil((words.width(words.more(count, listPage)) + s_margin) / stop));
    const int room = std::max(s_stops - reserved, 0);
    std::vector<EcgRemark> result;
    int shown = 0; // in full
    for (std::size_t i = 0; i < all.size(); ++i) {
        Placed placed = all[i];
        const bool isLast = placed.line == s_footerLines - 1;
        if (placed.line >= s_footerLines || (isLast && placed.stop >= room))
            break;
        const bool goesOn = i + 1 < all.size() && all[i + 1].remark == placed.remark;
        if (isLast && (goesOn || placed.stop + placed.span > room)) {
            placed.span = std::min(placed.span, room - placed.stop);
            placed.text = cut(placed.text, placed.span * stop - s_margin, words);
            result.push_back(remarkAt(placed, firstLine, width));
            break;
        }
        result.push_back(remarkAt(placed, firstLine, width));
        shown += goesOn ? 0 : 1;
    }
    if (!isAll)
        result.push_back(remarkAt({s_footerLines - 1, room, s_stops - room, 0, words.more(count - shown, listPage)},
                                  firstLine, width));
    return result;
}

// All of them, on as many pages as it takes.
void addLists(std::vector<EcgPage> &pages, const std::vector<Placed> &all)
{
    EcgPage empty;
    empty.group = pages.back().group;
    empty.width = pages.back().width;
    empty.height = pages.back().height;
    empty.isList = true;
    const auto lines = std::max(int((empty.height - s_header - s_line - s_margin) / s_line), 1);
    int page = -1;
    for (Placed placed : all) {
        if (placed.line / lines > page) {
            page = placed.line / lines;
            pages.push_back(empty);
        }
        placed.line %= lines;
        pages.back().remarks.push_back(remarkAt(placed, s_header + s_line, empty.width - s_margin));
    }
}

} // namespace

std::optional<double> millivolts(const QString &units)
{
    if (units == QLatin1StringView("uV") || units == QStringLiteral("µV"))
        return 0.001;
    if (units == QLatin1StringView("mV"))
        return 1;
    if (units == QLatin1StringView("V"))
        return 1000;
    if (units == QLatin1StringView("nV"))
        return 1e-6;
    return std::nullopt;
}

QString channelName(const WaveformChannel &channel)
{
    return !channel.lead.isEmpty() ? channel.lead : !channel.label.isEmpty() ? channel.label : channel.source;
}

EcgLayout layOutEcg(const Waveform &waveform, const EcgScale &scale)
{
    EcgLayout layout;
    layout.groupsLeftOut = waveform.groupsLeftOut;
    for (std::size_t i = 0; i < waveform.groups.size(); ++i)
        Layout(waveform.groups[i], int(i), scale).addPages(layout);
    return layout;
}

void placeRemarks(std::vector<EcgPage> &pages, const QStringList &remarks, const EcgWords &words, int before)
{
    if (pages.empty() || remarks.isEmpty())
        return;
    QStringList list = remarks.first(std::min(remarks.size(), s_mostRemarks));
    if (remarks.size() > s_mostRemarks)
        list.append(words.leftOut(int(remarks.size() - s_mostRemarks)));
    const auto listPage = before + int(pages.size()) + 1;
    std::vector<Placed> all;
    double width = 0;
    bool isAll = true;
    for (EcgPage &page : pages) {
        if (page.width != width)
            all = flow(list, page.width - s_margin, words);
        width = page.width;
        isAll = isAll && all.back().line < s_footerLines;
        page.remarks = footerOf(all, int(remarks.size()), page, words, listPage);
    }
    if (!isAll)
        addLists(pages, all);
}

} // namespace Chartline::Ui
