// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "worker/Handler.h"

namespace Chartline::Worker {

// True where this process was started to be a host. Asked first thing in main(), before any Qt object exists.
[[nodiscard]] bool isHost(int argc, const char *const *argv);

// A small single-threaded process that gets everything ready once and then forks a worker for each channel its client
// sends it: a worker starts in milliseconds, with the libraries loaded and nothing of the client's memory in it. Ends,
// and all its workers with it, when the client does. Returns the exit status.
[[nodiscard]] int runHost(int argc, char *argv[], const Handlers &handlers);

} // namespace Chartline::Worker
