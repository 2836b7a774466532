// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace Chartline::Ui {

enum class PassphraseLevel : quint8 { Empty, TooShort, Weak, Fair, Good, Strong };

// A cautious guess at how hard a passphrase is to guess, for a hint while typing; it decides nothing. Words count 11
// bits each (a list of 2 048 common words), signs by the alphabet they come from, repeats and runs ("aaaa", "1234") as
// one sign, and the lower of the two estimates stands. Below 35 bits is weak, below 50 fair, below 65 good.
class PassphraseStrength
{
public:
    [[nodiscard]] static double bits(QStringView text);
    [[nodiscard]] static PassphraseLevel level(QStringView text);
};

} // namespace Chartline::Ui
