// SPDX-License-Identifier: Apache-2.0
#include "support/TestVault.h"

#include "fhir/FhirConnector.h"
#include "files/FileWalker.h"
#include "services/Rebuild.h"
#include "services/Rematch.h"
#include "store/RecordBytes.h"
#include "support/Await.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>

namespace Chartline::Test {

TestVault::TestVault(const QString &folder, KdfPolicy policy)
    : m_connectors{std::make_shared<Fhir::FhirConnector>()}
    , m_vault(folder, policy)
    , m_records(m_vault, m_connectors)
    , m_imports(m_vault, m_connectors, std::make_shared<FileWalker>(), std::make_shared<SystemClock>())
{
    m_vault.setPrepare([connectors = m_connectors](Session &session) -> Status {
        CHARTLINE_TRY(rebuildIfMapperChanged(session, connectors));
        return rematchIfChanged(session, connectors);
    });
}

TestVault::~TestVault() = default;

namespace {

SecureBytes secret(const QByteArray &text)
{
    return SecureBytes(std::span(reinterpret_cast<const unsigned char *>(text.constData()), std::size_t(text.size())));
}

} // namespace

Status TestVault::create()
{
    const auto made = await(m_vault.create(secret(defaultPassphrase)));
    if (!made)
        return std::unexpected(made.error());
    return {};
}

Status TestVault::unlock(const QByteArray &passphrase)
{
    return await(m_vault.unlock(secret(passphrase)));
}

void TestVault::close()
{
    m_vault.lock();
}

Result<ImportReport> TestVault::import(const QStringList &paths, const QString &sourceName)
{
    return await(m_imports.import({paths, sourceName}));
}

Result<ImportReport> TestVault::importOften(const QStringList &paths, int recordsPerCommit)
{
    ImportRun::Setup setup;
    setup.walker = std::make_shared<FileWalker>();
    setup.paths = paths;
    setup.recordsPerCommit = recordsPerCommit;
    return run(std::move(setup));
}

Result<ImportReport> TestVault::run(ImportRun::Setup setup)
{
    const std::shared_ptr<Session> open = session();
    if (!open)
        return fail(ErrorCode::VaultLocked);
    setup.connectors = m_connectors;
    setup.now = SystemClock().now().toMSecsSinceEpoch();
    return ImportRun(*open, std::move(setup)).run();
}

Result<VerifyReport> TestVault::verify()
{
    return await(m_records.verify());
}

Result<QList<PersonSummary>> TestVault::persons(const QString &search)
{
    return await(m_records.persons(search));
}

Result<PersonRecordPtr> TestVault::record(PersonId person)
{
    return await(m_records.open(person));
}

Result<QList<SearchHit>> TestVault::search(const QString &text, PersonId person)
{
    return await(m_records.search(text, person));
}

namespace {

// Each query gives one line of JSON a row. What a row is called: a source by key and ordinal, an identity by its
// references, a record by source, type, id and the hash of its bytes, a fact by its record and index.
constexpr const char *s_names =
    "WITH s AS MATERIALIZED (SELECT id, key || '|' || ordinal AS n FROM source), "
    "i AS MATERIALIZED (SELECT i.id, (SELECT s.n FROM s WHERE s.id = i.source_id) || '|' || coalesce((SELECT "
    "group_concat(ref, ',') FROM "
    "(SELECT ref FROM identity_ref r WHERE r.identity_id = i.id ORDER BY ref)), '') AS n FROM identity i), "
    "r AS (SELECT r.id AS id, (SELECT s.n FROM s WHERE s.id = r.source_id) || '|' || r.type || '|' || r.logical_id || "
    "'|' || hex(r.sha256) AS n FROM record r) ";

constexpr const char *s_lines[] = {
    "SELECT json_array('source', s.n, x.name) FROM source x JOIN s ON s.id = x.id",
    "SELECT json_array('file', hex(sha256), path, group_key, format, size, length(content), blob, complete) FROM file",
    "SELECT json_array('record', r.n, hex(f.sha256), x.offset, x.length, x.version, x.updated, x.full_url, x.format, "
    "x.place, x.state, x.mapped, x.issues, "
    "(SELECT i.n FROM i WHERE i.id = x.identity_id)) FROM record x JOIN r ON r.id = x.id JOIN file f ON f.id = "
    "x.file_id",
    "SELECT json_array('seen', r.n, hex(f.sha256), x.offset) FROM record_seen x JOIN r ON r.id = x.record_id JOIN file "
    "f ON f.id = x.file_id",
    "SELECT json_array('identity', i.n, x.name, x.family, x.given, x.birth_date, x.sex, x.deceased, (SELECT r.n FROM r "
    "WHERE r.id = x.record_id)) "
    "FROM identity x JOIN i ON i.id = x.id",
    "SELECT json_array('person', p.name, p.birth_date, p.sex, p.deceased, p.sort_name, (SELECT group_concat(n, ';') "
    "FROM (SELECT i.n FROM identity x JOIN i ON "
    "i.id = x.id WHERE x.person_id = p.id ORDER BY i.n))) FROM person p",
    "SELECT json_array('identifier', i.n, x.system, x.value, x.type) FROM identifier x JOIN i ON i.id = x.identity_id",
    "SELECT json_array('link', min(a.n, b.n), max(a.n, b.n), l.how, l.undone IS NULL) FROM link l JOIN i a ON a.id = "
    "l.identity_a JOIN i b ON b.id = l.identity_b",
    "SELECT json_array('label', r.n, x.title, x.system, x.code, x.display, x.body) FROM label x JOIN r ON r.id = "
    "x.record_id",
    "SELECT json_array('dependency', s.n, d.target, r.n, d.fact_id % 4096, d.purpose) FROM dependency d JOIN s ON s.id "
    "= d.source_id JOIN r ON r.id = d.fact_id / 4096",
    "SELECT json_array('fact', r.n, f.id % 4096, g.n, f.group_id % 4096, s.n, f.kind, f.start_ms, f.end_ms, f.start, "
    "f.end, f.title, f.system, f.code, f.display, "
    "f.value, f.unit, f.number, f.number2, f.status, f.assertion, f.flags, f.category, (SELECT body FROM fact_body b "
    "WHERE b.fact_id = f.id), "
    "EXISTS (SELECT 1 FROM fact_search_docsize d WHERE d.id = f.id)) "
    "FROM fact f JOIN r ON r.id = f.id / 4096 JOIN r g ON g.id = f.group_id / 4096 JOIN s ON s.id = f.source_id",
    "SELECT json_array('rows', (SELECT count(*) FROM fact), (SELECT count(*) FROM fact_body), (SELECT count(*) FROM "
    "fact_search_docsize), "
    "(SELECT count(*) FROM record), (SELECT count(*) FROM dependency), (SELECT count(*) FROM identity), (SELECT "
    "count(*) FROM import WHERE finished IS NULL))",
};

Status appendLines(Connection &db, const QByteArray &sql, QStringList &lines)
{
    CHARTLINE_ASSIGN(Statement query, db.prepare(sql.constData()));
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query.step());
        if (!row)
            return {};
        lines.append(query.text(0));
    }
}

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

