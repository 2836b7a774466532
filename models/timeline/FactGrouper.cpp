// SPDX-License-Identifier: Apache-2.0
#include "timeline/FactGrouper.h"

#include "store/References.h"

#include <QHash>
#include <algorithm>
#include <numeric>

namespace Chartline {

namespace {

constexpr qint64 s_dayMs = 86'400'000;

// What has to be equal before dates are looked at.
QString keyOf(const GroupInput &fact)
{
    if (!fact.sameAs.isEmpty())
        return QStringLiteral("=|%1|%2").arg(int(fact.assertion)).arg(fact.sameAs);
    QString key =
        QString::number(int(fact.kind)) + QLatin1Char('|') + QString::number(int(fact.assertion)) + QLatin1Char('|');
    if (!fact.code.isEmpty() && !fact.system.isEmpty()) {
        key += fact.system + QLatin1Char('|') + fact.code;
    } else {
        // A code without a system means something only where it was written; words say more.
        key += QLatin1Char('~') + fact.title.toCaseFolded().simplified() + QLatin1Char('|') + fact.code;
        // A name that has not been received is only a reference: two of them may be two things.
        if (fact.title.startsWith(QLatin1StringView("urn:")) || !typeOf(fact.title).isEmpty())
            key += fact.id.toString();
    }
    if (fact.kind == FactKind::Result || fact.kind == FactKind::Vital)
        key += QLatin1Char('|') + fact.value + QLatin1Char('|') + fact.unit + QLatin1Char('|') + fact.start.left(10);
    return key;
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
    void join(qsizetype a, qsizetype b)
    {
        const qsizetype x = root(a);
        const qsizetype y = root(b);
        m_parent[std::max(x, y)] = std::min(x, y);
    }

private:
    QList<qsizetype> m_parent;
};

// Joins within one bucket. A group takes at most one statement of each source, first come in id order: two
// prescriptions of one practice never become one through a hospital's list.
void joinBucket(const QList<GroupInput> &facts, const QList<Dated> &dates, const QList<qsizetype> &bucket,
                Union &groups)
{
    QHash<qsizetype, QList<SourceId>> sources; // by root
    for (const qsizetype i : bucket)
        sources[i] = {facts[i].source};
    for (qsizetype x = 0; x < bucket.size(); ++x) {
        for (qsizetype y = x + 1; y < bucket.size(); ++y) {
            const qsizetype i = bucket[x];
            const qsizetype j = bucket[y];
            const qsizetype a = groups.root(i);
            const qsizetype b = groups.root(j);
            if (a == b)
                continue;
            // Its name says that it is the same, told by one source or by two.
            if (!facts[i].sameAs.isEmpty()) {
                groups.join(a, b);
                continue;
            }
            if (!sameFact(facts[i], dates[i], facts[j], dates[j]))
                continue;
            const QList<SourceId> more = sources.value(b);
            const bool clash = std::ranges::any_of(more, [&](SourceId s) { return sources[a].contains(s); });
            if (clash)
                continue;
            groups.join(a, b);
            sources[groups.root(a)] = sources[a] + more;
        }
    }
}

} // namespace

QList<FactId> groupFacts(const QList<GroupInput> &facts)
{
    QList<qsizetype> order(facts.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](qsizetype i) { return facts[i].id; });

    QHash<QString, QList<qsizetype>> buckets;
    for (const qsizetype i : std::as_const(order)) {
        if (!facts[i].flags.testAnyFlags(FactFlag::EnteredInError | FactFlag::Refuted | FactFlag::ConflictingCopy))
            buckets[keyOf(facts[i])].append(i);
    }
    QList<Dated> dates(facts.size());
    Union groups(facts.size());
    for (const auto &bucket : std::as_const(buckets)) {
        const bool named = !facts[bucket.first()].sameAs.isEmpty();
        const bool several = named || std::ranges::any_of(bucket, [&](qsizetype i) {
                                 return facts[i].source != facts[bucket.first()].source;
                             });
        if (!several)
            continue;
        for (const qsizetype i : bucket)
            dates[i] = {PartialDate::parse(facts[i].start), PartialDate::parse(facts[i].end)};
        joinBucket(facts, dates, bucket, groups);
    }
    QHash<qsizetype, FactId> smallest;
    for (const qsizetype i : std::as_const(order)) {
        if (!smallest.contains(groups.root(i)))
            smallest.insert(groups.root(i), facts[i].id);
    }
    QList<FactId> result;
    result.reserve(facts.size());
    for (qsizetype i = 0; i < facts.size(); ++i)
        result.append(smallest.value(groups.root(i)));
    return result;
}

} // namespace Chartline
