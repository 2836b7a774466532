// SPDX-License-Identifier: Apache-2.0
#include "imaging/PixelFile.h"

#include "decode/Overlays.h"
#include "decode/Presentation.h"

#include <QTest>
#include <cmath>

using namespace Chartline::Imaging;
using namespace Qt::StringLiterals;
using Test::PixelFile;

namespace {

ImageDescription makeImage(int bitsAllocated, int bitsStored, bool isSigned, int columns, int rows = 1)
{
    ImageDescription image;
    image.transferSyntax = u"1.2.840.10008.1.2.1"_s;
    image.pixels = {rows,           columns,  1,     bitsAllocated, bitsStored,
                    bitsStored - 1, isSigned, false, false,         Photometric::Monochrome2};
    image.layout.length = qint64(rows) * columns * bitsAllocated / 8;
    return image;
}

template<typename T>
std::vector<std::byte> samplesOf(const std::vector<T> &values)
{
    const auto bytes = std::as_bytes(std::span(values));
    return {bytes.begin(), bytes.end()};
}

// One row of grey.
template<typename T>
std::vector<int> painted(const Presentation &presentation, const std::vector<T> &values)
{
    std::vector<quint8> out(values.size());
    if (!presentation.paint(samplesOf(values), PictureFormat::Grey, out, qsizetype(out.size())))
        return {};
    return {out.begin(), out.end()};
}

Voi window(double center, double width, Window::Function function = Window::Function::Linear)
{
    return {Voi::Kind::Window, {center, width, {}, function}, 0};
}

} // namespace

class TestPresentation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Test::silenceDcmtk(); }
    void windows_data();
    void windows();
    void tableAgreesWithFormula();
    void narrowestWindow();
    void rescale();
    void modalityTable();
    void voiTable();
    void inversion();
    void defaults();
    void automaticWindow();
    void paddingIsLeftOut();
    void floats();
    void palette();
    void colors();
    void sizesAreChecked();
    void overlays();
    void embeddedOverlay();
    void sharedTables();
    void presentationStateTables();
};

// PS3.3 C.11.2.1.2.1 gives c = 2048, w = 4096 (and others) as examples; the rest by hand from the formulas.
void TestPresentation::windows_data()
{
    QTest::addColumn<int>("function");
    QTest::addColumn<double>("center");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y"); // 0…255
    const auto add = [](const char *name, Window::Function f, double c, double w, double x, double y) {
        QTest::newRow(name) << int(f) << c << w << x << y;
    };
    using enum Window::Function;
    // x <= 0: 0; x > 4095: 255; else (x - 2047.5) / 4095 + 0.5
    add("linear below", Linear, 2048, 4096, 0, 0);
    add("linear 1", Linear, 2048, 4096, 1, 255.0 / 4095);
    add("linear last", Linear, 2048, 4096, 4095, 255);
    add("linear above", Linear, 2048, 4096, 4096, 255);
    add("linear middle", Linear, 2048, 4096, 2047.5, 127.5);
    // c = 0, w = 100: x <= -50 is 0, x > 49 is 255, else (x + 0.5) / 99 + 0.5
    add("linear signed below", Linear, 0, 100, -50, 0);
    add("linear signed inside", Linear, 0, 100, -49, (-48.5 / 99 + 0.5) * 255);
    add("linear signed last", Linear, 0, 100, 49, (49.5 / 99 + 0.5) * 255);
    add("linear signed above", Linear, 0, 100, 49.5, 255);
    // w = 1: x <= -0.5 is 0, all above 255
    add("linear one wide below", Linear, 0, 1, -0.5, 0);
    add("linear one wide above", Linear, 0, 1, -0.4, 255);
    // exact: x <= c - w / 2 is 0; x > c + w / 2 is 255
    add("exact below", LinearExact, 40, 400, -160, 0);
    add("exact inside", LinearExact, 40, 400, -60, 63.75);
    add("exact center", LinearExact, 40, 400, 40, 127.5);
    add("exact last", LinearExact, 40, 400, 240, 255);
    add("exact narrow", LinearExact, 0.5, 0.25, 0.5, 127.5);
    // 255 / (1 + exp(-4 (x - c) / w))
    add("sigmoid center", Sigmoid, 40, 400, 40, 127.5);
    add("sigmoid quarter", Sigmoid, 40, 400, 140, 255 / (1 + std::exp(-1.0)));
    add("sigmoid far", Sigmoid, 40, 400, -1000, 255 / (1 + std::exp(10.4)));
}

