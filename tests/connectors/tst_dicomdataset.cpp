// SPDX-License-Identifier: Apache-2.0
#include "DicomFixtures.h"
#include "dicom/TextReader.h"

#include <random>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Chartline;
using namespace Chartline::Test;
using namespace Qt::StringLiterals;

// Parsed data sets as plain values: their texts, and their way from process to process.
class TestDicomDataset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void terms_data();
    void terms();
    void itemsHaveTheirOwnCharacterSets();
    void charsetFiles_data();
    void charsetFiles();
    void values();
    void wrongValueRepresentations();
    void unknownAttributesAreReadByTheDictionary();
    void bytesAndBack();
    void hostileBytes();
    void absurdCounts();
    void needsNoFilesOncePrepared();
    void damagedHeadersAreRefused();
};

namespace {

Dataset treeOf(const DicomWriter &writer)
{
    const auto scan = scanOf(writer.file());
    if (!scan)
        return {};
    const auto header = DicomHeader::parse(scan->header);
    return header ? header->tree() : Dataset();
}

// One data set of everything a tree can hold.
Dataset richTree()
{
    const QByteArray item = DicomWriter().text(0x00080100, "SH", "T-1").us(0x00280010, 4).dataSet();
    const QByteArray outer = DicomWriter().sequence(0x00400275, {item, item}).dataSet();
    return treeOf(ct().text(Tags::specificCharacterSet, "CS", "ISO_IR 100")
                      .text(Tags::patientName, "PN",
                            "B\xfc"
                            "cher^J\xf6rg")
                      .sequence(0x00400440, {outer, {}})
                      .bytes(0x00420011, "OB", QByteArray(5000, 'p'))
                      .bytes(0x00091010, "UN", QByteArray("\1\2\3\4", 4)));
}

// With what an import knows at its place: so that damage can be seen to change nothing else.
bool readsAs(QByteArrayView bytes, const QString &expected)
{
    const auto dataset = Dataset::fromBytes(bytes);
    return outcome(dataset) == expected;
}

} // namespace

