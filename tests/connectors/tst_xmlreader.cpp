// SPDX-License-Identifier: Apache-2.0
#include "FhirReading.h"
#include "fhir/Readers.h"

using namespace Chartline;
using namespace Chartline::Fhir;

class TestXmlReader : public QObject
{
    Q_OBJECT

private:
    XmlReader m_reader;
    NodeTree m_tree;

    static QByteArray wrap(const QByteArray &inside) { return "<X xmlns=\"http://hl7.org/fhir\">" + inside + "</X>"; }

private Q_SLOTS:
    void tree_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QString>("tree");
        const auto row = [](const char *name, const QByteArray &xml, const char *tree) {
            QTest::newRow(name) << xml << QString::fromUtf8(tree);
        };
        row("values", wrap("<a value=\"1.0e2\"/><b value=\"x &amp; y\"/>"), "@X(a=1.0e2 b=x & y)");
        row("id and url", wrap("<a id=\"i\" value=\"1\"><extension url=\"u\"><valueCode value=\"c\"/></extension></a>"),
            "@X(a=1(id=i extension(url=u valueCode=c)))");
        row("contained", wrap("<contained><Y><id value=\"1\"/></Y></contained><z value=\"2\"/>"),
            "@X(contained@Y(id=1) z=2)");
        row("two contained", wrap("<contained><Y/><Z/></contained>"), "@X(contained@Y contained@Z)");
        row("div",
            wrap("<text><div xmlns=\"http://www.w3.org/1999/xhtml\"><p class=\"a\">1 &lt; 2<br/></p></div></text>"),
            "@X(text(div=<div xmlns=\"http://www.w3.org/1999/xhtml\"><p class=\"a\">1 &lt; 2<br></br></p></div>))");
        row("prefix", "<f:X xmlns:f=\"http://hl7.org/fhir\"><f:a value=\"1\"/></f:X>", "@X(a=1)");
        row("declaration and comments",
            "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- c --><X xmlns='http://hl7.org/fhir'><!-- c "
            "--><a value='1'/></X>",
            "@X(a=1)");
        row("foreign element skipped", wrap("<o:a xmlns:o=\"urn:o\"><b/></o:a><c value=\"1\"/>"), "@X(c=1)");
    }
    void tree()
    {
        QFETCH(QByteArray, xml);
        QFETCH(QString, tree);
        const Status status = m_reader.parse(xml, m_tree);
        QVERIFY2(status, status ? "" : qPrintable(errorCodeName(status.error().code)));
        QCOMPARE(treeText(m_tree.root()), tree);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QByteArray &xml, const char *code) {
            QTest::newRow(name) << xml << QString::fromLatin1(code);
        };
        row("empty", "", "input-empty");
        row("no namespace", "<X/>", "input-not-health-data");
        row("other namespace", "<X xmlns=\"urn:hl7-org:v3\"/>", "input-not-health-data");
        row("lower case root", "<x xmlns=\"http://hl7.org/fhir\"/>", "input-not-health-data");
        row("doctype", "<!DOCTYPE X><X xmlns=\"http://hl7.org/fhir\"/>", "input-has-doctype");
        QByteArray laughs = "<!DOCTYPE X [<!ENTITY a0 \"ha\">";
        for (int i = 1; i < 30; ++i)
            laughs += "<!ENTITY a" + QByteArray::number(i) + " \""
                      + ("&a" + QByteArray::number(i - 1) + ";").repeated(10) + "\">";
        row("billion laughs", laughs + "]><X xmlns=\"http://hl7.org/fhir\"><a value=\"&a29;\"/></X>",
            "input-has-doctype");
        row("external entity",
            "<!DOCTYPE X [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><X xmlns=\"http://hl7.org/fhir\"><a "
            "value=\"&e;\"/></X>",
            "input-has-doctype");
        row("parameter entity", "<!DOCTYPE X [<!ENTITY % p SYSTEM \"http://127.0.0.1/\"> %p;]><X/>",
            "input-has-doctype");
        row("undeclared entity", wrap("<a value=\"&e;\"/>"), "input-not-well-formed");
        row("html entity", wrap("<text><div xmlns=\"http://www.w3.org/1999/xhtml\">&nbsp;</div></text>"),
            "input-not-well-formed");
        row("duplicate attribute", wrap("<a value=\"1\" value=\"1\"/>"), "input-not-well-formed");
        row("mismatched", wrap("<a></b>"), "input-not-well-formed");
        row("two roots", wrap("") + wrap(""), "input-not-well-formed");
        row("cut off", "<X xmlns=\"http://hl7.org/fhir\"><a value=\"1\"/>", "input-truncated");
        row("invalid UTF-8", wrap("<a value=\"\xff\xfe\xfd\xfc\"/>"), "input-wrong-encoding");
        row("latin-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + wrap("<a value=\"\xfc\"/>"),
            "input-wrong-encoding");
        row("windows-1252", "<?xml version=\"1.0\" encoding=\"windows-1252\"?>" + wrap(""), "input-wrong-encoding");
        row("UTF-16", QByteArray("<\0X\0", 4), "input-wrong-encoding");
        row("UTF-16 mark", QByteArray("\xff\xfe<\0", 4), "input-wrong-encoding");
    }
    void refused()
    {
        QFETCH(QByteArray, xml);
        QFETCH(QString, code);
        const Status status = m_reader.parse(xml, m_tree);
        QVERIFY(!status);
        QCOMPARE(errorCodeName(status.error().code), code);
        QVERIFY(m_tree.root().isMissing());
    }

    void depth()
    {
        const auto nested = [&](int levels) {
            return wrap(QByteArray("<a>").repeated(levels - 1) + QByteArray("</a>").repeated(levels - 1));
        };
        QVERIFY(m_reader.parse(nested(128), m_tree));
        const Status status = m_reader.parse(nested(129), m_tree);
        QVERIFY(!status);
        QCOMPARE(status.error().code, ErrorCode::InputTooDeep);
        QVERIFY(!m_reader.parse(wrap("<div xmlns=\"http://www.w3.org/1999/xhtml\">" + QByteArray("<b>").repeated(200)
                                     + QByteArray("</b>").repeated(200) + "</div>"),
                                m_tree));
        QVERIFY(!m_reader.parse(QByteArray("<X xmlns=\"http://hl7.org/fhir\">") + QByteArray("<a>").repeated(1'000'000),
                                m_tree));
    }

    void cutAnywhere()
    {
        const QByteArray xml =
            "<?xml version=\"1.0\"?><X xmlns=\"http://hl7.org/fhir\"><a value=\"&#228;\"/><!-- c --><b>"
            "<![CDATA[ ]]></b></X>";
        QVERIFY(m_reader.parse(xml, m_tree));
        for (qsizetype i = 1; i < xml.size(); ++i) {
            const Status status = m_reader.parse(QByteArrayView(xml).first(i), m_tree);
            QVERIFY2(!status, qPrintable(QString::number(i)));
            QCOMPARE(status.error().code, ErrorCode::InputTruncated);
        }
    }

    // A slice has lost the declarations of the document it comes from.
    void fragment()
    {
        const ReadOptions options{.fragment = true};
        QVERIFY(m_reader.parse("<Y><id value=\"1\"/><text><div><p/></div></text></Y>", m_tree, options));
        QCOMPARE(treeText(m_tree.root()), QStringLiteral("@Y(id=1 text(div=<div><p></p></div>))"));
        QVERIFY(m_reader.parse("<f:Y><f:id value=\"1\"/></f:Y>", m_tree, options));
        QCOMPARE(treeText(m_tree.root()), QStringLiteral("@Y(id=1)"));
        QVERIFY(!m_reader.parse("<Y xmlns=\"urn:other\"/>", m_tree, options));
    }

    void reported()
    {
        QVERIFY(m_reader.parse(wrap("<status>final</status>"), m_tree));
        QCOMPARE(m_tree.issues().size(), 1);
        QCOMPARE(m_tree.issues()[0],
                 (MappingIssue{QStringLiteral("X.status"), QStringLiteral("text-between-elements")}));
        QVERIFY(m_reader.parse(wrap("<a value=\"1\"/>"), m_tree));
        QVERIFY(m_tree.issues().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestXmlReader)
#include "tst_xmlreader.moc"
