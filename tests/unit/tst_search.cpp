// SPDX-License-Identifier: Apache-2.0
#include "store/Database.h"
#include "timeline/RecordQueries.h"
#include "timeline/SearchText.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Chartline;
using namespace Qt::StringLiterals;

namespace {

SecureBytes keyOf(unsigned char fill)
{
    SecureBytes key(32);
    memset(key.data(), fill, key.size());
    return key;
}

struct Row
{
    qint64 record = 0;
    qint64 person = 1;
    FactKind kind = FactKind::Other;
    QString title;
    QString body;
    std::optional<double> number;
    qint64 startMs = 0;
    int flags = 0;
    qint64 group = 0; // record; 0: its own
};

Status add(Connection &db, const Row &row)
{
    CHARTLINE_ASSIGN(
        Statement * fact,
        db.cached("INSERT INTO fact VALUES (?1, ?2, ?3, 1, ?4, ?5, NULL, '', '', ?6, '', '', '', '', '', ?7, "
                  "NULL, 'final', 0, ?8, '', '')"));
    const qint64 id = row.record * FactId::perRecord;
    fact->bind(1, id)
        .bind(2, row.group ? row.group * FactId::perRecord : id)
        .bind(3, row.person)
        .bind(4, int(row.kind));
    fact->bind(5, row.startMs).bind(6, row.title).bind(8, row.flags);
    row.number ? fact->bind(7, *row.number) : fact->bindNull(7);
    CHARTLINE_TRY(fact->run());
    if (!row.body.isEmpty()) {
        CHARTLINE_ASSIGN(Statement * body, db.cached("INSERT INTO fact_body VALUES (?, ?)"));
        CHARTLINE_TRY(body->bind(1, id).bind(2, row.body).run());
    }
    CHARTLINE_ASSIGN(Statement * search, db.cached("INSERT INTO fact_search (rowid, title, body) VALUES (?, ?, ?)"));
    return search->bind(1, id).bind(2, row.title).bind(3, row.body).run();
}

const QList<Row> rows{
    {1, 1, FactKind::Result, u"Creatinine [Mass/volume] in Serum"_s, u"laboratory 2160-0"_s, 1.2, 1000, 0, 0},
    {2, 1, FactKind::Result, u"Creatinine [Mass/volume] in Serum"_s, u"laboratory 2160-0"_s, 2.5, 2000, 0, 0},
    {3,
     1,
     FactKind::Medication,
     u"Warfarin 5 MG Oral Tablet"_s,
     u"take one in the evening for atrial fibrillation"_s,
     {},
     3000,
     0,
     0},
    {4,
     1,
     FactKind::Condition,
     u"Sj\u00f6gren-Syndrom"_s,
     u"\u00c9coulement nasal, Angiom\u00e8trie"_s,
     {},
     4000,
     0,
     0},
    {5,
     2,
     FactKind::Condition,
     u"Penicillin allergy"_s,
     u"entered by mistake"_s,
     {},
     5000,
     int(FactFlag::EnteredInError),
     0},
    {6,
     2,
     FactKind::Document,
     u"Discharge letter"_s,
     QString(u"word "_s).repeated(3000) + u"creatinine was raised "_s + QString(u"tail "_s).repeated(3000),
     {},
     6000,
     0,
     0},
    {7, 1, FactKind::Medication, u"Warfarin"_s, u"copied from another clinic"_s, {}, 3000, 0, 3},
    {8, 2, FactKind::Vital, u"Blood pressure"_s, u"pressure blood 140/90"_s, 140, 8000, 0, 0},
};

} // namespace

class tst_Search : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void hostileTextIsHarmless_data();
    void hostileTextIsHarmless();
    void witnessesAreOneHit();
    void hitSaysWhatItIs();
    void snippetShowsTheHit();
    void titleBeatsBodyThenNewest();
    void manyFacts();
    void parsing();

private:
    [[nodiscard]] QString ids(const QString &text, qint64 person = 0) const;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

void tst_Search::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto database = Database::create(m_folder->filePath(u"records.db"_s), keyOf(3));
    QVERIFY(database);
    m_database = std::move(*database);
    Connection &db = **m_database->writer();
    QVERIFY(db.execute("INSERT INTO person (id, name) VALUES (1, 'ONE, Ada'), (2, 'TWO, Ben'), (3, 'MANY, Max')"));
    auto transaction = Transaction::begin(db);
    QVERIFY(transaction);
    for (const Row &row : rows)
        QVERIFY(add(db, row));
    QVERIFY(transaction->commit());
}

// The records found, ascending.
QString tst_Search::ids(const QString &text, qint64 person) const
{
    const auto hits = RecordQueries::search(**m_database->writer(), text, PersonId{person});
    if (!hits)
        return u"error "_s + hits.error().args.join(u' ');
    QList<qint64> found;
    for (const SearchHit &hit : *hits)
        found.append(hit.id.record().value);
    std::sort(found.begin(), found.end());
    QStringList names;
    for (const qint64 id : std::as_const(found))
        names.append(QString::number(id));
    return names.join(u',');
}

