// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/PairComparison.h"

#include "identity/matching/DateComparison.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace Chartline::Matching {

namespace {

// Years between parent and child, at least.
constexpr int s_generation = 14;

bool isDerived(Level level)
{
    return level == Level::Misspelt || level == Level::Similar || level == Level::SoundsAlike;
}

float difference(const Evidence &evidence, Relation other)
{
    return evidence[std::size_t(Relation::Same)] - evidence[std::size_t(other)];
}

} // namespace

PairComparison::PairComparison(const PersonIdentity &a, const PersonIdentity &b, const Vocabulary &words,
                               const Population &population, const WeightTable &table, const MatchSettings &settings)
    : m_a(a)
    , m_b(b)
    , m_words(words)
    , m_population(population)
    , m_table(table)
    , m_settings(settings)
{
    compareNames();
    compareRest();
    setErrorShares();
}

void PairComparison::set(Field field, Level level)
{
    m_rows[std::size_t(field)] = {level, m_table.evidence(field, level)};
}

void PairComparison::compareNames()
{
    const auto evidenceOf = [this](Field field, const NamePair &pair) {
        const auto share = [&](TextId name) {
            return field == Field::Given ? m_population.givenShare(name, m_words)
                                         : m_population.familyShare(name, m_words);
        };
        const float first = share(pair.a);
        const float second = share(pair.b);
        return Row{pair.level, m_table.byShares(field, pair.level, std::min(first, second), std::max(first, second))};
    };
    const NamePair given = compareGiven(m_a, m_b, m_words);
    const NamePair family = compareFamily(m_a, m_b, m_words);
    Row givenRow = evidenceOf(Field::Given, given);
    Row familyRow = evidenceOf(Field::Family, family);
    if (!isSameName(given.level) && !isSameName(family.level)) {
        const SwappedNames swapped = compareSwapped(m_a, m_b, m_words);
        if (swapped.agree()) {
            Row crossGiven = evidenceOf(Field::Given, swapped.givenOfA);
            Row crossFamily = evidenceOf(Field::Family, swapped.familyOfA);
            const Evidence &both = m_table.evidence(Field::Family, Level::Swapped);
            for (std::size_t i = 0; i < relationCount; ++i)
                crossFamily.evidence[i] += both[i];
            const float crossed = difference(crossGiven.evidence, Relation::Stranger)
                                  + difference(crossFamily.evidence, Relation::Stranger);
            const float straight = difference(givenRow.evidence, Relation::Stranger)
                                   + difference(familyRow.evidence, Relation::Stranger);
            if (crossed > straight) {
                givenRow = {Level::Swapped, crossGiven.evidence};
                familyRow = {Level::Swapped, crossFamily.evidence};
            }
        }
    }
    // More likely one name with a slip of the pen than two names.
    m_givenIsSlip = !isDerived(given.level) || difference(givenRow.evidence, Relation::Twin) > 0;
    m_rows[std::size_t(Field::Given)] = givenRow;
    m_rows[std::size_t(Field::Family)] = familyRow;
    const NamePair middle = compareMiddle(m_a, m_b, m_words);
    m_rows[std::size_t(Field::Middle)] = middle.level == Level::Exact
                                             ? evidenceOf(Field::Given, middle)
                                             : Row{middle.level, m_table.evidence(Field::Middle, middle.level)};
    if (middle.level == Level::Exact) {
        Row &row = m_rows[std::size_t(Field::Middle)];
        const float stranger = row.evidence[std::size_t(Relation::Stranger)];
        row.evidence = m_table.evidence(Field::Middle, Level::Exact);
        row.evidence[std::size_t(Relation::Stranger)] = std::max(stranger, std::log2(.01F));
    }
}

// What differs altogether is one person's as often as such errors are among these people.
void PairComparison::setErrorShares()
{
    const HouseholdRates &rates = m_population.rates();
    for (const auto &[field, share] : {std::pair(Field::Given, rates.givenWrong),
                                       std::pair(Field::Family, rates.familyWrong),
                                       std::pair(Field::BirthDate, rates.birthWrong)}) {
        if (level(field) == Level::Different)
            m_rows[std::size_t(field)].evidence[std::size_t(Relation::Same)] = std::log2(share);
    }
}

void PairComparison::compareRest()
{
    if (m_a.suffix != Suffix::None && m_b.suffix != Suffix::None)
        set(Field::Suffix, m_a.suffix == m_b.suffix ? Level::Exact : Level::Different);
    set(Field::BirthDate, levelOfDates(m_a.birth, m_b.birth));
    if (level(Field::BirthDate) == Level::LessPrecise) {
        const bool month = m_a.birth.month != 0 && m_b.birth.month != 0;
        m_rows[std::size_t(Field::BirthDate)].evidence[std::size_t(Relation::Stranger)] =
            std::log2(month ? .0012F : .014F);
    }
    if (m_a.sex != Sex::Unknown && m_b.sex != Sex::Unknown) {
        // A given name mostly says the sex: where names agree, the sex adds little.
        const Level same = isSameName(level(Field::Given)) ? Level::Part : Level::Exact;
        const Level other = isSameName(level(Field::Given)) ? Level::Similar : Level::Different;
        set(Field::Sex, m_a.sex == m_b.sex ? same : other);
        m_rows[std::size_t(Field::Sex)].level = m_a.sex == m_b.sex ? Level::Exact : Level::Different;
    }
    const AddressComparison address = AddressComparison::of(m_a, m_b, m_population, m_words);
    m_rows[std::size_t(Field::Address)] = {address.level, address.evidence};
    const auto contact = [this](Field field, const ContactComparison &found) {
        Row row{found.level, m_table.byShares(field, found.level, found.share, found.share)};
        float &stranger = row.evidence[std::size_t(Relation::Stranger)];
        if (found.share > 0)
            stranger = std::max(stranger, std::log2(found.share));
        m_rows[std::size_t(field)] = row;
    };
    contact(Field::Phone, comparePhones(m_a, m_b, m_population, m_words));
    contact(Field::Email, compareMails(m_a, m_b, m_population, m_words));
    const NumberComparison number = compareNumbers(m_a, m_b, m_words);
    set(Field::Number, number.level);
    m_numberConflict = number.conflict;
}

