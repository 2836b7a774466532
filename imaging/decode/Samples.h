// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/FrameDecoder.h"

#include <QtEndian>
#include <cstring>

namespace Chartline::Imaging {

// Calls `f` with a null pointer of the C++ type of `type`.
template<typename F>
decltype(auto) withSampleType(SampleType type, F &&f)
{
    switch (type) {
    case SampleType::U8: return f(static_cast<quint8 *>(nullptr));
    case SampleType::I8: return f(static_cast<qint8 *>(nullptr));
    case SampleType::U16: return f(static_cast<quint16 *>(nullptr));
    case SampleType::I16: return f(static_cast<qint16 *>(nullptr));
    case SampleType::U32: return f(static_cast<quint32 *>(nullptr));
    case SampleType::I32: return f(static_cast<qint32 *>(nullptr));
    case SampleType::F32: return f(static_cast<float *>(nullptr));
    case SampleType::F64: break;
    }
    return f(static_cast<double *>(nullptr));
}

template<typename T>
[[nodiscard]] T loadSample(const std::byte *at)
{
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

template<typename T>
void storeSample(std::byte *at, T value)
{
    std::memcpy(at, &value, sizeof value);
}

// Reverses the bytes of every sample of `size` bytes, in place.
void swapSamples(std::span<std::byte> samples, int size);

// Makes stored values of what lies in the cells of an integer type: the bits above High Bit and below the stored ones
// are dropped, negative values extended (PS3.5 8.1.1). In place.
void settleSamples(std::span<std::byte> samples, SampleType type, int bitsStored, int highBit);

// Copies `count` unsigned cells of `fromSize` bytes (native order) into cells of `type`; a smaller one takes the low
// bytes.
void resizeSamples(const std::byte *from, int fromSize, qint64 count, std::span<std::byte> out, SampleType type);

} // namespace Chartline::Imaging
