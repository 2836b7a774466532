// SPDX-License-Identifier: Apache-2.0
#include "base/Decimal.h"

#include <cmath>

namespace Chartline {

std::optional<double> Decimal::toDouble() const
{
    bool ok = false;
    const double value = m_text.trimmed().toDouble(&ok);
    if (!ok || !std::isfinite(value))
        return std::nullopt;
    return value;
}

} // namespace Chartline
