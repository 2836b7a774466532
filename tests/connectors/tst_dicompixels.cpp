// SPDX-License-Identifier: Apache-2.0
#include "DicomFixtures.h"

using namespace Chartline;
using namespace Chartline::Test;
using namespace Qt::StringLiterals;

namespace {

// Gives at most `step` bytes at a time, and does not know its size.
class SmallSteps final : public ByteStream
{
public:
    SmallSteps(QByteArrayView bytes, qint64 step)
        : m_inner(bytes)
        , m_step(step)
    { }
    [[nodiscard]] Result<qint64> read(std::span<char> buffer) override
    {
        return m_inner.read(buffer.first(std::min<std::size_t>(buffer.size(), std::size_t(m_step))));
    }
    [[nodiscard]] qint64 size() const override { return -1; }

private:
    MemoryStream m_inner;
    qint64 m_step;
};

// A head, then as many zeros as wanted, then a tail: a file larger than any memory.
class HugeStream final : public ByteStream
{
public:
    HugeStream(QByteArray head, qint64 zeros)
        : m_head(std::move(head))
        , m_size(m_head.size() + zeros)
    { }
    [[nodiscard]] Result<qint64> read(std::span<char> buffer) override
    {
        const auto count = qint64(std::min<qint64>(qint64(buffer.size()), m_size - m_at));
        for (qint64 i = 0; i < count; ++i)
            buffer[std::size_t(i)] = m_at + i < m_head.size() ? m_head[m_at + i] : '\0';
        m_at += count;
        return count;
    }
    [[nodiscard]] qint64 size() const override { return m_size; }

private:
    QByteArray m_head;
    qint64 m_size;
    qint64 m_at = 0;
};

} // namespace

class TestDicomPixels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nativePixels_data();
    void nativePixels();
    void tooManyPixels();
    void frames_data();
    void frames();
    void offsetTables();
    void pixelProblems_data();
    void pixelProblems();
    void deflated();
    void deflateBombs();
    void bytesComeInAnyPieces();
    void hugeFilesNeedLittleMemory();
    void truncations_data();
    void truncations();
};

void TestDicomPixels::nativePixels_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("notes");
    const auto pixels = [](qsizetype count) { return QByteArray(count, '\1'); };
    const auto with = [&](DicomWriter writer, qsizetype count, const char *vr = "OW") {
        return writer.bytes(Tags::pixelData, vr, pixels(count)).file();
    };
    const QString ok = u"ok"_s;
    const QString truncated = u"input-truncated"_s;
    const QString longer = u"pixel-data-longer"_s;
    QTest::newRow("exact") << with(ct().image(5, 7, 16), 70) << ok << QString();
    QTest::newRow("padded") << with(ct().image(5, 7, 8), 36) << ok << QString();
    QTest::newRow("short by one") << with(ct().image(5, 7, 16), 69) << truncated << QString();
    QTest::newRow("short by a frame") << with(ct().image(5, 7, 8, 1, "3"), 71) << truncated << QString();
    QTest::newRow("one frame more") << with(ct().image(5, 7, 8, 1, "3"), 140) << ok << longer;
    QTest::newRow("colour") << with(ct().image(4, 4, 8, 3), 48) << ok << QString();
    QTest::newRow("colour, short") << with(ct().image(4, 4, 8, 3), 46) << truncated << QString();
    QTest::newRow("one bit a pixel") << with(ct().image(3, 3, 1, 1, "7"), 8) << ok << QString();
    QTest::newRow("one bit a pixel, short") << with(ct().image(3, 3, 1, 1, "8"), 8) << truncated << QString();
    QTest::newRow("one bit a pixel, empty") << with(ct().image(3, 3, 1), 0) << truncated << QString();
    QTest::newRow("no frame count to read")
        << with(ct().image(4, 4, 8, 1, "1A"), 48) << ok << u"frame-count-unreadable"_s;
    QTest::newRow("no frame count to read, short") << with(ct().image(4, 4, 8, 1, "1A"), 8) << truncated << QString();
    QTest::newRow("no frames") << with(ct().image(4, 4, 8, 1, "0"), 16) << ok << u"frame-count-unreadable"_s;
    DicomWriter halved = ct();
    halved.us(Tags::samplesPerPixel, 3).text(Tags::photometricInterpretation, "CS", "YBR_FULL_422");
    halved.us(Tags::rows, 4).us(Tags::columns, 4).us(Tags::bitsAllocated, 8);
    QTest::newRow("4:2:2") << with(halved, 32) << ok << QString();
    QTest::newRow("4:2:2, short") << with(halved, 31) << truncated << QString();
    QTest::newRow("floats") << ct().image(2, 2, 32).bytes(Tags::floatPixelData, "OF", pixels(16)).file() << ok
                            << QString();
    QTest::newRow("floats, short") << ct().image(2, 2, 32).bytes(Tags::floatPixelData, "OF", pixels(12)).file()
                                   << truncated << QString();
    QTest::newRow("doubles, short") << ct().image(2, 2, 64).bytes(Tags::doublePixelData, "OD", pixels(31)).file()
                                    << truncated << QString();
}

