// SPDX-License-Identifier: Apache-2.0
#include "vault/HeaderFiles.h"

#include "base/FileErrors.h"
#include "base/StagedFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <optional>

namespace Chartline {

namespace {

struct Attempt
{
    std::optional<HeaderCopy> copy;
    Error error;
};

Attempt readCopy(const QString &path, const KdfPolicy &policy, const QString &folder)
{
    auto bytes = readSmallFile(path, VaultHeader::maxBytes);
    if (!bytes)
        return {std::nullopt, std::move(bytes).error()};
    auto header = VaultHeader::decode(*bytes, policy, folder);
    if (!header)
        return {std::nullopt, std::move(header).error()};
    return {HeaderCopy{std::move(*header), std::move(*bytes)}, {}};
}

} // namespace

HeaderFiles::HeaderFiles(QString folder)
    : m_folder(std::move(folder))
{ }

QString HeaderFiles::path() const
{
    return m_folder + QStringLiteral("/vault.header");
}

QString HeaderFiles::copyPath() const
{
    return m_folder + QStringLiteral("/vault.header.copy");
}

Result<HeaderRead> HeaderFiles::read(const KdfPolicy &policy) const
{
    Attempt first = readCopy(path(), policy, m_folder);
    Attempt second = readCopy(copyPath(), policy, m_folder);
    // These two are statements of an undamaged header, so the other copy must not quietly be served in its place.
    for (const ErrorCode code : {ErrorCode::VaultHeaderTooNew, ErrorCode::KeyDerivationRefused}) {
        for (const Attempt *attempt : {&first, &second}) {
            if (attempt->error.code == code)
                return std::unexpected(attempt->error);
        }
    }
    if (!first.copy && !second.copy) {
        const auto missing = [](const Attempt &a) { return a.error.code == ErrorCode::FileNotFound; };
        const QDir folder(m_folder);
        if (missing(first) && missing(second) && !folder.exists(QStringLiteral("records.db"))
            && !folder.exists(QStringLiteral("blobs")))
            return fail(ErrorCode::VaultNotFound, {m_folder});
        for (const Attempt *attempt : {&first, &second}) {
            if (attempt->error.code == ErrorCode::FileNotReadable)
                return std::unexpected(attempt->error);
        }
        return fail(ErrorCode::VaultHeaderDamaged, {m_folder});
    }

    HeaderRead result;
    result.needsRepair = !first.copy || !second.copy || first.copy->bytes != second.copy->bytes;
    if (first.copy && second.copy && second.copy->header.generation > first.copy->header.generation)
        std::swap(first, second);
    if (first.copy)
        result.copies.push_back(std::move(*first.copy));
    if (second.copy && (result.copies.empty() || second.copy->bytes != result.copies.front().bytes))
        result.copies.push_back(std::move(*second.copy));
    return result;
}

Status HeaderFiles::write(const QByteArray &bytes) const
{
    CHARTLINE_ASSIGN(StagedFile first, StagedFile::createAs(path(), path() + QStringLiteral(".new")));
    CHARTLINE_TRY(first.append(bytesOf(bytes)));
    CHARTLINE_TRY(first.sync());
    CHARTLINE_ASSIGN(StagedFile second, StagedFile::createAs(copyPath(), copyPath() + QStringLiteral(".new")));
    CHARTLINE_TRY(second.append(bytesOf(bytes)));
    CHARTLINE_TRY(second.sync());
    CHARTLINE_TRY(first.commit());
    return second.commit();
}

bool HeaderFiles::repair(const QByteArray &bytes) const
{
    bool done = true;
    for (const QString &file : {path(), copyPath()}) {
        const auto now = readSmallFile(file, VaultHeader::maxBytes);
        if (now && *now == bytes)
            continue;
        auto staged = StagedFile::createAs(file, file + QStringLiteral(".new"));
        done = staged && staged->append(bytesOf(bytes)) && staged->sync() && staged->commit() && done;
    }
    return done;
}

void HeaderFiles::remove() const
{
    QFile::remove(path());
    QFile::remove(copyPath());
}

} // namespace Chartline
