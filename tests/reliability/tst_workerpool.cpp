// SPDX-License-Identifier: Apache-2.0
#include "reliability/WorkerTest.h"
#include "worker/LocalPool.h"

#include <QElapsedTimer>
#include <QProcess>
#include <cstdio>

using namespace Chartline;
using namespace Chartline::Test;
using Worker::WorkerPool;

namespace {

constexpr char s_clientArgument[] = "--worker-client";

} // namespace

// How the processes come, go, and are replaced.
class TestWorkerPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyCallsFromManyThreads_data();
    void manyCallsFromManyThreads();
    void crashStorm();
    void hostKilled();
    void hostThatDoesNotStart_data();
    void hostThatDoesNotStart();
    void hostThatKeepsDying();
    void idleWorkerKilled();
    void clientKilled();
    void cancelled();
    void cancelledWhileWaiting();
    void timedOut();
    void closedDuringCalls();
    void recycled();
    void warmedUpAndTrimmed();
    void latencies();
};

void TestWorkerPool::manyCallsFromManyThreads_data()
{
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("workers");
    QTest::newRow("4 on 4") << 4 << 4;
    QTest::newRow("8 on 2") << 8 << 2;
}

void TestWorkerPool::manyCallsFromManyThreads()
{
    QFETCH(const int, threads);
    QFETCH(const int, workers);
    WorkerPool pool(withWorkers(workers));
    std::atomic_int wrong = 0;
    std::atomic_int right = 0;
    std::vector<std::jthread> running;
    for (int thread = 0; thread < threads; ++thread) {
        running.emplace_back([&, thread] {
            QRandomGenerator random(quint32(thread + 1));
            for (int i = 0; i < 10'000 / threads; ++i) {
                const QByteArray bytes = QByteArray::number(thread) + '/' + QByteArray::number(i);
                const QByteArray input(qsizetype(random.bounded(20'000)), char('a' + i % 26));
                const std::array<QByteArrayView, 1> inputs{input};
                const auto reply = pool.call({.op = "echo", .bytes = bytes, .inputs = inputs});
                ++(reply && reply->bytes == bytes + input ? right : wrong);
            }
        });
    }
    running.clear();
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(right.load(), 10'000);
    const auto status = pool.status();
    QVERIFY(status.workers.size() <= std::size_t(workers));
    QCOMPARE(status.idle, int(status.workers.size()));
    QCOMPARE(status.hostsStarted, 1);
}

void TestWorkerPool::crashStorm()
{
    const qsizetype before = openDescriptors();
    const auto childrenBefore = childrenOf(getpid(), false);
    {
        WorkerPool pool(withWorkers(3));
        std::atomic_int lost = 0;
        std::atomic_int answered = 0;
        std::vector<std::jthread> running;
        for (int thread = 0; thread < 4; ++thread) {
            running.emplace_back([&] {
                for (int i = 0; i < 50; ++i) {
                    lost += ask(pool, i % 2 ? "abort" : "exit").startsWith("lost");
                    answered += ask(pool, "echo", "x") == "ok: x";
                }
            });
        }
        running.clear();
        QCOMPARE(lost.load(), 200);
        QCOMPARE(answered.load(), 200);
        const auto status = pool.status();
        QCOMPARE(status.hostsStarted, 1);
        QVERIFY(status.workersStarted >= 200);
        QVERIFY(eventually([&] { return childrenOf(status.host, true) == QList<pid_t>(); }));
        QCOMPARE(childrenOf(status.host, false).size(), qsizetype(status.workers.size()));
        QVERIFY(status.workers.size() <= 3);
        // Its own ends: a socket to the host, the host itself, a socket for each worker.
        QVERIFY(openDescriptors() <= before + 2 + qsizetype(status.workers.size()));
        QVERIFY(QDir(u"/proc/self/fd"_s).exists());
    }
    QCOMPARE(openDescriptors(), before);
    QCOMPARE(childrenOf(getpid(), false), childrenBefore);
}

void TestWorkerPool::hostKilled()
{
    WorkerPool pool(withWorkers(2));
    for (int round = 1; round <= 3; ++round) {
        QCOMPARE(ask(pool, "echo", "x"), "ok: x");
        const auto status = pool.status();
        QByteArray beside;
        {
            std::jthread other([&] { beside = ask(pool, "loop"); });
            QVERIFY(eventually([&] { return pool.status().idle == 0; }));
            QTest::qWait(20);
            QCOMPARE(::kill(status.host, SIGKILL), 0);
        }
        QCOMPARE(beside, "lost: host");
        QCOMPARE(ask(pool, "echo", "again"), "ok: again");
        QCOMPARE(pool.status().hostsStarted, round + 1);
        for (const pid_t pid : status.workers)
            QVERIFY(eventually([&] { return isGone(pid); }));
    }
    QCOMPARE(childrenOf(getpid(), true), QList<pid_t>());
}

void TestWorkerPool::hostThatDoesNotStart_data()
{
    QTest::addColumn<QByteArray>("program");
    QTest::newRow("none") << "/nowhere/at/all"_ba;
    QTest::newRow("another") << "/bin/false"_ba;
    QTest::newRow("no program") << "/etc/passwd"_ba;
}

void TestWorkerPool::hostThatDoesNotStart()
{
    QFETCH(const QByteArray, program);
    WorkerPool::Options options = withWorkers(1);
    options.program = program;
    WorkerPool pool(options);
    for (int i = 0; i < 20; ++i)
        QVERIFY(ask(pool, "echo").startsWith("unavailable"));
    QVERIFY(pool.status().hostsStarted <= 8);
    QVERIFY(!pool.sandbox());
}

void TestWorkerPool::hostThatKeepsDying()
{
    WorkerPool pool(withWorkers(1));
    QElapsedTimer timer;
    timer.start();
    int answered = 0;
    for (int i = 0; i < 12; ++i) {
        if (ask(pool, "echo", "x") == "ok: x")
            ++answered;
        if (const pid_t host = pool.status().host)
            ::kill(host, SIGKILL);
        QVERIFY(eventually([&] { return pool.status().host == 0; }));
    }
    if (timer.elapsed() > 25'000)
        QSKIP("this machine is too busy: the starts are counted over 30 seconds");
    QCOMPARE(answered, 8);
    QCOMPARE(ask(pool, "echo", "x"), "unavailable: too many starts");
}

void TestWorkerPool::idleWorkerKilled()
{
    WorkerPool pool(withWorkers(1));
    QCOMPARE(ask(pool, "echo", "x"), "ok: x");
    const pid_t worker = pool.status().workers.front();
    ::kill(worker, SIGKILL);
    QVERIFY(eventually([&] { return isGone(worker); }));
    QCOMPARE(ask(pool, "echo", "y"), "ok: y");
    QCOMPARE(pool.status().workersStarted, 2);
    QCOMPARE(pool.status().hostsStarted, 1);
}

// The host and a worker that never looks at its channel end with the program that wanted them.
void TestWorkerPool::clientKilled()
{
    QProcess client;
    client.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(s_clientArgument)});
    QVERIFY(client.waitForStarted());
    QByteArray line;
    while (!line.endsWith('\n')) {
        QVERIFY(client.waitForReadyRead(20'000));
        line += client.readAllStandardOutput();
    }
    const QByteArrayList pids = line.trimmed().split(' ');
    QCOMPARE(pids.size(), 3);
    for (const QByteArray &pid : pids)
        QVERIFY(!isGone(pid.toInt()));
    client.kill();
    QVERIFY(client.waitForFinished());
    for (const QByteArray &pid : pids)
        QVERIFY(eventually([&] { return isGone(pid.toInt()); }));
}

void TestWorkerPool::cancelled()
{
    WorkerPool pool(withWorkers(1));
    QCOMPARE(ask(pool, "echo", "x"), "ok: x");
    const pid_t worker = pool.status().workers.front();
    std::atomic_bool cancel = false;
    std::jthread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        cancel = true;
    });
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(resultOf(pool.call({.op = "loop", .cancel = &cancel})), "cancelled");
    QVERIFY(timer.elapsed() < 20'000);
    QVERIFY(eventually([&] { return isGone(worker); }));
    QCOMPARE(ask(pool, "echo", "after"), "ok: after");
    // Before it begins: the worker is kept.
    QCOMPARE(resultOf(pool.call({.op = "echo", .cancel = &cancel})), "cancelled");
    QCOMPARE(pool.status().workersStarted, 2);
    Worker::LocalPool local(workerHandlers());
    QCOMPARE(resultOf(local.call({.op = "echo", .cancel = &cancel})), "cancelled");
}

void TestWorkerPool::cancelledWhileWaiting()
{
    WorkerPool pool(withWorkers(1));
    std::atomic_bool cancel = false;
    QByteArray beside;
    std::jthread busy([&] { beside = ask(pool, "slow", "1000"); });
    QVERIFY(eventually([&] { return pool.status().workersStarted == 1; }));
    std::jthread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        cancel = true;
    });
    QCOMPARE(resultOf(pool.call({.op = "echo", .cancel = &cancel})), "cancelled");
    QCOMPARE(pool.status().workersStarted, 1);
    busy.join();
    QCOMPARE(beside, "ok: slept");
}

void TestWorkerPool::timedOut()
{
    WorkerPool::Options options = withWorkers(1);
    options.timeout = std::chrono::milliseconds(150);
    WorkerPool pool(options);
    QVERIFY(pool.sandbox()); // one is there
    const pid_t worker = pool.status().workers.front();
    QCOMPARE(ask(pool, "slow", "60000"), "timed-out");
    QVERIFY(eventually([&] { return isGone(worker); }));
    // A call's own.
    QCOMPARE(resultOf(pool.call({.op = "slow", .bytes = "400", .timeout = std::chrono::seconds(20)})), "ok: slept");
    QCOMPARE(pool.status().workersStarted, 2);
}

void TestWorkerPool::closedDuringCalls()
{
    WorkerPool pool(withWorkers(2));
    std::array<QByteArray, 4> results; // two of them wait for a worker
    {
        std::vector<std::jthread> running;
        for (QByteArray &result : results)
            running.emplace_back([&] { result = ask(pool, "loop"); });
        QVERIFY(eventually([&] { return pool.status().workers.size() == 2uz; }));
        QTest::qWait(50);
        const auto status = pool.status();
        pool.close();
        QVERIFY(isGone(status.host));
        for (const pid_t pid : status.workers)
            QVERIFY(isGone(pid));
    }
    for (const QByteArray &result : results)
        QCOMPARE(result, "closed");
    QCOMPARE(ask(pool, "echo"), "closed");
    pool.close();
    QVERIFY(pool.status().workers.empty());
}

void TestWorkerPool::recycled()
{
    WorkerPool::Options options = withWorkers(1);
    options.recycleAfter = 5;
    options.recycleMemory = 400 << 20;
    WorkerPool pool(options);
    for (int i = 0; i < 23; ++i)
        QCOMPARE(ask(pool, "echo", "x"), "ok: x");
    QCOMPARE(pool.status().workersStarted, 5);
    // One that grew large does not stay.
    QCOMPARE(ask(pool, "allocate", QByteArray::number(500 << 20)), "ok: x");
    QCOMPARE(pool.status().idle, 0);
    QVERIFY(pool.status().workers.empty());
    // Nor does one that shares much.
    std::vector<std::byte> output(150'000'000);
    QVERIFY(pool.call({.op = "fill", .output = output}));
    QCOMPARE(pool.status().idle, 0);
    QCOMPARE(ask(pool, "echo", "x"), "ok: x");
    QCOMPARE(pool.status().idle, 1);
}

void TestWorkerPool::warmedUpAndTrimmed()
{
    WorkerPool pool(withWorkers(3));
    pool.warmUp(2);
    pool.warmUp(2);
    QVERIFY(eventually([&] { return pool.status().idle == 2; }));
    const auto status = pool.status();
    QCOMPARE(ask(pool, "echo", "x"), "ok: x");
    QCOMPARE(pool.status().workersStarted, 2);
    pool.trim();
    QVERIFY(pool.status().workers.empty());
    for (const pid_t pid : status.workers)
        QVERIFY(eventually([&] { return isGone(pid); }));
    QVERIFY(!isGone(status.host));
    QCOMPARE(ask(pool, "echo", "x"), "ok: x");
    // Again, as when the vault is unlocked again.
    pool.trim();
    pool.warmUp(3);
    QVERIFY(eventually([&] { return pool.status().idle == 3; }));
    pool.warmUp(2);
    // One that is at work is not kept either.
    QByteArray beside;
    {
        std::jthread other([&] { beside = ask(pool, "slow", "300"); });
        QVERIFY(eventually([&] { return pool.status().idle == 2; }));
        pool.trim();
    }
    QCOMPARE(beside, "ok: slept");
    QVERIFY(pool.status().workers.empty());
    WorkerPool unused(withWorkers(2));
    unused.warmUp(2); // and closed at once
}

// Measured, not judged: the machine may be busy.
void TestWorkerPool::latencies()
{
    QElapsedTimer timer;
    timer.start();
    WorkerPool pool(withWorkers(1));
    QCOMPARE(ask(pool, "echo", "x"), "ok: x");
    qInfo("first call, host and worker started: %.1f ms", double(timer.nsecsElapsed()) / 1e6);
    const auto median = [&](const char *name, int rounds, const auto &work) {
        std::vector<qint64> times;
        for (int i = 0; i < rounds; ++i) {
            timer.restart();
            work();
            times.push_back(timer.nsecsElapsed());
        }
        std::ranges::sort(times);
        qInfo("%s: median %.0f us, best %.0f us", name, double(times[times.size() / 2]) / 1e3, double(times[0]) / 1e3);
    };
    median("new worker (after one was ended)", 20, [&] {
        pool.trim();
        QCOMPARE(ask(pool, "echo", "x"), "ok: x");
    });
    median("echo", 1000, [&] { QCOMPARE(ask(pool, "echo", "x"), "ok: x"); });
    const QByteArray request(3'000, 'r');
    const QByteArray size("20000");
    const std::array<QByteArrayView, 1> parameters{request};
    median("3 KB request, 20 KB reply", 1000, [&] {
        const auto reply = pool.call({.op = "big", .bytes = size, .inputs = parameters});
        QVERIFY(reply && reply->bytes.size() == 20'000);
    });
    const QByteArray frame = randomBytes(512 * 1024, 3);
    const std::array<QByteArrayView, 1> inputs{frame};
    std::vector<std::byte> output(std::size_t(frame.size()));
    median("512 KiB in shared memory, to the worker", 500,
           [&] { QVERIFY(pool.call({.op = "slow", .bytes = "0", .inputs = inputs})); });
    median("512 KiB in shared memory, there and back", 500,
           [&] { QVERIFY(pool.call({.op = "copy", .inputs = inputs, .output = output})); });
}

namespace {

// A program with a worker that never comes back; prints its own process, the host and the worker, and waits.
int runClient()
{
    WorkerPool pool(withWorkers(1));
    std::jthread endless([&] { (void)ask(pool, "loop"); });
    while (pool.status().workers.empty())
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    const auto status = pool.status();
    std::printf("%d %d %d\n", getpid(), status.host, status.workers.front());
    std::fflush(stdout);
    std::this_thread::sleep_for(std::chrono::minutes(2));
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    if (Worker::isHost(argc, argv))
        return Worker::runHost(argc, argv, workerHandlers());
    if (argc == 2 && std::strcmp(argv[1], s_clientArgument) == 0)
        return runClient();
    QCoreApplication application(argc, argv);
    TestWorkerPool test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_workerpool.moc"
