// SPDX-License-Identifier: Apache-2.0
#include "support/ChartlineProcess.h"
#include "support/TestVault.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QTest>

using namespace Chartline;
using namespace Qt::StringLiterals;

// `timeline --json` of real patients against an independent extraction from the same files: nothing missing, nothing
// invented, dates as the source wrote them.
class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void patients_data();
    void patients();

private:
    [[nodiscard]] PersonId personOf(const QString &source, const QString &patient) const;
    [[nodiscard]] QString nameOf(const QString &record) const;

    Test::ChartlineProcess m_program;
    QJsonArray m_expected;
    QHash<QString, QString> m_names; // "R17": "Observation/abc"
    QHash<std::pair<QString, QString>, PersonId> m_persons; // source path and patient id
};

namespace {

const QStringList s_sources{
    u"smart-synthea-r4/Eddie_Lakin_cf7c878e-a8e3-468a-9d88-dd3e729bf026.json"_s,
    u"smart-stu3/SMART/patient-1482713.fhir-bundle.01.json"_s,
    u"smart-stu3/SMART/patient-765583.fhir-bundle.json"_s,
    u"smart-dstu2/SMART/patient-1137192.fhir-bundle.xml"_s,
    u"smart-dstu2/SMART/patient-7777704.fhir-bundle.xml"_s,
    u"bulk-10-patients"_s,
    u"ips-connectathon/validated_samples/IPS_IG-bundle-01.json"_s,
    u"ips-connectathon/connectathon_archive/DK_Jens_Villadsen_01.json"_s,
    u"cerner-docs/r4_examples_consent__R4_CONSENT_INCLUDE_BUNDLE.json"_s,
};
const QString s_shared = QStringLiteral(CHARTLINE_SHARED_DIR "/data/fhir");

} // namespace

