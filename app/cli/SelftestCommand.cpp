// SPDX-License-Identifier: Apache-2.0
#include "cli/Command.h"
#include "cli/Terminal.h"
#include "scene/VolumeRenderer.h"
#include "store/BlobStore.h"
#include "store/Database.h"
#include "vault/KeyDerivation.h"
#include "viewmodels/ErrorText.h"
#include "worker/WorkerPool.h"

#include <QFile>
#include <QImage>
#include <QLibraryInfo>
#include <QPainter>
#include <QTemporaryDir>
#include <openssl/crypto.h>
#include <openssl/rand.h>

namespace Chartline::Cli {

namespace {

struct Check
{
    QString name;
    bool ok = false;
    QString detail;
};

Check checkOf(const QString &name, const Result<QString> &result)
{
    return result ? Check{name, true, *result} : Check{name, false, Ui::errorText(result.error())};
}

SecureBytes randomKey()
{
    SecureBytes key(32);
    RAND_bytes(key.data(), int(key.size()));
    return key;
}

// Writes a mark into a new encrypted database and looks for it in the file.
Result<QString> checkDatabase(const QString &folder)
{
    const QString path = folder + QStringLiteral("/selftest.db");
    const QString mark = QStringLiteral("chartline-selftest-plaintext-mark");
    const SecureBytes key = randomKey();
    {
        CHARTLINE_ASSIGN(const auto database, Database::create(path, key));
        CHARTLINE_ASSIGN(Connection * writer, database->writer());
        CHARTLINE_ASSIGN(Statement insert, writer->prepare("INSERT INTO meta (key, value) VALUES ('selftest', ?1)"));
        CHARTLINE_TRY(insert.bind(1, mark).run());
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.readAll().contains(mark.toUtf8()))
        return fail(ErrorCode::DatabaseNotEncrypted, {path});
    if (const auto wrong = Database::open(path, randomKey()))
        return fail(ErrorCode::DatabaseNotEncrypted, {path});
    CHARTLINE_ASSIGN(const auto again, Database::open(path, key));
    CHARTLINE_ASSIGN(auto reader, again->reader());
    CHARTLINE_ASSIGN(Statement query, reader->prepare("SELECT value FROM meta WHERE key = 'selftest'"));
    CHARTLINE_TRY(query.step());
    if (query.text(0) != mark)
        return fail(ErrorCode::DatabaseDamaged, {path});
    CHARTLINE_ASSIGN(Statement version, reader->prepare("PRAGMA cipher_version"));
    CHARTLINE_TRY(version.step());
    return QStringLiteral("SQLCipher ") + version.text(0);
}

Result<QString> checkBlobs(const QString &folder)
{
    CHARTLINE_ASSIGN(const auto blobs, BlobStore::open(folder + QStringLiteral("/blobs"), randomKey(), randomKey()));
    const QByteArray content(200'000, 'x');
    CHARTLINE_ASSIGN(const BlobName name, blobs->put(content));
    CHARTLINE_ASSIGN(const BlobReader reader, blobs->openBlob(name));
    CHARTLINE_ASSIGN(const QByteArray middle, reader.read(100'000, 1000));
    if (middle != content.mid(100'000, 1000))
        return fail(ErrorCode::BlobDamaged, {name.toString()});
    return QStringLiteral("AES-256-GCM");
}

Result<QString> checkKeyDerivation()
{
    const QByteArray salt(32, 's');
    const std::span bytes(reinterpret_cast<const unsigned char *>(salt.constData()), std::size_t(salt.size()));
    CHARTLINE_ASSIGN(const SecureBytes key, deriveKey(bytes, bytes, KdfPolicy().cheapest()));
    if (key.size() != 32)
        return fail(ErrorCode::CryptoFailed);
    return QString::fromLatin1(OpenSSL_version(OPENSSL_VERSION));
}

Result<QString> checkDrawing()
{
    QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.fillRect(QRect(8, 8, 16, 16), Qt::black);
    painter.end();
    if (image.pixelColor(16, 16) != QColor(Qt::black) || image.pixelColor(1, 1) != QColor(Qt::white))
        return fail(ErrorCode::IoFailed, {QStringLiteral("QPainter")});
    return QStringLiteral("Qt %1").arg(QLibraryInfo::version().toString());
}

// The processes that read images, and what keeps them from everything else.
Result<QString> checkWorkers()
{
    Worker::WorkerPool pool{Worker::WorkerPool::Options()};
    const auto sandbox = pool.sandbox();
    if (!sandbox)
        return fail(ErrorCode::WorkerUnavailable, {QString::fromLatin1(sandbox.error().text())});
    if (!sandbox->isConfined())
        return fail(ErrorCode::WorkerUnavailable, {QStringLiteral("not confined")});
    return QString::fromLatin1(sandbox->text());
}

Result<QString> checkVolumes()
{
    const Imaging::VolumeRenderer renderer([](quint64, const Imaging::Expected<Imaging::SceneImage> &) { });
    const auto graphics = renderer.graphics();
    if (!graphics)
        return fail(ErrorCode::IoFailed, {QStringLiteral("OpenGL"), graphics.error().detail});
    return graphics->renderer;
}

} // namespace

int runSelftest(const Arguments &arguments)
{
    QTemporaryDir folder;
    QList<Check> checks;
    checks.append(checkOf(Terminal::tr("key derivation"), checkKeyDerivation()));
    checks.append(checkOf(Terminal::tr("encrypted database"), checkDatabase(folder.path())));
    checks.append(checkOf(Terminal::tr("encrypted blobs"), checkBlobs(folder.path())));
    checks.append(checkOf(Terminal::tr("drawing"), checkDrawing()));
    checks.append(checkOf(Terminal::tr("reading of images"), checkWorkers()));
    checks.append(checkOf(Terminal::tr("drawing in 3D"), checkVolumes()));
    const bool ok = std::ranges::all_of(checks, &Check::ok);
    if (arguments.json) {
        QJsonArray list;
        for (const Check &check : std::as_const(checks))
            list.append(QJsonObject{{QStringLiteral("name"), check.name},
                                    {QStringLiteral("ok"), check.ok},
                                    {QStringLiteral("detail"), check.detail}});
        Terminal::outJson(QJsonObject{{QStringLiteral("ok"), ok}, {QStringLiteral("checks"), list}});
    } else {
        for (const Check &check : std::as_const(checks))
            Terminal::out(QStringLiteral("%1  %2  %3")
                              .arg(check.ok ? QStringLiteral("ok    ") : QStringLiteral("FAILED"),
                                   check.name.leftJustified(22), check.detail));
    }
    return ok ? Done : Failed;
}

} // namespace Chartline::Cli
