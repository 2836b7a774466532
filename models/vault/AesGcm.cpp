// SPDX-License-Identifier: Apache-2.0
#include "vault/AesGcm.h"

#include <limits>
#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace Chartline {

namespace {

std::unexpected<Error> cipherFailed()
{
    return fail(ErrorCode::CryptoFailed, {QStringLiteral("AES-256-GCM")});
}

bool fits(std::size_t size)
{
    return size <= std::size_t(std::numeric_limits<int>::max());
}

} // namespace

void AesGcm::Free::operator()(EVP_CIPHER_CTX *context) const
{
    EVP_CIPHER_CTX_free(context); // overwrites the key schedule
}

AesGcm::~AesGcm() = default;
AesGcm::AesGcm(AesGcm &&) noexcept = default;
AesGcm &AesGcm::operator=(AesGcm &&) noexcept = default;

Result<AesGcm> AesGcm::create(Direction direction, Crypto::Bytes key)
{
    AesGcm cipher;
    cipher.m_direction = direction;
    cipher.m_context.reset(EVP_CIPHER_CTX_new());
    if (key.size() != Crypto::keySize || !cipher.m_context
        || EVP_CipherInit_ex(cipher.m_context.get(), EVP_aes_256_gcm(), nullptr, key.data(), nullptr,
                             direction == Direction::Seal ? 1 : 0)
               != 1)
        return cipherFailed();
    return cipher;
}

bool AesGcm::start(const Nonce &nonce, Crypto::Bytes associated)
{
    int ignored = 0;
    return EVP_CipherInit_ex(m_context.get(), nullptr, nullptr, nullptr, nonce.data(), -1) == 1
           && (associated.empty()
               || EVP_CipherUpdate(m_context.get(), nullptr, &ignored, associated.data(), int(associated.size())) == 1);
}

Status AesGcm::seal(const Nonce &nonce, Crypto::Bytes associated, Crypto::Bytes plain, std::span<unsigned char> sealed,
                    std::span<unsigned char, tagSize> tag)
{
    int size = 0;
    unsigned char rest[tagSize] = {};
    int restSize = 0;
    if (m_direction != Direction::Seal || sealed.size() != plain.size() || !fits(plain.size())
        || !start(nonce, associated)
        || (!plain.empty()
            && EVP_CipherUpdate(m_context.get(), sealed.data(), &size, plain.data(), int(plain.size())) != 1)
        || EVP_CipherFinal_ex(m_context.get(), rest, &restSize) != 1 || std::size_t(size) != plain.size()
        || EVP_CIPHER_CTX_ctrl(m_context.get(), EVP_CTRL_AEAD_GET_TAG, int(tagSize), tag.data()) != 1)
        return cipherFailed();
    return {};
}

Result<bool> AesGcm::open(const Nonce &nonce, Crypto::Bytes associated, Crypto::Bytes sealed,
                          std::span<const unsigned char, tagSize> tag, std::span<unsigned char> plain)
{
    int size = 0;
    unsigned char rest[tagSize] = {};
    int restSize = 0;
    if (m_direction != Direction::Open || sealed.size() != plain.size() || !fits(sealed.size())
        || !start(nonce, associated)
        || (!sealed.empty()
            && EVP_CipherUpdate(m_context.get(), plain.data(), &size, sealed.data(), int(sealed.size())) != 1)
        || EVP_CIPHER_CTX_ctrl(m_context.get(), EVP_CTRL_AEAD_SET_TAG, int(tagSize),
                               const_cast<unsigned char *>(tag.data()))
               != 1)
        return cipherFailed();
    if (EVP_CipherFinal_ex(m_context.get(), rest, &restSize) == 1)
        return true;
    OPENSSL_cleanse(plain.data(), plain.size());
    return false;
}

} // namespace Chartline
