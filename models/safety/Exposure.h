// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/Resolver.h"

#include <QDate>
#include <QList>
#include <QString>
#include <optional>

namespace Chartline::Safety {

// Which kind of statement about a drug (FHIR MedicationRequest, MedicationDispense, MedicationAdministration,
// MedicationStatement).
enum class MentionKind : quint8 { Request, Dispense, Administration, Statement };

// What the source says of it, whatever word its format has for that.
enum class MentionState : quint8 {
    Active,
    Completed, // came to its planned end
    Stopped, // ended before that, or cancelled
    OnHold,
    Planned, // a draft, a proposal; not begun
    NotTaken, // was not taken, not given, not handed out, or must not be given
    Unknown
};

// One statement of one source about one drug, reduced to what exposure needs.
struct DrugMention
{
    qint64 fact = 0; // what the caller knows it by
    QString source; // who says so, for people
    MentionKind kind = MentionKind::Statement;
    MentionState state = MentionState::Unknown;
    QString text; // the drug as the source names it
    Resolved drug;
    Route route = Route::Unknown; // from the dosage; where Unknown the drug's own
    QDate start; // begun, authored, handed over, given; invalid: not told
    QDate end; // last day, as told; invalid: not told
    QDate said; // when the source said so (authored, asserted, recorded); invalid: not told
    // Of a stopped one: the day on which the stop was known at the latest (last update of the record, or the date asked
    // for); invalid: not told.
    QDate stopKnown;
    int daysSupply = 0; // of one fill; 0: not told
    int refills = 0; // further fills allowed
    double dailyMg = 0; // of the only ingredient; 0: not told or not reckonable
    std::vector<double> partsDailyMg; // of several ingredients, in their order; empty: not told or not reckonable
    bool startIsVague = false; // only a month or a year was told: `start` is its first day
    bool endIsVague = false; // `end` is the last day of the month or year
    bool asNeeded = false;
    bool single = false; // one dose, by its own words ("once", a single administration)
    bool inpatient = false; // ordered or given for a stay: that it ends says nothing of what is taken at home
};

// Days from `from` to `to`, both counted.
struct DaySpan
{
    QDate from;
    QDate to;
    bool operator==(const DaySpan &) const = default;
};

struct DoseStep
{
    QDate from;
    double dailyMg = 0;
    bool operator==(const DoseStep &) const = default;
};

// What each source last says of a course.
struct CourseWitness
{
    QString source;
    MentionKind kind = MentionKind::Statement;
    MentionState state = MentionState::Unknown;
    QDate said; // the latest date of it
    QDate end;
    bool operator==(const CourseWitness &) const = default;
};

enum class CourseState : quint8 {
    Current, // taken at the date asked for, as far as is known
    Uncertain, // begun, with no end told, and long not heard of: treated as taken, said to be unsure
    Past,
    NeverDispensed, // prescribed; its source tells of fills of other drugs in that time, and of none of this one
    Planned,
    NotTaken // every source says that it is not taken
};

// One drug (or fixed combination) by one way in, across all sources: what the medications screen has one row for.
struct DrugCourse
{
    std::vector<IngredientIndex> ingredients; // ascending; empty: the drug is not known, told apart by its text
    QString text; // as the latest mention names it
    Route route = Route::Unknown;
    CourseState state = CourseState::Current;
    // 0–1: how likely it is that it is taken at the date asked for; 1 within what was dispensed or told.
    double confidence = 1;
    // When it was taken, ascending, not touching each other. The last reaches the date asked for where it is taken
    // then, unless no one tells since when.
    QList<DaySpan> spans;
    bool openEnd = false; // the last span goes on: no end is told
    // No source tells since when: spans begin with the first word of it, or there are none.
    bool startUnknown = false;
    // Of a past one: its last day is told by no source, but reckoned: from a supply, a month or year, or as the day by
    // which a stop without a date was known (at the latest).
    bool endIsGuess = false;
    QDate plannedFrom; // of a planned one: the first day told, where that is after the date asked for
    QList<DaySpan> gaps; // between fills, longer than the grace; only where fills tell
    std::optional<double> covered; // share of days with supply from first to last fill (PDC), 0–1; only with >= 2 fills
    QList<DoseStep> doses; // changes of the daily dose, ascending
    std::vector<double> partsDailyMg; // of a combination: what is told last of each ingredient, mg a day; may be empty
    QList<CourseWitness> witnesses; // one for each source, the latest word first
    bool conflict = false; // one source says it is taken now, another, said no earlier than 30 days before it, that not
    bool asNeeded = false;
    QList<qint64> facts; // of all its mentions
    QList<qint64> certainFacts; // those of them that put it where it is at the date asked for

