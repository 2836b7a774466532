// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <functional>

namespace Chartline::Ui {

// What only the program as a whole can do, handed to the window. A function left empty takes its entry away.
struct ShellActions
{
    // Starts the import of the demonstration patients; the window follows it through ImportService's signals.
    std::function<void()> importDemonstration;
    // Keeps and installs a language; empty: the system's. The window builds itself anew on QEvent::LanguageChange.
    std::function<void(const QString &code)> setLanguage;
    // What can be chosen: code and the language's own name.
    QList<std::pair<QString, QString>> languages;
    // The chosen code; empty: the system's.
    std::function<QString()> language;
};

} // namespace Chartline::Ui
