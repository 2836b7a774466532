// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Failure.h"

#include <QByteArray>

namespace Chartline::Imaging {

// The most a deflated data set may inflate to.
inline constexpr qint64 mostInflated = 512LL * 1024 * 1024;

// A data set of the transfer syntax Deflated Explicit VR Little Endian (PS3.5 A.5): a raw deflate stream (RFC 1951).
// Truncated, Corrupt, TooLarge, OutOfMemory.
[[nodiscard]] Expected<QByteArray> inflateDataSet(QByteArrayView deflated);

} // namespace Chartline::Imaging
