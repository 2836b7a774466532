// SPDX-License-Identifier: Apache-2.0
#include "decode/JlsScan.h"

#include <cstdlib>

namespace Chartline::Imaging {

namespace {

// A.2.1, J: the order of the run lengths.
constexpr int runOrder[32] = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,  2,  3,  3,  3,  3,
                              4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15};

int clampedThreshold(int value, int least, int most)
{
    return value > most || value < least ? least : value; // C.2.4.1.1.1, CLAMP
}

// Smallest k with (n << k) >= a.
int golombOrder(int n, int a)
{
    const int k = std::max(0, std::bit_width(unsigned(a)) - std::bit_width(unsigned(n)));
    return (n << k) < a ? k + 1 : k;
}

// A.2.1: statistics of a regular context…
struct Context
{
    int a = 0;
    int b = 0;
    int c = 0;
    int n = 1;
};

// …and of an interrupted run.
struct RunContext
{
    int a = 0;
    int n = 1;
    int negative = 0;
};

template<bool Lossless>
class Scan
{
public:
    Scan(const JlsParameters &parameters, std::span<const std::byte> data)
        : m_p(parameters)
        , m_bits(data)
    {
        m_step = 2 * m_p.near + 1;
        m_range = (m_p.most + 2 * m_p.near) / m_step + 1;
        m_plainBits = std::bit_width(unsigned(m_range - 1));
        const int depth = std::max(2, std::bit_width(unsigned(m_p.most)));
        m_limit = 2 * (depth + std::max(8, depth));
        m_longest = m_limit - m_plainBits - 1;
        m_mostMapped = 2 * m_range + 1;
        const int a = std::max(2, (m_range + 32) / 64);
        m_contexts.fill({a, 0, 0, 1});
        m_runs.fill({a, 1, 0});
        makeGradients();
    }

    JlsOutcome decode(std::byte *out, int size, int step, int first)
    {
        const auto width = std::size_t(m_p.columns);
        const auto count = std::size_t(m_p.components);
        // With a sample before and one behind each line.
        const std::size_t stride = width + 2;
        std::vector<quint16> lines(2 * count * stride);
        std::vector<int> runIndex(count, 0);
        JlsOutcome outcome;
        for (; outcome.rows < m_p.rows; ++outcome.rows) {
            quint16 *previous = lines.data() + std::size_t(outcome.rows % 2) * count * stride + 1;
            quint16 *current = lines.data() + std::size_t(1 - outcome.rows % 2) * count * stride + 1;
            for (std::size_t c = 0; c < count; ++c) {
                previous[c * stride + width] = previous[c * stride + width - 1];
                *(current + c * stride - 1) = previous[c * stride];
            }
            if (m_p.interleave == 2) {
                m_runIndex = runIndex[0];
                decodeSamples(previous, current, stride);
                runIndex[0] = m_runIndex;
            } else {
                for (std::size_t c = 0; c < count; ++c) {
                    m_runIndex = runIndex[c];
                    decodeLine(previous + c * stride, current + c * stride);
                    runIndex[c] = m_runIndex;
                }
            }
            if (m_bits.overrun() || m_impossible)
                break;
            const std::size_t row = std::size_t(outcome.rows) * width * std::size_t(step);
            for (std::size_t c = 0; c < count; ++c)
                store(current + c * stride, out + (row + std::size_t(first) + c) * std::size_t(size), size, step);
        }
        outcome.damaged = m_impossible || hasRest();
        return outcome;
    }

private:
    void makeGradients();
    [[nodiscard]] int gradient(int difference) const { return m_gradients[std::size_t(difference + m_p.most)]; }
    // Bytes that are no padding.
    [[nodiscard]] bool hasRest() const
    {
        const auto rest = m_bits.rest();
        return rest.size() > 2
               && std::ranges::any_of(rest, [](unsigned char byte) { return byte != 0 && byte != 0xFF; });
    }

    // A.6.2, the median edge detector.
    static int predicted(int ra, int rb, int rc)
    {
        const int low = std::min(ra, rb);
        const int high = std::max(ra, rb);
        return rc >= high ? low : rc <= low ? high : ra + rb - rc;
    }
    [[nodiscard]] int clamped(int value) const { return std::clamp(value, 0, m_p.most); }
    // A.4.5: back into the range.
    [[nodiscard]] int fixed(int value) const
    {
        if (value < -m_p.near)
            value += m_range * m_step;
        else if (value > m_p.most + m_p.near)
            value -= m_range * m_step;
        return clamped(value);
    }

