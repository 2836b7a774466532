// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <expected>

namespace Chartline::Imaging {

// Why something could not be decoded, built or drawn. The words a person reads are in the interface; `detail` is a
// short technical addition in English ("JPEG 2000: tile 3 of 4") and never holds anything of a patient.
enum class FailureCode : quint8 {
    None,
    Cancelled,
    Truncated, // the bytes end before the picture does
    Corrupt, // the codec refused the bytes
    UnsupportedTransferSyntax, // detail: its UID
    UnsupportedPixels, // a combination of bits, samples or colours that is not read: detail says which
    TooLarge, // more pixels than the limit, or than the bytes can hold
    NotAnImage, // an object without pixel data
    NoGeometry, // images without position and orientation: shown one by one
    SourceUnreadable, // the bytes could not be fetched
    WorkerLost, // the decoding process ended on this input
    TooLittleOverlap, // registration: the two do not show the same part of the body
    NotAligned, // registration: no alignment that passes its own check
    OutOfMemory,
    NoGraphics, // no OpenGL at all
    Internal,
};

struct Failure
{
    FailureCode code = FailureCode::None;
    QString detail;
    bool operator==(const Failure &) const = default;
};

template<typename T>
using Expected = std::expected<T, Failure>;

[[nodiscard]] inline std::unexpected<Failure> failure(FailureCode code, QString detail = {})
{
    return std::unexpected<Failure>(Failure{code, std::move(detail)});
}

} // namespace Chartline::Imaging
