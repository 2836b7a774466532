// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "dicom/Tags.h"

namespace Chartline::Dicom {

// The errors of reading DICOM. They name places, tags and numbers, never a value.

// "byte 5120"
[[nodiscard]] inline QString placeText(qint64 offset)
{
    return QStringLiteral("byte %1").arg(offset);
}
[[nodiscard]] inline std::unexpected<Error> truncated(qint64 offset)
{
    return fail(ErrorCode::InputTruncated, {placeText(offset)});
}
[[nodiscard]] inline std::unexpected<Error> malformed(qint64 offset, const QString &detail)
{
    return fail(ErrorCode::InputNotWellFormed, {placeText(offset) + QStringLiteral(": ") + detail});
}
[[nodiscard]] inline std::unexpected<Error> malformed(qint64 offset, Tag tag, const QString &detail)
{
    return malformed(offset, tagText(tag) + QLatin1Char(' ') + detail);
}
[[nodiscard]] inline std::unexpected<Error> tooLarge(qint64 limit)
{
    return fail(ErrorCode::InputTooLarge, {QString::number(limit)});
}
[[nodiscard]] inline std::unexpected<Error> tooManyPixels(qint64 limit)
{
    return fail(ErrorCode::InputTooManyPixels, {QString::number(limit)});
}
[[nodiscard]] inline std::unexpected<Error> tooDeep(int limit)
{
    return fail(ErrorCode::InputTooDeep, {QString::number(limit)});
}

} // namespace Chartline::Dicom
