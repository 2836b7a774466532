// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vault/Crypto.h"

#include <memory>

using EVP_CIPHER_CTX = struct evp_cipher_ctx_st;

namespace Chartline {

// AES-256-GCM with one key and a nonce for each message. One object serves one thread; the caller sees to it that a
// nonce is never used twice for sealing with the same key.
class AesGcm
{
public:
    static constexpr std::size_t nonceSize = 12;
    static constexpr std::size_t tagSize = 16;
    using Nonce = std::array<unsigned char, nonceSize>;

    enum class Direction { Seal, Open };
    // CryptoFailed when the key has not 32 bytes.
    [[nodiscard]] static Result<AesGcm> create(Direction direction, Crypto::Bytes key);
    ~AesGcm();
    AesGcm(AesGcm &&) noexcept;
    AesGcm &operator=(AesGcm &&) noexcept;

    // `sealed` and `tag` are filled; `sealed` has the size of `plain` and may be the same memory.
    [[nodiscard]] Status seal(const Nonce &nonce, Crypto::Bytes associated, Crypto::Bytes plain,
                              std::span<unsigned char> sealed, std::span<unsigned char, tagSize> tag);
    // False when the tag does not fit: then `plain` has been overwritten with zeros and nothing may be made of it.
    [[nodiscard]] Result<bool> open(const Nonce &nonce, Crypto::Bytes associated, Crypto::Bytes sealed,
                                    std::span<const unsigned char, tagSize> tag, std::span<unsigned char> plain);

private:
    struct Free
    {
        void operator()(EVP_CIPHER_CTX *context) const;
    };
    AesGcm() = default;
    [[nodiscard]] bool start(const Nonce &nonce, Crypto::Bytes associated);

    std::unique_ptr<EVP_CIPHER_CTX, Free> m_context;
    Direction m_direction = Direction::Open;
};

} // namespace Chartline
