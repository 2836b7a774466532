// SPDX-License-Identifier: Apache-2.0
#include "decode/Codecs.h"
#include "decode/LocalFrameDecoder.h"
#include "decode/Samples.h"

#include <QTest>
#include <QtEndian>
#include <zlib.h>

using namespace Chartline::Imaging;
using namespace Qt::StringLiterals;

namespace {

ImageDescription makeImage(int rows, int columns, int bitsAllocated, int bitsStored, bool isSigned = false)
{
    ImageDescription image;
    image.transferSyntax = u"1.2.840.10008.1.2.1"_s;
    image.pixels = {rows,           columns,  1,     bitsAllocated, bitsStored,
                    bitsStored - 1, isSigned, false, false,         Photometric::Monochrome2};
    image.layout.length = (qint64(rows) * columns * bitsAllocated + 7) / 8;
    return image;
}

ImageDescription makeColor(int rows, int columns, int bits, Photometric photometric)
{
    ImageDescription image = makeImage(rows, columns, bits, bits);
    image.pixels.samplesPerPixel = 3;
    image.pixels.photometric = photometric;
    image.layout.length *= 3;
    return image;
}

struct Decoded
{
    Expected<DecodedFrame> frame;
    std::vector<double> values;
};

// `bytes` of all frames.
Decoded decode(const ImageDescription &image, const QByteArray &bytes, int frame = 0)
{
    Decoded result{DecodedFrame{}, {}};
    const auto format = FrameFormat::of(image);
    const auto range = nativeFrameRange(image, frame);
    if (!format || !range) {
        result.frame = std::unexpected(format ? range.error() : format.error());
        return result;
    }
    std::vector<std::byte> out(std::size_t(format->bytes()), std::byte(0xEE));
    const QList<QByteArray> data{bytes.mid(range->offset, range->length)};
    result.frame = LocalFrameDecoder().decode(image, frame, data, out);
    withSampleType(format->type, [&]<typename T>(T *) {
        for (std::size_t i = 0; i < out.size() / sizeof(T); ++i)
            result.values.push_back(double(loadSample<T>(out.data() + i * sizeof(T))));
    });
    return result;
}

using Values = std::vector<double>;

QByteArray bytesOf(std::initializer_list<int> values)
{
    QByteArray bytes;
    for (const int value : values)
        bytes.append(char(value));
    return bytes;
}

} // namespace

// Uncompressed pixels in every width, order and layout.
class TestDecodeNative : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formats();
    void ranges();
    void bitsAcrossFrames();
    void bigEndianBits();
    void packedCells();
    void endianness();
    void bigEndianWordsOfBytes();
    void signsAndHighBits();
    void floats();
    void colorLayouts();
    void deepColors();
    void ybr();
    void ybr422();
    void cutShort();
    void deflatedFrames();
    void uncompressedFragments();
    void contradictions();
};

void TestDecodeNative::formats()
{
    const auto typeOf = [](int allocated, bool isSigned, bool isFloat) {
        ImageDescription image = makeImage(2, 3, allocated, allocated, isSigned);
        image.pixels.isFloat = isFloat;
        const auto format = FrameFormat::of(image);
        return format ? int(format->type) : -1;
    };
    QCOMPARE(typeOf(1, false, false), int(SampleType::U8));
    QCOMPARE(typeOf(8, true, false), int(SampleType::I8));
    QCOMPARE(typeOf(12, false, false), int(SampleType::U16));
    QCOMPARE(typeOf(16, true, false), int(SampleType::I16));
    QCOMPARE(typeOf(24, false, false), int(SampleType::U32));
    QCOMPARE(typeOf(32, true, false), int(SampleType::I32));
    QCOMPARE(typeOf(32, false, true), int(SampleType::F32));
    QCOMPARE(typeOf(64, false, true), int(SampleType::F64));
    QCOMPARE(typeOf(64, false, false), -1);
    QCOMPARE(typeOf(16, false, true), -1);
    QCOMPARE(FrameFormat::of(makeColor(2, 3, 16, Photometric::Rgb))->bytes(), qint64(18));
    const auto codeOf = [](const ImageDescription &image) {
        const auto format = FrameFormat::of(image);
        return format ? FailureCode::None : format.error().code;
    };
    QCOMPARE(codeOf(makeImage(65535, 65535, 16, 16)), FailureCode::TooLarge);
    ImageDescription many = makeImage(16384, 16384, 8, 8);
    QCOMPARE(codeOf(many), FailureCode::None);
    many.frames = 33;
    QCOMPARE(codeOf(many), FailureCode::TooLarge);
    QCOMPARE(codeOf(makeImage(0, 5, 8, 8)), FailureCode::Corrupt);
    QCOMPARE(codeOf(makeImage(5, 5, 8, 9)), FailureCode::Corrupt);
    QCOMPARE(codeOf(makeColor(5, 5, 8, Photometric::Other)), FailureCode::UnsupportedPixels);
    ImageDescription four = makeColor(5, 5, 8, Photometric::Rgb);
    four.pixels.samplesPerPixel = 4;
    QCOMPARE(codeOf(four), FailureCode::UnsupportedPixels);
}

