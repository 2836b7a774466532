// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/KnowledgeBase.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QStringList>
#include <optional>
#include <vector>

namespace Chartline::Safety {

// An allergy or intolerance to something a drug may be or hold.
struct AllergyEntry
{
    // Told by the reactions first, then by what the source calls it; Unknown is treated as Immune.
    enum class Nature : quint8 { Unknown, Immune, Intolerance };
    enum class Severity : quint8 { Unknown, Mild, Moderate, Severe };

    qint64 fact = 0;
    QString source;
    QString text; // as the source names it
    std::vector<IngredientIndex> ingredients;
    std::vector<quint16> groups; // terms of the vocabulary of allergens
    Nature nature = Nature::Unknown;
    Severity severity = Severity::Unknown;
    QStringList reactions; // in the source's words
    QDate since; // the last day that a reaction or its record may be of; invalid: not told
    bool isInactive = false; // its source calls it inactive or resolved
};

struct ConditionEntry
{
    qint64 fact = 0;
    QString source;
    QString text;
    std::vector<quint16> terms; // of the vocabulary of conditions, with what they include; ascending
    QDate from; // onset, else recorded; invalid: not told
    QDate to; // its end, where told
    bool isOver = false; // by its status, with or without an end
    bool isInactive = false; // by its status, and no end is told: what has no end of its own (asthma) goes on

    [[nodiscard]] bool isOverAt(QDate at) const { return to.isValid() ? to < at : isOver; }
};

struct LabEntry
{
    qint64 fact = 0;
    QString source;
    quint16 lab = 0; // term
    double value = 0; // in the term's unit
    QDate date;
    QString shown; // as the source gives it, with its sign and unit
    bool derived = false; // reckoned here (eGFR from creatinine)
    QDateTime time = {}; // invalid: only the day is told
    QString comparator = {}; // "<", "<=", ">", ">=": what is measured lies below or above `value`; empty: is `value`

    // Whether what is measured is surely below or above a limit: "<30" is below 30 and below 45, and above nothing.
    [[nodiscard]] bool isBelow(double limit) const;
    [[nodiscard]] bool isAbove(double limit) const;
    // Of another day or instant; where both are the same, of what was received later.
    [[nodiscard]] bool isLaterThan(const LabEntry &other) const;
};

// A result of a known test that cannot be used.
struct UnreadValue
{
    qint64 fact = 0;
    QString text; // "Potassium: 6.6 mmol/kg"
    bool isImplausible = false; // understood, and cannot be right; else its unit or form is not understood
    quint16 lab = 0; // term
    QDate date; // invalid: not told
    QDateTime time = {}; // invalid: only the day is told
};

struct GeneEntry
{
    qint64 fact = 0;
    QString source;
    quint16 variant = 0; // term
    QDate date;
    QString text;
};

// What bears on drugs in a record, apart from the drugs. Terms are indices into one knowledge base.
struct PatientContext
{
    QDate birth; // of a vague date the first day; invalid: not known
    QDate birthLatest; // of a vague date the last day ("2014": 31 December); invalid: as `birth`
    char sex = '\0'; // 'F', 'M', or not known
    QList<AllergyEntry> allergies;
    // Whether anything is said of allergies at all: "none known" is not the same as silence.
    enum class AllergyKnowledge : quint8 { NothingRecorded, NoneKnown, Some };
    AllergyKnowledge allergyKnowledge = AllergyKnowledge::NothingRecorded;
    QList<ConditionEntry> conditions;
    QList<ConditionEntry>
        otherConditions; // no term is known for them: no rule speaks of them, or they are not understood
    QList<LabEntry> labs;
    QList<GeneEntry> genes;
    // Allergies whose substance is not understood: not checked.
    struct Unread
    {
        qint64 fact = 0;
        QString text;
    };
    QList<Unread> unreadAllergies;
    // What could not be read again from what its source sent: not checked.
    QList<Unread> unreadRecords;
    // All of them, whatever their age; unreadValuesAt() tells those that matter.
    QList<UnreadValue> unreadValues;

    // Years at a date, whole on birthdays; nothing where the birth date is not known or later. ageAt: the highest it
    // can be, youngestAgeAt: the lowest (never below 0); they differ for vague birth dates.
    [[nodiscard]] std::optional<double> ageAt(QDate at) const;
    [[nodiscard]] std::optional<double> youngestAgeAt(QDate at) const;
    // The entry that makes a condition hold at a date, by the term's own rule for how long it counts; null: none.
    [[nodiscard]] const ConditionEntry *conditionAt(const KnowledgeBase &base, quint16 term, QDate at) const;
    // The latest value that still speaks of a date; null: none.
    [[nodiscard]] const LabEntry *labAt(const KnowledgeBase &base, quint16 lab, QDate at) const;
    // The latest value before a day, however old; null: none.
    [[nodiscard]] const LabEntry *labBefore(quint16 lab, QDate day) const;
    // Of each test the newest result that cannot be used, where it still speaks of a date and no usable result of its
    // day or later does; undated ones where no usable result speaks of the date at all.
    [[nodiscard]] QList<UnreadValue> unreadValuesAt(const KnowledgeBase &base, QDate at) const;
};

// Adds eGFR, marked as derived, for each creatinine that no eGFR of its day answers (one of the same time or later, or
// without a time): by CKD-EPI 2021 for grown-ups, where the sex is not known the lower one of both; below 18 years by
// the bedside Schwartz equation with a height of at most a year before or after. A creatinine clearance (ml/min, not
// indexed) stands in for an eGFR where none is given that day; of two derived ones of a time the lower one is kept.
// Sorts the tests by time, oldest first.
void completeLabs(const KnowledgeBase &base, PatientContext &context);

} // namespace Chartline::Safety
