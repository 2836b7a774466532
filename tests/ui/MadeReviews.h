// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "medications/PersonSafety.h"
#include "support/SyntheticRecord.h"
#include "timeline/PersonRecord.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPromise>
#include <QTextDocumentFragment>

#include <deque>

namespace Chartline::Test {

using namespace Qt::StringLiterals;

// The day on which the made reviews look at the record.
inline QDate reviewDay()
{
    return {2026, 11, 21};
}

// Reviews by hand, over the drugs of portraitRecord(): what the views are given by the service.
class MadeReview
{
public:
    explicit MadeReview(const PersonRecordPtr &record)
        : m_record(record)
    {
        review.at = reviewDay();
        review.knowledgeName = u"Chartline 2026.11"_s;
        review.knowledgeExpires = QDate(2027, 11, 22);
        review.allergyKnowledge = Safety::PatientContext::AllergyKnowledge::Some;
    }

    // A course of the facts whose title begins so; its spans are theirs.
    Safety::DrugCourse &course(const QString &title, Safety::CourseState state,
                               const QString &source = u"City Family Practice"_s)
    {
        Safety::DrugCourse made;
        made.text = title;
        made.state = state;
        for (const Fact &fact : m_record->facts) {
            if (fact.kind != FactKind::Medication || !fact.title.startsWith(title))
                continue;
            const QDate from = fact.start.localDate();
            const bool ongoing = fact.flags.testFlag(FactFlag::Ongoing);
            made.text = fact.title;
            made.facts.append(fact.id.value);
            made.spans.prepend({from, ongoing || !fact.end.isValid() ? review.at : fact.end.localDate()});
            made.openEnd = made.openEnd || ongoing;
        }
        made.certainFacts = made.facts.first(std::min<qsizetype>(1, made.facts.size()));
        const bool goesOn = made.isTaken();
        made.witnesses.append({source,
                               Safety::MentionKind::Request,
                               goesOn ? Safety::MentionState::Active : Safety::MentionState::Completed,
                               made.start(),
                               {}});
        review.courses.append(made);
        if (goesOn)
            ++review.checkedCourses;
        return review.courses.last();
    }

    Safety::SafetyAlert &alert(const QString &id, Safety::Tier tier, const QList<std::pair<QString, qsizetype>> &drugs)
    {
        Safety::SafetyAlert made;
        made.id = id;
        made.tier = made.baseTier = tier;
        made.overlap.overlap = Safety::Overlap::Active;
        for (const auto &[name, at] : drugs)
            made.drugs.append({0, name, at});
        review.alerts.append(made);
        return review.alerts.last();
    }

    void notChecked(const QString &name, Safety::NotChecked::Why why = Safety::NotChecked::Why::UnknownDrug)
    {
        Safety::NotChecked entry{name, why, {}, {}};
        for (const Fact &fact : m_record->facts) {
            if (fact.title.startsWith(name))
                entry.facts.append(fact.id.value);
        }
        review.notChecked.append(entry);
    }

    [[nodiscard]] SafetyReviewPtr take() const { return std::make_shared<Safety::SafetyReview>(review); }

