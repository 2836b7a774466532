// SPDX-License-Identifier: Apache-2.0
#include "registration/BodyMask.h"

#include <numeric>

namespace Chartline::Imaging::Rigid {

namespace {

constexpr float bodyHu = -500;

// The largest piece is taken for the patient where it has at least this part of all that is over the threshold; tables
// and what lies on them had up to a tenth in the studies looked at.
constexpr double leastCompact = 0.6;

using Bits = std::vector<std::uint8_t>;

double otsu(const std::vector<double> &histogram)
{
    const double total = std::accumulate(histogram.begin(), histogram.end(), 0.0);
    double moment = 0;
    for (std::size_t i = 0; i < histogram.size(); ++i)
        moment += double(i) * histogram[i];
    double below = 0;
    double momentBelow = 0;
    double best = -1;
    std::size_t threshold = 0;
    for (std::size_t i = 0; i + 1 < histogram.size(); ++i) {
        below += histogram[i];
        momentBelow += double(i) * histogram[i];
        const double above = total - below;
        if (below <= 0 || above <= 0)
            continue;
        const double apart = momentBelow / below - (moment - momentBelow) / above;
        const double between = below * above * apart * apart;
        if (between > best) {
            best = between;
            threshold = i;
        }
    }
    return (double(threshold) + 1) / double(histogram.size());
}

float threshold(const WorkImage &image, bool ct)
{
    if (ct)
        return bodyHu;
    const float low = percentile(image, 0.01);
    const float high = percentile(image, 0.995);
    if (!(high > low))
        return std::numeric_limits<float>::infinity();
    std::vector<double> histogram(256);
    for (const float value : image.values) {
        if (std::isnan(value))
            continue;
        const double part = std::sqrt(std::clamp((value - low) / (high - low), 0.0F, 1.0F));
        histogram[std::size_t(part * 255)] += 1;
    }
    const double at = otsu(histogram);
    return low + float(at * at) * (high - low);
}

// One step along the axes.
Bits stepped(const Bits &bits, const std::array<int, 3> &size, bool grow)
{
    const std::array<std::size_t, 3> stride{1, std::size_t(size[0]), std::size_t(size[0]) * std::size_t(size[1])};
    Bits out(bits);
    std::size_t at = 0;
    for (int z = 0; z < size[2]; ++z) {
        for (int y = 0; y < size[1]; ++y) {
            for (int x = 0; x < size[0]; ++x, ++at) {
                if ((bits[at] != 0) == grow)
                    continue;
                const std::array<int, 3> position{x, y, z};
                for (std::size_t a = 0; a < 3; ++a) {
                    // At the grid's border the body goes on: it is not worn down from there.
                    const bool touched = (position[a] > 0 && (bits[at - stride[a]] != 0) == grow)
                                         || (position[a] + 1 < size[a] && (bits[at + stride[a]] != 0) == grow);
                    if (touched)
                        out[at] = grow ? 1 : 0;
                }
            }
        }
    }
    return out;
}

Bits largestPiece(const Bits &bits, const std::array<int, 3> &size)
{
    Bits best(bits.size());
    Bits left(bits);
    std::size_t most = 0;
    std::vector<std::size_t> piece;
    const auto nx = std::size_t(size[0]);
    const auto plane = nx * std::size_t(size[1]);
    for (std::size_t seed = 0; seed < left.size(); ++seed) {
        if (!left[seed])
            continue;
        piece.assign(1, seed);
        left[seed] = 0;
        for (std::size_t i = 0; i < piece.size(); ++i) {
            const std::size_t at = piece[i];
            const auto visit = [&](bool there, std::size_t next) {
                if (there && left[next]) {
                    left[next] = 0;
                    piece.push_back(next);
                }
            };
            visit(at % nx > 0, at - 1);
            visit(at % nx + 1 < nx, at + 1);
            visit(at % plane >= nx, at - nx);
            visit(at % plane + nx < plane, at + nx);
            visit(at >= plane, at - plane);
            visit(at + plane < left.size(), at + plane);
        }
        if (piece.size() > most) {
            most = piece.size();
            std::ranges::fill(best, std::uint8_t(0));
            for (const std::size_t at : piece)
                best[at] = 1;
        }
    }
    return best;
}

// Fills what a plane's border cannot be reached from: lungs and bowel, open at the ends of the volume.
void fillPlanes(Bits &bits, const std::array<int, 3> &size, std::size_t normal)
{
    const std::array<std::size_t, 3> stride{1, std::size_t(size[0]), std::size_t(size[0]) * std::size_t(size[1])};
    const std::size_t u = (normal + 1) % 3;
    const std::size_t v = (normal + 2) % 3;
    std::vector<std::array<int, 2>> open;
    for (int k = 0; k < size[normal]; ++k) {
        const auto at = [&](int i, int j) {
            return std::size_t(i) * stride[u] + std::size_t(j) * stride[v] + std::size_t(k) * stride[normal];
        };
        const auto visit = [&](int i, int j) {
            if (i >= 0 && j >= 0 && i < size[u] && j < size[v] && bits[at(i, j)] == 0) {
                bits[at(i, j)] = 2;
                open.push_back({i, j});
            }
        };
        for (int i = 0; i < size[u]; ++i) {
            visit(i, 0);
            visit(i, size[v] - 1);
        }
        for (int j = 0; j < size[v]; ++j) {
            visit(0, j);
            visit(size[u] - 1, j);
        }
        while (!open.empty()) {
            const auto [i, j] = open.back();
            open.pop_back();
            visit(i - 1, j);
            visit(i + 1, j);
            visit(i, j - 1);
            visit(i, j + 1);
        }
    }
    for (std::uint8_t &bit : bits)
        bit = bit == 2 ? 0 : 1;
}

BodyMask with(const BodyMask &mask, Bits bits)
{
    BodyMask result{mask.size, mask.toPatient, mask.toIndex, std::move(bits), 0};
    result.count = std::size_t(std::ranges::count(result.inside, std::uint8_t(1)));
    return result;
}

} // namespace

bool BodyMask::contains(const Vec3 &patient) const
{
    const Vec3 index = toIndex.point(patient);
    std::array<int, 3> at{};
    for (std::size_t a = 0; a < 3; ++a) {
        if (!(index[a] >= -0.5 && index[a] <= size[a] - 0.5))
            return false;
        at[a] = std::min(int(index[a] + 0.5), size[a] - 1);
    }
    const auto row = std::size_t(at[2]) * std::size_t(size[1]) + std::size_t(at[1]);
    return inside[row * std::size_t(size[0]) + std::size_t(at[0])] != 0;
}

std::vector<Vec3> BodyMask::points() const
{
    std::vector<Vec3> result;
    result.reserve(count);
    std::size_t at = 0;
    for (int z = 0; z < size[2]; ++z) {
        for (int y = 0; y < size[1]; ++y) {
            for (int x = 0; x < size[0]; ++x, ++at) {
                if (inside[at])
                    result.push_back(toPatient.point({double(x), double(y), double(z)}));
            }
        }
    }
    return result;
}

BodyMask BodyMask::where(const std::function<bool(const Vec3 &)> &keep) const
{
    Bits bits(inside);
    std::size_t at = 0;
    for (int z = 0; z < size[2]; ++z) {
        for (int y = 0; y < size[1]; ++y) {
            for (int x = 0; x < size[0]; ++x, ++at) {
                if (bits[at] && !keep(toPatient.point({double(x), double(y), double(z)})))
                    bits[at] = 0;
            }
        }
    }
    return with(*this, std::move(bits));
}

BodyMask BodyMask::grown(int steps) const
{
    Bits bits(inside);
    for (int i = 0; i < steps; ++i)
        bits = stepped(bits, size, true);
    return with(*this, std::move(bits));
}

BodyMask BodyMask::shrunk(int steps) const
{
    Bits bits(inside);
    for (int i = 0; i < steps; ++i)
        bits = stepped(bits, size, false);
    return with(*this, std::move(bits));
}

BodyMask bodyOf(const WorkImage &image, bool ct)
{
    const float limit = threshold(image, ct);
    Bits over(image.values.size());
    for (std::size_t i = 0; i < over.size(); ++i)
        over[i] = image.values[i] > limit ? 1 : 0; // not where nothing was scanned
    // Worn down by a voxel, the table and what else touches the skin come off; grown back, only within what was over.
    Bits kept = stepped(largestPiece(stepped(over, image.size, false), image.size), image.size, true);
    for (std::size_t i = 0; i < over.size(); ++i)
        kept[i] = std::uint8_t(kept[i] & over[i]);
    // A dry skull, an implant, a thin limb: not one compact piece, and wearing down may have taken the wrong part.
    if (double(std::ranges::count(kept, std::uint8_t(1)))
        < leastCompact * double(std::ranges::count(over, std::uint8_t(1))))
        kept = over;
    std::size_t axial = 2;
    for (std::size_t a = 0; a < 3; ++a) {
        if (std::abs(normalized(image.toPatient.columns[a])[2])
            > std::abs(normalized(image.toPatient.columns[axial])[2]))
            axial = a;
    }
    fillPlanes(kept, image.size, axial);
    return with({image.size, image.toPatient, image.toIndex, {}, 0}, std::move(kept));
}

} // namespace Chartline::Imaging::Rigid
