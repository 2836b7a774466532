// SPDX-License-Identifier: Apache-2.0
#include "imaging/PixelFile.h"

#include <QTest>

using namespace Chartline::Imaging;
using namespace Qt::StringLiterals;
using Test::PixelFile;

namespace {

// A description with something in every member.
ImageDescription fullDescription()
{
    ImageDescription image;
    image.sopClass = u"1.2.840.10008.5.1.4.1.1.4.1"_s;
    image.sopInstance = u"1.2.3"_s;
    image.series = u"1.2.4"_s;
    image.study = u"1.2.5"_s;
    image.frameOfReference = u"1.2.6"_s;
    image.transferSyntax = u"1.2.840.10008.1.2.4.80"_s;
    image.modality = u"MR"_s;
    image.seriesDescription = u"Schädel, 山田"_s;
    image.bodyPart = u"HEAD"_s;
    image.laterality = u"L"_s;
    image.patientPosition = u"HFS"_s;
    image.patientOrientation = {u"A"_s, u"FR"_s};
    image.imageType = {u"ORIGINAL"_s, u"PRIMARY"_s};
    image.patientName = u"RÖNTGEN, Test"_s;
    image.patientBirthDate = u"1950-02-28"_s;
    image.patientId = u"7"_s;
    image.institution = u"Elsewhere"_s;
    image.contentDate = u"2024-05-08T10:15:00"_s;
    image.instanceNumber = -3;
    image.acquisitionNumber = 12;
    image.frames = 2;
    image.pixels = {64, 128, 1, 16, 12, 13, true, false, false, Photometric::Palette};
    image.layout = PixelLayout{true, true, true, 77, false, 500, 300, {}, {0, 1}};
    image.layout.fragments = {{500, 100}, {608, 200}};
    image.shared.orientation = std::array<double, 6>{1, 0, 0, 0, 0.5, -0.25};
    image.shared.spacing = std::array<double, 2>{0.5, 0.25};
    image.shared.thickness = 2.5;
    image.shared.slope = 2;
    image.shared.intercept = -1024;
    image.shared.windows = {{40, 400, u"SOFT"_s, Window::Function::Sigmoid}, {1, 2, {}, Window::Function::Linear}};
    image.perFrame.resize(2);
    image.perFrame[0].position = Vec3{-1.5, 2, 1e-9};
    image.perFrame[1].temporalIndex = 4;
    image.perFrame[1].triggerTime = 5.5;
    image.perFrame[1].acquisitionTime = 86399.5;
    image.perFrame[1].bValue = 1000;
    image.perFrame[1].gradient = Vec3{0, 0, 1};
    image.perFrame[1].echoTime = 99;
    image.perFrame[1].stack = 0;
    image.perFrame[1].positionInStack = 7;
    image.perFrame[1].label = u"PHASE"_s;
    image.perFrame[1].segment = 3;
    image.perFrame[1].frameTime = 33.3;
    image.units = u"HU"_s;
    image.modalityLut = LookupTable{-5, 12, {0, 4095, 7}, u"OD"_s};
    image.voiLuts = {{3, 8, {1, 2}, u"NORMAL"_s}};
    image.palette = {LookupTable{0, 16, {1, 65535}, {}}, LookupTable{0, 8, {2}, {}}, LookupTable{1, 8, {3}, {}}};
    image.invertedPresentation = true;
    image.paddingValue = -2000;
    image.paddingLimit = -1999;
    image.imagerSpacing = std::array<double, 2>{0.1, 0.2};
    image.spacingCalibration = u"GEOMETRY"_s;
    image.aspect = {4, 3};
    image.gantryTilt = -18.5;
    image.cineRate = 30;
    image.regions = {{0, 1, 20, 30, 3, 4, 0.05, -0.5}};
    image.pet = PetInfo{u"BQML"_s,     u"START"_s, {u"ATTN"_s}, 80,  1.8, u"F"_s, 5e8, 6588, u"19600116101500.00"_s,
                        u"19600116"_s, u"x"_s,     u"BW"_s,     0.5, 2};
    OverlayPlane plane;
    plane.group = 0x6002;
    plane.rows = 3;
    plane.columns = 5;
    plane.originRow = -2;
    plane.bits = QByteArray("\x12\x34", 2);
    plane.label = u"mark"_s;
    OverlayPlane embedded;
    embedded.rows = embedded.columns = 9;
    embedded.bitPosition = 15;
    image.overlays = {plane, embedded};
    image.notes = {u"frame-count-differs:3:2"_s};
    return image;
}

bool near(const std::optional<Vec3> &a, const Vec3 &b, double tolerance = 1e-6)
{
    return a && length(*a - b) < tolerance;
}

} // namespace

