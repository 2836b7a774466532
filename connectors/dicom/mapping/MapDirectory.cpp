// SPDX-License-Identifier: Apache-2.0
#include "dicom/mapping/Mappings.h"

#include <QSet>
#include <algorithm>

namespace Chartline::Dicom {

using namespace Qt::StringLiterals;

namespace {

// One component of a file id (PS3.10 8.2: at most 8 capitals, digits and underscores; in practice anything a file
// system takes). Nothing that a path would read as something else.
bool isName(QStringView part)
{
    if (part.isEmpty() || part.size() > 255 || part == u"." || part == u"..")
        return false;
    return std::ranges::none_of(part,
                                [](QChar c) { return c.unicode() < 0x20 || c == u'/' || c == u'\\' || c == u':'; });
}

} // namespace

QStringList listedFiles(const MapContext &context)
{
    constexpr qsizetype mostParts = 16;
    QStringList files;
    QSet<QString> known;
    for (const Dataset &record : context.dataset.items(Tags::directoryRecordSequence)) {
        const QStringList parts = record.texts(Tags::referencedFileId);
        if (parts.isEmpty())
            continue;
        if (parts.size() > mostParts || !std::ranges::all_of(parts, isName)) {
            context.issues.append({u"ReferencedFileID"_s, u"path-escapes"_s});
            continue;
        }
        const QString path = parts.join(u'/');
        if (known.contains(path))
            continue;
        known.insert(path);
        files.append(path);
    }
    return files;
}

} // namespace Chartline::Dicom
