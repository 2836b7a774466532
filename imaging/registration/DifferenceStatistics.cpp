// SPDX-License-Identifier: Apache-2.0
#include "registration/Parallel.h"
#include "registration/Resample.h"
#include "registration/TypedVoxels.h"

namespace Chartline::Imaging {

using namespace Rigid;

namespace {

struct Sums
{
    qint64 count = 0;
    double sum = 0;
    double absolute = 0;
    double squares = 0;
};

} // namespace

Expected<DifferenceStatistics> differenceStatistics(const Volume &first, const Volume &second,
                                                    const ResampleOptions &options)
try {
    for (const Volume *volume : {&first, &second}) {
        if (const auto fine = checkVolume(*volume); !fine)
            return std::unexpected(fine.error());
    }
    if (first.size != second.size)
        return failure(FailureCode::Corrupt, QStringLiteral("volumes of different sizes"));
    const Control control{options.cancel, threadCount(options.threads)};
    std::vector<Sums> slices(std::size_t(first.size[2]));
    const auto slice = std::size_t(first.size[0]) * std::size_t(first.size[1]);
    typed(first.type, [&](auto a) {
        using A = decltype(a);
        typed(second.type, [&](auto b) {
            using B = decltype(b);
            const IsNothing<A> noFirst(first.padding);
            const IsNothing<B> noSecond(second.padding);
            parallelFor(control, first.size[2], [&](int z) {
                Sums &sums = slices[std::size_t(z)];
                const auto from = voxelsOf<A>(first).subspan(std::size_t(z) * slice, slice);
                const auto to = voxelsOf<B>(second).subspan(std::size_t(z) * slice, slice);
                for (std::size_t i = 0; i < slice; ++i) {
                    if (noFirst(from[i]) || noSecond(to[i]))
                        continue;
                    const double difference = (double(to[i]) * second.slope + second.intercept)
                                              - (double(from[i]) * first.slope + first.intercept);
                    ++sums.count;
                    sums.sum += difference;
                    sums.absolute += std::abs(difference);
                    sums.squares += difference * difference;
                }
            });
        });
    });
    if (control.cancelled())
        return failure(FailureCode::Cancelled);
    Sums all;
    for (const Sums &s : slices)
        all = {all.count + s.count, all.sum + s.sum, all.absolute + s.absolute, all.squares + s.squares};
    DifferenceStatistics result;
    result.voxels = all.count;
    if (all.count > 0) {
        const auto n = double(all.count);
        result.mean = all.sum / n;
        result.meanAbsolute = all.absolute / n;
        result.deviation = std::sqrt(std::max(0.0, all.squares / n - result.mean * result.mean));
    }
    return result;
} catch (const std::bad_alloc &) {
    return failure(FailureCode::OutOfMemory);
} catch (...) {
    return failure(FailureCode::Internal);
}

} // namespace Chartline::Imaging
