// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/ItemReader.h"

#include "decode/ImageDescription.h"

namespace Chartline::Imaging {

// The parts of describe(), each in a file of its own. They need what the ones before have read.
void describeIdentity(const ItemReader &data, ImageDescription &image);
[[nodiscard]] Expected<void> describePixels(const ItemReader &data, ImageDescription &image);
void describeFrames(const ItemReader &data, ImageDescription &image);
void describeGrid(const ItemReader &data, ImageDescription &image); // RTDOSE, NM: places of frames without groups
void describeTables(const ItemReader &data, ImageDescription &image);
void describeOverlays(const ItemReader &data, ImageDescription &image);
void describeModality(const ItemReader &data, ImageDescription &image);

// Each key once.
void addNote(ImageDescription &image, const char *key);
void addNote(ImageDescription &image, const char *key, qint64 told, qint64 found);

// Of a data set or a functional group.
[[nodiscard]] QList<Window> windowsOf(const ItemReader &item, ImageDescription &image);
// Seconds since midnight of a TM value, or of the time of a DT value behind `date` (yyyyMMdd) characters.
[[nodiscard]] std::optional<double> secondsOf(const QString &time);

} // namespace Chartline::Imaging
