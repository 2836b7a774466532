// SPDX-License-Identifier: Apache-2.0
// Encounters, imaging, plans, teams, goals, orders, family history and devices, in the shapes of DSTU2 to R5.
#include "connectors/MappedText.h"

#include <QObject>

using namespace Chartline;
using namespace Chartline::Clinical;
using namespace Qt::StringLiterals;

class TestMappingCare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fact_data();
    void fact() { compareRow(); }
    void order_data();
    void order() { compareRow(); }
    void family_data();
    void family() { compareRow(); }
    void device_data();
    void device() { compareRow(); }
    void encounterParts();
    void imagingParts();
    void prohibitedActivity();
    void goalTargets();
    void brokenDateIsReported();

private:
    void compareRow()
    {
        QFETCH(QByteArray, source);
        QFETCH(ExpectedFact, expected);
        compareFact(source, expected);
    }
    void columns()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<ExpectedFact>("expected");
    }
};

void TestMappingCare::fact_data()
{
    columns();
    addFactRow("encounter R4, class code only",
               R"({"resourceType":"Encounter","status":"finished","class":{"code":"EMER"},
        "subject":{"reference":"Patient/1"},"period":{"start":"2021-03","end":"2021-03-04T10:00:00+01:00"},
        "hospitalization":{"dischargeDisposition":{"text":"Home"}}})",
               {.kind = FactKind::Encounter,
                .title = "emergency",
                .start = "2021-03",
                .end = "2021-03-04T10:00:00+01:00",
                .status = "finished",
                .category = "emergency",
                .has = {u"EMER"_s, u"Home"_s}});
    addFactRow("encounter R5, actual period and reason", R"({"resourceType":"Encounter","status":"in-progress",
        "class":[{"coding":[{"code":"IMP","display":"inpatient encounter"}]}],"actualPeriod":{"start":"2024-01-02"},
        "reason":[{"value":[{"concept":{"text":"Chest pain"}}]}]})",
               {.kind = FactKind::Encounter,
                .title = "inpatient encounter",
                .start = "2024-01-02",
                .status = "in-progress",
                .flags = FactFlag::Ongoing,
                .category = "inpatient encounter",
                .has = {u"Chest pain"_s}});
    addFactRow("encounter R5, only planned", R"({"resourceType":"Encounter","status":"planned",
        "type":[{"text":"Check-up"}],"plannedStartDate":"2027-01-02","plannedEndDate":"2027-01-02"})",
               {.kind = FactKind::Encounter,
                .title = "Check-up",
                .start = "2027-01-02",
                .end = "2027-01-02",
                .status = "planned",
                .flags = FactFlag::Planned});
    addFactRow("encounter DSTU2 XML, cancelled", R"(<Encounter xmlns="http://hl7.org/fhir"><status value="cancelled"/>
        <class value="outpatient"/><period><start value="2014-05-01"/></period></Encounter>)",
               {.kind = FactKind::Encounter,
                .title = "outpatient",
                .start = "2014-05-01",
                .status = "cancelled",
                .assertion = Assertion::Negated,
                .category = "outpatient"});
    addFactRow("encounter without anything", R"({"resourceType":"Encounter","status":"entered-in-error"})",
               {.kind = FactKind::Encounter,
                .title = "Encounter",
                .status = "entered-in-error",
                .flags = FactFlag::EnteredInError});
    addFactRow("imaging R4", R"({"resourceType":"ImagingStudy","status":"available","started":"2020-02-03T08:00:00Z",
        "identifier":[{"system":"urn:dicom:uid","value":"urn:oid:1.2.3"}],"modality":[{"code":"CT"},{"code":"PT"}],
        "procedureCode":[{"coding":[{"system":"http://loinc.org","code":"24627-2","display":"CT Chest"}]}],
        "series":[{"uid":"1.2.3.1","modality":{"code":"CT"},"bodySite":{"display":"Thorax"},"numberOfInstances":12}]})",
               {.kind = FactKind::Imaging,
                .title = "CT Chest",
                .start = "2020-02-03T08:00:00Z",
                .status = "available",
                .category = "CT, PT",
                .code = "24627-2",
                .has = {u"1.2.3"_s, u"CT Thorax (12)"_s}});
    addFactRow("imaging DSTU2 XML, date from a series",
               R"(<ImagingStudy xmlns="http://hl7.org/fhir"><uid value="urn:oid:9.8"/>
        <modalityList><code value="MR"/></modalityList><series><started value="2012-06-02"/></series>
        <series><started value="2012-06-01"/></series></ImagingStudy>)",
               {.kind = FactKind::Imaging, .title = "MR", .start = "2012-06-01", .category = "MR", .has = {u"9.8"_s}});
    addFactRow("imaging R5, cancelled",
               R"({"resourceType":"ImagingStudy","status":"cancelled","description":"Knee left",
        "modality":[{"coding":[{"code":"MR"}]}]})",
               {.kind = FactKind::Imaging,
                .title = "Knee left",
                .status = "cancelled",
                .assertion = Assertion::Negated,
                .category = "MR"});
    addFactRow(
        "plan R4",
        R"({"resourceType":"CarePlan","status":"active","intent":"plan","category":[{"coding":[{"code":"assess-plan"}]},
        {"coding":[{"system":"http://snomed.info/sct","code":"698360004","display":"Diabetes self management plan"}]}],
        "period":{"start":"2019-01"},"activity":[{"detail":{"status":"in-progress","code":{"text":"Diet"}}}]})",
        {.kind = FactKind::CarePlan,
         .title = "Diabetes self management plan",
         .start = "2019-01",
         .status = "active",
         .flags = FactFlag::Ongoing,
         .category = "Diabetes self management plan",
         .code = "698360004",
         .has = {u"Diet (in-progress)"_s}});
    addFactRow("plan proposed, DSTU2", R"({"resourceType":"CarePlan","status":"proposed","modified":"2015-02-03",
        "description":"Weight loss\nand more","subject":{"reference":"Patient/1"}})",
               {.kind = FactKind::CarePlan,
                .title = "Weight loss",
                .start = "2015-02-03",
                .status = "proposed",
                .flags = FactFlag::Planned | FactFlag::UndatedByEvent,
                .has = {u"and more"_s}});
    addFactRow("plan withdrawn keeps no bar",
               R"({"resourceType":"CarePlan","status":"revoked","intent":"plan","title":"Rehab",
        "period":{"start":"2019"}})",
               {.kind = FactKind::CarePlan, .title = "Rehab", .start = "2019", .status = "revoked"});
    addFactRow("team STU3 and R4 roles",
               R"({"resourceType":"CareTeam","status":"active","name":"Heart team","period":{"start":"2018-01-01"},
        "participant":[{"role":[{"text":"Surgeon"}],"member":{"display":"Dr A"}},
        {"role":{"text":"Nurse"},"member":{"display":"B"},"period":{"start":"2018","end":"2019"}}]})",
               {.kind = FactKind::CarePlan,
                .title = "Heart team",
                .start = "2018-01-01",
                .status = "active",
                .flags = FactFlag::Ongoing,
                .has = {u"Surgeon: Dr A"_s, u"Nurse: B (2018 – 2019)"_s}});
    addFactRow("goal R4", R"({"resourceType":"Goal","lifecycleStatus":"active","description":{"text":"HbA1c below 7"},
        "achievementStatus":{"coding":[{"code":"in-progress","display":"In Progress"}]},"startDate":"2020-05"})",
               {.kind = FactKind::CarePlan,
                .title = "HbA1c below 7",
                .start = "2020-05",
                .status = "active",
                .flags = FactFlag::Ongoing,
                .value = "In Progress"});
    addFactRow("goal DSTU2, description as text",
               R"({"resourceType":"Goal","status":"achieved","description":"Stop smoking",
        "startDate":"2014-01-01","statusDate":"2015-01-01"})",
               {.kind = FactKind::CarePlan,
                .title = "Stop smoking",
                .start = "2014-01-01",
                .end = "2015-01-01",
                .status = "achieved"});
    addFactRow("goal rejected, only a status date", R"({"resourceType":"Goal","lifecycleStatus":"rejected",
        "description":{"text":"Run a marathon"},"statusDate":"2021-07-01"})",
               {.kind = FactKind::CarePlan,
                .title = "Run a marathon",
                .start = "2021-07-01",
                .status = "rejected",
                .assertion = Assertion::Negated,
                .flags = FactFlag::UndatedByEvent});
}

