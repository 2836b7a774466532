// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "worker/Handler.h"
#include "worker/WorkerPool.h"

namespace Chartline {

// PDF documents are drawn in processes of their own, apart from those for images: the library's allocator sets aside
// more address space than those may have. See WorkerDocuments for the asking side.
[[nodiscard]] Worker::Handlers documentHandlers();
[[nodiscard]] Worker::WorkerPool::Options documentPoolOptions();

// What a host of this program serves: documents where documentPoolOptions() started it, else images.
[[nodiscard]] Worker::Handlers hostHandlers();

namespace DocumentOps {

// Input 0: a PDF document. Request: nothing, or `withUnseen`. Reply: the number of pages, and of what below is so, each
// 32 bits, little endian; then width and height of each of the first pages in points, as little endian 64-bit numbers.
inline constexpr char pages[] = "pdf-pages";
inline constexpr char withUnseen[] = "unseen";
inline constexpr qsizetype pagesHead = 8; // bytes
enum Unseen : quint32 { hasFields = 1, hasNotes = 2, lacksCharacters = 4, partlyRead = 8 };
// Input 0: a PDF document. Request: page (0-based), width and height in pixels, as little endian 32-bit integers.
// Output: 0xffRRGGBB for each pixel.
inline constexpr char page[] = "pdf-page";
// Input 0: a PDF document. Request: page. Reply: UTF-8; TooLarge where it is more than `mostPageText`.
inline constexpr char text[] = "pdf-text";

inline constexpr qsizetype mostPageText = 1 << 20; // bytes

} // namespace DocumentOps

} // namespace Chartline
