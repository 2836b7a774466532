// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace Chartline::Safety {

// U.S. National Drug Codes: labeler, product, package.
namespace Ndc {

// The form of eleven digits (5-4-2) without hyphens, as RxNorm and claims have it: of 4-4-2, 5-3-2, 5-4-1 and 5-4-2
// with hyphens (21 CFR 207.33: ten digits, three layouts), and of eleven digits as they are. Empty for anything else:
// ten digits without hyphens may be three different codes.
[[nodiscard]] QByteArray normalized(QByteArrayView code);

} // namespace Ndc

} // namespace Chartline::Safety
