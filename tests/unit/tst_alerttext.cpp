// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/AlertSummary.h"
#include "viewmodels/AlertText.h"

#include <QTest>

using namespace Chartline;
using namespace Chartline::Safety;
using namespace Chartline::Ui;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Chartline::Safety::SafetyAlert)
Q_DECLARE_METATYPE(Chartline::Safety::SafetyReview)

class TestAlertText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void tiers();
    void titles_data();
    void titles();
    void happensAndManage_data();
    void happensAndManage();
    void effectsWithinALine();
    void everyTopicAndAdviceHasWords();
    void overlaps_data();
    void overlaps();
    void moves_data();
    void moves();
    void levels_data();
    void levels();
    void amounts_data();
    void amounts();
    void evidenceSourceAndPack();
    void reasons();
    void acknowledgements();
    void whyItCameBack();
    void headers_data();
    void headers();
    void prospective();
    void notChecked_data();
    void notChecked();
    void knowledgeWarnings();
    void noteForOtherLanguages();
};

namespace {

SafetyAlert alertOf(AlertTopic topic, const QStringList &drugs)
{
    SafetyAlert alert;
    alert.topic = topic;
    alert.tier = alert.baseTier = Tier::Prominent;
    for (const QString &name : drugs)
        alert.drugs.append({0, name, 0});
    return alert;
}

AlertLevel levelOf(const QString &id, const QString &name, const QString &unit, double value, QDate date)
{
    AlertLevel level;
    level.id = id;
    level.name = name;
    level.unit = unit;
    level.value = value;
    level.date = date;
    return level;
}

SafetyAlert moved(AlertMove::Why why, int step, const QString &words = {}, QDate date = {}, const QString &drug = {})
{
    SafetyAlert alert = alertOf(AlertTopic::Interaction, {u"warfarin"_s, u"fluoxetine"_s});
    alert.moves = {{why, step, words, date, drug}};
    return alert;
}

SafetyReview reviewOf(int checked, const QList<Tier> &tiers, int unread)
{
    SafetyReview review;
    review.checkedCourses = checked;
    for (const Tier tier : tiers) {
        SafetyAlert alert;
        alert.tier = tier;
        review.alerts.append(alert);
    }
    for (int i = 0; i < unread; ++i)
        review.notChecked.append({u"mix %1"_s.arg(i + 1), NotChecked::Why::UnknownDrug, {}, {}});
    return review;
}

} // namespace

void TestAlertText::tiers()
{
    QCOMPARE(AlertText::tier(Tier::Interruptive), u"Act now"_s);
    QCOMPARE(AlertText::tier(Tier::Prominent), u"Act"_s);
    QCOMPARE(AlertText::tier(Tier::Passive), u"Know"_s);
    QCOMPARE(AlertText::tier(Tier::Hidden), u"Minor"_s);
}

