// SPDX-License-Identifier: Apache-2.0
#include "store/Verifier.h"

#include "base/Ids.h"
#include "ingest/Sha256.h"

#include <sqlite3.h>
#include <utility>

namespace Chartline {

namespace {

// Enough to see what is wrong; a broken disk can have a problem for each of a million rows.
constexpr qsizetype mostProblems = 1000;
// Bytes of a blob held at a time.
constexpr qint64 window = 4 * 1024 * 1024;
// Instructions of SQLite between two looks at the progress callback.
constexpr int progressSteps = 200'000;

// Lets a long statement be cancelled while it goes on.
class ProgressGuard
{
public:
    ProgressGuard(Connection &db, std::function<bool()> goOn)
        : m_db(db)
        , m_goOn(std::move(goOn))
    {
        sqlite3_progress_handler(m_db.handle(), progressSteps, &ProgressGuard::call, this);
    }
    ~ProgressGuard() { sqlite3_progress_handler(m_db.handle(), 0, nullptr, nullptr); }
    ProgressGuard(const ProgressGuard &) = delete;
    ProgressGuard &operator=(const ProgressGuard &) = delete;

private:
    static int call(void *self) { return static_cast<ProgressGuard *>(self)->m_goOn() ? 0 : 1; }
    Connection &m_db;
    std::function<bool()> m_goOn;
};

// One read transaction for the whole check.
class Snapshot
{
public:
    explicit Snapshot(Connection &db)
        : m_db(db)
    { }
    ~Snapshot()
    {
        if (m_began && m_db.inTransaction())
            std::ignore = m_db.execute("ROLLBACK");
    }
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;
    [[nodiscard]] Status begin()
    {
        if (m_db.inTransaction())
            return {};
        CHARTLINE_TRY(m_db.execute("BEGIN"));
        m_began = true;
        return {};
    }

private:
    Connection &m_db;
    bool m_began = false;
};

bool isDamage(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DatabaseDamaged:
    case ErrorCode::BlobDamaged:
    case ErrorCode::BlobMissing:
    case ErrorCode::BlobTruncated:
    case ErrorCode::StoreFailed: // a query over a damaged page can also fail so
        return true;
    default: return false;
    }
}

// The bytes of one received file, in its row or as a blob, with a window on the blob, so that records that stand one
// after the other do not decrypt the same chunk again.
class ReceivedFile
{
public:
    [[nodiscard]] Status open(Connection &db, const BlobStore &blobs, qint64 id)
    {
        *this = ReceivedFile();
        CHARTLINE_ASSIGN(Statement * query,
                         db.cached("SELECT sha256, size, content, blob, complete FROM file WHERE id = ?1"));
        query->bind(1, id);
        CHARTLINE_ASSIGN(const bool row, query->step());
        if (!row)
            return fail(ErrorCode::DatabaseDamaged, {QString(), QStringLiteral("no file %1").arg(id)});
        m_sha256 = query->blob(0);
        m_statedSize = query->int64(1);
        m_window = query->blob(2);
        const QByteArray blob = query->text(3).toLatin1();
        m_complete = query->int64(4) != 0;
        query->reset();
        m_size = m_window.size();
        if (!blob.isEmpty()) {
            const auto name = BlobName::parse(blob);
            if (!name)
                return fail(ErrorCode::BlobMissing, {QString::fromLatin1(blob)});
            CHARTLINE_ASSIGN(auto reader, blobs.openBlob(*name));
            m_reader.emplace(std::move(reader));
            m_size = m_reader->size();
        }
        m_id = id;
        return {};
    }

