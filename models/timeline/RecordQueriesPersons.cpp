// SPDX-License-Identifier: Apache-2.0
#include "timeline/RecordQueriesRows.h"
#include "timeline/SearchText.h"

namespace Chartline::RecordQueries {

namespace {

// Up to this many people are counted one by one, more in one pass over all facts.
constexpr qsizetype countedSingly = 200;

// Merged facts that are not withdrawn, and the newest of them that has happened. Answered from the index alone.
#define CHARTLINE_COUNT_FACTS \
    "SELECT person_id, count(*), max(CASE WHEN flags & 64 = 0 THEN start_ms END) FROM fact WHERE id = group_id AND " \
    "flags & 3 = 0"
static_assert(int(FactFlag::Planned) == 64 && (int(FactFlag::EnteredInError) | int(FactFlag::Refuted)) == 3);

void addCount(const Statement &row, PersonSummary &person)
{
    person.facts = row.integer(1);
    person.lastMs = row.isNull(2) ? Fact::noTime : row.int64(2);
}

Status countFacts(Connection &db, QList<PersonSummary> &people)
{
    if (people.size() <= countedSingly) {
        CHARTLINE_ASSIGN(Statement * row, db.cached(CHARTLINE_COUNT_FACTS " AND person_id = ?1 GROUP BY person_id"));
        for (PersonSummary &person : people) {
            row->bind(1, person.id.value);
            CHARTLINE_ASSIGN(const bool any, row->step());
            if (any)
                addCount(*row, person);
            row->reset();
        }
        return {};
    }
    QHash<qint64, qsizetype> places;
    for (qsizetype i = 0; i < people.size(); ++i)
        places.insert(people[i].id.value, i);
    CHARTLINE_ASSIGN(Statement * rows, db.cached(CHARTLINE_COUNT_FACTS " GROUP BY person_id"));
    for (;;) {
        CHARTLINE_ASSIGN(const bool more, rows->step());
        if (!more)
            return {};
        if (const auto place = places.constFind(rows->int64(0)); place != places.constEnd())
            addCount(*rows, people[*place]);
    }
}

PersonSummary readPerson(const Statement &row)
{
    PersonSummary person;
    person.id = PersonId{row.int64(0)};
    person.name = row.text(1);
    person.birthDate = row.text(2);
    person.sex = row.text(3);
    person.deceased = row.text(4);
    return person;
}

// Every word of the search is the beginning of a part of a name, of an identifier, or of the birth date.
bool matches(const PersonSummary &person, const QStringList &words)
{
    QStringList parts = SearchText::words(person.name);
    parts.append(SearchText::fold(person.birthDate));
    for (const IdentityInfo &identity : person.identities) {
        parts.append(SearchText::words(identity.name));
        parts.append(SearchText::fold(identity.birthDate));
        for (const IdentifierInfo &identifier : identity.identifiers)
            parts.append(SearchText::fold(identifier.value));
    }
    const auto begins = [&parts](const QString &word) {
        return std::ranges::any_of(parts, [&word](const QString &part) { return part.startsWith(word); });
    };
    // "Marchetti-Rao" is two parts of a name, "CFP-03315" one identifier.
    return std::ranges::all_of(words, [&begins](const QString &word) {
        return begins(word) || std::ranges::all_of(SearchText::words(word), begins);
    });
}

QStringList searchWords(const QString &search)
{
    QStringList words;
    const QStringList parts = SearchText::fold(search).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (QString part : parts) {
        while (part.endsWith(QLatin1Char(',')) || part.endsWith(QLatin1Char('.')) || part.endsWith(QLatin1Char(';')))
            part.chop(1);
        if (!part.isEmpty())
            words.append(part);
    }
    return words;
}

Status addIdentifiers(Connection &db, PersonId person, QHash<qint64, IdentityInfo *> &byId)
{
    CHARTLINE_ASSIGN(Statement rows,
                     db.prepare(person ? "SELECT x.identity_id, x.system, x.value, x.type FROM identity i "
                                         "JOIN identifier x ON x.identity_id = i.id WHERE i.person_id = ?1"
                                       : "SELECT identity_id, system, value, type FROM identifier WHERE ?1 = 0"));
    rows.bind(1, person.value);
    for (;;) {
        CHARTLINE_ASSIGN(const bool more, rows.step());
        if (!more)
            return {};
        if (IdentityInfo *identity = byId.value(rows.int64(0)))
            identity->identifiers.append({rows.text(1), rows.text(2), rows.text(3)});
    }
}

} // namespace

Result<QHash<qint64, QList<IdentityInfo>>> identities(Connection &db, PersonId person)
{
    QHash<qint64, QList<IdentityInfo>> result;
    CHARTLINE_ASSIGN(
        Statement rows,
        db.prepare(person ? "SELECT i.id, i.person_id, i.name, i.birth_date, i.sex, i.record_id, s.id, s.name, s.key "
                            "FROM identity i JOIN source s ON s.id = i.source_id WHERE i.person_id = ?1 ORDER BY i.id"
                          : "SELECT i.id, i.person_id, i.name, i.birth_date, i.sex, i.record_id, s.id, s.name, s.key "
                            "FROM identity i JOIN source s ON s.id = i.source_id WHERE ?1 = 0 ORDER BY i.id"));
    rows.bind(1, person.value);
    for (;;) {
        CHARTLINE_ASSIGN(const bool more, rows.step());
        if (!more)
            break;
        IdentityInfo identity;
        identity.id = IdentityId{rows.int64(0)};
        identity.name = rows.text(2);
        identity.birthDate = rows.text(3);
        identity.sex = rows.text(4);
        identity.record = RecordId{rows.int64(5)};
        identity.source = {SourceId{rows.int64(6)}, rows.text(7), rows.text(8), 0};
        result[rows.int64(1)].append(std::move(identity));
    }
    QHash<qint64, IdentityInfo *> byId;
    for (QList<IdentityInfo> &list : result) {
        for (IdentityInfo &identity : list)
            byId.insert(identity.id.value, &identity);
    }
    CHARTLINE_TRY(addIdentifiers(db, person, byId));
    return result;
}

Result<QList<PersonSummary>> persons(Connection &db, const QString &search)
{
    CHARTLINE_ASSIGN(auto known, identities(db, {}));
    const QStringList words = searchWords(search);
    QList<PersonSummary> people;
    CHARTLINE_ASSIGN(
        Statement * rows,
        db.cached("SELECT id, name, birth_date, sex, deceased FROM person ORDER BY sort_name = '', sort_name, id"));
    for (;;) {
        CHARTLINE_ASSIGN(const bool more, rows->step());
        if (!more)
            break;
        PersonSummary person = readPerson(*rows);
        person.identities = known.take(person.id.value);
        // A person whose identities were all linked to another is not listed.
        if (!person.identities.isEmpty() && matches(person, words))
            people.append(std::move(person));
    }
    CHARTLINE_TRY(countFacts(db, people));
    return people;
}

Result<PersonSummary> person(Connection &db, PersonId id)
{
    CHARTLINE_ASSIGN(Statement * row,
                     db.cached("SELECT id, name, birth_date, sex, deceased FROM person WHERE id = ?1"));
    row->bind(1, id.value);
    CHARTLINE_ASSIGN(const bool found, row->step());
    if (!found)
        return fail(ErrorCode::NotFound, {id.toString()});
    QList<PersonSummary> people{readPerson(*row)};
    row->reset();
    CHARTLINE_ASSIGN(auto known, identities(db, id));
    people.first().identities = known.take(id.value);
    CHARTLINE_TRY(countFacts(db, people));
    return people.first();
}

} // namespace Chartline::RecordQueries
