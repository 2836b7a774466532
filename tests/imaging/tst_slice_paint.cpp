// SPDX-License-Identifier: Apache-2.0
#include "scene/SliceColors.h"
#include "scene/SliceLabels.h"

#include <QTest>
#include <cmath>

using namespace Chartline::Imaging;

namespace {

int red(quint32 pixel)
{
    return int((pixel >> 16) & 0xff);
}
int green(quint32 pixel)
{
    return int((pixel >> 8) & 0xff);
}
int blue(quint32 pixel)
{
    return int(pixel & 0xff);
}

Window windowOf(double center, double width, Window::Function function = Window::Function::Linear)
{
    Window window;
    window.center = center;
    window.width = width;
    window.function = function;
    return window;
}

// PS3.3 C.11.2.1.2.1, C.11.2.1.3.2 and C.11.2.1.3.1 as they stand there, for an output of 0…1.
double standard(double x, const Window &window)
{
    const double c = window.center;
    const double w = window.width;
    switch (window.function) {
    case Window::Function::Linear:
        if (x <= c - 0.5 - (w - 1) / 2)
            return 0;
        if (x > c - 0.5 + (w - 1) / 2)
            return 1;
        return (x - (c - 0.5)) / (w - 1) + 0.5;
    case Window::Function::LinearExact:
        if (x <= c - w / 2)
            return 0;
        if (x > c + w / 2)
            return 1;
        return (x - c) / w + 0.5;
    case Window::Function::Sigmoid: break;
    }
    return 1 / (1 + std::exp(-4 * (x - c) / w));
}

// Relative luminance of sRGB (IEC 61966-2-1).
double luminance(quint32 pixel)
{
    const auto linear = [](int v) {
        const double s = v / 255.0;
        return s <= 0.04045 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(red(pixel)) + 0.7152 * linear(green(pixel)) + 0.0722 * linear(blue(pixel));
}

SliceValues line(std::vector<float> values)
{
    const int width = int(values.size());
    return {width, 1, std::move(values)};
}

} // namespace

// From values to colours: windows, palettes, and what is laid over.
class TestSlicePaint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyGreyIsTheStandards_data();
    void everyGreyIsTheStandards();
    void brokenWindowsDrawSomething();
    void palettesAreTheStandards_data();
    void palettesAreTheStandards();
    void perceptualRisesEvenly();
    void fusionIsTransparentWhereThereIsNothing();
    void fieldsOfUnequalSize();
    void labelsAreFilledAndEdged();
    void labelsThatTouch();
    void labelsOfAVolume();
};

void TestSlicePaint::everyGreyIsTheStandards_data()
{
    QTest::addColumn<double>("center");
    QTest::addColumn<double>("width");
    QTest::addColumn<int>("function");
    for (const double center : {40.0, 0.5, -600.0, 127.25}) {
        for (const double width : {1.0, 2.0, 80.0, 255.0, 256.0, 4096.0}) {
            for (int function = 0; function < 3; ++function)
                QTest::addRow("%g/%g function %d", center, width, function) << center << width << function;
        }
    }
}

void TestSlicePaint::everyGreyIsTheStandards()
{
    QFETCH(double, center);
    QFETCH(double, width);
    QFETCH(int, function);
    const Window window = windowOf(center, width, Window::Function(function));
    std::vector<float> values;
    for (int v = -2048; v <= 2048; ++v)
        values.push_back(float(v) / 2);
    const SliceValues slice = line(values);
    std::vector<quint32> out(values.size());
    std::vector<quint32> inverted(values.size());
    shade(slice, {window, false, ColorMap::Grey}, out, qsizetype(out.size()));
    shade(slice, {window, true, ColorMap::Grey}, inverted, qsizetype(out.size()));
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double y = standard(double(values[i]), window);
        QVERIFY(std::abs(double(windowed(values[i], window)) - y) < 1e-5);
        // Half a grey apart at most, but for rounding.
        QVERIFY2(std::abs(red(out[i]) - y * 255) < 0.502, qPrintable(QString::number(values[i])));
        QVERIFY(std::abs(red(inverted[i]) - (1 - y) * 255) < 0.502);
        QCOMPARE(out[i] >> 24, 0xffU);
        QCOMPARE(red(out[i]), blue(out[i]));
    }
}

