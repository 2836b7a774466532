// SPDX-License-Identifier: Apache-2.0
#include "reliability/WorkerTest.h"
#include "worker/LocalPool.h"

#include <QScopeGuard>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>

using namespace Chartline;
using namespace Chartline::Test;
using Worker::Call;
using Worker::WorkerPool;

// What one worker does and cannot do.
class TestWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("CHARTLINE_TEST_SECRET", "of the client"); }
    void answers_data();
    void answers();
    void limits();
    void frames_data();
    void frames();
    void arenasShowNothingOld();
    void sandboxIsReported();
    void landlockAlone();
    void environmentIsEmpty();
    void timeZoneIsTheClients();
    void attacks_data();
    void attacks();
    void lies_data();
    void lies();
    void unaskedAnswer();
};

// The same in a worker and in this process.
void TestWorker::answers_data()
{
    QTest::addColumn<bool>("local");
    QTest::addColumn<QByteArray>("op");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    for (const bool local : {false, true}) {
        const auto row = [local](const char *name, const char *op, const QByteArray &bytes,
                                 const QByteArray &expected) {
            QTest::addRow("%s %s", local ? "local" : "worker", name) << local << QByteArray(op) << bytes << expected;
        };
        row("echo", "echo", "abc\0def"_ba, "ok: abc\0def"_ba);
        row("nothing", "echo", "", "ok: ");
        row("large", "echo", QByteArray(5'000'000, 'e'), "ok: " + QByteArray(5'000'000, 'e'));
        row("threads", "threads", "", "ok: 10");
        row("refused", "refuse", "", "refused: truncated: frame?3??" + QByteArray(1024 - 9, 'd'));
        row("threw", "throw", "", "threw: St13runtime_error");
        row("threw a number", "throw-int", "", "threw");
        row("unknown", "nonsense", "", "unknown-op");
        row("reply too large", "big", QByteArray::number(Worker::s_maxReplySize + 1), "too-large: reply");
        row("more than the output", "fill", "1", "protocol: output");
        row("less than nothing", "fill", "-1", "protocol: output");
    }
}

void TestWorker::answers()
{
    QFETCH(const bool, local);
    QFETCH(const QByteArray, op);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, expected);
    std::unique_ptr<Worker::Caller> caller;
    if (local)
        caller = std::make_unique<Worker::LocalPool>(workerHandlers());
    else
        caller = std::make_unique<WorkerPool>(withWorkers(1));
    for (int i = 0; i < 2; ++i) {
        const QByteArray result = ask(*caller, op, bytes);
        QVERIFY2(result == expected, result.left(200).constData());
    }
    QCOMPARE(ask(*caller, "echo", "after"), "ok: after");
}

void TestWorker::limits()
{
    WorkerPool pool(withWorkers(1));
    QCOMPARE(ask(pool, ""), "too-large: op");
    QCOMPARE(ask(pool, QByteArray(65, 'o')), "too-large: op");
    QCOMPARE(ask(pool, "echo", QByteArray(Worker::s_maxRequestSize + 1, 'r')), "too-large: request");
    // Refused by their sizes alone.
    const char byte = 0;
    const QByteArrayView huge(&byte, Worker::s_maxInputsSize / 2 + 1);
    const std::array two{huge, huge};
    QCOMPARE(resultOf(pool.call({.op = "echo", .inputs = two})), "too-large: inputs");
    const std::vector<QByteArrayView> many(std::size_t(Worker::s_maxInputs + 1));
    QCOMPARE(resultOf(pool.call({.op = "echo", .inputs = many})), "too-large: inputs");
    std::byte output{};
    QCOMPARE(resultOf(pool.call({.op = "echo", .output = {&output, std::size_t(Worker::s_maxOutputSize) + 1}})),
             "too-large: output");
    QCOMPARE(pool.status().hostsStarted, 0);
    // The largest are taken.
    const QByteArray large = randomBytes(Worker::s_maxRequestSize, 1);
    const auto reply = pool.call({.op = "echo", .bytes = large});
    QVERIFY(reply && reply->bytes == large);
    const std::vector<QByteArrayView> most(std::size_t(Worker::s_maxInputs), QByteArrayView("x"));
    const auto joined = pool.call({.op = "echo", .inputs = most});
    QVERIFY(joined && joined->bytes == QByteArray(Worker::s_maxInputs, 'x'));
}

