// SPDX-License-Identifier: Apache-2.0
#include "timeline/ImagingQueries.h"

#include "store/StudyStore.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace Chartline::ImagingQueries {

namespace {

InstanceInfo instanceOf(const Statement &row)
{
    InstanceInfo info;
    info.record = RecordId{row.int64(0)};
    info.source = SourceId{row.int64(1)};
    info.sopUid = row.text(2);
    info.sopClass = row.text(3);
    info.transferSyntax = row.text(4);
    info.number = row.integer(5);
    info.frames = row.integer(6);
    info.rows = row.integer(7);
    info.columns = row.integer(8);
    info.unreadable = row.text(9);
    info.refersTo = row.text(10).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    return info;
}

void addTo(SeriesInfo &series, InstanceInfo &&instance, QSet<QString> &seen)
{
    if (!instance.sopUid.isEmpty() && seen.contains(instance.sopUid)) {
        ++series.copies;
        return;
    }
    seen.insert(instance.sopUid);
    series.pictures += instance.frames > 0 ? 1 : 0;
    series.instances.append(std::move(instance));
}

void sort(SeriesInfo &series)
{
    std::ranges::stable_sort(series.instances, {}, &InstanceInfo::number);
}

void addOnce(QStringList &list, const QString &text)
{
    if (!text.isEmpty() && !list.contains(text))
        list.append(text);
}

// By Series Number, those without one last.
bool isBefore(const SeriesInfo &a, const SeriesInfo &b)
{
    bool aKnown = false;
    bool bKnown = false;
    const int x = a.header.seriesNumber.toInt(&aKnown);
    const int y = b.header.seriesNumber.toInt(&bKnown);
    if (aKnown != bKnown)
        return aKnown;
    return x != y ? x < y : a.header.seriesUid < b.header.seriesUid;
}

void summarise(StudyInfo &study)
{
    for (SeriesInfo &series : study.series) {
        sort(series);
        const ImagingHeader &header = series.header;
        if (study.description.isEmpty())
            study.description = header.studyDescription;
        if (!study.start.isValid())
            study.start = header.studyStart.isValid() ? header.studyStart : header.seriesStart;
        if (study.accession.isEmpty())
            study.accession = header.accession;
        if (study.referrer.isEmpty())
            study.referrer = header.referrer;
        addOnce(study.modalities, header.modality);
        addOnce(study.bodyParts, header.bodyPart);
        addOnce(study.institutions, header.institution);
        study.instances += int(series.instances.size());
    }
    study.modalities.sort();
    std::ranges::sort(study.series, isBefore);
}

// The timeline's row of each study, and what its sources are called.
Status addFacts(Connection &db, PersonId person, QList<StudyInfo> &studies)
{
    CHARTLINE_ASSIGN(Statement * query, db.cached("SELECT same_as, min(group_id) FROM fact WHERE person_id = ?1 "
                                                  "AND same_as <> '' GROUP BY same_as"));
    query->bind(1, person.value);
    QHash<QString, FactId> facts;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        facts.insert(query->text(0).mid(6), FactId{query->int64(1)}); // behind "study:"
    }
    query->reset();
    CHARTLINE_ASSIGN(Statement * names, db.cached("SELECT name, key FROM source WHERE id = ?1"));
    for (StudyInfo &study : studies) {
        study.fact = facts.value(study.uid);
        for (SourceInfo &source : study.sources) {
            names->bind(1, source.id.value);
            CHARTLINE_ASSIGN(const bool found, names->step());
            if (found) {
                source.name = names->text(0);
                source.key = names->text(1);
            }
            names->reset();
        }
    }
    return {};
}

bool isNewer(const StudyInfo &a, const StudyInfo &b)
{
    if (a.start.isValid() != b.start.isValid())
        return a.start.isValid();
    return a.start.isValid() && a.start.earliest() != b.start.earliest() ? a.start.earliest() > b.start.earliest()
                                                                         : a.uid < b.uid;
}

// Puts rows, in the order they come, into studies and series.
class Collector
{
public:
    explicit Collector(PersonId person)
        : m_person(person)
    { }

