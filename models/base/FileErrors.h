// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/FileDescriptor.h"
#include "base/Result.h"

#include <QByteArray>
#include <span>

namespace Chartline {

enum class FileAccess { Read, Write };

// The error for an errno value met at `path`. ENOSPC and EDQUOT are DiskFull, EROFS ReadOnlyFileSystem, ENOENT and
// ENOTDIR FileNotFound, EACCES and EPERM FileNotReadable or FileNotWritable by `access`, anything else IoFailed with
// the system's own words as detail.
[[nodiscard]] Error fileError(int errnoValue, const QString &path, FileAccess access);

// True for the failures of a place that cannot be written to at all, as opposed to one that is full or broken.
[[nodiscard]] bool isNotWritable(const Error &error);

// open(2) with O_CLOEXEC added.
[[nodiscard]] Result<FileDescriptor> openFile(const QString &path, int flags, unsigned mode = 0600);

// Writes all of `bytes`, at the file's position or at `offset`. `path` is only for the error.
[[nodiscard]] Status writeAll(const FileDescriptor &file, std::span<const unsigned char> bytes, const QString &path);
[[nodiscard]] Status writeAllAt(const FileDescriptor &file, std::span<const unsigned char> bytes, qint64 offset,
                                const QString &path);
// Reads until `buffer` is full or the file ends: the number of bytes read. Does not move the file's position, so
// several threads may read one file.
[[nodiscard]] Result<qint64> readAt(const FileDescriptor &file, std::span<unsigned char> buffer, qint64 offset,
                                    const QString &path);

// The whole file; InputTooLarge when it holds more than `limit` bytes.
[[nodiscard]] Result<QByteArray> readSmallFile(const QString &path, qint64 limit);

// Makes one folder with mode 0700; its parent must exist. One that is already there is left as it is.
[[nodiscard]] Status makePrivateFolder(const QString &path);

// Makes the names in a folder (a rename, a new file) survive a power cut.
[[nodiscard]] Status syncFolder(const QString &folder);

// Replaces `path` with these bytes so that after a crash at any moment it holds either all of the old or all of the
// new: temporary file in the same folder, fsync, rename, fsync of the folder. Mode 0600.
[[nodiscard]] Status writeFileDurably(const QString &path, std::span<const unsigned char> bytes);
[[nodiscard]] Status writeFileDurably(const QString &path, const QByteArray &bytes);

// A QByteArray as the bytes the functions above take.
[[nodiscard]] inline std::span<const unsigned char> bytesOf(const QByteArray &bytes)
{
    return {reinterpret_cast<const unsigned char *>(bytes.constData()), std::size_t(bytes.size())};
}

} // namespace Chartline
