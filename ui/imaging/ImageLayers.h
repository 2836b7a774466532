// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/ImageState.h"

#include <QImage>
#include <QString>
#include <array>
#include <optional>

namespace Chartline::Ui {

// Which picture was drawn, where a view shows pictures as they were taken.
struct DrawnPicture
{
    QString sopInstance;
    int frame = 0; // 0-based
    int index = 0; // among the pictures of the view: the z of its coordinates
    std::array<double, 2> spacing{1, 1}; // between columns, between rows, in the view's coordinates
    int columns = 0;
    int rows = 0;
    bool inverted = false; // the smallest value is white, as the image itself says
    QString frameOfReference;
    std::optional<ImageState>
        inPatient; // the same view in the patient's coordinates (LPS, mm), where its place is known
};

// What other objects say of an image, drawn over it: segments, contours, annotations. Used on the thread of the window.
class ImageLayers
{
public:
    virtual ~ImageLayers() = default;

    // `canvas`: the view filled with its picture, of the view's logical size and with its device pixel ratio set.
    // `picture`: nothing for a cut through a volume, whose state is in the patient's coordinates.
    virtual void paint(QImage &canvas, const ImageState &state, const QSize &size,
                       const DrawnPicture *picture) const = 0;
};

} // namespace Chartline::Ui
