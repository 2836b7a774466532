// SPDX-License-Identifier: Apache-2.0
// What of a PDF document is drawn, and that what is not drawn is told.
#include "imaging/DocumentHandlers.h"
#include "imaging/PdfStructure.h"
#include "imaging/WorkerObjects.h"
#include "support/PdfMaker.h"
#include "worker/Host.h"
#include "worker/LocalPool.h"
#include "worker/WorkerPool.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QtTest>

using namespace Chartline;
using namespace Chartline::Imaging;
using namespace Qt::StringLiterals;
using Test::PdfMaker;

namespace {

// A black rectangle that annotations look like: object 7.
QByteArray withBox(const PdfMaker &maker)
{
    return PdfMaker(maker).stream(7, "/Type/XObject/Subtype/Form/BBox[0 0 90 50]", "0 0 0 rg 0 0 90 50 re f").bytes();
}

PdfMaker annotated(const QByteArray &entries, const QByteArray &rect = "[10 10 100 60]")
{
    return PdfMaker({}, "/Annots[6 0 R]").object(6, "<</Type/Annot/Rect" + rect + entries + ">>");
}

PdfMaker written(const QByteArray &font, const QByteArray &words = "(A)")
{
    return PdfMaker("BT /F1 40 Tf 20 20 Td " + words + " Tj ET", "/Resources<</Font<</F1 5 0 R>>>>")
        .object(5, "<</Type/Font" + font + ">>");
}

PdfMaker composite(const QByteArray &descriptor)
{
    return written("/Subtype/Type0/BaseFont/Any/Encoding/Identity-H/DescendantFonts[8 0 R]", "<0024>")
        .object(8, "<</Type/Font/Subtype/CIDFontType2/BaseFont/Any/FontDescriptor 9 0 R"
                   "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>")
        .object(9, "<</Type/FontDescriptor/FontName/Any/Flags 4" + descriptor + ">>")
        .stream(10, {}, "no font");
}

// An object stream beside the pages, as it stands in the file.
QByteArray withObjects(const QByteArray &entries, const QByteArray &data)
{
    return PdfMaker().stream(20, "/Type/ObjStm" + entries, data).bytes();
}

QByteArray deflated(const QByteArray &bytes)
{
    return qCompress(bytes).sliced(4);
}

int darkPixels(const PagePicture &picture)
{
    const auto *pixels = reinterpret_cast<const quint32 *>(picture.pixels.constData());
    return int(std::count_if(pixels, pixels + picture.width * picture.height,
                             [](quint32 pixel) { return (pixel & 0xff) < 128; }));
}

} // namespace

class TestDocumentContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void annotations_data();
    void annotations();
    void unseen_data();
    void unseen();
    void allPagesAreCounted();
    void largeObjectStreams();
    void hostileStructure_data();
    void hostileStructure();
    void damagedStructure();

private:
    std::unique_ptr<WorkerDocuments> m_documents;
};

void TestDocumentContent::initTestCase()
{
    m_documents = std::make_unique<WorkerDocuments>(std::make_shared<Worker::WorkerPool>(documentPoolOptions()));
}

void TestDocumentContent::annotations_data()
{
    QTest::addColumn<QByteArray>("entries");
    QTest::addColumn<bool>("drawn");
    QTest::newRow("stamp") << "/Subtype/Stamp/F 4/AP<</N 7 0 R>>"_ba << true;
    QTest::newRow("note in a box") << "/Subtype/FreeText/F 4/AP<</N 7 0 R>>"_ba << true;
    QTest::newRow("highlight") << "/Subtype/Highlight/F 4/C[0 0 0]/QuadPoints[10 60 100 60 10 10 100 10]"_ba << true;
    QTest::newRow("hidden stamp") << "/Subtype/Stamp/F 2/AP<</N 7 0 R>>"_ba << false;
    // Not by this library: unseen() says that it is told.
    QTest::newRow("form field") << "/Subtype/Widget/FT/Tx/T(a)/V(b)/F 4/AP<</N 7 0 R>>"_ba << false;
}

