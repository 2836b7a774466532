// SPDX-License-Identifier: Apache-2.0
#include "decode/Presentation.h"

#include "decode/Samples.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace Chartline::Imaging {

namespace {

// Values outside a table take its nearest end.
double entryFor(const LookupTable &table, double input)
{
    if (std::isnan(input) || table.entries.empty())
        return 0;
    const double last = double(table.entries.size() - 1);
    return table.entries[std::size_t(std::clamp(std::round(input) - table.first, 0.0, last))];
}

// PS3.3 C.11.2.1.2.1, C.11.2.1.3.1 and C.11.2.1.3.2, for an output from 0 to 1.
double windowed(double x, const Window &window)
{
    const double c = window.center;
    const double w = window.width;
    switch (window.function) {
    case Window::Function::Sigmoid: return 1 / (1 + std::exp(-4 * (x - c) / w));
    case Window::Function::LinearExact:
        if (x <= c - w / 2)
            return 0;
        return x > c + w / 2 ? 1 : (x - c) / w + 0.5;
    case Window::Function::Linear: break;
    }
    if (x <= c - 0.5 - (w - 1) / 2)
        return 0;
    return x > c - 0.5 + (w - 1) / 2 ? 1 : (x - (c - 0.5)) / (w - 1) + 0.5;
}

std::size_t tableSize(SampleType type)
{
    return bytesOf(type) == 1 ? 256 : bytesOf(type) == 2 ? 65536 : 0;
}

// Every value of a type of up to 16 bits, at the place of its bits.
template<typename F>
void forStoredValues(SampleType type, F &&f)
{
    withSampleType(type, [&]<typename T>(T *) {
        if constexpr (std::is_integral_v<T> && sizeof(T) <= 2) {
            for (int value = int(std::numeric_limits<T>::min()); value <= std::numeric_limits<T>::max(); ++value)
                f(std::size_t(std::make_unsigned_t<T>(value)), value);
        }
    });
}

// ITU-R BT.601
quint8 luminance(quint8 red, quint8 green, quint8 blue)
{
    return quint8((299 * red + 587 * green + 114 * blue + 500) / 1000);
}

void putColor(quint8 red, quint8 green, quint8 blue, PictureFormat format, quint8 *&to)
{
    if (format == PictureFormat::Grey) {
        *to++ = luminance(red, green, blue);
        return;
    }
    *to++ = red;
    *to++ = green;
    *to++ = blue;
    if (format == PictureFormat::Rgba)
        *to++ = 255;
}

void putGrey(quint8 grey, PictureFormat format, quint8 *&to)
{
    *to++ = grey;
    if (format == PictureFormat::Grey)
        return;
    *to++ = grey;
    *to++ = grey;
    if (format == PictureFormat::Rgba)
        *to++ = 255;
}

// The stored values at which `part` and 1 − `part` of all lie below, of those that are not left out.
std::array<double, 2> percentiles(std::vector<double> values, double part)
{
    if (values.empty())
        return {0, 0};
    const auto at = [&](double p) {
        const auto index = std::ptrdiff_t(p * double(values.size() - 1));
        std::ranges::nth_element(values, values.begin() + index);
        return values[std::size_t(index)];
    };
    const double low = at(part);
    return {low, at(1 - part)};
}

} // namespace

Expected<Presentation> Presentation::of(const ImageDescription &image, int frame)
{
    const auto format = FrameFormat::of(image);
    if (!format)
        return std::unexpected(format.error());
    Presentation result;
    result.m_format = *format;
    result.m_bitsStored = image.pixels.bitsStored;
    result.m_signed = image.pixels.isSigned;
    // C.11.6: a MONOCHROME1 image has the shape INVERSE; the two are the same statement.
    result.m_inverted = format->samples == 1 && !image.palette
                        && (image.pixels.photometric == Photometric::Monochrome1 || image.invertedPresentation);
    const FrameInfo info = image.frame(frame);
    result.m_slope = info.slope.value_or(1);
    result.m_intercept = info.intercept.value_or(0);
    result.m_windows = info.windows;
    if (image.modalityLut)
        result.m_modalityLut = std::make_shared<LookupTable>(*image.modalityLut);
    result.m_voiLuts = std::make_shared<QList<LookupTable>>(image.voiLuts);
    if (image.paddingValue) {
        const double limit = image.paddingLimit.value_or(*image.paddingValue);
        result.m_padding = {std::min(*image.paddingValue, limit), std::max(*image.paddingValue, limit)};
    }
    result.readPalette(image);
    result.setVoi(result.defaultVoi({}));
    return result;
}

void Presentation::readPalette(const ImageDescription &image)
{
    if (!image.palette || m_format.samples != 1 || tableSize(m_format.type) == 0)
        return;
    auto colors = std::make_shared<std::vector<Color>>(tableSize(m_format.type));
    forStoredValues(m_format.type, [&](std::size_t at, int value) {
        for (std::size_t c = 0; c < 3; ++c) {
            // Of deeper entries the upper bits.
            const LookupTable &table = (*image.palette)[c];
            const int entry = int(entryFor(table, value));
            (*colors)[at][c] = quint8(table.bits > 8 ? entry >> (table.bits - 8) : entry);
        }
    });
    m_palette = std::move(colors);
}

double Presentation::modality(double stored) const
{
    return m_modalityLut ? entryFor(*m_modalityLut, stored) : stored * m_slope + m_intercept;
}

