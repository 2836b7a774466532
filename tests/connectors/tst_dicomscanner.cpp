// SPDX-License-Identifier: Apache-2.0
#include "DicomFixtures.h"

using namespace Chartline;
using namespace Chartline::Test;
using namespace Qt::StringLiterals;

namespace {

// Sequences in sequences; the innermost item is empty.
QByteArray nested(int depth, Encoding encoding, bool defined, Tag tag, const char *vr)
{
    QByteArray content;
    for (int i = 0; i < depth; ++i)
        content = DicomWriter(encoding).sequence(tag, {content}, defined, vr).dataSet();
    return content;
}

} // namespace

class TestDicomScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAreRecognized_data();
    void startsAreRecognized();
    void headerHoldsEverythingButPixels();
    void nestedPixelsAreLeftOut();
    void largeValuesAreLeftOutAndTold();
    void depth_data();
    void depth();
    void aHundredThousandSequences_data();
    void aHundredThousandSequences();
    void wrongLengths_data();
    void wrongLengths();
    void untidy_data();
    void untidy();
    void repeatedElements();
    void countsAreLimited();
    void cancelling();
};

void TestDicomScanner::startsAreRecognized_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected"); // transfer syntax, or error
    QTest::addColumn<int>("likeness");
    const auto content = [](Encoding encoding) {
        return DicomWriter(encoding)
            .instance(s_ct)
            .text(Tags::studyDate, "DA", "20240101")
            .text(Tags::modality, "CS", "CT")
            .text(Tags::patientName, "PN", "Doe^Jo")
            .text(Tags::patientId, "LO", "12");
    };
    using Encoding::ExplicitBig;
    using Encoding::ExplicitLittle;
    using Encoding::ImplicitLittle;
    const int none = int(DicomScanner::Likeness::None);
    const int bare = int(DicomScanner::Likeness::Bare);
    const int certain = int(DicomScanner::Likeness::Certain);
    const QByteArray little = content(ExplicitLittle).dataSet();
    const QByteArray implicit = content(ImplicitLittle).dataSet();
    QTest::newRow("part 10, explicit") << content(ExplicitLittle).file() << s_explicit << certain;
    QTest::newRow("part 10, implicit") << content(ImplicitLittle).file() << u"1.2.840.10008.1.2"_s << certain;
    QTest::newRow("part 10, big endian") << content(ExplicitBig).file() << u"1.2.840.10008.1.2.2"_s << certain;
    QTest::newRow("no preamble") << DicomWriter::meta(s_explicit, false) + little << s_explicit << bare;
    QTest::newRow("DICM first") << "DICM" + DicomWriter::meta(s_explicit, false) + little << s_explicit << bare;
    QTest::newRow("no transfer syntax") << DicomWriter::meta({}) + implicit << u"1.2.840.10008.1.2"_s << certain;
    QTest::newRow("no meta") << QByteArray(128, '\0') + "DICM" + little << s_explicit << certain;
    QTest::newRow("bare explicit") << little << s_explicit << bare;
    QTest::newRow("bare implicit") << implicit << u"1.2.840.10008.1.2"_s << bare;
    QTest::newRow("bare big endian") << content(ExplicitBig).dataSet() << u"1.2.840.10008.1.2.2"_s << bare;
    QTest::newRow("stray byte")
        << " " + content(ExplicitLittle).text(0x00181000, "LO", "1").text(0x00181020, "LO", "2").dataSet() << s_explicit
        << bare;
    QTest::newRow("implicit though explicit is stated")
        << content(ImplicitLittle).file(s_explicit) << s_explicit << certain;
    QTest::newRow("explicit though implicit is stated")
        << content(ExplicitLittle).file(u"1.2.840.10008.1.2"_s) << u"1.2.840.10008.1.2"_s << certain;
    QTest::newRow("ACR-NEMA") << DicomWriter(ImplicitLittle)
                                     .bytes(0x00080000, "UL", DicomWriter().u32(80))
                                     .bytes(0x00080001, "UL", DicomWriter().u32(4000))
                                     .text(0x00080010, "LO", "ACR-NEMA 2.0")
                                     .text(Tags::studyDate, "DA", "1991.05.02")
                                     .text(Tags::modality, "CS", "CT")
                                     .text(Tags::patientName, "PN", "DOE")
                                     .dataSet()
                              << u"1.2.840.10008.1.2"_s << bare;
    QTest::newRow("empty") << QByteArray() << u"input-empty"_s << none;
    QTest::newRow("text") << QByteArray("Dear colleague,\nthank you for referring") << u"input-not-health-data"_s
                          << none;
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\2\0", 20) << u"input-not-health-data"_s
                             << none;
    QTest::newRow("eights") << QByteArray(400, '\x08') << u"input-not-health-data"_s << none;
    QTest::newRow("zeros") << QByteArray(4000, '\0') << u"input-not-health-data"_s << none;
    QTest::newRow("preamble alone") << QByteArray(128, '\0') + "DICM" << u"input-truncated"_s << certain;
    QTest::newRow("nothing behind the meta group") << DicomWriter::meta(s_explicit) << u"input-truncated"_s << certain;
    QTest::newRow("text behind the meta group")
        << DicomWriter::meta({}) + "Dear colleague, thank you for" << u"input-not-well-formed"_s << certain;
    // Elements of group 8 in a row, and yet nothing of a patient, study or instance.
    DicomWriter odd;
    for (Tag i = 1; i < 6; ++i)
        odd.text(0x00081000 + i, "SH", "xy");
    QTest::newRow("bare, and about nothing") << odd.dataSet() << u"input-not-health-data"_s << bare;
}

