// SPDX-License-Identifier: Apache-2.0
#include "clinical/FactText.h"
#include "fhir/Mapping.h"
#include "fhir/Readers.h"

#include <QTest>

using namespace Chartline;
using namespace Qt::StringLiterals;

// What the people, problems, allergies, drugs and results of each FHIR version mean. All resources here are made up.
class TestMappingA : public QObject
{
    Q_OBJECT

private:
    MappedRecord map(const QByteArray &json)
    {
        MappedRecord record;
        const auto parsed = m_reader.parse(json, m_tree);
        if (!parsed)
            qWarning("not parsed: %s", json.constData());
        else
            Fhir::mapResource(m_tree.root(), record);
        return record;
    }
    FactDraft fact(const QByteArray &json)
    {
        const MappedRecord record = map(json);
        return record.facts.value(0);
    }

    Fhir::JsonReader m_reader;
    Fhir::NodeTree m_tree;

private Q_SLOTS:
    void facts_data();
    void facts();
    void absence_data();
    void absence();
    void bloodPressure();
    void componentsAndRanges();
    void interpretation_data();
    void interpretation();
    void unknownStatusIsKept();
    void invalidDateIsKept();
    void modifiers();
    void containedMedication();
    void dosageWords_data();
    void dosageWords();
    void valuesBesideTitles();
};

namespace {

const FactFlags none;
const FactFlags current = FactFlag::Active | FactFlag::Ongoing;

} // namespace

