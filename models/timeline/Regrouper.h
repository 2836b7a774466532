// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/Connection.h"
#include "timeline/FactGrouper.h"

namespace Chartline {

// Reads what groupFacts() needs of a person, in id order.
[[nodiscard]] Result<QList<GroupInput>> groupInputs(Connection &db, PersonId person);

// By the rules of groupFacts() and what people have said; `facts` as groupInputs() gives them.
[[nodiscard]] Result<QList<FactId>> groupsOf(Connection &db, PersonId person, const QList<GroupInput> &facts);

// Merges a person's facts anew where more than one source speaks; writes only the rows that change. Writer, in a
// transaction.
[[nodiscard]] Status regroup(Connection &db, PersonId person);

} // namespace Chartline
