// SPDX-License-Identifier: Apache-2.0
// Documents, consents, forms, flags, coverage, samples, media, people and places, in the shapes of DSTU2 to R5.
#include "connectors/MappedText.h"

#include <QObject>

using namespace Chartline;
using namespace Chartline::Clinical;
using namespace Qt::StringLiterals;

class TestMappingDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void document_data();
    void document() { compareRow(); }
    void consent_data();
    void consent() { compareRow(); }
    void other_data();
    void other() { compareRow(); }
    void attachmentsAndBinaries();
    void badBase64IsReported();
    void documentContext();
    void sectionsInOrder();
    void formIsFlattened();
    void supportingTypes();
    void unknownModifierSaysReadTheSource();

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

void TestMappingDocuments::document_data()
{
    columns();
    addFactRow("reference R4", R"({"resourceType":"DocumentReference","status":"current","date":"2020-05-06T07:08:09Z",
        "type":{"coding":[{"system":"http://loinc.org","code":"18842-5","display":"Discharge summary"}]},"author":[{"display":"Dr W"}],
        "category":[{"text":"Clinical note"}],"description":"Left well",
        "content":[{"attachment":{"contentType":"text/plain","title":"Letter","data":"VGhlIHdvdW5kIGhlYWxlZA=="}}]})",
               {.kind = FactKind::Document,
                .title = "Discharge summary",
                .start = "2020-05-06T07:08:09Z",
                .status = "current",
                .category = "Clinical note",
                .code = "18842-5",
                .has = {u"Left well"_s, u"Dr W"_s, u"Letter"_s, u"The wound healed"_s}});
    addFactRow("reference STU3, created before indexed", R"({"resourceType":"DocumentReference","status":"superseded",
        "created":"2010-01","indexed":"2019-01-01T00:00:00Z","class":{"text":"Report"},"description":"Echo report"})",
               {.kind = FactKind::Document,
                .title = "Echo report",
                .start = "2010-01",
                .status = "superseded",
                .category = "Report"});
    addFactRow("reference without a date: the oldest content",
               R"({"resourceType":"DocumentReference","status":"current",
        "content":[{"attachment":{"title":"B","creation":"2012-03"}},{"attachment":{"creation":"2011"}}]})",
               {.kind = FactKind::Document, .title = "B", .start = "2011", .status = "current"});
    addFactRow(
        "withdrawn content, DSTU2 docStatus", R"({"resourceType":"DocumentReference","status":"current",
        "docStatus":{"coding":[{"system":"http://hl7.org/fhir/composition-status","code":"entered-in-error"}]},"type":{"text":"Note"}})",
        {.kind = FactKind::Document, .title = "Note", .status = "entered-in-error", .flags = FactFlag::EnteredInError});
    addFactRow("reference by narrative only", R"({"resourceType":"DocumentReference","status":"current",
        "text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Scan of a letter</p><p>page 1</p></div>"}})",
               {.kind = FactKind::Document, .title = "Scan of a letter", .status = "current", .has = {u"page 1"_s}});
    addFactRow("composition R4",
               R"({"resourceType":"Composition","status":"final","date":"2021-11-01","title":"Patient Summary",
        "type":{"coding":[{"system":"http://loinc.org","code":"60591-5","display":"Summary"}]},"author":[{"display":"Dr C"}],
        "section":[{"title":"Allergies","emptyReason":{"text":"Nil known"}},{"title":"Plan","text":{"status":"generated",
        "div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">Rest<script>alert(1)</script></div>"}}]})",
               {.kind = FactKind::Document,
                .title = "Patient Summary",
                .start = "2021-11-01",
                .status = "final",
                .category = "Summary",
                .code = "60591-5",
                .has = {u"Nil known"_s, u"Plan"_s, u"Rest"_s}});
    addFactRow(
        "composition DSTU2 XML",
        R"(<Composition xmlns="http://hl7.org/fhir"><date value="2012-01-04"/><type><text value="Consult"/></type>
        <class><text value="Note"/></class><title value=" "/><status value="entered-in-error"/></Composition>)",
        {.kind = FactKind::Document,
         .title = "Document",
         .start = "2012-01-04",
         .status = "entered-in-error",
         .flags = FactFlag::EnteredInError,
         .category = "Consult",
         .has = {u"Note"_s}});
    addFactRow("photo R4",
               R"({"resourceType":"Media","status":"completed","type":{"coding":[{"code":"image","display":"Image"}]},
        "bodySite":{"text":"Left heel"},"createdDateTime":"2022-02-02","reasonCode":[{"text":"Ulcer"}],"deviceName":"Phone",
        "content":{"contentType":"image/jpeg","url":"Binary/4"}})",
               {.kind = FactKind::Document,
                .title = "Left heel",
                .start = "2022-02-02",
                .status = "completed",
                .category = "Image",
                .has = {u"Ulcer"_s, u"Phone"_s}});
    addFactRow("photo not taken",
               R"({"resourceType":"Media","status":"not-done","content":{"title":"Wound"},"issued":"2022-02-02"})",
               {.kind = FactKind::Document,
                .title = "Wound",
                .start = "2022-02-02",
                .status = "not-done",
                .assertion = Assertion::Negated,
                .flags = FactFlag::UndatedByEvent});
    addFactRow("media STU3 of an imaging modality",
               R"({"resourceType":"Media","type":"photo","occurrenceDateTime":"2016-03-15",
        "subtype":{"coding":[{"system":"http://dicom.nema.org/resources/ontology/DCM","code":"US"}]},"view":{"text":"Four chamber"},
        "content":{"contentType":"image/png"}})",
               {.kind = FactKind::Imaging, .title = "Four chamber", .start = "2016-03-15", .category = "US"});
}