void TestWorker::frames_data()
{
    QTest::addColumn<qsizetype>("size");
    for (const qsizetype size : {1, 63, 4096, 512 * 1024, 1024 * 1024, 1024 * 1024 + 1, 90'000'000})
        QTest::addRow("%lld", qint64(size)) << size;
}

// Forth and back through shared memory, growing and shrinking in one worker.
void TestWorker::frames()
{
    QFETCH(const qsizetype, size);
    WorkerPool pool(withWorkers(1));
    for (const qsizetype each : {size, qsizetype(100), size / 2 + 1, size}) {
        const QByteArray frame = randomBytes(each, quint32(each));
        std::vector<std::byte> output(std::size_t(each) + 10, std::byte{0x55});
        const std::array<QByteArrayView, 2> inputs{frame, "second"};
        const auto reply = pool.call({.op = "backwards", .inputs = inputs, .output = output});
        QVERIFY2(reply, resultOf(reply).constData());
        QCOMPARE(reply->outputUsed, each);
        QVERIFY(viewed(output) == reversed(frame) + QByteArray(10, '\0'));
    }
}

// What one call leaves in shared memory is not there for the next.
void TestWorker::arenasShowNothingOld()
{
    WorkerPool pool(withWorkers(1));
    constexpr std::size_t size = 300'000;
    const QByteArray secret(qsizetype(size), 's');
    const std::array<QByteArrayView, 1> large{secret};
    std::vector<std::byte> output(size);
    QVERIFY(pool.call({.op = "fill", .inputs = large, .output = output}));
    QCOMPARE(viewed(output), QByteArray(qsizetype(size), '\xAA'));
    const std::array<QByteArrayView, 1> small{"tiny"};
    const auto seen = pool.call({.op = "peek", .inputs = small, .output = output});
    QVERIFY2(seen, resultOf(seen).constData());
    QVERIFY(seen->bytes == QByteArray(qsizetype(size) + 4096, '\0'));
    QVERIFY(viewed(output) == QByteArray(qsizetype(size), '\0'));
    QCOMPARE(pool.status().workersStarted, 1);
    // What a handler fills beyond what it says, and what one fills that then fails, does not come out.
    std::ranges::fill(output, std::byte{0x55});
    const auto partly = pool.call({.op = "fill", .bytes = "1000", .output = output});
    QVERIFY(partly && partly->outputUsed == 1000);
    QVERIFY(viewed(output) == QByteArray(1000, '\xAA') + QByteArray(qsizetype(size) - 1000, '\0'));
    std::ranges::fill(output, std::byte{0x55});
    QCOMPARE(resultOf(pool.call({.op = "fill", .bytes = "300001", .output = output})), "protocol: output");
    QVERIFY(viewed(output) == QByteArray(qsizetype(size), '\x55'));
}

