// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace Chartline::Safety {

// The readable form of knowledge (models/safety/knowledge/README.md): blocks of lines, not yet understood.
struct KnowledgeLine
{
    int number = 0; // in the file, from 1
    QString key;
    QString value; // without the words and the source
    QString words; // after ": "
    QString source; // reference key, and what follows it: "label §7"; empty: the block's
};

struct KnowledgeBlock
{
    QString file;
    quint8 pack = 0; // as KnowledgeFile's
    int number = 0;
    QString kind; // "ingredient"
    QString id;
    QList<KnowledgeLine> lines;

    [[nodiscard]] const KnowledgeLine *line(QStringView key) const;
};

struct KnowledgeProblem
{
    QString file;
    int line = 0;
    QString words; // for who writes knowledge; English
};

struct KnowledgeFile
{
    QString name;
    QByteArray text; // UTF-8
    quint8 pack = 0; // 0: the base; else the number of the pack it is of
};

// All blocks of a file, in order. Lines that cannot be read are problems, never dropped unsaid.
[[nodiscard]] QList<KnowledgeBlock> readKnowledge(const KnowledgeFile &file, QList<KnowledgeProblem> &problems);

// "a | b" taken apart.
[[nodiscard]] QStringList knowledgeList(const QString &value);

} // namespace Chartline::Safety
