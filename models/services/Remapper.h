// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "ingest/Connector.h"
#include "store/BlobStore.h"
#include "store/Connection.h"

namespace Chartline {

// Reads a stored record's meaning again from its verbatim bytes.
[[nodiscard]] Result<MappedRecord> remap(Connection &db, const BlobStore &blobs,
                                         const std::vector<std::shared_ptr<const Connector>> &connectors,
                                         RecordId record);

// The same with the bytes and the row's description at hand.
[[nodiscard]] Result<MappedRecord> remap(const std::vector<std::shared_ptr<const Connector>> &connectors,
                                         QByteArrayView bytes, const SourceRecord &stored);

} // namespace Chartline
