// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/LocalFrameDecoder.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmjpeg/djcparam.h>
#include <dcmtk/dcmjpeg/djeijg12.h>
#include <dcmtk/dcmjpeg/djeijg16.h>
#include <dcmtk/dcmjpeg/djeijg8.h>

#include <QtEndian>
#include <charls/charls.h>
#include <cstdio>
#include <jpeglib.h>
#include <jxl/encode.h>
#include <openjpeg-2.5/openjpeg.h>
#include <openjph/ojph_arch.h>
#include <openjph/ojph_codestream.h>
#include <openjph/ojph_file.h>
#include <openjph/ojph_mem.h>
#include <openjph/ojph_params.h>
#include <vector>

namespace Chartline::Imaging::Test {

// A picture to be encoded: samples side by side, values as they are meant.
struct Picture
{
    int rows = 0;
    int columns = 0;
    int samples = 1;
    int bits = 8;
    bool isSigned = false;
    std::vector<int> values;

    [[nodiscard]] int least() const { return isSigned ? -(1 << (bits - 1)) : 0; }
    [[nodiscard]] int most() const { return least() + (1 << bits) - 1; }
    [[nodiscard]] int sampleSize() const { return bits <= 8 ? 1 : 2; }
    // Unsigned patterns of `bits` bits in cells of one or two bytes.
    [[nodiscard]] QByteArray cells() const
    {
        QByteArray bytes;
        for (const int value : values) {
            const int pattern = value & ((1 << bits) - 1);
            bytes.append(char(pattern & 0xFF));
            if (sampleSize() == 2)
                bytes.append(char(pattern >> 8));
        }
        return bytes;
    }
};

// Slopes with some noise and both ends of the range: no two rows are the same.
[[nodiscard]] inline Picture makePicture(int rows, int columns, int samples, int bits, bool isSigned)
{
    Picture picture{rows, columns, samples, bits, isSigned, {}};
    quint32 random = 12345;
    const qint64 span = (qint64(1) << bits) - 1;
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x) {
            for (int s = 0; s < samples; ++s) {
                random = random * 1664525 + 1013904223;
                const qint64 slope = (qint64(y) * (s + 1) * span / rows + qint64(x) * span / columns) / 2;
                const qint64 noise = qint64(random >> 24) % 7 * span / 255;
                picture.values.push_back(picture.least() + int(std::min(slope + noise, span)));
            }
        }
    }
    picture.values.front() = picture.least();
    picture.values.back() = picture.most();
    return picture;
}

[[nodiscard]] inline QByteArray encodeJpegLs(const Picture &picture, charls::interleave_mode interleave,
                                             int nearLossless = 0)
{
    charls::jpegls_encoder encoder;
    encoder.frame_info({quint32(picture.columns), quint32(picture.rows), picture.bits, picture.samples})
        .interleave_mode(interleave)
        .near_lossless(nearLossless);
    QByteArray out(qsizetype(encoder.estimated_destination_size()) + 1000, Qt::Uninitialized);
    encoder.destination(out.data(), std::size_t(out.size()));
    QByteArray cells = picture.cells();
    if (interleave == charls::interleave_mode::none && picture.samples == 3) {
        QByteArray planes;
        for (int s = 0; s < 3; ++s) {
            for (qsizetype i = 0; i < cells.size() / 3 / picture.sampleSize(); ++i)
                planes += cells.mid((3 * i + s) * picture.sampleSize(), picture.sampleSize());
        }
        cells = planes;
    }
    out.truncate(qsizetype(encoder.encode(cells.constData(), std::size_t(cells.size()))));
    return out;
}

extern "C" inline OPJ_SIZE_T appendBytes(void *from, OPJ_SIZE_T count, void *user)
{
    static_cast<QByteArray *>(user)->append(static_cast<const char *>(from), qsizetype(count));
    return count;
}

struct J2kOptions
{
    bool irreversible = false;
    bool colorTransform = true;
    int tile = 0;
};

