// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Chartline::Test {

// One text file of the repository.
struct SourceFile
{
    QString path; // relative: "models/base/Error.h"
    QString text;
    // Without comments and the contents of string literals, for C++; line breaks stay.
    QString code;

    [[nodiscard]] bool isCpp() const
    {
        return path.endsWith(QLatin1StringView(".cpp")) || path.endsWith(QLatin1StringView(".h"));
    }
    // What stands between <> or "" of its #include lines, with the delimiters.
    [[nodiscard]] QStringList includes() const;
};

// The files of the repository below these folders ("" for the files at the top), those that are not text left out.
[[nodiscard]] QList<SourceFile> sourceFiles(const QStringList &folders);

} // namespace Chartline::Test
