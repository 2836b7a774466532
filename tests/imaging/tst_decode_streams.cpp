// SPDX-License-Identifier: Apache-2.0
#include "imaging/StreamMakers.h"

#include "decode/Samples.h"

#include <QTest>

using namespace Chartline::Imaging;
using namespace Chartline::Imaging::Test;
using namespace Qt::StringLiterals;

namespace {

enum class Coder {
    Rle,
    JpegLsNone,
    JpegLsLine,
    JpegLsSample,
    Lossless,
    LosslessPredictor,
    Baseline,
    Extended,
    Progressive,
    J2k,
    J2kTiles,
    J2kLossy,
    Ht,
    HtLossy,
    Xl,
    XlLossy,
};

struct CoderInfo
{
    Coder coder;
    const char *name;
    const char *syntax; // behind 1.2.840.10008.1.2.
    bool lossless;
    int leastBits;
    int mostBits;
    bool isSigned; // signed samples too
    bool color;
};

constexpr CoderInfo coders[] = {
    {Coder::Rle, "RLE", "5", true, 2, 16, true, true},
    {Coder::JpegLsNone, "JPEG-LS by plane", "4.80", true, 2, 16, true, true},
    {Coder::JpegLsLine, "JPEG-LS by line", "4.80", true, 2, 16, false, true},
    {Coder::JpegLsSample, "JPEG-LS by sample", "4.80", true, 2, 16, false, true},
    {Coder::Lossless, "JPEG lossless SV1", "4.70", true, 8, 16, true, true},
    {Coder::LosslessPredictor, "JPEG lossless predictor 6", "4.57", true, 8, 16, true, false},
    {Coder::Baseline, "JPEG baseline", "4.50", false, 8, 8, false, true},
    {Coder::Extended, "JPEG extended", "4.51", false, 12, 12, false, false},
    {Coder::Progressive, "JPEG progressive", "4.55", false, 12, 12, false, false},
    {Coder::J2k, "JPEG 2000", "4.90", true, 2, 16, true, true},
    {Coder::J2kTiles, "JPEG 2000 in tiles", "4.90", true, 8, 16, true, true},
    {Coder::J2kLossy, "JPEG 2000 lossy", "4.91", false, 8, 16, true, true},
    {Coder::Ht, "HTJ2K", "4.201", true, 2, 16, true, true},
    {Coder::HtLossy, "HTJ2K lossy", "4.203", false, 8, 16, true, true},
    {Coder::Xl, "JPEG XL", "4.110", true, 8, 16, true, true},
    {Coder::XlLossy, "JPEG XL lossy", "4.112", false, 8, 8, false, true},
};

QByteArray encoded(Coder coder, const Picture &picture)
{
    switch (coder) {
    case Coder::Rle: return encodeRle(picture);
    case Coder::JpegLsNone: return encodeJpegLs(picture, charls::interleave_mode::none);
    case Coder::JpegLsLine: return encodeJpegLs(picture, charls::interleave_mode::line);
    case Coder::JpegLsSample: return encodeJpegLs(picture, charls::interleave_mode::sample);
    case Coder::Lossless: return encodeJpeg(picture, JpegProcess::LosslessSv1);
    case Coder::LosslessPredictor: return encodeJpeg(picture, JpegProcess::Lossless, 6);
    case Coder::Baseline: return encodeJpeg(picture, JpegProcess::Baseline);
    case Coder::Extended: return encodeJpeg(picture, JpegProcess::Extended12);
    case Coder::Progressive: return encodeJpeg(picture, JpegProcess::Progressive12);
    case Coder::J2k: return encodeJpeg2000(picture);
    case Coder::J2kTiles: return encodeJpeg2000(picture, {.irreversible = false, .colorTransform = true, .tile = 24});
    case Coder::J2kLossy: return encodeJpeg2000(picture, {.irreversible = true, .colorTransform = true, .tile = 0});
    case Coder::Ht: return encodeHtj2k(picture, true);
    case Coder::HtLossy: return encodeHtj2k(picture, false);
    case Coder::Xl: return encodeJpegXl(picture, true);
    case Coder::XlLossy: return encodeJpegXl(picture, false);
    }
    return {};
}

std::vector<int> valuesOf(const ImageDescription &image, const std::vector<std::byte> &samples)
{
    std::vector<int> values;
    withSampleType(FrameFormat::of(image)->type, [&]<typename T>(T *) {
        for (std::size_t i = 0; i < samples.size() / sizeof(T); ++i)
            values.push_back(int(loadSample<T>(samples.data() + i * sizeof(T))));
    });
    return values;
}

// What is to come out: colours are eight bits.
std::vector<int> expected(const Picture &picture)
{
    std::vector<int> values = picture.values;
    if (picture.samples == 3 && picture.bits != 8) {
        for (int &value : values)
            value = (value * 255 + picture.most() / 2) / picture.most();
    }
    return values;
}

int furthest(const std::vector<int> &a, const std::vector<int> &b)
{
    if (a.size() != b.size())
        return 1 << 30;
    int most = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        most = std::max(most, std::abs(a[i] - b[i]));
    return most;
}

} // namespace