void TestAlertText::titles_data()
{
    QTest::addColumn<SafetyAlert>("alert");
    QTest::addColumn<QString>("title");
    const auto row = [](const char *name, SafetyAlert alert, const QString &title) {
        QTest::newRow(name) << std::move(alert) << title;
    };
    row("two drugs", alertOf(AlertTopic::Interaction, {u"warfarin"_s, u"fluconazole"_s}), u"Warfarin + fluconazole"_s);
    row("three drugs", alertOf(AlertTopic::Triple, {u"ibuprofen"_s, u"lisinopril"_s, u"furosemide"_s}),
        u"Ibuprofen + lisinopril + furosemide"_s);
    row("no drug", alertOf(AlertTopic::Interaction, {}), QString());
    const auto with = [](AlertTopic topic, const QString &drug, const QString &subject) {
        SafetyAlert alert = alertOf(topic, {drug});
        alert.subject = subject;
        return alert;
    };
    row("allergy", with(AlertTopic::AllergyGroup, u"amoxicillin"_s, u"penicillin"_s),
        u"Amoxicillin: allergy to penicillin"_s);
    row("allergy to itself", with(AlertTopic::AllergySame, u"codeine"_s, u"Codeine"_s),
        u"Codeine: allergy to Codeine"_s);
    row("kin of an allergy", with(AlertTopic::AllergyCross, u"cefalexin"_s, u"penicillin"_s),
        u"Cefalexin: related to the allergy to penicillin"_s);
    row("condition", with(AlertTopic::Condition, u"ibuprofen"_s, u"CKD stage 3b"_s), u"Ibuprofen with CKD stage 3b"_s);
    row("pregnancy", with(AlertTopic::Pregnancy, u"warfarin"_s, u"Pregnant"_s), u"Warfarin in pregnancy"_s);
    row("lactation", with(AlertTopic::Lactation, u"lithium"_s, {}), u"Lithium while breastfeeding"_s);
    row("gene", with(AlertTopic::Gene, u"clopidogrel"_s, u"CYP2C19 poor metaboliser"_s),
        u"Clopidogrel with gene variant CYP2C19 poor metaboliser"_s);
    SafetyAlert alert = alertOf(AlertTopic::Age, {u"diazepam"_s});
    alert.actual = 78.9;
    row("age", alert, u"Diazepam at the age of 78"_s);
    alert = alertOf(AlertTopic::Dose, {u"paracetamol"_s});
    alert.actual = 6000;
    row("dose", alert, u"Paracetamol: 6,000 mg a day"_s);
    alert = alertOf(AlertTopic::Kidney, {u"metformin"_s});
    alert.levels = {levelOf(u"egfr"_s, u"eGFR"_s, u"ml/min/1.73m2"_s, 38, QDate(2026, 8, 30))};
    row("kidney", alert, u"Metformin with eGFR 38 ml/min/1.73 m²"_s);
    alert = alertOf(AlertTopic::Laboratory, {u"spironolactone"_s});
    alert.levels = {levelOf(u"potassium"_s, u"potassium"_s, u"mmol/L"_s, 5.82, QDate(2026, 8, 30))};
    row("laboratory", alert, u"Spironolactone with potassium 5.82 mmol/L"_s);
    alert = alertOf(AlertTopic::DuplicateClass, {u"ibuprofen"_s, u"naproxen"_s});
    alert.effectNames = {u"NSAIDs"_s};
    row("class", alert, u"Ibuprofen + naproxen: two NSAIDs"_s);
    row("same drug", alertOf(AlertTopic::DuplicateIngredient, {u"paracetamol"_s, u"paracetamol"_s}),
        u"Paracetamol in 2 prescription(s) at once"_s);
}

void TestAlertText::titles()
{
    QFETCH(const SafetyAlert, alert);
    QTEST(AlertText::title(alert), "title");
}

void TestAlertText::happensAndManage_data()
{
    QTest::addColumn<SafetyAlert>("alert");
    QTest::addColumn<QString>("happens");
    QTest::addColumn<QString>("manage");
    const auto row = [](const char *name, AlertTopic topic, Advice advice, const QString &why, double limit,
                        const QString &happens, const QString &manage) {
        SafetyAlert alert = alertOf(topic, {u"drug"_s});
        alert.advice = advice;
        alert.why = why;
        alert.limit = limit;
        alert.effectNames = {u"asthma"_s};
        QTest::newRow(name) << alert << happens << manage;
    };
    row("contraindicated in pregnancy", AlertTopic::Pregnancy, Advice::Contraindicated, u"embryopathy"_s, 0,
        u"Contraindicated in pregnancy: embryopathy"_s,
        u"Change to another drug; do not stop at once where stopping is a risk itself."_s);
    row("avoid with a condition", AlertTopic::Condition, Advice::Avoid, {}, 0, u"To be avoided with asthma."_s,
        u"Choose another drug unless nothing else will do."_s);
    row("caution while breastfeeding", AlertTopic::Lactation, Advice::Caution, {}, 0,
        u"To be used with care while breastfeeding."_s, u"Weigh the benefit, and watch for harm."_s);
    row("lower dose for the kidney", AlertTopic::Kidney, Advice::Reduce, {}, 45,
        u"A lower dose is due below an eGFR of 45 ml/min/1.73 m²."_s,
        u"Lower the dose, or give it less often, as the label says."_s);
    row("too old", AlertTopic::Age, Advice::Avoid, u"falls"_s, 65, u"To be avoided from the age of 65: falls"_s,
        u"Choose another drug unless nothing else will do."_s);
    row("too young", AlertTopic::Age, Advice::Contraindicated, u"Reye's syndrome"_s, -12,
        u"Contraindicated below the age of 12: Reye's syndrome"_s,
        u"Change to another drug; do not stop at once where stopping is a risk itself."_s);
    row("dose", AlertTopic::Dose, Advice::None, {}, 4000, u"The usual highest dose is 4,000 mg a day."_s,
        u"Check the dose and what it is for."_s);
}