void TestPresentation::windows()
{
    QFETCH(int, function);
    QFETCH(double, center);
    QFETCH(double, width);
    QFETCH(double, x);
    QFETCH(double, y);
    const auto presentation = Presentation::of(makeImage(16, 16, true, 1), 0);
    QVERIFY(presentation);
    QCOMPARE(presentation->voi(x, window(center, width, Window::Function(function))) * 255 + 1, y + 1);
}

// The table of all stored values, of every type, holds what the formula gives.
void TestPresentation::tableAgreesWithFormula()
{
    for (const auto &[allocated, isSigned] : {std::pair{8, false}, {8, true}, {16, false}, {16, true}}) {
        ImageDescription image = makeImage(allocated, allocated, isSigned, 1);
        image.shared.slope = 1.5;
        image.shared.intercept = -20;
        auto presentation = Presentation::of(image, 0);
        QVERIFY(presentation);
        for (const Voi &voi : {window(40, 400), window(-10, 33, Window::Function::LinearExact),
                               window(0, 90, Window::Function::Sigmoid)}) {
            presentation->setVoi(voi);
            const int least = isSigned ? -(1 << (allocated - 1)) : 0;
            for (int stored = least; stored < least + (1 << allocated); stored += allocated == 8 ? 1 : 97) {
                const double right = presentation->voi(stored * 1.5 - 20, voi) * 255;
                std::vector<int> grey;
                if (allocated == 8)
                    grey = isSigned ? painted(*presentation, std::vector<qint8>{qint8(stored)})
                                    : painted(*presentation, std::vector<quint8>{quint8(stored)});
                else
                    grey = isSigned ? painted(*presentation, std::vector<qint16>{qint16(stored)})
                                    : painted(*presentation, std::vector<quint16>{quint16(stored)});
                QVERIFY(std::abs(grey.at(0) - right) <= 0.5001);
            }
        }
    }
}

void TestPresentation::narrowestWindow()
{
    auto presentation = Presentation::of(makeImage(16, 12, false, 4), 0);
    presentation->setVoi(window(100, 1));
    QCOMPARE(painted(*presentation, std::vector<quint16>{98, 99, 100, 101}), (std::vector<int>{0, 0, 255, 255}));
    // c - 0.5 = 99.5: 99 is below, 100 above.
}

void TestPresentation::rescale()
{
    ImageDescription image = makeImage(16, 12, false, 5);
    image.shared.slope = 1;
    image.shared.intercept = -1024;
    image.shared.windows = {{40, 400, u"SOFT"_s, Window::Function::Linear}};
    const auto presentation = Presentation::of(image, 0);
    QCOMPARE(presentation->modality(1064), 40.0);
    // -160 is the last black one, 239 the first white one.
    const std::vector<int> grey = painted(*presentation, std::vector<quint16>{0, 864, 865, 1263, 4095});
    QCOMPARE(grey.at(0), 0);
    QCOMPARE(grey.at(1), 0);
    QCOMPARE(grey.at(2), 1);
    QCOMPARE(grey.at(3), 255);
    QCOMPARE(grey.at(4), 255);
    // A frame of its own scale.
    image.frames = 2;
    image.layout.length *= 2;
    image.perFrame.resize(2);
    image.perFrame[1].slope = 2;
    QCOMPARE(Presentation::of(image, 1)->modality(1064), 1104.0);
}

