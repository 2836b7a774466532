// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Chartline {

// Keeps what is in memory there and what is written private: no core dumps, no tracing by other processes of the same
// user, files for their owner only. Called first thing in main().
void harden();

} // namespace Chartline