void TestMappingCare::order_data()
{
    columns();
    addFactRow("R4 active",
               R"({"resourceType":"ServiceRequest","status":"active","intent":"order","authoredOn":"2022-01-05",
        "occurrenceDateTime":"2022-02-01","code":{"coding":[{"system":"http://snomed.info/sct","code":"77477000","display":"CT"}]},
        "requester":{"display":"Dr Ask"},"patientInstruction":"Do not eat"})",
               {.kind = FactKind::Referral,
                .title = "CT",
                .start = "2022-01-05",
                .status = "active",
                .flags = FactFlag::Planned,
                .code = "77477000",
                .has = {u"Dr Ask"_s, u"Do not eat"_s}});
    addFactRow("R4 prohibition",
               R"({"resourceType":"ServiceRequest","status":"active","intent":"order","doNotPerform":true,
        "authoredOn":"2022-01-05","code":{"text":"Blood draw from the left arm"}})",
               {.kind = FactKind::Referral,
                .title = "Blood draw from the left arm",
                .start = "2022-01-05",
                .status = "active",
                .assertion = Assertion::Negated,
                .flags = FactFlag::Planned | FactFlag::Ongoing});
    addFactRow("prohibition in XML",
               R"(<ServiceRequest xmlns="http://hl7.org/fhir"><status value="active"/><doNotPerform value="true"/>
        <code><text value="MRI"/></code></ServiceRequest>)",
               {.kind = FactKind::Referral,
                .title = "MRI",
                .status = "active",
                .assertion = Assertion::Negated,
                .flags = FactFlag::Planned | FactFlag::Ongoing});
    addFactRow("prohibition whose own words are negative",
               R"({"resourceType":"ServiceRequest","status":"active","doNotPerform":true,
        "code":{"text":"Do not resuscitate"}})",
               {.kind = FactKind::Referral,
                .title = "Do not resuscitate",
                .status = "active",
                .assertion = Assertion::Negated,
                .flags = FactFlag::Planned | FactFlag::Ongoing | FactFlag::ReadTheSource,
                .category = "no-known"});
    addFactRow(
        "R4 withdrawn", R"({"resourceType":"ServiceRequest","status":"revoked","code":{"text":"Physiotherapy"}})",
        {.kind = FactKind::Referral, .title = "Physiotherapy", .status = "revoked", .assertion = Assertion::Negated});
    addFactRow("prohibition taken back",
               R"({"resourceType":"ServiceRequest","status":"revoked","doNotPerform":true,"code":{"text":"MRI"}})",
               {.kind = FactKind::Referral,
                .title = "MRI",
                .status = "revoked",
                .assertion = Assertion::Negated,
                .flags = FactFlag::ReadTheSource});
    addFactRow(
        "entered in error is not planned",
        R"({"resourceType":"ServiceRequest","status":"entered-in-error","code":{"text":"MRI"}})",
        {.kind = FactKind::Referral, .title = "MRI", .status = "entered-in-error", .flags = FactFlag::EnteredInError});
    addFactRow("not every non- and not is a negation",
               R"({"resourceType":"ServiceRequest","status":"active","doNotPerform":true,
        "code":{"text":"Non-invasive ventilation"}})",
               {.kind = FactKind::Referral,
                .title = "Non-invasive ventilation",
                .status = "active",
                .assertion = Assertion::Negated,
                .flags = FactFlag::Planned | FactFlag::Ongoing});
    addFactRow("a limit is no negation", R"({"resourceType":"ServiceRequest","status":"active","doNotPerform":true,
        "code":{"text":"Sodium not to exceed 2 g, cognitive decline"}})",
               {.kind = FactKind::Referral,
                .title = "Sodium not to exceed 2 g, cognitive decline",
                .status = "active",
                .assertion = Assertion::Negated,
                .flags = FactFlag::Planned | FactFlag::Ongoing});
    addFactRow("R5 code by reference, reason as concept",
               R"({"resourceType":"ServiceRequest","status":"completed","intent":"order",
        "code":{"reference":{"reference":"ActivityDefinition/1","display":"Sleep study"}},"occurrencePeriod":{"start":"2023-01","end":"2023-02"},
        "reason":[{"concept":{"text":"Snoring"}}],"patientInstruction":[{"instructionMarkdown":"Bring pyjamas"}]})",
               {.kind = FactKind::Referral,
                .title = "Sleep study",
                .start = "2023-01",
                .end = "2023-02",
                .status = "completed",
                .has = {u"Snoring"_s, u"Bring pyjamas"_s}});
    addFactRow("STU3 ReferralRequest",
               R"({"resourceType":"ReferralRequest","status":"active","intent":"order","authoredOn":"2017-02-14",
        "type":{"text":"Referral"},"serviceRequested":[{"text":"Colonoscopy"}],"requester":{"agent":{"display":"Dr R"}},
        "recipient":[{"display":"Dr S"}],"description":"Blood in stool"})",
               {.kind = FactKind::Referral,
                .title = "Colonoscopy",
                .start = "2017-02-14",
                .status = "active",
                .flags = FactFlag::Planned,
                .category = "Referral",
                .has = {u"Dr R"_s, u"Dr S"_s, u"Blood in stool"_s}});
    addFactRow("DSTU2 ProcedureRequest",
               R"({"resourceType":"ProcedureRequest","status":"aborted","code":{"text":"Biopsy"},
        "orderedOn":"2013-01-01","scheduledDateTime":"2013-02-01","orderer":{"display":"Dr O"}})",
               {.kind = FactKind::Referral,
                .title = "Biopsy",
                .start = "2013-01-01",
                .status = "aborted",
                .assertion = Assertion::Negated,
                .has = {u"Dr O"_s}});
    addFactRow("DSTU2 DiagnosticOrder", R"({"resourceType":"DiagnosticOrder","status":"requested",
        "item":[{"code":{"text":"Lipids"}},{"code":{"text":"Glucose"},"status":"cancelled"}],
        "event":[{"status":"draft","dateTime":"2012-12-31"},{"status":"requested","dateTime":"2013-01-01"}]})",
               {.kind = FactKind::Referral,
                .title = "Lipids, Glucose (cancelled)",
                .start = "2013-01-01",
                .status = "requested",
                .flags = FactFlag::Planned});
}

