// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/SafetyAlert.h"

#include <span>

namespace Chartline::Safety {

// A drug in a course, as one side of a rule.
struct Exposure
{
    IngredientIndex ingredient = 0;
    qsizetype course = -1;
    const DrugCourse *of = nullptr;
};

// Which of the conditions that rules set ("unless", "lower", "raise") a patient fulfils.
class ContextJudge
{
public:
    // `taken`: every drug that is taken at the date.
    ContextJudge(const KnowledgeBase &base, const PatientContext &patient, const std::vector<Exposure> &taken,
                 QDate at);

    struct Verdict
    {
        bool unless = false; // then there is no alert
        int steps = 0;
        QList<AlertMove> moves;
        QList<qint64> facts; // that it rests on
    };
    // `sides`: a, b, c of the rule.
    [[nodiscard]] Verdict judge(std::span<const KnowledgeFormat::ContextRow> rows,
                                std::span<const Exposure> sides) const;

    // Whether the rows say what this way in of a side ('a', 'b', 'c') means: then they decide, not the general rule for
    // local ways.
    [[nodiscard]] bool speaksOfRoute(std::span<const KnowledgeFormat::ContextRow> rows, char side, Route route) const;
    // Whether a drug taken this way acts only where it is applied.
    [[nodiscard]] bool isLocal(const Exposure &exposure) const;
    // Days both have been taken until the date, without a break; 0: they are not.
    [[nodiscard]] static qint64 daysTogether(const Exposure &first, const Exposure &second, QDate at);
    [[nodiscard]] QDate at() const { return m_at; }

    // Taken together for so long counts as tolerated.
    static constexpr qint64 toleratedDays = 90;

private:
    using ContextRow = KnowledgeFormat::ContextRow;
    struct Ground
    {
        QDate date;
        QString drug;
        qint64 fact = 0;
    };
    [[nodiscard]] std::optional<Ground> holds(const ContextRow &row, std::span<const Exposure> sides) const;
    [[nodiscard]] std::optional<Ground> isTaken(const ContextRow &row, std::span<const Exposure> sides) const;
    [[nodiscard]] std::optional<quint16> routeTerm(Route route) const;

    const KnowledgeBase &m_base;
    const PatientContext &m_patient;
    const std::vector<Exposure> &m_taken;
    QDate m_at;
    std::array<std::optional<quint16>, 14> m_routes; // by Route
};

} // namespace Chartline::Safety
