// SPDX-License-Identifier: Apache-2.0
#include "files/FileWalker.h"
#include "support/ZipWriter.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>
#include <unistd.h>

using namespace Chartline;
using Test::deflated;
using Test::ZipWriter;

namespace {

struct Walked
{
    QStringList files; // path=contents, or path!error
    QStringList groups;
    QStringList refusals;
};

Walked walk(const QStringList &paths, const ArchiveLimits &limits = {}, int stopAfter = -1)
{
    Walked walked;
    WalkCallbacks callbacks;
    callbacks.file = [&](InputItem &item) {
        QByteArray contents;
        QString problem;
        // Twice, as an import does; what comes out counts once.
        for (int pass = 0; pass < 2 && problem.isEmpty(); ++pass) {
            contents.clear();
            auto stream = item.open();
            if (!stream) {
                problem = errorCodeName(stream.error().code);
                break;
            }
            char buffer[1000];
            while (true) {
                const auto got = (*stream)->read(buffer);
                if (!got)
                    problem = errorCodeName(got.error().code);
                if (!got || *got == 0)
                    break;
                if (contents.size() < 100)
                    contents.append(buffer, *got);
            }
        }
        walked.files << item.path
                            + (problem.isEmpty() ? QLatin1Char('=') + QString::fromUtf8(contents.left(20))
                                                 : QLatin1Char('!') + problem);
        walked.groups << item.group;
        return stopAfter < 0 || walked.files.size() < stopAfter;
    };
    callbacks.refuse = [&](const Refusal &refusal) {
        walked.refusals << refusal.path + QLatin1Char('!') + errorCodeName(refusal.error.code);
    };
    FileWalker(limits).walk(paths, callbacks);
    return walked;
}

} // namespace

