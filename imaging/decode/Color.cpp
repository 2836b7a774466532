// SPDX-License-Identifier: Apache-2.0
#include "decode/Color.h"

#include "decode/Samples.h"

#include <algorithm>

namespace Chartline::Imaging {

namespace {

// Fixed point with 16 fractional bits.
constexpr int fixed(double factor)
{
    return int(factor * 65536 + 0.5);
}

std::byte clamped(int value)
{
    return std::byte(quint8(std::clamp(value >> 16, 0, 255)));
}

constexpr int half = 1 << 15;

template<typename T>
std::byte scaled(T cell, int shift, quint64 most)
{
    const quint64 value = (quint64(cell) >> shift) & most;
    return std::byte(quint8(most == 255 ? value : (value * 255 + most / 2) / most));
}

template<typename T>
void gather(const ColorSamples &in, std::span<std::byte> out)
{
    const std::size_t pixels = out.size() / 3;
    const int shift = std::max(0, in.highBit + 1 - in.bitsStored);
    const quint64 most = (quint64(1) << in.bitsStored) - 1;
    const std::size_t step = in.byPlane ? 1 : 3;
    const std::size_t plane = in.byPlane ? pixels : 1;
    for (std::size_t c = 0; c < 3; ++c) {
        const std::byte *from = in.data + c * plane * sizeof(T);
        for (std::size_t i = 0; i < pixels; ++i)
            out[3 * i + c] = scaled(loadSample<T>(from + i * step * sizeof(T)), shift, most);
    }
}

} // namespace

ColorModel colorModelOf(Photometric photometric)
{
    switch (photometric) {
    case Photometric::YbrFull:
    case Photometric::YbrFull422: return ColorModel::YbrFull;
    case Photometric::YbrPartial420: return ColorModel::YbrPartial;
    default: return ColorModel::Rgb;
    }
}

void convertToRgb(std::span<std::byte> samples, ColorModel model)
{
    if (model == ColorModel::Rgb)
        return;
    const bool full = model == ColorModel::YbrFull;
    const int scale = full ? fixed(1) : fixed(1.1644);
    const int base = full ? 0 : 16;
    const int redCr = full ? fixed(1.402) : fixed(1.5960);
    const int greenCb = full ? fixed(0.344136) : fixed(0.3917);
    const int greenCr = full ? fixed(0.714136) : fixed(0.8130);
    const int blueCb = full ? fixed(1.772) : fixed(2.0173);
    for (std::size_t i = 0; i + 2 < samples.size(); i += 3) {
        const int y = (int(samples[i]) - base) * scale + half;
        const int cb = int(samples[i + 1]) - 128;
        const int cr = int(samples[i + 2]) - 128;
        samples[i] = clamped(y + redCr * cr);
        samples[i + 1] = clamped(y - greenCb * cb - greenCr * cr);
        samples[i + 2] = clamped(y + blueCb * cb);
    }
}

void toRgb(const ColorSamples &samples, std::span<std::byte> out)
{
    const bool plain = samples.bytes == 1 && samples.bitsStored == 8 && !samples.byPlane;
    if (plain) {
        if (samples.data != out.data())
            std::memcpy(out.data(), samples.data, out.size());
    } else if (samples.bytes == 1) {
        gather<quint8>(samples, out);
    } else if (samples.bytes == 2) {
        gather<quint16>(samples, out);
    } else {
        gather<quint32>(samples, out);
    }
    convertToRgb(out, samples.model);
}

} // namespace Chartline::Imaging
