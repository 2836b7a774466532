// SPDX-License-Identifier: Apache-2.0
#include "ingest/Sha256.h"

#include <new>
#include <openssl/evp.h>

namespace Chartline {

namespace {

// Fetched once for each object, not for each hash: looking an algorithm up costs more than hashing a small record.
void check(int ok)
{
    // These calls fail only without memory, or without SHA-256 in the library at all.
    if (ok != 1)
        throw std::bad_alloc();
}

} // namespace

struct Sha256::Private
{
    EVP_MD *algorithm = EVP_MD_fetch(nullptr, "SHA2-256", nullptr);
    EVP_MD_CTX *context = EVP_MD_CTX_new();

    Private() { start(); }
    ~Private()
    {
        EVP_MD_CTX_free(context);
        EVP_MD_free(algorithm);
    }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;
    void start() const { check(EVP_DigestInit_ex2(context, algorithm, nullptr)); }
};

Sha256::Sha256()
    : m_d(new Private)
{ }

Sha256::~Sha256() = default;

void Sha256::add(QByteArrayView bytes)
{
    check(EVP_DigestUpdate(m_d->context, bytes.data(), std::size_t(bytes.size())));
}

QByteArray Sha256::result()
{
    QByteArray hash(32, Qt::Uninitialized);
    unsigned size = 0;
    check(EVP_DigestFinal_ex(m_d->context, reinterpret_cast<unsigned char *>(hash.data()), &size));
    m_d->start();
    return hash;
}

QByteArray Sha256::of(QByteArrayView bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.result();
}

} // namespace Chartline
