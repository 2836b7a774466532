// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/matching/PersonData.h"

#include <string>

namespace Chartline::Matching {

// An address taken apart and brought to one form, for comparing: folded, abbreviations of streets, directions and units
// the same (after USPS Publication 28 and Royal Mail's and Australia Post's guides), no leading zeros, no spaces.
struct AddressParts
{
    std::string house; // "12b"; the number of a PO box
    std::string unit; // flat, apartment, suite
    std::string street; // the name without its kind ("street", "road") where it has one; "pobox"
    std::string extra; // what else stands in the second line
    std::string city;
    std::string state;
    std::string postcode; // the first five digits of a ZIP+4

    [[nodiscard]] static AddressParts of(const PersonData &data);
};

} // namespace Chartline::Matching
