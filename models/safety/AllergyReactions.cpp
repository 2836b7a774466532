// SPDX-License-Identifier: Apache-2.0
#include "safety/AllergyReactions.h"

#include "safety/DrugName.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace Chartline::Safety {

using namespace Qt::StringLiterals;

namespace {

using Nature = AllergyEntry::Nature;
using Severity = AllergyEntry::Severity;

struct Reaction
{
    const char *words; // beginnings of words, English and German
    Nature nature;
    Severity severity;
};
constexpr Reaction s_reactions[] = {
    {"anaphyla", Nature::Immune, Severity::Severe},
    {"angioedema", Nature::Immune, Severity::Severe},
    {"angiooedem", Nature::Immune, Severity::Severe},
    {"angioodem", Nature::Immune, Severity::Severe},
    {"quincke", Nature::Immune, Severity::Severe},
    {"stevens", Nature::Immune, Severity::Severe},
    {"sjs", Nature::Immune, Severity::Severe},
    {"toxic epidermal", Nature::Immune, Severity::Severe},
    {"lyell", Nature::Immune, Severity::Severe},
    {"dress", Nature::Immune, Severity::Severe},
    {"exfoliative", Nature::Immune, Severity::Severe},
    {"erythema multiforme", Nature::Immune, Severity::Severe},
    {"serum sickness", Nature::Immune, Severity::Severe},
    {"laryngeal", Nature::Immune, Severity::Severe},
    {"throat", Nature::Immune, Severity::Severe},
    {"bronchospasm", Nature::Immune, Severity::Severe},
    {"hypersensitivity pneumon", Nature::Immune, Severity::Severe},
    {"interstitial nephritis", Nature::Immune, Severity::Severe},
    {"agranulocytosis", Nature::Immune, Severity::Severe},
    {"hemolytic", Nature::Immune, Severity::Severe},
    {"haemolytic", Nature::Immune, Severity::Severe},
    {"thrombocytopenia", Nature::Immune, Severity::Severe},
    {"shock", Nature::Immune, Severity::Severe},
    {"wheez", Nature::Immune, Severity::Moderate},
    {"dyspn", Nature::Immune, Severity::Moderate},
    {"shortness of breath", Nature::Immune, Severity::Moderate},
    {"atemnot", Nature::Immune, Severity::Moderate},
    {"swelling", Nature::Immune, Severity::Moderate},
    {"schwellung", Nature::Immune, Severity::Moderate},
    {"hives", Nature::Immune, Severity::Unknown},
    {"urticaria", Nature::Immune, Severity::Unknown},
    {"urtikaria", Nature::Immune, Severity::Unknown},
    {"rash", Nature::Immune, Severity::Unknown},
    {"exanthem", Nature::Immune, Severity::Unknown},
    {"ausschlag", Nature::Immune, Severity::Unknown},
    {"eruption", Nature::Immune, Severity::Unknown},
    {"eczema", Nature::Immune, Severity::Unknown},
    {"dermatitis", Nature::Immune, Severity::Unknown},
    {"erythema", Nature::Immune, Severity::Unknown},
    {"itch", Nature::Immune, Severity::Unknown},
    {"prurit", Nature::Immune, Severity::Unknown},
    {"juckreiz", Nature::Immune, Severity::Unknown},
    {"rhinitis", Nature::Immune, Severity::Unknown},
    {"conjunctivitis", Nature::Immune, Severity::Unknown},
    {"nausea", Nature::Intolerance, Severity::Unknown},
    {"ubelkeit", Nature::Intolerance, Severity::Unknown},
    {"vomit", Nature::Intolerance, Severity::Unknown},
    {"emesis", Nature::Intolerance, Severity::Unknown},
    {"erbrechen", Nature::Intolerance, Severity::Unknown},
    {"diarrh", Nature::Intolerance, Severity::Unknown},
    {"durchfall", Nature::Intolerance, Severity::Unknown},
    {"constipation", Nature::Intolerance, Severity::Unknown},
    {"stomach", Nature::Intolerance, Severity::Unknown},
    {"abdominal pain", Nature::Intolerance, Severity::Unknown},
    {"gastrointestinal", Nature::Intolerance, Severity::Unknown},
    {"gi upset", Nature::Intolerance, Severity::Unknown},
    {"dyspepsia", Nature::Intolerance, Severity::Unknown},
    {"heartburn", Nature::Intolerance, Severity::Unknown},
    {"headache", Nature::Intolerance, Severity::Unknown},
    {"dizz", Nature::Intolerance, Severity::Unknown},
    {"drows", Nature::Intolerance, Severity::Unknown},
    {"somnolence", Nature::Intolerance, Severity::Unknown},
    {"fatigue", Nature::Intolerance, Severity::Unknown},
    {"insomnia", Nature::Intolerance, Severity::Unknown},
    {"confusion", Nature::Intolerance, Severity::Unknown},
    {"hallucination", Nature::Intolerance, Severity::Unknown},
    {"myalgia", Nature::Intolerance, Severity::Unknown},
    {"muscle", Nature::Intolerance, Severity::Unknown},
    {"cough", Nature::Intolerance, Severity::Unknown},
    {"palpitation", Nature::Intolerance, Severity::Unknown},
    {"flushing", Nature::Intolerance, Severity::Unknown},
    {"tremor", Nature::Intolerance, Severity::Unknown},
    {"bradycardia", Nature::Intolerance, Severity::Unknown},
};

// Reactions that come as a code alone (SNOMED CT).
struct CodedReaction
{
    const char *code;
    Nature nature;
    Severity severity;
};
constexpr CodedReaction s_coded[] = {
    {"39579001", Nature::Immune, Severity::Severe}, // anaphylaxis
    {"417516000", Nature::Immune, Severity::Severe}, // anaphylaxis due to substance
    {"41291007", Nature::Immune, Severity::Severe}, // angioedema
    {"73442001", Nature::Immune, Severity::Severe}, // Stevens-Johnson syndrome
    {"768962006", Nature::Immune, Severity::Severe}, // Lyell syndrome
    {"4386001", Nature::Immune, Severity::Severe}, // bronchospasm
    {"126485001", Nature::Immune, Severity::Unknown}, // urticaria
    {"247472004", Nature::Immune, Severity::Unknown}, // weal
    {"271807003", Nature::Immune, Severity::Unknown}, // eruption of skin
    {"418290006", Nature::Immune, Severity::Unknown}, // itching
    {"418363000", Nature::Immune, Severity::Unknown}, // itching of skin
    {"56018004", Nature::Immune, Severity::Moderate}, // wheezing
    {"267036007", Nature::Immune, Severity::Moderate}, // dyspnoea
    {"422587007", Nature::Intolerance, Severity::Unknown}, // nausea
    {"422400008", Nature::Intolerance, Severity::Unknown}, // vomiting
    {"62315008", Nature::Intolerance, Severity::Unknown}, // diarrhoea
    {"25064002", Nature::Intolerance, Severity::Unknown}, // headache
    {"404640003", Nature::Intolerance, Severity::Unknown}, // dizziness
    {"49727002", Nature::Intolerance, Severity::Unknown}, // cough
};

Severity severityOf(const QString &word)
{
    const QString lower = word.toLower();
    return lower == "severe"_L1     ? Severity::Severe
           : lower == "moderate"_L1 ? Severity::Moderate
           : lower == "mild"_L1     ? Severity::Mild
                                    : Severity::Unknown;
}

void join(ReactionJudgement &judgement, Nature nature, Severity severity)
{
    if (judgement.nature == Nature::Unknown || nature == Nature::Immune)
        judgement.nature = nature;
    judgement.severity = std::max(judgement.severity, severity);
}

void readWords(const QString &text, ReactionJudgement &judgement)
{
    const QByteArray words = ' ' + DrugName::normalized(text);
    for (const Reaction &reaction : s_reactions) {
        if (words.contains(QByteArray(" ") + reaction.words))
            join(judgement, reaction.nature, reaction.severity);
    }
}

} // namespace

