// SPDX-License-Identifier: Apache-2.0
#include "store/MatchStore.h"

#include "identity/matching/BlockingKeys.h"
#include "identity/matching/Matcher.h"

#include <QCborArray>
#include <QCborValue>
#include <algorithm>

namespace Chartline {

using namespace Matching;
using namespace Qt::StringLiterals;

namespace {

constexpr int s_format = 1;
// So many people of one key are compared; a clinic has far fewer of one birth date or one name and year.
constexpr int s_largestBlock = 2'000;

// Fields in the order of PersonData, behind the number of the format.
QByteArray encoded(const PersonData &data)
{
    QCborArray numbers;
    for (const AssignedNumber &number : data.numbers)
        numbers.append(QCborArray{number.system, number.value});
    return QCborArray{s_format,
                      data.given,
                      data.middle,
                      data.family,
                      data.maiden,
                      data.suffix,
                      data.fullName,
                      data.birthDate,
                      int(data.dateOrder),
                      data.sex,
                      data.houseNumber,
                      data.street,
                      data.address2,
                      data.city,
                      data.state,
                      data.postcode,
                      QCborArray::fromStringList(data.phones),
                      QCborArray::fromStringList(data.emails),
                      numbers}
        .toCborValue()
        .toCbor();
}

std::optional<PersonData> decoded(const QByteArray &content)
{
    const QCborArray array = QCborValue::fromCbor(content).toArray();
    if (array.size() != 19 || array.at(0).toInteger() != s_format)
        return std::nullopt;
    const auto strings = [](const QCborValue &value) {
        QStringList list;
        for (const auto &one : value.toArray())
            list.append(one.toString());
        return list;
    };
    PersonData data;
    qsizetype at = 1;
    for (QString *field :
         {&data.given, &data.middle, &data.family, &data.maiden, &data.suffix, &data.fullName, &data.birthDate})
        *field = array.at(at++).toString();
    data.dateOrder = DateOrder(array.at(at++).toInteger());
    for (QString *field :
         {&data.sex, &data.houseNumber, &data.street, &data.address2, &data.city, &data.state, &data.postcode})
        *field = array.at(at++).toString();
    data.phones = strings(array.at(at++));
    data.emails = strings(array.at(at++));
    for (const auto &number : array.at(at).toArray())
        data.numbers.append({number.toArray().at(0).toString(), number.toArray().at(1).toString()});
    return data;
}

} // namespace

Result<MatchStore::Origin> MatchStore::originOf(IdentityId identity)
{
    CHARTLINE_ASSIGN(Statement * query, m_db.cached("SELECT i.source_id, r.type = 'Patient' FROM identity i "
                                                    "JOIN record r ON r.id = i.record_id WHERE i.id = ?1"));
    query->bind(1, identity.value);
    CHARTLINE_ASSIGN(const bool found, query->step());
    Origin origin;
    if (found)
        origin = {SourceId{query->int64(0)}, query->integer(1) != 0};
    query->reset();
    return origin;
}

// Writes features and keys; gives all others that share one, ascending.
Result<QList<IdentityId>> MatchStore::keep(IdentityId identity, const PersonData &data)
{
    for (const char *sql :
         {"DELETE FROM identity_features WHERE identity_id = ?1", "DELETE FROM identity_block WHERE identity_id = ?1",
          "DELETE FROM match_candidate WHERE identity_a = ?1 OR identity_b = ?1"}) {
        CHARTLINE_ASSIGN(Statement * remove, m_db.cached(sql));
        CHARTLINE_TRY(remove->bind(1, identity.value).run());
    }
    CHARTLINE_ASSIGN(Statement * features,
                     m_db.cached("INSERT INTO identity_features (identity_id, content) VALUES (?1, ?2)"));
    const QByteArray content = encoded(data);
    CHARTLINE_TRY(features->bind(1, identity.value).bind(2, content).run());
    Vocabulary words;
    const PersonIdentity prepared = PersonIdentity::of(data, words);
    QSet<IdentityId> others;
    for (const quint64 key : blockingKeysOf(prepared, words)) {
        if (key == 0)
            continue;
        const auto block = qint64(key);
        CHARTLINE_ASSIGN(Statement * query,
                         m_db.cached("SELECT identity_id FROM identity_block WHERE block = ?1 ORDER BY identity_id "
                                     "DESC LIMIT ?2"));
        query->bind(1, block).bind(2, s_largestBlock);
        while (true) {
            CHARTLINE_ASSIGN(const bool row, query->step());
            if (!row)
                break;
            others.insert(IdentityId{query->int64(0)});
        }
        query->reset();
        CHARTLINE_ASSIGN(Statement * insert,
                         m_db.cached("INSERT OR IGNORE INTO identity_block (block, identity_id) VALUES (?1, ?2)"));
        CHARTLINE_TRY(insert->bind(1, block).bind(2, identity.value).run());
    }
    others.remove(identity);
    QList<IdentityId> sorted(others.begin(), others.end());
    std::ranges::sort(sorted);
    return sorted;
}

Status MatchStore::receive(IdentityId identity, const PersonData &data)
{
    CHARTLINE_ASSIGN(const QList<IdentityId> others, keep(identity, data));
    if (others.isEmpty())
        return {};
    CHARTLINE_ASSIGN(const Origin mine, originOf(identity));
    Vocabulary words;
    const PersonIdentity prepared = PersonIdentity::of(data, words);
    std::vector<std::pair<IdentityId, PersonIdentity>> people;
    for (const IdentityId other : others) {
        CHARTLINE_ASSIGN(const auto theirs, this->data(other));
        if (theirs)
            people.emplace_back(other, PersonIdentity::of(*theirs, words));
    }
    const Population population(populationSize);
    const Matcher matcher(words, population);
    std::vector<std::pair<MatchScore, IdentityId>> found;
    for (const auto &[other, person] : people) {
        if (const MatchScore score = matcher.score(prepared, person); score.verdict != Verdict::Different)
            found.emplace_back(score, other);
    }
    // The surest first: what they make one keeps weaker ones from being asked about.
    std::ranges::stable_sort(found, std::ranges::greater(), [](const auto &one) { return one.first.weight; });
    for (const auto &[score, other] : found) {
        CHARTLINE_ASSIGN(const Origin theirs, originOf(other));
        const bool areTwo = mine.source == theirs.source && mine.isPatientRecord && theirs.isPatientRecord;
        // What weights alone say is asked about, until their false links have been measured.
        const bool isSure = score.verdict == Verdict::Same && score.tier == Tier::Rule && !areTwo;
        LinkId link;
        if (isSure) {
            CHARTLINE_ASSIGN(
                link,
                m_links.link(
                    {other, identity, u"shared number"_s, {}, score.weight, QString::fromLatin1(weightsVersion)}));
        }
        if (!link)
            CHARTLINE_TRY(queue(other, identity, score.weight));
    }
    return {};
}

Status MatchStore::queue(IdentityId a, IdentityId b, double weight)
{
    CHARTLINE_ASSIGN(Statement * insert,
                     m_db.cached("INSERT OR REPLACE INTO match_candidate (identity_a, identity_b, weight, matcher) "
                                 "VALUES (?1, ?2, ?3, ?4)"));
    insert->bind(1, std::min(a, b).value).bind(2, std::max(a, b).value).bind(3, weight);
    return insert->bind(4, QString::fromLatin1(weightsVersion)).run();
}

Result<std::optional<PersonData>> MatchStore::data(IdentityId identity)
{
    CHARTLINE_ASSIGN(Statement * query, m_db.cached("SELECT content FROM identity_features WHERE identity_id = ?1"));
    query->bind(1, identity.value);
    CHARTLINE_ASSIGN(const bool found, query->step());
    std::optional<PersonData> data;
    if (found)
        data = decoded(query->blob(0));
    query->reset();
    return data;
}

// Decided, or one person by other links: nothing to ask.
Result<QList<MatchCandidate>> MatchStore::queue()
{
    CHARTLINE_ASSIGN(
        Statement query,
        m_db.prepare(
            "SELECT c.identity_a, c.identity_b, c.weight, c.matcher, EXISTS (SELECT 1 FROM identity_decision d "
            "WHERE d.identity_a = c.identity_a AND d.identity_b = c.identity_b AND d.verdict = 1 "
            "AND d.undone IS NULL) AS later FROM match_candidate c "
            "JOIN identity a ON a.id = c.identity_a JOIN identity b ON b.id = c.identity_b "
            "WHERE a.person_id <> b.person_id AND NOT EXISTS (SELECT 1 FROM identity_decision d "
            "WHERE d.identity_a = c.identity_a AND d.identity_b = c.identity_b AND d.verdict = 0 "
            "AND d.undone IS NULL) ORDER BY later, c.weight DESC, c.identity_a, c.identity_b"));
    QList<MatchCandidate> candidates;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query.step());
        if (!row)
            return candidates;
        candidates.append({IdentityId{query.int64(0)}, IdentityId{query.int64(1)}, query.real(2), query.text(3),
                           query.integer(4) != 0});
    }
}

Status MatchStore::clear(Connection &db)
{
    return db.execute("DELETE FROM match_candidate; DELETE FROM identity_block; DELETE FROM identity_features");
}

} // namespace Chartline
