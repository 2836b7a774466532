// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/BlobStore.h"
#include "store/Database.h"
#include "vault/Vault.h"

#include <QThreadPool>
#include <atomic>
#include <memory>

namespace Chartline {

// An unlocked vault: lock, keys, database, blobs, and the threads that work on them. Goes away when the vault locks
// and the last piece of running work has let go of it.
class Session
{
public:
    // Creates records.db where the vault is new.
    [[nodiscard]] static Result<std::shared_ptr<Session>> open(const QString &folder, OpenVault vault, bool isNew);
    ~Session();

    [[nodiscard]] Database &database() { return *m_database; }
    [[nodiscard]] const BlobStore &blobs() const { return *m_blobs; }
    [[nodiscard]] const OpenVault &vault() const { return m_vault; }
    [[nodiscard]] bool isReadOnly() const { return m_database->isReadOnly(); }
    [[nodiscard]] bool headerRepaired() const { return m_vault.headerRepaired; }

    // All writing happens on one thread; reading on a few.
    [[nodiscard]] QThreadPool &writerPool() { return m_writerPool; }
    [[nodiscard]] QThreadPool &readerPool() { return m_readerPool; }

    // Set when the vault locks: running work stops soon and answers VaultLocked.
    [[nodiscard]] std::atomic_bool &closing() { return m_closing; }
    // Waits for the work that is running, then wipes the keys.
    void close();

private:
    Session(OpenVault vault, std::unique_ptr<Database> database, std::unique_ptr<BlobStore> blobs);

    // Declared first: released last, when everything it guards is closed.
    OpenVault m_vault;
    std::unique_ptr<BlobStore> m_blobs;
    std::unique_ptr<Database> m_database;
    std::atomic_bool m_closing = false;
    QThreadPool m_writerPool;
    QThreadPool m_readerPool;
};

} // namespace Chartline
