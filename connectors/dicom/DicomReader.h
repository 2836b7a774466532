// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "dicom/Dataset.h"
#include "dicom/DicomScanner.h"

namespace Chartline::Dicom {

// What the parser made of one file's data set, without its pixels.
struct DicomReading
{
    Dataset dataset;
    QByteArray image; // ImagingInstance::image
    QString unreadable; // why there is none, though there are pixels
    // Of DicomScan::doubtful: "partly-decoded", "not-decoded", or empty where it is whole after all.
    QString doubt = {}; // NOLINT(readability-redundant-member-init): may be left out
};

// Parses a scanned data set: in a process of its own, as what parses a hostile file may crash on it. Implementations
// are safe from several threads at once.
class DicomReader
{
public:
    virtual ~DicomReader() = default;
    // InputNotWellFormed {detail}, InputUnsupported; WorkerLost {} where the process ended on this file.
    [[nodiscard]] virtual Result<DicomReading> read(const DicomScan &scan) const = 0;
};

} // namespace Chartline::Dicom