void TestDecodeNative::ranges()
{
    ImageDescription image = makeImage(3, 5, 1, 1);
    image.frames = 3;
    image.layout.offset = 1000;
    image.layout.length = 6; // 45 bits
    QCOMPARE(*nativeFrameRange(image, 0), (NativeRange{1000, 2, 0}));
    QCOMPARE(*nativeFrameRange(image, 1), (NativeRange{1001, 3, 7}));
    QCOMPARE(*nativeFrameRange(image, 2), (NativeRange{1003, 3, 6}));
    QCOMPARE(nativeFrameRange(image, 3).error().code, FailureCode::Internal);
    QCOMPARE(nativeFrameRange(image, -1).error().code, FailureCode::Internal);
    image.layout.length = 4;
    QCOMPARE(*nativeFrameRange(image, 2), (NativeRange{1003, 1, 6}));
    image.layout.length = 3;
    QCOMPARE(nativeFrameRange(image, 2).error().code, FailureCode::Truncated);
    // Words of big endian files are fetched whole.
    image.layout.length = 6;
    image.layout.bigEndian = true;
    QCOMPARE(*nativeFrameRange(image, 1), (NativeRange{1000, 4, 15}));
    image.layout.vrOtherWord = false;
    QCOMPARE(*nativeFrameRange(image, 1), (NativeRange{1001, 3, 7}));
    image.layout.encapsulated = true;
    QVERIFY(!nativeFrameRange(image, 0));
    // Fragments: none that are not there.
    image.layout.fragments = {{10, 5}, {20, 5}, {30, 5}};
    image.layout.firstFragment = {0, 1, 9};
    QCOMPARE(frameFragments(image, 0).size(), std::size_t(1));
    QCOMPARE(frameFragments(image, 1).size(), std::size_t(0));
    QCOMPARE(frameFragments(image, 2).size(), std::size_t(0));
    image.layout.firstFragment = {0, -5, 2};
    QCOMPARE(frameFragments(image, 0).size(), std::size_t(0));
    QCOMPARE(frameFragments(image, 1).size(), std::size_t(2));
    QCOMPARE(frameFragments(image, 7).size(), std::size_t(0));
}

void TestDecodeNative::bitsAcrossFrames()
{
    ImageDescription image = makeImage(3, 5, 1, 1);
    image.frames = 3;
    image.layout.length = 6;
    // Pixel n of all frames is 1 where n is a multiple of 3 or 7.
    QByteArray bytes(6, '\0');
    for (int n = 0; n < 45; ++n) {
        if (n % 3 == 0 || n % 7 == 0)
            bytes[n / 8] = char(bytes[n / 8] | 1 << n % 8);
    }
    for (int frame = 0; frame < 3; ++frame) {
        const Decoded decoded = decode(image, bytes, frame);
        QVERIFY(decoded.frame && !decoded.frame->partial);
        for (int i = 0; i < 15; ++i) {
            const int n = frame * 15 + i;
            QCOMPARE(decoded.values[std::size_t(i)], n % 3 == 0 || n % 7 == 0 ? 1.0 : 0.0);
        }
    }
}

void TestDecodeNative::bigEndianBits()
{
    ImageDescription image = makeImage(1, 20, 1, 1);
    image.frames = 2;
    image.layout.length = 6;
    image.layout.bigEndian = true;
    // 40 bits, the words' bytes exchanged.
    const QByteArray little = bytesOf({0x01, 0x80, 0x18, 0x00, 0x80, 0x00});
    const QByteArray big = bytesOf({0x80, 0x01, 0x00, 0x18, 0x00, 0x80});
    Values first(20, 0.0);
    first[0] = first[15] = first[19] = 1;
    Values second(20, 0.0);
    second[0] = second[19] = 1;
    QCOMPARE(decode(image, big, 0).values, first);
    QCOMPARE(decode(image, big, 1).values, second);
    image.layout.vrOtherWord = false;
    QCOMPARE(decode(image, little, 0).values, first);
    QCOMPARE(decode(image, little, 1).values, second);
}