void TestTimeline::initTestCase()
{
    if (!QFileInfo::exists(s_shared))
        QSKIP("the published test files are not there (../shared/data/fhir)");
    QStringList paths;
    for (const QString &source : s_sources) {
        const QString path = QFileInfo(s_shared + u'/' + source).canonicalFilePath();
        QVERIFY2(!path.isEmpty(), qPrintable(source));
        paths.append(path);
    }
    QProcess python;
    python.start(u"python3"_s,
                 QStringList{QStringLiteral(CHARTLINE_SOURCE_DIR "/tests/data/independent_timeline.py")} + paths);
    const Test::Ran made = m_program.run({u"init"_s});
    QVERIFY2(made.exitCode == 0, made.err.constData());
    const Test::Ran imported = m_program.run(QStringList{u"--json"_s, u"import"_s} + paths);
    QVERIFY2(imported.exitCode == 0 || imported.exitCode == 1, imported.err.constData());
    QVERIFY(imported.isOneDocument());
    QVERIFY(python.state() == QProcess::NotRunning || python.waitForFinished(120'000));
    m_expected = QJsonDocument::fromJson(python.readAllStandardOutput()).object().value("patients"_L1).toArray();
    QVERIFY2(m_expected.size() >= 8, python.readAllStandardError().constData());

    // What the records are called in their source: the command line tells it one by one, at a second each.
    Test::TestVault vault(m_program.vault(), KdfPolicy());
    QVERIFY(vault.unlock());
    const auto reader = vault.session()->database().reader();
    QVERIFY(reader);
    auto query = (*reader)->prepare(
        "SELECT r.id, r.type, r.logical_id, f.path, i.person_id FROM record r JOIN file f ON f.id = r.file_id "
        "LEFT JOIN identity i ON i.id = r.identity_id");
    QVERIFY(query);
    while (query->step().value_or(false)) {
        m_names.insert(RecordId{query->int64(0)}.toString(), query->text(1) + u'/' + query->text(2));
        if (query->text(1) != "Patient"_L1)
            continue;
        for (const QString &path : std::as_const(paths)) {
            if (query->text(3) == path || query->text(3).startsWith(path + u'/'))
                m_persons.insert({path, query->text(2)}, PersonId{query->int64(4)});
        }
    }
}

void TestTimeline::patients_data()
{
    QTest::addColumn<int>("index");
    int told = 0;
    QHash<QString, int> ofSource;
    for (int i = 0; i < m_expected.size(); ++i) {
        const QJsonObject patient = m_expected[i].toObject();
        // Three of the bulk export are enough: each costs a process start.
        if (patient.value("facts"_L1).toArray().isEmpty() || ofSource[patient.value("source"_L1).toString()]++ >= 3)
            continue;
        QTest::addRow("%s %s", qPrintable(QFileInfo(patient.value("source"_L1).toString()).fileName()),
                      qPrintable(patient.value("patient"_L1).toString()))
            << i;
        ++told;
    }
    QVERIFY(told >= 8);
}

void TestTimeline::patients()
{
    QFETCH(const int, index);
    const QJsonObject patient = m_expected[index].toObject();
    const PersonId person =
        m_persons.value({patient.value("source"_L1).toString(), patient.value("patient"_L1).toString()});
    QVERIFY(person);
    const Test::Ran ran = m_program.run({u"--json"_s, u"timeline"_s, u"--person"_s, person.toString(), u"--all"_s});
    QVERIFY2(ran.exitCode == 0, ran.err.constData());
    QVERIFY(ran.isOneDocument());

    QHash<QString, QJsonObject> expected;
    for (const QJsonValue &value : patient.value("facts"_L1).toArray())
        expected.insert(value.toObject().value("type"_L1).toString() + u'/'
                            + value.toObject().value("id"_L1).toString(),
                        value.toObject());
    QStringList wrong;
    QSet<QString> seen;
    QString before;
    for (const QJsonValue &value : ran.array()) {
        const QJsonObject row = value.toObject();
        const QJsonArray sources = row.value("source"_L1).toArray();
        QVERIFY(!sources.isEmpty());
        for (qsizetype i = 0; i < sources.size(); ++i) {
            const QString name = m_names.value(sources[i].toObject().value("record"_L1).toString());
            if (!expected.contains(name)) {
                wrong.append(u"invented: "_s + name);
                continue;
            }
            if (seen.contains(name))
                wrong.append(u"twice: "_s + name);
            seen.insert(name);
            // The first witness's words are the row's.
            if (i > 0)
                continue;
            const QJsonObject should = expected.value(name);
            if (row.value("start"_L1).toString() != should.value("start"_L1).toString())
                wrong.append(name + u" start "_s + row.value("start"_L1).toString() + u" not "_s
                             + should.value("start"_L1).toString());
            if (!should.value("end"_L1).isNull() && row.value("end"_L1).toString() != should.value("end"_L1).toString())
                wrong.append(name + u" end "_s + row.value("end"_L1).toString() + u" not "_s
                             + should.value("end"_L1).toString());
            if (!should.value("kinds"_L1).toArray().contains(row.value("kind"_L1)))
                wrong.append(name + u" kind "_s + row.value("kind"_L1).toString());
            const QJsonArray codes = should.value("codes"_L1).toArray();
            const QJsonObject code = row.value("code"_L1).toObject();
            const QJsonArray pair{code.value("system"_L1).toString(), code.value("code"_L1).toString()};
            if (codes.isEmpty()
                    ? code.value("code"_L1).isString()
                    : !codes.contains(pair) && !(should.value("type"_L1) == "CarePlan"_L1 && pair[1] == QString())
                          && !(should.value("type"_L1) == "FamilyMemberHistory"_L1 && codes.size() > 1))
                wrong.append(name + u" code "_s + code.value("code"_L1).toString());
            const QJsonArray status = should.value("status"_L1).toArray();
            if (status.isEmpty() ? row.value("status"_L1).isString()
                                 : !status.contains(row.value("status"_L1)) && !row.value("status"_L1).isNull())
                wrong.append(name + u" status "_s + row.value("status"_L1).toString());
            if (row.value("title"_L1).toString().isEmpty())
                wrong.append(name + u" has no title"_s);
        }
    }
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        if (!seen.contains(it.key()))
            wrong.append(u"missing: "_s + it.key());
    }
    QVERIFY2(wrong.isEmpty(),
             qPrintable(u"%1 of %2\n"_s.arg(wrong.size()).arg(expected.size()) + wrong.mid(0, 20).join(u'\n')));
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