    Safety::SafetyReview review;

private:
    PersonRecordPtr m_record;
};

// Places of the courses of usualReview().
namespace Course {
enum : qsizetype { Metformin, Lisinopril, Warfarin, Amiodarone, Atorvastatin, Fluconazole, Herbal, Ibuprofen };
}

inline void addUsualCourses(MadeReview &made)
{
    using enum Safety::CourseState;
    Safety::DrugCourse &metformin = made.course(u"Metformin"_s, Current);
    metformin.doses = {{QDate(2011, 4, 20), 500}, {QDate(2015, 2, 1), 1000}, {QDate(2019, 6, 3), 2000}};
    metformin.covered = 0.93;
    made.course(u"Lisinopril"_s, Current).doses = {{QDate(2012, 1, 9), 10}};
    Safety::DrugCourse &warfarin = made.course(u"Warfarin"_s, Current, u"St. Mary Hospital"_s);
    warfarin.conflict = true;
    warfarin.witnesses = {
        {u"St. Mary Hospital"_s, Safety::MentionKind::Request, Safety::MentionState::Stopped, QDate(2026, 10, 3),
         QDate(2026, 10, 3)},
        {u"City Family Practice"_s, Safety::MentionKind::Request, Safety::MentionState::Active, QDate(2026, 10, 2), {}},
        {u"Lakeside Chest Clinic"_s,
         Safety::MentionKind::Statement,
         Safety::MentionState::Active,
         QDate(2026, 9, 20),
         {}}};
    made.course(u"Amiodarone"_s, Current, u"St. Mary Hospital"_s).doses = {{QDate(2024, 9, 30), 200}};
    Safety::DrugCourse &atorvastatin = made.course(u"Atorvastatin"_s, Current);
    atorvastatin.covered = 0.61;
    atorvastatin.spans = {{QDate(2020, 8, 2), QDate(2022, 3, 1)}, {QDate(2022, 9, 1), reviewDay()}};
    atorvastatin.gaps = {{QDate(2022, 3, 2), QDate(2022, 8, 31)}};
    made.course(u"Fluconazole"_s, Current, u"Lakeside Chest Clinic"_s);
    Safety::DrugCourse &herbal = made.course(u"Herbal sleep mixture"_s, Uncertain, u"Lakeside Chest Clinic"_s);
    herbal.confidence = 0.55;
    made.review.checkedCourses = 6;
    made.course(u"Ibuprofen"_s, Past);
    made.notChecked(u"Herbal sleep mixture"_s);
}

inline Safety::AlertLevel levelOf(const QString &id, const QString &name, const QString &unit, double value, QDate date)
{
    Safety::AlertLevel level;
    level.id = id;
    level.name = name;
    level.unit = unit;
    level.value = value;
    level.date = date;
    return level;
}

inline void addLoudAlerts(MadeReview &made)
{
    Safety::SafetyAlert &inr = made.alert(u"interaction:bleeding:11289+4450"_s, Safety::Tier::Interruptive,
                                          {{u"warfarin"_s, Course::Warfarin}, {u"fluconazole"_s, Course::Fluconazole}});
    inr.effects = inr.effectNames = {u"bleeding"_s};
    inr.happens = u"Fluconazole about doubles the effect of warfarin within days; bleeding may be grave."_s;
    inr.manage = u"Hold or reduce warfarin, recheck the INR within 48 hours."_s;
    inr.why = u"CYP2C9 inhibition slows the breakdown of S-warfarin."_s;
    inr.evidence = u"established"_s;
    inr.source = u"label §7"_s;
    inr.overlap.since = QDate(2026, 10, 29);
    inr.levels = {levelOf(u"inr"_s, u"INR"_s, u"1"_s, 4.6, QDate(2026, 11, 20))};
    inr.levels.first().before = 2.3;
    inr.levels.first().beforeDate = QDate(2026, 9, 2);
    Safety::SafetyAlert &amiodarone =
        made.alert(u"interaction:bleeding:11289+703"_s, Safety::Tier::Prominent,
                   {{u"warfarin"_s, Course::Warfarin}, {u"amiodarone"_s, Course::Amiodarone}});
    amiodarone.effects = amiodarone.effectNames = {u"bleeding"_s};
    amiodarone.baseTier = Safety::Tier::Interruptive;
    amiodarone.happens = u"Amiodarone raises the effect of warfarin for months, also after it is stopped."_s;
    amiodarone.manage = u"Check the INR weekly until it is steady."_s;
    amiodarone.moves = {{Safety::AlertMove::Why::Tolerated, -1, {}, {}, {}}};
}

inline void addQuietAlerts(MadeReview &made)
{
    Safety::SafetyAlert &kidney =
        made.alert(u"laboratory:kidney:6809"_s, Safety::Tier::Passive, {{u"metformin"_s, Course::Metformin}});
    kidney.kind = Safety::AlertKind::Laboratory;
    kidney.topic = Safety::AlertTopic::Kidney;
    kidney.advice = Safety::Advice::Reduce;
    kidney.limit = 45;
    kidney.actual = 38;
    kidney.why = u"at most 1000 mg a day"_s;
    kidney.levels = {levelOf(u"egfr"_s, u"eGFR"_s, u"ml/min/1.73m2"_s, 38, QDate(2026, 8, 30))};
    kidney.levels.first().derived = true;
    Safety::SafetyAlert &minor =
        made.alert(u"interaction:myopathy:703+83367"_s, Safety::Tier::Hidden,
                   {{u"atorvastatin"_s, Course::Atorvastatin}, {u"amiodarone"_s, Course::Amiodarone}});
    minor.effects = minor.effectNames = {u"myopathy"_s};
    minor.happens = u"A little more atorvastatin stays in the blood."_s;
    minor.manage = u"Nothing as a rule."_s;
}

// Two to act on, one to know, one minor; six checked, one not.
inline MadeReview usualReview(const PersonRecordPtr &record)
{
    MadeReview made(record);
    addUsualCourses(made);
    addLoudAlerts(made);
    addQuietAlerts(made);
    return made;
}

// Answers for the window, given when the test says so.
class FakeSafety
{
public:
    [[nodiscard]] Ui::SafetyCalls calls()
    {
        Ui::SafetyCalls calls;
        calls.review = [this](PersonId) { return ask(reviews); };
        calls.tryDrug = [this](PersonId, const QString &name) {
            tried.append(name);
            return ask(checks);
        };
        calls.completions = [](const QString &typed) {
            QStringList names;
            for (const QString &name : {u"ibuprofen"_s, u"ibutilide"_s, u"ibandronate"_s, u"warfarin"_s}) {
                if (name.startsWith(typed, Qt::CaseInsensitive))
                    names.append(name);
            }
            return names;
        };
        calls.acknowledge = [this](PersonId, const Safety::SafetyAlert &alert, const QString &reason,
                                   const QString &comment) {
            acknowledged.append({alert.id, reason, comment});
            return ask(writes);
        };
        calls.withdraw = [this](PersonId, const QString &alert) {
            withdrawn.append(alert);
            return ask(writes);
        };
        calls.reasons = {u"1"_s, u"2"_s, u"5"_s, u"8"_s};
        calls.author = u"Dr. Demo"_s;
        return calls;
    }