    // A.4 to A.6 for one sample. A context of negative `q` is that of -q, with errors of the other sign.
    int regular(int q, int ra, int rb, int rc)
    {
        const int sign = q >> 31; // -1 or 0
        Context &context = m_contexts[std::size_t((q ^ sign) - sign)];
        const int k = golombOrder(context.n, context.a);
        const int px = clamped(predicted(ra, rb, rc) + ((context.c ^ sign) - sign));
        const int mapped = m_bits.golomb(k, m_longest, m_plainBits);
        if (unsigned(mapped) > unsigned(m_mostMapped)) [[unlikely]] {
            m_impossible = true;
            return px;
        }
        int error = (mapped >> 1) ^ -(mapped & 1);
        if (Lossless && k == 0 && 2 * context.b <= -context.n)
            error = ~error; // A.5.2
        update(context, error);
        error = (error ^ sign) - sign;
        if constexpr (Lossless)
            return fixed(px + error);
        else
            return fixed(px + error * m_step);
    }

    void update(Context &context, int error) const
    {
        context.a += std::abs(error);
        context.b += Lossless ? error : error * m_step;
        if (context.n == m_p.reset) {
            context.a >>= 1;
            context.b >>= 1;
            context.n >>= 1;
        }
        ++context.n;
        if (context.b <= -context.n) {
            context.b += context.n;
            context.c -= context.c > -128 ? 1 : 0;
            if (context.b <= -context.n)
                context.b = 1 - context.n;
        } else if (context.b > 0) {
            context.b -= context.n;
            context.c += context.c < 127 ? 1 : 0;
            if (context.b > 0)
                context.b = 0;
        }
    }

    // A.7.1: how many samples repeat the one before them, of the `left` ones of the line.
    int runLength(int left)
    {
        int length = 0;
        while (length < left && m_bits.bit()) {
            const int whole = 1 << runOrder[m_runIndex];
            const int count = std::min(whole, left - length);
            length += count;
            if (count == whole && m_runIndex < 31)
                ++m_runIndex;
            if (length == left)
                return length;
        }
        length += m_bits.bits(runOrder[m_runIndex]);
        if (length > left) {
            m_impossible = true;
            return left;
        }
        return length;
    }

    // A.7.2: the sample that ends a run.
    int interrupted(int ra, int rb, bool alike)
    {
        RunContext &context = m_runs[alike ? 1 : 0];
        const int type = alike ? 1 : 0;
        const int k = golombOrder(context.n, context.a + (alike ? context.n >> 1 : 0));
        const int limit = m_limit - runOrder[m_runIndex] - 1;
        const int mapped = m_bits.golomb(k, limit - m_plainBits - 1, m_plainBits);
        if (unsigned(mapped) > unsigned(m_mostMapped)) [[unlikely]] {
            m_impossible = true;
            return ra;
        }
        const int whole = mapped + type;
        const bool odd = (whole & 1) != 0;
        const int size = (whole + (odd ? 1 : 0)) / 2;
        const bool turned = k != 0 || 2 * context.negative >= context.n;
        const int error = turned == odd ? -size : size;
        if (error < 0)
            ++context.negative;
        context.a += (mapped + 1 - type) >> 1;
        if (context.n == m_p.reset) {
            context.a >>= 1;
            context.n >>= 1;
            context.negative >>= 1;
        }
        ++context.n;
        if (alike)
            return fixed(ra + error * m_step);
        return fixed(rb + error * m_step * (rb < ra ? -1 : 1));
    }

    void decodeLine(const quint16 *previous, quint16 *current);
    void decodeSamples(const quint16 *previous, quint16 *current, std::size_t stride);
    void store(const quint16 *line, std::byte *out, int size, int step) const;

