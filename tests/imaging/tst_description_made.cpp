// SPDX-License-Identifier: Apache-2.0
#include "imaging/PixelFile.h"

#include <QTest>
#include <dcmtk/dcmdata/dcvrobow.h>

using namespace Chartline::Imaging;
using namespace Qt::StringLiterals;

namespace {

// A data set of one native 16-bit image of 4 × 4.
void fillImage(DcmDataset &data, const char *modality = "MR")
{
    data.putAndInsertString(DCM_Modality, modality);
    data.putAndInsertUint16(DCM_Rows, 4);
    data.putAndInsertUint16(DCM_Columns, 4);
    data.putAndInsertUint16(DCM_SamplesPerPixel, 1);
    data.putAndInsertString(DCM_PhotometricInterpretation, "MONOCHROME2");
    data.putAndInsertUint16(DCM_BitsAllocated, 16);
    data.putAndInsertUint16(DCM_BitsStored, 12);
    data.putAndInsertUint16(DCM_HighBit, 11);
    data.putAndInsertUint16(DCM_PixelRepresentation, 0);
}

Expected<ImageDescription> describeNative(DcmDataset &data, qint64 length = 32)
{
    PixelLayout layout;
    layout.length = length;
    return describe(data, u"1.2.840.10008.1.2.1"_s, layout);
}

void putPrivate(DcmDataset &data, quint16 group, quint16 block, const char *creator, quint16 element, DcmEVR vr,
                const QByteArray &value)
{
    data.putAndInsertString(DcmTag(group, block, EVR_LO), creator);
    const DcmTag tag(group, quint16(block << 8 | element), vr);
    if (vr != EVR_UN) {
        data.putAndInsertString(tag, value.constData());
        return;
    }
    auto unknown = std::make_unique<DcmOtherByteOtherWord>(tag);
    unknown->putUint8Array(reinterpret_cast<const Uint8 *>(value.constData()),
                           static_cast<unsigned long>(value.size()));
    data.insert(unknown.release(), OFTrue);
}

bool near(const std::optional<Vec3> &a, const Vec3 &b, double tolerance = 1e-6)
{
    return a && length(*a - b) < tolerance;
}

} // namespace

// What data sets made here are described as: vendors' elements, tables, places of frames, and lies.
class TestDescriptionMade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Test::silenceDcmtk(); }
    void segmentedPalette();
    void bValues();
    void tableSigns();
    void packedTables();
    void padding();
    void lies();
    void frameCounts();
    void floatPixels();
    void doseOffsets();
    void nuclearSlices();
    void windows();
    void overlayData();
    void noImage();
};

// C.7.9.2: two entries as they are, eight on a line from the last one, and both again.
void TestDescriptionMade::segmentedPalette()
{
    DcmDataset data;
    fillImage(data, "US");
    data.putAndInsertString(DCM_PhotometricInterpretation, "PALETTE COLOR");
    const std::array<Uint16, 3> descriptor{20, 5, 16};
    const std::array<Uint16, 11> segments{0, 2, 1000, 2000, 1, 8, 10000, 2, 2, 0, 0};
    for (quint16 channel = 0; channel < 3; ++channel) {
        data.putAndInsertUint16Array(DcmTag(0x0028, quint16(0x1101 + channel), EVR_US), descriptor.data(), 3);
        data.putAndInsertUint16Array(DcmTag(0x0028, quint16(0x1221 + channel), EVR_OW), segments.data(), 11);
    }
    auto image = describeNative(data);
    QVERIFY(image && image->palette);
    const LookupTable &red = (*image->palette)[0];
    QCOMPARE(red.first, 5);
    QCOMPARE(red.entries.size(), std::size_t(20));
    QCOMPARE(red.entries[1], quint16(2000));
    QCOMPARE(red.entries[2], quint16(3000));
    QCOMPARE(red.entries[9], quint16(10000));
    QCOMPARE(red.entries[10], quint16(1000));
    QCOMPARE(red.entries[12], quint16(3000));
    // Segments that call themselves, and ones that end early.
    const std::array<Uint16, 4> itself{2, 1, 0, 0};
    data.putAndInsertUint16Array(DcmTag(0x0028, 0x1222, EVR_OW), itself.data(), 4);
    image = describeNative(data);
    QVERIFY(image && !image->palette);
    QVERIFY(image->notes.contains(u"palette-invalid"_s));
    data.putAndInsertUint16Array(DcmTag(0x0028, 0x1222, EVR_OW), segments.data(), 6);
    QVERIFY(!describeNative(data)->palette);
}

