// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewmodels/TimelineLanes.h"

namespace Chartline::Ui {

// Puts stretches of time into rows. Facts about the same thing (code, or title where there is none; and never a "do not
// give" with a "give") share a row; what is active comes first, then what lasted longest; the rest fills the gaps.
// `room`: milliseconds kept free after each for its label.
[[nodiscard]] std::vector<LaneRow> packRows(const std::vector<LaneItem> &items, const PersonRecord &record,
                                            qint64 room);

} // namespace Chartline::Ui
