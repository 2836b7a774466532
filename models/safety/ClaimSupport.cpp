// SPDX-License-Identifier: Apache-2.0
#include "safety/ClaimSupport.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Safety {

namespace {

using Basis = DrugClaim::Basis;
using Fate = DrugClaim::Fate;

// Confidence where a word is given with doubt; where a drug is on hold; the least that is said of a drug treated as
// taken. Steps of a scale for people, not measured.
constexpr double s_doubted = Support::doubted;
constexpr double s_held = 0.3;
constexpr double s_least = 0.05;

// The claims of one course, judged at one date.
class ClaimJudge
{
public:
    ClaimJudge(const CourseGround &ground, QDate at, const ExposureRules &rules)
        : m_ground(ground)
        , m_at(at)
        , m_rules(rules)
    { }

    [[nodiscard]] QList<Support> all() const;

private:
    [[nodiscard]] std::optional<Support> of(const DrugClaim &claim) const;
    [[nodiscard]] std::optional<Support> ofOrder(const DrugClaim &claim) const;
    [[nodiscard]] std::optional<Support> supplied(const DrugClaim &claim, QDate end, QDate graceEnd) const;
    [[nodiscard]] std::optional<Support> open(const DrugClaim &claim, QDate heard) const;
    [[nodiscard]] std::optional<Support> dose(const DrugClaim &claim) const;
    [[nodiscard]] std::optional<Support> interval(const DrugClaim &claim, qint64 since) const;
    [[nodiscard]] bool isAcute(const DrugMention &mention) const;
    [[nodiscard]] double fade(QDate since) const;

