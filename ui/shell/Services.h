// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/FrameDecoder.h"
#include "objects/ObjectReader.h"

#include <memory>

namespace Chartline {
class ImagingService;
class ImportService;
class MeasurementService;
class RecordService;
class SafetyService;
class VaultService;
} // namespace Chartline

namespace Chartline::Ui {

// What the window works with.
struct Services
{
    VaultService &vault;
    RecordService &records;
    ImportService &imports;
    ImagingService &imaging;
    std::shared_ptr<const Imaging::FrameDecoder> decoder;
    std::shared_ptr<const Imaging::ObjectReader> objects = {};
    std::shared_ptr<const Imaging::DocumentRenderer> documents = {};
    MeasurementService *measurements = nullptr; // null: nothing is measured
    SafetyService *safety = nullptr; // null: nothing is said of medication safety
};

} // namespace Chartline::Ui
