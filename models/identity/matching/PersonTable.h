// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "identity/matching/CsvReader.h"
#include "identity/matching/PersonIdentity.h"

#include <QStringList>

namespace Chartline::Matching {

// What a column holds.
enum class Column : quint8 {
    Unused,
    Id, // names the row in the answer; never evidence
    Given,
    Middle,
    Family,
    Maiden,
    Suffix,
    FullName,
    BirthDate,
    Sex,
    HouseNumber,
    Street,
    Address2,
    City,
    State,
    Postcode,
    Phone,
    Email,
    NationalId,
    Number, // of the system the header names
};
// By the header, whatever its case and punctuation ("given_name", "First Name", "soc_sec_id"). Unused where it is not
// known, and for what says which rows belong together ("cluster", "match id").
[[nodiscard]] Column columnOf(const QString &header);

// A table of people, read from CSV.
struct PersonTable
{
    struct Refusal
    {
        qint64 line = 0;
        enum class Why : quint8 { Quotes, FieldCount, NoId, TooLarge } why = Why::Quotes;
    };
    QStringList ids; // of the rows that were taken, in order; the row's line where there is no column of ids
    std::vector<PersonIdentity> people;
    QStringList unused; // headers that are not known
    QList<Refusal> refused;

    // Prepares all rows, on all cores. InputEmpty where there is no header; InputNotHealthData where no column of it is
    // known. A row that cannot be read is refused; the rest is taken. Dates with slashes have the day first where a
    // number above 12 says so anywhere in the column.
    [[nodiscard]] static Result<PersonTable> fromCsv(QByteArrayView bytes, Vocabulary &words);
};

} // namespace Chartline::Matching
