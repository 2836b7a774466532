// SPDX-License-Identifier: Apache-2.0
#include "files/ZipArchive.h"

#include "files/FileGroups.h"

#include <algorithm>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

namespace Chartline {

namespace {

Error damaged(int zipError)
{
    const bool encrypted =
        zipError == ZIP_ER_NOPASSWD || zipError == ZIP_ER_WRONGPASSWD || zipError == ZIP_ER_ENCRNOTSUPP;
    const bool unsupported = zipError == ZIP_ER_COMPNOTSUPP;
    if (encrypted)
        return {ErrorCode::ArchiveEncrypted, {}};
    if (unsupported)
        return {ErrorCode::InputUnsupported, {QStringLiteral("zip-compression")}};
    return {ErrorCode::ArchiveDamaged, {}};
}

// A name that could lead out of a folder it were unpacked into. Nothing is unpacked here, but such an archive was made
// to harm.
bool escapes(const QString &name, bool hasNul)
{
    if (hasNul || name.isEmpty() || name.contains(QLatin1Char('\\')) || name.startsWith(QLatin1Char('/')))
        return true;
    if (name.size() >= 2 && name[1] == QLatin1Char(':') && name[0].isLetter())
        return true;
    for (const QStringView part : QStringView(name).split(u'/')) {
        if (part == QLatin1StringView(".."))
            return true;
    }
    return false;
}

} // namespace

Status ArchiveBudget::addEntries(qint64 count)
{
    m_entries += count;
    if (m_entries > m_limits.entries && !m_exceeded)
        m_exceeded = Error{ErrorCode::ArchiveTooManyEntries, {QString::number(m_limits.entries)}};
    return m_exceeded ? Status(std::unexpected(*m_exceeded)) : Status();
}

Status ArchiveBudget::addBytes(qint64 count)
{
    m_bytes += count;
    if (m_bytes > m_limits.totalBytes && !m_exceeded)
        m_exceeded = Error{ErrorCode::ArchiveTooLarge, {QString::number(m_limits.totalBytes)}};
    if (m_bytes > m_limits.ratioFloor && m_bytes / m_packed >= m_limits.ratio && !m_exceeded)
        m_exceeded = Error{ErrorCode::ArchiveRatio, {QString::number(m_limits.ratio)}};
    return m_exceeded ? Status(std::unexpected(*m_exceeded)) : Status();
}

// Keeps the archive open as long as it is read.
class ZipEntryStream final : public ByteStream
{
public:
    ZipEntryStream(std::shared_ptr<ZipArchive> archive, zip_file_t *file, const ZipArchive::Entry &entry)
        : m_archive(std::move(archive))
        , m_file(file)
        , m_index(std::size_t(entry.index))
        , m_size(entry.size)
    { }
    ~ZipEntryStream() override { zip_fclose(m_file); }
    ZipEntryStream(const ZipEntryStream &) = delete;
    ZipEntryStream &operator=(const ZipEntryStream &) = delete;

