// SPDX-License-Identifier: Apache-2.0
#include "services/ImportRun.h"

#include "ingest/Sha256.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThreadPool>
#include <thread>

namespace Chartline {

namespace {

constexpr qint64 s_commitMs = 2'000;
constexpr qint64 s_commitBytes = 16LL * 1024 * 1024;
constexpr qint64 s_queueBytes = 24LL * 1024 * 1024;
constexpr qint64 s_aheadBytes = 32LL * 1024 * 1024;
// Of a file among those waiting, so that many small ones are bounded too.
constexpr qint64 s_leastWeight = 4096;
constexpr int s_mostMappers = 4;
constexpr qint64 s_tellMs = 100;
// A directory's own folder and those above it are looked through for what it names.
constexpr int s_levelsAbove = 4;

// Discs are written without regard to upper and lower case, some with a version or a dot at the end.
QString comparablePath(const QString &path)
{
    QString plain = path.toLower();
    if (plain.endsWith(QLatin1StringView(";1")))
        plain.chop(2);
    if (plain.endsWith(QLatin1Char('.')))
        plain.chop(1);
    return plain;
}

QJsonObject countsObject(const QMap<QString, int> &counts)
{
    QJsonObject object;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

} // namespace

ImportRun::ImportRun(Session &session, Setup setup)
    : m_session(session)
    , m_setup(std::move(setup))
{ }

bool ImportRun::cancelled() const
{
    return m_failed || m_session.closing() || (m_setup.cancel && m_setup.cancel->load(std::memory_order_relaxed));
}

Result<ImportReport> ImportRun::run()
{
    m_timer.start();
    CHARTLINE_ASSIGN(Connection * db, m_session.database().writer());
    CHARTLINE_ASSIGN(m_import, beginImport(*db));
    RecordWriter writer(*db, m_import, m_setup.now, m_setup.sourceName);

    // Reading and mapping begin behind the first pass; nothing is written before it is over.
    Lanes lanes(s_queueBytes);
    ReadAhead ahead(s_aheadBytes);
    std::thread reader([this, &lanes, &ahead] { prepareAll(lanes, ahead); });
    Status written = plan(*db, writer, ahead);
    ahead.finish();
    if (written)
        written = writeAll(*db, writer, lanes);
    m_failed = !written; // the readers need not go on
    lanes.close();
    while (const auto lane = lanes.pop())
        (*lane)->close();
    lanes.done();
    if (written)
        written = finish(*db, writer);
    m_transaction.reset();
    reader.join();
    if (!written)
        return std::unexpected(written.error());
    tell(true);
    if (m_session.closing())
        return fail(ErrorCode::VaultLocked);
    return m_report;
}

Status ImportRun::beginTransaction(Connection &db)
{
    if (m_transaction)
        return {};
    CHARTLINE_ASSIGN(Transaction transaction, Transaction::begin(db));
    m_transaction = std::make_unique<Transaction>(std::move(transaction));
    m_commitTimer.start();
    return {};
}

// What is left, and the import's own row, in one commit.
Status ImportRun::finish(Connection &db, RecordWriter &writer)
{
    CHARTLINE_TRY(beginTransaction(db));
    CHARTLINE_TRY(writer.settle());
    m_report.cancelled = cancelled();
    refuseMissing();
    CHARTLINE_ASSIGN(m_report.persons, writer.countPersons());
    m_report.entries = writer.factsWritten();
    m_report.milliseconds = m_timer.elapsed();
    CHARTLINE_TRY(finishImport(db));
    return m_transaction->commit();
}

// An import that was cut off is continued under its own number: what "came in the same import" means must not depend on
// where it was cut.
Result<qint64> ImportRun::beginImport(Connection &db)
{
    CHARTLINE_ASSIGN(Statement * cutOff,
                     db.cached("SELECT id, report FROM import WHERE finished IS NULL ORDER BY id DESC LIMIT 1"));
    CHARTLINE_ASSIGN(const bool isCutOff, cutOff->step());
    const qint64 unfinished = isCutOff ? cutOff->int64(0) : 0;
    // Of other files it is another import: what it brings is newer.
    const qint64 earlier = isCutOff && cutOff->text(1) == signature() ? unfinished : 0;
    cutOff->reset();
    if (unfinished) {
        QSet<BlobName> keep;
        CHARTLINE_ASSIGN(Statement * blobs, db.cached("SELECT blob FROM file WHERE blob IS NOT NULL"));
        while (true) {
            CHARTLINE_ASSIGN(const bool row, blobs->step());
            if (!row)
                break;
            if (const auto name = BlobName::parse(blobs->text(0).toLatin1()))
                keep.insert(*name);
        }
        blobs->reset();
        CHARTLINE_TRY(m_session.blobs().removeOrphans(keep));
        if (earlier)
            return earlier;
    }
    CHARTLINE_ASSIGN(Statement * insert, db.cached("INSERT INTO import (started, report) VALUES (?1, ?2)"));
    insert->bind(1, m_setup.now).bind(2, signature());
    CHARTLINE_TRY(insert->run());
    return db.lastInsertId();
}

// What is being imported, until the report takes its place.
QString ImportRun::signature() const
{
    QStringList paths = m_setup.paths;
    paths.sort();
    paths.append(m_setup.sourceName);
    return QStringLiteral("paths ") + QString::fromLatin1(Sha256::of(paths.join(QChar(0)).toUtf8()).toHex());
}

Status ImportRun::finishImport(Connection &db)
{
    QJsonObject report{{QStringLiteral("files"), m_report.files},
                       {QStringLiteral("accepted"), m_report.accepted},
                       {QStringLiteral("unchanged"), m_report.unchanged},
                       {QStringLiteral("refused"), m_report.refused},
                       {QStringLiteral("kept"), m_report.kept}};
    CHARTLINE_ASSIGN(Statement * update, db.cached("UPDATE import SET finished = ?2, report = ?3 WHERE id = ?1"));
    // Taken back where the vault is closing or the user cancelled: the same import may go on later.
    m_report.cancelled ? update->bind(1, m_import).bindNull(2)
                       : update->bind(1, m_import).bind(2, m_setup.now + m_report.milliseconds);
    update->bind(3, m_report.cancelled ? signature()
                                       : QString::fromUtf8(QJsonDocument(report).toJson(QJsonDocument::Compact)));
    return update->run();
}

Status ImportRun::plan(Connection &db, RecordWriter &writer, ReadAhead &ahead)
{
    CHARTLINE_TRY(beginTransaction(db));
    CHARTLINE_ASSIGN(Statement * sizes, db.cached("SELECT DISTINCT size FROM file WHERE complete = 1"));
    while (true) {
        CHARTLINE_ASSIGN(const bool row, sizes->step());
        if (!row)
            break;
        m_knownSizes.insert(sizes->int64(0));
    }
    sizes->reset();
    Status status;
    int files = 0;
    qint64 bytes = 0;
    WalkCallbacks callbacks;
    callbacks.file = [&](InputItem &item) {
        setCurrent(item.path);
        m_met.insert(comparablePath(item.path));
        ++files;
        bytes += qMax<qint64>(item.size, 0);
        status = planFile(db, writer, ahead, item);
        tell(false);
        return status.has_value() && !cancelled();
    };
    callbacks.refuse = [](const Refusal &) { }; // told in the second pass
    m_setup.walker->walk(m_setup.paths, callbacks);
    CHARTLINE_TRY(status);
    m_totalFiles = files;
    m_totalBytes = bytes;
    return {};
}

Status ImportRun::planFile(Connection &db, RecordWriter &writer, ReadAhead &ahead, InputItem &item)
{
    const FilePreparer preparer(m_session.blobs(), m_setup.connectors, [this] { return cancelled(); }, {});
    auto outline = preparer.outline(item, m_knownSizes);
    // An archive's entries are read in each pass, so that its limits hold in each.
    const bool keeps = outline && !item.archived;
    ahead.put(item.path, keeps ? std::move(outline->content) : QByteArray(), keeps ? outline->sha256 : QByteArray());
    if (!outline)
        return {}; // the second pass meets the same error and reports it
    CHARTLINE_ASSIGN(const bool known, adoptKnown(db, writer, outline->sha256, item));
    if (known)
        return {};
    writer.setOwnNames(item.path, outline->names);
    for (auto it = outline->people.begin(); it != outline->people.end(); ++it) {
        const QString key = RecordWriter::keyOf(it.key(), item.group);
        CHARTLINE_TRY(writer.catalog().plan(item.path, key, writer.nameOf(it.key(), item.group), it.value()));
    }
    return {};
}

// The same bytes came before: files of this group go where those went. `sha256` is empty where none can be the same.
Result<bool> ImportRun::adoptKnown(Connection &db, RecordWriter &writer, const QByteArray &sha256,
                                   const InputItem &item)
{
    if (sha256.isEmpty())
        return false;
    CHARTLINE_ASSIGN(Statement * known,
                     db.cached("SELECT r.source_id, s.key, r.format FROM file f "
                               "JOIN record r ON r.file_id = f.id JOIN source s ON s.id = r.source_id "
                               "WHERE f.sha256 = ?1 AND f.complete = 1 LIMIT 1"));
    known->bind(1, sha256);
    CHARTLINE_ASSIGN(const bool isKnown, known->step());
    if (isKnown && known->text(1).startsWith(QLatin1StringView("folder:"))) {
        const bool byRoot = std::ranges::any_of(m_setup.connectors, [&](const auto &connector) {
            return connector->info().worldwideIds && known->text(2).startsWith(connector->info().id);
        });
        const QString &group = byRoot && !item.root.isEmpty() ? item.root : item.group;
        writer.catalog().adopt(RecordWriter::keyOf({}, group), SourceId{known->int64(0)});
    }
    known->reset();
    return isKnown;
}

void ImportRun::prepareAll(Lanes &lanes, ReadAhead &ahead)
{
    auto reader = m_session.database().reader();
    const auto isKnown = [&reader](const QByteArray &sha256) {
        if (!reader)
            return false;
        // One of which parts were refused is read again, so that they are told again; so is a disc's directory, which
        // may name what is not there.
        auto query = (*reader)->cached("SELECT 1 FROM file WHERE sha256 = ?1 AND complete = 1 "
                                       "AND summary NOT LIKE '%\"refused\"%' AND format <> 'dicomdir'");
        if (!query)
            return false;
        (*query)->bind(1, sha256);
        const auto found = (*query)->step();
        (*query)->reset();
        return found.value_or(false);
    };
    const FilePreparer preparer(
        m_session.blobs(), m_setup.connectors, [this] { return cancelled(); },
        [this](qint64 bytes) {
            m_bytesDone += bytes;
            tell(false);
        });
    QThreadPool mappers;
    mappers.setMaxThreadCount(std::clamp(QThread::idealThreadCount(), 2, s_mostMappers));
    WalkCallbacks callbacks;
    callbacks.file = [&](InputItem &item) {
        setCurrent(item.path);
        auto lane = std::make_shared<Lane>(s_queueBytes);
        if (!lanes.push(std::shared_ptr(lane), qBound(s_leastWeight, item.size, FilePreparer::wholeFileLimit)))
            return false;
        auto read = preparer.read(item, ahead.take(item.path), isKnown, *lane);
        if (!read) {
            lane->close();
            return !cancelled();
        }
        mappers.start([&preparer, lane, place = FilePreparer::Place{item.path, item.group, item.root},
                       read = std::move(*read)]() mutable {
            preparer.map(place, std::move(read), *lane);
            lane->close();
        });
        return !cancelled();
    };
    callbacks.refuse = [&lanes](const Refusal &refusal) {
        auto lane = std::make_shared<Lane>(s_queueBytes);
        lane->push(FileRefused{refusal}, 1);
        lane->close();
        lanes.push(std::move(lane), s_leastWeight);
    };
    m_setup.walker->walk(m_setup.paths, callbacks);
    mappers.waitForDone();
    lanes.close();
    lanes.freeUsed();
}

Status ImportRun::writeAll(Connection &db, RecordWriter &writer, Lanes &lanes)
{
    while (auto lane = lanes.pop()) {
        const Status written = writeLane(db, writer, **lane);
        // What a mapper still adds is no longer wanted.
        (*lane)->close();
        CHARTLINE_TRY(written);
        lanes.giveBack(std::move(*lane));
        if (cancelled())
            break;
    }
    // A large file cut off by the user or a lock stays incomplete; its records that landed are whole.
    return {};
}

Status ImportRun::writeLane(Connection &db, RecordWriter &writer, Lane &lane)
{
    while (auto item = lane.pop()) {
        CHARTLINE_TRY(beginTransaction(db));
        CHARTLINE_TRY(take(writer, db, *item));
        lane.giveBack(std::move(*item));
        tell(false);
        const bool whole = !m_inFile || m_file.size > FilePreparer::wholeFileLimit;
        if (whole && cancelled())
            break;
    }
    return {};
}

Status ImportRun::commitNow(Connection &db, RecordWriter &writer)
{
    std::ignore = db;
    CHARTLINE_TRY(writer.settle());
    CHARTLINE_TRY(m_transaction->commit());
    m_transaction.reset();
    m_sinceCommit = 0;
    m_bytesSinceCommit = 0;
    return {};
}

Status ImportRun::take(RecordWriter &writer, Connection &db, Prepared &item)
{
    if (auto *begin = std::get_if<FileBegin>(&item))
        return takeBegin(writer, db, *begin);
    if (auto *chunk = std::get_if<RecordChunk>(&item)) {
        CHARTLINE_TRY(takeChunk(writer, *chunk));
    } else if (std::holds_alternative<FileEnd>(item)) {
        CHARTLINE_TRY(takeEnd(writer));
    } else {
        m_inFile = false;
        refuse(std::get<FileRefused>(item).refusal);
    }
    const bool due = m_sinceCommit >= m_setup.recordsPerCommit || m_bytesSinceCommit >= s_commitBytes
                     || m_commitTimer.elapsed() >= s_commitMs;
    // A small file is committed whole; a large one, which is marked incomplete until its end, in pieces.
    const bool may = !m_inFile || m_file.size > FilePreparer::wholeFileLimit;
    return due && may ? commitNow(db, writer) : Status();
}

Status ImportRun::takeBegin(RecordWriter &writer, Connection &db, FileBegin &begin)
{
    m_file = std::move(begin.file);
    m_outcome = {m_file.path, m_file.format, 0, 0, 0, 0};
    m_fileTypes.clear();
    m_report.bytes += m_file.size;
    m_inFile = true;
    CHARTLINE_ASSIGN(Statement * known,
                     db.cached("SELECT format, summary FROM file WHERE sha256 = ?1 AND complete = 1"));
    known->bind(1, m_file.sha256);
    CHARTLINE_ASSIGN(m_knownFile, known->step());
    QJsonObject summary;
    if (m_knownFile) {
        m_outcome.format = known->text(0);
        summary = QJsonDocument::fromJson(known->text(1).toUtf8()).object();
    }
    known->reset();
    if (!m_knownFile) {
        m_bytesSinceCommit += m_file.content.size();
        CHARTLINE_ASSIGN(m_fileId, writer.beginFile(m_file));
        m_file.content.clear();
        return {};
    }
    const QJsonObject types = summary.value(QStringLiteral("byType")).toObject();
    for (auto it = types.begin(); it != types.end(); ++it) {
        m_report.byType[it.key()] += it.value().toInt();
        m_outcome.unchanged += it.value().toInt();
    }
    for (const auto &remark : summary.value(QStringLiteral("remarks")).toArray())
        m_outcome.remarks.append(remark.toString());
    m_report.unchanged += m_outcome.unchanged;
    return begin.known ? takeEnd(writer) : Status();
}

Status ImportRun::takeChunk(RecordWriter &writer, RecordChunk &chunk)
{
    for (const Refusal &refusal : std::as_const(chunk.refusals))
        refuse(refusal);
    for (const PreparedRecord &record : chunk.records)
        noteCompanions(record);
    if (m_knownFile && m_inFile)
        return {};
    if (chunk.records.empty()) {
        // A file of which nothing could be taken: each part was refused above.
        if (!m_inFile)
            noteRefusedFile(chunk.refusals);
        return {};
    }
    if (m_outcome.accepted + m_outcome.unchanged == 0)
        m_outcome.format = chunk.records.front().source.format;
    for (const PreparedRecord &record : chunk.records) {
        CHARTLINE_ASSIGN(const auto outcome, writer.put(m_fileId, m_file, record));
        count(outcome, record);
        ++m_sinceCommit;
    }
    m_recordsDone = m_report.accepted + m_report.unchanged;
    return {};
}

void ImportRun::noteCompanions(const PreparedRecord &record)
{
    const QString folder = m_file.path.section(QLatin1Char('/'), 0, -2);
    for (const QString &name : record.companions) {
        Companion companion{m_file.path, {}};
        QString above = folder;
        for (int level = 0; level < s_levelsAbove; ++level) {
            companion.places.append(comparablePath(above + QLatin1Char('/') + name));
            above = above.section(QLatin1Char('/'), 0, -2);
        }
        m_companions.insert(folder + QLatin1Char('/') + name, companion);
    }
}

// A disc's directory names what should be on it: what was not met is missing from the record, and told.
void ImportRun::refuseMissing()
{
    if (m_report.cancelled)
        return;
    for (auto it = m_companions.begin(); it != m_companions.end(); ++it) {
        if (std::ranges::any_of(it->places, [this](const QString &place) { return m_met.contains(place); }))
            continue;
        m_report.refusals.append({it.key(), {}, {ErrorCode::CompanionMissing, {it->of.section(QLatin1Char('/'), -1)}}});
        ++m_report.refused;
    }
}

void ImportRun::noteRefusedFile(const QList<Refusal> &refusals)
{
    if (refusals.isEmpty() || refusals.first().where.isEmpty())
        return;
    m_filesDone = ++m_report.files;
    m_report.outcomes.append({refusals.first().path, {}, 0, 0, 0, int(refusals.size())});
}

void ImportRun::count(RecordWriter::Outcome outcome, const PreparedRecord &record)
{
    ++m_fileTypes[record.source.type];
    ++m_report.byType[record.source.type];
    for (const MappingIssue &issue : record.issues)
        ++m_report.issues[issue.reason];
    m_outcome.remarks.append(record.remarks);
    if (outcome == RecordWriter::Outcome::Unchanged) {
        ++m_report.unchanged;
        ++m_outcome.unchanged;
        return;
    }
    ++m_report.accepted;
    ++m_outcome.accepted;
    if (!record.mapped && !record.deleted) {
        ++m_report.kept;
        ++m_outcome.kept;
    }
    if (outcome == RecordWriter::Outcome::NewVersion)
        ++m_report.newVersions;
}

Status ImportRun::takeEnd(RecordWriter &writer)
{
    m_inFile = false;
    if (!m_knownFile) {
        CHARTLINE_TRY(writer.endFile(m_fileId, m_outcome.format, summaryOf(m_outcome, m_fileTypes)));
    }
    ++m_report.files;
    ++m_report.byFormat[m_outcome.format];
    m_filesDone = m_report.files;
    m_report.outcomes.append(m_outcome);
    return {};
}

void ImportRun::refuse(const Refusal &refusal)
{
    m_report.refusals.append(refusal);
    ++m_report.refused;
    if (m_inFile)
        ++m_outcome.refused;
    if (refusal.where.isEmpty()) {
        m_filesDone = ++m_report.files;
        m_report.outcomes.append({refusal.path, {}, 0, 0, 0, 1});
    }
}

QByteArray ImportRun::summaryOf(const FileOutcome &outcome, const QMap<QString, int> &types) const
{
    QJsonObject summary{{QStringLiteral("kept"), outcome.kept}, {QStringLiteral("byType"), countsObject(types)}};
    if (outcome.refused > 0)
        summary.insert(QStringLiteral("refused"), outcome.refused);
    if (!outcome.remarks.isEmpty())
        summary.insert(QStringLiteral("remarks"), QJsonArray::fromStringList(outcome.remarks));
    return QJsonDocument(summary).toJson(QJsonDocument::Compact);
}

void ImportRun::setCurrent(const QString &path)
{
    const std::lock_guard lock(m_currentMutex);
    m_current = path;
}

// Called from both threads: looks at nothing but atomics and what the mutex guards.
void ImportRun::tell(bool always)
{
    if (!m_setup.progress)
        return;
    const qint64 now = m_timer.elapsed();
    qint64 last = m_lastTold.load();
    if (!always && (now - last < s_tellMs || !m_lastTold.compare_exchange_strong(last, now)))
        return;
    ImportProgress progress;
    progress.files = m_filesDone;
    progress.totalFiles = m_totalFiles;
    progress.bytes = m_bytesDone;
    progress.totalBytes = m_totalBytes;
    progress.records = m_recordsDone;
    progress.recordsPerSecond = now > 0 ? progress.records * 1000.0 / double(now) : 0;
    {
        const std::lock_guard lock(m_currentMutex);
        progress.currentFile = m_current;
    }
    m_setup.progress(progress);
}

} // namespace Chartline