    Status add(const Statement &row)
    {
        InstanceInfo instance = instanceOf(row);
        const qint64 headerId = row.int64(11);
        if (!m_headers.contains(headerId)) {
            CHARTLINE_ASSIGN(const ImagingHeader header, StudyStore::fromBytes(row.blob(12)));
            m_headers.insert(headerId, header);
        }
        const ImagingHeader &header = m_headers[headerId];
        StudyInfo &study = studyOf(header);
        const auto same = [&](const SourceInfo &source) { return source.id == instance.source; };
        if (std::ranges::none_of(study.sources, same))
            study.sources.append({instance.source, {}, {}, 0});
        addTo(seriesOf(study, header), std::move(instance), m_seen);
        return {};
    }

    QList<StudyInfo> take()
    {
        for (StudyInfo &study : m_studies)
            summarise(study);
        std::ranges::sort(m_studies, isNewer);
        return std::move(m_studies);
    }

private:
    StudyInfo &studyOf(const ImagingHeader &header)
    {
        if (const auto known = m_studyAt.constFind(header.studyUid); known != m_studyAt.constEnd())
            return m_studies[*known];
        m_studyAt.insert(header.studyUid, m_studies.size());
        StudyInfo study;
        study.uid = header.studyUid;
        study.person = m_person;
        return m_studies.emplaceBack(std::move(study));
    }
    SeriesInfo &seriesOf(StudyInfo &study, const ImagingHeader &header)
    {
        const auto found = std::ranges::find_if(
            study.series, [&](const SeriesInfo &one) { return one.header.seriesUid == header.seriesUid; });
        if (found != study.series.end())
            return *found;
        return study.series.emplaceBack(SeriesInfo{header, {}, 0, 0});
    }

    PersonId m_person;
    QList<StudyInfo> m_studies;
    QHash<QString, qsizetype> m_studyAt;
    QHash<qint64, ImagingHeader> m_headers;
    QSet<QString> m_seen; // SOP Instance UIDs
};

#define CHARTLINE_INSTANCE_COLUMNS \
    "r.id, r.source_id, i.sop_uid, i.sop_class, i.transfer_syntax, i.number, i.frames, i.rows, i.columns, " \
    "i.unreadable, i.refers_to, i.header_id"

} // namespace

Result<QList<StudyInfo>> studies(Connection &db, PersonId person)
{
    CHARTLINE_ASSIGN(Statement * query,
                     db.cached("SELECT " CHARTLINE_INSTANCE_COLUMNS ", h.content FROM identity d "
                               "JOIN record r ON r.identity_id = d.id JOIN instance i ON i.record_id = r.id "
                               "JOIN imaging_header h ON h.id = i.header_id "
                               "WHERE d.person_id = ?1 AND r.state IN (0, 2) ORDER BY r.id"));
    query->bind(1, person.value);
    Collector collector(person);
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        if (const Status added = collector.add(*query); !added) {
            query->reset();
            return std::unexpected(added.error());
        }
    }
    query->reset();
    QList<StudyInfo> studies = collector.take();
    CHARTLINE_TRY(addFacts(db, person, studies));
    return studies;
}

Result<SeriesInfo> series(Connection &db, const QString &seriesUid, PersonId person)
{
    CHARTLINE_ASSIGN(Statement * query,
                     db.cached("SELECT " CHARTLINE_INSTANCE_COLUMNS ", h.content, i.image, d.person_id "
                               "FROM imaging_header h JOIN instance i ON i.header_id = h.id "
                               "JOIN record r ON r.id = i.record_id JOIN identity d ON d.id = r.identity_id "
                               "WHERE h.series_uid = ?1 AND r.state IN (0, 2) AND (?2 = 0 OR d.person_id = ?2) "
                               "ORDER BY r.id"));
    query->bind(1, seriesUid).bind(2, person.value);
    SeriesInfo series;
    QSet<QString> seen;
    PersonId owner;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query->step());
        if (!row)
            break;
        const PersonId whose{query->int64(14)};
        auto header = owner ? Result<ImagingHeader>(series.header) : StudyStore::fromBytes(query->blob(12));
        if (!header || (owner && whose != owner)) {
            query->reset();
            return header ? fail(ErrorCode::ConstraintViolated, {QStringLiteral("series of several people")})
                          : std::unexpected(header.error());
        }
        owner = whose;
        series.header = std::move(*header);
        InstanceInfo instance = instanceOf(*query);
        instance.image = query->blob(13);
        addTo(series, std::move(instance), seen);
    }
    query->reset();
    if (!owner)
        return fail(ErrorCode::NotFound, {seriesUid});
    sort(series);
    return series;
}

} // namespace Chartline::ImagingQueries
