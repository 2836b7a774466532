// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace Chartline {

// A file as an SQLite URI; nothing in its name can be taken for a parameter.
[[nodiscard]] inline QByteArray sqliteUri(const QString &path, const char *parameters)
{
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    return "file:" + QUrl::toPercentEncoding(absolute, "/") + '?' + parameters;
}

} // namespace Chartline
