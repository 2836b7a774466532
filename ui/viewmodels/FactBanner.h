// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/PersonRecord.h"

#include <QCoreApplication>
#include <QDate>

namespace Chartline::Ui {

// What stands above the record: who it is, what must not be given, what is being treated.
class FactBanner
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::FactBanner)

public:
    enum class Weight { Normal, Grave, Stated, Missing };

    struct Chip
    {
        QString text;
        QString tip;
        Weight weight = Weight::Normal;
        int fact = -1; // index into the record's facts
    };

    QString name;
    QString line; // "Female · 67 y · born 12 Mar 1959"
    QString deceased; // words; empty while alive, as far as is known
    QStringList identifiers;
    QStringList identities; // one line for each linked identity
    // Never empty: where nothing has been received, one chip says so. "No known allergies" (a statement) and "nothing
    // received" (the lack of one) are different chips.
    QList<Chip> allergies;
    QList<Chip> problems;

    [[nodiscard]] static FactBanner of(const PersonRecord &record, QDate today);

private:
    void addPerson(const PersonSummary &person, const QList<SourceInfo> &sources, QDate today);
    void addAllergies(const PersonRecord &record);
    void addProblems(const PersonRecord &record);
    // With a warning where only the source tells what is meant.
    [[nodiscard]] static QString flagged(const Fact &fact, const QString &text);
    [[nodiscard]] static QString sexWord(const QString &sex);
};

} // namespace Chartline::Ui
