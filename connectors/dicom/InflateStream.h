// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dicom/ScanInput.h"

#include <memory>

namespace Chartline::Dicom {

// The inflated data set of the Deflated Explicit VR Little Endian transfer syntax (PS3.5 A.5, RFC 1951). A zlib wrapper
// (RFC 1950), which some writers add, is read too. Never gives more than `limit` bytes, nor, beyond the first 64 MiB,
// more than 250 times what it has read (deflate's most is 1 032; images do not come near).
class InflateStream final : public ByteStream
{
public:
    // Reads `input` from where it stands; it has to outlive this.
    InflateStream(ScanInput &input, qint64 limit);
    ~InflateStream() override;

    // InputTooLarge {limit}; InputNotWellFormed; InputTruncated where the input ends before the deflated data do.
    [[nodiscard]] Result<qint64> read(std::span<char> buffer) override;
    [[nodiscard]] qint64 size() const override { return -1; }
    // What follows the deflated data, up to the input's end: nothing, zeros (PS3.5 A.5 asks for one where the length is
    // odd), or the checksum and size that a gzip writer leaves (RFC 1952 2.3.1), which have to be right.
    [[nodiscard]] Status finish();

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace Chartline::Dicom
