// SPDX-License-Identifier: Apache-2.0
// Every person, problem, allergy, drug, result and procedure of the shared FHIR files: no fact says more or less than
// its resource.
#include "connectors/MappedText.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>

using namespace Chartline;
using namespace Qt::StringLiterals;

class TestMappingASweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyResource();

private:
    void visit(const QJsonValue &value, bool outermost);
    void check(const QJsonObject &resource);
    QHash<QString, int> m_types;
    QStringList m_wrong;
};

namespace {

const QStringList s_types{u"Patient"_s,
                          u"Condition"_s,
                          u"AllergyIntolerance"_s,
                          u"Medication"_s,
                          u"MedicationRequest"_s,
                          u"MedicationOrder"_s,
                          u"MedicationStatement"_s,
                          u"MedicationDispense"_s,
                          u"MedicationAdministration"_s,
                          u"Observation"_s,
                          u"DiagnosticReport"_s,
                          u"Immunization"_s,
                          u"Procedure"_s};

// The bare code of a status as code or as CodeableConcept, read in a way of its own.
// Spaces around a code, which some systems send, are none of its letters.
QStringList codesOf(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString().trimmed()};
    QStringList result;
    for (const QJsonValue coding : value["coding"_L1].toArray())
        result.append(coding["code"_L1].toString().trimmed());
    return result;
}

bool hasModifier(const QJsonValue &value)
{
    if (value.isArray()) {
        for (const QJsonValue one : value.toArray()) {
            if (hasModifier(one))
                return true;
        }
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it.key() == "modifierExtension"_L1 || hasModifier(*it))
                return true;
        }
    }
    return false;
}

// What is wrong with the fact; empty where nothing is.
QString complaint(const QJsonObject &resource, const QByteArray &text, const FactDraft &fact)
{
    if (fact.title.trimmed().isEmpty())
        return u"no title"_s;
    for (const PartialDate &date : {fact.start, fact.end}) {
        if (!date.isEmpty() && !text.contains(date.text().toUtf8()))
            return u"a date of its own: "_s + date.text();
    }
    const QStringList status = codesOf(resource["status"_L1]);
    const QStringList verification = codesOf(resource["verificationStatus"_L1]);
    const bool inError = status.contains("entered-in-error"_L1) || verification.contains("entered-in-error"_L1);
    if (inError != fact.flags.testFlag(FactFlag::EnteredInError))
        return u"entered in error"_s;
    if ((status.contains("refuted"_L1) || verification.contains("refuted"_L1))
        != fact.flags.testFlag(FactFlag::Refuted))
        return u"refuted"_s;
    if (fact.flags.testAnyFlags(FactFlag::EnteredInError | FactFlag::Refuted)
        && fact.flags.testAnyFlags(FactFlag::Active | FactFlag::Ongoing))
        return u"withdrawn and active"_s;
    const bool modified = hasModifier(resource) || resource.contains("implicitRules"_L1);
    if (modified && !fact.flags.testFlag(FactFlag::ReadTheSource))
        return u"modified in silence"_s;
    bool negated =
        status.contains("not-done"_L1) || status.contains("not-taken"_L1) || resource["taken"_L1].toString() == "n"_L1;
    for (const QLatin1StringView member :
         {"doNotPerform"_L1, "notGiven"_L1, "wasNotGiven"_L1, "notDone"_L1, "notPerformed"_L1, "wasNotTaken"_L1})
        negated = negated || resource[member].toBool();
    if (negated && fact.assertion == Assertion::Affirmed)
        return u"a denial shown as a fact"_s;
    if (!negated && needsNegationWords(fact) && !status.contains("declined"_L1) && !status.contains("cancelled"_L1)
        && !resource.contains("adherence"_L1))
        return u"a fact shown as a denial"_s;
    if (fact.flags.testFlag(FactFlag::Ongoing) && !fact.end.isEmpty())
        return u"ongoing with an end"_s;
    if (resource.contains("valueQuantity"_L1) && resource["valueQuantity"_L1].toObject().contains("value"_L1)
        && fact.value.isEmpty())
        return u"value lost"_s;
    return {};
}

} // namespace

void TestMappingASweep::check(const QJsonObject &resource)
{
    const QString type = resource["resourceType"_L1].toString();
    if (!s_types.contains(type))
        return;
    const QByteArray text = QJsonDocument(resource).toJson(QJsonDocument::Compact);
    const auto record = mapText(text);
    if (!record)
        return; // the readers' own tests look at what they refuse
    ++m_types[type];
    const bool supporting = type == "Patient"_L1 || type == "Medication"_L1;
    const QString where = type + u'/' + resource["id"_L1].toString() + u": "_s;
    if (record->values.size() != 1 || record->facts.size() != (supporting ? 0 : 1)) {
        m_wrong.append(where + u"number of facts"_s);
        return;
    }
    if (supporting)
        return;
    if (Clinical::describe(record->values.front()).isEmpty() && !record->facts.first().status.isEmpty())
        m_wrong.append(where + u"nothing to describe"_s);
    const QString wrong = complaint(resource, text, record->facts.first());
    if (!wrong.isEmpty())
        m_wrong.append(where + wrong);
}

void TestMappingASweep::visit(const QJsonValue &value, bool outermost)
{
    const QJsonObject object = value.toObject();
    if (object["resourceType"_L1].toString() == "Bundle"_L1) {
        for (const QJsonValue entry : object["entry"_L1].toArray())
            visit(entry["resource"_L1], false);
    } else if (outermost || object.contains("resourceType"_L1)) {
        check(object);
    }
}

void TestMappingASweep::everyResource()
{
    const QString folder = QStringLiteral(CHARTLINE_SHARED_DIR "/data/fhir");
    if (!QFile::exists(folder))
        QSKIP("the shared FHIR files are not here");
    QDirIterator files(folder, {u"*.json"_s, u"*.ndjson"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        if (file.fileName().endsWith(".ndjson"_L1)) {
            while (!file.atEnd())
                visit(QJsonDocument::fromJson(file.readLine()).object(), true);
        } else {
            visit(QJsonDocument::fromJson(file.readAll()).object(), true);
        }
    }
    for (const QString &type : s_types)
        QVERIFY2(m_types.value(type) > 0, qPrintable(type + u" was not met"_s));
    constexpr qsizetype shown = 40;
    QVERIFY2(m_wrong.isEmpty(), qPrintable(QString::number(m_wrong.size()) + u" wrong:\n"_s
                                           + QStringList(m_wrong.mid(0, shown)).join(u'\n')));
}

QTEST_APPLESS_MAIN(TestMappingASweep)
#include "tst_mapping_a_sweep.moc"
