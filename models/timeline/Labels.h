// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "clinical/Elements.h"
#include "store/Connection.h"

#include <QHash>

namespace Chartline {

// `from`: the record that makes the reference; what its own file calls by that name comes first.
//
// What a reference's target is called, from the records received: a practitioner's name, a drug, a problem's title.
// The reference's own display where the target has not been received; empty where neither is known.
[[nodiscard]] Result<QString> labelOf(Connection &db, RecordId from, SourceId source,
                                      const Clinical::Reference &reference);

// The current record a reference points to; null where it has not been received.
[[nodiscard]] Result<RecordId> recordOf(Connection &db, RecordId from, SourceId source,
                                        const Clinical::Reference &reference);

// When each of a person's current records was last updated at its source (milliseconds since 1970 UTC); those that do
// not say are left out.
[[nodiscard]] Result<QHash<RecordId, qint64>> recordUpdates(Connection &db, PersonId person);

// The format each of a person's current records was received in ("fhir-json").
[[nodiscard]] Result<QHash<RecordId, QString>> recordFormats(Connection &db, PersonId person);

} // namespace Chartline
