// SPDX-License-Identifier: Apache-2.0
#include "FhirReading.h"
#include "fhir/JsonCheck.h"
#include "fhir/Readers.h"

#include <QElapsedTimer>

using namespace Chartline;
using namespace Chartline::Fhir;

class TestJsonReader : public QObject
{
    Q_OBJECT

private:
    JsonReader m_reader;
    NodeTree m_tree;

    QString read(const QByteArray &json)
    {
        const Status status = m_reader.parse(json, m_tree);
        return status ? treeText(m_tree.root()) : errorCodeName(status.error().code);
    }

private Q_SLOTS:
    void tree_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("tree");
        const auto row = [](const char *name, const char *json, const char *tree) {
            QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(tree);
        };
        row("numbers keep their text", R"({"resourceType":"X","a":1.0e2,"b":7.00 ,"c":-0.0})",
            "@X(a=1.0e2 b=7.00 c=-0.0)");
        row("long decimal", R"({"resourceType":"X","a":0.10000000000000000000000000000000001})",
            "@X(a=0.10000000000000000000000000000000001)");
        row("literals", R"({"resourceType":"X","a":true,"b":false,"c":null})", "@X(a=true b=false c=null)");
        row("escapes", "{\"resourceType\":\"X\",\"a\":\"\\u00e4\\n\\\"\\/\\ud83d\\ude00\"}", "@X(a=ä\n\"/😀)");
        row("escaped name", R"({"resourceType":"X","\u0061":"1"})", "@X(a=1)");
        row("array", R"({"resourceType":"X","a":["1",{"b":2}],"c":[]})", "@X(a=1 a(b=2))");
        row("type last", R"({"a":"1","resourceType":"X"})", "@X(a=1)");
        row("contained", R"({"resourceType":"X","contained":[{"resourceType":"Y","id":"1"}]})",
            "@X(contained@Y(id=1))");
        row("extra after", R"({"resourceType":"X","d":"1970","_d":{"id":"q","extension":[{"url":"u"}]}})",
            "@X(d=1970(id=q extension(url=u)))");
        row("extra before", R"({"resourceType":"X","_d":{"id":"q"},"z":1,"d":"1970"})", "@X(d=1970(id=q) z=1)");
        row("extra alone", R"({"resourceType":"X","_d":{"extension":[{"url":"u"}]}})", "@X(d(extension(url=u)))");
        row("extra arrays", R"({"resourceType":"X","g":["a",null,"c"],"_g":[null,{"id":"2"},{"id":"3"}]})",
            "@X(g=a g(id=2) g=c(id=3))");
        row("extra arrays before", R"({"resourceType":"X","_g":[null,{"id":"2"},{"id":"3"}],"g":["a",null,"c"]})",
            "@X(g=a g(id=2) g=c(id=3))");
        row("extra array longer", R"({"resourceType":"X","g":["a"],"_g":[null,{"id":"2"}]})", "@X(g=a g(id=2))");
        row("value array longer", R"({"resourceType":"X","_g":[{"id":"1"}],"g":["a","b"]})", "@X(g=a(id=1) g=b)");
        row("extra beside an object", R"({"resourceType":"X","o":{"a":1},"_o":{"id":"1"}})", "@X(o(a=1) _o(id=1))");
        row("byte order mark", "\xef\xbb\xbf{\"resourceType\":\"X\"}", "@X");
        row("white space", " \r\n\t{ \"resourceType\" : \"X\" , \"a\" : 1 } \n", "@X(a=1)");
    }
    void tree()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, tree);
        QCOMPARE(read(json), tree);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const QByteArray &json, const char *code, const char *place = "") {
            QTest::newRow(name) << json << QString::fromLatin1(code) << QString::fromLatin1(place);
        };
        row("empty", "", "input-empty");
        row("blank", " \n", "input-empty");
        row("byte order mark only", "\xef\xbb\xbf", "input-empty");
        row("array", "[]", "input-not-health-data");
        row("number", "12", "input-not-health-data");
        row("no type", R"({"a":1})", "input-not-health-data");
        row("type is a number", R"({"resourceType":1})", "input-not-health-data");
        row("type is a path", R"({"resourceType":"../x"})", "input-not-health-data");
        row("cut off", R"({"resourceType":"X","a":[1)", "input-truncated", "byte 26");
        row("cut off string", "{\"resourceType\":\"X\",\"a\":\"b", "input-truncated", "byte 26");
        row("trailing garbage", R"({"resourceType":"X"} x)", "input-not-well-formed", "byte 21");
        row("two objects", R"({"resourceType":"X"}{})", "input-not-well-formed", "byte 20");
        row("trailing comma", R"({"resourceType":"X",})", "input-not-well-formed", "byte 20");
        row("trailing comma in array", R"({"resourceType":"X","a":[1,]})", "input-not-well-formed", "byte 27");
        row("missing comma", R"({"resourceType":"X" "a":1})", "input-not-well-formed", "byte 20");
        row("missing colon", R"({"resourceType":"X","a" 1})", "input-not-well-formed", "byte 24");
        row("colon behind a string", R"({"resourceType":"X","a":"b":"c"})", "input-not-well-formed", "byte 27");
        row("colon behind a number", R"({"resourceType":"X","a":1:2})", "input-not-well-formed", "byte 25");
        row("colon in an array", R"({"resourceType":"X","a":["b":1]})", "input-not-well-formed", "byte 28");
        row("comment", "{// x\n\"resourceType\":\"X\"}", "input-not-well-formed", "byte 1");
        row("no quotes", "{resourceType:\"X\"}", "input-not-well-formed", "byte 1");
        row("single quotes", "{'resourceType':\"X\"}", "input-not-well-formed", "byte 1");
        for (const char *value :
             {"01",       "1.",  ".5",    "+1",   "1e",  "1e+",   "-",         "0x1",   "1_0", "NaN",
              "Infinity", "tru", "truex", "True", "nul", "nulll", "undefined", "1.2.3", "--1", "'a'"}) {
            const QByteArray json = QByteArray(R"({"resourceType":"X","a":)") + value + "}";
            row(value, json, "input-not-well-formed");
            row((QByteArray("deep ") + value).constData(),
                QByteArray(R"({"resourceType":"X","b":[{"a":[)") + value + "]}]}", "input-not-well-formed");
        }
        row("bad escape", R"({"resourceType":"X","a":"\x"})", "input-not-well-formed");
        row("short escape", R"({"resourceType":"X","a":"\u12"})", "input-not-well-formed");
        row("lone high surrogate", R"({"resourceType":"X","a":"\ud800"})", "input-not-well-formed");
        row("lone low surrogate", R"({"resourceType":"X","a":"\udc00"})", "input-not-well-formed");
        row("swapped surrogates", R"({"resourceType":"X","a":"\udc00\ud800"})", "input-not-well-formed");
        row("surrogate in name", R"({"resourceType":"X","\ud800":1})", "input-not-well-formed");
        row("control character", "{\"resourceType\":\"X\",\"a\":\"b\nc\"}", "input-not-well-formed", "byte 26");
        row("zero byte", QByteArray("{\"resourceType\":\"X\",\"a\":\"b\0c\"}", 30), "input-not-well-formed");
        row("invalid UTF-8", "{\"resourceType\":\"X\",\"a\":\"\xff\"}", "input-wrong-encoding", "byte 25");
        row("latin-1", "{\"resourceType\":\"X\",\"a\":\"M\xfcller\"}", "input-wrong-encoding");
        row("overlong UTF-8", "{\"resourceType\":\"X\",\"a\":\"\xc0\xaf\"}", "input-wrong-encoding");
        row("surrogate as UTF-8", "{\"resourceType\":\"X\",\"a\":\"\xed\xa0\x80\"}", "input-wrong-encoding");
        row("UTF-16 LE", QByteArray("{\0\"\0a\0", 6), "input-wrong-encoding");
        row("UTF-16 BE", QByteArray("\0{\0\"\0a", 6), "input-wrong-encoding");
        row("UTF-16 mark", "\xff\xfe{", "input-wrong-encoding");
        row("duplicate", R"({"resourceType":"X","a":1,"a":1})", "input-duplicate-key", "a");
        row("duplicate type", R"({"resourceType":"X","resourceType":"X"})", "input-duplicate-key", "resourceType");
        row("duplicate deep", R"({"resourceType":"X","a":[{"b":{"c":1,"d":2,"c":3}}]})", "input-duplicate-key", "c");
        row("duplicate by escape", R"({"resourceType":"X","ab":1,"\u0061b":2})", "input-duplicate-key", "ab");
        row("duplicate extra", R"({"resourceType":"X","_a":{},"a":1,"_a":{}})", "input-duplicate-key", "_a");
        row("duplicate in extra", R"({"resourceType":"X","a":1,"_a":{"id":"1","id":"2"}})", "input-duplicate-key",
            "id");
        row("duplicate is no name", R"({"resourceType":"X","Jane Roe":1,"Jane Roe":2})", "input-duplicate-key", "");
    }
    void refused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, code);
        QFETCH(QString, place);
        const Status status = m_reader.parse(json, m_tree);
        QVERIFY(!status);
        QCOMPARE(errorCodeName(status.error().code), code);
        if (!place.isEmpty())
            QCOMPARE(status.error().args.value(0), place);
        QVERIFY(m_tree.root().isMissing());
        QVERIFY(!status.error().args.join(QString()).contains(QLatin1StringView("Jane")));
    }

    // The strict check, which only words refusals, never disagrees with the reader about what JSON is.
    void checkAgrees_data() { refused_data(); }
    void checkAgrees()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, code);
        const bool syntax = code == u"input-not-well-formed" || code == u"input-truncated";
        if (syntax)
            QVERIFY(findJsonFault(json));
        if (code == u"input-duplicate-key")
            QVERIFY(!findJsonFault(json));
    }

    void depth_data()
    {
        QTest::addColumn<QByteArray>("open");
        QTest::addColumn<QByteArray>("close");
        QTest::newRow("objects") << QByteArray("{\"a\":") << QByteArray("}");
        QTest::newRow("arrays") << QByteArray("[") << QByteArray("]");
    }
    void depth()
    {
        QFETCH(QByteArray, open);
        QFETCH(QByteArray, close);
        const auto nested = [&](int levels) {
            return "{\"resourceType\":\"X\",\"a\":" + open.repeated(levels - 1) + "1" + close.repeated(levels - 1)
                   + "}";
        };
        QVERIFY(m_reader.parse(nested(64), m_tree));
        const Status status = m_reader.parse(nested(65), m_tree);
        QVERIFY(!status);
        QCOMPARE(status.error(), (Error{ErrorCode::InputTooDeep, {QStringLiteral("64")}}));
        // The same under a "_name".
        const QByteArray extra = "{\"resourceType\":\"X\",\"a\":1,\"_a\":" + QByteArray("{\"a\":").repeated(64) + "1"
                                 + QByteArray("}").repeated(64) + "}";
        QVERIFY(!m_reader.parse(extra, m_tree));
        QVERIFY(!m_reader.parse(nested(1'000'000), m_tree));
    }

    void tooManyMembers()
    {
        QByteArray json = "{\"resourceType\":\"X\"";
        for (int i = 0; i < 1000; ++i)
            json += ",\"k" + QByteArray::number(i) + "\":1";
        const Status status = m_reader.parse(json + "}", m_tree);
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::ResourceInvalid);
    }

    void tooManyNodes()
    {
        const QByteArray json = "{\"resourceType\":\"X\",\"a\":[" + QByteArray("{},").repeated(2'100'000) + "1]}";
        const Status status = m_reader.parse(json, m_tree);
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::InputTooLarge);
    }

    void cutAnywhere()
    {
        const QByteArray json = R"({"resourceType":"X","a":[1.5e3,"b\u00e4"],"_a":[null,{"id":"1"}],"c":{"d":true}})";
        QVERIFY(m_reader.parse(json, m_tree));
        for (qsizetype i = 1; i < json.size(); ++i) {
            const Status status = m_reader.parse(QByteArrayView(json).first(i), m_tree);
            QVERIFY2(!status, qPrintable(QString::number(i)));
            QCOMPARE(status.error().code, ErrorCode::InputTruncated);
        }
    }

    void reuse()
    {
        QCOMPARE(read(R"({"resourceType":"X","a":"\u0031"})"), QStringLiteral("@X(a=1)"));
        QCOMPARE(read("{"), QStringLiteral("input-truncated"));
        const QByteArray large = "{\"resourceType\":\"X\",\"a\":\"" + QByteArray(3'000'000, 'x') + "\"}";
        QVERIFY(m_reader.parse(large, m_tree));
        QCOMPARE(m_tree.root()["a"].value().size(), std::size_t(3'000'000));
        QCOMPARE(read(R"({"resourceType":"X","a":"2"})"), QStringLiteral("@X(a=2)"));
    }

    void choiceAndChains()
    {
        QVERIFY(m_reader.parse(R"({"resourceType":"X","valueQuantity":{"value":7.00},"values":1})", m_tree));
        const Node::Choice choice = m_tree.root().choice("value");
        QVERIFY(choice);
        QCOMPARE(QByteArray(choice.type.data(), qsizetype(choice.type.size())), QByteArray("Quantity"));
        QCOMPARE(choice.node->text("value"), QStringLiteral("7.00"));
        QVERIFY(!m_tree.root()["no"]["such"]["thing"]);
        QVERIFY(!m_tree.root().choice("none"));
    }

    void speed()
    {
        const QByteArray json =
            R"({"resourceType":"Observation","id":"o1","meta":{"versionId":"1","lastUpdated":"2020-01-02T03:04:05Z"},)"
            R"("status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],)"
            R"("code":{"coding":[{"system":"http://loinc.org","code":"718-7","display":"Hemoglobin"}],"text":"Hemoglobin"},)"
            R"("subject":{"reference":"Patient/p1"},"effectiveDateTime":"2020-01-02T03:04:05+01:00",)"
            R"("valueQuantity":{"value":14.10,"unit":"g/dL","system":"http://unitsofmeasure.org","code":"g/dL"}})";
        constexpr int rounds = 100'000;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < rounds; ++i)
            QVERIFY(m_reader.parse(json, m_tree));
        // Told, not judged: a test machine may be busy.
        qInfo("%.0f resources of %lld bytes a second", rounds * 1000.0 / double(std::max<qint64>(1, timer.elapsed())),
              static_cast<long long>(json.size()));
        QCOMPARE(m_tree.root()["valueQuantity"].text("value"), QStringLiteral("14.10"));
    }
};

QTEST_GUILESS_MAIN(TestJsonReader)
#include "tst_jsonreader.moc"
