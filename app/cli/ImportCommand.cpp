// SPDX-License-Identifier: Apache-2.0
#include "cli/Command.h"
#include "cli/Terminal.h"
#include "viewmodels/ErrorText.h"
#include "viewmodels/ImportText.h"

#include <QSocketNotifier>
#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace Chartline::Cli {

namespace {

QJsonObject counts(const QMap<QString, int> &map)
{
    QJsonObject object;
    for (auto it = map.begin(); it != map.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QJsonObject reportJson(const ImportReport &report)
{
    QJsonArray refusals;
    for (const Refusal &refusal : report.refusals) {
        refusals.append(QJsonObject{{QStringLiteral("path"), refusal.path},
                                    {QStringLiteral("where"), refusal.where},
                                    {QStringLiteral("code"), errorCodeName(refusal.error.code)},
                                    {QStringLiteral("message"), Ui::errorText(refusal.error)}});
    }
    QJsonArray files;
    for (const FileOutcome &file : report.outcomes) {
        files.append(QJsonObject{{QStringLiteral("path"), file.path},
                                 {QStringLiteral("format"), file.format},
                                 {QStringLiteral("accepted"), file.accepted},
                                 {QStringLiteral("unchanged"), file.unchanged},
                                 {QStringLiteral("kept"), file.kept},
                                 {QStringLiteral("refused"), file.refused},
                                 {QStringLiteral("remarks"), QJsonArray::fromStringList(file.remarks)}});
    }
    return {{QStringLiteral("files"), report.files},
            {QStringLiteral("records"), QJsonObject{{QStringLiteral("accepted"), report.accepted},
                                                    {QStringLiteral("unchanged"), report.unchanged},
                                                    {QStringLiteral("refused"), report.refused}}},
            {QStringLiteral("kept"), report.kept},
            {QStringLiteral("newVersions"), report.newVersions},
            {QStringLiteral("byFormat"), counts(report.byFormat)},
            {QStringLiteral("byType"), counts(report.byType)},
            {QStringLiteral("persons"), report.persons},
            {QStringLiteral("entries"), report.entries},
            {QStringLiteral("seconds"), double(report.milliseconds) / 1000.0},
            {QStringLiteral("cancelled"), report.cancelled},
            {QStringLiteral("issues"), counts(report.issues)},
            {QStringLiteral("outcomes"), files},
            {QStringLiteral("refusals"), refusals}};
}

void printReport(const ImportReport &report)
{
    Terminal::out(
        Terminal::tr("%1 files in %2 s").arg(report.files).arg(double(report.milliseconds) / 1000.0, 0, 'f', 1));
    Terminal::out(
        Terminal::tr("%1 records stored (%2 of them kept without a clinical meaning), %3 already there, %4 refused")
            .arg(report.accepted)
            .arg(report.kept)
            .arg(report.unchanged)
            .arg(report.refused));
    Terminal::out(Terminal::tr("%1 people, %2 timeline entries").arg(report.persons).arg(report.entries));
    for (auto it = report.byType.begin(); it != report.byType.end(); ++it)
        Terminal::out(QStringLiteral("%1  %2").arg(it.value(), 8).arg(it.key()));
    for (const Refusal &refusal : report.refusals) {
        const QString place =
            refusal.where.isEmpty() ? refusal.path : refusal.path + QStringLiteral(": ") + refusal.where;
        Terminal::out(Terminal::tr("refused  %1: %2").arg(place, Ui::errorText(refusal.error)));
    }
    for (const FileOutcome &file : report.outcomes) {
        for (const QString &remark : file.remarks)
            Terminal::out(Terminal::tr("note  %1: %2").arg(file.path, Ui::ImportText::remark(remark)));
    }
    if (report.cancelled)
        Terminal::message(
            Terminal::tr("Cancelled. What is listed has landed; import the same files again for the rest."));
}

sigset_t interruptSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

// Ctrl+C ends an import in good order. Watches for the signal as long as it lives.
class InterruptWatch
{
public:
    explicit InterruptWatch(ImportService &imports)
    {
        const sigset_t signals = interruptSignals();
        m_descriptor = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
        m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, &imports, [this, &imports] {
            signalfd_siginfo info{};
            std::ignore = ::read(m_descriptor, &info, sizeof info);
            imports.cancel();
        });
    }
    ~InterruptWatch()
    {
        m_notifier.reset();
        ::close(m_descriptor);
    }
    InterruptWatch(const InterruptWatch &) = delete;
    InterruptWatch &operator=(const InterruptWatch &) = delete;

private:
    int m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace

void holdInterrupts()
{
    const sigset_t signals = interruptSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

int runImport(Composition &composition, const Arguments &arguments)
{
    ImportService &imports = composition.imports();
    const InterruptWatch watch(imports);
    QObject::connect(&imports, &ImportService::progress, &imports, &Terminal::progress);
    const auto report = await(imports.import({arguments.positional, arguments.option(QStringLiteral("source-name"))}));
    Terminal::endProgress();
    if (!report)
        return failed(report.error(), arguments.json);
    if (arguments.json)
        Terminal::outJson(reportJson(*report));
    else
        printReport(*report);
    if (report->cancelled)
        return Failed;
    return report->refused > 0 ? SomeRefused : Done;
}

} // namespace Chartline::Cli
