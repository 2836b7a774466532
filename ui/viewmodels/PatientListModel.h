// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/PersonRecord.h"

#include <QAbstractTableModel>

namespace Chartline::Ui {

// The people of the vault, one a row. Holds plain values; `clear()` drops them all when the vault locks.
class PatientListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Patient, Sex, Born, Age, Sources, Facts, Latest, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole,
        DetailRole, // the second line under the name: identifiers, or where an unnamed patient comes from
        UnnamedRole, // bool: no Patient resource with a name has been received
        IdRole, // qint64
    };

    // `today` for ages.
    explicit PatientListModel(QDate today, QObject *parent = nullptr);

    void setPersons(QList<PersonSummary> persons);
    void clear() { setPersons({}); }
    [[nodiscard]] PersonId personAt(int row) const;
    [[nodiscard]] const QList<PersonSummary> &persons() const { return m_persons; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // The words for one person, also used by the search palette.
    [[nodiscard]] static QString name(const PersonSummary &person);
    [[nodiscard]] static QString detail(const PersonSummary &person);
    [[nodiscard]] static QString sex(const QString &administrativeGender);

private:
    [[nodiscard]] QString text(const PersonSummary &person, int column) const;
    [[nodiscard]] QVariant sortValue(const PersonSummary &person, int column) const;
    [[nodiscard]] QString age(const PersonSummary &person) const;
    [[nodiscard]] QString spoken(const PersonSummary &person) const;

    QList<PersonSummary> m_persons;
    QDate m_today;
};

} // namespace Chartline::Ui
