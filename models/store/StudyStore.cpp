// SPDX-License-Identifier: Apache-2.0
#include "store/StudyStore.h"

#include "ingest/Sha256.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

namespace Chartline {

namespace {

constexpr qsizetype s_headersRemembered = 10'000;

// Each text of a header, in the order it is stored in: a new one goes to the end.
template<typename Header, typename Visit>
void eachText(Header &header, Visit visit)
{
    for (auto *text : {&header.studyUid, &header.studyId, &header.accession, &header.studyDescription, &header.referrer,
                       &header.institution, &header.seriesUid, &header.seriesDescription, &header.seriesNumber,
                       &header.modality, &header.bodyPart, &header.laterality, &header.protocol, &header.manufacturer,
                       &header.model, &header.station, &header.frameOfReference, &header.operators})
        visit(*text);
}

constexpr qsizetype s_texts = 18;

std::unexpected<Error> damaged()
{
    return fail(ErrorCode::DatabaseDamaged, {QString(), QStringLiteral("imaging header")});
}

} // namespace

QByteArray StudyStore::toBytes(const ImagingHeader &header)
{
    QCborArray texts;
    eachText(header, [&](const QString &text) { texts.append(text); });
    return QCborArray{texts, header.studyStart.text(), header.seriesStart.text(),
                      QCborArray::fromStringList(header.procedures)}
        .toCborValue()
        .toCbor();
}

Result<ImagingHeader> StudyStore::fromBytes(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborArray parts = QCborValue::fromCbor(bytes, &error).toArray();
    const QCborArray texts = parts.at(0).toArray();
    if (error.error != QCborError::NoError || parts.size() != 4 || texts.size() != s_texts)
        return damaged();
    ImagingHeader header;
    qsizetype at = 0;
    eachText(header, [&](QString &text) { text = texts.at(at++).toString(); });
    header.studyStart = PartialDate::parse(parts.at(1).toString());
    header.seriesStart = PartialDate::parse(parts.at(2).toString());
    for (const auto &procedure : parts.at(3).toArray())
        header.procedures.append(procedure.toString());
    return header;
}

Result<qint64> StudyStore::headerId(const ImagingHeader &header)
{
    const QByteArray content = toBytes(header);
    const QByteArray hash = Sha256::of(content);
    if (const auto known = m_headers.constFind(hash); known != m_headers.constEnd())
        return *known;
    CHARTLINE_ASSIGN(Statement * find, m_db.cached("SELECT id FROM imaging_header WHERE sha256 = ?1"));
    find->bind(1, hash);
    CHARTLINE_ASSIGN(const bool found, find->step());
    qint64 id = found ? find->int64(0) : 0;
    find->reset();
    if (!id) {
        CHARTLINE_ASSIGN(Statement * insert,
                         m_db.cached("INSERT INTO imaging_header (sha256, study_uid, series_uid, institution, content) "
                                     "VALUES (?1, ?2, ?3, ?4, ?5)"));
        insert->bind(1, hash).bind(2, header.studyUid).bind(3, header.seriesUid).bind(4, header.institution);
        insert->bind(5, content);
        CHARTLINE_TRY(insert->run());
        id = m_db.lastInsertId();
    }
    if (m_headers.size() >= s_headersRemembered)
        m_headers.clear();
    m_headers.insert(hash, id);
    return id;
}

Status StudyStore::put(RecordId record, const ImagingInstance &instance)
{
    CHARTLINE_ASSIGN(const qint64 header, headerId(instance.header));
    CHARTLINE_ASSIGN(
        Statement * insert,
        m_db.cached(
            "INSERT OR REPLACE INTO instance (record_id, header_id, sop_uid, sop_class, transfer_syntax, number, "
            "frames, rows, columns, image, unreadable, refers_to) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)"));
    insert->bind(1, record.value).bind(2, header).bind(3, instance.sopUid).bind(4, instance.sopClass);
    insert->bind(5, instance.transferSyntax).bind(6, instance.instanceNumber).bind(7, instance.frames);
    insert->bind(8, instance.rows).bind(9, instance.columns);
    instance.image.isEmpty() ? insert->bindNull(10) : insert->bind(10, instance.image);
    insert->bind(11, instance.unreadable).bind(12, instance.refersTo.join(QLatin1Char('\n')));
    return insert->run();
}

Status StudyStore::remove(RecordId record)
{
    CHARTLINE_ASSIGN(Statement * remove, m_db.cached("DELETE FROM instance WHERE record_id = ?1"));
    remove->bind(1, record.value);
    return remove->run();
}

Result<std::optional<ImagingInstance>> StudyStore::instance(RecordId record)
{
    CHARTLINE_ASSIGN(Statement * query,
                     m_db.cached("SELECT h.content, i.sop_uid, i.sop_class, i.transfer_syntax, i.number, i.frames, "
                                 "i.rows, i.columns, i.image, i.unreadable, i.refers_to FROM instance i "
                                 "JOIN imaging_header h ON h.id = i.header_id WHERE i.record_id = ?1"));
    query->bind(1, record.value);
    CHARTLINE_ASSIGN(const bool found, query->step());
    if (!found) {
        query->reset();
        return std::nullopt;
    }
    ImagingInstance instance;
    const QByteArray content = query->blob(0);
    instance.sopUid = query->text(1);
    instance.sopClass = query->text(2);
    instance.transferSyntax = query->text(3);
    instance.instanceNumber = query->integer(4);
    instance.frames = query->integer(5);
    instance.rows = query->integer(6);
    instance.columns = query->integer(7);
    instance.image = query->blob(8);
    instance.unreadable = query->text(9);
    instance.refersTo = query->text(10).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    query->reset();
    CHARTLINE_ASSIGN(instance.header, fromBytes(content));
    return instance;
}

Result<QList<StudyStore::Part>> StudyStore::parts(SourceId source, const QString &studyUid)
{
    CHARTLINE_ASSIGN(
        Statement * query,
        m_db.cached(
            "SELECT d.person_id, d.id, min(r.id), h.content, count(*) FROM imaging_header h "
            "JOIN instance i ON i.header_id = h.id JOIN record r ON r.id = i.record_id "
            "JOIN identity d ON d.id = r.identity_id "
            "WHERE h.study_uid = ?2 AND r.source_id = ?1 AND r.state IN (0, 2) GROUP BY d.id, h.id ORDER BY 3"));
    query->bind(1, source.value).bind(2, studyUid);
    QList<Part> parts;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        Part part{
            PersonId{query->int64(0)}, IdentityId{query->int64(1)}, RecordId{query->int64(2)}, {}, query->integer(4)};
        auto header = fromBytes(query->blob(3));
        if (!header) {
            query->reset();
            return std::unexpected(header.error());
        }
        part.header = std::move(*header);
        parts.append(std::move(part));
    }
    query->reset();
    return parts;
}

