// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewmodels/FactFilter.h"

#include <QAbstractTableModel>

namespace Chartline::Ui {

// The facts of one record as a list: newest day first, each day (or month or year, where the source is no more precise)
// under its heading, undated facts last. Headings are rows of the list that cannot be selected, so that a record of 100
// 000 facts costs no tree. Holds the record only until the next setRecord().
class FactListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { DateColumn, KindColumn, TitleColumn, ValueColumn, SourceColumn, ColumnCount };
    enum Role {
        HeadingRole = Qt::UserRole, // true for a heading
        CountRole, // facts under the heading
        FactIndexRole, // index into the record's facts; -1 for a heading
        KindRole, // int of FactKind
        AbnormalRole,
        WithdrawnRole,
        WarningRole, // words that must be seen beside the title
        SourceIdsRole, // QVariantList of qint64
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRecord(PersonRecordPtr record);
    void setFilter(const FactFilter &filter);
    [[nodiscard]] const FactFilter &filter() const { return m_filter; }
    [[nodiscard]] const Fact *fact(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(FactId id) const;
    [[nodiscard]] int factCount() const { return m_factCount; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        int fact = -1; // -1: a heading
        int first = -1; // of a heading: its first fact
        int count = 0; // of a heading
    };

    void rebuild();
    [[nodiscard]] QVariant headingData(const Row &row, int column, int role) const;
    [[nodiscard]] QVariant factData(const Fact &fact, int column, int role) const;
    [[nodiscard]] QString text(const Fact &fact, int column) const;
    [[nodiscard]] QString sourceNames(const Fact &fact) const;

    PersonRecordPtr m_record;
    FactFilter m_filter;
    QList<Row> m_rows;
    QHash<SourceId, QString> m_sourceNames;
    int m_factCount = 0;
};

} // namespace Chartline::Ui
