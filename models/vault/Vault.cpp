// SPDX-License-Identifier: Apache-2.0
#include "vault/Vault.h"

#include "base/FileErrors.h"
#include "vault/Crypto.h"
#include "vault/Passphrase.h"
#include "vault/RecoveryKey.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <sys/stat.h>

namespace Chartline {

namespace {

// Tries the slots of a kind one after the other; VaultLocked never happens here, WrongPassphrase when none fits.
Result<SecureBytes> openSlots(const VaultHeader &header, KeySlot::Kind kind, const SecureBytes &secret,
                              quint32 *opened = nullptr)
{
    for (const KeySlot &slot : header.slots) {
        if (slot.kind != kind)
            continue;
        auto key = slot.unwrap(header.vaultId, secret);
        if (key && opened)
            *opened = slot.id;
        if (key || key.error().code != ErrorCode::WrongPassphrase)
            return key;
    }
    return fail(ErrorCode::WrongPassphrase);
}

// The arguments a wrong secret's error has, by what it was.
std::unexpected<Error> wrongSecret(const QString &folder, KeySlot::Kind kind)
{
    if (kind == KeySlot::Kind::RecoveryKey)
        return fail(ErrorCode::WrongPassphrase, {folder, QStringLiteral("recovery-key")});
    return fail(ErrorCode::WrongPassphrase, {folder});
}

bool holdsVault(const QDir &folder)
{
    return std::ranges::any_of(QStringList{QStringLiteral("vault.header"), QStringLiteral("vault.header.copy"),
                                           QStringLiteral("records.db"), QStringLiteral("blobs")},
                               [&](const QString &name) { return folder.exists(name); });
}

} // namespace

Vault::Vault(QString folder, KdfPolicy policy)
    : m_folder(std::move(folder))
    , m_files(m_folder)
    , m_policy(policy)
{ }

Status Vault::checkNew(const SecureBytes &normalised, const KdfParameters &kdf) const
{
    CHARTLINE_TRY(Passphrase::checkLength(normalised));
    // A vault that this program would not open again must not be made.
    if (!m_policy.allows(kdf))
        return fail(ErrorCode::KeyDerivationRefused, {m_folder});
    return {};
}

Result<CreatedVault> Vault::create(const SecureBytes &passphrase, const KdfParameters &kdf) const
{
    const SecureBytes normalised = Passphrase::normalised(passphrase);
    CHARTLINE_TRY(checkNew(normalised, kdf));
    const QDir folder(m_folder);
    const bool wasThere = folder.exists();
    if (wasThere && holdsVault(folder))
        return fail(ErrorCode::VaultExists, {m_folder});
    CHARTLINE_TRY(makePrivateFolder(m_folder));
    // A folder with other things in it may be shared on purpose; the files in it are private in any case.
    if (wasThere && folder.isEmpty())
        ::chmod(QFile::encodeName(m_folder).constData(), 0700);

    auto created = [&]() -> Result<CreatedVault> {
        CHARTLINE_ASSIGN(VaultLock lock, VaultLock::acquire(m_folder));
        if (holdsVault(folder)) // another program was quicker
            return fail(ErrorCode::VaultExists, {m_folder});
        auto filled = fill(std::move(lock), normalised, kdf);
        if (!filled) {
            m_files.remove();
            QFile::remove(m_folder + QStringLiteral("/vault.lock"));
        }
        return filled;
    }();
    if (!created && !wasThere)
        QDir().rmdir(m_folder); // does nothing to a folder that is not empty
    return created;
}

Result<CreatedVault> Vault::fill(VaultLock lock, const SecureBytes &normalised, const KdfParameters &kdf) const
{
    CHARTLINE_ASSIGN(SecureBytes dataKey, Crypto::randomKey());
    CHARTLINE_ASSIGN(const RecoveryKey recovery, RecoveryKey::generate());
    CHARTLINE_ASSIGN(SecureBytes recoveryText, recovery.text());
    VaultHeader header;
    header.generation = 0; // the first that is written is 1
    header.vaultId = QUuid::createUuid();
    CHARTLINE_ASSIGN(auto first,
                     KeySlot::wrap(header.vaultId, 1, KeySlot::Kind::Passphrase, normalised, kdf, dataKey, QString()));
    CHARTLINE_ASSIGN(auto second, KeySlot::wrap(header.vaultId, 2, KeySlot::Kind::RecoveryKey, recovery.secret(),
                                                m_policy.cheapest(), dataKey, QString()));
    header.slots = {std::move(first), std::move(second)};
    auto keys = std::make_unique<KeyHolder>(std::move(dataKey));
    CHARTLINE_TRY(writeHeader(header, *keys));
    CHARTLINE_TRY(syncFolder(QFileInfo(m_folder).absolutePath()));
    return CreatedVault{OpenVault{std::move(lock), std::move(keys), header.vaultId, false}, std::move(recoveryText)};
}

Result<OpenVault> Vault::unlock(const SecureBytes &passphrase) const
{
    return unlockWith(KeySlot::Kind::Passphrase, Passphrase::normalised(passphrase));
}

Result<OpenVault> Vault::unlockWithRecoveryKey(const SecureBytes &text) const
{
    CHARTLINE_ASSIGN(const RecoveryKey key, RecoveryKey::parse(text.view()));
    return unlockWith(KeySlot::Kind::RecoveryKey, key.secret());
}

Result<OpenVault> Vault::unlockWith(KeySlot::Kind kind, const SecureBytes &secret) const
{
    // Before taking the lock, so that no lock file is left in a folder that is no vault.
    CHARTLINE_TRY(m_files.read(m_policy));
    CHARTLINE_ASSIGN(VaultLock lock, VaultLock::acquire(m_folder));
    CHARTLINE_ASSIGN(const HeaderRead read, m_files.read(m_policy));
    for (const HeaderCopy &copy : read.copies) {
        auto dataKey = openSlots(copy.header, kind, secret);
        // The second copy is not tried with it: an older copy must not let an old passphrase in.
        if (!dataKey && dataKey.error().code == ErrorCode::WrongPassphrase)
            return wrongSecret(m_folder, kind);
        if (!dataKey)
            return std::unexpected(std::move(dataKey).error());
        auto keys = std::make_unique<KeyHolder>(std::move(*dataKey));
        CHARTLINE_ASSIGN(const SecureBytes macKey, keys->derive(KeyHolder::headerMac));
        CHARTLINE_ASSIGN(const bool authentic, VaultHeader::isAuthentic(copy.bytes, macKey));
        if (!authentic)
            continue;
        const bool repaired = read.needsRepair && !lock.isReadOnly() && m_files.repair(copy.bytes);
        return OpenVault{std::move(lock), std::move(keys), copy.header.vaultId, repaired};
    }
    return fail(ErrorCode::VaultHeaderDamaged, {m_folder});
}

Result<VaultHeader> Vault::authenticHeader(const OpenVault &vault) const
{
    CHARTLINE_ASSIGN(const SecureBytes macKey, vault.keys->derive(KeyHolder::headerMac));
    CHARTLINE_ASSIGN(HeaderRead read, m_files.read(m_policy));
    for (HeaderCopy &copy : read.copies) {
        CHARTLINE_ASSIGN(const bool authentic, VaultHeader::isAuthentic(copy.bytes, macKey));
        if (authentic)
            return std::move(copy.header);
    }
    return fail(ErrorCode::VaultHeaderDamaged, {m_folder});
}

Status Vault::writeHeader(VaultHeader header, const KeyHolder &keys) const
{
    ++header.generation;
    CHARTLINE_ASSIGN(const SecureBytes macKey, keys.derive(KeyHolder::headerMac));
    CHARTLINE_ASSIGN(const QByteArray bytes, header.encode(macKey));
    return m_files.write(bytes);
}

Status Vault::changePassphrase(const OpenVault &vault, const SecureBytes &current, const SecureBytes &next,
                               const KdfParameters &kdf) const
{
    const SecureBytes normalised = Passphrase::normalised(next);
    CHARTLINE_TRY(checkNew(normalised, kdf));
    CHARTLINE_ASSIGN(VaultHeader header, authenticHeader(vault));
    quint32 opened = 0;
    auto dataKey = openSlots(header, KeySlot::Kind::Passphrase, Passphrase::normalised(current), &opened);
    if (!dataKey && dataKey.error().code == ErrorCode::WrongPassphrase)
        return wrongSecret(m_folder, KeySlot::Kind::Passphrase);
    if (!dataKey)
        return std::unexpected(std::move(dataKey).error());
    const auto slot = std::ranges::find(header.slots, opened, &KeySlot::id);
    CHARTLINE_ASSIGN(*slot, KeySlot::wrap(header.vaultId, header.nextSlotId(), KeySlot::Kind::Passphrase, normalised,
                                          kdf, *dataKey, slot->label));
    return writeHeader(std::move(header), *vault.keys);
}

Status Vault::resetPassphrase(const OpenVault &vault, const SecureBytes &next, const KdfParameters &kdf) const
{
    const SecureBytes normalised = Passphrase::normalised(next);
    CHARTLINE_TRY(checkNew(normalised, kdf));
    CHARTLINE_ASSIGN(VaultHeader header, authenticHeader(vault));
    CHARTLINE_ASSIGN(const SecureBytes dataKey, vault.keys->dataKey());
    CHARTLINE_ASSIGN(auto slot, KeySlot::wrap(header.vaultId, header.nextSlotId(), KeySlot::Kind::Passphrase,
                                              normalised, kdf, dataKey, QString()));
    std::erase_if(header.slots, [](const KeySlot &old) { return old.kind == KeySlot::Kind::Passphrase; });
    header.slots.insert(header.slots.begin(), std::move(slot));
    return writeHeader(std::move(header), *vault.keys);
}

Result<std::vector<SlotInfo>> Vault::slots() const
{
    CHARTLINE_ASSIGN(const HeaderRead read, m_files.read(m_policy));
    std::vector<SlotInfo> result;
    for (const KeySlot &slot : read.copies.front().header.slots)
        result.push_back({slot.id, slot.kind, slot.createdMs, slot.label});
    return result;
}

Result<quint32> Vault::addPassphrase(const OpenVault &vault, const SecureBytes &passphrase, const KdfParameters &kdf,
                                     const QString &label) const
{
    const SecureBytes normalised = Passphrase::normalised(passphrase);
    CHARTLINE_TRY(checkNew(normalised, kdf));
    CHARTLINE_ASSIGN(VaultHeader header, authenticHeader(vault));
    if (header.count(KeySlot::Kind::Passphrase) >= maxPassphraseSlots)
        return fail(ErrorCode::ConstraintViolated, {QStringLiteral("passphrase slots")});
    CHARTLINE_ASSIGN(const SecureBytes dataKey, vault.keys->dataKey());
    const quint32 id = header.nextSlotId();
    CHARTLINE_ASSIGN(auto slot,
                     KeySlot::wrap(header.vaultId, id, KeySlot::Kind::Passphrase, normalised, kdf, dataKey, label));
    header.slots.push_back(std::move(slot));
    CHARTLINE_TRY(writeHeader(std::move(header), *vault.keys));
    return id;
}

Result<SecureBytes> Vault::addRecoveryKey(const OpenVault &vault, const QString &label) const
{
    CHARTLINE_ASSIGN(VaultHeader header, authenticHeader(vault));
    if (header.count(KeySlot::Kind::RecoveryKey) >= maxRecoverySlots)
        return fail(ErrorCode::ConstraintViolated, {QStringLiteral("recovery slots")});
    CHARTLINE_ASSIGN(const SecureBytes dataKey, vault.keys->dataKey());
    CHARTLINE_ASSIGN(const RecoveryKey recovery, RecoveryKey::generate());
    CHARTLINE_ASSIGN(SecureBytes text, recovery.text());
    CHARTLINE_ASSIGN(auto slot, KeySlot::wrap(header.vaultId, header.nextSlotId(), KeySlot::Kind::RecoveryKey,
                                              recovery.secret(), m_policy.cheapest(), dataKey, label));
    header.slots.push_back(std::move(slot));
    CHARTLINE_TRY(writeHeader(std::move(header), *vault.keys));
    return text;
}

Status Vault::removeSlot(const OpenVault &vault, quint32 id) const
{
    CHARTLINE_ASSIGN(VaultHeader header, authenticHeader(vault));
    const auto slot = std::ranges::find(header.slots, id, &KeySlot::id);
    if (slot == header.slots.end())
        return fail(ErrorCode::NotFound, {QString::number(id)});
    if (header.count(slot->kind) == 1)
        return fail(ErrorCode::ConstraintViolated, {QStringLiteral("last slot of its kind")});
    header.slots.erase(slot);
    return writeHeader(std::move(header), *vault.keys);
}

} // namespace Chartline
