// SPDX-License-Identifier: Apache-2.0
#include "clinical/FactText.h"
#include "fhir/Mapping.h"
#include "fhir/Readers.h"

#include <QTest>

using namespace Chartline;
using namespace Qt::StringLiterals;

// Narratives, attached texts, and how values are described. All resources here are made up.
class TestMappingTexts : public QObject
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
    void narrative_data();
    void narrative();
    void reportText();
    void patient();
    void describeNames();
};

void TestMappingTexts::narrative_data()
{
    QTest::addColumn<QString>("markup");
    QTest::addColumn<QString>("text");
    QTest::newRow("blocks") << u"<div xmlns=\"x\"><p>One <b>two</b></p>\n  <p>three<br/>four</p></div>"_s
                            << u"One two\nthree\nfour"_s;
    QTest::newRow("table") << u"<table><tr><th>A</th><td>1</td></tr><tr><td>B</td><td>2</td></tr></table>"_s
                           << u"A\t1\nB\t2"_s;
    QTest::newRow("script and style") << u"<p>a<script>alert('<p>x')</script><STYLE>p{}</style>b</p>"_s << u"ab"_s;
    QTest::newRow("unclosed script") << u"<p>a<script>evil"_s << u"a"_s;
    QTest::newRow("entities") << u"5 &lt; 6 &amp; &#181;g &micro;g &#x3bc;g &nbsp;&unknown; &#0; & co"_s
                              << u"5 < 6 & µg µg μg &unknown; &#0; & co"_s;
    QTest::newRow("less than") << u"value <5 and < 6"_s << u"value <5 and < 6"_s;
    QTest::newRow("quoted bracket") << u"<p title=\"a>b\">x</p>"_s << u"x"_s;
    QTest::newRow("comment") << u"a<!-- <p>no</p> -->b"_s << u"ab"_s;
    QTest::newRow("cut off") << u"a<p title=\"b"_s << u"a"_s;
    QTest::newRow("surrogates") << u"&#x1F600;&#xD800;"_s << u"\U0001F600&#xD800;"_s;
}

void TestMappingTexts::narrative()
{
    QFETCH(QString, markup);
    QTEST(Clinical::plainTextOf(markup), "text");
}

void TestMappingTexts::reportText()
{
    const auto report = [](const QByteArray &form) {
        return R"({"resourceType":"DiagnosticReport","status":"final","code":{"text":"CT"},"conclusion":"Nodule","presentedForm":[)"
               + form + "]}";
    };
    const FactDraft plain =
        fact(report(R"({"contentType":"text/plain","data":")" + QByteArray("Grüße aus der Lunge").toBase64() + "\"}"));
    QVERIFY(plain.body.contains(u"Grüße aus der Lunge"_s));
    QVERIFY(plain.body.contains(u"Nodule"_s));
    const FactDraft html = fact(report(R"({"contentType":"text/html; charset=utf-8","data":")"
                                       + QByteArray("<p>No <i>nodule</i></p>").toBase64() + "\"}"));
    QVERIFY(html.body.contains(u"No nodule"_s));
    const FactDraft latin = fact(report(R"({"contentType":"text/plain","data":")"
                                        + QByteArray("Gr\xfc\xdf"
                                                     "e")
                                              .toBase64()
                                        + "\"}"));
    QVERIFY(latin.body.contains(u"Grüße"_s));
    const FactDraft linked = fact(report(R"({"contentType":"application/pdf","url":"Binary/5","title":"The report"})"));
    QCOMPARE(linked.bodyFrom.size(), 1);
    QCOMPARE(linked.bodyFrom.first().target, u"Binary/5"_s);
    const MappedRecord broken = map(report(R"({"contentType":"text/plain","data":"@@@"})"));
    QCOMPARE(broken.issues, (QList<MappingIssue>{{u"DiagnosticReport.presentedForm.data"_s, u"not-base64"_s}}));
    // Bounded, and not cut inside a character.
    Clinical::Attachment big;
    big.contentType = u"text/plain"_s;
    big.data = "x" + QByteArray("ü").repeated(int(Clinical::documentTextLimit));
    const QString text = Clinical::attachmentText(big);
    QVERIFY(text.size() <= Clinical::documentTextLimit);
    QVERIFY(text.endsWith(u'ü'));
}

void TestMappingTexts::patient()
{
    const MappedRecord record = map(
        R"({"resourceType":"Patient","active":false,"identifier":[{"system":"urn:x","value":"12"}],"name":[{"use":"official","family":"Doe","given":["Jo","A."]},{"use":"maiden","family":["van","Dyk"]}],"gender":"female","birthDate":"1950-07","deceasedDateTime":"2020-01-01","managingOrganization":{"display":"Clinic"},"link":[{"other":{"reference":"Patient/2"},"type":"replaced-by"}],"careProvider":[{"display":"Dr Who"}]})");
    QVERIFY(record.facts.isEmpty());
    QVERIFY(record.subject.isEmpty());
    const auto &patient = std::get<Clinical::Patient>(record.values.front());
    QVERIFY(!patient.active);
    QVERIFY(patient.deceased);
    QCOMPARE(patient.names.first().label(), u"DOE, Jo A."_s);
    QCOMPARE(patient.names.last().family, u"van Dyk"_s);
    QCOMPARE(patient.birthDate.text(), u"1950-07"_s);
    QCOMPARE(patient.linkedTo, QStringList{u"replaced-by Patient/2"_s});
    QCOMPARE(patient.generalPractitioners.first().display, u"Dr Who"_s);
    QVERIFY(Clinical::isSupporting(record.values.front()));
}

void TestMappingTexts::describeNames()
{
    const MappedRecord record = map(
        R"({"resourceType":"AllergyIntolerance","code":{"text":"Nuts","coding":[{"system":"http://snomed.info/sct","code":"1"}]},"reaction":[{"manifestation":[{"text":"Hives"}],"severity":"mild"},{"manifestation":[{"concept":{"text":"Wheeze"}}]}],"note":[{"text":"Careful","authorString":"Jo","time":"2020"}]})");
    QHash<QString, QStringList> lines;
    for (const Clinical::DetailLine &line : Clinical::describe(record.values.front()))
        lines[line.field].append(line.text);
    QCOMPARE(lines.value(u"code"_s), QStringList{u"Nuts"_s});
    QCOMPARE(lines.value(u"reactions"_s), (QStringList{u"Hives (mild)"_s, u"Wheeze"_s}));
    QCOMPARE(lines.value(u"notes"_s), QStringList{u"Careful – Jo, 2020"_s});
    QVERIFY(!lines.contains(u"criticality"_s));
    // A yes-or-no field is said only where it is not what everyone expects.
    const MappedRecord procedure =
        map(R"({"resourceType":"Immunization","status":"completed","primarySource":false,"vaccineCode":{"text":"A"}})");
    QStringList said;
    for (const Clinical::DetailLine &line : Clinical::describe(procedure.values.front()))
        said.append(line.field + u'=' + line.text);
    QVERIFY(said.contains(u"primarySource=false"_s));
    QVERIFY(!said.contains(u"notGiven=false"_s));
    QCOMPARE(Clinical::typeName(procedure.values.front()), u"Immunization"_s);
}

QTEST_APPLESS_MAIN(TestMappingTexts)
#include "tst_mapping_texts.moc"