// Two pixels of 12 bits in three bytes.
void TestDecodeNative::packedCells()
{
    ImageDescription image = makeImage(1, 3, 12, 12);
    image.frames = 2;
    image.layout.length = 9;
    const QByteArray bytes = bytesOf({0xBC, 0x3A, 0x12, 0xEF, 0x4D, 0x65, 0x89, 0xC7, 0xAB});
    QCOMPARE(decode(image, bytes, 0).values, (Values{0xABC, 0x123, 0xDEF}));
    QCOMPARE(decode(image, bytes, 1).values, (Values{0x654, 0x789, 0xABC}));
    image.pixels.isSigned = true;
    QCOMPARE(decode(image, bytes, 0).values, (Values{0xABC - 0x1000, 0x123, 0xDEF - 0x1000}));
    image = makeImage(1, 2, 24, 24);
    QCOMPARE(decode(image, bytesOf({1, 2, 3, 0xFF, 0xFF, 0xFF})).values, (Values{0x030201, 0xFFFFFF}));
}

void TestDecodeNative::endianness()
{
    const QByteArray bytes = bytesOf({0x12, 0x34, 0x56, 0x78});
    ImageDescription image = makeImage(1, 2, 16, 16);
    QCOMPARE(decode(image, bytes).values, (Values{0x3412, 0x7856}));
    image.layout.bigEndian = true;
    QCOMPARE(decode(image, bytes).values, (Values{0x1234, 0x5678}));
    image = makeImage(1, 1, 32, 32);
    QCOMPARE(decode(image, bytes).values, (Values{0x78563412}));
    image.layout.bigEndian = true;
    QCOMPARE(decode(image, bytes).values, (Values{0x12345678}));
    // Pixels of the other order than their data set.
    image = makeImage(1, 2, 16, 16);
    image.transferSyntax = u"1.2.840.113619.5.2"_s;
    QCOMPARE(decode(image, bytes).values, (Values{0x1234, 0x5678}));
}

void TestDecodeNative::bigEndianWordsOfBytes()
{
    // Three pixels a frame: the second frame begins within a word.
    ImageDescription image = makeImage(1, 3, 8, 8);
    image.frames = 2;
    image.layout.length = 6;
    image.layout.bigEndian = true;
    const QByteArray bytes = bytesOf({2, 1, 4, 3, 6, 5});
    QCOMPARE(decode(image, bytes, 0).values, (Values{1, 2, 3}));
    QCOMPARE(decode(image, bytes, 1).values, (Values{4, 5, 6}));
    image.layout.vrOtherWord = false;
    QCOMPARE(decode(image, bytes, 1).values, (Values{3, 6, 5}));
}

void TestDecodeNative::signsAndHighBits()
{
    // More than a block of the vector code, and a rest.
    constexpr int count = 150;
    QByteArray bytes;
    for (int i = 0; i < count; ++i) {
        const auto cell = quint16(i * 4099);
        bytes.append(char(cell & 0xFF));
        bytes.append(char(cell >> 8));
    }
    for (const auto &[stored, high] : {std::pair{16, 15}, {12, 11}, {12, 15}, {12, 13}, {9, 8}, {1, 15}, {8, 7}}) {
        for (const bool isSigned : {false, true}) {
            ImageDescription image = makeImage(1, count, 16, stored, isSigned);
            image.pixels.highBit = high;
            const Decoded decoded = decode(image, bytes);
            QVERIFY(decoded.frame);
            for (int i = 0; i < count; ++i) {
                int value = (quint16(i * 4099) >> (high + 1 - stored)) & ((1 << stored) - 1);
                if (isSigned && value >= 1 << (stored - 1))
                    value -= 1 << stored;
                QCOMPARE(decoded.values[std::size_t(i)], double(value));
            }
        }
    }
    ImageDescription image = makeImage(1, 2, 8, 6, true);
    QCOMPARE(decode(image, bytesOf({0xFF, 0xDF})).values, (Values{-1, 31}));
    image = makeImage(1, 1, 32, 31, true);
    QCOMPARE(decode(image, bytesOf({0xFE, 0xFF, 0xFF, 0x7F})).values, (Values{-2}));
}

