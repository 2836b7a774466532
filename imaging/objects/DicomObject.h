// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "objects/KeyObjects.h"
#include "objects/PresentationState.h"
#include "objects/Segmentation.h"
#include "objects/StructureSet.h"
#include "objects/Waveform.h"

#include <variant>

namespace Chartline::Imaging {

// What of a DICOM file is neither an image nor a text to read, in plain values.
using DicomObject = std::variant<SegmentationInfo, StructureSet, PresentationState, KeyObjects, Waveform>;

[[nodiscard]] const ObjectIdentity &identityOf(const DicomObject &object);

// By its SOP Class UID: whether parseObject() knows what to make of it.
[[nodiscard]] bool isDicomObject(const QString &sopClass);

// What an object may hold at most: what is read beyond is Corrupt or TooLarge.
namespace ObjectLimits {
inline constexpr std::size_t text = 10240; // bytes of UTF-8
inline constexpr std::size_t list = 1 << 16; // segments, regions, references, annotations…
inline constexpr std::size_t contours = 1 << 18; // of all regions
inline constexpr std::size_t points = 1 << 22; // of all contours, or of all graphics
inline constexpr std::size_t samples = 1 << 24; // of all channels
inline constexpr std::size_t channels = 1024;
inline constexpr double value = 1e30;
} // namespace ObjectLimits

// The way through a process boundary.
[[nodiscard]] QByteArray toBytes(const DicomObject &object);
// Corrupt for anything toBytes() would not write, and for values out of all bounds. Safe for hostile bytes.
[[nodiscard]] Expected<DicomObject> objectFromBytes(const QByteArray &bytes);

// Whether every value is within its bounds and the parts agree with each other.
[[nodiscard]] Expected<void> checkObject(const DicomObject &object);

} // namespace Chartline::Imaging
