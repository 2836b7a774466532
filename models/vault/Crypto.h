// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "base/SecureBytes.h"

#include <QByteArrayView>
#include <array>
#include <span>

namespace Chartline {

// The few primitives the vault is made of, all from OpenSSL. Failures are CryptoFailed with the step that failed and
// never any of the bytes.
namespace Crypto {

using Bytes = std::span<const unsigned char>;
using Digest = std::array<unsigned char, 32>;

inline constexpr std::size_t keySize = 32; // 256 bits everywhere

[[nodiscard]] Status randomFill(std::span<unsigned char> out);
[[nodiscard]] Result<SecureBytes> randomKey(std::size_t size = keySize);

[[nodiscard]] Result<Digest> sha256(Bytes data);
[[nodiscard]] Result<Digest> hmacSha256(Bytes key, Bytes data);

// RFC 5869 with an empty salt (the key is already uniformly random); `info` names what the derived key is for.
[[nodiscard]] Result<SecureBytes> hkdfSha256(Bytes key, QByteArrayView info, std::size_t size = keySize);

// Compares in constant time.
[[nodiscard]] bool equal(Bytes a, Bytes b);

} // namespace Crypto

} // namespace Chartline
