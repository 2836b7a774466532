// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/CodecJob.h"

#include <vector>

namespace Chartline::Imaging {

// One component as the JPEG 2000 decoders give it.
struct IntPlane
{
    const qint32 *data = nullptr;
    qint64 width = 0;
    qint64 height = 0;
    int dx = 1; // one sample for that many columns
    int dy = 1;
    int bits = 8;
    bool isSigned = false;
};

// One row of one component into job.out of a monochrome image. Where the codestream and the data set differ about the
// sign, the bits are kept and read as the data set says.
void storeMono(const CodecJob &job, const IntPlane &plane, qint64 row, qint64 count, bool lossy);

// Three components to red, green and blue. Subsampled ones are repeated.
void storeColor(const CodecJob &job, std::span<const IntPlane> planes, bool transformed);

// Whether planes of these sizes cover the image. Corrupt.
[[nodiscard]] Expected<void> checkPlanes(const CodecJob &job, std::span<const IntPlane> planes);

} // namespace Chartline::Imaging