void TestDocumentContent::annotations()
{
    QFETCH(const QByteArray, entries);
    QFETCH(const bool, drawn);
    const auto page = m_documents->draw(withBox(annotated(entries)), 0, 400);
    QVERIFY2(page, qPrintable(page ? QString() : page.error().detail));
    QCOMPARE(darkPixels(*page) > 10'000, drawn);
}

void TestDocumentContent::unseen_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const PdfMaker &maker, const QString &expected) {
        QTest::newRow(name) << maker.bytes() << expected;
        QTest::addRow("%s, compressed", name) << maker.compressed() << expected;
    };
    row("nothing", PdfMaker(), {});
    row("text field", annotated("/Subtype/Widget/FT/Tx/T(a)/V(b)/F 4"), u"fields"_s);
    row("name written otherwise", annotated("/Sub#74ype/W#69dget"), u"fields"_s);
    row("hidden field", annotated("/Subtype/Widget/F 2"), {});
    row("signature without extent", annotated("/Subtype/Widget/FT/Sig/F 4", "[0 0 0 0]"), {});
    row("form without fields", PdfMaker({}, {}, "/AcroForm<</Fields[]>>"), {});
    row("XFA", PdfMaker({}, {}, "/AcroForm<</Fields[]/XFA 4 0 R>>"), u"fields"_s);
    row("field in words only", PdfMaker("(<</Subtype/Widget/Rect[0 0 9 9]>>) Tj"), {});
    row("stamp", annotated("/Subtype/Stamp/AP<</N 4 0 R>>"), {});
    row("stamp without a look", annotated("/Subtype/Stamp/Name/Approved"), u"notes"_s);
    row("text note", annotated("/Subtype/Text/Contents(Ask for the biopsy)/AP<</N 4 0 R>>"), u"notes"_s);
    row("attached file", annotated("/Subtype/FileAttachment"), u"notes"_s);
    row("link", annotated("/Subtype/Link"), {});
    row("Latin letters", written("/Subtype/TrueType/BaseFont/Arial/Encoding/WinAnsiEncoding"), {});
    row("usual differences", written("/Subtype/Type1/BaseFont/Arial/Encoding<</Differences[65/adieresis/fi/a]>>"), {});
    row("less or equal", written("/Subtype/Type1/BaseFont/Arial/Encoding<</Differences[65/lessequal]>>"),
        u"characters"_s);
    row("encoding elsewhere",
        written("/Subtype/Type1/BaseFont/Arial/Encoding 8 0 R").object(8, "<</Differences[65/alpha]>>"),
        u"characters"_s);
    row("built-in signs", written("/Subtype/Type1/BaseFont/Symbol"), {});
    row("signs of another font", written("/Subtype/TrueType/BaseFont/SymbolMT"), u"characters"_s);
    row("composite", composite({}), u"characters"_s);
    row("composite within", composite("/FontFile2 10 0 R"), {});
    // A letter that means another, told by the text alone.
    row("text beyond Latin",
        written("/Subtype/TrueType/BaseFont/Arial/Encoding/WinAnsiEncoding/ToUnicode 8 0 R")
            .stream(8, {},
                    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> "
                    "endcodespacerange 1 beginbfchar <41> <2265> endbfchar endcmap end end"),
        u"characters"_s);
    QTest::newRow("filter of another kind") << withObjects("/N 1/First 4/Filter/LZWDecode", "12345678") << u"part"_s;
    QTest::newRow("two filters") << withObjects("/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]", "3132>")
                                 << u"part"_s;
    QTest::newRow("predicted") << withObjects("/N 0/First 0/Filter/FlateDecode/DecodeParms<</Predictor 12>>",
                                              deflated("x"))
                               << u"part"_s;
    QTest::newRow("damaged") << withObjects("/N 1/First 5/Filter/FlateDecode", deflated("30 0 << >>").chopped(6))
                             << u"part"_s;
    QTest::newRow("filter in a list") << withObjects("/N 1/First 5/Filter[/Fl]",
                                                     deflated("30 0 <</Subtype/Widget/Rect[0 0 9 9]>>"))
                                      << u"fields"_s;
}