[[nodiscard]] inline QByteArray encodeJpeg2000(const Picture &picture, const J2kOptions &options = {})
{
    std::vector<opj_image_cmptparm_t> components(std::size_t(picture.samples));
    for (auto &c : components) {
        c = {};
        c.dx = c.dy = 1;
        c.w = OPJ_UINT32(picture.columns);
        c.h = OPJ_UINT32(picture.rows);
        c.prec = OPJ_UINT32(picture.bits);
        c.sgnd = picture.isSigned;
    }
    opj_image_t *image = opj_image_create(OPJ_UINT32(picture.samples), components.data(),
                                          picture.samples == 3 ? OPJ_CLRSPC_SRGB : OPJ_CLRSPC_GRAY);
    image->x1 = OPJ_UINT32(picture.columns);
    image->y1 = OPJ_UINT32(picture.rows);
    for (std::size_t i = 0; i < picture.values.size(); ++i)
        image->comps[i % std::size_t(picture.samples)].data[i / std::size_t(picture.samples)] = picture.values[i];
    opj_cparameters_t parameters;
    opj_set_default_encoder_parameters(&parameters);
    parameters.tcp_numlayers = 1;
    parameters.tcp_rates[0] = options.irreversible ? 4 : 0;
    parameters.cp_disto_alloc = 1;
    parameters.irreversible = options.irreversible;
    // Small tiles have no room for more.
    parameters.numresolution = options.tile > 0 ? 3 : 5;
    parameters.tcp_mct = picture.samples == 3 && options.colorTransform ? 1 : 0;
    if (options.tile > 0) {
        parameters.tile_size_on = OPJ_TRUE;
        parameters.cp_tdx = parameters.cp_tdy = options.tile;
    }
    opj_codec_t *codec = opj_create_compress(OPJ_CODEC_J2K);
    QByteArray out;
    opj_stream_t *stream = opj_stream_default_create(OPJ_FALSE);
    opj_stream_set_user_data(stream, &out, nullptr);
    opj_stream_set_write_function(stream, appendBytes);
    const bool good = opj_setup_encoder(codec, &parameters, image) && opj_start_compress(codec, image, stream)
                      && opj_encode(codec, stream) && opj_end_compress(codec, stream);
    opj_stream_destroy(stream);
    opj_destroy_codec(codec);
    opj_image_destroy(image);
    return good ? out : QByteArray();
}

[[nodiscard]] inline QByteArray encodeHtj2k(const Picture &picture, bool reversible)
{
    ojph::codestream codestream;
    ojph::param_siz siz = codestream.access_siz();
    siz.set_image_extent(ojph::point(ojph::ui32(picture.columns), ojph::ui32(picture.rows)));
    siz.set_num_components(ojph::ui32(picture.samples));
    for (ojph::ui32 c = 0; c < ojph::ui32(picture.samples); ++c)
        siz.set_component(c, ojph::point(1, 1), ojph::ui32(picture.bits), picture.isSigned);
    ojph::param_cod cod = codestream.access_cod();
    cod.set_reversible(reversible);
    cod.set_color_transform(picture.samples == 3);
    if (!reversible)
        codestream.access_qcd().set_irrev_quant(0.001f);
    codestream.set_planar(false);
    ojph::mem_outfile file;
    file.open();
    codestream.write_headers(&file);
    ojph::ui32 next = 0;
    ojph::line_buf *line = codestream.exchange(nullptr, next);
    for (int y = 0; y < picture.rows; ++y) {
        for (int c = 0; c < picture.samples; ++c) {
            for (int x = 0; x < picture.columns; ++x)
                line->i32[x] = picture.values[std::size_t((y * picture.columns + x) * picture.samples) + next];
            line = codestream.exchange(line, next);
        }
    }
    codestream.flush();
    const QByteArray out(reinterpret_cast<const char *>(file.get_data()), qsizetype(file.tell()));
    codestream.close();
    return out;
}