void TestDescriptionMade::bValues()
{
    const auto bValueOf = [](auto fill, const char *modality = "MR") {
        DcmDataset data;
        fillImage(data, modality);
        fill(data);
        const auto image = describeNative(data);
        return image ? image->shared.bValue : std::nullopt;
    };
    QCOMPARE(bValueOf([](DcmDataset &d) { putPrivate(d, 0x0019, 0x10, "SIEMENS MR HEADER", 0x0C, EVR_IS, "800"); }),
             std::optional(800.0));
    QCOMPARE(bValueOf([](DcmDataset &d) { putPrivate(d, 0x0019, 0x23, "SIEMENS MR HEADER", 0x0C, EVR_UN, "1000 "); }),
             std::optional(1000.0));
    QCOMPARE(bValueOf([](DcmDataset &d) {
                 putPrivate(d, 0x0043, 0x10, "GEMS_PARM_01", 0x39, EVR_IS, "1000000750\\8\\0\\0");
             }),
             std::optional(750.0));
    QCOMPARE(
        bValueOf([](DcmDataset &d) { putPrivate(d, 0x0043, 0x10, "GEMS_PARM_01", 0x39, EVR_IS, "1500\\8\\0\\0"); }),
        std::optional(1500.0));
    const float value = 600;
    char raw[4];
    qToLittleEndian(value, raw);
    QCOMPARE(bValueOf([&](DcmDataset &d) {
                 putPrivate(d, 0x2001, 0x10, "Philips Imaging DD 001", 0x03, EVR_UN, QByteArray(raw, 4));
             }),
             std::optional(600.0));
    // Another vendor's block, another modality, nothing that is a number.
    QVERIFY(!bValueOf([](DcmDataset &d) { putPrivate(d, 0x0019, 0x10, "SOMEBODY ELSE", 0x0C, EVR_IS, "800"); }));
    QVERIFY(
        !bValueOf([](DcmDataset &d) { putPrivate(d, 0x0019, 0x10, "SIEMENS MR HEADER", 0x0C, EVR_IS, "800"); }, "CT"));
    QVERIFY(!bValueOf([](DcmDataset &d) { putPrivate(d, 0x0019, 0x10, "SIEMENS MR HEADER", 0x0C, EVR_UN, "many"); }));
    QVERIFY(!bValueOf([](DcmDataset &d) { putPrivate(d, 0x0019, 0x10, "SIEMENS MR HEADER", 0x0C, EVR_IS, "-5"); }));
    QCOMPARE(bValueOf([](DcmDataset &d) { d.putAndInsertFloat64(DCM_DiffusionBValue, 50); }), std::optional(50.0));
}

// The second value of a LUT Descriptor: written as US or SS, read by what its input is.
void TestDescriptionMade::tableSigns()
{
    const auto firstOf = [](DcmEVR vr, int representation, const char *intercept) {
        DcmDataset data;
        fillImage(data);
        data.putAndInsertUint16(DCM_PixelRepresentation, Uint16(representation));
        if (intercept) {
            data.putAndInsertString(DCM_RescaleSlope, "1");
            data.putAndInsertString(DCM_RescaleIntercept, intercept);
        }
        DcmItem *item = nullptr;
        data.findOrCreateSequenceItem(DcmTag(0x0028, 0x3010, EVR_SQ), item);
        const std::array<Uint16, 3> descriptor{4, 0xFC00, 16};
        if (vr == EVR_US)
            item->putAndInsertUint16Array(DcmTag(0x0028, 0x3002, vr), descriptor.data(), 3);
        else
            item->putAndInsertSint16Array(DcmTag(0x0028, 0x3002, vr),
                                          reinterpret_cast<const Sint16 *>(descriptor.data()), 3);
        const std::array<Uint16, 4> entries{1, 2, 3, 65535};
        item->putAndInsertUint16Array(DcmTag(0x0028, 0x3006, EVR_OW), entries.data(), 4);
        const auto image = describeNative(data);
        return image && image->voiLuts.size() == 1 ? image->voiLuts[0].first : 1 << 20;
    };
    for (const DcmEVR vr : {EVR_US, EVR_SS}) {
        QCOMPARE(firstOf(vr, 1, nullptr), -1024);
        QCOMPARE(firstOf(vr, 0, nullptr), 0xFC00);
        QCOMPARE(firstOf(vr, 0, "-1024"), -1024);
        QCOMPARE(firstOf(vr, 0, "10"), 0xFC00);
    }
}

