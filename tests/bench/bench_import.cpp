// SPDX-License-Identifier: Apache-2.0
// Import throughput as a ratio to "simdjson parse + plain SQLite insert of the verbatim bytes" on the same files in the
// same run. Budget: at least 0.5. Both get the best of five runs, taken in turn. A word as argument: only the cases
// whose name contains it.
#include "Composition.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QProcess>
#include <QTemporaryDir>
#include <cstdio>
#include <cstring>

using namespace Chartline;

namespace {

constexpr int s_runs = 5;

struct Measured
{
    double seconds = 1e9;
    long resources = 0;
};

QStringList filesOf(const QStringList &folders)
{
    QStringList files;
    for (const QString &folder : folders) {
        QDirIterator it(folder, {QStringLiteral("*.json"), QStringLiteral("*.ndjson")}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            files.append(it.next());
    }
    files.sort();
    return files;
}

template<typename T>
T await(const QFuture<T> &future)
{
    QEventLoop loop;
    QFutureWatcher<T> watcher;
    QObject::connect(&watcher, &QFutureWatcher<T>::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    return future.result();
}

Measured baseline(const QStringList &files)
{
    QTemporaryDir folder;
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/bench_plain_sqlite"),
                  QStringList{folder.filePath(QStringLiteral("plain.db"))} + files);
    process.waitForFinished(-1);
    const QByteArrayList words = process.readAllStandardOutput().trimmed().split(' ');
    return {words.value(0).toDouble(), words.value(1).toLong()};
}

Measured chartline(const QStringList &files)
{
    QTemporaryDir folder;
    Composition composition(folder.filePath(QStringLiteral("vault")), KdfPolicy::forTests());
    SecureBytes passphrase(std::span(reinterpret_cast<const unsigned char *>("bench passphrase"), 16));
    if (!await(composition.vault().create(std::move(passphrase))))
        return {};
    QElapsedTimer timer;
    timer.start();
    const auto report = await(composition.imports().import({files, {}}));
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    return {seconds, report ? long(report->accepted + report->unchanged) : 0};
}

void compare(const char *name, const QStringList &files)
{
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 1 && !QString::fromLatin1(name).contains(arguments[1]))
        return;
    Measured plain;
    Measured ours;
    for (int run = 0; run < s_runs; ++run) {
        const Measured a = baseline(files);
        const Measured b = chartline(files);
        plain = a.seconds < plain.seconds ? a : plain;
        ours = b.seconds < ours.seconds ? b : ours;
    }
    const double plainRate = double(plain.resources) / plain.seconds;
    const double ourRate = double(ours.resources) / ours.seconds;
    std::printf(
        "%-28s baseline %8.0f resources/s (%ld)   chartline %8.0f resources/s (%ld)   ratio %.2f (budget 0.50)\n", name,
        plainRate, plain.resources, ourRate, ours.resources, ourRate / plainRate);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QString data = QStringLiteral(CHARTLINE_SHARED_DIR "/data/fhir/");
    if (!QDir(data).exists()) {
        std::puts("bench_import: the shared test data is not here; nothing measured");
        return 0;
    }
    compare("generated patients, R4", filesOf({data + QStringLiteral("smart-synthea-r4")}));
    compare("bulk export, NDJSON", filesOf({data + QStringLiteral("bulk-10-patients")}));
    compare("single resources, R4", filesOf({data + QStringLiteral("official-r4-examples")}));
    compare("all of the above",
            filesOf({data + QStringLiteral("smart-synthea-r4"), data + QStringLiteral("bulk-10-patients"),
                     data + QStringLiteral("official-r4-examples")}));
    return 0;
}
