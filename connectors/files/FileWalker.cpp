// SPDX-License-Identifier: Apache-2.0
#include "files/FileWalker.h"

#include "files/FileGroups.h"
#include "files/ZipArchive.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Chartline {

namespace {

// An archive in an archive is held in memory; nothing is written to disk.
constexpr qint64 nestedArchiveLimit = 256LL * 1024 * 1024;

class Descriptor
{
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    { }
    ~Descriptor()
    {
        if (m_fd >= 0)
            close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

// A regular file. Opened without waiting, so that a pipe put in its place cannot hold the import up.
class FileStream final : public ByteStream
{
public:
    FileStream(std::shared_ptr<Descriptor> descriptor, QString path, qint64 size)
        : m_descriptor(std::move(descriptor))
        , m_path(std::move(path))
        , m_size(size)
    { }
    [[nodiscard]] qint64 size() const override { return m_size; }
    [[nodiscard]] Result<qint64> read(std::span<char> buffer) override
    {
        ssize_t got = 0;
        do {
            got = pread(m_descriptor->get(), buffer.data(), buffer.size(), m_at);
        } while (got < 0 && errno == EINTR);
        if (got < 0)
            return fail(ErrorCode::FileNotReadable, {m_path});
        m_at += got;
        return qint64(got);
    }

private:
    std::shared_ptr<Descriptor> m_descriptor;
    QString m_path;
    qint64 m_size;
    qint64 m_at = 0;
};

struct OpenFile
{
    std::shared_ptr<Descriptor> descriptor;
    qint64 size = 0;
};

Result<OpenFile> openRegular(const QString &path)
{
    auto descriptor = std::make_shared<Descriptor>(
        open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (descriptor->get() < 0) {
        const bool special = errno == ENXIO || errno == ENODEV;
        return errno == ENOENT || errno == ENOTDIR ? fail(ErrorCode::FileNotFound, {path})
               : special                           ? fail(ErrorCode::InputUnsupported, {QStringLiteral("special-file")})
                                                   : fail(ErrorCode::FileNotReadable, {path});
    }
    struct stat info{};
    if (fstat(descriptor->get(), &info) != 0)
        return fail(ErrorCode::FileNotReadable, {path});
    if (!S_ISREG(info.st_mode))
        return fail(ErrorCode::InputUnsupported, {QStringLiteral("special-file")});
    return OpenFile{std::move(descriptor), qint64(info.st_size)};
}

Result<QByteArray> headOf(ByteStream &stream)
{
    QByteArray head(4, '\0');
    qint64 size = 0;
    while (size < head.size()) {
        CHARTLINE_ASSIGN(const qint64 got, stream.read({head.data() + size, std::size_t(head.size() - size)}));
        if (got <= 0)
            break;
        size += got;
    }
    head.truncate(size);
    return head;
}

// One walk over what a person chose.
class Walk
{
public:
    Walk(const ArchiveLimits &limits, const WalkCallbacks &callbacks)
        : m_limits(limits)
        , m_callbacks(callbacks)
    { }

    // False: cancelled.
    bool chosen(const QString &path)
    {
        const QFileInfo info(path);
        if (path.isEmpty()) {
            refuse(path, {ErrorCode::FileNotFound, {path}});
            return true;
        }
        if (info.isDir()) {
            // What leads out of here is not followed; the chosen folder itself may be a link.
            m_root = info.canonicalFilePath();
            m_chosen = m_root;
            return folder(path.size() > 1 && path.endsWith(QLatin1Char('/')) ? path.chopped(1) : path, m_root);
        }
        m_chosen = QFileInfo(info.canonicalFilePath()).path();
        return file(path, path);
    }

private:
    void refuse(const QString &path, const Error &error) { m_callbacks.refuse({path, {}, error}); }

    // `shown` is what a person is told, `actual` the place on disk.
    bool folder(const QString &shown, const QString &actual)
    {
        QDir dir(actual);
        if (!dir.isReadable()) {
            refuse(shown, {ErrorCode::FileNotReadable, {shown}});
            return true;
        }
        QFileInfoList entries =
            dir.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Unsorted);
        std::ranges::sort(entries, [](const QFileInfo &a, const QFileInfo &b) { return a.fileName() < b.fileName(); });
        for (const QFileInfo &entry : std::as_const(entries)) {
            if (!child(entry, shown + QLatin1Char('/') + entry.fileName()))
                return false;
        }
        return true;
    }

    bool child(const QFileInfo &entry, const QString &shown)
    {
        const QString name = entry.fileName();
        if (isSystemLitter(name))
            return true;
        if (entry.isSymLink())
            return link(entry, shown);
        if (entry.isDir()) {
            if (!name.startsWith(QLatin1Char('.')))
                return folder(shown, entry.filePath());
            // Said once, instead of a refusal for every file of a program's own store.
            refuse(shown, {ErrorCode::InputUnsupported, {QStringLiteral("hidden-folder")}});
            return true;
        }
        return file(shown, entry.filePath());
    }

    // A link to something in the chosen folder is met there under its own name; any other is told, never followed.
    bool link(const QFileInfo &entry, const QString &shown)
    {
        const QString target = entry.canonicalFilePath();
        if (target.isEmpty())
            refuse(shown, {ErrorCode::FileNotFound, {shown}});
        else if (target != m_root && !target.startsWith(m_root + QLatin1Char('/')))
            refuse(shown, {ErrorCode::InputUnsupported, {QStringLiteral("symbolic-link")}});
        return true;
    }

    bool file(const QString &shown, const QString &actual)
    {
        const auto opened = openRegular(actual);
        if (!opened) {
            refuse(shown, opened.error());
            return true;
        }
        FileStream stream(opened->descriptor, shown, opened->size);
        const auto head = headOf(stream);
        if (!head) {
            refuse(shown, head.error());
            return true;
        }
        const QString absolute = QFileInfo(actual).canonicalFilePath();
        if (isZip(*head)) {
            auto budget = std::make_shared<ArchiveBudget>(m_limits, opened->size);
            const auto archive = ZipArchive::openFile(opened->descriptor->get(), budget);
            return walkArchive(archive, shown, absolute, 1);
        }
        InputItem item;
        item.path = shown;
        item.group = groupOfFolder(QFileInfo(absolute).path());
        item.root = m_chosen;
        item.size = opened->size;
        // Opened again by name for each pass, so that a folder of many files never holds many descriptors.
        item.open = [shown, actual]() -> Result<std::unique_ptr<ByteStream>> {
            CHARTLINE_ASSIGN(OpenFile again, openRegular(actual));
            return std::make_unique<FileStream>(std::move(again.descriptor), shown, again.size);
        };
        return m_callbacks.file(item);
    }

    bool walkArchive(const Result<std::shared_ptr<ZipArchive>> &archive, const QString &shown, const QString &group,
                     int depth)
    {
        if (!archive) {
            // A limit all share is told once, for the outermost.
            if (depth > 1 && archive.error().code == ErrorCode::ArchiveTooManyEntries)
                return true;
            Error error = archive.error();
            if (error.args.isEmpty())
                error.args = QStringList{shown};
            refuse(shown, error);
            return true;
        }
        for (const ZipArchive::Entry &entry : (*archive)->entries()) {
            if (!archived(*archive, entry, shown, group, depth))
                return false;
            if (const auto &exceeded = (*archive)->budget().exceeded()) {
                // Each archive around it stops as well; told once.
                if (depth == 1)
                    refuse(shown, *exceeded);
                return true;
            }
        }
        return true;
    }

    bool archived(const std::shared_ptr<ZipArchive> &archive, const ZipArchive::Entry &entry, const QString &shown,
                  const QString &group, int depth)
    {
        const QString path = shown + QLatin1Char('/') + entry.name;
        if (entry.refusal != ErrorCode::None) {
            refuse(path, {entry.refusal, {entry.detail.isEmpty() ? path : entry.detail}});
            return true;
        }
        auto stream = archive->open(entry);
        auto head = stream ? headOf(**stream) : Result<QByteArray>(std::unexpected(stream.error()));
        if (!head) {
            Error error = head.error();
            if (error.args.isEmpty())
                error.args = QStringList{path};
            // A passed limit is told for the archive as a whole.
            if (!archive->budget().exceeded())
                refuse(path, error);
            return true;
        }
        stream->reset();
        if (isZip(*head))
            return nested(archive, entry, path, group, depth + 1);
        InputItem item;
        item.path = path;
        item.group = group;
        item.root = group;
        item.size = entry.size;
        item.archived = true;
        item.open = [archive, entry] { return archive->open(entry); };
        return m_callbacks.file(item);
    }

    bool nested(const std::shared_ptr<ZipArchive> &archive, const ZipArchive::Entry &entry, const QString &path,
                const QString &group, int depth)
    {
        if (depth > m_limits.depth) {
            refuse(path, {ErrorCode::ArchiveTooDeep, {QString::number(m_limits.depth)}});
            return true;
        }
        const auto bytes = readAll(*archive, entry);
        if (!bytes) {
            if (!archive->budget().exceeded())
                refuse(path, bytes.error());
            return true;
        }
        return walkArchive(ZipArchive::openBytes(*bytes, archive->sharedBudget()), path,
                           group + QLatin1Char('/') + entry.name, depth);
    }

    [[nodiscard]] static Result<QByteArray> readAll(ZipArchive &archive, const ZipArchive::Entry &entry)
    {
        CHARTLINE_ASSIGN(const auto stream, archive.open(entry));
        QByteArray bytes;
        while (true) {
            constexpr qint64 step = 1024 * 1024;
            const qint64 size = bytes.size();
            bytes.resize(size + step);
            CHARTLINE_ASSIGN(const qint64 got, stream->read({bytes.data() + size, std::size_t(step)}));
            bytes.resize(size + std::max<qint64>(0, got));
            if (got <= 0)
                return bytes;
            if (bytes.size() > nestedArchiveLimit)
                return fail(ErrorCode::ArchiveTooLarge, {QString::number(nestedArchiveLimit)});
        }
    }

    const ArchiveLimits &m_limits;
    const WalkCallbacks &m_callbacks;
    QString m_root; // of the folder being walked
    QString m_chosen; // the folder chosen, or the one of the file chosen
};

} // namespace

FileWalker::FileWalker(ArchiveLimits limits)
    : m_limits(limits)
{ }

void FileWalker::walk(const QStringList &paths, const WalkCallbacks &callbacks) const
{
    Walk walk(m_limits, callbacks);
    for (const QString &path : paths) {
        if (!walk.chosen(path))
            return;
    }
}

} // namespace Chartline
