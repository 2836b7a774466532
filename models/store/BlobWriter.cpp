// SPDX-License-Identifier: Apache-2.0
#include "store/BlobWriter.h"

#include "base/FileErrors.h"
#include "store/BlobStore.h"

#include <algorithm>
#include <openssl/crypto.h>

namespace Chartline {

using namespace BlobFormat;

BlobWriter::BlobWriter(const BlobStore &store, StagedFile file, AesGcm cipher, HmacSha256 name, SecureBytes contentKey,
                       const BlobId &id)
    : m_store(store)
    , m_file(std::move(file))
    , m_cipher(std::move(cipher))
    , m_hmac(std::move(name))
    , m_key(std::move(contentKey))
    , m_id(id)
{ }

BlobWriter::~BlobWriter()
{
    m_plain.resize(m_plain.capacity());
    OPENSSL_cleanse(m_plain.data(), m_plain.size());
}

Status BlobWriter::append(QByteArrayView content)
{
    return append(std::span(reinterpret_cast<const unsigned char *>(content.data()), std::size_t(content.size())));
}

Status BlobWriter::append(std::span<const unsigned char> content)
{
    if (m_error.code != ErrorCode::None)
        return std::unexpected(m_error);
    auto done = appendUnchecked(content);
    if (!done) {
        m_error = done.error();
        m_file.abort(); // gives a full disk its space back at once
    }
    return done;
}

Result<BlobName> BlobWriter::finish()
{
    if (m_error.code != ErrorCode::None)
        return std::unexpected(m_error);
    auto name = finishUnchecked();
    m_error = name ? Error{ErrorCode::StoreFailed, {QStringLiteral("finished")}} : name.error();
    m_file.abort(); // nothing after a commit
    return name;
}

Status BlobWriter::appendUnchecked(std::span<const unsigned char> content)
{
    if (qint64(content.size()) > maxContentSize - m_size)
        return fail(ErrorCode::InputTooLarge, {QString::number(maxContentSize)});
    CHARTLINE_TRY(m_hmac.add(content));
    while (!content.empty()) {
        if (qint64(m_plain.size()) == chunkSize)
            CHARTLINE_TRY(writeChunk(false));
        if (m_plain.capacity() == 0) // a small blob takes little memory
            m_plain.reserve(std::min(content.size(), std::size_t(chunkSize)));
        const std::size_t part = std::min(content.size(), std::size_t(chunkSize) - m_plain.size());
        m_plain.insert(m_plain.end(), content.begin(), content.begin() + std::ptrdiff_t(part));
        content = content.subspan(part);
        m_size += qint64(part);
    }
    return {};
}

Status BlobWriter::writeChunk(bool last)
{
    m_sealed.resize(m_plain.size() + AesGcm::tagSize);
    const std::span<unsigned char> sealed(m_sealed);
    CHARTLINE_TRY(m_cipher.seal(chunkNonce(m_index), chunkAssociatedData(m_id, m_index, last, m_size), m_plain,
                                sealed.first(m_plain.size()), sealed.last<AesGcm::tagSize>()));
    CHARTLINE_TRY(m_file.append(m_sealed));
    m_plain.clear();
    ++m_index;
    return {};
}

Result<BlobName> BlobWriter::finishUnchecked()
{
    CHARTLINE_TRY(writeChunk(true));
    CHARTLINE_ASSIGN(const Crypto::Digest digest, m_hmac.finish());
    BlobName name = BlobStore::nameOf(digest);
    CHARTLINE_ASSIGN(const Header header, sealHeader(m_id, m_size, m_key, m_store.blobsKey(), name));
    CHARTLINE_TRY(m_file.overwrite(header, 0));
    // Whatever is there already is worth keeping only if it can be read.
    if (m_store.contains(name) && m_store.verify(name))
        return name;
    CHARTLINE_TRY(m_file.sync());
    CHARTLINE_TRY(m_store.makeFolderFor(name));
    CHARTLINE_TRY(m_file.commitTo(m_store.pathOf(name)));
    return name;
}

} // namespace Chartline
