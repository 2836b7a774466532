// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <memory>

namespace Chartline {

// SHA-256 (FIPS 180-4) by OpenSSL, which uses the processor's own instructions; Qt's does not.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;

    void add(QByteArrayView bytes);
    // 32 bytes; the object starts anew.
    [[nodiscard]] QByteArray result();

    [[nodiscard]] static QByteArray of(QByteArrayView bytes);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace Chartline
