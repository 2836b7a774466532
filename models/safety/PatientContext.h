// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/KnowledgeBase.h"

#include <QDate>
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
    QDate since; // onset, else recorded; invalid: not told
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
};

struct LabEntry
{
    qint64 fact = 0;
    QString source;
    quint16 lab = 0; // term
    double value = 0; // in the term's unit
    QDate date;
    QString shown; // as the source gives it, with its unit
    bool derived = false; // reckoned here (eGFR from creatinine)
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
    QDate birth; // invalid: not known
    char sex = '\0'; // 'F', 'M', or not known
    QList<AllergyEntry> allergies;
    // Whether anything is said of allergies at all: "none known" is not the same as silence.
    enum class AllergyKnowledge : quint8 { NothingRecorded, NoneKnown, Some };
    AllergyKnowledge allergyKnowledge = AllergyKnowledge::NothingRecorded;
    QList<ConditionEntry> conditions;
    QList<LabEntry> labs;
    QList<GeneEntry> genes;
    // Allergies whose substance is not understood: not checked.
    struct Unread
    {
        qint64 fact = 0;
        QString text;
    };
    QList<Unread> unreadAllergies;

    // Years at a date; nothing where the birth date is not known or later.
    [[nodiscard]] std::optional<double> ageAt(QDate at) const;
    // The entry that makes a condition hold at a date, by the term's own rule for how long it counts; null: none.
    [[nodiscard]] const ConditionEntry *conditionAt(const KnowledgeBase &base, quint16 term, QDate at) const;
    // The latest value that still speaks of a date; null: none.
    [[nodiscard]] const LabEntry *labAt(const KnowledgeBase &base, quint16 lab, QDate at) const;
    // The latest value before a day, however old; null: none.
    [[nodiscard]] const LabEntry *labBefore(quint16 lab, QDate day) const;
};

// Adds eGFR by CKD-EPI 2021 for each creatinine of a grown-up on whose day no eGFR is given, and sorts the tests by
// date, oldest first.
void completeLabs(const KnowledgeBase &base, PatientContext &context);

} // namespace Chartline::Safety