void TestAlertText::effectsWithinALine()
{
    SafetyAlert alert = alertOf(AlertTopic::Interaction, {u"a"_s, u"b"_s});
    alert.effectNames = {u"Bleeding"_s, u"Gastrointestinal ulcer"_s};
    QCOMPARE(AlertText::effects(alert), u"Bleeding and gastrointestinal ulcer"_s);
    alert.effectNames = {u"Bradycardia"_s, u"QT prolongation"_s};
    QCOMPARE(AlertText::effects(alert), u"Bradycardia and QT prolongation"_s);
    alert.topic = AlertTopic::Laboratory;
    QCOMPARE(AlertText::effects(alert), QString());
    alert.advice = Advice::Avoid;
    QCOMPARE(AlertText::manage(alert), u"Hold it or choose another drug until the value is right again."_s);
}

void TestAlertText::happensAndManage()
{
    QFETCH(SafetyAlert, alert);
    QTEST(AlertText::happens(alert), "happens");
    QTEST(AlertText::manage(alert), "manage");
    // The reason is said once: with the advice, not once more as the mechanism.
    QCOMPARE(AlertText::mechanism(alert), QString());
    alert.happens = u"Words of the knowledge base."_s;
    alert.manage = u"Its advice."_s;
    alert.why = u"Its reason."_s;
    QCOMPARE(AlertText::happens(alert), u"Words of the knowledge base."_s);
    QCOMPARE(AlertText::manage(alert), u"Its advice."_s);
    QCOMPARE(AlertText::mechanism(alert), u"Its reason."_s);
}

void TestAlertText::everyTopicAndAdviceHasWords()
{
    for (int topic = 0; topic <= int(AlertTopic::Gene); ++topic) {
        for (int advice = 0; advice <= int(Advice::Contraindicated); ++advice) {
            for (const Tier tier : {Tier::Hidden, Tier::Interruptive}) {
                SafetyAlert alert = alertOf(AlertTopic(topic), {u"drug"_s});
                alert.advice = Advice(advice);
                alert.tier = tier;
                QVERIFY(!AlertText::title(alert).isEmpty());
                QVERIFY(AlertText::happens(alert).size() > 10);
                QVERIFY(AlertText::manage(alert).endsWith(u'.'));
                const QString all = AlertText::happens(alert) + AlertText::manage(alert);
                QVERIFY2(!all.contains(u'%'), qPrintable(all));
            }
        }
    }
}