Result<QStringList> canonicalDump(Session &session)
{
    CHARTLINE_ASSIGN(const auto reader, session.database().reader());
    QStringList lines;
    for (const char *sql : s_lines)
        CHARTLINE_TRY(appendLines(*reader, QByteArray(s_names) + sql, lines));
    CHARTLINE_ASSIGN(const auto blobs, session.blobs().list());
    for (const BlobName &name : blobs) {
        CHARTLINE_ASSIGN(const BlobReader blob, session.blobs().openBlob(name));
        CHARTLINE_ASSIGN(const QByteArray bytes, blob.read(0, blob.size()));
        lines.append(QStringLiteral("blob ") + name.toString() + QLatin1Char(' ') + hashOf(bytes));
    }
    lines.sort();
    return lines;
}

namespace {

QString lineOf(const Fact &fact)
{
    QStringList witnesses;
    for (const Witness &witness : fact.witnesses)
        witnesses.append(witness.record.toString());
    return QStringList{fact.id.toString(),
                       factKindName(fact.kind),
                       fact.start.text(),
                       fact.end.text(),
                       fact.title,
                       fact.code.system,
                       fact.code.code,
                       fact.code.display,
                       fact.value,
                       fact.unit,
                       fact.status,
                       QString::number(int(fact.assertion)),
                       QString::number(fact.flags.toInt()),
                       fact.category,
                       witnesses.join(QLatin1Char(','))}
        .join(QLatin1Char('|'));
}

} // namespace