    [[nodiscard]] bool isTaken() const { return state == CourseState::Current || state == CourseState::Uncertain; }
    [[nodiscard]] double dailyMg() const { return doses.isEmpty() ? 0 : doses.last().dailyMg; }
    // Of one of its ingredients; 0: not told.
    [[nodiscard]] double dailyMgOf(IngredientIndex ingredient) const;
    // First and last day; invalid where none is known. The last of an open end is the date asked for.
    [[nodiscard]] QDate start() const { return spans.isEmpty() ? QDate() : spans.first().from; }
    [[nodiscard]] QDate lastDay() const { return spans.isEmpty() ? QDate() : spans.last().to; }
};

// What is not a matter of a drug but of the way courses are made out; figures with their sources in Exposure.cpp.
struct ExposureRules
{
    double graceShare = 0.5; // of the days' supply: how late a fill may be and still continue
    int graceDays = 15; // at least so many days
    int dormantDays = 400; // an open end not heard of for so long becomes Uncertain
    int halvingDays = 365; // how fast confidence in an open end halves after what was supplied, or after the last word
    int conflictDays = 30;
    int assumedDays = 30; // a supply, or an order that has ended, of which nothing is told
    int acuteDays = 21; // an order of no more days and without refills is over when they are, whatever its status
    int seriesDays = 2; // doses no further apart are one series
    int seriesGap = 200; // rounds of doses further apart make no series, however regular
    int firstFillDays = 90; // within so many days after an order fills of other drugs make its own absence telling
    int unfilledDays = 30; // so long an order may wait for its first fill
};

// The courses behind mentions, as seen at a date by one who looks back: what begins later, and what tells no beginning
// and is said later, is not known yet; what had begun and was said only later is. Pure. One course for
// each set of ingredients and way in (by mouth and by injection are one; local ways are others); mentions that are not
// resolved with confidence are courses by their text. Ascending by state, then by newest start. The order of the
// mentions does not matter, nor do copies.
//
// Each mention's fact is in exactly one course. What is not known at `at` moves nothing: where a course has nothing
// else, it is Planned without a witness, so that a slip in a date hides no drug.
[[nodiscard]] QList<DrugCourse> coursesOf(const QList<DrugMention> &mentions, QDate at,
                                          const ExposureRules &rules = {});

enum class Overlap : quint8 { None, Historical, Washout, Active };

// How long one course acts beyond its last day.
struct Tail
{
    double days = 0;
    QString words; // why; from the knowledge base
};

struct OverlapFound
{
    Overlap overlap = Overlap::None;
    QDate since; // of an active or historical one: from when both; of a washout: the earlier one's last day
    QDate until; // of a historical one: its last day; of a washout: the day from which it is over
    bool firstIsGone = false; // of a washout: which of the two has ended
    bool endIsGuess = false; // of a washout: no source tells its last day
};

// How two courses meet at a date. Active: both are taken. Washout: one is taken, the other's tail reaches the date.
// Historical: they met before (with tails), and do no more. A planned course, and one that was never dispensed, counts
// as taken from the date on, so that the question is asked before the first dose; a planned one that begins later, from
// that day on.
[[nodiscard]] OverlapFound overlapOf(const DrugCourse &first, const Tail &firstTail, const DrugCourse &second,
                                     const Tail &secondTail, QDate at);

} // namespace Chartline::Safety
