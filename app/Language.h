// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTranslator>
#include <memory>
#include <vector>

namespace Chartline {

// The language the program speaks: its own translation and Qt's.
class Language
{
public:
    // The one chosen in the settings; the system's where none was.
    [[nodiscard]] static QString chosen();
    // Languages this program is translated into, as codes ("en", "de").
    [[nodiscard]] static QStringList available();

    // Replaces the language of the running application.
    void install(const QString &code);

private:
    std::vector<std::unique_ptr<QTranslator>> m_installed;
};

} // namespace Chartline
