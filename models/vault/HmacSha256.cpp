// SPDX-License-Identifier: Apache-2.0
#include "vault/HmacSha256.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

namespace Chartline {

namespace {

std::unexpected<Error> macFailed()
{
    return fail(ErrorCode::CryptoFailed, {QStringLiteral("HMAC-SHA-256")});
}

} // namespace

void HmacSha256::Free::operator()(EVP_MAC_CTX *context) const
{
    EVP_MAC_CTX_free(context);
}

HmacSha256::~HmacSha256() = default;
HmacSha256::HmacSha256(HmacSha256 &&) noexcept = default;
HmacSha256 &HmacSha256::operator=(HmacSha256 &&) noexcept = default;

Result<HmacSha256> HmacSha256::create(Crypto::Bytes key)
{
    const std::unique_ptr<EVP_MAC, decltype(&EVP_MAC_free)> mac(EVP_MAC_fetch(nullptr, "HMAC", nullptr), &EVP_MAC_free);
    HmacSha256 hmac;
    hmac.m_context.reset(mac ? EVP_MAC_CTX_new(mac.get()) : nullptr);
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                                     OSSL_PARAM_construct_end()};
    if (!hmac.m_context || EVP_MAC_init(hmac.m_context.get(), key.data(), key.size(), parameters) != 1)
        return macFailed();
    return hmac;
}

Status HmacSha256::add(Crypto::Bytes data)
{
    if (!data.empty() && EVP_MAC_update(m_context.get(), data.data(), data.size()) != 1)
        return macFailed();
    return {};
}

Result<Crypto::Digest> HmacSha256::finish()
{
    Crypto::Digest digest = {};
    std::size_t size = 0;
    if (EVP_MAC_final(m_context.get(), digest.data(), &size, digest.size()) != 1 || size != digest.size())
        return macFailed();
    return digest;
}

} // namespace Chartline
