// SPDX-License-Identifier: Apache-2.0
#include "timeline/RecordQueriesRows.h"
#include "timeline/SearchText.h"

#include <QSet>
#include <algorithm>
#include <vector>

namespace Chartline::RecordQueries {

namespace {

using SearchText::Query;
using SearchText::Term;

// At most this many matching rows are looked at, the most recently stored ones. A word in more rows than this says too
// little for a ranking by rarity, which would have to read every row that has it.
constexpr int mostCandidates = 1000;
// A person's rows are looked for in at most this many runs of ids.
constexpr std::size_t mostRuns = 8;
// A run ends where the next row of the person is further away than this.
constexpr qint64 runGap = FactId::perRecord * 2000;
// Bodies longer than this are searched for the snippet only this far.
constexpr int snippetBody = 65536;
// After this many rows of other people a person's rows are asked for one by one, where there are not too many.
constexpr int mostWalked = 30'000;
constexpr std::size_t mostProbed = 5000;
constexpr qint64 lastRow = std::numeric_limits<qint64>::max();

struct Run
{
    qint64 first = 0;
    qint64 last = lastRow;
};

struct Candidate
{
    qint64 id = 0;
    double score = 0; // smaller is better, as bm25() has it
    qint64 group = 0;
    qint64 startMs = Fact::noTime;
};

// What limits the rows besides the words.
struct Scope
{
    std::vector<qint64> ids; // of the person's rows, ascending; unused without a person
    std::vector<Run> runs{Run{}};
    bool byPerson = false;