void TestSlicePaint::brokenWindowsDrawSomething()
{
    const SliceValues slice = line({-INFINITY, -1e30F, 0, 1e30F, INFINITY, NAN});
    for (const double center : {0.0, double(NAN), double(INFINITY), -double(INFINITY), 1e300}) {
        for (const double width : {0.0, -5.0, 1.0, double(NAN), double(INFINITY), 1e300, 1e-300}) {
            for (int function = 0; function < 3; ++function) {
                for (const bool inverted : {false, true}) {
                    const Shading shading{windowOf(center, width, Window::Function(function)), inverted,
                                          ColorMap::HotIron};
                    std::array<quint32, 6> out{};
                    shade(slice, shading, out, 6);
                    for (const quint32 pixel : out)
                        QCOMPARE(pixel >> 24, 0xffU);
                    QCOMPARE(out[5], nothingColor);
                    difference(slice, shading, slice, 0, out, 6);
                    fuse(slice, shading, slice, shading, NAN, out, 6);
                    blend(slice, shading, slice, shading, 7, out, 6);
                }
            }
        }
    }
}

void TestSlicePaint::palettesAreTheStandards_data()
{
    QTest::addColumn<int>("map");
    QTest::addColumn<int>("index");
    QTest::addColumn<QList<int>>("color");
    QTest::addColumn<int>("tolerance");
    const auto row = [](const char *name, ColorMap map, int index, const QList<int> &color, int tolerance) {
        QTest::addRow("%s %d", name, index) << int(map) << index << color << tolerance;
    };
    // Entries of PS3.6 Tables B.1-1, B.1-2 and B.1-3.
    row("hot iron", ColorMap::HotIron, 0, {0, 0, 0}, 0);
    row("hot iron", ColorMap::HotIron, 64, {128, 0, 0}, 1);
    row("hot iron", ColorMap::HotIron, 128, {255, 0, 0}, 1);
    row("hot iron", ColorMap::HotIron, 192, {255, 128, 4}, 2);
    row("hot iron", ColorMap::HotIron, 255, {255, 255, 255}, 0);
    row("hot metal blue", ColorMap::HotMetalBlue, 0, {0, 0, 0}, 0);
    row("hot metal blue", ColorMap::HotMetalBlue, 102, {49, 0, 200}, 2);
    row("hot metal blue", ColorMap::HotMetalBlue, 170, {255, 96, 0}, 3);
    row("hot metal blue", ColorMap::HotMetalBlue, 255, {255, 255, 255}, 0);
    row("pet", ColorMap::Pet, 0, {0, 0, 0}, 0);
    row("pet", ColorMap::Pet, 64, {1, 126, 128}, 2);
    row("pet", ColorMap::Pet, 128, {128, 0, 255}, 2);
    row("pet", ColorMap::Pet, 192, {255, 128, 0}, 2);
    row("pet", ColorMap::Pet, 255, {255, 255, 255}, 0);
}

void TestSlicePaint::palettesAreTheStandards()
{
    QFETCH(int, map);
    QFETCH(int, index);
    QFETCH(QList<int>, color);
    QFETCH(int, tolerance);
    const quint32 pixel = colorsOf(ColorMap(map))[std::size_t(index)];
    QVERIFY2(std::abs(red(pixel) - color[0]) <= tolerance && std::abs(green(pixel) - color[1]) <= tolerance
                 && std::abs(blue(pixel) - color[2]) <= tolerance,
             qPrintable(QString::number(pixel, 16)));
}

void TestSlicePaint::perceptualRisesEvenly()
{
    const auto &table = colorsOf(ColorMap::Perceptual);
    QCOMPARE(table[0], 0xff000000U);
    QCOMPARE(table[255], 0xffffffffU);
    for (std::size_t i = 1; i < 256; ++i)
        QVERIFY2(luminance(table[i]) > luminance(table[i - 1]) - 1e-3, qPrintable(QString::number(i)));
    // It is coloured.
    QVERIFY(std::abs(red(table[100]) - blue(table[100])) > 20);
    QCOMPARE(colorsOf(ColorMap(200))[255], colorsOf(ColorMap::Perceptual)[255]);
}

void TestSlicePaint::fusionIsTransparentWhereThereIsNothing()
{
    const Shading grey{windowOf(50.5, 101), false, ColorMap::Grey};
    const Shading hot{windowOf(5, 10, Window::Function::LinearExact), false, ColorMap::HotIron};
    const SliceValues ct = line({50, 50, 50, 50});
    const SliceValues petValues = line({0, 10, NAN, 2});
    std::array<quint32, 4> out{};
    fuse(ct, grey, petValues, hot, 0.6, out, 4);
    std::array<quint32, 4> plain{};
    shade(ct, grey, plain, 4);
    QCOMPARE(out[0], plain[0]);
    QCOMPARE(out[2], plain[2]);
    QVERIFY(red(out[1]) > red(plain[1]) + 50); // white-hot
    QVERIFY(red(out[3]) != red(plain[3]) || green(out[3]) != green(plain[3]));
    fuse(ct, grey, petValues, hot, 0, out, 4);
    QCOMPARE(out, plain);
}

