// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Elements.h"

#include <QFlags>
#include <optional>

namespace Chartline {

// The kinds of a timeline row; the names printed by factKindName() are part of the command line's contract (CLI.md).
enum class FactKind : quint8 {
    Condition,
    Allergy,
    Medication,
    Result,
    Vital,
    Procedure,
    Immunization,
    Encounter,
    Imaging,
    Document,
    Report,
    CarePlan,
    FamilyHistory,
    SocialHistory,
    Device,
    Referral,
    Consent,
    Other,
};
inline constexpr int factKindCount = int(FactKind::Other) + 1;
[[nodiscard]] QString factKindName(FactKind kind); // "family-history"
[[nodiscard]] std::optional<FactKind> factKindFromName(QStringView name);

// What a statement claims. Only Affirmed may ever be shown without its words.
//
// Most negated facts have a title without any "not" (a drug that must not be given, a vaccine not given): whoever
// prints one puts the words for its kind in front. Statements whose own words already say it ("No known allergies", "No
// information about medications") keep those words as their title, and have the category `categoryNoKnown` or
// `categoryNoInformation`: nothing may be put in front of these, as "not: no known allergies" would be read as its
// opposite. Such a statement keeps the flag Active ("no known allergies" belongs in the banner), so a count of
// allergies must look at assertion.
enum class Assertion : quint8 {
    Affirmed,
    Negated, // it is said NOT to be so: "no known allergy", "do not give", "not done", "not taken"
    AbsentUnknown, // the source says that it does not know, or was not asked
};

inline constexpr QStringView categoryNoKnown = u"no-known";
inline constexpr QStringView categoryNoInformation = u"no-information";
// True where the fact's title does not carry its negation, so that it has to be printed in front of it.
[[nodiscard]] bool needsNegationWords(const struct FactDraft &draft);

enum class FactFlag : quint16 {
    EnteredInError = 1 << 0, // the source withdrew it: never shown as a fact, findable
    Refuted = 1 << 1, // the source says it turned out untrue: never shown as a fact, findable
    ReadTheSource =
        1
        << 2, // a modifier this program does not know may change the meaning (unknown modifierExtension, implicitRules)
    Ongoing = 1 << 3, // no end, and the status says it goes on: drawn until today
    Abnormal = 1 << 4, // the source marks the value high, low, abnormal or critical
    Critical = 1 << 5, // the source marks the value critical (HH, LL, AA) or the allergy high criticality
    Planned = 1 << 6, // a plan, an order, an appointment: not something that has happened
    Active = 1 << 7, // counts for the banner: an active problem, an active allergy, a current medication
    UndatedByEvent = 1 << 8, // start is when it was recorded, as the source gives no date of the event itself
    ConflictingCopy = 1 << 9, // another resource has the same id and neither says which is newer
    High = 1 << 10, // with Abnormal: the source marks the value as above what is normal
    Low = 1 << 11, // with Abnormal: as below it
};
Q_DECLARE_FLAGS(FactFlags, FactFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(FactFlags)

// One row-to-be of the timeline, made by a clinical value (`toFact()`), before the store adds who and where from.
struct FactDraft
{
    FactKind kind = FactKind::Other;
    PartialDate start; // empty: the source gives no date at all
    PartialDate end;
    // What it is, in the source's words, without any "no" or "not": Assertion carries that (but see categoryNoKnown
    // above).
    QString title;
    Clinical::Coding code;
    // As printed: "7.0", "120/80", "Positive"; the unit apart.
    QString value;
    QString unit;
    // For drawing a trend: the value, and the second of a pair (diastolic pressure).
    std::optional<double> number;
    std::optional<double> number2;
    QString status; // the source's own word: "active", "completed", "entered-in-error"…
    Assertion assertion = Assertion::Affirmed;
    FactFlags flags;
    // Finer than kind, in the source's words or codes: "laboratory", "food", "high"…
    QString category;
    // Everything else a person might search for: notes, narrative, dosage, reasons, performers' names, document text.
    QString body;
    // Where the name (or the text of a document) stands in another resource: medicationReference, a device, a Binary.
    // The projector fills title and code, or body, from it once it has been received; until then the reference's label
    // serves.
    Clinical::Reference titleFrom;
    QList<Clinical::Reference> bodyFrom;
    // A name the whole world uses for what this is about ("study:<Study Instance UID>"): statements with the same are
    // one fact, whatever else they say. Mostly empty.
    QString sameAs;

    bool operator==(const FactDraft &) const = default;
};

} // namespace Chartline
