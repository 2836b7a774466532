// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Composition.h"
#include "imaging/ImagingHandlers.h"
#include "support/Await.h"
#include "worker/Host.h"
#include "worker/WorkerPool.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>

namespace Chartline::Bench {

[[nodiscard]] inline QString imagingFolder()
{
    return QStringLiteral(CHARTLINE_SHARED_DIR "/data/imaging");
}

// Every file below a folder, in order.
[[nodiscard]] inline QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(it.next());
    files.sort();
    return files;
}

[[nodiscard]] inline double secondsSince(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e9;
}

// Wall time of one run of a tool; negative where it failed.
[[nodiscard]] inline double toolSeconds(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    const bool ended = process.waitForFinished(-1);
    const double seconds = secondsSince(timer);
    return ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0 ? seconds : -1;
}

// First thing in main(): this program is also the host of its sandboxed workers. Nothing: it is not one now.
[[nodiscard]] inline std::optional<int> runAsHost(int argc, char **argv)
{
    if (!Worker::isHost(argc, argv))
        return std::nullopt;
    return Worker::runHost(argc, argv, imagingHandlers());
}

// An open vault with sandboxed workers.
[[nodiscard]] inline std::unique_ptr<Composition> makeVault(const QString &folder)
{
    auto composition = std::make_unique<Composition>(folder, KdfPolicy::forTests());
    SecureBytes passphrase(std::span(reinterpret_cast<const unsigned char *>("bench passphrase"), 16));
    return Test::await(composition->vault().create(std::move(passphrase))) ? std::move(composition) : nullptr;
}

struct Times
{
    std::vector<double> all; // seconds
    void add(double seconds) { all.push_back(seconds); }
    [[nodiscard]] double part(double share) const
    {
        if (all.empty())
            return 0;
        std::vector<double> sorted = all;
        std::ranges::sort(sorted);
        return sorted[std::min(sorted.size() - 1, std::size_t(share * double(sorted.size())))];
    }
    [[nodiscard]] double median() const { return part(0.5); }
    [[nodiscard]] double least() const { return part(0); }
};

} // namespace Chartline::Bench