Status everythingShown(TestVault &vault, const QString &searchFor, QStringList &lines)
{
    CHARTLINE_ASSIGN(const auto people, vault.persons());
    for (const PersonSummary &person : people) {
        lines.append(QStringList{person.id.toString(), person.name, person.birthDate, person.sex, person.deceased}.join(
            QLatin1Char('|')));
        for (const IdentityInfo &identity : person.identities) {
            lines.append(identity.id.toString() + identity.name + identity.source.name + identity.source.key
                         + identity.record.toString());
            for (const IdentifierInfo &identifier : identity.identifiers)
                lines.append(identifier.system + QLatin1Char('|') + identifier.value + QLatin1Char('|')
                             + identifier.type);
        }
        CHARTLINE_ASSIGN(const PersonRecordPtr record, vault.record(person.id));
        for (const Fact &fact : record->facts)
            lines.append(lineOf(fact));
    }
    CHARTLINE_ASSIGN(const auto hits, vault.search(searchFor));
    for (const SearchHit &hit : hits)
        lines.append(QStringLiteral("hit ") + hit.id.toString() + hit.title + hit.snippet);
    const std::shared_ptr<Session> session = vault.session();
    CHARTLINE_ASSIGN(const auto reader, session->database().reader());
    CHARTLINE_ASSIGN(Statement ids, reader->prepare("SELECT id FROM record ORDER BY id"));
    while (true) {
        CHARTLINE_ASSIGN(const bool row, ids.step());
        if (!row)
            break;
        CHARTLINE_ASSIGN(const QByteArray bytes, recordBytes(*reader, session->blobs(), RecordId{ids.int64(0)}));
        lines.append(QStringLiteral("bytes %1 ").arg(ids.int64(0)) + hashOf(bytes));
    }
    return {};
}

QByteArray difference(const QStringList &is, const QStringList &shouldBe)
{
    const QSet<QString> left(is.begin(), is.end());
    const QSet<QString> right(shouldBe.begin(), shouldBe.end());
    QString text = QStringLiteral("%1 lines, should be %2\n").arg(is.size()).arg(shouldBe.size());
    int told = 0;
    for (const QString &line : is) {
        if (!right.contains(line) && told++ < 6)
            text += QStringLiteral("+ ") + line.left(600) + QLatin1Char('\n');
    }
    told = 0;
    for (const QString &line : shouldBe) {
        if (!left.contains(line) && told++ < 6)
            text += QStringLiteral("- ") + line.left(600) + QLatin1Char('\n');
    }
    return text.toLocal8Bit();
}

bool copyFolder(const QString &from, const QString &to)
{
    if (!QDir().mkpath(to))
        return false;
    QDirIterator it(from, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QFileInfo entry = it.nextFileInfo();
        const QString target = to + QLatin1Char('/') + QDir(from).relativeFilePath(entry.filePath());
        if (entry.isDir() ? !QDir().mkpath(target)
                          : !QDir().mkpath(QFileInfo(target).path()) || !QFile::copy(entry.filePath(), target))
            return false;
        if (!entry.isDir())
            QFile::setPermissions(target, QFile::permissions(target) | QFile::WriteOwner);
    }
    return true;
}

} // namespace Chartline::Test
