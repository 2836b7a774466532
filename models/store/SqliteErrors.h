// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"

struct sqlite3;

namespace Chartline {

// The error for an SQLite result code. Its details are SQLite's own fixed words for the code and the code itself: never
// the SQL, never a value, never a key.
//
// FULL (and a write past a file-size limit or quota) is DiskFull; READONLY and a place that cannot be written to are
// ReadOnlyFileSystem; CORRUPT, NOTADB and an unreadable page are DatabaseDamaged; BUSY and LOCKED are VaultInUse;
// INTERRUPT is Cancelled; CONSTRAINT is ConstraintViolated; everything else is StoreFailed or IoFailed. `systemErrno`:
// what sqlite3_system_errno() says, 0 where unknown. `path`: the database file.
[[nodiscard]] Error sqliteError(int extendedCode, int systemErrno, const QString &path);

// The last error of a connection.
[[nodiscard]] Error sqliteError(sqlite3 *database);
// The last error of a connection where the call returned `code` (sqlite3_step and bind can differ from the stored one).
[[nodiscard]] Error sqliteError(sqlite3 *database, int code);
// A page of the database was altered: DatabaseDamaged.
[[nodiscard]] Error pageAuthenticationError(sqlite3 *database);

} // namespace Chartline
