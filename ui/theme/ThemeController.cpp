// SPDX-License-Identifier: Apache-2.0
#include "theme/ThemeController.h"

#include "theme/Style.h"
#include "viewmodels/SettingsKeys.h"

#include <QApplication>
#include <QSettings>
#include <QStyleHints>

namespace Chartline::Ui {

namespace {

QString choiceName(ThemeController::Choice choice)
{
    switch (choice) {
    case ThemeController::Choice::System: return QStringLiteral("system");
    case ThemeController::Choice::Light: return QStringLiteral("light");
    case ThemeController::Choice::Dark: return QStringLiteral("dark");
    }
    return {};
}

ThemeController::Choice choiceOf(const QString &name)
{
    if (name == QLatin1StringView("light"))
        return ThemeController::Choice::Light;
    if (name == QLatin1StringView("dark"))
        return ThemeController::Choice::Dark;
    return ThemeController::Choice::System;
}

Theme::Mode modeOf(ThemeController::Choice choice)
{
    if (choice == ThemeController::Choice::System) {
        const bool dark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
        return dark ? Theme::Mode::Dark : Theme::Mode::Light;
    }
    return choice == ThemeController::Choice::Dark ? Theme::Mode::Dark : Theme::Mode::Light;
}

} // namespace

ThemeController::ThemeController(QObject *parent)
    : QObject(parent)
    , m_theme(Theme::make(Theme::Mode::Light))
{
    const QSettings settings;
    m_choice = choiceOf(settings.value(SettingsKeys::theme).toString());
    m_highContrast = settings.value(SettingsKeys::highContrast, false).toBool();
    m_theme = Theme::make(modeOf(m_choice), m_highContrast);
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        if (m_choice == Choice::System)
            rebuild();
    });
}

void ThemeController::setChoice(Choice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    QSettings().setValue(SettingsKeys::theme, choiceName(choice));
    rebuild();
}

void ThemeController::setHighContrast(bool on)
{
    if (on == m_highContrast)
        return;
    m_highContrast = on;
    QSettings().setValue(SettingsKeys::highContrast, on);
    rebuild();
}

void ThemeController::apply()
{
    if (!m_applied)
        QApplication::setStyle(new Style);
    m_applied = true;
    QApplication::setFont(Theme::font(TextStyle::Body));
    QApplication::setPalette(m_theme.palette());
    qApp->setStyleSheet(m_theme.styleSheet());
    Q_EMIT themeChanged();
}

void ThemeController::rebuild()
{
    m_theme = Theme::make(modeOf(m_choice), m_highContrast);
    if (m_applied)
        apply();
    else
        Q_EMIT themeChanged();
}

} // namespace Chartline::Ui
