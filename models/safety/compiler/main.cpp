// SPDX-License-Identifier: Apache-2.0
// Compiles knowledge files: chartline_knowledge OUT NAME RELEASE ISSUED EXPIRES FOLDER
#include "safety/KnowledgeCompiler.h"

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

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 7) {
        std::fputs("usage: chartline_knowledge OUT NAME RELEASE ISSUED EXPIRES FOLDER\n", stderr);
        return 2;
    }
    const auto argument = [&](int i) { return QString::fromUtf8(argv[i]); };
    QList<KnowledgeProblem> problems;
    const auto compiled =
        compileKnowledge(filesIn(argument(6)), {argument(2), argument(3), argument(4), argument(5)}, problems);
    for (const KnowledgeProblem &problem : std::as_const(problems))
        std::fprintf(stderr, "%s:%d: %s\n", qPrintable(problem.file), problem.line, qPrintable(problem.words));
    if (!compiled)
        return 1;
    QFile out(argument(1));
    if (!out.open(QIODevice::WriteOnly) || out.write(*compiled) != compiled->size())
        return 1;
    return 0;
}
