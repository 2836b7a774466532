// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QDirIterator>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

QString demoFolder()
{
    return QStringLiteral(CHARTLINE_SOURCE_DIR "/app/demo");
}

struct Entry
{
    QString file;
    QString url;
    QJsonObject resource;
};

QString kind(const Entry &entry)
{
    return entry.resource.value("resourceType"_L1).toString();
}

void collectReferences(const QJsonValue &value, QStringList &found)
{
    if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            collectReferences(item, found);
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == "reference"_L1 && it->isString())
            found << it->toString();
        else
            collectReferences(*it, found);
    }
}

} // namespace

// The demonstration records are data, but what a newcomer sees first: this keeps them whole.
class DemoDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sizeIsModest();
    void referencesResolve();
    void sameUrlSameContent();
    void identitiesCanBeLinked_data();
    void identitiesCanBeLinked();
    void meaningsArePresent_data();
    void meaningsArePresent();
    void lettersAreReadable();
    void hostsAreReserved();
    void filesAreWhatTheGeneratorWrites();

private:
    QList<Entry> m_entries;
    QSet<QString> m_types;
    qint64 m_bytes = 0;
};

void DemoDataTest::initTestCase()
{
    QDirIterator files(demoFolder(), {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_bytes += file.size();
        QJsonParseError error;
        const QJsonObject bundle = QJsonDocument::fromJson(file.readAll(), &error).object();
        QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(path + u": "_s + error.errorString()));
        QCOMPARE(bundle.value("resourceType"_L1).toString(), u"Bundle"_s);
        m_types.insert(bundle.value("type"_L1).toString());
        for (const QJsonValue &item : bundle.value("entry"_L1).toArray()) {
            const QJsonObject entry = item.toObject();
            m_entries.append({path, entry.value("fullUrl"_L1).toString(), entry.value("resource"_L1).toObject()});
        }
    }
    QVERIFY(m_entries.size() > 900);
    QCOMPARE(m_types, QSet<QString>({u"collection"_s, u"searchset"_s, u"document"_s}));
}

void DemoDataTest::sizeIsModest()
{
    // The files are compiled into the program.
    QVERIFY2(m_bytes < 1'500'000, qPrintable(QString::number(m_bytes)));
}

void DemoDataTest::referencesResolve()
{
    QSet<QString> known;
    for (const Entry &entry : std::as_const(m_entries))
        known.insert(entry.url);
    for (const Entry &entry : std::as_const(m_entries)) {
        const QString base = entry.url.section(u'/', 0, -3);
        QCOMPARE(entry.url, base + u'/' + kind(entry) + u'/' + entry.resource.value("id"_L1).toString());
        QStringList references;
        collectReferences(entry.resource, references);
        for (const QString &reference : std::as_const(references)) {
            if (reference.startsWith(u'#'))
                continue;
            const QString target = reference.contains("://"_L1) ? reference : base + u'/' + reference;
            QVERIFY2(known.contains(target), qPrintable(entry.url + u" -> "_s + reference));
        }
    }
}

void DemoDataTest::sameUrlSameContent()
{
    QHash<QString, QJsonObject> seen;
    for (const Entry &entry : std::as_const(m_entries)) {
        const auto known = seen.constFind(entry.url);
        if (known == seen.constEnd())
            seen.insert(entry.url, entry.resource);
        else
            QVERIFY2(*known == entry.resource, qPrintable(entry.url));
    }
}

void DemoDataTest::identitiesCanBeLinked_data()
{
    QTest::addColumn<QString>("family");
    QTest::addColumn<int>("sources");
    QTest::newRow("Lindholm") << u"lindholm"_s << 3;
    QTest::newRow("Marchetti-Rao") << u"marchetti-rao"_s << 2;
    QTest::newRow("Asante-Novak") << u"asante-novak"_s << 3;
}