    const JlsParameters &m_p;
    JlsBits m_bits;
    int m_step = 1;
    int m_range = 256;
    int m_plainBits = 8;
    int m_limit = 32;
    int m_longest = 23; // zeros before a regular code
    int m_mostMapped = 513; // errors above are none
    int m_runIndex = 0;
    bool m_impossible = false;
    std::array<Context, 365> m_contexts;
    std::array<RunContext, 2> m_runs;
    std::vector<qint8> m_gradients; // of differences from -MAXVAL to MAXVAL
};

// A.3.3: nine steps of a difference.
template<bool Lossless>
void Scan<Lossless>::makeGradients()
{
    m_gradients.resize(2 * std::size_t(m_p.most) + 1);
    for (int difference = 0; difference <= m_p.most; ++difference) {
        const int step = difference <= m_p.near        ? 0
                         : difference < m_p.threshold1 ? 1
                         : difference < m_p.threshold2 ? 2
                         : difference < m_p.threshold3 ? 3
                                                       : 4;
        m_gradients[std::size_t(m_p.most + difference)] = qint8(step);
        m_gradients[std::size_t(m_p.most - difference)] = qint8(-step);
    }
}

template<bool Lossless>
void Scan<Lossless>::decodeLine(const quint16 *previous, quint16 *current)
{
    const int width = m_p.columns;
    int rb = previous[0];
    int rd = previous[1];
    for (int x = 0; x < width;) {
        const int ra = current[x - 1];
        const int rc = previous[x - 1];
        const int q = gradient(rd - rb) * 81 + gradient(rb - rc) * 9 + gradient(rc - ra);
        if (q != 0) {
            current[x] = quint16(regular(q, ra, rb, rc));
            ++x;
            rb = rd;
            rd = previous[x + 1 <= width ? x + 1 : width];
            continue;
        }
        const int length = runLength(width - x);
        std::fill_n(current + x, length, quint16(ra));
        x += length;
        if (x < width) {
            const int above = previous[x];
            current[x] = quint16(interrupted(ra, above, std::abs(ra - above) <= m_p.near));
            m_runIndex -= m_runIndex > 0 ? 1 : 0;
            ++x;
        }
        rb = previous[x <= width ? x : width];
        rd = previous[x + 1 <= width ? x + 1 : width];
    }
}

// All components of a sample together; a run is one of all of them.
template<bool Lossless>
void Scan<Lossless>::decodeSamples(const quint16 *previous, quint16 *current, std::size_t stride)
{
    const int width = m_p.columns;
    const auto count = std::size_t(m_p.components);
    for (int x = 0; x < width; ++x) {
        std::array<int, 4> q{};
        bool run = true;
        for (std::size_t c = 0; c < count; ++c) {
            const quint16 *above = previous + c * stride + x;
            const int ra = *(current + c * stride + x - 1);
            q[c] = gradient(above[1] - above[0]) * 81 + gradient(above[0] - above[-1]) * 9 + gradient(above[-1] - ra);
            run = run && q[c] == 0;
        }
        if (run) {
            const int length = runLength(width - x);
            for (std::size_t c = 0; c < count; ++c) {
                quint16 *at = current + c * stride + x;
                std::fill_n(at, length, at[-1]);
            }
            x += length;
            if (x == width)
                return;
        }
        for (std::size_t c = 0; c < count; ++c) {
            const quint16 *above = previous + c * stride + x;
            quint16 *at = current + c * stride + x;
            at[0] = quint16(run ? interrupted(at[-1], above[0], false) : regular(q[c], at[-1], above[0], above[-1]));
        }
        if (run && m_runIndex > 0)
            --m_runIndex;
    }
}

template<bool Lossless>
void Scan<Lossless>::store(const quint16 *line, std::byte *out, int size, int step) const
{
    const auto width = std::size_t(m_p.columns);
    if (size == 2 && step == 1) {
        std::memcpy(out, line, width * 2);
        return;
    }
    for (std::size_t x = 0; x < width; ++x) {
        if (size == 1)
            out[x * std::size_t(step)] = std::byte(quint8(line[x]));
        else
            std::memcpy(out + 2 * x * std::size_t(step), line + x, 2);
    }
}

} // namespace

// C.2.4.1.1.1
bool JlsParameters::complete()
{
    if (most < 1 || most > 65535 || near < 0 || near > std::min(255, most / 2) || columns < 1 || rows < 1
        || components < 1 || components > 4)
        return false;
    int first = 0;
    int second = 0;
    int third = 0;
    if (most >= 128) {
        const int factor = (std::min(most, 4095) + 128) / 256;
        first = factor * (3 - 2) + 2 + 3 * near;
        second = factor * (7 - 3) + 3 + 5 * near;
        third = factor * (21 - 4) + 4 + 7 * near;
    } else {
        const int factor = 256 / (most + 1);
        first = std::max(2, 3 / factor + 3 * near);
        second = std::max(3, 7 / factor + 5 * near);
        third = std::max(4, 21 / factor + 7 * near);
    }
    if (threshold1 == 0)
        threshold1 = clampedThreshold(first, near + 1, most);
    if (threshold2 == 0)
        threshold2 = clampedThreshold(second, threshold1, most);
    if (threshold3 == 0)
        threshold3 = clampedThreshold(third, threshold2, most);
    if (reset == 0)
        reset = 64;
    return threshold1 > near && threshold2 >= threshold1 && threshold3 >= threshold2 && threshold3 <= most && reset >= 3
           && reset <= 1024;
}

JlsOutcome decodeJlsScan(const JlsParameters &parameters, std::span<const std::byte> data, std::byte *out, int size,
                         int step, int first)
{
    if (parameters.near == 0)
        return Scan<true>(parameters, data).decode(out, size, step, first);
    return Scan<false>(parameters, data).decode(out, size, step, first);
}

} // namespace Chartline::Imaging