// Streams made here by each codec's own encoder: every depth and sign, and what is left of them when they are cut,
// damaged or contradict their description.
class TestDecodeStreams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data();
    void roundTrip();
    void cutStreams_data();
    void cutStreams();
    void damagedStreams_data();
    void damagedStreams();
    void contradictions_data();
    void contradictions();
    void deeperThanStored();
    void signOfTheCodestream();
    void jpegColors_data();
    void jpegColors();
    void jpegWithoutEnd();
    void rleSegments();
    void fragments();
    void emptyAndAbsurd();

private:
    static void addCoders();
    static const CoderInfo &coder();
};

void TestDecodeStreams::addCoders()
{
    QTest::addColumn<int>("coder");
    for (const CoderInfo &info : coders)
        QTest::newRow(info.name) << int(&info - coders);
}

const CoderInfo &TestDecodeStreams::coder()
{
    QFETCH(int, coder);
    return coders[coder];
}

void TestDecodeStreams::roundTrip_data()
{
    addCoders();
}

void TestDecodeStreams::roundTrip()
{
    const CoderInfo &info = coder();
    for (int bits = info.leastBits; bits <= info.mostBits; ++bits) {
        for (const int samples : {1, 3}) {
            for (const bool isSigned : {false, true}) {
                if ((samples == 3 && (!info.color || isSigned)) || (isSigned && !info.isSigned))
                    continue;
                const bool bySample = info.coder == Coder::JpegLsLine || info.coder == Coder::JpegLsSample;
                if (samples == 1 && bySample)
                    continue;
                const Picture picture = makePicture(37, 53, samples, bits, isSigned);
                const QByteArray stream = encoded(info.coder, picture);
                const QByteArray what = QByteArray::number(bits) + " bits, " + QByteArray::number(samples)
                                        + (isSigned ? " signed samples" : " unsigned samples");
                QVERIFY2(!stream.isEmpty(), what.constData());
                const ImageDescription image = describedAs(picture, info.syntax, stream);
                const Decoded decoded = decodeStream(image, stream);
                QVERIFY2(
                    decoded.frame,
                    (what + ": " + qPrintable(decoded.frame ? QString() : decoded.frame.error().detail)).constData());
                QVERIFY2(!decoded.frame->partial, what.constData());
                const int difference = furthest(valuesOf(image, decoded.samples), expected(picture));
                // Quality is not at stake here, but that the values are where and what they were.
                const int most = info.lossless ? 0 : samples == 3 ? 40 : std::max(12, 1 << std::max(0, bits - 4));
                QVERIFY2(difference <= most, (what + ": differs by " + QByteArray::number(difference)).constData());
            }
        }
    }
}

void TestDecodeStreams::cutStreams_data()
{
    addCoders();
}