    // Answers the oldest question that waits.
    template<typename T>
    static void answer(std::deque<QPromise<T>> &waiting, T value)
    {
        waiting.front().addResult(std::move(value));
        waiting.front().finish();
        waiting.pop_front();
    }
    void review(const SafetyReviewPtr &value) { answer<Result<SafetyReviewPtr>>(reviews, value); }

    std::deque<QPromise<Result<SafetyReviewPtr>>> reviews;
    std::deque<QPromise<Result<ProspectiveCheck>>> checks;
    std::deque<QPromise<Status>> writes;
    struct Written
    {
        QString alert;
        QString reason;
        QString comment;
    };
    QList<Written> acknowledged;
    QStringList withdrawn;
    QStringList tried;

private:
    template<typename T>
    static QFuture<T> ask(std::deque<QPromise<T>> &waiting)
    {
        waiting.emplace_back();
        waiting.back().start();
        return waiting.back().future();
    }
};

// Every word a person can see below a widget.
inline QString wordsOn(const QWidget *in)
{
    QStringList words;
    for (const QWidget *widget : in->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            words += label->textFormat() == Qt::RichText ? QTextDocumentFragment::fromHtml(label->text()).toPlainText()
                                                         : label->text();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            words += button->text();
        else if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            words += edit->text();
        else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model()) {
            for (int row = 0; row < view->model()->rowCount(); ++row) {
                for (int column = 0; column < view->model()->columnCount(); ++column)
                    words += view->model()->index(row, column).data().toString();
            }
        }
    }
    return words.join(u'\n');
}

// The visible button with these words, or this name.
inline QAbstractButton *buttonNamed(const QWidget *in, const QString &words)
{
    for (QAbstractButton *candidate : in->findChildren<QAbstractButton *>()) {
        if (candidate->isVisible() && (candidate->text() == words || candidate->accessibleName() == words))
            return candidate;
    }
    return nullptr;
}

} // namespace Chartline::Test
