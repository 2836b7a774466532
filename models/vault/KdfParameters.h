// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTypes>

namespace Chartline {

// The cost of turning a passphrase into a key with Argon2id (RFC 9106).
struct KdfParameters
{
    quint32 memoryKiB = 256 * 1024;
    quint32 passes = 3;
    quint32 lanes = 4;

    bool operator==(const KdfParameters &) const = default;
};

// What a vault's header may ask for. The floor keeps a forged header from making guesses cheap, the ceiling keeps it
// from taking the machine's memory or an afternoon. A default-made policy is the one for real vaults.
struct KdfPolicy
{
    quint32 minMemoryKiB = 64 * 1024;
    quint32 maxMemoryKiB = 2 * 1024 * 1024;
    quint32 minPasses = 1;
    quint32 maxPasses = 64;
    quint32 minLanes = 1;
    quint32 maxLanes = 16;

    [[nodiscard]] bool allows(const KdfParameters &parameters) const
    {
        return parameters.memoryKiB >= minMemoryKiB && parameters.memoryKiB <= maxMemoryKiB
               && parameters.passes >= minPasses && parameters.passes <= maxPasses && parameters.lanes >= minLanes
               && parameters.lanes <= maxLanes;
    }
    // The cheapest that is allowed: enough for a recovery key, whose 160 random bits need no slowing down.
    [[nodiscard]] KdfParameters cheapest() const { return {minMemoryKiB, minPasses, minLanes}; }

    // Lets tests open a vault in a millisecond. Nothing a user can reach makes this policy.
    [[nodiscard]] static KdfPolicy forTests()
    {
        KdfPolicy policy;
        policy.minMemoryKiB = 64;
        return policy;
    }
};

} // namespace Chartline
