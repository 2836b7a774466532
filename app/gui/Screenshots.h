// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Composition.h"

#include <QObject>
#include <functional>

namespace Chartline::Ui {
class MainWindow;
class ThemeController;
} // namespace Chartline::Ui

namespace Chartline {

// Walks the window through its main views, writes a picture of each, light and dark, and ends the program. What `./dev
// demo` shows where there is no display.
class Screenshots : public QObject
{
    Q_OBJECT

public:
    Screenshots(Composition &composition, Ui::MainWindow &window, Ui::ThemeController &themes, QString folder);
    void start();

private:
    struct Step
    {
        QString name; // of the picture; empty: none is taken
        std::function<void()> act;
    };
    void unlocked();
    void addViews(const QString &suffix);
    void next();
    void shoot(const QString &name);

    Composition &m_composition;
    Ui::MainWindow &m_window;
    Ui::ThemeController &m_themes;
    QString m_folder;
    QList<Step> m_steps;
    qsizetype m_at = 0;
    PersonId m_person;
    FactId m_fact;
};

} // namespace Chartline