void TestDicomScanner::startsAreRecognized()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QFETCH(int, likeness);
    const auto scan = scanOf(bytes);
    QCOMPARE(scan ? scan->transferSyntax : outcome(scan), expected);
    QCOMPARE(int(DicomScanner::likeness(bytes, bytes.size())), likeness);
    if (!scan)
        return;
    const auto header = DicomHeader::parse(scan->header);
    QCOMPARE(outcome(header), u"ok"_s);
    const Dataset tree = header->tree();
    QVERIFY(tree.text(Tags::patientName).startsWith(u"DOE"_s, Qt::CaseInsensitive));
    QCOMPARE(tree.text(Tags::modality), u"CT"_s);
}

void TestDicomScanner::headerHoldsEverythingButPixels()
{
    const QByteArray document(3 * 1024 * 1024, 'p');
    const QByteArray file = ct().sequence(0x00081140, {DicomWriter().text(0x00081155, "UI", "1.2.9").dataSet()}, true)
                                .image(2, 3, 16)
                                .bytes(Tags::encapsulatedDocument, "OB", document)
                                .bytes(0x60003000, "OW", QByteArray(64, '\5'))
                                .bytes(Tags::pixelData, "OW", QByteArray(12, '\7'))
                                .file();
    const auto scan = scanOf(file);
    QCOMPARE(outcome(scan), u"ok"_s);
    QVERIFY(scan->hasPixels);
    QCOMPARE(file.sliced(scan->pixels.offset, scan->pixels.length), QByteArray(12, '\7'));
    QVERIFY(!scan->pixels.encapsulated && !scan->pixels.bigEndian && scan->pixels.vrOtherWord);
    QCOMPARE(scan->sopClass, QString::fromLatin1(s_ct));
    QCOMPARE(scan->sopInstance, u"1.2.3.4"_s);
    QVERIFY(!scan->header.contains(QByteArray(12, '\7')));
    const auto header = DicomHeader::parse(scan->header);
    QCOMPARE(outcome(header), u"ok"_s);
    const Dataset tree = header->tree();
    QCOMPARE(tree.bytes(Tags::encapsulatedDocument), document);
    QCOMPARE(tree.bytes(0x60003000), QByteArray(64, '\5'));
    QCOMPARE(tree.item(0x00081140).text(0x00081155), u"1.2.9"_s);
    QVERIFY(!tree.contains(Tags::pixelData));
}

