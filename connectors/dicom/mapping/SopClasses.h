// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Chartline::Dicom {

// What a DICOM file is, as SourceRecord::type says it.
namespace RecordTypes {
inline constexpr QLatin1StringView instance("ImagingInstance"); // with pixels: images, segmentations, doses, maps
inline constexpr QLatin1StringView document("ImagingDocument"); // an encapsulated PDF, CDA, STL…
inline constexpr QLatin1StringView report("ImagingReport"); // structured reports, key object selections
inline constexpr QLatin1StringView presentation("ImagingPresentation"); // presentation states
inline constexpr QLatin1StringView structures("ImagingStructures"); // RT structure sets
inline constexpr QLatin1StringView plan("ImagingPlan"); // RT plans and treatment records
inline constexpr QLatin1StringView waveform("ImagingWaveform"); // ECG and other waveforms
inline constexpr QLatin1StringView object("ImagingObject"); // everything else: registrations, measurements, raw data…
inline constexpr QLatin1StringView directory("DICOMDIR");
} // namespace RecordTypes

// By its SOP class (PS3.4 B.5); `hasPixels` decides for what is none of the others.
[[nodiscard]] QLatin1StringView recordType(const QString &sopClass, bool hasPixels);

[[nodiscard]] bool isKeyObjectSelection(const QString &sopClass);
// Stands for other instances, or is drawn over them: what it refers to is what it is about.
[[nodiscard]] bool refersToInstances(const QString &sopClass);
// A few words for a reference to an instance: "CT image", "segmentation"; "instance" for what is not in the list.
[[nodiscard]] QString sopClassLabel(const QString &sopClass);

} // namespace Chartline::Dicom
