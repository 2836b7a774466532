// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QStringView>

namespace Chartline {

// What a PDF document holds that its drawn pages may not show: PDFium draws no form fields and no notes without an
// appearance of their own, and knows only Latin letters for fonts that are not in the file.
struct PdfStructure
{
    bool fields = false; // form fields that can be seen (ISO 32000-1, 12.7), or an XFA form
    bool notes = false; // annotations whose words or shape are not drawn, or attached files (12.5.6)
    bool substitutes = false; // a font that is not in the file (9.9)
    bool rareGlyphs = false; // and characters of it that the library's own fonts lack, or may take for others
    bool complete = true; // false: a part of the document could not be read, and there may be more than is told
};

// Reads all objects of a document, those in object streams (7.5.7) too, without following its cross-references. Takes
// time in proportion to its size, and memory within limits. For a process of its own: `pdf` may be anything.
[[nodiscard]] PdfStructure readPdfStructure(QByteArrayView pdf);

// Whether the library's own fonts have all characters of a text.
[[nodiscard]] bool canBeSubstituted(QStringView text);

} // namespace Chartline
