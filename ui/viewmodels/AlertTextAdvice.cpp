// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/AlertText.h"
#include "viewmodels/DateText.h"

#include <cmath>

// Advice, what moved an alert, and acknowledgements.

namespace Chartline::Ui {

using namespace Safety;
using namespace Qt::StringLiterals;

namespace {

// Topics of which the knowledge base says advice and a reason, not what happens.
bool isOfFacts(AlertTopic topic)
{
    switch (topic) {
    case AlertTopic::Condition:
    case AlertTopic::Pregnancy:
    case AlertTopic::Lactation:
    case AlertTopic::Age:
    case AlertTopic::Laboratory:
    case AlertTopic::Kidney:
    case AlertTopic::Gene: return true;
    default: return false;
    }
}

} // namespace

QString AlertText::limitOfAge(const SafetyAlert &alert, const QLocale &locale)
{
    const QString years = amount(std::abs(alert.limit), {}, locale);
    return alert.limit < 0 ? tr("below the age of %1").arg(years) : tr("from the age of %1").arg(years);
}

QString AlertText::advised(const SafetyAlert &alert, const QLocale &locale)
{
    QString what;
    switch (alert.topic) {
    case AlertTopic::Pregnancy: what = tr("in pregnancy", "contraindicated, to be avoided…"); break;
    case AlertTopic::Lactation: what = tr("while breastfeeding", "contraindicated, to be avoided…"); break;
    case AlertTopic::Age: what = limitOfAge(alert, locale); break;
    case AlertTopic::Kidney:
        what = tr("below an eGFR of %1", "contraindicated, to be avoided…")
                   .arg(amount(alert.limit, u"ml/min/1.73m2"_s, locale));
        break;
    case AlertTopic::Laboratory: what = tr("at this value", "contraindicated, to be avoided…"); break;
    case AlertTopic::Gene: what = tr("with this gene variant", "contraindicated, to be avoided…"); break;
    default:
        what = tr("with %1", "contraindicated, to be avoided…")
                   .arg(alert.effectNames.isEmpty() ? alert.subject : uncapitalized(alert.effectNames.first()));
        break;
    }
    switch (alert.advice) {
    case Advice::Contraindicated: return tr("Contraindicated %1", "in pregnancy, with asthma…").arg(what);
    case Advice::Avoid: return tr("To be avoided %1", "in pregnancy, with asthma…").arg(what);
    case Advice::Reduce: return tr("A lower dose is due %1", "in pregnancy, with asthma…").arg(what);
    case Advice::Caution:
    case Advice::None: break;
    }
    return tr("To be used with care %1", "in pregnancy, with asthma…").arg(what);
}

QString AlertText::happens(const SafetyAlert &alert, const QLocale &locale)
{
    if (!alert.happens.isEmpty())
        return alert.happens;
    if (isOfFacts(alert.topic)) {
        const QString advice = advised(alert, locale);
        return alert.why.isEmpty() ? tr("%1.", "a sentence").arg(advice)
                                   : tr("%1: %2", "advice and its reason").arg(advice, alert.why);
    }
    switch (alert.topic) {
    case AlertTopic::AllergySame: return tr("The record states an allergy to this drug.");
    case AlertTopic::AllergyGroup: return tr("This drug belongs to a group that the record states an allergy to.");
    case AlertTopic::AllergyCross: return tr("An allergy to a relative of this drug may reach it.");
    case AlertTopic::DuplicateIngredient: return tr("The same drug is taken twice; the doses add up.");
    case AlertTopic::DuplicateClass: return tr("Drugs of the same class are taken together.");
    case AlertTopic::Dose: return tr("The usual highest dose is %1 a day.").arg(dose(alert.limit, locale));
    default: break;
    }
    const QString effect = effects(alert);
    return effect.isEmpty() ? tr("These drugs act on each other.")
                            : tr("Together they may lead to: %1.").arg(uncapitalized(effect));
}

QString AlertText::mechanism(const SafetyAlert &alert)
{
    return alert.happens.isEmpty() && isOfFacts(alert.topic) ? QString() : alert.why;
}

QString AlertText::manage(const SafetyAlert &alert)
{
    if (!alert.manage.isEmpty())
        return alert.manage;
    const bool grave = alert.tier == Tier::Interruptive;
    switch (alert.topic) {
    case AlertTopic::AllergySame:
    case AlertTopic::AllergyGroup:
        return grave ? tr("Do not give it. Ask what happened then, and choose another drug.")
                     : tr("Ask what happened then before giving it.");
    case AlertTopic::AllergyCross:
        return grave ? tr("Choose another drug, or have the allergy tested first.")
                     : tr("Ask how grave the reaction was; watch the first dose.");
    case AlertTopic::DuplicateIngredient: return tr("Find out whether both are taken; keep one.");
    case AlertTopic::DuplicateClass: return tr("Find out whether both are meant; keep one.");
    case AlertTopic::Dose: return tr("Check the dose and what it is for.");
    case AlertTopic::Interaction:
    case AlertTopic::Triple: return tr("Look for harm; choose another drug where there is one.");
    default: break;
    }
    if (alert.topic == AlertTopic::Laboratory && alert.advice >= Advice::Avoid)
        return tr("Hold it or choose another drug until the value is right again.");
    switch (alert.advice) {
    case Advice::Contraindicated:
        return tr("Change to another drug; do not stop at once where stopping is a risk itself.");
    case Advice::Avoid: return tr("Choose another drug unless nothing else will do.");
    case Advice::Reduce:
        return alert.topic == AlertTopic::Kidney ? tr("Lower the dose, or give it less often, as the label says.")
                                                 : tr("Lower the dose as the label says.");
    case Advice::Caution:
    case Advice::None: break;
    }
    return tr("Weigh the benefit, and watch for harm.");
}

QString AlertText::moveReason(const AlertMove &move, const QLocale &locale)
{
    const QString when = day(move.date, locale);
    switch (move.why) {
    case AlertMove::Why::Knowledge:
        if (!move.drug.isEmpty() && !when.isEmpty())
            return tr("%1 (%2, %3)", "reason, drug, date").arg(move.words, move.drug, when);
        if (!move.drug.isEmpty() || !when.isEmpty())
            return tr("%1 (%2)", "reason, drug or date").arg(move.words, move.drug + when);
        return move.words;
    case AlertMove::Why::LocalRoute: return tr("%1 acts only where it is applied").arg(move.drug);
    case AlertMove::Why::Uncertain:
        return when.isEmpty() ? tr("it is long not heard that %1 is taken").arg(move.drug)
                              : tr("nothing heard of %1 since %2").arg(move.drug, when);
    case AlertMove::Why::NeverDispensed:
        return when.isEmpty() ? tr("%1 was prescribed; no fill of it is known").arg(move.drug)
                              : tr("%1 was prescribed on %2; no fill of it is known").arg(move.drug, when);
    case AlertMove::Why::Planned: return tr("%1 is only planned").arg(move.drug);
    case AlertMove::Why::Ended:
        return when.isEmpty() ? tr("%1 was stopped; little of it is still there").arg(move.drug)
                              : tr("%1 was stopped on %2; little of it is still there").arg(move.drug, when);
    case AlertMove::Why::Historical: return tr("the drugs met only in the past");
    case AlertMove::Why::ToleratedSince:
        return when.isEmpty() ? tr("%1 was taken since without trouble that is recorded").arg(move.drug)
                              : tr("%1 was taken again from %2 without trouble that is recorded").arg(move.drug, when);
    case AlertMove::Why::Tolerated:
        return move.words.isEmpty() ? tr("taken together for months")
                                    : tr("taken together for months: %1").arg(move.words);
    case AlertMove::Why::Intolerance: return tr("the reaction was an intolerance, not an immune reaction");
    case AlertMove::Why::Undated: return tr("no source says since when %1 is taken").arg(move.drug);
    case AlertMove::Why::InactiveAllergy: return tr("its source calls the allergy inactive or resolved");
    case AlertMove::Why::StillActs:
        return when.isEmpty() ? tr("%1 (%2)", "reason, drug or date").arg(move.words, move.drug)
                              : tr("%1 (%2, %3)", "reason, drug, date").arg(move.words, move.drug, when);
    case AlertMove::Why::Disagreement: return tr("Sources disagree on whether %1 is taken").arg(move.drug);
    }
    return {};
}

QString AlertText::move(const AlertMove &move, const QLocale &locale)
{
    const QString reason = moveReason(move, locale);
    if (move.step > 0)
        return tr("Raised: %1", "why an alert is louder").arg(reason);
    if (move.step < 0)
        return tr("Lowered: %1", "why an alert is quieter").arg(reason);
    if (move.why == AlertMove::Why::StillActs)
        return tr("Still acts: %1", "why a drug that was stopped counts").arg(reason);
    if (move.why == AlertMove::Why::Disagreement)
        return reason;
    return tr("Taken out of sight: %1", "why an alert is not shown at once").arg(reason);
}

QStringList AlertText::moves(const SafetyAlert &alert, const QLocale &locale)
{
    QStringList lines;
    for (const AlertMove &one : alert.moves)
        lines.append(move(one, locale));
    return lines;
}

QString AlertText::reason(const QString &code)
{
    bool isNumber = false;
    switch (code.toInt(&isNumber)) {
    case 1: return tr("Therapy appropriate");
    case 2: return tr("Assessed patient");
    case 3: return tr("Patient gave adequate explanation");
    case 4: return tr("Consulted other supply source");
    case 5: return tr("Consulted prescriber");
    case 7: return tr("Interacting therapy no longer active or planned");
    case 8: return tr("Other action taken");
    case 10: return tr("Provided patient education");
    case 11: return tr("Added concurrent therapy");
    case 12: return tr("Temporarily suspended concurrent therapy");
    case 13: return tr("Stopped concurrent therapy");
    case 22: return tr("Appropriate indication or diagnosis");
    case 23: return tr("Prior therapy documented");
    default: break;
    }
    return code;
}

QString AlertText::acknowledged(const SafetyOverride &override_, const QLocale &locale)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(override_.time);
    const QString when = DateText::date(PartialDate::parse(moment.toString(u"yyyy-MM-ddTHH:mm"_s)), locale);
    const QString who = override_.author.isEmpty() ? tr("somebody") : override_.author;
    const QString line = tr("%1, %2: %3", "who, when, reason").arg(who, when, reason(override_.reason));
    return override_.comment.isEmpty() ? line : tr("%1. “%2”", "reason and comment").arg(line, override_.comment);
}

QString AlertText::returned(OverrideReturn returned)
{
    switch (returned) {
    case OverrideReturn::No: break;
    case OverrideReturn::Louder: return tr("Shown again: it asks for more than when it was acknowledged");
    case OverrideReturn::Dose: return tr("Shown again: a dose has changed since it was acknowledged");
    case OverrideReturn::Kidney: return tr("Shown again: kidney function has changed since it was acknowledged");
    case OverrideReturn::Level: return tr("Shown again: a level has changed since it was acknowledged");
    case OverrideReturn::Restarted: return tr("Shown again: a drug was begun again since it was acknowledged");
    }
    return {};
}

} // namespace Chartline::Ui