void TestMappingA::facts_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("assertion");
    QTest::addColumn<int>("flags");
    const auto row = [](const char *name, QByteArray json, const char *kind, const char *title, const char *start,
                        const char *end, const char *status, Assertion assertion, FactFlags flags) {
        QTest::newRow(name) << json << QString::fromLatin1(kind) << QString::fromUtf8(title)
                            << QString::fromLatin1(start) << QString::fromLatin1(end) << QString::fromLatin1(status)
                            << int(assertion) << int(flags.toInt());
    };
    const auto yes = Assertion::Affirmed;
    const auto no = Assertion::Negated;

    row("condition R4",
        R"({"resourceType":"Condition","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},"verificationStatus":{"coding":[{"code":"confirmed"}]},"code":{"text":"Asthma"},"onsetDateTime":"1998","recordedDate":"2001-02-03"})",
        "condition", "Asthma", "1998", "", "active", yes, current);
    row("condition STU3",
        R"({"resourceType":"Condition","clinicalStatus":"resolved","verificationStatus":"confirmed","code":{"coding":[{"system":"http://snomed.info/sct","code":"1","display":"Measles"}]},"onsetDateTime":"1970-05","abatementDateTime":"1970-06","assertedDate":"2001"})",
        "condition", "Measles", "1970-05", "1970-06", "resolved", yes, none);
    row("condition DSTU2 only recorded",
        R"({"resourceType":"Condition","patient":{"reference":"Patient/1"},"clinicalStatus":"active","verificationStatus":"confirmed","code":{"text":"Gout"},"dateRecorded":"2014-03-02"})",
        "condition", "Gout", "2014-03-02", "", "active", yes, current | FactFlag::UndatedByEvent);
    row("condition refuted",
        R"({"resourceType":"Condition","clinicalStatus":{"coding":[{"code":"active"}]},"verificationStatus":{"coding":[{"code":"refuted"}]},"code":{"text":"Angina"},"onsetDateTime":"2010"})",
        "condition", "Angina", "2010", "", "refuted", yes, FactFlag::Refuted);
    row("condition in error",
        R"({"resourceType":"Condition","verificationStatus":{"coding":[{"code":"entered-in-error"}]},"code":{"text":"Angina"}})",
        "condition", "Angina", "", "", "entered-in-error", yes, FactFlag::EnteredInError);
    row("condition active but abated is not active",
        R"({"resourceType":"Condition","clinicalStatus":"active","code":{"text":"Cough"},"onsetDateTime":"2010","abatementBoolean":true})",
        "condition", "Cough", "2010", "", "active", yes, FactFlag::ReadTheSource);
    row("condition active with a day of its end",
        R"({"resourceType":"Condition","clinicalStatus":"active","code":{"text":"Cough"},"onsetDateTime":"2010","abatementDateTime":"2011"})",
        "condition", "Cough", "2010", "2011", "active", yes, FactFlag::ReadTheSource);
    row("condition of unknown status counts",
        R"({"resourceType":"Condition","clinicalStatus":{"coding":[{"code":"unknown"}]},"code":{"text":"Gout"}})",
        "condition", "Gout", "", "", "unknown", yes, current);
    row("condition without a status that is over does not",
        R"({"resourceType":"Condition","code":{"text":"Gout"},"abatementString":"last year"})", "condition", "Gout", "",
        "", "", yes, none);
    row("spaces around a status",
        R"({"resourceType":"Condition","clinicalStatus":"active","verificationStatus":"entered-in-error ","code":{"text":"Gout"}})",
        "condition", "Gout", "", "", "entered-in-error", yes, FactFlag::EnteredInError);
    row("problem list item without a status counts",
        R"({"resourceType":"Condition","category":[{"coding":[{"code":"problem-list-item"}]}],"code":{"text":"HIV"}})",
        "condition", "HIV", "", "", "", yes, current);
    row("encounter diagnosis without a status does not",
        R"({"resourceType":"Condition","category":[{"coding":[{"code":"encounter-diagnosis"}]}],"code":{"text":"Cold"}})",
        "condition", "Cold", "", "", "", yes, none);
    row("condition of narrative only",
        R"({"resourceType":"Condition","text":{"status":"generated","div":"<div><p>Broken toe</p><p>left</p></div>"}})",
        "condition", "Broken toe", "", "", "", yes, current);
    row("condition of nothing", R"({"resourceType":"Condition","subject":{"reference":"Patient/1"}})", "condition",
        "Condition", "", "", "", yes, current);

    row("allergy R4",
        R"({"resourceType":"AllergyIntolerance","clinicalStatus":{"coding":[{"code":"active"}]},"criticality":"high","code":{"text":"Penicillin"},"onsetDateTime":"2004","recordedDate":"2006"})",
        "allergy", "Penicillin", "2004", "", "active", yes, current | FactFlag::Critical);
    row("allergy STU3 asserted",
        R"({"resourceType":"AllergyIntolerance","clinicalStatus":"resolved","verificationStatus":"confirmed","code":{"text":"Egg"},"assertedDate":"2006"})",
        "allergy", "Egg", "2006", "", "resolved", yes, FactFlag::UndatedByEvent);
    row("allergy DSTU2",
        R"({"resourceType":"AllergyIntolerance","patient":{"reference":"Patient/1"},"status":"confirmed","criticality":"CRITH","substance":{"text":"Nuts"},"onset":"2004-01-02"})",
        "allergy", "Nuts", "2004-01-02", "", "confirmed", yes, current | FactFlag::Critical);
    row("allergy DSTU2 refuted",
        R"({"resourceType":"AllergyIntolerance","status":"refuted","substance":{"text":"Nuts"}})", "allergy", "Nuts",
        "", "", "refuted", yes, FactFlag::Refuted);
    row("allergy without any status counts", R"({"resourceType":"AllergyIntolerance","code":{"text":"Latex"}})",
        "allergy", "Latex", "", "", "", yes, current);

    row("order R4",
        R"({"resourceType":"MedicationRequest","status":"active","intent":"order","medicationCodeableConcept":{"text":"Ramipril"},"authoredOn":"2020-01-02","dispenseRequest":{"validityPeriod":{"start":"2020-01-02","end":"2021-01-02"}}})",
        "medication", "Ramipril", "2020-01-02", "", "active", yes, current);
    row("validity ends what is over",
        R"({"resourceType":"MedicationRequest","status":"completed","intent":"order","medicationCodeableConcept":{"text":"Ramipril"},"authoredOn":"2020-01-02","dispenseRequest":{"validityPeriod":{"end":"2021-01-02"}}})",
        "medication", "Ramipril", "2020-01-02", "2021-01-02", "completed", yes, none);
    row("order not to give",
        R"({"resourceType":"MedicationRequest","status":"active","intent":"order","doNotPerform":true,"medicationCodeableConcept":{"text":"Ibuprofen"}})",
        "medication", "Ibuprofen", "", "", "active", no, current);
    row("plan is no medication",
        R"({"resourceType":"MedicationRequest","status":"active","intent":"proposal","medicationCodeableConcept":{"text":"Ibuprofen"}})",
        "medication", "Ibuprofen", "", "", "active", yes, FactFlag::Planned);
    row("order DSTU2 ended",
        R"({"resourceType":"MedicationOrder","status":"stopped","dateWritten":"2013-01-01","dateEnded":"2013-05","medicationCodeableConcept":{"text":"Digoxin"}})",
        "medication", "Digoxin", "2013-01-01", "2013-05", "stopped", yes, none);
    row("order R5",
        R"({"resourceType":"MedicationRequest","status":"active","intent":"order","medication":{"concept":{"text":"Metformin"}},"effectiveDosePeriod":{"start":"2022-02-01","end":"2022-03-01"}})",
        "medication", "Metformin", "2022-02-01", "2022-03-01", "active", yes, FactFlag::Active);
    row("order in error",
        R"({"resourceType":"MedicationRequest","status":"entered-in-error","intent":"order","medicationCodeableConcept":{"text":"X"}})",
        "medication", "X", "", "", "entered-in-error", yes, FactFlag::EnteredInError);
    row("order by reference",
        R"({"resourceType":"MedicationRequest","status":"completed","intent":"order","medicationReference":{"reference":"Medication/7","display":"Warfarin 5 mg"}})",
        "medication", "Warfarin 5 mg", "", "", "completed", yes, none);

    row("statement R4",
        R"({"resourceType":"MedicationStatement","status":"active","medicationCodeableConcept":{"text":"Aspirin"},"effectivePeriod":{"start":"2019"}})",
        "medication", "Aspirin", "2019", "", "active", yes, current);
    row("statement R4 not taken",
        R"({"resourceType":"MedicationStatement","status":"not-taken","medicationCodeableConcept":{"text":"Aspirin"},"dateAsserted":"2019"})",
        "medication", "Aspirin", "2019", "", "not-taken", no, FactFlag::UndatedByEvent);
    row("statement STU3 not taken",
        R"({"resourceType":"MedicationStatement","status":"active","taken":"n","medicationCodeableConcept":{"text":"Aspirin"}})",
        "medication", "Aspirin", "", "", "not-taken", no, none);
    row("statement DSTU2 not taken",
        R"({"resourceType":"MedicationStatement","status":"active","wasNotTaken":true,"medicationCodeableConcept":{"text":"Aspirin"}})",
        "medication", "Aspirin", "", "", "not-taken", no, none);
    row("statement not taken, in error",
        R"({"resourceType":"MedicationStatement","status":"entered-in-error","wasNotTaken":true,"medicationCodeableConcept":{"text":"Aspirin"}})",
        "medication", "Aspirin", "", "", "entered-in-error", no, FactFlag::EnteredInError);
    row("statement R5 adherence",
        R"({"resourceType":"MedicationStatement","status":"recorded","medication":{"concept":{"text":"Aspirin"}},"adherence":{"code":{"coding":[{"code":"not-taking"}]}}})",
        "medication", "Aspirin", "", "", "not-taken", no, none);
    row("statement R5 taking",
        R"({"resourceType":"MedicationStatement","status":"recorded","medication":{"concept":{"text":"Aspirin"}},"effectivePeriod":{"start":"2020"},"adherence":{"code":{"coding":[{"code":"taking"}]}}})",
        "medication", "Aspirin", "2020", "", "recorded", yes, current);
    row("statement ended",
        R"({"resourceType":"MedicationStatement","status":"completed","medicationCodeableConcept":{"text":"Aspirin"},"effectivePeriod":{"end":"2019"},"dateAsserted":"2020"})",
        "medication", "Aspirin", "", "2019", "completed", yes, none);

    row("dispense",
        R"({"resourceType":"MedicationDispense","status":"completed","medicationCodeableConcept":{"text":"Aspirin"},"whenPrepared":"2020-01-01","whenHandedOver":"2020-01-02"})",
        "medication", "Aspirin", "2020-01-02", "", "completed", yes, none);
    row("dispense declined",
        R"({"resourceType":"MedicationDispense","status":"declined","medicationCodeableConcept":{"text":"Aspirin"}})",
        "medication", "Aspirin", "", "", "declined", no, none);
    row("dispense cancelled",
        R"({"resourceType":"MedicationDispense","status":"cancelled","medicationCodeableConcept":{"text":"Aspirin"},"quantity":{"value":30}})",
        "medication", "Aspirin", "", "", "declined", no, none);
    row("dispense STU3 not done",
        R"({"resourceType":"MedicationDispense","status":"on-hold","notDone":true,"medicationCodeableConcept":{"text":"Aspirin"}})",
        "medication", "Aspirin", "", "", "declined", no, none);
    row("administration R4",
        R"({"resourceType":"MedicationAdministration","status":"not-done","medicationCodeableConcept":{"text":"Heparin"},"effectiveDateTime":"2020-01-01T10:00:00+01:00"})",
        "medication", "Heparin", "2020-01-01T10:00:00+01:00", "", "not-done", no, none);
    row("administration DSTU2",
        R"({"resourceType":"MedicationAdministration","status":"completed","wasNotGiven":true,"medicationCodeableConcept":{"text":"Heparin"},"effectiveTimePeriod":{"start":"2015-01-01","end":"2015-01-02"}})",
        "medication", "Heparin", "2015-01-01", "2015-01-02", "not-done", no, none);
    row("administration R5",
        R"({"resourceType":"MedicationAdministration","status":"in-progress","medication":{"concept":{"text":"Heparin"}},"occurencePeriod":{"start":"2023-01-01"}})",
        "medication", "Heparin", "2023-01-01", "", "in-progress", yes, FactFlag::Ongoing);

    row("observation issued only",
        R"({"resourceType":"Observation","status":"preliminary","code":{"text":"Potassium"},"issued":"2020-01-01T08:00:00Z","valueQuantity":{"value":4.0}})",
        "result", "Potassium", "2020-01-01T08:00:00Z", "", "preliminary", yes, FactFlag::UndatedByEvent);
    row("vital by code",
        R"({"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"8867-4","display":"Heart rate"}]},"effectiveDateTime":"2020"})",
        "vital", "Heart rate", "2020", "", "final", yes, none);
    row("vital by DSTU2 category",
        R"({"resourceType":"Observation","status":"final","category":{"coding":[{"code":"vital-signs"}]},"code":{"text":"Pulse"}})",
        "vital", "Pulse", "", "", "final", yes, none);
    row("laboratory beats the code",
        R"({"resourceType":"Observation","status":"final","category":[{"coding":[{"code":"laboratory"}]}],"code":{"coding":[{"system":"http://loinc.org","code":"2708-6","display":"SaO2"}]}})",
        "result", "SaO2", "", "", "final", yes, none);
    row("tobacco",
        R"({"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"72166-2","display":"Tobacco smoking status"}]}})",
        "social-history", "Tobacco smoking status", "", "", "final", yes, none);
    row("observation in error",
        R"({"resourceType":"Observation","status":"entered-in-error","code":{"text":"Potassium"}})", "result",
        "Potassium", "", "", "entered-in-error", yes, FactFlag::EnteredInError);

    row("observation cancelled before it was made",
        R"({"resourceType":"Observation","status":"cancelled","code":{"text":"Potassium"}})", "result", "Potassium", "",
        "", "cancelled", no, none);
    row("observation cancelled with a value",
        R"({"resourceType":"Observation","status":"cancelled","code":{"text":"Potassium"},"valueQuantity":{"value":9}})",
        "result", "Potassium", "", "", "cancelled", yes, none);

    row("immunization subpotent",
        R"({"resourceType":"Immunization","status":"completed","isSubpotent":true,"vaccineCode":{"text":"MMR"}})",
        "immunization", "MMR", "", "", "completed", yes, FactFlag::ReadTheSource);
    row("immunization R4 not done",
        R"({"resourceType":"Immunization","status":"not-done","vaccineCode":{"text":"MMR"},"occurrenceDateTime":"2020"})",
        "immunization", "MMR", "2020", "", "not-done", no, none);
    row("immunization STU3 not given",
        R"({"resourceType":"Immunization","status":"completed","notGiven":true,"vaccineCode":{"text":"MMR"},"date":"2018-02"})",
        "immunization", "MMR", "2018-02", "", "completed", no, none);
    row("immunization DSTU2",
        R"({"resourceType":"Immunization","status":"completed","wasNotGiven":false,"vaccineCode":{"text":"MMR"},"date":"2013-02-01"})",
        "immunization", "MMR", "2013-02-01", "", "completed", yes, none);
    row("procedure R4",
        R"({"resourceType":"Procedure","status":"completed","code":{"text":"Appendectomy"},"performedPeriod":{"start":"1999-01-02","end":"1999-01-03"}})",
        "procedure", "Appendectomy", "1999-01-02", "1999-01-03", "completed", yes, none);
    row("procedure STU3 not done",
        R"({"resourceType":"Procedure","status":"suspended","notDone":true,"code":{"text":"Biopsy"}})", "procedure",
        "Biopsy", "", "", "suspended", no, none);
    row("procedure DSTU2 not performed",
        R"({"resourceType":"Procedure","status":"aborted","notPerformed":true,"code":{"text":"Biopsy"}})", "procedure",
        "Biopsy", "", "", "aborted", no, none);
    row("procedure R5",
        R"({"resourceType":"Procedure","status":"completed","code":{"text":"Biopsy"},"occurrenceDateTime":"2024-05"})",
        "procedure", "Biopsy", "2024-05", "", "completed", yes, none);
    row("report",
        R"({"resourceType":"DiagnosticReport","status":"amended","code":{"text":"CT thorax"},"issued":"2020-03-04T05:06:07Z"})",
        "report", "CT thorax", "2020-03-04T05:06:07Z", "", "amended", yes, FactFlag::UndatedByEvent);
}

