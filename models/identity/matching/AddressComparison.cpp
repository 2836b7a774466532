// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/AddressComparison.h"

#include "identity/matching/StringDistance.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Matching {

namespace {

constexpr AddressWeights s_weights;

enum class Agreement : quint8 { Missing, Exact, Close, Different };

Agreement agreementOfTexts(TextId a, TextId b, const Vocabulary &words)
{
    if (a == 0 || b == 0)
        return Agreement::Missing;
    if (a == b || words.word(a).spelling == words.word(b).spelling)
        return Agreement::Exact;
    const std::string_view first = words.text(a);
    const std::string_view second = words.text(b);
    constexpr std::size_t shortest = 4;
    constexpr double similar = 0.90;
    if (std::min(first.size(), second.size()) < shortest)
        return Agreement::Different;
    const bool begins = first.starts_with(second) || second.starts_with(first);
    return begins || jaroWinkler(first, second) >= similar || editDistance(first, second, 2) <= 2 ? Agreement::Close
                                                                                                  : Agreement::Different;
}

Agreement agreementOfNumbers(TextId a, TextId b, const Vocabulary &words)
{
    if (a == 0 || b == 0)
        return Agreement::Missing;
    if (a == b)
        return Agreement::Exact;
    return isOneEditApart(words.text(a), words.text(b)) ? Agreement::Close : Agreement::Different;
}

// States are written in full or abbreviated; one form says nothing about the other.
Agreement agreementOfStates(TextId a, TextId b, const Vocabulary &words)
{
    if (a == 0 || b == 0)
        return Agreement::Missing;
    if (a == b)
        return Agreement::Exact;
    constexpr std::size_t abbreviated = 3;
    const bool bothShort = words.text(a).size() <= abbreviated && words.text(b).size() <= abbreviated;
    const bool bothLong = words.text(a).size() > abbreviated && words.text(b).size() > abbreviated;
    if (!bothShort && !bothLong)
        return Agreement::Missing;
    return bothLong && editDistance(words.text(a), words.text(b), 2) <= 2 ? Agreement::Close : Agreement::Different;
}

// How likely a part's agreement is for people who share the address, who moved, and for strangers.
struct Likelihood
{
    double stayed = 1;
    double moved = 1;
    double stranger = 1;

