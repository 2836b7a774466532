// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/DosageWords.h"

namespace Chartline::Safety {

// Timing as Clinical::Dosage has it: "2 × 1 d", "1 × 8 h", "BID (2 × 1 d)", "1 × 1 wk, mon", "08:00:00, 20:00:00",
// "Σ 1 ×", "3 × 1 d, 10 d"; words are read like a sig.
[[nodiscard]] DosageWords readTiming(QStringView text);

} // namespace Chartline::Safety
