// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/Verifier.h"
#include "timeline/RecordQueries.h"

#include <QFuture>
#include <QHash>
#include <QObject>

namespace Chartline {

class Connector;
class VaultService;

// One witness of a fact, with everything its source says.
struct WitnessDetail
{
    Witness witness;
    RecordInfo record;
    QString typeName; // "MedicationRequest"
    QList<Clinical::DetailLine> lines; // references already resolved to names where they have been received
    QString narrative;
    QList<Clinical::Attachment> attachments; // inline documents, or received Binaries
};

struct FactDetail
{
    Fact fact;
    QList<WitnessDetail> witnesses;
    QList<RecordInfo> versions; // older and newer versions of the first witness's resource, newest first
};

struct SourceText
{
    RecordInfo record;
    QByteArray bytes; // verbatim
};

// Reads of the open vault, off the calling thread. A future finishes with VaultLocked once the vault locks.
class RecordService : public QObject
{
    Q_OBJECT

public:
    RecordService(VaultService &vault, std::vector<std::shared_ptr<const Connector>> connectors,
                  QObject *parent = nullptr);
    ~RecordService() override;

    QFuture<Result<QList<PersonSummary>>> persons(const QString &search = {});
    QFuture<Result<PersonRecordPtr>> open(PersonId person);
    QFuture<Result<FactDetail>> fact(FactId id);
    QFuture<Result<SourceText>> source(RecordId id);
    QFuture<Result<RecordInfo>> record(RecordId id);
    QFuture<Result<QList<SearchHit>>> search(const QString &text, PersonId person = {}, int limit = 200);
    QFuture<Result<QList<RecordInfo>>> keptRecords(PersonId person);
    // The format each of a person's current records was received in.
    QFuture<Result<QHash<RecordId, QString>>> formats(PersonId person);
    QFuture<Result<QList<SourceInfo>>> sources();
    QFuture<Result<VerifyReport>> verify();

private:
    VaultService &m_vault;
    std::vector<std::shared_ptr<const Connector>> m_connectors;
};

} // namespace Chartline
