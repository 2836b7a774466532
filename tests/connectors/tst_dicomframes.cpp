// SPDX-License-Identifier: Apache-2.0
// Compressed frames that may not be complete: which of them the scan hands on to be decoded, and what the report says.
#include "connectors/DicomFixtures.h"
#include "dicom/FrameProbe.h"

using namespace Chartline;
using namespace Chartline::Test;
using namespace Qt::StringLiterals;

namespace {

QByteArray be16(int value)
{
    return {QByteArray(1, char(value >> 8)) + char(value & 0xff)};
}
QByteArray be32(quint32 value)
{
    return be16(int(value >> 16)) + be16(int(value & 0xffff));
}

QByteArray jpeg(bool ended = true)
{
    return QByteArray("\xff\xd8\xff\xe0") + be16(4) + "ab" + "\xff\xda" + be16(4) + "cd" + "data"
           + (ended ? "\xff\xd9" : "");
}

// One component of 4 × 6, two tile-parts of which the second has `body` bytes.
QByteArray j2k(qsizetype body = 10, qsizetype told = -1, bool ended = true, int rows = 4, int columns = 6)
{
    const auto tilePart = [](qsizetype length, const QByteArray &data) {
        return QByteArray("\xff\x90") + be16(10) + be16(0) + be32(quint32(length)) + QByteArray("\0\1\xff\x93", 4)
               + data;
    };
    QByteArray bytes = QByteArray("\xff\x4f\xff\x51") + be16(41) + be16(0) + be32(quint32(columns))
                       + be32(quint32(rows)) + be32(0) + be32(0) + be32(6) + be32(4) + be32(0) + be32(0) + be16(1)
                       + QByteArray("\7\1\1", 3);
    bytes += QByteArray("\xff\x52") + be16(12) + QByteArray(10, '\1');
    bytes += tilePart(14 + 5, "abcde") + tilePart(told < 0 ? 14 + body : told, QByteArray(body, 'x'));
    return bytes + (ended ? "\xff\xd9" : "");
}

QByteArray boxed(const QByteArray &codestream, bool toEnd)
{
    const auto box = [](const QByteArray &type, const QByteArray &content) {
        return be32(quint32(content.size() + 8)) + type + content;
    };
    return box("jP  ", "\r\n\x87\n") + box("ftyp", "jp2 ") + (toEnd ? be32(0) : be32(quint32(codestream.size() + 8)))
           + "jp2c" + codestream;
}

QByteArray rle(const QList<quint32> &offsets, qsizetype size)
{
    QByteArray bytes(size, '\0');
    qToLittleEndian(quint32(offsets.size()), bytes.data());
    for (qsizetype i = 0; i < offsets.size(); ++i)
        qToLittleEndian(offsets[i], bytes.data() + 4 + 4 * i);
    return bytes;
}

// Says of a doubtful frame what it is told to.
class DoubtingReader final : public DicomReader
{
public:
    explicit DoubtingReader(QString doubt)
        : m_doubt(std::move(doubt))
    { }
    [[nodiscard]] Result<DicomReading> read(const DicomScan &scan) const override
    {
        CHARTLINE_ASSIGN(const DicomHeader header, DicomHeader::parse(scan.header));
        return DicomReading{header.tree(), {}, {}, scan.doubtful ? m_doubt : QString()};
    }

private:
    QString m_doubt;
};

DicomWriter image(const QByteArray &frames = {})
{
    return study().image(4, 6, 8, 1, frames);
}

} // namespace

class TestDicomFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void complete_data();
    void complete();
    void everyPrefixIsDoubtful();
    void scanned_data();
    void scanned();
    void iconsAreLeftOut();
    void tooLargeToLookAt();
    void remarks();
    void sharedFiles();
};

