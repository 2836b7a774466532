// SPDX-License-Identifier: Apache-2.0
#include "safety/DrugMentions.h"
#include "safety/RouteWords.h"
#include "safety/embedded/EmbeddedKnowledge.h"

#include <QtTest>

using namespace Chartline;
using namespace Chartline::Safety;
using namespace Chartline::Clinical;
using namespace Qt::StringLiterals;

namespace {

CodeableConcept named(const QString &text)
{
    return {{}, text};
}

Quantity amount(const QString &value, const QString &unit, const QString &code = {})
{
    return {Decimal(value), {}, unit, code.isEmpty() ? QString() : u"http://unitsofmeasure.org"_s, code};
}

PartialDate date(const QString &text)
{
    return PartialDate::parse(text);
}

MedicationRequest request(const QString &drug, const QString &status = u"active"_s)
{
    MedicationRequest request;
    request.status = status;
    request.intent = u"order"_s;
    request.medication = named(drug);
    request.authoredOn = date(u"2024-05-01T10:00:00+02:00"_s);
    return request;
}

constexpr const char *s_states[] = {"Active", "Completed", "Stopped", "OnHold", "Planned", "NotTaken", "Unknown"};

} // namespace

// What clinical values say about drugs, on the knowledge base inside the program.
class TestDrugMentions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void requestStates_data();
    void requestStates();
    void dispenseStates_data();
    void dispenseStates();
    void statementStates_data();
    void statementStates();
    void administrationStates_data();
    void administrationStates();
    void notMentions();
    void requestDates();
    void vagueDates();
    void otherDates();
    void supplies_data();
    void supplies();
    void dailyDoses_data();
    void dailyDoses();
    void severalDosages();
    void routes_data();
    void routes();
    void becomesACourse();

private:
    [[nodiscard]] DrugMention mention(const Value &value, const Medication *medication = nullptr) const
    {
        return mentionOf(value, medication, *m_resolver).value_or(DrugMention());
    }
    template<typename Type>
    void checkState(const Type &value) const
    {
        const auto found = mentionOf(value, nullptr, *m_resolver);
        QTEST(found ? QString::fromLatin1(s_states[int(found->state)]) : u"nothing"_s, "state");
    }
    std::unique_ptr<Resolver> m_resolver;
};

void TestDrugMentions::initTestCase()
{
    const auto &base = embeddedKnowledge();
    QVERIFY(base);
    m_resolver = std::make_unique<Resolver>(*base);
}

void TestDrugMentions::requestStates_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("intent");
    QTest::addColumn<bool>("doNot");
    QTest::addColumn<QString>("state");
    const auto row = [](const char *status, const char *intent, bool doNot, const char *state) {
        QTest::addRow("%s %s%s", status, intent, doNot ? " do not" : "")
            << QString::fromLatin1(status) << QString::fromLatin1(intent) << doNot << QString::fromLatin1(state);
    };
    row("active", "order", false, "Active");
    row("completed", "order", false, "Completed");
    row("stopped", "order", false, "Stopped");
    row("cancelled", "order", false, "Stopped");
    row("ended", "order", false, "Stopped");
    row("on-hold", "order", false, "OnHold");
    row("draft", "order", false, "Planned");
    row("unknown", "order", false, "Unknown");
    row("", "", false, "Unknown");
    row("something", "order", false, "Unknown");
    row("active", "proposal", false, "Planned");
    row("active", "option", false, "Planned");
    row("active", "plan", false, "Unknown");
    row("stopped", "plan", false, "Stopped");
    row("active", "order", true, "NotTaken");
    row("active", "proposal", true, "NotTaken");
    row("entered-in-error", "order", false, "nothing");
}

void TestDrugMentions::requestStates()
{
    QFETCH(const QString, status);
    QFETCH(const QString, intent);
    QFETCH(const bool, doNot);
    MedicationRequest value = request(u"warfarin"_s, status);
    value.intent = intent;
    value.doNotPerform = doNot;
    checkState(value);
}

