// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "worker/Handler.h"

namespace Chartline {

// What the separate processes do for objects that are no images. See WorkerObjects for the asking side.
void addObjectHandlers(Worker::Handlers &handlers);

namespace ObjectOps {

// Input 0: DicomScan::header. Reply: Imaging::toBytes(DicomObject).
inline constexpr char object[] = "object";
// Input 0: a PDF document. Reply: the number of pages, then width and height of each in points, as little endian 64-bit
// numbers.
inline constexpr char documentPages[] = "pdf-pages";
// Input 0: a PDF document. Request: page (0-based), width and height in pixels, as little endian 32-bit integers.
// Output: 0xffRRGGBB for each pixel.
inline constexpr char documentPage[] = "pdf-page";
// Input 0: a PDF document. Request: page. Reply: UTF-8.
inline constexpr char documentText[] = "pdf-text";

inline constexpr qsizetype mostPageText = 1 << 20; // bytes

} // namespace ObjectOps

} // namespace Chartline
