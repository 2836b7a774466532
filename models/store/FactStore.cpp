// SPDX-License-Identifier: Apache-2.0
#include "store/FactStore.h"

namespace Chartline {

namespace {

// Parts a fact's text from what other resources (a Binary) add to it; a character no text contains.
constexpr QChar s_bodySeparator(0x1e);

constexpr qsizetype s_searchRows = 50'000; // a bound for memory

enum Purpose { Name = 0, Text = 1 };

Statement &bindTime(Statement &statement, int index, const PartialDate &date, bool end)
{
    return date.isValid() ? statement.bind(index, end ? date.latest() : date.earliest()) : statement.bindNull(index);
}

QString searchBody(const FactDraft &draft)
{
    QString text;
    text.reserve(draft.value.size() + draft.code.code.size() + draft.code.display.size() + draft.body.size() + 8);
    for (const QString *part : {&draft.value, &draft.code.code, &draft.code.display, &draft.category, &draft.body}) {
        if (part->isEmpty() || *part == draft.title)
            continue;
        if (!text.isEmpty())
            text.append(QLatin1Char('\n'));
        text.append(*part);
    }
    return text;
}

void complete(FactDraft &draft, const Label &label)
{
    if (!label.title.isEmpty())
        draft.title = label.title;
    if (!label.code.isEmpty())
        draft.code = label.code;
}

} // namespace

void FactStore::forgetNames()
{
    m_labels.clear();
    m_bases.clear();
}

Status FactStore::flushSearch()
{
    CHARTLINE_ASSIGN(Statement * remove, m_db.cached("DELETE FROM fact_search WHERE rowid = ?1"));
    CHARTLINE_ASSIGN(Statement * insert,
                     m_db.cached("INSERT INTO fact_search (rowid, title, body) VALUES (?1, ?2, ?3)"));
    for (auto it = m_waiting.cbegin(); it != m_waiting.cend(); ++it) {
        if (it->replaces) {
            remove->bind(1, it.key());
            CHARTLINE_TRY(remove->run());
        }
        insert->bind(1, it.key()).bind(2, it->title).bind(3, it->body);
        CHARTLINE_TRY(insert->run());
    }
    m_waiting.clear();
    return {};
}

Result<FactDraft> FactStore::completed(const Origin &origin, const FactDraft &draft)
{
    FactDraft result = draft;
    if (!draft.titleFrom.isEmpty()) {
        const Target target = targetOf(draft.titleFrom);
        CHARTLINE_ASSIGN(const SourceId where, sourceOf(origin.source, target.base));
        CHARTLINE_ASSIGN(const auto label, labelOf(where, origin.file, target.ref));
        if (label)
            complete(result, *label);
    }
    for (const auto &reference : draft.bodyFrom) {
        const Target target = targetOf(reference);
        CHARTLINE_ASSIGN(const SourceId where, sourceOf(origin.source, target.base));
        CHARTLINE_ASSIGN(const auto label, labelOf(where, origin.file, target.ref));
        if (label && !label->body.isEmpty())
            result.body += s_bodySeparator + label->body;
    }
    return result;
}

Status FactStore::insert(const Origin &origin, const QList<FactDraft> &drafts, FactFlags extra)
{
    for (int i = 0; i < drafts.size(); ++i) {
        const FactDraft &draft = drafts[i];
        const FactId id = FactId::of(origin.record, i);
        if (draft.titleFrom.isEmpty() && draft.bodyFrom.isEmpty()) {
            CHARTLINE_TRY(insertRow(id, origin, draft, extra));
            CHARTLINE_TRY(insertSearch(id, draft));
            continue;
        }
        CHARTLINE_ASSIGN(const FactDraft whole, completed(origin, draft));
        CHARTLINE_TRY(insertRow(id, origin, whole, extra));
        CHARTLINE_TRY(insertSearch(id, whole));
        CHARTLINE_TRY(depend(id, origin.source, draft.titleFrom, Name));
        for (const auto &reference : draft.bodyFrom)
            CHARTLINE_TRY(depend(id, origin.source, reference, Text));
    }
    return {};
}

Status FactStore::insertRow(FactId id, const Origin &origin, const FactDraft &draft, FactFlags extra)
{
    CHARTLINE_ASSIGN(
        Statement * row,
        m_db.cached("INSERT INTO fact (id, group_id, person_id, source_id, kind, start_ms, end_ms, start, end, title, "
                    "system, code, display, value, unit, number, number2, status, assertion, flags, category, "
                    "same_as) VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, "
                    "?18, ?19, "
                    "?20, ?21)"));
    row->bind(1, id.value).bind(2, origin.person.value).bind(3, origin.source.value).bind(4, int(draft.kind));
    bindTime(*row, 5, draft.start, false);
    bindTime(*row, 6, draft.end, true);
    row->bind(7, draft.start.text()).bind(8, draft.end.text()).bind(9, draft.title).bind(10, draft.code.system);
    row->bind(11, draft.code.code);
    // The display is mostly the title again.
    row->bind(12, draft.code.display == draft.title ? QString() : draft.code.display);
    row->bind(13, draft.value).bind(14, draft.unit);
    draft.number ? row->bind(15, *draft.number) : row->bindNull(15);
    draft.number2 ? row->bind(16, *draft.number2) : row->bindNull(16);
    row->bind(17, draft.status).bind(18, int(draft.assertion)).bind(19, int((draft.flags | extra).toInt()));
    row->bind(20, draft.category).bind(21, draft.sameAs);
    return row->run();
}

Status FactStore::insertSearch(FactId id, const FactDraft &draft)
{
    if (!draft.body.isEmpty()) {
        CHARTLINE_ASSIGN(Statement * body, m_db.cached("INSERT INTO fact_body (fact_id, body) VALUES (?1, ?2)"));
        body->bind(1, id.value).bind(2, draft.body);
        CHARTLINE_TRY(body->run());
    }
    // Mostly the newest; a projected one stands at an earlier record.
    m_waiting.insert(m_waiting.upperBound(id.value), id.value, {draft.title, searchBody(draft), false});
    return m_waiting.size() >= s_searchRows ? flushSearch() : Status();
}

Status FactStore::noteChanged(qint64 first, qint64 last)
{
    CHARTLINE_ASSIGN(Statement * query, m_db.cached("SELECT DISTINCT person_id FROM fact WHERE id BETWEEN ?1 AND ?2"));
    query->bind(1, first).bind(2, last);
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        m_changed.insert(PersonId{query->int64(0)});
    }
    query->reset();
    return {};
}

