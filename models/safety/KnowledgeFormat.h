// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTypes>
#include <array>

namespace Chartline::Safety {

// The compiled form of the knowledge base: one block of memory, read in place. Little-endian, every section aligned to
// 8 bytes, a SHA-256 over all that comes before it at the end.
namespace KnowledgeFormat {

inline constexpr std::array<char, 8> magic{'C', 'H', 'K', 'N', 'O', 'W', '1', '\n'};
inline constexpr quint32 version = 3;
inline constexpr qsizetype digestSize = 32;

enum Section : quint32 {
    Strings, // UTF-8, one after the other
    Terms, // TermRow: all vocabularies, in the order of Vocabulary
    Classes, // ClassRow
    References, // ReferenceRow
    Ingredients, // IngredientRow, by name
    Facts, // FactRow, an ingredient's together
    ClassSets, // quint64, classWords for each ingredient: its classes and their parents
    Codes, // CodeRow, by system and code
    Names, // NameRow: an open hash table, a power of two long
    Spellings, // NameRow, by spelling key
    Targets, // quint16: ingredients of a name, one after the other
    SelectorSets, // quint64, selectorWords for each ingredient: the selectors that it fits
    Rules, // RuleRow
    RuleEffects, // quint16: terms, a rule's together
    Contexts, // ContextRow, a rule's together
    Additives, // AdditiveRow
    Mechanisms, // MechanismRow
    Exceptions, // ExceptionRow
    Duplicates, // DuplicateRow
    TermKeys, // TermKeyRow, by kind, key and term
    TermUnits, // TermUnitRow, a term's together
    TermLinks, // TermLinkRow, by kind and first term
    SideSets, // quint64, four sets for each ingredient: rules of which it is `a`, `b`; exceptions of which it is `a`,
              // `b`
    Packs, // PackRow: the base first
    SectionCount
};

struct Text
{
    quint32 offset = 0;
    quint32 length = 0;
};

struct SectionRow
{
    quint64 offset = 0;
    quint64 bytes = 0;
};

struct Header
{
    std::array<char, 8> magic{};
    quint32 version = 0;
    quint32 classWords = 0; // of 64 bits, of each set in ClassSets
    quint32 selectorWords = 0; // the same of SelectorSets
    quint32 selectors = 0;
    quint32 ruleWords = 0; // of the first two in SideSets
    quint32 exceptionWords = 0; // of the last two
    Text name; // of the knowledge base or pack
    Text release; // "2026.11"
    Text issued; // ISO date
    Text expires; // ISO date: from then on it is out of date
    std::array<SectionRow, SectionCount> sections;
};

// Whose knowledge a row is: an index into Packs.
struct PackRow
{
    Text name;
    Text release;
    Text issued; // ISO date
    Text expires; // ISO date
    Text publisher; // empty: of the base
};

struct TermRow
{
    quint32 vocabulary = 0;
    Text id;
    Text extra; // unit of a laboratory test
    Text name; // for people; empty: none is given
    float days =
        0; // of a condition: how long it counts (0: until its end; -1: ever); of a test: how long it speaks of now
    float low = 0; // of a test: plausible values; both 0: any
    float high = 0;
    float upper = 0; // of a test in multiples of the upper limit of normal: that limit where none is told; 0: none
    Text upperUnit;
};

// What a term is recognised by.
struct TermKeyRow
{
    quint16 kind = 0; // TermKey
    quint16 term = 0;
    Text key; // a code, the beginning of one, or normalized words
};

struct TermUnitRow
{
    quint32 term = 0;
    Text unit; // as sources write it
    float unused = 0;
    double factor = 0; // a value in it times this is in the term's own unit
};

// What one term says of another one.
struct TermLinkRow
{
    quint8 kind = 0; // TermLink
    quint8 tier = 0; // Tier, of Cross and Reaches
    char bad = 0; // of Watch: 'h' or 'l', which way is the bad one
    quint8 pack = 0;
    quint16 from = 0;
    quint16 to = 0;
    Text words;
    Text source;
};

struct ClassRow
{
    Text id;
    Text name;
};

struct ReferenceRow
{
    Text id;
    Text citation;
};

struct IngredientRow
{
    Text name;
    quint32 rxcui = 0; // 0: none
    quint32 firstFact = 0;
    quint16 factCount = 0;
    quint8 kind = 0;
    quint8 index = 0; // TherapeuticIndex
    float halfLifeHours = 0; // 0: not known
    float renal = -1; // fraction; -1: not known
    Text source; // of all facts that have none of their own
    quint32 pack = 0;
};

struct FactRow
{
    quint8 kind = 0; // FactKind
    quint8 level = 0;
    quint8 advice = 0; // Advice
    char compare = 0; // '<', '>', or 0
    quint16 term = 0; // index into Terms
    quint16 unused = 0;
    float number = 0;
    Text words;
    Text source; // empty: the ingredient's
};

struct CodeRow
{
    quint32 system = 0; // CodeSystem
    Text code;
    quint32 target = 0; // index into Targets
    quint32 count = 0;
};

struct NameRow
{
    Text text; // normalized; empty: a free place
    quint32 target = 0;
    quint16 count = 0; // ingredients; 0: free
    quint8 kind = 0; // NameKind
    quint8 words = 0; // of the name; in the place of a first word: of the longest name that begins with it
};

// Where a side of a rule has none.
inline constexpr quint16 none = 0xffff;

// What is said of an interaction, whatever found it.
struct WordsRow
{
    Text happens;
    Text manage;
    Text why;
    Text source;
    quint32 pack = 0;
};

struct RuleRow
{
    Text id;
    quint16 a = none; // selectors
    quint16 b = none;
    quint16 c = none;
    quint8 tier = 0; // Tier
    quint8 evidence = 0; // Evidence
    WordsRow words;
    quint32 firstEffect = 0;
    quint16 effectCount = 0;
    quint16 contextCount = 0;
    quint32 firstContext = 0;
    quint8 isPair = 0; // names drugs, not only classes of them
    std::array<quint8, 3> unused{};
};

struct ContextRow
{
    quint8 act = 0; // ContextAct
    quint8 kind = 0; // ContextKind
    char compare = 0;
    char side = 0; // 'a', 'b', 'c', or 0
    quint16 term = none; // condition, test or route; index into Terms
    quint16 selector = none; // of With and Without
    float number = 0;
    Text words;
    quint32 unused = 0;
};

// Several drugs with the same effect.
struct AdditiveRow
{
    quint16 effect = 0; // index into Terms
    quint16 contextCount = 0;
    quint32 firstContext = 0;
    std::array<std::array<quint8, 4>, 4> tiers{}; // Tier, by the levels of both; symmetric
    WordsRow words;
};

// A drug that another one's system is changed by.
struct MechanismRow
{
    quint8 act = 0; // MechanismAct
    std::array<quint8, 3> unused{};
    // Tier by strength (1–3), sensitivity (1–3) and therapeutic index (TherapeuticIndex).
    std::array<std::array<std::array<quint8, 3>, 4>, 4> tiers{};
    WordsRow words;
};

struct ExceptionRow
{
    Text id;
    quint16 a = none;
    quint16 b = none;
    quint16 effect = none; // index into Terms; none: any
    quint8 of = 0; // ExceptionOf
    quint8 pack = 0;
    Text rule; // id, of a rule
    Text why;
};

struct DuplicateRow
{
    quint16 selector = none;
    quint16 contextCount = 0;
    quint32 firstContext = 0;
    quint32 tier = 0;
    Text name; // of what there is too much of
    WordsRow words;
};

// Of a table of names: how far from its place a name is looked for.
inline constexpr std::size_t mostNameSteps = 64;

[[nodiscard]] constexpr quint64 hash(const char *bytes, qsizetype count)
{
    // FNV-1a, then its bits mixed: only a place in a table, not a check.
    quint64 value = 0xcbf29ce484222325ULL;
    for (qsizetype i = 0; i < count; ++i)
        value = (value ^ quint8(bytes[i])) * 0x100000001b3ULL;
    value ^= value >> 32;
    return value * 0x9e3779b97f4a7c15ULL >> 20;
}

} // namespace KnowledgeFormat

} // namespace Chartline::Safety
