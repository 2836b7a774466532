// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/matching/BirthDate.h"
#include "identity/matching/Levels.h"

namespace Chartline::Matching {

// How two birth dates compare; the closest level that holds. Symmetric.
[[nodiscard]] Level levelOfDates(const BirthDate &a, const BirthDate &b);

} // namespace Chartline::Matching
