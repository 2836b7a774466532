// SPDX-License-Identifier: Apache-2.0
#include "base/StagedFile.h"

#include <QFile>
#include <QFileInfo>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace Chartline {

StagedFile::StagedFile(FileDescriptor file, QString target, QString temporary)
    : m_file(std::move(file))
    , m_target(std::move(target))
    , m_temporary(std::move(temporary))
{ }

StagedFile::StagedFile(StagedFile &&other) noexcept
    : m_file(std::move(other.m_file))
    , m_target(std::move(other.m_target))
    , m_temporary(std::exchange(other.m_temporary, QString()))
{ }

Result<StagedFile> StagedFile::create(const QString &target)
{
    const QFileInfo info(target);
    QByteArray pattern =
        QFile::encodeName(info.path() + QStringLiteral("/.") + info.fileName() + QStringLiteral(".XXXXXX"));
    const int fd = ::mkostemp(pattern.data(), O_CLOEXEC); // mode 0600
    if (fd < 0)
        return std::unexpected(fileError(errno, target, FileAccess::Write));
    return StagedFile(FileDescriptor(fd), target, QFile::decodeName(pattern));
}

Result<StagedFile> StagedFile::createAs(const QString &target, const QString &temporary)
{
    CHARTLINE_ASSIGN(FileDescriptor file, openFile(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW));
    return StagedFile(std::move(file), target, temporary);
}

Status StagedFile::append(std::span<const unsigned char> bytes)
{
    return writeAll(m_file, bytes, m_target);
}

Status StagedFile::overwrite(std::span<const unsigned char> bytes, qint64 offset)
{
    return writeAllAt(m_file, bytes, offset, m_target);
}

Status StagedFile::sync()
{
    if (::fsync(m_file.get()) != 0)
        return std::unexpected(fileError(errno, m_target, FileAccess::Write));
    // Network file systems report a full disk only here.
    if (const int error = m_file.close(); error != 0)
        return std::unexpected(fileError(error, m_target, FileAccess::Write));
    return {};
}

Status StagedFile::commit()
{
    return commitTo(m_target);
}

Status StagedFile::commitTo(const QString &target)
{
    if (m_temporary.isEmpty() || m_file.isOpen())
        return fail(ErrorCode::IoFailed, {target, QStringLiteral("not staged")});
    if (::rename(QFile::encodeName(m_temporary).constData(), QFile::encodeName(target).constData()) != 0)
        return std::unexpected(fileError(errno, target, FileAccess::Write));
    m_temporary.clear();
    return syncFolder(QFileInfo(target).path());
}

void StagedFile::abort()
{
    m_file.close();
    if (!m_temporary.isEmpty())
        ::unlink(QFile::encodeName(m_temporary).constData());
    m_temporary.clear();
}

} // namespace Chartline
