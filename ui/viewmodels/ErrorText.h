// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"

#include <QCoreApplication>

namespace Chartline::Ui {

// The words for every error: what happened, what is safe, what to do. Plain text, whole sentences.
class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::ErrorText)

public:
    [[nodiscard]] static QString text(const Error &error);

private:
    [[nodiscard]] static QString fileText(const Error &error);
    [[nodiscard]] static QString vaultText(const Error &error);
    [[nodiscard]] static QString keyText(const Error &error);
    [[nodiscard]] static QString databaseText(const Error &error);
    [[nodiscard]] static QString storeText(const Error &error);
    [[nodiscard]] static QString inputText(const Error &error);
    [[nodiscard]] static QString archiveText(const Error &error);
    [[nodiscard]] static QString detail(const Error &error, int index);
};

[[nodiscard]] QString errorText(const Error &error);

} // namespace Chartline::Ui
