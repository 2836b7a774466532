// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/ImageDescription.h"

class DcmDataset;
class DcmItem;

namespace Chartline::Imaging {

// Everything about an image but its pixels. `dataset` is as parsed, the values of (7FE0,0008), (7FE0,0009) and
// (7FE0,0010) empty or left out; `layout` says where they are. Where the data set contradicts itself or the layout,
// what is sound is taken and a note left:
//
//   "frame-count-differs:10:8"  Number of Frames, and how many there are
//   "pixel-data-short:…:…"      bytes of native pixel data, and how many there should be
//   "bits-stored-differ", "high-bit-differs", "photometric-differs"
//   "charset-differs"           a text was not of the announced character set
//   "lut-invalid", "lut-bits-differ", "palette-invalid", "palette-bits-differ", "palette-missing"
//   "window-invalid", "overlay-invalid", "overlay-short", "orientation-invalid", "spacing-invalid", "padding-outside"
//   "frames-without-groups"     fewer Per-Frame Functional Groups than frames
//   "grid-offsets-differ"       RTDOSE: Grid Frame Offset Vector of another length
//   "birth-date-invalid"
//
// NotAnImage, UnsupportedPixels, TooLarge, Corrupt, Truncated (encapsulated pixel data without a frame). Never throws.
[[nodiscard]] Expected<ImageDescription> describe(DcmDataset &dataset, const QString &transferSyntax,
                                                  const PixelLayout &layout);

// The table of an item of a Modality LUT or VOI LUT Sequence, also one of a presentation state (C.11.1, C.11.2).
// `isSigned`: whether its input may be negative, which decides how the first value mapped is read. Nothing where it
// makes no sense.
[[nodiscard]] std::optional<LookupTable> describeLookupTable(DcmItem &item, bool isSigned);

} // namespace Chartline::Imaging
