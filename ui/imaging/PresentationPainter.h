// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/ImagePlaces.h"
#include "objects/PresentationState.h"

class QPainter;

namespace Chartline::Ui {

// Draws what a presentation state lays over an image: its shutter, then graphics and texts in the order of its layers.
void paintPresentation(QPainter &painter, const Imaging::PresentationState &presentation, const ImagePlace &image,
                       const ImageState &state, const QSize &size);

// Values are in the state's own units only where the images are shown in those that they were stored in.
enum class ContrastUse : quint8 { Applied, OtherUnits };

// Window and polarity as a presentation state wants an image seen; those of `plain` where it does not speak of it.
[[nodiscard]] ImageState withContrast(const Imaging::PresentationState &presentation, const QString &sopInstance,
                                      int frame, bool invertedInFile, ContrastUse use, const ImageState &plain);
// The view as a presentation state wants an image seen: its contrast, turns, and part of the image. `plain`: the view
// as it would be without one.
[[nodiscard]] ImageState presented(const Imaging::PresentationState &presentation, const ImagePlace &image,
                                   ContrastUse use, const ImageState &plain, const QSize &size);

} // namespace Chartline::Ui
