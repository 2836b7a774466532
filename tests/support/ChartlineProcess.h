// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace Chartline::Test {

// What one run of the program gave.
struct Ran
{
    int exitCode = -1; // -1: crashed or did not end in time
    QByteArray out;
    QByteArray err;
    [[nodiscard]] QJsonObject object() const;
    [[nodiscard]] QJsonArray array() const;
    // True where standard output is one JSON document and nothing else.
    [[nodiscard]] bool isOneDocument() const;
};

// Runs build/…/bin/chartline with a home, temporary folder and vault of its own. Unlocking takes a second by design:
// use it sparingly.
class ChartlineProcess
{
public:
    ChartlineProcess();

    [[nodiscard]] bool isValid() const { return m_folder.isValid(); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString vault() const { return path(QStringLiteral("vault")); }
    [[nodiscard]] QString passphraseFile() const { return path(QStringLiteral("passphrase")); }
    // Where another vault is to be used from now on.
    void setVault(const QString &folder) { m_vault = folder; }
    void setPassphraseFile(const QString &file) { m_passphraseFile = file; }

    // With --vault and --passphrase-file.
    [[nodiscard]] Ran run(const QStringList &arguments, int timeoutMs = 120'000) const;
    // Only what is given.
    [[nodiscard]] Ran runBare(const QStringList &arguments, int timeoutMs = 120'000) const;
    [[nodiscard]] QStringList withVault(const QStringList &arguments) const;
    // The environment of every run: HOME, TMPDIR and the XDG folders are within folder().
    [[nodiscard]] QProcessEnvironment environment() const;

    [[nodiscard]] static QString program();
    [[nodiscard]] static Ran finish(QProcess &process, int timeoutMs);

private:
    QTemporaryDir m_folder;
    QString m_vault;
    QString m_passphraseFile;
};

// Writes a file, with the folders above it.
[[nodiscard]] bool writeFile(const QString &path, const QByteArray &bytes);
[[nodiscard]] QByteArray readFile(const QString &path);

} // namespace Chartline::Test
