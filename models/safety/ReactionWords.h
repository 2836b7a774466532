// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/PatientContext.h"

#include <span>

namespace Chartline::Safety {

// What a reaction to a drug is called; sources in AllergyReactions.h.
struct ReactionWord
{
    const char *words; // normalized (DrugName); beginnings of words, English and German; whole ones before a blank
    AllergyEntry::Nature nature;
    AllergyEntry::Severity severity;
};
[[nodiscard]] std::span<const ReactionWord> reactionWords();

// Reactions that come as a code alone.
struct CodedReaction
{
    const char *code; // SNOMED CT
    AllergyEntry::Nature nature;
    AllergyEntry::Severity severity;
};
[[nodiscard]] std::span<const CodedReaction> codedReactions();

} // namespace Chartline::Safety
