// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Ids.h"
#include "clinical/FactDraft.h"

#include <QList>
#include <limits>
#include <memory>

namespace Chartline {

// Where one witness of a fact comes from.
struct Witness
{
    FactId fact; // this witness's own row
    RecordId record;
    SourceId source;
    bool operator==(const Witness &) const = default;
};

// One fact of the merged record, as every view shows it. A value; never changed once made.
struct Fact
{
    FactId id;
    PersonId person;
    FactKind kind = FactKind::Other;
    static constexpr qint64 noTime = std::numeric_limits<qint64>::min();
    // Milliseconds since 1970 UTC: start of the range `start` can mean, end of the range `end` can mean; noTime where
    // not given.
    qint64 startMs = noTime;
    qint64 endMs = noTime;
    PartialDate start;
    PartialDate end;
    QString title; // without any "not": see assertion
    Clinical::Coding code;
    QString value;
    QString unit;
    std::optional<double> number;
    std::optional<double> number2;
    QString status;
    Assertion assertion = Assertion::Affirmed;
    FactFlags flags;
    QString category;
    QList<Witness> witnesses; // the first speaks for the fact

    // Withdrawn facts (entered in error, refuted) are never shown as facts.
    [[nodiscard]] bool isWithdrawn() const { return flags.testAnyFlags(FactFlag::EnteredInError | FactFlag::Refuted); }
};

struct SourceInfo
{
    SourceId id;
    QString name;
    QString key; // FHIR base or folder
    int facts = 0; // of the person at hand, or of all
};

struct IdentifierInfo
{
    QString system;
    QString value;
    QString type; // words, where given ("MRN")
};

struct IdentityInfo
{
    IdentityId id;
    SourceInfo source;
    QString name;
    QString birthDate;
    QString sex;
    RecordId record; // the Patient resource; null while it has not been received
    QList<IdentifierInfo> identifiers;
};

struct PersonSummary
{
    PersonId id;
    QString name; // "SMITH, Jonathan A."; empty: no Patient resource received, or none named
    QString birthDate; // ISO 8601, as precise as given
    QString sex; // FHIR administrative gender
    QString deceased; // date, "true", or empty
    QList<IdentityInfo> identities;
    int facts = 0; // merged, withdrawn ones not counted
    qint64 lastMs = Fact::noTime; // newest dated fact that is not in the future plan
};

// Everything a record view needs of one person: one snapshot, shared between views, dropped when the vault locks.
struct PersonRecord
{
    PersonSummary person;
    QList<Fact> facts; // newest first; undated last; withdrawn ones included (views filter)
    QList<SourceInfo> sources;
};
using PersonRecordPtr = std::shared_ptr<const PersonRecord>;

} // namespace Chartline
