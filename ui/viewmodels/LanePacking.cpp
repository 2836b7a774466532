// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/LanePacking.h"

#include <algorithm>
#include <map>

namespace Chartline::Ui {

using namespace Qt::StringLiterals;

namespace {

struct Group
{
    std::vector<LaneItem> items;
    qint64 from = 0;
    qint64 to = 0;
    qint64 covered = 0; // length of its stretches
    bool active = false;
};

// The times taken in one row, by their start.
using Taken = std::map<qint64, qint64>;

bool isFree(const Taken &taken, qint64 from, qint64 to)
{
    auto next = taken.upper_bound(from);
    if (next != taken.end() && next->first < to)
        return false;
    return next == taken.begin() || std::prev(next)->second <= from;
}

QString groupKey(const Fact &fact)
{
    const QString what =
        fact.code.code.isEmpty() ? fact.title.toCaseFolded() : fact.code.system + u'|' + fact.code.code;
    return what + u'\x1f' + QString::number(int(fact.assertion)) + (fact.isWithdrawn() ? u"w"_s : QString());
}

std::vector<Group> grouped(const std::vector<LaneItem> &items, const PersonRecord &record)
{
    QHash<QString, int> byKey;
    std::vector<Group> groups;
    for (const LaneItem &item : items) {
        const Fact &fact = record.facts[item.fact];
        const QString key = groupKey(fact);
        auto found = byKey.constFind(key);
        if (found == byKey.constEnd()) {
            found = byKey.insert(key, int(groups.size()));
            groups.push_back({{}, item.from, item.to, 0, false});
        }
        Group &group = groups[std::size_t(*found)];
        group.items.push_back(item);
        group.from = std::min(group.from, item.from);
        group.to = std::max(group.to, item.to);
        group.covered += item.span ? item.to - item.from : 0;
        // "Do not give" is never left behind a link.
        group.active = group.active
                       || (!fact.isWithdrawn()
                           && (fact.flags.testFlag(FactFlag::Active)
                               || (fact.kind == FactKind::Medication && fact.assertion == Assertion::Negated)));
    }
    return groups;
}

} // namespace

std::vector<LaneRow> packRows(const std::vector<LaneItem> &items, const PersonRecord &record, qint64 room)
{
    std::vector<Group> groups = grouped(items, record);
    std::ranges::stable_sort(groups, [](const Group &a, const Group &b) {
        if (a.active != b.active)
            return a.active;
        return a.covered != b.covered ? a.covered > b.covered : a.from < b.from;
    });
    std::vector<LaneRow> rows;
    std::vector<Taken> taken;
    // Beyond this many rows nobody looks for a gap; it also bounds the work.
    constexpr std::size_t searched = 64;
    for (Group &group : groups) {
        const qint64 end = group.to + room;
        std::size_t row = 0;
        const std::size_t limit = std::min(taken.size(), searched);
        while (row < limit && !isFree(taken[row], group.from, end))
            ++row;
        if (row == limit) {
            row = taken.size();
            taken.emplace_back();
            rows.emplace_back();
        }
        taken[row].emplace(group.from, end);
        rows[row].items.insert(rows[row].items.end(), group.items.begin(), group.items.end());
    }
    for (LaneRow &row : rows)
        row.finish();
    return rows;
}

} // namespace Chartline::Ui