Status FactStore::remove(RecordId record)
{
    const qint64 first = FactId::of(record, 0).value;
    return removeRows(first, first + FactId::perRecord - 1);
}

Status FactStore::insertProjected(const Origin &origin, const FactDraft &draft)
{
    const FactId id = FactId::projected(origin.record);
    m_changed.insert(origin.person);
    CHARTLINE_TRY(insertRow(id, origin, draft, {}));
    return insertSearch(id, draft);
}

Status FactStore::removeProjected(SourceId source, const QString &sameAs)
{
    CHARTLINE_ASSIGN(Statement * query, m_db.cached("SELECT id FROM fact WHERE same_as = ?1 AND source_id = ?2"));
    query->bind(1, sameAs).bind(2, source.value);
    QList<FactId> ids;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        if (const FactId id{query->int64(0)}; id.index() == FactId::projectedIndex)
            ids.append(id);
    }
    query->reset();
    for (const FactId id : std::as_const(ids))
        CHARTLINE_TRY(removeRows(id.value, id.value));
    return {};
}

Status FactStore::removeRows(qint64 first, qint64 last)
{
    CHARTLINE_TRY(noteChanged(first, last));
    for (auto it = m_waiting.lowerBound(first); it != m_waiting.end() && it.key() <= last;)
        it = m_waiting.erase(it);
    for (const char *sql :
         {"DELETE FROM fact_search WHERE rowid BETWEEN ?1 AND ?2",
          "DELETE FROM fact_body WHERE fact_id BETWEEN ?1 AND ?2",
          "DELETE FROM dependency WHERE fact_id BETWEEN ?1 AND ?2", "DELETE FROM fact WHERE id BETWEEN ?1 AND ?2"}) {
        CHARTLINE_ASSIGN(Statement * statement, m_db.cached(sql));
        statement->bind(1, first).bind(2, last);
        CHARTLINE_TRY(statement->run());
    }
    return {};
}

