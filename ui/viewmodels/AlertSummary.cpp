// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/AlertSummary.h"

#include "viewmodels/AlertText.h"

#include <algorithm>

namespace Chartline::Ui {

using namespace Safety;
using namespace Qt::StringLiterals;

namespace {

int countOf(const QList<SafetyAlert> &alerts, bool acting)
{
    return int(std::ranges::count_if(alerts, [acting](const SafetyAlert &alert) {
        return alert.isVisible() && (alert.tier >= Tier::Prominent) == acting;
    }));
}

} // namespace

int AlertSummary::toActOn(const SafetyReview &review)
{
    return countOf(review.alerts, true);
}

QString AlertSummary::nothingChecked(const SafetyReview &review)
{
    if (review.knowledge == SafetyReview::Knowledge::Failed)
        return tr("Nothing was checked: the knowledge base failed its check");
    if (review.checkedCourses > 0)
        return {};
    const auto unread = int(review.notChecked.size());
    return unread > 0 ? tr("Nothing could be checked: %n entries not understood", "", unread)
                      : tr("No current drugs are known; nothing was checked");
}

// What was found, without a word on how much was looked at.
QString AlertSummary::found(const QList<SafetyAlert> &alerts)
{
    const int acting = countOf(alerts, true);
    const int passive = countOf(alerts, false);
    if (acting > 0 && passive > 0)
        return tr("%1 · %2", "to act on, to know")
            .arg(tr("%n to act on", "alerts", acting), tr("%n to know", "alerts", passive));
    if (acting > 0)
        return tr("%n to act on", "alerts", acting);
    if (passive > 0)
        return tr("Nothing to act on · %1").arg(tr("%n to know", "alerts", passive));
    return {};
}

QString AlertSummary::header(const SafetyReview &review)
{
    if (const QString nothing = nothingChecked(review); !nothing.isEmpty())
        return nothing;
    const QString checked = tr("%n drugs checked", "", review.checkedCourses);
    const auto unread = int(review.notChecked.size());
    const QString amount =
        unread > 0 ? tr("%1, %2", "checked, not checked").arg(checked, tr("%n not checked", "", unread)) : checked;
    if (const QString what = found(review.alerts); !what.isEmpty())
        return tr("%1 · %2", "what was found, how much was checked").arg(what, amount);
    // Minor or acknowledged ones are there: "nothing found" would not be true.
    if (!review.alerts.isEmpty())
        return tr("Nothing new to act on · %1", "how much was checked").arg(amount);
    const QString among = tr("Nothing found among %n drugs checked", "", review.checkedCourses);
    return unread > 0 ? tr("%1 · %2", "what was found, what was not checked").arg(among, notChecked(review)) : among;
}

QString AlertSummary::banner(const SafetyReview &review)
{
    if (review.knowledge == SafetyReview::Knowledge::Failed)
        return tr("Not checked");
    if (const int acting = toActOn(review); acting > 0)
        return tr("%n to act on", "alerts", acting);
    return review.notChecked.isEmpty() ? QString() : tr("%n not checked", "", int(review.notChecked.size()));
}

QString AlertSummary::tiers(const SafetyReview &review)
{
    QStringList parts;
    for (const Tier tier : {Tier::Interruptive, Tier::Prominent, Tier::Passive}) {
        const auto count = std::ranges::count_if(
            review.alerts, [tier](const SafetyAlert &alert) { return alert.isVisible() && alert.tier == tier; });
        if (count > 0)
            parts.append(tr("%1: %2", "how loud, how many alerts").arg(AlertText::tier(tier)).arg(count));
    }
    return parts.join(tr(" · ", "between parts of a line"));
}

QString AlertSummary::prospective(const QList<SafetyAlert> &alerts, const SafetyReview &review)
{
    if (const QString nothing = nothingChecked(review); !nothing.isEmpty())
        return nothing;
    // The drug itself is one of those checked.
    const int others = std::max(0, review.checkedCourses - 1);
    QString what = found(alerts);
    if (what.isEmpty())
        what = alerts.isEmpty() ? tr("Nothing found among %n drugs checked", "", others)
                                : tr("Only minor things found among %n drugs checked", "", others);
    else
        what = tr("%1 · %2", "what was found, how much was checked").arg(what, tr("%n drugs checked", "", others));
    return review.notChecked.isEmpty()
               ? what
               : tr("%1; %2", "how much was checked, what was not").arg(what, notChecked(review));
}

QString AlertSummary::notChecked(const SafetyReview &review)
{
    constexpr qsizetype most = 3;
    const qsizetype count = review.notChecked.size();
    if (count == 0)
        return {};
    QStringList names;
    for (const NotChecked &entry : review.notChecked.first(std::min(count, most)))
        names.append(tr("“%1”", "name of a drug as its source has it").arg(entry.name));
    if (count > most)
        names.append(tr("%n more", "drugs", int(count - most)));
    return tr("%n not checked: %1", "", int(count)).arg(names.join(tr(", ", "between drugs")));
}

QString AlertSummary::notCheckedTitle(const NotChecked &entry)
{
    // What is understood of its name was checked.
    if (entry.why == NotChecked::Why::UnsureDrug)
        return tr("Not fully checked: “%1”").arg(entry.name);
    return tr("Not checked: “%1”").arg(entry.name);
}

QString AlertSummary::notCheckedReason(const NotChecked &entry)
{
    switch (entry.why) {
    case NotChecked::Why::UnknownDrug: return tr("No ingredient recognised. Treat as unknown.");
    case NotChecked::Why::UnsureDrug:
        return entry.unread.isEmpty() ? tr("Its name is not understood with certainty; checked only as far as it is.")
                                      : tr("Not understood in its name, and not checked: %1.")
                                            .arg(entry.unread.join(tr(", ", "between drugs")));
    case NotChecked::Why::UnknownAllergy: return tr("This allergy is not recognised: no drug was checked against it.");
    case NotChecked::Why::NoKnowledge: return tr("The knowledge base failed its check.");
    case NotChecked::Why::UnreadValue: return tr("The unit or form of this result is not understood.");
    case NotChecked::Why::ImplausibleValue: return tr("This result cannot be right as it is given.");
    case NotChecked::Why::UnreadRecord: return tr("What the source sent could not be read again.");
    case NotChecked::Why::KidneyUnknown:
        return tr("Kidney function is not known, or the last value is too old. Doses were not checked against it.");
    }
    return {};
}

QString AlertSummary::knowledgeWarning(const SafetyReview &review, const QLocale &locale)
{
    switch (review.knowledge) {
    case SafetyReview::Knowledge::Valid: break;
    case SafetyReview::Knowledge::OutOfDate:
        return tr("The knowledge base (%1) is out of date since %2: what has become known later was not checked.")
            .arg(review.knowledgeName, AlertText::day(review.knowledgeExpires, locale));
    case SafetyReview::Knowledge::Failed:
        return tr("The knowledge base failed its check and is not used. No drug of this record was checked. Install "
                  "Chartline again, and check the drugs by other means until then.");
    }
    return {};
}

QString AlertSummary::allergyWarning(const SafetyReview &review)
{
    using enum PatientContext::AllergyKnowledge;
    if (review.knowledge == SafetyReview::Knowledge::Failed || review.allergyKnowledge != NothingRecorded)
        return {};
    return tr("Nothing has been received about allergies: drugs were not checked against any.");
}

} // namespace Chartline::Ui
