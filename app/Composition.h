// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/FrameDecoder.h"
#include "objects/ObjectReader.h"
#include "services/IdentityService.h"
#include "services/ImagingService.h"
#include "services/ImportService.h"
#include "services/KnowledgeService.h"
#include "services/MeasurementService.h"
#include "services/RecordService.h"
#include "services/SafetyService.h"
#include "services/VaultService.h"
#include "services/WitnessService.h"
#include "worker/Caller.h"

namespace Chartline {

// The only place that makes services and knows which connectors there are.
class Composition
{
public:
    // `workers`: what reads hostile files; null: processes of this program's own binary.
    explicit Composition(const QString &vaultFolder, KdfPolicy policy = {},
                         std::shared_ptr<Worker::Caller> workers = {});
    ~Composition();

    [[nodiscard]] VaultService &vault() { return m_vault; }
    [[nodiscard]] RecordService &records() { return m_records; }
    [[nodiscard]] ImportService &imports() { return m_imports; }
    [[nodiscard]] ImagingService &imaging() { return m_imaging; }
    [[nodiscard]] MeasurementService &measurements() { return m_measurements; }
    [[nodiscard]] IdentityService &identities() { return m_identities; }
    [[nodiscard]] WitnessService &witnesses() { return m_witnesses; }
    [[nodiscard]] KnowledgeService &knowledge() { return m_knowledge; }
    [[nodiscard]] SafetyService &safety() { return m_safety; }
    [[nodiscard]] const std::shared_ptr<const Imaging::FrameDecoder> &decoder() const { return m_decoder; }
    [[nodiscard]] const std::shared_ptr<const Imaging::ObjectReader> &objects() const { return m_objects; }
    [[nodiscard]] const std::shared_ptr<const Imaging::DocumentRenderer> &documents() const { return m_documents; }

    // Who works here: the account's display name, else its name.
    [[nodiscard]] static QString accountName();
    // Where the vault is unless the user says otherwise.
    [[nodiscard]] static QString defaultVaultFolder();
    // The demonstration patients that are part of the program, as (name, bytes).
    [[nodiscard]] static QList<std::pair<QString, QByteArray>> demonstrationFiles();

private:
    std::shared_ptr<Worker::Caller> m_documentWorkers;
    std::shared_ptr<Worker::Caller> m_workers;
    std::shared_ptr<const Imaging::FrameDecoder> m_decoder;
    std::shared_ptr<const Imaging::ObjectReader> m_objects;
    std::shared_ptr<const Imaging::DocumentRenderer> m_documents;
    std::vector<std::shared_ptr<const Connector>> m_connectors;
    VaultService m_vault;
    RecordService m_records;
    ImportService m_imports;
    ImagingService m_imaging;
    MeasurementService m_measurements;
    IdentityService m_identities;
    WitnessService m_witnesses;
    KnowledgeService m_knowledge;
    SafetyService m_safety;
};

} // namespace Chartline
