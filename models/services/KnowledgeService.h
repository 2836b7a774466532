// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "services/KnowledgeState.h"
#include "store/KnowledgeStore.h"

#include <QFuture>
#include <QObject>
#include <atomic>
#include <functional>

namespace Chartline {

class KnowledgeCache;
class VaultService;

// Medication knowledge of the open vault: the program's base and the vault's packs. Everything is done off the calling
// thread and answers VaultLocked where no vault is open. For the thread it lives on.
class KnowledgeService : public QObject
{
    Q_OBJECT

public:
    // `author`: who works here; written to what is added and taken away.
    KnowledgeService(VaultService &vault, std::shared_ptr<const Clock> clock, QString author,
                     QObject *parent = nullptr);
    ~KnowledgeService() override;

    // At once when asked again in the same session, until a pack is added or removed. Where the program's base has
    // changed, packs are compiled with it first, which takes seconds.
    QFuture<Result<KnowledgeStatePtr>> state();
    // The same for workers, which may wait: the base with what is in use, or why nothing can be checked. May be called
    // from several threads and outlive this. Without an open vault it is the program's base.
    using Source = std::function<Safety::KnowledgeResult<std::shared_ptr<const Safety::KnowledgeBase>>()>;
    [[nodiscard]] Source source() const;
    // Takes in the bytes of a pack's file, or refuses it whole. `trust`: the fingerprint of a key to be trusted from
    // now on; empty: only keys that are trusted already. While an import runs, this waits for it.
    QFuture<Result<AddedPack>> add(const QByteArray &file, const QString &trust = {});
    // NotFound where there is none of this name.
    QFuture<Status> remove(const QString &name);
    // Everything anew: signatures, keys, the base's readable form, what is kept compiled.
    QFuture<Result<KnowledgeVerification>> verify();
    // Every version of every pack, the oldest first: who added and removed what when.
    QFuture<Result<QList<StoredPack>>> history();

    // Makes the contents of a pack from what is known without it. Ends with Cancelled soon after the flag is set.
    using Maker =
        std::function<Result<Safety::PackContents>(const Safety::KnowledgeBase &, const std::atomic_bool &cancelled)>;
    // Adds what `make` makes under this name, signed with the vault's own key.
    QFuture<Result<AddedPack>> addOwn(const QString &name, Maker make);

Q_SIGNALS:
    // A pack was added or removed, or refused: ask for the state again.
    void changed();

private:
    struct Adding;
    template<typename T, typename Work>
    QFuture<Result<T>> write(Work work);
    template<typename T>
    QFuture<Result<T>> announced(QFuture<Result<T>> future);

    VaultService &m_vault;
    std::shared_ptr<const Clock> m_clock;
    QString m_author;
    std::shared_ptr<KnowledgeCache> m_cache;
};

} // namespace Chartline
