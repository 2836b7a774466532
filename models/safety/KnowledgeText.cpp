// SPDX-License-Identifier: Apache-2.0
#include "safety/KnowledgeText.h"

#include <QStringDecoder>
#include <algorithm>

namespace Chartline::Safety {

using namespace Qt::StringLiterals;

namespace {

// "avoid 30: words about it @beers §3" → value, words, source.
KnowledgeLine lineOf(int number, QStringView text)
{
    KnowledgeLine line;
    line.number = number;
    const qsizetype space = text.indexOf(u' ');
    line.key = (space < 0 ? text : text.first(space)).toString();
    QStringView rest = space < 0 ? QStringView() : text.sliced(space + 1).trimmed();
    // The words of a line may follow its key at once ("do: …").
    if (line.key.endsWith(u':')) {
        line.key.chop(1);
        line.words = rest.toString();
        return line;
    }
    if (const qsizetype at = rest.lastIndexOf(u" @"_s); at >= 0) {
        line.source = rest.sliced(at + 2).trimmed().toString();
        rest = rest.first(at).trimmed();
    }
    if (const qsizetype colon = rest.indexOf(u": "_s); colon >= 0) {
        line.words = rest.sliced(colon + 2).trimmed().toString();
        rest = rest.first(colon);
    }
    line.value = rest.trimmed().toString();
    return line;
}

} // namespace

const KnowledgeLine *KnowledgeBlock::line(QStringView key) const
{
    const auto found = std::ranges::find_if(lines, [&](const KnowledgeLine &line) { return line.key == key; });
    return found == lines.end() ? nullptr : &*found;
}

QList<KnowledgeBlock> readKnowledge(const KnowledgeFile &file, QList<KnowledgeProblem> &problems)
{
    QList<KnowledgeBlock> blocks;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(file.text);
    if (decoder.hasError())
        problems.append({file.name, 0, u"not UTF-8"_s});
    int number = 0;
    for (const QStringView raw : QStringView(text).split(u'\n')) {
        ++number;
        const QStringView line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (!raw.startsWith(u' ')) {
            KnowledgeBlock block;
            block.file = file.name;
            block.pack = file.pack;
            block.number = number;
            const qsizetype space = line.indexOf(u' ');
            block.kind = (space < 0 ? line : line.first(space)).toString();
            block.id = space < 0 ? QString() : line.sliced(space + 1).trimmed().toString();
            blocks.append(std::move(block));
        } else if (!raw.startsWith(u"  "_s) || blocks.isEmpty()) {
            problems.append({file.name, number, u"belongs to no block"_s});
        } else {
            blocks.last().lines.append(lineOf(number, line));
        }
    }
    return blocks;
}

QStringList knowledgeList(const QString &value)
{
    QStringList items;
    for (const QString &item : value.split(u" | "_s))
        items.append(item.trimmed());
    items.removeAll(QString());
    return items;
}

} // namespace Chartline::Safety
