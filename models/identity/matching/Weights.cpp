// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/Weights.h"

#include <array>

namespace Chartline::Matching {

namespace {

using enum Level;

// clang-format off
constexpr std::array s_weights{
    //          field             level            same    stranger  kin     twin     namesake  outcome
    LevelWeight{Field::Given,     Exact,           .83F,   0,        .008F,  .0005F,  .88F},
    LevelWeight{Field::Given,     Variant,         .02F,   0,        .001F,  .0005F,  .02F,     1 / 5.F},
    LevelWeight{Field::Given,     Nickname,        .04F,   0,        .006F,  .002F,   .04F,     1 / 5.F},
    LevelWeight{Field::Given,     Misspelt,        .05F,   0,        .004F,  .005F,   .05F,     1 / 150.F},
    LevelWeight{Field::Given,     Similar,         .015F,  0,        .010F,  .015F,   .015F,    1 / 2000.F},
    LevelWeight{Field::Given,     SoundsAlike,     .010F,  0,        .006F,  .008F,   .010F,    1 / 30.F},
    LevelWeight{Field::Given,     Initial,         .030F,  .0025F,   .0025F, .003F,   .030F},
    LevelWeight{Field::Given,     Shortened,       .010F,  .0010F,   .0010F, .0015F,  .010F},
    LevelWeight{Field::Given,     MiddleName,      .020F,  0,        .030F,  .020F,   .050F},
    LevelWeight{Field::Given,     Different,       .020F,  .980F,    .950F,  .960F,   .020F},
    LevelWeight{Field::Middle,    Exact,           .850F,  0,        .030F,  .020F,   .400F},
    LevelWeight{Field::Middle,    Initial,         .900F,  .080F,    .110F,  .090F,   .450F},
    LevelWeight{Field::Middle,    Similar,         .050F,  .010F,    .010F,  .010F,   .030F},
    LevelWeight{Field::Middle,    Different,       .080F,  .900F,    .860F,  .880F,   .500F},
    LevelWeight{Field::Family,    Exact,           .87F,   0,        .72F,   .93F,    .92F},
    LevelWeight{Field::Family,    Variant,         .02F,   0,        .015F,  .02F,    .02F,     1 / 5.F},
    LevelWeight{Field::Family,    Nickname,        .002F,  0,        .0015F, .002F,   .002F,    1 / 5.F},
    LevelWeight{Field::Family,    Misspelt,        .05F,   0,        .04F,   .05F,    .05F,     1 / 150.F},
    LevelWeight{Field::Family,    Similar,         .012F,  0,        .010F,  .012F,   .012F,    1 / 2000.F},
    LevelWeight{Field::Family,    SoundsAlike,     .010F,  0,        .008F,  .010F,   .010F,    1 / 30.F},
    LevelWeight{Field::Family,    Initial,         .004F,  .0003F,   .003F,  .004F,   .004F},
    LevelWeight{Field::Family,    Shortened,       .004F,  .0003F,   .003F,  .004F,   .004F},
    LevelWeight{Field::Family,    Part,            .030F,  0,        .080F,  .030F,   .030F},
    LevelWeight{Field::Family,    Different,       .035F,  .980F,    .200F,  .030F,   .050F},
    // Both names, besides what each says in the other's place.
    LevelWeight{Field::Family,    Swapped,         .015F,  1,        .015F,  .015F,   .015F},
    LevelWeight{Field::Suffix,    Exact,           .95F,   .30F,     .30F,   .30F,    .05F},
    LevelWeight{Field::Suffix,    Different,       .05F,   .70F,     .70F,   .70F,    .95F},
    LevelWeight{Field::BirthDate, Exact,           .880F,  4.0e-5F,  3e-4F,  .96F,    1e-4F},
    LevelWeight{Field::BirthDate, Placeholder,     .880F,  1.2e-3F,  2e-3F,  .96F,    1e-3F},
    LevelWeight{Field::BirthDate, HalfPlaceholder, .010F,  1.5e-3F,  2e-3F,  .010F,   5e-4F},
    LevelWeight{Field::BirthDate, DayMonthSwapped, .007F,  4.0e-5F,  6e-5F,  .005F,   5e-5F},
    LevelWeight{Field::BirthDate, OneDigit,        .030F,  1.5e-3F,  2e-3F,  .015F,   1e-3F},
    LevelWeight{Field::BirthDate, DigitsSwapped,   .006F,  2.5e-4F,  3e-4F,  .003F,   2e-4F},
    LevelWeight{Field::BirthDate, TwoParts,        .018F,  4.0e-3F,  5e-3F,  .006F,   4e-3F},
    LevelWeight{Field::BirthDate, Near,            .008F,  2.5e-3F,  3e-3F,  .002F,   5e-4F},
    LevelWeight{Field::BirthDate, YearOnly,        .010F,  .012F,    .025F,  .003F,   .001F},
    LevelWeight{Field::BirthDate, LessPrecise,     .950F,  0,        .030F,  .980F,   .003F},
    LevelWeight{Field::BirthDate, Different,       .012F,  .980F,    .970F,  .005F,   .990F},
    LevelWeight{Field::Sex,       Exact,           .980F,  .500F,    .450F,  .550F,   .850F},
    LevelWeight{Field::Sex,       Different,       .020F,  .500F,    .550F,  .450F,   .150F},
    // Of people whose given names agree.
    LevelWeight{Field::Sex,       Part,            .985F,  .970F,    .900F,  .900F,   .970F},
    LevelWeight{Field::Sex,       Similar,         .015F,  .030F,    .100F,  .100F,   .030F},
    LevelWeight{Field::Phone,     Exact,           .700F,  1e-6F,    .350F,  .500F,   .350F},
    LevelWeight{Field::Phone,     OneDigit,        .040F,  1e-5F,    .020F,  .025F,   .020F},
    LevelWeight{Field::Phone,     Different,       .260F,  .999F,    .630F,  .475F,   .630F},
    LevelWeight{Field::Email,     Exact,           .650F,  3e-6F,    .060F,  .100F,   .060F},
    LevelWeight{Field::Email,     Misspelt,        .080F,  3e-6F,    .008F,  .015F,   .008F},
    LevelWeight{Field::Email,     Similar,         .040F,  5e-5F,    .010F,  .020F,   .010F},
    LevelWeight{Field::Email,     SameMailName,    .060F,  2e-3F,    .003F,  .003F,   .050F},
    LevelWeight{Field::Email,     SameMailHost,    .080F,  0,        .200F,  .200F,   .200F},
    LevelWeight{Field::Email,     Different,       .170F,  .900F,    .720F,  .670F,   .730F},
    LevelWeight{Field::Number,    Exact,           .930F,  1e-6F,    2e-3F,  5e-3F,   5e-3F},
    LevelWeight{Field::Number,    OneDigit,        .020F,  1e-5F,    1e-4F,  .020F,   1e-4F},
    LevelWeight{Field::Number,    DigitsSwapped,   .010F,  2e-6F,    5e-5F,  .002F,   5e-5F},
    LevelWeight{Field::Number,    Similar,         .010F,  3e-4F,    1e-3F,  .050F,   1e-3F},
    LevelWeight{Field::Number,    PartOfNumber,    .020F,  4e-6F,    1e-5F,  1e-5F,   1e-5F},
    LevelWeight{Field::Number,    Different,       .020F,  .999F,    .998F,  .970F,   .994F},
};
// clang-format on

} // namespace

std::span<const LevelWeight> levelWeights()
{
    return s_weights;
}

} // namespace Chartline::Matching