// Either there is a mark, or nothing was lost.
void TestDecodeStreams::cutStreams()
{
    const CoderInfo &info = coder();
    for (const int samples : {1, 3}) {
        const bool bySample = info.coder == Coder::JpegLsLine || info.coder == Coder::JpegLsSample;
        if ((samples == 3 && !info.color) || (samples == 1 && bySample))
            continue;
        const Picture picture = makePicture(64, 64, samples, info.mostBits, false);
        const QByteArray stream = encoded(info.coder, picture);
        const ImageDescription image = describedAs(picture, info.syntax, stream);
        const Decoded whole = decodeStream(image, stream);
        QVERIFY(whole.frame && !whole.frame->partial);
        int marked = 0;
        int failed = 0;
        int steps = 0;
        for (qsizetype length = 0; length < stream.size();
             length += std::max<qsizetype>(1, stream.size() / 97), ++steps) {
            const Decoded cut = decodeStream(image, stream.first(length));
            if (!cut.frame) {
                QVERIFY2(cut.frame.error().code == FailureCode::Truncated
                             || cut.frame.error().code == FailureCode::Corrupt,
                         qPrintable(cut.frame.error().detail));
                ++failed;
            } else if (cut.frame->partial) {
                QVERIFY(!cut.frame->note.isEmpty());
                ++marked;
            } else {
                QVERIFY2(cut.samples == whole.samples,
                         qPrintable(u"%1 of %2 bytes look like the whole picture"_s.arg(length).arg(stream.size())));
            }
        }
        for (const qsizetype missing : {1, 2, 3, 5, 9}) {
            const Decoded cut = decodeStream(image, stream.chopped(missing));
            QVERIFY2(!cut.frame || cut.frame->partial || cut.samples == whole.samples,
                     qPrintable(QString::number(missing)));
        }
        QVERIFY(failed > 0);
        qInfo("%d of %d cuts are shown in part, %d not", marked, steps, failed);
    }
}

void TestDecodeStreams::damagedStreams_data()
{
    addCoders();
}

// Nothing is to be learnt from what comes out, but that something does.
void TestDecodeStreams::damagedStreams()
{
    const CoderInfo &info = coder();
    const Picture picture = makePicture(40, 40, info.color ? 3 : 1, info.mostBits, false);
    const QByteArray stream = encoded(info.coder, picture);
    const ImageDescription image = describedAs(picture, info.syntax, stream);
    quint32 random = 99;
    const auto next = [&] { return (random = random * 1664525 + 1013904223) >> 8; };
    int failed = 0;
    for (int round = 0; round < 300; ++round) {
        QByteArray damaged = stream;
        for (quint32 flips = 1 + next() % 4; flips > 0; --flips) {
            // The header as often as the rest.
            const qsizetype most = next() % 2 == 0 ? std::min<qsizetype>(damaged.size(), 200) : damaged.size();
            damaged[qsizetype(next()) % most] = char(next());
        }
        const Decoded decoded = decodeStream(image, damaged);
        failed += decoded.frame ? 0 : 1;
    }
    qInfo("%d of 300 refused", failed);
    QVERIFY(failed > 0);
}

void TestDecodeStreams::contradictions_data()
{
    addCoders();
}

// What the stream says of itself is compared before anything is decoded.
void TestDecodeStreams::contradictions()
{
    const CoderInfo &info = coder();
    const Picture picture = makePicture(32, 48, 1, info.mostBits, false);
    if (info.coder == Coder::JpegLsLine || info.coder == Coder::JpegLsSample)
        return;
    const QByteArray stream = encoded(info.coder, picture);
    const ImageDescription right = describedAs(picture, info.syntax, stream);
    QVERIFY(decodeStream(right, stream).frame);
    ImageDescription image = right;
    image.pixels.samplesPerPixel = 3;
    image.pixels.photometric = Photometric::Rgb;
    const auto colors = decodeStream(image, stream);
    QVERIFY(!colors.frame);
    QCOMPARE(colors.frame.error().code, FailureCode::Corrupt);
    if (info.mostBits > 8) {
        image = right;
        image.pixels.bitsAllocated = image.pixels.bitsStored = 8;
        image.pixels.highBit = 7;
        const auto shallow = decodeStream(image, stream);
        QVERIFY(!shallow.frame);
        QCOMPARE(shallow.frame.error().code,
                 info.coder == Coder::Rle ? FailureCode::Corrupt : FailureCode::UnsupportedPixels);
    }
    if (info.coder == Coder::Rle)
        return; // a stream without sizes
    for (const auto &[rows, columns] : {std::pair{31, 48}, {32, 49}, {48, 32}, {60000, 60000 / 16}}) {
        image = right;
        image.pixels.rows = rows;
        image.pixels.columns = columns;
        const auto decoded = decodeStream(image, stream);
        QVERIFY(!decoded.frame);
        QCOMPARE(decoded.frame.error().code, FailureCode::Corrupt);
    }
}

