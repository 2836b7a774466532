// SPDX-License-Identifier: Apache-2.0
// The walker over archives: never crashes, and never gives more than its limits.
#include "files/FileWalker.h"

#include <cstdint>
#include <cstdlib>
#include <sys/mman.h>
#include <unistd.h>

using namespace Chartline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const int memory = memfd_create("fuzz", 0);
    if (memory < 0 || write(memory, data, size) != ssize_t(size))
        std::abort();
    ArchiveLimits limits;
    limits.entries = 200;
    limits.totalBytes = 4 * 1024 * 1024;
    limits.ratioFloor = 1024 * 1024;
    qint64 files = 0;
    qint64 bytes = 0;
    WalkCallbacks callbacks;
    callbacks.file = [&](InputItem &item) {
        ++files;
        if (item.path.contains(QLatin1StringView("/../")))
            std::abort();
        auto stream = item.open();
        char buffer[8192];
        while (stream) {
            const auto got = (*stream)->read(buffer);
            if (!got || *got <= 0)
                break;
            bytes += *got;
        }
        return true;
    };
    callbacks.refuse = [](const Refusal &refusal) {
        if (refusal.error.code == ErrorCode::None)
            std::abort();
    };
    FileWalker(limits).walk({QStringLiteral("/proc/self/fd/%1").arg(memory)}, callbacks);
    close(memory);
    if (files > limits.entries + 1 || bytes > limits.totalBytes + 8192 + qint64(size))
        std::abort();
    return 0;
}
