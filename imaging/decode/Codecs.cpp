// SPDX-License-Identifier: Apache-2.0
#include "decode/Codecs.h"

#include <algorithm>

namespace Chartline::Imaging {

namespace {

struct Entry
{
    const char *uid; // behind 1.2.840.10008.1. where it begins with '.'
    const char *name;
    Codec codec;
    bool lossless;
};

// PS3.6 table A-1; PS3.5 section 10 and annex A.
constexpr Entry entries[] = {
    {".2", "Implicit VR Little Endian", Codec::Native, true},
    {".2.1", "Explicit VR Little Endian", Codec::Native, true},
    {".2.1.98", "Encapsulated Uncompressed Explicit VR Little Endian", Codec::Native, true},
    {".2.1.99", "Deflated Explicit VR Little Endian", Codec::Native, true},
    {".2.2", "Explicit VR Big Endian", Codec::Native, true},
    {"1.2.840.113619.5.2", "GE private, big endian pixels", Codec::Native, true},
    {".2.8.1", "Deflated Image Frame Compression", Codec::DeflatedFrame, true},
    {".2.5", "RLE Lossless", Codec::Rle, true},
    {".2.4.50", "JPEG Baseline", Codec::Jpeg, false},
    {".2.4.51", "JPEG Extended", Codec::Jpeg, false},
    {".2.4.52", "JPEG Extended (Process 3 & 5)", Codec::Jpeg, false},
    {".2.4.53", "JPEG Spectral Selection (Process 6 & 8)", Codec::Jpeg, false},
    {".2.4.54", "JPEG Spectral Selection (Process 7 & 9)", Codec::Jpeg, false},
    {".2.4.55", "JPEG Full Progression (Process 10 & 12)", Codec::Jpeg, false},
    {".2.4.56", "JPEG Full Progression (Process 11 & 13)", Codec::Jpeg, false},
    {".2.4.57", "JPEG Lossless (Process 14)", Codec::Jpeg, true},
    {".2.4.58", "JPEG Lossless (Process 15)", Codec::Jpeg, true},
    {".2.4.70", "JPEG Lossless (Process 14, Selection Value 1)", Codec::Jpeg, true},
    {".2.4.80", "JPEG-LS Lossless", Codec::JpegLs, true},
    {".2.4.81", "JPEG-LS Near-Lossless", Codec::JpegLs, false},
    {".2.4.90", "JPEG 2000 (Lossless Only)", Codec::Jpeg2000, true},
    {".2.4.91", "JPEG 2000", Codec::Jpeg2000, false},
    {".2.4.92", "JPEG 2000 Part 2 Multi-component (Lossless Only)", Codec::Jpeg2000, true},
    {".2.4.93", "JPEG 2000 Part 2 Multi-component", Codec::Jpeg2000, false},
    {".2.4.201", "High-Throughput JPEG 2000 (Lossless Only)", Codec::HtJpeg2000, true},
    {".2.4.202", "High-Throughput JPEG 2000 RPCL (Lossless Only)", Codec::HtJpeg2000, true},
    {".2.4.203", "High-Throughput JPEG 2000", Codec::HtJpeg2000, false},
    {".2.4.110", "JPEG XL Lossless", Codec::JpegXl, true},
    {".2.4.111", "JPEG XL JPEG Recompression", Codec::JpegXl, false},
    {".2.4.112", "JPEG XL", Codec::JpegXl, false},
    {".2.4.94", "JPIP Referenced", Codec::Remote, false},
    {".2.4.95", "JPIP Referenced Deflate", Codec::Remote, false},
    {".2.4.204", "JPIP HTJ2K Referenced", Codec::Remote, false},
    {".2.4.205", "JPIP HTJ2K Referenced Deflate", Codec::Remote, false},
    {".2.4.100", "MPEG-2 Main Profile / Main Level", Codec::Video, false},
    {".2.4.100.1", "Fragmentable MPEG-2 Main Profile / Main Level", Codec::Video, false},
    {".2.4.101", "MPEG-2 Main Profile / High Level", Codec::Video, false},
    {".2.4.101.1", "Fragmentable MPEG-2 Main Profile / High Level", Codec::Video, false},
    {".2.4.102", "MPEG-4 AVC/H.264 High Profile / Level 4.1", Codec::Video, false},
    {".2.4.102.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.1", Codec::Video, false},
    {".2.4.103", "MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1", Codec::Video, false},
    {".2.4.103.1", "Fragmentable MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1", Codec::Video, false},
    {".2.4.104", "MPEG-4 AVC/H.264 High Profile / Level 4.2 for 2D video", Codec::Video, false},
    {".2.4.104.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 for 2D video", Codec::Video, false},
    {".2.4.105", "MPEG-4 AVC/H.264 High Profile / Level 4.2 for 3D video", Codec::Video, false},
    {".2.4.105.1", "Fragmentable MPEG-4 AVC/H.264 High Profile / Level 4.2 for 3D video", Codec::Video, false},
    {".2.4.106", "MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2", Codec::Video, false},
    {".2.4.106.1", "Fragmentable MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2", Codec::Video, false},
    {".2.4.107", "HEVC/H.265 Main Profile / Level 5.1", Codec::Video, false},
    {".2.4.108", "HEVC/H.265 Main 10 Profile / Level 5.1", Codec::Video, false},
    {".2.7.1", "SMPTE ST 2110-20 Uncompressed Progressive Active Video", Codec::Video, false},
    {".2.7.2", "SMPTE ST 2110-20 Uncompressed Interlaced Active Video", Codec::Video, false},
};

CodecInfo infoOf(const Entry &entry)
{
    const QLatin1StringView uid(entry.uid);
    const QString whole = uid.startsWith(QLatin1Char('.')) ? QLatin1StringView("1.2.840.10008.1") + uid : QString(uid);
    return {whole, QLatin1StringView(entry.name), entry.codec, entry.lossless};
}

} // namespace

std::optional<CodecInfo> codecFor(const QString &transferSyntax)
{
    constexpr QLatin1StringView root("1.2.840.10008.1");
    const bool standard = transferSyntax.startsWith(root);
    const QStringView rest = QStringView(transferSyntax).sliced(standard ? root.size() : 0);
    const auto found = std::ranges::find_if(entries, [&](const Entry &entry) {
        return rest == QLatin1StringView(entry.uid) && standard == (entry.uid[0] == '.');
    });
    if (found == std::end(entries))
        return std::nullopt;
    return infoOf(*found);
}

QList<CodecInfo> allCodecs()
{
    QList<CodecInfo> all;
    for (const Entry &entry : entries)
        all.append(infoOf(entry));
    return all;
}

} // namespace Chartline::Imaging
