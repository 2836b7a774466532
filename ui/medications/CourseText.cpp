// SPDX-License-Identifier: Apache-2.0
#include "medications/CourseText.h"

#include "viewmodels/AlertText.h"
#include "viewmodels/DateText.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Ui {

using namespace Safety;
using namespace Qt::StringLiterals;

namespace {

bool saysTaken(const CourseWitness &witness)
{
    return witness.state == MentionState::Active || witness.state == MentionState::Unknown;
}

int percent(double share)
{
    return int(std::lround(share * 100));
}

} // namespace

QString CourseText::group(CourseState state)
{
    switch (state) {
    case CourseState::Current: return tr("Taken now");
    case CourseState::Uncertain: return tr("Uncertain: begun, and long not heard of");
    case CourseState::NeverDispensed: return tr("Prescribed, never dispensed");
    case CourseState::Planned: return tr("Planned");
    case CourseState::Past: return tr("Past");
    case CourseState::NotTaken: return tr("Said not to be taken");
    }
    return {};
}

QString CourseText::dose(const DrugCourse &course, const QLocale &locale)
{
    const double daily = course.dailyMg();
    if (daily <= 0)
        return course.asNeeded ? tr("as needed") : QString();
    const QString amount = tr("%1 a day", "dose").arg(AlertText::dose(daily, locale));
    return course.asNeeded ? tr("up to %1, as needed", "dose a day").arg(amount) : amount;
}

QStringList CourseText::doseChanges(const DrugCourse &course, const QLocale &locale)
{
    QStringList lines;
    for (qsizetype i = course.doses.size() - 1; i > 0; --i) {
        const DoseStep &step = course.doses[i];
        lines.append(tr("%1 → %2, %3", "dose before, dose, date")
                         .arg(AlertText::dose(course.doses[i - 1].dailyMg, locale),
                              AlertText::dose(step.dailyMg, locale), AlertText::day(step.from, locale)));
    }
    return lines;
}

QString CourseText::period(const DrugCourse &course, const QLocale &locale)
{
    if (!course.start().isValid())
        return {};
    const bool goesOn = course.openEnd && course.isTaken();
    const PartialDate end = goesOn ? PartialDate() : PartialDate::fromDate(course.lastDay());
    return DateText::range(PartialDate::fromDate(course.start()), end, goesOn, locale);
}

QString CourseText::confidence(const DrugCourse &course, const QLocale &locale)
{
    // How sure it is has never been measured: no figure, but when it was last heard of.
    QDate said;
    for (const CourseWitness &witness : course.witnesses)
        said = std::max(said, witness.said);
    if (course.state != CourseState::Uncertain || course.conflict || !said.isValid())
        return {};
    return tr("last heard of on %1").arg(AlertText::day(said, locale));
}

QString CourseText::kind(MentionKind kind)
{
    switch (kind) {
    case MentionKind::Request: return tr("prescribed");
    case MentionKind::Dispense: return tr("dispensed");
    case MentionKind::Administration: return tr("given");
    case MentionKind::Statement: return tr("listed");
    }
    return {};
}

QString CourseText::state(MentionState state)
{
    switch (state) {
    case MentionState::Active: return tr("active");
    case MentionState::Completed: return tr("completed");
    case MentionState::Stopped: return tr("stopped");
    case MentionState::OnHold: return tr("on hold");
    case MentionState::Planned: return tr("planned");
    case MentionState::NotTaken: return tr("not taken");
    case MentionState::Unknown: return tr("state not told");
    }
    return {};
}

QString CourseText::witness(const CourseWitness &witness, const QLocale &locale)
{
    const QString when = AlertText::day(witness.said, locale);
    if (when.isEmpty())
        return tr("%1: %2, %3", "source, kind of statement, state")
            .arg(witness.source, kind(witness.kind), state(witness.state));
    return tr("%1: %2, %3 (%4)", "source, kind of statement, state, date")
        .arg(witness.source, kind(witness.kind), state(witness.state), when);
}

QString CourseText::conflict(const DrugCourse &course, const QLocale &locale)
{
    if (!course.conflict)
        return {};
    // The newest word of either side.
    const auto taken = std::ranges::find_if(course.witnesses, saysTaken);
    const auto ended = std::ranges::find_if_not(course.witnesses, saysTaken);
    if (taken == course.witnesses.end() || ended == course.witnesses.end())
        return tr("Sources disagree on whether it is taken");
    const auto words = [&](const CourseWitness &witness) {
        const QDate day = witness.end.isValid() && !saysTaken(witness) ? witness.end : witness.said;
        const QString when = AlertText::day(day, locale);
        return when.isEmpty()
                   ? tr("%1 at %2", "state, source").arg(state(witness.state), witness.source)
                   : tr("%1 at %2 (%3)", "state, source, date").arg(state(witness.state), witness.source, when);
    };
    return tr("Sources disagree: %1, %2").arg(words(*taken), words(*ended));
}

QString CourseText::adherence(const DrugCourse &course)
{
    if (!course.covered)
        return {};
    return tr("%1 % of days covered").arg(percent(*course.covered));
}

QString CourseText::gaps(const DrugCourse &course)
{
    if (course.gaps.isEmpty())
        return {};
    qint64 longest = 0;
    for (const DaySpan &gap : course.gaps)
        longest = std::max(longest, gap.from.daysTo(gap.to) + 1);
    if (course.gaps.size() == 1)
        return tr("a gap of %n days", "", int(longest));
    return tr("%n gaps, the longest %1 days", "", int(course.gaps.size())).arg(longest);
}

QString CourseText::ingredients(const SafetyReview &review, qsizetype course)
{
    const QString text = review.courses[course].text;
    QStringList names;
    for (const SafetyAlert &alert : review.alerts) {
        for (const AlertDrug &drug : alert.drugs) {
            if (drug.course == course && !names.contains(drug.name))
                names.append(drug.name);
        }
    }
    names.sort();
    const bool isSaid =
        std::ranges::all_of(names, [&](const QString &name) { return text.contains(name, Qt::CaseInsensitive); });
    return isSaid ? QString() : names.join(tr(", ", "between ingredients"));
}

QString CourseText::spoken(const SafetyReview &review, qsizetype course, const QLocale &locale)
{
    const DrugCourse &of = review.courses[course];
    QStringList lines{of.text,          ingredients(review, course), group(of.state),
                      dose(of, locale), period(of, locale),          confidence(of, locale)};
    lines += doseChanges(of, locale);
    lines += {adherence(of), gaps(of), conflict(of, locale)};
    for (const CourseWitness &one : of.witnesses)
        lines += witness(one, locale);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace Chartline::Ui
