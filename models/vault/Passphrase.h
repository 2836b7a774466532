// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "base/SecureBytes.h"

namespace Chartline {

// A passphrase as it goes into key derivation. Keyboards and systems write the same letter in different ways
// ("é" as one code point or as "e" and an accent), so the UTF-8 text is brought to Unicode normalisation form C. All
// of it is done in secure memory; at most two code points at a time pass through ordinary memory, and are overwritten.
// Bytes that are not UTF-8 are taken as they are.
namespace Passphrase {

inline constexpr int minimumLength = 8;

[[nodiscard]] SecureBytes normalised(const SecureBytes &utf8);

// Code points of a normalised passphrase (bytes, when it is not UTF-8).
[[nodiscard]] int length(const SecureBytes &normalised);

// PassphraseTooShort below `minimumLength`.
[[nodiscard]] Status checkLength(const SecureBytes &normalised);

} // namespace Passphrase

} // namespace Chartline
