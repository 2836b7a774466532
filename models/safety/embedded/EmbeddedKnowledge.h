// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/KnowledgeBase.h"

namespace Chartline::Safety {

// The knowledge base inside the program: opened and checked once, at the first call.
[[nodiscard]] const KnowledgeResult<std::shared_ptr<const KnowledgeBase>> &embeddedKnowledge();

} // namespace Chartline::Safety