Result<QList<std::pair<SourceId, QString>>> StudyStore::studies()
{
    CHARTLINE_ASSIGN(Statement query,
                     m_db.prepare("SELECT DISTINCT r.source_id, h.study_uid FROM instance i "
                                  "JOIN imaging_header h ON h.id = i.header_id JOIN record r ON r.id = i.record_id "
                                  "WHERE r.state IN (0, 2) ORDER BY 1, 2"));
    QList<std::pair<SourceId, QString>> studies;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query.step());
        if (!row)
            return studies;
        studies.append({SourceId{query.int64(0)}, query.text(1)});
    }
}

Result<QStringList> StudyStore::institutions(SourceId source)
{
    CHARTLINE_ASSIGN(Statement * query,
                     m_db.cached("WITH told AS (SELECT DISTINCT h.study_uid, h.institution FROM instance i "
                                 "JOIN imaging_header h ON h.id = i.header_id JOIN record r ON r.id = i.record_id "
                                 "WHERE r.source_id = ?1 AND r.state IN (0, 2)) "
                                 "SELECT institution FROM told WHERE institution <> '' "
                                 "UNION SELECT '' FROM told GROUP BY study_uid HAVING MAX(institution) = '' "
                                 "ORDER BY 1"));
    query->bind(1, source.value);
    QStringList names;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        names.append(query->text(0));
    }
    query->reset();
    return names;
}

} // namespace Chartline
