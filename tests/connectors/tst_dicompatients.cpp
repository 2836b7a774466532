// SPDX-License-Identifier: Apache-2.0
#include "DicomFixtures.h"

using namespace Chartline;
using namespace Chartline::Test;
using namespace Qt::StringLiterals;

// Whose a file is, and when it was made.
class TestDicomPatients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patients();
    void patientIdentifiers();
    void names_data();
    void names();
    void oneKeyForOnePatient_data();
    void oneKeyForOnePatient();
    void dates_data();
    void dates();
};

void TestDicomPatients::patients()
{
    const MappedRecord record =
        mapped(DicomWriter()
                   .text(Tags::specificCharacterSet, "CS", "ISO_IR 192")
                   .instance(s_ct)
                   .text(Tags::patientName, "PN", "Lindholm^Anna^Maria^Dr.^PhD=林^安娜=りん^あんな")
                   .text(Tags::patientId, "LO", "4711")
                   .text(Tags::patientBirthDate, "DA", "19470302")
                   .text(Tags::patientSex, "CS", "F")
                   .text(Tags::otherPatientNames, "PN", "Lind^Anna\\Lindholm^Anna^Maria^Dr.^PhD")
                   .text(Tags::patientBirthName, "PN", "Berg^Anna")
                   .text(Tags::patientAddress, "LO", "1 Lake Road")
                   .text(Tags::patientTelephone, "SH", "+46 8 1")
                   .text(Tags::studyInstance, "UI", "1.2.9"));
    QVERIFY(record.patient.has_value());
    const Clinical::Patient &patient = *record.patient;
    QCOMPARE(patient.names.size(), 5);
    QCOMPARE(patient.names[0].family, u"Lindholm"_s);
    QCOMPARE(patient.names[0].given, (QStringList{u"Anna"_s, u"Maria"_s}));
    QCOMPARE(patient.names[0].prefix, QStringList{u"Dr."_s});
    QCOMPARE(patient.names[0].suffix, QStringList{u"PhD"_s});
    QCOMPARE(patient.names[1].family, u"林"_s);
    QCOMPARE(patient.names[2].given, QStringList{u"あんな"_s});
    QCOMPARE(patient.names[3].family, u"Lind"_s);
    QCOMPARE(patient.names[4].use, u"maiden"_s);
    QCOMPARE(patient.gender, u"female"_s);
    QCOMPARE(patient.birthDate.text(), u"1947-03-02"_s);
    QCOMPARE(patient.addresses.first().text, u"1 Lake Road"_s);
    QCOMPARE(patient.telecom.first().value, u"+46 8 1"_s);
    QCOMPARE(record.subject.display, patient.names[0].label());
    QVERIFY(record.subject.target.startsWith(u"Patient/"_s));
    QCOMPARE(record.subject.target.size(), 8 + 32);
    QCOMPARE(Clinical::common(record.values.front()).subject, record.subject);
    // Wrong dates and codes are told, and nothing is made of them.
    const MappedRecord wrong = mapped(study()
                                          .text(Tags::patientId, "LO", "1")
                                          .text(Tags::patientBirthDate, "DA", "19471302")
                                          .text(Tags::patientSex, "CS", "W"));
    QVERIFY(!wrong.patient->birthDate.isValid());
    QVERIFY(wrong.patient->gender.isEmpty());
    QCOMPARE(issuesOf(wrong), (QStringList{u"PatientSex unknown-gender"_s, u"PatientBirthDate invalid-date"_s}));
}

void TestDicomPatients::patientIdentifiers()
{
    const auto qualifiers = [](const char *entity, const char *type) {
        return DicomWriter()
            .text(Tags::universalEntityId, "UT", entity)
            .text(Tags::universalEntityIdType, "CS", type)
            .dataSet();
    };
    const QByteArray other =
        DicomWriter().text(Tags::patientId, "LO", "B-2").text(Tags::issuerOfPatientId, "LO", "1.2.752.9").dataSet();
    const QByteArray same = DicomWriter().text(Tags::patientId, "LO", "4711").dataSet();
    const MappedRecord record = mapped(study()
                                           .text(Tags::patientId, "LO", "4711")
                                           .text(Tags::issuerOfPatientId, "LO", "CITY")
                                           .sequence(Tags::issuerQualifiersSequence, {qualifiers("1.2.840.99", "ISO")})
                                           .sequence(Tags::otherPatientIdsSequence, {other, same})
                                           .text(Tags::otherPatientIds, "LO", "C-3\\4711"));
    QStringList ids;
    for (const Clinical::Identifier &id : record.patient->identifiers)
        ids << id.system + u'|' + id.value;
    QCOMPARE(ids, (QStringList{u"urn:oid:1.2.840.99|4711"_s, u"urn:oid:1.2.752.9|B-2"_s, u"|C-3"_s}));
    const MappedRecord local =
        mapped(study().text(Tags::patientId, "LO", "4711").text(Tags::issuerOfPatientId, "LO", "CITY"));
    QCOMPARE(local.patient->identifiers.first().system, u"CITY"_s);
    const MappedRecord uuid = mapped(study()
                                         .text(Tags::patientId, "LO", "4711")
                                         .sequence(Tags::issuerQualifiersSequence, {qualifiers("ABCD-12", "UUID")}));
    QCOMPARE(uuid.patient->identifiers.first().system, u"urn:uuid:abcd-12"_s);
}