void TestDicomDataset::texts_data()
{
    QTest::addColumn<QByteArray>("terms");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("form");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<bool>("fails");
    const int values = int(TextReader::Form::Values);
    const int name = int(TextReader::Form::Name);
    const int text = int(TextReader::Form::Text);
    QTest::newRow("ASCII") << QByteArray() << QByteArray("one\\two ") << values << QStringList{u"one"_s, u"two"_s}
                           << false;
    QTest::newRow("spaces") << QByteArray() << QByteArray("  one \\ two\0", 12) << values
                            << QStringList{u"one"_s, u"two"_s} << false;
    QTest::newRow("text keeps its backslash")
        << QByteArray() << QByteArray(" C:\\two ") << text << QStringList{u" C:\\two"_s} << false;
    QTest::newRow("empty") << QByteArray() << QByteArray("  ") << values << QStringList() << false;
    QTest::newRow("empty among others") << QByteArray() << QByteArray("a\\\\b") << values
                                        << QStringList{u"a"_s, QString(), u"b"_s} << false;
    QTest::newRow("Latin-1") << QByteArray("ISO_IR 100") << QByteArray("J\xe9r\xf4me") << name
                             << QStringList{u"Jérôme"_s} << false;
    QTest::newRow("Latin-2") << QByteArray("ISO_IR 101")
                             << QByteArray("\xa3\xf3"
                                           "d\xbc")
                             << values << QStringList{u"Łódź"_s} << false;
    QTest::newRow("Cyrillic") << QByteArray("ISO_IR 144") << QByteArray("\xbb\xee\xda") << values
                              << QStringList{u"Люк"_s} << false;
    QTest::newRow("Arabic") << QByteArray("ISO_IR 127") << QByteArray("\xe2\xc8\xc7\xe6\xea^\xe4") << name
                            << QStringList{u"قباني^ل"_s} << false;
    QTest::newRow("Greek") << QByteArray("ISO_IR 126") << QByteArray("\xc4\xe9\xef") << values << QStringList{u"Διο"_s}
                           << false;
    QTest::newRow("Hebrew") << QByteArray("ISO_IR 138") << QByteArray("\xf9\xf8\xe5\xef") << values
                            << QStringList{u"שרון"_s} << false;
    QTest::newRow("Turkish") << QByteArray("ISO_IR 148") << QByteArray("\xdd\xfe") << values << QStringList{u"İş"_s}
                             << false;
    QTest::newRow("Thai") << QByteArray("ISO_IR 166") << QByteArray("\xe4\xb7\xc2") << values << QStringList{u"ไทย"_s}
                          << false;
    QTest::newRow("Latin-9") << QByteArray("ISO_IR 203") << QByteArray("\xa4") << values << QStringList{u"€"_s}
                             << false;
    QTest::newRow("half-width katakana") << QByteArray("ISO_IR 13") << QByteArray("\xd4\xcf\xc0\xde\\\xc0") << values
                                         << QStringList{u"ﾔﾏﾀﾞ"_s, u"ﾀ"_s} << false;
    QTest::newRow("UTF-8") << QByteArray("ISO_IR 192") << QByteArray("王^小東\\é") << name
                           << QStringList{u"王^小東"_s, u"é"_s} << false;
    QTest::newRow("GB18030") << QByteArray("GB18030") << QByteArray("\xcd\xf5^\xd0\xa1\xb6\xab") << name
                             << QStringList{u"王^小东"_s} << false;
    QTest::newRow("GB18030, half of a character is a backslash")
        << QByteArray("GB18030") << QByteArray("\x81\x5c\\\x81\x5c") << values << QStringList{u"乗"_s, u"乗"_s}
        << false;
    QTest::newRow("GBK") << QByteArray("GBK") << QByteArray("\xcd\xf5") << values << QStringList{u"王"_s} << false;
    QTest::newRow("JIS X 0208") << QByteArray("\\ISO 2022 IR 87") << QByteArray("Yamada=\x1b$B;3ED\x1b(B") << name
                                << QStringList{u"Yamada=山田"_s} << false;
    QTest::newRow("JIS X 0208, half of a character is a backslash")
        << QByteArray("\\ISO 2022 IR 87") << QByteArray("\x1b$B!\\\x1b(B\\\x1b$B;3\x1b(B") << values
        << QStringList{u"＋"_s, u"山"_s} << false;
    QTest::newRow("JIS X 0212") << QByteArray("\\ISO 2022 IR 159") << QByteArray("\x1b$(D0!\x1b(B") << values
                                << QStringList{u"丂"_s} << false;
    QTest::newRow("Korean") << QByteArray("\\ISO 2022 IR 149")
                            << QByteArray("Hong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7") << name
                            << QStringList{u"Hong=洪^吉洞"_s} << false;
    QTest::newRow("Chinese in ISO 2022") << QByteArray("\\ISO 2022 IR 58") << QByteArray("\x1b$)A\xcd\xf5") << values
                                         << QStringList{u"王"_s} << false;
    QTest::newRow("Latin-1 and Cyrillic") << QByteArray("ISO 2022 IR 100\\ISO 2022 IR 144")
                                          << QByteArray("\xe9 \x1b-L\xbb") << values << QStringList{u"é Л"_s} << false;
    QTest::newRow("katakana and JIS X 0208, back by ASCII")
        << QByteArray("ISO 2022 IR 13\\ISO 2022 IR 87") << QByteArray("\xd4=\x1b$B;3\x1b(B") << name
        << QStringList{u"ﾔ=山"_s} << false;
    QTest::newRow("escape to a set that is not declared")
        << QByteArray("\\ISO 2022 IR 87") << QByteArray("\x1b$)C\xfb\xf3") << values << QStringList{u"洪"_s} << false;
    QTest::newRow("escapes, and nothing declared")
        << QByteArray() << QByteArray("\x1b$B;3ED\x1b(B") << values << QStringList{u"山田"_s} << false;
    // What cannot be read as meant is kept, and told.
    QTest::newRow("nothing declared, Latin-1")
        << QByteArray() << QByteArray("J\xe9r\xf4me") << values << QStringList{u"Jérôme"_s} << true;
    QTest::newRow("nothing declared, UTF-8")
        << QByteArray() << QByteArray("Jérôme") << values << QStringList{u"Jérôme"_s} << true;
    QTest::newRow("UTF-8 that is none") << QByteArray("ISO_IR 192") << QByteArray("J\xe9r\xf4me") << values
                                        << QStringList{u"Jérôme"_s} << true;
    QTest::newRow("a set nobody knows") << QByteArray("KLINGON") << QByteArray("J\xe9r") << values
                                        << QStringList{u"Jér"_s} << true;
    QTest::newRow("a set nobody knows, ASCII")
        << QByteArray("KLINGON") << QByteArray("Jer") << values << QStringList{u"Jer"_s} << false;
    QTest::newRow("half a character") << QByteArray("GB18030") << QByteArray("\xcd") << values << QStringList{u"Í"_s}
                                      << true;
    QTest::newRow("half a character behind a whole one")
        << QByteArray("GB18030") << QByteArray("\xcd\xf5\xcd") << values << QStringList{u"ÍõÍ"_s} << true;
    QTest::newRow("half a character in an escaped set")
        << QByteArray("\\ISO 2022 IR 87") << QByteArray("\x1b$B;3E\x1b(B") << values
        << QStringList{u"\x1b$B;3E\x1b(B"_s} << true;
    QTest::newRow("half a Korean character")
        << QByteArray("\\ISO 2022 IR 149") << QByteArray("\x1b$)C\xfb") << values << QStringList{u"\x1b$)Cû"_s} << true;
    QTest::newRow("half a character of UTF-8")
        << QByteArray("ISO_IR 192") << QByteArray("ab\xc3") << values << QStringList{u"abÃ"_s} << true;
}

