// SPDX-License-Identifier: Apache-2.0
#include "safety/AllergyReactions.h"

#include "safety/DrugName.h"
#include "safety/ReactionWords.h"

#include <QRegularExpression>
#include <algorithm>

namespace Chartline::Safety {

using namespace Qt::StringLiterals;

namespace {

using Nature = AllergyEntry::Nature;
using Severity = AllergyEntry::Severity;

Severity severityOf(const QString &word)
{
    const QString lower = word.toLower();
    return lower == "severe"_L1     ? Severity::Severe
           : lower == "moderate"_L1 ? Severity::Moderate
           : lower == "mild"_L1     ? Severity::Mild
                                    : Severity::Unknown;
}

// What is told of reactions, one at a time.
struct Told
{
    ReactionJudgement judgement;
    int known = 0;
    int unknown = 0;
};

void join(Told &told, Nature nature, Severity severity)
{
    if (told.judgement.nature == Nature::Unknown || nature == Nature::Immune)
        told.judgement.nature = nature;
    told.judgement.severity = std::max(told.judgement.severity, severity);
}

// Normalized, in blanks. Swelling of the legs is water, not allergy.
QByteArray reactionText(const QString &text)
{
    static const QRegularExpression legs(
        u"\\b(?:(?:ankles?|legs?|peripheral|pedal|foot|feet|lower limbs?|lower "
        u"extremit(?:y|ies)|dependent|kn(?:oe|ö)chel|"
        "bein)[\\s-]*(?:swelling|swollen|o?edema|(?:ö|oe)deme?|schwellung)|swollen (?:ankles?|legs?|feet|foot)|"
        "(?:swelling|swollen|o?edema) (?:of|in) (?:the |both )?(?:ankles?|legs?|feet|foot|lower \\w+))"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString plain = text;
    plain.replace(legs, u" dependent oedema "_s);
    return ' ' + DrugName::normalized(plain) + ' ';
}

bool readWords(const QString &text, Told &told)
{
    const QByteArray words = reactionText(text);
    bool isKnown = false;
    for (const ReactionWord &reaction : reactionWords()) {
        if (!words.contains(QByteArray(" ") + reaction.words))
            continue;
        join(told, reaction.nature, reaction.severity);
        isKnown = true;
    }
    return isKnown;
}

// "Nausea, no rash": what is said not to have been does not count. Of a denial that is not understood ("no pulse") the
// words stay.
QStringList affirmedClauses(const QString &text)
{
    static const QRegularExpression separators(u"[,;\\n]|\\b(?:but|aber)\\b"_s,
                                               QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression denial(u"\\b(?:no|without|denies|denied|ohne|keine?)\\s"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    QStringList clauses;
    for (const QString &clause : text.split(separators, Qt::SkipEmptyParts)) {
        const auto match = denial.match(clause);
        Told denied;
        const bool isDenied = match.hasMatch() && readWords(clause.mid(match.capturedStart()), denied);
        const QString rest = isDenied ? clause.left(match.capturedStart()) : clause;
        if (!rest.simplified().isEmpty())
            clauses.append(rest);
    }
    return clauses;
}

// One reaction in its text, or several parted by commas.
void readText(const QString &text, Told &told)
{
    for (const QString &clause : affirmedClauses(text))
        ++(readWords(clause, told) ? told.known : told.unknown);
}

// Its code, its text and its displays are one reaction.
void readManifestation(const Clinical::CodeableConcept &manifestation, Told &told)
{
    bool isKnown = false;
    for (const Clinical::Coding &coding : manifestation.codings) {
        const auto coded = std::ranges::find_if(
            codedReactions(), [&](const CodedReaction &c) { return coding.code == QLatin1StringView(c.code); });
        if (coded != codedReactions().end()) {
            join(told, coded->nature, coded->severity);
            isKnown = true;
        }
        isKnown |= coding.display != manifestation.text && readWords(coding.display, told);
    }
    const int before = told.unknown;
    readText(manifestation.text, told);
    if (isKnown) {
        told.unknown = before;
        ++told.known;
    } else if (manifestation.text.isEmpty() && !manifestation.codings.isEmpty()) {
        ++told.unknown;
    }
}

} // namespace

ReactionJudgement judgeReactions(const Clinical::AllergyIntolerance &allergy)
{
    Told told;
    for (const Clinical::AllergyReaction &reaction : allergy.reactions) {
        for (const Clinical::CodeableConcept &manifestation : reaction.manifestations)
            readManifestation(manifestation, told);
        // A description is prose: what is not understood in it tells nothing, unless there is nothing else.
        const int before = told.unknown;
        readText(reaction.description, told);
        if (told.known > 0 || !reaction.manifestations.isEmpty())
            told.unknown = before;
        told.judgement.severity = std::max(told.judgement.severity, severityOf(reaction.severity));
    }
    if (allergy.reactions.isEmpty()) {
        for (const Clinical::Annotation &note : allergy.notes)
            told.known += readWords(note.text, told) ? 1 : 0;
    }
    ReactionJudgement judgement = told.judgement;
    if (allergy.criticality == "high"_L1)
        judgement.severity = Severity::Severe;
    // One reaction that is not understood beside others that are no allergy is none either; two may be anything.
    if (judgement.nature == Nature::Intolerance && told.unknown > 1)
        judgement.nature = Nature::Unknown;
    if (judgement.nature == Nature::Unknown && told.unknown == 0 && allergy.allergyType == "intolerance"_L1)
        judgement.nature = Nature::Intolerance;
    return judgement;
}

bool isReactionWord(QByteArrayView word)
{
    return std::ranges::any_of(reactionWords(), [&](const ReactionWord &reaction) {
        const QByteArrayView words(reaction.words);
        return words.endsWith(' ') ? word == words.chopped(1) : word.startsWith(words);
    });
}

QString allergySubstance(const QString &text)
{
    static const QRegularExpression around(
        u"\\b(drug|medication|food|known|propensity|history|adverse|reactions?|of|to|for|allerg(y|ies|ic|ie)|gegen|"
        "intoleran(ce|t|z)|hypersensitivity|sensitivity|contact|personal|status|disorder|finding|substance|"
        "containing|products?|preparations?|medicinal|and|or|other|organism|situation|life)\\b|[()]"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString rest = text;
    rest.replace(around, u" "_s);
    return rest.simplified();
}

} // namespace Chartline::Safety
