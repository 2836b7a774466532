// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Chartline::Cli {

// Exit codes: a stable contract with scripts.
enum Exit : int {
    Done = 0,
    SomeRefused = 1, // done, and some input was refused (the rest landed)
    WrongUsage = 2,
    VaultNotOpened = 3,
    Failed = 4,
};

// True where the arguments name a command, or ask for help or the version.
[[nodiscard]] bool wantsCommandLine(int argc, char *argv[]);

[[nodiscard]] int run(int argc, char *argv[]);

} // namespace Chartline::Cli
