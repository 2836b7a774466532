// SPDX-License-Identifier: Apache-2.0
#include "services/VaultService.h"

#include "services/Session.h"
#include "vault/KeyDerivation.h"

#include <QFileInfo>
#include <QtConcurrentRun>

namespace Chartline {

namespace {

bool hasVault(const QString &folder)
{
    for (const auto *name : {"/vault.header", "/vault.header.copy", "/records.db"}) {
        if (QFileInfo::exists(folder + QLatin1StringView(name)))
            return true;
    }
    return false;
}

// About a second on this machine; a test's policy asks for next to nothing.
KdfParameters kdfFor(const KdfPolicy &policy)
{
    const bool strict = policy.minMemoryKiB >= KdfPolicy().minMemoryKiB;
    return strict ? calibrateKdf(policy).parameters : policy.cheapest();
}

// SecureBytes moves only; a shared holder lets it travel into a task.
std::shared_ptr<SecureBytes> shared(SecureBytes bytes)
{
    return std::make_shared<SecureBytes>(std::move(bytes));
}

} // namespace

VaultService::VaultService(QString folder, KdfPolicy policy, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_policy(policy)
    , m_state(hasVault(m_folder) ? State::Locked : State::Missing)
{ }

VaultService::~VaultService()
{
    lock();
    m_closing.waitForFinished();
}

bool VaultService::isReadOnly() const
{
    return m_session && m_session->isReadOnly();
}

void VaultService::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

void VaultService::adopt(std::shared_ptr<Session> session)
{
    m_session = std::move(session);
    setState(State::Unlocked);
    Q_EMIT unlocked();
}

// Runs the slow part on another thread and takes the session over on this one.
QFuture<Status> VaultService::open(std::function<Result<std::shared_ptr<Session>>()> work)
{
    setState(State::Unlocking);
    m_lockWanted = false;
    // The vault's folder is free again only when the session before has gone.
    auto afterClosing = [closing = m_closing, work = std::move(work),
                         prepare = m_prepare]() mutable -> Result<std::shared_ptr<Session>> {
        closing.waitForFinished();
        auto session = work();
        if (session && prepare)
            CHARTLINE_TRY(prepare(**session));
        return session;
    };
    return QtConcurrent::run(std::move(afterClosing))
        .then(this, [this](Result<std::shared_ptr<Session>> session) -> Status {
            if (!session) {
                setState(hasVault(m_folder) ? State::Locked : State::Missing);
                return std::unexpected(session.error());
            }
            if (std::exchange(m_lockWanted, false)) {
                session->reset();
                setState(State::Locked);
                return fail(ErrorCode::VaultLocked, {m_folder});
            }
            adopt(std::move(*session));
            return {};
        });
}

QFuture<Result<NewVault>> VaultService::create(SecureBytes passphrase)
{
    auto recovery = std::make_shared<QString>();
    auto work = [folder = m_folder, policy = m_policy, recovery,
                 secret = shared(std::move(passphrase))]() -> Result<std::shared_ptr<Session>> {
        const KdfParameters kdf = kdfFor(policy);
        CHARTLINE_ASSIGN(CreatedVault created, Vault(folder, policy).create(*secret, kdf));
        *recovery = QString::fromLatin1(reinterpret_cast<const char *>(created.recoveryKey.data()),
                                        qsizetype(created.recoveryKey.size()));
        return Session::open(folder, std::move(created.vault), true);
    };
    return open(std::move(work)).then([folder = m_folder, recovery](const Status &status) -> Result<NewVault> {
        if (!status)
            return std::unexpected(status.error());
        return NewVault{folder, *recovery};
    });
}

QFuture<Status> VaultService::unlock(SecureBytes passphrase)
{
    return open([folder = m_folder, policy = m_policy,
                 secret = shared(std::move(passphrase))]() -> Result<std::shared_ptr<Session>> {
        CHARTLINE_ASSIGN(OpenVault vault, Vault(folder, policy).unlock(*secret));
        return Session::open(folder, std::move(vault), false);
    });
}

QFuture<Status> VaultService::unlockWithRecoveryKey(SecureBytes recoveryKey)
{
    return open([folder = m_folder, policy = m_policy,
                 secret = shared(std::move(recoveryKey))]() -> Result<std::shared_ptr<Session>> {
        CHARTLINE_ASSIGN(OpenVault vault, Vault(folder, policy).unlockWithRecoveryKey(*secret));
        return Session::open(folder, std::move(vault), false);
    });
}

QFuture<Status> VaultService::resetPassphrase(SecureBytes recoveryKey, SecureBytes next)
{
    return open([folder = m_folder, policy = m_policy, secret = shared(std::move(recoveryKey)),
                 fresh = shared(std::move(next))]() -> Result<std::shared_ptr<Session>> {
        const Vault vault(folder, policy);
        CHARTLINE_ASSIGN(OpenVault opened, vault.unlockWithRecoveryKey(*secret));
        const KdfParameters kdf = kdfFor(policy);
        CHARTLINE_TRY(vault.resetPassphrase(opened, *fresh, kdf));
        return Session::open(folder, std::move(opened), false);
    });
}

QFuture<Status> VaultService::changePassphrase(SecureBytes current, SecureBytes next)
{
    return QtConcurrent::run([session = m_session, folder = m_folder, policy = m_policy,
                              secret = shared(std::move(current)), fresh = shared(std::move(next))]() -> Status {
        if (!session)
            return fail(ErrorCode::VaultLocked, {folder});
        const KdfParameters kdf = kdfFor(policy);
        return Vault(folder, policy).changePassphrase(session->vault(), *secret, *fresh, kdf);
    });
}

void VaultService::lock()
{
    // Locked while an unlock is on its way: it ends locked.
    m_lockWanted = m_state == State::Unlocking;
    if (!m_session)
        return;
    Q_EMIT locked();
    // What still runs on another thread ends with VaultLocked; the keys are wiped when it has, without this thread
    // waiting.
    std::shared_ptr<Session> session = std::exchange(m_session, nullptr);
    session->closing() = true;
    m_closing = QtConcurrent::run([session = std::move(session)]() mutable {
        session->close();
        session.reset();
    });
    setState(State::Locked);
}

} // namespace Chartline
