// SPDX-License-Identifier: Apache-2.0
#include "services/Session.h"

#include <QFileInfo>

namespace Chartline {

Result<std::shared_ptr<Session>> Session::open(const QString &folder, OpenVault vault, bool isNew)
{
    const QString path = folder + QStringLiteral("/records.db");
    CHARTLINE_ASSIGN(const SecureBytes databaseKey, vault.keys->derive(KeyHolder::database));
    CHARTLINE_ASSIGN(SecureBytes blobKey, vault.keys->derive(KeyHolder::blobs));
    CHARTLINE_ASSIGN(SecureBytes nameKey, vault.keys->derive(KeyHolder::blobNames));
    CHARTLINE_ASSIGN(auto database, isNew ? Database::create(path, databaseKey) : Database::open(path, databaseKey));
    CHARTLINE_ASSIGN(auto blobs,
                     BlobStore::open(folder + QStringLiteral("/blobs"), std::move(blobKey), std::move(nameKey)));
    return std::shared_ptr<Session>(new Session(std::move(vault), std::move(database), std::move(blobs)));
}

Session::Session(OpenVault vault, std::unique_ptr<Database> database, std::unique_ptr<BlobStore> blobs)
    : m_vault(std::move(vault))
    , m_blobs(std::move(blobs))
    , m_database(std::move(database))
{
    m_writerPool.setMaxThreadCount(1);
    m_readerPool.setMaxThreadCount(3);
}

Session::~Session()
{
    close();
}

// Everything is let go of here and not only when the last owner of the session goes: a finished future may keep one for
// a while, and the vault's folder has to be free for the next unlock.
void Session::close()
{
    m_closing = true;
    m_readerPool.clear();
    m_writerPool.waitForDone();
    m_readerPool.waitForDone();
    m_database.reset();
    m_blobs.reset();
    if (m_vault.keys)
        m_vault.keys->wipe();
    const OpenVault released = std::move(m_vault);
}

} // namespace Chartline