void TestMappingDocuments::consent_data()
{
    columns();
    addFactRow(
        "R4 permit",
        R"({"resourceType":"Consent","status":"active","scope":{"text":"Research"},"category":[{"text":"Biobank"}],
        "dateTime":"2020-01-01","patient":{"reference":"Patient/1"},"provision":{"type":"permit","period":{"end":"2030"}}})",
        {.kind = FactKind::Consent,
         .title = "Biobank",
         .start = "2020-01-01",
         .end = "2030",
         .status = "active",
         .category = "Research",
         .value = "permit"});
    addFactRow(
        "R4 root deny",
        R"({"resourceType":"Consent","status":"active","category":[{"text":"Data sharing"}],"dateTime":"2020-01-01",
        "policyRule":{"coding":[{"code":"OPTIN"}]},"provision":{"type":"deny","actor":[{"reference":{"display":"Insurer X"}}]}})",
        {.kind = FactKind::Consent,
         .title = "Data sharing",
         .start = "2020-01-01",
         .status = "active",
         .assertion = Assertion::Negated,
         .flags = FactFlag::Ongoing,
         .value = "deny; deny: Insurer X"});
    addFactRow("R4 opt-in with a denied exception",
               R"({"resourceType":"Consent","status":"active","category":[{"text":"Data sharing"}],
        "policyRule":{"coding":[{"code":"OPTIN"}]},"provision":{"provision":[{"type":"deny","actor":[{"reference":{"display":"Nurse F"}}],
        "action":[{"coding":[{"code":"access"}]}]}]}})",
               {.kind = FactKind::Consent,
                .title = "Data sharing",
                .status = "active",
                .flags = FactFlag::Ongoing,
                .value = "OPTIN; deny: Nurse F, access"});
    addFactRow("STU3 opt-out",
               R"({"resourceType":"Consent","status":"active","category":[{"text":"Exchange"}],"dateTime":"2015",
        "policyRule":"http://hl7.org/fhir/ConsentPolicy/opt-out","except":[{"type":"permit","purpose":[{"code":"ETREAT"}]}]})",
               {.kind = FactKind::Consent,
                .title = "Exchange",
                .start = "2015",
                .status = "active",
                .assertion = Assertion::Negated,
                .flags = FactFlag::Ongoing,
                .value = "http://hl7.org/fhir/ConsentPolicy/opt-out; permit: ETREAT"});
    addFactRow("R5 deny",
               R"({"resourceType":"Consent","status":"inactive","category":[{"text":"Treatment"}],"date":"2024-03-04",
        "period":{"start":"2024-03-05"},"subject":{"reference":"Patient/1"},"decision":"deny"})",
               {.kind = FactKind::Consent,
                .title = "Treatment",
                .start = "2024-03-04",
                .status = "inactive",
                .assertion = Assertion::Negated,
                .value = "deny"});
    addFactRow("do not resuscitate is never turned round", R"({"resourceType":"Consent","status":"active",
        "category":[{"coding":[{"code":"dnr","display":"Do Not Resuscitate"}]}],"provision":{"type":"deny"}})",
               {.kind = FactKind::Consent,
                .title = "Do Not Resuscitate",
                .status = "active",
                .assertion = Assertion::Negated,
                .flags = FactFlag::Ongoing | FactFlag::ReadTheSource,
                .category = "no-known",
                .value = "deny",
                .code = "dnr"});
    addFactRow("rejected", R"({"resourceType":"Consent","status":"rejected","scope":{"text":"Surgery"}})",
               {.kind = FactKind::Consent,
                .title = "Surgery",
                .status = "rejected",
                .assertion = Assertion::Negated,
                .category = "Surgery"});
    addFactRow("draft", R"({"resourceType":"Consent","status":"draft","scope":{"text":"Surgery"}})",
               {.kind = FactKind::Consent,
                .title = "Surgery",
                .status = "draft",
                .flags = FactFlag::Planned,
                .category = "Surgery"});
}

