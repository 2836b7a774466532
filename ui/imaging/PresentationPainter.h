// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/ImagePlaces.h"
#include "objects/PresentationState.h"

class QPainter;

namespace Chartline::Ui {

// Draws what a presentation state lays over an image: its shutter, then graphics and texts in the order of its layers.
void paintPresentation(QPainter &painter, const Imaging::PresentationState &presentation, const ImagePlace &image,
                       const ImageState &state, const QSize &size);

// The view as a presentation state wants an image seen: its window, turns, and part of the image. `plain`: the view as
// it would be without one.
[[nodiscard]] ImageState presented(const Imaging::PresentationState &presentation, const ImagePlace &image,
                                   const ImageState &plain, const QSize &size);

} // namespace Chartline::Ui
