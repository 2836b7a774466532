// SPDX-License-Identifier: Apache-2.0
// Full-text search over 1 000 000 facts, and reading a person's 10 000 facts, in an encrypted database made for it.
// Milliseconds, median of five, beside the frame budget of 16 ms: what the user waits for is shown in frames.
#include "store/Database.h"
#include "timeline/RecordQueries.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <vector>

using namespace Chartline;

namespace {

constexpr int s_people = 991;
constexpr int s_factsEach = 1000;
constexpr int s_factsOfFirst = 10'000;
constexpr double s_frame = 16.0;

const char *const s_words[] = {"hypertension", "creatinine",  "metformin",    "haemoglobin", "fracture",
                               "penicillin",   "influenza",   "appendectomy", "warfarin",    "potassium",
                               "asthma",       "cholesterol", "discharge",    "chest",       "glucose"};

Status insertPerson(Connection &db, int person)
{
    CHARTLINE_ASSIGN(
        Statement * row,
        db.cached(
            "INSERT INTO person (id, name, birth_date, sex, sort_name) VALUES (?1, ?2, '1950-01-01', 'female', ?2)"));
    row->bind(1, person).bind(2, QStringLiteral("person %1").arg(person));
    CHARTLINE_TRY(row->run());
    CHARTLINE_ASSIGN(Statement * identity,
                     db.cached("INSERT INTO identity (id, source_id, person_id, name) VALUES (?1, 1, ?1, ?2)"));
    identity->bind(1, person).bind(2, QStringLiteral("person %1").arg(person));
    return identity->run();
}

Status insertFact(Connection &db, qint64 record, int person, QRandomGenerator &random)
{
    const qint64 id = record * FactId::perRecord;
    const QString first = QLatin1StringView(s_words[random.bounded(int(std::size(s_words)))]);
    const QString title = first + QLatin1Char(' ') + QString::number(random.bounded(5000));
    CHARTLINE_ASSIGN(Statement * row,
                     db.cached("INSERT INTO fact (id, group_id, person_id, source_id, kind, start_ms, end_ms, start, "
                               "end, title, system, code, display, value, "
                               "unit, number, number2, status, assertion, flags, category) VALUES (?1, ?1, ?2, 1, ?3, "
                               "?4, NULL, '2015-03-01', '', ?5, "
                               "'http://loinc.org', ?6, '', ?7, 'mmol/L', ?8, NULL, 'final', 0, 0, '')"));
    const double value = random.bounded(1000) / 10.0;
    row->bind(1, id).bind(2, person).bind(3, random.bounded(18)).bind(4, qint64(random.bounded(1'700'000'000)) * 1000);
    row->bind(5, title).bind(6, QString::number(random.bounded(300))).bind(7, QString::number(value)).bind(8, value);
    CHARTLINE_TRY(row->run());
    CHARTLINE_ASSIGN(Statement * search, db.cached("INSERT INTO fact_search (rowid, title, body) VALUES (?1, ?2, ?3)"));
    search->bind(1, id).bind(2, title).bind(3, QString::number(value));
    return search->run();
}

Status fill(Connection &db)
{
    CHARTLINE_ASSIGN(Transaction transaction, Transaction::begin(db));
    CHARTLINE_TRY(
        db.execute("INSERT INTO source (id, key, ordinal, name, created) VALUES (1, 'bench', 0, 'bench', 0)"));
    QRandomGenerator random(20261121);
    qint64 record = 0;
    for (int person = 1; person <= s_people; ++person) {
        CHARTLINE_TRY(insertPerson(db, person));
        const int facts = person == 1 ? s_factsOfFirst : s_factsEach;
        for (int i = 0; i < facts; ++i)
            CHARTLINE_TRY(insertFact(db, ++record, person, random));
    }
    std::printf("database: %lld facts of %d people\n", static_cast<long long>(record), s_people);
    return transaction.commit();
}

template<typename Work>
void measure(const char *name, Work work)
{
    std::vector<double> times;
    qsizetype found = 0;
    for (int run = 0; run < 5; ++run) {
        QElapsedTimer timer;
        timer.start();
        found = work();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    std::printf("%-52s %8.1f ms = %5.1f frames of %.0f ms   (%lld rows)\n", name, times[2], times[2] / s_frame, s_frame,
                static_cast<long long>(found));
}

} // namespace

int main()
{
    QTemporaryDir folder;
    SecureBytes key(32);
    std::memset(key.data(), 7, key.size());
    auto database = Database::create(folder.filePath(QStringLiteral("bench.db")), key);
    if (!database)
        return 1;
    auto writer = (*database)->writer();
    if (!writer || !fill(**writer))
        return 1;
    auto reader = (*database)->reader();
    if (!reader)
        return 1;
    Connection &db = **reader;
    const auto search = [&db](const char *text, PersonId person) {
        return [&db, text, person] {
            const auto hits = RecordQueries::search(db, QString::fromLatin1(text), person);
            return hits ? hits->size() : qsizetype(-1);
        };
    };
    measure("search, rare: warfarin 4711", search("warfarin 4711", {}));
    measure("search, common: creatinine", search("creatinine", {}));
    measure("search, prefix: hae", search("hae", {}));
    measure("search, common, one person: creatinine", search("creatinine", PersonId{1}));
    measure("search, value: creatinine > 99", search("creatinine > 99", {}));
    measure("search, nothing: xyzzy", search("xyzzy", {}));
    measure("open a person with 10 000 facts (database part)", [&db] {
        const auto record = RecordQueries::personRecord(db, PersonId{1});
        return record ? record->facts.size() : qsizetype(-1);
    });
    measure("list of all people", [&db] {
        const auto people = RecordQueries::persons(db);
        return people ? people->size() : qsizetype(-1);
    });
    return 0;
}