void TestMappingDocuments::other_data()
{
    columns();
    addFactRow("coverage R4",
               R"({"resourceType":"Coverage","status":"active","type":{"text":"Public"},"subscriberId":"Z-9",
        "beneficiary":{"reference":"Patient/1"},"period":{"start":"2020"},"payor":[{"display":"Mutual"}],
        "class":[{"type":{"coding":[{"code":"group"}]},"value":"g"},{"type":{"coding":[{"code":"plan"}]},"value":"p","name":"Gold"}]})",
               {.title = "Public",
                .start = "2020",
                .status = "active",
                .flags = FactFlag::Ongoing,
                .value = "Mutual",
                .has = {u"Gold"_s, u"Z-9"_s}});
    addFactRow(
        "coverage DSTU2",
        R"({"resourceType":"Coverage","issuer":{"display":"Old Mutual"},"plan":"Basic","subscriberId":{"value":"7"},
        "type":{"code":"EHCPOL"},"period":{"start":"2011-05-23","end":"2012-05-23"},"subscriber":{"reference":"Patient/4"}})",
        {.title = "EHCPOL",
         .start = "2011-05-23",
         .end = "2012-05-23",
         .value = "Old Mutual",
         .code = "EHCPOL",
         .has = {u"Basic"_s, u"7"_s}});
    addFactRow("coverage cancelled", R"({"resourceType":"Coverage","status":"cancelled","period":{"start":"2020"}})",
               {.title = "Coverage", .start = "2020", .status = "cancelled"});
    addFactRow("flag R4",
               R"({"resourceType":"Flag","status":"active","category":[{"text":"Safety"}],"code":{"text":"Fall risk"},
        "period":{"start":"2021-01-01"}})",
               {.title = "Fall risk",
                .start = "2021-01-01",
                .status = "active",
                .flags = FactFlag::Active | FactFlag::Ongoing,
                .category = "Safety"});
    addFactRow("flag DSTU2, over",
               R"({"resourceType":"Flag","status":"inactive","category":{"text":"admin"},"code":{"text":"Big dog"},
        "period":{"start":"2015","end":"2016"}})",
               {.title = "Big dog", .start = "2015", .end = "2016", .status = "inactive", .category = "admin"});
    addFactRow("flag withdrawn", R"({"resourceType":"Flag","status":"entered-in-error","code":{"text":"MRSA"}})",
               {.title = "MRSA", .status = "entered-in-error", .flags = FactFlag::EnteredInError});
    addFactRow("form R4, name from its address",
               R"({"resourceType":"QuestionnaireResponse","status":"completed","authored":"2023-01-01",
        "questionnaire":"http://example.org/Questionnaire/PHQ-9|2","item":[{"linkId":"1","text":"Sad?","answer":[{"valueBoolean":false}]}]})",
               {.title = "PHQ-9", .start = "2023-01-01", .status = "completed", .has = {u"Sad?: false"_s}});
    addFactRow("form R4, name from its extension", R"({"resourceType":"QuestionnaireResponse","status":"amended",
        "questionnaire":"http://example.org/q/1","_questionnaire":{"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/display",
        "valueString":"Pain diary"}]}})",
               {.title = "Pain diary", .status = "amended"});
    addFactRow(
        "specimen R4",
        R"({"resourceType":"Specimen","status":"unsatisfactory","type":{"text":"Serum"},"accessionIdentifier":{"value":"X7"},
        "collection":{"collectedDateTime":"2020-02-02T08:00:00Z","bodySite":{"text":"Left arm"},"quantity":{"value":5.0,"unit":"mL"}}})",
        {.title = "Serum",
         .start = "2020-02-02T08:00:00Z",
         .status = "unsatisfactory",
         .category = "Left arm",
         .value = "5.0 mL",
         .has = {u"X7"_s}});
    addFactRow("specimen, only received",
               R"({"resourceType":"Specimen","status":"available","receivedTime":"2020-02-03"})",
               {.title = "Specimen", .start = "2020-02-03", .status = "available", .flags = FactFlag::UndatedByEvent});
}

