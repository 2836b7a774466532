// SPDX-License-Identifier: Apache-2.0
#include "services/RecordService.h"

#include "services/FactValue.h"
#include "services/ReadTask.h"
#include "services/Rebuild.h"
#include "services/Remapper.h"
#include "store/RecordBytes.h"
#include "timeline/Labels.h"

namespace Chartline {

namespace {

using Connectors = std::vector<std::shared_ptr<const Connector>>;

// Gives each reference of a value the name its target has in the store.
Status resolveLines(Connection &db, const Witness &from, QList<Clinical::DetailLine> &lines)
{
    for (auto &line : lines) {
        for (auto &reference : line.references) {
            CHARTLINE_ASSIGN(const QString label, labelOf(db, from.record, from.source, reference));
            if (label.isEmpty() || label == reference.display)
                continue;
            const QString shown = reference.label();
            if (!shown.isEmpty() && line.text.contains(shown))
                line.text.replace(shown, label);
            else if (line.text.isEmpty())
                line.text = label;
            reference.display = label;
        }
    }
    return {};
}

// An attachment that lies in a Binary gets that Binary's content, where it has been received.
Status fetchBinaries(Session &session, Connection &db, const Connectors &connectors, const Witness &from,
                     QList<Clinical::Attachment> &attachments)
{
    for (auto &attachment : attachments) {
        if (!attachment.data.isEmpty() || attachment.url.isEmpty())
            continue;
        Clinical::Reference reference;
        reference.target = attachment.url;
        reference.type = QStringLiteral("Binary");
        CHARTLINE_ASSIGN(const RecordId record, recordOf(db, from.record, from.source, reference));
        if (!record)
            continue;
        CHARTLINE_ASSIGN(const MappedRecord mapped, remap(db, session.blobs(), connectors, record));
        if (mapped.values.empty())
            continue;
        if (const auto *binary = std::get_if<Clinical::Binary>(&mapped.values.front())) {
            attachment.data = binary->content.data;
            attachment.undecodable = binary->content.undecodable;
            if (attachment.contentType.isEmpty())
                attachment.contentType = binary->content.contentType;
        }
    }
    return {};
}

QList<Clinical::Attachment> attachmentsOf(const Clinical::Value &value)
{
    if (const auto *document = std::get_if<Clinical::DocumentReference>(&value))
        return document->attachments;
    if (const auto *report = std::get_if<Clinical::DiagnosticReport>(&value))
        return report->presentedForms;
    if (const auto *media = std::get_if<Clinical::Media>(&value))
        return {media->content};
    if (const auto *consent = std::get_if<Clinical::Consent>(&value); consent && !consent->source.contentType.isEmpty())
        return {consent->source};
    return {};
}

Result<WitnessDetail> witnessDetail(Session &session, Connection &db, const Connectors &connectors,
                                    const Witness &witness)
{
    WitnessDetail detail;
    detail.witness = witness;
    CHARTLINE_ASSIGN(detail.record, RecordQueries::record(db, witness.record));
    CHARTLINE_ASSIGN(const auto known, factValue(session.blobs(), db, connectors, witness));
    if (!known)
        return detail;
    const Clinical::Value &value = *known;
    detail.typeName = Clinical::typeName(value);
    detail.lines = Clinical::describe(value);
    detail.narrative = Clinical::common(value).narrative;
    detail.attachments = attachmentsOf(value);
    CHARTLINE_TRY(resolveLines(db, witness, detail.lines));
    CHARTLINE_TRY(fetchBinaries(session, db, connectors, witness, detail.attachments));
    return detail;
}

} // namespace

RecordService::RecordService(VaultService &vault, Connectors connectors, QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_connectors(std::move(connectors))
{ }

RecordService::~RecordService() = default;

QFuture<Result<QList<PersonSummary>>> RecordService::persons(const QString &search)
{
    return readTask<QList<PersonSummary>>(
        m_vault, [search](Session &, Connection &db) { return RecordQueries::persons(db, search); });
}

QFuture<Result<PersonRecordPtr>> RecordService::open(PersonId person)
{
    return readTask<PersonRecordPtr>(m_vault, [person](Session &, Connection &db) -> Result<PersonRecordPtr> {
        CHARTLINE_ASSIGN(PersonRecord record, RecordQueries::personRecord(db, person));
        return std::make_shared<const PersonRecord>(std::move(record));
    });
}

QFuture<Result<FactDetail>> RecordService::fact(FactId id)
{
    return readTask<FactDetail>(
        m_vault, [id, connectors = m_connectors](Session &session, Connection &db) -> Result<FactDetail> {
            FactDetail detail;
            CHARTLINE_ASSIGN(detail.fact, RecordQueries::fact(db, id));
            for (const Witness &witness : std::as_const(detail.fact.witnesses)) {
                CHARTLINE_ASSIGN(WitnessDetail one, witnessDetail(session, db, connectors, witness));
                detail.witnesses.append(std::move(one));
            }
            if (!detail.witnesses.isEmpty()) {
                CHARTLINE_ASSIGN(detail.versions, RecordQueries::versions(db, detail.witnesses.first().record.id));
            }
            return detail;
        });
}

QFuture<Result<SourceText>> RecordService::source(RecordId id)
{
    return readTask<SourceText>(m_vault, [id](Session &session, Connection &db) -> Result<SourceText> {
        SourceText text;
        CHARTLINE_ASSIGN(text.record, RecordQueries::record(db, id));
        CHARTLINE_ASSIGN(text.bytes, recordBytes(db, session.blobs(), id));
        return text;
    });
}

QFuture<Result<RecordInfo>> RecordService::record(RecordId id)
{
    return readTask<RecordInfo>(m_vault, [id](Session &, Connection &db) { return RecordQueries::record(db, id); });
}

QFuture<Result<QList<SearchHit>>> RecordService::search(const QString &text, PersonId person, int limit)
{
    return readTask<QList<SearchHit>>(
        m_vault, [=](Session &, Connection &db) { return RecordQueries::search(db, text, person, limit); });
}

QFuture<Result<QList<RecordInfo>>> RecordService::keptRecords(PersonId person)
{
    return readTask<QList<RecordInfo>>(
        m_vault, [person](Session &, Connection &db) { return RecordQueries::keptRecords(db, person); });
}

QFuture<Result<QHash<RecordId, QString>>> RecordService::formats(PersonId person)
{
    return readTask<QHash<RecordId, QString>>(
        m_vault, [person](Session &, Connection &db) { return recordFormats(db, person); });
}

QFuture<Result<QList<SourceInfo>>> RecordService::sources()
{
    return readTask<QList<SourceInfo>>(m_vault, [](Session &, Connection &db) { return RecordQueries::sources(db); });
}

QFuture<Result<VerifyReport>> RecordService::verify()
{
    return readTask<VerifyReport>(m_vault, [connectors = m_connectors](Session &session, Connection &db) {
        return verifyAll(session, db, connectors);
    });
}

} // namespace Chartline
