// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/ImageDescription.h"

#include <tuple>

namespace Chartline::Imaging {

// The members of each part of a description in the order in which they are stored. The order is the format: a change
// of any of these lists needs another version in DescriptionBytes.cpp.
template<typename T>
struct StoredFields;

template<>
struct StoredFields<PixelFormat>
{
    using P = PixelFormat;
    static constexpr auto list =
        std::tuple(&P::rows, &P::columns, &P::samplesPerPixel, &P::bitsAllocated, &P::bitsStored, &P::highBit,
                   &P::isSigned, &P::isFloat, &P::byPlane, &P::photometric);
};

template<>
struct StoredFields<PixelLayout::Fragment>
{
    using P = PixelLayout::Fragment;
    static constexpr auto list = std::tuple(&P::offset, &P::length);
};

template<>
struct StoredFields<PixelLayout>
{
    using P = PixelLayout;
    static constexpr auto list = std::tuple(&P::encapsulated, &P::deflated, &P::bigEndian, &P::dataSetOffset,
                                            &P::vrOtherWord, &P::offset, &P::length, &P::fragments, &P::firstFragment);
};

template<>
struct StoredFields<LookupTable>
{
    using P = LookupTable;
    static constexpr auto list = std::tuple(&P::first, &P::bits, &P::entries, &P::explanation);
};

template<>
struct StoredFields<Window>
{
    using P = Window;
    static constexpr auto list = std::tuple(&P::center, &P::width, &P::explanation, &P::function);
};

template<>
struct StoredFields<FrameInfo>
{
    using P = FrameInfo;
    static constexpr auto list =
        std::tuple(&P::position, &P::orientation, &P::spacing, &P::thickness, &P::slope, &P::intercept, &P::windows,
                   &P::temporalIndex, &P::triggerTime, &P::acquisitionTime, &P::bValue, &P::gradient, &P::echoTime,
                   &P::stack, &P::positionInStack, &P::label, &P::segment, &P::frameTime);
};

template<>
struct StoredFields<UltrasoundRegion>
{
    using P = UltrasoundRegion;
    static constexpr auto list =
        std::tuple(&P::x0, &P::y0, &P::x1, &P::y1, &P::unitsX, &P::unitsY, &P::deltaX, &P::deltaY);
};

template<>
struct StoredFields<PetInfo>
{
    using P = PetInfo;
    static constexpr auto list = std::tuple(
        &P::units, &P::decayCorrection, &P::corrected, &P::weightKg, &P::heightM, &P::sex, &P::doseBq, &P::halfLifeS,
        &P::injected, &P::seriesStart, &P::acquisitionStart, &P::suvType, &P::philipsSuvFactor, &P::philipsBqmlFactor);
};

template<>
struct StoredFields<OverlayPlane>
{
    using P = OverlayPlane;
    static constexpr auto list = std::tuple(&P::group, &P::rows, &P::columns, &P::originRow, &P::originColumn,
                                            &P::frames, &P::firstFrame, &P::bitPosition, &P::bits, &P::label);
};

template<>
struct StoredFields<ImageDescription>
{
    using P = ImageDescription;
    static constexpr auto list = std::tuple(
        &P::sopClass, &P::sopInstance, &P::series, &P::study, &P::frameOfReference, &P::transferSyntax, &P::modality,
        &P::seriesDescription, &P::bodyPart, &P::laterality, &P::patientPosition, &P::patientOrientation, &P::imageType,
        &P::patientName, &P::patientBirthDate, &P::patientId, &P::institution, &P::contentDate, &P::instanceNumber,
        &P::acquisitionNumber, &P::frames, &P::pixels, &P::layout, &P::shared, &P::perFrame, &P::units, &P::modalityLut,
        &P::voiLuts, &P::palette, &P::invertedPresentation, &P::paddingValue, &P::paddingLimit, &P::imagerSpacing,
        &P::spacingCalibration, &P::aspect, &P::gantryTilt, &P::cineRate, &P::regions, &P::pet, &P::overlays,
        &P::notes);
};

} // namespace Chartline::Imaging
