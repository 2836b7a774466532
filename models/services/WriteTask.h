// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/Session.h"
#include "services/VaultService.h"

#include <QtConcurrentRun>

namespace Chartline {

// Runs `work(connection)` on the writer's thread, with the connection of the open vault that may write; transactions
// are the work's own. A session that is closing waits for what is queued there before it closes the database, so that
// nothing a person has entered is lost.
template<typename T, typename Work>
QFuture<Result<T>> writeTask(const VaultService &vault, Work work)
{
    const std::shared_ptr<Session> session = vault.session();
    if (!session)
        return QtFuture::makeReadyValueFuture(Result<T>(fail(ErrorCode::VaultLocked, {vault.folder()})));
    return QtConcurrent::run(
        &session->writerPool(),
        [weak = std::weak_ptr(session), work = std::move(work), folder = vault.folder()]() -> Result<T> {
            const std::shared_ptr<Session> open = weak.lock();
            if (!open)
                return fail(ErrorCode::VaultLocked, {folder});
            CHARTLINE_ASSIGN(Connection * db, open->database().writer());
            return work(*db);
        });
}

} // namespace Chartline
