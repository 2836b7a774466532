// SPDX-License-Identifier: Apache-2.0
// Every resource of the shared FHIR files: whatever it looks like, its facts have a title of one line and say no more
// than it does.
#include "connectors/MappedText.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>

using namespace Chartline;
using namespace Qt::StringLiterals;

class TestMappingSweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyResource();
    void everyXmlFile();

private:
    void visit(const QJsonValue &value);
    void check(const QJsonObject &resource);
    int m_facts = 0;
    QHash<QString, int> m_types;
};

namespace {

// The types this sweep asserts on; the others have their own.
const QStringList s_types{u"DocumentReference"_s,
                          u"Encounter"_s,
                          u"ImagingStudy"_s,
                          u"CarePlan"_s,
                          u"CareTeam"_s,
                          u"Goal"_s,
                          u"ServiceRequest"_s,
                          u"ReferralRequest"_s,
                          u"ProcedureRequest"_s,
                          u"DiagnosticOrder"_s,
                          u"FamilyMemberHistory"_s,
                          u"Device"_s,
                          u"DeviceUseStatement"_s,
                          u"DeviceUsage"_s,
                          u"Composition"_s,
                          u"Consent"_s,
                          u"Coverage"_s,
                          u"Flag"_s,
                          u"QuestionnaireResponse"_s,
                          u"Specimen"_s,
                          u"Media"_s,
                          u"Binary"_s,
                          u"Provenance"_s,
                          u"Practitioner"_s,
                          u"PractitionerRole"_s,
                          u"Organization"_s,
                          u"Location"_s};
const QStringList s_supporting{u"Binary"_s,           u"Provenance"_s,   u"Practitioner"_s,
                               u"PractitionerRole"_s, u"Organization"_s, u"Location"_s};

} // namespace

void TestMappingSweep::check(const QJsonObject &resource)
{
    const QString type = resource["resourceType"_L1].toString();
    const QByteArray text = QJsonDocument(resource).toJson(QJsonDocument::Compact);
    const auto record = mapText(text);
    if (!record)
        return; // the readers' own tests look at what they refuse
    QCOMPARE(record->values.size(), std::size_t(1));
    QCOMPARE(record->facts.size(), s_supporting.contains(type) ? 0 : 1);
    ++m_types[type];
    if (record->facts.isEmpty())
        return;
    ++m_facts;
    const FactDraft &fact = record->facts.first();
    const QString where = type + u'/' + resource["id"_L1].toString();
    QVERIFY2(!fact.title.trimmed().isEmpty(), qPrintable(where));
    // Each date is one of the source's own, letter for letter.
    if (!fact.start.isEmpty())
        QVERIFY2(text.contains(fact.start.text().toUtf8()), qPrintable(where));
    if (!fact.end.isEmpty())
        QVERIFY2(text.contains(fact.end.text().toUtf8()), qPrintable(where));
    const QString status =
        resource[type == "Goal"_L1 && resource.contains("lifecycleStatus"_L1) ? "lifecycleStatus"_L1 : "status"_L1]
            .toString();
    QCOMPARE(fact.flags.testFlag(FactFlag::EnteredInError),
             status == "entered-in-error"_L1 || fact.status == "entered-in-error"_L1);
    if (status == "cancelled"_L1 && type == "Encounter"_L1)
        QVERIFY2(fact.assertion == Assertion::Negated, qPrintable(where));
    if (resource["doNotPerform"_L1].toBool())
        QVERIFY2(fact.assertion == Assertion::Negated, qPrintable(where));
    QVERIFY2(!(fact.flags.testFlag(FactFlag::Ongoing) && !fact.end.isEmpty()), qPrintable(where));
}

void TestMappingSweep::visit(const QJsonValue &value)
{
    if (value.isArray()) {
        for (const QJsonValue &element : value.toArray())
            visit(element);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        if (s_types.contains(object["resourceType"_L1].toString()))
            check(object);
        for (const QJsonValue &member : object)
            visit(member);
    }
}

void TestMappingSweep::everyResource()
{
    const QString folder = QStringLiteral(CHARTLINE_SHARED_DIR "/data/fhir");
    if (!QDir(folder).exists())
        QSKIP("the shared FHIR files are not here");
    QDirIterator files(folder, {u"*.json"_s, u"*.ndjson"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        if (file.fileName().endsWith(".ndjson"_L1)) {
            for (const QByteArray &line : bytes.split('\n'))
                visit(QJsonDocument::fromJson(line).object());
        } else {
            visit(QJsonDocument::fromJson(bytes).object());
        }
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(file.fileName()));
    }
    QVERIFY2(m_facts > 2000, qPrintable(QString::number(m_facts)));
    for (const QString &type :
         {u"Consent"_s, u"DiagnosticOrder"_s, u"Media"_s, u"ReferralRequest"_s, u"DeviceUseStatement"_s})
        QVERIFY2(m_types.value(type) > 0, qPrintable(type));
}

void TestMappingSweep::everyXmlFile()
{
    const QString folder = QStringLiteral(CHARTLINE_SHARED_DIR "/data/fhir");
    if (!QDir(folder).exists())
        QSKIP("the shared FHIR files are not here");
    int facts = 0;
    QDirIterator files(folder, {u"*.xml"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto record = mapText(file.readAll());
        if (!record || record->facts.isEmpty())
            continue;
        QVERIFY2(!record->facts.first().title.trimmed().isEmpty(), qPrintable(file.fileName()));
        ++facts;
    }
    QVERIFY2(facts > 10, qPrintable(QString::number(facts)));
}

QTEST_GUILESS_MAIN(TestMappingSweep)
#include "tst_mapping_b_sweep.moc"
