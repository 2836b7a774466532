// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

// The program carries its own SQLCipher. None of its symbols may be visible to, or taken from, a plain libsqlite3 that
// some plug-in brings into the process: PRAGMA key is a silent no-op there.
class tst_Symbols : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noSqliteSymbolIsShared();
    void noPlainSqliteIsLinked();

private:
    [[nodiscard]] static QString program() { return QStringLiteral(CHARTLINE_BINARY_DIR "/bin/chartline"); }
    [[nodiscard]] static QString output(const QString &tool, const QStringList &arguments);
};

QString tst_Symbols::output(const QString &tool, const QStringList &arguments)
{
    QProcess process;
    process.start(tool, arguments);
    return process.waitForFinished(60'000) && process.exitCode() == 0
               ? QString::fromUtf8(process.readAllStandardOutput())
               : QString();
}

void tst_Symbols::noSqliteSymbolIsShared()
{
    if (!QFile::exists(program()))
        QSKIP("the program has not been built");
    if (QStandardPaths::findExecutable(QStringLiteral("nm")).isEmpty())
        QSKIP("no nm here");
    const QString dynamic = output(QStringLiteral("nm"), {QStringLiteral("-D"), program()});
    QVERIFY2(dynamic.contains(QStringLiteral("__libc_start_main")), "nm gave no dynamic symbols");
    static const QRegularExpression pattern(QStringLiteral("\\b(sqlite3|sqlcipher)\\w*"));
    QCOMPARE(pattern.match(dynamic).captured(), QString());
    // They are there, only hidden; a stripped program has no such table.
    const QString all = output(QStringLiteral("nm"), {program()});
    if (!all.isEmpty())
        QVERIFY(all.contains(QStringLiteral(" sqlite3_key_v2")));
}

void tst_Symbols::noPlainSqliteIsLinked()
{
    if (!QFile::exists(program()))
        QSKIP("the program has not been built");
    const QString headers = output(QStringLiteral("objdump"), {QStringLiteral("-p"), program()});
    if (headers.isEmpty())
        QSKIP("no objdump here");
    QVERIFY(headers.contains(QStringLiteral("NEEDED")));
    QVERIFY(!headers.contains(QStringLiteral("libsqlite3")));
    QVERIFY(!headers.contains(QStringLiteral("libsqlcipher")));
}

QTEST_GUILESS_MAIN(tst_Symbols)
#include "tst_symbols.moc"
