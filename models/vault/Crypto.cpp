// SPDX-License-Identifier: Apache-2.0
#include "vault/Crypto.h"

#include <memory>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

namespace Chartline::Crypto {

Status randomFill(std::span<unsigned char> out)
{
    if (RAND_bytes_ex(nullptr, out.data(), out.size(), 256) != 1)
        return fail(ErrorCode::CryptoFailed, {QStringLiteral("random")});
    return {};
}

Result<SecureBytes> randomKey(std::size_t size)
{
    SecureBytes key(size);
    if (RAND_priv_bytes_ex(nullptr, key.data(), key.size(), 256) != 1)
        return fail(ErrorCode::CryptoFailed, {QStringLiteral("random")});
    return key;
}

Result<Digest> sha256(Bytes data)
{
    Digest digest = {};
    unsigned size = 0;
    if (EVP_Digest(data.data(), data.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1 || size != digest.size())
        return fail(ErrorCode::CryptoFailed, {QStringLiteral("SHA-256")});
    return digest;
}

Result<Digest> hmacSha256(Bytes key, Bytes data)
{
    Digest digest = {};
    unsigned size = 0;
    if (!HMAC(EVP_sha256(), key.data(), int(key.size()), data.data(), data.size(), digest.data(), &size)
        || size != digest.size())
        return fail(ErrorCode::CryptoFailed, {QStringLiteral("HMAC-SHA-256")});
    return digest;
}

Result<SecureBytes> hkdfSha256(Bytes key, QByteArrayView info, std::size_t size)
{
    const std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)> kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr), &EVP_KDF_free);
    const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr,
                                                                            &EVP_KDF_CTX_free);
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        // OpenSSL only reads these, whatever the type of the argument says.
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, const_cast<unsigned char *>(key.data()), key.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, const_cast<char *>(info.data()),
                                          std::size_t(info.size())),
        OSSL_PARAM_construct_end(),
    };
    SecureBytes derived(size);
    if (!context || EVP_KDF_derive(context.get(), derived.data(), derived.size(), parameters) != 1)
        return fail(ErrorCode::CryptoFailed, {QStringLiteral("HKDF-SHA-256")});
    return derived;
}

bool equal(Bytes a, Bytes b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace Chartline::Crypto
