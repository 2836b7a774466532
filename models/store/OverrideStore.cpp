// SPDX-License-Identifier: Apache-2.0
#include "store/OverrideStore.h"

#include <QCborMap>
#include <QCborValue>
#include <cmath>

namespace Chartline {

namespace {

constexpr qsizetype s_longestComment = 4000;
constexpr qsizetype s_longestId = 2000;

QByteArray toBytes(const QMap<QString, double> &snapshot)
{
    QCborMap map;
    for (auto figure = snapshot.cbegin(); figure != snapshot.cend(); ++figure)
        map.insert(figure.key(), figure.value());
    return map.toCborValue().toCbor();
}

Result<QMap<QString, double>> fromBytes(const QByteArray &bytes)
{
    QCborParserError problem;
    const QCborValue value = QCborValue::fromCbor(bytes, &problem);
    QMap<QString, double> snapshot;
    bool ok = problem.error == QCborError::NoError && value.isMap();
    for (const auto &[key, figure] : value.toMap()) {
        ok = ok && key.isString() && figure.isDouble() && std::isfinite(figure.toDouble());
        snapshot.insert(key.toString(), figure.toDouble());
    }
    if (!ok)
        return fail(ErrorCode::DatabaseDamaged, {QString(), QStringLiteral("safety_override")});
    return snapshot;
}

} // namespace

Result<QList<StoredOverride>> OverrideStore::of(PersonId person)
{
    CHARTLINE_ASSIGN(Statement query,
                     m_db.prepare("SELECT o.alert, o.reason, o.comment, o.author, o.time, o.tier, o.snapshot "
                                  "FROM safety_override o JOIN identity d ON d.id = o.identity_id "
                                  "WHERE d.person_id = ?1 ORDER BY o.id DESC"));
    query.bind(1, person.value);
    QList<StoredOverride> all;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query.step());
        if (!row)
            return all;
        StoredOverride override_;
        override_.alert = query.text(0);
        override_.reason = query.text(1);
        override_.comment = query.text(2);
        override_.author = query.text(3);
        override_.time = query.int64(4);
        override_.tier = query.integer(5);
        // One that cannot be read silences nothing: its alert is shown as if no one had answered it.
        if (const auto snapshot = fromBytes(query.blob(6))) {
            override_.snapshot = *snapshot;
            all.append(std::move(override_));
        }
    }
}

Status OverrideStore::add(PersonId person, const StoredOverride &override_)
{
    if (override_.alert.isEmpty() || override_.alert.size() > s_longestId || override_.reason.size() > s_longestId
        || override_.comment.size() > s_longestComment)
        return fail(ErrorCode::ConstraintViolated, {QStringLiteral("safety_override")});
    CHARTLINE_ASSIGN(Statement owner, m_db.prepare("SELECT min(id) FROM identity WHERE person_id = ?1"));
    owner.bind(1, person.value);
    CHARTLINE_ASSIGN(const bool found, owner.step());
    if (!found || owner.isNull(0))
        return fail(ErrorCode::NotFound, {QStringLiteral("person")});
    CHARTLINE_ASSIGN(Statement row,
                     m_db.prepare("INSERT INTO safety_override (identity_id, alert, reason, comment, author, time, "
                                  "tier, snapshot) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
    const QByteArray snapshot = toBytes(override_.snapshot);
    row.bind(1, owner.int64(0)).bind(2, override_.alert).bind(3, override_.reason).bind(4, override_.comment);
    row.bind(5, override_.author).bind(6, override_.time).bind(7, override_.tier).bind(8, snapshot);
    return row.run();
}

} // namespace Chartline