void TestDecodeNative::floats()
{
    ImageDescription image = makeImage(1, 2, 32, 32);
    image.pixels.isFloat = true;
    const std::array<float, 2> singles{1.5f, -2.25f};
    QCOMPARE(decode(image, QByteArray(reinterpret_cast<const char *>(singles.data()), 8)).values, (Values{1.5, -2.25}));
    image.layout.bigEndian = true;
    std::array<quint32, 2> swapped{};
    for (std::size_t i = 0; i < 2; ++i)
        swapped[i] = qbswap(std::bit_cast<quint32>(singles[i]));
    QCOMPARE(decode(image, QByteArray(reinterpret_cast<const char *>(swapped.data()), 8)).values, (Values{1.5, -2.25}));
    image = makeImage(1, 1, 64, 64);
    image.pixels.isFloat = true;
    const double wide = 1e-300;
    QCOMPARE(decode(image, QByteArray(reinterpret_cast<const char *>(&wide), 8)).values, (Values{1e-300}));
}

void TestDecodeNative::colorLayouts()
{
    ImageDescription image = makeColor(1, 2, 8, Photometric::Rgb);
    QCOMPARE(decode(image, bytesOf({1, 2, 3, 4, 5, 6})).values, (Values{1, 2, 3, 4, 5, 6}));
    image.pixels.byPlane = true;
    QCOMPARE(decode(image, bytesOf({1, 4, 2, 5, 3, 6})).values, (Values{1, 2, 3, 4, 5, 6}));
    image.layout.bigEndian = true;
    QCOMPARE(decode(image, bytesOf({4, 1, 5, 2, 6, 3})).values, (Values{1, 2, 3, 4, 5, 6}));
}

void TestDecodeNative::deepColors()
{
    ImageDescription image = makeColor(1, 1, 16, Photometric::Rgb);
    QCOMPARE(decode(image, bytesOf({0xFF, 0xFF, 0, 0, 0x80, 0x80})).values, (Values{255, 0, 128}));
    image.pixels.bitsStored = 10;
    image.pixels.highBit = 9;
    QCOMPARE(decode(image, bytesOf({0xFF, 0x03, 0x00, 0xFC, 0x00, 0x02})).values, (Values{255, 0, 128}));
    image = makeColor(1, 1, 32, Photometric::Rgb);
    QCOMPARE(decode(image, bytesOf({0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0x80, 0x80, 0x80, 0x80})).values,
             (Values{255, 0, 128}));
    image = makeColor(1, 1, 8, Photometric::Rgb);
    image.pixels.bitsStored = 4;
    image.pixels.highBit = 3;
    QCOMPARE(decode(image, bytesOf({0x0F, 0x00, 0x08})).values, (Values{255, 0, 136}));
}

// PS3.3 C.7.6.3.1.2, worked out by hand.
void TestDecodeNative::ybr()
{
    const ImageDescription full = makeColor(1, 4, 8, Photometric::YbrFull);
    const QByteArray samples = bytesOf({128, 128, 128, 76, 85, 255, 150, 44, 21, 29, 255, 107});
    // Grey, then red, green and blue as they are in YCbCr.
    const Values rgb = decode(full, samples).values;
    const Values right{128, 128, 128, 254, 0, 0, 0, 255, 1, 0, 0, 254};
    for (std::size_t i = 0; i < right.size(); ++i)
        QVERIFY2(std::abs(rgb[i] - right[i]) <= 1, qPrintable(u"%1: %2"_s.arg(i).arg(rgb[i])));
    // From 16 to 235 there.
    const ImageDescription partial = makeColor(1, 3, 8, Photometric::YbrPartial420);
    QCOMPARE(decode(partial, bytesOf({16, 128, 128, 235, 128, 128, 0, 128, 128})).values,
             (Values{0, 0, 0, 255, 255, 255, 0, 0, 0}));
}

void TestDecodeNative::ybr422()
{
    ImageDescription image = makeColor(1, 4, 8, Photometric::YbrFull422);
    image.frames = 2;
    image.layout.length = 16;
    const QByteArray bytes = bytesOf({10, 20, 128, 128, 30, 40, 128, 128, 50, 60, 128, 128, 70, 80, 128, 128});
    QCOMPARE(decode(image, bytes, 0).values, (Values{10, 10, 10, 20, 20, 20, 30, 30, 30, 40, 40, 40}));
    QCOMPARE(decode(image, bytes, 1).values, (Values{50, 50, 50, 60, 60, 60, 70, 70, 70, 80, 80, 80}));
    // A third longer: not subsampled, whatever it is called.
    image.frames = 1;
    image.layout.length = 12;
    QCOMPARE(decode(image, bytesOf({10, 128, 128, 20, 128, 128, 30, 128, 128, 40, 128, 128})).values,
             (Values{10, 10, 10, 20, 20, 20, 30, 30, 30, 40, 40, 40}));
    image = makeColor(1, 3, 8, Photometric::YbrFull422);
    image.layout.length = 6;
    QCOMPARE(decode(image, bytes).frame.error().code, FailureCode::UnsupportedPixels);
}

