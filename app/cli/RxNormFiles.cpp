// SPDX-License-Identifier: Apache-2.0
#include "cli/RxNormFiles.h"

#include "files/FileWalker.h"

namespace Chartline {

using Safety::RxNormRelease;

namespace {

QString folderOf(const QString &path)
{
    return path.section(u'/', 0, -2);
}

std::optional<RxNormRelease::Table> tableOf(const QString &path)
{
    return RxNormRelease::tableOf(path.section(u'/', -1));
}

Status readTable(InputItem &item, RxNormRelease::Table table, RxNormRelease &release, const std::atomic_bool &cancelled)
{
    CHARTLINE_ASSIGN(const std::unique_ptr<ByteStream> stream, item.open());
    QByteArray buffer(1024 * 1024, Qt::Uninitialized);
    while (true) {
        if (cancelled)
            return fail(ErrorCode::Cancelled);
        CHARTLINE_ASSIGN(const qint64 got, stream->read({buffer.data(), std::size_t(buffer.size())}));
        const bool fine = got > 0 ? release.add(table, QByteArrayView(buffer.constData(), qsizetype(got)))
                                  : release.finishTable(table);
        if (!fine)
            return fail(ErrorCode::InputNotWellFormed, {item.path.section(u'/', -1)});
        if (got <= 0)
            return {};
    }
}

} // namespace

Result<RxNormRelease> readRxNorm(const QString &path, const std::atomic_bool &cancelled)
{
    const FileWalker walker;
    std::optional<Error> refused;
    const auto refuse = [&](const Refusal &refusal) {
        if (!refused)
            refused = refusal.error;
    };
    QString folder;
    bool found = false;
    walker.walk({path}, {[&](InputItem &item) {
                             const QString in = folderOf(item.path);
                             if (tableOf(item.path) == RxNormRelease::Table::Concepts
                                 && (!found || in.count(u'/') < folder.count(u'/'))) {
                                 folder = in;
                                 found = true;
                             }
                             return !cancelled;
                         },
                         refuse});
    if (!found)
        return std::unexpected(refused.value_or(Error{ErrorCode::NotFound, {QStringLiteral("RXNCONSO.RRF")}}));
    // The walk is in the order of names, which is the order in which the tables are needed.
    RxNormRelease release;
    Status read;
    walker.walk({path}, {[&](InputItem &item) {
                             const auto table = tableOf(item.path);
                             if (table && folderOf(item.path) == folder)
                                 read = readTable(item, *table, release, cancelled);
                             return read.has_value() && !cancelled;
                         },
                         [](const Refusal &) {}});
    if (!read)
        return std::unexpected(read.error());
    if (cancelled)
        return fail(ErrorCode::Cancelled);
    if (!release.isComplete())
        return fail(ErrorCode::NotFound, {QStringLiteral("RXNREL.RRF")});
    return release;
}

} // namespace Chartline
