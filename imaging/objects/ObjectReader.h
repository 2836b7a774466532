// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "objects/DicomObject.h"

#include <array>
#include <atomic>
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

// The pages of a document, and what it has that they may not show.
struct DocumentPages
{
    std::vector<std::array<double, 2>> sizes; // points (1/72 inch); of the first mostPages
    int count = 0; // of all pages
    bool fields = false; // form fields, which are not drawn
    bool notes = false; // notes or attached files, which are not drawn
    bool characters = false; // characters of fonts that are not in the document: missing, or others in their place
    bool partlyRead = false; // nobody knows whether there are more fields and notes
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

// Draws pages of PDF documents. Implementations are safe from several threads at once. `cancel`: once it is true, a
// call is not begun, and one that has begun ends soon; Cancelled.
class DocumentRenderer
{
public:
    using Cancel = std::atomic_bool;

    virtual ~DocumentRenderer() = default;
    // Corrupt; UnsupportedPixels with "password" where it is locked with one; WorkerLost.
    [[nodiscard]] virtual Expected<DocumentPages> pages(const QByteArray &pdf,
                                                        const Cancel *cancel = nullptr) const = 0;
    // `width`: pixels; the height follows. White behind it.
    [[nodiscard]] virtual Expected<PagePicture> draw(const QByteArray &pdf, int page, int width,
                                                     const Cancel *cancel = nullptr) const = 0;
    // What is written on a page, to be searched and copied. TooLarge: more than can be.
    [[nodiscard]] virtual Expected<QString> text(const QByteArray &pdf, int page,
                                                 const Cancel *cancel = nullptr) const = 0;
    // Ends whatever still has a document in its memory.
    virtual void forget() const = 0;
};

} // namespace Chartline::Imaging
