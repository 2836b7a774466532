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
constexpr double s_pageSeconds = 10;
constexpr int s_rowsOfPage = 12;
constexpr int s_mostPages = 2000;

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

QString nameOf(const WaveformChannel &channel)
{
    return !channel.lead.isEmpty() ? channel.lead : !channel.label.isEmpty() ? channel.label : channel.source;
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
    }

    void addPages(std::vector<EcgPage> &pages) const
    {
        const double seconds = m_group.seconds();
        const bool standard = isTwelveLead(m_group);
        for (double from = 0; from < seconds - 1e-9 && int(pages.size()) < s_mostPages; from += s_pageSeconds) {
            const double part = std::min(s_pageSeconds, seconds - from);
            if (standard) {
                pages.push_back(standardPage(from, part));
                continue;
            }
            for (std::size_t first = 0; first < m_group.channels.size(); first += s_rowsOfPage)
                pages.push_back(stackedPage(from, part, first));
        }
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
            // No voltage: as high as the row allows.
            measure.isVoltage = false;
            const double range = values.empty() ? 0 : values.back() - values.front();
            measure.perUnit = range > 0 ? rowHeight() * 0.8 / range : 1;
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
        trace.name = nameOf(m_group.channels[std::size_t(channel)]);
        trace.x = x;
        trace.y = y;
        trace.from = from;
        trace.seconds = seconds;
        trace.perUnit = measure.perUnit;
        trace.middle = measure.middle;
        trace.isVoltage = measure.isVoltage;
        trace.startsRow = x <= s_left;
        return trace;
    }

    [[nodiscard]] EcgPage page(double seconds, int rows) const
    {
        EcgPage page;
        page.group = m_index;
        page.top = s_header;
        page.rowHeight = rowHeight();
        // Not narrower than what stands above it.
        page.width = std::max(s_left + seconds * m_scale.speed + s_right, 150.0);
        page.height = s_header + rows * rowHeight() + s_footer;
        return page;
    }

    [[nodiscard]] EcgPage standardPage(double from, double seconds) const
    {
        EcgPage result = page(seconds, 4);
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

    [[nodiscard]] EcgPage stackedPage(double from, double seconds, std::size_t first) const
    {
        const auto rows = int(std::min<std::size_t>(m_group.channels.size() - first, s_rowsOfPage));
        EcgPage result = page(seconds, rows);
        for (int row = 0; row < rows; ++row)
            result.traces.push_back(
                trace(int(first) + row, s_left, s_header + (row + 0.5) * rowHeight(), from, seconds));
        return result;
    }

    const WaveformGroup &m_group;
    const int m_index;
    const EcgScale m_scale;
    std::vector<Measure> m_measures;
};

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

std::vector<EcgPage> layOutEcg(const Waveform &waveform, const EcgScale &scale)
{
    std::vector<EcgPage> pages;
    for (std::size_t i = 0; i < waveform.groups.size(); ++i)
        Layout(waveform.groups[i], int(i), scale).addPages(pages);
    return pages;
}

} // namespace Chartline::Ui
