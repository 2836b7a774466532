// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

namespace Chartline::Ui {

// What the program is for and what it is not for, in one place: the wizard, the About page and the manual say the same.
class IntendedUse
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::IntendedUse)

public:
    [[nodiscard]] static QStringList statements();
};

} // namespace Chartline::Ui
