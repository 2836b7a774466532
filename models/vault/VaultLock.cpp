// SPDX-License-Identifier: Apache-2.0
#include "vault/VaultLock.h"

#include "base/FileErrors.h"
#include "vault/HeaderFiles.h"

#include <QFile>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace Chartline {

namespace {

// Whatever can be opened for reading when the lock file cannot be made: flock() is content with that.
Result<FileDescriptor> openForReading(const QString &lockPath, const QString &folder)
{
    const HeaderFiles headers(folder);
    auto file = openFile(lockPath, O_RDONLY | O_NOFOLLOW);
    if (!file)
        file = openFile(headers.path(), O_RDONLY);
    if (!file)
        file = openFile(headers.copyPath(), O_RDONLY);
    return file;
}

} // namespace

Result<VaultLock> VaultLock::acquire(const QString &folder)
{
    const QString path = folder + QStringLiteral("/vault.lock");
    bool readOnly = false;
    auto file = openFile(path, O_RDWR | O_CREAT | O_NOFOLLOW);
    if (!file && file.error().code == ErrorCode::FileNotFound)
        return fail(ErrorCode::VaultNotFound, {folder});
    if (!file && isNotWritable(file.error())) {
        readOnly = true;
        file = openForReading(path, folder);
    } else if (!file && file.error().code == ErrorCode::DiskFull) {
        // No room even for an empty file. Reading, and so freeing space elsewhere knowingly, stays possible.
        file = openForReading(path, folder);
    } else if (file) {
        // A lock file from better days does not say that the folder can still be written to.
        readOnly = ::access(QFile::encodeName(folder).constData(), W_OK) != 0;
    }
    if (!file)
        return std::unexpected(std::move(file).error());
    int result = 0;
    do {
        result = ::flock(file->get(), LOCK_EX | LOCK_NB);
    } while (result != 0 && errno == EINTR);
    if (result != 0 && errno == EWOULDBLOCK)
        return fail(ErrorCode::VaultInUse, {folder});
    if (result != 0)
        return std::unexpected(fileError(errno, path, FileAccess::Write));
    return VaultLock(std::move(*file), readOnly);
}

} // namespace Chartline
