// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/KnowledgeBase.h"
#include "safety/PackFile.h"

namespace Chartline::Safety {

// The knowledge base inside the program: opened and checked once, at the first call.
[[nodiscard]] const KnowledgeResult<std::shared_ptr<const KnowledgeBase>> &embeddedKnowledge();

// The readable files it was made of, unpacked at each call: packs are compiled together with them.
[[nodiscard]] KnowledgeResult<QList<KnowledgeFile>> embeddedSources();
// Name and dates of a base, as they were given when it was compiled.
[[nodiscard]] KnowledgeManifest manifestOf(const KnowledgeBase &base);

} // namespace Chartline::Safety
