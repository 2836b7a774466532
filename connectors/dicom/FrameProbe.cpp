// SPDX-License-Identifier: Apache-2.0
#include "dicom/FrameProbe.h"

#include <QtEndian>

namespace Chartline::Dicom {

namespace {

quint32 word(QByteArrayView bytes, qsizetype at)
{
    return at >= 0 && at + 2 <= bytes.size() ? qFromBigEndian<quint16>(bytes.data() + at) : 0;
}

quint32 longWord(QByteArrayView bytes, qsizetype at)
{
    return at >= 0 && at + 4 <= bytes.size() ? qFromBigEndian<quint32>(bytes.data() + at) : 0;
}

// Fragments are padded to an even length; some writers pad further.
QByteArrayView withoutPadding(QByteArrayView frame)
{
    while (frame.endsWith('\0'))
        frame.chop(1);
    return frame;
}

bool endsWithMarker(QByteArrayView frame)
{
    return withoutPadding(frame).endsWith("\xff\xd9");
}

bool isWholeJpeg2000(QByteArrayView frame, qint64 rows, qint64 columns)
{
    constexpr quint32 startOfTilePart = 0xff90;
    constexpr quint32 endOfCodestream = 0xffd9;
    // SIZ, A.5.1: marker, length, capabilities, size and offset of the image.
    if (word(frame, 2) != 0xff51 || qint64(longWord(frame, 8)) - longWord(frame, 16) != columns
        || qint64(longWord(frame, 12)) - longWord(frame, 20) != rows)
        return false;
    qsizetype at = 2;
    while (word(frame, at) != startOfTilePart) {
        const quint32 length = word(frame, at + 2);
        if (length < 2)
            return false;
        at += 2 + qsizetype(length);
    }
    while (word(frame, at) == startOfTilePart) {
        const quint32 length = longWord(frame, at + 6);
        if (length == 0) // to the end
            return endsWithMarker(frame);
        if (length < 14)
            return false;
        at += qsizetype(length);
    }
    return word(frame, at) == endOfCodestream;
}

// The codestream is the content of the box jp2c (T.800 I.5.4).
bool isWholeBoxed(QByteArrayView frame, qint64 rows, qint64 columns)
{
    for (qsizetype at = 0; at + 8 <= frame.size();) {
        const auto length = qsizetype(longWord(frame, at));
        if (frame.sliced(at + 4, 4) == "jp2c") {
            const bool toEnd = length == 0;
            if (!toEnd && (length < 8 || length > frame.size() - at))
                return false;
            return isWholeJpeg2000(toEnd ? frame.sliced(at + 8) : frame.sliced(at + 8, length - 8), rows, columns);
        }
        if (length < 8 || length > frame.size() - at)
            return false;
        at += length;
    }
    return false;
}

bool isWholeRle(QByteArrayView frame)
{
    constexpr qsizetype header = 64;
    if (frame.size() < header)
        return false;
    const auto segments = qFromLittleEndian<quint32>(frame.data());
    quint32 before = header - 1;
    for (quint32 i = 0; i < segments && segments <= 15; ++i) {
        const auto offset = qFromLittleEndian<quint32>(frame.data() + 4 + 4 * qsizetype(i));
        if (offset <= before || offset >= quint64(frame.size()))
            return false;
        before = offset;
    }
    return segments >= 1 && segments <= 15;
}

} // namespace

bool looksComplete(QByteArrayView frame, qint64 rows, qint64 columns)
{
    if (frame.startsWith("\xff\xd8\xff"))
        return endsWithMarker(frame);
    if (frame.startsWith("\xff\x4f"))
        return isWholeJpeg2000(frame, rows, columns);
    if (frame.startsWith("\xff\x0a"))
        return true;
    if (frame.startsWith(QByteArrayView("\0\0\0\x0cjP  ", 8)))
        return isWholeBoxed(frame, rows, columns);
    if (frame.startsWith(QByteArrayView("\0\0\0\x0cJXL ", 8)))
        return true;
    return isWholeRle(frame);
}

} // namespace Chartline::Dicom
