// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "worker/Handler.h"
#include "worker/Sandbox.h"

namespace Chartline::Worker {

// A worker's life: says how it is held, then answers requests from its channel until that is closed.
[[noreturn]] void serve(int channel, const Handlers &handlers, const SandboxState &state);

} // namespace Chartline::Worker