void TestDicomPixels::nativePixels()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QFETCH(QString, notes);
    const auto scan = scanOf(bytes);
    QCOMPARE(outcome(scan), expected);
    if (!scan)
        return;
    QCOMPARE(scan->notes.join(u' '), notes);
    QVERIFY(scan->hasPixels && scan->pixelProblem.isEmpty());
    QVERIFY(bytes.sliced(scan->pixels.offset, scan->pixels.length).count('\1') == scan->pixels.length);
    if (notes == u"frame-count-unreadable"_s)
        QCOMPARE(qint64(scan->frames), scan->pixels.length / 16);
}

void TestDicomPixels::tooManyPixels()
{
    // What is claimed is refused before anybody believes it, compressed or not.
    const auto jpeg = [](quint16 side, const QByteArray &frames) {
        return ct().image(side, side, 8, 1, frames).fragments({}, {QByteArray("\xff\xd8\xff\xe0", 4)}).file(s_jpeg);
    };
    QCOMPARE(outcome(scanOf(jpeg(16384, "1"))), u"ok"_s);
    QCOMPARE(outcome(scanOf(jpeg(16385, "1"))), u"input-too-many-pixels"_s);
    QCOMPARE(outcome(scanOf(jpeg(65535, "1"))), u"input-too-many-pixels"_s);
    QCOMPARE(outcome(scanOf(jpeg(16384, "33"))), u"input-too-many-pixels"_s);
    QCOMPARE(outcome(scanOf(jpeg(1, "9223372036854775807"))), u"input-too-many-pixels"_s);
    QCOMPARE(outcome(scanOf(jpeg(2, "4611686018427387904"))), u"input-too-many-pixels"_s);
    // More frames than there can be bytes for.
    QCOMPARE(outcome(scanOf(ct().image(1, 1, 16, 1, "4000000000").bytes(Tags::pixelData, "OW", "ab").file())),
             u"input-truncated"_s);
}

void TestDicomPixels::frames_data()
{
    QTest::addColumn<QByteArray>("frameCount");
    QTest::addColumn<QByteArrayList>("pieces");
    QTest::addColumn<QList<quint32>>("table");
    QTest::addColumn<QString>("expected"); // first fragments, or the problem, or the error
    const QByteArray start("\xff\xd8\xff\xe0", 4);
    const QByteArray more("more");
    using Table = QList<quint32>;
    QTest::newRow("one") << QByteArray() << QByteArrayList{start} << Table{} << u"0"_s;
    QTest::newRow("one in three pieces") << QByteArray("1") << QByteArrayList{start, more, more} << Table{0} << u"0"_s;
    QTest::newRow("one each") << QByteArray("3") << QByteArrayList{start, start, start} << Table{} << u"0,1,2"_s;
    QTest::newRow("one each, of no known codec")
        << QByteArray("3") << QByteArrayList{more, more, more} << Table{} << u"0,1,2"_s;
    QTest::newRow("table") << QByteArray("2") << QByteArrayList{start, more, start} << Table{0, 24} << u"0,2"_s;
    QTest::newRow("table, no codec known")
        << QByteArray("2") << QByteArrayList{more, more, more} << Table{0, 12} << u"0,1"_s;
    QTest::newRow("wrong table, one each")
        << QByteArray("2") << QByteArrayList{start, start} << Table{0, 13} << u"0,1"_s;
    QTest::newRow("table of another count")
        << QByteArray("2") << QByteArrayList{start, more, start} << Table{0} << u"0,2"_s;
    QTest::newRow("table beyond everything")
        << QByteArray("2") << QByteArrayList{start, start} << Table{0, 0xfffffff0} << u"0,1"_s;
    QTest::newRow("by the beginnings") << QByteArray("2") << QByteArrayList{start, more, more, start, more} << Table{}
                                       << u"0,3"_s;
    QTest::newRow("an empty piece at the end")
        << QByteArray("2") << QByteArrayList{start, start, ""} << Table{} << u"0,1"_s;
    QTest::newRow("beginnings do not tell")
        << QByteArray("2") << QByteArrayList{more, more, more} << Table{} << u"frames-not-found"_s;
    QTest::newRow("first is no beginning")
        << QByteArray("2") << QByteArrayList{more, start, start} << Table{} << u"frames-not-found"_s;
    QTest::newRow("too few") << QByteArray("3") << QByteArrayList{start, start} << Table{} << u"input-truncated"_s;
    QTest::newRow("none") << QByteArray("1") << QByteArrayList{} << Table{} << u"input-truncated"_s;
    QTest::newRow("an empty one") << QByteArray("1") << QByteArrayList{""} << Table{} << u"input-truncated"_s;
    QTest::newRow("count not to be read")
        << QByteArray("x") << QByteArrayList{start, start, start} << Table{} << u"0,1,2"_s;
}