void TestDescriptionMade::packedTables()
{
    const auto tableOf = [](const std::vector<Uint16> &descriptor, const std::vector<Uint16> &words) {
        DcmItem item;
        item.putAndInsertUint16Array(DcmTag(0x0028, 0x3002, EVR_US), descriptor.data(),
                                     static_cast<unsigned long>(descriptor.size()));
        if (!words.empty())
            item.putAndInsertUint16Array(DcmTag(0x0028, 0x3006, EVR_OW), words.data(),
                                         static_cast<unsigned long>(words.size()));
        return describeLookupTable(item, false);
    };
    // 8-bit entries, two to a word, the first in the low byte.
    auto table = tableOf({4, 0, 8}, {0x0201, 0x0403});
    QVERIFY(table);
    QCOMPARE(table->entries, (std::vector<quint16>{1, 2, 3, 4}));
    table = tableOf({3, 0, 8}, {0x0201, 0x0003});
    QVERIFY(table);
    QCOMPARE(table->entries, (std::vector<quint16>{1, 2, 3}));
    // One to a word all the same.
    table = tableOf({2, 0, 8}, {7, 255});
    QVERIFY(table && table->bits == 8);
    QCOMPARE(table->entries, (std::vector<quint16>{7, 255}));
    // Entries of more bits than were told.
    table = tableOf({2, 0, 8}, {7, 1000});
    QVERIFY(table && table->bits == 10);
    QVERIFY(!tableOf({4, 0, 16}, {1}));
    QVERIFY(!tableOf({4, 0, 16}, {}));
    QVERIFY(!tableOf({4, 0}, {1, 2, 3, 4}));
    QVERIFY(!tableOf({2, 0, 17}, {1, 2}));
    // 0 stands for 65 536.
    table = tableOf({0, 0, 16}, std::vector<Uint16>(65536, 5));
    QVERIFY(table && table->entries.size() == 65536);
    QVERIFY(!tableOf({0, 0, 16}, std::vector<Uint16>(20000, 5)));
}

void TestDescriptionMade::padding()
{
    DcmDataset data;
    fillImage(data, "CT");
    data.putAndInsertUint16(DCM_BitsStored, 16);
    data.putAndInsertUint16(DCM_HighBit, 15);
    data.putAndInsertUint16(DcmTag(0x0028, 0x0120, EVR_US), 63536);
    QCOMPARE(describeNative(data)->paddingValue, std::optional(63536.0));
    data.putAndInsertUint16(DCM_PixelRepresentation, 1);
    QCOMPARE(describeNative(data)->paddingValue, std::optional(-2000.0));
    // A value that no pixel can have.
    data.putAndInsertUint16(DCM_PixelRepresentation, 0);
    data.putAndInsertUint16(DCM_BitsStored, 12);
    data.putAndInsertUint16(DCM_HighBit, 11);
    const auto image = describeNative(data);
    QVERIFY(!image->paddingValue && image->notes.contains(u"padding-outside"_s));
}

