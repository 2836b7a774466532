// SPDX-License-Identifier: Apache-2.0
#include "safety/EstimatedGfr.h"

#include "safety/embedded/EmbeddedKnowledge.h"

#include "ReviewCheck.h"
#include "ReviewText.h"

#include <QFile>
#include <QRandomGenerator>
#include <QtTest>

using namespace Chartline::Safety;
using namespace Qt::StringLiterals;

// Reviews of made-up people on the knowledge base inside the program.
class TestReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void table_data();
    void table();
    void tableIsLong();
    void kidneyFunction_data();
    void kidneyFunction();
    void unknownDrugs();
    void partlyUnderstood();
    void unreadAllergy();
    void otherConditions();
    void outOfDate();
    void everyFactOnce();
    void anyOrder();
    void idsAreUnique();
    void overrides_data();
    void overrides();
    void acknowledgedLast();

private:
    [[nodiscard]] SafetyReview review(const QString &drugs, const QString &person = {});

    std::unique_ptr<Resolver> m_resolver;
    std::unique_ptr<Reviewer> m_reviewer;
    std::unique_ptr<ReviewText> m_text;
};

void TestReview::initTestCase()
{
    const auto &base = embeddedKnowledge();
    QVERIFY(base);
    m_resolver = std::make_unique<Resolver>(*base);
    m_reviewer = std::make_unique<Reviewer>(*base);
    m_text = std::make_unique<ReviewText>(*m_resolver, *m_reviewer);
}

SafetyReview TestReview::review(const QString &drugs, const QString &person)
{
    return m_reviewer->review(m_text->mentions(drugs), m_text->person(person).value_or(PatientContext()), reviewDay());
}