void TestMappingA::facts()
{
    QFETCH(QByteArray, json);
    const MappedRecord record = map(json);
    QCOMPARE(record.facts.size(), 1);
    const FactDraft &fact = record.facts.first();
    QTEST(factKindName(fact.kind), "kind");
    QTEST(fact.title, "title");
    QTEST(fact.start.text(), "start");
    QTEST(fact.end.text(), "end");
    QTEST(fact.status, "status");
    QTEST(int(fact.assertion), "assertion");
    QTEST(int(fact.flags.toInt()), "flags");
    QCOMPARE(record.issues, QList<MappingIssue>());
}

void TestMappingA::absence_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("assertion");
    QTest::addColumn<QString>("category");
    const int no = int(Assertion::Negated);
    const int unknown = int(Assertion::AbsentUnknown);
    const int yes = int(Assertion::Affirmed);
    QTest::newRow("SNOMED") << QByteArray(
        R"({"coding":[{"system":"http://snomed.info/sct","code":"716186003","display":"No known allergy"}]})")
                            << no << u"no-known"_s;
    QTest::newRow("SNOMED drug") << QByteArray(
        R"({"coding":[{"system":"http://snomed.info/sct","code":"409137002"}],"text":"x"})")
                                 << no << u"no-known"_s;
    QTest::newRow("IPS known") << QByteArray(
        R"({"coding":[{"system":"http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips","code":"no-known-allergies"}]})")
                               << no << u"no-known"_s;
    QTest::newRow("IPS info") << QByteArray(
        R"({"coding":[{"system":"http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips","code":"no-allergy-info"}]})")
                              << unknown << u"no-information"_s;
    QTest::newRow("words") << QByteArray(R"({"text":"No Known Drug Allergies"})") << no << u"no-known"_s;
    QTest::newRow("NKDA") << QByteArray(R"({"text":"NKDA"})") << no << u"no-known"_s;
    QTest::newRow("no drug allergies") << QByteArray(R"({"text":"No Drug Allergies"})") << no << u"no-known"_s;
    QTest::newRow("no data") << QByteArray(R"({"text":"No data about food allergy"})") << unknown
                             << u"no-information"_s;
    QTest::newRow("starts with no") << QByteArray(R"({"text":"Nopal cactus allergy"})") << yes << QString();
    QTest::newRow("word within") << QByteArray(R"({"text":"Novocaine, no known cause"})") << yes << QString();
    QTest::newRow("same digits elsewhere")
        << QByteArray(R"({"coding":[{"system":"http://example.org","code":"716186003","display":"Pollen"}]})") << yes
        << QString();
    QTest::newRow("nka of another system")
        << QByteArray(R"({"coding":[{"system":"http://example.org/drugs","code":"nka","display":"Pollen"}]})") << yes
        << QString();
}

void TestMappingA::absence()
{
    QFETCH(QByteArray, code);
    const FactDraft draft = fact(
        R"({"resourceType":"AllergyIntolerance","clinicalStatus":{"coding":[{"code":"active"}]},"code":)" + code + "}");
    QTEST(int(draft.assertion), "assertion");
    QTEST(draft.category, "category");
    QVERIFY(!draft.title.isEmpty());
    // Nothing is ever put in front of words that already say it.
    QVERIFY(!needsNegationWords(draft));
    QVERIFY(draft.flags & FactFlag::Active);
}

void TestMappingA::bloodPressure()
{
    const FactDraft draft = fact(
        R"({"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"85354-9","display":"Blood pressure"}]},"component":[
        {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4","display":"Diastolic"}]},"valueQuantity":{"value":80.0,"unit":"mmHg"}},
        {"code":{"coding":[{"system":"http://loinc.org","code":"8480-6","display":"Systolic"}]},"valueQuantity":{"value":120,"unit":"mmHg"},"interpretation":[{"coding":[{"code":"H"}]}]}]})");
    QCOMPARE(draft.kind, FactKind::Vital);
    QCOMPARE(draft.value, u"120/80.0"_s);
    QCOMPARE(draft.unit, u"mmHg"_s);
    QCOMPARE(draft.number, std::optional(120.0));
    QCOMPARE(draft.number2, std::optional(80.0));
    QVERIFY(draft.flags & FactFlag::Abnormal);
    QVERIFY(draft.body.contains(u"Systolic: 120 mmHg (H)"_s));

    // One of the two missing is never half a pressure.
    const FactDraft half = fact(
        R"({"resourceType":"Observation","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"85354-9"}]},"component":[
        {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4","display":"Diastolic"}]},"dataAbsentReason":{"coding":[{"code":"not-performed","display":"Not Performed"}]}},
        {"code":{"coding":[{"system":"http://loinc.org","code":"8480-6","display":"Systolic"}]},"valueQuantity":{"value":120,"unit":"mmHg"}}]})");
    QCOMPARE(half.value, u"Diastolic: Not Performed; Systolic: 120 mmHg"_s);
    QCOMPARE(half.number, std::optional<double>());
}

