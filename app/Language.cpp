// SPDX-License-Identifier: Apache-2.0
#include "Language.h"

#include "viewmodels/SettingsKeys.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>

namespace Chartline {

QString Language::chosen()
{
    const QString kept = QSettings().value(Ui::SettingsKeys::language).toString();
    const QString code = kept.isEmpty() ? QLocale::system().name().left(2) : kept;
    return available().contains(code) ? code : QStringLiteral("en");
}

QStringList Language::available()
{
    QStringList codes{QStringLiteral("en")};
    for (const QString &file : QDir(QStringLiteral(":/translations")).entryList({QStringLiteral("chartline_*.qm")}))
        codes.append(file.mid(10).section(QLatin1Char('.'), 0, 0));
    codes.removeDuplicates();
    return codes;
}

void Language::install(const QString &code)
{
    for (const auto &translator : m_installed)
        QCoreApplication::removeTranslator(translator.get());
    m_installed.clear();
    // English comes from a file too: it has the plural forms.
    const QString qtFolder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    for (const auto &[name, folder] :
         {std::pair(QStringLiteral("qtbase_") + code, qtFolder),
          std::pair(QStringLiteral("chartline_") + code, QStringLiteral(":/translations"))}) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(name, folder)) {
            QCoreApplication::installTranslator(translator.get());
            m_installed.push_back(std::move(translator));
        }
    }
}

} // namespace Chartline