class TestDescription : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Test::silenceDcmtk(); }
    void roundTrip();
    void everySharedDescription();
    void hostileBytes();
    void outOfBounds();
    void framesTakeFromShared();
    // Values read with pydicom from the same files when this was written.
    void enhancedMr();
    void colorFa();
    void pet();
    void ultrasound();
    void radiograph();
    void dose();
    void segmentation();
    void chest();
    void supplementalPalette();
    void characterSets_data();
    void characterSets();

private:
    static Expected<PixelFile> shared(const QString &path)
    {
        return PixelFile::open(PixelFile::sharedFolder() + u'/' + path);
    }
    static QString only(const QString &folder)
    {
        const QStringList names = QDir(PixelFile::sharedFolder() + u'/' + folder).entryList(QDir::Files);
        return names.isEmpty() ? QString() : folder + u'/' + names.front();
    }
};

#define NEEDS_SHARED() \
    if (!QFileInfo::exists(PixelFile::sharedFolder())) \
    QSKIP("The shared collection of images is not here.")

void TestDescription::roundTrip()
{
    const ImageDescription full = fullDescription();
    auto back = ImageDescription::fromBytes(full.toBytes());
    QVERIFY2(back, qPrintable(back ? QString() : back.error().detail));
    QVERIFY(*back == full);
    ImageDescription least;
    least.pixels = {1, 1, 1, 1, 1, 0, false, false, false, Photometric::Monochrome2};
    back = ImageDescription::fromBytes(least.toBytes());
    QVERIFY(back && *back == least);
    QVERIFY(least.toBytes().size() < 20);
}

void TestDescription::everySharedDescription()
{
    NEEDS_SHARED();
    int described = 0;
    qint64 bytes = 0;
    for (const QString &path : Test::sharedFiles()) {
        const auto file = shared(path);
        if (!file)
            continue;
        ++described;
        const QByteArray stored = file->image.toBytes();
        bytes += stored.size();
        const auto back = ImageDescription::fromBytes(stored);
        QVERIFY2(back && *back == file->image, qPrintable(path));
    }
    QVERIFY(described > 850);
    qInfo("%d descriptions of %lld bytes on average", described, static_cast<long long>(bytes / described));
}

void TestDescription::hostileBytes()
{
    const QByteArray bytes = fullDescription().toBytes();
    for (qsizetype length = 0; length < bytes.size(); ++length)
        QVERIFY(!ImageDescription::fromBytes(bytes.first(length)));
    QVERIFY(!ImageDescription::fromBytes(bytes + '\0'));
    int accepted = 0;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        for (const int mask : {0x01, 0x10, 0x80, 0xFF, 0x7F}) {
            QByteArray other = bytes;
            other[at] = char(other[at] ^ mask);
            const auto read = ImageDescription::fromBytes(other);
            // What is read is what would be written; it can only differ in a value.
            if (read) {
                ++accepted;
                QVERIFY(read->toBytes() == other);
            } else {
                QVERIFY(read.error().code == FailureCode::Corrupt || read.error().code == FailureCode::TooLarge);
            }
        }
    }
    QVERIFY(accepted > 0);
    // Counts that promise more than there is.
    QByteArray counts = bytes.first(4) + QByteArray(200, '\xFF');
    QVERIFY(!ImageDescription::fromBytes(counts));
    quint32 random = 1;
    for (int round = 0; round < 20000; ++round) {
        QByteArray noise = bytes.first(4);
        for (int i = 0; i < 60; ++i) {
            random = random * 1664525 + 1013904223;
            noise.append(char(random >> 24));
        }
        const auto read = ImageDescription::fromBytes(noise);
        QVERIFY(!read || read->toBytes() == noise);
    }
    // The version before, and the one to come.
    for (const int step : {-1, 1}) {
        QByteArray version = bytes;
        version[3] = char(bytes[3] + step);
        QVERIFY(!ImageDescription::fromBytes(version));
    }
}