void TestPresentation::modalityTable()
{
    ImageDescription image = makeImage(16, 12, true, 5);
    image.modalityLut = LookupTable{-2, 8, {10, 20, 30, 40}, {}};
    const auto presentation = Presentation::of(image, 0);
    QCOMPARE(presentation->modality(-2), 10.0);
    QCOMPARE(presentation->modality(1), 40.0);
    // Beyond the ends the ends.
    QCOMPARE(presentation->modality(-2048), 10.0);
    QCOMPARE(presentation->modality(2047), 40.0);
    auto identity = *presentation;
    identity.setVoi({});
    QCOMPARE(painted(identity, std::vector<qint16>{-2048, -2, -1, 0, 1}), (std::vector<int>{10, 10, 20, 30, 40}));
}

void TestPresentation::voiTable()
{
    ImageDescription image = makeImage(16, 12, true, 4);
    image.shared.slope = 2;
    image.shared.intercept = -100;
    image.voiLuts = {{-100, 16, {0, 65535, 32768}, u"NORMAL"_s}, {0, 10, {1023}, {}}};
    auto presentation = Presentation::of(image, 0);
    QCOMPARE(presentation->defaultVoi({}), (Voi{Voi::Kind::Table, {}, 0}));
    // Modality values -102, -100, -98, 400.
    QCOMPARE(painted(*presentation, std::vector<qint16>{-1, 0, 1, 250}), (std::vector<int>{0, 0, 128, 128}));
    presentation->setVoi({Voi::Kind::Table, {}, 1});
    QCOMPARE(painted(*presentation, std::vector<qint16>{0, 0, 0, 0}), (std::vector<int>{255, 255, 255, 255}));
    // One that is not there: the stored range.
    presentation->setVoi({Voi::Kind::Table, {}, 7});
    QCOMPARE(painted(*presentation, std::vector<qint16>{-2048, 2047, 0, 0}).at(1), 255);
}

void TestPresentation::inversion()
{
    for (const auto &[photometric, shape, inverted] : {std::tuple{Photometric::Monochrome2, false, false},
                                                       {Photometric::Monochrome1, false, true},
                                                       {Photometric::Monochrome2, true, true},
                                                       {Photometric::Monochrome1, true, true}}) {
        ImageDescription image = makeImage(8, 8, false, 2);
        image.pixels.photometric = photometric;
        image.invertedPresentation = shape;
        auto presentation = Presentation::of(image, 0);
        QCOMPARE(presentation->isInverted(), inverted);
        QCOMPARE(painted(*presentation, std::vector<quint8>{0, 200}),
                 inverted ? (std::vector<int>{255, 55}) : (std::vector<int>{0, 200}));
        presentation->setVoi({}, true);
        QCOMPARE(painted(*presentation, std::vector<quint8>{0, 200}),
                 inverted ? (std::vector<int>{0, 200}) : (std::vector<int>{255, 55}));
    }
}

void TestPresentation::defaults()
{
    // Up to eight bits the values are what is meant.
    ImageDescription image = makeImage(16, 8, false, 3);
    QCOMPARE(painted(*Presentation::of(image, 0), std::vector<quint16>{0, 100, 255}), (std::vector<int>{0, 100, 255}));
    image = makeImage(8, 1, false, 2);
    QCOMPARE(painted(*Presentation::of(image, 0), std::vector<quint8>{0, 1}), (std::vector<int>{0, 255}));
    // Of more, what there is of them.
    image = makeImage(16, 12, false, 100);
    std::vector<quint16> values(100);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = quint16(1000 + i);
    const Voi voi = Presentation::of(image, 0)->defaultVoi(samplesOf(values));
    QCOMPARE(voi.kind, Voi::Kind::Window);
    QVERIFY(std::abs(voi.window.center - 1049.5) < 1.5);
    QVERIFY(std::abs(voi.window.width - 98) < 2.5);
    // The image's own goes before.
    image.shared.windows = {{5, 6, {}, Window::Function::Sigmoid}};
    QCOMPARE(Presentation::of(image, 0)->defaultVoi(samplesOf(values)), window(5, 6, Window::Function::Sigmoid));
}

