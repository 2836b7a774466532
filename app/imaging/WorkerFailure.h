// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Failure.h"
#include "worker/Caller.h"

namespace Chartline {

// What a failed call means for whoever wanted a picture or an object.
[[nodiscard]] Imaging::Failure failureOf(const Worker::Failure &failure);

} // namespace Chartline