void TestDicomFrames::complete_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<bool>("expected");
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("JPEG") << jpeg() << true;
    QTest::newRow("JPEG, padded") << jpeg() + QByteArray(3, '\0') << true;
    QTest::newRow("JPEG without an end") << jpeg(false) << false;
    QTest::newRow("JPEG 2000") << j2k() << true;
    QTest::newRow("JPEG 2000, padded") << j2k() + '\0' << true;
    QTest::newRow("JPEG 2000, last tile-part to the end") << j2k(10, 0) << true;
    QTest::newRow("JPEG 2000, to an end that is not there") << j2k(10, 0, false) << false;
    QTest::newRow("JPEG 2000 without an end") << j2k(10, -1, false) << false;
    QTest::newRow("JPEG 2000, a tile-part longer than told") << j2k(10, 20) << false;
    QTest::newRow("JPEG 2000, a tile-part without room for itself") << j2k(10, 3) << false;
    QTest::newRow("JPEG 2000 of other rows") << j2k(10, -1, true, 5, 6) << false;
    QTest::newRow("JPEG 2000 of other columns") << j2k(10, -1, true, 4, 7) << false;
    QTest::newRow("JP2") << boxed(j2k(), false) << true;
    QTest::newRow("JP2, codestream to the end") << boxed(j2k(), true) << true;
    QTest::newRow("JP2, cut off") << boxed(j2k(), false).chopped(1) << false;
    QTest::newRow("JP2 without a codestream") << boxed(j2k(), false).first(36) << false;
    QTest::newRow("RLE") << rle({64, 80}, 100) << true;
    QTest::newRow("RLE, a segment behind the end") << rle({64, 100}, 100) << false;
    QTest::newRow("RLE, segments out of order") << rle({80, 64}, 100) << false;
    QTest::newRow("RLE, a segment in the header") << rle({60}, 100) << false;
    QTest::newRow("RLE, no segment") << rle({}, 100) << false;
    QTest::newRow("RLE, shorter than its header") << rle({64}, 63) << false;
    QTest::newRow("JPEG XL") << QByteArray("\xff\x0a whatever") << true;
    QTest::newRow("JPEG XL in boxes") << QByteArray("\0\0\0\x0cJXL \r\n\x87\n", 12) << true;
    QTest::newRow("anything") << QByteArray(100, 'z') << false;
}

void TestDicomFrames::complete()
{
    QFETCH(QByteArray, frame);
    QTEST(looksComplete(frame, 4, 6), "expected");
}

// Cut anywhere, it is noticed; and no cut is read behind its end.
void TestDicomFrames::everyPrefixIsDoubtful()
{
    for (const QByteArray &whole : {jpeg(), j2k(), boxed(j2k(), false), boxed(j2k(), true)}) {
        QVERIFY(looksComplete(whole, 4, 6));
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const QByteArray own(whole.constData(), length);
            QVERIFY2(!looksComplete(own, 4, 6), qPrintable(u"%1 of %2"_s.arg(length).arg(whole.size())));
        }
    }
}

void TestDicomFrames::scanned_data()
{
    QTest::addColumn<QList<QByteArray>>("fragments");
    QTest::addColumn<QByteArray>("frames");
    QTest::addColumn<int>("doubtful"); // -1: none
    const auto even = [](QByteArray bytes) { return bytes.size() % 2 ? bytes + '\0' : bytes; };
    const QByteArray whole = even(jpeg());
    const QByteArray cut = even(jpeg(false));
    QTest::newRow("whole") << QList{whole} << QByteArray() << -1;
    QTest::newRow("cut") << QList{cut} << QByteArray() << 0;
    QTest::newRow("in pieces") << QList{whole.first(8), whole.sliced(8)} << QByteArray() << -1;
    QTest::newRow("in pieces, the last missing") << QList{whole.first(8), whole.sliced(8, 4)} << QByteArray() << 0;
    QTest::newRow("frames") << QList{whole, whole, whole} << QByteArray("3") << -1;
    QTest::newRow("second of three") << QList{whole, cut, whole} << QByteArray("3") << 1;
    QTest::newRow("the first of two cut ones") << QList{whole, cut, cut} << QByteArray("3") << 1;
    QTest::newRow("last of three, in pieces")
        << QList{whole, whole.first(8), whole.sliced(8), cut} << QByteArray("3") << 2;
    QTest::newRow("frames that are no codestream") << QList<QByteArray>{"abcd", "efgh"} << QByteArray("2") << 0;
}

