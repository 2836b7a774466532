// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/Statement.h"
#include "timeline/RecordQueries.h"

#include <string>
#include <unordered_map>

// Shared by the files of RecordQueries; for nobody else.
namespace Chartline::RecordQueries {

// Gives equal texts of many rows one shared string: 100 000 facts say "Systolic blood pressure" and "mmHg" once.
class Interner
{
public:
    [[nodiscard]] QString text(std::string_view utf8);
    [[nodiscard]] PartialDate date(std::string_view utf8);

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view view) const { return std::hash<std::string_view>{}(view); }
    };
    std::unordered_map<std::string, QString, Hash, std::equal_to<>> m_texts;
    std::unordered_map<std::string, PartialDate, Hash, std::equal_to<>> m_dates;
};

// The columns readFact() takes, in its order; group_id and source_id are at groupColumn and sourceColumn.
#define CHARTLINE_FACT_COLUMNS \
    "f.id, f.group_id, f.person_id, f.source_id, f.kind, f.start_ms, f.end_ms, f.start, f.end, f.title, f.system, " \
    "f.code, " \
    "f.display, f.value, f.unit, f.number, f.number2, f.status, f.assertion, f.flags, f.category"
inline constexpr int groupColumn = 1;
inline constexpr int sourceColumn = 3;

// One row of fact, without its witnesses.
[[nodiscard]] Fact readFact(const Statement &row, Interner &interner);
// Rows in the order of group_id to facts with their witnesses.
[[nodiscard]] Result<QList<Fact>> readFacts(Statement &rows);

// The identities of one person, or (0) of everybody, by person.
[[nodiscard]] Result<QHash<qint64, QList<IdentityInfo>>> identities(Connection &db, PersonId person);

} // namespace Chartline::RecordQueries
