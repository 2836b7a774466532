// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dicom/Tags.h"

#include <QByteArrayView>
#include <optional>

namespace Chartline::Dicom {

// How the elements of a data set are written (PS3.5 7.1, A.1 to A.4).
enum class Encoding : quint8 { ImplicitLittle, ExplicitLittle, ExplicitBig };

// The two letters of a Value Representation; 0 where an element states none.
using Vr = quint16;
[[nodiscard]] constexpr Vr vrOf(char first, char second)
{
    return static_cast<Vr>(static_cast<unsigned char>(first) << 8 | static_cast<unsigned char>(second));
}
namespace Vrs {
inline constexpr Vr none = 0;
inline constexpr Vr sq = vrOf('S', 'Q');
inline constexpr Vr un = vrOf('U', 'N');
inline constexpr Vr ob = vrOf('O', 'B');
inline constexpr Vr ow = vrOf('O', 'W');
} // namespace Vrs

// One of PS3.5 6.2.
[[nodiscard]] bool isKnownVr(Vr vr);
// Written with a length of 32 bits after two reserved bytes (PS3.5 7.1.2).
[[nodiscard]] bool hasLongLength(Vr vr);

inline constexpr quint32 undefinedLength = 0xffffffff;

[[nodiscard]] quint16 readU16(const char *at, Encoding encoding);
[[nodiscard]] quint32 readU32(const char *at, Encoding encoding);
// Tag of the 4 bytes at `at`.
[[nodiscard]] Tag readTag(const char *at, Encoding encoding);

// An element without its value.
struct ElementHead
{
    Tag tag = 0;
    Vr vr = Vrs::none;
    quint32 length = 0;
    int size = 0; // bytes until the value
    Encoding encoding = Encoding::ImplicitLittle; // implicit also for an element without VR among explicit ones
    [[nodiscard]] bool undefined() const { return length == undefinedLength; }
};
// The most bytes an ElementHead needs.
inline constexpr qsizetype longestHead = 12;

// Reads what is written plainly: nothing where the bytes do not suffice, or the VR is none of the standard's.
[[nodiscard]] std::optional<ElementHead> readPlainHead(QByteArrayView bytes, Encoding encoding);

// How many elements in a row, at most 16, read well under an encoding: tags rise, lengths fit into `available` bytes
// (as many as from the first of `bytes` to the end of what encloses them). An element whose value goes beyond `bytes`
// is counted and ends the row, as does one of undefined length. 0 where already the first is none.
[[nodiscard]] int plausibleElements(QByteArrayView bytes, Encoding encoding, qint64 available);

// The encoding under which most elements read well; `declared` where none is better. Nothing where none is declared and
// no element reads well.
[[nodiscard]] std::optional<Encoding> guessEncoding(QByteArrayView bytes, qint64 available,
                                                    std::optional<Encoding> declared);

// Where a file without file meta information may be a DICOM data set: its encoding, and where it begins (1 for a file
// that starts with one stray padding byte).
struct BareStart
{
    Encoding encoding = Encoding::ImplicitLittle;
    qsizetype offset = 0;
};
// From the first bytes of a file of `size` bytes (-1: not known). Only data sets that begin with group 0008, and of
// which enough elements read well to be sure.
[[nodiscard]] std::optional<BareStart> findBareDataSet(QByteArrayView head, qint64 size);

} // namespace Chartline::Dicom
