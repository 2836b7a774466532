// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/ErrorText.h"

#include <QDir>
#include <QLocale>

namespace Chartline::Ui {

namespace {

QString arg(const Error &error, int index)
{
    return error.args.value(index);
}

QString path(const Error &error)
{
    return QDir::toNativeSeparators(arg(error, 0));
}

QString size(const Error &error)
{
    return QLocale().formattedDataSize(arg(error, 0).toLongLong());
}

} // namespace

QString errorText(const Error &error)
{
    return ErrorText::text(error);
}

// No default here: the compiler names an error that has no words yet.
QString ErrorText::text(const Error &error)
{
    switch (error.code) {
    case ErrorCode::None: return tr("Nothing went wrong.");
    case ErrorCode::FileNotFound:
    case ErrorCode::FileNotReadable:
    case ErrorCode::FileNotWritable:
    case ErrorCode::DiskFull:
    case ErrorCode::ReadOnlyFileSystem:
    case ErrorCode::IoFailed:
    case ErrorCode::Cancelled: return fileText(error);
    case ErrorCode::VaultNotFound:
    case ErrorCode::VaultExists:
    case ErrorCode::VaultInUse:
    case ErrorCode::VaultHeaderDamaged:
    case ErrorCode::VaultHeaderTooNew:
    case ErrorCode::VaultLocked: return vaultText(error);
    case ErrorCode::WrongPassphrase:
    case ErrorCode::PassphraseTooShort:
    case ErrorCode::PassphraseFileInvalid:
    case ErrorCode::RecoveryKeyMalformed:
    case ErrorCode::KeyDerivationRefused:
    case ErrorCode::CipherUnavailable:
    case ErrorCode::CryptoFailed: return keyText(error);
    case ErrorCode::DatabaseMissing:
    case ErrorCode::DatabaseDamaged:
    case ErrorCode::DatabaseTooNew:
    case ErrorCode::DatabaseNotEncrypted: return databaseText(error);
    case ErrorCode::BlobMissing:
    case ErrorCode::BlobDamaged:
    case ErrorCode::BlobTruncated:
    case ErrorCode::StoreFailed:
    case ErrorCode::ConstraintViolated:
    case ErrorCode::NotFound: return storeText(error);
    case ErrorCode::InputTruncated:
    case ErrorCode::InputNotWellFormed:
    case ErrorCode::InputWrongEncoding:
    case ErrorCode::InputDuplicateKey:
    case ErrorCode::InputTooDeep:
    case ErrorCode::InputTooLarge:
    case ErrorCode::InputHasDoctype:
    case ErrorCode::InputNotHealthData:
    case ErrorCode::InputEmpty:
    case ErrorCode::InputUnsupported:
    case ErrorCode::InputTooManyPixels:
    case ErrorCode::WorkerLost:
    case ErrorCode::WorkerUnavailable:
    case ErrorCode::CompanionMissing:
    case ErrorCode::ResourceInvalid: return inputText(error);
    case ErrorCode::ArchiveDamaged:
    case ErrorCode::ArchiveEncrypted:
    case ErrorCode::ArchiveTooManyEntries:
    case ErrorCode::ArchiveTooLarge:
    case ErrorCode::ArchiveRatio:
    case ErrorCode::ArchivePathEscapes:
    case ErrorCode::ArchiveTooDeep: return archiveText(error);
    case ErrorCode::Usage: return tr("This cannot be done as asked: %1").arg(arg(error, 0));
    }
    return {};
}

// The system's own words where it gave some, in brackets after ours.
QString ErrorText::detail(const Error &error, int index)
{
    const QString words = arg(error, index);
    return words.isEmpty() ? QString() : tr(" (%1)", "detail after a sentence").arg(words);
}

QString ErrorText::fileText(const Error &error)
{
    switch (error.code) {
    case ErrorCode::FileNotFound:
        return tr("“%1” is not there. It may have been moved, renamed, or its drive taken out.").arg(path(error));
    case ErrorCode::FileNotReadable:
        return tr("“%1” cannot be read: this account has no permission to. Ask whoever owns it for access.")
            .arg(path(error));
    case ErrorCode::FileNotWritable:
        return tr("“%1” cannot be written: this account has no permission to. Nothing stored has changed.")
            .arg(path(error));
    case ErrorCode::DiskFull:
        return tr(
            "The disk is full. Everything stored before is safe; what was being written has been left out. Free some "
            "space and try again.");
    case ErrorCode::ReadOnlyFileSystem:
        return tr(
            "The disk only allows reading. Stored records can be looked at, but nothing can be added or changed.");
    case ErrorCode::IoFailed:
        return tr("The disk or its connection failed while reading or writing “%1”. Everything stored before is kept. "
                  "Check "
                  "the drive, then try again.")
                   .arg(path(error))
               + detail(error, 1);
    case ErrorCode::Cancelled: return tr("Stopped, as you asked. What had been stored by then is kept.");
    default: return {};
    }
}

QString ErrorText::vaultText(const Error &error)
{
    switch (error.code) {
    case ErrorCode::VaultNotFound:
        return tr("There is no vault in “%1”. Create one, or choose the right folder.").arg(path(error));
    case ErrorCode::VaultExists:
        return tr("There is already a vault, or a part of one, in “%1”. It has not been touched. Unlock it, or choose "
                  "another "
                  "folder.")
            .arg(path(error));
    case ErrorCode::VaultInUse:
        return tr("Another Chartline has this vault open. Close it there first; two at once could harm the records.");
    case ErrorCode::VaultHeaderDamaged:
        return tr("The vault's header, which holds the locked keys, is damaged in both of its copies, so the vault "
                  "cannot be "
                  "opened. Nothing has been changed. Put back “vault.header” from a backup of “%1”.")
            .arg(path(error));
    case ErrorCode::VaultHeaderTooNew:
        return tr("This vault was made by a newer Chartline (format %1; this program knows up to %2). It has not been "
                  "touched. "
                  "Update Chartline to open it.")
            .arg(arg(error, 1), arg(error, 2));
    case ErrorCode::VaultLocked: return tr("The vault is locked. Unlock it to go on.");
    default: return {};
    }
}

QString ErrorText::keyText(const Error &error)
{
    switch (error.code) {
    case ErrorCode::WrongPassphrase:
        if (arg(error, 1) == QLatin1StringView("recovery-key"))
            return tr(
                "This is a recovery key, but of another vault. Look for the one printed when this vault was created.");
        return tr("This is not the passphrase. Check Caps Lock and the keyboard layout, then try again.");
    case ErrorCode::PassphraseTooShort:
        return tr("The passphrase is too short: it needs at least %1 characters.").arg(arg(error, 0));
    case ErrorCode::PassphraseFileInvalid:
        return tr("The passphrase file “%1” cannot be used. It must hold the passphrase on its first line and be "
                  "readable "
                  "only by you.")
            .arg(path(error));
    case ErrorCode::RecoveryKeyMalformed:
        return tr("This is not a whole recovery key, or a character is mistyped. It has six groups of six letters and "
                  "digits.");
    case ErrorCode::KeyDerivationRefused:
        return tr("The vault's header asks for more memory or time to unlock than is allowed, as a tampered one would. "
                  "Nothing has been changed. Put back “vault.header” from a backup.");
    case ErrorCode::CipherUnavailable:
        return tr("The encryption this vault needs is not available in this installation, so it has not been opened. "
                  "Reinstall Chartline.")
               + detail(error, 0);
    case ErrorCode::CryptoFailed:
        return tr("Encryption failed, perhaps for lack of memory. Nothing stored has changed. Close other programs and "
                  "try again.");
    default: return {};
    }
}

QString ErrorText::databaseText(const Error &error)
{
    switch (error.code) {
    case ErrorCode::DatabaseMissing:
        return tr("The vault in “%1” has its keys, but its records file “records.db” is missing. Nothing has been "
                  "created in "
                  "its place. Put it back from a backup.")
            .arg(path(error));
    case ErrorCode::DatabaseDamaged:
        return tr("The records file in “%1” is damaged: it has been cut short or altered. Nothing has been changed. "
                  "Put it "
                  "back from a backup; do not import into it.")
                   .arg(path(error))
               + detail(error, 1);
    case ErrorCode::DatabaseTooNew:
        return tr("These records were written by a newer Chartline (layout %1; this program knows up to %2). They have "
                  "not "
                  "been touched. Update Chartline to open them.")
            .arg(arg(error, 1), arg(error, 2));
    case ErrorCode::DatabaseNotEncrypted:
        return tr("The records file is not encrypted as it must be, so it has not been opened. Somebody may have "
                  "replaced it. "
                  "Put it back from a backup.");
    default: return {};
    }
}

QString ErrorText::storeText(const Error &error)
{
    switch (error.code) {
    case ErrorCode::BlobMissing:
        return tr("An attached file is missing from the vault. The record itself is whole. Import its source again to "
                  "bring it back.");
    case ErrorCode::BlobDamaged:
        return tr(
            "An attached file has been altered or damaged, so it is not shown. The record itself is whole. Import its "
            "source again to bring it back.");
    case ErrorCode::BlobTruncated:
        return tr(
            "An attached file has been cut short, so it is not shown. The record itself is whole. Import its source "
            "again to bring it back.");
    case ErrorCode::StoreFailed:
        return tr("The records could not be read or written. What was stored before is kept. Try again; if it happens "
                  "again, "
                  "check the vault.")
               + detail(error, 0);
    case ErrorCode::ConstraintViolated:
        return tr("This change does not fit what is stored, so nothing has been changed.") + detail(error, 0);
    case ErrorCode::NotFound: return tr("This is not in the vault (any more): %1").arg(arg(error, 0));
    default: return {};
    }
}

QString ErrorText::inputText(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InputTruncated:
        return tr("It ends in the middle: the file was cut short. Get it again from its source.");
    case ErrorCode::InputNotWellFormed:
        return tr("It is not built as its format (JSON, XML, DICOM) requires.") + detail(error, 0);
    case ErrorCode::InputWrongEncoding:
        return tr("Its text is not in a valid encoding (UTF-8 was expected).") + detail(error, 0);
    case ErrorCode::InputDuplicateKey:
        return tr("It gives “%1” twice in one object, so what it means is not certain.").arg(arg(error, 0));
    case ErrorCode::InputTooDeep:
        return tr("It is nested deeper than %1 levels, as no real record is.").arg(arg(error, 0));
    case ErrorCode::InputTooLarge: return tr("It is larger than the %1 allowed for one piece.").arg(size(error));
    case ErrorCode::InputHasDoctype:
        return tr(
            "It contains a document type declaration (DOCTYPE), which health data does not need and attacks use.");
    case ErrorCode::InputNotHealthData: return tr("It is not health data that Chartline knows.");
    case ErrorCode::InputEmpty: return tr("It is empty.");
    case ErrorCode::InputUnsupported:
        return tr("It is health data in a format that this version does not read: %1").arg(arg(error, 0));
    case ErrorCode::InputTooManyPixels:
        return tr("Its picture would have more than the %1 pixels allowed.").arg(arg(error, 0));
    case ErrorCode::WorkerLost:
        return tr("Reading it made the separate reading process stop, as a damaged or hostile file can. Only this file "
                  "was "
                  "left out.")
               + detail(error, 0);
    case ErrorCode::WorkerUnavailable:
        return tr("The separate process that reads images could not be started, so no image could be read.")
               + detail(error, 0);
    case ErrorCode::CompanionMissing:
        return tr("“%1” names this file as part of the disc, but it is not there: the copy is incomplete.")
            .arg(arg(error, 0));
    case ErrorCode::ResourceInvalid: return tr("It can be read, but it is not a usable record.") + detail(error, 0);
    default: return {};
    }
}

QString ErrorText::archiveText(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ArchiveDamaged: return tr("The archive is damaged or not a ZIP. Get it again from its source.");
    case ErrorCode::ArchiveEncrypted:
        return tr("The archive is protected with a password. Unpack it first, then import the folder.");
    case ErrorCode::ArchiveTooManyEntries:
        return tr("The archive holds more than %1 files. Import it in parts.").arg(arg(error, 0));
    case ErrorCode::ArchiveTooLarge:
        return tr("Unpacked, the archive is larger than the %1 allowed. Import it in parts.").arg(size(error));
    case ErrorCode::ArchiveRatio:
        return tr("The archive unpacks to more than %1 times its size, as an attack on the disk would. It was stopped.")
            .arg(arg(error, 0));
    case ErrorCode::ArchivePathEscapes:
        return tr("A file in the archive has a name that points outside of it, so it was left out.");
    case ErrorCode::ArchiveTooDeep:
        return tr("There are archives within archives more than %1 deep. Unpack it first.").arg(arg(error, 0));
    default: return {};
    }
}

} // namespace Chartline::Ui
