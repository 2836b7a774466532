// SPDX-License-Identifier: Apache-2.0
#include "store/BlobFormat.h"

#include "base/FileErrors.h"
#include "vault/ByteCodec.h"

#include <algorithm>

namespace Chartline::BlobFormat {

namespace {

constexpr unsigned char magic[8] = {'C', 'H', 'R', 'T', 'B', 'L', 'B', '\n'};
constexpr std::size_t wrapStart = 8 + 4 + 4 + 16 + 8; // where the fields end that the content key's tag covers

QByteArray wrapAssociatedData(std::span<const unsigned char> fields, const BlobName &name)
{
    return QByteArray(reinterpret_cast<const char *>(fields.data()), qsizetype(fields.size())) + name.hex();
}

} // namespace

qint64 chunkCount(qint64 contentSize)
{
    return std::max<qint64>(1, (contentSize + chunkSize - 1) / chunkSize);
}

qint64 fileSize(qint64 contentSize)
{
    return headerSize + contentSize + chunkCount(contentSize) * tagSize;
}

Result<Header> sealHeader(const BlobId &id, qint64 contentSize, const SecureBytes &contentKey,
                          const SecureBytes &blobsKey, const BlobName &name)
{
    ByteWriter fields;
    fields.bytes(magic).number(version).number(quint32(chunkSize)).bytes(id).number(quint64(contentSize));
    AesGcm::Nonce nonce = {};
    CHARTLINE_TRY(Crypto::randomFill(nonce));
    std::array<unsigned char, Crypto::keySize> wrapped = {};
    std::array<unsigned char, AesGcm::tagSize> tag = {};
    CHARTLINE_ASSIGN(AesGcm cipher, AesGcm::create(AesGcm::Direction::Seal, blobsKey.view()));
    const QByteArray associated = wrapAssociatedData(fields.view(), name);
    CHARTLINE_TRY(cipher.seal(nonce, bytesOf(associated), contentKey.view(), wrapped, tag));
    fields.bytes(nonce).bytes(wrapped).bytes(tag);
    Header header = {};
    std::ranges::copy(fields.view(), header.begin());
    return header;
}

Result<OpenedHeader> openHeader(const Header &header, const SecureBytes &blobsKey, const BlobName &name)
{
    const auto damaged = fail(ErrorCode::BlobDamaged, {name.toString()});
    ByteReader reader(header);
    unsigned char foundMagic[sizeof magic] = {};
    reader.take(foundMagic);
    const auto foundVersion = reader.number<quint32>();
    const auto foundChunkSize = reader.number<quint32>();
    OpenedHeader opened;
    reader.take(opened.id);
    const auto contentSize = reader.number<quint64>();
    AesGcm::Nonce nonce = {};
    std::array<unsigned char, Crypto::keySize> wrapped = {};
    std::array<unsigned char, AesGcm::tagSize> tag = {};
    reader.take(nonce);
    reader.take(wrapped);
    reader.take(tag);
    if (!std::ranges::equal(foundMagic, magic) || foundVersion != version || foundChunkSize != quint32(chunkSize)
        || contentSize > quint64(maxContentSize))
        return damaged;
    opened.contentSize = qint64(contentSize);
    opened.contentKey = SecureBytes(Crypto::keySize);
    CHARTLINE_ASSIGN(AesGcm cipher, AesGcm::create(AesGcm::Direction::Open, blobsKey.view()));
    const auto fields = std::span<const unsigned char>(header).first(wrapStart);
    CHARTLINE_ASSIGN(const bool fits, cipher.open(nonce, bytesOf(wrapAssociatedData(fields, name)), wrapped, tag,
                                                  {opened.contentKey.data(), opened.contentKey.size()}));
    if (!fits)
        return damaged;
    return opened;
}

AesGcm::Nonce chunkNonce(qint64 index)
{
    AesGcm::Nonce nonce = {};
    qToLittleEndian(quint64(index), nonce.data());
    return nonce;
}

std::array<unsigned char, 37> chunkAssociatedData(const BlobId &id, qint64 index, bool last, qint64 contentSize)
{
    std::array<unsigned char, 37> data = {};
    std::ranges::copy(id, data.begin());
    qToLittleEndian(version, data.data() + 16);
    qToLittleEndian(quint64(index), data.data() + 20);
    data[28] = last ? 1 : 0;
    qToLittleEndian(last ? quint64(contentSize) : quint64(0), data.data() + 29);
    return data;
}

} // namespace Chartline::BlobFormat