void TestReview::table_data()
{
    QTest::addColumn<QStringList>("cells");
    QFile file(QStringLiteral(CHARTLINE_SOURCE_DIR "/tests/data/safety/review.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.startsWith(u'#'))
            QTest::newRow(qPrintable(line.section(u'\t', 0, 0))) << line.split(u'\t');
    }
}

void TestReview::table()
{
    QFETCH(const QStringList, cells);
    QCOMPARE(cells.size(), 4);
    const QList<DrugMention> mentions = m_text->mentions(cells[1]);
    const auto person = m_text->person(cells[2]);
    QVERIFY2(!mentions.isEmpty() && person, "the row is not understood");
    for (const DrugMention &mention : mentions)
        QVERIFY2(mention.drug.isConfident(), qPrintable(mention.text));
    for (const ConditionEntry &entry : person->conditions)
        QVERIFY2(!entry.terms.empty(), qPrintable(u"not recognised: "_s + entry.text));
    const SafetyReview review = m_reviewer->review(mentions, *person, reviewDay());
    for (const QString &expected : cells[3].split(u" ; "_s)) {
        const QString wrong = checkReview(expected, review);
        QVERIFY2(wrong.isEmpty(), qPrintable(expected + "; but: "_L1 + wrong));
    }
}

void TestReview::tableIsLong()
{
    QFile file(QStringLiteral(CHARTLINE_SOURCE_DIR "/tests/data/safety/review.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().count('\n') >= 100);
}

void TestReview::kidneyFunction_data()
{
    QTest::addColumn<double>("creatinine"); // µmol/L
    QTest::addColumn<double>("age");
    QTest::addColumn<bool>("female");
    QTest::addColumn<int>("expected");
    // By the National Kidney Foundation's calculator, as the tests of pharmaverse/admiral and others quote it.
    QTest::newRow("man of 55, 1.09 mg/dL") << 96.356 << 55.0 << false << 80;
    QTest::newRow("woman of 65, 85 µmol/L") << 85.0 << 65.0 << true << 66;
    QTest::newRow("man of 55, 1.2 mg/dL") << 106.08 << 55.0 << false << 71;
    // By hand from table 2 of Inker 2021: both sides of kappa, both sexes.
    QTest::newRow("woman of 40, 0.5 mg/dL") << 44.2 << 40.0 << true << 122;
    QTest::newRow("man of 25, 0.8 mg/dL") << 70.72 << 25.0 << false << 126;
    QTest::newRow("woman of 70, 2.0 mg/dL") << 176.8 << 70.0 << true << 26;
    QTest::newRow("man of 65, 3.5 mg/dL") << 309.4 << 65.0 << false << 19;
}

void TestReview::kidneyFunction()
{
    QFETCH(const double, creatinine);
    QFETCH(const double, age);
    QFETCH(const bool, female);
    QFETCH(const int, expected);
    const auto rate = estimatedGfr(creatinine, age, female);
    QVERIFY(rate);
    QCOMPARE(qRound(*rate), expected);
    QVERIFY(!estimatedGfr(creatinine, 17.9, female));
    QVERIFY(!estimatedGfr(0, age, female));
}

void TestReview::unknownDrugs()
{
    const SafetyReview found = review(u"warfarin @2025-01-01.. ; zorvexanil @2026-09-20.."_s);
    QCOMPARE(found.checked, QStringList{u"warfarin"_s});
    QCOMPARE(found.checkedCourses, 1);
    QCOMPARE(found.courses.size(), 2);
    QCOMPARE(found.notChecked.size(), 1);
    QCOMPARE(found.notChecked.first().name, u"zorvexanil"_s);
    QCOMPARE(found.notChecked.first().why, NotChecked::Why::UnknownDrug);
    QCOMPARE(found.notChecked.first().facts.size(), 1);
    // What is over does not bear on today.
    QVERIFY(review(u"zorvexanil @2024-01-01..2024-02-01"_s).notChecked.isEmpty());
}

// What is understood of it is checked, and that it is unsure is said.
void TestReview::partlyUnderstood()
{
    const QString text = u"warfarin zorvexanil"_s;
    QCOMPARE(m_resolver->resolve(text).match, Match::Part);
    const SafetyReview found = review(text + " @2025-01-01.. ; fluconazole @2026-09-20.."_L1);
    QCOMPARE(found.notChecked.size(), 1);
    QCOMPARE(found.notChecked.first().name, text);
    QCOMPARE(found.notChecked.first().why, NotChecked::Why::UnsureDrug);
    QCOMPARE(found.notChecked.first().unread, QStringList{u"zorvexanil"_s});
    QVERIFY(found.checked.contains(u"warfarin"_s));
    QCOMPARE(checkReview(u"interaction warfarin+fluconazole >= prominent"_s, found), QString());
}

void TestReview::unreadAllergy()
{
    PatientContext context;
    context.unreadAllergies = {{77, u"Zorvexanil"_s}};
    context.allergyKnowledge = PatientContext::AllergyKnowledge::Some;
    const SafetyReview found = m_reviewer->review(m_text->mentions(u"warfarin @2025-01-01.."_s), context, reviewDay());
    QCOMPARE(found.notChecked.size(), 1);
    QCOMPARE(found.notChecked.first(), (NotChecked{u"Zorvexanil"_s, NotChecked::Why::UnknownAllergy, {}, {77}}));
    QCOMPARE(found.allergyKnowledge, PatientContext::AllergyKnowledge::Some);
    QCOMPARE(review(u"warfarin @2025-01-01.."_s).allergyKnowledge, PatientContext::AllergyKnowledge::NothingRecorded);
}

// No rule speaks of them, and that is said; not of those that are over.
void TestReview::otherConditions()
{
    PatientContext context;
    const auto condition = [](const QString &text) {
        ConditionEntry entry;
        entry.text = text;
        return entry;
    };
    ConditionEntry over = condition(u"Zorvex fever"_s);
    over.isOver = true;
    ConditionEntry later = condition(u"Zorvex pain"_s);
    later.from = reviewDay().addDays(1);
    context.otherConditions = {condition(u"zorvex syndrome"_s), over, later, condition(u"Ankle of zorvex"_s),
                               condition(u"zorvex syndrome"_s)};
    const SafetyReview found = m_reviewer->review({}, context, reviewDay());
    QCOMPARE(found.otherConditions, (QStringList{u"Ankle of zorvex"_s, u"zorvex syndrome"_s}));
}

void TestReview::outOfDate()
{
    const QList<DrugMention> drugs = m_text->mentions(u"warfarin @2026-01-01.. ; fluconazole @2026-01-01.."_s);
    const QDate expires = m_reviewer->base().expires();
    QVERIFY(expires.isValid());
    QCOMPARE(m_reviewer->review(drugs, {}, expires.addDays(-1)).knowledge, SafetyReview::Knowledge::Valid);
    const SafetyReview late = m_reviewer->review(drugs, {}, expires);
    QCOMPARE(late.knowledge, SafetyReview::Knowledge::OutOfDate);
    QCOMPARE(late.knowledgeExpires, expires);
    QVERIFY(!late.alerts.isEmpty());
}

namespace {

const QString s_many = u"warfarin @2025-01-01.. ; fluconazole @2026-09-20.. ; lisinopril @2025-01-01.. ; "
                       "furosemide @2025-03-01.. ; ibuprofen @2026-09-20.. ; ibuprofen @2026-09-21.. source=clinic ; "
                       "sertraline @2025-01-01.. ; tramadol @2026-09-25.. ; zorvexanil @2026-09-20.. ; "
                       "timolol @2026-01-01.. route=ophthalmic ; phenelzine @2025-01-01..2026-09-25 ; "
                       "hydrocodone / acetaminophen @2026-09-20.. ; acetaminophen @2026-09-20.. mg=6000"_s;
const QString s_person = u"born 1946-05-01 ; sex F ; finding Asthma @2015-01-01 ; lab creatinine 180 @2026-09-20 ; "
                         "lab inr 3.6 @2026-09-28 ; allergy naproxen immune severe @2010-01-01"_s;

QString printed(const SafetyReview &review)
{
    QStringList lines;
    for (const SafetyAlert &alert : review.alerts) {
        QStringList names;
        for (const AlertDrug &drug : alert.drugs)
            names.append(drug.name);
        lines.append(shown(alert) + u' ' + names.join(u'+'));
    }
    return lines.join(u'\n');
}

} // namespace

void TestReview::everyFactOnce()
{
    const QList<DrugMention> drugs = m_text->mentions(s_many);
    QVERIFY(!drugs.isEmpty());
    const SafetyReview found = m_reviewer->review(drugs, {}, reviewDay());
    QList<qint64> facts;
    for (const DrugCourse &course : found.courses)
        facts += course.facts;
    std::ranges::sort(facts);
    QList<qint64> expected;
    for (const DrugMention &mention : drugs)
        expected.append(mention.fact);
    std::ranges::sort(expected);
    QCOMPARE(facts, expected);
}

// The loudest first, and the same for any order in which the statements come.
void TestReview::anyOrder()
{
    QList<DrugMention> drugs = m_text->mentions(s_many);
    const auto person = m_text->person(s_person);
    QVERIFY(!drugs.isEmpty() && person);
    const SafetyReview first = m_reviewer->review(drugs, *person, reviewDay());
    QVERIFY(first.alerts.size() > 10);
    for (qsizetype i = 1; i < first.alerts.size(); ++i)
        QVERIFY(first.alerts[i - 1].tier >= first.alerts[i].tier);
    QRandomGenerator random(2026);
    for (int round = 0; round < 60; ++round) {
        std::ranges::shuffle(drugs, random);
        QCOMPARE(printed(m_reviewer->review(drugs, *person, reviewDay())), printed(first));
    }
}

// One drug in two products meets a third drug once: an id names one alert.
void TestReview::idsAreUnique()
{
    const SafetyReview found = review(s_many, s_person);
    QSet<QString> ids;
    for (const SafetyAlert &alert : found.alerts) {
        QVERIFY2(!ids.contains(alert.id), qPrintable(alert.id));
        ids.insert(alert.id);
    }
}

void TestReview::overrides_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("personBefore");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("personAfter");
    QTest::addColumn<OverrideReturn>("returned");
    const QString pair = u"warfarin @2025-01-01.. mg=5 ; fluconazole @2026-08-01.. mg=100"_s;
    const auto row = [](const char *name, const QString &before, const QString &personBefore, const QString &after,
                        const QString &personAfter, OverrideReturn returned) {
        QTest::newRow(name) << before << personBefore << after << personAfter << returned;
    };
    const auto person = [](double inr, double egfr) {
        return u"lab inr %1 @2026-09-28 ; lab egfr %2 @2026-09-28"_s.arg(inr).arg(egfr);
    };
    row("nothing has changed", pair, person(2.4, 70), pair, person(2.4, 70), OverrideReturn::No);
    row("level within 20 %", pair, person(2.5, 70), pair, person(2.9, 70), OverrideReturn::No);
    row("level by more", pair, person(2.5, 70), pair, person(3.2, 70), OverrideReturn::Level);
    row("level fallen", pair, person(2.5, 70), pair, person(1.9, 70), OverrideReturn::Level);
    row("kidney in its category", pair, person(2.5, 88), pair, person(2.5, 62), OverrideReturn::No);
    row("kidney in another", pair, person(2.5, 62), pair, person(2.5, 58), OverrideReturn::Kidney);
    const QString more = u"warfarin @2025-01-01.. mg=5 ; fluconazole @2026-08-01.. mg=200"_s;
    row("dose", pair, person(2.5, 70), more, person(2.5, 70), OverrideReturn::Dose);
    const QString again = u"warfarin @2025-01-01.. mg=5 ; fluconazole @2026-09-20.. mg=100"_s;
    row("begun again", pair, person(2.5, 70), again, person(2.5, 70), OverrideReturn::Restarted);
    const QString planned =
        u"warfarin @2025-01-01.. mg=5 ; fluconazole @2026-10-05.. state=planned said=2026-09-30 mg=100"_s;
    row("louder", planned, person(2.5, 70), pair, person(2.5, 70), OverrideReturn::Louder);
    row("quieter", pair, person(2.5, 70), planned, person(2.5, 70), OverrideReturn::No);
}

void TestReview::overrides()
{
    QFETCH(const QString, before);
    QFETCH(const QString, personBefore);
    QFETCH(const QString, after);
    QFETCH(const QString, personAfter);
    const auto pairOf = [](SafetyReview &review) {
        return std::ranges::find_if(review.alerts, [](const SafetyAlert &alert) {
            return alert.kind == AlertKind::Interaction && drugsOf(alert) == "fluconazole+warfarin"_L1;
        });
    };
    SafetyReview then = review(before, personBefore);
    const auto old = pairOf(then);
    QVERIFY(old != then.alerts.end() && old->isVisible());
    const SafetyOverride override_{old->id, u"12"_s, u"watched"_s, u"A"_s, 1, old->tier, old->snapshot};
    const SafetyOverride other{u"interaction:bleeding:0+0"_s, u"12"_s, {}, {}, 2, Tier::Interruptive, {}};
    SafetyReview now = review(after, personAfter);
    applyOverrides({override_, other}, now);
    const auto alert = pairOf(now);
    QVERIFY(alert != now.alerts.end());
    QVERIFY(alert->override_ && *alert->override_ == override_);
    QTEST(alert->returned, "returned");
    QCOMPARE(alert->isVisible(), alert->returned != OverrideReturn::No);
    QVERIFY(std::ranges::none_of(now.alerts, [&](const SafetyAlert &a) { return &a != &*alert && a.override_; }));
}

// Acknowledged ones come last within their tier; of several words on one alert the latest counts.
void TestReview::acknowledgedLast()
{
    SafetyReview found = review(s_many, s_person);
    QVERIFY(found.alerts.size() > 3 && found.alerts[0].tier == found.alerts[1].tier);
    const SafetyAlert first = found.alerts.first();
    const auto word = [&](qint64 time, const QString &author) {
        return SafetyOverride{first.id, u"12"_s, {}, author, time, first.tier, first.snapshot};
    };
    const qsizetype count = found.alerts.size();
    applyOverrides({word(5, u"second"_s), word(3, u"first"_s)}, found);
    QCOMPARE(found.alerts.size(), count);
    const auto at = std::ranges::find(found.alerts, first.id, &SafetyAlert::id);
    QVERIFY(at != found.alerts.end() && at->isAcknowledged());
    QCOMPARE(at->override_->author, u"second"_s);
    QVERIFY(at != found.alerts.begin());
    QVERIFY(at + 1 == found.alerts.end() || (at + 1)->tier < first.tier);
    QVERIFY((at - 1)->tier == first.tier);
}

QTEST_GUILESS_MAIN(TestReview)
#include "tst_review.moc"
