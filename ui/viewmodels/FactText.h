// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/PersonRecord.h"
#include "viewmodels/ValueMark.h"

#include <QCoreApplication>

namespace Chartline::Ui {

// The words of one fact, the same in every view and on the command line.
class FactText
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::FactText)

public:
    // With the words of its negation; never the bare title.
    [[nodiscard]] static QString title(const Fact &fact);
    // "7.8 %"; empty where there is none.
    [[nodiscard]] static QString value(const Fact &fact);
    [[nodiscard]] static ValueMark mark(const Fact &fact);
    // "▲", "▼", "■", "◆"; empty for a normal one.
    [[nodiscard]] static QString sign(ValueMark mark);
    // "7.8 % ▲ high": the sign and the word stand beside the colour, which alone would say nothing to some readers.
    [[nodiscard]] static QString markedValue(const Fact &fact);
    // "high", "critically low", "abnormal" (no direction given), "high risk" (allergy); empty otherwise.
    [[nodiscard]] static QString abnormalWord(const Fact &fact);
    // A FHIR status in words ("entered-in-error": "entered in error"); words this program does not know stay as they
    // are.
    [[nodiscard]] static QString status(const QString &status);
    // What a reader must know before trusting the fact, most serious first.
    [[nodiscard]] static QStringList flagWords(const Fact &fact);
    // "SNOMED CT", "LOINC", "RxNorm"…; the last part of an unknown URI.
    [[nodiscard]] static QString systemName(const QString &system);
    // "LOINC 4548-4"; empty where there is no code.
    [[nodiscard]] static QString code(const Clinical::Coding &coding);
    // One line for screen readers and tooltips: kind, title, value, date, status, flags.
    [[nodiscard]] static QString spoken(const Fact &fact);
};

} // namespace Chartline::Ui
