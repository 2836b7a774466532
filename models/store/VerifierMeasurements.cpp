// SPDX-License-Identifier: Apache-2.0
#include "store/MeasurementStore.h"
#include "store/Verifier.h"

namespace Chartline {

// Every version can be read and makes sense, none is missing, and what it names is there. An image whose series was
// sent again under other numbers may have gone; that is a problem too, as the measurement cannot be shown any more.
Status Verifier::checkMeasurements()
{
    struct Check
    {
        const char *sql; // ids of the rows that are wrong
        const char *words;
    };
    static constexpr Check checks[] = {
        {"SELECT min(id) FROM measurement GROUP BY uid HAVING count(*) <> max(version) OR min(version) <> 1",
         "measurement row %1: a version is missing"},
        {"SELECT min(id) FROM finding GROUP BY uid HAVING count(*) <> max(version) OR min(version) <> 1",
         "finding row %1: a version is missing"},
        {"SELECT id FROM finding WHERE role NOT IN (0, 1, 2) OR name = ''", "finding row %1 makes no sense"},
        {"SELECT id FROM measurement WHERE finding_uid <> '' AND finding_uid NOT IN (SELECT uid FROM finding)",
         "measurement row %1 belongs to a finding that is not there"},
        {"SELECT m.id FROM measurement m WHERE NOT EXISTS (SELECT 1 FROM instance i "
         "JOIN imaging_header h ON h.id = i.header_id JOIN record r ON r.id = i.record_id "
         "WHERE i.sop_uid = m.sop_uid AND h.series_uid = m.series_uid AND h.study_uid = m.study_uid "
         "AND r.identity_id = m.identity_id)",
         "measurement row %1 is on an image that is not there"},
    };
    for (const Check &check : checks) {
        CHARTLINE_ASSIGN(Statement query, m_db.prepare(check.sql));
        for (;;) {
            CHARTLINE_ASSIGN(const bool row, query.step());
            if (!row)
                break;
            addProblem(QString::fromLatin1(check.words).arg(query.int64(0)));
        }
    }
    CHARTLINE_ASSIGN(Statement query, m_db.prepare("SELECT id, kind, points, figures, study_uid, series_uid, sop_uid, "
                                                   "frame, label, finding_uid FROM measurement ORDER BY id"));
    for (;;) {
        CHARTLINE_ASSIGN(const bool row, query.step());
        if (!row)
            break;
        const auto points = MeasurementStore::pointsFromBytes(query.blob(2));
        const auto figures = MeasurementStore::figuresFromBytes(query.blob(3));
        StoredMeasurement measurement;
        measurement.kind = query.text(1);
        measurement.points = points.value_or(QList<std::array<double, 3>>());
        measurement.study = query.text(4);
        measurement.series = query.text(5);
        measurement.sopInstance = query.text(6);
        measurement.frame = query.integer(7);
        measurement.label = query.text(8);
        measurement.finding = query.text(9);
        if (!points || !figures || !MeasurementStore::isSound(measurement))
            addProblem(QStringLiteral("measurement row %1 makes no sense").arg(query.int64(0)));
        ++m_report.checked.measurements;
    }
    return advance();
}

} // namespace Chartline
