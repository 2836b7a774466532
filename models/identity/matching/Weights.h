// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/matching/Levels.h"

#include <span>

namespace Chartline::Matching {

// The figures below. They are frozen: a change of any is a new version, and links made with an older one keep its name.
inline constexpr char weightsVersion[] = "chartline-fs-1";

// How likely a level is in two records of one person, of two strangers, and of two people of one family. The method is
// Fellegi and Sunter's (1969, "A Theory for Record Linkage", JASA 64:1183-1210), with the agreement of names weighed by
// how common the name is (Winkler 1989; Newcombe 1959), and with relatives set apart from strangers, because what
// relatives share (name, address, telephone) says nothing between them.
struct LevelWeight
{
    Field field;
    Level level;
    float same; // of one person's records, the share with this level
    float stranger; // 0: follows from how common the values are
    float kin;
    float twin;
    float namesake;
    // Names: of all outcomes of such a change, the share that one of them takes (1 of 150 misspellings of a name).
    float outcome = 1;
};

// Where the figures come from, by column. `same`: error rates in the literature on patient registries: about 5 % of
// given and family names misspelt, 1 to 2 % of birth dates wrong in one part, 0.5 % day and month swapped, 2 % of sex
// (Grannis, Overhage and McDonald 2002 and 2004; Just et al. 2016, "Why Patient Matching Is a Challenge"; Christen 2012,
// "Data Matching", ch. 2 and 5), widened towards registries of poorer quality. `stranger`: counting: one day of 365, one
// year of about 70, one initial of about twelve equally likely ones; 35 dates differ from one in one digit and 62 lie
// within a month of it. `twin`: 3 of 100 children are twins (CDC, NVSS), born on one day, never of one name. `namesake`
// and `kin`: households have 2.5 members (US and UK census), one family name for three of four of them.
[[nodiscard]] std::span<const LevelWeight> levelWeights();

// Parts of an address, of people who have not moved between the records, and of people who have.
struct AddressWeights
{
    struct Part
    {
        float exact;
        float close; // misspelt, or one digit off
        float different;
    };
    Part street{.86F, .09F, .05F};
    Part house{.93F, .04F, .03F};
    Part unit{.90F, .02F, .08F};
    Part extra{.72F, .13F, .15F};
    Part postcode{.91F, .05F, .04F};
    Part city{.86F, .08F, .06F};
    Part state{.97F, .01F, .02F};
    // Two strangers, where no frequency is known: of houses, about 80 numbers are common.
    Part strangerHouse{.012F, .05F, .938F};
    Part strangerUnit{.05F, .05F, .90F};
    // Of people who moved, a third stays in the city (US Census Bureau, Geographic Mobility) and one in twelve in the
    // postcode.
    float movedSameCity = .35F;
    float movedSamePostcode = .08F;
    float movedSameState = .85F;
    // Of two records of one person, one in seven pairs has a move between them (US Census: 12 % move each year).
    float moved = .15F;
    // Who of a family lives elsewhere.
    float kinElsewhere = .25F;
    float twinElsewhere = .20F;
    float namesakeElsewhere = .45F;
};

// How many relatives of each kind one record of a person meets for each further record of that person, and how often a
// field of one person's records is not misspelt but another one altogether. The figures are what is taken before
// anything is known of the people at hand.
struct HouseholdRates
{
    float kin = 2.5F;
    float twin = .02F;
    float namesake = .03F;
    // Shares of one person's pairs of records; the same figures as the table's for Different.
    float givenWrong = .020F;
    float familyWrong = .035F;
    float birthWrong = .012F;
};

} // namespace Chartline::Matching
