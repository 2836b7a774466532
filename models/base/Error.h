// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace Chartline {

// Every failure the program can report. The words for each code are in ui/viewmodels/ErrorText.cpp; code that meets
// an error never formats a sentence itself. No argument ever holds a secret or anything read from a patient's record.
enum class ErrorCode {
    None,
    // Files and the operating system: args = {path[, detail]}
    FileNotFound,
    FileNotReadable,
    FileNotWritable,
    DiskFull,
    ReadOnlyFileSystem,
    IoFailed,
    Cancelled,
    // Vault: args = {vault folder[, detail]}
    VaultNotFound,
    VaultExists,
    VaultInUse, // another Chartline has it open
    VaultHeaderDamaged, // both copies
    VaultHeaderTooNew, // args = {folder, version found, version known}
    WrongPassphrase,
    PassphraseTooShort, // args = {minimum length}
    PassphraseFileInvalid, // args = {path}
    RecoveryKeyMalformed,
    KeyDerivationRefused, // the header asks for more memory or time than allowed
    DatabaseMissing,
    DatabaseDamaged, // args = {folder, detail}
    DatabaseTooNew, // args = {folder, schema found, schema known}
    DatabaseNotEncrypted, // the self-check found plaintext or no cipher
    CipherUnavailable, // args = {detail}
    CryptoFailed,
    VaultLocked,
    // Blobs: args = {blob name}
    BlobMissing,
    BlobDamaged,
    BlobTruncated,
    // Store: args = {detail}
    StoreFailed,
    ConstraintViolated,
    NotFound, // args = {what was asked for}
    // Refused input: args = {detail}; `where` in the report says the place
    InputTruncated,
    InputNotWellFormed,
    InputWrongEncoding,
    InputDuplicateKey, // args = {key}
    InputTooDeep, // args = {limit}
    InputTooLarge, // args = {limit in bytes}
    InputHasDoctype,
    InputNotHealthData,
    InputEmpty,
    InputUnsupported, // health data of a format this version does not read: args = {format}
    InputTooManyPixels, // args = {limit}
    WorkerLost, // the process that read it ended on it: args = {} or {detail}
    WorkerUnavailable, // no such process can be started: args = {detail}
    CompanionMissing, // a file that another (a DICOMDIR) says stands beside it is not there: args = {name of that
                      // other}
    ArchiveDamaged,
    ArchiveEncrypted,
    ArchiveTooManyEntries, // args = {limit}
    ArchiveTooLarge, // args = {limit in bytes}
    ArchiveRatio, // args = {limit}
    ArchivePathEscapes,
    ArchiveTooDeep, // archives in archives: args = {limit}
    // Meaning
    ResourceInvalid, // args = {detail}: well-formed but not a usable resource
    Usage, // args = {detail}
};

// One failure: what, with the values its sentence needs.
struct Error
{
    ErrorCode code = ErrorCode::None;
    QStringList args;

    bool operator==(const Error &) const = default;
};

// The stable name of a code ("input-truncated"), as `--json` prints it.
[[nodiscard]] QString errorCodeName(ErrorCode code);

} // namespace Chartline
