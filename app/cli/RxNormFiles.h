// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "safety/RxNormRelease.h"

#include <atomic>

namespace Chartline {

// Reads the tables of a release from a folder or a ZIP as it was downloaded, piece by piece. Where there are several
// (the full release has the prescribable one inside), the outermost. NotFound where a table that is needed is missing,
// InputNotWellFormed where one has another layout, Cancelled.
[[nodiscard]] Result<Safety::RxNormRelease> readRxNorm(const QString &path, const std::atomic_bool &cancelled);

} // namespace Chartline
