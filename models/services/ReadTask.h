// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/Session.h"
#include "services/VaultService.h"

#include <QtConcurrentRun>

namespace Chartline {

// Runs `work(session, connection)` on a reader thread with a connection of the open vault.
template<typename T, typename Work>
QFuture<Result<T>> readTask(const VaultService &vault, Work work)
{
    std::shared_ptr<Session> session = vault.session();
    if (!session)
        return QtFuture::makeReadyValueFuture(Result<T>(fail(ErrorCode::VaultLocked, {vault.folder()})));
    QThreadPool *pool = &session->readerPool();
    const std::weak_ptr<Session> weak = session;
    // Weak: work that is still waiting must not keep a locked vault open.
    return QtConcurrent::run(pool, [weak, work = std::move(work), folder = vault.folder()]() -> Result<T> {
        const std::shared_ptr<Session> open = weak.lock();
        if (!open || open->closing())
            return fail(ErrorCode::VaultLocked, {folder});
        auto reader = open->database().reader();
        if (!reader)
            return std::unexpected(reader.error());
        Result<T> result = work(*open, **reader);
        if (open->closing())
            return fail(ErrorCode::VaultLocked, {folder});
        return result;
    });
}

} // namespace Chartline
