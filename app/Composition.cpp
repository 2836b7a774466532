// SPDX-License-Identifier: Apache-2.0
#include "Composition.h"

#include "fhir/FhirConnector.h"
#include "files/FileWalker.h"
#include "services/Rebuild.h"

#include <QDirIterator>
#include <QFile>
#include <QStandardPaths>
#include <algorithm>

namespace Chartline {

Composition::Composition(const QString &vaultFolder, KdfPolicy policy)
    : m_connectors{std::make_shared<Fhir::FhirConnector>()}
    , m_vault(vaultFolder, policy)
    , m_records(m_vault, m_connectors)
    , m_imports(m_vault, m_connectors, std::make_shared<FileWalker>(), std::make_shared<SystemClock>())
{
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