void tst_Search::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("person");
    QTest::addColumn<QString>("found");
    QTest::newRow("word") << u"creatinine"_s << 0ll << u"1,2,6"_s;
    QTest::newRow("prefix") << u"creat"_s << 0ll << u"1,2,6"_s;
    QTest::newRow("not in the middle") << u"eatinine"_s << 0ll << u""_s;
    QTest::newRow("case") << u"WARFARIN"_s << 0ll << u"3"_s;
    QTest::newRow("all words") << u"creatinine letter"_s << 0ll << u"6"_s;
    QTest::newRow("words across title and body") << u"tablet evening"_s << 0ll << u"3"_s;
    QTest::newRow("person") << u"creatinine"_s << 1ll << u"1,2"_s;
    QTest::newRow("other person") << u"warfarin"_s << 2ll << u""_s;
    QTest::newRow("diacritics left out") << u"sjogren"_s << 0ll << u"4"_s;
    QTest::newRow("diacritics given") << u"SJ\u00d6GREN"_s << 0ll << u"4"_s;
    QTest::newRow("decomposed") << u"e\u0301coulement"_s << 0ll << u"4"_s;
    QTest::newRow("diacritics in the middle") << u"angiometrie"_s << 0ll << u"4"_s;
    QTest::newRow("phrase") << u"\"atrial fibrillation\""_s << 0ll << u"3"_s;
    QTest::newRow("phrase in the wrong order") << u"\"fibrillation atrial\""_s << 0ll << u""_s;
    QTest::newRow("phrase is whole words") << u"\"atrial fibril\""_s << 0ll << u""_s;
    QTest::newRow("phrase and word") << u"\"oral tablet\" warf"_s << 0ll << u"3"_s;
    QTest::newRow("typographic quotes") << u"\u201catrial fibrillation\u201d"_s << 0ll << u"3"_s;
    QTest::newRow("punctuation") << u"140/90"_s << 0ll << u"8"_s;
    QTest::newRow("code") << u"2160-0"_s << 0ll << u"1,2"_s;
    QTest::newRow("kind") << u"creatinine kind:result"_s << 0ll << u"1,2"_s;
    QTest::newRow("kind alone") << u"kind:medication"_s << 0ll << u"3"_s;
    QTest::newRow("kind and person") << u"KIND:Condition"_s << 2ll << u"5"_s;
    QTest::newRow("unknown kind is a word") << u"kind:nonsense"_s << 0ll << u""_s;
    QTest::newRow("greater") << u"creatinine > 1.2"_s << 0ll << u"2"_s;
    QTest::newRow("greater or equal") << u"creatinine >= 1.2"_s << 0ll << u"1,2"_s;
    QTest::newRow("less, no spaces") << u"creatinine<2"_s << 0ll << u"1"_s;
    QTest::newRow("comma") << u"creatinine \u2265 2,5"_s << 0ll << u"2"_s;
    QTest::newRow("equal, of a person") << u"creatinine = 1.2"_s << 1ll << u"1"_s;
    QTest::newRow("comparison alone") << u"> 100"_s << 0ll << u"8"_s;
    QTest::newRow("entered in error is found") << u"penicillin"_s << 0ll << u"5"_s;
    QTest::newRow("nothing") << u"   "_s << 0ll << u""_s;
}

void tst_Search::finds()
{
    QFETCH(QString, text);
    QFETCH(qint64, person);
    QTEST(ids(text, person), "found");
}

void tst_Search::hostileTextIsHarmless_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts{u"\" OR 1=1 --"_s,
                            u"NEAR("_s,
                            u"NEAR(creatinine serum, 2)"_s,
                            u"a*b"_s,
                            u"\"unbalanced"_s,
                            u"\"\"\"\""_s,
                            u"title:creatinine"_s,
                            u"{title body} : x"_s,
                            u"^creatinine"_s,
                            u"NOT creatinine"_s,
                            u"creatinine AND"_s,
                            u"OR"_s,
                            u"(((("_s,
                            u"- + * ^ : ( ) { }"_s,
                            u"'; DROP TABLE fact; --"_s,
                            u"creat\0inine"_s,
                            QString(QChar(0)) + u"creatinine"_s,
                            u"\\\""_s,
                            QString(5000, u'"'),
                            QString(u"a "_s).repeated(5000),
                            QString(QChar(0xd800)),
                            u"\U0001F489"_s,
                            u"> "_s,
                            u">>>= 1"_s,
                            u"= 99999999999999999999999"_s,
                            u"kind:"_s};
    for (qsizetype i = 0; i < texts.size(); ++i)
        QTest::addRow("%d", int(i)) << texts[i];
}

void tst_Search::hostileTextIsHarmless()
{
    QFETCH(QString, text);
    for (const qint64 person : {0, 1}) {
        const QString found = ids(text, person);
        QVERIFY2(!found.startsWith(u"error"_s), qPrintable(found));
        // Nothing it says widens the search to everything.
        QVERIFY2(found.split(u',', Qt::SkipEmptyParts).size() < 7, qPrintable(found));
    }
    auto query = (*m_database->writer())->prepare("SELECT count(*) FROM fact");
    QVERIFY(query && query->step().value());
    QVERIFY(query->integer(0) >= 8);
}

