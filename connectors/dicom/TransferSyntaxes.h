// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dicom/Encoding.h"

namespace Chartline::Dicom {

// What a transfer syntax says about how a file is written (PS3.5 annex A, PS3.6 table A-1).
struct TransferSyntax
{
    Encoding encoding = Encoding::ExplicitLittle;
    bool deflated = false;
    bool encapsulated = false; // its pixel data are compressed frames
    bool bigEndianPixels = false; // though the data set is little endian
    bool video = false; // all frames are one stream
    bool known = true; // else: a UID of no list here, taken as an encapsulated one
};
[[nodiscard]] TransferSyntax transferSyntax(const QString &uid);

// The native transfer syntax of an encoding.
[[nodiscard]] QString transferSyntaxOf(Encoding encoding);

} // namespace Chartline::Dicom
