// SPDX-License-Identifier: Apache-2.0
#include "registration/CoarseSearch.h"

#include "registration/QuadraticSearch.h"

#include <map>

namespace Chartline::Imaging::Rigid {

namespace {

constexpr int bins = 24;
constexpr int samplesForSearch = 5000;
constexpr int fewestPoints = 200;

// Two bodies are slid along each other in at most so many steps.
constexpr int mostLayers = 600;

// A body cut into layers along the patient's z.
struct Layers
{
    struct Layer
    {
        Vec3 sum{0, 0, 0};
        int count = 0;
    };
    std::map<int, Layer> at;

    Layers(const BodyMask &body, double thickness)
    {
        for (const Vec3 &p : body.points()) {
            Layer &layer = at[int(std::floor(p[2] / thickness))];
            layer.sum = layer.sum + p;
            ++layer.count;
        }
    }
    [[nodiscard]] int first() const { return at.begin()->first; }
    [[nodiscard]] int last() const { return at.rbegin()->first; }
    // Middle of the layers from `low` to `high`; nothing where they are empty.
    [[nodiscard]] std::optional<Vec3> middle(int low, int high) const
    {
        Layer all;
        for (auto i = at.lower_bound(low); i != at.end() && i->first <= high; ++i) {
            all.sum = all.sum + i->second.sum;
            all.count += i->second.count;
        }
        if (all.count == 0)
            return {};
        return all.sum * (1.0 / all.count);
    }
};

Affine shiftOf(const Vec3 &by)
{
    Affine a;
    a.translation = by;
    return a;
}

class Search
{
public:
    Search(const Study &fixed, const Study &moving, const Control &control)
        : m_fixed(fixed)
        , m_moving(moving)
        , m_control(control)
        , m_samples(drawn(fixed.coarse, fixed.body.grown(1), samplesForSearch))
        , m_frame(m_samples.points)
    {
        m_step = std::cbrt(std::abs(fixed.coarse.toPatient.determinant()));
    }

    void rate(Candidate &candidate) const
    {
        const Agreement a =
            agreement(m_samples, m_fixed.range, m_moving.coarse, m_moving.range, candidate.fixedToMoving, bins);
        // Mutual information alone is high where little overlaps, times the number of points it is high where all does.
        const double part = double(a.count) / double(m_samples.points.size());
        candidate.score = a.count < fewestPoints ? 0 : a.mutual * std::sqrt(part);
    }

    void rateAll(std::vector<Candidate> &candidates) const
    {
        parallelFor(m_control, int(candidates.size()), [&](int i) { rate(candidates[std::size_t(i)]); });
        std::ranges::stable_sort(candidates, std::greater(), &Candidate::score);
    }