void TestSlicePaint::fieldsOfUnequalSize()
{
    const Shading grey{windowOf(50.5, 101), false, ColorMap::Grey};
    const SliceValues large{4, 4, std::vector<float>(16, 100)};
    const SliceValues small{3, 2, std::vector<float>(6, 0)};
    std::vector<quint32> out(20, 7);
    blend(large, grey, small, grey, 1, out, 5);
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 5; ++x)
            QCOMPARE(out[std::size_t(y * 5 + x)], x < 3 && y < 2 ? 0xff000000U : 7U);
    }
    // Too small a picture is not written to.
    std::array<quint32, 4> little{9, 9, 9, 9};
    shade(large, grey, little, 4);
    QCOMPARE(little, (std::array<quint32, 4>{9, 9, 9, 9}));
}

void TestSlicePaint::labelsAreFilledAndEdged()
{
    // A square of 5 × 5 in 9 × 9.
    SliceLabels slice{9, 9, std::vector<quint8>(81, 0)};
    for (int y = 2; y < 7; ++y) {
        for (int x = 2; x < 7; ++x)
            slice.labels[std::size_t(y * 9 + x)] = 3;
    }
    const auto drawn = [&](const LabelStyle &style) {
        std::vector<quint32> out(81, 0xff000000U);
        drawLabels(slice, {&style, 1}, out, 9);
        return out;
    };
    LabelStyle style;
    style.label = 3;
    style.color = 0xff00ff00U;
    style.fill = 0.5;
    style.outline = 1;
    auto out = drawn(style);
    for (int y = 0; y < 9; ++y) {
        for (int x = 0; x < 9; ++x) {
            const bool inside = x >= 2 && x < 7 && y >= 2 && y < 7;
            const bool edge = inside && (x == 2 || x == 6 || y == 2 || y == 6);
            QCOMPARE(green(out[std::size_t(y * 9 + x)]), edge ? 255 : inside ? 128 : 0);
        }
    }
    style.outlineWidth = 2;
    out = drawn(style);
    QCOMPARE(green(out[3 * 9 + 3]), 255);
    QCOMPARE(green(out[4 * 9 + 4]), 128);
    style.outline = 0;
    out = drawn(style);
    QCOMPARE(green(out[2 * 9 + 2]), 128);
    style.label = 4; // another one
    QVERIFY(std::ranges::all_of(drawn(style), [](quint32 pixel) { return pixel == 0xff000000U; }));
    // Broken sizes are not drawn.
    slice.labels.resize(10);
    style.label = 3;
    QVERIFY(std::ranges::all_of(drawn(style), [](quint32 pixel) { return pixel == 0xff000000U; }));
}

void TestSlicePaint::labelsThatTouch()
{
    // Two halves; the rim of the picture is no edge.
    SliceLabels slice{8, 4, std::vector<quint8>(32, 1)};
    for (int y = 0; y < 4; ++y)
        std::fill_n(slice.labels.begin() + y * 8 + 4, 4, quint8(2));
    std::array<LabelStyle, 2> styles{};
    styles[0] = {1, 0xffff0000U, 0, 1, 1};
    styles[1] = {2, 0xff0000ffU, 0, 1, 1};
    std::vector<quint32> out(32, 0xff000000U);
    drawLabels(slice, styles, out, 8);
    for (std::size_t x = 0; x < 8; ++x)
        QCOMPARE(out[8 + x], x == 3 ? 0xffff0000U : x == 4 ? 0xff0000ffU : 0xff000000U);
}

void TestSlicePaint::labelsOfAVolume()
{
    Volume volume;
    volume.size = {4, 4, 2};
    volume.type = SampleType::U8;
    volume.data.assign(32, std::byte(0));
    volume.data[5] = std::byte(200); // x 1, y 1, z 0
    const SlicePlane plane{{1.5, 1.5, 0.2}, {1, 0, 0}, {0, 1, 0}, 0.5, 12, 12};
    const auto labels = sampleLabels(volume, plane);
    QVERIFY(labels);
    for (int y = 0; y < 12; ++y) {
        for (int x = 0; x < 12; ++x)
            QCOMPARE(int(labels->labels[std::size_t(y * 12 + x)]), x / 2 == 2 && y / 2 == 2 ? 200 : 0);
    }
    volume.type = SampleType::I16;
    QVERIFY(!sampleLabels(volume, plane));
}

QTEST_GUILESS_MAIN(TestSlicePaint)
#include "tst_slice_paint.moc"
