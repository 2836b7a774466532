// SPDX-License-Identifier: Apache-2.0
#include "Hardening.h"
#include "cli/CommandLine.h"
#include "gui/Gui.h"
#include "imaging/DocumentHandlers.h"
#include "worker/Host.h"

// Picks the window or the command line before any Qt object exists: the command line must work without a display.
int main(int argc, char *argv[])
{
    // A process of this binary's own that reads hostile files.
    if (Chartline::Worker::isHost(argc, argv))
        return Chartline::Worker::runHost(argc, argv, Chartline::hostHandlers());
    Chartline::harden();
    if (Chartline::Cli::wantsCommandLine(argc, argv))
        return Chartline::Cli::run(argc, argv);
    return Chartline::Gui::run(argc, argv);
}
