// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/Remapper.h"
#include "timeline/PersonRecord.h"

namespace Chartline {

// What a witness of a fact was made of, read again from the verbatim bytes: a study from all of its instances; a DICOM
// instance's own facts from the values behind its study's; those of messages and documents from the one of their values
// that each was made of; everything else from its record's one value. Nothing where
// the record has no such value any more.
[[nodiscard]] Result<std::optional<Clinical::Value>>
factValue(const BlobStore &blobs, Connection &db, const std::vector<std::shared_ptr<const Connector>> &connectors,
          const Witness &witness);

} // namespace Chartline
