// SPDX-License-Identifier: Apache-2.0
#include "support/SourceTree.h"

#include "support/ChartlineProcess.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>

namespace Chartline::Test {

namespace {

// Comments and the insides of literals become blanks.
QString codeOf(const QString &text)
{
    static const QRegularExpression raw(QStringLiteral(R"re(R"([^()\s\\]{0,16})\(.*?\)\1")re"),
                                        QRegularExpression::DotMatchesEverythingOption);
    QString code = text;
    code.replace(raw, QStringLiteral("\"\""));
    QString out;
    out.reserve(code.size());
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code[i];
        const QStringView rest = QStringView(code).sliced(i);
        if (rest.startsWith(QLatin1StringView("//"))) {
            const qsizetype end = code.indexOf(QLatin1Char('\n'), i);
            i = (end < 0 ? code.size() : end) - 1;
        } else if (rest.startsWith(QLatin1StringView("/*"))) {
            const qsizetype end = code.indexOf(QLatin1StringView("*/"), i + 2);
            i = end < 0 ? code.size() : end + 1;
        } else if (c == QLatin1Char('"') || (c == QLatin1Char('\'') && (i == 0 || !code[i - 1].isLetterOrNumber()))) {
            out += c;
            for (++i; i < code.size() && code[i] != c && code[i] != QLatin1Char('\n'); ++i)
                i += code[i] == QLatin1Char('\\');
            out += c;
        } else {
            out += c;
        }
    }
    return out;
}

} // namespace

QStringList SourceFile::includes() const
{
    static const QRegularExpression line(QStringLiteral(R"(^[ \t]*#[ \t]*include[ \t]*(<[^>\n]+>|"[^"\n]+"))"),
                                         QRegularExpression::MultilineOption);
    QStringList found;
    for (const auto &match : line.globalMatch(text))
        found.append(match.captured(1));
    return found;
}

QList<SourceFile> sourceFiles(const QStringList &folders)
{
    const QString root = QStringLiteral(CHARTLINE_SOURCE_DIR);
    QList<SourceFile> files;
    for (const QString &folder : folders) {
        QDirIterator it(folder.isEmpty() ? root : root + QLatin1Char('/') + folder, QDir::Files | QDir::Hidden,
                        folder.isEmpty() ? QDirIterator::NoIteratorFlags : QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = it.next();
            const QByteArray bytes = readFile(path);
            if (bytes.contains('\0') || path.contains(QLatin1StringView("__pycache__")))
                continue;
            SourceFile file{QDir(root).relativeFilePath(path), QString::fromUtf8(bytes), {}};
            if (file.isCpp())
                file.code = codeOf(file.text);
            files.append(std::move(file));
        }
    }
    return files;
}

} // namespace Chartline::Test
