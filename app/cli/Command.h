// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Composition.h"
#include "cli/CommandLine.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace Chartline::Cli {

// The arguments of one run, already checked against what the command takes.
struct Arguments
{
    QString command;
    QStringList positional;
    QHash<QString, QString> options; // without dashes; a switch has the value "yes"
    QString vault;
    QString passphraseFile;
    bool json = false;

    [[nodiscard]] QString option(const QString &name) const { return options.value(name); }
    [[nodiscard]] bool has(const QString &name) const { return options.contains(name); }
};

// Waits for a future in the command line's own event loop (never used by the window).
template<typename T>
T await(const QFuture<T> &future)
{
    if (!future.isFinished()) {
        QEventLoop loop;
        QFutureWatcher<T> watcher;
        QObject::connect(&watcher, &QFutureWatcher<T>::finished, &loop, &QEventLoop::quit);
        watcher.setFuture(future);
        loop.exec();
    }
    return future.result();
}

// Unlocks the vault; reports why not.
[[nodiscard]] Result<void> unlock(Composition &composition, const Arguments &arguments);
// Prints the error; the exit code that goes with it.
[[nodiscard]] int failed(const Error &error, bool json);

// Keeps Ctrl+C for the import to read. Before the first thread starts, as threads take over what is held.
void holdInterrupts();

// Each command with the vault open, but for init and selftest.
[[nodiscard]] int runInit(Composition &composition, const Arguments &arguments);
[[nodiscard]] int runImport(Composition &composition, const Arguments &arguments);
[[nodiscard]] int runPatients(Composition &composition, const Arguments &arguments);
[[nodiscard]] int runTimeline(Composition &composition, const Arguments &arguments);
[[nodiscard]] int runShow(Composition &composition, const Arguments &arguments);
[[nodiscard]] int runSource(Composition &composition, const Arguments &arguments);
[[nodiscard]] int runSearch(Composition &composition, const Arguments &arguments);
[[nodiscard]] int runReview(Composition &composition, const Arguments &arguments);
[[nodiscard]] int runLink(Composition &composition, const Arguments &arguments);
[[nodiscard]] int runUnlink(Composition &composition, const Arguments &arguments);
[[nodiscard]] int runDifferent(Composition &composition, const Arguments &arguments);
// Without a vault.
[[nodiscard]] int runResolve(const Arguments &arguments);
[[nodiscard]] int runCheck(const Arguments &arguments);
[[nodiscard]] int runRender(Composition &composition, const Arguments &arguments);
[[nodiscard]] int runCompare(Composition &composition, const Arguments &arguments);
[[nodiscard]] int runAlerts(Composition &composition, const Arguments &arguments);
[[nodiscard]] int runStudies(Composition &composition, const Arguments &arguments);
[[nodiscard]] int runVerify(Composition &composition, const Arguments &arguments);
inline constexpr char knowledgeUsage[] =
    "[verify | add FILE [--trust FP] | remove NAME | import-rxnorm PATH | keygen KEY | pack DIR --key KEY --out F]";
// Unlocks where it needs to.
[[nodiscard]] int runKnowledge(Composition &composition, const Arguments &arguments);
// The part of `knowledge` that is for publishers and needs no vault.
[[nodiscard]] bool isPackCommand(const Arguments &arguments);
[[nodiscard]] int runPackCommand(const Arguments &arguments);
[[nodiscard]] int runSelftest(const Arguments &arguments);

} // namespace Chartline::Cli