void TestDicomPixels::frames()
{
    QFETCH(QByteArray, frameCount);
    QFETCH(QByteArrayList, pieces);
    QFETCH(QList<quint32>, table);
    QFETCH(QString, expected);
    QByteArray offsets;
    for (const quint32 offset : std::as_const(table))
        offsets += DicomWriter().u32(offset);
    const QByteArray file = ct().image(4, 4, 8, 1, frameCount).fragments(offsets, pieces).file(s_jpeg);
    const auto scan = scanOf(file);
    if (!scan || !scan->pixelProblem.isEmpty()) {
        QCOMPARE(scan ? scan->pixelProblem : outcome(scan), expected);
        return;
    }
    QStringList first;
    for (const qint32 one : scan->pixels.firstFragment)
        first << QString::number(one);
    QCOMPARE(first.join(u','), expected);
    QCOMPARE(scan->pixels.fragments.size(), std::size_t(pieces.size()));
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const auto &fragment = scan->pixels.fragments[std::size_t(i)];
        QCOMPARE(file.sliced(fragment.offset, fragment.length), pieces[i]);
    }
    QCOMPARE(scan->frames, int(first.size()));
    QVERIFY(scan->pixels.encapsulated && !scan->pixels.bigEndian);
}

void TestDicomPixels::offsetTables()
{
    // The extended table (PS3.3 C.7.6.3.1.8) has 64 bits an entry.
    QByteArray extended(16, '\0');
    extended[8] = 24;
    const QByteArray piece("more");
    const auto scan = scanOf(ct().image(4, 4, 8, 1, "2")
                                 .bytes(Tags::extendedOffsets, "OV", extended)
                                 .bytes(Tags::extendedLengths, "OV", QByteArray(16, '\4'))
                                 .fragments({}, {piece, piece, piece})
                                 .file(s_jpeg));
    QCOMPARE(outcome(scan), u"ok"_s);
    QCOMPARE(scan->pixels.firstFragment, (std::vector<qint32>{0, 2}));
}

void TestDicomPixels::pixelProblems_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("problem");
    const QByteArray start("\xff\xd8\xff\xe0", 4);
    const QByteArray native(16, '\1');
    const auto image = [] { return ct().image(4, 4); };
    QTest::newRow("sound") << image().bytes(Tags::pixelData, "OW", native).file() << QString();
    QTest::newRow("described, and not there") << image().file() << u"no-pixel-data"_s;
    QTest::newRow("elsewhere")
        << image().text(Tags::pixelDataProvider, "UR", "https://example.org/jpip").file(u"1.2.840.10008.1.2.4.94"_s)
        << u"pixels-elsewhere"_s;
    QTest::newRow("not described") << ct().bytes(Tags::pixelData, "OW", native).file() << u"no-dimensions"_s;
    QTest::newRow("compressed in a native syntax")
        << image().fragments({}, {start}).file() << u"transfer-syntax-differs"_s;
    QTest::newRow("native in a compressed syntax")
        << image().bytes(Tags::pixelData, "OW", native).file(s_jpeg) << u"transfer-syntax-differs"_s;
    QTest::newRow("compressed, and no syntax stated")
        << DicomWriter::meta({}) + image().fragments({}, {start}).dataSet() << u"transfer-syntax-unknown"_s;
    QTest::newRow("a syntax of somebody's own")
        << image().fragments({}, {start}).file(u"1.3.46.670589.33.1.4.1"_s) << u"transfer-syntax-unknown"_s;
    QTest::newRow("video")
        << ct().image(4, 4, 8, 3, "50").fragments({}, {QByteArray(8, 'v')}).file(u"1.2.840.10008.1.2.4.102"_s)
        << u"video"_s;
}

void TestDicomPixels::pixelProblems()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, problem);
    const auto scan = scanOf(bytes);
    QCOMPARE(outcome(scan), u"ok"_s);
    QCOMPARE(scan->pixelProblem, problem);
    QCOMPARE(outcome(DicomHeader::parse(scan->header)), u"ok"_s);
}

