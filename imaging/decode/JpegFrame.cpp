// SPDX-License-Identifier: Apache-2.0
#include "decode/CodecJob.h"

#include "decode/JpegHeader.h"

namespace Chartline::Imaging {

// The stream itself says what it is: files are met whose transfer syntax names another process.
Expected<DecodedFrame> decodeJpeg(const CodecJob &job)
{
    const auto header = JpegHeader::of(job.stream);
    if (!header)
        return std::unexpected(header.error());
    if (const auto fits = checkStream(job, {header->rows, header->columns, header->components, header->precision});
        !fits)
        return std::unexpected(fits.error());
    if (header->process == 55)
        return decodeJpegLs(job, *header);
    if (header->isArithmetic() || (header->process > 3 && header->process < 8))
        return failure(FailureCode::UnsupportedPixels, QStringLiteral("JPEG process SOF%1").arg(header->process));
    if (header->process <= 2 && header->precision == 8)
        return decodeJpegBaseline(job, *header);
    return decodeJpegDeep(job, *header);
}

} // namespace Chartline::Imaging