void TestDicomDataset::texts()
{
    QFETCH(QByteArray, terms);
    QFETCH(QByteArray, bytes);
    QFETCH(int, form);
    QFETCH(QStringList, expected);
    QFETCH(bool, fails);
    DicomHeader::prepare();
    TextReader reader(terms);
    QCOMPARE(reader.read(bytes, TextReader::Form(form)), expected);
    QCOMPARE(reader.failed(), fails);
}

void TestDicomDataset::terms_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *given, const char *expected) {
        QTest::newRow(given) << QByteArray(given) << QByteArray(expected);
    };
    row("", "");
    row("ISO_IR 6", "");
    row("ISO_IR 100 ", "ISO_IR 100");
    row("iso_ir 100", "ISO_IR 100");
    row("ISO IR 100", "ISO_IR 100");
    row("ISO-IR 144", "ISO_IR 144");
    row("ISO_IR_192", "ISO_IR 192");
    row("UTF-8", "ISO_IR 192");
    row("ISO 2022 IR 100", "ISO_IR 100");
    row("ISO 2022 IR 149", "\\ISO 2022 IR 149");
    row("\\ISO 2022 IR 87", "\\ISO 2022 IR 87");
    row("\\ISO_IR 87", "\\ISO 2022 IR 87");
    row("ISO_IR 100\\ISO_IR 144", "ISO 2022 IR 100\\ISO 2022 IR 144");
    row("ISO 2022-IR 6\\ISO 2022-IR 87", "ISO 2022 IR 6\\ISO 2022 IR 87");
    row("ISO_IR 192\\ISO 2022 IR 87", "ISO_IR 192");
    row("GB18030", "GB18030");
}

void TestDicomDataset::terms()
{
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, expected);
    QCOMPARE(TextReader::normalized(given), expected);
}