void TestPresentation::automaticWindow()
{
    // A few extreme values do not count.
    ImageDescription image = makeImage(16, 16, true, 1000, 100);
    image.shared.slope = 0.5;
    image.shared.intercept = 10;
    std::vector<qint16> values(100000, 400);
    for (std::size_t i = 0; i < values.size(); i += 2)
        values[i] = 200;
    values[7] = 32767;
    values[8] = -32768;
    Window found = Presentation::of(image, 0)->automaticWindow(samplesOf(values));
    QCOMPARE(found.center, 160.0); // 110 … 210
    QCOMPARE(found.width, 100.0);
    // Never of no width.
    found = Presentation::of(image, 0)->automaticWindow(samplesOf(std::vector<qint16>(100000, 7)));
    QCOMPARE(found.center, 13.5);
    QCOMPARE(found.width, 0.5);
    QVERIFY(Presentation::of(image, 0)->automaticWindow({}).width > 0);
}

void TestPresentation::paddingIsLeftOut()
{
    ImageDescription image = makeImage(16, 16, true, 1000);
    image.paddingValue = -2000;
    std::vector<qint16> values(1000, -2000);
    for (std::size_t i = 0; i < 100; ++i)
        values[i * 3] = qint16(i);
    QVERIFY(std::abs(Presentation::of(image, 0)->automaticWindow(samplesOf(values)).center - 49.5) < 1);
    // A range of them, told from either end.
    image.paddingLimit = -3000;
    values[1] = -2500;
    values[2] = -3000;
    QVERIFY(Presentation::of(image, 0)->automaticWindow(samplesOf(values)).center > 40);
    image.paddingValue.reset();
    image.paddingLimit.reset();
    QVERIFY(Presentation::of(image, 0)->automaticWindow(samplesOf(values)).center < -900);
}

void TestPresentation::floats()
{
    ImageDescription image = makeImage(32, 32, false, 5);
    image.pixels.isFloat = true;
    const std::vector<float> values{0, 0.25f, 0.5f, NAN, INFINITY};
    auto presentation = Presentation::of(image, 0);
    QVERIFY(presentation);
    const Window automatic = presentation->automaticWindow(samplesOf(values));
    QVERIFY(std::isfinite(automatic.center) && automatic.width > 0);
    presentation->setVoi(window(0.25, 0.5, Window::Function::LinearExact));
    QCOMPARE(painted(*presentation, values), (std::vector<int>{0, 128, 255, 0, 255}));
}

void TestPresentation::palette()
{
    ImageDescription image = makeImage(8, 8, false, 4);
    image.pixels.photometric = Photometric::Palette;
    image.shared.windows = {{1, 2, {}, Window::Function::Linear}}; // means nothing here
    image.palette = {LookupTable{1, 16, {0xFF00, 0x1234, 0x00FF}, {}}, LookupTable{1, 16, {0, 0x8000, 0xFFFF}, {}},
                     LookupTable{1, 8, {1, 2, 3}, {}}};
    const auto presentation = Presentation::of(image, 0);
    QVERIFY(presentation->isColor());
    const auto samples = samplesOf(std::vector<quint8>{0, 1, 2, 200});
    std::vector<quint8> rgb(12);
    QVERIFY(presentation->paint(samples, PictureFormat::Rgb, rgb, 12));
    QCOMPARE(rgb, (std::vector<quint8>{255, 0, 1, 255, 0, 1, 0x12, 0x80, 2, 0, 255, 3}));
    std::vector<quint8> rgba(16);
    QVERIFY(presentation->paint(samples, PictureFormat::Rgba, rgba, 16));
    QCOMPARE(rgba[3], quint8(255));
    QCOMPARE(rgba[12], quint8(0));
    QCOMPARE(rgba[13], quint8(255));
}