class TestFileWalker : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;

    QString put(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_dir->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the fixture");
        return path;
    }
    Walked walkZip(const QByteArray &bytes, const ArchiveLimits &limits = {})
    {
        const QString path = put(QStringLiteral("a.zip"), bytes);
        Walked walked = walk({path}, limits);
        for (QStringList *list : {&walked.files, &walked.refusals})
            list->replaceInStrings(m_dir->path() + QLatin1Char('/'), QString());
        return walked;
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void folders()
    {
        put(QStringLiteral("b/Patient/2.json"), "2");
        put(QStringLiteral("b/Patient/1.json"), "1");
        put(QStringLiteral("b/B.json"), "B");
        put(QStringLiteral("b/a.json"), "a");
        put(QStringLiteral("b/.hidden.json"), "h");
        put(QStringLiteral("b/.store/x"), "x");
        put(QStringLiteral("b/.DS_Store"), "x");
        const QString root = m_dir->filePath(QStringLiteral("b"));
        const Walked walked = walk({root + QLatin1Char('/')});
        QCOMPARE(walked.files,
                 (QStringList{root + QStringLiteral("/.hidden.json=h"), root + QStringLiteral("/B.json=B"),
                              root + QStringLiteral("/Patient/1.json=1"), root + QStringLiteral("/Patient/2.json=2"),
                              root + QStringLiteral("/a.json=a")}));
        QCOMPARE(walked.refusals, (QStringList{root + QStringLiteral("/.store!input-unsupported")}));
        const QString group = QFileInfo(root).canonicalFilePath();
        for (const QString &each : walked.groups)
            QCOMPARE(each, group);
        QCOMPARE(walk({root}, {}, 2).files.size(), 2);
    }

    void linksAndSpecialFiles()
    {
        const QString inside = put(QStringLiteral("b/a.json"), "a");
        const QString outside = put(QStringLiteral("secret.json"), "s");
        const QString root = m_dir->filePath(QStringLiteral("b"));
        QVERIFY(QFile::link(inside, root + QStringLiteral("/l1")));
        QVERIFY(QFile::link(outside, root + QStringLiteral("/l2")));
        QVERIFY(QFile::link(root, root + QStringLiteral("/loop")));
        QVERIFY(QFile::link(m_dir->path(), root + QStringLiteral("/up")));
        QVERIFY(QFile::link(QStringLiteral("/nowhere/at/all"), root + QStringLiteral("/void")));
        QCOMPARE(mkfifo(QFile::encodeName(root + QStringLiteral("/pipe")).constData(), 0600), 0);
        const Walked walked = walk({root, m_dir->filePath(QStringLiteral("none"))});
        QCOMPARE(walked.files, QStringList{root + QStringLiteral("/a.json=a")});
        QCOMPARE(walked.refusals,
                 (QStringList{
                     root + QStringLiteral("/l2!input-unsupported"), root + QStringLiteral("/pipe!input-unsupported"),
                     root + QStringLiteral("/up!input-unsupported"), root + QStringLiteral("/void!file-not-found"),
                     m_dir->filePath(QStringLiteral("none")) + QStringLiteral("!file-not-found")}));
    }

    void unreadable()
    {
        if (geteuid() == 0)
            QSKIP("the superuser reads everything");
        const QString path = put(QStringLiteral("a.json"), "a");
        QFile::setPermissions(path, {});
        QCOMPARE(walk({path}).refusals, QStringList{path + QStringLiteral("!file-not-readable")});
    }

    void archive()
    {
        ZipWriter zip;
        zip.add("b/2.json", "two");
        zip.add("b/", "");
        zip.add("__MACOSX/._x", "x");
        zip.add("1.json", QByteArray(500, '1'), deflated(QByteArray(500, '1')));
        zip.add("\xc3\xa4.json", "u", {}, 0x0800);
        const Walked walked = walkZip(zip.finish());
        QCOMPARE(walked.files, (QStringList{QStringLiteral("a.zip/1.json=") + QString(20, QLatin1Char('1')),
                                            QStringLiteral("a.zip/b/2.json=two"), QStringLiteral("a.zip/ä.json=u")}));
        QCOMPARE(walked.refusals, QStringList());
        QCOMPARE(walked.groups[0], QFileInfo(m_dir->filePath(QStringLiteral("a.zip"))).canonicalFilePath());
    }

    void pathTricks_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"../x", "a/../../x", "/etc/x", "C:/x", "c:x", "a\\x", "..\\x", "a/.."})
            QTest::newRow(name) << QByteArray(name);
    }
    void pathTricks()
    {
        QFETCH(QByteArray, name);
        ZipWriter zip;
        zip.add(name, "bad");
        zip.add("ok.json", "good");
        const Walked walked = walkZip(zip.finish());
        QCOMPARE(walked.files, QStringList{QStringLiteral("a.zip/ok.json=good")});
        QCOMPARE(walked.refusals.size(), 1);
        QVERIFY(walked.refusals[0].endsWith(QLatin1StringView("!archive-path-escapes")));
    }

    void badEntries()
    {
        ZipWriter zip;
        zip.add("encrypted", QByteArray(20, 'e'), {}, 1);
        zip.add("link", "/etc/passwd", {}, 0, quint32(0120777) << 16);
        zip.add("damaged", QByteArray(500, '1'), "no deflate");
        zip.add("ok", "good");
        const Walked walked = walkZip(zip.finish());
        QCOMPARE(walked.files, QStringList{QStringLiteral("a.zip/ok=good")});
        QCOMPARE(walked.refusals, (QStringList{QStringLiteral("a.zip/damaged!archive-damaged"),
                                               QStringLiteral("a.zip/encrypted!archive-encrypted"),
                                               QStringLiteral("a.zip/link!input-unsupported")}));
    }

    void wrongChecksum()
    {
        ZipWriter zip;
        zip.add("a", "contents");
        QByteArray bytes = zip.finish();
        bytes.replace("contents", "CONTENTS");
        QCOMPARE(walkZip(bytes).files, QStringList{QStringLiteral("a.zip/a!archive-damaged")});
    }

    void cutAnywhere()
    {
        ZipWriter zip;
        zip.add("a", "contents");
        const QByteArray bytes = zip.finish();
        for (qsizetype i = 4; i < bytes.size(); ++i) {
            const Walked walked = walkZip(bytes.left(i));
            QCOMPARE(walked.files, QStringList());
            QCOMPARE(walked.refusals, QStringList{QStringLiteral("a.zip!archive-damaged")});
        }
    }

    void nested()
    {
        QByteArray bytes;
        for (const char *name : {"x.json", "3.zip", "2.dat", "1.zip"}) {
            ZipWriter zip;
            zip.add(name, bytes.isEmpty() ? QByteArray("deep") : bytes);
            bytes = zip.finish();
        }
        const Walked deep = walkZip(bytes);
        QCOMPARE(deep.files, QStringList());
        QCOMPARE(deep.refusals, QStringList{QStringLiteral("a.zip/1.zip/2.dat/3.zip!archive-too-deep")});
        ArchiveLimits limits;
        limits.depth = 4;
        QCOMPARE(walkZip(bytes, limits).files, QStringList{QStringLiteral("a.zip/1.zip/2.dat/3.zip/x.json=deep")});
    }

    void limits()
    {
        ArchiveLimits limits;
        limits.entries = 3;
        ZipWriter inner;
        inner.add("a", "1");
        inner.add("b", "2");
        ZipWriter outer;
        outer.add("i.zip", inner.finish());
        QCOMPARE(walkZip(outer.finish(), limits).files.size(), 2);
        outer.add("j", "3");
        QCOMPARE(walkZip(outer.finish(), limits).refusals,
                 QStringList{QStringLiteral("a.zip!archive-too-many-entries")});
        limits = {};
        limits.totalBytes = 1500;
        ZipWriter total;
        total.add("a", QByteArray(1000, 'a'));
        total.add("b", QByteArray(1000, 'b'));
        total.add("c", "c");
        const Walked walked = walkZip(total.finish(), limits);
        QCOMPARE(walked.files.size(), 2);
        QVERIFY(walked.files[1].endsWith(QLatin1StringView("!archive-too-large")));
        QCOMPARE(walked.refusals, QStringList{QStringLiteral("a.zip!archive-too-large")});
    }

    void bomb()
    {
        ArchiveLimits limits;
        limits.ratioFloor = 1024 * 1024;
        const QByteArray zeros(3 * 1024 * 1024, '\0');
        ZipWriter zip;
        zip.add("a", zeros, deflated(zeros));
        zip.add("b", "b");
        const Walked walked = walkZip(zip.finish(), limits);
        QCOMPARE(walked.files, QStringList{QStringLiteral("a.zip/a!archive-ratio")});
        QCOMPARE(walked.refusals, QStringList{QStringLiteral("a.zip!archive-ratio")});
        // In an archive in it, sharing the count.
        ZipWriter outer;
        outer.add("n.zip", zip.finish());
        const Walked nested = walkZip(outer.finish(), limits);
        QCOMPARE(nested.files, QStringList{QStringLiteral("a.zip/n.zip/a!archive-ratio")});
        QCOMPARE(nested.refusals, QStringList{QStringLiteral("a.zip!archive-ratio")});
    }
};

QTEST_GUILESS_MAIN(TestFileWalker)
#include "tst_filewalker.moc"
