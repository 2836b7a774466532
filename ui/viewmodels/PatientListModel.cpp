// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/PatientListModel.h"

#include "viewmodels/DateText.h"

#include <QLocale>

namespace Chartline::Ui {

namespace {

QStringList sourceNames(const PersonSummary &person)
{
    QStringList names;
    for (const IdentityInfo &identity : person.identities) {
        if (!names.contains(identity.source.name))
            names << identity.source.name;
    }
    return names;
}

} // namespace

PatientListModel::PatientListModel(QDate today, QObject *parent)
    : QAbstractTableModel(parent)
    , m_today(today)
{ }

void PatientListModel::setPersons(QList<PersonSummary> persons)
{
    beginResetModel();
    m_persons = std::move(persons);
    endResetModel();
}

PersonId PatientListModel::personAt(int row) const
{
    return row >= 0 && row < m_persons.size() ? m_persons.at(row).id : PersonId();
}

int PatientListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_persons.size());
}

int PatientListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant PatientListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_persons.size())
        return {};
    const PersonSummary &person = m_persons.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(person, index.column());
    case Qt::ToolTipRole: return index.column() == Sources ? sourceNames(person).join(QLatin1Char('\n')) : QVariant();
    case Qt::AccessibleTextRole: return index.column() == Patient ? spoken(person) : text(person, index.column());
    case Qt::TextAlignmentRole:
        if (index.column() == Facts || index.column() == Age)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case SortRole: return sortValue(person, index.column());
    case DetailRole: return detail(person);
    case UnnamedRole: return person.name.isEmpty();
    case IdRole: return person.id.value;
    default: return {};
    }
}

QVariant PatientListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool number = section == Facts || section == Age;
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Patient: return tr("Patient");
    case Sex: return tr("Sex");
    case Born: return tr("Born");
    case Age: return tr("Age");
    case Sources: return tr("Sources");
    case Facts: return tr("Facts");
    case Latest: return tr("Latest entry");
    default: return {};
    }
}

QString PatientListModel::name(const PersonSummary &person)
{
    return person.name.isEmpty() ? tr("No patient named") : person.name;
}

QString PatientListModel::detail(const PersonSummary &person)
{
    QStringList identifiers;
    for (const IdentityInfo &identity : person.identities) {
        for (const IdentifierInfo &identifier : identity.identifiers) {
            const QString words = identifier.type.isEmpty()
                                      ? identifier.value
                                      : tr("%1 %2", "kind of identifier, value").arg(identifier.type, identifier.value);
            if (!identifier.value.isEmpty() && !identifiers.contains(words))
                identifiers << words;
        }
    }
    if (person.name.isEmpty()) {
        const QStringList names = sourceNames(person);
        if (!names.isEmpty())
            return tr("from %1", "source").arg(names.join(QStringLiteral(", ")));
    }
    return identifiers.mid(0, 2).join(QStringLiteral(" · "));
}

QString PatientListModel::sex(const QString &administrativeGender)
{
    if (administrativeGender == QLatin1StringView("female"))
        return tr("Female");
    if (administrativeGender == QLatin1StringView("male"))
        return tr("Male");
    if (administrativeGender == QLatin1StringView("other"))
        return tr("Other", "administrative gender");
    if (administrativeGender == QLatin1StringView("unknown"))
        return tr("Unknown", "administrative gender");
    return administrativeGender;
}

QString PatientListModel::age(const PersonSummary &person) const
{
    const PartialDate born = PartialDate::parse(person.birthDate);
    if (person.deceased.isEmpty() || person.deceased == QLatin1StringView("false"))
        return DateText::age(born, m_today);
    const PartialDate died = PartialDate::parse(person.deceased);
    if (!died.isValid())
        return tr("died");
    const QString years = DateText::age(born, died.localDate());
    return years.isEmpty() ? tr("died") : tr("died at %1", "age").arg(years);
}

QString PatientListModel::text(const PersonSummary &person, int column) const
{
    switch (column) {
    case Patient: return name(person);
    case Sex: return sex(person.sex);
    case Born: return DateText::day(PartialDate::parse(person.birthDate));
    case Age: return age(person);
    case Sources: {
        const QStringList names = sourceNames(person);
        return names.size() <= 1 ? names.value(0) : tr("%Ln source(s)", nullptr, int(names.size()));
    }
    case Facts: return QLocale().toString(person.facts);
    case Latest:
        if (person.lastMs == Fact::noTime)
            return {};
        return DateText::day(
            PartialDate::fromDate(QDateTime::fromMSecsSinceEpoch(person.lastMs, QTimeZone::UTC).date()));
    default: return {};
    }
}

QVariant PatientListModel::sortValue(const PersonSummary &person, int column) const
{
    switch (column) {
    case Patient: // unnamed ones last
        return (person.name.isEmpty() ? QStringLiteral("\uffff") : person.name.toCaseFolded()) + person.id.toString();
    case Born: return person.birthDate;
    case Age: return PartialDate::parse(person.birthDate).localDate().daysTo(m_today);
    case Sources: return sourceNames(person).size();
    case Facts: return person.facts;
    case Latest: return person.lastMs;
    default: return text(person, column);
    }
}

QString PatientListModel::spoken(const PersonSummary &person) const
{
    QStringList parts{name(person), sex(person.sex), age(person)};
    parts << tr("%Ln fact(s)", nullptr, person.facts) << detail(person);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace Chartline::Ui