Status FactStore::setFlag(RecordId record, FactFlag flag)
{
    CHARTLINE_ASSIGN(Statement * update, m_db.cached("UPDATE fact SET flags = flags | ?3 WHERE id BETWEEN ?1 AND ?2"));
    const qint64 first = FactId::of(record, 0).value;
    CHARTLINE_TRY(noteChanged(first, first + FactId::perRecord - 1));
    update->bind(1, first).bind(2, first + FactId::perRecord - 1).bind(3, int(flag));
    return update->run();
}

Status FactStore::depend(FactId id, SourceId source, const Clinical::Reference &reference, int purpose)
{
    const Target target = targetOf(reference);
    if (target.ref.isEmpty())
        return {};
    CHARTLINE_ASSIGN(const SourceId where, sourceOf(source, target.base));
    CHARTLINE_ASSIGN(Statement * insert,
                     m_db.cached("INSERT OR IGNORE INTO dependency (source_id, target, fact_id, purpose) "
                                 "VALUES (?1, ?2, ?3, ?4)"));
    insert->bind(1, where.value).bind(2, target.ref).bind(3, id.value).bind(4, purpose);
    return insert->run();
}

Result<SourceId> FactStore::sourceOf(SourceId own, const QString &base)
{
    if (base.isEmpty())
        return own;
    // One base may stand for several sources ("… #2"): a record's own comes first.
    if (!m_keys.contains(own.value)) {
        CHARTLINE_ASSIGN(Statement * key, m_db.cached("SELECT key FROM source WHERE id = ?1"));
        key->bind(1, own.value);
        CHARTLINE_ASSIGN(const bool there, key->step());
        m_keys.insert(own.value, there ? key->text(0) : QString());
        key->reset();
    }
    if (m_keys.value(own.value) == base)
        return own;
    if (const auto known = m_bases.constFind(base); known != m_bases.constEnd())
        return *known ? *known : own;
    CHARTLINE_ASSIGN(Statement * query, m_db.cached("SELECT id FROM source WHERE key = ?1 AND ordinal = 0"));
    query->bind(1, base);
    CHARTLINE_ASSIGN(const bool found, query->step());
    const SourceId source{found ? query->int64(0) : 0};
    query->reset();
    if (source)
        m_bases.insert(base, source);
    return source ? source : own;
}