void TestDescriptionMade::lies()
{
    const auto notesOf = [](auto fill) {
        DcmDataset data;
        fillImage(data);
        fill(data);
        const auto image = describeNative(data);
        return image ? image->notes.join(u' ') : u"failure %1"_s.arg(int(image.error().code));
    };
    QCOMPARE(notesOf([](DcmDataset &) { }), QString());
    QCOMPARE(notesOf([](DcmDataset &d) { d.putAndInsertUint16(DCM_BitsStored, 20); }),
             u"bits-stored-differ high-bit-differs"_s);
    QCOMPARE(notesOf([](DcmDataset &d) { d.putAndInsertUint16(DCM_HighBit, 3); }), u"high-bit-differs"_s);
    QCOMPARE(notesOf([](DcmDataset &d) { d.putAndInsertString(DCM_PhotometricInterpretation, "RGB"); }),
             u"photometric-differs"_s);
    QCOMPARE(notesOf([](DcmDataset &d) { d.putAndInsertString(DCM_PixelSpacing, "0\\1"); }), u"spacing-invalid"_s);
    QCOMPARE(notesOf([](DcmDataset &d) { d.putAndInsertString(DCM_ImageOrientationPatient, "1\\0\\0\\1\\0\\0"); }),
             u"orientation-invalid"_s);
    QCOMPARE(notesOf([](DcmDataset &d) { d.putAndInsertString(DCM_PatientBirthDate, "19501399"); }),
             u"birth-date-invalid"_s);
    QCOMPARE(notesOf([](DcmDataset &d) { d.putAndInsertString(DCM_PatientName, "M\xFCller"); }), u"charset-differs"_s);
    QCOMPARE(notesOf([](DcmDataset &d) { d.putAndInsertUint16(DCM_Rows, 0); }), u"failure 3"_s);
    QCOMPARE(notesOf([](DcmDataset &d) { d.putAndInsertUint16(DCM_BitsAllocated, 0); }), u"failure 3"_s);
    QCOMPARE(notesOf([](DcmDataset &d) { d.putAndInsertUint16(DCM_BitsAllocated, 300); }), u"failure 3"_s);
    // A slope of nothing would make everything the same.
    DcmDataset data;
    fillImage(data);
    data.putAndInsertString(DCM_RescaleSlope, "0");
    data.putAndInsertString(DCM_RescaleIntercept, "nan");
    data.putAndInsertString(DCM_PatientName, std::string(5000, 'x').c_str());
    const auto image = describeNative(data);
    QVERIFY(image && !image->shared.slope && !image->shared.intercept);
    QVERIFY(image->patientName.size() <= 2048);
}

void TestDescriptionMade::frameCounts()
{
    const auto framesOf = [](const char *told, qint64 length) {
        DcmDataset data;
        fillImage(data);
        data.putAndInsertString(DCM_NumberOfFrames, told);
        const auto image = describeNative(data, length);
        return image ? u"%1 %2"_s.arg(image->frames).arg(image->notes.join(u' '))
                     : u"failure %1"_s.arg(int(image.error().code));
    };
    QCOMPARE(framesOf("3", 96), u"3 "_s);
    QCOMPARE(framesOf("3", 97), u"3 "_s);
    QCOMPARE(framesOf("3", 80), u"3 pixel-data-short:80:96"_s);
    QCOMPARE(framesOf("3", 64), u"2 pixel-data-short:64:96 frame-count-differs:3:2"_s);
    QCOMPARE(framesOf("3", 128), u"3 frame-count-differs:3:4"_s);
    QCOMPARE(framesOf("0", 64), u"2 frame-count-differs:0:2"_s);
    QCOMPARE(framesOf("-4", 64), u"2 frame-count-differs:0:2"_s);
    QCOMPARE(framesOf("2000000000", 64), u"failure %1"_s.arg(int(FailureCode::TooLarge)));
    QCOMPARE(framesOf("1", 0), u"failure %1"_s.arg(int(FailureCode::NotAnImage)));
    DcmDataset data;
    fillImage(data);
    data.putAndInsertString(DCM_NumberOfFrames, "3");
    PixelLayout layout;
    layout.encapsulated = true;
    layout.length = 100;
    QCOMPARE(describe(data, u"1.2.840.10008.1.2.4.80"_s, layout).error().code, FailureCode::Truncated);
    layout.fragments = {{10, 50}, {70, 50}};
    layout.firstFragment = {0, 1};
    const auto image = describe(data, u"1.2.840.10008.1.2.4.80"_s, layout);
    QVERIFY(image);
    QCOMPARE(image->frames, 2);
    QCOMPARE(image->notes, QStringList{u"frame-count-differs:3:2"_s});
    layout.firstFragment = {1, 5};
    QVERIFY(!describe(data, u"1.2.840.10008.1.2.4.80"_s, layout));
}