void TestDrugMentions::dispenseStates_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<bool>("handedOver");
    QTest::addColumn<bool>("notDone");
    QTest::addColumn<QString>("state");
    const auto row = [](const char *name, const char *status, bool handedOver, bool notDone, const char *state) {
        QTest::newRow(name) << QString::fromLatin1(status) << handedOver << notDone << QString::fromLatin1(state);
    };
    row("completed", "completed", true, false, "Completed");
    row("completed, no day", "completed", false, false, "Completed");
    row("being prepared", "preparation", false, false, "Planned");
    row("ready", "in-progress", false, false, "Planned");
    row("ready, and handed over", "in-progress", true, false, "Completed");
    row("cancelled", "cancelled", false, false, "NotTaken");
    row("declined", "declined", false, false, "NotTaken");
    row("not done (STU3)", "completed", false, true, "NotTaken");
    row("partly", "stopped", true, false, "Stopped");
    row("on hold", "on-hold", false, false, "OnHold");
    row("no status, handed over", "", true, false, "Completed");
    row("error", "entered-in-error", true, false, "nothing");
}

void TestDrugMentions::dispenseStates()
{
    QFETCH(const QString, status);
    QFETCH(const bool, handedOver);
    QFETCH(const bool, notDone);
    MedicationDispense value;
    value.status = status;
    value.medication = named(u"warfarin"_s);
    value.notDone = notDone;
    value.whenPrepared = date(u"2024-05-01"_s);
    if (handedOver)
        value.whenHandedOver = date(u"2024-05-02"_s);
    checkState(value);
}

void TestDrugMentions::statementStates_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("taken");
    QTest::addColumn<bool>("notTaken");
    QTest::addColumn<QString>("state");
    const auto row = [](const char *name, const char *status, const char *taken, bool notTaken, const char *state) {
        QTest::newRow(name) << QString::fromLatin1(status) << QString::fromLatin1(taken) << notTaken
                            << QString::fromLatin1(state);
    };
    row("active", "active", "", false, "Active");
    row("active, taken (STU3)", "active", "y", false, "Active");
    row("active, not known whether taken", "active", "unk", false, "Unknown");
    row("completed", "completed", "", false, "Completed");
    row("stopped", "stopped", "", false, "Stopped");
    row("on hold", "on-hold", "", false, "OnHold");
    row("intended", "intended", "", false, "Planned");
    row("not taken (R4)", "not-taken", "", true, "NotTaken");
    row("not taken (DSTU2)", "completed", "", true, "NotTaken");
    row("recorded (R5)", "recorded", "", false, "Active");
    row("recorded, taking", "recorded", "taking-as-directed", false, "Active");
    row("recorded, not known", "recorded", "unknown", false, "Unknown");
    row("draft (R5)", "draft", "", false, "Planned");
    row("error", "entered-in-error", "", false, "nothing");
}

void TestDrugMentions::statementStates()
{
    QFETCH(const QString, status);
    QFETCH(const QString, taken);
    QFETCH(const bool, notTaken);
    MedicationStatement value;
    value.status = status;
    value.taken = taken;
    value.notTaken = notTaken;
    value.medication = named(u"warfarin"_s);
    checkState(value);
}

void TestDrugMentions::administrationStates_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<bool>("notGiven");
    QTest::addColumn<QString>("state");
    QTest::newRow("given") << u"completed"_s << false << u"Completed"_s;
    QTest::newRow("not given (STU3)") << u"completed"_s << true << u"NotTaken"_s;
    QTest::newRow("not done (R4)") << u"not-done"_s << true << u"NotTaken"_s;
    QTest::newRow("running") << u"in-progress"_s << false << u"Active"_s;
    QTest::newRow("stopped") << u"stopped"_s << false << u"Stopped"_s;
    QTest::newRow("error") << u"entered-in-error"_s << false << u"nothing"_s;
}

void TestDrugMentions::administrationStates()
{
    QFETCH(const QString, status);
    QFETCH(const bool, notGiven);
    MedicationAdministration value;
    value.status = status;
    value.notGiven = notGiven;
    value.medication = named(u"warfarin"_s);
    checkState(value);
}

void TestDrugMentions::notMentions()
{
    QVERIFY(!mentionOf(Condition(), nullptr, *m_resolver));
    QVERIFY(!mentionOf(Medication(), nullptr, *m_resolver));
    MedicationStatement none;
    none.status = u"active"_s;
    none.medication = {{{u"http://snomed.info/sct"_s, u"787481004"_s, u"No known medications"_s, false}}, {}};
    QVERIFY(!mentionOf(none, nullptr, *m_resolver));
    // A drug no one knows is a mention.
    none.medication = named(u"Wonderdrug"_s);
    const auto unknown = mentionOf(none, nullptr, *m_resolver);
    QVERIFY(unknown);
    QCOMPARE(unknown->text, u"Wonderdrug"_s);
    QCOMPARE(unknown->drug.match, Match::None);
}