void TestMappingCare::family_data()
{
    columns();
    addFactRow(
        "R4",
        R"({"resourceType":"FamilyMemberHistory","status":"completed","date":"2011-03-18","relationship":{"text":"Father"},
        "condition":[{"code":{"coding":[{"system":"http://snomed.info/sct","code":"22298006","display":"Heart attack"}]},
        "onsetAge":{"value":74,"unit":"a"},"contributedToDeath":true,"note":[{"text":"At work"}]}]})",
        {.kind = FactKind::FamilyHistory,
         .title = "Heart attack",
         .start = "2011-03-18",
         .status = "completed",
         .flags = FactFlag::UndatedByEvent,
         .category = "Father",
         .value = "Father",
         .code = "22298006",
         .has = {u"Heart attack, 74 a, †"_s, u"At work"_s}});
    addFactRow("none in the family",
               R"({"resourceType":"FamilyMemberHistory","status":"completed","relationship":{"text":"Mother"},
        "condition":[{"code":{"text":"No family history of stroke"}}]})",
               {.kind = FactKind::FamilyHistory,
                .title = "No family history of stroke",
                .status = "completed",
                .assertion = Assertion::Negated,
                .category = "no-known",
                .value = "Mother"});
    addFactRow("one illness beside a none stays an illness",
               R"({"resourceType":"FamilyMemberHistory","status":"completed",
        "relationship":{"text":"Mother"},"condition":[{"code":{"text":"No FH: Diabetes"}},{"code":{"text":"Stroke"}}]})",
               {.kind = FactKind::FamilyHistory,
                .title = "No FH: Diabetes, Stroke",
                .status = "completed",
                .category = "Mother",
                .value = "Mother"});
    addFactRow("not known, R4",
               R"({"resourceType":"FamilyMemberHistory","status":"health-unknown","relationship":{"text":"Brother"},
        "dataAbsentReason":{"coding":[{"code":"unable-to-obtain"}]}})",
               {.kind = FactKind::FamilyHistory,
                .title = "Brother",
                .status = "health-unknown",
                .assertion = Assertion::AbsentUnknown,
                .category = "Brother",
                .has = {u"unable-to-obtain"_s}});
    addFactRow("not asked, STU3", R"({"resourceType":"FamilyMemberHistory","status":"completed","notDone":true,
        "relationship":{"text":"Sister"}})",
               {.kind = FactKind::FamilyHistory,
                .title = "Sister",
                .status = "completed",
                .assertion = Assertion::AbsentUnknown,
                .category = "Sister"});
    addFactRow(
        "DSTU2 XML",
        R"(<FamilyMemberHistory xmlns="http://hl7.org/fhir"><status value="partial"/><relationship><text value="Aunt"/>
        </relationship><condition><code><text value="Asthma"/></code><onsetString value="childhood"/><note><text value="mild"/></note>
        </condition></FamilyMemberHistory>)",
        {.kind = FactKind::FamilyHistory,
         .title = "Asthma",
         .status = "partial",
         .category = "Aunt",
         .value = "Aunt",
         .has = {u"Asthma, childhood – mild"_s}});
}