    void take(Agreement agreement, const AddressWeights::Part &same, const AddressWeights::Part &movedPart,
              const AddressWeights::Part &strangerPart)
    {
        const auto of = [agreement](const AddressWeights::Part &part) -> double {
            switch (agreement) {
            case Agreement::Missing: return 1;
            case Agreement::Exact: return part.exact;
            case Agreement::Close: return part.close;
            case Agreement::Different: return part.different;
            }
            return 1;
        };
        stayed *= of(same);
        moved *= of(movedPart);
        stranger *= of(strangerPart);
    }
};

AddressWeights::Part byShare(float share, float close)
{
    return {share, close, std::max(1 - share - close, .01F)};
}

struct Parts
{
    Agreement street;
    Agreement house;
    Agreement unit;
    Agreement extra;
    Agreement postcode;
    Agreement city;
    Agreement state;
};

Parts partsOf(const PersonIdentity &a, const PersonIdentity &b, const Vocabulary &words)
{
    Parts parts{agreementOfTexts(a.street, b.street, words),      agreementOfNumbers(a.house, b.house, words),
                agreementOfNumbers(a.unit, b.unit, words),        agreementOfTexts(a.extra, b.extra, words),
                agreementOfNumbers(a.postcode, b.postcode, words), agreementOfTexts(a.city, b.city, words),
                agreementOfStates(a.state, b.state, words)};
    // The two lines of an address are often written in each other's place.
    const bool crossed = agreementOfTexts(a.street, b.extra, words) == Agreement::Exact
                         || agreementOfTexts(a.extra, b.street, words) == Agreement::Exact;
    if (crossed && parts.street != Agreement::Exact) {
        parts.street = Agreement::Close;
        parts.extra = Agreement::Missing;
    }
    return parts;
}

Level levelOf(const Parts &parts)
{
    const auto agrees = [](Agreement part) { return part == Agreement::Exact || part == Agreement::Close; };
    if (agrees(parts.street) && parts.postcode != Agreement::Different)
        return parts.house == Agreement::Exact ? Level::SameHouse : Level::SameStreet;
    if (agrees(parts.street) && agrees(parts.city) && parts.house == Agreement::Exact)
        return Level::SameHouse;
    if (agrees(parts.city) || parts.postcode == Agreement::Exact)
        return Level::SamePlace;
    const bool missing = parts.street == Agreement::Missing && parts.postcode == Agreement::Missing
                         && parts.city == Agreement::Missing && parts.extra == Agreement::Missing
                         && parts.state == Agreement::Missing;
    return missing ? Level::Missing : Level::Different;
}

Likelihood likelihoodOf(const Parts &parts, const PersonIdentity &a, const PersonIdentity &b,
                        const Population &population)
{
    const AddressWeights &w = s_weights;
    constexpr float closeText = .004F;
    constexpr float closeCode = .01F;
    Likelihood all;
    const bool samePostcode = parts.postcode == Agreement::Exact;
    const bool sameCity = parts.city == Agreement::Exact;
    const float cityShare = std::max(population.cityShare(a.city), population.cityShare(b.city));
    // Within one postcode the city is the same, and streets are few.
    const AddressWeights::Part strangerCity =
        samePostcode ? AddressWeights::Part{.95F, .02F, .03F} : byShare(cityShare, closeText);
    const float postcodeShare = std::max(population.postcodeShare(a.postcode), population.postcodeShare(b.postcode));
    const float streetShare = std::max({population.streetShare(a.street), population.streetShare(b.street),
                                        samePostcode ? .02F : (sameCity ? .002F : .0002F)});
    const AddressWeights::Part strangerStreet = byShare(streetShare, closeText);
    const AddressWeights::Part strangerExtra = byShare(.002F, closeText);
    const AddressWeights::Part strangerPostcode = byShare(postcodeShare, closeCode);
    all.take(parts.street, w.street, strangerStreet, strangerStreet);
    all.take(parts.house, w.house, w.strangerHouse, w.strangerHouse);
    all.take(parts.unit, w.unit, w.strangerUnit, w.strangerUnit);
    all.take(parts.extra, w.extra, strangerExtra, strangerExtra);
    all.take(parts.postcode, w.postcode, byShare(w.movedSamePostcode, .02F), strangerPostcode);
    const AddressWeights::Part movedCity = byShare(std::max(w.movedSameCity, cityShare), .03F);
    all.take(parts.city, w.city, samePostcode ? strangerCity : movedCity, strangerCity);
    // The state follows from the place.
    if (!samePostcode && !sameCity) {
        const float stateShare = std::max(population.stateShare(a.state), population.stateShare(b.state));
        all.take(parts.state, w.state, byShare(w.movedSameState, .01F), byShare(stateShare, .01F));
    }
    if (a.door != 0 && a.door == b.door)
        all.stranger = std::max(all.stranger, double(population.contactShare(a.door)));
    return all;
}

} // namespace

AddressComparison AddressComparison::of(const PersonIdentity &a, const PersonIdentity &b,
                                        const Population &population, const Vocabulary &words)
{
    const Parts parts = partsOf(a, b, words);
    AddressComparison comparison;
    comparison.level = levelOf(parts);
    if (comparison.level == Level::Missing)
        return comparison;
    const Likelihood all = likelihoodOf(parts, a, b, population);
    const auto bits = [&all](float elsewhere) {
        return float(std::log2(all.stayed * double(1 - elsewhere) + all.moved * double(elsewhere)));
    };
    comparison.evidence = {bits(s_weights.moved), float(std::log2(all.stranger)), bits(s_weights.kinElsewhere),
                           bits(s_weights.twinElsewhere), bits(s_weights.namesakeElsewhere)};
    return comparison;
}

} // namespace Chartline::Matching
