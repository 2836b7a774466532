// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/Measure.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmsr/dsrcodvl.h>

namespace Chartline::Imaging::ReportCodes {

// Codes of PS3.16: DICOM's own (DCM), SNOMED CT (SCT), and units (UCUM). Two concepts have no code there and are the
// program's own (99CHARTLINE).
inline constexpr const char *ownScheme = "99CHARTLINE";

[[nodiscard]] DSRCodedEntryValue dcm(const char *value, const char *meaning);
[[nodiscard]] DSRCodedEntryValue sct(const char *value, const char *meaning);
[[nodiscard]] DSRCodedEntryValue ucum(const QString &unit);

// What a number is of; `unit` tells values of different images apart (HU: attenuation, SUV: uptake).
[[nodiscard]] DSRCodedEntryValue conceptOf(Figure::Kind kind, MeasureKind measured, const QString &unit);
// How it was derived from the pixels (CID 7464): mean, minimum…; an empty code for what is not.
[[nodiscard]] DSRCodedEntryValue derivationOf(Figure::Kind kind);

} // namespace Chartline::Imaging::ReportCodes
