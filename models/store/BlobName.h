// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QString>
#include <optional>

namespace Chartline {

// The name of a blob: HMAC-SHA-256 of its content under a key of the vault, as 64 lower-case hexadecimal digits. The
// same content has the same name, but without the key nobody can tell from a name whether a vault holds a known file.
// A name can only be made of hexadecimal digits, so it is safe as part of a path.
class BlobName
{
public:
    BlobName() = default;

    static constexpr qsizetype size = 64;
    [[nodiscard]] static std::optional<BlobName> parse(QByteArrayView hex)
    {
        if (hex.size() != size)
            return std::nullopt;
        for (const char c : hex) {
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')))
                return std::nullopt;
        }
        BlobName name;
        name.m_hex = hex.toByteArray();
        return name;
    }

    [[nodiscard]] bool isNull() const { return m_hex.isEmpty(); }
    [[nodiscard]] const QByteArray &hex() const { return m_hex; }
    [[nodiscard]] QString toString() const { return QString::fromLatin1(m_hex); }

    friend bool operator==(const BlobName &a, const BlobName &b) { return a.m_hex == b.m_hex; }
    friend bool operator<(const BlobName &a, const BlobName &b) { return a.m_hex < b.m_hex; }
    friend size_t qHash(const BlobName &name, size_t seed = 0) noexcept { return ::qHash(name.m_hex, seed); }

private:
    QByteArray m_hex;
};

} // namespace Chartline
