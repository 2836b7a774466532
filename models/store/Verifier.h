// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "store/BlobStore.h"
#include "store/Connection.h"

#include <functional>

namespace Chartline {

// What a verification looked at and found. Problems name ids, files and pages, never anything of a record.
struct VerifyReport
{
    struct Checked // how many of each
    {
        qint64 pages = 0;
        qint64 tables = 0;
        qint64 files = 0;
        qint64 records = 0;
        qint64 blobs = 0;
        qint64 facts = 0;
        qint64 references = 0;
        qint64 measurements = 0; // versions
    };
    Checked checked;
    QStringList problems;
    // Blobs no file refers to: harmless leftovers of an import that was cut off.
    QStringList orphans;

    [[nodiscard]] bool ok() const { return problems.isEmpty(); }
};

// Reads everything: each page's authentication (cipher_integrity_check), the tables' structure, foreign keys, each
// file's and record's SHA-256, each blob, fact rows against record rows, the search index, and the rebuilt timeline. On
// a reader connection, in one snapshot.
class Verifier
{
public:
    // Steps done and to do; false ends with Cancelled.
    using Progress = std::function<bool(qint64 done, qint64 total)>;
    // Rebuilds the timeline and compares it with what is stored: a line for each difference. Given by services.
    using RebuildCheck = std::function<Result<QStringList>()>;

    Verifier(Connection &db, const BlobStore &blobs)
        : m_db(db)
        , m_blobs(blobs)
    { }

    // Errors are only for what keeps the verification itself from running; what it finds is in the report.
    [[nodiscard]] Result<VerifyReport> verify(const Progress &progress = {}, const RebuildCheck &rebuild = {});

private:
    [[nodiscard]] Status checkAll(const RebuildCheck &rebuild);
    [[nodiscard]] Status advance();
    [[nodiscard]] Status absorb(Status status, const QString &what);
    void addProblem(const QString &problem);
    [[nodiscard]] Result<qint64> count(const char *sql);
    [[nodiscard]] Status collect(const char *sql, const QString &what);
    [[nodiscard]] Status checkPages();
    [[nodiscard]] Status checkForeignKeys();
    [[nodiscard]] Status checkFiles();
    [[nodiscard]] Status checkFile(qint64 id);
    [[nodiscard]] Status checkRecords();
    [[nodiscard]] Status checkBlobs();
    [[nodiscard]] Status checkFacts();
    [[nodiscard]] Status checkMeasurements();
    [[nodiscard]] Status checkRebuild(const RebuildCheck &rebuild);

    Connection &m_db;
    const BlobStore &m_blobs;
    Progress m_progress;
    VerifyReport m_report;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace Chartline
