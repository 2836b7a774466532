// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <optional>

namespace Chartline::Imaging {

// What decodes the pixel data of a transfer syntax.
enum class Codec : quint8 {
    Native, // uncompressed, also where the whole data set was deflated
    DeflatedFrame, // each frame by itself
    Rle,
    Jpeg, // baseline, extended, progressive, lossless: the stream itself says which
    JpegLs,
    Jpeg2000,
    HtJpeg2000,
    JpegXl,
    Video, // not decoded here
    Remote, // the pixels are not in the file
};

struct CodecInfo
{
    QString transferSyntax;
    QString name; // as in PS3.6 table A-1, short
    Codec codec = Codec::Native;
    bool lossless = true; // whether what is decoded is always what was encoded
    [[nodiscard]] bool supported() const { return codec != Codec::Video && codec != Codec::Remote; }
};

// Nothing for a transfer syntax that is not known at all (a private one, or newer than this list).
[[nodiscard]] std::optional<CodecInfo> codecFor(const QString &transferSyntax);
[[nodiscard]] QList<CodecInfo> allCodecs();

} // namespace Chartline::Imaging