void TestDescription::outOfBounds()
{
    const auto refused = [](auto change) {
        ImageDescription image = fullDescription();
        change(image);
        return !ImageDescription::fromBytes(image.toBytes());
    };
    QVERIFY(!refused([](ImageDescription &) { }));
    QVERIFY(refused([](ImageDescription &i) { i.pixels.rows = 0; }));
    QVERIFY(refused([](ImageDescription &i) { i.pixels.columns = 65536; }));
    QVERIFY(refused([](ImageDescription &i) { i.pixels.bitsStored = 17; }));
    QVERIFY(refused([](ImageDescription &i) { i.pixels.highBit = 16; }));
    QVERIFY(refused([](ImageDescription &i) { i.pixels.photometric = Photometric(99); }));
    QVERIFY(refused([](ImageDescription &i) { i.frames = 0; }));
    QVERIFY(refused([](ImageDescription &i) { i.frames = 1 << 30; }));
    QVERIFY(refused([](ImageDescription &i) { i.frames = 3; }));
    QVERIFY(refused([](ImageDescription &i) { i.perFrame.pop_back(); }));
    QVERIFY(refused([](ImageDescription &i) { i.shared.slope = NAN; }));
    QVERIFY(refused([](ImageDescription &i) { i.shared.slope = INFINITY; }));
    QVERIFY(refused([](ImageDescription &i) { i.shared.spacing = std::array<double, 2>{0, 1}; }));
    QVERIFY(refused([](ImageDescription &i) { i.perFrame[0].position = Vec3{0, 1e31, 0}; }));
    QVERIFY(refused([](ImageDescription &i) { i.shared.windows[0].width = -1; }));
    QVERIFY(refused([](ImageDescription &i) { i.layout.firstFragment = {1, 0}; }));
    QVERIFY(refused([](ImageDescription &i) { i.layout.firstFragment = {0, 2}; }));
    QVERIFY(refused([](ImageDescription &i) { i.layout.fragments[0].offset = -1; }));
    QVERIFY(refused([](ImageDescription &i) { i.layout.length = -1; }));
    QVERIFY(refused([](ImageDescription &i) { i.layout.dataSetOffset = -1; }));
    QVERIFY(refused([](ImageDescription &i) { i.layout.encapsulated = false; }));
    QVERIFY(refused([](ImageDescription &i) { i.modalityLut->entries.clear(); }));
    QVERIFY(refused([](ImageDescription &i) { i.modalityLut->entries.resize(65537); }));
    QVERIFY(refused([](ImageDescription &i) { i.modalityLut->bits = 17; }));
    QVERIFY(refused([](ImageDescription &i) { i.overlays[0].bits.chop(1); }));
    QVERIFY(refused([](ImageDescription &i) { i.overlays[0].group = 0x6001; }));
    QVERIFY(refused([](ImageDescription &i) { i.overlays = QList<OverlayPlane>(17, i.overlays[1]); }));
    QVERIFY(refused([](ImageDescription &i) { i.aspect = {0, 1}; }));
    QVERIFY(refused([](ImageDescription &i) { i.patientName = QString(20000, u'x'); }));
    QVERIFY(refused([](ImageDescription &i) { i.regions[0].x1 = -1; }));
    QVERIFY(refused([](ImageDescription &i) { i.pet->doseBq = INFINITY; }));
}

