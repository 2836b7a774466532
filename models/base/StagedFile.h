// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/FileErrors.h"

#include <QString>

namespace Chartline {

// A file written beside its place and renamed into it when complete. Everything that can fail for lack of space
// happens before `commit()`, so that several files can be staged first and then put in place together.
// Destroyed without commit, it takes its temporary file away again.
class StagedFile
{
public:
    // Stages `target` in a temporary file of the same folder with a name of its own. Mode 0600.
    [[nodiscard]] static Result<StagedFile> create(const QString &target);
    // Stages in a temporary file of this name; one left over from a crash is overwritten. For callers that hold a
    // lock on the folder. `temporary` must be on the same file system as the target.
    [[nodiscard]] static Result<StagedFile> createAs(const QString &target, const QString &temporary);
    ~StagedFile() { abort(); }
    StagedFile(StagedFile &&other) noexcept;
    StagedFile &operator=(StagedFile &&) = delete;
    StagedFile(const StagedFile &) = delete;
    StagedFile &operator=(const StagedFile &) = delete;

    [[nodiscard]] Status append(std::span<const unsigned char> bytes);
    [[nodiscard]] Status overwrite(std::span<const unsigned char> bytes, qint64 offset);
    // Brings the content to the disk and closes the file.
    [[nodiscard]] Status sync();
    // Renames into place and syncs the folder. Only after a successful sync().
    [[nodiscard]] Status commit();
    [[nodiscard]] Status commitTo(const QString &target);
    // Closes and removes the temporary file; nothing after commit().
    void abort();

    [[nodiscard]] const QString &temporaryPath() const { return m_temporary; }

private:
    StagedFile(FileDescriptor file, QString target, QString temporary);

    FileDescriptor m_file;
    QString m_target;
    QString m_temporary; // empty once committed or aborted
};

} // namespace Chartline
