// SPDX-License-Identifier: Apache-2.0
// For who publishes packs: keys, and packs of readable files. Without a vault.
#include "cli/Command.h"
#include "cli/Terminal.h"
#include "safety/PackFile.h"

#include <QDirIterator>
#include <QFile>
#include <QSaveFile>

namespace Chartline::Cli {

using namespace Safety;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Chartline::Cli", text);
}

std::optional<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > PackFile::mostBytes)
        return std::nullopt;
    return file.readAll();
}

// Lines as every system writes them.
QByteArray unixLines(QByteArray text)
{
    return text.replace("\r\n", "\n");
}

int keygen(const Arguments &arguments)
{
    const QString path = arguments.positional[1];
    const auto key = PackKey::generate();
    QByteArray pem = key ? key->pem() : QByteArray();
    if (pem.isEmpty())
        return failed({ErrorCode::CryptoFailed, {QStringLiteral("Ed25519")}}, arguments.json);
    // Never over a key that is there, and for its owner's eyes only from the start.
    QFile file(path);
    const bool written =
        file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(pem) == pem.size() && file.flush();
    pem.fill('\0');
    if (!written)
        return failed({ErrorCode::FileNotWritable, {path}}, arguments.json);
    const QString fingerprint = PackKey::fingerprint(key->publicKey());
    if (arguments.json)
        Terminal::outJson(QJsonObject{{QStringLiteral("key"), path}, {QStringLiteral("fingerprint"), fingerprint}});
    else
        Terminal::out(tr(QT_TRANSLATE_NOOP("Chartline::Cli",
                                           "Keep this file to yourself: %1\nTell the fingerprint to everyone:\n%2"))
                          .arg(path, fingerprint));
    return Done;
}

std::optional<PackManifest> manifestOf(const QByteArray &text)
{
    PackManifest manifest;
    QHash<QString, QString> values;
    for (const QString &line : QString::fromUtf8(text).split(u'\n')) {
        if (line.trimmed().isEmpty() || line.startsWith(u'#'))
            continue;
        const QString key = line.section(u' ', 0, 0);
        if (values.contains(key))
            return std::nullopt;
        values.insert(key, line.section(u' ', 1).trimmed());
    }
    manifest.name = values.take(QStringLiteral("name"));
    manifest.release = values.take(QStringLiteral("release"));
    manifest.issued = QDate::fromString(values.take(QStringLiteral("issued")), Qt::ISODate);
    manifest.expires = QDate::fromString(values.take(QStringLiteral("expires")), Qt::ISODate);
    manifest.publisher = values.take(QStringLiteral("publisher"));
    manifest.licence = values.take(QStringLiteral("licence"));
    manifest.base = values.take(QStringLiteral("base"));
    return values.isEmpty() ? std::optional(manifest) : std::nullopt;
}

Result<PackContents> contentsOf(const QString &folder)
{
    PackContents contents;
    const QString manifestPath = folder + QStringLiteral("/manifest");
    const auto text = bytesOf(manifestPath);
    if (!text)
        return fail(ErrorCode::FileNotReadable, {manifestPath});
    const auto manifest = manifestOf(unixLines(*text));
    if (!manifest)
        return fail(ErrorCode::Usage, {tr(QT_TRANSLATE_NOOP("Chartline::Cli", "manifest: a line is not known, or there "
                                                                              "twice"))});
    contents.manifest = *manifest;
    QDirIterator found(folder, {QStringLiteral("*.kb")}, QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const QString path = found.next();
        const auto bytes = bytesOf(path);
        if (!bytes)
            return fail(ErrorCode::FileNotReadable, {path});
        contents.files.append({QDir(folder).relativeFilePath(path), unixLines(*bytes)});
    }
    return contents;
}

int pack(const Arguments &arguments)
{
    const QString keyPath = arguments.option(QStringLiteral("key"));
    const QString out = arguments.option(QStringLiteral("out"));
    auto pem = bytesOf(keyPath);
    const auto key = pem ? PackKey::fromPem(*pem) : std::nullopt;
    if (pem)
        pem->fill('\0');
    if (!key)
        return failed({ErrorCode::FileNotReadable, {keyPath}}, arguments.json);
    const auto contents = contentsOf(arguments.positional[1]);
    if (!contents)
        return failed(contents.error(), arguments.json);
    const auto bytes = PackFile::write(*contents, *key);
    if (!bytes)
        return failed({ErrorCode::Usage, {bytes.error().detail}}, arguments.json);
    QSaveFile file(out);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        return failed({ErrorCode::FileNotWritable, {out}}, arguments.json);
    const QString fingerprint = PackKey::fingerprint(key->publicKey());
    if (arguments.json)
        Terminal::outJson(QJsonObject{{QStringLiteral("pack"), out},
                                      {QStringLiteral("bytes"), bytes->size()},
                                      {QStringLiteral("fingerprint"), fingerprint}});
    else
        Terminal::out(tr(QT_TRANSLATE_NOOP("Chartline::Cli", "Written: %1 (key %2)")).arg(out, fingerprint));
    return Done;
}

} // namespace

bool isPackCommand(const Arguments &arguments)
{
    const QString name = arguments.positional.value(0);
    return name == QLatin1StringView("keygen") || name == QLatin1StringView("pack");
}

int runPackCommand(const Arguments &arguments)
{
    const bool isPack = arguments.positional[0] == QLatin1StringView("pack");
    const bool whole = arguments.positional.size() == 2
                       && (!isPack || (arguments.has(QStringLiteral("key")) && arguments.has(QStringLiteral("out"))));
    if (!whole)
        return failed(
            {ErrorCode::Usage,
             {tr(QT_TRANSLATE_NOOP("Chartline::Cli", "knowledge takes: %1")).arg(QString::fromLatin1(knowledgeUsage))}},
            arguments.json);
    return isPack ? pack(arguments) : keygen(arguments);
}

} // namespace Chartline::Cli
