// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/TimelineTrend.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace Chartline::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double s_nan = std::numeric_limits<double>::quiet_NaN();

// What is looked at first in nearly every record, by LOINC code, in order: the measurements of the usual monitoring
// guidelines (diabetes, kidney, anticoagulation, blood pressure, heart failure, lipids, thyroid, inflammation), with a
// name short enough for a chart.
struct WellKnown
{
    QLatin1StringView code;
    const char *name;
};

constexpr std::array s_wellKnown{
    WellKnown{"4548-4"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "HbA1c")},
    WellKnown{"17856-6"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "HbA1c")},
    WellKnown{"59261-8"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "HbA1c")},
    WellKnown{"33914-3"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "eGFR")},
    WellKnown{"48642-3"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "eGFR")},
    WellKnown{"48643-1"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "eGFR")},
    WellKnown{"62238-1"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "eGFR")},
    WellKnown{"77147-7"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "eGFR")},
    WellKnown{"98979-8"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "eGFR")},
    WellKnown{"6301-6"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "INR")},
    WellKnown{"34714-6"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "INR")},
    WellKnown{"2160-0"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "Creatinine")},
    WellKnown{"14682-9"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "Creatinine")},
    WellKnown{"38483-4"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "Creatinine")},
    WellKnown{"85354-9"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "Blood pressure")},
    WellKnown{"55284-4"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "Blood pressure")},
    WellKnown{"8480-6"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "Systolic pressure")},
    WellKnown{"2823-3"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "Potassium")},
    WellKnown{"6298-4"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "Potassium")},
    WellKnown{"29463-7"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "Weight")},
    WellKnown{"3141-9"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "Weight")},
    WellKnown{"718-7"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "Haemoglobin")},
    WellKnown{"13457-7"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "LDL cholesterol")},
    WellKnown{"18262-6"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "LDL cholesterol")},
    WellKnown{"2089-1"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "LDL cholesterol")},
    WellKnown{"2345-7"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "Glucose")},
    WellKnown{"2339-0"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "Glucose")},
    WellKnown{"1558-6"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "Glucose")},
    WellKnown{"3016-3"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "TSH")},
    WellKnown{"1988-5"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "CRP")},
    WellKnown{"33762-6"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "NT-proBNP")},
    WellKnown{"30934-4"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::TrendSeries", "BNP")},
};

const WellKnown *wellKnown(const Clinical::Coding &code)
{
    if (code.system != "http://loinc.org"_L1)
        return nullptr;
    const auto found = std::ranges::find(s_wellKnown, code.code, &WellKnown::code);
    return found == s_wellKnown.end() ? nullptr : &*found;
}

TrendSeries::Extent extentOf(const TrendPoint &p)
{
    return {p.value, p.value, p.second, p.second, p.mark};
}

// fmin and fmax leave out NaN, which stands for "no second value".
void merge(TrendSeries::Extent &into, const TrendSeries::Extent &other)
{
    into.low = std::fmin(into.low, other.low);
    into.high = std::fmax(into.high, other.high);
    into.lowSecond = std::fmin(into.lowSecond, other.lowSecond);
    into.highSecond = std::fmax(into.highSecond, other.highSecond);
    into.mark = worse(into.mark, other.mark);
}

constexpr TrendSeries::Extent s_nothing{s_nan, s_nan, s_nan, s_nan, ValueMark::Normal};

} // namespace

QString TrendSeries::shortName(const Clinical::Coding &code)
{
    const WellKnown *known = wellKnown(code);
    return known ? tr(known->name) : QString();
}

void TrendSeries::finish()
{
    std::ranges::stable_sort(m_points, {}, &TrendPoint::ms);
    std::vector<Extent> base;
    for (std::size_t i = 0; i < m_points.size(); i += s_block) {
        Extent block = s_nothing;
        for (std::size_t k = i; k < std::min(i + s_block, m_points.size()); ++k)
            merge(block, extentOf(m_points[k]));
        base.push_back(block);
    }
    m_levels.clear();
    while (!base.empty()) {
        m_levels.push_back(base);
        if (base.size() == 1)
            break;
        std::vector<Extent> next;
        for (std::size_t i = 0; i < base.size(); i += s_block) {
            Extent block = s_nothing;
            for (std::size_t k = i; k < std::min(i + s_block, base.size()); ++k)
                merge(block, base[k]);
            next.push_back(block);
        }
        base = std::move(next);
    }
    const Extent all = extent(0, m_points.size());
    m_low = std::fmin(all.low, all.lowSecond);
    m_high = std::fmax(all.high, all.highSecond);
    if (!std::isfinite(m_low) || !std::isfinite(m_high)) {
        m_low = 0;
        m_high = 1;
    }
    if (m_high <= m_low) {
        const double half = std::max(std::abs(m_low) * 0.1, 0.5);
        m_low -= half;
        m_high += half;
    }
}

std::size_t TrendSeries::firstFrom(qint64 ms) const
{
    return std::size_t(std::ranges::lower_bound(m_points, ms, {}, &TrendPoint::ms) - m_points.begin());
}

TrendSeries::Extent TrendSeries::extent(std::size_t first, std::size_t end) const
{
    Extent result = s_nothing;
    end = std::min(end, m_points.size());
    while (first < end && first % s_block != 0)
        merge(result, extentOf(m_points[first++]));
    while (first < end && end % s_block != 0)
        merge(result, extentOf(m_points[--end]));
    // Both ends stand on block borders now: go up level by level, taking the loose blocks at either end.
    std::size_t level = 0;
    first /= s_block;
    end /= s_block;
    while (first < end && level < m_levels.size()) {
        const bool top = level + 1 == m_levels.size();
        while (first < end && (top || first % s_block != 0))
            merge(result, m_levels[level][first++]);
        while (first < end && end % s_block != 0)
            merge(result, m_levels[level][--end]);
        first /= s_block;
        end /= s_block;
        ++level;
    }
    return result;
}

double TrendSeries::weight(qint64 todayMs, const Clinical::Coding &code) const
{
    if (m_points.empty())
        return 0;
    double weight = std::log2(1.0 + double(m_points.size()));
    if (const WellKnown *known = wellKnown(code))
        weight += 8.0 - 4.0 * double(known - s_wellKnown.data()) / double(s_wellKnown.size());
    if (m_points.size() < 2)
        weight -= 6.0;
    const double years = double(todayMs - m_points.back().ms) / 31'557'600'000.0;
    return weight - std::clamp(years, 0.0, 10.0) * 0.5;
}

} // namespace Chartline::Ui