void TestDicomPatients::names_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QStringList>("labels");
    QTest::newRow("plain") << QByteArray("Doe^John") << QStringList{u"DOE, John"_s};
    QTest::newRow("spaces") << QByteArray(" Doe ^ John ^^^ ") << QStringList{u"DOE, John"_s};
    QTest::newRow("one word") << QByteArray("Doe") << QStringList{u"DOE"_s};
    QTest::newRow("no delimiter") << QByteArray("Doe, John") << QStringList{u"Doe, John"_s};
    QTest::newRow("nobody") << QByteArray("^^^^") << QStringList{};
    QTest::newRow("dashes") << QByteArray("----") << QStringList{};
    QTest::newRow("given only") << QByteArray("^John") << QStringList{u", John"_s};
    QTest::newRow("empty alphabetic") << QByteArray("=Doe^J") << QStringList{u"DOE, J"_s};
}

void TestDicomPatients::names()
{
    QFETCH(QByteArray, given);
    QFETCH(QStringList, labels);
    const MappedRecord record = mapped(study().text(Tags::patientName, "PN", given));
    QStringList found;
    for (const Clinical::HumanName &name : record.patient->names)
        found << name.label();
    if (labels == QStringList{u", John"_s})
        QCOMPARE(record.patient->names.first().given, QStringList{u"John"_s});
    else
        QCOMPARE(found, labels);
}

void TestDicomPatients::oneKeyForOnePatient_data()
{
    QTest::addColumn<QByteArrayList>("one"); // name, id, birth date, sex, study
    QTest::addColumn<QByteArrayList>("other");
    QTest::addColumn<bool>("same");
    const QByteArrayList doe{"Doe^John", "4711", "19500101", "M", "1.2.1"};
    const auto row = [&](const char *what, const QByteArrayList &one, const QByteArrayList &other, bool same) {
        QTest::newRow(what) << one << other << same;
    };
    row("another study", doe, {"Doe^John", "4711", "19500101", "M", "1.2.2"}, true);
    row("written otherwise", doe, {"DOE^JOHN^^", " 4711 ", "19500101", "M", "1.2.2"}, true);
    row("another id", doe, {"Doe^John", "4712", "19500101", "M", "1.2.1"}, false);
    row("another name", doe, {"Doe^Jane", "4711", "19500101", "M", "1.2.1"}, false);
    row("another birth date", doe, {"Doe^John", "4711", "19500102", "M", "1.2.1"}, false);
    row("another sex", doe, {"Doe^John", "4711", "19500101", "F", "1.2.1"}, false);
    row("nameless, same study", {"", "", "", "M", "1.2.1"}, {"", "", "19500101", "", "1.2.1"}, true);
    row("nameless, another study", {"", "", "", "", "1.2.1"}, {"", "", "", "", "1.2.2"}, false);
    row("placeholders", {"ANONYMOUS", "0", "", "", "1.2.1"}, {"ANONYMOUS", "0", "", "", "1.2.2"}, false);
    row("placeholders, another spelling",
        {"Anonymized^^",
         "XX"
         "XX",
         "", "", "1.2.1"},
        {"Anonymized^^",
         "XX"
         "XX",
         "", "", "1.2.2"},
        false);
    row("placeholder, numbered", {"Anonymous", "12", "", "", "1.2.1"}, {"Anonymous", "12", "", "", "1.2.2"}, false);
    row("placeholder name, real id", {"ANONYMOUS", "TRIAL-7-0012", "", "", "1.2.1"},
        {"ANONYMOUS", "TRIAL-7-0012", "", "", "1.2.2"}, true);
    row("name only", {"Doe^John", "", "", "", "1.2.1"}, {"Doe^John", "", "", "", "1.2.2"}, true);
}