void TestMappingA::componentsAndRanges()
{
    const FactDraft number = fact(
        R"({"resourceType":"Observation","status":"final","code":{"text":"Glucose"},"valueQuantity":{"value":7.0,"comparator":">","unit":"mmol/L"},"referenceRange":[{"low":{"value":3.90,"unit":"mmol/L"},"high":{"value":5.5,"unit":"mmol/L"}}]})");
    QCOMPARE(number.value, u"> 7.0"_s);
    QCOMPARE(number.unit, u"mmol/L"_s);
    QCOMPARE(number.number, std::optional(7.0));
    QVERIFY(number.body.contains(u"3.90 – 5.5 mmol/L"_s));

    const FactDraft fact1 = fact(
        R"({"resourceType":"Observation","status":"final","code":{"text":"HIV"},"valueCodeableConcept":{"coding":[{"code":"260385009","display":"Negative"}]}})");
    QCOMPARE(fact1.value, u"Negative"_s);
    const FactDraft fact2 =
        fact(R"({"resourceType":"Observation","status":"final","code":{"text":"Smoker"},"valueBoolean":false})");
    QCOMPARE(fact2.value, u"false"_s);
    const FactDraft fact3 =
        fact(R"({"resourceType":"Observation","status":"final","code":{"text":"Pain"},"valueInteger":0})");
    QCOMPARE(fact3.number, std::optional(0.0));
    const FactDraft fact4 = fact(
        R"({"resourceType":"Observation","status":"final","code":{"text":"Titre"},"valueRatio":{"numerator":{"value":1},"denominator":{"value":128}}})");
    QCOMPARE(fact4.value, u"1:128"_s);
    const FactDraft fact5 = fact(
        R"({"resourceType":"Observation","status":"final","code":{"text":"Sodium"},"dataAbsentReason":{"coding":[{"code":"error","display":"Haemolysed"}]}})");
    QCOMPARE(fact5.value, u"Haemolysed"_s);
    const FactDraft fact6 = fact(
        R"({"resourceType":"Observation","status":"final","code":{"text":"Panel"},"component":[{"code":{"text":"A"},"valueQuantity":{"value":1,"unit":"mg"}},{"code":{"text":"B"},"valueString":"trace"}]})");
    QCOMPARE(fact6.value, u"A: 1 mg; B: trace"_s);
}

