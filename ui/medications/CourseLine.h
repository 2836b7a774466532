// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Chartline::Ui {

// One line of a cell of the medications screen.
struct CourseLine
{
    enum class Style : quint8 { Normal, Strong, Muted, Warning, Danger, Chip };
    QString text;
    Style style = Style::Normal;
};

} // namespace Chartline::Ui