void TestDicomPixels::deflated()
{
    const QByteArray set = ct().text(Tags::patientName, "PN", "Doe^John")
                               .image(4, 4)
                               .bytes(Tags::pixelData, "OW", QByteArray(16, '\7'))
                               .dataSet();
    const QByteArray meta = DicomWriter::meta(s_deflated);
    const QByteArray body = deflatedBytes(set);
    QByteArray trailer(8, '\0');
    qToLittleEndian(quint32(crc32(0, reinterpret_cast<const Bytef *>(set.constData()), uInt(set.size()))),
                    trailer.data());
    qToLittleEndian(quint32(set.size()), trailer.data() + 4);
    for (const QByteArray &file :
         {meta + body, meta + body + '\0', meta + deflatedBytes(set, 15), meta + body + trailer}) {
        const auto scan = scanOf(file);
        QCOMPARE(outcome(scan), u"ok"_s);
        QVERIFY(scan->pixels.deflated);
        QCOMPARE(scan->dataSetOffset, meta.size());
        QCOMPARE(set.sliced(scan->pixels.offset, scan->pixels.length), QByteArray(16, '\7'));
        QCOMPARE(scan->transferSyntax, s_deflated);
        const auto header = DicomHeader::parse(scan->header);
        QCOMPARE(outcome(header), u"ok"_s);
        QCOMPARE(header->tree().text(Tags::patientName), u"Doe^John"_s);
    }
    trailer[0] = char(trailer[0] ^ 1);
    QCOMPARE(outcome(scanOf(meta + body + trailer)), u"input-not-well-formed"_s);
    QCOMPARE(outcome(scanOf(meta + body.chopped(3))), u"input-truncated"_s);
    QCOMPARE(outcome(scanOf(meta + body + "rest")), u"input-not-well-formed"_s);
    QCOMPARE(outcome(scanOf(meta + set)), u"input-not-well-formed"_s);
    // What is cut off inside is told by its place in what was inflated.
    const QByteArray cut = meta + deflatedBytes(set.chopped(5));
    MemoryStream stream(cut);
    DicomScanner scanner(stream);
    QCOMPARE(outcome(scanner.scan()), u"input-truncated"_s);
    QVERIFY(scanner.where().endsWith(u" of the inflated data set"_s));
}

