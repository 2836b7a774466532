// SPDX-License-Identifier: Apache-2.0
#include "FhirReading.h"

#include <QElapsedTimer>
#include <QFile>

using namespace Chartline;

namespace {

const QByteArray bundle =
    R"({"entry":[{"fullUrl":"https://a.example/fhir/Patient/1","resource":{"resourceType":"Patient","id":"1","meta":{"versionId":"2","lastUpdated":"2020-01-01T00:00:00Z"}}},)"
    R"( {"resource":{"id":"x\"]}","resourceType":"Basic","subject":{"reference":"Patient/1"}},"request":{"method":"PUT"}} ,)"
    R"({"fullUrl":"urn:uuid:AB-CD","resource":{"resourceType":"Basic"}},)"
    R"({"request":{"method":"DELETE","url":"Observation/9"},"response":{"lastModified":"2021-01-01","etag":"W/\"4\""}},)"
    R"({"response":{"status":"200"}},)"
    R"({"resource":{"resourceType":"Basic","a":1,"a":2}},)"
    R"({"resource":{"resourceType":"Bundle","type":"batch","entry":[{"resource":{"resourceType":"Basic","id":"in"}}]}}],)"
    R"("type":"history","resourceType":"Bundle"})";

// Makes a large Bundle as it is read.
class GeneratedStream final : public ByteStream
{
public:
    explicit GeneratedStream(qint64 entries)
        : m_entries(entries)
    {
        m_now = "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[";
    }
    [[nodiscard]] Result<qint64> read(std::span<char> buffer) override
    {
        if (m_at == m_now.size())
            next();
        const qint64 size = std::min<qint64>(qint64(buffer.size()), m_now.size() - m_at);
        std::memcpy(buffer.data(), m_now.constData() + m_at, std::size_t(size));
        m_at += size;
        total += size;
        return size;
    }
    [[nodiscard]] qint64 size() const override { return -1; }
    qint64 total = 0;

private:
    void next()
    {
        m_at = 0;
        m_now.clear();
        for (int i = 0; i < 16 && m_done < m_entries; ++i, ++m_done)
            m_now += QByteArray(m_done ? "," : "") + "{\"resource\":{\"resourceType\":\"Basic\",\"id\":\""
                     + QByteArray::number(m_done) + "\",\"a\":\"" + QByteArray(8000, 'x') + "\"}}";
        if (m_now.isEmpty() && !m_ended) {
            m_now = "]}";
            m_ended = true;
        }
    }
    qint64 m_entries;
    qint64 m_done = 0;
    bool m_ended = false;
    QByteArray m_now;
    qsizetype m_at = 0;
};

class CountingSink final : public RecordSink
{
public:
    void accept(MappedRecord &&) override { ++count; }
    void refuse(const QString &, const Error &) override { ++refused; }
    [[nodiscard]] bool advance(qint64) override { return true; }
    qint64 count = 0;
    qint64 refused = 0;
};

qint64 peakKilobytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

} // namespace