void TestWorker::sandboxIsReported()
{
    WorkerPool pool(withWorkers(1));
    const auto state = pool.sandbox();
    QVERIFY2(state, state ? "" : state.error().text().constData());
    qInfo("sandbox: %s", state->text().constData());
    QVERIFY(state->seccomp);
    QVERIFY(state->noNewPrivileges);
    QVERIFY(state->noCapabilities);
    QVERIFY(state->isConfined());
    QVERIFY(state->text().startsWith("seccomp"));
#ifndef CHARTLINE_SANITIZED
    QVERIFY(state->memoryLimit);
#endif
    QCOMPARE(Worker::SandboxState().text(), "none");
    QVERIFY(!Worker::SandboxState().isConfined());
    // As the kernel sees it.
    const auto status = pool.status();
    QCOMPARE(status.workers.size(), 1uz);
    QFile file(u"/proc/%1/status"_s.arg(status.workers.front()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray seen = file.readAll();
    QVERIFY(seen.contains("Seccomp:\t2\n"));
    QVERIFY(seen.contains("NoNewPrivs:\t1\n"));
    QVERIFY(seen.contains("CapEff:\t0000000000000000\n"));
}

// Where there is no seccomp, this is what keeps files and network away.
void TestWorker::landlockAlone()
{
    if (syscall(SYS_landlock_create_ruleset, nullptr, 0, 1u) < 1)
        QSKIP("this kernel has no Landlock");
    // As a worker has it: open already, and to be used on.
    const Worker::Descriptor open(::open("/dev/zero", O_RDONLY));
    const pid_t child = ::fork();
    if (child == 0) {
        prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        const int level = Worker::restrictByLandlock();
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(1);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int tcp = ::socket(AF_INET, SOCK_STREAM, 0);
        char byte = 0;
        const auto isDenied = [](long result, int error) { return result < 0 && errno == error; };
        const std::array holds{
            level > 0,
            isDenied(::open("/etc/passwd", O_RDONLY), EACCES),
            isDenied(::open("/", O_RDONLY | O_DIRECTORY), EACCES),
            isDenied(::open("/tmp/chartline-worker-was-here", O_WRONLY | O_CREAT, 0600), EACCES),
            isDenied(::mkdir("/tmp/chartline-worker-was-here", 0700), EACCES),
            level < 4 || isDenied(::connect(tcp, reinterpret_cast<sockaddr *>(&address), sizeof(address)), EACCES),
            level < 6 || isDenied(::kill(::getppid(), 0), EPERM),
            ::read(open.get(), &byte, 1) == 1};
        const auto wrong = std::ranges::find(holds, false);
        ::_exit(wrong == holds.end() ? 0 : int(wrong - holds.begin()) + 1);
    }
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
}

void TestWorker::environmentIsEmpty()
{
    WorkerPool::Options options = withWorkers(1);
    options.environment = {"EXTRA=given"};
    WorkerPool pool(options);
    const QByteArray result = ask(pool, "environment");
    QVERIFY(result.startsWith("ok: "));
    QVERIFY(!result.contains("SECRET"));
    QVERIFY(!result.contains("HOME=") && !result.contains("USER="));
    QVERIFY(result.contains("EXTRA=given") && result.contains("LC_ALL=C.UTF-8") && result.contains("PREPARED=once"));
}

// A worker cannot read the file of the time zone and has it nevertheless.
void TestWorker::timeZoneIsTheClients()
{
    const QString zones = u"/usr/share/zoneinfo/"_s;
    const QByteArray before = qgetenv("TZ");
    const bool wasSet = qEnvironmentVariableIsSet("TZ");
    const auto restore = qScopeGuard([&] {
        wasSet ? qputenv("TZ", before) : qunsetenv("TZ");
        tzset();
    });
    int different = 0;
    for (const char *zone : {"", "America/New_York", "Asia/Kolkata"}) {
        if (*zone && !QFile::exists(zones + QLatin1StringView(zone)))
            continue;
        *zone ? qputenv("TZ", zone) : qunsetenv("TZ"); // unset: the machine's own
        tzset();
        WorkerPool pool(withWorkers(1));
        for (const std::time_t time : {1'736'899'200, 1'752'537'600}) { // a winter and a summer day, 0:00 UTC
            std::tm parts{};
            localtime_r(&time, &parts);
            different += parts.tm_hour != 0;
            QCOMPARE(ask(pool, "hour", QByteArray::number(qint64(time))),
                     "ok: " + QByteArray::number(parts.tm_hour) + ':' + QByteArray::number(parts.tm_min));
        }
    }
    if (different == 0)
        QSKIP("this machine knows no time zones but UTC");
}

void TestWorker::attacks_data()
{
    QTest::addColumn<QByteArray>("op");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray forbidden = "lost: signal 31"; // SIGSYS
    const QByteArray denied = "ok: errno 1"; // EPERM
    for (const char *what : {"create", "truncate", "write", "unlink", "socket", "unix-socket", "exec", "kill-parent",
                             "kill-all", "ptrace", "pidfd"})
        QTest::newRow(what) << "attack"_ba << QByteArray(what) << forbidden;
    for (const char *what : {"open", "proc", "list", "stat", "limits", "executable", "shared-memory"})
        QTest::newRow(what) << "attack"_ba << QByteArray(what) << denied;
    QTest::newRow("write-input") << "attack"_ba << "write-input"_ba << "ok: errno 13"_ba;
    QTest::newRow("fork bomb") << "fork"_ba << ""_ba << forbidden;
    QTest::newRow("exit") << "exit"_ba << ""_ba << "lost: exit 7"_ba;
#ifndef CHARTLINE_SANITIZED // which answers these itself, in its own way
    QTest::newRow("null") << "null"_ba << ""_ba << "lost: signal 11"_ba;
    QTest::newRow("abort") << "abort"_ba << ""_ba << "lost: signal 6"_ba;
    QTest::newRow("recursion") << "recurse"_ba << ""_ba << "lost: signal 11"_ba;
    QTest::newRow("8 GiB") << "allocate"_ba << QByteArray::number(qint64(8) << 30) << "out-of-memory"_ba;
    QTest::newRow("thread bomb") << "thread-bomb"_ba << ""_ba << "threw: St12system_error"_ba;
#endif
    QTest::newRow("endless") << "loop"_ba << ""_ba << "timed-out"_ba;
}

// Each is stopped, and costs that call only: those before, beside and after it are answered.
void TestWorker::attacks()
{
    QFETCH(const QByteArray, op);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, expected);
    WorkerPool pool(withWorkers(2));
    QCOMPARE(ask(pool, "echo", "before"), "ok: before");
    const pid_t host = pool.status().host;
    QByteArray beside;
    {
        std::jthread other([&] { beside = ask(pool, "slow", "300"); });
        const std::array<QByteArrayView, 1> inputs{"input"};
        Call call{.op = op, .bytes = bytes, .inputs = inputs};
        if (op == "loop")
            call.timeout = std::chrono::milliseconds(200);
        QCOMPARE(resultOf(pool.call(call)), expected);
    }
    QCOMPARE(beside, "ok: slept");
    QCOMPARE(ask(pool, "echo", "after"), "ok: after");
    QCOMPARE(pool.status().host, host);
    QCOMPARE(pool.status().hostsStarted, 1);
    QVERIFY(!QFile::exists(u"/tmp/chartline-worker-was-here"_s));
}

void TestWorker::lies_data()
{
    QTest::addColumn<QByteArray>("expected");
    for (const char *what : {"size", "output", "id", "magic", "failure", "local-failure", "detail"})
        QTest::newRow(what) << "protocol: header"_ba;
    QTest::newRow("short") << "timed-out"_ba;
    QTest::newRow("close") << "ok: "_ba;
}

void TestWorker::lies()
{
    QFETCH(const QByteArray, expected);
    WorkerPool pool(withWorkers(1));
    std::vector<std::byte> output(1000);
    const QByteArray what = QTest::currentDataTag();
    if (what == "close") {
        // The answer counts; that the channel is closed behind it shows later, and costs another worker.
        QCOMPARE(resultOf(pool.call({.op = "lie", .bytes = what})), expected);
        QVERIFY(eventually([&] { return ask(pool, "echo", "x") == "ok: x"; }));
        QCOMPARE(pool.status().workersStarted, 2);
        return;
    }
    Call call{.op = "lie", .bytes = what, .output = output};
    if (what == "short")
        call.timeout = std::chrono::milliseconds(500);
    QCOMPARE(resultOf(pool.call(call)), expected);
    QCOMPARE(ask(pool, "echo", "after"), "ok: after");
    QCOMPARE(pool.status().workersStarted, 2);
}

// An answer nobody asked for is not taken for the next one's.
void TestWorker::unaskedAnswer()
{
    WorkerPool pool(withWorkers(1));
    QCOMPARE(ask(pool, "lie", "twice"), "ok: ");
    // Mostly seen before the next request is sent; where it comes later, its number is wrong.
    const QByteArray next = ask(pool, "echo", "mine");
    QVERIFY2(next == "ok: mine" || next == "protocol: header", next.constData());
    QCOMPARE(ask(pool, "echo", "mine"), "ok: mine");
    QCOMPARE(pool.status().workersStarted, 2);
}

int main(int argc, char *argv[])
{
    if (Worker::isHost(argc, argv))
        return Worker::runHost(argc, argv, workerHandlers());
    QCoreApplication application(argc, argv);
    TestWorker test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_worker.moc"
