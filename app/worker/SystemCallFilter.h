// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Chartline::Worker {

// Makes the filter ready for the workers forked from this process; before anything of size is allocated. False where it
// cannot be made.
bool prepareSystemCallFilter();

// From here on this process can compute, use its memory, make threads, and read and write what is open. Other system
// calls answer EPERM, and what nothing harmless asks for ends the process (SIGSYS). False where the kernel refuses.
[[nodiscard]] bool filterSystemCalls();

} // namespace Chartline::Worker