Result<std::optional<Label>> FactStore::labelOf(SourceId source, FileId file, const QString &ref)
{
    const std::pair key(std::pair(source.value, file.value), ref);
    if (const auto known = m_labels.constFind(key); known != m_labels.constEnd())
        return *known;
    CHARTLINE_ASSIGN(const RecordId record, labelled(source, file, ref));
    if (!record)
        return std::nullopt;
    CHARTLINE_ASSIGN(auto label, readLabel(record));
    if (m_labels.size() > 10'000)
        m_labels.clear();
    m_labels.insert(key, label);
    return label;
}

// The current record with a label that the reference names; the file's own where several are called the same.
Result<RecordId> FactStore::labelled(SourceId source, FileId file, const QString &ref)
{
    const bool urn = ref.startsWith(QLatin1StringView("urn:"));
    if (urn) {
        CHARTLINE_ASSIGN(Statement * alias,
                         m_db.cached("SELECT a.record_id FROM alias a JOIN record r ON r.id = a.record_id "
                                     "WHERE a.source_id = ?1 AND a.name = ?2 AND r.state IN (0, 2) "
                                     "ORDER BY a.file_id = ?3 DESC, a.file_id DESC"));
        alias->bind(1, source.value).bind(2, ref).bind(3, file.value);
        CHARTLINE_ASSIGN(const bool found, alias->step());
        const RecordId record{found ? alias->int64(0) : 0};
        alias->reset();
        if (record)
            return record;
    }
    const QString type = typeOf(ref);
    const QStringList types =
        urn ? QStringList{QStringLiteral("Medication"), QStringLiteral("Device"), QStringLiteral("Binary")}
            : QStringList{type};
    CHARTLINE_ASSIGN(Statement * query,
                     m_db.cached("SELECT r.id FROM record r JOIN label l ON l.record_id = r.id "
                                 "WHERE r.source_id = ?1 AND r.type = ?2 AND r.logical_id = ?3 AND r.state IN (0, 2) "
                                 "ORDER BY r.file_id = ?4 DESC, r.id DESC"));
    for (const QString &candidate : types) {
        if (candidate.isEmpty())
            continue;
        query->bind(1, source.value).bind(2, candidate).bind(4, file.value);
        query->bind(3, urn ? ref.section(QLatin1Char(':'), -1) : ref.mid(type.size() + 1));
        CHARTLINE_ASSIGN(const bool found, query->step());
        const RecordId record{found ? query->int64(0) : 0};
        query->reset();
        if (record)
            return record;
    }
    return RecordId{};
}

Status FactStore::addAlias(SourceId source, FileId file, const QString &name, RecordId record)
{
    CHARTLINE_ASSIGN(
        Statement * insert,
        m_db.cached("INSERT OR REPLACE INTO alias (source_id, name, file_id, record_id) VALUES (?1, ?2, ?3, ?4)"));
    insert->bind(1, source.value).bind(2, name).bind(3, file.value).bind(4, record.value);
    return insert->run();
}

Result<FileId> FactStore::fileOf(RecordId record)
{
    CHARTLINE_ASSIGN(Statement * query, m_db.cached("SELECT file_id FROM record WHERE id = ?1"));
    query->bind(1, record.value);
    CHARTLINE_ASSIGN(const bool found, query->step());
    const FileId file{found ? query->int64(0) : 0};
    query->reset();
    return file;
}

Result<std::optional<Label>> FactStore::readLabel(RecordId record)
{
    CHARTLINE_ASSIGN(Statement * query,
                     m_db.cached("SELECT title, system, code, display, body FROM label WHERE record_id = ?1"));
    query->bind(1, record.value);
    CHARTLINE_ASSIGN(const bool found, query->step());
    std::optional<Label> label;
    if (found)
        label = Label{query->text(0), {query->text(1), query->text(2), query->text(3), false}, query->text(4)};
    query->reset();
    return label;
}

Status FactStore::setLabel(RecordId record, SourceId source, const QStringList &names, const Label &label)
{
    CHARTLINE_ASSIGN(Statement * insert,
                     m_db.cached("INSERT OR REPLACE INTO label (record_id, title, system, code, display, body) "
                                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
    insert->bind(1, record.value).bind(2, label.title).bind(3, label.code.system).bind(4, label.code.code);
    insert->bind(5, label.code.display).bind(6, label.body);
    CHARTLINE_TRY(insert->run());
    if (!names.isEmpty())
        m_labels.clear();
    for (const QString &name : names) {
        CHARTLINE_ASSIGN(Statement * query,
                         m_db.cached("SELECT fact_id, purpose FROM dependency WHERE source_id = ?1 AND target = ?2"));
        query->bind(1, source.value).bind(2, name);
        QList<std::pair<FactId, int>> waiting;
        while (true) {
            CHARTLINE_ASSIGN(const bool row, query->step());
            if (!row)
                break;
            waiting.append({FactId{query->int64(0)}, query->integer(1)});
        }
        query->reset();
        for (const auto &[fact, purpose] : std::as_const(waiting)) {
            // Another record of the same name may be nearer to this fact.
            CHARTLINE_ASSIGN(const FileId file, fileOf(fact.record()));
            CHARTLINE_ASSIGN(const RecordId nearest, labelled(source, file, name));
            if (nearest != record)
                continue;
            if (purpose == Name) {
                CHARTLINE_TRY(rename(fact, label));
            } else {
                CHARTLINE_TRY(appendBody(fact, file));
            }
            CHARTLINE_TRY(reindex(fact));
        }
    }
    return {};
}

Status FactStore::rename(FactId id, const Label &label)
{
    if (label.title.isEmpty())
        return {};
    CHARTLINE_TRY(noteChanged(id.value, id.value));
    CHARTLINE_ASSIGN(Statement * title, m_db.cached("UPDATE fact SET title = ?2 WHERE id = ?1"));
    title->bind(1, id.value).bind(2, label.title);
    CHARTLINE_TRY(title->run());
    // A code goes too when the resource no longer states it: such a fact has none of its own.
    CHARTLINE_ASSIGN(Statement * code,
                     m_db.cached("UPDATE fact SET system = ?2, code = ?3, display = ?4 WHERE id = ?1"));
    code->bind(1, id.value).bind(2, label.code.system).bind(3, label.code.code);
    code->bind(4, label.code.display == label.title ? QString() : label.code.display);
    return code->run();
}

// The fact's own text stays; what other resources added before is replaced by what they say now.
Status FactStore::appendBody(FactId id, FileId file)
{
    CHARTLINE_ASSIGN(Statement * query, m_db.cached("SELECT body FROM fact_body WHERE fact_id = ?1"));
    query->bind(1, id.value);
    CHARTLINE_ASSIGN(const bool found, query->step());
    QString body = found ? query->text(0).section(s_bodySeparator, 0, 0) : QString();
    query->reset();
    CHARTLINE_ASSIGN(Statement * others,
                     m_db.cached("SELECT source_id, target FROM dependency WHERE fact_id = ?1 AND purpose = 1"));
    others->bind(1, id.value);
    QList<std::pair<SourceId, QString>> targets;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, others->step());
        if (!row)
            break;
        targets.append({SourceId{others->int64(0)}, others->text(1)});
    }
    others->reset();
    for (const auto &[source, target] : std::as_const(targets)) {
        CHARTLINE_ASSIGN(const auto label, labelOf(source, file, target));
        if (label && !label->body.isEmpty())
            body += s_bodySeparator + label->body;
    }
    CHARTLINE_ASSIGN(Statement * update,
                     m_db.cached("INSERT OR REPLACE INTO fact_body (fact_id, body) VALUES (?1, ?2)"));
    update->bind(1, id.value).bind(2, body);
    return update->run();
}

Status FactStore::reindex(FactId id)
{
    CHARTLINE_ASSIGN(Statement * query,
                     m_db.cached("SELECT f.title, f.code, f.display, f.value, f.category, b.body FROM fact f "
                                 "LEFT JOIN fact_body b ON b.fact_id = f.id WHERE f.id = ?1"));
    query->bind(1, id.value);
    CHARTLINE_ASSIGN(const bool found, query->step());
    FactDraft draft;
    if (found) {
        draft.title = query->text(0);
        draft.code.code = query->text(1);
        draft.code.display = query->text(2);
        draft.value = query->text(3);
        draft.category = query->text(4);
        draft.body = query->text(5);
    }
    query->reset();
    if (!found)
        return {};
    const bool isNew = m_waiting.contains(id.value) && !m_waiting.value(id.value).replaces;
    m_waiting.insert(id.value, {draft.title, searchBody(draft), !isNew});
    return {};
}

} // namespace Chartline