void TestDescriptionMade::floatPixels()
{
    DcmDataset data;
    fillImage(data, "OT");
    data.putAndInsertUint16(DCM_BitsAllocated, 32);
    for (const DcmTagKey &key : {DCM_BitsStored, DCM_HighBit, DCM_PixelRepresentation})
        data.findAndDeleteElement(key);
    auto image = describeNative(data, 64);
    QVERIFY(image && image->pixels.isFloat);
    data.putAndInsertUint16(DCM_PixelRepresentation, 0);
    image = describeNative(data, 64);
    QVERIFY(image && !image->pixels.isFloat);
    data.putAndInsertString(DcmTag(0x7FE0, 0x0008, EVR_OF), "");
    image = describeNative(data, 64);
    QVERIFY(image && image->pixels.isFloat);
}

void TestDescriptionMade::doseOffsets()
{
    const auto placeOf = [](const char *offsets, const char *orientation, int frame) {
        DcmDataset data;
        fillImage(data, "RTDOSE");
        data.putAndInsertString(DCM_NumberOfFrames, "3");
        data.putAndInsertString(DCM_ImagePositionPatient, "1\\2\\30");
        data.putAndInsertString(DCM_ImageOrientationPatient, orientation);
        data.putAndInsertString(DCM_GridFrameOffsetVector, offsets);
        const auto image = describeNative(data, 96);
        return image ? image->frame(frame).position : std::nullopt;
    };
    const char *axial = "1\\0\\0\\0\\1\\0";
    QVERIFY(near(placeOf("0\\5\\12", axial, 2), {1, 2, 42}));
    QVERIFY(near(placeOf("0\\-5\\-10", axial, 2), {1, 2, 20}));
    QVERIFY(near(placeOf("30\\35\\42", axial, 2), {1, 2, 42}));
    // Along the normal of a coronal grid, which points backwards here.
    QVERIFY(near(placeOf("0\\5\\10", "1\\0\\0\\0\\0\\-1", 2), {1, 12, 30}));
    QVERIFY(!placeOf("99\\104\\109", axial, 1));
    QVERIFY(!placeOf("0\\5", axial, 1));
    QVERIFY(!placeOf("0\\5", axial, 0));
}

void TestDescriptionMade::nuclearSlices()
{
    const auto placeOf = [](const char *type, const char *spacing, const char *slices, int frame) {
        DcmDataset data;
        fillImage(data, "NM");
        data.putAndInsertString(DCM_NumberOfFrames, "3");
        data.putAndInsertString(DCM_ImageType, type);
        data.putAndInsertString(DCM_SpacingBetweenSlices, spacing);
        if (slices)
            data.putAndInsertUint16Array(DcmTag(0x0054, 0x0080, EVR_US), std::array<Uint16, 3>{3, 1, 2}.data(), 3);
        DcmItem *detector = nullptr;
        data.findOrCreateSequenceItem(DcmTag(0x0054, 0x0022, EVR_SQ), detector);
        detector->putAndInsertString(DCM_ImagePositionPatient, "10\\20\\30");
        detector->putAndInsertString(DCM_ImageOrientationPatient, "1\\0\\0\\0\\1\\0");
        const auto image = describeNative(data, 96);
        return image ? image->frame(frame).position : std::nullopt;
    };
    const char *reconstructed = "ORIGINAL\\PRIMARY\\RECON TOMO\\EMISSION";
    QVERIFY(near(placeOf(reconstructed, "4", nullptr, 2), {10, 20, 38}));
    QVERIFY(near(placeOf(reconstructed, "-4", nullptr, 2), {10, 20, 22}));
    QVERIFY(near(placeOf(reconstructed, "4", "vector", 0), {10, 20, 38}));
    QVERIFY(!placeOf("ORIGINAL\\PRIMARY\\TOMO\\EMISSION", "4", nullptr, 2));
    QVERIFY(!placeOf(reconstructed, "", nullptr, 2));
}

