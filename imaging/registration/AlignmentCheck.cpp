// SPDX-License-Identifier: Apache-2.0
#include "registration/AlignmentCheck.h"

#include "registration/QuadraticSearch.h"

namespace Chartline::Imaging::Rigid {

namespace {

// Set on 31 pairs that belong together and 27 that do not: chest, head and body CT, a dry skull, MR of two heads and a
// knee, PET; halves and quarters of them, other slice thicknesses and pixels, noise, turned by up to 20 degrees, grey
// values made over into another contrast, parts of the chest pushed by up to 30 mm. "So" is what the pairs that belong
// together had, "not" what the others had.
//
// Part of the smaller body within the other. So: 0.29 and more (the least that was tried). A smaller piece leaves too
// few blocks, and the others often end at 0.02 to 0.2, where next to nothing contradicts them.
constexpr double leastOverlap = 0.2;
// An alignment has six degrees of freedom: it can make a few blocks agree wherever it ends.
constexpr int fewestBlocks = 6;
// How far a block may want to move and still agree, in working spacings (5 mm in a chest).
constexpr double agreeingWithin = 2.5;
// Part of the overlap in blocks that agree. So: 1.00 where rigid, 0.58 to 0.84 with parts of the chest pushed, 0.68 and
// more of a knee in slices of 3 mm at right angles and of PET over CT. Not: 0.24 at most, mostly below 0.1.
constexpr double leastAgreeing = 0.5;
// mm; a twentieth of the body farther off than this is no alignment to work with. So: 0.1 to 0.8 where rigid, up to 13
// where parts were pushed. Mirrored copies of a chest, which agree in two thirds of the blocks, have 17 and more.
constexpr double mostError = 15;
// Mutual information inside the bodies that is gone 7.5 working spacings away. So: 0.5 and more. Not: 0.34 at most, but
// for hollow bodies (skull).
constexpr double leastContrast = 0.35;
// Correlation of HU inside the bodies, asked for where the error is above `smallError` mm. So: 0.93 and more, mostly
// above 0.99. A mirrored chest: 0.8.
constexpr double leastCorrelation = 0.85;
constexpr double smallError = 5;

constexpr int bins = 16;
constexpr int wantedBlocks = 27;
constexpr int fewestPoints = 400; // of a block
// Nats. The mutual information of so many points in 16 by 16 bins goes up and down by about 10 from chance, so the best
// of 125 places has about 30 more than the mean of them without meaning anything.
constexpr double leastEvidence = 60;
constexpr double leastStructure = 0.02; // of the range of values: half the difference of fat and muscle in CT
constexpr int latticeReach = 2;
constexpr double latticePoints = 125;
constexpr double latticeStep = 3; // working spacings

Affine shifted(const Affine &affine, const Vec3 &by)
{
    Affine inner;
    inner.translation = by;
    return affine.after(inner);
}

double overlapPart(const Study &fixed, const Study &moving, const Affine &fixedToMoving)
{
    const auto volume = [](const BodyMask &body) { return double(body.count) * body.voxelVolume(); };
    const bool fixedIsSmaller = volume(fixed.body) <= volume(moving.body);
    const BodyMask &smaller = fixedIsSmaller ? fixed.body : moving.body;
    const BodyMask larger = (fixedIsSmaller ? moving.body : fixed.body).grown(1);
    const Affine to = fixedIsSmaller ? fixedToMoving : fixedToMoving.inverse().value_or(Affine{});
    const auto points = smaller.points();
    const auto within = std::ranges::count_if(points, [&](const Vec3 &p) { return larger.contains(to.point(p)); });
    return double(within) / double(points.size());
}

// How sharp the measure stands out inside the bodies, away from the skin, which fits about as well in wrong places.
void compareInside(const Study &fixed, const Study &moving, const Affine &fixedToMoving, const Samples &samples,
                   AlignmentMeasures &measures)
{
    const BodyMask fixedInside = fixed.body.shrunk(2);
    const BodyMask movingInside = moving.body.shrunk(2);
    Samples inside;
    for (std::size_t i = 0; i < samples.points.size(); ++i) {
        const Vec3 &p = samples.points[i];
        if (!fixedInside.contains(p) || !movingInside.contains(fixedToMoving.point(p)))
            continue;
        inside.points.push_back(p);
        inside.values.push_back(samples.values[i]);
    }
    const auto at = [&](const Vec3 &by) {
        return agreement(inside, fixed.range, moving.fine, moving.range, shifted(fixedToMoving, by), bins);
    };
    const Agreement here = at({0, 0, 0});
    measures.correlation = here.correlation;
    if (here.count < fewestPoints || here.mutual <= 0)
        return;
    const double away = 7.5 * fixed.spacing;
    double there = 0;
    for (std::size_t a = 0; a < 3; ++a) {
        for (const double by : {away, -away}) {
            Vec3 shift{0, 0, 0};
            shift[a] = by;
            there += at(shift).mutual / 6;
        }
    }
    measures.contrast = 1 - there / here.mutual;
}

double deviation(const std::vector<float> &values)
{
    double sum = 0;
    double squares = 0;
    for (const float value : values) {
        sum += value;
        squares += double(value) * value;
    }
    const double mean = sum / double(values.size());
    return std::sqrt(std::max(0.0, squares / double(values.size()) - mean * mean));
}

// Cuts the overlap into about `wantedBlocks` boxes and keeps those that can be judged.
std::vector<Samples> blocksOf(const Samples &samples, double volume, double spacing, double range)
{
    Vec3 low = samples.points.front();
    Vec3 high = low;
    for (const Vec3 &p : samples.points) {
        for (std::size_t a = 0; a < 3; ++a) {
            low[a] = std::min(low[a], p[a]);
            high[a] = std::max(high[a], p[a]);
        }
    }
    const double edge = std::clamp(std::cbrt(volume / wantedBlocks), 12 * spacing, 40 * spacing);
    std::array<int, 3> parts{};
    for (std::size_t a = 0; a < 3; ++a)
        parts[a] = std::clamp(int(std::lround((high[a] - low[a]) / edge)), 1, 16);
    std::vector<Samples> blocks(std::size_t(parts[0]) * std::size_t(parts[1]) * std::size_t(parts[2]));
    for (std::size_t i = 0; i < samples.points.size(); ++i) {
        std::size_t at = 0;
        for (std::size_t a = 0; a < 3; ++a) {
            const double part = (samples.points[i][a] - low[a]) / std::max(high[a] - low[a], 1e-6);
            at = at * std::size_t(parts[a]) + std::size_t(std::min(int(part * parts[a]), parts[a] - 1));
        }
        blocks[at].points.push_back(samples.points[i]);
        blocks[at].values.push_back(samples.values[i]);
    }
    std::erase_if(blocks, [&](const Samples &block) {
        return int(block.points.size()) < fewestPoints || deviation(block.values) < leastStructure * range;
    });
    return blocks;
}

// The best place of a block among all near ones: a lattice of shifts first, so that a block that fits better elsewhere
// is found there, then the nearest optimum to the best of them.
BlockFit fitted(const Samples &block, const Study &fixed, const Study &moving, const Affine &fixedToMoving)
{
    const double spacing = fixed.spacing;
    BlockFit fit;
    fit.points = int(block.points.size());
    for (const Vec3 &p : block.points)
        fit.middle = fit.middle + p * (1.0 / fit.points);
    const auto at = [&](const Vec3 &by) {
        Agreement a = agreement(block, fixed.range, moving.fine, moving.range, shifted(fixedToMoving, by), bins);
        if (2 * a.count < fit.points)
            a.normalized = 0;
        return a;
    };
    double best = at({0, 0, 0}).normalized;
    double around = 0;
    for (int x = -latticeReach; x <= latticeReach; ++x) {
        for (int y = -latticeReach; y <= latticeReach; ++y) {
            for (int z = -latticeReach; z <= latticeReach; ++z) {
                const Vec3 by = Vec3{double(x), double(y), double(z)} * (latticeStep * spacing);
                const Agreement there = at(by);
                around += there.mutual / latticePoints;
                if (there.normalized > best) {
                    best = there.normalized;
                    fit.shift = by;
                }
            }
        }
    }
    const auto values = [&](const std::vector<Point> &points) {
        std::vector<double> result;
        result.reserve(points.size());
        for (const Point &p : points)
            result.push_back(-at({p[0], p[1], p[2]}).normalized);
        return result;
    };
    const Optimum optimum = minimize(values, {fit.shift[0], fit.shift[1], fit.shift[2]},
                                     {spacing, 0.25 * spacing, 6, latticeStep * spacing});
    fit.shift = {optimum.at[0], optimum.at[1], optimum.at[2]};
    fit.evidence = fit.points * (at(fit.shift).mutual - around);
    return fit;
}

} // namespace

BodyMask overlapOf(const Study &fixed, const Study &moving, const Affine &fixedToMoving)
{
    const Affine toIndex = moving.middle.toIndex.after(fixedToMoving);
    return fixed.body.where([&](const Vec3 &p) { return !std::isnan(moving.middle.sample(toIndex.point(p))); });
}

AlignmentMeasures measured(const Study &fixed, const Study &moving, const Affine &fixedToMoving, const Samples &samples,
                           const Control &control)
{
    AlignmentMeasures measures;
    measures.sameUnits = fixed.ct && moving.ct;
    measures.overlap = overlapPart(fixed, moving, fixedToMoving);
    Samples both;
    const BodyMask body = moving.body.grown(1);
    for (std::size_t i = 0; i < samples.points.size(); ++i) {
        if (body.contains(fixedToMoving.point(samples.points[i]))) {
            both.points.push_back(samples.points[i]);
            both.values.push_back(samples.values[i]);
        }
    }
    if (int(both.points.size()) < fewestPoints)
        return measures;
    compareInside(fixed, moving, fixedToMoving, both, measures);

    const BodyMask overlap = overlapOf(fixed, moving, fixedToMoving);
    const double spacing = fixed.spacing;
    const auto blocks =
        blocksOf(both, double(overlap.count) * overlap.voxelVolume(), spacing, fixed.range.high - fixed.range.low);
    measures.blocks.resize(blocks.size());
    parallelFor(control, int(blocks.size()), [&](int i) {
        measures.blocks[std::size_t(i)] = fitted(blocks[std::size_t(i)], fixed, moving, fixedToMoving);
    });
    // The inside of a brain in CT, a bladder: such a block fits anywhere.
    std::erase_if(measures.blocks, [](const BlockFit &fit) { return fit.evidence < leastEvidence; });
    auto ordered = measures.blocks;
    std::ranges::sort(ordered, {}, [](const BlockFit &fit) { return length(fit.shift); });
    double points = 0;
    for (const BlockFit &fit : ordered)
        points += fit.points;
    double so = 0;
    for (const BlockFit &fit : ordered) {
        const double error = length(fit.shift);
        if (so < 0.95 * points)
            measures.errorMm = error;
        so += fit.points;
        if (error <= agreeingWithin * spacing)
            measures.agreeing = so / points;
    }
    return measures;
}

double worth(const AlignmentMeasures &measures)
{
    // What agrees where the bodies hardly touch says little.
    return measures.agreeing + (measures.overlap < leastOverlap ? 0 : 1);
}

void judge(const AlignmentMeasures &measures, Alignment &alignment)
{
    alignment.overlap = measures.overlap;
    alignment.errorMm = measures.errorMm;
    alignment.detail = QStringLiteral("overlap %1, %2 parts, %3 agree, contrast %4")
                           .arg(measures.overlap, 0, 'f', 2)
                           .arg(measures.blocks.size())
                           .arg(measures.agreeing, 0, 'f', 2)
                           .arg(measures.contrast, 0, 'f', 2);
    const bool sound =
        int(measures.blocks.size()) >= fewestBlocks && measures.agreeing >= leastAgreeing
        && measures.errorMm <= mostError && measures.contrast >= leastContrast
        && (!measures.sameUnits || measures.errorMm <= smallError || measures.correlation >= leastCorrelation);
    if (measures.overlap < leastOverlap)
        alignment.why = FailureCode::TooLittleOverlap;
    else
        alignment.why = sound ? FailureCode::None : FailureCode::NotAligned;
    alignment.accepted = alignment.why == FailureCode::None;
}

} // namespace Chartline::Imaging::Rigid
