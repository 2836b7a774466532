// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "services/FilePreparer.h"

#include <QElapsedTimer>

namespace Chartline {

// One import from beginning to end: on the thread it is called on (the writer's), one that reads, and a few that map.
//
// Two passes over the input, one closely behind the other: the first finds each file's patients, so that files whose
// ids clash by accident are told apart before anything is written; the second stores. Files are committed in groups;
// each is whole or not there, except a large one that was cut off, which the next import of the same file completes. A
// process killed at any point leaves the store as after the last commit, and the same import run again ends as if it
// had never been killed.
class ImportRun
{
public:
    struct Setup
    {
        std::vector<std::shared_ptr<const Connector>> connectors;
        std::shared_ptr<const InputWalker> walker;
        QStringList paths;
        QString sourceName;
        CancelToken cancel;
        qint64 now = 0; // ms since 1970 UTC
        std::function<void(const ImportProgress &)> progress; // called from several threads, already rate-limited
        // What is stored is committed after this many records, 16 MiB of files kept in their rows, or 2 s.
        int recordsPerCommit = 20'000;
    };

    ImportRun(Session &session, Setup setup);
    [[nodiscard]] Result<ImportReport> run();

private:
    // One lane for each file, in the order of the files, whichever is ready first.
    using Lanes = BoundedQueue<std::shared_ptr<Lane>>;
    [[nodiscard]] Result<qint64> beginImport(Connection &db);
    [[nodiscard]] QString signature() const;
    [[nodiscard]] Status beginTransaction(Connection &db);
    [[nodiscard]] Status finish(Connection &db, RecordWriter &writer);
    [[nodiscard]] Status finishImport(Connection &db);
    [[nodiscard]] Status plan(Connection &db, RecordWriter &writer, ReadAhead &ahead);
    [[nodiscard]] Status planFile(Connection &db, RecordWriter &writer, ReadAhead &ahead, InputItem &item);
    [[nodiscard]] Result<bool> adoptKnown(Connection &db, RecordWriter &writer, const QByteArray &sha256,
                                          const InputItem &item);
    void prepareAll(Lanes &lanes, ReadAhead &ahead);
    [[nodiscard]] Status writeAll(Connection &db, RecordWriter &writer, Lanes &lanes);
    [[nodiscard]] Status writeLane(Connection &db, RecordWriter &writer, Lane &lane);
    [[nodiscard]] Status take(RecordWriter &writer, Connection &db, Prepared &item);
    [[nodiscard]] Status takeBegin(RecordWriter &writer, Connection &db, FileBegin &begin);
    [[nodiscard]] Status takeChunk(RecordWriter &writer, RecordChunk &chunk);
    [[nodiscard]] Status takeEnd(RecordWriter &writer);
    [[nodiscard]] Status commitNow(Connection &db, RecordWriter &writer);
    void refuse(const Refusal &refusal);
    void noteCompanions(const PreparedRecord &record);
    void refuseMissing();
    void noteRefusedFile(const QList<Refusal> &refusals);
    void setCurrent(const QString &path);
    void count(RecordWriter::Outcome outcome, const PreparedRecord &record);
    [[nodiscard]] bool cancelled() const;
    void tell(bool always);
    [[nodiscard]] QByteArray summaryOf(const FileOutcome &outcome, const QMap<QString, int> &types) const;

    Session &m_session;
    Setup m_setup;
    ImportReport m_report;
    QElapsedTimer m_timer;
    qint64 m_import = 0;

    // The file being written.
    bool m_inFile = false;
    bool m_knownFile = false;
    FileId m_fileId;
    ReceivedFile m_file;
    FileOutcome m_outcome;
    QMap<QString, int> m_fileTypes;

    // What discs' directories name: the path a file would have, to which directory that was and where else it may lie
    // (a disc that was copied into a deeper folder), in the form of comparablePath().
    struct Companion
    {
        QString of;
        QStringList places;
    };
    QMap<QString, Companion> m_companions;
    QSet<QString> m_met; // every file met, where m_companions asks for it; in the same form

    QSet<qint64> m_knownSizes; // of the files the store had when the import began

    std::unique_ptr<Transaction> m_transaction;
    int m_sinceCommit = 0; // records
    qint64 m_bytesSinceCommit = 0; // of files kept in their rows
    QElapsedTimer m_commitTimer;

    std::atomic_bool m_failed = false;
    std::atomic<qint64> m_bytesDone = 0;
    std::atomic<qint64> m_lastTold = 0;
    std::atomic<int> m_filesDone = 0;
    std::atomic<int> m_recordsDone = 0;
    std::atomic<int> m_totalFiles = -1;
    std::atomic<qint64> m_totalBytes = -1;
    std::mutex m_currentMutex;
    QString m_current;
};

} // namespace Chartline
