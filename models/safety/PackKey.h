// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/SecureBytes.h"

#include <QByteArray>
#include <QString>
#include <optional>

namespace Chartline::Safety {

// What a publisher signs packs with: Ed25519 (RFC 8032), from OpenSSL.
class PackKey
{
public:
    static constexpr qsizetype keySize = 32;
    static constexpr qsizetype signatureSize = 64;

    // Nothing where the system gives no key, or the text holds none.
    [[nodiscard]] static std::optional<PackKey> generate();
    [[nodiscard]] static std::optional<PackKey> fromSeed(SecureBytes seed); // keySize bytes
    [[nodiscard]] static std::optional<PackKey> fromPem(const QByteArray &pem); // PKCS #8, without a passphrase

    [[nodiscard]] const QByteArray &publicKey() const { return m_public; }
    [[nodiscard]] std::span<const unsigned char> seed() const { return m_seed.view(); }
    [[nodiscard]] QByteArray pem() const; // empty: could not be written
    // Empty: could not be signed.
    [[nodiscard]] QByteArray sign(QByteArrayView message) const;
    [[nodiscard]] static bool verify(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature);

    // SHA-256 of the public key in groups of four hexadecimal digits with hyphens between, for two people to compare.
    [[nodiscard]] static QString fingerprint(QByteArrayView publicKey);
    // The same, however the groups are separated and whatever the case.
    [[nodiscard]] static bool isFingerprint(const QString &written, QByteArrayView publicKey);

private:
    PackKey(SecureBytes seed, QByteArray publicKey)
        : m_seed(std::move(seed))
        , m_public(std::move(publicKey))
    { }
    SecureBytes m_seed;
    QByteArray m_public;
};

} // namespace Chartline::Safety
