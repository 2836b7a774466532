// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Patient.h"
#include "identity/matching/BirthDate.h"

namespace Chartline::Matching {

// A number given to a person by someone who gives each number once. `system` names the giver (an assigning authority, a
// FHIR system); numbers of different systems are never compared.
struct AssignedNumber
{
    QString system;
    QString value;
    bool operator==(const AssignedNumber &) const = default;
};

// A person as a source tells, in the source's own words. Everything may be empty: what is missing speaks neither for
// nor against.
struct PersonData
{
    QString given; // one or several, with spaces between
    QString middle;
    QString family;
    QString maiden;
    QString suffix;
    QString fullName; // used where given and family are empty
    QString birthDate; // see BirthDate::fromText()
    DateOrder dateOrder = DateOrder::MonthFirst;
    QString sex; // male, female, m, f, 1, 2 and the like in some languages
    QString houseNumber;
    QString street; // with or without the house number
    QString address2; // anything more: unit, building, district
    QString city;
    QString state;
    QString postcode;
    QStringList phones; // the first three are used
    QStringList emails; // the first two are used
    QList<AssignedNumber> numbers;

    // The official name, else the first that is not an old one; the first address.
    [[nodiscard]] static PersonData of(const Clinical::Patient &patient);
};

} // namespace Chartline::Matching