void TestDicomScanner::nestedPixelsAreLeftOut()
{
    const QByteArray native = DicomWriter().image(1, 4).bytes(Tags::pixelData, "OW", QByteArray(4, '\7')).dataSet();
    const QByteArray compressed =
        DicomWriter().image(1, 4).fragments({}, {QByteArray("\xff\xd8\xff\xe0icon", 8)}).dataSet();
    for (const bool defined : {true, false}) {
        const auto scan =
            scanOf(ct().sequence(0x00880200, {native, compressed}, defined).text(0x00880904, "LO", "end").file(s_jpeg));
        QCOMPARE(outcome(scan), u"ok"_s);
        QVERIFY(!scan->hasPixels);
        const auto header = DicomHeader::parse(scan->header);
        QCOMPARE(outcome(header), u"ok"_s);
        const Dataset tree = header->tree();
        QCOMPARE(tree.items(0x00880200).size(), std::size_t(2));
        QVERIFY(!tree.items(0x00880200)[1].contains(Tags::pixelData));
        QCOMPARE(tree.items(0x00880200)[1].integer(Tags::columns), 4);
        QCOMPARE(tree.text(0x00880904), u"end"_s);
    }
}

void TestDicomScanner::largeValuesAreLeftOutAndTold()
{
    ScanLimits limits;
    limits.valueBytes = 1000;
    const QByteArray file =
        ct().bytes(Tags::encapsulatedDocument, "OB", QByteArray(1002, 'p')).text(0x00420012, "LO", "x/y").file();
    const auto scan = scanOf(file, limits);
    QCOMPARE(outcome(scan), u"ok"_s);
    QCOMPARE(scan->omitted.size(), 1);
    QCOMPARE(scan->omitted.first().tag, Tags::encapsulatedDocument);
    QCOMPARE(file.sliced(scan->omitted.first().offset, scan->omitted.first().length), QByteArray(1002, 'p'));
    limits.headerBytes = 1000;
    limits.valueBytes = 2000;
    QCOMPARE(outcome(scanOf(file, limits)), u"input-too-large"_s);
}

void TestDicomScanner::depth_data()
{
    QTest::addColumn<Encoding>("encoding");
    QTest::addColumn<bool>("defined");
    QTest::addColumn<Tag>("tag");
    QTest::addColumn<QByteArray>("vr");
    const Tag standard = 0x00400275;
    const Tag privately = 0x00091001;
    QTest::newRow("explicit") << Encoding::ExplicitLittle << false << standard << QByteArray("SQ");
    QTest::newRow("explicit, defined") << Encoding::ExplicitLittle << true << standard << QByteArray("SQ");
    QTest::newRow("big endian") << Encoding::ExplicitBig << true << standard << QByteArray("SQ");
    QTest::newRow("implicit") << Encoding::ImplicitLittle << false << standard << QByteArray("SQ");
    QTest::newRow("implicit, defined") << Encoding::ImplicitLittle << true << standard << QByteArray("SQ");
    QTest::newRow("implicit, private, defined") << Encoding::ImplicitLittle << true << privately << QByteArray("SQ");
    QTest::newRow("implicit, private") << Encoding::ImplicitLittle << false << privately << QByteArray("SQ");
}

