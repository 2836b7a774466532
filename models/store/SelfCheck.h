// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

struct sqlite3;

namespace Chartline::SelfCheck {

// The checks an open must pass before anything is read or written (ARCHITECTURE.md, Storage). Each proves something
// that a wrong library in the process, or a plain file in the place of the encrypted one, would get wrong in silence.

// The library answers as SQLCipher 4.6 or later, and keeps temporary tables in memory. CipherUnavailable with what it
// said.
[[nodiscard]] Status checkCipher(sqlite3 *database);

// The first bytes of the file are not the header of a plaintext database: DatabaseNotEncrypted. Read through the
// connection's own file: opening and closing the file another way would drop the process's locks on it (POSIX advisory
// locks).
[[nodiscard]] Status checkNoPlaintextHeader(sqlite3 *database, const QString &path);

// A second handle without the key cannot read the file: DatabaseNotEncrypted where it can.
[[nodiscard]] Status checkKeylessOpenFails(const QString &path);

// The file is as long as its own page count says: DatabaseDamaged where it was cut off.
[[nodiscard]] Status checkNotTruncated(sqlite3 *database, const QString &path);

} // namespace Chartline::SelfCheck
