// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "clinical/ClinicalValue.h"
#include "store/Connection.h"
#include "store/References.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <utility>

namespace Chartline {

// What a supporting record (drug, device, person, place, binary) is called, and the text a document has.
struct Label
{
    QString title;
    Clinical::Coding code;
    QString body;

    [[nodiscard]] bool isEmpty() const { return title.isEmpty() && body.isEmpty(); }
    bool operator==(const Label &) const = default;
    // Nothing for values no fact takes its name from.
    [[nodiscard]] static Label of(const Clinical::Value &value);
};

// Writes the derived rows: facts, their search entries, and labels. Writer thread only, within a transaction.
class FactStore
{
public:
    explicit FactStore(Connection &db)
        : m_db(db)
    { }

    struct Origin
    {
        RecordId record;
        SourceId source;
        FileId file; // whose own names for things come first
        PersonId person;
    };

    // The facts of one record, their names and texts completed from what has been received.
    [[nodiscard]] Status insert(const Origin &origin, const QList<FactDraft> &drafts, FactFlags extra = {});
    [[nodiscard]] Status remove(RecordId record);
    // A fact put together from several records of a source, and taking away those with this FactDraft::sameAs.
    [[nodiscard]] Status insertProjected(const Origin &origin, const FactDraft &draft);
    [[nodiscard]] Status removeProjected(SourceId source, const QString &sameAs);
    // A label has come or changed: facts that wait for one of these names of the record are completed.
    [[nodiscard]] Status setLabel(RecordId record, SourceId source, const QStringList &names, const Label &label);
    [[nodiscard]] Status setFlag(RecordId record, FactFlag flag);
    // The draft as insert() would store it: what verification compares with.
    [[nodiscard]] Result<FactDraft> completed(const Origin &origin, const FactDraft &draft);

    // Another name a reference may use for the record ("urn:uuid:…").
    [[nodiscard]] Status addAlias(SourceId source, FileId file, const QString &name, RecordId record);
    // Writes what waits for the search index. To be called before every commit: FTS5 writes a segment of its own at
    // each statement that another table's statement interrupts, so its rows are written in one go.
    [[nodiscard]] Status flushSearch();
    // People whose facts were removed, renamed or flagged since the last call: their facts may have to be merged anew.
    [[nodiscard]] QSet<PersonId> takeChanged() { return std::exchange(m_changed, {}); }
    void forgetNames();

private:
    struct SearchRow
    {
        QString title;
        QString body;
        bool replaces = false; // the index may have a row of this id
    };
    [[nodiscard]] Result<std::optional<Label>> labelOf(SourceId source, FileId file, const QString &ref);
    [[nodiscard]] Result<RecordId> labelled(SourceId source, FileId file, const QString &ref);
    [[nodiscard]] Result<FileId> fileOf(RecordId record);
    [[nodiscard]] Result<std::optional<Label>> readLabel(RecordId record);
    [[nodiscard]] Status noteChanged(qint64 first, qint64 last);
    [[nodiscard]] Status removeRows(qint64 first, qint64 last);
    [[nodiscard]] Result<SourceId> sourceOf(SourceId own, const QString &base);
    [[nodiscard]] Status insertRow(FactId id, const Origin &origin, const FactDraft &draft, FactFlags extra);
    [[nodiscard]] Status insertSearch(FactId id, const FactDraft &draft);
    [[nodiscard]] Status depend(FactId id, SourceId source, const Clinical::Reference &reference, int purpose);
    [[nodiscard]] Status rename(FactId id, const Label &label);
    [[nodiscard]] Status appendBody(FactId id, FileId file);
    [[nodiscard]] Status reindex(FactId id);

    Connection &m_db;
    QHash<std::pair<std::pair<qint64, qint64>, QString>, std::optional<Label>> m_labels; // source, file, reference
    QHash<QString, SourceId> m_bases;
    QHash<qint64, QString> m_keys; // of sources
    QSet<PersonId> m_changed;
    QMap<qint64, SearchRow> m_waiting; // by fact id
};

} // namespace Chartline
