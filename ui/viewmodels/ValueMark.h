// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTypes>

namespace Chartline::Ui {

// What the source's interpretation says of a value, as a sign shows it: a shape for each, never a colour alone.
enum class ValueMark : quint8 {
    Normal, // also: the source says nothing
    Abnormal, // out of the ordinary, no direction given: ■
    High, // ▲
    Low, // ▼
    Critical, // either way: ◆
};

// One mark for two values: the worse one; no direction where they differ.
[[nodiscard]] constexpr ValueMark worse(ValueMark a, ValueMark b)
{
    if (a == b || b == ValueMark::Normal)
        return a;
    if (a == ValueMark::Normal)
        return b;
    return a == ValueMark::Critical || b == ValueMark::Critical ? ValueMark::Critical : ValueMark::Abnormal;
}

} // namespace Chartline::Ui
