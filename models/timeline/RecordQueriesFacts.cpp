// SPDX-License-Identifier: Apache-2.0
#include "timeline/RecordQueriesRows.h"

#include <QSet>
#include <algorithm>

namespace Chartline::RecordQueries {

namespace {

// Longer texts are hardly ever the same.
constexpr std::size_t longestShared = 96;

template<typename Map, typename Make>
auto shared(Map &map, std::string_view utf8, Make make)
{
    if (utf8.size() > longestShared)
        return make(utf8);
    auto found = map.find(utf8);
    if (found == map.end())
        found = map.emplace(std::string(utf8), make(utf8)).first;
    return found->second;
}

QString fromUtf8(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

// Newest first, undated last; what was recorded first stands first among equals.
bool isNewer(const Fact &a, const Fact &b)
{
    return a.startMs != b.startMs ? a.startMs > b.startMs : a.id < b.id;
}

QList<SourceInfo> sourcesOf(const QList<Fact> &facts, const QList<IdentityInfo> &identities,
                            const QList<SourceInfo> &all)
{
    QHash<qint64, int> counts;
    for (const IdentityInfo &identity : identities)
        counts.insert(identity.source.id.value, 0);
    for (const Fact &fact : facts) {
        QSet<qint64> seen; // a source that says a fact twice says one fact
        for (const Witness &witness : fact.witnesses) {
            if (!seen.contains(witness.source.value)) {
                seen.insert(witness.source.value);
                counts[witness.source.value] += fact.isWithdrawn() ? 0 : 1;
            }
        }
    }
    QList<SourceInfo> result;
    for (SourceInfo source : all) {
        if (const auto count = counts.constFind(source.id.value); count != counts.constEnd()) {
            source.facts = *count;
            result.append(std::move(source));
        }
    }
    return result;
}

} // namespace

QString Interner::text(std::string_view utf8)
{
    return utf8.empty() ? QString() : shared(m_texts, utf8, fromUtf8);
}

PartialDate Interner::date(std::string_view utf8)
{
    return utf8.empty()
               ? PartialDate()
               : shared(m_dates, utf8, [](std::string_view text) { return PartialDate::parse(fromUtf8(text)); });
}

Fact readFact(const Statement &row, Interner &interner)
{
    Fact fact;
    fact.id = FactId{row.int64(0)};
    fact.person = PersonId{row.int64(2)};
    // A number this program does not know is not given another meaning.
    const int kind = row.integer(4);
    fact.kind = kind >= 0 && kind < factKindCount ? FactKind(kind) : FactKind::Other;
    fact.startMs = row.isNull(5) ? Fact::noTime : row.int64(5);
    fact.endMs = row.isNull(6) ? Fact::noTime : row.int64(6);
    fact.start = interner.date(row.utf8(7));
    fact.end = interner.date(row.utf8(8));
    fact.title = interner.text(row.utf8(9));
    fact.code.system = interner.text(row.utf8(10));
    fact.code.code = interner.text(row.utf8(11));
    // The store leaves a display out that is the title again.
    fact.code.display = interner.text(row.utf8(12));
    if (fact.code.display.isEmpty() && !fact.code.code.isEmpty())
        fact.code.display = fact.title;
    fact.value = interner.text(row.utf8(13));
    fact.unit = interner.text(row.utf8(14));
    if (!row.isNull(15))
        fact.number = row.real(15);
    if (!row.isNull(16))
        fact.number2 = row.real(16);
    fact.status = interner.text(row.utf8(17));
    fact.assertion = Assertion(row.integer(18));
    fact.flags = FactFlags::fromInt(quint16(row.integer(19)));
    fact.category = interner.text(row.utf8(20));
    return fact;
}

Result<QList<Fact>> readFacts(Statement &rows)
{
    Interner interner;
    QList<Fact> facts;
    qint64 group = 0;
    for (;;) {
        CHARTLINE_ASSIGN(const bool more, rows.step());
        if (!more)
            break;
        const FactId id{rows.int64(0)};
        const Witness witness{id, id.record(), SourceId{rows.int64(sourceColumn)}};
        if (const qint64 next = rows.int64(groupColumn); facts.isEmpty() || next != group) {
            group = next;
            facts.append(readFact(rows, interner));
            facts.last().witnesses = {witness};
        } else if (id.value == group) { // the one that speaks came after another
            QList<Witness> witnesses = std::move(facts.last().witnesses);
            witnesses.prepend(witness);
            facts.last() = readFact(rows, interner);
            facts.last().witnesses = std::move(witnesses);
        } else {
            facts.last().witnesses.append(witness);
        }
    }
    rows.reset();
    for (Fact &fact : facts) {
        if (fact.witnesses.size() > 2)
            std::sort(fact.witnesses.begin() + 1, fact.witnesses.end(),
                      [](const Witness &a, const Witness &b) { return a.fact < b.fact; });
    }
    std::sort(facts.begin(), facts.end(), isNewer);
    return facts;
}

Result<PersonRecord> personRecord(Connection &db, PersonId id)
{
    PersonRecord record;
    CHARTLINE_ASSIGN(record.person, person(db, id));
    CHARTLINE_ASSIGN(Statement * rows, db.cached("SELECT " CHARTLINE_FACT_COLUMNS
                                                 " FROM fact f WHERE f.person_id = ?1 ORDER BY f.group_id"));
    rows->bind(1, id.value);
    CHARTLINE_ASSIGN(record.facts, readFacts(*rows));
    CHARTLINE_ASSIGN(Statement * names, db.cached("SELECT id, name, key FROM source ORDER BY name, id"));
    QList<SourceInfo> all;
    for (;;) {
        CHARTLINE_ASSIGN(const bool more, names->step());
        if (!more)
            break;
        all.append({SourceId{names->int64(0)}, names->text(1), names->text(2), 0});
    }
    record.sources = sourcesOf(record.facts, record.person.identities, all);
    return record;
}

Result<Fact> fact(Connection &db, FactId id)
{
    CHARTLINE_ASSIGN(Statement * find, db.cached("SELECT person_id, group_id FROM fact WHERE id = ?1"));
    find->bind(1, id.value);
    CHARTLINE_ASSIGN(const bool found, find->step());
    if (!found)
        return fail(ErrorCode::NotFound, {id.toString()});
    CHARTLINE_ASSIGN(Statement * rows, db.cached("SELECT " CHARTLINE_FACT_COLUMNS
                                                 " FROM fact f WHERE f.person_id = ?1 AND f.group_id = ?2"));
    rows->bind(1, find->int64(0)).bind(2, find->int64(1));
    find->reset();
    CHARTLINE_ASSIGN(const QList<Fact> facts, readFacts(*rows));
    if (facts.isEmpty())
        return fail(ErrorCode::NotFound, {id.toString()});
    return facts.first();
}

} // namespace Chartline::RecordQueries
