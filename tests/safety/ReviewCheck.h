// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/PairCard.h"
#include "safety/SafetyAlert.h"

#include <QRegularExpression>
#include <QSet>

// Compares a review with the expectations of tests/data/safety/review.tsv.
namespace Chartline::Safety {

inline constexpr const char *s_topics[] = {
    "interaction",    "triple", "allergy-same", "allergy-group", "allergy-cross", "dup-class",
    "dup-ingredient", "dose",   "condition",    "pregnancy",     "lactation",     "age",
    "laboratory",     "kidney", "gene"};
inline constexpr const char *s_moves[] = {
    "Knowledge",      "LocalRoute", "Uncertain",   "NeverDispensed", "Planned",         "Ended",     "Historical",
    "ToleratedSince", "Tolerated",  "Intolerance", "Undated",        "InactiveAllergy", "StillActs", "Disagreement"};
inline constexpr const char *s_overlaps[] = {"none", "historical", "washout", "active"};

[[nodiscard]] inline QString drugsOf(const SafetyAlert &alert)
{
    QSet<QString> names;
    for (const AlertDrug &drug : alert.drugs)
        names.insert(drug.name);
    QStringList list(names.begin(), names.end());
    list.sort();
    return list.join(u'+');
}

[[nodiscard]] inline QString shown(const SafetyAlert &alert)
{
    QStringList moves;
    for (const AlertMove &move : alert.moves)
        moves.append(
            QStringLiteral("%1 %2 %3").arg(QLatin1StringView(s_moves[int(move.why)])).arg(move.step).arg(move.words));
    return QStringLiteral("%1 %2 %3 %4 (%5), %6")
        .arg(QLatin1StringView(s_topics[int(alert.topic)]), alert.id, tierName(alert.tier),
             QLatin1StringView(s_overlaps[int(alert.overlap.overlap)]), alert.effects.join(u' '),
             moves.join(QStringLiteral("; ")));
}

[[nodiscard]] inline Tier tierCalled(const QString &name)
{
    for (const Tier tier : {Tier::Hidden, Tier::Passive, Tier::Prominent, Tier::Interruptive}) {
        if (tierName(tier) == name)
            return tier;
    }
    return Tier::None;
}

// "count triple = 1": by kind, topic or effect; only what is shown.
[[nodiscard]] inline QString checkCount(const QStringList &words, const SafetyReview &review)
{
    const QString what = words.value(1);
    const auto count = std::ranges::count_if(review.alerts, [&](const SafetyAlert &alert) {
        const bool isKind = (what == QLatin1StringView("interaction") && alert.kind == AlertKind::Interaction)
                            || (what == QLatin1StringView("duplicate") && alert.kind == AlertKind::Duplicate);
        return alert.isVisible()
               && (isKind || what == QLatin1StringView(s_topics[int(alert.topic)]) || alert.effects.contains(what));
    });
    return count == words.value(3).toInt() ? QString() : QStringLiteral("%1 of %2").arg(count).arg(what);
}

[[nodiscard]] inline QString checkDetail(const QString &detail, const SafetyAlert &alert)
{
    const QString key = detail.section(u'=', 0, 0);
    const QString value = detail.section(u'=', 1);
    bool isRight = false;
    if (key == QLatin1StringView("effect"))
        isRight = alert.effects.contains(value);
    else if (key == QLatin1StringView("overlap"))
        isRight = value == QLatin1StringView(s_overlaps[int(alert.overlap.overlap)]);
    else if (key == QLatin1StringView("why"))
        isRight = std::ranges::any_of(
            alert.moves, [&](const AlertMove &move) { return value == QLatin1StringView(s_moves[int(move.why)]); });
    else if (key == QLatin1StringView("level")) {
        const QString lab = value.section(u':', 0, 0);
        const QString figures = value.section(u':', 1);
        const auto level = std::ranges::find(alert.levels, lab, &AlertLevel::id);
        QString found = QStringLiteral("none");
        if (level != alert.levels.end()) {
            found = QString::number(level->value);
            if (level->before)
                found.prepend(QString::number(*level->before) + u'>');
        }
        isRight = found == figures;
    }
    return isRight ? QString() : detail + QLatin1StringView(": ") + shown(alert);
}

// Empty: as expected; else what is wrong. "interaction warfarin+fluconazole >= prominent effect=bleeding", "* aztreonam
// <= hidden", "count triple = 1".
[[nodiscard]] inline QString checkReview(const QString &expected, const SafetyReview &review)
{
    if (expected.startsWith(QLatin1StringView("count ")))
        return checkCount(expected.split(u' '), review);
    static const QRegularExpression form(QStringLiteral("^(\\S+) (.+) (>=|<=|=) (\\w+)(.*)$"));
    const auto match = form.match(expected);
    const Tier tier = tierCalled(match.captured(4));
    if (!match.hasMatch() || tier == Tier::None)
        return QStringLiteral("not understood");
    QStringList drugs = match.captured(2).split(u'+');
    drugs.sort();
    const QString topic = match.captured(1);
    const QStringList details = match.captured(5).split(u' ', Qt::SkipEmptyParts);
    const SafetyAlert *loudest = nullptr;
    for (const SafetyAlert &alert : review.alerts) {
        const bool isTopic = topic == QLatin1StringView("*") || topic == QLatin1StringView(s_topics[int(alert.topic)]);
        const bool isEffect = std::ranges::all_of(details, [&](const QString &detail) {
            return !detail.startsWith(QLatin1StringView("effect=")) || alert.effects.contains(detail.mid(7));
        });
        if (isTopic && isEffect && drugsOf(alert) == drugs.join(u'+') && (!loudest || alert.tier > loudest->tier))
            loudest = &alert;
    }
    const Tier found = loudest ? loudest->tier : Tier::None;
    const QString sign = match.captured(3);
    const bool isRight = sign == QLatin1StringView("=")    ? found == tier
                         : sign == QLatin1StringView(">=") ? found >= tier
                                                           : found <= tier;
    if (!isRight)
        return loudest ? shown(*loudest) : QStringLiteral("no alert");
    for (const QString &detail : details) {
        const QString wrong = loudest ? checkDetail(detail, *loudest) : QStringLiteral("no alert");
        if (!wrong.isEmpty())
            return wrong;
    }
    return {};
}

} // namespace Chartline::Safety
