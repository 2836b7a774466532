// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reliability/WorkerHandlers.h"
#include "worker/Host.h"
#include "worker/WorkerPool.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

// What the tests of the workers share. Their program is also the host they start.
namespace Chartline::Test {

using namespace Qt::StringLiterals;

inline Worker::WorkerPool::Options withWorkers(int workers)
{
    Worker::WorkerPool::Options options;
    options.workers = workers;
    options.timeout = std::chrono::seconds(60);
    return options;
}

// "ok: <bytes>", or the failure.
inline QByteArray resultOf(const Worker::Expected<Worker::Reply> &reply)
{
    return reply ? "ok: " + reply->bytes : reply.error().text();
}

inline QByteArray ask(Worker::Caller &pool, QByteArrayView op, QByteArrayView bytes = {})
{
    return resultOf(pool.call({.op = op, .bytes = bytes}));
}

// The fields of /proc/PID/stat behind the name: state, parent, …
inline QByteArrayList statOf(pid_t pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    return text.mid(text.lastIndexOf(')') + 2).split(' ');
}

// All children of a process, or only those that have ended and were not waited for.
inline QList<pid_t> childrenOf(pid_t parent, bool onlyZombies)
{
    QList<pid_t> children;
    const QStringList entries = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &entry : entries) {
        const auto stat = statOf(entry.toInt());
        if (stat.size() > 1 && stat[1].toInt() == parent && (!onlyZombies || stat[0] == "Z"))
            children.append(entry.toInt());
    }
    return children;
}

inline bool isGone(pid_t pid)
{
    const auto stat = statOf(pid);
    return stat.isEmpty() || stat[0] == "Z" || stat[0] == "X";
}

inline qsizetype openDescriptors()
{
    return QDir(u"/proc/self/fd"_s).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
}

inline QByteArray randomBytes(qsizetype size, quint32 seed)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator random(seed);
    for (char &c : bytes)
        c = char(random.generate());
    return bytes;
}

inline QByteArray reversed(QByteArray bytes)
{
    std::ranges::reverse(bytes);
    return bytes;
}

inline QByteArray viewed(const std::vector<std::byte> &bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

// Waits for what happens in other processes.
inline bool eventually(const std::function<bool()> &condition)
{
    for (int i = 0; i < 2000; ++i) {
        if (condition())
            return true;
        QThread::msleep(10);
    }
    return false;
}

} // namespace Chartline::Test