void TestDocumentContent::unseen()
{
    QFETCH(const QByteArray, pdf);
    QFETCH(const QString, expected);
    const auto pages = m_documents->pages(pdf);
    QVERIFY2(pages, qPrintable(pages ? QString() : pages.error().detail));
    QCOMPARE(pages->count, 1);
    QStringList told;
    if (pages->fields)
        told.append(u"fields"_s);
    if (pages->notes)
        told.append(u"notes"_s);
    if (pages->characters)
        told.append(u"characters"_s);
    if (pages->partlyRead)
        told.append(u"part"_s);
    QCOMPARE(told.join(u' '), expected);
}

void TestDocumentContent::allPagesAreCounted()
{
    const auto pages = m_documents->pages(PdfMaker().pages(mostPages + 5).bytes());
    QVERIFY2(pages, qPrintable(pages ? QString() : pages.error().detail));
    QCOMPARE(pages->count, mostPages + 5);
    QCOMPARE(pages->sizes.size(), std::size_t(mostPages));
}

// What inflates without end is left, and told.
void TestDocumentContent::largeObjectStreams()
{
    const QByteArray bomb = deflated(QByteArray(200 << 20, ' '));
    QByteArray pdf;
    for (int i = 0; i < 4; ++i)
        pdf += withObjects("/N 1/First 4/Filter/FlateDecode", bomb);
    QElapsedTimer timer;
    timer.start();
    const auto pages = m_documents->pages(pdf);
    QVERIFY2(pages, qPrintable(pages ? QString() : pages.error().detail));
    QVERIFY(pages->partlyRead);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

void TestDocumentContent::hostileStructure_data()
{
    QTest::addColumn<QByteArray>("pdf");
    constexpr qsizetype size = 4 << 20;
    for (const char *piece :
         {"1 0 obj(", "1 0 obj<", "1 0 obj<<", "1 0 obj[", "1 0 obj<</A", "1 0 obj<</Length 9>>stream ", "1 0 obj/",
          "1 0 obj 5 ", "1 0 obj%", "1 0 obj\\(", "((((", "obj", "1 0 obj<</Type/ObjStm/N 9999999/First 0>>stream\n",
          "1 0 obj<</Type/ObjStm/N 1/First 0/Filter/FlateDecode>>stream endstream ", "1 0 obj<</Type/Font/BaseFont/A>>",
          "1 0 obj<</Type/FontDescriptor/Flags 99999999999999999999999>>", "1 0 obj +-..5- ", "/#", "1 0 obj[/#/##4"})
        QTest::newRow(piece) << QByteArray(piece).repeated(size / qsizetype(qstrlen(piece)));
    QTest::newRow("spaces") << QByteArray("1 0 obj<</Length 3000000>>stream endstream\n").repeated(40'000)
                                   + QByteArray(4 << 20, ' ');
    QTest::newRow("ends in an escape") << "1 0 obj(\\"_ba;
    QTest::newRow("ends in a name") << "1 0 obj/A#"_ba;
}

// Time in proportion to the size, whatever it is.
void TestDocumentContent::hostileStructure()
{
    QFETCH(const QByteArray, pdf);
    QElapsedTimer timer;
    timer.start();
    (void)readPdfStructure(pdf);
    QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
}

void TestDocumentContent::damagedStructure()
{
    QRandomGenerator random(11);
    const QByteArrayList whole{annotated("/Subtype/Widget/F 4").bytes(), composite({}).bytes(),
                               composite("/FontFile2 10 0 R").compressed()};
    for (int i = 0; i < 20'000; ++i) {
        QByteArray damaged = whole[i % whole.size()];
        for (int j = 0; j < 1 + i % 7; ++j)
            damaged[random.bounded(damaged.size())] = char(random.bounded(256));
        damaged.truncate(damaged.size() - random.bounded(damaged.size() / 2));
        (void)readPdfStructure(damaged);
    }
    QVERIFY(readPdfStructure(whole[0]).fields);
    QVERIFY(readPdfStructure(whole[1]).rareGlyphs);
}

int main(int argc, char *argv[])
{
    if (Worker::isHost(argc, argv))
        return Worker::runHost(argc, argv, hostHandlers());
    QCoreApplication application(argc, argv);
    TestDocumentContent test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_documentcontent.moc"