void DemoDataTest::identitiesCanBeLinked()
{
    QFETCH(QString, family);
    QFETCH(int, sources);
    QSet<QString> urls, national, births, local;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (kind(entry) != "Patient"_L1 || entry.resource.value("id"_L1).toString() != family)
            continue;
        urls.insert(entry.url);
        births.insert(entry.resource.value("birthDate"_L1).toString());
        for (const QJsonValue &item : entry.resource.value("identifier"_L1).toArray()) {
            const bool common = item["system"_L1].toString() == "https://national-id.example/person"_L1;
            (common ? national : local).insert(item["value"_L1].toString());
        }
    }
    QCOMPARE(urls.size(), sources);
    QCOMPARE(national.size(), 1);
    QCOMPARE(births.size(), 1);
    QCOMPARE(local.size(), sources);
}

void DemoDataTest::meaningsArePresent_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("needle");
    QTest::addColumn<int>("atLeast");
    QTest::newRow("entered in error") << u"Observation"_s << u"\"status\":\"entered-in-error\""_s << 3;
    QTest::newRow("refuted") << u"Condition"_s << u"\"code\":\"refuted\""_s << 3;
    QTest::newRow("do not perform, medication") << u"MedicationRequest"_s << u"\"doNotPerform\":true"_s << 3;
    QTest::newRow("do not perform, service") << u"ServiceRequest"_s << u"\"doNotPerform\":true"_s << 1;
    QTest::newRow("not done") << u"Immunization"_s << u"\"status\":\"not-done\""_s << 3;
    QTest::newRow("no value, with reason") << u"Observation"_s << u"\"dataAbsentReason\""_s << 3;
    QTest::newRow("no known") << u"AllergyIntolerance"_s << u"\"code\":\"409137002\""_s << 1;
    QTest::newRow("INR 4.6") << u"Observation"_s << u"\"value\":4.6"_s << 1;
    QTest::newRow("warfarin at two sources") << u"MedicationRequest"_s << u"\"code\":\"855332\""_s << 2;
    QTest::newRow("blood pressure parts") << u"Observation"_s << u"\"code\":\"8462-4\""_s << 30;
    QTest::newRow("pacemaker") << u"Device"_s << u"\"code\":\"14106009\""_s << 1;
}

void DemoDataTest::meaningsArePresent()
{
    QFETCH(QString, type);
    QFETCH(QString, needle);
    QFETCH(int, atLeast);
    int count = 0;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (kind(entry) == type)
            count += QString::fromUtf8(QJsonDocument(entry.resource).toJson(QJsonDocument::Compact)).contains(needle);
    }
    QVERIFY2(count >= atLeast, qPrintable(QString::number(count)));
}

void DemoDataTest::lettersAreReadable()
{
    int letters = 0;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (kind(entry) != "DocumentReference"_L1)
            continue;
        const QJsonValue attachment = entry.resource["content"_L1][0]["attachment"_L1];
        if (!attachment["data"_L1].isString()) {
            QVERIFY2(attachment["url"_L1].toString().startsWith("Binary/"_L1), qPrintable(entry.url));
            continue;
        }
        const auto decoded = QByteArray::fromBase64Encoding(attachment["data"_L1].toString().toLatin1(),
                                                            QByteArray::AbortOnBase64DecodingErrors);
        QVERIFY2(decoded, qPrintable(entry.url));
        QVERIFY2(decoded.decoded.count('\n') >= 9, qPrintable(entry.url));
        QVERIFY2(decoded.decoded.isValidUtf8(), qPrintable(entry.url));
        ++letters;
    }
    QVERIFY(letters >= 15);
}

void DemoDataTest::hostsAreReserved()
{
    for (const Entry &entry : std::as_const(m_entries))
        QVERIFY2(QUrl(entry.url).host().endsWith(".example"_L1), qPrintable(entry.url));
}

void DemoDataTest::filesAreWhatTheGeneratorWrites()
{
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    if (python.isEmpty())
        QSKIP("Python 3 is not installed");
    QProcess check;
    check.start(python, {demoFolder() + u"/generate.py"_s, u"--check"_s});
    QVERIFY(check.waitForFinished(60'000));
    QVERIFY2(check.exitCode() == 0, check.readAllStandardOutput().constData());
}

QTEST_GUILESS_MAIN(DemoDataTest)

#include "tst_demodata.moc"