void TestDrugMentions::requestDates()
{
    MedicationRequest value = request(u"warfarin"_s);
    value.validity = {date(u"2024-05-01"_s), date(u"2025-05-01"_s)};
    DrugMention found = mention(value);
    QCOMPARE(found.kind, MentionKind::Request);
    QCOMPARE(found.start, QDate(2024, 5, 1));
    QCOMPARE(found.said, QDate(2024, 5, 1));
    // How long it can be filled is no end.
    QVERIFY(!found.end.isValid());
    Dosage dosage;
    dosage.boundsStart = date(u"2024-05-10"_s);
    dosage.boundsEnd = date(u"2024-05-20"_s);
    value.dosages = {dosage};
    found = mention(value);
    QCOMPARE(found.start, QDate(2024, 5, 10));
    QCOMPARE(found.said, QDate(2024, 5, 1));
    QCOMPARE(found.end, QDate(2024, 5, 20));
    // A step without an end leaves it open.
    Dosage step;
    step.text = u"then 1 tablet daily"_s;
    step.boundsStart = date(u"2024-05-21"_s);
    value.dosages.append(step);
    found = mention(value);
    QVERIFY(!found.end.isValid());
    QCOMPARE(found.start, QDate(2024, 5, 10));
    value.dateEnded = date(u"2024-06-01"_s);
    QCOMPARE(mention(value).end, QDate(2024, 6, 1));
    value.categories = {CodeableConcept{{{{}, u"inpatient"_s, {}, false}}, {}}};
    QVERIFY(mention(value).inpatient);
    QVERIFY(!found.inpatient);
}

void TestDrugMentions::vagueDates()
{
    MedicationStatement value;
    value.status = u"active"_s;
    value.medication = named(u"warfarin"_s);
    value.effective = {date(u"2020"_s), date(u"2024-02"_s)};
    const DrugMention found = mention(value);
    QCOMPARE(found.start, QDate(2020, 1, 1));
    QVERIFY(found.startIsVague);
    QCOMPARE(found.end, QDate(2024, 2, 29));
    QVERIFY(found.endIsVague);
    value.effective = {date(u"some time ago"_s), date(u"2023"_s)};
    QVERIFY(!mention(value).start.isValid());
    QCOMPARE(mention(value).end, QDate(2023, 12, 31));
}

void TestDrugMentions::otherDates()
{
    MedicationDispense dispense;
    dispense.status = u"completed"_s;
    dispense.medication = named(u"warfarin"_s);
    dispense.whenPrepared = date(u"2024-05-01"_s);
    QCOMPARE(mention(dispense).start, QDate(2024, 5, 1));
    dispense.whenHandedOver = date(u"2024-05-03T09:00:00Z"_s);
    QCOMPARE(mention(dispense).start, QDate(2024, 5, 3));
    QCOMPARE(mention(dispense).said, QDate(2024, 5, 3));
    MedicationAdministration dose;
    dose.status = u"completed"_s;
    dose.medication = named(u"warfarin"_s);
    dose.effective.start = date(u"2024-05-03T09:00:00Z"_s);
    QVERIFY(mention(dose).single);
    dose.effective.end = date(u"2024-05-03T09:30:00Z"_s);
    QVERIFY(mention(dose).single);
    QVERIFY(!mention(dose).end.isValid());
    dose.effective.end = date(u"2024-05-05"_s);
    QVERIFY(!mention(dose).single);
    QCOMPARE(mention(dose).end, QDate(2024, 5, 5));
    MedicationStatement statement;
    statement.status = u"active"_s;
    statement.medication = named(u"warfarin"_s);
    statement.dateAsserted = date(u"2024-06-01"_s);
    QVERIFY(!mention(statement).start.isValid());
    QCOMPARE(mention(statement).said, QDate(2024, 6, 1));
}

void TestDrugMentions::supplies_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("days");
    const auto row = [](const char *value, const char *unit, const char *code, int days) {
        QTest::addRow("%s %s %s", value, unit, code)
            << QString::fromLatin1(value) << QString::fromLatin1(unit) << QString::fromLatin1(code) << days;
    };
    row("30", "days", "d", 30);
    row("10", "Day", "D", 10);
    row("2", "weeks", "wk", 14);
    row("1", "mo", "", 30);
    row("3", "months", "mo", 90);
    row("1", "year", "a", 365);
    row("36", "h", "h", 2);
    row("999", "Day", "d", 999);
    row("30", "tablets", "", 0);
    row("-5", "days", "d", 0);
    row("0", "days", "d", 0);
    row("thirty", "days", "d", 0);
    row("30", "", "", 0);
}