    [[nodiscard]] std::vector<Candidate> shifts() const;
    [[nodiscard]] std::vector<Candidate> turned(const std::vector<Candidate> &candidates, std::size_t most) const;
    void climb(std::vector<Candidate> &candidates, int rounds) const;
    // Only the best of those that put the middle within `distance` and the turn within it at the samples' edge.
    [[nodiscard]] std::vector<Candidate> apart(const std::vector<Candidate> &candidates, double distance,
                                               std::size_t most) const;
    [[nodiscard]] double step() const { return m_step; }

private:
    const Study &m_fixed;
    const Study &m_moving;
    const Control &m_control;
    Samples m_samples;
    RigidFrame m_frame;
    double m_step = 8;
};

std::vector<Candidate> Search::shifts() const
{
    std::vector<Candidate> result;
    const auto add = [&](const Vec3 &by) { result.push_back({shiftOf(by)}); };
    add({0, 0, 0});
    add(m_moving.coarse.center() - m_fixed.coarse.center());
    const Layers fixed(m_fixed.body, m_step);
    const Layers moving(m_moving.body, m_step);
    const auto fixedMiddle = fixed.middle(fixed.first(), fixed.last());
    const auto movingMiddle = moving.middle(moving.first(), moving.last());
    add(*movingMiddle - *fixedMiddle);
    const int shorter = std::min(fixed.last() - fixed.first(), moving.last() - moving.first()) + 1;
    const int least = std::max(2, shorter / 4);
    // Layer k of the fixed lies on layer k + d of the moving.
    const int from = moving.first() - fixed.last() + least - 1;
    const int to = moving.last() - fixed.first() - least + 1;
    const int stride = 1 + (to - from) / mostLayers;
    for (int d = from; d <= to; d += stride) {
        const int low = std::max(fixed.first(), moving.first() - d);
        const int high = std::min(fixed.last(), moving.last() - d);
        const auto f = fixed.middle(low, high);
        const auto m = moving.middle(low + d, high + d);
        if (!f || !m)
            continue;
        for (int i = -1; i <= 1; ++i) {
            for (int j = -1; j <= 1; ++j)
                add({(*m)[0] - (*f)[0] + 3 * i * m_step, (*m)[1] - (*f)[1] + 3 * j * m_step, d * m_step});
        }
    }
    return result;
}

std::vector<Candidate> Search::turned(const std::vector<Candidate> &candidates, std::size_t most) const
{
    constexpr double turn = 0.3; // radians, 17°
    std::vector<Candidate> result;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        result.push_back(candidates[i]);
        for (std::size_t a = 0; a < 3 && i < most; ++a) {
            for (const double by : {turn, -turn}) {
                RigidStep step;
                step.rotation[a] = by;
                step.center = m_frame.middle();
                Candidate candidate = candidates[i];
                candidate.fixedToMoving = candidate.fixedToMoving.after(step.affine());
                result.push_back(candidate);
            }
        }
    }
    return result;
}

void Search::climb(std::vector<Candidate> &candidates, int rounds) const
{
    parallelFor(m_control, int(candidates.size()), [&](int i) {
        Candidate &candidate = candidates[std::size_t(i)];
        const Affine start = candidate.fixedToMoving;
        const auto at = [&](const Point &by) { return start.after(m_frame.moved(by)); };
        const auto values = [&](const std::vector<Point> &points) {
            std::vector<double> result;
            for (const Point &point : points) {
                if (m_control.cancelled())
                    return std::vector<double>();
                Candidate there{at(point)};
                rate(there);
                result.push_back(-there.score);
            }
            return result;
        };
        const Optimum optimum = minimize(values, Point(6), {1.5 * m_step, 0.3 * m_step, rounds});
        candidate.fixedToMoving = at(optimum.at);
        rate(candidate);
    });
    std::ranges::stable_sort(candidates, std::greater(), &Candidate::score);
}

std::vector<Candidate> Search::apart(const std::vector<Candidate> &candidates, double distance, std::size_t most) const
{
    std::vector<Candidate> result;
    for (const Candidate &candidate : candidates) {
        const bool near = std::ranges::any_of(result, [&](const Candidate &other) {
            for (const Vec3 &off : {Vec3{0, 0, 0}, Vec3{80, 0, 0}, Vec3{0, 80, 0}, Vec3{0, 0, 80}}) {
                const Vec3 p = m_frame.middle() + off;
                if (length(candidate.fixedToMoving.point(p) - other.fixedToMoving.point(p)) > distance)
                    return false;
            }
            return true;
        });
        if (!near)
            result.push_back(candidate);
        if (result.size() == most)
            break;
    }
    return result;
}

} // namespace

std::vector<Candidate> coarseCandidates(const Study &fixed, const Study &moving, std::size_t most,
                                        const Control &control)
{
    const Search search(fixed, moving, control);
    auto candidates = search.shifts();
    search.rateAll(candidates);
    candidates = search.turned(search.apart(candidates, 3 * search.step(), 10), 3);
    // A few rounds tell which are going somewhere.
    search.climb(candidates, 3);
    candidates = search.apart(candidates, search.step(), 8);
    search.climb(candidates, 9);
    return search.apart(candidates, 2 * search.step(), most);
}

} // namespace Chartline::Imaging::Rigid
