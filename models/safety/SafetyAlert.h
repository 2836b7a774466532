// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/Exposure.h"
#include "safety/PatientContext.h"

#include <QDateTime>
#include <QMap>

namespace Chartline::Safety {

// As the command line prints them (CLI.md): "interaction", "allergy", "duplicate", "condition", "laboratory", "gene".
enum class AlertKind : quint8 { Interaction, Allergy, Duplicate, Condition, Laboratory, Gene };

// What exactly it is about; the interface has words for each.
enum class AlertTopic : quint8 {
    Interaction, // of two drugs, or of several with the same effect
    Triple, // of three drugs that do harm only together
    AllergySame, // to this drug
    AllergyGroup, // to a group that it belongs to
    AllergyCross, // to a relative of it
    DuplicateClass, // two drugs of a class
    DuplicateIngredient, // one drug twice
    Dose, // more than the usual highest dose of a day
    Condition,
    Pregnancy,
    Lactation,
    Age,
    Laboratory,
    Kidney, // a limit of its label for kidney function
    Gene
};

// One drug of an alert.
struct AlertDrug
{
    IngredientIndex ingredient = 0;
    QString name; // of the ingredient
    qsizetype course = -1; // of SafetyReview::courses
    bool operator==(const AlertDrug &) const = default;
};

// What moved an alert up or down.
struct AlertMove
{
    enum class Why : quint8 {
        Knowledge, // `words` of the knowledge base say it
        LocalRoute, // one of the drugs acts only where it is applied
        Uncertain, // it is long not heard that one of the drugs is taken
        NeverDispensed, // one of the drugs was prescribed and never handed out
        Planned, // one of the drugs is only planned
        Ended, // one of the drugs was stopped; by its half-life some of it is still there
        Historical, // they met in the past
        ToleratedSince, // taken since without trouble that is recorded
        Tolerated, // taken together for months
        Intolerance, // no immune reaction
        Undated, // no source says since when one of the drugs is taken
        InactiveAllergy, // its source calls the allergy inactive or resolved
        StillActs, // one of the drugs has ended; `words` say why it still acts. Moves nothing.
        Disagreement // one source says that a drug is taken, another that it is not. Moves nothing.
    };
    Why why = Why::Knowledge;
    int step = 0; // tiers up (+) or down (−); 0: taken out of sight altogether
    QString words;
    QDate date; // that it speaks of, where there is one
    QString drug; // that it speaks of
    bool operator==(const AlertMove &) const = default;
};

// A laboratory value or vital sign behind an alert.
struct AlertLevel
{
    quint16 lab = 0;
    QString id; // "inr"
    QString name;
    QString unit; // of the vocabulary; "1": none
    double value = 0;
    QString comparator; // "<", "<=", ">", ">="; empty: it is the value
    QDate date;
    bool derived = false;
    qint64 fact = 0;
    std::optional<double> before; // the latest before the drugs came together
    QDate beforeDate;
    bool operator==(const AlertLevel &) const = default;
};

// An acknowledgement of an alert by a person, with its reason.
struct SafetyOverride
{
    QString alert; // id
    QString reason; // code of HL7 v3 ActCode, value set DetectedIssueMitigationAction
    QString comment;
    QString author;
    qint64 time = 0; // milliseconds since 1970 UTC
    Tier tier = Tier::None; // as it was then
    QMap<QString, double> snapshot; // of the alert, then
    bool operator==(const SafetyOverride &) const = default;
};

// Why an alert that was acknowledged is shown again.
enum class OverrideReturn : quint8 { No, Louder, Dose, Kidney, Level, Restarted };

struct SafetyAlert
{
    // The same for the same alert at every review: "interaction:bleeding:11289+1191".
    QString id;
    Tier tier = Tier::None;
    Tier baseTier = Tier::None; // before the person's context moved it
    AlertKind kind = AlertKind::Interaction;
    AlertTopic topic = AlertTopic::Interaction;
    QList<AlertDrug> drugs; // the one that acts first
    QStringList effects; // ids of the vocabulary: effects, or the condition, test, allergen group or gene variant
    QStringList effectNames; // for people
    Advice advice = Advice::None; // of conditions, tests, age, pregnancy and gene variants
    QString happens; // words of the knowledge base, English; may be empty
    QString manage;
    QString why;
    QString evidence; // "established", "probable", "theoretical"; empty: not said
    QString source;
    QString pack; // knowledge that says so; empty: Chartline's own
    OverlapFound overlap;
    QList<AlertMove> moves;
    QList<AlertLevel> levels;
    QString subject; // the allergy or condition as its source names it
    QStringList reactions; // of an allergy
    QList<qint64> facts; // allergies, conditions and values that it rests on
    double limit = 0; // of Dose (mg a day), Kidney (eGFR), Age (years): what is passed
    double actual = 0;
    QMap<QString, double> snapshot; // doses, kidney function, levels and beginnings that it rests on
    std::optional<SafetyOverride> override_; // acknowledged; still holds where `returned` is No
    OverrideReturn returned = OverrideReturn::No;

    [[nodiscard]] bool isAcknowledged() const { return override_ && returned == OverrideReturn::No; }
    [[nodiscard]] bool isVisible() const { return tier >= Tier::Passive && !isAcknowledged(); }
};

// What could not be checked, and why. Never left out of sight.
struct NotChecked
{
    // NoKnowledge: the knowledge base failed its check; nothing could be checked.
    enum class Why : quint8 {
        UnknownDrug,
        UnsureDrug,
        UnknownAllergy, // a substance of an allergy, or a part of what is written there
        NoKnowledge,
        UnreadValue, // a result of a known test whose unit or form is not understood
        ImplausibleValue, // a result that cannot be right as it is given
        UnreadRecord, // what a source sent could not be read again
        KidneyUnknown // `name`: drugs with a limit for kidney function, which is not known or too old
    };
    QString name; // as the source has it
    Why why = Why::UnknownDrug;
    QStringList unread; // words of an unsure drug that are not understood
    QList<qint64> facts;
    bool operator==(const NotChecked &) const = default;
};

// All alerts of a person at a date.
struct SafetyReview
{
    // Failed: nothing was checked; all drugs are in notChecked.
    enum class Knowledge : quint8 { Valid, OutOfDate, Failed };

    QDate at;
    QList<DrugCourse> courses;
    QList<SafetyAlert> alerts; // the loudest first
    QStringList checked; // drugs (ingredients) that are taken and were checked
    int checkedCourses = 0;
    QList<NotChecked> notChecked;
    // Conditions at the date that no rule speaks of, or that are not understood; each once, in the order of letters.
    QStringList otherConditions;
    PatientContext::AllergyKnowledge allergyKnowledge = PatientContext::AllergyKnowledge::NothingRecorded;
    Knowledge knowledge = Knowledge::Valid;
    QString knowledgeName; // "Chartline 2026.11"
    QDate knowledgeExpires;
};

} // namespace Chartline::Safety