void TestDescription::framesTakeFromShared()
{
    const ImageDescription image = fullDescription();
    const FrameInfo first = image.frame(0);
    QVERIFY(near(first.position, {-1.5, 2, 1e-9}));
    QVERIFY(first.orientation == image.shared.orientation);
    QCOMPARE(first.thickness, 2.5);
    QCOMPARE(first.windows.size(), 2);
    const FrameInfo second = image.frame(1);
    QVERIFY(!second.position);
    QCOMPARE(second.label, u"PHASE"_s);
    QVERIFY(image.frame(2) == image.shared);
    QVERIFY(image.frame(-1) == image.shared);
}

void TestDescription::enhancedMr()
{
    NEEDS_SHARED();
    const auto file = shared(only(u"dcm_qa_xa30/In/5_anat-T1w_acq-tfl"_s));
    QVERIFY(file);
    const ImageDescription &image = file->image;
    QCOMPARE(image.frames, 96);
    QCOMPARE(image.perFrame.size(), std::size_t(96));
    QVERIFY(near(image.frame(0).position, {-100.424, -156.094, 113.224}));
    QVERIFY(near(image.frame(1).position, {-98.4239, -156.094, 113.224}));
    QVERIFY(near(image.frame(95).position, {89.5761, -156.094, 113.224}));
    QVERIFY(image.frame(50).orientation == (std::array<double, 6>{0, 1, 0, 0, 0, -1}));
    QVERIFY(image.frame(50).spacing == (std::array<double, 2>{2, 2}));
    QCOMPARE(image.frame(50).thickness, 2.0);
    QCOMPARE(image.frame(1).windows.value(0).center, 538.0);
    QCOMPARE(image.frame(1).windows.value(0).width, 1096.0);
    QCOMPARE(image.frame(1).slope, std::optional(1.0));
    QCOMPARE(image.units, u"US"_s);
    QCOMPARE(image.frame(1).stack, std::optional(0));
    QCOMPARE(image.frame(1).positionInStack, std::optional(2));
    QCOMPARE(image.frame(95).temporalIndex, std::optional(1.0));
    QVERIFY(std::abs(image.frame(0).acquisitionTime.value_or(0) - (12 * 3600 + 5 * 60 + 17.0425)) < 1e-6);
    QCOMPARE(image.frame(0).echoTime, std::optional(2.41));
    QVERIFY(!image.frame(0).bValue);
    QCOMPARE(image.patientName, u"XAtest_sub-July11"_s);
    QCOMPARE(image.patientBirthDate, u"1991-01-01"_s);
    QCOMPARE(image.seriesDescription, u"anat-T1w_acq-tfl"_s);
    QCOMPARE(image.contentDate, u"2022-07-11T12:08:08.956000"_s);
    QCOMPARE(image.imageType.join(u'\\'), u"ORIGINAL\\PRIMARY\\M\\NONE"_s);
    QVERIFY(image.notes.isEmpty());
    const auto flow = shared(only(u"dcm_qa_xa30/In/28_asl_2d_tra"_s));
    QVERIFY(flow && !flow->image.palette); // a supplemental one
    QCOMPARE(flow->image.frame(3).label, u"ASL RCBF"_s);
}

void TestDescription::colorFa()
{
    NEEDS_SHARED();
    const auto file = shared(only(u"dcm_qa_xa30/In/14_DWI_dir80_PA"_s));
    QVERIFY(file);
    QCOMPARE(file->image.frames, 39);
    QCOMPARE(file->image.pixels.samplesPerPixel, 3);
    QVERIFY(file->image.pixels.photometric == Photometric::Rgb);
}

