// SPDX-License-Identifier: Apache-2.0
#include "registration/QuadraticSearch.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace Chartline::Imaging::Rigid {

namespace {

using Matrix = std::vector<Point>;

// Solves A·x = b for symmetric A by Cholesky's factors; nothing where A is not positive definite.
std::optional<Point> solved(Matrix a, Point b)
{
    const std::size_t n = b.size();
    for (std::size_t j = 0; j < n; ++j) {
        for (std::size_t i = j; i < n; ++i) {
            double sum = a[i][j];
            for (std::size_t k = 0; k < j; ++k)
                sum -= a[i][k] * a[j][k];
            if (i == j && !(sum > 1e-300))
                return {};
            a[i][j] = i == j ? std::sqrt(sum) : sum / a[j][j];
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < i; ++k)
            b[i] -= a[i][k] * b[k];
        b[i] /= a[i][i];
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t k = i + 1; k < n; ++k)
            b[i] -= a[k][i] * b[k];
        b[i] /= a[i][i];
    }
    return b;
}

// Points around `at`: each coordinate up and down by `step`, then each pair of coordinates up.
std::vector<Point> around(const Point &at, double step)
{
    std::vector<Point> points;
    for (std::size_t i = 0; i < at.size(); ++i) {
        for (const double side : {step, -step}) {
            Point p(at);
            p[i] += side;
            points.push_back(p);
        }
    }
    for (std::size_t i = 0; i < at.size(); ++i) {
        for (std::size_t j = i + 1; j < at.size(); ++j) {
            Point p(at);
            p[i] += step;
            p[j] += step;
            points.push_back(p);
        }
    }
    return points;
}

// Where the quadratic through the values has its minimum, relative to its middle; at most two steps away. Where the
// values do not bend upwards in every direction, the bend is raised until they do (Levenberg's damping).
std::optional<Point> newtonStep(double middle, const std::vector<double> &values, std::size_t n, double step)
{
    Matrix bend(n, Point(n));
    Point slope(n);
    double most = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const double up = values[2 * i];
        const double down = values[2 * i + 1];
        slope[i] = (up - down) / (2 * step);
        bend[i][i] = (up + down - 2 * middle) / (step * step);
        most = std::max(most, std::abs(bend[i][i]));
    }
    std::size_t pair = 2 * n;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = i + 1; j < n; ++j, ++pair) {
            bend[i][j] = (values[pair] - values[2 * i] - values[2 * j] + middle) / (step * step);
            bend[j][i] = bend[i][j];
        }
    }
    Point right(slope);
    for (double &r : right)
        r = -r;
    constexpr int tries = 10; // up to 0.01 · 4^8 = 655
    for (int attempt = 0; attempt < tries; ++attempt) {
        const double damping = attempt == 0 ? 0 : 0.01 * std::pow(4.0, attempt - 1);
        Matrix raised(bend);
        for (std::size_t i = 0; i < n; ++i)
            raised[i][i] += damping * most;
        auto move = solved(raised, right);
        if (!move)
            continue;
        double length = 0;
        for (const double m : *move)
            length += m * m;
        length = std::sqrt(length);
        if (!std::isfinite(length))
            return {};
        if (length <= 2 * step)
            return move;
    }
    return {};
}

// The search while it goes on.
class Minimizer
{
public:
    Minimizer(const BatchFunction &function, const Point &start, const QuadraticSearch &search)
        : m_function(function)
        , m_start(start)
        , m_search(search)
    {
        best.at = start;
        const auto first = values({start});
        if (!best.stopped)
            best.value = best.start = first.front();
    }

    // One quadratic around the best point so far; how far that moved it along its farthest coordinate.
    double round(double step)
    {
        const Point middle = best.at;
        const double middleValue = best.value;
        const auto points = around(middle, step);
        const auto there = values(points);
        if (best.stopped)
            return 0;
        take(points, there);
        if (const auto move = newtonStep(middleValue, there, middle.size(), step)) {
            Point next(middle);
            for (std::size_t i = 0; i < next.size(); ++i)
                next[i] += (*move)[i];
            const auto value = values({next});
            if (best.stopped)
                return 0;
            take({next}, value);
        }
        double moved = 0;
        for (std::size_t i = 0; i < middle.size(); ++i)
            moved = std::max(moved, std::abs(best.at[i] - middle[i]));
        return moved;
    }

    Optimum best;

private:
    std::vector<double> values(const std::vector<Point> &points)
    {
        auto result = m_function(points);
        best.stopped = result.size() != points.size();
        for (double &value : result) {
            if (!std::isfinite(value))
                value = worst;
        }
        return result;
    }
    void take(const std::vector<Point> &points, const std::vector<double> &there)
    {
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (there[i] < best.value && allowed(points[i])) {
                best.value = there[i];
                best.at = points[i];
            }
        }
    }
    [[nodiscard]] bool allowed(const Point &point) const
    {
        for (std::size_t i = 0; i < point.size(); ++i) {
            if (std::abs(point[i] - m_start[i]) > m_search.reach)
                return false;
        }
        return true;
    }

    static constexpr double worst = 1e30;
    const BatchFunction &m_function;
    const Point &m_start;
    const QuadraticSearch &m_search;
};

} // namespace

Optimum minimize(const BatchFunction &function, const Point &start, const QuadraticSearch &search)
{
    Minimizer minimizer(function, start, search);
    double step = search.firstStep;
    while (!minimizer.best.stopped && minimizer.best.rounds < search.rounds && step >= search.lastStep * 0.999) {
        const double moved = minimizer.round(step);
        ++minimizer.best.rounds;
        if (moved < step / 2)
            step /= 2;
    }
    return minimizer.best;
}

} // namespace Chartline::Imaging::Rigid
