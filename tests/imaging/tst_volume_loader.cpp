// SPDX-License-Identifier: Apache-2.0
#include "imaging/VolumePhantom.h"
#include "volume/VolumeBuilder.h"
#include "volume/VolumeLoader.h"

#include <QTest>
#include <QThread>
#include <cstring>
#include <thread>

using namespace Chartline::Test;

class TestVolumeLoader : public QObject
{
    Q_OBJECT

private:
    // The value the phantom has there, as it was stored.
    static double at(const Plane3 &, int x, int y, int z, double step)
    {
        return std::round(ramp({-10.0 + x, -20.0 + y, -30 + z * step}));
    }

private Q_SLOTS:
    // The first picture is the one that was asked for; the others come from the inside out.
    void order_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<QList<int>>("expected");
        QTest::newRow("the middle") << -1 << QList<int>{3, 4, 2, 5, 1, 6, 0};
        QTest::newRow("near the end") << 5 << QList<int>{5, 6, 4, 3, 2, 1, 0};
        QTest::newRow("the first") << 0 << QList<int>{0, 1, 2, 3, 4, 5, 6};
        QTest::newRow("beyond the end") << 70 << QList<int>{6, 5, 4, 3, 2, 1, 0};
    }
    void order()
    {
        QFETCH(int, first);
        QFETCH(QList<int>, expected);
        const Phantom phantom = stackOf(axial, 7, -2); // instances run against the stack
        const FakeSource source(phantom);
        const FakeDecoder decoder;
        LoadOptions options;
        options.threads = 1;
        options.firstSlice = first;
        QList<int> seen;
        QList<int> progress;
        options.onFrame = [&](int slice, const FrameView &frame) {
            seen << slice;
            QCOMPARE(frame.ref.instance, 6 - slice);
            QCOMPARE(frame.format.columns, 24);
            QCOMPARE(frame.samples.size(), std::size_t(24 * 20 * 2));
            QCOMPARE(std::memcmp(frame.samples.data(), phantom.pixels[std::size_t(frame.ref.instance)].constData(),
                                 frame.samples.size()),
                     0);
        };
        options.onProgress = [&](int done, int all) {
            progress << done;
            QCOMPARE(all, 7);
        };
        const auto volume = VolumeLoader(phantom.images, source, decoder).load(layOut(phantom.images)[0], options);
        QVERIFY(volume.has_value());
        QCOMPARE(seen, expected);
        QCOMPARE(progress, (QList<int>{1, 2, 3, 4, 5, 6, 7}));
    }

    void manyThreadsGiveTheSame()
    {
        Plane3 plane;
        plane.columns = 64;
        plane.rows = 48;
        plane.column = {0, 0.95, std::sqrt(1 - 0.95 * 0.95)};
        Phantom phantom;
        for (const int i : {0, 1, 2, 4, 5, 6, 7, 8, 9, 15, 16, 17})
            phantom.add(plane, {0, 0, i * 2.5});
        const FakeSource source(phantom);
        const FakeDecoder decoder;
        const auto stacks = layOut(phantom.images);
        const VolumeLoader loader(phantom.images, source, decoder);
        LoadOptions options;
        options.threads = 1;
        const auto one = loader.load(stacks[0], options);
        QVERIFY(one.has_value());
        for (const int threads : {2, 3, 8, 50}) {
            options.threads = threads;
            const auto many = loader.load(stacks[0], options);
            QVERIFY(many.has_value());
            QVERIFY((*many)->data == (*one)->data);
            QCOMPARE((*many)->range, (*one)->range);
        }
    }

    void pointsOf4D()
    {
        Phantom phantom;
        for (int point = 0; point < 3; ++point) {
            for (int i = 0; i < 5; ++i) {
                phantom.add(axial, {0, 0, i * 2.0}, [=](const Vec3 &p) { return ramp(p) + point * 1000; })
                    .shared.temporalIndex = point;
            }
        }
        const FakeSource source(phantom);
        const FakeDecoder decoder;
        const auto stacks = layOut(phantom.images);
        for (int point = 0; point < 3; ++point) {
            LoadOptions options;
            options.point = point;
            const auto volume = VolumeLoader(phantom.images, source, decoder).load(stacks[0], options);
            QVERIFY(volume.has_value());
            QCOMPARE((*volume)->value(1, 1, 2), ramp({1, 1, 4}) + point * 1000);
        }
        LoadOptions options;
        options.point = 3;
        QVERIFY(!VolumeLoader(phantom.images, source, decoder).load(stacks[0], options));
    }

    // One bad slice is told and left empty; the others are all there.
    void unreadableSlice_data()
    {
        QTest::addColumn<bool>("bySource");
        QTest::newRow("the decoder refuses it") << false;
        QTest::newRow("the bytes cannot be had") << true;
    }
    void unreadableSlice()
    {
        QFETCH(bool, bySource);
        const Phantom phantom = stackOf(axial, 9, 2);
        FakeSource source(phantom);
        FakeDecoder decoder;
        if (bySource)
            source.unreadable = {4};
        else
            decoder.corrupt = {phantom.images[4].sopInstance};
        const auto volume = VolumeLoader(phantom.images, source, decoder).load(layOut(phantom.images)[0]);
        QVERIFY(volume.has_value());
        const Volume &v = **volume;
        QCOMPARE(v.unreadableSlices, std::vector{4});
        QVERIFY(v.notes.contains(QStringLiteral("unreadable-slices:1")));
        QVERIFY(v.padding.has_value());
        QCOMPARE(v.value(7, 7, 4), *v.padding);
        QVERIFY(*v.padding < v.range[0]);
        QVERIFY(!v.valueAt({0, 0, -22}));
        QCOMPARE(v.value(7, 7, 3), at(axial, 7, 7, 3, 2));
        QCOMPARE(v.value(7, 7, 5), at(axial, 7, 7, 5, 2));
        QCOMPARE(v.range[0], at(axial, 0, 19, 0, 2)); // what the decoder left behind does not count
    }

    // What lies between a bad slice and the next is not made of the bad one.
    void unreadableSliceAmongMissingOnes()
    {
        Phantom phantom;
        for (const int i : {0, 1, 3, 5, 6, 7})
            phantom.add(axial, {0, 0, i * 2.0});
        const FakeSource source(phantom);
        FakeDecoder decoder;
        decoder.corrupt = {phantom.images[2].sopInstance};
        const auto volume = VolumeLoader(phantom.images, source, decoder).load(layOut(phantom.images)[0]);
        QVERIFY(volume.has_value());
        const Volume &v = **volume;
        for (const int z : {2, 3, 4})
            QCOMPARE(v.value(5, 5, z), *v.padding);
        for (const int z : {0, 1, 5, 6, 7})
            QCOMPARE(v.value(5, 5, z), ramp({5, 5, z * 2.0}));
    }

    void unreadableSliceOfAnIrregularStack()
    {
        Phantom phantom;
        for (const double z : {0.0, 2.0, 4.0, 6.0, 7.3, 9.3, 11.3, 13.3})
            phantom.add(axial, {0, 0, z});
        const FakeSource source(phantom);
        FakeDecoder decoder;
        decoder.corrupt = {phantom.images[2].sopInstance};
        const auto volume = VolumeLoader(phantom.images, source, decoder).load(layOut(phantom.images)[0]);
        QVERIFY(volume.has_value());
        const Volume &v = **volume;
        QVERIFY(!v.valueAt({5, 5, 4}));
        QVERIFY(v.valueAt({5, 5, 10}).has_value());
        QVERIFY(std::abs(*v.valueAt({5, 5, 10}) - ramp({5, 5, 10})) < 1.5);
        QVERIFY(std::abs(*v.valueAt({5, 5, 0.5}) - ramp({5, 5, 0.5})) < 1.5);
    }

    // There is no value below 0 for "nothing": the lowest stands in, and it is told.
    void unreadableSliceOfUnsignedValues()
    {
        Phantom phantom = stackOf(axial, 9, 2);
        for (std::size_t i = 0; i < 9; ++i) {
            phantom.images[i].pixels.isSigned = false;
            std::memset(phantom.pixels[i].data(), 0, 2);
        }
        const FakeSource source(phantom);
        FakeDecoder decoder;
        decoder.corrupt = {phantom.images[4].sopInstance};
        const auto volume = VolumeLoader(phantom.images, source, decoder).load(layOut(phantom.images)[0]);
        QVERIFY(volume.has_value());
        QCOMPARE((*volume)->type, SampleType::U16);
        QCOMPARE((*volume)->value(5, 5, 4), 0.0);
        QCOMPARE((*volume)->unreadableSlices, std::vector{4});
    }

    void tooManyUnreadable()
    {
        const Phantom phantom = stackOf(axial, 9, 2);
        const FakeSource source(phantom);
        FakeDecoder decoder;
        for (std::size_t i = 0; i < 4; ++i)
            decoder.corrupt << phantom.images[i].sopInstance;
        const VolumeLoader loader(phantom.images, source, decoder);
        QVERIFY(loader.load(layOut(phantom.images)[0]).has_value());
        decoder.corrupt << phantom.images[7].sopInstance;
        const auto volume = loader.load(layOut(phantom.images)[0]);
        QVERIFY(!volume);
        QCOMPARE(volume.error().code, FailureCode::Corrupt);
        QCOMPARE(volume.error().detail, QStringLiteral("told to"));
    }

    void partialSlices()
    {
        const Phantom phantom = stackOf(axial, 9, 2);
        const FakeSource source(phantom);
        FakeDecoder decoder;
        decoder.partial = {phantom.images[2].sopInstance, phantom.images[8].sopInstance};
        const auto volume = VolumeLoader(phantom.images, source, decoder).load(layOut(phantom.images)[0]);
        QVERIFY(volume.has_value());
        QVERIFY((*volume)->notes.contains(QStringLiteral("partly-decoded:2")));
        QCOMPARE((*volume)->partialSlices, (std::vector{2, 8}));
        QCOMPARE((*volume)->value(7, 7, 2), at(axial, 7, 7, 2, 2));
    }

    void cancelled()
    {
        const Phantom phantom = stackOf(axial, 50, 2);
        const FakeSource source(phantom);
        FakeDecoder decoder;
        std::atomic_bool cancel{false};
        std::atomic_int decoded{0};
        decoder.onDecode = [&] {
            if (++decoded == 5)
                cancel = true;
        };
        LoadOptions options;
        options.cancel = &cancel;
        options.threads = 4;
        const auto volume = VolumeLoader(phantom.images, source, decoder).load(layOut(phantom.images)[0], options);
        QVERIFY(!volume);
        QCOMPARE(volume.error().code, FailureCode::Cancelled);
        QVERIFY(decoded < 12);
    }

    void outOfMemoryIsTyped()
    {
        const Phantom phantom = stackOf(axial, 20, 2);
        const FakeSource source(phantom);
        FakeDecoder decoder;
        std::atomic_int decoded{0};
        decoder.onDecode = [&] {
            const int number = ++decoded;
            if (number == 3)
                throw std::bad_alloc();
            // Frames this small are all decoded before the first exception of a process has found its way.
            if (number > 3)
                QThread::msleep(20);
        };
        LoadOptions options;
        options.threads = 2;
        const auto volume = VolumeLoader(phantom.images, source, decoder).load(layOut(phantom.images)[0], options);
        QVERIFY(!volume);
        QCOMPARE(volume.error().code, FailureCode::OutOfMemory);
        QVERIFY(decoded < 20);
    }

    // Only the bytes of a frame are read, never a whole file.
    void multiFrameRanges()
    {
        Phantom phantom;
        ImageDescription &image = phantom.add(axial, {0, 0, 0});
        image.frames = 6;
        phantom.pixels[0] = QByteArray(1000, 'x'); // a header
        image.layout.offset = 1000;
        for (int i = 0; i < 6; ++i) {
            FrameInfo own;
            own.position = Vec3{0, 0, i * 2.0};
            image.perFrame.push_back(own);
            phantom.pixels[0] += Phantom::samples(axial, *own.position, ramp);
        }
        image.layout.length = phantom.pixels[0].size() - 1000;
        const FakeSource source(phantom);
        const FakeDecoder decoder;
        const auto volume = VolumeLoader(phantom.images, source, decoder).load(layOut(phantom.images)[0]);
        QVERIFY(volume.has_value());
        QCOMPARE((*volume)->value(3, 2, 5), ramp({3, 2, 10}));
        QCOMPARE(source.largestRead.load(), 24 * 20 * 2);
    }

    void fragments()
    {
        Phantom phantom = stackOf(axial, 5, 2);
        for (ImageDescription &image : phantom.images) {
            image.layout.encapsulated = true;
            image.layout.fragments = {{0, 400}, {400, 560}};
            image.layout.firstFragment = {0};
        }
        const FakeSource source(phantom);
        const FakeDecoder decoder;
        const VolumeLoader loader(phantom.images, source, decoder);
        const auto volume = loader.load(layOut(phantom.images)[0]);
        QVERIFY(volume.has_value());
        QCOMPARE((*volume)->value(20, 19, 3), at(axial, 20, 19, 3, 2));
        // Hostile numbers.
        phantom.images[2].layout.firstFragment = {7};
        phantom.images[3].layout.fragments = {{0, qint64(1) << 40}, {400, 560}};
        const auto other = loader.load(layOut(phantom.images)[0]);
        QVERIFY(other.has_value());
        QCOMPARE((*other)->unreadableSlices, (std::vector{2, 3}));
    }

    // A deflated data set is inflated once for all of its frames; broken ones are told.
    void deflated()
    {
        Phantom phantom;
        ImageDescription &image = phantom.add(axial, {0, 0, 0});
        image.frames = 5;
        QByteArray dataSet(333, 'h');
        for (int i = 0; i < 5; ++i) {
            FrameInfo own;
            own.position = Vec3{0, 0, i * 2.0};
            image.perFrame.push_back(own);
            dataSet += Phantom::samples(axial, *own.position, ramp);
        }
        image.layout.deflated = true;
        image.layout.dataSetOffset = 200;
        image.layout.offset = 333;
        image.layout.length = dataSet.size() - 333;
        // What zlib wraps around the raw stream: 4 bytes of Qt's, a header of 2, a checksum of 4.
        const QByteArray raw = qCompress(dataSet).mid(6).chopped(4);
        phantom.pixels[0] = QByteArray(200, 'm') + raw;
        const FakeSource source(phantom);
        const FakeDecoder decoder;
        const VolumeLoader loader(phantom.images, source, decoder);
        const auto volume = loader.load(layOut(phantom.images)[0]);
        QVERIFY(volume.has_value());
        QCOMPARE((*volume)->value(3, 2, 4), ramp({3, 2, 8}));
        phantom.pixels[0] = QByteArray(200, 'm') + raw.left(raw.size() / 2);
        const auto broken = loader.load(layOut(phantom.images)[0]);
        QVERIFY(!broken.has_value());
        QCOMPARE(broken.error().code, FailureCode::Truncated);
        phantom.pixels[0] = QByteArray(800, 'm');
        QCOMPARE(loader.load(layOut(phantom.images)[0]).error().code, FailureCode::Corrupt);
    }

    void oneFrame()
    {
        Phantom phantom = stackOf(axial, 3, 2);
        phantom.images[1].shared.windows = {{40, 400, {}, Window::Function::Linear}};
        const FakeSource source(phantom);
        FakeDecoder decoder;
        decoder.partial = {phantom.images[1].sopInstance};
        decoder.corrupt = {phantom.images[2].sopInstance};
        const VolumeLoader loader(phantom.images, source, decoder);
        const auto frame = loader.loadFrame({1, 0});
        QVERIFY(frame.has_value());
        QCOMPARE(frame->format, (FrameFormat{20, 24, 1, SampleType::I16}));
        QCOMPARE(frame->samples.size(), std::size_t(24 * 20 * 2));
        QVERIFY(frame->partial);
        QCOMPARE(frame->info.windows.size(), 1);
        QCOMPARE(loader.loadFrame({2, 0}).error().code, FailureCode::Corrupt);
        QCOMPARE(loader.loadFrame({3, 0}).error().code, FailureCode::Internal);
        QCOMPARE(loader.loadFrame({-1, 0}).error().code, FailureCode::Internal);
        QVERIFY(!loader.loadFrame({1, 1}));
        QVERIFY(!loader.loadFrame({1, -1}));
    }

    // The builder by itself: wrong sizes are refused, not read beyond.
    void builderRefusesWrongSizes()
    {
        const Phantom phantom = stackOf(axial, 3, 2);
        const auto stacks = layOut(phantom.images);
        auto builder = VolumeBuilder::create(stacks[0], 0, phantom.images);
        QVERIFY(builder.has_value());
        const std::vector<std::byte> tooShort(100);
        QVERIFY(!(*builder)->add(0, tooShort));
        QCOMPARE((*builder)->target(0).size(), std::size_t(24 * 20 * 2));
        auto none = phantom.images;
        none.resize(1);
        QVERIFY(!VolumeBuilder::create(stacks[0], 0, none));
        QVERIFY(!VolumeBuilder::create(stacks[0], -1, phantom.images));
    }
};

QTEST_APPLESS_MAIN(TestVolumeLoader)
#include "tst_volume_loader.moc"
