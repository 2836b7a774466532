// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "worker/Caller.h"
#include "worker/Handler.h"

namespace Chartline::Worker {

// Answers a call in this process, unprotected: a crash is a crash, and cancel and timeout are only looked at before.
[[nodiscard]] Expected<Reply> runLocal(const Handlers &handlers, const Call &call);

// For tests, and where there are no workers.
class LocalPool final : public Caller
{
public:
    // Runs the prepare hooks.
    explicit LocalPool(Handlers handlers);

    [[nodiscard]] Expected<Reply> call(const Call &call) override;

private:
    const Handlers m_handlers;
};

} // namespace Chartline::Worker
