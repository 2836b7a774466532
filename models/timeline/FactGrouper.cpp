// SPDX-License-Identifier: Apache-2.0
#include "timeline/FactGrouper.h"

#include "store/References.h"

#include <QHash>
#include <QMap>
#include <algorithm>
#include <numeric>

namespace Chartline {

namespace {

constexpr qint64 s_dayMs = 86'400'000;

const QLatin1StringView s_study("study:");
const QLatin1StringView s_identifier("id:");

bool isStudy(const GroupInput &fact)
{
    return fact.sameAs.startsWith(s_study);
}

QString codeOrTitle(const GroupInput &fact)
{
    if (!fact.code.isEmpty() && !fact.system.isEmpty())
        return fact.system + QLatin1Char('|') + fact.code;
    // A code without a system means something only where it was written; words say more.
    QString key = QLatin1Char('~') + fact.title.toCaseFolded().simplified() + QLatin1Char('|') + fact.code;
    // A name that has not been received is only a reference: two of them may be two things.
    if (fact.title.startsWith(QLatin1StringView("urn:")) || !typeOf(fact.title).isEmpty())
        key += fact.id.toString();
    return key;
}

// "7.0" and "7" are one value; "< 7" is another.
QString plainValue(const QString &value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    return isNumber ? QString::number(number, 'g', 12) : value.toCaseFolded().simplified();
}

// What has to be equal before dates are looked at.
QString keyOf(const GroupInput &fact)
{
    if (isStudy(fact))
        return QStringLiteral("=|%1|%2").arg(int(fact.assertion)).arg(fact.sameAs);
    QString key = QString::number(int(fact.kind)) + QLatin1Char('|') + QString::number(int(fact.assertion))
                  + QLatin1Char('|') + codeOrTitle(fact);
    if (fact.kind == FactKind::Result || fact.kind == FactKind::Vital)
        key += QLatin1Char('|') + plainValue(fact.value) + QLatin1Char('|') + fact.unit.toCaseFolded().simplified()
               + QLatin1Char('|') + fact.start.left(10);
    return key;
}

// Of what has an identifier of its own; empty where it has none.
QString identifierKeyOf(const GroupInput &fact)
{
    if (!fact.sameAs.startsWith(s_identifier))
        return {};
    return fact.sameAs + QLatin1Char('|') + QString::number(int(fact.kind)) + QLatin1Char('|')
           + QString::number(int(fact.assertion)) + QLatin1Char('|') + codeOrTitle(fact);
}

// The same at the coarser precision of the two; both have to be valid.
bool sameTime(const PartialDate &a, const PartialDate &b)
{
    if (!a.isValid() || !b.isValid())
        return false;
    if (a.hasTime() && b.hasTime()) {
        // Seconds are often dropped on the way between systems.
        const bool minutes =
            a.precision() == PartialDate::Precision::Minute || b.precision() == PartialDate::Precision::Minute;
        return minutes ? a.earliest() / 60'000 == b.earliest() / 60'000 : a.earliest() / 1000 == b.earliest() / 1000;
    }
    const auto coarser = std::min(a.precision(), b.precision());
    const QDate x = a.localDate();
    const QDate y = b.localDate();
    if (x.year() != y.year())
        return false;
    if (coarser == PartialDate::Precision::Year)
        return true;
    return x.month() == y.month() && (coarser == PartialDate::Precision::Month || x.day() == y.day());
}

struct Dated
{
    PartialDate start;
    PartialDate end;
};

bool overlaps(const Dated &a, const Dated &b)
{
    const auto within = [](const Dated &inner, const Dated &outer) {
        return outer.end.isValid() && inner.start.earliest() >= outer.start.earliest()
               && inner.start.earliest() <= outer.end.latest();
    };
    return within(a, b) || within(b, a);
}

bool sameFact(const GroupInput &a, const Dated &da, const GroupInput &b, const Dated &db)
{
    const bool standing =
        a.kind == FactKind::Condition || a.kind == FactKind::Allergy || a.kind == FactKind::Medication;
    // "Active" here and "stopped" there is a contradiction to show, not a fact to merge.
    if (standing && a.flags.testFlag(FactFlag::Active) != b.flags.testFlag(FactFlag::Active))
        return false;
    switch (a.kind) {
    case FactKind::Condition:
    case FactKind::Allergy:
        if (!da.start.isValid() || !db.start.isValid())
            return true;
        return sameTime(da.start, db.start)
               || (da.start.localDate().year() == db.start.localDate().year()
                   && da.start.localDate().month() == db.start.localDate().month());
    case FactKind::Medication:
        if (!da.start.isValid() || !db.start.isValid())
            return false;
        if (qAbs(da.start.earliest() - db.start.earliest()) < s_dayMs
            && sameTime(PartialDate::fromDate(da.start.localDate()), PartialDate::fromDate(db.start.localDate())))
            return true;
        return sameTime(da.start, db.start) || overlaps(da, db)
               || (a.flags.testFlag(FactFlag::Ongoing) && b.flags.testFlag(FactFlag::Ongoing));
    default: return sameTime(da.start, db.start);
    }
}

// Which statements are one, and which never may be.
class Union
{
public:
    explicit Union(qsizetype size)
        : m_parent(size)
    {
        std::iota(m_parent.begin(), m_parent.end(), 0);
    }
    qsizetype root(qsizetype i)
    {
        while (m_parent[i] != i)
            i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }
    void keepApart(qsizetype a, qsizetype b) { m_apart.append({a, b}); }
    bool mayJoin(qsizetype a, qsizetype b)
    {
        const qsizetype x = root(a);
        const qsizetype y = root(b);
        return std::ranges::none_of(m_apart, [&](const std::pair<qsizetype, qsizetype> &pair) {
            const qsizetype first = root(pair.first);
            const qsizetype second = root(pair.second);
            return (first == x && second == y) || (first == y && second == x);
        });
    }
    void join(qsizetype a, qsizetype b)
    {
        const qsizetype x = root(a);
        const qsizetype y = root(b);
        m_parent[std::max(x, y)] = std::min(x, y);
    }

private:
    QList<qsizetype> m_parent;
    QList<std::pair<qsizetype, qsizetype>> m_apart;
};

using Buckets = QMap<QString, QList<qsizetype>>; // in the order of their keys: the same rows give the same groups

// Joins within one bucket. A group takes at most one statement of each source, first come in id order: two
// prescriptions of one practice never become one through a hospital's list. What documents tell again is no second one.
void joinBucket(const QList<GroupInput> &facts, const QList<Dated> &dates, const QList<qsizetype> &bucket,
                Union &groups)
{
    QHash<qsizetype, QList<SourceId>> sources; // by root; of statements that are not told again
    for (const qsizetype i : bucket) {
        if (!facts[i].isRetold())
            sources[groups.root(i)].append(facts[i].source);
    }
    for (qsizetype x = 0; x < bucket.size(); ++x) {
        for (qsizetype y = x + 1; y < bucket.size(); ++y) {
            const qsizetype i = bucket[x];
            const qsizetype j = bucket[y];
            const qsizetype a = groups.root(i);
            const qsizetype b = groups.root(j);
            if (a == b || !groups.mayJoin(a, b))
                continue;
            // Its name says that it is the same, told by one source or by two.
            if (isStudy(facts[i])) {
                groups.join(a, b);
                continue;
            }
            if (!sameFact(facts[i], dates[i], facts[j], dates[j]))
                continue;
            const QList<SourceId> more = sources.value(b);
            const bool clash = std::ranges::any_of(more, [&](SourceId s) { return sources.value(a).contains(s); });
            if (clash)
                continue;
            const QList<SourceId> both = sources.value(a) + more;
            groups.join(a, b);
            sources[groups.root(a)] = both;
        }
    }
}

// What a person has said, in the order of their saying.
void applyDecisions(const QList<GroupInput> &facts, const QList<GroupDecision> &decisions, Union &groups)
{
    if (decisions.isEmpty())
        return;
    QHash<FactId, qsizetype> places;
    for (qsizetype i = 0; i < facts.size(); ++i)
        places.insert(facts[i].id, i);
    for (const bool same : {false, true}) {
        for (const GroupDecision &decision : decisions) {
            const qsizetype a = places.value(decision.a, -1);
            const qsizetype b = places.value(decision.b, -1);
            if (a < 0 || b < 0 || a == b || decision.same != same)
                continue;
            if (!same)
                groups.keepApart(a, b);
            else if (groups.mayJoin(a, b))
                groups.join(a, b);
        }
    }
}

// Whether nothing in it can be joined: one source says it, and means two things by it.
bool isSettled(const QList<GroupInput> &facts, const QList<qsizetype> &bucket)
{
    const GroupInput &first = facts[bucket.first()];
    return !isStudy(first) && std::ranges::all_of(bucket, [&](qsizetype i) {
        return facts[i].source == first.source && !facts[i].isRetold();
    });
}

} // namespace

bool GroupInput::isRetold() const
{
    return !sameAs.isEmpty() && !sameAs.startsWith(s_study);
}

QList<FactId> groupFacts(const QList<GroupInput> &facts, const QList<GroupDecision> &decisions)
{
    QList<qsizetype> order(facts.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](qsizetype i) { return facts[i].id; });

