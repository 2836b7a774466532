// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Chartline::Safety {

// What a unit is looked up by: "mg/dL", "MG/DL" and "mg / dl" are one; µ has two code points and is written u; ^ is
// written as UCUM's *.
[[nodiscard]] QString unitKey(const QString &unit);

// The same for a unit in words: "millimole per liter", "ml/min per 1.73 sq m", "thousand per microlitre", "10³/µl".
[[nodiscard]] QString spelledUnitKey(const QString &unit);

} // namespace Chartline::Safety