void TestPresentation::colors()
{
    ImageDescription image = makeImage(8, 8, false, 2, 2);
    image.pixels.samplesPerPixel = 3;
    image.pixels.photometric = Photometric::Rgb;
    image.layout.length = 12;
    const std::vector<quint8> values{1, 2, 3, 4, 5, 6, 7, 8, 9, 255, 255, 255};
    const auto presentation = Presentation::of(image, 0);
    std::vector<quint8> out(16, 77); // rows lie eight bytes apart
    QVERIFY(presentation->paint(samplesOf(values), PictureFormat::Rgb, out, 8));
    QCOMPARE(out, (std::vector<quint8>{1, 2, 3, 4, 5, 6, 77, 77, 7, 8, 9, 255, 255, 255, 77, 77}));
    out.assign(4, 0);
    QVERIFY(presentation->paint(samplesOf(values), PictureFormat::Grey, out, 2));
    QCOMPARE(out, (std::vector<quint8>{2, 5, 8, 255}));
}

void TestPresentation::sizesAreChecked()
{
    const auto presentation = Presentation::of(makeImage(16, 12, false, 10, 10), 0);
    std::vector<quint8> out(100);
    const std::vector<std::byte> samples(200);
    QVERIFY(presentation->paint(samples, PictureFormat::Grey, out, 10));
    QVERIFY(!presentation->paint(std::span(samples).first(198), PictureFormat::Grey, out, 10));
    QVERIFY(!presentation->paint(samples, PictureFormat::Grey, out, 9));
    QVERIFY(!presentation->paint(samples, PictureFormat::Grey, std::span(out).first(99), 10));
    QVERIFY(!presentation->paint(samples, PictureFormat::Rgb, out, 30));
}

void TestPresentation::overlays()
{
    OverlayPlane plane;
    plane.rows = 2;
    plane.columns = 3;
    plane.frames = 2;
    plane.firstFrame = 2;
    plane.originRow = 0; // one above
    plane.originColumn = 3;
    plane.bits = QByteArray("\x6B\x0D", 2); // 110 101, then 101 100… from the least significant bit on
    QVERIFY(overlayMask(plane, 0, 2, 4).empty());
    QVERIFY(overlayMask(plane, 3, 2, 4).empty());
    // Of the second row the first two columns lie on the image, in its first row.
    QCOMPARE(overlayMask(plane, 1, 2, 4), (std::vector<quint8>{0, 0, 1, 0, 0, 0, 0, 0}));
    plane.originRow = 1;
    plane.originColumn = 1;
    QCOMPARE(overlayMask(plane, 1, 2, 3), (std::vector<quint8>{1, 1, 0, 1, 0, 1}));
    QCOMPARE(overlayMask(plane, 2, 2, 3), (std::vector<quint8>{1, 0, 1, 0, 1, 1}));
    plane.originRow = 60000;
    QCOMPARE(overlayMask(plane, 1, 2, 3), std::vector<quint8>(6, 0));
    plane.bits.chop(1);
    QVERIFY(overlayMask(plane, 2, 2, 3).empty());
}

void TestPresentation::embeddedOverlay()
{
    ImageDescription image = makeImage(16, 12, false, 4);
    OverlayPlane plane;
    plane.rows = 1;
    plane.columns = 4;
    plane.bitPosition = 15;
    image.overlays = {plane};
    const std::vector<quint16> cells{0x8001, 0x0FFF, 0x9000, 0x7FFF};
    const QList<QByteArray> data{QByteArray(reinterpret_cast<const char *>(cells.data()), 8)};
    std::vector<std::byte> out(8);
    QVERIFY(LocalFrameDecoder().decode(image, 0, data, out));
    QCOMPARE(out, samplesOf(std::vector<quint16>{1, 0xFFF, 0, 0xFFF}));
    const auto bits = overlayImage(image, plane);
    QVERIFY(bits);
    QVERIFY(LocalFrameDecoder().decode(*bits, 0, data, out));
    QCOMPARE(out, samplesOf(std::vector<quint16>{1, 0, 1, 0}));
    plane.bitPosition = 0;
    QVERIFY(!overlayImage(image, plane));
    plane.bitPosition = 16;
    QVERIFY(!overlayImage(image, plane));
}

