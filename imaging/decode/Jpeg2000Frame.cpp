// SPDX-License-Identifier: Apache-2.0
#include "decode/CodecJob.h"

#include "decode/IntPlanes.h"
#include "decode/J2kHeader.h"

#include <openjpeg.h>

#include <cstring>
#include <memory>

namespace Chartline::Imaging {

namespace {

struct Memory
{
    std::span<const std::byte> bytes;
    std::size_t at = 0;
};

extern "C" {

static OPJ_SIZE_T readMemory(void *to, OPJ_SIZE_T wanted, void *user)
{
    auto &memory = *static_cast<Memory *>(user);
    const std::size_t got = std::min(wanted, memory.bytes.size() - memory.at);
    if (got == 0)
        return OPJ_SIZE_T(-1);
    std::memcpy(to, memory.bytes.data() + memory.at, got);
    memory.at += got;
    return got;
}

static OPJ_OFF_T skipMemory(OPJ_OFF_T count, void *user)
{
    auto &memory = *static_cast<Memory *>(user);
    if (count < 0)
        return -1;
    const std::size_t skipped = std::min(std::size_t(count), memory.bytes.size() - memory.at);
    memory.at += skipped;
    return OPJ_OFF_T(skipped);
}

static OPJ_BOOL seekMemory(OPJ_OFF_T to, void *user)
{
    auto &memory = *static_cast<Memory *>(user);
    if (to < 0 || std::size_t(to) > memory.bytes.size())
        return OPJ_FALSE;
    memory.at = std::size_t(to);
    return OPJ_TRUE;
}

static void ignoreMessage(const char *, void *) { }

static void keepMessage(const char *text, void *user)
{
    auto &kept = *static_cast<QByteArray *>(user);
    if (kept.isEmpty())
        kept = QByteArray(text).trimmed().left(200);
}

// Of what is wrong with the data, not of how tile-parts are counted.
static void keepWarning(const char *text, void *user)
{
    if (!std::strstr(text, "TPsot==TNsot"))
        keepMessage(text, user);
}

} // extern "C"

struct CloseStream
{
    void operator()(opj_stream_t *stream) const { opj_stream_destroy(stream); }
};
struct CloseCodec
{
    void operator()(opj_codec_t *codec) const { opj_destroy_codec(codec); }
};
struct CloseImage
{
    void operator()(opj_image_t *image) const { opj_image_destroy(image); }
};
using Image = std::unique_ptr<opj_image_t, CloseImage>;

struct Run
{
    Image image; // none where the codec gave up
    QString error; // the first
    QString warning;
};

Run run(std::span<const std::byte> bytes, OPJ_CODEC_FORMAT format, bool strict)
{
    Memory memory{bytes};
    // A buffer for the whole stream: then nothing is read in pieces.
    const std::unique_ptr<opj_stream_t, CloseStream> stream(
        opj_stream_create(std::min<std::size_t>(bytes.size(), 1 << 20), OPJ_TRUE));
    const std::unique_ptr<opj_codec_t, CloseCodec> codec(opj_create_decompress(format));
    Run result;
    if (!stream || !codec)
        return result;
    opj_stream_set_user_data(stream.get(), &memory, nullptr);
    opj_stream_set_user_data_length(stream.get(), bytes.size());
    opj_stream_set_read_function(stream.get(), readMemory);
    opj_stream_set_skip_function(stream.get(), skipMemory);
    opj_stream_set_seek_function(stream.get(), seekMemory);
    QByteArray error;
    QByteArray warning;
    opj_set_info_handler(codec.get(), ignoreMessage, nullptr);
    opj_set_warning_handler(codec.get(), keepWarning, &warning);
    opj_set_error_handler(codec.get(), keepMessage, &error);
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    opj_image_t *image = nullptr;
    bool good = opj_setup_decoder(codec.get(), &parameters)
                && opj_decoder_set_strict_mode(codec.get(), strict ? OPJ_TRUE : OPJ_FALSE)
                && opj_read_header(stream.get(), codec.get(), &image);
    result.image.reset(image);
    good = good && opj_decode(codec.get(), stream.get(), image);
    if (!good)
        result.image.reset();
    result.error = QString::fromLatin1(error);
    result.warning = QString::fromLatin1(warning);
    return result;
}

bool hasData(const opj_image_t &image)
{
    const std::span components(image.comps, image.numcomps);
    return std::ranges::all_of(components, [](const opj_image_comp_t &c) { return c.data != nullptr; });
}

Expected<void> store(const CodecJob &job, const J2kHeader &header, const opj_image_t &image)
{
    std::vector<IntPlane> planes;
    for (const opj_image_comp_t &c : std::span(image.comps, image.numcomps))
        planes.push_back({c.data, c.w, c.h, int(c.dx), int(c.dy), int(c.prec), c.sgnd != 0});
    if (planes.size() != std::size_t(job.format.samples))
        return failure(FailureCode::Corrupt, QStringLiteral("JPEG 2000 components"));
    if (const auto sound = checkPlanes(job, planes); !sound)
        return sound;
    if (job.format.samples == 3) {
        storeColor(job, planes, header.colorTransform);
        return {};
    }
    const bool lossy = !header.reversible || !job.codec.lossless;
    IntPlane row = planes.front();
    for (qint64 y = 0; y < job.format.rows; ++y, row.data += row.width)
        storeMono(job, row, y, job.format.columns, lossy);
    return {};
}

} // namespace

Expected<DecodedFrame> decodeJpeg2000(const CodecJob &job)
{
    const auto header = J2kHeader::of(job.stream);
    if (!header)
        return std::unexpected(header.error());
    const J2kHeader::Component &first = header->components.front();
    if (const auto fits = checkStream(job, {header->rows, header->columns, int(header->components.size()), first.bits});
        !fits)
        return std::unexpected(fits.error());
    DecodedFrame result{false, precisionNote(job, first.bits)};
    if (first.isSigned != job.image.pixels.isSigned && job.format.samples == 1)
        result.note = QStringLiteral("JPEG 2000: the codestream is %1")
                          .arg(first.isSigned ? QStringLiteral("signed") : QStringLiteral("unsigned"));
    const auto decodeAll = [&](bool strict) {
        return header->boxed ? run(job.stream, OPJ_CODEC_JP2, strict) : run(header->codestream, OPJ_CODEC_J2K, strict);
    };
    Run decoded = decodeAll(!header->moreParts);
    if (header->moreParts && !decoded.warning.isEmpty())
        result = {true, QStringLiteral("JPEG 2000: %1").arg(decoded.warning)};
    if (!decoded.image || !hasData(*decoded.image)) {
        const QString message = decoded.error;
        decoded = decodeAll(false);
        if (!decoded.image || !hasData(*decoded.image))
            return failure(header->dataMissing ? FailureCode::Truncated : FailureCode::Corrupt,
                           QStringLiteral("JPEG 2000: %1").arg(message));
        result = {true, QStringLiteral("JPEG 2000: %1").arg(message)};
    } else if (header->dataMissing) {
        result = {true, QStringLiteral("JPEG 2000: tile-parts end early")};
    }
    if (const auto stored = store(job, *header, *decoded.image); !stored)
        return std::unexpected(stored.error());
    return result;
}

} // namespace Chartline::Imaging
