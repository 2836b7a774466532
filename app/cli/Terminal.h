// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "base/SecureBytes.h"
#include "ingest/ImportReport.h"

#include <QCoreApplication>
#include <QJsonValue>

namespace Chartline::Cli {

// Standard output and standard error: results to the first, progress and messages to the second.
class Terminal
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Cli::Terminal)

public:
    static void out(const QString &line);
    static void outBytes(const QByteArray &bytes);
    static void outJson(const QJsonValue &document);
    static void message(const QString &line);
    static void error(const Error &error);

    // A bar on a terminal, silent otherwise.
    static void progress(const ImportProgress &progress);
    static void endProgress();

    // The first line of the file; PassphraseFileInvalid where it cannot be read or is empty.
    [[nodiscard]] static Result<SecureBytes> passphraseFromFile(const QString &path);
    // Asks on the terminal without echo; PassphraseFileInvalid where there is no terminal.
    [[nodiscard]] static Result<SecureBytes> askPassphrase(const QString &prompt);
};

} // namespace Chartline::Cli
