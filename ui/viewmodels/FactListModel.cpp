// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/FactListModel.h"

#include "viewmodels/DateText.h"
#include "viewmodels/FactText.h"
#include "viewmodels/KindText.h"

#include <algorithm>

namespace Chartline::Ui {

namespace {

// What decides the heading: the day as written at the source, and how precise it is. A fact with only an end is listed
// under that.
const PartialDate &listedDate(const Fact &fact)
{
    return fact.start.isValid() || !fact.end.isValid() ? fact.start : fact.end;
}

// States in which a value counts as it stands.
bool isUsual(const QString &status)
{
    using namespace Qt::StringLiterals;
    return status.isEmpty() || status == "final"_L1 || status == "completed"_L1 || status == "active"_L1
           || status == "unknown"_L1;
}

struct Key
{
    qint64 day = std::numeric_limits<qint64>::min(); // of undated facts: last
    int coarse = 0; // a whole month or year comes after its days
    qint64 time = 0;
    int fact = 0;
};

Key keyOf(const Fact &fact, int index)
{
    Key key;
    key.fact = index;
    const PartialDate &date = listedDate(fact);
    if (!date.isValid())
        return key;
    key.day = date.localDate().toJulianDay();
    key.coarse = date.precision() == PartialDate::Precision::Year    ? 2
                 : date.precision() == PartialDate::Precision::Month ? 1
                                                                     : 0;
    key.time = date.localTimeMs();
    return key;
}

} // namespace

void FactListModel::setRecord(PersonRecordPtr record)
{
    beginResetModel();
    m_record = std::move(record);
    m_sourceNames.clear();
    if (m_record) {
        for (const SourceInfo &source : m_record->sources)
            m_sourceNames.insert(source.id, source.name);
    }
    rebuild();
    endResetModel();
}

void FactListModel::setFilter(const FactFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    rebuild();
    endResetModel();
}

void FactListModel::rebuild()
{
    m_rows.clear();
    m_factCount = 0;
    if (!m_record)
        return;
    std::vector<Key> keys;
    keys.reserve(std::size_t(m_record->facts.size()));
    for (const int index : m_filter.apply(*m_record))
        keys.push_back(keyOf(m_record->facts[index], index));
    std::ranges::stable_sort(keys, [](const Key &a, const Key &b) {
        if (a.day != b.day)
            return a.day > b.day;
        return a.coarse != b.coarse ? a.coarse < b.coarse : a.time > b.time;
    });
    m_factCount = int(keys.size());
    m_rows.reserve(m_factCount + m_factCount / 4);
    qsizetype heading = -1;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i == 0 || keys[i].day != keys[i - 1].day || keys[i].coarse != keys[i - 1].coarse) {
            heading = m_rows.size();
            m_rows.append({-1, keys[i].fact, 0});
        }
        ++m_rows[heading].count;
        m_rows.append({keys[i].fact, -1, 0});
    }
}

const Fact *FactListModel::fact(const QModelIndex &index) const
{
    if (!m_record || !index.isValid() || index.row() >= m_rows.size() || m_rows[index.row()].fact < 0)
        return nullptr;
    return &m_record->facts[m_rows[index.row()].fact];
}

QModelIndex FactListModel::indexOf(FactId id) const
{
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (m_rows[row].fact >= 0 && m_record->facts[m_rows[row].fact].id == id)
            return index(row, 0);
    }
    return {};
}

int FactListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FactListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FactListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    if (role == FactIndexRole)
        return row.fact;
    return row.fact < 0 ? headingData(row, index.column(), role)
                        : factData(m_record->facts[row.fact], index.column(), role);
}

QVariant FactListModel::headingData(const Row &row, int column, int role) const
{
    switch (role) {
    case HeadingRole: return true;
    case CountRole: return row.count;
    case Qt::DisplayRole: {
        if (column != DateColumn)
            return {};
        const PartialDate &date = listedDate(m_record->facts[row.first]);
        return date.isValid() ? DateText::heading(date) : tr("No date given");
    }
    case Qt::AccessibleTextRole: {
        const PartialDate &date = listedDate(m_record->facts[row.first]);
        return tr("%1, %n entries", "heading of a day", row.count)
            .arg(date.isValid() ? DateText::heading(date) : tr("No date given"));
    }
    default: return {};
    }
}

QVariant FactListModel::factData(const Fact &fact, int column, int role) const
{
    switch (role) {
    case HeadingRole: return false;
    case Qt::DisplayRole: return text(fact, column);
    case Qt::AccessibleTextRole: return column == DateColumn ? FactText::spoken(fact) : text(fact, column);
    case Qt::ToolTipRole: return column == SourceColumn ? sourceNames(fact) : FactText::spoken(fact);
    case KindRole: return int(fact.kind);
    case AbnormalRole: return fact.flags.testAnyFlags(FactFlag::Abnormal | FactFlag::Critical);
    case WithdrawnRole: return fact.isWithdrawn();
    case WarningRole: return FactText::flagWords(fact).join(tr(" · ", "between short remarks"));
    case SourceIdsRole: {
        QVariantList ids;
        for (const Witness &witness : fact.witnesses) {
            if (!ids.contains(witness.source.value))
                ids.append(witness.source.value);
        }
        return ids;
    }
    default: return {};
    }
}

QString FactListModel::text(const Fact &fact, int column) const
{
    switch (column) {
    case DateColumn: {
        // The day is in the heading.
        const PartialDate &date = listedDate(fact);
        return date.hasTime() ? DateText::time(date) : QString();
    }
    case KindColumn: return KindText::name(fact.kind);
    case TitleColumn: return FactText::title(fact);
    case ValueColumn: {
        QString value = FactText::markedValue(fact);
        QString status = FactText::status(fact.status);
        if (value.isEmpty())
            return status;
        // A cancelled or preliminary value may not read as a final one.
        if (isUsual(fact.status) || value.contains(status))
            return value;
        return tr("%1 · %2", "value and status").arg(value, status);
    }
    case SourceColumn: return sourceNames(fact);
    default: return {};
    }
}

QString FactListModel::sourceNames(const Fact &fact) const
{
    QStringList names;
    for (const Witness &witness : fact.witnesses) {
        const QString name = m_sourceNames.value(witness.source);
        if (!name.isEmpty() && !names.contains(name))
            names += name;
    }
    return names.join(tr(", ", "between names of sources"));
}

QVariant FactListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DateColumn: return tr("Time");
    case KindColumn: return tr("Kind");
    case TitleColumn: return tr("What");
    case ValueColumn: return tr("Value or status");
    case SourceColumn: return tr("Source");
    default: return {};
    }
}

Qt::ItemFlags FactListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_rows.size() || m_rows[index.row()].fact < 0)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace Chartline::Ui
