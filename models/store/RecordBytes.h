// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "store/BlobStore.h"
#include "store/Connection.h"

namespace Chartline {

// The verbatim bytes of a record or a whole received file, checked against their SHA-256 (DatabaseDamaged where they
// differ).
[[nodiscard]] Result<QByteArray> recordBytes(Connection &db, const BlobStore &blobs, RecordId record);
[[nodiscard]] Result<QByteArray> fileBytes(Connection &db, const BlobStore &blobs, FileId file);

} // namespace Chartline
