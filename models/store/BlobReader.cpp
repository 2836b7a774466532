// SPDX-License-Identifier: Apache-2.0
#include "store/BlobReader.h"

#include "base/FileErrors.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <openssl/crypto.h>
#include <sys/stat.h>
#include <vector>

namespace Chartline {

using namespace BlobFormat;

Result<BlobReader> BlobReader::open(const QString &path, const BlobName &name, const SecureBytes &blobsKey)
{
    BlobReader reader;
    reader.m_path = path;
    reader.m_name = name;
    auto file = openFile(path, O_RDONLY | O_NOFOLLOW);
    if (!file && file.error().code == ErrorCode::FileNotFound)
        return fail(ErrorCode::BlobMissing, {name.toString()});
    if (!file)
        return std::unexpected(std::move(file).error());
    reader.m_file = std::move(*file);

    Header header = {};
    CHARTLINE_ASSIGN(const qint64 got, readAt(reader.m_file, header, 0, path));
    if (got < headerSize)
        return fail(ErrorCode::BlobTruncated, {name.toString()});
    CHARTLINE_ASSIGN(OpenedHeader opened, openHeader(header, blobsKey, name));
    struct stat status = {};
    if (fstat(reader.m_file.get(), &status) != 0)
        return std::unexpected(fileError(errno, path, FileAccess::Read));
    // The size in the header is authentic by now, so the file is what is wrong.
    if (status.st_size < fileSize(opened.contentSize))
        return fail(ErrorCode::BlobTruncated, {name.toString()});
    if (status.st_size > fileSize(opened.contentSize))
        return fail(ErrorCode::BlobDamaged, {name.toString()});
    reader.m_id = opened.id;
    reader.m_key = std::move(opened.contentKey);
    reader.m_size = opened.contentSize;
    return reader;
}

qint64 BlobReader::sizeOfChunk(qint64 index) const
{
    return std::min(chunkSize, m_size - index * chunkSize);
}

// Decrypts one chunk into `plain`, which has exactly its size; `sealed` is room for the chunk and its tag.
Status BlobReader::readChunk(AesGcm &cipher, qint64 index, std::span<unsigned char> sealed,
                             std::span<unsigned char> plain) const
{
    const bool last = index == chunkCount(m_size) - 1;
    const auto stored = sealed.first(plain.size() + AesGcm::tagSize);
    CHARTLINE_ASSIGN(const qint64 got, readAt(m_file, stored, headerSize + index * sealedChunkSize, m_path));
    if (got < qint64(stored.size()))
        return fail(ErrorCode::BlobTruncated, {m_name.toString()});
    CHARTLINE_ASSIGN(const bool fits, cipher.open(chunkNonce(index), chunkAssociatedData(m_id, index, last, m_size),
                                                  stored.first(plain.size()), stored.last<AesGcm::tagSize>(), plain));
    if (!fits)
        return fail(ErrorCode::BlobDamaged, {m_name.toString()});
    return {};
}

Result<qint64> BlobReader::readInto(qint64 offset, std::span<unsigned char> out) const
{
    if (offset < 0)
        return fail(ErrorCode::StoreFailed, {QStringLiteral("negative offset")});
    const qint64 length = std::min(qint64(out.size()), std::max<qint64>(0, m_size - offset));
    // An empty blob's one chunk is authenticated too, though it has nothing to give.
    if (length == 0 && m_size > 0)
        return 0;
    CHARTLINE_ASSIGN(AesGcm cipher, AesGcm::create(AesGcm::Direction::Open, m_key.view()));
    std::vector<unsigned char> sealed(std::size_t(std::min(chunkSize, m_size) + tagSize));
    std::vector<unsigned char> scratch; // for chunks of which only a part is wanted
    const qint64 first = m_size > 0 ? offset / chunkSize : 0;
    const qint64 end = m_size > 0 ? (offset + length - 1) / chunkSize + 1 : 1;
    Status status;
    for (qint64 index = first; index < end && status; ++index) {
        const qint64 start = index * chunkSize;
        const qint64 from = std::max(offset, start);
        const qint64 to = std::min(offset + length, start + sizeOfChunk(index));
        if (m_size > 0 && from == start && to == start + sizeOfChunk(index)) {
            status = readChunk(cipher, index, sealed, out.subspan(std::size_t(from - offset), std::size_t(to - from)));
            continue;
        }
        scratch.resize(std::size_t(sizeOfChunk(index)));
        status = readChunk(cipher, index, sealed, scratch);
        if (status && to > from)
            std::memcpy(out.data() + (from - offset), scratch.data() + (from - start), std::size_t(to - from));
    }
    OPENSSL_cleanse(scratch.data(), scratch.size());
    if (!status)
        return std::unexpected(std::move(status).error());
    return length;
}

Result<QByteArray> BlobReader::read(qint64 offset, qint64 length) const
{
    if (length < 0)
        return fail(ErrorCode::StoreFailed, {QStringLiteral("negative length")});
    QByteArray bytes(std::min(length, std::max<qint64>(0, m_size - offset)), Qt::Uninitialized);
    CHARTLINE_ASSIGN(const qint64 got,
                     readInto(offset, {reinterpret_cast<unsigned char *>(bytes.data()), std::size_t(bytes.size())}));
    bytes.truncate(got);
    return bytes;
}

} // namespace Chartline