    Union groups(facts.size());
    applyDecisions(facts, decisions, groups);
    Buckets byIdentifier;
    Buckets buckets;
    for (const qsizetype i : std::as_const(order)) {
        if (facts[i].flags.testAnyFlags(FactFlag::EnteredInError | FactFlag::Refuted | FactFlag::ConflictingCopy))
            continue;
        if (const QString key = identifierKeyOf(facts[i]); !key.isEmpty())
            byIdentifier[key].append(i);
        buckets[keyOf(facts[i])].append(i);
    }
    for (const auto &bucket : std::as_const(byIdentifier)) {
        for (const qsizetype i : bucket) {
            if (groups.mayJoin(bucket.first(), i))
                groups.join(bucket.first(), i);
        }
    }
    QList<Dated> dates(facts.size());
    for (const auto &bucket : std::as_const(buckets)) {
        if (isSettled(facts, bucket))
            continue;
        for (const qsizetype i : bucket)
            dates[i] = {PartialDate::parse(facts[i].start), PartialDate::parse(facts[i].end)};
        joinBucket(facts, dates, bucket, groups);
    }
    QHash<qsizetype, qsizetype> speakers;
    for (const qsizetype i : std::as_const(order)) {
        const qsizetype root = groups.root(i);
        const auto known = speakers.constFind(root);
        const auto goesBefore = [&](qsizetype other) {
            return facts[i].isRetold() == facts[other].isRetold()
                       ? facts[i].isRetold() && facts[i].updated > facts[other].updated
                       : facts[other].isRetold();
        };
        if (known == speakers.constEnd() || goesBefore(*known))
            speakers.insert(root, i);
    }
    QList<FactId> result;
    result.reserve(facts.size());
    for (qsizetype i = 0; i < facts.size(); ++i)
        result.append(facts[speakers.value(groups.root(i))].id);
    return result;
}

} // namespace Chartline
