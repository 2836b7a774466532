// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "vault/Crypto.h"

#include <memory>

using EVP_MAC_CTX = struct evp_mac_ctx_st;

namespace Chartline {

// HMAC-SHA-256 of data that comes in pieces.
class HmacSha256
{
public:
    [[nodiscard]] static Result<HmacSha256> create(Crypto::Bytes key);
    ~HmacSha256();
    HmacSha256(HmacSha256 &&) noexcept;
    HmacSha256 &operator=(HmacSha256 &&) noexcept;

    [[nodiscard]] Status add(Crypto::Bytes data);
    // Once, at the end.
    [[nodiscard]] Result<Crypto::Digest> finish();

private:
    struct Free
    {
        void operator()(EVP_MAC_CTX *context) const;
    };
    HmacSha256() = default;

    std::unique_ptr<EVP_MAC_CTX, Free> m_context;
};

} // namespace Chartline