    [[nodiscard]] qint64 size() const override { return m_size; }
    [[nodiscard]] Result<qint64> read(std::span<char> buffer) override
    {
        if (m_archive->budget().exceeded())
            return std::unexpected(*m_archive->budget().exceeded());
        const qint64 got = zip_fread(m_file, buffer.data(), buffer.size());
        if (got < 0)
            return std::unexpected(damaged(zip_error_code_zip(zip_file_get_error(m_file))));
        m_read += got;
        qint64 &counted = m_archive->m_counted[m_index];
        if (m_read > counted) {
            const qint64 fresh = m_read - counted;
            counted = m_read;
            CHARTLINE_TRY(m_archive->budget().addBytes(fresh));
        }
        return got;
    }

private:
    std::shared_ptr<ZipArchive> m_archive;
    zip_file_t *m_file;
    std::size_t m_index;
    qint64 m_size;
    qint64 m_read = 0;
};

ZipArchive::ZipArchive(std::shared_ptr<ArchiveBudget> budget)
    : m_budget(std::move(budget))
{ }

ZipArchive::~ZipArchive()
{
    if (m_zip)
        zip_discard(m_zip);
}

Result<std::shared_ptr<ZipArchive>> ZipArchive::openFile(int descriptor, std::shared_ptr<ArchiveBudget> budget)
{
    std::shared_ptr<ZipArchive> archive(new ZipArchive(std::move(budget)));
    int error = 0;
    const int own = dup(descriptor);
    if (own < 0)
        return fail(ErrorCode::IoFailed);
    archive->m_zip = zip_fdopen(own, 0, &error);
    if (!archive->m_zip) {
        close(own);
        return std::unexpected(damaged(error));
    }
    const qint64 count = zip_get_num_entries(archive->m_zip, 0);
    CHARTLINE_TRY(archive->m_budget->addEntries(count));
    archive->m_counted.resize(std::size_t(count));
    return archive;
}

Result<std::shared_ptr<ZipArchive>> ZipArchive::openBytes(QByteArray bytes, std::shared_ptr<ArchiveBudget> budget)
{
    std::shared_ptr<ZipArchive> archive(new ZipArchive(std::move(budget)));
    archive->m_bytes = std::move(bytes);
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source =
        zip_source_buffer_create(archive->m_bytes.constData(), zip_uint64_t(archive->m_bytes.size()), 0, &error);
    if (source)
        archive->m_zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (!archive->m_zip) {
        const int code = zip_error_code_zip(&error);
        if (source)
            zip_source_free(source);
        zip_error_fini(&error);
        return std::unexpected(damaged(code));
    }
    zip_error_fini(&error);
    const qint64 count = zip_get_num_entries(archive->m_zip, 0);
    CHARTLINE_TRY(archive->m_budget->addEntries(count));
    archive->m_counted.resize(std::size_t(count));
    return archive;
}

ZipArchive::Entry ZipArchive::describe(qint64 index) const
{
    Entry entry;
    entry.index = index;
    const auto place = zip_uint64_t(index);
    const char *name = zip_get_name(m_zip, place, ZIP_FL_ENC_GUESS);
    entry.name = QString::fromUtf8(name ? name : "");
    const char *raw = zip_get_name(m_zip, place, ZIP_FL_ENC_RAW);
    // A NUL ends the raw name early, while the converted one goes on behind it.
    const bool hasNul = raw && qsizetype(std::strlen(raw)) < entry.name.toUcs4().size();
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(m_zip, place, 0, &stat) != 0) {
        entry.refusal = ErrorCode::ArchiveDamaged;
        return entry;
    }
    if (stat.valid & ZIP_STAT_SIZE)
        entry.size = qint64(std::min<zip_uint64_t>(stat.size, zip_uint64_t(std::numeric_limits<qint64>::max())));
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    zip_file_get_external_attributes(m_zip, place, 0, &system, &attributes);
    if (escapes(entry.name, hasNul)) {
        entry.refusal = ErrorCode::ArchivePathEscapes;
    } else if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE) {
        entry.refusal = ErrorCode::ArchiveEncrypted;
    } else if (system == ZIP_OPSYS_UNIX && S_ISLNK(attributes >> 16)) {
        entry.refusal = ErrorCode::InputUnsupported;
        entry.detail = QStringLiteral("symbolic-link");
    }
    return entry;
}

std::vector<ZipArchive::Entry> ZipArchive::entries() const
{
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < m_counted.size(); ++i) {
        Entry entry = describe(qint64(i));
        const auto parts = QStringView(entry.name).split(u'/');
        const bool litter =
            std::any_of(parts.begin(), parts.end(), [](QStringView part) { return isSystemLitter(part.toString()); });
        if (entry.refusal == ErrorCode::None && (litter || entry.name.endsWith(QLatin1Char('/'))))
            continue;
        entries.push_back(std::move(entry));
    }
    std::ranges::stable_sort(entries, {}, &Entry::name);
    return entries;
}

Result<std::unique_ptr<ByteStream>> ZipArchive::open(const Entry &entry)
{
    if (m_budget->exceeded())
        return std::unexpected(*m_budget->exceeded());
    zip_file_t *file = zip_fopen_index(m_zip, zip_uint64_t(entry.index), 0);
    if (!file)
        return std::unexpected(damaged(zip_error_code_zip(zip_get_error(m_zip))));
    return std::make_unique<ZipEntryStream>(shared_from_this(), file, entry);
}

bool isZip(QByteArrayView head)
{
    return head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06") || head.startsWith("PK\x07\x08");
}

} // namespace Chartline
