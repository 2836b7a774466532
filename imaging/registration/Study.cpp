// SPDX-License-Identifier: Apache-2.0
#include "registration/Study.h"

namespace Chartline::Imaging::Rigid {

namespace {

// HU below and above which all is one: air, and dense bone, contrast medium or metal.
constexpr ValueRange ctRange{-1000, 700};

// A body fills more voxels of the middle grid than this, or there is no shape to align by.
constexpr std::size_t fewestVoxels = 200;

// Values of a study without fixed units: what nearly all of the body lies within. A few much brighter voxels (a
// catheter, an injection) would else leave one bin for all the rest.
ValueRange rangeInside(const WorkImage &image, const BodyMask &body)
{
    std::vector<float> values;
    for (std::size_t i = 0; i < image.values.size(); ++i) {
        if (body.inside[i] && !std::isnan(image.values[i]))
            values.push_back(image.values[i]);
    }
    if (values.empty())
        return {0, 0};
    const auto at = [&](double fraction) {
        const auto i = std::ptrdiff_t(fraction * double(values.size() - 1));
        std::ranges::nth_element(values, values.begin() + i);
        return values[std::size_t(i)];
    };
    const float low = std::min(at(0.005), percentile(image, 0.01));
    return {low, at(0.995)};
}

// The table, the arms beside the body, whatever else is not one piece with it: air.
void clearOutside(WorkImage &image, const BodyMask &body, float air, const Control &control)
{
    parallelFor(control, image.size[2], [&](int z) {
        std::size_t at = image.offset(0, 0, z);
        for (int y = 0; y < image.size[1]; ++y) {
            for (int x = 0; x < image.size[0]; ++x, ++at) {
                if (image.values[at] > air && !body.contains(image.toPatient.point({double(x), double(y), double(z)})))
                    image.values[at] = air;
            }
        }
    });
}

double extent(const Volume &volume) // mm³
{
    double product = std::abs(volume.indexToPatient.determinant());
    for (const int n : volume.size)
        product *= std::max(n, 0);
    return product;
}

} // namespace

double workingSpacing(const Volume &fixed, const Volume &moving)
{
    // 2 mm for a chest, 0.8 mm for a knee; coarser only where the larger study would take too much memory.
    constexpr double wantedVoxels = 2.7e6; // of the smaller study
    constexpr double mostVoxels = 40e6; // of the larger
    const double smaller = std::min(extent(fixed), extent(moving));
    const double larger = std::max(extent(fixed), extent(moving));
    if (!std::isfinite(larger))
        return 2;
    return std::max(std::clamp(std::cbrt(smaller / wantedVoxels), 0.5, 2.5), std::cbrt(larger / mostVoxels));
}

Expected<Study> prepared(const Volume &volume, double spacing, const Control &control)
{
    auto fine = reduced(volume, spacing, control);
    if (!fine)
        return std::unexpected(fine.error());
    Study study;
    study.ct = isCt(volume);
    study.spacing = spacing;
    study.fine = std::move(*fine);
    for (const int n : study.fine.size) {
        if (n < 4)
            return failure(FailureCode::NotAligned, QStringLiteral("fewer than 4 slices, rows or columns"));
    }
    study.middle = reduced(study.fine, 2 * spacing, control);
    study.body = bodyOf(study.middle, study.ct);
    if (control.cancelled())
        return failure(FailureCode::Cancelled);
    study.range = study.ct ? ctRange : rangeInside(study.middle, study.body);
    if (study.body.count < fewestVoxels || !(study.range.high - study.range.low > 1e-6F))
        return failure(FailureCode::NotAligned, QStringLiteral("no structure to align by"));
    clampTo(study.fine, study.range);
    if (study.ct)
        clearOutside(study.fine, study.body.grown(1), study.range.low, control);
    study.middle = reduced(study.fine, 2 * spacing, control);
    if (percentile(study.middle, 0.005) == percentile(study.middle, 0.995))
        return failure(FailureCode::NotAligned, QStringLiteral("no structure to align by"));
    study.coarse = reduced(study.middle, 4 * spacing, control);
    if (control.cancelled())
        return failure(FailureCode::Cancelled);
    return study;
}

} // namespace Chartline::Imaging::Rigid