void TestMappingCare::device_data()
{
    columns();
    addFactRow("device R4",
               R"({"resourceType":"Device","status":"active","type":{"text":"Pacemaker"},"manufactureDate":"2015",
        "deviceName":[{"name":"PM-1","type":"model-name"},{"name":"My pacer","type":"user-friendly-name"}],"serialNumber":"S-1",
        "udiCarrier":[{"carrierHRF":"(01)123"}],"patient":{"reference":"Patient/1"}})",
               {.kind = FactKind::Device,
                .title = "Pacemaker",
                .status = "active",
                .has = {u"My pacer"_s, u"S-1"_s, u"(01)123"_s}});
    addFactRow("device R5, name only",
               R"({"resourceType":"Device","name":[{"value":"Glucometer","type":"user-friendly-name"}]})",
               {.kind = FactKind::Device, .title = "Glucometer"});
    addFactRow("device that is none", R"({"resourceType":"Device","type":{"coding":[{"code":"no-known-devices",
        "system":"http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips","display":"No known devices"}]}})",
               {.kind = FactKind::Device,
                .title = "No known devices",
                .assertion = Assertion::Negated,
                .category = "no-known",
                .code = "no-known-devices"});
    addFactRow("use R4, contained device",
               R"({"resourceType":"DeviceUseStatement","status":"active","timingPeriod":{"start":"2020-01"},
        "contained":[{"resourceType":"Device","id":"d","type":{"coding":[{"code":"72506001","system":"http://snomed.info/sct",
        "display":"Defibrillator"}]}}],"device":{"reference":"#d"},"bodySite":{"text":"Chest"}})",
               {.kind = FactKind::Device,
                .title = "Defibrillator",
                .start = "2020-01",
                .status = "active",
                .flags = FactFlag::Ongoing,
                .code = "72506001",
                .has = {u"Chest"_s}});
    addFactRow("use that is none, by display", R"({"resourceType":"DeviceUseStatement","status":"active",
        "device":{"display":"No known devices in use"}})",
               {.kind = FactKind::Device,
                .title = "No known devices in use",
                .status = "active",
                .assertion = Assertion::Negated,
                .category = "no-known"});
    addFactRow("use not done, R5",
               R"({"resourceType":"DeviceUsage","status":"not-done","device":{"concept":{"text":"Insulin pump"}},
        "dateAsserted":"2024-02-02"})",
               {.kind = FactKind::Device,
                .title = "Insulin pump",
                .start = "2024-02-02",
                .status = "not-done",
                .assertion = Assertion::Negated,
                .flags = FactFlag::UndatedByEvent});
    addFactRow(
        "use DSTU2",
        R"({"resourceType":"DeviceUseStatement","whenUsed":{"start":"2010","end":"2011"},"device":{"reference":"Device/9"},
        "indication":[{"text":"Apnoea"}],"notes":["At night"],"bodySiteCodeableConcept":{"text":"Face"}})",
        {.kind = FactKind::Device,
         .title = "Device/9",
         .start = "2010",
         .end = "2011",
         .has = {u"Apnoea"_s, u"At night"_s, u"Face"_s}});
    addFactRow("use intended",
               R"({"resourceType":"DeviceUseStatement","status":"intended","device":{"display":"Walker"}})",
               {.kind = FactKind::Device, .title = "Walker", .status = "intended", .flags = FactFlag::Planned});
}