// The tables of two real images, read with pydicom when this was written.
void TestPresentation::sharedTables()
{
    const QDir root(PixelFile::sharedFolder() + u"/pydicom-data/data_store/data"_s);
    if (!root.exists())
        QSKIP("The shared collection of images is not here.");
    const auto modality = PixelFile::open(root.filePath(u"mlut_18.dcm"_s));
    QVERIFY(modality && modality->image.modalityLut);
    QCOMPARE(modality->image.modalityLut->first, -2048); // of SS, with Pixel Representation 1
    QCOMPARE(modality->image.modalityLut->bits, 16);
    QCOMPARE(modality->image.modalityLut->entries.size(), std::size_t(4096));
    QCOMPARE(modality->image.units, u"US"_s);
    const auto scaled = Presentation::of(modality->image, 0);
    QCOMPARE(scaled->modality(-2048), 0.0);
    QCOMPARE(scaled->modality(-2045), 48.0);
    QCOMPARE(scaled->modality(2047), 65535.0);
    const auto voi = PixelFile::open(root.filePath(u"vlut_04.dcm"_s));
    QVERIFY(voi && voi->image.voiLuts.size() == 1);
    QCOMPARE(voi->image.voiLuts[0].first, 0);
    const auto linear = Presentation::of(voi->image, 0); // entry i is 257 · i
    QCOMPARE(painted(*Presentation::of(voi->image, 0), std::vector<quint8>()), std::vector<int>());
    for (const int x : {0, 1, 100, 255})
        QCOMPARE(linear->voi(x, {Voi::Kind::Table, {}, 0}) * 255, double(x));
}

// A presentation state whose tables put the values out of order and back: 0, 147, 83, 174… and 0, 233, 103…
void TestPresentation::presentationStateTables()
{
    const QString path = PixelFile::sharedFolder()
                         + u"/weasis-dicom-tools/weasis-dicom-tools/src/test/resources/org/dcm4che3/img/prLUTs.dcm"_s;
    if (!QFileInfo::exists(path))
        QSKIP("The shared collection of images is not here.");
    DcmFileFormat file;
    QVERIFY(file.loadFile(path.toLocal8Bit().constData()).good());
    DcmItem *item = nullptr;
    QVERIFY(file.getDataset()->findAndGetSequenceItem(DCM_ModalityLUTSequence, item).good());
    const auto modality = describeLookupTable(*item, false);
    QVERIFY(modality);
    QCOMPARE(modality->explanation, u"scrambled modality lut"_s);
    QCOMPARE(modality->entries.size(), std::size_t(256));
    QCOMPARE(std::vector(modality->entries.begin(), modality->entries.begin() + 4),
             (std::vector<quint16>{0, 147, 83, 174}));
    QVERIFY(file.getDataset()->findAndGetSequenceItem(DCM_SoftcopyVOILUTSequence, item).good());
    DcmItem *inner = nullptr;
    QVERIFY(item->findAndGetSequenceItem(DCM_VOILUTSequence, inner).good());
    const auto voi = describeLookupTable(*inner, false);
    QVERIFY(voi && voi->bits == 8);
    QCOMPARE(std::vector(voi->entries.begin(), voi->entries.begin() + 3), (std::vector<quint16>{0, 233, 103}));
    ImageDescription image = makeImage(8, 8, false, 256);
    image.modalityLut = modality;
    image.voiLuts = {*voi};
    std::vector<quint8> all(256);
    for (std::size_t i = 0; i < 256; ++i)
        all[i] = quint8(i);
    const std::vector<int> grey = painted(*Presentation::of(image, 0), all);
    for (std::size_t i = 0; i < 256; ++i)
        QCOMPARE(grey[i], int(voi->entries[modality->entries[i]]));
    DcmItem nonsense;
    QVERIFY(!describeLookupTable(nonsense, false));
}

QTEST_GUILESS_MAIN(TestPresentation)
#include "tst_presentation.moc"