[[nodiscard]] inline QByteArray encodeJpegXl(const Picture &picture, bool lossless)
{
    JxlEncoder *encoder = JxlEncoderCreate(nullptr);
    JxlBasicInfo info;
    JxlEncoderInitBasicInfo(&info);
    info.xsize = quint32(picture.columns);
    info.ysize = quint32(picture.rows);
    info.bits_per_sample = quint32(picture.bits);
    info.num_color_channels = quint32(picture.samples);
    info.uses_original_profile = lossless ? JXL_TRUE : JXL_FALSE;
    JxlColorEncoding color;
    JxlColorEncodingSetToSRGB(&color, picture.samples == 1 ? JXL_TRUE : JXL_FALSE);
    JxlEncoderFrameSettings *settings = JxlEncoderFrameSettingsCreate(encoder, nullptr);
    const JxlPixelFormat format{quint32(picture.samples), picture.sampleSize() == 1 ? JXL_TYPE_UINT8 : JXL_TYPE_UINT16,
                                JXL_LITTLE_ENDIAN, 0};
    const JxlBitDepth depth{JXL_BIT_DEPTH_FROM_CODESTREAM, 0, 0};
    const QByteArray cells = picture.cells();
    bool good =
        JxlEncoderSetBasicInfo(encoder, &info) == JXL_ENC_SUCCESS
        && JxlEncoderSetColorEncoding(encoder, &color) == JXL_ENC_SUCCESS
        && JxlEncoderSetFrameLossless(settings, lossless ? JXL_TRUE : JXL_FALSE) == JXL_ENC_SUCCESS
        && JxlEncoderSetFrameBitDepth(settings, &depth) == JXL_ENC_SUCCESS
        && JxlEncoderAddImageFrame(settings, &format, cells.constData(), std::size_t(cells.size())) == JXL_ENC_SUCCESS;
    JxlEncoderCloseInput(encoder);
    QByteArray out(1 << 20, Qt::Uninitialized);
    auto *next = reinterpret_cast<quint8 *>(out.data());
    auto left = std::size_t(out.size());
    good = good && JxlEncoderProcessOutput(encoder, &next, &left) == JXL_ENC_SUCCESS;
    JxlEncoderDestroy(encoder);
    out.truncate(out.size() - qsizetype(left));
    return good ? out : QByteArray();
}

enum class JpegProcess { Lossless, LosslessSv1, Baseline, Extended12, Progressive12 };

// By DCMTK. Unsigned patterns; colours as they are, without a transform.
[[nodiscard]] inline QByteArray encodeJpeg(const Picture &picture, JpegProcess process, int predictor = 1)
{
    const DJCodecParameter parameters(ECC_lossyRGB, EDC_never, EUC_never, EPC_default);
    const EJ_Mode mode = process == JpegProcess::Baseline        ? EJM_baseline
                         : process == JpegProcess::Extended12    ? EJM_sequential
                         : process == JpegProcess::Progressive12 ? EJM_progressive
                                                                 : EJM_lossless;
    constexpr Uint8 quality = 95;
    std::unique_ptr<DJEncoder> encoder;
    if (picture.bits <= 8 && mode == EJM_lossless)
        encoder = std::make_unique<DJCompressIJG8Bit>(parameters, mode, predictor, 0);
    else if (picture.bits <= 8)
        encoder = std::make_unique<DJCompressIJG8Bit>(parameters, mode, quality);
    else if (picture.bits <= 12 && mode == EJM_lossless)
        encoder = std::make_unique<DJCompressIJG12Bit>(parameters, mode, predictor, 0);
    else if (picture.bits <= 12)
        encoder = std::make_unique<DJCompressIJG12Bit>(parameters, mode, quality);
    else
        encoder = std::make_unique<DJCompressIJG16Bit>(parameters, mode, predictor, 0);
    QByteArray cells = picture.cells();
    Uint8 *to = nullptr;
    Uint32 length = 0;
    const EP_Interpretation color = picture.samples == 3 ? EPI_RGB : EPI_Monochrome2;
    if (picture.sampleSize() == 1)
        encoder->encode(Uint16(picture.columns), Uint16(picture.rows), color, Uint16(picture.samples),
                        reinterpret_cast<Uint8 *>(cells.data()), to, length);
    else
        encoder->encode(Uint16(picture.columns), Uint16(picture.rows), color, Uint16(picture.samples),
                        reinterpret_cast<Uint16 *>(cells.data()), to, length);
    const QByteArray out(reinterpret_cast<const char *>(to), qsizetype(length));
    delete[] to;
    return out;
}

