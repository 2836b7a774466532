// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/StagedFile.h"
#include "store/BlobFormat.h"
#include "vault/HmacSha256.h"

#include <QString>
#include <memory>
#include <vector>

namespace Chartline {

class BlobStore;

// Takes a blob's content piece by piece, so that one of any size needs two chunks of memory. Nothing is in the store
// until finish() has returned; destroyed before that, nothing is left behind. The store must outlive it.
// After an error it only gives that error again.
class BlobWriter
{
public:
    ~BlobWriter();
    BlobWriter(const BlobWriter &) = delete;
    BlobWriter &operator=(const BlobWriter &) = delete;

    [[nodiscard]] Status append(std::span<const unsigned char> content);
    [[nodiscard]] Status append(QByteArrayView content);
    // Brings the blob to the disk and under its name; when this returns, it survives a power cut. Content that the
    // store already has is not stored twice, unless what it has turns out to be damaged: that is replaced.
    [[nodiscard]] Result<BlobName> finish();

    [[nodiscard]] qint64 size() const { return m_size; }

private:
    friend class BlobStore;
    BlobWriter(const BlobStore &store, StagedFile file, AesGcm cipher, HmacSha256 name, SecureBytes contentKey,
               const BlobFormat::BlobId &id);
    [[nodiscard]] Status writeChunk(bool last);
    [[nodiscard]] Status appendUnchecked(std::span<const unsigned char> content);
    [[nodiscard]] Result<BlobName> finishUnchecked();

    const BlobStore &m_store;
    StagedFile m_file;
    AesGcm m_cipher;
    HmacSha256 m_hmac;
    SecureBytes m_key;
    BlobFormat::BlobId m_id;
    std::vector<unsigned char> m_plain; // the chunk being filled: a full one waits, since it may be the last
    std::vector<unsigned char> m_sealed;
    qint64 m_index = 0;
    qint64 m_size = 0;
    Error m_error; // the first one met
};

} // namespace Chartline
