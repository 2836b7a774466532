// SPDX-License-Identifier: Apache-2.0
#include "base/FileErrors.h"

#include "base/StagedFile.h"

#include <QFile>
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace Chartline {

Error fileError(int errnoValue, const QString &path, FileAccess access)
{
    switch (errnoValue) {
    case ENOSPC:
    case EDQUOT: return {ErrorCode::DiskFull, {path}};
    case EROFS: return {ErrorCode::ReadOnlyFileSystem, {path}};
    case ENOENT:
    case ENOTDIR: return {ErrorCode::FileNotFound, {path}};
    case EACCES:
    case EPERM: return {access == FileAccess::Read ? ErrorCode::FileNotReadable : ErrorCode::FileNotWritable, {path}};
    default:
        // Not strerror(), which may share one buffer among threads.
        return {ErrorCode::IoFailed,
                {path, QString::fromLocal8Bit(std::generic_category().message(errnoValue).c_str())}};
    }
}

bool isNotWritable(const Error &error)
{
    return error.code == ErrorCode::ReadOnlyFileSystem || error.code == ErrorCode::FileNotWritable;
}

Result<FileDescriptor> openFile(const QString &path, int flags, unsigned mode)
{
    int fd = -1;
    do {
        fd = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, mode_t(mode));
    } while (fd < 0 && errno == EINTR);
    if (fd < 0)
        return std::unexpected(
            fileError(errno, path, (flags & O_ACCMODE) == O_RDONLY ? FileAccess::Read : FileAccess::Write));
    return FileDescriptor(fd);
}

Status writeAll(const FileDescriptor &file, std::span<const unsigned char> bytes, const QString &path)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(file.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return std::unexpected(fileError(written < 0 ? errno : EIO, path, FileAccess::Write));
        bytes = bytes.subspan(std::size_t(written));
    }
    return {};
}

Status writeAllAt(const FileDescriptor &file, std::span<const unsigned char> bytes, qint64 offset, const QString &path)
{
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(file.get(), bytes.data(), bytes.size(), off_t(offset));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return std::unexpected(fileError(written < 0 ? errno : EIO, path, FileAccess::Write));
        bytes = bytes.subspan(std::size_t(written));
        offset += written;
    }
    return {};
}

Result<qint64> readAt(const FileDescriptor &file, std::span<unsigned char> buffer, qint64 offset, const QString &path)
{
    qint64 total = 0;
    while (std::size_t(total) < buffer.size()) {
        const auto rest = buffer.subspan(std::size_t(total));
        const ssize_t got = ::pread(file.get(), rest.data(), rest.size(), off_t(offset + total));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return std::unexpected(fileError(errno, path, FileAccess::Read));
        if (got == 0)
            break;
        total += got;
    }
    return total;
}

Result<QByteArray> readSmallFile(const QString &path, qint64 limit)
{
    CHARTLINE_ASSIGN(const FileDescriptor file, openFile(path, O_RDONLY));
    struct stat status = {};
    if (fstat(file.get(), &status) != 0)
        return std::unexpected(fileError(errno, path, FileAccess::Read));
    if (!S_ISREG(status.st_mode))
        return fail(ErrorCode::FileNotReadable, {path});
    if (status.st_size > limit)
        return fail(ErrorCode::InputTooLarge, {QString::number(limit)});
    QByteArray bytes(qsizetype(status.st_size), Qt::Uninitialized);
    const std::span buffer(reinterpret_cast<unsigned char *>(bytes.data()), std::size_t(bytes.size()));
    CHARTLINE_ASSIGN(const qint64 size, readAt(file, buffer, 0, path));
    bytes.truncate(size);
    return bytes;
}

Status makePrivateFolder(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    if (::mkdir(name.constData(), 0700) == 0)
        return {};
    const int error = errno;
    struct stat status = {};
    if (error == EEXIST && ::stat(name.constData(), &status) == 0 && S_ISDIR(status.st_mode))
        return {};
    return std::unexpected(fileError(error, path, FileAccess::Write));
}

Status syncFolder(const QString &folder)
{
    CHARTLINE_ASSIGN(const FileDescriptor file, openFile(folder, O_RDONLY | O_DIRECTORY));
    // A few file systems cannot sync a folder and say EINVAL; there is nothing more to be done on those.
    if (::fsync(file.get()) != 0 && errno != EINVAL)
        return std::unexpected(fileError(errno, folder, FileAccess::Write));
    return {};
}

Status writeFileDurably(const QString &path, std::span<const unsigned char> bytes)
{
    CHARTLINE_ASSIGN(StagedFile staged, StagedFile::create(path));
    CHARTLINE_TRY(staged.append(bytes));
    CHARTLINE_TRY(staged.sync());
    return staged.commit();
}

Status writeFileDurably(const QString &path, const QByteArray &bytes)
{
    return writeFileDurably(path, bytesOf(bytes));
}

} // namespace Chartline
