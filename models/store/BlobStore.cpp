// SPDX-License-Identifier: Apache-2.0
#include "store/BlobStore.h"

#include "base/FileErrors.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cerrno>
#include <openssl/crypto.h>
#include <unistd.h>

namespace Chartline {

using namespace BlobFormat;

BlobStore::BlobStore(QString folder, SecureBytes blobsKey, SecureBytes nameKey)
    : m_folder(std::move(folder))
    , m_blobsKey(std::move(blobsKey))
    , m_nameKey(std::move(nameKey))
{ }

Result<std::unique_ptr<BlobStore>> BlobStore::open(const QString &folder, SecureBytes blobsKey, SecureBytes nameKey)
{
    if (blobsKey.size() != Crypto::keySize || nameKey.size() != Crypto::keySize)
        return fail(ErrorCode::VaultLocked);
    std::unique_ptr<BlobStore> store(new BlobStore(folder, std::move(blobsKey), std::move(nameKey)));
    // A store that cannot be written to, or has no room for a folder, can still be read.
    if (auto ready = store->prepare();
        !ready && !isNotWritable(ready.error()) && ready.error().code != ErrorCode::DiskFull)
        return std::unexpected(std::move(ready).error());
    return store;
}

// Makes the folders and removes what interrupted writes left.
Status BlobStore::prepare() const
{
    const QString temporary = m_folder + QStringLiteral("/tmp");
    const bool isNew = !QFileInfo::exists(m_folder);
    CHARTLINE_TRY(makePrivateFolder(m_folder));
    if (isNew)
        CHARTLINE_TRY(syncFolder(QFileInfo(m_folder).absolutePath()));
    CHARTLINE_TRY(makePrivateFolder(temporary));
    const QDir left(temporary);
    for (const QString &name : left.entryList(QDir::Files | QDir::Hidden | QDir::System))
        QFile::remove(left.filePath(name));
    return {};
}

BlobName BlobStore::nameOf(const Crypto::Digest &digest)
{
    const QByteArray bytes(reinterpret_cast<const char *>(digest.data()), qsizetype(digest.size()));
    return BlobName::parse(bytes.toHex()).value_or(BlobName());
}

Result<BlobName> BlobStore::nameFor(QByteArrayView content) const
{
    CHARTLINE_ASSIGN(const Crypto::Digest digest,
                     Crypto::hmacSha256(m_nameKey.view(), {reinterpret_cast<const unsigned char *>(content.data()),
                                                           std::size_t(content.size())}));
    return nameOf(digest);
}

QString BlobStore::folderOf(const BlobName &name) const
{
    return m_folder + u'/' + QString::fromLatin1(name.hex().left(2));
}

QString BlobStore::pathOf(const BlobName &name) const
{
    return folderOf(name) + u'/' + QString::fromLatin1(name.hex().mid(2));
}

Status BlobStore::makeFolderFor(const BlobName &name) const
{
    const QString folder = folderOf(name);
    if (QFileInfo::exists(folder))
        return {};
    CHARTLINE_TRY(makePrivateFolder(folder));
    return syncFolder(m_folder);
}

Result<std::unique_ptr<BlobWriter>> BlobStore::begin() const
{
    BlobId id = {};
    CHARTLINE_TRY(Crypto::randomFill(id));
    CHARTLINE_ASSIGN(SecureBytes key, Crypto::randomKey());
    CHARTLINE_ASSIGN(AesGcm cipher, AesGcm::create(AesGcm::Direction::Seal, key.view()));
    CHARTLINE_ASSIGN(HmacSha256 hmac, HmacSha256::create(m_nameKey.view()));
    const QByteArray random(reinterpret_cast<const char *>(id.data()), qsizetype(id.size()));
    const QString temporary = m_folder + QStringLiteral("/tmp");
    if (!QFileInfo::exists(temporary)) {
        // It could not be made when the store was opened: say why, or go on if it can be made now.
        CHARTLINE_TRY(makePrivateFolder(m_folder));
        CHARTLINE_TRY(makePrivateFolder(temporary));
    }
    const QString path = temporary + u'/' + QString::fromLatin1(random.toHex());
    CHARTLINE_ASSIGN(StagedFile file, StagedFile::createAs(path, path));
    // The header comes last, when the size and the name are known.
    CHARTLINE_TRY(file.append(Header{}));
    return std::unique_ptr<BlobWriter>(
        new BlobWriter(*this, std::move(file), std::move(cipher), std::move(hmac), std::move(key), id));
}

Result<BlobName> BlobStore::put(QByteArrayView content) const
{
    CHARTLINE_ASSIGN(const auto writer, begin());
    CHARTLINE_TRY(writer->append(content));
    return writer->finish();
}

Result<BlobReader> BlobStore::openBlob(const BlobName &name) const
{
    if (name.isNull())
        return fail(ErrorCode::BlobMissing, {QString()});
    return BlobReader::open(pathOf(name), name, m_blobsKey);
}

bool BlobStore::contains(const BlobName &name) const
{
    return !name.isNull() && QFileInfo::exists(pathOf(name));
}

Status BlobStore::verify(const BlobName &name) const
{
    CHARTLINE_ASSIGN(const BlobReader reader, openBlob(name));
    CHARTLINE_ASSIGN(HmacSha256 hmac, HmacSha256::create(m_nameKey.view()));
    std::vector<unsigned char> buffer(std::size_t(std::clamp<qint64>(reader.size(), 1, 16 * chunkSize)));
    qint64 offset = 0;
    do { // at least once: an empty blob has a chunk too
        CHARTLINE_ASSIGN(const qint64 got, reader.readInto(offset, buffer));
        CHARTLINE_TRY(hmac.add(std::span<const unsigned char>(buffer).first(std::size_t(got))));
        offset += got;
    } while (offset < reader.size());
    OPENSSL_cleanse(buffer.data(), buffer.size());
    CHARTLINE_ASSIGN(const Crypto::Digest digest, hmac.finish());
    if (!(nameOf(digest) == name))
        return fail(ErrorCode::BlobDamaged, {name.toString()});
    return {};
}

Result<std::vector<BlobName>> BlobStore::list() const
{
    const QDir root(m_folder);
    if (!root.exists())
        return std::vector<BlobName>();
    if (!root.isReadable())
        return fail(ErrorCode::FileNotReadable, {m_folder});
    std::vector<BlobName> names;
    for (const QString &first : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (first.size() != 2)
            continue;
        const QDir folder(root.filePath(first));
        if (!folder.isReadable())
            return fail(ErrorCode::FileNotReadable, {folder.path()});
        for (const QString &rest : folder.entryList(QDir::Files | QDir::Hidden | QDir::System)) {
            if (const auto name = BlobName::parse((first + rest).toLatin1()))
                names.push_back(*name);
        }
    }
    std::ranges::sort(names, [](const BlobName &a, const BlobName &b) { return a < b; });
    return names;
}

Status BlobStore::remove(const BlobName &name) const
{
    if (name.isNull())
        return fail(ErrorCode::BlobMissing, {QString()});
    if (::unlink(QFile::encodeName(pathOf(name)).constData()) == 0)
        return {};
    const int error = errno;
    if (error == ENOENT || error == ENOTDIR)
        return fail(ErrorCode::BlobMissing, {name.toString()});
    return std::unexpected(fileError(error, pathOf(name), FileAccess::Write));
}

Result<int> BlobStore::removeOrphans(const QSet<BlobName> &keep) const
{
    CHARTLINE_ASSIGN(const auto names, list());
    int removed = 0;
    for (const BlobName &name : names) {
        if (keep.contains(name))
            continue;
        CHARTLINE_TRY(remove(name));
        ++removed;
    }
    return removed;
}

} // namespace Chartline
