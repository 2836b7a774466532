// SPDX-License-Identifier: Apache-2.0
#include "safety/RouteWords.h"

#include "safety/DrugName.h"
#include "safety/ProductWords.h"

#include <QRegularExpression>

namespace Chartline::Safety {

using namespace Qt::StringLiterals;

namespace {

struct CodedRoute
{
    const char *code;
    Route route;
};

// SNOMED CT: route of administration values (hl7.org/fhir/valueset-route-codes), and the adjectives and procedures that
// records carry in their place.
constexpr CodedRoute s_snomed[] = {
    {"26643006", Route::Oral},        {"260548002", Route::Oral},       {"394899003", Route::Oral},
    {"386359008", Route::Oral},       {"127490009", Route::Oral}, // gastrostomy
    {"127492001", Route::Oral}, // nasogastric
    {"47625008", Route::Parenteral},  {"255560000", Route::Parenteral}, {"34206005", Route::Parenteral},
    {"263887005", Route::Parenteral}, {"78421000", Route::Parenteral},  {"255559005", Route::Parenteral},
    {"372464004", Route::Parenteral}, // intradermal
    {"72607000", Route::Parenteral}, // intrathecal
    {"404820008", Route::Parenteral}, // epidural
    {"38239002", Route::Parenteral}, // intraperitoneal
    {"45890007", Route::Transdermal}, {"6064005", Route::Topical},      {"359540000", Route::Topical},
    {"448598008", Route::Topical},    {"54485002", Route::Ophthalmic},  {"10547007", Route::Otic},
    {"46713006", Route::Nasal},       {"447694001", Route::Inhaled},    {"422237004", Route::Inhaled},
    {"321667001", Route::Inhaled},    {"37161004", Route::Rectal},      {"16857009", Route::Vaginal},
    {"37839007", Route::Buccal},      {"54471007", Route::Buccal},      {"58100008", Route::IntraArticular},
    {"372449004", Route::Dental},
};

// EDQM standard terms, routes of administration.
constexpr CodedRoute s_edqm[] = {
    {"20053000", Route::Oral},
    {"20045000", Route::Parenteral},
    {"20049000", Route::Nasal},
};

// Abbreviations that drug names do not have.
constexpr CodedRoute s_short[] = {
    {"or", Route::Oral},
    {"oraal", Route::Oral},
    {"einnehmen", Route::Oral},
    {"ivinj", Route::Parenteral},
    {"ivp", Route::Parenteral},
    {"ivpb", Route::Parenteral},
    {"iminj", Route::Parenteral},
    {"sqinj", Route::Parenteral},
    {"subkutan", Route::Parenteral},
    {"subcutaan", Route::Parenteral},
    {"intravenos", Route::Parenteral},
    {"intramuskular", Route::Parenteral},
    {"subcutanea", Route::Parenteral},
    {"sq", Route::Parenteral},
    {"ipinhl", Route::Inhaled},
    {"inh", Route::Inhaled},
    {"neb", Route::Inhaled},
    {"respiratory", Route::Inhaled},
    {"opthalta", Route::Ophthalmic},
    {"eyes", Route::Ophthalmic},
    {"naspray", Route::Nasal},
    {"vag", Route::Vaginal},
    {"oral", Route::Oral},
};

template<std::size_t N>
Route inTable(const CodedRoute (&table)[N], QByteArrayView code)
{
    for (const CodedRoute &one : table) {
        if (code == one.code)
            return one.route;
    }
    return Route::Unknown;
}

// The only way in that the words of a route name; two that differ are none.
Route routeInWords(const QString &text)
{
    Route found = Route::Unknown;
    for (const QByteArray &word : DrugName::normalized(text).split(' ')) {
        Route route = inTable(s_short, word);
        if (route == Route::Unknown)
            route = productWord(word).route;
        if (route == Route::Unknown || route == found)
            continue;
        if (found != Route::Unknown)
            return Route::Unknown;
        found = route;
    }
    return found;
}

// How a line says by which way a drug goes in.
struct Phrase
{
    QRegularExpression pattern;
    Route route = Route::Unknown;
};

QList<Phrase> makePhrases()
{
    const auto phrase = [](const char *pattern, Route route) {
        return Phrase{QRegularExpression(QString::fromLatin1(pattern)), route};
    };
    return {
        phrase("\\b(by mouth|orally|po|p\\.o\\.|per os|oral|swallow)\\b", Route::Oral),
        phrase("\\b(iv|i\\.v\\.|intravenous(ly)?|im|intramuscular(ly)?|sc|sq|subq|subcut|subcutaneous(ly)?|inject)\\b",
               Route::Parenteral),
        phrase("\\b(sublingual(ly)?|under (the|your) tongue|sl)\\b", Route::Buccal),
        phrase("\\btransdermal(ly)?\\b|\\b(apply|place|use) \\w+ patch(es)?\\b", Route::Transdermal),
        phrase("\\b(in|into|to) (each|both|the|left|right|affected|the left|the right|the affected) eyes?\\b",
               Route::Ophthalmic),
        phrase("\\b(in|into|to) (each|both|the|left|right|affected|the left|the right|the affected) ears?\\b",
               Route::Otic),
        phrase("\\b(nostrils?|intranasal(ly)?)\\b", Route::Nasal),
        phrase("\\b(inhale[ds]?|puffs?|via nebuli[sz]er|by nebuli[sz]er|nebuli[sz]ed)\\b", Route::Inhaled),
        phrase("\\b(rectally|per rectum)\\b", Route::Rectal),
        phrase("\\b(vaginally|per vagina)\\b", Route::Vaginal),
        phrase("\\b(topically|apply (a thin layer |sparingly )?to (the )?(affected|skin|rash|scalp|face|area))\\b",
               Route::Topical),
    };
}

} // namespace

Route routeOf(const Clinical::CodeableConcept &route)
{
    for (const Clinical::Coding &coding : route.codings) {
        const QByteArray code = coding.code.toUtf8();
        Route found = Route::Unknown;
        if (coding.system.contains("snomed"_L1) || coding.system.endsWith("2.16.840.1.113883.6.96"_L1))
            found = inTable(s_snomed, code);
        else
            found = inTable(s_edqm, code);
        if (found != Route::Unknown)
            return found;
    }
    QStringList texts{route.text};
    for (const Clinical::Coding &coding : route.codings)
        texts.append(coding.display);
    for (const Clinical::Coding &coding : route.codings)
        texts.append(coding.code);
    for (const QString &text : std::as_const(texts)) {
        if (const Route found = routeInWords(text); found != Route::Unknown)
            return found;
    }
    return Route::Unknown;
}

Route routeInSig(QStringView text)
{
    static const QList<Phrase> phrases = makePhrases();
    const QString line = text.toString().toLower();
    Route found = Route::Unknown;
    for (const Phrase &phrase : phrases) {
        if (!phrase.pattern.match(line).hasMatch())
            continue;
        if (found != Route::Unknown)
            return Route::Unknown;
        found = phrase.route;
    }
    return found;
}

} // namespace Chartline::Safety
