// SPDX-License-Identifier: Apache-2.0
#include "safety/Ndc.h"

#include <algorithm>
#include <array>

namespace Chartline::Safety {

QByteArray Ndc::normalized(QByteArrayView code)
{
    code = code.trimmed();
    const auto isDigits = [](QByteArrayView text) {
        return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    };
    if (code.size() == 11 && isDigits(code))
        return code.toByteArray();
    constexpr std::array<qsizetype, 3> full{5, 4, 2};
    const QList<QByteArray> parts = code.toByteArray().split('-');
    if (parts.size() != 3)
        return {};
    QByteArray digits;
    qsizetype missing = 0;
    for (std::size_t i = 0; i < full.size(); ++i) {
        const QByteArray &part = parts[qsizetype(i)];
        if (part.isEmpty() || part.size() > full[i] || !isDigits(part))
            return {};
        missing += full[i] - part.size();
        digits += part.rightJustified(full[i], '0');
    }
    // At most one digit is left out, of one part.
    return missing <= 1 ? digits : QByteArray();
}

} // namespace Chartline::Safety
