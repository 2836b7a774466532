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
    QString publisher = {}; // of a pack
};

// What a pack adds to the base.
struct KnowledgeAddition
{
    KnowledgeManifest manifest;
    QList<KnowledgeFile> files; // problems name them "PACK/FILE"
};

inline constexpr qsizetype mostKnowledgePacks = 200;

// Understands knowledge files and writes the compiled form (KnowledgeFormat). Anything that cannot be understood, names
// something undefined, or gives one name to two drugs, is a problem; with problems there is no result. The base's name
// and dates are those of the whole; rows of a pack name it.
[[nodiscard]] std::optional<QByteArray> compileKnowledge(const QList<KnowledgeFile> &files,
                                                         const KnowledgeManifest &manifest,
                                                         QList<KnowledgeProblem> &problems,
                                                         const QList<KnowledgeAddition> &packs = {});

} // namespace Chartline::Safety
