// SPDX-License-Identifier: Apache-2.0
#include "decode/CodecJob.h"

#include "decode/JpegHeader.h"
#include "decode/Samples.h"
#include "decode/Unfinished.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmjpeg/djcparam.h>
#include <dcmtk/dcmjpeg/djdijg12.h>
#include <dcmtk/dcmjpeg/djdijg16.h>
#include <dcmtk/dcmjpeg/djdijg8.h>

namespace Chartline::Imaging {

namespace {

// DCMTK's own copies of libjpeg read 12 bits and the lossless process. Their messages go nowhere, but are counted.
template<typename Base>
class Quiet final : public Base
{
public:
    using Base::Base;
    void emitMessage(int level) const override
    {
        if (level < 0)
            ++m_warnings;
    }
    [[nodiscard]] int warnings() const { return m_warnings; }

private:
    mutable int m_warnings = 0;
};

enum class Outcome : quint8 { Done, Warned, Ended, Failed };

struct Run
{
    Outcome outcome = Outcome::Failed;
    QString text;
};

template<typename Decoder>
Run runDecoder(const JpegHeader &header, std::span<const std::byte> stream, std::span<std::byte> out)
{
    // No conversion of colours: what they mean is decided here.
    const DJCodecParameter parameters(ECC_lossyYCbCr, EDC_never, EUC_default, EPC_default, OFFalse, OFFalse, OFTrue);
    Quiet<Decoder> decoder(parameters, OFFalse);
    OFCondition status = decoder.init();
    if (status.good())
        status =
            decoder.decode(reinterpret_cast<Uint8 *>(const_cast<std::byte *>(stream.data())), Uint32(stream.size()),
                           reinterpret_cast<Uint8 *>(out.data()), Uint32(out.size()), OFFalse);
    Run run;
    run.text = QString::fromLatin1(status.text());
    if (status.good())
        run.outcome = decoder.warnings() > (header.oddScan ? 1 : 0) ? Outcome::Warned : Outcome::Done;
    else
        run.outcome = status == EJ_Suspension ? Outcome::Ended : Outcome::Failed;
    return run;
}

Run runFor(const JpegHeader &header, std::span<const std::byte> stream, std::span<std::byte> out)
{
    if (header.precision <= 8)
        return runDecoder<DJDecompressIJG8Bit>(header, stream, out);
    if (header.precision <= 12)
        return runDecoder<DJDecompressIJG12Bit>(header, stream, out);
    return runDecoder<DJDecompressIJG16Bit>(header, stream, out);
}

// -1: the whole picture; else how many rows there are.
Expected<int> decodeRows(const JpegHeader &header, std::span<const std::byte> stream, std::span<std::byte> out,
                         std::size_t stride)
{
    Run run = runFor(header, stream, out);
    if (run.outcome == Outcome::Done)
        return -1;
    if (run.outcome == Outcome::Warned)
        return header.rows;
    // The codec waits for an End of Image marker even where all else is there; a progressive picture comes out only
    // once it is.
    const bool progressive = header.process == 2;
    if (run.outcome == Outcome::Ended) {
        std::vector<std::byte> closed(stream.begin(), stream.end());
        closed.insert(closed.end(), {std::byte(0xFF), std::byte(0xD9)});
        const Run again = runFor(header, closed, out);
        if (again.outcome == Outcome::Done && !progressive)
            return -1;
        if (progressive && (again.outcome == Outcome::Done || again.outcome == Outcome::Warned))
            return header.rows;
    }
    const auto rows = int(rowsDone(out, stride, [&] { runFor(header, stream, out); }));
    if (rows == 0)
        return failure(run.outcome == Outcome::Ended ? FailureCode::Truncated : FailureCode::Corrupt,
                       QStringLiteral("JPEG: %1").arg(run.text));
    return rows;
}

} // namespace

Expected<DecodedFrame> decodeJpegDeep(const CodecJob &job, const JpegHeader &header)
{
    if (header.process == 3 ? header.precision > 16 || header.precision < 2 : header.precision != 12)
        return failure(FailureCode::UnsupportedPixels, QStringLiteral("JPEG of %1 bits").arg(header.precision));
    const int size = header.precision <= 8 ? 1 : 2;
    const std::size_t stride = std::size_t(header.columns) * std::size_t(header.components) * std::size_t(size);
    const std::size_t bytes = stride * std::size_t(header.rows);
    if (bytes > 0xFFFFFFFF || job.stream.size() > 0xFFFFFFFF)
        return failure(FailureCode::TooLarge, QStringLiteral("JPEG"));
    const bool direct = job.out.size() == bytes;
    std::vector<std::byte> scratch(direct ? 0 : bytes);
    const std::span<std::byte> to = direct ? job.out : std::span(scratch);
    const auto rows = decodeRows(header, job.stream, to, stride);
    if (!rows)
        return std::unexpected(rows.error());
    DecodedFrame result{false, precisionNote(job, header.precision)};
    if (*rows >= 0) {
        result.partial = true;
        result.note = QStringLiteral("JPEG: %1 of %2 rows, data missing or damaged").arg(*rows).arg(header.rows);
    }
    if (job.format.samples == 3) {
        storeSamples(job, to.data(), size, false, header.precision, colorModelOf(job.image.pixels.photometric));
        return result;
    }
    if (!direct)
        resizeSamples(to.data(), size, qint64(bytes) / size, job.out, job.format.type);
    settlePatterns(job, header.precision);
    return result;
}

} // namespace Chartline::Imaging
