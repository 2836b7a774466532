// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/FrameDecoder.h"

#include <memory>

namespace Chartline {
class ImagingService;
class ImportService;
class RecordService;
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
};

} // namespace Chartline::Ui
