// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "objects/DicomObject.h"

class DcmDataset;

namespace Chartline::Imaging {

// Reads an object of isDicomObject() out of a parsed data set; its pixels are not needed. UnsupportedPixels with the
// reason for waveforms of a kind that is not read, NotAnImage for other SOP classes, Corrupt, TooLarge. Never throws.
[[nodiscard]] Expected<DicomObject> parseObject(DcmDataset &dataset);

} // namespace Chartline::Imaging