    // SHA-256 of a slice; DatabaseDamaged for one that does not lie within the file.
    [[nodiscard]] Result<QByteArray> hash(qint64 offset, qint64 length)
    {
        if (offset < 0 || length < 0 || offset > m_size || length > m_size - offset)
            return fail(ErrorCode::DatabaseDamaged, {QString(), QStringLiteral("outside of its file")});
        Sha256 hash;
        while (length > 0) {
            if (m_reader && (offset < m_windowStart || offset >= m_windowStart + m_window.size())) {
                CHARTLINE_ASSIGN(m_window, m_reader->read(offset, window));
                m_windowStart = offset;
                if (m_window.isEmpty())
                    return fail(ErrorCode::BlobTruncated, {m_reader->name().toString()});
            }
            const qint64 within = offset - m_windowStart;
            const qint64 part = qMin(length, m_window.size() - within);
            hash.add(QByteArrayView(m_window).sliced(within, part));
            offset += part;
            length -= part;
        }
        return hash.result();
    }

    [[nodiscard]] qint64 id() const { return m_id; }
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] qint64 statedSize() const { return m_statedSize; }
    [[nodiscard]] const QByteArray &sha256() const { return m_sha256; }
    [[nodiscard]] bool isComplete() const { return m_complete; }

private:
    qint64 m_id = 0;
    qint64 m_size = 0;
    qint64 m_statedSize = 0;
    bool m_complete = false;
    QByteArray m_sha256;
    std::optional<BlobReader> m_reader;
    QByteArray m_window; // the whole content where there is no blob
    qint64 m_windowStart = 0;
};

} // namespace

Result<VerifyReport> Verifier::verify(const Progress &progress, const RebuildCheck &rebuild)
{
    m_report = {};
    m_done = 0;
    m_progress = progress;
    const ProgressGuard guard(m_db, [this] { return !m_progress || m_progress(m_done, m_total); });
    Snapshot snapshot(m_db);
    CHARTLINE_TRY(snapshot.begin());
    CHARTLINE_TRY(checkAll(rebuild));
    return std::move(m_report);
}

Status Verifier::checkAll(const RebuildCheck &rebuild)
{
    m_total = 7; // the other steps
    auto files = count("SELECT count(*) FROM file");
    auto blobs = m_blobs.list();
    m_total += files.value_or(0) + (blobs ? qint64(blobs->size()) : 0);
    CHARTLINE_TRY(absorb(checkPages(), QStringLiteral("pages")));
    CHARTLINE_TRY(absorb(checkForeignKeys(), QStringLiteral("foreign keys")));
    CHARTLINE_TRY(absorb(checkFiles(), QStringLiteral("files")));
    CHARTLINE_TRY(absorb(checkRecords(), QStringLiteral("records")));
    CHARTLINE_TRY(checkBlobs());
    CHARTLINE_TRY(absorb(checkFacts(), QStringLiteral("facts")));
    CHARTLINE_TRY(absorb(checkMeasurements(), QStringLiteral("measurements")));
    return absorb(checkRebuild(rebuild), QStringLiteral("rebuild"));
}

Status Verifier::advance()
{
    ++m_done;
    if (m_progress && !m_progress(m_done, m_total))
        return fail(ErrorCode::Cancelled);
    return {};
}

Status Verifier::absorb(Status status, const QString &what)
{
    if (!status && isDamage(status.error().code)) {
        const Error &error = status.error();
        const QString detail = error.args.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(error.args.last());
        addProblem(what + QStringLiteral(": ") + errorCodeName(error.code) + detail);
        return advance();
    }
    CHARTLINE_TRY(status);
    return {};
}

void Verifier::addProblem(const QString &problem)
{
    if (m_report.problems.size() < mostProblems)
        m_report.problems.append(problem);
    else if (m_report.problems.size() == mostProblems)
        m_report.problems.append(QStringLiteral("more problems are not listed"));
}

Result<qint64> Verifier::count(const char *sql)
{
    CHARTLINE_ASSIGN(Statement query, m_db.prepare(sql));
    CHARTLINE_ASSIGN(const bool row, query.step());
    return row ? query.int64(0) : 0;
}

