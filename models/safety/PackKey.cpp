// SPDX-License-Identifier: Apache-2.0
#include "safety/PackKey.h"

#include <QCryptographicHash>
#include <array>
#include <memory>
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace Chartline::Safety {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype([](EVP_PKEY *key) { EVP_PKEY_free(key); })>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype([](EVP_MD_CTX *context) { EVP_MD_CTX_free(context); })>;
using Bio = std::unique_ptr<BIO, decltype([](BIO *bio) { BIO_free_all(bio); })>;

const unsigned char *data(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

Key privateKey(const SecureBytes &seed)
{
    return Key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()));
}

// A key with a passphrase is not asked for on the terminal.
int noPassphrase(char * /*buffer*/, int /*size*/, int /*writing*/, void * /*user*/)
{
    return -1;
}

SecureBytes seedOf(EVP_PKEY *key)
{
    SecureBytes seed(std::size_t{PackKey::keySize});
    std::size_t size = seed.size();
    if (!key || EVP_PKEY_get_id(key) != EVP_PKEY_ED25519 || EVP_PKEY_get_raw_private_key(key, seed.data(), &size) != 1
        || size != seed.size())
        return {};
    return seed;
}

} // namespace

std::optional<PackKey> PackKey::generate()
{
    const Key key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    return fromSeed(seedOf(key.get()));
}

std::optional<PackKey> PackKey::fromSeed(SecureBytes seed)
{
    if (seed.size() != std::size_t(keySize))
        return std::nullopt;
    const Key key = privateKey(seed);
    QByteArray open(keySize, '\0');
    std::size_t size = std::size_t(open.size());
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char *>(open.data()), &size) != 1
        || size != std::size_t(keySize))
        return std::nullopt;
    return PackKey(std::move(seed), std::move(open));
}

std::optional<PackKey> PackKey::fromPem(const QByteArray &pem)
{
    const Bio bio(BIO_new_mem_buf(pem.constData(), int(std::min<qsizetype>(pem.size(), 64 * 1024))));
    const Key key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, nullptr) : nullptr);
    return fromSeed(seedOf(key.get()));
}

QByteArray PackKey::pem() const
{
    const Key key = privateKey(m_seed);
    const Bio bio(BIO_new(BIO_s_secmem()));
    if (!key || !bio || PEM_write_bio_PKCS8PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return {};
    char *text = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &text);
    return QByteArray(text, qsizetype(size));
}

QByteArray PackKey::sign(QByteArrayView message) const
{
    const Key key = privateKey(m_seed);
    const Context context(EVP_MD_CTX_new());
    QByteArray signature(signatureSize, '\0');
    std::size_t size = std::size_t(signature.size());
    if (!key || !context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1
        || EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, data(message),
                          std::size_t(message.size()))
               != 1
        || size != std::size_t(signatureSize))
        return {};
    return signature;
}

bool PackKey::verify(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature)
{
    if (publicKey.size() != keySize || signature.size() != signatureSize)
        return false;
    const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, data(publicKey), std::size_t(keySize)));
    const Context context(EVP_MD_CTX_new());
    return key && context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1
           && EVP_DigestVerify(context.get(), data(signature), std::size_t(signatureSize), data(message),
                               std::size_t(message.size()))
                  == 1;
}

QString PackKey::fingerprint(QByteArrayView publicKey)
{
    const QByteArray hex = QCryptographicHash::hash(publicKey, QCryptographicHash::Sha256).toHex();
    QString groups;
    for (qsizetype i = 0; i < hex.size(); i += 4)
        groups += (i > 0 ? QStringLiteral("-") : QString()) + QString::fromLatin1(hex.sliced(i, 4));
    return groups;
}

bool PackKey::isFingerprint(const QString &written, QByteArrayView publicKey)
{
    QString digits;
    for (const QChar c : written.toLower()) {
        if ((c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'))
            digits += c;
        else if (c != u'-' && c != u':' && c != u' ')
            return false;
    }
    return digits.toLatin1() == QCryptographicHash::hash(publicKey, QCryptographicHash::Sha256).toHex();
}

} // namespace Chartline::Safety