    const CourseGround &m_ground;
    QDate m_at;
    const ExposureRules &m_rules;
};

double ClaimJudge::fade(QDate since) const
{
    const qint64 days = since.isValid() ? std::max<qint64>(since.daysTo(m_at), 0) : m_rules.halvingDays;
    return std::max(s_least, std::pow(0.5, double(days) / std::max(m_rules.halvingDays, 1)));
}

bool ClaimJudge::isAcute(const DrugMention &mention) const
{
    return mention.refills <= 0 && mention.daysSupply <= m_rules.acuteDays;
}

std::optional<Support> ClaimJudge::supplied(const DrugClaim &claim, QDate end, QDate graceEnd) const
{
    if (m_at <= end)
        return Support{&claim};
    if (m_at > graceEnd)
        return std::nullopt;
    const double late = double(end.daysTo(m_at)) / double(end.daysTo(graceEnd));
    return Support{&claim, CourseState::Current, 1 - s_doubted * late};
}

std::optional<Support> ClaimJudge::open(const DrugClaim &claim, QDate heard) const
{
    const bool isLately = heard.isValid() && heard.daysTo(m_at) <= m_rules.dormantDays;
    Support support{&claim, isLately ? CourseState::Current : CourseState::Uncertain, fade(heard), true};
    if (claim.mention->state == MentionState::Unknown) {
        support.state = CourseState::Uncertain;
        support.confidence = std::max(s_least, support.confidence * s_doubted);
    }
    return support;
}

std::optional<Support> ClaimJudge::dose(const DrugClaim &claim) const
{
    const qint64 since = claim.to.daysTo(m_at);
    if (since <= 0)
        return Support{&claim};
    if (claim.interval > m_rules.seriesDays)
        return interval(claim, since);
    if (since > m_rules.seriesDays)
        return std::nullopt;
    // The next dose of a series may be due; after a first one no one knows whether there will be a second.
    const bool isSeries = std::ranges::any_of(m_ground.claims, [&](const DrugClaim &other) {
        return other.basis == Basis::Dose && other.to < claim.to && other.to.daysTo(claim.to) <= m_rules.seriesDays;
    });
    return isSeries ? Support{&claim, CourseState::Current, 0.9} : Support{&claim, CourseState::Uncertain, s_doubted};
}

// Until the next dose is due, and for half as long again after the last one, since it may come late or elsewhere.
std::optional<Support> ClaimJudge::interval(const DrugClaim &claim, qint64 since) const
{
    if (since <= claim.interval)
        return Support{&claim, CourseState::Current, 0.9};
    const bool isLast = std::ranges::none_of(
        m_ground.claims, [&](const DrugClaim &other) { return other.basis == Basis::Dose && other.to > claim.to; });
    if (!isLast || claim.fate == Fate::Ended || since > claim.interval + claim.interval / 2)
        return std::nullopt;
    return Support{&claim, CourseState::Uncertain, s_doubted};
}

std::optional<Support> ClaimJudge::of(const DrugClaim &claim) const
{
    const DrugMention &mention = *claim.mention;
    const bool isActive = mention.state == MentionState::Active;
    const bool isOver = mention.state == MentionState::Stopped;
    if (claim.isFill() && claim.from.isValid()) {
        if (m_ground.lineFate == Fate::Ended || claim.from != m_ground.lastFill)
            return std::nullopt;
        return supplied(claim, m_ground.line.end, m_ground.line.graceEnd);
    }
    if (mention.state == MentionState::OnHold)
        return Support{&claim, CourseState::Uncertain, std::max(s_least, s_held * fade(m_ground.heard)), true};
    switch (claim.basis) {
    case Basis::Told: {
        const bool isLast = isOver ? claim.to > m_at : claim.to >= m_at;
        return isLast ? std::optional(Support{&claim}) : std::nullopt;
    }
    case Basis::ToldVaguely:
        if (claim.to < m_at || (isOver && claim.to == m_at))
            return std::nullopt;
        if (claim.to.year() > m_at.year())
            return Support{&claim};
        return Support{&claim, CourseState::Uncertain, s_doubted};
    case Basis::Dose: return dose(claim);
    case Basis::Undated:
        if (isOver || mention.state == MentionState::Completed)
            return std::nullopt;
        // A list without dates says what is taken now; that it has not been heard of for long is not known.
        return isActive ? Support{&claim, CourseState::Current, s_doubted, true}
                        : Support{&claim, CourseState::Uncertain, s_held, false};
    default: return isOver && !claim.stopsLater ? std::nullopt : ofOrder(claim);
    }
}

// Of what has a supply, an assumed end or none.
std::optional<Support> ClaimJudge::ofOrder(const DrugClaim &claim) const
{
    const DrugMention &mention = *claim.mention;
    const bool isActive = mention.state == MentionState::Active;
    if (m_ground.fillsSpeakFor(claim)) {
        if (const auto support = supplied(claim, m_ground.line.end, m_ground.line.graceEnd);
            support && m_ground.lineFate != Fate::Ended)
            return support;
        return isActive ? std::optional(Support{&claim, CourseState::Uncertain, fade(m_ground.line.end), true})
                        : std::nullopt;
    }
    if (claim.basis == Basis::Assumed)
        return claim.to >= m_at ? std::optional(Support{&claim, CourseState::Uncertain, s_doubted}) : std::nullopt;
    if (claim.basis == Basis::Open)
        return open(claim, m_ground.heard);
    const QDate graceEnd = claim.to.addDays(graceOf(mention.daysSupply, mention.asNeeded, m_rules));
    if (const auto support = supplied(claim, claim.to, graceEnd))
        return support;
    if (!isActive || isAcute(mention))
        return std::nullopt;
    return Support{&claim, CourseState::Uncertain, fade(std::max(claim.to, std::min(m_ground.heard, m_at))), true};
}

QList<Support> ClaimJudge::all() const
{
    QList<Support> supports;
    for (const DrugClaim &claim : m_ground.claims) {
        if (claim.fate == Fate::Ended && !claim.isFill() && !claim.isDepot)
            continue;
        auto support = of(claim);
        if (!support)
            continue;
        const Fate fate = claim.isFill() ? m_ground.lineFate : claim.fate;
        if (fate != Fate::Stands) {
            support->state = CourseState::Uncertain;
            const double factor = fate == Fate::Held ? s_held : s_doubted;
            support->confidence = std::max(s_least, support->confidence * factor);
        }
        supports.append(*support);
    }
    return supports;
}

} // namespace

// Fills tell of the time they cover, and of the orders behind them.
bool CourseGround::fillsSpeakFor(const DrugClaim &claim) const
{
    return claim.isRequest() && !line.isEmpty() && claim.basis != Basis::Undated && claim.from <= line.end;
}

QList<Support> supportsOf(const CourseGround &ground, QDate at, const ExposureRules &rules)
{
    return ClaimJudge(ground, at, rules).all();
}

} // namespace Chartline::Safety