    [[nodiscard]] bool holds(qint64 id) const { return !byPerson || std::ranges::binary_search(ids, id); }
};

// Kind and number, as the statements here take them: four parameters from `first` on.
void bindLimits(Statement &rows, const Query &query, int first)
{
    rows.bind(first, query.kind ? int(*query.kind) : -1).bind(first + 1, query.compares ? 1 : 0);
    rows.bind(first + 2, query.low).bind(first + 3, query.high);
}

// Rows of one person mostly stand together, as they came with one file: the search skips what lies between.
std::vector<Run> runsOf(const std::vector<qint64> &ids)
{
    std::vector<Run> runs;
    for (const qint64 id : ids) {
        if (runs.empty() || (id - runs.back().last > runGap && runs.size() < mostRuns))
            runs.push_back({id, id});
        else
            runs.back().last = id;
    }
    return runs;
}

Result<Scope> scopeOf(Connection &db, PersonId person)
{
    Scope scope;
    if (!person)
        return scope;
    scope.byPerson = true;
    CHARTLINE_ASSIGN(Statement * rows, db.cached("SELECT id FROM fact WHERE person_id = ?1"));
    rows->bind(1, person.value);
    for (;;) {
        CHARTLINE_ASSIGN(const bool more, rows->step());
        if (!more)
            break;
        scope.ids.push_back(rows->int64(0));
    }
    std::ranges::sort(scope.ids);
    scope.runs = runsOf(scope.ids);
    return scope;
}

// The statement for one run, its kind and number conditions bound. The order of rowid lets FTS5 stop at the limit.
Result<Statement *> matchStatement(Connection &db, const Query &query, const QString &expression, const Run &run)
{
    const bool limited = query.kind || query.compares;
    CHARTLINE_ASSIGN(
        Statement * rows,
        db.cached(limited ? "SELECT s.rowid FROM fact_search s CROSS JOIN fact f ON f.id = s.rowid "
                            "WHERE s.fact_search MATCH ?1 AND s.rowid BETWEEN ?2 AND ?3 AND (?4 < 0 OR f.kind = ?4) "
                            "AND (?5 = 0 OR f.number BETWEEN ?6 AND ?7) ORDER BY s.rowid DESC"
                          : "SELECT rowid FROM fact_search WHERE fact_search MATCH ?1 AND rowid BETWEEN ?2 AND ?3 "
                            "ORDER BY rowid DESC"));
    rows->bind(1, expression).bind(2, run.first).bind(3, run.last);
    if (limited)
        bindLimits(*rows, query, 4);
    return rows;
}

// Which of the person's rows up to `last` match, each asked for by its id: for words in very many rows of other people.
Status probe(Connection &db, const QString &expression, const Scope &scope, qint64 last, std::vector<Candidate> &found)
{
    CHARTLINE_ASSIGN(Statement * row, db.cached("SELECT 1 FROM fact_search WHERE fact_search MATCH ?1 AND rowid = ?2"));
    auto id = std::ranges::upper_bound(scope.ids, last);
    while (id != scope.ids.begin() && found.size() < mostCandidates) {
        --id;
        row->bind(1, expression).bind(2, *id);
        CHARTLINE_ASSIGN(const bool matches, row->step());
        if (matches)
            found.push_back({.id = *id});
        row->reset();
    }
    return {};
}

// The newest rows that match, at most mostCandidates. `whole`: the expression has whole words only.
Result<std::vector<Candidate>> matching(Connection &db, const Query &query, const QString &expression, bool whole,
                                        const Scope &scope)
{
    std::vector<Candidate> found;
    int walked = 0;
    for (auto run = scope.runs.rbegin(); run != scope.runs.rend() && found.size() < mostCandidates; ++run) {
        CHARTLINE_ASSIGN(Statement * rows, matchStatement(db, query, expression, *run));
        while (found.size() < mostCandidates) {
            CHARTLINE_ASSIGN(const bool more, rows->step());
            if (!more)
                break;
            const qint64 id = rows->int64(0);
            if (scope.holds(id))
                found.push_back({.id = id});
            if (++walked > mostWalked && whole && scope.byPerson && scope.ids.size() <= mostProbed) {
                rows->reset();
                CHARTLINE_TRY(probe(db, expression, scope, id - 1, found));
                return found;
            }
        }
        rows->reset();
    }
    return found;
}

// Leaves the rows of the kind and number asked for.
Status limitTo(Connection &db, const Query &query, std::vector<Candidate> &candidates)
{
    CHARTLINE_ASSIGN(Statement * row, db.cached("SELECT 1 FROM fact WHERE id = ?1 AND (?2 < 0 OR kind = ?2) "
                                                "AND (?3 = 0 OR number BETWEEN ?4 AND ?5)"));
    std::vector<Candidate> kept;
    for (const Candidate &candidate : candidates) {
        row->bind(1, candidate.id);
        bindLimits(*row, query, 2);
        CHARTLINE_ASSIGN(const bool matches, row->step());
        if (matches)
            kept.push_back(candidate);
        row->reset();
    }
    candidates = std::move(kept);
    return {};
}

// All that is asked for of the rows. A person's rows are few: their kind and number are looked at last.
Result<std::vector<Candidate>> find(Connection &db, const Query &query, bool prefixes, const Scope &scope)
{
    const QString expression = SearchText::matchExpression(query.terms, prefixes);
    if (!scope.byPerson || !(query.kind || query.compares))
        return matching(db, query, expression, !prefixes, scope);
    Query words;
    words.terms = query.terms;
    CHARTLINE_ASSIGN(auto found, matching(db, words, expression, !prefixes, scope));
    CHARTLINE_TRY(limitTo(db, query, found));
    return found;
}

// Without words: the newest rows of the kind or number asked for.
Result<std::vector<Candidate>> filtered(Connection &db, const Query &query, PersonId person)
{
    CHARTLINE_ASSIGN(Statement * rows,
                     db.cached("SELECT id FROM fact WHERE (?1 = 0 OR person_id = ?1) AND (?2 < 0 OR kind = ?2) "
                               "AND (?3 = 0 OR number BETWEEN ?4 AND ?5) ORDER BY id DESC LIMIT ?6"));
    rows->bind(1, person.value).bind(6, mostCandidates);
    bindLimits(*rows, query, 2);
    std::vector<Candidate> found;
    for (;;) {
        CHARTLINE_ASSIGN(const bool more, rows->step());
        if (!more)
            return found;
        found.push_back({.id = rows->int64(0)});
    }
}

// True where no term alone is in more rows than are looked at: only then is bm25() cheap, as it counts the rows of each
// term.
Result<bool> areRare(Connection &db, const QList<Term> &terms)
{
    CHARTLINE_ASSIGN(Statement * count,
                     db.cached("SELECT count(*) FROM (SELECT 1 FROM fact_search WHERE fact_search MATCH ?1 LIMIT ?2)"));
    for (const Term &term : terms) {
        // As a whole word first: of a common one that answers without merging anything.
        for (const bool prefix : {false, true}) {
            if (prefix && term.phrase)
                continue;
            count->bind(1, SearchText::matchExpression({term}, prefix)).bind(2, mostCandidates + 1);
            CHARTLINE_TRY(count->step());
            const bool common = count->integer(0) > mostCandidates;
            count->reset();
            if (common)
                return false;
        }
    }
    return true;
}

// bm25 with the title counting ten times the body (Robertson and Zaragoza 2009, as FTS5 computes it).
Status rank(Connection &db, const QString &expression, std::vector<Candidate> &candidates)
{
    QHash<qint64, std::size_t> places;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        places.insert(candidates[i].id, i);
    CHARTLINE_ASSIGN(
        Statement * rows,
        db.cached("SELECT rowid, bm25(fact_search, 10.0, 1.0) FROM fact_search WHERE fact_search MATCH ?1"));
    rows->bind(1, expression);
    for (;;) {
        CHARTLINE_ASSIGN(const bool more, rows->step());
        if (!more)
            return {};
        if (const auto place = places.constFind(rows->int64(0)); place != places.constEnd())
            candidates[*place].score = rows->real(1);
    }
}

// Group and date of each; without a score from bm25, those with all words in the title stand first.
Status complete(Connection &db, const Query &query, bool scored, std::vector<Candidate> &candidates)
{
    CHARTLINE_ASSIGN(Statement * row, db.cached("SELECT group_id, start_ms, title FROM fact WHERE id = ?1"));
    for (Candidate &candidate : candidates) {
        row->bind(1, candidate.id);
        CHARTLINE_ASSIGN(const bool found, row->step());
        if (found) {
            candidate.group = row->int64(0);
            candidate.startMs = row->isNull(1) ? Fact::noTime : row->int64(1);
            if (!scored && !query.terms.isEmpty())
                candidate.score = SearchText::containsAll(row->text(2), query.terms) ? -1 : 0;
        }
        row->reset();
    }
    std::erase_if(candidates, [](const Candidate &candidate) { return candidate.group == 0; });
    return {};
}

void sortBest(std::vector<Candidate> &candidates)
{
    std::ranges::sort(candidates, [](const Candidate &a, const Candidate &b) {
        if (a.score != b.score)
            return a.score < b.score;
        return a.startMs != b.startMs ? a.startMs > b.startMs : a.id > b.id;
    });
}

Result<QString> snippetOf(Connection &db, const Candidate &candidate, const Fact &fact, const QList<Term> &terms)
{
    CHARTLINE_ASSIGN(Statement * row, db.cached("SELECT substr(body, 1, ?2) FROM fact_body WHERE fact_id = ?1"));
    row->bind(1, candidate.id).bind(2, snippetBody);
    CHARTLINE_ASSIGN(const bool found, row->step());
    const QString body = found ? row->text(0) : QString();
    row->reset();
    QString text = SearchText::snippet(body, terms);
    if (text.isEmpty()) {
        text = fact.title;
        if (!fact.value.isEmpty())
            text +=
                QStringLiteral(": ") + fact.value + (fact.unit.isEmpty() ? QString() : QLatin1Char(' ') + fact.unit);
    }
    return text;
}

Result<SearchHit> hitOf(Connection &db, const Candidate &candidate, const QList<Term> &terms,
                        QHash<qint64, QString> &names)
{
    // The row that speaks for the fact; the row found where that one is missing.
    CHARTLINE_ASSIGN(Statement * row, db.cached("SELECT " CHARTLINE_FACT_COLUMNS
                                                " FROM fact f WHERE f.id IN (?1, ?2) ORDER BY f.id = ?1 DESC LIMIT 1"));
    row->bind(1, candidate.group).bind(2, candidate.id);
    CHARTLINE_ASSIGN(const bool found, row->step());
    if (!found)
        return fail(ErrorCode::NotFound, {FactId{candidate.id}.toString()});
    Interner interner;
    const Fact fact = readFact(*row, interner);
    row->reset();
    if (!names.contains(fact.person.value)) {
        CHARTLINE_ASSIGN(Statement * name, db.cached("SELECT name FROM person WHERE id = ?1"));
        name->bind(1, fact.person.value);
        CHARTLINE_ASSIGN(const bool known, name->step());
        names.insert(fact.person.value, known ? name->text(0) : QString());
        name->reset();
    }
    CHARTLINE_ASSIGN(QString snippet, snippetOf(db, candidate, fact, terms));
    return SearchHit{FactId{candidate.group},
                     fact.person,
                     names.value(fact.person.value),
                     fact.kind,
                     fact.start,
                     fact.title,
                     std::move(snippet),
                     fact.status,
                     fact.assertion,
                     fact.flags,
                     fact.category};
}

Result<std::vector<Candidate>> candidatesFor(Connection &db, const Query &query, PersonId person, int limit)
{
    if (query.terms.isEmpty()) {
        CHARTLINE_ASSIGN(auto found, filtered(db, query, person));
        CHARTLINE_TRY(complete(db, query, false, found));
        return found;
    }
    CHARTLINE_ASSIGN(const Scope scope, scopeOf(db, person));
    // Whole words first: where they fill the list, beginnings of words, for which FTS5 has to merge the rows of every
    // word that begins so before it gives the first, are not needed. (Two rows a hit: most facts have at most two
    // witnesses.)
    bool prefixes = false;
    CHARTLINE_ASSIGN(auto found, find(db, query, prefixes, scope));
    if (const int enough = qMin(2 * qMin(limit, mostCandidates), mostCandidates); found.size() < std::size_t(enough)) {
        prefixes = true;
        CHARTLINE_ASSIGN(found, find(db, query, prefixes, scope));
    }
    bool scored = false;
    if (!found.empty() && found.size() < mostCandidates) {
        CHARTLINE_ASSIGN(scored, areRare(db, query.terms));
    }
    if (scored)
        CHARTLINE_TRY(rank(db, SearchText::matchExpression(query.terms, prefixes), found));
    CHARTLINE_TRY(complete(db, query, scored, found));
    return found;
}

} // namespace

Result<QList<SearchHit>> search(Connection &db, const QString &text, PersonId person, int limit)
{
    QList<SearchHit> hits;
    const Query query = SearchText::parse(text);
    if (query.isEmpty() || limit <= 0)
        return hits;
    CHARTLINE_ASSIGN(std::vector<Candidate> candidates, candidatesFor(db, query, person, limit));
    sortBest(candidates);
    QSet<qint64> groups;
    QHash<qint64, QString> names;
    for (const Candidate &candidate : candidates) {
        if (groups.contains(candidate.group))
            continue;
        groups.insert(candidate.group);
        CHARTLINE_ASSIGN(SearchHit hit, hitOf(db, candidate, query.terms, names));
        hits.append(std::move(hit));
        if (hits.size() >= limit)
            break;
    }
    return hits;
}

} // namespace Chartline::RecordQueries