void TestDicomPixels::deflateBombs()
{
    const QByteArray meta = DicomWriter::meta(s_deflated);
    // 100 MiB of zeros in 100 KiB.
    const QByteArray zeros =
        ct().image(10240, 10240).bytes(Tags::pixelData, "OW", QByteArray(10240 * 10240, '\0')).dataSet();
    const QByteArray bomb = meta + deflatedBytes(zeros);
    QVERIFY(bomb.size() < 200'000);
    QCOMPARE(outcome(scanOf(bomb)), u"input-too-large"_s);
    ScanLimits limits;
    limits.inflatedBytes = 1'000'000;
    const QByteArray noise = [] {
        QByteArray bytes(2'000'000, '\0');
        for (qsizetype i = 0; i < bytes.size(); ++i)
            bytes[i] = char(i * i >> 7);
        return bytes;
    }();
    const QByteArray large =
        meta + deflatedBytes(ct().image(1000, 1000, 16).bytes(Tags::pixelData, "OW", noise).dataSet());
    QCOMPARE(outcome(scanOf(large)), u"ok"_s);
    QCOMPARE(outcome(scanOf(large, limits)), u"input-too-large"_s);
}

void TestDicomPixels::bytesComeInAnyPieces()
{
    const QByteArray start("\xff\xd8\xff\xe0", 4);
    const QByteArray item = DicomWriter().text(0x00080100, "SH", "A").dataSet();
    const QByteArray file =
        ct().sequence(0x00400275, {item, item}, true).image(4, 4, 8, 1, "2").fragments({}, {start, start}).file(s_jpeg);
    const auto whole = scanOf(file);
    QCOMPARE(outcome(whole), u"ok"_s);
    for (const qint64 step : {1, 2, 3, 5, 7, 11, 131}) {
        SmallSteps stream(file, step);
        const auto scan = DicomScanner(stream).scan();
        QCOMPARE(outcome(scan), u"ok"_s);
        QCOMPARE(scan->header, whole->header);
        QCOMPARE(scan->pixels, whole->pixels);
    }
}

void TestDicomPixels::hugeFilesNeedLittleMemory()
{
    constexpr qint64 frames = 3000;
    constexpr qint64 pixels = frames * 256 * 256 * 2;
    const QByteArray head = ct().image(256, 256, 16, 1, "3000").raw(Tags::pixelData, "OW", pixels, {}).file();
    HugeStream stream(head, pixels);
    qint64 told = 0;
    DicomScanner scanner(stream, [&told](qint64 bytes) {
        told = bytes;
        return true;
    });
    const auto scan = scanner.scan();
    QCOMPARE(outcome(scan), u"ok"_s);
    QCOMPARE(scan->pixels.length, pixels);
    QCOMPARE(scan->pixels.offset, head.size());
    QVERIFY(scan->header.size() < 1000);
    QVERIFY(told > pixels / 2);
    // One byte less, of a file that is shorter than it says.
    HugeStream shorter(head, pixels - 2);
    QCOMPARE(outcome(DicomScanner(shorter).scan()), u"input-truncated"_s);
}

void TestDicomPixels::truncations_data()
{
    QTest::addColumn<QByteArray>("file");
    const QByteArray start("\xff\xd8\xff\xe0", 4);
    const QByteArray item = DicomWriter()
                                .text(0x00080100, "SH", "A")
                                .sequence(0x00400440, {DicomWriter().us(0x00280010, 4).dataSet()})
                                .dataSet();
    for (const Encoding encoding : {Encoding::ExplicitLittle, Encoding::ImplicitLittle, Encoding::ExplicitBig}) {
        const QByteArray bigItem = DicomWriter(encoding).text(0x00080100, "SH", "A").dataSet();
        QTest::addRow("encoding %d", int(encoding)) << DicomWriter(encoding)
                                                           .instance(s_ct)
                                                           .text(Tags::patientName, "PN", "Doe^John")
                                                           .sequence(0x00400275, {bigItem, bigItem}, true)
                                                           .image(4, 4)
                                                           .bytes(Tags::pixelData, "OW", QByteArray(16, '\7'))
                                                           .file();
    }
    QTest::newRow("compressed")
        << ct().sequence(0x00400275, {item, item}).image(4, 4, 8, 1, "2").fragments({}, {start, start}).file(s_jpeg);
    QTest::newRow("deflated") << DicomWriter::meta(s_deflated)
                                     + deflatedBytes(ct().sequence(0x00400275, {item})
                                                         .image(4, 4)
                                                         .bytes(Tags::pixelData, "OW", QByteArray(16, '\7'))
                                                         .dataSet());
    const QStringList files{u"CT_small.dcm"_s,         u"MR_small_RLE.dcm"_s,  u"MR_small_bigendian.dcm"_s,
                            u"reportsi.dcm"_s,         u"rtplan.dcm"_s,        u"image_dfl.dcm"_s,
                            u"SC_rgb_jpeg_dcmd.dcm"_s, u"nested_priv_SQ.dcm"_s};
    for (const QString &name : files) {
        const QByteArray bytes = readFile(imagingFolder() + u"pydicom/src/pydicom/data/test_files/"_s + name);
        if (!bytes.isEmpty())
            QTest::newRow(qPrintable(name)) << bytes;
    }
}

// A cut file is refused with a reason; or the cut is between two elements of the top level, and then nothing of what
// was cut off is claimed to be there.
void TestDicomPixels::truncations()
{
    QFETCH(QByteArray, file);
    const auto whole = scanOf(file);
    QCOMPARE(outcome(whole), u"ok"_s);
    const Dataset all = DicomHeader::parse(whole->header)->tree();
    const qsizetype step = file.size() < 2000 ? 1 : 64;
    int refused = 0;
    for (qsizetype size = 0; size < file.size(); size += step) {
        const QByteArray cut = file.first(size);
        const auto scan = scanOf(cut);
        if (!scan) {
            ++refused;
            const ErrorCode code = scan.error().code;
            QVERIFY2(code == ErrorCode::InputTruncated || (code == ErrorCode::InputEmpty && size == 0)
                         || (code == ErrorCode::InputNotHealthData && size < 132)
                         || (code == ErrorCode::InputNotWellFormed && size < 400),
                     qPrintable(QString::number(size) + u' ' + errorCodeName(code)));
            continue;
        }
        QVERIFY(!whole->hasPixels || !scan->hasPixels || scan->pixels == whole->pixels);
        const auto header = DicomHeader::parse(scan->header);
        QCOMPARE(outcome(header), u"ok"_s);
        const Dataset tree = header->tree();
        for (const Element &element : tree.elements())
            QVERIFY(all.find(element.tag) && *all.find(element.tag) == element);
    }
    QVERIFY(refused > 0);
}

QTEST_GUILESS_MAIN(TestDicomPixels)
#include "tst_dicompixels.moc"
