// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/SourceRecord.h"
#include "store/Connection.h"
#include "timeline/PersonRecord.h"

namespace Chartline {

struct SearchHit
{
    FactId id; // the fact (its group)
    PersonId person;
    QString personName;
    FactKind kind = FactKind::Other;
    PartialDate start;
    QString title;
    QString snippet; // plain text around the hit
    QString status;
    Assertion assertion = Assertion::Affirmed;
    FactFlags flags;
    QString category;
};

struct RecordInfo
{
    RecordId id;
    QString type;
    QString logicalId;
    QString version;
    QString format;
    QString place; // "entry[12]"
    QString path; // the received file
    QByteArray sha256;
    SourceInfo source;
    qint64 received = 0; // ms since 1970 UTC
    qint64 length = 0;
    int state = 0; // record.state
    bool mapped = false;
    QList<MappingIssue> issues;
    PersonId person;
};

// Reads of the store, each on the connection given. All of them only read.
namespace RecordQueries {

// People in name order; `search` matches name parts (prefix, diacritics ignored), identifiers and birth date ("1959",
// "1959-03-12"). Empty: all.
[[nodiscard]] Result<QList<PersonSummary>> persons(Connection &db, const QString &search = {});
[[nodiscard]] Result<PersonSummary> person(Connection &db, PersonId id);
[[nodiscard]] Result<PersonRecord> personRecord(Connection &db, PersonId id);
// Any witness's id finds its fact.
[[nodiscard]] Result<Fact> fact(Connection &db, FactId id);
// Full text over facts: every word must match as a prefix; "quoted phrases" as they are; kind:medication narrows; a
// value comparison
// ("creatinine > 1.5") filters on the number. Best first, then newest. Where whole words already fill the list, facts
// that only have words beginning so are left out; of a word in very many facts only the most recently stored ones are
// ranked.
[[nodiscard]] Result<QList<SearchHit>> search(Connection &db, const QString &text, PersonId person = {},
                                              int limit = 200);
[[nodiscard]] Result<RecordInfo> record(Connection &db, RecordId id);
// All versions of the same resource, newest first.
[[nodiscard]] Result<QList<RecordInfo>> versions(Connection &db, RecordId id);
// Records of a person that have no clinical mapping, and how many there are.
[[nodiscard]] Result<QList<RecordInfo>> keptRecords(Connection &db, PersonId person, int limit = 1000);
[[nodiscard]] Result<QList<SourceInfo>> sources(Connection &db);

} // namespace RecordQueries

} // namespace Chartline
