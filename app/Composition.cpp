// SPDX-License-Identifier: Apache-2.0
#include "Composition.h"

#include "dicom/DicomConnector.h"
#include "fhir/FhirConnector.h"
#include "files/FileWalker.h"
#include "imaging/WorkerReader.h"
#include "services/Rebuild.h"
#include "worker/WorkerPool.h"

#include <QDirIterator>
#include <QFile>
#include <QStandardPaths>
#include <algorithm>

namespace Chartline {

Composition::Composition(const QString &vaultFolder, KdfPolicy policy, std::shared_ptr<Worker::Caller> workers)
    : m_workers(workers ? std::move(workers) : std::make_shared<Worker::WorkerPool>(Worker::WorkerPool::Options()))
    , m_decoder(std::make_shared<const WorkerDecoder>(m_workers))
    , m_connectors{std::make_shared<Fhir::FhirConnector>(),
                   std::make_shared<Dicom::DicomConnector>(std::make_shared<const WorkerReader>(m_workers))}
    , m_vault(vaultFolder, policy)
    , m_records(m_vault, m_connectors)
    , m_imports(m_vault, m_connectors, std::make_shared<FileWalker>(), std::make_shared<SystemClock>())
    , m_imaging(m_vault)
{
    if (auto pool = std::dynamic_pointer_cast<Worker::WorkerPool>(m_workers)) {
        // What a worker's memory still holds of a patient goes when the vault locks; the next ones are ready before the
        // first image is asked for.
        QObject::connect(&m_vault, &VaultService::locked, &m_vault, [pool] { pool->trim(); });
        QObject::connect(&m_vault, &VaultService::unlocked, &m_vault, [pool] { pool->warmUp(); });
    }
    m_vault.setPrepare(
        [connectors = m_connectors](Session &session) { return rebuildIfMapperChanged(session, connectors); });
}

Composition::~Composition() = default;

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
