// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/Matcher.h"

#include "identity/matching/PairComparison.h"

#include <QStringList>
#include <cmath>

namespace Chartline::Matching {

namespace {

// log2 of the sum of the people two records may be if they are not one, relative to the prior of one.
double othersOf(const Evidence &total, double size, const HouseholdRates &rates, bool relatedByName)
{
    double sum = size * std::exp2(double(total[std::size_t(Relation::Stranger)]))
                 + double(rates.kin) * std::exp2(double(total[std::size_t(Relation::Kin)]));
    if (relatedByName)
        sum += double(rates.twin) * std::exp2(double(total[std::size_t(Relation::Twin)]))
               + double(rates.namesake) * std::exp2(double(total[std::size_t(Relation::Namesake)]));
    return std::log2(sum);
}

double probabilityOf(double odds)
{
    return 1 / (1 + std::exp2(-odds));
}

MatchScore scoreOf(const PairComparison &pair, double size, const HouseholdRates &rates, const MatchSettings &settings)
{
    const Evidence total = pair.total();
    const double same = double(total[std::size_t(Relation::Same)]);
    MatchScore score;
    score.odds = same - othersOf(total, size, rates, true);
    score.weight = score.odds + std::log2(size);
    score.probability = probabilityOf(score.odds);
    score.vetoes = pair.vetoes();
    if (pair.isSameByRule()) {
        score.tier = Tier::Rule;
        score.verdict = Verdict::Same;
        return score;
    }
    if (score.vetoes) {
        // Would strangers and other relatives let it pass?
        const double otherwise = probabilityOf(same - othersOf(total, size, rates, false));
        const bool reviewed = otherwise >= settings.reviewProbability || score.vetoes.testFlag(Veto::NumberContradicted);
        score.verdict = reviewed ? Verdict::Review : Verdict::Different;
    } else if (score.probability >= settings.linkProbability) {
        score.verdict = Verdict::Same;
    } else if (score.probability >= settings.reviewProbability) {
        score.verdict = Verdict::Review;
    }
    return score;
}

QString textOf(const PersonIdentity &person, Field field, const Vocabulary &words)
{
    const auto joined = [&words](std::initializer_list<TextId> ids) {
        QStringList texts;
        for (const TextId id : ids) {
            if (id != 0)
                texts.append(QString::fromUtf8(words.text(id)));
        }
        return texts.join(QLatin1Char(' '));
    };
    switch (field) {
    case Field::Given: return joined({person.given[0]});
    case Field::Middle: return joined({person.given[1], person.given[2]});
    case Field::Family: return joined({person.family[0], person.family[1], person.family[2]});
    case Field::Suffix: return person.suffix == Suffix::None ? QString() : QString::number(int(person.suffix));
    case Field::BirthDate: return person.birth.text();
    case Field::Sex:
        return person.sex == Sex::Female ? QStringLiteral("female")
               : person.sex == Sex::Male ? QStringLiteral("male")
                                         : QString();
    case Field::Address:
        return joined({person.house, person.street, person.unit, person.extra, person.city, person.state,
                       person.postcode});
    case Field::Phone: return joined({person.phones[0], person.phones[1], person.phones[2]});
    case Field::Email: {
        const QString name = joined({person.mailNames[0]});
        return name.isEmpty() ? name : name + QLatin1Char('@') + joined({person.mailHosts[0]});
    }
    case Field::Number: {
        QStringList numbers;
        for (const PreparedNumber &number : person.numbers)
            numbers.append(QString::fromUtf8(words.text(number.value)));
        return numbers.join(QLatin1Char(' '));
    }
    case Field::Household: break;
    }
    return {};
}

} // namespace

Matcher::Matcher(const Vocabulary &words, const Population &population, const MatchSettings &settings)
    : m_words(&words)
    , m_population(&population)
    , m_settings(settings)
{ }

MatchScore Matcher::score(const PersonIdentity &a, const PersonIdentity &b) const
{
    return scoreOf(PairComparison(a, b, *m_words, *m_population, m_table, m_settings), m_population->size(),
                   m_population->rates(), m_settings);
}

MatchExplanation Matcher::explain(const PersonIdentity &a, const PersonIdentity &b) const
{
    const PairComparison pair(a, b, *m_words, *m_population, m_table, m_settings);
    MatchExplanation explanation;
    explanation.score = scoreOf(pair, m_population->size(), m_population->rates(), m_settings);
    double sum = 0;
    for (std::size_t i = 0; i < std::size_t(Field::Household); ++i) {
        const auto field = Field(i);
        if (pair.level(field) == Level::Missing)
            continue;
        const double weight = pair.weight(field);
        sum += weight;
        explanation.fields.append(
            {field, pair.level(field), textOf(a, field, *m_words), textOf(b, field, *m_words), weight});
    }
    explanation.fields.append({Field::Household, Level::Different, {}, {}, explanation.score.weight - sum});
    return explanation;
}

} // namespace Chartline::Matching
