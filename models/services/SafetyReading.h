// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/Connector.h"
#include "safety/PatientReader.h"
#include "safety/Reviewer.h"
#include "services/FactValue.h"
#include "store/BlobStore.h"

#include <QHash>

namespace Chartline {

// What a review reasons with, made for one knowledge base.
struct SafetyTools
{
    explicit SafetyTools(const std::shared_ptr<const Safety::KnowledgeBase> &base)
        : reviewer(base)
        , resolver(base)
    { }
    Safety::Reviewer reviewer;
    Safety::Resolver resolver;
};

// Reads of a person's record what medication safety looks at: every drug, allergy, condition, and the results it knows.
class SafetyReading
{
public:
    // `tools`: null where there is no knowledge: then drugs are told apart by their words only.
    SafetyReading(const BlobStore &blobs, Connection &db,
                  const std::vector<std::shared_ptr<const Connector>> &connectors, const SafetyTools *tools);

    [[nodiscard]] Status read(PersonId person);
    [[nodiscard]] const QList<Safety::DrugMention> &mentions() const { return m_mentions; }
    [[nodiscard]] const Safety::PatientContext &patient() const { return m_patient; }

private:
    void nameDrug(const Fact &fact);
    [[nodiscard]] Status readFact(const Fact &fact);
    [[nodiscard]] Status readDrug(const Fact &fact, const Clinical::Value &value, const Witness &witness,
                                  const Safety::StatementOrigin &origin);
    // The day on which the stop of a drug was known at the latest: of its record's last update, else of its import.
    [[nodiscard]] Result<QDate> stopKnown(RecordId record) const;
    [[nodiscard]] Status readResult(const Fact &fact, const Safety::StatementOrigin &origin);
    // A number of a test that its fact tells completely; false: the source's own words are needed.
    [[nodiscard]] bool readPlain(const Fact &fact, quint16 lab, const Safety::StatementOrigin &origin);
    [[nodiscard]] Result<QString> specimenOf(const Clinical::Observation &observation, const Witness &witness) const;
    void nameSources(const QList<SourceInfo> &sources);
    [[nodiscard]] Safety::StatementOrigin originOf(const Fact &fact, const Witness &witness) const;

    const BlobStore &m_blobs;
    Connection &m_db;
    const std::vector<std::shared_ptr<const Connector>> &m_connectors;
    const SafetyTools *m_tools;
    std::optional<Safety::PatientReader> m_reader;
    QHash<SourceId, QString> m_sources; // names, no two alike
    QHash<RecordId, qint64> m_updates; // milliseconds since 1970 UTC
    QList<Safety::DrugMention> m_mentions;
    QList<Safety::PatientContext::Unread> m_unread;
    Safety::PatientContext m_patient;
};

} // namespace Chartline
