// SPDX-License-Identifier: Apache-2.0
#include "vault/RecoveryKey.h"

#include "vault/Crypto.h"

#include <algorithm>
#include <cstring>
#include <string_view>

namespace Chartline {

namespace {

// Crockford's base 32 leaves out I, L, O and U. https://www.crockford.com/base32.html
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t secretSigns = 32; // 160 bits
constexpr std::size_t signCount = 36; // and 20 bits of checksum
constexpr std::size_t groupSize = 6;
constexpr std::string_view checksumLabel = "chartline recovery key";

// 20 bits of a hash over the secret, in four signs' worth.
Result<quint32> checksum(const SecureBytes &secret)
{
    SecureBytes input(checksumLabel.size() + secret.size());
    std::memcpy(input.data(), checksumLabel.data(), checksumLabel.size());
    std::memcpy(input.data() + checksumLabel.size(), secret.data(), secret.size());
    CHARTLINE_ASSIGN(const Crypto::Digest digest, Crypto::sha256(input.view()));
    return (quint32(digest[0]) << 12) | (quint32(digest[1]) << 4) | (quint32(digest[2]) >> 4);
}

int valueOf(unsigned char sign)
{
    if (sign >= 'a' && sign <= 'z')
        sign = static_cast<unsigned char>(sign - 'a' + 'A');
    if (sign == 'O')
        sign = '0';
    if (sign == 'I' || sign == 'L')
        sign = '1';
    const auto found = alphabet.find(char(sign));
    return found == std::string_view::npos ? -1 : int(found);
}

// How many bytes of `rest` are a space or dash that word processors and PDF viewers put between the groups; 0 if none.
std::size_t separatorSize(std::span<const unsigned char> rest)
{
    if (std::strchr(" \t\r\n-_.", rest[0]) && rest[0] != 0)
        return 1;
    const std::string_view text(reinterpret_cast<const char *>(rest.data()), rest.size());
    // No-break space, soft hyphen; en quad to zero-width space, hyphens and dashes; narrow no-break space; minus;
    // byte order mark.
    if (text.starts_with("\xc2\xa0") || text.starts_with("\xc2\xad"))
        return 2;
    if (text.size() >= 3 && text.starts_with("\xe2\x80") && ((rest[2] >= 0x80 && rest[2] <= 0x95) || rest[2] == 0xaf))
        return 3;
    return text.starts_with("\xe2\x88\x92") || text.starts_with("\xef\xbb\xbf") ? 3 : 0;
}

} // namespace

Result<RecoveryKey> RecoveryKey::generate()
{
    CHARTLINE_ASSIGN(SecureBytes secret, Crypto::randomKey(secretSize));
    return RecoveryKey(std::move(secret));
}

Result<RecoveryKey> RecoveryKey::parse(std::span<const unsigned char> utf8)
{
    const auto malformed = fail(ErrorCode::RecoveryKeyMalformed);
    SecureBytes values(signCount);
    std::size_t count = 0;
    for (std::size_t position = 0; position < utf8.size();) {
        if (const std::size_t skip = separatorSize(utf8.subspan(position)); skip > 0) {
            position += skip;
            continue;
        }
        const int value = valueOf(utf8[position++]);
        if (value < 0 || count == signCount)
            return malformed;
        values.data()[count++] = static_cast<unsigned char>(value);
    }
    if (count != signCount)
        return malformed;

    SecureBytes secret(secretSize);
    for (std::size_t i = 0; i < secretSigns; ++i) {
        for (std::size_t bit = 0; bit < 5; ++bit) {
            if (values.data()[i] & (0x10u >> bit)) {
                const std::size_t place = i * 5 + bit;
                unsigned char &byte = secret.data()[place / 8];
                byte = static_cast<unsigned char>(byte | (0x80u >> (place % 8)));
            }
        }
    }
    quint32 stated = 0;
    for (std::size_t i = secretSigns; i < signCount; ++i)
        stated = (stated << 5) | values.data()[i];
    CHARTLINE_ASSIGN(const quint32 expected, checksum(secret));
    if (stated != expected)
        return malformed;
    return RecoveryKey(std::move(secret));
}

Result<SecureBytes> RecoveryKey::text() const
{
    CHARTLINE_ASSIGN(const quint32 check, checksum(m_secret));
    SecureBytes text(signCount + signCount / groupSize - 1);
    unsigned char *out = text.data();
    for (std::size_t i = 0; i < signCount; ++i) {
        if (i > 0 && i % groupSize == 0)
            *out++ = '-';
        unsigned value = 0;
        for (std::size_t bit = 0; bit < 5; ++bit) {
            const std::size_t place = i * 5 + bit;
            const unsigned one = i < secretSigns ? (m_secret.data()[place / 8] >> (7 - place % 8)) & 1u
                                                 : (check >> (19 - (place - secretSigns * 5))) & 1u;
            value = (value << 1) | one;
        }
        *out++ = static_cast<unsigned char>(alphabet[value]);
    }
    return text;
}

} // namespace Chartline