class TestBundleSplitter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Before anything else has raised the peak.
    void aaStreamsInBoundedMemory()
    {
        [[maybe_unused]] const qint64 before = peakKilobytes();
        GeneratedStream stream(25'000);
        CountingSink sink;
        QVERIFY(Fhir::FhirConnector().read(stream, QStringLiteral("x.json"), ReadMode::Map, sink));
        QVERIFY(stream.total > 200'000'000);
        QCOMPARE(sink.count, 25'000);
#ifndef CHARTLINE_SANITIZED
        const qint64 grown = peakKilobytes() - before;
        QVERIFY2(grown < 16 * 1024, qPrintable(QString::number(grown)));
#endif
    }

    void bundleOfAllKinds()
    {
        const Reading reading = readBytes(bundle);
        QVERIFY(reading.status);
        const auto &records = reading.sink.records;
        QCOMPARE(records.size(), std::size_t(6));
        QCOMPARE(records[0].source.type, QStringLiteral("Patient"));
        QCOMPARE(records[0].source.base, QStringLiteral("https://a.example/fhir"));
        QCOMPARE(records[0].source.versionId, QStringLiteral("2"));
        QCOMPARE(records[0].source.where, QStringLiteral("entry[0]"));
        QCOMPARE(records[1].source.base, QStringLiteral("https://a.example/fhir"));
        QCOMPARE(records[1].source.id, QStringLiteral("x\"]}"));
        QCOMPARE(records[2].source.id, QStringLiteral("AB-CD"));
        QVERIFY(records[3].deleted);
        QCOMPARE(records[3].source.type, QStringLiteral("Observation"));
        QCOMPARE(records[3].source.id, QStringLiteral("9"));
        QCOMPARE(records[3].source.versionId, QStringLiteral("4"));
        QCOMPARE(records[4].source.type, QStringLiteral("Bundle.entry"));
        QCOMPARE(records[5].source.where, QStringLiteral("entry[6].entry[0]"));
        QCOMPARE(reading.sink.refusals.size(), std::size_t(1));
        QCOMPARE(reading.sink.refusals[0].where, QStringLiteral("entry[5]"));
        QCOMPARE(reading.sink.refusals[0].error.code, ErrorCode::InputDuplicateKey);
        for (const MappedRecord &record : records) {
            const QByteArray slice = bundle.mid(record.source.offset, record.source.length);
            QVERIFY(slice.startsWith('{') && slice.endsWith('}'));
            QCOMPARE(record.source.sha256, QCryptographicHash::hash(slice, QCryptographicHash::Sha256));
            const auto again = Fhir::FhirConnector().map(slice, record.source);
            QVERIFY(again);
            QCOMPARE(again->facts, record.facts);
            QCOMPARE(again->deleted, record.deleted);
            QCOMPARE(again->source.id, record.source.id);
            QCOMPARE(again->source.type, record.source.type);
            QCOMPARE(again->source.versionId, record.source.versionId);
            QCOMPARE(again->source.sha256, record.source.sha256);
        }
    }

    void stepsGiveTheSame_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::newRow("bundle") << bundle << QStringLiteral("x.json");
        QTest::newRow("marked") << "\xef\xbb\xbf " + bundle + "\n\n" << QStringLiteral("x.json");
        QTest::newRow("lines") << QByteArray(
            "{\"resourceType\":\"Basic\",\"id\":\"1\"}\r\n\r\n{\"resourceType\":\"Basic\",\"id\":\"ä\"}\r\n{\"resource")
                               << QStringLiteral("x");
        QTest::newRow("xml") << QByteArray(
            "\xef\xbb\xbf<Bundle xmlns=\"http://hl7.org/fhir\"><entry><fullUrl "
            "value=\"http://a.b/Patient/1\"/><resource>"
            "<Patient><id value=\"1\"/></Patient></resource></entry><entry><resource><Basic/></resource>"
            "</entry><entry><resource><Bundle><entry><resource><Basic><id value=\"in\"/></Basic></resource></entry>"
            "</Bundle></resource></entry><entry><request><method value=\"DELETE\"/><url "
            "value=\"Basic/3\"/></request></entry></Bundle>")
                             << QStringLiteral("x.xml");
        QTest::newRow("list") << QByteArray(
            "{\"entry\":[{\"item\":{\"reference\":\"X/1\"}}],\"resourceType\":\"List\"}")
                              << QStringLiteral("x");
        QTest::newRow("xml in another encoding")
            << QByteArray("<Basic xmlns=\"http://hl7.org/fhir\"><code value=\"\xf5urrent\"/><id value=\"1\"/></Basic>")
            << QStringLiteral("x.xml");
        QTest::newRow("broken") << bundle.left(bundle.size() - 1) << QStringLiteral("x.json");
    }
    void stepsGiveTheSame()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        const QStringList whole = readBytes(bytes, name, ReadMode::Map, 1 << 20).lines();
        QVERIFY(!whole.isEmpty());
        for (const qint64 step : {1, 7, 65536})
            QCOMPARE(readBytes(bytes, name, ReadMode::Map, step).lines(), whole);
    }

    void entriesAcrossTheWindow()
    {
        QByteArray json = "{\"resourceType\":\"Bundle\",\"entry\":[";
        for (int i = 0; i < 300; ++i)
            json += QByteArray(i ? "," : "") + "{\"resource\":{\"resourceType\":\"Basic\",\"id\":\""
                    + QByteArray::number(i) + "\",\"a\":\""
                    + QByteArray(i * 37 % 5000, i % 2 ? '\\' : 'x').replace("\\", "\\\\") + "\"}}";
        json += "]}";
        const Reading whole = readBytes(json, QStringLiteral("x"), ReadMode::Map, 1 << 24);
        QCOMPARE(whole.sink.records.size(), std::size_t(300));
        for (const qint64 step : {977, 4096, 65536})
            QCOMPARE(readBytes(json, QStringLiteral("x"), ReadMode::Map, step).lines(), whole.lines());
        QVERIFY(!whole.sink.wentBack);
    }

    void cutAnywhere_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("json") << bundle;
        QTest::newRow("xml") << QByteArray(
            "<Bundle xmlns=\"http://hl7.org/fhir\"><entry><resource><Patient><id value=\"1\"/></Patient>"
            "</resource></entry></Bundle>");
    }
    void cutAnywhere()
    {
        QFETCH(QByteArray, bytes);
        for (qsizetype i = 1; i < bytes.size(); ++i) {
            const Reading reading = readBytes(QByteArrayView(bytes).first(i));
            QVERIFY2(!reading.status, qPrintable(QString::number(i)));
            QCOMPARE(reading.status.error().code, ErrorCode::InputTruncated);
        }
    }

    void whole_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("lines");
        const auto row = [](const char *name, const QByteArray &bytes, const char *lines) {
            QTest::newRow(name) << bytes << QString::fromLatin1(lines);
        };
        row("empty", "", "input-empty");
        row("blank", "\n \n", "input-empty");
        row("binary", "\x89PNG\r\n", "input-not-health-data");
        row("other JSON", "{\"a\":1}", "input-not-health-data");
        row("other XML", "<html/>", "input-not-health-data");
        row("array", "[1]", "input-not-health-data");
        row("UTF-16", QByteArray("\xff\xfe{\0", 4), "input-wrong-encoding");
        row("comment first", "// c\n{\"resourceType\":\"Basic\"}", "input-not-well-formed");
        row("not a Bundle in the end", R"({"entry":[{"resource":{"resourceType":"Basic"}}],"resourceType":"Thing"})",
            "input-not-health-data");
        row("never a Bundle", R"({"entry":[{"resource":{"resourceType":"Basic"}}]})", "input-not-health-data");
        row("duplicate key of the Bundle",
            R"({"resourceType":"Bundle","type":"x","entry":[{"resource":{"resourceType":"Basic"}}],"type":"x"})",
            "input-duplicate-key");
        row("two lists of entries",
            R"({"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Basic"}}],"entry":[]})",
            "input-duplicate-key");
        row("brackets that do not match",
            R"({"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Basic"]}}]})", "input-not-well-formed");
        row("missing comma", R"({"resourceType":"Bundle","entry":[{} {}]})", "input-not-well-formed");
        row("trailing comma", R"({"resourceType":"Bundle","entry":[{},]})", "input-not-well-formed");
        row("garbage behind", R"({"resourceType":"Bundle","entry":[{}]} x)", "input-not-well-formed");
        row("missing quotation mark", "{\"resourceType\":\"Basic\",\n\"a\":\"b,\n\"c\":\"d\"}",
            "input-not-well-formed");
        row("doctype", "<!DOCTYPE Bundle [<!ENTITY a \"b\">]><Bundle xmlns=\"http://hl7.org/fhir\"/>",
            "input-has-doctype");
    }
    void whole()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, lines);
        const Reading reading = readBytes(bytes);
        QVERIFY(!reading.status);
        QCOMPARE(errorCodeName(reading.status.error().code), lines);
    }

    void badEntriesOnly_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QByteArray &entry, const char *code) {
            QTest::newRow(name) << entry << QString::fromLatin1(code);
        };
        row("duplicate", R"({"resource":{"resourceType":"Basic","a":{"b":1,"b":1}}})", "input-duplicate-key");
        row("duplicate in the entry", R"({"fullUrl":"a","fullUrl":"a","resource":{"resourceType":"Basic"}})",
            "input-duplicate-key");
        row("two resources", R"({"resource":{"resourceType":"Basic"},"resource":{"resourceType":"Basic"}})",
            "input-duplicate-key");
        row("bad escape", R"({"resource":{"resourceType":"Basic","a":"\x"}})", "input-not-well-formed");
        row("bad number", R"({"resource":{"resourceType":"Basic","a":01}})", "input-not-well-formed");
        row("missing comma", R"({"resource":{"resourceType":"Basic","a":{"b":1 "c":2}}})", "input-not-well-formed");
        row("invalid UTF-8", "{\"resource\":{\"resourceType\":\"Basic\",\"a\":\"\xff\"}}", "input-wrong-encoding");
        row("too deep",
            "{\"resource\":{\"resourceType\":\"Basic\",\"a\":" + QByteArray("[").repeated(64)
                + QByteArray("]").repeated(64) + "}}",
            "input-too-deep");
        row("no type", R"({"resource":{"id":"1"}})", "input-not-health-data");
        row("no type name", R"({"resource":{"resourceType":"../x"}})", "input-not-health-data");
        row("no object", "null", "resource-invalid");
        row("nested with a duplicate",
            R"({"resource":{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Basic"}}],"type":1,"type":1}})",
            "input-duplicate-key");
    }
    void badEntriesOnly()
    {
        QFETCH(QByteArray, entry);
        QFETCH(QString, code);
        const Reading reading =
            readBytes(R"({"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Basic","id":"1"}},)" + entry
                      + R"(,{"resource":{"resourceType":"Basic","id":"3"}}]})");
        QVERIFY(reading.status);
        QCOMPARE(reading.sink.records.size(), std::size_t(2));
        QCOMPARE(reading.sink.records[1].source.where, QStringLiteral("entry[2]"));
        QCOMPARE(reading.sink.refusals.size(), std::size_t(1));
        QCOMPARE(reading.sink.refusals[0].where, QStringLiteral("entry[1]"));
        QCOMPARE(errorCodeName(reading.sink.refusals[0].error.code), code);
    }

    void placesAreOfTheFile()
    {
        const QByteArray json = "\xef\xbb\xbf{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":"
                                "\"Basic\",\"a\":01}}]}";
        const Reading reading = readBytes(json);
        QCOMPARE(reading.sink.refusals.size(), std::size_t(1));
        QCOMPARE(reading.sink.refusals[0].error.args.value(0), QStringLiteral("byte %1").arg(json.indexOf("01") + 1));
    }

    void nestedTooFar()
    {
        QByteArray json = R"({"resourceType":"Basic","id":"deep"})";
        for (int i = 0; i < 9; ++i)
            json = R"({"resourceType":"Bundle","entry":[{"resource":)" + json + "}]}";
        const Reading deep = readBytes(json);
        QVERIFY(deep.status);
        QCOMPARE(deep.sink.records.size(), std::size_t(1)); // eight levels of unpacking
        const Reading deeper = readBytes(R"({"resourceType":"Bundle","entry":[{"resource":)" + json + "}]}");
        QVERIFY(deeper.status);
        QCOMPARE(deeper.sink.records.size(), std::size_t(0));
        QCOMPARE(deeper.sink.refusals.size(), std::size_t(1));
        QCOMPARE(deeper.sink.refusals[0].error.code, ErrorCode::InputTooDeep);
    }

    void bundleWithoutEntries_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("none") << QByteArray(R"({"resourceType":"Bundle","id":"b","type":"x"})");
        QTest::newRow("empty") << QByteArray(R"({"resourceType":"Bundle","entry":[ ],"id":"b"})");
        QTest::newRow("empty, type last") << QByteArray(R"({"entry":[ ],"id":"b","resourceType":"Bundle"})");
        QTest::newRow("xml") << QByteArray("<Bundle xmlns=\"http://hl7.org/fhir\"><id value=\"b\"/></Bundle>");
    }
    void bundleWithoutEntries()
    {
        QFETCH(QByteArray, bytes);
        const Reading reading = readBytes(bytes);
        QVERIFY(reading.status);
        QCOMPARE(reading.sink.records.size(), std::size_t(1));
        const SourceRecord &source = reading.sink.records[0].source;
        QCOMPARE(source.type, QStringLiteral("Bundle"));
        QCOMPARE(source.id, QStringLiteral("b"));
        QCOMPARE(source.length, bytes.size());
        QCOMPARE(source.sha256, QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
    }

    void lines()
    {
        const QByteArray bytes =
            "{\"resourceType\":\"Basic\",\"id\":\"1\"}\r\n\n{\"resourceType\":\"Basic\",\"a\":1,\"a\":2}\n"
            "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Basic\",\"id\":\"4\"}}]}\n "
            "nonsense\n"
            "{\"resourceType\":\"Basic\",\"id\":\"6\"}\n{\"resourceType\":\"Ba";
        const Reading reading = readBytes(bytes, QStringLiteral("no-extension"));
        QVERIFY(reading.status);
        QStringList places;
        for (const MappedRecord &record : reading.sink.records)
            places << record.source.where;
        QCOMPARE(places,
                 (QStringList{QStringLiteral("line 1"), QStringLiteral("line 4.entry[0]"), QStringLiteral("line 6")}));
        QCOMPARE(reading.sink.records[0].source.format, QStringLiteral("fhir-ndjson"));
        QCOMPARE(reading.sink.records[0].source.length, qsizetype(strlen("{\"resourceType\":\"Basic\",\"id\":\"1\"}")));
        QStringList refusals;
        for (const Refusal &refusal : reading.sink.refusals)
            refusals << refusal.where + QLatin1Char(' ') + errorCodeName(refusal.error.code);
        QCOMPARE(refusals, (QStringList{QStringLiteral("line 3 input-duplicate-key"),
                                        QStringLiteral("line 5 input-not-well-formed"),
                                        QStringLiteral("line 7 input-truncated")}));
        // One line alone is lines only by its name.
        QCOMPARE(readBytes("{\"resourceType\":\"Basic\"}\n", QStringLiteral("a.NDJSON")).sink.records[0].source.where,
                 QStringLiteral("line 1"));
        QCOMPARE(readBytes("{\"resourceType\":\"Basic\"}\n", QStringLiteral("a")).sink.records[0].source.where,
                 QString());
    }

    void modes()
    {
        const Reading people = readBytes(bundle, QStringLiteral("x"), ReadMode::People);
        QVERIFY(people.status);
        QCOMPARE(people.sink.records.size(), std::size_t(1));
        QCOMPARE(people.sink.records[0].source.type, QStringLiteral("Patient"));
        QVERIFY(people.sink.refusals.empty());
        const Reading check = readBytes(bundle, QStringLiteral("x"), ReadMode::Check);
        QVERIFY(check.status);
        QVERIFY(check.sink.records.empty() && check.sink.refusals.empty());
        QVERIFY(!readBytes(bundle.left(100), QStringLiteral("x"), ReadMode::Check).status);
        const Reading lines = readBytes("{\"resourceType\":\"Basic\"}\n{\"resourceType\":\"Patient\",\"id\":\"1\"}\n",
                                        QStringLiteral("x"), ReadMode::People);
        QCOMPARE(lines.sink.records.size(), std::size_t(1));
        QCOMPARE(lines.sink.records[0].source.where, QStringLiteral("line 2"));
    }

    void cancelled()
    {
        Reading reading;
        reading.sink.cancelAfter = 100'000;
        GeneratedStream stream(1000);
        reading.status = Fhir::FhirConnector().read(stream, QStringLiteral("x"), ReadMode::Map, reading.sink);
        QVERIFY(!reading.status);
        QCOMPARE(reading.status.error().code, ErrorCode::Cancelled);
        QVERIFY(stream.total < 2'000'000);
    }
};

QTEST_GUILESS_MAIN(TestBundleSplitter)
#include "tst_bundlesplitter.moc"
