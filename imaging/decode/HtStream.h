// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/J2kHeader.h"

namespace Chartline::Imaging {

// Whether a high-throughput codestream is of the ordinary kind that encoders write, in all of its headers. OpenJPH
// (0.21, as Debian builds it) ends the process on many a header that is not; such streams are left to OpenJPEG.
[[nodiscard]] bool isPlainHt(const J2kHeader &header);

} // namespace Chartline::Imaging