void TestAlertText::overlaps_data()
{
    QTest::addColumn<SafetyAlert>("alert");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QStringList &drugs, const OverlapFound &overlap, const QString &words) {
        SafetyAlert alert = alertOf(AlertTopic::Interaction, drugs);
        alert.overlap = overlap;
        QTest::newRow(name) << alert << words;
    };
    const QStringList two{u"fluoxetine"_s, u"phenelzine"_s};
    const QDate october(2026, 10, 3);
    const QDate november(2026, 11, 7);
    row("both", two, {Overlap::Active, october, {}, false}, u"Both are taken now, together since 3 Oct 2026"_s);
    row("both, no date", two, {Overlap::Active, {}, {}, false}, u"Both are taken now"_s);
    row("three", {u"a"_s, u"b"_s, u"c"_s}, {Overlap::Active, october, {}, false},
        u"All are taken now, together since 3 Oct 2026"_s);
    row("one", {u"a"_s}, {Overlap::Active, october, {}, false}, u"Taken now, since 3 Oct 2026"_s);
    row("first is gone", two, {Overlap::Washout, october, november, true},
        u"Fluoxetine stopped on 3 Oct 2026; it acts until 7 Nov 2026"_s);
    row("second is gone", two, {Overlap::Washout, october, november, false},
        u"Phenelzine stopped on 3 Oct 2026; it acts until 7 Nov 2026"_s);
    row("past", two, {Overlap::Historical, october, november, false},
        u"In the past: together 3 Oct 2026 – 7 Nov 2026, not now"_s);
    row("none", two, {Overlap::None, {}, {}, false}, QString());
    SafetyAlert alert = moved(AlertMove::Why::NeverDispensed, -1, {}, {}, u"fluoxetine"_s);
    alert.overlap.overlap = Overlap::Active;
    QTest::newRow("never handed out") << alert << u"Not certain that fluoxetine was ever taken"_s;
    alert.moves.first().why = AlertMove::Why::Planned;
    QTest::newRow("planned") << alert << u"Fluoxetine is planned, not taken yet"_s;
    alert.moves.first().why = AlertMove::Why::Uncertain;
    QTest::newRow("uncertain") << alert << u"Not certain that fluoxetine is still taken"_s;
}

void TestAlertText::overlaps()
{
    QFETCH(const SafetyAlert, alert);
    QTEST(AlertText::overlap(alert), "words");
}

void TestAlertText::moves_data()
{
    using Why = AlertMove::Why;
    QTest::addColumn<SafetyAlert>("alert");
    QTest::addColumn<QString>("words");
    const QDate day(2026, 3, 5);
    const auto row = [](const char *name, const SafetyAlert &alert, const QString &words) {
        QTest::newRow(name) << alert << words;
    };
    row("raised by a value", moved(Why::Knowledge, 1, u"potassium above 5"_s, day),
        u"Raised: potassium above 5 (5 Mar 2026)"_s);
    row("lowered by a drug", moved(Why::Knowledge, -1, u"stomach protected"_s, {}, u"omeprazole"_s),
        u"Lowered: stomach protected (omeprazole)"_s);
    row("out of sight", moved(Why::Knowledge, 0, u"meant together"_s), u"Taken out of sight: meant together"_s);
    row("local", moved(Why::LocalRoute, 0, {}, {}, u"diclofenac"_s),
        u"Taken out of sight: diclofenac acts only where it is applied"_s);
    row("uncertain", moved(Why::Uncertain, -1, {}, day, u"warfarin"_s),
        u"Lowered: nothing heard of warfarin since 5 Mar 2026"_s);
    row("uncertain, no date", moved(Why::Uncertain, -1, {}, {}, u"warfarin"_s),
        u"Lowered: it is long not heard that warfarin is taken"_s);
    row("never dispensed", moved(Why::NeverDispensed, -1, {}, day, u"warfarin"_s),
        u"Lowered: warfarin was prescribed on 5 Mar 2026; no fill of it is known"_s);
    row("planned", moved(Why::Planned, -1, {}, {}, u"warfarin"_s), u"Lowered: warfarin is only planned"_s);
    row("ended", moved(Why::Ended, -1, {}, day, u"fluoxetine"_s),
        u"Lowered: fluoxetine was stopped on 5 Mar 2026; little of it is still there"_s);
    row("past", moved(Why::Historical, 0), u"Taken out of sight: the drugs met only in the past"_s);
    row("tolerated since", moved(Why::ToleratedSince, -1, {}, day, u"amoxicillin"_s),
        u"Lowered: amoxicillin was taken again from 5 Mar 2026 without trouble that is recorded"_s);
    row("tolerated", moved(Why::Tolerated, -1), u"Lowered: taken together for months"_s);
    row("intolerance", moved(Why::Intolerance, -1),
        u"Lowered: the reaction was an intolerance, not an immune reaction"_s);
    SafetyAlert tail = moved(Why::StillActs, 0, u"norfluoxetine stays for weeks"_s, day, u"fluoxetine"_s);
    row("a tail moves nothing", tail, u"Still acts: norfluoxetine stays for weeks (fluoxetine, 5 Mar 2026)"_s);
}