void TestDrugMentions::supplies()
{
    QFETCH(const QString, value);
    QFETCH(const QString, unit);
    QFETCH(const QString, code);
    QTEST(daysIn(amount(value, unit, code)), "days");
    MedicationRequest order = request(u"warfarin"_s);
    order.daysSupply = amount(value, unit, code);
    order.refills = u"3"_s;
    QTEST(mention(order).daysSupply, "days");
    QCOMPARE(mention(order).refills, 3);
}

void TestDrugMentions::dailyDoses_data()
{
    QTest::addColumn<QString>("drug");
    QTest::addColumn<QString>("sig");
    QTest::addColumn<QString>("timing");
    QTest::addColumn<QString>("dose"); // "value unit"
    QTest::addColumn<double>("mg");
    const auto row = [](const char *drug, const char *sig, const char *timing, const char *dose, double mg) {
        QTest::addRow("%s | %s | %s | %s", drug, sig, timing, dose)
            << QString::fromUtf8(drug) << QString::fromUtf8(sig) << QString::fromUtf8(timing) << QString::fromUtf8(dose)
            << mg;
    };
    row("warfarin 5 MG Oral Tablet", "", "1 × 1 d", "1 {tablet}", 5);
    row("warfarin 5 MG Oral Tablet", "", "2 × 1 d", "0.5 TAB", 5);
    row("warfarin 5 MG Oral Tablet", "", "1 × 1 d", "1 ", 5);
    row("warfarin 5 MG Oral Tablet", "", "1 × 1 d", "7.5 mg", 7.5);
    row("metformin", "", "2 × 1 d", "1 g", 2000);
    row("levothyroxine", "", "1 × 1 d", "75 mcg", 0.075);
    row("metformin 500 mg tablet", "1 tablet po bid", "", "", 1000);
    row("metformin", "500 mg twice daily", "", "", 1000);
    row("metformin", "2 tablets daily", "", "", 0);
    row("metformin 500 mg tablet", "2 tablets (1000 mg) daily", "", "", 1000);
    row("metformin 500 mg tablet", "2 tablets of 500 mg daily", "", "", 1000);
    row("metformin 500 mg tablet", "2 tablets (850 mg) daily", "", "", 0);
    row("prednisone", "40 mg/day", "", "", 40);
    row("warfarin 5 MG Oral Tablet", "Take 1-2 tablets daily", "", "", 0);
    row("amlodipine 5 MG / benazepril 10 MG Oral Capsule", "", "1 × 1 d", "1 capsule", 0);
    row("amoxicillin 50 MG/ML Oral Suspension", "", "3 × 1 d", "5 mL", 0);
    row("amoxicillin 50 MG/ML Oral Suspension", "", "3 × 1 d", "1 ", 0);
    row("cyclophosphamide", "", "1 × 1 d", "1.8 mg/kg", 0);
    row("warfarin 5 MG Oral Tablet", "1 tablet bid", "1 × 1 d", "1 tablet", 5);
    row("warfarin 5 MG Oral Tablet", "", "", "1 tablet", 0);
}

void TestDrugMentions::dailyDoses()
{
    QFETCH(const QString, drug);
    QFETCH(const QString, dose);
    QFETCH(const QString, sig);
    QFETCH(const QString, timing);
    MedicationRequest order = request(drug);
    Dosage dosage;
    dosage.text = sig;
    dosage.timing = timing;
    if (!dose.isEmpty())
        dosage.dose = amount(dose.section(u' ', 0, 0), dose.section(u' ', 1));
    order.dosages = {dosage};
    QTEST(mention(order).dailyMg, "mg");
}

void TestDrugMentions::severalDosages()
{
    MedicationRequest order = request(u"prednisone 5 mg tablet"_s);
    Dosage one;
    one.text = u"2 tablets daily for 5 days"_s;
    order.dosages = {one, one};
    QCOMPARE(mention(order).dailyMg, 10.0);
    QCOMPARE(mention(order).daysSupply, 5);
    Dosage two;
    two.text = u"1 tablet daily as needed"_s;
    order.dosages = {one, two};
    QCOMPARE(mention(order).dailyMg, 0.0);
    QCOMPARE(mention(order).daysSupply, 0);
    QVERIFY(!mention(order).asNeeded);
    order.dosages = {two};
    QVERIFY(mention(order).asNeeded);
    // Days from the quantity, where it is taken regularly.
    Dosage twice;
    twice.text = u"1 tablet bid"_s;
    order.dosages = {twice};
    order.dispenseQuantity = amount(u"60"_s, u"tablet"_s);
    QCOMPARE(mention(order).daysSupply, 30);
    twice.asNeeded = true;
    order.dosages = {twice};
    QCOMPARE(mention(order).daysSupply, 0);
    QVERIFY(mention(order).asNeeded);
    Dosage once;
    once.timing = u"Σ 1 ×"_s;
    order.dosages = {once};
    QVERIFY(mention(order).single);
}

