// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "objects/DicomObject.h"

#include <functional>

namespace Chartline::Imaging {

// The bytes of one received file: `length` from `offset` on, fewer at its end.
using FileBytes = std::function<Expected<QByteArray>(qint64 offset, qint64 length)>;

// Reads objects out of received files; where they may be hostile, in a process of its own. Implementations are safe
// from several threads at once.
class ObjectReader
{
public:
    virtual ~ObjectReader() = default;
    // What parseObject() says; Corrupt, TooLarge where the file's structure is not sound; WorkerLost.
    [[nodiscard]] virtual Expected<DicomObject> read(const FileBytes &file) const = 0;
};

// Sizes of a document's pages, points (1/72 inch).
struct DocumentPages
{
    std::vector<std::array<double, 2>> sizes;
};

struct PagePicture
{
    int width = 0;
    int height = 0;
    QByteArray pixels; // 0xffRRGGBB, row by row, native byte order
};

// The most pages that are shown of a document, and pixels that are drawn of a page.
inline constexpr int mostPages = 2000;
inline constexpr qint64 mostPagePixels = 1LL << 25;

// Draws pages of PDF documents. Implementations are safe from several threads at once.
class DocumentRenderer
{
public:
    virtual ~DocumentRenderer() = default;
    // Corrupt; UnsupportedPixels with "password" where it is locked with one; WorkerLost.
    [[nodiscard]] virtual Expected<DocumentPages> pages(const QByteArray &pdf) const = 0;
    // `width`: pixels; the height follows. White behind it.
    [[nodiscard]] virtual Expected<PagePicture> draw(const QByteArray &pdf, int page, int width) const = 0;
    // What is written on a page, to be searched and copied.
    [[nodiscard]] virtual Expected<QString> text(const QByteArray &pdf, int page) const = 0;
};

} // namespace Chartline::Imaging