void TestAlertText::moves()
{
    QFETCH(const SafetyAlert, alert);
    QFETCH(const QString, words);
    QCOMPARE(AlertText::moves(alert), QStringList{words});
}

void TestAlertText::levels_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("before");
    QTest::addColumn<bool>("derived");
    QTest::addColumn<QString>("comparator");
    QTest::addColumn<QString>("words");
    QTest::newRow("change") << u"inr"_s << u"1"_s << 4.6 << 2.3 << false << QString()
                            << u"INR 2.3 (2 Sep 2026) → 4.6 (20 Nov 2026)"_s;
    QTest::newRow("value") << u"potassium"_s << u"mmol/L"_s << 5.8 << 0.0 << false << QString()
                           << u"Potassium 5.8 mmol/L (20 Nov 2026)"_s;
    QTest::newRow("reckoned") << u"egfr"_s << u"ml/min/1.73m2"_s << 38.04 << 0.0 << true << QString()
                              << u"eGFR 38 ml/min/1.73 m² (20 Nov 2026, reckoned from creatinine)"_s;
    QTest::newRow("limit of normal") << u"alt"_s << u"xULN"_s << 3.5 << 0.0 << false << QString()
                                     << u"ALT 3.5 × upper limit of normal (20 Nov 2026)"_s;
    QTest::newRow("cells") << u"platelets"_s << u"10*9/L"_s << 42.0 << 0.0 << false << QString()
                           << u"Platelets 42 10⁹/L (20 Nov 2026)"_s;
    QTest::newRow("below") << u"inr"_s << u"1"_s << 0.8 << 0.0 << false << u"<"_s << u"INR < 0.8 (20 Nov 2026)"_s;
    QTest::newRow("at least") << u"digoxin"_s << u"µg/L"_s << 5.0 << 0.0 << false << u">="_s
                              << u"Digoxin ≥ 5 µg/L (20 Nov 2026)"_s;
}

void TestAlertText::levels()
{
    QFETCH(const QString, id);
    QFETCH(const QString, unit);
    QFETCH(const double, value);
    QFETCH(const double, before);
    QFETCH(const bool, derived);
    QFETCH(const QString, comparator);
    AlertLevel level = levelOf(id, id, unit, value, QDate(2026, 11, 20));
    level.derived = derived;
    level.comparator = comparator;
    if (before > 0) {
        level.before = before;
        level.beforeDate = QDate(2026, 9, 2);
    }
    QTEST(AlertText::level(level), "words");
}

void TestAlertText::amounts_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("words");
    QTest::newRow("mg") << AlertText::dose(40) << u"40 mg"_s;
    QTest::newRow("half") << AlertText::dose(2.5) << u"2.5 mg"_s;
    QTest::newRow("microgram") << AlertText::dose(0.088) << u"88 µg"_s;
    QTest::newRow("gram") << AlertText::dose(12'500) << u"12.5 g"_s;
    QTest::newRow("no noise") << AlertText::amount(0.1 + 0.2, u"mg"_s) << u"0.3 mg"_s;
    QTest::newRow("none") << AlertText::amount(4.6, u"1"_s) << u"4.6"_s;
    QTest::newRow("rate") << AlertText::amount(44, u"/min"_s) << u"44/min"_s;
    QTest::newRow("german") << AlertText::amount(2.3, u"1"_s, QLocale(QLocale::German)) << u"2,3"_s;
}

void TestAlertText::amounts()
{
    QFETCH(const QString, shown);
    QTEST(shown, "words");
}

void TestAlertText::evidenceSourceAndPack()
{
    QCOMPARE(AlertText::evidence(u"established"_s), u"Evidence: established"_s);
    QCOMPARE(AlertText::evidence({}), QString());
    QCOMPARE(AlertText::source(u"label §7"_s), u"Source: label (FDA or EU SmPC) §7"_s);
    QCOMPARE(AlertText::source(u"label"_s), u"Source: label (FDA or EU SmPC)"_s);
    QCOMPARE(AlertText::source(u"CPIC guidelines"_s), u"Source: CPIC guidelines"_s);
    QCOMPARE(AlertText::source({}), QString());
    QCOMPARE(AlertText::pack({}), u"Knowledge: Chartline"_s);
    QCOMPARE(AlertText::pack(u"St. Mary"_s), u"Knowledge: pack “St. Mary”"_s);
}

