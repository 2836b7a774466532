// SPDX-License-Identifier: Apache-2.0
#include "support/ChartlineProcess.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

namespace Chartline::Test {

QJsonObject Ran::object() const
{
    return QJsonDocument::fromJson(out).object();
}

QJsonArray Ran::array() const
{
    return QJsonDocument::fromJson(out).array();
}

bool Ran::isOneDocument() const
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(out, &error);
    return error.error == QJsonParseError::NoError && !document.isNull();
}

ChartlineProcess::ChartlineProcess()
    : m_vault(path(QStringLiteral("vault")))
    , m_passphraseFile(path(QStringLiteral("passphrase")))
{
    for (const char *name : {"home", "tmp", "run", "data", "config", "cache", "state"})
        QDir(folder()).mkpath(QString::fromLatin1(name));
    QFile::setPermissions(path(QStringLiteral("run")), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    std::ignore = writeFile(passphraseFile(), "correct horse battery staple\n");
}

QString ChartlineProcess::program()
{
    return QStringLiteral(CHARTLINE_BINARY_DIR "/bin/chartline");
}

QStringList ChartlineProcess::withVault(const QStringList &arguments) const
{
    return QStringList{QStringLiteral("--vault"), m_vault, QStringLiteral("--passphrase-file"), m_passphraseFile}
           + arguments;
}

QProcessEnvironment ChartlineProcess::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const std::pair<const char *, const char *> folders[] = {{"HOME", "home"},
                                                             {"TMPDIR", "tmp"},
                                                             {"XDG_RUNTIME_DIR", "run"},
                                                             {"XDG_DATA_HOME", "data"},
                                                             {"XDG_CONFIG_HOME", "config"},
                                                             {"XDG_CACHE_HOME", "cache"},
                                                             {"XDG_STATE_HOME", "state"}};
    for (const auto &[variable, name] : folders)
        environment.insert(QString::fromLatin1(variable), path(QString::fromLatin1(name)));
    for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY"})
        environment.remove(QString::fromLatin1(variable));
    environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
    return environment;
}

Ran ChartlineProcess::finish(QProcess &process, int timeoutMs)
{
    Ran ran;
    if (!process.waitForFinished(timeoutMs)) {
        process.kill();
        process.waitForFinished(10'000);
    } else if (process.exitStatus() == QProcess::NormalExit) {
        ran.exitCode = process.exitCode();
    }
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    return ran;
}

Ran ChartlineProcess::runBare(const QStringList &arguments, int timeoutMs) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setWorkingDirectory(folder());
    process.start(program(), arguments);
    return finish(process, timeoutMs);
}

Ran ChartlineProcess::run(const QStringList &arguments, int timeoutMs) const
{
    return runBare(withVault(arguments), timeoutMs);
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace Chartline::Test
