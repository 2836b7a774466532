// SPDX-License-Identifier: Apache-2.0
#include "cli/Command.h"
#include "cli/Terminal.h"
#include "safety/PairCard.h"
#include "viewmodels/AlertSummary.h"
#include "viewmodels/AlertText.h"

#include <QLocale>

namespace Chartline::Cli {

namespace {

using namespace Safety;
using namespace Qt::StringLiterals;
using Ui::AlertText;

QString kindName(AlertKind kind)
{
    constexpr const char *names[] = {"interaction", "allergy", "duplicate", "condition", "laboratory", "gene"};
    return QString::fromLatin1(names[std::size_t(kind)]);
}

QString overlapName(Overlap overlap)
{
    constexpr const char *names[] = {"none", "historical", "washout", "active"};
    return QString::fromLatin1(names[std::size_t(overlap)]);
}

QString whyName(NotChecked::Why why)
{
    constexpr const char *names[] = {"unknown-drug", "unsure-drug",       "unknown-allergy", "no-knowledge",
                                     "unread-value", "implausible-value", "unread-record",   "kidney-unknown"};
    return QString::fromLatin1(names[std::size_t(why)]);
}

QString returnName(OverrideReturn returned)
{
    constexpr const char *names[] = {"no", "louder", "dose", "kidney", "level", "restarted"};
    return QString::fromLatin1(names[std::size_t(returned)]);
}

QString allergyName(PatientContext::AllergyKnowledge knowledge)
{
    constexpr const char *names[] = {"nothing-recorded", "none-known", "some"};
    return QString::fromLatin1(names[std::size_t(knowledge)]);
}

QJsonArray factIds(const QList<qint64> &facts)
{
    QJsonArray ids;
    for (const qint64 fact : facts)
        ids.append(FactId{fact}.toString());
    return ids;
}

QJsonObject json(const SafetyAlert &alert)
{
    QJsonArray drugs;
    for (const AlertDrug &drug : alert.drugs)
        drugs.append(drug.name);
    QJsonArray levels;
    for (const AlertLevel &level : alert.levels)
        levels.append(QJsonObject{{u"test"_s, level.id},
                                  {u"value"_s, level.value},
                                  {u"unit"_s, level.unit},
                                  {u"date"_s, level.date.toString(Qt::ISODate)},
                                  {u"fact"_s, FactId{level.fact}.toString()},
                                  {u"derived"_s, level.derived}});
    QJsonObject object{{u"id"_s, alert.id},
                       {u"tier"_s, tierName(alert.tier)},
                       {u"kind"_s, kindName(alert.kind)},
                       {u"drugs"_s, drugs},
                       {u"effect"_s, alert.effects.value(0)},
                       {u"effects"_s, QJsonArray::fromStringList(alert.effects)},
                       {u"happens"_s, AlertText::happens(alert, QLocale::c())},
                       {u"mechanism"_s, alert.why},
                       {u"management"_s, AlertText::manage(alert)},
                       {u"evidence"_s, alert.evidence},
                       {u"source"_s, alert.source},
                       {u"overlap"_s, overlapName(alert.overlap.overlap)},
                       {u"context"_s, QJsonArray::fromStringList(AlertText::moves(alert, QLocale::c()))},
                       {u"subject"_s, alert.subject},
                       {u"reactions"_s, QJsonArray::fromStringList(alert.reactions)},
                       {u"levels"_s, levels},
                       {u"facts"_s, factIds(alert.facts)}};
    if (!alert.pack.isEmpty())
        object.insert(u"pack"_s, alert.pack);
    if (alert.override_)
        object.insert(u"acknowledged"_s, QJsonObject{{u"reason"_s, alert.override_->reason},
                                                     {u"by"_s, alert.override_->author},
                                                     {u"holds"_s, alert.isAcknowledged()},
                                                     {u"returned"_s, returnName(alert.returned)}});
    return object;
}

QJsonObject json(const SafetyReview &review)
{
    QJsonArray alerts;
    for (const SafetyAlert &alert : review.alerts)
        alerts.append(json(alert));
    QJsonArray notChecked;
    for (const NotChecked &entry : review.notChecked)
        notChecked.append(
            QJsonObject{{u"name"_s, entry.name}, {u"why"_s, whyName(entry.why)}, {u"facts"_s, factIds(entry.facts)}});
    constexpr const char *knowledge[] = {"valid", "out-of-date", "failed"};
    return {{u"at"_s, review.at.toString(Qt::ISODate)},
            {u"knowledge"_s, QString::fromLatin1(knowledge[std::size_t(review.knowledge)])},
            {u"allergies"_s, allergyName(review.allergyKnowledge)},
            {u"checked"_s, QJsonArray::fromStringList(review.checked)},
            {u"notChecked"_s, notChecked},
            {u"alerts"_s, alerts}};
}

void print(const SafetyReview &review)
{
    const QLocale locale;
    for (const QString &warning :
         {Ui::AlertSummary::knowledgeWarning(review, locale), Ui::AlertSummary::allergyWarning(review)}) {
        if (!warning.isEmpty())
            Terminal::out(warning);
    }
    Terminal::out(Ui::AlertSummary::header(review));
    for (const NotChecked &entry : review.notChecked)
        Terminal::out(
            Terminal::tr("NOT CHECKED: %1").arg(entry.name + u" – "_s + Ui::AlertSummary::notCheckedReason(entry)));
    int hidden = 0;
    for (const SafetyAlert &alert : review.alerts) {
        if (alert.tier <= Tier::Hidden) {
            ++hidden;
            continue;
        }
        Terminal::out(u"%1  %2: %3"_s.arg(AlertText::tier(alert.tier), AlertText::title(alert, locale),
                                          AlertText::happens(alert, locale)));
        QStringList lines{AlertText::reactions(alert), AlertText::manage(alert), AlertText::mechanism(alert),
                          AlertText::overlap(alert, locale)};
        lines += AlertText::levels(alert, locale);
        lines += AlertText::moves(alert, locale);
        lines.append(AlertText::source(alert.source));
        if (alert.isAcknowledged())
            lines.append(AlertText::acknowledged(*alert.override_, locale));
        for (const QString &line : std::as_const(lines)) {
            if (!line.isEmpty())
                Terminal::out(u"    "_s + line);
        }
    }
    if (hidden > 0)
        Terminal::out(Terminal::tr("%n minor alert(s) not shown; --json has them.", nullptr, hidden));
}

} // namespace

int runAlerts(Composition &composition, const Arguments &arguments)
{
    const auto person = PersonId::parse(arguments.option(u"person"_s));
    if (!person)
        return failed({ErrorCode::Usage, {Terminal::tr("“%1” is no id").arg(arguments.option(u"person"_s))}},
                      arguments.json);
    QDate at;
    if (const QString text = arguments.option(u"at"_s); !text.isEmpty()) {
        at = QDate::fromString(text, Qt::ISODate);
        if (!at.isValid())
            return failed({ErrorCode::Usage, {Terminal::tr("“%1” is no ISO 8601 date").arg(text)}}, arguments.json);
    }
    const auto review = await(composition.safety().review(*person, at));
    if (!review)
        return failed(review.error(), arguments.json);
    if (arguments.json)
        Terminal::outJson(json(**review));
    else
        print(**review);
    return Done;
}

} // namespace Chartline::Cli