void TestAlertText::reasons()
{
    QSet<QString> seen;
    for (const int code : {1, 2, 3, 4, 5, 7, 8, 10, 11, 12, 13, 22, 23}) {
        const QString words = AlertText::reason(QString::number(code));
        QVERIFY2(words.size() > 8, qPrintable(words));
        QVERIFY(!seen.contains(words));
        seen.insert(words);
    }
    QCOMPARE(AlertText::reason(u"22"_s), u"Appropriate indication or diagnosis"_s);
    QCOMPARE(AlertText::reason(u"99"_s), u"99"_s);
}

void TestAlertText::acknowledgements()
{
    SafetyOverride given;
    given.reason = u"1"_s;
    given.author = u"Dr. Demo"_s;
    given.time = QDateTime(QDate(2026, 11, 20), QTime(14, 30)).toMSecsSinceEpoch();
    QCOMPARE(AlertText::acknowledged(given), u"Dr. Demo, 20 Nov 2026, 14:30: Therapy appropriate"_s);
    given.comment = u"100 % sure, %1"_s;
    QCOMPARE(AlertText::acknowledged(given), u"Dr. Demo, 20 Nov 2026, 14:30: Therapy appropriate. “100 % sure, %1”"_s);
}

void TestAlertText::whyItCameBack()
{
    QCOMPARE(AlertText::returned(OverrideReturn::No), QString());
    QSet<QString> seen;
    for (int i = 1; i <= int(OverrideReturn::Restarted); ++i)
        seen.insert(AlertText::returned(OverrideReturn(i)));
    QCOMPARE(seen.size(), int(OverrideReturn::Restarted));
    QVERIFY(AlertText::returned(OverrideReturn::Kidney).contains(u"kidney function has changed"_s));
}

void TestAlertText::headers_data()
{
    using enum Tier;
    QTest::addColumn<SafetyReview>("review");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const SafetyReview &review, const QString &words) {
        QTest::newRow(name) << review << words;
    };
    row("to act on", reviewOf(6, {Interruptive, Prominent, Prominent}, 1),
        u"3 to act on · 6 drugs checked, 1 not checked"_s);
    row("and to know", reviewOf(6, {Prominent, Passive, Hidden}, 0), u"1 to act on · 1 to know · 6 drugs checked"_s);
    row("to know", reviewOf(6, {Passive}, 0), u"Nothing to act on · 1 to know · 6 drugs checked"_s);
    row("minor", reviewOf(6, {Hidden}, 2), u"Nothing new to act on · 6 drugs checked, 2 not checked"_s);
    row("nothing", reviewOf(6, {}, 0), u"Nothing found among 6 drugs checked"_s);
    row("nothing, one unread", reviewOf(6, {}, 1), u"Nothing found among 6 drugs checked · 1 not checked: “mix 1”"_s);
    row("many unread", reviewOf(2, {}, 5),
        u"Nothing found among 2 drugs checked · 5 not checked: “mix 1”, “mix 2”, “mix 3”, 2 more"_s);
    row("only unread", reviewOf(0, {}, 2), u"Nothing could be checked: 2 entries not understood"_s);
    row("no drugs", reviewOf(0, {}, 0), u"No current drugs are known; nothing was checked"_s);
    SafetyReview failed = reviewOf(0, {}, 3);
    failed.knowledge = SafetyReview::Knowledge::Failed;
    row("failed", failed, u"Nothing was checked: the knowledge base failed its check"_s);
    SafetyReview acknowledged = reviewOf(4, {Interruptive}, 0);
    acknowledged.alerts.first().override_ = SafetyOverride();
    row("acknowledged", acknowledged, u"Nothing new to act on · 4 drugs checked"_s);
    acknowledged.alerts.first().returned = OverrideReturn::Dose;
    row("came back", acknowledged, u"1 to act on · 4 drugs checked"_s);
}

