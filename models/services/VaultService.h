// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "base/SecureBytes.h"
#include "vault/Vault.h"

#include <QFuture>
#include <QObject>
#include <functional>
#include <memory>

namespace Chartline {

class Session;

// What creating a vault gives, once: the recovery key is stored nowhere.
struct NewVault
{
    QString folder;
    QString recoveryKey; // printable groups
};

// Opens and locks the one vault of this process. All slow work is done on a thread of its own; the signals come on the
// thread this object lives on.
class VaultService : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 { Missing, Locked, Unlocking, Unlocked };
    Q_ENUM(State)

    // `policy`: what key derivation a header may ask for; the strict default outside tests.
    explicit VaultService(QString folder, KdfPolicy policy = {}, QObject *parent = nullptr);
    ~VaultService() override;

    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] State state() const { return m_state; }
    // The disk does not take writes: reading works, importing does not.
    [[nodiscard]] bool isReadOnly() const;

    // Work to be done on each session before anyone else sees it, on the thread that opened it.
    void setPrepare(std::function<Status(Session &)> prepare) { m_prepare = std::move(prepare); }

    // Creates the vault and unlocks it.
    QFuture<Result<NewVault>> create(SecureBytes passphrase);
    QFuture<Status> unlock(SecureBytes passphrase);
    QFuture<Status> unlockWithRecoveryKey(SecureBytes recoveryKey);
    QFuture<Status> changePassphrase(SecureBytes current, SecureBytes next);
    // Sets a new passphrase with the recovery key, for who forgot it. Unlocks.
    QFuture<Status> resetPassphrase(SecureBytes recoveryKey, SecureBytes next);
    // Wipes keys and closes everything at once; running work is cancelled. Views drop their data on `locked`.
    void lock();

    // The open vault; null while locked. For the other services.
    [[nodiscard]] std::shared_ptr<Session> session() const { return m_session; }

Q_SIGNALS:
    void stateChanged(Chartline::VaultService::State state);
    void unlocked();
    // Sent before anything is closed, so that views can drop what they hold.
    void locked();

private:
    QFuture<Status> open(std::function<Result<std::shared_ptr<Session>>()> work);
    void setState(State state);
    void adopt(std::shared_ptr<Session> session);

    QString m_folder;
    KdfPolicy m_policy;
    State m_state = State::Missing;
    std::shared_ptr<Session> m_session;
    bool m_lockWanted = false;
    QFuture<void> m_closing;
    std::function<Status(Session &)> m_prepare;
};

} // namespace Chartline
