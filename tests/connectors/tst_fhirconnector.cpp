// SPDX-License-Identifier: Apache-2.0
#include "FhirReading.h"

#include <QDirIterator>
#include <QFile>

using namespace Chartline;

class TestFhirConnector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sniff_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("sniff");
        const auto row = [](const char *name, const QByteArray &head, const char *file, Sniff sniff) {
            QTest::newRow(name) << head << QString::fromLatin1(file) << int(sniff);
        };
        row("json", "{\"resourceType\":", "a", Sniff::Yes);
        row("marked json", "\xef\xbb\xbf {\"resourceType\":", "a", Sniff::Yes);
        row("xml", "<Patient xmlns=\"http://hl7.org/fhir\">", "a", Sniff::Yes);
        row("other json", "{\"a\":", "a", Sniff::Maybe);
        row("other xml", "<ClinicalDocument xmlns=\"urn:hl7-org:v3\">", "a", Sniff::Maybe);
        row("lines by name", "nonsense", "a.NDJSON", Sniff::Maybe);
        row("text", "MSH|^~\\&|", "a.hl7", Sniff::No);
        row("picture", "\x89PNG", "a.png", Sniff::No);
        row("empty", "", "a", Sniff::No);
        row("UTF-16 by name", QByteArray("\xff\xfe{\0", 4), "a.json", Sniff::Maybe);
    }
    void sniff()
    {
        QFETCH(QByteArray, head);
        QFETCH(QString, name);
        QFETCH(int, sniff);
        QCOMPARE(int(Fhir::FhirConnector().sniff(head, name)), sniff);
    }

    void bases_data()
    {
        QTest::addColumn<QString>("fullUrl");
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("id");
        const auto row = [](const char *url, const char *base, const char *id) {
            QTest::newRow(url) << QString::fromLatin1(url) << QString::fromLatin1(base) << QString::fromLatin1(id);
        };
        row("https://h.example/fhir/Basic/1", "https://h.example/fhir", "1");
        row("http://h.example:8080/Basic/1", "http://h.example:8080", "1");
        row("https://h.example/fhir/Basic/1/_history/3", "https://h.example/fhir", "1");
        row("https://h.example/fhir/basic/1", "", "1");
        row("https://Basic/1", "", "1");
        row("urn:uuid:6f1c", "", "6f1c");
        row("urn:oid:1.2.3", "", "1.2.3");
        row("Basic/7", "", "7");
        row("ftp://h.example/fhir/Basic/1", "", "1");
    }
    void bases()
    {
        QFETCH(QString, fullUrl);
        QFETCH(QString, base);
        QFETCH(QString, id);
        const Reading reading = readBytes("{\"resourceType\":\"Bundle\",\"entry\":[{\"fullUrl\":\"" + fullUrl.toUtf8()
                                          + "\",\"resource\":{\"resourceType\":\"Basic\"}}]}");
        QCOMPARE(reading.sink.records.size(), std::size_t(1));
        QCOMPARE(reading.sink.records[0].source.base, base);
        QCOMPARE(reading.sink.records[0].source.id, id);
        QCOMPARE(reading.sink.records[0].source.fullUrl, fullUrl);
    }

    void keptRecordsKeepTheirSubject()
    {
        const Reading reading =
            readBytes(R"({"resourceType":"Basic","subject":{"reference":"Patient/9","display":"N"}})");
        QCOMPARE(reading.sink.records.size(), std::size_t(1));
        QVERIFY(reading.sink.records[0].values.empty());
        QCOMPARE(reading.sink.records[0].subject.target, QStringLiteral("Patient/9"));
        QCOMPARE(reading.sink.records[0].subject.type, QStringLiteral("Patient"));
    }

    void mapRefusesWhatIsNoRecord()
    {
        SourceRecord stored;
        stored.format = QStringLiteral("fhir-json");
        stored.type = QStringLiteral("Basic");
        QVERIFY(!Fhir::FhirConnector().map("{\"a\":1}", stored));
        QVERIFY(!Fhir::FhirConnector().map("{\"resourceType\":", stored));
        QVERIFY(!Fhir::FhirConnector().map("", stored));
    }

    // Every file gives a record or a refusal; every record's slice is itself when read again.
    void sharedFiles()
    {
        const QString root = QStringLiteral(CHARTLINE_SHARED_DIR "/data/fhir");
        if (!QDir(root).exists())
            QSKIP("the shared files are not here");
        const Fhir::FhirConnector connector;
        int files = 0;
        int refusedFiles = 0;
        qint64 records = 0;
        QDirIterator it(root, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            const QByteArray name = file.fileName().toUtf8();
            const Reading reading = readBytes(bytes, file.fileName());
            ++files;
            refusedFiles += reading.status ? 0 : 1;
            records += qint64(reading.sink.records.size());
            QVERIFY2(!reading.status || !reading.sink.records.empty() || !reading.sink.refusals.empty(),
                     name.constData());
            if (!reading.status)
                continue;
            for (const MappedRecord &record : reading.sink.records) {
                const QByteArray slice = bytes.mid(record.source.offset, record.source.length);
                QCOMPARE(QCryptographicHash::hash(slice, QCryptographicHash::Sha256), record.source.sha256);
                const auto again = connector.map(slice, record.source);
                QVERIFY2(again, name.constData());
                QVERIFY2(again->facts == record.facts && again->source.id == record.source.id
                             && again->source.type == record.source.type && again->subject == record.subject
                             && again->deleted == record.deleted && again->issues == record.issues,
                         name.constData());
            }
            if (files % 40 == 0)
                QVERIFY2(readBytes(bytes, file.fileName(), ReadMode::Map, 7).lines() == reading.lines(),
                         name.constData());
            QVERIFY2(bool(readBytes(bytes, file.fileName(), ReadMode::Check).status) || !reading.sink.records.empty(),
                     name.constData());
        }
        qInfo("%d files, %d refused as a whole, %lld records", files, refusedFiles, static_cast<long long>(records));
        QVERIFY(records > files / 2);
    }
};

QTEST_GUILESS_MAIN(TestFhirConnector)
#include "tst_fhirconnector.moc"