void TestAlertText::headers()
{
    QFETCH(const SafetyReview, review);
    QTEST(AlertSummary::header(review), "words");
    const QString all = AlertSummary::header(review) + AlertSummary::banner(review) + AlertSummary::notChecked(review);
    QVERIFY(!all.contains(u"no interaction"_s, Qt::CaseInsensitive));
}

void TestAlertText::prospective()
{
    SafetyReview review = reviewOf(7, {Tier::Prominent}, 1);
    QCOMPARE(AlertSummary::prospective({}, review), u"Nothing found among 6 drugs checked; 1 not checked: “mix 1”"_s);
    QCOMPARE(AlertSummary::prospective(review.alerts, review),
             u"1 to act on · 6 drugs checked; 1 not checked: “mix 1”"_s);
    review.notChecked.clear();
    review.alerts.first().tier = Tier::Hidden;
    QCOMPARE(AlertSummary::prospective(review.alerts, review), u"Only minor things found among 6 drugs checked"_s);
    review.knowledge = SafetyReview::Knowledge::Failed;
    QVERIFY(AlertSummary::prospective({}, review).startsWith(u"Nothing was checked"_s));
}

void TestAlertText::notChecked_data()
{
    QTest::addColumn<int>("why");
    QTest::addColumn<QStringList>("unread");
    QTest::addColumn<QString>("words");
    QTest::newRow("unknown") << int(NotChecked::Why::UnknownDrug) << QStringList()
                             << u"No ingredient recognised. Treat as unknown."_s;
    QTest::newRow("unsure") << int(NotChecked::Why::UnsureDrug) << QStringList{u"hops"_s, u"own"_s}
                            << u"Not understood in its name, and not checked: hops, own."_s;
    QTest::newRow("allergy") << int(NotChecked::Why::UnknownAllergy) << QStringList()
                             << u"This allergy is not recognised: no drug was checked against it."_s;
    QTest::newRow("knowledge") << int(NotChecked::Why::NoKnowledge) << QStringList()
                               << u"The knowledge base failed its check."_s;
}

void TestAlertText::notChecked()
{
    QFETCH(const int, why);
    QFETCH(const QStringList, unread);
    const NotChecked entry{u"herbal sleep mix"_s, NotChecked::Why(why), unread, {}};
    const QString how = entry.why == NotChecked::Why::UnsureDrug ? u"Not fully checked"_s : u"Not checked"_s;
    QCOMPARE(AlertSummary::notCheckedTitle(entry), how + u": “herbal sleep mix”"_s);
    QTEST(AlertSummary::notCheckedReason(entry), "words");
}

void TestAlertText::knowledgeWarnings()
{
    SafetyReview review = reviewOf(3, {}, 0);
    review.knowledgeName = u"Chartline 2026.11"_s;
    review.knowledgeExpires = QDate(2027, 11, 22);
    QCOMPARE(AlertSummary::knowledgeWarning(review), QString());
    QVERIFY(AlertSummary::allergyWarning(review).startsWith(u"Nothing has been received about allergies"_s));
    review.allergyKnowledge = PatientContext::AllergyKnowledge::NoneKnown;
    QCOMPARE(AlertSummary::allergyWarning(review), QString());
    review.knowledge = SafetyReview::Knowledge::OutOfDate;
    QVERIFY(AlertSummary::knowledgeWarning(review).contains(u"(Chartline 2026.11) is out of date since 22 Nov 2027"_s));
    review.knowledge = SafetyReview::Knowledge::Failed;
    QVERIFY(AlertSummary::knowledgeWarning(review).contains(u"No drug of this record was checked"_s));
}

void TestAlertText::noteForOtherLanguages()
{
    QCOMPARE(AlertText::englishNote(QLocale(QLocale::English)), QString());
    QVERIFY(!AlertText::englishNote(QLocale(QLocale::German)).isEmpty());
}

QTEST_GUILESS_MAIN(TestAlertText)
#include "tst_alerttext.moc"
