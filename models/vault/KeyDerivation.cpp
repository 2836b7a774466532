// SPDX-License-Identifier: Apache-2.0
#include "vault/KeyDerivation.h"

#include "vault/Crypto.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/thread.h>
#include <thread>

namespace Chartline {

namespace {

template<typename T, void (*FREE)(T *)>
struct Freed
{
    void operator()(T *object) const { FREE(object); }
};
using LibraryContext = std::unique_ptr<OSSL_LIB_CTX, Freed<OSSL_LIB_CTX, OSSL_LIB_CTX_free>>;
using Kdf = std::unique_ptr<EVP_KDF, Freed<EVP_KDF, EVP_KDF_free>>;
using KdfContext = std::unique_ptr<EVP_KDF_CTX, Freed<EVP_KDF_CTX, EVP_KDF_CTX_free>>;

double nsPerKiB(std::chrono::nanoseconds time, quint32 memoryKiB)
{
    return double(time.count()) / double(memoryKiB);
}

} // namespace

Result<SecureBytes> deriveKey(std::span<const unsigned char> secret, std::span<const unsigned char> salt,
                              const KdfParameters &parameters)
{
    // OpenSSL's thread pool belongs to a library context and is shared by all that use it: a derivation that finds too
    // few threads left fails. A context of our own gives each derivation its own threads.
    quint32 threads = std::clamp(std::thread::hardware_concurrency(), 1u, std::max(1u, parameters.lanes));
    const LibraryContext library(threads > 1 ? OSSL_LIB_CTX_new() : nullptr);
    if (!library || OSSL_set_max_threads(library.get(), threads) != 1)
        threads = 1;
    const Kdf kdf(EVP_KDF_fetch(library.get(), "ARGON2ID", nullptr));
    const KdfContext context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);
    KdfParameters wanted = parameters;
    // An empty secret is a wrong one, not an error; OpenSSL wants an address all the same.
    unsigned char nothing = 0;
    auto *const secretData = secret.empty() ? &nothing : const_cast<unsigned char *>(secret.data());
    const OSSL_PARAM list[] = {
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_THREADS, &threads),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ARGON2_LANES, &wanted.lanes),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ARGON2_MEMCOST, &wanted.memoryKiB),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ITER, &wanted.passes),
        // OpenSSL only reads these, whatever the type of the argument says.
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, const_cast<unsigned char *>(salt.data()), salt.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, secretData, secret.size()),
        OSSL_PARAM_construct_end(),
    };
    SecureBytes key(Crypto::keySize);
    if (!context || EVP_KDF_derive(context.get(), key.data(), key.size(), list) != 1)
        return fail(ErrorCode::CryptoFailed, {QStringLiteral("Argon2id")});
    return key;
}

std::chrono::nanoseconds KdfTiming::estimate(const KdfParameters &parameters) const
{
    return std::chrono::nanoseconds(
        qint64((fixedNsPerKiB + passNsPerKiB * double(parameters.passes)) * double(parameters.memoryKiB)));
}

std::optional<std::chrono::nanoseconds> measureDerivation(const KdfParameters &parameters)
{
    const unsigned char secret[16] = {};
    const unsigned char salt[32] = {};
    const auto start = std::chrono::steady_clock::now();
    if (!deriveKey(secret, salt, parameters))
        return std::nullopt;
    return std::chrono::steady_clock::now() - start;
}

KdfCalibration calibrateKdf(const KdfPolicy &policy, const KdfMeasure &measure)
{
    const double target = double(std::chrono::nanoseconds(kdfTarget).count());
    KdfParameters chosen;
    chosen.memoryKiB = std::clamp(chosen.memoryKiB, policy.minMemoryKiB, policy.maxMemoryKiB);
    chosen.lanes = std::clamp(chosen.lanes, policy.minLanes, policy.maxLanes);
    chosen.passes = policy.minPasses;

    std::optional<std::chrono::nanoseconds> one = measure(chosen);
    while (!one && chosen.memoryKiB > policy.minMemoryKiB) {
        chosen.memoryKiB = std::max(chosen.memoryKiB / 2, policy.minMemoryKiB);
        one = measure(chosen);
    }
    if (!one)
        return {policy.cheapest(), {}};

    KdfTiming timing{0, nsPerKiB(*one, chosen.memoryKiB) / double(chosen.passes)};
    if (double(one->count()) > target) {
        // Down to whole MiB, so that rounding never goes over the target.
        const double memory = std::floor(double(chosen.memoryKiB) * target / double(one->count()) / 1024) * 1024;
        chosen.memoryKiB = quint32(std::max(memory, double(policy.minMemoryKiB)));
        return {chosen, timing};
    }

    // The first pass is dearer than the rest, since it is the one that first touches the memory.
    KdfParameters two = chosen;
    two.passes = chosen.passes + 1;
    if (const auto second = measure(two); second && policy.allows(two)) {
        const double whole = nsPerKiB(*one, chosen.memoryKiB);
        // A disturbed measurement must not make passes look free.
        timing.passNsPerKiB = std::clamp(nsPerKiB(*second, chosen.memoryKiB) - whole, whole / 4, whole);
        timing.fixedNsPerKiB = whole - timing.passNsPerKiB * double(chosen.passes);
    }
    const double memory = double(chosen.memoryKiB);
    const double passes = (target / memory - timing.fixedNsPerKiB) / timing.passNsPerKiB;
    chosen.passes = quint32(std::clamp(std::floor(passes), double(policy.minPasses), double(policy.maxPasses)));
    return {chosen, timing};
}

} // namespace Chartline
