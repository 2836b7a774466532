// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/Command.h"
#include "safety/RxNormPack.h"

namespace Chartline::Cli {

// What became of a pack, for people (in their language) and for programs ("not-trusted").
[[nodiscard]] QString verdictWords(const AddedPack &added);
[[nodiscard]] QString verdictName(AddedPack::Verdict verdict);
[[nodiscard]] QString useWords(const KnowledgePack &pack);
[[nodiscard]] QString useName(KnowledgePack::Use use);
[[nodiscard]] QJsonObject toJson(const KnowledgePack &pack);
[[nodiscard]] QJsonObject toJson(const AddedPack &added);
[[nodiscard]] QJsonObject toJson(const Safety::RxNormReport &report);
// One line each, "FILE:LINE: words", as compilers do.
[[nodiscard]] QStringList problemLines(const QList<Safety::KnowledgeProblem> &problems);

} // namespace Chartline::Cli
