// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Affine.h"
#include "base/Failure.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>
#include <vector>

namespace Chartline::Imaging {

// One value of a sample as it lies in memory after decoding (native byte order).
enum class SampleType : quint8 { U8, I8, U16, I16, U32, I32, F32, F64 };
[[nodiscard]] constexpr int bytesOf(SampleType type)
{
    constexpr int sizes[] = {1, 1, 2, 2, 4, 4, 4, 8};
    return sizes[int(type)];
}

// Photometric Interpretation (0028,0004), as far as it changes how samples are read.
enum class Photometric : quint8 {
    Monochrome1, // the smallest value is white
    Monochrome2,
    Palette, // PALETTE COLOR
    Rgb,
    YbrFull,
    YbrFull422,
    YbrPartial420, // also YBR_PARTIAL_422
    YbrIct, // JPEG 2000: the codec itself makes RGB of it
    YbrRct,
    Xyb, // JPEG XL
    Other,
};

// The Image Pixel module (PS3.3 C.7.6.3).
struct PixelFormat
{
    int rows = 0;
    int columns = 0;
    int samplesPerPixel = 1;
    int bitsAllocated = 0;
    int bitsStored = 0;
    int highBit = 0;
    bool isSigned = false; // Pixel Representation
    bool isFloat = false; // Float (7FE0,0008) or Double Float (7FE0,0009) Pixel Data
    bool byPlane = false; // Planar Configuration 1
    Photometric photometric = Photometric::Monochrome2;
    bool operator==(const PixelFormat &) const = default;
};

// Where the pixel data lie in the received file (or, where `deflated`, in its inflated data set).
struct PixelLayout
{
    struct Fragment
    {
        qint64 offset = 0; // of the first byte of its value
        qint64 length = 0;
        bool operator==(const Fragment &) const = default;
    };
    bool encapsulated = false;
    bool deflated = false;
    bool bigEndian = false; // of the data set: native samples have to be swapped
    qint64 dataSetOffset = 0; // in the file: of the data set; where `deflated`, of the deflated bytes
    bool vrOtherWord = true; // native pixel data of VR OW (else OB: matters for big endian only)
    qint64 offset = 0; // native: of the value
    qint64 length = 0; // native: its length; encapsulated: sum of the fragments
    std::vector<Fragment> fragments; // encapsulated: without the Basic Offset Table item
    // Encapsulated: the first fragment of each frame, in order; as many as frames. A single-frame image has all
    // fragments in frame 0.
    std::vector<qint32> firstFragment;
    bool operator==(const PixelLayout &) const = default;
};

// A lookup table of the Modality LUT, VOI LUT or Palette Color modules: entry i is for the stored value first + i;
// values outside take the nearest end.
struct LookupTable
{
    int first = 0;
    int bits = 16; // of the entries
    std::vector<quint16> entries;
    QString explanation;
    bool operator==(const LookupTable &) const = default;
};

// Window Center and Width (0028,1050/1051), in modality units, with how they are applied (0028,1056).
struct Window
{
    enum class Function : quint8 { Linear, LinearExact, Sigmoid };
    double center = 0;
    double width = 1;
    QString explanation; // "LUNG"
    Function function = Function::Linear;
    bool operator==(const Window &) const = default;
};

// What may differ from frame to frame: plain elements for single-frame objects, the Shared and Per-Frame Functional
// Groups for enhanced ones (PS3.3 C.7.6.16).
struct FrameInfo
{
    std::optional<Vec3> position; // Image Position (Patient): centre of the first pixel, mm
    std::optional<std::array<double, 6>> orientation; // Image Orientation (Patient): along a row, then down a column
    std::optional<std::array<double, 2>> spacing; // Pixel Spacing: between rows, between columns, mm
    double thickness = 0; // Slice Thickness, mm; 0: not given
    std::optional<double> slope; // Rescale Slope and Intercept, or Pixel Value Transformation
    std::optional<double> intercept;
    QList<Window> windows;
    // What tells the members of a 4D set apart; each only where given.
    std::optional<double> temporalIndex; // Temporal Position Identifier or Index
    std::optional<double> triggerTime; // ms (cardiac phase)
    std::optional<double> acquisitionTime; // s since midnight of the first day
    std::optional<double> bValue; // s/mm²
    std::optional<Vec3> gradient; // diffusion gradient orientation
    std::optional<double> echoTime; // ms
    std::optional<int> stack; // Stack ID, numbered in order of appearance
    std::optional<int> positionInStack; // In-Stack Position Number
    QString label; // of a frame that is neither time nor place: segment, component, "DISTORTED"…
    std::optional<int> segment; // Segmentation: Referenced Segment Number
    std::optional<double> frameTime; // ms until the next frame, where frames differ (Frame Time Vector)
    bool operator==(const FrameInfo &) const = default;
};

// Ultrasound: a rectangle of the image with a scale of its own (PS3.3 C.8.5.5), pixels from the top left corner.
struct UltrasoundRegion
{
    int x0 = 0;
    int y0 = 0;
    int x1 = 0;
    int y1 = 0;
    int unitsX = 0; // Physical Units X Direction: 3 is cm
    int unitsY = 0;
    double deltaX = 0; // physical units a pixel
    double deltaY = 0;
    bool operator==(const UltrasoundRegion &) const = default;
};

// What SUV needs (PS3.3 C.8.9.1); what was not given stays empty.
struct PetInfo
{
    QString units; // "BQML"
    QString decayCorrection; // "START", "ADMIN", "NONE"
    QStringList corrected; // Corrected Image: "ATTN", "DECY"…
    std::optional<double> weightKg;
    std::optional<double> heightM;
    QString sex; // "M", "F"
    std::optional<double> doseBq; // Radionuclide Total Dose
    std::optional<double> halfLifeS;
    QString injected; // DICOM DA+TM or DT text: "19600116101500.00"
    QString seriesStart; // DA+TM of the series
    QString acquisitionStart; // of this image
    QString suvType; // (0054,1006)
    std::optional<double> philipsSuvFactor; // (7053,1000)
    std::optional<double> philipsBqmlFactor; // (7053,1009)
    bool operator==(const PetInfo &) const = default;
};

// Graphics burnt into a plane of bits, group 60xx (PS3.3 C.9.2).
struct OverlayPlane
{
    int group = 0x6000;
    int rows = 0;
    int columns = 0;
    int originRow = 1; // 1-based, of the first frame's pixel under the overlay's corner
    int originColumn = 1;
    int frames = 1;
    int firstFrame = 1;
    int bitPosition = 0; // 0: `bits` has them; else embedded in the pixel data
    QByteArray bits; // one bit a pixel, row by row, least significant first
    QString label;
    bool operator==(const OverlayPlane &) const = default;
};

// One DICOM instance with pixels: everything needed to put it in order, decode it and show it, but the pixels. Small:
// kept in the vault beside the record, so that a series is laid out before any file is read.
struct ImageDescription
{
    QString sopClass;
    QString sopInstance;
    QString series;
    QString study;
    QString frameOfReference;
    QString transferSyntax;
    QString modality;
    QString seriesDescription;
    QString bodyPart;
    QString laterality;
    QString patientPosition; // "HFS"
    // Patient Orientation: letters of where a row and a column lead ("A", "FR"), of people; both or none.
    QStringList patientOrientation;
    QStringList imageType; // ORIGINAL\PRIMARY\AXIAL
    // The patient as the image itself says.
    QString patientName; // "SMITH, Jonathan"
    QString patientBirthDate; // ISO 8601
    QString patientId;
    QString institution;
    QString contentDate; // "2024-05-08T10:15:00", as much as given
    int instanceNumber = 0;
    int acquisitionNumber = 0;
    int frames = 1;
    PixelFormat pixels;
    PixelLayout layout;
    FrameInfo shared; // holds for every frame…
    std::vector<FrameInfo> perFrame; // …but for what these say; empty, or one for each frame
    QString units; // of modality values: "HU", "US"…, (0028,1054), or from the real world value mapping
    std::optional<LookupTable> modalityLut;
    QList<LookupTable> voiLuts;
    std::optional<std::array<LookupTable, 3>> palette; // red, green, blue
    bool invertedPresentation = false; // Presentation LUT Shape INVERSE
    std::optional<double> paddingValue; // stored values, (0028,0120)
    std::optional<double> paddingLimit; // (0028,0121)
    std::optional<std::array<double, 2>> imagerSpacing; // Imager Pixel Spacing: at the detector, mm
    QString spacingCalibration; // Pixel Spacing Calibration Type
    std::array<int, 2> aspect{1, 1}; // Pixel Aspect Ratio, vertical to horizontal
    double gantryTilt = 0; // degrees, as told; geometry never relies on it
    double cineRate = 0; // frames a second; 0: not given
    QList<UltrasoundRegion> regions;
    std::optional<PetInfo> pet;
    QList<OverlayPlane> overlays;
    QStringList notes; // stable English keys of what could not be read fully: "frame-count-differs"…

    // What holds for a frame: its own where given, else the shared.
    [[nodiscard]] FrameInfo frame(int index) const;
    [[nodiscard]] QByteArray toBytes() const;
    // Corrupt for anything toBytes() would not write, and for values out of all bounds. Safe for hostile bytes.
    [[nodiscard]] static Expected<ImageDescription> fromBytes(const QByteArray &bytes);
    bool operator==(const ImageDescription &) const = default;
};

// The most pixels of one frame, and of all samples of an instance, that are decoded.
inline constexpr qint64 mostPixels = 1LL << 28; // 16 384 × 16 384
inline constexpr qint64 mostSamples = 1LL << 33;

} // namespace Chartline::Imaging