void TestDicomDataset::itemsHaveTheirOwnCharacterSets()
{
    const QByteArray own = DicomWriter()
                               .text(Tags::specificCharacterSet, "CS", "ISO_IR 144")
                               .text(Tags::patientName, "PN", "\xbb")
                               .dataSet();
    const QByteArray inherited = DicomWriter().text(Tags::patientName, "PN", "\xe9").dataSet();
    const Dataset tree =
        treeOf(ct().text(Tags::specificCharacterSet, "CS", "ISO_IR 100").sequence(0x00400275, {own, inherited}));
    QCOMPARE(tree.items(0x00400275)[0].text(Tags::patientName), u"Л"_s);
    QCOMPARE(tree.items(0x00400275)[1].text(Tags::patientName), u"é"_s);
    QVERIFY(tree.notes().isEmpty());
    const Dataset wrong = treeOf(ct().sequence(0x00400275, {inherited}));
    QCOMPARE(wrong.item(0x00400275).text(Tags::patientName), u"é"_s);
    QCOMPARE(wrong.notes(), QStringList{u"character-set"_s});
}

// The names that pydicom 2.4 reads in these files.
void TestDicomDataset::charsetFiles_data()
{
    QTest::addColumn<QString>("name");
    const auto row = [](const char *file, const QString &name) { QTest::newRow(file) << name; };
    row("chrArab", u"قباني^لنزار"_s);
    row("chrFren", u"Buc^Jérôme"_s);
    row("chrFrenMulti", u"Buc^Jérôme"_s);
    row("chrGerm", u"Äneas^Rüdiger"_s);
    row("chrGreek", u"Διονυσιος"_s);
    row("chrH31", u"Yamada^Tarou=山田^太郎=やまだ^たろう"_s);
    row("chrH32", u"ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう"_s);
    row("chrHbrw", u"שרון^דבורה"_s);
    row("chrI2", u"Hong^Gildong=洪^吉洞=홍^길동"_s);
    row("chrJapMulti", u"やまだ^たろう"_s);
    row("chrJapMultiExplicitIR6", u"やまだ^たろう"_s);
    row("chrKoreanMulti", u"김희중"_s);
    row("chrRuss", u"Люкceмбypг"_s);
    row("chrSQEncoding", u"ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう"_s);
    row("chrSQEncoding1", u"ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう"_s);
    row("chrX1", u"Wang^XiaoDong=王^小東"_s);
    row("chrX2", u"Wang^XiaoDong=王^小东"_s);
}

void TestDicomDataset::charsetFiles()
{
    QFETCH(QString, name);
    const QByteArray bytes = readFile(imagingFolder() + u"pydicom/src/pydicom/data/charset_files/"_s
                                      + QString::fromLatin1(QTest::currentDataTag()) + u".dcm"_s);
    if (bytes.isEmpty())
        QSKIP("no shared imaging files on this machine");
    const auto scan = scanOf(bytes);
    QCOMPARE(outcome(scan), u"ok"_s);
    const auto header = DicomHeader::parse(scan->header);
    QCOMPARE(outcome(header), u"ok"_s);
    const Dataset tree = header->tree();
    const Dataset &where = tree.contains(Tags::patientName) ? tree : tree.item(0x00321064);
    QString found = where.text(Tags::patientName);
    while (found.endsWith(u'='))
        found.chop(1);
    QCOMPARE(found, name);
    QVERIFY(tree.notes().isEmpty());
    if (tree.contains(Tags::otherPatientNames))
        QCOMPARE(tree.texts(Tags::otherPatientNames), (QStringList{name, name}));
}