void TestDescription::pet()
{
    NEEDS_SHARED();
    const auto file = shared(u"ohif/acrin-petct/PT_61081015/00061.dcm"_s);
    QVERIFY(file && file->image.pet);
    const PetInfo &pet = *file->image.pet;
    QCOMPARE(pet.units, u"BQML"_s);
    QCOMPARE(file->image.units, u"BQML"_s);
    QCOMPARE(pet.decayCorrection, u"START"_s);
    QCOMPARE(pet.corrected.size(), 9);
    QVERIFY(pet.corrected.contains(u"SCAT"_s));
    QCOMPARE(pet.weightKg, std::optional(91.0));
    QVERIFY(std::abs(pet.heightM.value_or(0) - 1.88) < 1e-6);
    QCOMPARE(pet.sex, u"M"_s);
    QCOMPARE(pet.doseBq, std::optional(588802304.0));
    QCOMPARE(pet.halfLifeS, std::optional(6588.0));
    QCOMPARE(pet.injected, u"19600116072100.00"_s);
    QCOMPARE(pet.seriesStart, u"19600116095947.00"_s);
    QCOMPARE(pet.acquisitionStart, u"19600116095947.00"_s);
    QVERIFY(!pet.philipsSuvFactor);
    QCOMPARE(file->image.frame(0).slope, std::optional(1.62256));
    QVERIFY(near(file->image.frame(0).position, {-297.65625, -297.65625, -118.20000457763}));
    const auto raw = shared(u"ohif/acrin-petct/PT_10462754/00061.dcm"_s);
    QVERIFY(raw && raw->image.pet);
    QCOMPARE(raw->image.pet->units, u"PROPCNTS"_s);
    QVERIFY(!shared(u"ohif/acrin-petct/CT_94858561/00060.dcm"_s)->image.pet);
}

void TestDescription::ultrasound()
{
    NEEDS_SHARED();
    const auto still = shared(u"cornerstone3D/packages/dicomImageLoader/testImages/no-pixel-spacing.dcm"_s);
    QVERIFY(still);
    QCOMPARE(still->image.regions.size(), 3);
    QVERIFY(still->image.regions[0]
            == (UltrasoundRegion{120, 60, 800, 518, 3, 3, 0.03305420890260027, 0.03305420890260027}));
    QCOMPARE(still->image.regions[2].unitsX, 4);
    QCOMPARE(still->image.cineRate, 0.0);
    QVERIFY(still->image.palette);
    QCOMPARE(still->image.patientName, u"TEST"_s);
    const auto loop = shared(
        u"weasis-dicom-tools/weasis-dicom-tools/src/test/resources/org/dcm4che3/img/palette-multiframe-jpeg-ls.dcm"_s);
    QVERIFY(loop);
    QCOMPARE(loop->image.frames, 10);
    QVERIFY(std::abs(loop->image.cineRate - 1000 / 76.0) < 1e-9);
    const auto color = shared(u"pydicom/src/pydicom/data/test_files/examples_ybr_color.dcm"_s);
    QVERIFY(color && color->image.frames == 30);
    QVERIFY(std::abs(color->image.cineRate - 1000 / 33.333) < 1e-9);
    QVERIFY(color->image.pixels.photometric == Photometric::YbrFull422);
}

void TestDescription::radiograph()
{
    NEEDS_SHARED();
    const auto file = shared(u"ohif/dx/DX_560703_1/00001.dcm"_s);
    QVERIFY(file);
    const ImageDescription &image = file->image;
    QCOMPARE(image.patientName, u"Test, Röntgen"_s);
    QCOMPARE(image.institution, u"FU Berlin, Veterinärmedizin Düppel"_s);
    QCOMPARE(image.bodyPart, u"CHEST"_s);
    QVERIFY(image.imagerSpacing == (std::array<double, 2>{0.143, 0.143}));
    QVERIFY(image.shared.spacing == (std::array<double, 2>{0.13598, 0.13598}));
    QVERIFY(!image.invertedPresentation);
    QCOMPARE(image.shared.windows.value(0).center, 2047.0);
    QCOMPARE(image.overlays.size(), 1);
    QCOMPARE(image.overlays[0].rows, 1511);
    QCOMPARE(image.overlays[0].bits.size(), (1511 * 1692 + 7) / 8);
    QCOMPARE(image.overlays[0].originColumn, 1);
}