double PairComparison::weight(Field field) const
{
    return double(difference(row(field).evidence, Relation::Stranger)) * double(m_settings.strength[std::size_t(field)]);
}

Evidence PairComparison::total() const
{
    Evidence sum{};
    for (std::size_t field = 0; field < fieldCount; ++field) {
        const Evidence &evidence = m_rows[field].evidence;
        const float strength = m_settings.strength[field];
        for (std::size_t i = 0; i < relationCount; ++i)
            sum[i] += (evidence[i] - evidence[std::size_t(Relation::Stranger)]) * strength;
    }
    return sum;
}

bool PairComparison::familyAgrees() const
{
    const Level found = level(Field::Family);
    return isSameName(found) || found == Level::Similar || found == Level::SoundsAlike || found == Level::Part
           || found == Level::Swapped;
}

bool PairComparison::givenAgrees() const
{
    const Level found = level(Field::Given);
    return isSameName(found) || found == Level::Swapped || found == Level::Initial || found == Level::Shortened
           || found == Level::MiddleName || (isDerived(found) && m_givenIsSlip);
}

bool PairComparison::livesTogether() const
{
    const Level address = level(Field::Address);
    return address == Level::SameHouse || address == Level::SameStreet || level(Field::Phone) == Level::Exact;
}

bool PairComparison::isPlausible(Relation relation) const
{
    // One of a thousand.
    constexpr float least = -10;
    const float rate =
        relation == Relation::Twin ? m_population.rates().twin : m_population.rates().namesake;
    const Evidence sum = total();
    return sum[std::size_t(relation)] + std::log2(rate) - sum[std::size_t(Relation::Same)] > least;
}

bool PairComparison::areTwins() const
{
    const bool lettered = (m_a.notes | m_b.notes).testFlags(NameNote::TwinA | NameNote::TwinB);
    const Level given = level(Field::Given);
    const bool named = given != Level::Missing && given != Level::Initial && given != Level::Shortened
                       && (!givenAgrees() || !m_givenIsSlip);
    const bool apart = level(Field::Address) != Level::Missing && !livesTogether()
                       && level(Field::Number) != Level::Exact;
    return lettered
           || (level(Field::BirthDate) == Level::Exact && familyAgrees() && named && !apart
               && isPlausible(Relation::Twin));
}

bool PairComparison::areJuniorAndSenior() const
{
    const Level birth = level(Field::BirthDate);
    if (level(Field::Suffix) == Level::Different && birth != Level::Exact)
        return true;
    const bool generation = birth == Level::Different && m_a.birth.isKnown() && m_b.birth.isKnown()
                            && std::abs(m_a.birth.year - m_b.birth.year) >= s_generation;
    return generation && givenAgrees() && familyAgrees() && livesTogether() && isPlausible(Relation::Namesake);
}

bool PairComparison::isSameByRule() const
{
    if (level(Field::Number) != Level::Exact || vetoes())
        return false;
    const Level birth = level(Field::BirthDate);
    const bool bornApart = birth == Level::Different || birth == Level::YearOnly || birth == Level::Near;
    return !bornApart && (givenAgrees() || familyAgrees())
           && !(level(Field::Given) == Level::Different && level(Field::Family) == Level::Different);
}

Vetoes PairComparison::vetoes() const
{
    Vetoes vetoes;
    const NameNotes notes = m_a.notes | m_b.notes;
    vetoes.setFlag(Veto::Twins, areTwins());
    vetoes.setFlag(Veto::JuniorSenior, areJuniorAndSenior());
    vetoes.setFlag(Veto::Newborn, notes.testFlag(NameNote::Newborn));
    vetoes.setFlag(Veto::NoName, notes.testFlag(NameNote::Placeholder));
    vetoes.setFlag(Veto::SexConflict, level(Field::Sex) == Level::Different && m_a.sex != Sex::Other
                                          && m_b.sex != Sex::Other);
    vetoes.setFlag(Veto::NumberConflict, m_numberConflict);
    const Level birth = level(Field::BirthDate);
    const bool shared = level(Field::Number) == Level::Exact;
    vetoes.setFlag(Veto::NumberContradicted,
                   shared && level(Field::Given) == Level::Different
                       && (level(Field::Family) == Level::Different || birth == Level::Different));
    return vetoes;
}

} // namespace Chartline::Matching