void TestDicomDataset::values()
{
    QByteArray doubles(16, '\0');
    qToLittleEndian(0.1, doubles.data());
    qToLittleEndian(-2.5e-300, doubles.data() + 8);
    QByteArray single(4, '\0');
    qToLittleEndian(0.1F, single.data());
    const Dataset tree = treeOf(ct().bytes(0x00720074, "FD", doubles)
                                    .bytes(0x00720076, "FL", single)
                                    .bytes(0x00720078, "UL", QByteArray("\xff\xff\xff\xff", 4))
                                    .bytes(0x0072007c, "SL", QByteArray("\xff\xff\xff\xff", 4))
                                    .bytes(0x0072007e, "SS", QByteArray("\xfe\xff\x01\x00", 4))
                                    .bytes(0x00720060, "AT", QByteArray("\x28\0\x10\0", 4))
                                    .text(0x00720072, "DS", "1.50\\2")
                                    .text(0x00720064, "IS", " 007 ")
                                    .bytes(0x00720069, "OW", QByteArray("\1\2\3\4", 4)));
    QCOMPARE(tree.texts(0x00720074), (QStringList{u"0.1"_s, u"-2.5e-300"_s}));
    QCOMPARE(tree.text(0x00720076), u"0.1"_s);
    QCOMPARE(tree.text(0x00720078), u"4294967295"_s);
    QCOMPARE(tree.text(0x0072007c), u"-1"_s);
    QCOMPARE(tree.texts(0x0072007e), (QStringList{u"-2"_s, u"1"_s}));
    QCOMPARE(tree.text(0x00720060), u"(0028,0010)"_s);
    QCOMPARE(tree.texts(0x00720072), (QStringList{u"1.50"_s, u"2"_s}));
    QCOMPARE(tree.number(0x00720072), 1.5);
    QCOMPARE(tree.integer(0x00720064), 7);
    QCOMPARE(tree.integer(0x00720072), std::nullopt);
    QCOMPARE(tree.bytes(0x00720069), QByteArray("\1\2\3\4", 4));
    // The same numbers whatever the byte order of the file.
    const auto big = scanOf(DicomWriter(Encoding::ExplicitBig)
                                .instance(s_ct)
                                .us(0x00280010, 513)
                                .bytes(0x00720069, "OW", QByteArray("\1\2\3\4", 4))
                                .file());
    const Dataset swapped = DicomHeader::parse(big->header)->tree();
    QCOMPARE(swapped.integer(0x00280010), 513);
    QCOMPARE(swapped.bytes(0x00720069), QByteArray("\2\1\4\3", 4));
    // What is not there is empty, however deep one asks.
    QVERIFY(tree.item(1).item(2).text(3).isEmpty());
    QVERIFY(tree.items(1).empty() && !tree.number(1) && tree.texts(1).isEmpty());
    // Many numbers are no values, but their length is told.
    const Dataset many = treeOf(
        ct().bytes(0x00720078, "UL", QByteArray(4 * 1025, '\1')).bytes(0x00091010, "OB", QByteArray(70'000, 'x')));
    QVERIFY(many.texts(0x00720078).isEmpty());
    QCOMPARE(many.find(0x00720078)->length, 4 * 1025);
    QVERIFY(many.bytes(0x00091010).isEmpty());
    QCOMPARE(many.find(0x00091010)->length, 70'000);
}

void TestDicomDataset::wrongValueRepresentations()
{
    const Dataset tree =
        treeOf(ct().text(Tags::patientName, "OB", "Doe^John").bytes(Tags::rows, "OB", QByteArray("\4\0", 2)));
    QCOMPARE(tree.text(Tags::patientName), u"Doe^John"_s);
    QCOMPARE(tree.find(Tags::patientName)->vr, QByteArray("PN"));
    QCOMPARE(tree.integer(Tags::rows), 4);
}

void TestDicomDataset::unknownAttributesAreReadByTheDictionary()
{
    const DicomWriter implicit(Encoding::ImplicitLittle);
    const QByteArray code = DicomWriter(Encoding::ImplicitLittle).text(Tags::codeValue, "SH", "T-1").dataSet();
    const QByteArray ends = implicit.u32(0xe0ddfffe) + implicit.u32(0);
    // UN of known length; of undefined length; and with explicit content, as some write it.
    const QByteArray explicitCode =
        DicomWriter().text(Tags::codeValue, "SH", "T-1").text(Tags::codeMeaning, "LO", "meaning").dataSet();
    for (const DicomWriter &writer :
         {ct().bytes(Tags::conceptNameSequence, "UN", implicit.item(code, true)),
          ct().raw(Tags::conceptNameSequence, "UN", undefinedLength, implicit.item(code, false) + ends),
          ct().raw(Tags::conceptNameSequence, "UN", undefinedLength, implicit.item(explicitCode, false) + ends)})
        QCOMPARE(treeOf(writer).item(Tags::conceptNameSequence).text(Tags::codeValue), u"T-1"_s);
    QCOMPARE(treeOf(ct().text(Tags::patientName, "UN", "Doe^John")).text(Tags::patientName), u"Doe^John"_s);
}

void TestDicomDataset::bytesAndBack()
{
    const Dataset tree = richTree();
    QCOMPARE(tree.items(0x00400440).size(), std::size_t(2));
    QCOMPARE(tree.item(0x00400440).items(0x00400275).size(), std::size_t(2));
    const auto back = Dataset::fromBytes(tree.toBytes());
    QCOMPARE(outcome(back), u"ok"_s);
    QVERIFY(*back == tree);
    QVERIFY(*Dataset::fromBytes(Dataset().toBytes()) == Dataset());
    Dataset noted;
    noted.note(u"character-set"_s);
    QCOMPARE(Dataset::fromBytes(noted.toBytes())->notes(), QStringList{u"character-set"_s});
    QVERIFY(!(*Dataset::fromBytes(noted.toBytes()) == Dataset()));
    for (const QString &path : filesBelow(imagingFolder() + u"dcmqi/"_s)) {
        const auto scan = scanOf(readFile(imagingFolder() + u"dcmqi/"_s + path));
        if (!scan)
            continue;
        const Dataset real = DicomHeader::parse(scan->header)->tree();
        QVERIFY2(*Dataset::fromBytes(real.toBytes()) == real, qPrintable(path));
    }
}

void TestDicomDataset::hostileBytes()
{
    const QByteArray good = richTree().toBytes();
    for (qsizetype size = 0; size < good.size(); ++size)
        QVERIFY2(readsAs(QByteArrayView(good).first(size), u"input-not-well-formed"_s),
                 qPrintable(QString::number(size)));
    QVERIFY(readsAs(good + '\0', u"input-not-well-formed"_s));
    // Any other damage gives an error or a data set, and never more than the bytes hold.
    std::mt19937 random(7);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = good.first(1 + qsizetype(random() % 600));
        for (unsigned flips = random() % 4 + 1; flips > 0; --flips)
            bytes[qsizetype(random() % std::size_t(bytes.size()))] = char(random());
        if (const auto dataset = Dataset::fromBytes(bytes))
            QVERIFY(dataset->elements().size() <= std::size_t(bytes.size()));
    }
}

void TestDicomDataset::absurdCounts()
{
    const DicomWriter w;
    const QByteArray magic("CLDS1\n");
    const QByteArray none = w.u32(0);
    const auto element = [&](const QByteArray &rest, quint32 tag = 1) {
        return w.u32(tag) + w.u32(2) + "LO" + QByteArray(8, '\0') + rest;
    };
    const QString refused = u"input-not-well-formed"_s;
    QVERIFY(readsAs(magic + none + none, u"ok"_s));
    QVERIFY(readsAs(magic + none + w.u32(0xffffffff), refused));
    QVERIFY(readsAs(magic + w.u32(0x40000000) + none, refused));
    QVERIFY(readsAs(magic + none + w.u32(1) + element(none + none + none), u"ok"_s));
    QVERIFY(readsAs(magic + none + w.u32(1) + element(w.u32(0x7fffffff) + none + none), refused));
    QVERIFY(readsAs(magic + none + w.u32(1) + element(none + w.u32(0xfffffff0) + none), refused));
    QVERIFY(readsAs(magic + none + w.u32(1) + element(none + none + w.u32(0xffff)), refused));
    // Tags have to rise: lookups rely on it.
    QVERIFY(
        readsAs(magic + none + w.u32(2) + element(none + none + none, 2) + element(none + none + none, 2), refused));
    QVERIFY(
        readsAs(magic + none + w.u32(2) + element(none + none + none, 2) + element(none + none + none, 3), u"ok"_s));
    // 32 sequences in each other are read, 33 are not.
    for (const int depth : {32, 33, 100'000}) {
        QByteArray nest = magic + none;
        for (int i = 0; i < depth; ++i)
            nest += w.u32(1) + element(none + none + w.u32(1));
        QVERIFY2(readsAs(nest + none, depth > 32 ? refused : u"ok"_s), qPrintable(QString::number(depth)));
    }
}

// A process that was locked away can open nothing any more.
void TestDicomDataset::needsNoFilesOncePrepared()
{
    const pid_t child = fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        DicomHeader::prepare();
        const rlimit nothing{0, 0};
        int wrong = setrlimit(RLIMIT_NOFILE, &nothing) == 0 ? 0 : 100;
        const auto read = [&wrong](const char *terms, const QByteArray &bytes, const QString &expected) {
            TextReader reader(terms);
            if (reader.read(bytes, TextReader::Form::Name) != QStringList{expected} || reader.failed())
                ++wrong;
        };
        read("ISO_IR 100", "\xe9", u"é"_s);
        read("ISO_IR 101", "\xa3", u"Ł"_s);
        read("ISO_IR 109", "\xa1", u"Ħ"_s);
        read("ISO_IR 110", "\xa1", u"Ą"_s);
        read("ISO_IR 144", "\xbb", u"Л"_s);
        read("ISO_IR 127", "\xe2", u"ق"_s);
        read("ISO_IR 126", "\xc4", u"Δ"_s);
        read("ISO_IR 138", "\xf9", u"ש"_s);
        read("ISO_IR 148", "\xdd", u"İ"_s);
        read("ISO_IR 166", "\xe4", u"ไ"_s);
        read("ISO_IR 203", "\xa4", u"€"_s);
        read("ISO_IR 13", "\xd4", u"ﾔ"_s);
        read("ISO_IR 192", "王", u"王"_s);
        read("GB18030", "\xcd\xf5", u"王"_s);
        read("GBK", "\xcd\xf5", u"王"_s);
        read("\\ISO 2022 IR 87", "Y=\x1b$B;3ED\x1b(B", u"Y=山田"_s);
        read("ISO 2022 IR 13\\ISO 2022 IR 87", "\xd4=\x1b$B;3\x1b(J", u"ﾔ=山"_s);
        read("\\ISO 2022 IR 159", "\x1b$(D0!\x1b(B", u"丂"_s);
        read("\\ISO 2022 IR 149", "\x1b$)C\xfb\xf3", u"洪"_s);
        read("\\ISO 2022 IR 58", "\x1b$)A\xcd\xf5", u"王"_s);
        read("ISO 2022 IR 100\\ISO 2022 IR 144", "\xe9\x1b-L\xbb", u"éЛ"_s);
        read("\\ISO 2022 IR 87", "\x1b$)C\xfb\xf3", u"洪"_s);
        if (treeOf(DicomWriter(Encoding::ImplicitLittle).instance(s_ct).us(Tags::rows, 7)).integer(Tags::rows) != 7)
            ++wrong;
        _exit(wrong);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

void TestDicomDataset::damagedHeadersAreRefused()
{
    QCOMPARE(outcome(DicomHeader::parse({})), u"input-not-well-formed"_s);
    const QByteArray header = scanOf(ct().text(Tags::patientName, "PN", "Doe^John").file())->header;
    QCOMPARE(outcome(DicomHeader::parse(QByteArrayView(header).chopped(3))), u"input-not-well-formed"_s);
    const auto refused = DicomHeader::parse(QByteArrayView(header).chopped(3));
    QVERIFY(!refused.error().args.join(u' ').contains(u"Doe"_s));
}

QTEST_GUILESS_MAIN(TestDicomDataset)
#include "tst_dicomdataset.moc"