void TestMappingCare::encounterParts()
{
    const auto encounter =
        valueOf<Encounter>(R"({"resourceType":"Encounter","status":"finished","subject":{"reference":"Patient/7"},
        "participant":[{"individual":{"display":"Dr P"}},{"actor":{"display":"Dr Q"}}],"length":{"value":2.50,"unit":"h"},
        "diagnosis":[{"condition":{"reference":"Condition/1"}},{"condition":[{"concept":{"text":"Flu"}}]}],
        "indication":[{"reference":"Condition/2"}],"location":[{"location":{"display":"Ward 3"}}],
        "reasonReference":[{"reference":"Condition/3","display":"Fever"}]})");
    QCOMPARE(encounter.subject.target, u"Patient/7"_s);
    QCOMPARE(encounter.participants.size(), 2);
    QCOMPARE(encounter.participants.at(1).display, u"Dr Q"_s);
    QCOMPARE(encounter.length, u"2.50 h"_s);
    QCOMPARE(encounter.diagnoses.size(), 3);
    QCOMPARE(encounter.diagnoses.at(1).display, u"Flu"_s);
    QCOMPARE(encounter.locations.first().display, u"Ward 3"_s);
    QCOMPARE(encounter.reasons.first().text, u"Fever"_s);
}

void TestMappingCare::imagingParts()
{
    const auto study = valueOf<ImagingStudy>(R"({"resourceType":"ImagingStudy","status":"available","numberOfSeries":-4,
        "identifier":[{"value":"A-1","type":{"coding":[{"code":"ACSN"}]}},{"system":"urn:dicom:uid","value":"urn:oid:1.2.840"}],
        "series":[{"uid":"1.2","number":3,"bodySite":{"concept":{"text":"Head"}},"laterality":{"coding":[{"code":"L"}]},
        "modality":{"coding":[{"code":"MR"}]},"numberOfInstances":20}]})");
    QCOMPARE(study.studyInstanceUid, u"1.2.840"_s);
    QCOMPARE(study.accessionNumbers, QList<QString>{u"A-1"_s});
    QCOMPARE(study.numberOfSeries, 0); // nonsense from the source counts for nothing
    QCOMPARE(study.series.first().label(), u"3 MR Head L (20)"_s);
    const auto older =
        valueOf<ImagingStudy>(R"({"resourceType":"ImagingStudy","uid":"urn:oid:2.16.1","accession":{"value":"B-2"}})");
    QCOMPARE(older.studyInstanceUid, u"2.16.1"_s);
    QCOMPARE(older.accessionNumbers, QList<QString>{u"B-2"_s});
}

