// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "base/SecureBytes.h"

#include <span>

namespace Chartline {

// The key a clinic prints and keeps in a safe: 160 random bits and a 20-bit checksum, written as 36 signs of
// Crockford's base 32 in six groups ("7H3KQZ-…"). The checksum tells a typing mistake from the key of another vault.
class RecoveryKey
{
public:
    static constexpr std::size_t secretSize = 20;

    [[nodiscard]] static Result<RecoveryKey> generate();
    // Takes the key as people type it: any case, with or without spaces and dashes, O for 0, I and L for 1.
    // RecoveryKeyMalformed (no arguments) for anything that is not a whole key with its checksum right.
    [[nodiscard]] static Result<RecoveryKey> parse(std::span<const unsigned char> utf8);

    // ASCII, in groups.
    [[nodiscard]] Result<SecureBytes> text() const;
    [[nodiscard]] const SecureBytes &secret() const { return m_secret; }

private:
    explicit RecoveryKey(SecureBytes secret)
        : m_secret(std::move(secret))
    { }

    SecureBytes m_secret;
};

} // namespace Chartline