void TestDicomFrames::scanned()
{
    QFETCH(QList<QByteArray>, fragments);
    QFETCH(QByteArray, frames);
    QFETCH(int, doubtful);
    const auto scan = scanOf(image(frames).fragments({}, fragments).file(s_jpeg));
    QCOMPARE(outcome(scan), u"ok"_s);
    QCOMPARE(scan->pixelProblem, QString());
    QCOMPARE(scan->doubtful ? scan->doubtful->frame : -1, doubtful);
    if (!scan->doubtful)
        return;
    QByteArray bytes;
    const auto &place = scan->pixels;
    const auto at = std::size_t(doubtful);
    const auto end =
        at + 1 < place.firstFragment.size() ? std::size_t(place.firstFragment[at + 1]) : place.fragments.size();
    for (auto i = std::size_t(place.firstFragment[at]); i < end; ++i)
        bytes += fragments[qsizetype(i)];
    QCOMPARE(scan->doubtful->bytes, bytes);
}

// An icon's compressed pixels are not the image's.
void TestDicomFrames::iconsAreLeftOut()
{
    const QByteArray icon = DicomWriter().image(2, 2).fragments({}, {jpeg(false) + '\0'}).dataSet();
    const auto scan = scanOf(study().sequence(0x00880200, {icon}).image(4, 6).fragments({}, {jpeg()}).file(s_jpeg));
    QCOMPARE(outcome(scan), u"ok"_s);
    QVERIFY(!scan->doubtful);
}

void TestDicomFrames::tooLargeToLookAt()
{
    ScanLimits limits;
    limits.frameBytes = 100;
    const QByteArray large = jpeg(false) + QByteArray(200, 'x');
    const auto scan = scanOf(image("2").fragments({}, {large, jpeg(false)}).file(s_jpeg), limits);
    QCOMPARE(outcome(scan), u"ok"_s);
    QVERIFY(scan->doubtful); // the second; the first is left alone
    QCOMPARE(scan->doubtful->frame, 1);
}

void TestDicomFrames::remarks()
{
    const auto remarksOf = [](const QByteArray &file, const QString &doubt) {
        const DicomConnector connector(std::make_shared<DoubtingReader>(doubt));
        MemoryStream stream(file);
        RecordCollector sink;
        const Status read = connector.read(stream, {}, ReadMode::Map, sink);
        return read && sink.records.size() == 1 ? sink.records.front().remarks : QStringList{u"refused"_s};
    };
    const QByteArray whole = image().fragments({}, {jpeg()}).file(s_jpeg);
    const QByteArray cut = image().fragments({}, {jpeg(false)}).file(s_jpeg);
    QCOMPARE(remarksOf(whole, u"partly-decoded"_s), QStringList());
    QCOMPARE(remarksOf(cut, u"partly-decoded"_s), QStringList{u"partly-decoded"_s});
    QCOMPARE(remarksOf(cut, u"not-decoded"_s), QStringList{u"not-decoded"_s});
    QCOMPARE(remarksOf(cut, {}), QStringList());
    QCOMPARE(remarksOf(image().file(), {}), QStringList{u"no-pixel-data"_s});
}

// Of the shared files, only the ones that are meant to be damaged are doubted.
void TestDicomFrames::sharedFiles()
{
    if (!QFile::exists(imagingFolder()))
        QSKIP("The shared collection of images is not here.");
    QStringList doubted;
    for (const QString &name : filesBelow(imagingFolder())) {
        const auto scan = scanOf(readFile(imagingFolder() + name));
        if (scan && scan->doubtful)
            doubted.append(name.section(u'/', -1));
    }
    qInfo().noquote() << doubted.join(u'\n');
    QVERIFY(doubted.contains(u"JPEG2000-embedded-sequence-delimiter.dcm"_s));
    QVERIFY2(doubted.size() < 20, "whole files are doubted: each costs a frame's decoding at import");
}

QTEST_GUILESS_MAIN(TestDicomFrames)
#include "tst_dicomframes.moc"
