// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/matching/PersonData.h"
#include "store/LinkStore.h"

namespace Chartline {

// Two identities that a person has to decide about.
struct MatchCandidate
{
    IdentityId a; // the smaller one
    IdentityId b;
    double weight = 0; // bits; see Matching::MatchScore
    QString matcher; // version of the weights
    bool isLater = false; // a person has put the decision off
    bool operator==(const MatchCandidate &) const = default;
};

// What the matcher knows of identities, and what it proposes: links those it is sure of, and queues those it is not.
// The same features always give the same proposals, in whatever order they came. Writer thread only, within a
// transaction.
class MatchStore
{
public:
    MatchStore(Connection &db, LinkStore &links)
        : m_db(db)
        , m_links(links)
    { }

    // Bits are weighed against a population of so many people of whom nothing is known but the world's names: frozen,
    // so that a pair scores the same in each vault and at any time.
    static constexpr std::size_t populationSize = 100'000;

    // An identity has come, or what its source tells of the person has changed: compares it with all that share a
    // blocking key. What was linked stays linked. Two Patient resources of one source are never linked, only queued:
    // the source says that they are two.
    [[nodiscard]] Status receive(IdentityId identity, const Matching::PersonData &data);
    // Nothing where none is known.
    [[nodiscard]] Result<std::optional<Matching::PersonData>> data(IdentityId identity);
    // Undecided pairs of two people: the likeliest first, those put off last.
    [[nodiscard]] Result<QList<MatchCandidate>> queue();
    // Forgets all features and proposals (a new version of the weights); links and decisions stay.
    [[nodiscard]] static Status clear(Connection &db);

private:
    struct Origin
    {
        SourceId source;
        bool isPatientRecord = false;
    };
    [[nodiscard]] Result<Origin> originOf(IdentityId identity);
    [[nodiscard]] Result<QList<IdentityId>> keep(IdentityId identity, const Matching::PersonData &data);
    [[nodiscard]] Status queue(IdentityId a, IdentityId b, double weight);

    Connection &m_db;
    LinkStore &m_links;
};

} // namespace Chartline
