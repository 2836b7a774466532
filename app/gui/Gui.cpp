// SPDX-License-Identifier: Apache-2.0
#include "gui/Gui.h"

#include "Composition.h"
#include "Language.h"
#include "cli/CommandLine.h"
#include "cli/Terminal.h"
#include "gui/Screenshots.h"
#include "shell/MainWindow.h"
#include "theme/ThemeController.h"
#include "viewmodels/SettingsKeys.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QIcon>
#include <QLocale>
#include <QSettings>

namespace Chartline::Gui {

namespace {

struct Options
{
    QString vault;
    QString passphraseFile;
    QString screenshots;
};

Options readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption vault(QStringLiteral("vault"), {}, QStringLiteral("DIR"));
    const QCommandLineOption passphrase(QStringLiteral("passphrase-file"), {}, QStringLiteral("FILE"));
    const QCommandLineOption screenshots(QStringLiteral("screenshots"), {}, QStringLiteral("DIR"));
    parser.addOptions({vault, passphrase, screenshots});
    if (!parser.parse(arguments)) {
        Cli::Terminal::message(QStringLiteral("chartline: ") + parser.errorText());
        std::exit(Cli::WrongUsage);
    }
    return {parser.isSet(vault) ? QDir(parser.value(vault)).absolutePath() : Composition::defaultVaultFolder(),
            parser.value(passphrase), parser.value(screenshots)};
}

QString setLocale(Language &language)
{
    const QString code = Language::chosen();
    // Dates and numbers in the language shown, but in the system's own form where it is the same language.
    QLocale::setDefault(QLocale::system().name().startsWith(code) ? QLocale::system() : QLocale(code));
    language.install(code);
    return code;
}

Ui::ShellActions actionsFor(Composition &composition, Language &language)
{
    Ui::ShellActions actions;
    actions.importDemonstration = [&composition] {
        composition.imports().importBuffers(Composition::demonstrationFiles(), {});
    };
    actions.setLanguage = [&language](const QString &code) {
        QSettings().setValue(Ui::SettingsKeys::language, code);
        setLocale(language);
    };
    actions.language = [] { return QSettings().value(Ui::SettingsKeys::language).toString(); };
    for (const QString &code : Language::available()) {
        QString name = QLocale(code).nativeLanguageName();
        name = code == QLatin1StringView("en") ? QStringLiteral("English") : name;
        actions.languages.append({code, name});
    }
    return actions;
}

} // namespace

int run(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("chartline"));
    QApplication::setOrganizationName(QStringLiteral("chartline"));
    QApplication::setApplicationDisplayName(QStringLiteral("Chartline"));
    QApplication::setApplicationVersion(QStringLiteral(CHARTLINE_VERSION));
    const Options options = readOptions(QApplication::arguments());
    if (!options.screenshots.isEmpty()) {
        // Pictures look the same on every machine: no settings of the user's.
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                           options.screenshots + QStringLiteral("/.settings"));
        QSettings().setValue(Ui::SettingsKeys::language, QStringLiteral("en"));
    }
    Language language;
    setLocale(language);

    Ui::ThemeController themes;
    themes.apply();
    Composition composition(options.vault);
    Ui::MainWindow window({composition.vault(), composition.records(), composition.imports(), composition.imaging(),
                           composition.decoder(), composition.objects(), composition.documents(),
                           &composition.measurements(), &composition.safety()},
                          themes, actionsFor(composition, language));
    std::unique_ptr<Screenshots> screenshots;
    if (!options.screenshots.isEmpty()) {
        screenshots = std::make_unique<Screenshots>(composition, window, themes, options.screenshots);
        screenshots->start();
    }
    window.show();
    if (!options.passphraseFile.isEmpty()) {
        // For the demonstration and for tests: the same as typing it. A wrong one leaves the unlock screen.
        if (auto passphrase = Cli::Terminal::passphraseFromFile(options.passphraseFile)) {
            composition.vault().unlock(std::move(*passphrase)).then(&window, [](const Status &status) {
                if (!status)
                    Cli::Terminal::error(status.error());
            });
        } else {
            Cli::Terminal::error(passphrase.error());
        }
    }
    return QApplication::exec();
}

} // namespace Chartline::Gui