void tst_Search::witnessesAreOneHit()
{
    // Record 7 is a witness of the fact of record 3; its own words find that fact.
    QCOMPARE(ids(u"warfarin"_s), u"3"_s);
    QCOMPARE(ids(u"copied clinic"_s), u"3"_s);
}

void tst_Search::hitSaysWhatItIs()
{
    const auto hits = RecordQueries::search(**m_database->writer(), u"mistake"_s);
    QVERIFY(hits);
    QCOMPARE(hits->size(), 1);
    QCOMPARE(hits->first().personName, u"TWO, Ben"_s);
    QCOMPARE(hits->first().title, u"Penicillin allergy"_s);
    QVERIFY(hits->first().flags.testFlag(FactFlag::EnteredInError));
    QCOMPARE(hits->first().kind, FactKind::Condition);
}

void tst_Search::snippetShowsTheHit()
{
    auto hits = RecordQueries::search(**m_database->writer(), u"creat raised"_s);
    QVERIFY(hits && hits->size() == 1);
    const QString snippet = hits->first().snippet;
    QVERIFY2(snippet.contains(u"creatinine was raised"_s), qPrintable(snippet));
    QVERIFY(snippet.size() < 200);
    QVERIFY(snippet.startsWith(QChar(0x2026)) && snippet.endsWith(QChar(0x2026)));
    hits = RecordQueries::search(**m_database->writer(), u"ecoulement"_s);
    QVERIFY(hits && hits->size() == 1);
    QCOMPARE(hits->first().snippet, u"\u00c9coulement nasal, Angiom\u00e8trie"_s);
    hits = RecordQueries::search(**m_database->writer(), u"penicillin"_s);
    QVERIFY(hits && hits->size() == 1);
    QCOMPARE(hits->first().snippet, u"Penicillin allergy"_s);
}

void tst_Search::titleBeatsBodyThenNewest()
{
    const auto hits = RecordQueries::search(**m_database->writer(), u"creatinine"_s);
    QVERIFY(hits && hits->size() == 3);
    QCOMPARE(hits->at(0).id.record().value, 2);
    QCOMPARE(hits->at(1).id.record().value, 1);
    QCOMPARE(hits->at(2).id.record().value, 6);
    QCOMPARE(RecordQueries::search(**m_database->writer(), u"creatinine"_s, {}, 1)->size(), 1);
}

void tst_Search::manyFacts()
{
    Connection &db = **m_database->writer();
    {
        auto transaction = Transaction::begin(db);
        QVERIFY(transaction);
        for (int i = 0; i < 10'000; ++i)
            QVERIFY(add(db, {1000 + i, 3, FactKind::Vital, u"Commonword pressure"_s, u"note number%1"_s.arg(i),
                             double(i), i, 0, 0}));
        QVERIFY(transaction->commit());
    }
    const auto common = RecordQueries::search(db, u"commonword"_s);
    QVERIFY(common);
    QCOMPARE(common->size(), 200);
    QCOMPARE(common->first().id.record().value, 10'999); // newest first among equals
    QCOMPARE(ids(u"number7777"_s), u"8777"_s);
    QCOMPARE(ids(u"commonword number7777"_s, 3), u"8777"_s);
    QCOMPARE(ids(u"pressure"_s, 2), u"8"_s); // not hidden by the many of another person
    QCOMPARE(ids(u"commonword >= 9998"_s), u"10998,10999"_s);
    QCOMPARE(ids(u"commonword <= 1"_s), u"1000,1001"_s); // the oldest of many
    QVERIFY(db.execute("DELETE FROM fact_search WHERE rowid >= 4096000; DELETE FROM fact WHERE id >= 4096000;"
                       "DELETE FROM fact_body WHERE fact_id >= 4096000"));
}

void tst_Search::parsing()
{
    using namespace SearchText;
    const Query query = parse(u"heart \"left side\" kind:result <= -1.5 x");
    QCOMPARE(query.terms, (QList<Term>{{u"heart"_s, false}, {u"left side"_s, true}, {u"x"_s, false}}));
    QCOMPARE(query.kind, FactKind::Result);
    QVERIFY(query.compares);
    QCOMPARE(query.high, -1.5);
    QCOMPARE(matchExpression({{u"a\"b"_s, false}, {u"c d"_s, true}}, true), u"\"a\"\"b\" * \"c d\""_s);
    QCOMPARE(fold(u"Stra\u00dfe \u00c5ngstr\u00f6m e\u0301"), u"stra\u00dfe angstrom e"_s);
    QCOMPARE(words(u"O'Brien-Smith, \u00c9va 7"), (QStringList{u"o"_s, u"brien"_s, u"smith"_s, u"eva"_s, u"7"_s}));
    QVERIFY(parse(u"-- ** !!").isEmpty());
}

QTEST_GUILESS_MAIN(tst_Search)
#include "tst_search.moc"