// Literal runs only, but for a repeated one at each beginning.
[[nodiscard]] inline QByteArray encodeRle(const Picture &picture)
{
    const QByteArray cells = picture.cells();
    const int size = picture.sampleSize();
    const int step = picture.samples * size;
    QList<QByteArray> segments;
    for (int s = 0; s < picture.samples; ++s) {
        for (int byte = size - 1; byte >= 0; --byte) { // the most significant first
            QByteArray plane;
            for (qsizetype i = s * size + byte; i < cells.size(); i += step)
                plane += cells[i];
            QByteArray packed;
            for (qsizetype at = 0; at < plane.size(); at += 100) {
                const QByteArray run = plane.mid(at, 100);
                if (run.count(run[0]) == run.size() && run.size() > 1) {
                    packed += char(1 - run.size());
                    packed += run[0];
                } else {
                    packed += char(run.size() - 1);
                    packed += run;
                }
            }
            if (packed.size() % 2 != 0)
                packed += '\x80';
            segments.append(packed);
        }
    }
    QByteArray out(64, '\0');
    qToLittleEndian<quint32>(quint32(segments.size()), out.data());
    for (qsizetype i = 0; i < segments.size(); ++i) {
        qToLittleEndian<quint32>(quint32(out.size()), out.data() + 4 + 4 * i);
        out += segments[i];
    }
    return out;
}

// Baseline YCbCr by libjpeg-turbo, with or without the JFIF marker that says so.
[[nodiscard]] inline QByteArray encodeJpegYbr(const Picture &picture, bool jfif, bool subsampled, int restart = 0)
{
    jpeg_compress_struct info{};
    jpeg_error_mgr errors;
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char *memory = nullptr;
    unsigned long length = 0;
    jpeg_mem_dest(&info, &memory, &length);
    info.image_width = JDIMENSION(picture.columns);
    info.image_height = JDIMENSION(picture.rows);
    info.input_components = picture.samples;
    info.in_color_space = picture.samples == 3 ? JCS_RGB : JCS_GRAYSCALE;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, 95, TRUE);
    info.write_JFIF_header = jfif ? TRUE : FALSE;
    info.restart_interval = unsigned(restart);
    if (!subsampled)
        info.comp_info[0].h_samp_factor = info.comp_info[0].v_samp_factor = 1;
    jpeg_start_compress(&info, TRUE);
    QByteArray cells = picture.cells();
    while (info.next_scanline < info.image_height) {
        auto *row = reinterpret_cast<JSAMPROW>(cells.data()
                                               + qsizetype(info.next_scanline) * picture.columns * picture.samples);
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    const QByteArray out(reinterpret_cast<const char *>(memory), qsizetype(length));
    std::free(memory);
    return out;
}

// The description of one encapsulated frame of the picture.
[[nodiscard]] inline ImageDescription describedAs(const Picture &picture, const char *syntax, const QByteArray &stream,
                                                  Photometric photometric = Photometric::Monochrome2)
{
    ImageDescription image;
    image.transferSyntax = QLatin1StringView("1.2.840.10008.1.2.") + QLatin1StringView(syntax);
    const int allocated = 8 * picture.sampleSize();
    image.pixels = {picture.rows,
                    picture.columns,
                    picture.samples,
                    allocated,
                    picture.bits,
                    picture.bits - 1,
                    picture.isSigned,
                    false,
                    false,
                    picture.samples == 3 && photometric == Photometric::Monochrome2 ? Photometric::Rgb : photometric};
    image.layout.encapsulated = true;
    image.layout.length = stream.size();
    image.layout.fragments = {{0, stream.size()}};
    image.layout.firstFragment = {0};
    return image;
}

struct Decoded
{
    Expected<DecodedFrame> frame;
    std::vector<std::byte> samples;
};

[[nodiscard]] inline Decoded decodeStream(const ImageDescription &image, const QByteArray &stream)
{
    Decoded result{DecodedFrame{}, {}};
    const auto format = FrameFormat::of(image);
    if (!format) {
        result.frame = std::unexpected(format.error());
        return result;
    }
    result.samples.assign(std::size_t(format->bytes()), std::byte(0xEE));
    const QList<QByteArray> data{stream};
    result.frame = LocalFrameDecoder().decode(image, 0, data, result.samples);
    return result;
}

} // namespace Chartline::Imaging::Test
