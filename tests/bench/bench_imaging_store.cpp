// SPDX-License-Identifier: Apache-2.0
// All shared images into an empty vault (encrypted, indexed, each file kept whole), against Orthanc by its REST
// interface (as it is installed: not encrypted), the same files in the same order, by as many connections as there are
// processors. Budget: at least twice its rate. Best of three, taken in turn.
#include "bench/ImagingBench.h"
#include "bench/OrthancServer.h"

#include <atomic>
#include <thread>

using namespace Chartline;

namespace {

constexpr int s_runs = 3;

struct Stored
{
    double seconds = -1;
    int accepted = 0;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Stored orthanc(const QStringList &files)
{
    const Bench::OrthancServer server;
    if (!server.isUp())
        return {};
    std::atomic<qsizetype> next = 0;
    std::atomic<int> accepted = 0;
    const auto upload = [&] {
        auto connection = std::make_unique<Bench::HttpConnection>(server.port());
        for (qsizetype i = next++; i < files.size(); i = next++) {
            const QByteArray body = contentOf(files[i]);
            int status = connection->ask("POST", "/instances", body);
            if (status == 0) { // it closes connections now and then
                connection = std::make_unique<Bench::HttpConnection>(server.port());
                status = connection->ask("POST", "/instances", body);
            }
            accepted += status == 200 ? 1 : 0;
        }
    };
    QElapsedTimer timer;
    timer.start();
    {
        std::vector<std::jthread> threads;
        for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
            threads.emplace_back(upload);
    }
    return {Bench::secondsSince(timer), accepted};
}

Stored chartline(const QString &folder)
{
    const QTemporaryDir vault;
    const auto composition = Bench::makeVault(vault.filePath(QStringLiteral("vault")));
    if (!composition)
        return {};
    QElapsedTimer timer;
    timer.start();
    const auto report = Test::await(composition->imports().import({{folder}, {}}));
    return {Bench::secondsSince(timer), report ? report->accepted : 0};
}

} // namespace

int main(int argc, char *argv[])
{
    if (const auto status = Bench::runAsHost(argc, argv))
        return *status;
    QCoreApplication application(argc, argv);
    if (!QDir(Bench::imagingFolder()).exists()) {
        std::puts("bench_imaging_store: the shared images are not here; nothing measured");
        return 0;
    }
    const QStringList files = Bench::filesBelow(Bench::imagingFolder());
    Stored theirs;
    Stored ours;
    for (int run = 0; run < s_runs; ++run) {
        const Stored a = orthanc(files);
        const Stored b = chartline(Bench::imagingFolder());
        theirs = theirs.seconds < 0 || a.seconds < theirs.seconds ? a : theirs;
        ours = ours.seconds < 0 || b.seconds < ours.seconds ? b : ours;
    }
    const auto rate = [&](const Stored &stored) { return double(files.size()) / stored.seconds; };
    std::printf("store and index %lld files   Orthanc %6.1f files/s (%d taken)   chartline %6.1f files/s (%d taken)   "
                "ratio %.2f (budget 2.00)\n",
                static_cast<long long>(files.size()), rate(theirs), theirs.accepted, rate(ours), ours.accepted,
                rate(ours) / rate(theirs));
    return 0;
}
