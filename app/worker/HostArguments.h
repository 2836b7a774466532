// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Chartline::Worker {

// program --worker-host BYTES: BYTES is the address space a worker may have.
inline constexpr char s_hostArgument[] = "--worker-host";
// Set in the environment of the program, hosts and workers keep the error stream: for developers.
inline constexpr char s_errorStreamVariable[] = "CHARTLINE_WORKER_STDERR";

} // namespace Chartline::Worker
