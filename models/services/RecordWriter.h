// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/ImportReport.h"
#include "services/PreparedRecord.h"
#include "store/IdentityStore.h"
#include "store/SourceCatalog.h"
#include "store/StudyStore.h"

#include <QSet>

namespace Chartline {

// A received file as the store keeps it.
struct ReceivedFile
{
    QString path;
    QString group; // folder or archive
    QString format;
    QByteArray sha256;
    qint64 size = 0;
    QByteArray content; // verbatim; empty where it is a blob
    QString blob;
};

// Writes files and records into the store: versions, identities, facts, labels. Writer thread only, within a
// transaction of the caller's.
class RecordWriter
{
public:
    // `import`: the running import's row. `sourceName`: for sources without a FHIR base; empty: the folder's name.
    RecordWriter(Connection &db, qint64 import, qint64 now, QString sourceName);

    enum class Outcome : quint8 { Stored, NewVersion, Unchanged };

    [[nodiscard]] SourceCatalog &catalog() { return m_catalog; }
    // The urn: names a file gives its own patients, known from the first pass: within the file they mean these and
    // nobody else's.
    void setOwnNames(const QString &path, const QSet<QString> &names) { m_ownNames.insert(path, names); }
    // The file's row; the earlier one where a large file was cut off.
    [[nodiscard]] Result<FileId> beginFile(const ReceivedFile &file);
    [[nodiscard]] Result<Outcome> put(FileId file, const ReceivedFile &origin, const PreparedRecord &record);
    // `format`: of its records. `summary`: counts to print when the same bytes come again.
    [[nodiscard]] Status endFile(FileId file, const QString &format, const QByteArray &summary);
    // Everything that has to be right before a commit: merges the facts of the people touched.
    [[nodiscard]] Status settle();

    [[nodiscard]] int factsWritten() const { return m_facts; }
    // People whose record this import added to, those that turned out to be one counted once.
    [[nodiscard]] Result<int> countPersons();

    // "folder:…" or the FHIR base, and how a new source of that key is called.
    [[nodiscard]] static QString keyOf(const QString &base, const QString &group);
    [[nodiscard]] QString nameOf(const QString &base, const QString &group) const;

private:
    struct Existing
    {
        RecordId id;
        QByteArray sha256;
        QString version;
        std::optional<qint64> updated;
        int state = 0;
        qint64 import = 0;
        FileId file;
        qint64 offset = 0;
        IdentityId owner;
    };
    struct Placement
    {
        int state = 0;
        FactFlags flags;
        bool newVersion = false;
    };
    // Where the records of a base go that are in this file.
    [[nodiscard]] Result<SourceId> sourceOf(const ReceivedFile &origin, const QString &base);
    [[nodiscard]] Result<QList<Existing>> existing(SourceId source, const QString &type, const QString &id);
    [[nodiscard]] Status seenAgain(RecordId record, FileId file, qint64 offset);
    // The same record, byte for byte, as one that is there; null for none.
    [[nodiscard]] std::optional<Existing> sameBytes(const PreparedRecord &record, const QList<Existing> &rows) const;
    [[nodiscard]] Result<Placement> place(const PreparedRecord &record, IdentityId owner, const QList<Existing> &rows);
    [[nodiscard]] Status supersede(RecordId record);
    [[nodiscard]] Result<RecordId> insertRow(FileId file, const PreparedRecord &record, SourceId source, int state,
                                             IdentityId owner);
    [[nodiscard]] static QString within(const QString &name, const ReceivedFile &origin);
    [[nodiscard]] static bool hasOwner(const PreparedRecord &record);
    [[nodiscard]] Status receivePatient(RecordId row, SourceId source, const ReceivedFile &origin,
                                        const PreparedRecord &record, bool current);
    [[nodiscard]] Status writeMeaning(const FactStore::Origin &at, const ReceivedFile &origin,
                                      const PreparedRecord &record, const Placement &placement);
    [[nodiscard]] Result<IdentityStore::Owner> ownerOf(SourceId source, const ReceivedFile &origin,
                                                       const PreparedRecord &record);
    [[nodiscard]] Status nameSource(SourceId source, const ReceivedFile &origin, const QString &base,
                                    const Clinical::Patient &patient);
    [[nodiscard]] Status setOwner(RecordId row, IdentityId identity);
    [[nodiscard]] Status receiveInstance(const FactStore::Origin &at, const ReceivedFile &origin,
                                         const PreparedRecord &record, bool current);
    [[nodiscard]] Result<PersonId> receiveNamed(const FactStore::Origin &at, const PreparedRecord &record);
    [[nodiscard]] Status settleStudies();
    [[nodiscard]] Status nameByInstitution(SourceId source, const QString &plain);
    [[nodiscard]] Status settleNames();

    Connection &m_db;
    qint64 m_import;
    QString m_sourceName;
    SourceCatalog m_catalog;
    IdentityStore m_identities;
    FactStore m_factStore;
    StudyStore m_studyStore;
    QSet<PersonId> m_persons;
    QSet<std::pair<qint64, QString>> m_studies; // (source, UID) whose timeline rows are to be written anew
    QSet<std::pair<qint64, QString>> m_studiesWritten;
    QHash<qint64, QString> m_imagingSources; // what each would be called without an institution's name
    QSet<std::pair<qint64, QString>> m_named; // (source, reference) of patients that instances have told already
    QHash<QString, QSet<QString>> m_ownNames; // by path
    QHash<qint64, std::pair<QString, QString>> m_unnamed; // source: default name, reference of its organisation
    QHash<QString, SourceId> m_fileSources; // by base, of the file being written
    int m_facts = 0;
};

} // namespace Chartline
