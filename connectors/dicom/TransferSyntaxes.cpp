// SPDX-License-Identifier: Apache-2.0
#include "dicom/TransferSyntaxes.h"

namespace Chartline::Dicom {

using namespace Qt::StringLiterals;

TransferSyntax transferSyntax(const QString &uid)
{
    if (uid == "1.2.840.10008.1.2"_L1)
        return {.encoding = Encoding::ImplicitLittle};
    if (uid == "1.2.840.10008.1.2.1"_L1)
        return {};
    if (uid == "1.2.840.10008.1.2.2"_L1)
        return {.encoding = Encoding::ExplicitBig};
    // Private to GE: implicit VR little endian but for the pixel data.
    if (uid == "1.2.840.113619.5.2"_L1)
        return {.encoding = Encoding::ImplicitLittle, .bigEndianPixels = true};
    // Deflated Explicit VR Little Endian; JPIP Referenced Deflate; JPIP HTJ2K Referenced Deflate.
    if (uid == "1.2.840.10008.1.2.1.99"_L1 || uid == "1.2.840.10008.1.2.4.95"_L1 || uid == "1.2.840.10008.1.2.4.205"_L1)
        return {.deflated = true};
    TransferSyntax result{.encapsulated = true};
    result.known = uid.startsWith("1.2.840.10008.1.2."_L1);
    // MPEG-2, MPEG-4 AVC/H.264 and HEVC/H.265: 1.2.840.10008.1.2.4.100 to .108, and their fragmentable kin (….1).
    const qsizetype base = "1.2.840.10008.1.2.4.10"_L1.size();
    if (uid.startsWith("1.2.840.10008.1.2.4.10"_L1) && uid.size() > base)
        result.video = uid.size() == base + 1 || uid[base + 1] == u'.';
    return result;
}

QString transferSyntaxOf(Encoding encoding)
{
    switch (encoding) {
    case Encoding::ImplicitLittle: return u"1.2.840.10008.1.2"_s;
    case Encoding::ExplicitLittle: return u"1.2.840.10008.1.2.1"_s;
    case Encoding::ExplicitBig: return u"1.2.840.10008.1.2.2"_s;
    }
    return {};
}

} // namespace Chartline::Dicom
