// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

namespace Chartline::Ui {

// The label of a field of the detail view (Clinical::DetailLine::field).
class FieldText
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::FieldText)

public:
    // A name this program has no words for is shown as it is, with its words apart.
    [[nodiscard]] static QString label(const QString &field);
};

} // namespace Chartline::Ui