void TestMappingA::interpretation_data()
{
    QTest::addColumn<QByteArray>("interpretation");
    QTest::addColumn<int>("flags");
    const auto number = [](FactFlags flags) { return int(flags.toInt()); };
    const FactFlags high = FactFlag::Abnormal | FactFlag::High;
    const FactFlags low = FactFlag::Abnormal | FactFlag::Low;
    QTest::newRow("H") << QByteArray(R"([{"coding":[{"code":"H"}]}])") << number(high);
    QTest::newRow("DSTU2 single") << QByteArray(R"({"coding":[{"code":"L"}]})") << number(low);
    QTest::newRow("HU") << QByteArray(R"([{"coding":[{"code":"HU","display":"significantly high"}]}])") << number(high);
    QTest::newRow("SNOMED CT below") << QByteArray(R"([{"coding":[{"code":"281300000"}]}])") << number(low);
    QTest::newRow("LL") << QByteArray(R"([{"coding":[{"code":"LL"}]}])") << number(low | FactFlag::Critical);
    QTest::newRow("text") << QByteArray(R"([{"text":"Critical high"}])") << number(high | FactFlag::Critical);
    QTest::newRow("A") << QByteArray(R"([{"coding":[{"code":"A"}]}])") << number(FactFlag::Abnormal);
    QTest::newRow("no direction where both are said")
        << QByteArray(R"([{"coding":[{"code":"H"}]},{"coding":[{"code":"L"}]}])") << number(FactFlag::Abnormal);
    QTest::newRow("N") << QByteArray(R"([{"coding":[{"code":"N","display":"Normal"}]}])") << 0;
    QTest::newRow("positive") << QByteArray(R"([{"coding":[{"code":"POS","display":"Positive"}]}])") << 0;
}

