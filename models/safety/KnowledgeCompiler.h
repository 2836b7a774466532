// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/KnowledgeText.h"

#include <optional>

namespace Chartline::Safety {

struct KnowledgeManifest
{
    QString name; // "Chartline"
    QString release; // "2026.11"
    QString issued; // ISO date
    QString expires; // ISO date
};

// Understands knowledge files and writes the compiled form (KnowledgeFormat). Anything that cannot be understood, names
// something undefined, or gives one name to two drugs, is a problem; with problems there is no result.
[[nodiscard]] std::optional<QByteArray> compileKnowledge(const QList<KnowledgeFile> &files,
                                                         const KnowledgeManifest &manifest,
                                                         QList<KnowledgeProblem> &problems);

} // namespace Chartline::Safety
