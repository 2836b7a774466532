// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/ImageState.h"
#include "measure/Measure.h"

namespace Chartline::Ui::MeasureEdit {

// How points follow the mouse, in the coordinates of a view and its plane. Pure.

// The measurement that two corners or ends, clicked in this order, make of the kind: an ellipse and a rectangle fill
// the box between them, as the view lies; a bidirectional gets its second axis; nothing where more points are needed.
[[nodiscard]] std::vector<Imaging::Vec3> fromClicks(Imaging::MeasureKind kind, std::vector<Imaging::Vec3> clicks,
                                                    const ImageState &state);
// How many clicks it takes; of an outline none: it is drawn.
[[nodiscard]] std::size_t clicksOf(Imaging::MeasureKind kind);

// After the handle number `handle` was moved to a point: an ellipse keeps its other axis and the opposite end, a
// rectangle the opposite corner and its directions, a bidirectional its right angle.
[[nodiscard]] std::vector<Imaging::Vec3> moved(Imaging::MeasureKind kind, const std::vector<Imaging::Vec3> &points,
                                               std::size_t handle, const Imaging::Vec3 &to);
[[nodiscard]] std::vector<Imaging::Vec3> shifted(const std::vector<Imaging::Vec3> &points, const Imaging::Vec3 &by);
// An outline has none.
[[nodiscard]] bool hasHandles(Imaging::MeasureKind kind);

} // namespace Chartline::Ui::MeasureEdit
