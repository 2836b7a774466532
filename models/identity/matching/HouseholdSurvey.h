// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/matching/PersonIdentity.h"
#include "identity/matching/Weights.h"

#include <span>

namespace Chartline::Matching {

class Population;

// Looks at who shares a door, a telephone or a mail, to see how many relatives there are among these people.
//
// Two records of one door with the same family name and birth date and another given name may be twins, or one person
// with a wrong name; with the same names and birth dates of two generations, a junior and a senior, or one person with a
// wrong date. Those who share given name and door but not the family name are neither twins nor namesakes; how often
// their other fields are wrong as well shows how often such errors happen here at all. What is left over the expected
// errors are relatives. Where there are families, errors are estimated cautiously; where nobody shares a door with
// anyone of another name and birth date, twins and namesakes are not to be expected either, and they are estimated
// generously. Where there is too little to see that, all of them are taken for relatives.
struct HouseholdSurvey
{
    // Pairs of records by whether given name, family name and birth date (in this order) agree or differ altogether.
    // Pairs with anything missing or in between are not counted.
    double allAgree = 0;
    double givenDiffers = 0; // twins, or errors
    double familyDiffers = 0; // marriages, or errors
    double birthDiffers = 0; // namesakes, or errors
    double bothNamesDiffer = 0; // errors
    double onlyFamilyAgrees = 0; // kin
    double onlyGivenAgrees = 0; // errors
    double noneAgrees = 0; // kin of another name, or an institution
    double people = 0; // who have something to share and are dated

    [[nodiscard]] static HouseholdSurvey of(std::span<const PersonIdentity> people, const Vocabulary &words,
                                            const Population &population);
    [[nodiscard]] HouseholdRates rates() const;
};

} // namespace Chartline::Matching