void TestDicomPatients::oneKeyForOnePatient()
{
    QFETCH(QByteArrayList, one);
    QFETCH(QByteArrayList, other);
    QFETCH(bool, same);
    const auto keyOf = [](const QByteArrayList &parts) {
        return mapped(DicomWriter()
                          .instance(s_ct)
                          .text(Tags::patientName, "PN", parts[0])
                          .text(Tags::patientId, "LO", parts[1])
                          .text(Tags::patientBirthDate, "DA", parts[2])
                          .text(Tags::patientSex, "CS", parts[3])
                          .text(Tags::studyInstance, "UI", parts[4]))
            .subject.target;
    };
    QVERIFY(!keyOf(one).isEmpty());
    QCOMPARE(keyOf(one) == keyOf(other), same);
}

void TestDicomPatients::dates_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QStringList>("issues");
    const QStringList none;
    const QStringList badDate{u"StudyDate invalid-date"_s};
    const QStringList badTime{u"StudyTime invalid-time"_s};
    const auto row = [&](const char *what, const char *date, const char *time, const char *zone,
                         const QString &expected, const QStringList &issues) {
        QTest::newRow(what) << QByteArray(date) << QByteArray(time) << QByteArray(zone) << expected << issues;
    };
    row("date", "20240508", "", "", u"2024-05-08"_s, none);
    row("time", "20240508", "101530", "", u"2024-05-08T10:15:30"_s, none);
    row("fraction", "20240508", "101530.25", "", u"2024-05-08T10:15:30.25"_s, none);
    row("fraction of zeros", "20240508", "101530.000000", "", u"2024-05-08T10:15:30"_s, none);
    row("minutes", "20240508", "1015", "", u"2024-05-08T10:15"_s, none);
    row("hours", "20240508", "10", "", u"2024-05-08"_s, none);
    row("zone", "20240508", "101530", "+0530", u"2024-05-08T10:15:30+05:30"_s, none);
    row("zone to the west", "20240508", "101530", "-0400", u"2024-05-08T10:15:30-04:00"_s, none);
    row("zone without time", "20240508", "", "-0400", u"2024-05-08"_s, none);
    row("dots and colons", "1997.04.24", "10:15:30", "", u"1997-04-24T10:15:30"_s, none);
    row("dashes", "1997-04-24", "", "", u"1997-04-24"_s, none);
    row("leap day", "20240229", "", "", u"2024-02-29"_s, none);
    row("no leap day", "20230229", "", "", QString(), badDate);
    row("month 13", "20241301", "101530", "", QString(), badDate);
    row("zeros", "00000000", "", "", QString(), badDate);
    row("year only", "2024", "", "", QString(), badDate);
    row("six digits", "240508", "", "", QString(), badDate);
    row("range", "20240101-20240201", "", "", QString(), badDate);
    row("words", "yesterday", "", "", QString(), badDate);
    row("hour 25", "20240508", "251530", "", u"2024-05-08"_s, badTime);
    row("time in words", "20240508", "noon", "", u"2024-05-08"_s, badTime);
    row("odd digits", "20240508", "10153", "", u"2024-05-08"_s, badTime);
    row("bad zone", "20240508", "101530", "CEST", u"2024-05-08T10:15:30"_s,
        {u"TimezoneOffsetFromUTC invalid-timezone"_s});
    row("zone too far", "20240508", "101530", "+1500", u"2024-05-08T10:15:30"_s,
        {u"TimezoneOffsetFromUTC invalid-timezone"_s});
    row("nothing", "", "101530", "", QString(), none);
}

void TestDicomPatients::dates()
{
    QFETCH(QByteArray, date);
    QFETCH(QByteArray, time);
    QFETCH(QByteArray, zone);
    QFETCH(QString, expected);
    QFETCH(QStringList, issues);
    DicomWriter writer =
        DicomWriter().instance(s_ct).text(Tags::studyDate, "DA", date).text(Tags::studyTime, "TM", time);
    if (!zone.isEmpty())
        writer.text(Tags::timezoneOffset, "SH", zone);
    const MappedRecord record =
        mapped(writer.text(Tags::studyInstance, "UI", "1.2.1").text(Tags::seriesInstance, "UI", "1.2.1.1"));
    QCOMPARE(record.instance->header.studyStart.text(), expected);
    QCOMPARE(record.instance->header.studyStart.isValid(), !expected.isEmpty());
    QStringList found = issuesOf(record);
    found.removeDuplicates();
    QCOMPARE(found, issues);
}

QTEST_GUILESS_MAIN(TestDicomPatients)
#include "tst_dicompatients.moc"
