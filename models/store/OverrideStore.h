// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "store/Connection.h"

#include <QList>
#include <QMap>

namespace Chartline {

// A person's answer to a medication-safety alert: acknowledged for a coded reason, or (with an empty reason) taken
// back.
struct StoredOverride
{
    QString alert; // id of the alert
    QString reason; // code; empty: the acknowledgement before it is taken back
    QString comment;
    QString author;
    qint64 time = 0; // milliseconds since 1970 UTC
    int tier = 0; // of the alert then
    QMap<QString, double> snapshot; // figures that the alert rested on then
    bool operator==(const StoredOverride &) const = default;
};

// Who answered which alert when and why. Rows are only ever added.
class OverrideStore
{
public:
    explicit OverrideStore(Connection &db)
        : m_db(db)
    { }

    // All of a person, by whichever identity, the newest first; without those whose figures cannot be read.
    [[nodiscard]] Result<QList<StoredOverride>> of(PersonId person);
    // Writer, within a transaction. ConstraintViolated for what makes no sense, NotFound where there is no such person.
    [[nodiscard]] Status add(PersonId person, const StoredOverride &override_);

private:
    Connection &m_db;
};

} // namespace Chartline