void TestMappingA::interpretation()
{
    QFETCH(QByteArray, interpretation);
    const FactDraft draft =
        fact(R"({"resourceType":"Observation","status":"final","code":{"text":"K"},"interpretation":)" + interpretation
             + "}");
    QTEST(int(draft.flags.toInt()), "flags");
}

void TestMappingA::unknownStatusIsKept()
{
    const MappedRecord record = map(R"({"resourceType":"Procedure","status":"almost","code":{"text":"X"}})");
    QCOMPARE(record.facts.first().status, u"almost"_s);
    QCOMPARE(record.issues, (QList<MappingIssue>{{u"Procedure.status"_s, u"unknown-status"_s}}));
}

void TestMappingA::invalidDateIsKept()
{
    const MappedRecord record = map(
        R"({"resourceType":"Observation","status":"final","code":{"text":"X"},"effectivePeriod":{"start":"last May"}})");
    QCOMPARE(record.facts.first().start.text(), u"last May"_s);
    QVERIFY(!record.facts.first().start.isValid());
    QCOMPARE(record.issues, (QList<MappingIssue>{{u"Observation.effectivePeriod.start"_s, u"invalid-date"_s}}));
}

void TestMappingA::modifiers()
{
    // Deep inside a contained resource, and implicit rules.
    const MappedRecord record = map(
        R"({"resourceType":"MedicationRequest","implicitRules":"http://example.org/rules","status":"active","intent":"order","contained":[{"resourceType":"Medication","id":"m","code":{"text":"A"},"ingredient":[{"modifierExtension":[{"url":"http://example.org/not","valueBoolean":true}]}]}],"medicationReference":{"reference":"#m"}})");
    const FactDraft &draft = record.facts.first();
    QVERIFY(draft.flags & FactFlag::ReadTheSource);
    QCOMPARE(record.issues.size(), 2);
    QCOMPARE(record.issues.first().reason, u"unknown-modifier"_s);
    QCOMPARE(Clinical::common(record.values.front()).unknownModifiers,
             (QStringList{u"http://example.org/rules"_s, u"http://example.org/not"_s}));
    // A plain extension changes nothing.
    const FactDraft fact7 = fact(
        R"({"resourceType":"Condition","extension":[{"url":"http://example.org/x","valueBoolean":true}],"code":{"text":"A"}})");
    QVERIFY(!(fact7.flags & FactFlag::ReadTheSource));
}

void TestMappingA::containedMedication()
{
    const FactDraft coded = fact(
        R"({"resourceType":"MedicationStatement","status":"active","contained":[{"resourceType":"Medication","id":"med1","code":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"11289","display":"Warfarin"}]}}],"medicationReference":{"reference":"#med1"}})");
    QCOMPARE(coded.title, u"Warfarin"_s);
    QCOMPARE(coded.code.code, u"11289"_s);
    QVERIFY(coded.titleFrom.isEmpty());
    const FactDraft mixed = fact(
        R"({"resourceType":"MedicationStatement","status":"active","contained":[{"resourceType":"Medication","id":"m","ingredient":[{"itemCodeableConcept":{"text":"Amoxicillin"}},{"itemCodeableConcept":{"text":"Clavulanate"}}]}],"medicationReference":{"reference":"#m"}})");
    QCOMPARE(mixed.title, u"Amoxicillin / Clavulanate"_s);
    const FactDraft elsewhere = fact(
        R"({"resourceType":"MedicationStatement","status":"active","medicationReference":{"reference":"Medication/9"}})");
    QCOMPARE(elsewhere.titleFrom.target, u"Medication/9"_s);
    QCOMPARE(elsewhere.titleFrom.type, u"Medication"_s);
    QVERIFY(!elsewhere.title.isEmpty());
    const FactDraft r5 = fact(
        R"({"resourceType":"MedicationRequest","status":"active","intent":"order","medication":{"reference":{"reference":"Medication/9","display":"Iron"}}})");
    QCOMPARE(r5.title, u"Iron"_s);
    QCOMPARE(r5.titleFrom.target, u"Medication/9"_s);
    // Pointing nowhere.
    const FactDraft fact8 =
        fact(R"({"resourceType":"MedicationStatement","status":"active","medicationReference":{"reference":"#gone"}})");
    QVERIFY(!fact8.title.isEmpty());
}

void TestMappingA::dosageWords_data()
{
    QTest::addColumn<QByteArray>("dosage");
    QTest::addColumn<QString>("words");
    QTest::newRow("text wins") << QByteArray(
        R"({"text":"one daily","timing":{"repeat":{"frequency":2,"period":1,"periodUnit":"d"}}})")
                               << u"one daily"_s;
    QTest::newRow("R4") << QByteArray(
        R"({"timing":{"repeat":{"frequency":2,"period":1,"periodUnit":"d"}},"route":{"text":"oral"},"asNeededBoolean":true,"doseAndRate":[{"doseQuantity":{"value":5.0,"unit":"mg"}}]})")
                        << u"5.0 mg, 2 × 1 d, PRN, oral"_s;
    QTest::newRow("DSTU2") << QByteArray(
        R"({"timing":{"repeat":{"frequency":1,"period":8,"periodUnits":"h"}},"doseQuantity":{"value":5,"unit":"mg"}})")
                           << u"5 mg, 1 × 8 h"_s;
    QTest::newRow("no frequency") << QByteArray(R"({"timing":{"repeat":{"period":8,"periodMax":12,"periodUnit":"h"}}})")
                                  << u"1 × 8–12 h"_s;
    QTest::newRow("code") << QByteArray(R"({"timing":{"code":{"text":"BID"},"repeat":{"when":["AC"]}}})")
                          << u"BID (AC)"_s;
    QTest::newRow("offset") << QByteArray(R"({"timing":{"repeat":{"when":["ACM"],"offset":10}}})") << u"10 min ACM"_s;
    QTest::newRow("rate range") << QByteArray(
        R"({"doseAndRate":[{"rateRange":{"low":{"value":1,"unit":"mL/h"},"high":{"value":4,"unit":"mL/h"}}}]})")
                                << u"1 – 4 mL/h"_s;
    QTest::newRow("ordered wins") << QByteArray(
        R"({"doseAndRate":[{"type":{"coding":[{"code":"ordered"}]},"doseQuantity":{"value":5,"unit":"mg"}},{"type":{"coding":[{"code":"calculated"}]},"doseQuantity":{"value":0.07,"unit":"mg/kg"}}]})")
                                  << u"5 mg"_s;
    QTest::newRow("dose range, reason, limit") << QByteArray(
        R"({"doseAndRate":[{"doseRange":{"low":{"value":1,"unit":"tab"},"high":{"value":2,"unit":"tab"}}}],"asNeededCodeableConcept":{"text":"pain"},"maxDosePerPeriod":{"numerator":{"value":4,"unit":"g"},"denominator":{"value":1,"unit":"d"}}})")
                                               << u"1 – 2 tab, PRN (pain), max. 4 g / d"_s;
}

void TestMappingA::dosageWords()
{
    QFETCH(QByteArray, dosage);
    const MappedRecord record = map(
        R"({"resourceType":"MedicationRequest","status":"active","intent":"order","medicationCodeableConcept":{"text":"X"},"dosageInstruction":[)"
        + dosage + "]}");
    const auto *request = std::get_if<Clinical::MedicationRequest>(&record.values.front());
    QVERIFY(request);
    QCOMPARE(request->dosages.size(), 1);
    QTEST(request->dosages.first().label(), "words");
}

void TestMappingA::valuesBesideTitles()
{
    QCOMPARE(
        fact(
            R"({"resourceType":"AllergyIntolerance","verificationStatus":"unconfirmed","code":{"text":"Penicillin"},"reaction":[{"manifestation":[{"text":"Anaphylaxis"}],"severity":"severe","description":"a long story"},{"manifestation":[{"text":"Hives"}]}]})")
            .value,
        u"Anaphylaxis (severe), unconfirmed"_s);
    QCOMPARE(fact(R"({"resourceType":"Immunization","isSubpotent":true,"vaccineCode":{"text":"MMR"}})").value,
             u"subpotent"_s);
    const FactDraft cancelled = fact(
        R"({"resourceType":"MedicationDispense","status":"cancelled","medicationCodeableConcept":{"text":"Aspirin"},"quantity":{"value":30,"unit":"tab"}})");
    QCOMPARE(cancelled.value + cancelled.unit, QString());
    QCOMPARE(cancelled.number, std::optional<double>());
    QVERIFY2(cancelled.body.contains(u"cancelled"_s), "the source's own word is kept");
}

QTEST_APPLESS_MAIN(TestMappingA)
#include "tst_mapping_a.moc"
