// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/Codecs.h"
#include "decode/ImageDescription.h"

#include <cerrno>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace Chartline::Test {

// OpenJPH (0.21) ends the process by an assertion on some damaged streams (bb_read_bits: more than 32 bits asked for).
// In the program that ends a worker and costs one frame; here it would end the search. True where a process of its own
// that does the same ended so: then this one need not. Anything else it may do wrong is done again here, and seen.
template<typename Work>
[[nodiscard]] bool endsByAssertion(const Imaging::ImageDescription &image, const Work &work)
{
    const auto codec = Imaging::codecFor(image.transferSyntax);
    // Encapsulated pixels of a native transfer syntax are told by how they begin.
    if (!codec || !image.layout.encapsulated
        || (codec->codec != Imaging::Codec::HtJpeg2000 && codec->codec != Imaging::Codec::Native))
        return false;
    const pid_t child = fork();
    if (child < 0)
        return false;
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL);
        work();
        _exit(0);
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

} // namespace Chartline::Test
