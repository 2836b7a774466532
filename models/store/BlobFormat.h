// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "store/BlobName.h"
#include "vault/AesGcm.h"

#include <array>

namespace Chartline {

// The file of one blob (little-endian):
//
//   magic "CHRTBLB\n" · version u32 · chunk size u32 · blob id 16 (random) · content size u64
//   · nonce 12 · content key 32 (random, encrypted under the vault's blob key with AES-256-GCM) · tag 16
//   chunks: 64 KiB of content each, the last one shorter (an empty blob has one empty chunk), AES-256-GCM under the
//   content key, each followed by its tag 16
//
// What is bound to what:
//  - the content key's tag covers every header field before it and the blob's name, so a header with one bit changed,
//    or a blob moved under another name, does not open;
//  - a chunk's nonce is its number, and its tag covers the blob id, the version, its number, whether it is the last
//    and, in the last, the content size; the key serves this one file only. So chunks cannot be swapped, dropped,
//    repeated, or brought from another blob.
namespace BlobFormat {

inline constexpr quint32 version = 1;
inline constexpr qint64 chunkSize = 64 * 1024;
inline constexpr qint64 tagSize = qint64(AesGcm::tagSize);
inline constexpr qint64 sealedChunkSize = chunkSize + tagSize;
inline constexpr qint64 headerSize = 8 + 4 + 4 + 16 + 8 + 12 + 32 + 16;
// Keeps every size and offset within a qint64, and a chunk number within the nonce.
inline constexpr qint64 maxContentSize = qint64(1) << 48;

using BlobId = std::array<unsigned char, 16>;
using Header = std::array<unsigned char, std::size_t(headerSize)>;

struct OpenedHeader
{
    BlobId id = {};
    qint64 contentSize = 0;
    SecureBytes contentKey;
};

[[nodiscard]] qint64 chunkCount(qint64 contentSize);
// Bytes of the whole file.
[[nodiscard]] qint64 fileSize(qint64 contentSize);

[[nodiscard]] Result<Header> sealHeader(const BlobId &id, qint64 contentSize, const SecureBytes &contentKey,
                                        const SecureBytes &blobsKey, const BlobName &name);
// BlobDamaged {name} when anything does not fit.
[[nodiscard]] Result<OpenedHeader> openHeader(const Header &header, const SecureBytes &blobsKey, const BlobName &name);

[[nodiscard]] AesGcm::Nonce chunkNonce(qint64 index);
// `contentSize` counts only for the last chunk.
[[nodiscard]] std::array<unsigned char, 37> chunkAssociatedData(const BlobId &id, qint64 index, bool last,
                                                                qint64 contentSize);

} // namespace BlobFormat

} // namespace Chartline
