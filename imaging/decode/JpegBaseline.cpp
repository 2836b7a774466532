// SPDX-License-Identifier: Apache-2.0
#include "decode/CodecJob.h"

#include "decode/JpegHeader.h"
#include "decode/Samples.h"

#include <cstdio> // what jpeglib.h needs before it
#include <jpeglib.h>

#include <jerror.h>

#include <csetjmp>

namespace Chartline::Imaging {

namespace {

// A stream of more scans than this was made to keep a decoder busy.
constexpr int mostScans = 1000;

// All that is in use while libjpeg may jump out of a call: nothing here has a destructor.
struct Session
{
    jpeg_decompress_struct info;
    jpeg_error_mgr errors;
    jpeg_source_mgr source;
    jpeg_progress_mgr progress;
    std::jmp_buf escape;
    char message[JMSG_LENGTH_MAX];
    bool damaged; // data were missing or made no sense
    bool ended; // the decoder asked for more than there was
    bool severalScans;
};

Session &sessionOf(j_common_ptr info)
{
    return *static_cast<Session *>(info->client_data);
}

extern "C" {

static void onError(j_common_ptr info)
{
    Session &session = sessionOf(info);
    info->err->format_message(info, session.message);
    std::longjmp(session.escape, 1); // NOLINT(cert-err52-cpp): the only way out that libjpeg has
}

static void onMessage(j_common_ptr info, int level)
{
    if (level >= 0)
        return;
    // Bytes between the data and the next marker do no harm, nor do parameters that a sequential scan does not use.
    if (info->err->msg_code != JWRN_EXTRANEOUS_DATA && info->err->msg_code != JWRN_NOT_SEQUENTIAL)
        sessionOf(info).damaged = true;
}

static void onOutput(j_common_ptr) { }

static void onProgress(j_common_ptr info)
{
    if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number <= mostScans)
        return;
    Session &session = sessionOf(info);
    std::snprintf(session.message, sizeof session.message, "more than %d scans", mostScans);
    std::longjmp(session.escape, 1); // NOLINT(cert-err52-cpp): the only way out that libjpeg has
}

static void initSource(j_decompress_ptr) { }

// The End of Image marker that is missing.
static boolean fillSource(j_decompress_ptr info)
{
    static const JOCTET endOfImage[] = {0xFF, JPEG_EOI};
    sessionOf(reinterpret_cast<j_common_ptr>(info)).ended = true;
    info->src->next_input_byte = endOfImage;
    info->src->bytes_in_buffer = sizeof endOfImage;
    return TRUE;
}

static void skipSource(j_decompress_ptr info, long count)
{
    if (count <= 0)
        return;
    if (std::size_t(count) >= info->src->bytes_in_buffer) {
        fillSource(info);
        return;
    }
    info->src->next_input_byte += count;
    info->src->bytes_in_buffer -= std::size_t(count);
}

static void endSource(j_decompress_ptr) { }

} // extern "C"

void prepare(Session &session, std::span<const std::byte> stream)
{
    session.info.err = jpeg_std_error(&session.errors);
    session.errors.error_exit = onError;
    session.errors.emit_message = onMessage;
    session.errors.output_message = onOutput;
    session.source.init_source = initSource;
    session.source.fill_input_buffer = fillSource;
    session.source.skip_input_data = skipSource;
    session.source.resync_to_restart = jpeg_resync_to_restart;
    session.source.term_source = endSource;
    session.source.next_input_byte = reinterpret_cast<const JOCTET *>(stream.data());
    session.source.bytes_in_buffer = stream.size();
    session.progress.progress_monitor = onProgress;
}

// Whether the three components are red, green and blue. What the stream says of itself goes before what the data set
// says; where it says nothing, subsampled components can only be chrominances.
bool isRgb(const CodecJob &job, const JpegHeader &header)
{
    if (header.adobeTransform)
        return *header.adobeTransform == 0;
    if (header.jfif)
        return false;
    if (header.component[0].id == 'R' && header.component[1].id == 'G' && header.component[2].id == 'B')
        return true;
    return job.image.pixels.photometric == Photometric::Rgb && !header.isSubsampled();
}

// False where libjpeg gave up; then how many rows are done stays in `rows`. Calls of libjpeg jump back into here:
// nothing is created that would have to be destroyed.
bool decodeRows(Session &session, std::byte *out, std::size_t stride, bool rgb, volatile unsigned &rows)
{
    if (setjmp(session.escape) != 0) // NOLINT(cert-err52-cpp)
        return false;
    session.info.client_data = &session;
    jpeg_create_decompress(&session.info);
    session.info.client_data = &session;
    session.info.src = &session.source;
    session.info.progress = &session.progress;
    jpeg_read_header(&session.info, TRUE);
    if (session.info.num_components == 3) {
        session.info.jpeg_color_space = rgb ? JCS_RGB : JCS_YCbCr;
        session.info.out_color_space = JCS_RGB;
    } else {
        session.info.jpeg_color_space = JCS_GRAYSCALE;
        session.info.out_color_space = JCS_GRAYSCALE;
    }
    session.severalScans = jpeg_has_multiple_scans(&session.info);
    jpeg_start_decompress(&session.info);
    while (session.info.output_scanline < session.info.output_height) {
        auto *row = reinterpret_cast<JSAMPROW>(out + session.info.output_scanline * stride);
        jpeg_read_scanlines(&session.info, &row, 1);
        rows = session.info.output_scanline;
    }
    return true;
}

QString noteOf(const CodecJob &job, const JpegHeader &header, bool rgb)
{
    if (header.components != 3 || rgb == (job.image.pixels.photometric == Photometric::Rgb))
        return precisionNote(job, 8);
    return QStringLiteral("JPEG: the stream says %1").arg(rgb ? QStringLiteral("RGB") : QStringLiteral("YBR"));
}

} // namespace

Expected<DecodedFrame> decodeJpegBaseline(const CodecJob &job, const JpegHeader &header)
{
    const bool rgb = header.components == 3 && isRgb(job, header);
    const std::size_t stride = std::size_t(header.columns) * std::size_t(header.components);
    const bool direct = bytesOf(job.format.type) == 1;
    std::vector<std::byte> scratch(direct ? 0 : stride * std::size_t(header.rows));
    std::byte *to = direct ? job.out.data() : scratch.data();
    auto session = std::make_unique<Session>();
    *session = {};
    prepare(*session, job.stream);
    volatile unsigned rows = 0;
    const bool done = decodeRows(*session, to, stride, rgb, rows);
    jpeg_destroy_decompress(&session->info);
    if (!done && rows == 0)
        return failure(session->ended ? FailureCode::Truncated : FailureCode::Corrupt,
                       QStringLiteral("JPEG: %1").arg(QLatin1StringView(session->message)));
    DecodedFrame result{false, noteOf(job, header, rgb)};
    // A progressive picture that ends between two scans is whole but coarse.
    result.partial = !done || session->damaged || (session->ended && session->severalScans);
    if (result.partial)
        result.note = QStringLiteral("JPEG: %1 of %2 rows, data missing or damaged").arg(rows).arg(header.rows);
    if (!done)
        std::memset(to + rows * stride, 0, (std::size_t(header.rows) - rows) * stride);
    if (!direct)
        resizeSamples(to, 1, qint64(scratch.size()), job.out, job.format.type);
    if (job.format.samples == 1)
        settlePatterns(job, 8);
    return result;
}

} // namespace Chartline::Imaging