// Encoders that write whole cells: what is above the stored bits is dropped, and said.
void TestDecodeStreams::deeperThanStored()
{
    for (const CoderInfo &info : coders) {
        if (!info.lossless || info.mostBits < 16 || info.coder == Coder::JpegLsLine
            || info.coder == Coder::JpegLsSample)
            continue;
        Picture picture = makePicture(20, 20, 1, 16, false);
        const QByteArray stream = encoded(info.coder, picture);
        ImageDescription image = describedAs(picture, info.syntax, stream);
        image.pixels.bitsStored = 12;
        image.pixels.highBit = 11;
        for (const bool isSigned : {false, true}) {
            image.pixels.isSigned = isSigned;
            const Decoded decoded = decodeStream(image, stream);
            QVERIFY2(decoded.frame, info.name);
            std::vector<int> right = picture.values;
            for (int &value : right) {
                value &= 0xFFF;
                if (isSigned && value > 0x7FF)
                    value -= 0x1000;
            }
            QVERIFY2(valuesOf(image, decoded.samples) == right, info.name);
            if (info.coder != Coder::Rle)
                QVERIFY2(decoded.frame->note.contains("16 in the codestream"_L1)
                             || decoded.frame->note.contains("unsigned"_L1),
                         info.name);
        }
    }
}

// JPEG 2000 has a sign of its own. Where it is not the data set's, the bits are kept.
void TestDecodeStreams::signOfTheCodestream()
{
    for (const Coder coder : {Coder::J2k, Coder::Ht}) {
        const char *syntax = coder == Coder::J2k ? "4.90" : "4.201";
        Picture picture = makePicture(20, 20, 1, 13, false);
        QByteArray stream = encoded(coder, picture);
        ImageDescription image = describedAs(picture, syntax, stream);
        image.pixels.isSigned = true;
        Decoded decoded = decodeStream(image, stream);
        QVERIFY(decoded.frame);
        std::vector<int> right = picture.values;
        for (int &value : right)
            value = value > 4095 ? value - 8192 : value;
        QVERIFY(valuesOf(image, decoded.samples) == right);

        picture = makePicture(20, 20, 1, 13, true);
        stream = encoded(coder, picture);
        image = describedAs(picture, syntax, stream);
        image.pixels.isSigned = false;
        decoded = decodeStream(image, stream);
        QVERIFY(decoded.frame);
        right = picture.values;
        for (int &value : right)
            value &= 8191;
        QVERIFY(valuesOf(image, decoded.samples) == right);
    }
}

void TestDecodeStreams::jpegColors_data()
{
    QTest::addColumn<bool>("jfif");
    QTest::addColumn<bool>("subsampled");
    QTest::addColumn<int>("photometric");
    QTest::addColumn<bool>("right"); // whether the colours can be known
    QTest::newRow("says so") << true << false << int(Photometric::YbrFull422) << true;
    QTest::newRow("data set says RGB") << true << false << int(Photometric::Rgb) << true;
    QTest::newRow("says nothing") << false << false << int(Photometric::YbrFull) << true;
    QTest::newRow("says nothing, subsampled, RGB") << false << true << int(Photometric::Rgb) << true;
    QTest::newRow("says nothing, RGB") << false << false << int(Photometric::Rgb) << false;
}

void TestDecodeStreams::jpegColors()
{
    QFETCH(bool, jfif);
    QFETCH(bool, subsampled);
    QFETCH(int, photometric);
    QFETCH(bool, right);
    const Picture picture = makePicture(64, 64, 3, 8, false);
    const QByteArray stream = encodeJpegYbr(picture, jfif, subsampled);
    const ImageDescription image = describedAs(picture, "4.50", stream, Photometric(photometric));
    const Decoded decoded = decodeStream(image, stream);
    QVERIFY(decoded.frame && !decoded.frame->partial);
    const int difference = furthest(valuesOf(image, decoded.samples), picture.values);
    QCOMPARE(difference < (subsampled ? 80 : 30), right);
}

