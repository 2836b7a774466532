// SPDX-License-Identifier: Apache-2.0
#include "vault/KeyHolder.h"

#include "vault/Crypto.h"

namespace Chartline {

KeyHolder::KeyHolder(SecureBytes dataKey)
    : m_dataKey(std::move(dataKey))
{ }

Result<SecureBytes> KeyHolder::derive(QByteArrayView label) const
{
    const std::lock_guard lock(m_mutex);
    if (m_dataKey.isEmpty())
        return fail(ErrorCode::VaultLocked);
    return Crypto::hkdfSha256(m_dataKey.view(), QByteArrayLiteral("chartline v1 ").append(label));
}

Result<SecureBytes> KeyHolder::dataKey() const
{
    const std::lock_guard lock(m_mutex);
    if (m_dataKey.isEmpty())
        return fail(ErrorCode::VaultLocked);
    return m_dataKey.clone();
}

bool KeyHolder::isWiped() const
{
    const std::lock_guard lock(m_mutex);
    return m_dataKey.isEmpty();
}

void KeyHolder::wipe()
{
    const std::lock_guard lock(m_mutex);
    m_dataKey.wipe();
}

} // namespace Chartline