double Presentation::voi(double value, const Voi &voi) const
{
    if (std::isnan(value))
        return 0;
    if (voi.kind == Voi::Kind::Window)
        return windowed(value, voi.window);
    if (voi.kind == Voi::Kind::Table && voi.table >= 0 && voi.table < m_voiLuts->size()) {
        const LookupTable &table = m_voiLuts->at(voi.table);
        return entryFor(table, value) / (std::ldexp(1.0, table.bits) - 1);
    }
    const double span = std::ldexp(1.0, m_bitsStored) - 1;
    const double least = m_signed ? -std::ldexp(1.0, m_bitsStored - 1) : 0;
    double low = modality(least);
    double high = modality(least + span);
    if (m_modalityLut) {
        low = 0;
        high = std::ldexp(1.0, m_modalityLut->bits) - 1;
    }
    if (low > high)
        std::swap(low, high);
    return high > low ? std::clamp((value - low) / (high - low), 0.0, 1.0) : 0;
}

bool Presentation::isPadding(double stored) const
{
    return m_padding && stored >= (*m_padding)[0] && stored <= (*m_padding)[1];
}

Voi Presentation::defaultVoi(std::span<const std::byte> samples) const
{
    if (!m_windows.isEmpty())
        return {Voi::Kind::Window, m_windows.front(), 0};
    if (!m_voiLuts->isEmpty())
        return {Voi::Kind::Table, {}, 0};
    const bool narrow = m_bitsStored <= 8 && m_slope == 1 && m_intercept == 0;
    if (isColor() || narrow || samples.empty())
        return {};
    return {Voi::Kind::Window, automaticWindow(samples), 0};
}

Window Presentation::automaticWindow(std::span<const std::byte> samples) const
{
    // Some ten thousand pixels tell as much as all.
    constexpr std::size_t most = 40000;
    std::vector<double> values;
    withSampleType(m_format.type, [&]<typename T>(T *) {
        const std::size_t count = samples.size() / sizeof(T);
        // A step without a common factor with widths that are powers of two.
        const std::size_t step = count > most ? (count / most) | 1 : 1;
        values.reserve(count / step + 1);
        for (std::size_t i = 0; i < count; i += step) {
            const auto stored = double(loadSample<T>(samples.data() + i * sizeof(T)));
            if (std::isfinite(stored) && !isPadding(stored))
                values.push_back(modality(stored));
        }
    });
    const auto [low, high] = percentiles(std::move(values), 0.01);
    const double step = m_modalityLut ? 1 : std::max(std::abs(m_slope), 1e-12);
    const bool isFloat = m_format.type == SampleType::F32 || m_format.type == SampleType::F64;
    const double least = isFloat ? std::max(std::abs(low), 1e-6) * 1e-6 : step;
    return {(low + high) / 2, std::max(high - low, least), {}, Window::Function::LinearExact};
}

quint8 Presentation::greyOf(double stored) const
{
    const double part = voi(modality(stored), m_voi);
    const auto grey = quint8(std::lround(std::clamp(part, 0.0, 1.0) * 255));
    return m_inverted != m_invert ? quint8(255 - grey) : grey;
}

void Presentation::setVoi(const Voi &voi, bool invert)
{
    m_voi = voi;
    m_invert = invert;
    m_table.clear();
    if (isColor())
        return;
    m_table.resize(tableSize(m_format.type));
    forStoredValues(m_format.type, [&](std::size_t at, int value) { m_table[at] = greyOf(value); });
}

template<typename T>
void Presentation::paintRow(const std::byte *from, PictureFormat format, quint8 *to) const
{
    const auto columns = std::size_t(m_format.columns);
    if constexpr (std::is_integral_v<T> && sizeof(T) <= 2) {
        using U = std::make_unsigned_t<T>;
        if (m_palette) {
            for (std::size_t x = 0; x < columns; ++x) {
                const Color &color = (*m_palette)[loadSample<U>(from + x * sizeof(U))];
                putColor(color[0], color[1], color[2], format, to);
            }
        } else if (format == PictureFormat::Grey) {
            const quint8 *table = m_table.data();
            for (std::size_t x = 0; x < columns; ++x)
                to[x] = table[loadSample<U>(from + x * sizeof(U))];
        } else {
            for (std::size_t x = 0; x < columns; ++x)
                putGrey(m_table[loadSample<U>(from + x * sizeof(U))], format, to);
        }
    } else {
        for (std::size_t x = 0; x < columns; ++x)
            putGrey(greyOf(double(loadSample<T>(from + x * sizeof(T)))), format, to);
    }
}

void Presentation::paintColorRow(const std::byte *from, PictureFormat format, quint8 *to) const
{
    if (format == PictureFormat::Rgb) {
        std::memcpy(to, from, std::size_t(m_format.columns) * 3);
        return;
    }
    for (int x = 0; x < m_format.columns; ++x, from += 3)
        putColor(quint8(from[0]), quint8(from[1]), quint8(from[2]), format, to);
}

Expected<void> Presentation::paint(std::span<const std::byte> samples, PictureFormat format, std::span<quint8> out,
                                   qsizetype stride) const
{
    const qsizetype rowBytes = qsizetype(m_format.columns) * m_format.samples * bytesOf(m_format.type);
    const qsizetype width = qsizetype(m_format.columns) * channelsOf(format);
    if (qsizetype(samples.size()) != m_format.bytes() || stride < width
        || qsizetype(out.size()) < stride * (m_format.rows - 1) + width)
        return failure(FailureCode::Internal, QStringLiteral("sizes of a picture"));
    for (int y = 0; y < m_format.rows; ++y) {
        const std::byte *from = samples.data() + y * rowBytes;
        quint8 *to = out.data() + y * stride;
        if (m_format.samples == 3)
            paintColorRow(from, format, to);
        else
            withSampleType(m_format.type, [&]<typename T>(T *) { paintRow<T>(from, format, to); });
    }
    return {};
}

} // namespace Chartline::Imaging