// All data are there, only the marker behind them is not.
void TestDecodeStreams::jpegWithoutEnd()
{
    const Picture color = makePicture(64, 64, 3, 8, false);
    QByteArray stream = encodeJpegYbr(color, true, true, 4);
    const ImageDescription image = describedAs(color, "4.50", stream, Photometric::YbrFull422);
    const Decoded whole = decodeStream(image, stream);
    const Decoded open = decodeStream(image, stream.chopped(2));
    QVERIFY(whole.frame && open.frame);
    QVERIFY(!open.frame->partial);
    QVERIFY(open.samples == whole.samples);
    // Padding behind it does no harm, nor do bytes before it.
    QVERIFY(!decodeStream(image, stream + QByteArray(3, '\0')).frame->partial);
    for (const Coder coder : {Coder::Lossless, Coder::Extended}) {
        const Picture grey = makePicture(64, 64, 1, 12, false);
        stream = encoded(coder, grey);
        const ImageDescription deep = describedAs(grey, coder == Coder::Lossless ? "4.70" : "4.51", stream);
        const Decoded closed = decodeStream(deep, stream);
        const Decoded cut = decodeStream(deep, stream.chopped(2));
        QVERIFY(closed.frame && cut.frame);
        QVERIFY(!cut.frame->partial);
        QVERIFY(cut.samples == closed.samples);
    }
}

void TestDecodeStreams::rleSegments()
{
    const Picture picture = makePicture(20, 30, 1, 16, false);
    const QByteArray stream = encodeRle(picture);
    const ImageDescription image = describedAs(picture, "5", stream);
    const auto codeOf = [&](const QByteArray &bytes) {
        const Decoded decoded = decodeStream(image, bytes);
        return decoded.frame ? FailureCode::None : decoded.frame.error().code;
    };
    for (const quint32 count : {0u, 1u, 3u, 16u, 0xFFFFFFFFu}) {
        QByteArray other = stream;
        qToLittleEndian(count, other.data());
        QCOMPARE(codeOf(other), FailureCode::Corrupt);
    }
    for (const quint32 offset : {0u, 63u, 0xFFFFFFF0u}) {
        QByteArray other = stream;
        qToLittleEndian(offset, other.data() + 8);
        QVERIFY(codeOf(other) == FailureCode::Corrupt || decodeStream(image, other).frame->partial);
    }
    // A byte that means nothing, anywhere between runs.
    QByteArray padded = stream.first(64) + '\x80' + stream.sliced(64);
    qToLittleEndian(qFromLittleEndian<quint32>(padded.constData() + 8) + 1, padded.data() + 8);
    const Decoded decoded = decodeStream(image, padded);
    QVERIFY(decoded.frame && !decoded.frame->partial);
    QVERIFY(valuesOf(image, decoded.samples) == picture.values);
}

void TestDecodeStreams::fragments()
{
    const Picture picture = makePicture(40, 40, 1, 12, true);
    const QByteArray stream = encodeJpegLs(picture, charls::interleave_mode::none);
    const ImageDescription image = describedAs(picture, "4.80", stream);
    QList<QByteArray> pieces;
    for (qsizetype at = 0; at < stream.size(); at += 100)
        pieces.append(stream.mid(at, 100));
    std::vector<std::byte> out(std::size_t(FrameFormat::of(image)->bytes()));
    QVERIFY(LocalFrameDecoder().decode(image, 0, pieces, out));
    QVERIFY(valuesOf(image, out) == picture.values);
}

void TestDecodeStreams::emptyAndAbsurd()
{
    const Picture picture = makePicture(8, 8, 1, 8, false);
    for (const CoderInfo &info : coders) {
        for (const QByteArray &stream :
             {QByteArray(), QByteArray(1, '\0'), QByteArray(1000, '\0'), QByteArray(1000, '\xFF'),
              QByteArray("\xFF\xD8\xFF\xD9"), QByteArray("\xFF\x4F\xFF\x51"), QByteArray("\xFF\x0A")}) {
            const Decoded decoded = decodeStream(describedAs(picture, info.syntax, stream), stream);
            QVERIFY2(!decoded.frame, info.name);
        }
    }
    // Memory of another size, or a frame that is not there.
    const QByteArray stream = encodeRle(picture);
    const ImageDescription image = describedAs(picture, "5", stream);
    std::vector<std::byte> small(63);
    const QList<QByteArray> data{stream};
    QCOMPARE(LocalFrameDecoder().decode(image, 0, data, small).error().code, FailureCode::Internal);
    small.resize(64);
    QCOMPARE(LocalFrameDecoder().decode(image, 1, data, small).error().code, FailureCode::Internal);
    QCOMPARE(LocalFrameDecoder().decode(image, -1, data, small).error().code, FailureCode::Internal);
    QVERIFY(LocalFrameDecoder().decode(image, 0, data, small));
}

QTEST_GUILESS_MAIN(TestDecodeStreams)
#include "tst_decode_streams.moc"
