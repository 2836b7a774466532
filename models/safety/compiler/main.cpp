// SPDX-License-Identifier: Apache-2.0
// Compiles knowledge files: chartline_knowledge OUT NAME RELEASE ISSUED EXPIRES FOLDER [SOURCES]
// SOURCES: where the readable files go too, together and compressed.
#include "safety/PackFile.h"

#include <QDirIterator>
#include <QFile>
#include <algorithm>
#include <cstdio>

using namespace Chartline::Safety;

namespace {

QList<KnowledgeFile> filesIn(const QString &folder)
{
    QStringList paths;
    QDirIterator found(folder, {QStringLiteral("*.kb")}, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext())
        paths.append(found.next());
    std::ranges::sort(paths); // the same bytes on every machine
    QList<KnowledgeFile> files;
    for (const QString &path : std::as_const(paths)) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            files.append({QDir(folder).relativeFilePath(path), file.readAll()});
    }
    return files;
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile out(path);
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 7 && argc != 8) {
        std::fputs("usage: chartline_knowledge OUT NAME RELEASE ISSUED EXPIRES FOLDER [SOURCES]\n", stderr);
        return 2;
    }
    const auto argument = [&](int i) { return QString::fromUtf8(argv[i]); };
    QList<KnowledgeProblem> problems;
    const QList<KnowledgeFile> files = filesIn(argument(6));
    const auto compiled = compileKnowledge(files, {argument(2), argument(3), argument(4), argument(5)}, problems);
    for (const KnowledgeProblem &problem : std::as_const(problems))
        std::fprintf(stderr, "%s:%d: %s\n", qPrintable(problem.file), problem.line, qPrintable(problem.words));
    if (!compiled)
        return 1;
    if (argc == 8) {
        // What the program could not read back at run time is found here.
        const QByteArray sources = PackFile::filesToBytes(files);
        if (const auto back = PackFile::filesFromBytes(sources); !back) {
            std::fprintf(stderr, "%s\n", qPrintable(back.error().detail));
            return 1;
        }
        if (!write(argument(7), qCompress(sources, 9)))
            return 1;
    }
    return write(argument(1), *compiled) ? 0 : 1;
}
