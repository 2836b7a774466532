// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/FileDescriptor.h"
#include "store/BlobFormat.h"

#include <QString>

namespace Chartline {

// One blob, open for reading at any offset. Only the chunks that a read touches are read from the disk and decrypted,
// and nothing is given out that has not been authenticated. Reading is const and safe from several threads at once.
// Holds the key of this one blob until it is destroyed: let go of it when the vault is locked.
class BlobReader
{
public:
    // BlobMissing, BlobDamaged (the header does not authenticate, or the file is too long), BlobTruncated: {name}.
    [[nodiscard]] static Result<BlobReader> open(const QString &path, const BlobName &name,
                                                 const SecureBytes &blobsKey);

    [[nodiscard]] const BlobName &name() const { return m_name; }
    [[nodiscard]] qint64 size() const { return m_size; }

    // The bytes from `offset` on: fewer than `length` when the blob ends before, none past its end. BlobDamaged or
    // BlobTruncated {name} when a chunk that is needed is.
    [[nodiscard]] Result<QByteArray> read(qint64 offset, qint64 length) const;
    // The same into memory of the caller's: how many bytes were put there. After an error its content is undefined
    // but never unauthenticated plaintext.
    [[nodiscard]] Result<qint64> readInto(qint64 offset, std::span<unsigned char> out) const;

private:
    BlobReader() = default;
    [[nodiscard]] Status readChunk(AesGcm &cipher, qint64 index, std::span<unsigned char> sealed,
                                   std::span<unsigned char> plain) const;
    [[nodiscard]] qint64 sizeOfChunk(qint64 index) const;

    FileDescriptor m_file;
    QString m_path;
    BlobName m_name;
    BlobFormat::BlobId m_id = {};
    SecureBytes m_key;
    qint64 m_size = 0;
};

} // namespace Chartline
