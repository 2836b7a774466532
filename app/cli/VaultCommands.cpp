// SPDX-License-Identifier: Apache-2.0
#include "cli/Command.h"
#include "cli/Terminal.h"

#include <QDir>
#include <QFileInfo>

namespace Chartline::Cli {

namespace {

bool keepsVaultShut(ErrorCode code)
{
    switch (code) {
    case ErrorCode::VaultNotFound:
    case ErrorCode::VaultInUse:
    case ErrorCode::VaultHeaderDamaged:
    case ErrorCode::VaultHeaderTooNew:
    case ErrorCode::WrongPassphrase:
    case ErrorCode::KeyDerivationRefused:
    case ErrorCode::DatabaseMissing:
    case ErrorCode::DatabaseDamaged:
    case ErrorCode::DatabaseTooNew:
    case ErrorCode::DatabaseNotEncrypted:
    case ErrorCode::CipherUnavailable: return true;
    default: return false;
    }
}

} // namespace

int failed(const Error &error, bool json)
{
    Terminal::error(error);
    if (json)
        Terminal::outJson(QJsonObject{{QStringLiteral("error"), errorCodeName(error.code)}});
    if (error.code == ErrorCode::Usage || error.code == ErrorCode::PassphraseFileInvalid)
        return WrongUsage;
    return keepsVaultShut(error.code) ? VaultNotOpened : Failed;
}

Result<void> unlock(Composition &composition, const Arguments &arguments)
{
    if (composition.vault().state() == VaultService::State::Missing)
        return fail(ErrorCode::VaultNotFound, {arguments.vault});
    CHARTLINE_ASSIGN(SecureBytes passphrase, arguments.passphraseFile.isEmpty()
                                                 ? Terminal::askPassphrase(Terminal::tr("Passphrase: "))
                                                 : Terminal::passphraseFromFile(arguments.passphraseFile));
    return await(composition.vault().unlock(std::move(passphrase)));
}

namespace {

Result<SecureBytes> newPassphrase(const Arguments &arguments)
{
    if (!arguments.passphraseFile.isEmpty())
        return Terminal::passphraseFromFile(arguments.passphraseFile);
    CHARTLINE_ASSIGN(SecureBytes first, Terminal::askPassphrase(Terminal::tr("New passphrase: ")));
    CHARTLINE_ASSIGN(const SecureBytes second, Terminal::askPassphrase(Terminal::tr("Once more: ")));
    if (!first.equals(second.view()))
        return fail(ErrorCode::Usage, {Terminal::tr("the two passphrases are not the same")});
    return first;
}

} // namespace

int runInit(Composition &composition, const Arguments &arguments)
{
    if (composition.vault().state() != VaultService::State::Missing)
        return failed({ErrorCode::VaultExists, {arguments.vault}}, arguments.json);
    auto passphrase = newPassphrase(arguments);
    if (!passphrase)
        return failed(passphrase.error(), arguments.json);
    QDir().mkpath(QFileInfo(arguments.vault).absolutePath());
    const auto created = await(composition.vault().create(std::move(*passphrase)));
    if (!created)
        return failed(created.error(), arguments.json);
    if (arguments.json) {
        Terminal::outJson(QJsonObject{{QStringLiteral("vault"), created->folder},
                                      {QStringLiteral("recoveryKey"), created->recoveryKey}});
        return Done;
    }
    Terminal::out(Terminal::tr("Vault: %1").arg(created->folder));
    Terminal::out(Terminal::tr("Recovery key: %1").arg(created->recoveryKey));
    Terminal::message(Terminal::tr(
        "Write the recovery key down and keep it apart from this computer. It is not shown again, and without "
        "it a forgotten passphrase cannot be replaced."));
    return Done;
}

int runVerify(Composition &composition, const Arguments &arguments)
{
    const auto report = await(composition.records().verify());
    if (!report)
        return failed(report.error(), arguments.json);
    const std::pair<QString, qint64> counts[] = {
        {QStringLiteral("pages"), report->checked.pages},
        {QStringLiteral("files"), report->checked.files},
        {QStringLiteral("records"), report->checked.records},
        {QStringLiteral("blobs"), report->checked.blobs},
        {QStringLiteral("facts"), report->checked.facts},
        {QStringLiteral("references"), report->checked.references},
        {QStringLiteral("measurements"), report->checked.measurements},
    };
    if (arguments.json) {
        QJsonObject checked;
        for (const auto &[what, count] : counts)
            checked.insert(what, count);
        Terminal::outJson(QJsonObject{{QStringLiteral("ok"), report->ok()},
                                      {QStringLiteral("checked"), checked},
                                      {QStringLiteral("problems"), QJsonArray::fromStringList(report->problems)}});
        return report->ok() ? Done : Failed;
    }
    for (const auto &[what, count] : counts)
        Terminal::out(QStringLiteral("%1 %2").arg(count, 10).arg(what));
    for (const QString &problem : report->problems)
        Terminal::out(QStringLiteral("! ") + problem);
    Terminal::out(report->ok() ? Terminal::tr("No problem found.")
                               : Terminal::tr("%n problem(s) found.", nullptr, int(report->problems.size())));
    return report->ok() ? Done : Failed;
}

} // namespace Chartline::Cli