void TestMappingCare::prohibitedActivity()
{
    const auto plan = valueOf<CarePlan>(R"({"resourceType":"CarePlan","status":"active","intent":"plan","contained":[
        {"resourceType":"ServiceRequest","id":"r","status":"active","doNotPerform":true,"code":{"text":"Aspirin"}}],"activity":[
        {"detail":{"doNotPerform":true,"code":{"text":"Heavy lifting"},"status":"not-started"}},
        {"detail":{"prohibited":true,"description":"Sun"}},
        {"plannedActivityReference":{"reference":"#r"}},
        {"detail":{"doNotPerform":false,"code":{"text":"Walking"}},"outcomeCodeableConcept":[{"text":"Feels better"}]}]})");
    const QList<QString> expected{u"Do not perform: Heavy lifting (not-started)"_s, u"Do not perform: Sun"_s,
                                  u"Do not perform: Aspirin (active)"_s, u"Walking → Feels better"_s};
    QCOMPARE(plan.activities, expected);
}

void TestMappingCare::goalTargets()
{
    const auto goal = valueOf<Goal>(R"({"resourceType":"Goal","lifecycleStatus":"active","description":{"text":"x"},
        "statusReason":"Patient wishes","outcome":[{"concept":{"text":"Lost 3 kg"}}],
        "target":[{"measure":{"text":"Weight"},"detailRange":{"high":{"value":80.0,"unit":"kg"}},"dueDate":"2025-12"}]})");
    QCOMPARE(goal.targets, QList<QString>{u"Weight: ≤ 80.0 kg (2025-12)"_s});
    QCOMPARE(goal.statusReason.text, u"Patient wishes"_s);
    QCOMPARE(goal.outcome.first().text, u"Lost 3 kg"_s);
    const auto older =
        valueOf<Goal>(R"({"resourceType":"Goal","status":"in-progress","description":"y","targetDate":"2016-01-01"})");
    QCOMPARE(older.targets, QList<QString>{u"2016-01-01"_s});
}

void TestMappingCare::brokenDateIsReported()
{
    const auto record = mapText(R"({"resourceType":"Encounter","status":"over","period":{"start":"yesterday"}})");
    QVERIFY(record);
    QStringList reasons;
    for (const MappingIssue &issue : record->issues)
        reasons.append(issue.reason);
    reasons.sort();
    QCOMPARE(reasons, QStringList({u"invalid-date"_s, u"unknown-status"_s}));
    // What it said is kept and shown as given.
    QCOMPARE(record->facts.first().start.text(), u"yesterday"_s);
    QVERIFY(!record->facts.first().start.isValid());
    QCOMPARE(record->facts.first().status, u"over"_s);
}

QTEST_GUILESS_MAIN(TestMappingCare)
#include "tst_mapping_b_care.moc"
