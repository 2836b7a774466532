// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/PersonRecord.h"
#include "viewmodels/ValueMark.h"

#include <QCoreApplication>
#include <vector>

namespace Chartline::Ui {

struct TrendPoint
{
    qint64 ms = 0; // wall milliseconds
    int fact = 0; // index into the record's facts
    double value = 0;
    double second = 0; // of a pair (diastolic pressure); NaN where there is none
    ValueMark mark = ValueMark::Normal;
};

// Values of one measurement in one unit over time. Values in different units are never joined by a line: converting
// them is not this view's business.
class TrendSeries
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::TrendSeries)

public:
    struct Extent
    {
        double low = 0;
        double high = 0;
        double lowSecond = 0;
        double highSecond = 0;
        ValueMark mark = ValueMark::Normal; // the worst of the values
    };

    QString label;
    QString unit;
    bool paired = false;

    void add(const TrendPoint &point) { m_points.push_back(point); }
    // Orders the points and builds the levels; call once, after the last add().
    void finish();
    [[nodiscard]] const std::vector<TrendPoint> &points() const { return m_points; }
    [[nodiscard]] std::size_t firstFrom(qint64 ms) const;
    // Lowest and highest of points [first, end), in O(log n): a column of pixels that holds thousands of values costs
    // no more than one that holds ten.
    [[nodiscard]] Extent extent(std::size_t first, std::size_t end) const;
    // Of all values, both of a pair; never empty, so that a constant series has a middle.
    [[nodiscard]] double low() const { return m_low; }
    [[nodiscard]] double high() const { return m_high; }

    // A short name for a well-known measurement ("HbA1c"); empty for any other.
    [[nodiscard]] static QString shortName(const Clinical::Coding &code);
    // How useful the series is at first sight: a well-known measurement, many values, a recent one.
    [[nodiscard]] double weight(qint64 todayMs, const Clinical::Coding &code) const;

private:
    static constexpr std::size_t s_block = 16;

    std::vector<TrendPoint> m_points;
    // m_levels[k][i]: extent of points [i·16^(k+1), (i+1)·16^(k+1)).
    std::vector<std::vector<Extent>> m_levels;
    double m_low = 0;
    double m_high = 1;
};

} // namespace Chartline::Ui