void TestMappingDocuments::attachmentsAndBinaries()
{
    const QByteArray source = R"({"resourceType":"DocumentReference","status":"current","type":{"text":"Letter"},
        "contained":[{"resourceType":"Binary","id":"b","contentType":"text/html","data":"PHA+Grgp88L3A+"},
        {"resourceType":"Binary","id":"c","contentType":"text/html","data":"PHA+SW5zaWRlPC9wPg=="}],
        "content":[{"attachment":{"url":"#c"}},{"attachment":{"contentType":"application/pdf","url":"Binary/77","title":"Scan"}}]})";
    const auto document = valueOf<DocumentReference>(source);
    QCOMPARE(document.attachments.size(), 2);
    QCOMPARE(document.attachments.at(0).data, QByteArray("<p>Inside</p>"));
    const FactDraft fact = document.toFact();
    QVERIFY(fact.body.contains("Inside"_L1));
    QVERIFY(!fact.body.contains("<p>"_L1));
    QCOMPARE(fact.bodyFrom.size(), 1);
    QCOMPARE(fact.bodyFrom.first().target, u"Binary/77"_s);
    QCOMPARE(valueOf<Binary>(R"({"resourceType":"Binary","contentType":"text/plain","content":"aGk="})").content.data,
             QByteArray("hi"));
    QCOMPARE(
        valueOf<Binary>(
            R"(<Binary xmlns="http://hl7.org/fhir"><contentType value="text/plain"/><data value="aGk="/></Binary>)")
            .content.data,
        QByteArray("hi"));
}

void TestMappingDocuments::badBase64IsReported()
{
    const auto record = mapText(R"({"resourceType":"Binary","contentType":"text/plain","data":"not base64!"})");
    QVERIFY(record);
    QCOMPARE(record->facts.size(), 0);
    QCOMPARE(record->issues.size(), 1);
    QCOMPARE(record->issues.first().reason, u"not-base64"_s);
    QVERIFY(std::get<Binary>(record->values.front()).content.undecodable);
}

void TestMappingDocuments::documentContext()
{
    const auto r4 = valueOf<DocumentReference>(R"({"resourceType":"DocumentReference","status":"current",
        "context":{"encounter":[{"reference":"Encounter/1"}],"period":{"start":"2001","end":"2002"},"related":[{"reference":"Procedure/2"}]}})");
    QCOMPARE(r4.encounter.target, u"Encounter/1"_s);
    QCOMPARE(r4.servicePeriod.label(), u"2001 – 2002"_s);
    QCOMPARE(r4.contextRelated.first().target, u"Procedure/2"_s);
    QCOMPARE(r4.toFact().start.text(), u"2001"_s);
    const auto r5 =
        valueOf<DocumentReference>(R"({"resourceType":"DocumentReference","status":"current","period":{"start":"2003"},
        "context":[{"reference":"Appointment/3"},{"reference":"Encounter/4"}]})");
    QCOMPARE(r5.encounter.target, u"Encounter/4"_s);
    QCOMPARE(r5.servicePeriod.start.text(), u"2003"_s);
    const auto dstu2 = valueOf<DocumentReference>(R"({"resourceType":"DocumentReference","status":"current",
        "context":{"encounter":{"reference":"Encounter/5"},"related":[{"ref":{"reference":"Patient/6"}}]}})");
    QCOMPARE(dstu2.encounter.target, u"Encounter/5"_s);
    QCOMPARE(dstu2.contextRelated.first().target, u"Patient/6"_s);
}

void TestMappingDocuments::sectionsInOrder()
{
    const auto document =
        valueOf<Composition>(R"({"resourceType":"Composition","status":"final","title":"T","confidentiality":"R",
        "section":[{"title":"A","section":[{"title":"A1","entry":[{"reference":"Condition/1"}]}]},{"title":"B"}]})");
    QStringList titles;
    QList<int> depths;
    for (const Section &section : document.sections) {
        titles.append(section.title);
        depths.append(section.depth);
    }
    QCOMPARE(titles, QStringList({u"A"_s, u"A1"_s, u"B"_s}));
    QCOMPARE(depths, QList<int>({0, 1, 0}));
    QCOMPARE(document.sections.at(1).entries.first().target, u"Condition/1"_s);
    QCOMPARE(document.confidentiality, u"R"_s);
}

