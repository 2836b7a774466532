// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/ItemReader.h"
#include "objects/DicomObject.h"

namespace Chartline::Imaging {

// The objects, each in a file of its own.
[[nodiscard]] Expected<DicomObject> parseSegmentation(const ItemReader &data);
[[nodiscard]] Expected<DicomObject> parseStructureSet(const ItemReader &data);
[[nodiscard]] Expected<DicomObject> parsePresentationState(const ItemReader &data);
[[nodiscard]] Expected<DicomObject> parseKeyObjects(const ItemReader &data);
[[nodiscard]] Expected<DicomObject> parseWaveform(const ItemReader &data);

void parseGraphics(const ItemReader &data, PresentationState &state);

[[nodiscard]] ObjectIdentity parseIdentity(const ItemReader &data);
// Code Meaning of the first item of a code sequence, else its value.
[[nodiscard]] QString meaningOf(const ItemReader &item, ItemReader::Tag sequence);
// The items of a Referenced Image or Referenced SOP Sequence.
[[nodiscard]] ImageReferences referencesOf(const ItemReader &item, ItemReader::Tag sequence,
                                           const QString &series = {});
[[nodiscard]] std::optional<Rgb> cieLabOf(const ItemReader &item, ItemReader::Tag tag);
// The table of an item of a Modality, VOI or Presentation LUT Sequence (C.11.1, C.11.2).
[[nodiscard]] std::optional<LookupTable> tableOf(const ItemReader &item);

} // namespace Chartline::Imaging
