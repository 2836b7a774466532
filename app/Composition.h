// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ImportService.h"
#include "services/RecordService.h"
#include "services/VaultService.h"

namespace Chartline {

// The only place that makes services and knows which connectors there are.
class Composition
{
public:
    explicit Composition(const QString &vaultFolder, KdfPolicy policy = {});
    ~Composition();

    [[nodiscard]] VaultService &vault() { return m_vault; }
    [[nodiscard]] RecordService &records() { return m_records; }
    [[nodiscard]] ImportService &imports() { return m_imports; }

    // Where the vault is unless the user says otherwise.
    [[nodiscard]] static QString defaultVaultFolder();
    // The demonstration patients that are part of the program, as (name, bytes).
    [[nodiscard]] static QList<std::pair<QString, QByteArray>> demonstrationFiles();

private:
    std::vector<std::shared_ptr<const Connector>> m_connectors;
    VaultService m_vault;
    RecordService m_records;
    ImportService m_imports;
};

} // namespace Chartline
