// SPDX-License-Identifier: Apache-2.0
#include "Composition.h"

#include "dicom/DicomConnector.h"
#include "fhir/FhirConnector.h"
#include "files/FileWalker.h"
#include "imaging/DocumentHandlers.h"
#include "imaging/WorkerObjects.h"
#include "imaging/WorkerReader.h"
#include "services/Rebuild.h"
#include "services/Rematch.h"
#include "worker/LocalPool.h"
#include "worker/WorkerPool.h"

#include <QDirIterator>
#include <QFile>
#include <QStandardPaths>
#include <algorithm>
#include <array>
#include <pwd.h>
#include <unistd.h>

namespace Chartline {

namespace {

// Beside workers of a test's own documents are drawn in this process too.
std::shared_ptr<Worker::Caller> documentWorkers(bool own)
{
    if (own)
        return std::make_shared<Worker::LocalPool>(documentHandlers());
    return std::make_shared<Worker::WorkerPool>(documentPoolOptions());
}

} // namespace

Composition::Composition(const QString &vaultFolder, KdfPolicy policy, std::shared_ptr<Worker::Caller> workers)
    : m_documentWorkers(documentWorkers(bool(workers)))
    , m_workers(workers ? std::move(workers) : std::make_shared<Worker::WorkerPool>(Worker::WorkerPool::Options()))
    , m_decoder(std::make_shared<const WorkerDecoder>(m_workers))
    , m_objects(std::make_shared<const WorkerObjects>(m_workers))
    , m_documents(std::make_shared<const WorkerDocuments>(m_documentWorkers))
    , m_connectors{std::make_shared<Fhir::FhirConnector>(),
                   std::make_shared<Dicom::DicomConnector>(std::make_shared<const WorkerReader>(m_workers))}
    , m_vault(vaultFolder, policy)
    , m_records(m_vault, m_connectors)
    , m_imports(m_vault, m_connectors, std::make_shared<FileWalker>(), std::make_shared<SystemClock>())
    , m_imaging(m_vault)
    , m_measurements(m_vault, std::make_shared<SystemClock>(), accountName())
    , m_identities(m_vault, std::make_shared<SystemClock>(), accountName())
    , m_witnesses(m_vault, std::make_shared<SystemClock>(), accountName())
    , m_knowledge(m_vault, std::make_shared<SystemClock>(), accountName())
    , m_safety(m_vault, m_connectors, m_knowledge.source(), std::make_shared<SystemClock>(), accountName())
{
    if (auto pool = std::dynamic_pointer_cast<Worker::WorkerPool>(m_workers)) {
        // What a worker's memory still holds of a patient goes when the vault locks; the next ones are ready before the
        // first image is asked for.
        QObject::connect(&m_vault, &VaultService::locked, &m_vault, [pool] { pool->trim(); });
        QObject::connect(&m_vault, &VaultService::unlocked, &m_vault, [pool] { pool->warmUp(); });
    }
    if (auto pool = std::dynamic_pointer_cast<Worker::WorkerPool>(m_documentWorkers))
        QObject::connect(&m_vault, &VaultService::locked, &m_vault, [pool] { pool->trim(); });
    m_vault.setPrepare([connectors = m_connectors](Session &session) -> Status {
        CHARTLINE_TRY(rebuildIfMapperChanged(session, connectors));
        return rematchIfChanged(session, connectors);
    });
}

Composition::~Composition() = default;

// The first field of the account's comment is its owner's name (passwd(5), chfn(1)).
QString Composition::accountName()
{
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd *found = nullptr;
    if (getpwuid_r(getuid(), &entry, buffer.data(), buffer.size(), &found) != 0 || !found)
        return qEnvironmentVariable("USER");
    const QString comment = QString::fromLocal8Bit(found->pw_gecos ? found->pw_gecos : "");
    const QString name = comment.section(u',', 0, 0).trimmed();
    return name.isEmpty() ? QString::fromLocal8Bit(found->pw_name) : name;
}

QString Composition::defaultVaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/chartline/vault");
}

QList<std::pair<QString, QByteArray>> Composition::demonstrationFiles()
{
    QStringList names;
    QDirIterator it(QStringLiteral(":/demo"), {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        names.append(it.next());
    std::ranges::sort(names);
    QList<std::pair<QString, QByteArray>> files;
    for (const QString &name : std::as_const(names)) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly))
            files.append({name.mid(7), file.readAll()});
    }
    return files;
}

} // namespace Chartline
