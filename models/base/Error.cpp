// SPDX-License-Identifier: Apache-2.0
#include "base/Error.h"

namespace Chartline {

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::None: return QStringLiteral("none");
    case ErrorCode::FileNotFound: return QStringLiteral("file-not-found");
    case ErrorCode::FileNotReadable: return QStringLiteral("file-not-readable");
    case ErrorCode::FileNotWritable: return QStringLiteral("file-not-writable");
    case ErrorCode::DiskFull: return QStringLiteral("disk-full");
    case ErrorCode::ReadOnlyFileSystem: return QStringLiteral("read-only-file-system");
    case ErrorCode::IoFailed: return QStringLiteral("io-failed");
    case ErrorCode::Cancelled: return QStringLiteral("cancelled");
    case ErrorCode::VaultNotFound: return QStringLiteral("vault-not-found");
    case ErrorCode::VaultExists: return QStringLiteral("vault-exists");
    case ErrorCode::VaultInUse: return QStringLiteral("vault-in-use");
    case ErrorCode::VaultHeaderDamaged: return QStringLiteral("vault-header-damaged");
    case ErrorCode::VaultHeaderTooNew: return QStringLiteral("vault-header-too-new");
    case ErrorCode::WrongPassphrase: return QStringLiteral("wrong-passphrase");
    case ErrorCode::PassphraseTooShort: return QStringLiteral("passphrase-too-short");
    case ErrorCode::PassphraseFileInvalid: return QStringLiteral("passphrase-file-invalid");
    case ErrorCode::RecoveryKeyMalformed: return QStringLiteral("recovery-key-malformed");
    case ErrorCode::KeyDerivationRefused: return QStringLiteral("key-derivation-refused");
    case ErrorCode::DatabaseMissing: return QStringLiteral("database-missing");
    case ErrorCode::DatabaseDamaged: return QStringLiteral("database-damaged");
    case ErrorCode::DatabaseTooNew: return QStringLiteral("database-too-new");
    case ErrorCode::DatabaseNotEncrypted: return QStringLiteral("database-not-encrypted");
    case ErrorCode::CipherUnavailable: return QStringLiteral("cipher-unavailable");
    case ErrorCode::CryptoFailed: return QStringLiteral("crypto-failed");
    case ErrorCode::VaultLocked: return QStringLiteral("vault-locked");
    case ErrorCode::BlobMissing: return QStringLiteral("blob-missing");
    case ErrorCode::BlobDamaged: return QStringLiteral("blob-damaged");
    case ErrorCode::BlobTruncated: return QStringLiteral("blob-truncated");
    case ErrorCode::StoreFailed: return QStringLiteral("store-failed");
    case ErrorCode::ConstraintViolated: return QStringLiteral("constraint-violated");
    case ErrorCode::NotFound: return QStringLiteral("not-found");
    case ErrorCode::InputTruncated: return QStringLiteral("input-truncated");
    case ErrorCode::InputNotWellFormed: return QStringLiteral("input-not-well-formed");
    case ErrorCode::InputWrongEncoding: return QStringLiteral("input-wrong-encoding");
    case ErrorCode::InputDuplicateKey: return QStringLiteral("input-duplicate-key");
    case ErrorCode::InputTooDeep: return QStringLiteral("input-too-deep");
    case ErrorCode::InputTooLarge: return QStringLiteral("input-too-large");
    case ErrorCode::InputHasDoctype: return QStringLiteral("input-has-doctype");
    case ErrorCode::InputNotHealthData: return QStringLiteral("input-not-health-data");
    case ErrorCode::InputEmpty: return QStringLiteral("input-empty");
    case ErrorCode::InputUnsupported: return QStringLiteral("input-unsupported");
    case ErrorCode::InputTooManyPixels: return QStringLiteral("input-too-many-pixels");
    case ErrorCode::WorkerLost: return QStringLiteral("worker-lost");
    case ErrorCode::WorkerUnavailable: return QStringLiteral("worker-unavailable");
    case ErrorCode::CompanionMissing: return QStringLiteral("companion-missing");
    case ErrorCode::ArchiveDamaged: return QStringLiteral("archive-damaged");
    case ErrorCode::ArchiveEncrypted: return QStringLiteral("archive-encrypted");
    case ErrorCode::ArchiveTooManyEntries: return QStringLiteral("archive-too-many-entries");
    case ErrorCode::ArchiveTooLarge: return QStringLiteral("archive-too-large");
    case ErrorCode::ArchiveRatio: return QStringLiteral("archive-ratio");
    case ErrorCode::ArchivePathEscapes: return QStringLiteral("archive-path-escapes");
    case ErrorCode::ArchiveTooDeep: return QStringLiteral("archive-too-deep");
    case ErrorCode::ResourceInvalid: return QStringLiteral("resource-invalid");
    case ErrorCode::Usage: return QStringLiteral("usage");
    }
    return QStringLiteral("unknown");
}

} // namespace Chartline
