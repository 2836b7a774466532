// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/Theme.h"

#include <QObject>

namespace Chartline::Ui {

// Holds the program's one theme and puts it on the application: palette, style sheet, font. The choice is kept in
// QSettings. Widgets that paint themselves keep the reference of theme() and repaint on QEvent::StyleChange or
// themeChanged().
class ThemeController : public QObject
{
    Q_OBJECT

public:
    enum class Choice : quint8 { System, Light, Dark };
    Q_ENUM(Choice)

    explicit ThemeController(QObject *parent = nullptr);

    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] Choice choice() const { return m_choice; }
    [[nodiscard]] bool isHighContrast() const { return m_highContrast; }

    void setChoice(Choice choice);
    void setHighContrast(bool on);
    // Puts the current theme on the application; called once by the program before its first window.
    void apply();

Q_SIGNALS:
    void themeChanged();

private:
    void rebuild();

    Theme m_theme;
    Choice m_choice = Choice::System;
    bool m_highContrast = false;
    bool m_applied = false;
};

} // namespace Chartline::Ui
