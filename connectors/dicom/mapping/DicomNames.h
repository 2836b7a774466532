// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Elements.h"

namespace Chartline::Dicom {

// A value of VR PN (PS3.5 6.2.1) as the names it gives: alphabetic, ideographic, phonetic, those that are there, in
// this order. A name without delimiters is a family name where it is one word, else text. Names without any letter
// ("^^^^", "----") are none.
[[nodiscard]] QList<Clinical::HumanName> humanNames(const QString &value);

// As printed: "DOE, John"; the first of its names.
[[nodiscard]] QString nameLabel(const QString &value);
// Several, without those that are none: "DOE, John; ROE, Jane".
[[nodiscard]] QString nameLabels(const QStringList &values);

// The same for every spelling that means the same: without empty components at the end, spaces at the ends and cases.
[[nodiscard]] QString normalizedName(const QString &value);

} // namespace Chartline::Dicom