ReactionJudgement judgeReactions(const Clinical::AllergyIntolerance &allergy)
{
    ReactionJudgement judgement;
    for (const Clinical::AllergyReaction &reaction : allergy.reactions) {
        for (const Clinical::CodeableConcept &manifestation : reaction.manifestations) {
            readWords(manifestation.text, judgement);
            for (const Clinical::Coding &coding : manifestation.codings) {
                readWords(coding.display, judgement);
                const auto known = std::ranges::find_if(
                    s_coded, [&](const CodedReaction &c) { return coding.code == QLatin1StringView(c.code); });
                if (known != std::end(s_coded))
                    join(judgement, known->nature, known->severity);
            }
        }
        readWords(reaction.description, judgement);
        judgement.severity = std::max(judgement.severity, severityOf(reaction.severity));
    }
    for (const Clinical::Annotation &note : allergy.notes) {
        if (allergy.reactions.isEmpty())
            readWords(note.text, judgement);
    }
    if (allergy.criticality == "high"_L1)
        judgement.severity = Severity::Severe;
    if (judgement.nature == Nature::Unknown && allergy.allergyType == "intolerance"_L1)
        judgement.nature = Nature::Intolerance;
    return judgement;
}

QString allergySubstance(const QString &text)
{
    static const QRegularExpression around(
        u"\\b(drug|medication|food|known|propensity|history|adverse|reactions?|of|to|for|allerg(y|ies|ic|ie)|gegen|"
        "intoleran(ce|t|z)|hypersensitivity|sensitivity|contact|personal|status|disorder|finding|substance|"
        "containing|products?|preparations?|medicinal|and|or|other)\\b|[()]"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString rest = text;
    rest.replace(around, u" "_s);
    return rest.simplified();
}

} // namespace Chartline::Safety
