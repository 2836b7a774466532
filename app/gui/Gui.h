// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Chartline::Gui {

// Opens the window and runs until it is closed.
[[nodiscard]] int run(int argc, char *argv[]);

} // namespace Chartline::Gui