// What is there is shown, with a mark.
void TestDecodeNative::cutShort()
{
    ImageDescription image = makeImage(2, 2, 16, 16);
    image.layout.length = 5;
    Decoded decoded = decode(image, bytesOf({1, 0, 2, 0, 3}));
    QVERIFY(decoded.frame && decoded.frame->partial && !decoded.frame->note.isEmpty());
    QCOMPARE(decoded.values, (Values{1, 2, 3, 0}));
    // Fewer bytes came than the layout says.
    image.layout.length = 8;
    decoded = decode(image, bytesOf({1, 0, 2}));
    QVERIFY(decoded.frame && decoded.frame->partial);
    QCOMPARE(decoded.values, (Values{1, 2, 0, 0}));
    QCOMPARE(decode(image, {}).frame.error().code, FailureCode::Truncated);
    ImageDescription bits = makeImage(1, 20, 1, 1);
    decoded = decode(bits, bytesOf({0xFF}));
    QVERIFY(decoded.frame && decoded.frame->partial);
    QCOMPARE(decoded.values[7], 1.0);
    QCOMPARE(decoded.values[8], 0.0);
    ImageDescription color = makeColor(1, 2, 8, Photometric::Rgb);
    color.pixels.byPlane = true;
    decoded = decode(color, bytesOf({1, 2, 3}));
    QVERIFY(decoded.frame && decoded.frame->partial);
    QCOMPARE(decoded.values, (Values{1, 3, 0, 2, 0, 0}));
}

void TestDecodeNative::deflatedFrames()
{
    ImageDescription image = makeImage(3, 5, 1, 1);
    image.transferSyntax = u"1.2.840.10008.1.2.8.1"_s;
    image.layout.encapsulated = true;
    image.layout.fragments = {{0, 10}};
    image.layout.firstFragment = {0};
    const QByteArray packed = bytesOf({0xA5, 0x7F});
    QByteArray stream(100, '\0');
    z_stream z{};
    QCOMPARE(deflateInit2(&z, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
    z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    z.avail_in = 2;
    z.next_out = reinterpret_cast<Bytef *>(stream.data());
    z.avail_out = 100;
    QCOMPARE(deflate(&z, Z_FINISH), Z_STREAM_END);
    stream.truncate(100 - qsizetype(z.avail_out));
    deflateEnd(&z);
    std::vector<std::byte> out(15);
    const auto run = [&](const QByteArray &bytes) {
        const QList<QByteArray> data{bytes};
        return LocalFrameDecoder().decode(image, 0, data, out);
    };
    QVERIFY(run(stream) && !run(stream)->partial);
    for (int i = 0; i < 15; ++i)
        QCOMPARE(int(out[std::size_t(i)]), (quint8(packed[i / 8]) >> i % 8) & 1);
    QVERIFY(run(stream + '\0')); // padding
    QVERIFY(!run(QByteArray(20, '\xFF')));
    QVERIFY(!run(QByteArray()));
    image.pixels.rows = 30; // longer than what is there
    out.resize(150);
    QVERIFY(run(stream) && run(stream)->partial);
}

void TestDecodeNative::uncompressedFragments()
{
    ImageDescription image = makeImage(1, 3, 16, 12);
    image.transferSyntax = u"1.2.840.10008.1.2.1.98"_s;
    image.layout.encapsulated = true;
    image.layout.fragments = {{0, 6}};
    image.layout.firstFragment = {0};
    std::vector<std::byte> out(6);
    const QList<QByteArray> data{bytesOf({1, 0, 2, 0, 3, 0xF0})};
    QVERIFY(LocalFrameDecoder().decode(image, 0, data, out));
    QCOMPARE(out, (std::vector<std::byte>{std::byte(1), {}, std::byte(2), {}, std::byte(3), {}}));
}

void TestDecodeNative::contradictions()
{
    // A compressed transfer syntax without fragments.
    ImageDescription image = makeImage(2, 2, 8, 8);
    image.transferSyntax = u"1.2.840.10008.1.2.4.50"_s;
    QCOMPARE(decode(image, "abcd").frame.error().code, FailureCode::Corrupt);
    std::vector<std::byte> out(4);
    image = makeImage(2, 2, 8, 8);
    QCOMPARE(LocalFrameDecoder().decode(image, 0, {}, out).error().code, FailureCode::Truncated);
    QCOMPARE(LocalFrameDecoder().decode(image, 0, {}, std::span(out).first(3)).error().code, FailureCode::Internal);
}

QTEST_GUILESS_MAIN(TestDecodeNative)
#include "tst_decode_native.moc"