void TestDescriptionMade::windows()
{
    DcmDataset data;
    fillImage(data, "CT");
    data.putAndInsertString(DCM_WindowCenter, "40\\-600\\1\\2");
    data.putAndInsertString(DCM_WindowWidth, "400\\1500\\0.5");
    data.putAndInsertString(DCM_WindowCenterWidthExplanation, "SOFT\\LUNG");
    auto image = describeNative(data);
    QCOMPARE(image->shared.windows.size(), 2);
    QCOMPARE(image->shared.windows[1].explanation, u"LUNG"_s);
    QCOMPARE(image->notes, QStringList{u"window-invalid"_s});
    // Narrower than one is possible with the other functions.
    data.putAndInsertString(DCM_VOILUTFunction, "LINEAR_EXACT");
    image = describeNative(data);
    QCOMPARE(image->shared.windows.size(), 3);
    QCOMPARE(image->shared.windows[2].width, 0.5);
    QVERIFY(image->shared.windows[2].function == Window::Function::LinearExact);
}

void TestDescriptionMade::overlayData()
{
    DcmDataset data;
    fillImage(data);
    data.putAndInsertUint16(DcmTag(0x6000, 0x0010, EVR_US), 3);
    data.putAndInsertUint16(DcmTag(0x6000, 0x0011, EVR_US), 5);
    const std::array<Sint16, 2> origin{-1, 2};
    data.putAndInsertSint16Array(DcmTag(0x6000, 0x0050, EVR_SS), origin.data(), 2);
    const std::array<Uint16, 1> bits{0x1234};
    data.putAndInsertUint16Array(DcmTag(0x6000, 0x3000, EVR_OW), bits.data(), 1);
    auto image = describeNative(data);
    QCOMPARE(image->overlays.size(), 1);
    QCOMPARE(image->overlays[0].bits, QByteArray("\x34\x12", 2));
    QCOMPARE(image->overlays[0].originRow, -1);
    QVERIFY(image->notes.isEmpty());
    // More pixels than bits, and none at all.
    data.putAndInsertUint16(DcmTag(0x6000, 0x0010, EVR_US), 30);
    image = describeNative(data);
    QCOMPARE(image->overlays[0].bits.size(), 19);
    QCOMPARE(image->notes, QStringList{u"overlay-short"_s});
    data.putAndInsertUint16(DcmTag(0x6000, 0x0010, EVR_US), 0);
    image = describeNative(data);
    QVERIFY(image->overlays.isEmpty());
    QCOMPARE(image->notes, QStringList{u"overlay-invalid"_s});
    // In unused bits of the pixels: only where these are.
    const auto embeddedAt = [](quint16 position) {
        DcmDataset other;
        fillImage(other);
        other.putAndInsertUint16(DcmTag(0x6002, 0x0010, EVR_US), 4);
        other.putAndInsertUint16(DcmTag(0x6002, 0x0011, EVR_US), 4);
        other.putAndInsertUint16(DcmTag(0x6002, 0x0100, EVR_US), 16);
        other.putAndInsertUint16(DcmTag(0x6002, 0x0102, EVR_US), position);
        return describeNative(other)->overlays.size();
    };
    QCOMPARE(embeddedAt(12), 1);
    QCOMPARE(embeddedAt(15), 1);
    QCOMPARE(embeddedAt(11), 0);
    QCOMPARE(embeddedAt(16), 0);
    QCOMPARE(embeddedAt(0), 0);
}

void TestDescriptionMade::noImage()
{
    DcmDataset data;
    data.putAndInsertString(DCM_Modality, "SR");
    QCOMPARE(describeNative(data).error().code, FailureCode::NotAnImage);
    data.putAndInsertUint16(DCM_Rows, 4);
    QCOMPARE(describeNative(data).error().code, FailureCode::NotAnImage);
}

QTEST_GUILESS_MAIN(TestDescriptionMade)
#include "tst_description_made.moc"
