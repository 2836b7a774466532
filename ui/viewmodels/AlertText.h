// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/SafetyAlert.h"

#include <QCoreApplication>
#include <QLocale>

namespace Chartline::Ui {

// Words for one medication-safety alert. What the knowledge base says of it (what happens, what to do, why) is English
// in every language of the program; see englishNote().
class AlertText
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::AlertText)

public:
    // "Act now", "Act", "Know", "Minor".
    [[nodiscard]] static QString tier(Safety::Tier tier);
    // "Interaction", "Allergy", "Same drug or class", "Condition", "Laboratory value", "Gene".
    [[nodiscard]] static QString kind(Safety::AlertKind kind);
    // "Warfarin + fluconazole", "Metformin with eGFR 38 ml/min/1.73 m²", "Amoxicillin: allergy to penicillin".
    [[nodiscard]] static QString title(const Safety::SafetyAlert &alert, const QLocale &locale = QLocale());
    // "bleeding, hyperkalaemia": what an interaction leads to; empty for other kinds.
    [[nodiscard]] static QString effects(const Safety::SafetyAlert &alert);

    // Sentences of the knowledge base; where it has none, what follows from the advice and the topic. Never empty.
    [[nodiscard]] static QString happens(const Safety::SafetyAlert &alert, const QLocale &locale = QLocale());
    [[nodiscard]] static QString manage(const Safety::SafetyAlert &alert);
    // The mechanism; empty where it is not known, or already part of happens().
    [[nodiscard]] static QString mechanism(const Safety::SafetyAlert &alert);
    // "Reaction then: rash, wheeze"; empty where no reaction is told.
    [[nodiscard]] static QString reactions(const Safety::SafetyAlert &alert);

    // "Both are taken now, since 3 Oct 2026", "Fluoxetine stopped on 3 Oct 2026; it acts until 7 Nov 2026".
    [[nodiscard]] static QString overlap(const Safety::SafetyAlert &alert, const QLocale &locale = QLocale());
    // What moved the tier, one line each: "Lowered: …", "Raised: …".
    [[nodiscard]] static QStringList moves(const Safety::SafetyAlert &alert, const QLocale &locale = QLocale());
    // "INR 2.3 (2 Sep 2026) → 4.6 (20 Nov 2026)"; no unit where it is "1".
    [[nodiscard]] static QString level(const Safety::AlertLevel &level, const QLocale &locale = QLocale());
    [[nodiscard]] static QStringList levels(const Safety::SafetyAlert &alert, const QLocale &locale = QLocale());
    // "Evidence: established"; empty where it is not said.
    [[nodiscard]] static QString evidence(const QString &evidence);
    // "Source: label (FDA or EU SmPC) §7"; empty where none is given.
    [[nodiscard]] static QString source(const QString &source);
    // "Knowledge: Chartline", "Knowledge: pack of St. Mary".
    [[nodiscard]] static QString pack(const QString &pack);

    // Words of a code of SafetyService::overrideReasons(); the code itself where it is not known.
    [[nodiscard]] static QString reason(const QString &code);
    // "22 Nov 2026, 14:30, Dr. demo: therapy appropriate. “INR weekly”"
    [[nodiscard]] static QString acknowledged(const Safety::SafetyOverride &override_,
                                              const QLocale &locale = QLocale());
    // "Shown again: kidney function has changed"; empty for No.
    [[nodiscard]] static QString returned(Safety::OverrideReturn returned);

    // "Words of the knowledge base are in English."; empty where the program's language is English.
    [[nodiscard]] static QString englishNote(const QLocale &locale = QLocale());

    // "warfarin" → "Warfarin".
    [[nodiscard]] static QString capitalized(const QString &name);
    // "Gastrointestinal ulcer" → "gastrointestinal ulcer", within a sentence.
    [[nodiscard]] static QString uncapitalized(const QString &name);
    // "20 Nov 2026"; empty for no date.
    [[nodiscard]] static QString day(QDate date, const QLocale &locale = QLocale());
    // "38 ml/min/1.73 m²"; at most three figures behind what matters.
    [[nodiscard]] static QString amount(double value, const QString &unit, const QLocale &locale = QLocale());
    // "40 mg", "2.5 g", "88 µg", of milligrams.
    [[nodiscard]] static QString dose(double milligrams, const QLocale &locale = QLocale());

private:
    [[nodiscard]] static QString move(const Safety::AlertMove &move, const QLocale &locale);
    [[nodiscard]] static QString moveReason(const Safety::AlertMove &move, const QLocale &locale);
    [[nodiscard]] static QString advised(const Safety::SafetyAlert &alert, const QLocale &locale);
    [[nodiscard]] static QString valueOf(const Safety::AlertLevel &level, const QLocale &locale);
    [[nodiscard]] static QString labName(const Safety::AlertLevel &level);
    [[nodiscard]] static QString limitOfAge(const Safety::SafetyAlert &alert, const QLocale &locale);
    [[nodiscard]] static QString firstDrug(const Safety::SafetyAlert &alert);
};

} // namespace Chartline::Ui