void TestMappingDocuments::formIsFlattened()
{
    const auto words = [](const QuestionnaireResponse &form) {
        QStringList lines;
        for (const QuestionnaireAnswer &answer : form.answers)
            lines.append(QString(answer.depth, u'>') + answer.label());
        return lines;
    };
    QCOMPARE(
        words(valueOf<QuestionnaireResponse>(R"({"resourceType":"QuestionnaireResponse","status":"completed","item":[
        {"linkId":"1","text":"Heart","item":[{"linkId":"1.1","text":"Pain","answer":[{"valueCoding":{"code":"y","display":"Yes"},
        "item":[{"linkId":"1.1.1","text":"Since","answer":[{"valueDate":"2020-05"}]}]},{"valueQuantity":{"value":7.0,"unit":"d"}}]}]},
        {"linkId":"2"}]})")),
        QStringList({u"Heart"_s, u">Pain: Yes; 7.0 d"_s, u">>Since: 2020-05"_s}));
    QCOMPARE(words(valueOf<QuestionnaireResponse>(
                 R"(<QuestionnaireResponse xmlns="http://hl7.org/fhir"><status value="completed"/><group>
        <title value="Heart"/><question><text value="Pain"/><answer><valueString value="no"/></answer></question></group>
        </QuestionnaireResponse>)")),
             QStringList({u"Heart"_s, u">Pain: no"_s}));
}

void TestMappingDocuments::supportingTypes()
{
    const auto dstu2 = valueOf<Practitioner>(
        R"({"resourceType":"Practitioner","active":false,"name":{"family":["Careful"],"given":["Adam"]},
        "practitionerRole":[{"role":{"text":"Doctor"},"specialty":[{"text":"Cardiology"}]}],"qualification":[{"code":{"text":"MD"}}]})");
    QVERIFY(!dstu2.active);
    QCOMPARE(dstu2.names.first().label(), u"CAREFUL, Adam"_s);
    QCOMPARE(dstu2.qualifications.size(), 3);
    const auto r4 = valueOf<Practitioner>(R"({"resourceType":"Practitioner","name":[{"family":"A"},{"text":"B"}]})");
    QVERIFY(r4.active);
    QCOMPARE(r4.names.size(), 2);
    const auto r5 = valueOf<Organization>(
        R"({"resourceType":"Organization","name":"Ward","contact":[{"telecom":[{"system":"phone","value":"1"}],
        "address":{"city":"Bern"}}]})");
    QCOMPARE(r5.telecom.first().value, u"1"_s);
    QCOMPARE(r5.addresses.first().city, u"Bern"_s);
    const auto role = valueOf<PractitionerRole>(R"({"resourceType":"PractitionerRole","practitioner":{"display":"A"},
        "organization":{"reference":"Organization/1"},"code":[{"text":"GP"}],"specialty":[{"text":"Sport"}]})");
    QCOMPARE(role.practitioner.display, u"A"_s);
    QCOMPARE(role.codes.first().text, u"GP"_s);
    const auto place = valueOf<Location>(
        R"({"resourceType":"Location","name":"Room 1","type":{"text":"Ward"},"address":{"city":"Ulm"}})");
    QCOMPARE(place.name, u"Room 1"_s);
    QCOMPARE(place.types.first().text, u"Ward"_s);
    QCOMPARE(place.address.city, u"Ulm"_s);
    const auto told = valueOf<Provenance>(
        R"({"resourceType":"Provenance","target":[{"reference":"Observation/1"}],"recorded":"2020-01-01T00:00:00Z",
        "activity":{"code":"UPDATE"},"agent":[{"role":[{"text":"Author"}],"whoReference":{"display":"Dr T"}},
        {"role":{"code":"x","display":"Source"},"actor":{"display":"Old"}},{"whoUri":"urn:u"}]})");
    QCOMPARE(told.agents, QList<QString>({u"Author: Dr T"_s, u"Source: Old"_s, u"urn:u"_s}));
    QCOMPARE(told.activity.label(), u"UPDATE"_s);
    // People and places are no rows of the timeline.
    const auto record = mapText(R"({"resourceType":"Location","name":"Room 1"})");
    QVERIFY(record);
    QCOMPARE(record->values.size(), std::size_t(1));
    QVERIFY(record->facts.isEmpty());
}

void TestMappingDocuments::unknownModifierSaysReadTheSource()
{
    const auto record = mapText(R"({"resourceType":"Flag","status":"active","code":{"text":"X"},
        "modifierExtension":[{"url":"http://example.org/not","valueBoolean":true}]})");
    QVERIFY(record);
    QVERIFY(record->facts.first().flags.testFlag(FactFlag::ReadTheSource));
    QCOMPARE(record->issues.first().reason, u"unknown-modifier"_s);
}

QTEST_GUILESS_MAIN(TestMappingDocuments)
#include "tst_mapping_b_documents.moc"