Status Verifier::collect(const char *sql, const QString &what)
{
    CHARTLINE_ASSIGN(Statement query, m_db.prepare(sql));
    for (;;) {
        CHARTLINE_ASSIGN(const bool row, query.step());
        if (!row)
            return {};
        if (const QString line = query.text(0); line != QStringLiteral("ok"))
            addProblem(what + QStringLiteral(": ") + line);
    }
}

// Every page's authentication, then SQLite's own look at its trees and indexes.
Status Verifier::checkPages()
{
    CHARTLINE_ASSIGN(m_report.checked.pages, count("PRAGMA page_count"));
    CHARTLINE_ASSIGN(m_report.checked.tables, count("SELECT count(*) FROM sqlite_master WHERE type = 'table'"));
    CHARTLINE_TRY(collect("PRAGMA cipher_integrity_check", QStringLiteral("page")));
    CHARTLINE_TRY(collect("PRAGMA integrity_check", QStringLiteral("structure")));
    return advance();
}

Status Verifier::checkForeignKeys()
{
    CHARTLINE_ASSIGN(Statement query, m_db.prepare("PRAGMA foreign_key_check"));
    for (;;) {
        CHARTLINE_ASSIGN(const bool row, query.step());
        if (!row)
            break;
        addProblem(QStringLiteral("%1 %2 points to a row of %3 that is not there")
                       .arg(query.text(0), QString::number(query.int64(1)), query.text(2)));
    }
    return advance();
}

Status Verifier::checkFiles()
{
    std::vector<qint64> ids;
    {
        CHARTLINE_ASSIGN(Statement query, m_db.prepare("SELECT id FROM file ORDER BY id"));
        for (;;) {
            CHARTLINE_ASSIGN(const bool row, query.step());
            if (!row)
                break;
            ids.push_back(query.int64(0));
        }
    }
    for (const qint64 id : ids)
        CHARTLINE_TRY(absorb(checkFile(id), QStringLiteral("file %1").arg(id)));
    return {};
}

Status Verifier::checkFile(qint64 id)
{
    ReceivedFile file;
    CHARTLINE_TRY(file.open(m_db, m_blobs, id));
    CHARTLINE_ASSIGN(const QByteArray hash, file.hash(0, file.size()));
    // A file whose import was cut off is read again by the next import; its records are checked all the same.
    if (file.isComplete() && (hash != file.sha256() || file.size() != file.statedSize()))
        addProblem(QStringLiteral("file %1: its bytes are not the ones received").arg(id));
    ++m_report.checked.files;
    return advance();
}

// In the order of ids, which is the order within the files: each file is opened and read once.
Status Verifier::checkRecords()
{
    CHARTLINE_ASSIGN(Statement query,
                     m_db.prepare("SELECT id, file_id, offset, length, sha256 FROM record ORDER BY id"));
    ReceivedFile file;
    for (;;) {
        CHARTLINE_ASSIGN(const bool row, query.step());
        if (!row)
            break;
        const RecordId record{query.int64(0)};
        ++m_report.checked.records;
        Status status;
        if (file.id() != query.int64(1))
            status = file.open(m_db, m_blobs, query.int64(1));
        Result<QByteArray> hash = status ? file.hash(query.int64(2), query.int64(3)) : std::unexpected(status.error());
        if (hash && *hash != query.blob(4))
            addProblem(QStringLiteral("record %1: its bytes are not the ones received").arg(record.toString()));
        if (!hash)
            CHARTLINE_TRY(absorb(std::unexpected(hash.error()), QStringLiteral("record ") + record.toString()));
        if (m_report.checked.records % 4096 == 0 && m_progress && !m_progress(m_done, m_total))
            return fail(ErrorCode::Cancelled);
    }
    return advance();
}

