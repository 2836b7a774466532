// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringView>

namespace Chartline::Safety {

// How drug names are compared. UTF-8 throughout.
namespace DrugName {

// Lower case, without accents, everything but letters and digits as one space: "Paracétamol 500-mg" → "paracetamol 500
// mg". A decimal point or comma between digits stays, as a point. The same for a name in the knowledge base and for
// what a source wrote.
[[nodiscard]] QByteArray normalized(QStringView text);
// The same, where the text is UTF-8 already; appended to `out`, which is not cleared.
void normalize(QByteArrayView text, QByteArray &out);

// What INN, USAN and BAN spellings of a normalized name have in common: "sulphasalazine" and "sulfasalazin",
// "ciclosporin" and "cyclosporine", "oestradiol" and "estradiol". Names that are alike only by this are an inexact
// match.
[[nodiscard]] QByteArray spellingKey(QByteArrayView normalized);

} // namespace DrugName

} // namespace Chartline::Safety
