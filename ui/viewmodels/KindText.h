// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/FactDraft.h"

#include <QCoreApplication>

namespace Chartline::Ui {

// Names of the kinds of facts for people.
class KindText
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::KindText)

public:
    // One of them: "Medication".
    [[nodiscard]] static QString name(FactKind kind);
    // Many: "Medications".
    [[nodiscard]] static QString plural(FactKind kind);
};

} // namespace Chartline::Ui