Status Verifier::checkBlobs()
{
    CHARTLINE_ASSIGN(const std::vector<BlobName> blobs, m_blobs.list());
    QSet<BlobName> referenced;
    if (auto query = m_db.prepare("SELECT id, blob FROM file WHERE blob IS NOT NULL"); query) {
        for (auto row = query->step(); row && *row; row = query->step()) {
            const auto name = BlobName::parse(query->text(1).toLatin1());
            if (name && m_blobs.contains(*name))
                referenced.insert(*name);
            else
                addProblem(QStringLiteral("file %1: its blob is missing").arg(query->int64(0)));
        }
    }
    for (const BlobName &name : blobs) {
        if (!referenced.contains(name))
            m_report.orphans.append(name.toString());
        CHARTLINE_TRY(absorb(m_blobs.verify(name).and_then([this] { return advance(); }),
                             QStringLiteral("blob ") + name.toString()));
        ++m_report.checked.blobs;
    }
    return {};
}

// Facts, their witnesses' records, and the search index belong together.
Status Verifier::checkFacts()
{
    CHARTLINE_ASSIGN(m_report.checked.facts, count("SELECT count(*) FROM fact"));
    struct Check
    {
        const char *sql; // ids of the rows that are wrong
        const char *words;
    };
    static constexpr Check checks[] = {
        {"SELECT id FROM fact WHERE id / 4096 NOT IN (SELECT id FROM record)", "fact row %1 is of no record"},
        {"SELECT f.id FROM fact f JOIN record r ON r.id = f.id / 4096 WHERE r.state NOT IN (0, 2) OR r.mapped = 0",
         "fact row %1 is of a record that is not current"},
        {"SELECT f.id FROM fact f JOIN record r ON r.id = f.id / 4096 WHERE r.source_id <> f.source_id",
         "fact row %1 names another source than its record"},
        {"SELECT f.id FROM fact f JOIN record r ON r.id = f.id / 4096 JOIN identity i ON i.id = r.identity_id "
         "WHERE i.person_id <> f.person_id",
         "fact row %1 is of another person than its record"},
        {"SELECT f.id FROM fact f LEFT JOIN fact g ON g.id = f.group_id WHERE g.id IS NULL OR g.group_id <> g.id "
         "OR g.person_id <> f.person_id",
         "fact row %1 belongs to a fact that is not there"},
        {"SELECT id FROM fact WHERE person_id NOT IN (SELECT id FROM person)", "fact row %1 is of no person"},
        {"SELECT fact_id FROM fact_body WHERE fact_id NOT IN (SELECT id FROM fact)", "text %1 is of no fact"},
        {"SELECT id FROM fact WHERE id NOT IN (SELECT rowid FROM fact_search)",
         "fact row %1 is not in the search index"},
        {"SELECT rowid FROM fact_search WHERE rowid NOT IN (SELECT id FROM fact)", "search row %1 is of no fact"},
    };
    for (const Check &check : checks) {
        CHARTLINE_ASSIGN(Statement query, m_db.prepare(check.sql));
        for (;;) {
            CHARTLINE_ASSIGN(const bool row, query.step());
            if (!row)
                break;
            addProblem(QString::fromLatin1(check.words).arg(query.int64(0)));
        }
    }
    CHARTLINE_ASSIGN(const qint64 linked, count("SELECT count(*) FROM record WHERE identity_id IS NOT NULL"));
    CHARTLINE_ASSIGN(const qint64 seen, count("SELECT count(*) FROM record_seen"));
    CHARTLINE_ASSIGN(const qint64 refs, count("SELECT count(*) FROM identity_ref"));
    m_report.checked.references = 2 * m_report.checked.facts + m_report.checked.records + linked + seen + refs;
    return advance();
}

Status Verifier::checkRebuild(const RebuildCheck &rebuild)
{
    if (rebuild) {
        CHARTLINE_ASSIGN(const QStringList differences, rebuild());
        for (const QString &difference : differences)
            addProblem(difference);
    }
    return advance();
}

} // namespace Chartline