void TestDrugMentions::routes_data()
{
    QTest::addColumn<QString>("system");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("display");
    QTest::addColumn<int>("route");
    const auto row = [](const char *name, const char *system, const char *code, const char *display, Route route) {
        QTest::newRow(name) << QString::fromLatin1(system) << QString::fromLatin1(code) << QString::fromUtf8(display)
                            << int(route);
    };
    const char *snomed = "http://snomed.info/sct";
    row("oral", snomed, "26643006", "Oral route (qualifier value)", Route::Oral);
    row("oral, code only", snomed, "26643006", "", Route::Oral);
    row("intravenous", snomed, "47625008", "", Route::Parenteral);
    row("subcutaneous", snomed, "34206005", "", Route::Parenteral);
    row("subcutaneous, by its words", snomed, "999999999", "Subcutaneous (qualifier value)", Route::Parenteral);
    row("eye", snomed, "54485002", "Ophthalmic route (qualifier value)", Route::Ophthalmic);
    row("skin", snomed, "448598008", "Cutaneous route", Route::Topical);
    row("inhaled", snomed, "447694001", "Respiratory tract route", Route::Inhaled);
    row("transdermal", snomed, "45890007", "", Route::Transdermal);
    row("under the tongue", snomed, "37839007", "", Route::Buccal);
    row("nose", "http://standardterms.edqm.eu", "20049000", "Nasal use", Route::Nasal);
    row("EDQM code only", "http://standardterms.edqm.eu", "20053000", "", Route::Oral);
    row("HL7 v3", "http://terminology.hl7.org/CodeSystem/v3-RouteOfAdministration", "PO", "Swallow, oral", Route::Oral);
    row("HL7 v3, code only", "http://terminology.hl7.org/CodeSystem/v3-RouteOfAdministration", "IM", "",
        Route::Parenteral);
    row("vendor", "https://example.org/codes", "318167", "IM", Route::Parenteral);
    row("Danish", "https://laegemiddelstyrelsen.dk/LMS11/Kode", "SC", "Subkutan anvendelse", Route::Parenteral);
    row("Dutch", "urn:oid:2.16.840.1.113883.2.4.4.9", "9", "ORAAL", Route::Oral);
    row("two ways", "", "", "Oral or intravenous", Route::Unknown);
    row("not known", "", "", "somehow", Route::Unknown);
}

void TestDrugMentions::routes()
{
    QFETCH(const QString, system);
    QFETCH(const QString, code);
    QFETCH(const QString, display);
    const CodeableConcept concept_{{{system, code, display, false}}, {}};
    QTEST(int(routeOf(concept_)), "route");
    MedicationRequest order = request(u"warfarin"_s);
    Dosage dosage;
    dosage.route = concept_;
    order.dosages = {dosage};
    QTEST(int(mention(order).route), "route");
}

void TestDrugMentions::becomesACourse()
{
    MedicationRequest order = request(u"warfarin 5 MG Oral Tablet"_s);
    order.daysSupply = amount(u"30"_s, u"days"_s, u"d"_s);
    order.refills = u"2"_s;
    MedicationDispense fill;
    fill.status = u"completed"_s;
    fill.medication = named(u"Coumadin 5 mg"_s);
    fill.whenHandedOver = date(u"2024-05-03"_s);
    fill.quantity = amount(u"30"_s, u"tablet"_s);
    Dosage daily;
    daily.text = u"1 tablet daily"_s;
    fill.dosages = {daily};
    const QList<DrugCourse> courses = coursesOf({mention(order), mention(fill)}, QDate(2024, 5, 20));
    QCOMPARE(courses.size(), 1);
    QCOMPARE(courses[0].state, CourseState::Current);
    QCOMPARE(courses[0].confidence, 1.0);
    QCOMPARE(courses[0].dailyMg(), 5.0);
    QCOMPARE(courses[0].start(), QDate(2024, 5, 3));
}

QTEST_GUILESS_MAIN(TestDrugMentions)
#include "tst_drugmentions.moc"
