// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/Exposure.h"

namespace Chartline::Safety {

// What of a course does not depend on when it was taken: name, ingredients, way in, doses, witnesses, facts. `all`: its
// mentions, at least one, sorted; `known`: those of them that were said by `at`.
void summarize(DrugCourse &course, const QList<const DrugMention *> &all, const QList<const DrugMention *> &known,
               QDate at);

// Ascending, each once.
[[nodiscard]] QList<qint64> sortedFacts(QList<qint64> facts);

// How it gets in: by the mention, else by the drug's name.
[[nodiscard]] Route routeOf(const DrugMention &mention);
// Routes by which a drug acts at one place in the first line; courses of their own.
[[nodiscard]] bool isLocal(Route route);

} // namespace Chartline::Safety
