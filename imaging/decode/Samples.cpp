// SPDX-License-Identifier: Apache-2.0
#include "decode/Samples.h"

#include <type_traits>

namespace Chartline::Imaging {

namespace {

// A loop whose inner part has a fixed length is one that compilers turn into vector code at any level of optimisation.
template<typename T, typename F>
void eachSample(std::span<std::byte> samples, F &&change)
{
    constexpr std::size_t block = 64;
    const std::size_t count = samples.size() / sizeof(T);
    std::byte *at = samples.data();
    std::size_t done = 0;
    for (; done + block <= count; done += block, at += block * sizeof(T)) {
        T values[block];
        std::memcpy(values, at, sizeof values);
        for (T &value : values)
            value = change(value);
        std::memcpy(at, values, sizeof values);
    }
    for (; done < count; ++done, at += sizeof(T))
        storeSample<T>(at, change(loadSample<T>(at)));
}

template<typename To, typename From>
void copyCells(const std::byte *from, qint64 count, std::byte *out)
{
    for (qint64 i = 0; i < count; ++i)
        storeSample<To>(out + i * qint64(sizeof(To)), To(loadSample<From>(from + i * qint64(sizeof(From)))));
}

} // namespace

void swapSamples(std::span<std::byte> samples, int size)
{
    if (size == 2)
        eachSample<quint16>(samples, [](quint16 v) { return qbswap(v); });
    else if (size == 4)
        eachSample<quint32>(samples, [](quint32 v) { return qbswap(v); });
    else if (size == 8)
        eachSample<quint64>(samples, [](quint64 v) { return qbswap(v); });
}

void settleSamples(std::span<std::byte> samples, SampleType type, int bitsStored, int highBit)
{
    withSampleType(type, [&]<typename T>(T *) {
        if constexpr (std::is_integral_v<T>) {
            constexpr int width = 8 * int(sizeof(T));
            const int left = width - 1 - highBit;
            const int right = width - bitsStored;
            if (left < 0 || right < left || right >= width || (left == 0 && right == 0))
                return;
            using U = std::make_unsigned_t<T>;
            eachSample<T>(samples, [=](T v) { return T(T(U(U(v) << left)) >> right); });
        }
    });
}

void resizeSamples(const std::byte *from, int fromSize, qint64 count, std::span<std::byte> out, SampleType type)
{
    withSampleType(type, [&]<typename T>(T *) {
        if constexpr (std::is_integral_v<T>) {
            using U = std::make_unsigned_t<T>;
            if (fromSize == 1)
                copyCells<U, quint8>(from, count, out.data());
            else if (fromSize == 2)
                copyCells<U, quint16>(from, count, out.data());
            else
                copyCells<U, quint32>(from, count, out.data());
        }
    });
}

} // namespace Chartline::Imaging