void TestDicomScanner::depth()
{
    QFETCH(Encoding, encoding);
    QFETCH(bool, defined);
    QFETCH(Tag, tag);
    QFETCH(QByteArray, vr);
    const auto file = [&](int depth) {
        return DicomWriter(encoding)
            .instance(s_ct)
            .append(nested(depth, encoding, defined, tag, vr.constData()))
            .file();
    };
    QCOMPARE(outcome(scanOf(file(32))), u"ok"_s);
    const auto refused = scanOf(file(33));
    QCOMPARE(outcome(refused), u"input-too-deep"_s);
    QCOMPARE(refused.error().args, QStringList{u"32"_s});
    if (groupOf(tag) == 0x0040) {
        const auto header = DicomHeader::parse(scanOf(file(32))->header);
        QCOMPARE(outcome(header), u"ok"_s);
        const Dataset tree = header->tree();
        const Dataset *at = &tree;
        int levels = 0;
        for (; !at->items(tag).empty(); at = &at->item(tag))
            ++levels;
        QCOMPARE(levels, 32);
    }
}

void TestDicomScanner::aHundredThousandSequences_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray itemTag("\xfe\xff\x00\xe0\xff\xff\xff\xff", 8);
    const QByteArray explicitOne = DicomWriter().raw(0x00400275, "SQ", undefinedLength, itemTag).dataSet();
    const QByteArray unknownOne = DicomWriter().raw(0x00400275, "UN", undefinedLength, itemTag).dataSet();
    const QByteArray implicitOne =
        DicomWriter(Encoding::ImplicitLittle).raw(0x00400275, "SQ", undefinedLength, itemTag).dataSet();
    QTest::newRow("explicit") << ct().append(explicitOne.repeated(100'000)).file();
    QTest::newRow("implicit")
        << DicomWriter(Encoding::ImplicitLittle).instance(s_ct).append(implicitOne.repeated(100'000)).file();
    QTest::newRow("UN, then implicit") << ct().append(unknownOne + implicitOne.repeated(100'000)).file();
    // A value of known length, whose levels are only seen by looking into it.
    const QByteArray inside = itemTag + implicitOne.repeated(100'000);
    QTest::newRow("within a UN value") << ct().bytes(0x00091010, "UN", inside).file();
    QTest::newRow("within a private implicit value")
        << DicomWriter(Encoding::ImplicitLittle).instance(s_ct).bytes(0x00091010, "UN", inside).file();
    QTest::newRow("within a deflated data set")
        << DicomWriter::meta(s_deflated) + deflatedBytes(ct().append(explicitOne.repeated(100'000)).dataSet());
}

void TestDicomScanner::aHundredThousandSequences()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(outcome(scanOf(bytes)), u"input-too-deep"_s);
}

void TestDicomScanner::wrongLengths_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const QString malformed = u"input-not-well-formed"_s;
    const QString truncated = u"input-truncated"_s;
    const QByteArray name = DicomWriter().text(Tags::patientName, "PN", "Doe^John").dataSet();
    const QByteArray itemTag("\xfe\xff\x00\xe0", 4);
    const DicomWriter w;
    QTest::newRow("value beyond the file") << ct().raw(0x00100010, "PN", 500, "Doe^John").file() << truncated;
    QTest::newRow("4 GiB value") << ct().raw(0x00420011, "OB", 0xfffffffe, "abcd").file() << truncated;
    QTest::newRow("undefined length of text")
        << ct().raw(0x00104000, "UT", undefinedLength, "abcd").file() << malformed;
    QTest::newRow("undefined length of bytes")
        << ct().raw(0x00420011, "OB", undefinedLength, "abcd").file() << malformed;
    QTest::newRow("undefined length of words among private elements")
        << ct().raw(0x00091011, "OW", undefinedLength, w.item(name, true)).file() << malformed;
    QTest::newRow("sequence beyond the file")
        << ct().raw(0x00400275, "SQ", 100, w.item(name, true)).file() << truncated;
    QTest::newRow("item beyond its sequence")
        << ct().raw(0x00400275, "SQ", 8, itemTag + w.u32(18)).append(name + name).file() << malformed;
    QTest::newRow("element beyond its item")
        << ct().raw(0x00400275, "SQ", 18, itemTag + w.u32(10) + name.first(10)).append(name).file() << malformed;
    QTest::newRow("item shorter than an element's head")
        << ct().raw(0x00400275, "SQ", 12, itemTag + w.u32(4) + "abcd").file() << malformed;
    QTest::newRow("sequence shorter than an item's head") << ct().raw(0x00400275, "SQ", 4, "abcd").file() << malformed;
    QTest::newRow("element where an item should be")
        << ct().raw(0x00400275, "SQ", undefinedLength, name).file() << malformed;
    QTest::newRow("no item delimiter")
        << ct().raw(0x00400275, "SQ", undefinedLength, itemTag + w.u32(undefinedLength) + name).file() << truncated;
    QTest::newRow("sequence delimiter in an item")
        << ct().raw(0x00400275, "SQ", undefinedLength,
                    itemTag + w.u32(undefinedLength) + name + w.u32(0xe0ddfffe) + w.u32(0))
               .file()
        << malformed;
    QTest::newRow("delimiter with a length")
        << ct().raw(0x00400275, "SQ", undefinedLength, w.item(name, true) + w.u32(0xe0ddfffe) + w.u32(4) + "abcd")
               .file()
        << malformed;
    QTest::newRow("item outside of a sequence") << ct().append(w.item(name, true)).file() << malformed;
    QTest::newRow("command group") << ct().text(0x00000002, "UI", "1.2").file() << malformed;
    QTest::newRow("meta group again") << ct().text(0x00020010, "UI", "1.2").file() << malformed;
    QTest::newRow("text behind the data set") << ct().append("and so on, and so on").file() << malformed;
    QTest::newRow("text behind zeros") << ct().append(QByteArray(20, '\0') + "end").file() << malformed;
    QTest::newRow("zeros where the rest should be") << ct().append(QByteArray(4096, '\0')).file() << truncated;
    QTest::newRow("zeros and nothing else") << DicomWriter::meta(s_explicit) + QByteArray(64, '\0') << truncated;
    QTest::newRow("pixels and nothing else") << DicomWriter().bytes(Tags::pixelData, "OW", "ab").file() << malformed;
    QTest::newRow("three bytes of an element") << ct().append(name.first(3)).file() << truncated;
    QTest::newRow("standard sequence of bytes") << ct().raw(0x00400275, "SQ", 8, "abcdefgh").file() << malformed;
    QTest::newRow("implicit standard sequence, damaged inside")
        << DicomWriter(Encoding::ImplicitLittle)
               .instance(s_ct)
               .bytes(0x00400275, "SQ", itemTag + w.u32(20) + "abcd")
               .file()
        << malformed;
    QTest::newRow("pixels twice")
        << ct().image(1, 2).bytes(Tags::pixelData, "OW", "ab").bytes(Tags::pixelData, "OW", "ab").file() << malformed;
    QTest::newRow("float pixels beside pixels")
        << ct().image(1, 1, 32).bytes(Tags::floatPixelData, "OF", "abcd").bytes(Tags::pixelData, "OW", "abcd").file()
        << malformed;
    QTest::newRow("meta element beyond the file")
        << QByteArray(128, '\0') + "DICM" + DicomWriter().raw(0x00020010, "UI", 200, "1.2").dataSet() << truncated;
    QTest::newRow("VR of its own invention, and nothing fits behind it")
        << ct().append(QByteArray("\x10\0\x10\0ZZ\0\0", 8) + w.u32(300'000) + QByteArray(600'000, 'x')).file()
        << malformed;
    QTest::newRow("no VR at all") << ct().append(QByteArray("\x10\0\x10\0\x01\x02\xff\xff", 8) + name).file()
                                  << malformed;
}

void TestDicomScanner::wrongLengths()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    const auto scan = scanOf(bytes);
    QCOMPARE(outcome(scan), expected);
    QVERIFY(scan.error().args.first().startsWith(u"byte "_s));
}

void TestDicomScanner::untidy_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("notes");
    const DicomWriter w;
    const QByteArray name = DicomWriter().text(Tags::patientName, "PN", "Doe^John").dataSet();
    const QByteArray items = w.item(DicomWriter().text(0x00080100, "SH", "T-1").dataSet(), true);
    const QByteArray code = DicomWriter(Encoding::ImplicitLittle).text(0x00080100, "SH", "T-1").dataSet();
    QTest::newRow("tidy") << ct().append(name).file() << QString();
    QTest::newRow("zeros behind") << ct().append(name + QByteArray(1000, '\0')).file() << u"trailing-bytes"_s;
    QTest::newRow("one zero behind") << ct().append(name + '\0').file() << u"trailing-bytes"_s;
    QTest::newRow("odd length") << ct().append(name).bytes(0x00100020, "LO", "123").text(0x00102160, "SH", "ab").file()
                                << QString();
    QTest::newRow("group length") << ct().bytes(0x00100000, "UL", w.u32(77777)).append(name).file() << QString();
    QTest::newRow("VR of its own invention") << ct().append(name)
                                                    .raw(0x00101010, "ZZ", 2, "ab")
                                                    .append(DicomWriter().text(0x00102160, "SH", "ab").dataSet())
                                                    .file()
                                             << QString();
    QTest::newRow("new VR with a very long length")
        << ct().append(name + QByteArray("\x10\0\x11\x10ZZ\0\0", 8) + w.u32(300'000) + QByteArray(300'000, 'x'))
               .text(0x00102160, "SH", "ab")
               .file()
        << QString();
    QTest::newRow("new VR with a long length") << ct().append(name)
                                                      .append(QByteArray("\x10\0\x11\x10ZZ\0\0\4\0\0\0abcd", 16))
                                                      .text(0x00102160, "SH", "ab")
                                                      .file()
                                               << QString();
    QTest::newRow("two question marks") << ct().append(name)
                                               .raw(0x00101010, "\?\?", 2, "ab")
                                               .append(DicomWriter().text(0x00102160, "SH", "ab").dataSet())
                                               .file()
                                        << QString();
    QTest::newRow("no VR among explicit ones")
        << ct().append(name)
               .append(DicomWriter(Encoding::ImplicitLittle).text(0x00101010, "AS", "033Y").dataSet())
               .text(0x00102160, "SH", "ab")
               .file()
        << QString();
    QTest::newRow("implicit items in an explicit private sequence")
        << ct().append(name)
               .raw(0x00111010, "SQ", undefinedLength, w.item(code, false) + w.u32(0xe0ddfffe) + w.u32(0))
               .file()
        << QString();
    QTest::newRow("delimiter after a defined length")
        << ct().append(name).bytes(0x00400275, "SQ", items).append(w.u32(0xe0ddfffe) + w.u32(0)).file() << QString();
    QTest::newRow("delimiter within a defined length")
        << ct().append(name).bytes(0x00400275, "SQ", items + w.u32(0xe0ddfffe) + w.u32(0)).file() << QString();
    QTest::newRow("private sequence of bytes")
        << ct().append(name).raw(0x00111010, "SQ", 10, "0123456789").file() << QString();
    QTest::newRow("bytes that begin like an item")
        << ct().append(name).bytes(0x00111010, "UN", QByteArray("\xfe\xff\x00\xe0", 4) + "anything at all").file()
        << QString();
    QTest::newRow("out of order") << ct().append(name).text(Tags::modality, "CS", "CT").file() << QString();
    QTest::newRow("repeated") << ct().append(name + name).file() << u"repeated-element"_s;
    QTest::newRow("padding element") << ct().append(name).bytes(0xfffcfffc, "OB", QByteArray(100, '\0')).file()
                                     << QString();
    QTest::newRow("other encoding") << DicomWriter(Encoding::ImplicitLittle)
                                           .instance(s_ct)
                                           .text(Tags::patientName, "PN", "Doe^John")
                                           .file(s_explicit)
                                    << u"encoding-differs"_s;
}

void TestDicomScanner::untidy()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, notes);
    const auto scan = scanOf(bytes);
    QCOMPARE(outcome(scan), u"ok"_s);
    QCOMPARE(scan->notes.join(u' '), notes);
    const auto header = DicomHeader::parse(scan->header);
    QCOMPARE(outcome(header), u"ok"_s);
    const Dataset tree = header->tree();
    QCOMPARE(tree.text(Tags::patientName), u"Doe^John"_s);
    QCOMPARE(tree.text(Tags::sopInstance), u"1.2.3.4"_s);
    if (tree.contains(0x00102160))
        QCOMPARE(tree.text(0x00102160), u"ab"_s);
    if (bytes.contains("033Y"))
        QCOMPARE(tree.text(0x00101010), u"033Y"_s);
    if (bytes.contains("T-1")) {
        const Tag tag = tree.contains(0x00400275) ? Tag(0x00400275) : Tag(0x00111010);
        QCOMPARE(tree.item(tag).text(0x00080100), u"T-1"_s);
    }
}

void TestDicomScanner::repeatedElements()
{
    const auto twice = scanOf(ct().text(Tags::patientId, "LO", "11").text(Tags::patientId, "LO", "12").file());
    QCOMPARE(outcome(twice), u"input-duplicate-key"_s);
    QCOMPARE(twice.error().args, QStringList{u"(0010,0020)"_s});
    // Not next to each other, and in an item.
    const QByteArray item =
        DicomWriter().text(0x00080100, "SH", "A").text(0x00080102, "SH", "B").text(0x00080100, "SH", "C").dataSet();
    QCOMPARE(outcome(scanOf(ct().sequence(0x00400275, {item}).file())), u"input-duplicate-key"_s);
    // Within something private it matters to nobody.
    QCOMPARE(outcome(scanOf(ct().sequence(0x00091010, {item}).file())), u"ok"_s);
    // The same in two items is no repetition.
    const QByteArray one = DicomWriter().text(0x00080100, "SH", "A").dataSet();
    const QByteArray other = DicomWriter().text(0x00080100, "SH", "C").dataSet();
    QCOMPARE(outcome(scanOf(ct().sequence(0x00400275, {one, other}).file())), u"ok"_s);
    // Sequences, the same and not.
    QCOMPARE(outcome(scanOf(ct().sequence(0x00400275, {one}).sequence(0x00400275, {one}, true).file())), u"ok"_s);
    QCOMPARE(outcome(scanOf(ct().sequence(0x00400275, {one}).sequence(0x00400275, {other}).file())),
             u"input-duplicate-key"_s);
}

void TestDicomScanner::countsAreLimited()
{
    ScanLimits limits;
    limits.elements = 100;
    DicomWriter many = ct();
    for (Tag i = 0; i < 98; ++i)
        many.text(0x00091010 + i, "LO", "x");
    QCOMPARE(outcome(scanOf(many.file(), limits)), u"ok"_s);
    many.text(0x00091100, "LO", "x");
    QCOMPARE(outcome(scanOf(many.file(), limits)), u"input-too-large"_s);
    const QList<QByteArray> pieces(120, QByteArray("\xff\xd8\xff\xe0", 4));
    QCOMPARE(outcome(scanOf(ct().image(1, 1, 8, 1, "120").fragments({}, pieces).file(s_jpeg), limits)),
             u"input-too-large"_s);
}

void TestDicomScanner::cancelling()
{
    const QByteArray file = ct().text(Tags::patientName, "PN", "Doe^John").file();
    MemoryStream stream(file);
    QCOMPARE(outcome(DicomScanner(stream, [](qint64) { return false; }).scan()), u"cancelled"_s);
}

QTEST_GUILESS_MAIN(TestDicomScanner)
#include "tst_dicomscanner.moc"