void TestDescription::dose()
{
    NEEDS_SHARED();
    const auto file = shared(u"pydicom/src/pydicom/data/test_files/rtdose.dcm"_s);
    QVERIFY(file);
    const ImageDescription &image = file->image;
    QCOMPARE(image.frames, 15);
    QVERIFY(!image.shared.position);
    QVERIFY(near(image.frame(0).position, {189.43125, 199.43125, -761.87}));
    QVERIFY(near(image.frame(14).position, {189.43125, 199.43125, -761.87 + 70}));
    QCOMPARE(image.frame(3).slope, std::optional(1e-6));
    QCOMPARE(image.units, u"RELATIVE"_s);
    QCOMPARE(image.pixels.bitsAllocated, 32);
}

void TestDescription::segmentation()
{
    NEEDS_SHARED();
    const auto file = shared(u"dcmqi/data/segmentations/liver.dcm"_s);
    QVERIFY(file);
    QCOMPARE(file->image.frames, 3);
    QCOMPARE(file->image.pixels.bitsAllocated, 1);
    QCOMPARE(file->image.frame(0).segment, std::optional(1));
    QCOMPARE(file->image.frame(2).label, u"Liver"_s);
    QVERIFY(near(file->image.frame(0).position, {-235.2, -226.8, -128.69}));
    QVERIFY(file->image.frame(0).spacing == (std::array<double, 2>{0.810547, 0.810547}));
}

void TestDescription::chest()
{
    NEEDS_SHARED();
    const auto file = shared(u"ohif/nlst-ct-143/CT_89952642/00070.dcm"_s);
    QVERIFY(file);
    QCOMPARE(file->image.units, u"HU"_s);
    QCOMPARE(file->image.shared.windows.value(0).center, -650.0);
    QVERIFY(near(file->image.shared.position, {-150.7812, -160.9375, 1074}));
    QCOMPARE(file->image.patientName, u"149872, LSS"_s);
    const auto tilted = shared(u"dcm_qa_ct/S21610/S2010/I10"_s);
    QVERIFY(tilted);
    QCOMPARE(tilted->image.gantryTilt, -18.5);
    QVERIFY(tilted->image.shared.orientation == (std::array<double, 6>{1, 0, 0, 0, 0.9483237, -0.3173047}));
    QCOMPARE(tilted->image.shared.windows.size(), 2);
}

void TestDescription::supplementalPalette()
{
    NEEDS_SHARED();
    const auto file = shared(u"pydicom-data/data_store/data/eCT_Supplemental.dcm"_s);
    QVERIFY(file && !file->image.palette);
    QVERIFY(file->image.pixels.photometric == Photometric::Monochrome2);
}

void TestDescription::characterSets_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("name");
    QTest::newRow("Arabic") << u"chrArab"_s << u"قباني, لنزار"_s;
    QTest::newRow("French") << u"chrFren"_s << u"Buc, Jérôme"_s;
    QTest::newRow("German") << u"chrGerm"_s << u"Äneas, Rüdiger"_s;
    QTest::newRow("Greek") << u"chrGreek"_s << u"Διονυσιος"_s;
    QTest::newRow("Japanese") << u"chrH31"_s << u"Yamada, Tarou"_s;
    QTest::newRow("Japanese, halfwidth") << u"chrH32"_s << u"ﾔﾏﾀﾞ, ﾀﾛｳ"_s;
    QTest::newRow("Hebrew") << u"chrHbrw"_s << u"שרון, דבורה"_s;
    QTest::newRow("Korean") << u"chrI2"_s << u"Hong, Gildong"_s;
    QTest::newRow("Chinese, UTF-8") << u"chrX1"_s << u"Wang, XiaoDong"_s;
    QTest::newRow("Chinese, GB18030") << u"chrX2"_s << u"Wang, XiaoDong"_s;
}

void TestDescription::characterSets()
{
    NEEDS_SHARED();
    QFETCH(QString, file);
    QFETCH(QString, name);
    const auto image = shared(u"pydicom/src/pydicom/data/charset_files/%1.dcm"_s.arg(file));
    QVERIFY(image);
    QCOMPARE(image->image.patientName, name);
    QVERIFY(!image->image.notes.contains(u"charset-differs"_s));
}

QTEST_GUILESS_MAIN(TestDescription)
#include "tst_description.moc"
