// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "base/SecureBytes.h"
#include "vault/KdfParameters.h"

#include <chrono>
#include <functional>
#include <optional>
#include <span>

namespace Chartline {

// Argon2id version 0x13 (RFC 9106): 32 bytes. Uses as many threads as there are lanes and processors; the result does
// not depend on that. CryptoFailed when the memory cannot be had.
[[nodiscard]] Result<SecureBytes> deriveKey(std::span<const unsigned char> secret, std::span<const unsigned char> salt,
                                            const KdfParameters &parameters);

// How long key derivation takes on a machine: a fixed part and a part for each pass, both in proportion to the memory.
struct KdfTiming
{
    double fixedNsPerKiB = 0;
    double passNsPerKiB = 0;

    [[nodiscard]] std::chrono::nanoseconds estimate(const KdfParameters &parameters) const;
};

struct KdfCalibration
{
    KdfParameters parameters;
    KdfTiming timing;
};

// How long one derivation took; nothing when it could not be done (not enough memory).
using KdfMeasure = std::function<std::optional<std::chrono::nanoseconds>(const KdfParameters &)>;

[[nodiscard]] std::optional<std::chrono::nanoseconds> measureDerivation(const KdfParameters &parameters);

inline constexpr std::chrono::milliseconds kdfTarget{1000};
inline constexpr std::chrono::milliseconds kdfLimit{3000};

// Chooses parameters with which an unlock takes about kdfTarget here. With the default 256 MiB it picks the number of
// passes; where a single pass takes longer than the target, or the memory cannot be had, it lowers the memory, but
// never below the policy's floor. Takes a second or two.
[[nodiscard]] KdfCalibration calibrateKdf(const KdfPolicy &policy = {}, const KdfMeasure &measure = measureDerivation);

} // namespace Chartline
