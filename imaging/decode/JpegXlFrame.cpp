// SPDX-License-Identifier: Apache-2.0
#include "decode/CodecJob.h"

#include "decode/Samples.h"

#include <jxl/decode.h>

#include <memory>
#include <vector>

namespace Chartline::Imaging {

namespace {

struct Closer
{
    void operator()(JxlDecoder *decoder) const { JxlDecoderDestroy(decoder); }
};

class Session
{
public:
    explicit Session(const CodecJob &job)
        : m_job(job)
    { }
    Expected<DecodedFrame> decode();

private:
    Expected<void> readInfo();
    Expected<void> provideMemory();
    void finish();

    const CodecJob &m_job;
    std::unique_ptr<JxlDecoder, Closer> m_decoder{JxlDecoderCreate(nullptr)};
    int m_bits = 0;
    int m_size = 0; // bytes of a sample
    std::vector<std::byte> m_scratch;
    std::span<std::byte> m_to;
};

Expected<void> Session::readInfo()
{
    JxlBasicInfo info;
    if (JxlDecoderGetBasicInfo(m_decoder.get(), &info) != JXL_DEC_SUCCESS)
        return failure(FailureCode::Corrupt, QStringLiteral("JPEG XL header"));
    if (info.exponent_bits_per_sample != 0)
        return failure(FailureCode::UnsupportedPixels, QStringLiteral("JPEG XL of floating point"));
    const StreamShape shape{info.ysize, info.xsize, int(info.num_color_channels), int(info.bits_per_sample)};
    if (const auto fits = checkStream(m_job, shape); !fits)
        return fits;
    if (info.bits_per_sample > 16)
        return failure(FailureCode::UnsupportedPixels, QStringLiteral("JPEG XL of %1 bits").arg(info.bits_per_sample));
    m_bits = int(info.bits_per_sample);
    m_size = m_bits <= 8 ? 1 : 2;
    return {};
}

Expected<void> Session::provideMemory()
{
    const JxlPixelFormat format{quint32(m_job.format.samples), m_size == 1 ? JXL_TYPE_UINT8 : JXL_TYPE_UINT16,
                                JXL_NATIVE_ENDIAN, 0};
    std::size_t needed = 0;
    const std::size_t bytes = std::size_t(m_job.format.rows) * std::size_t(m_job.format.columns)
                              * std::size_t(m_job.format.samples) * std::size_t(m_size);
    if (m_bits == 0 || JxlDecoderImageOutBufferSize(m_decoder.get(), &format, &needed) != JXL_DEC_SUCCESS
        || needed != bytes)
        return failure(FailureCode::Corrupt, QStringLiteral("JPEG XL frame"));
    const bool direct = bytes == m_job.out.size();
    if (!direct)
        m_scratch.resize(bytes);
    m_to = direct ? m_job.out : std::span(m_scratch);
    std::ranges::fill(m_to, std::byte(0));
    // Values as they were encoded, not stretched over the bytes.
    const JxlBitDepth depth{JXL_BIT_DEPTH_FROM_CODESTREAM, 0, 0};
    if (JxlDecoderSetImageOutBuffer(m_decoder.get(), &format, m_to.data(), m_to.size()) != JXL_DEC_SUCCESS
        || JxlDecoderSetImageOutBitDepth(m_decoder.get(), &depth) != JXL_DEC_SUCCESS)
        return failure(FailureCode::Corrupt, QStringLiteral("JPEG XL frame"));
    return {};
}

void Session::finish()
{
    if (m_job.format.samples == 3) {
        // The codec undoes its own transforms and those of a recompressed JPEG: always red, green and blue.
        storeSamples(m_job, m_to.data(), m_size, false, m_bits, ColorModel::Rgb);
        return;
    }
    if (m_to.data() != m_job.out.data())
        resizeSamples(m_to.data(), m_size, qint64(m_to.size()) / m_size, m_job.out, m_job.format.type);
    settlePatterns(m_job, m_bits);
}

Expected<DecodedFrame> Session::decode()
{
    if (!m_decoder)
        return failure(FailureCode::OutOfMemory);
    // Before the decoder says so on stderr.
    const auto *bytes = reinterpret_cast<const uint8_t *>(m_job.stream.data());
    const JxlSignature signature = JxlSignatureCheck(bytes, m_job.stream.size());
    if (signature != JXL_SIG_CODESTREAM && signature != JXL_SIG_CONTAINER)
        return failure(signature == JXL_SIG_NOT_ENOUGH_BYTES ? FailureCode::Truncated : FailureCode::Corrupt,
                       QStringLiteral("no JPEG XL stream"));
    if (JxlDecoderSubscribeEvents(m_decoder.get(), JXL_DEC_BASIC_INFO | JXL_DEC_FULL_IMAGE) != JXL_DEC_SUCCESS
        || JxlDecoderSetKeepOrientation(m_decoder.get(), JXL_TRUE) != JXL_DEC_SUCCESS
        || JxlDecoderSetInput(m_decoder.get(), bytes, m_job.stream.size()) != JXL_DEC_SUCCESS)
        return failure(FailureCode::Internal, QStringLiteral("JPEG XL"));
    // The input is left open: at its end the decoder then asks for more, instead of failing and saying so on stderr.
    while (true) {
        Expected<void> step;
        const JxlDecoderStatus status = JxlDecoderProcessInput(m_decoder.get());
        if (status == JXL_DEC_BASIC_INFO) {
            step = readInfo();
        } else if (status == JXL_DEC_NEED_IMAGE_OUT_BUFFER) {
            step = provideMemory();
        } else if (status == JXL_DEC_FULL_IMAGE) {
            finish();
            return DecodedFrame{false, precisionNote(m_job, m_bits)};
        } else {
            // More is needed, or it makes no sense: what is there is shown where there is anything.
            const bool some = !m_to.empty() && JxlDecoderFlushImage(m_decoder.get()) == JXL_DEC_SUCCESS;
            if (!some)
                return failure(status == JXL_DEC_NEED_MORE_INPUT ? FailureCode::Truncated : FailureCode::Corrupt,
                               QStringLiteral("JPEG XL"));
            finish();
            return DecodedFrame{true, QStringLiteral("JPEG XL: data missing or damaged")};
        }
        if (!step)
            return std::unexpected(step.error());
    }
}

} // namespace

Expected<DecodedFrame> decodeJpegXl(const CodecJob &job)
{
    return Session(job).decode();
}

} // namespace Chartline::Imaging
