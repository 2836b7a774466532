// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/SearchModel.h"

#include "services/RecordService.h"
#include "viewmodels/AssertionText.h"
#include "viewmodels/DateText.h"
#include "viewmodels/KindText.h"
#include "viewmodels/PatientListModel.h"

#include <QRegularExpression>

namespace Chartline::Ui {

namespace {

constexpr int delayMs = 140;
constexpr int hitsShown = 60;
constexpr int peopleShown = 6;

} // namespace

SearchModel::SearchModel(RecordService &records, QObject *parent)
    : QAbstractListModel(parent)
    , m_records(records)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMs);
    connect(&m_delay, &QTimer::timeout, this, &SearchModel::ask);
}

void SearchModel::setCurrentPerson(PersonId person)
{
    m_person = person;
}

void SearchModel::setText(const QString &text)
{
    const QString wanted = text.trimmed();
    if (wanted == m_text)
        return;
    m_text = wanted;
    if (m_text.isEmpty()) {
        clear();
        return;
    }
    setState(State::Searching);
    m_delay.start();
}

void SearchModel::clear()
{
    m_delay.stop();
    ++m_question;
    m_text.clear();
    m_here.clear();
    m_everywhere.clear();
    m_people.clear();
    rebuild();
    setState(State::Idle);
}

void SearchModel::ask()
{
    const quint64 question = ++m_question;
    m_here.clear();
    m_everywhere.clear();
    m_people.clear();
    m_error = {};
    m_open = m_person ? 3 : 2;
    const auto take = [this, question]<typename List>(List SearchModel::*list) {
        return [this, question, list](const Result<List> &answer) {
            if (question != m_question)
                return;
            if (answer)
                this->*list = *answer;
            else
                m_error = answer.error();
            if (--m_open > 0)
                return;
            rebuild();
            setState(m_error.code == ErrorCode::None ? State::Done : State::Failed);
        };
    };
    if (m_person)
        m_records.search(m_text, m_person, hitsShown).then(this, take(&SearchModel::m_here));
    m_records.persons(m_text).then(this, take(&SearchModel::m_people));
    m_records.search(m_text, {}, hitsShown).then(this, take(&SearchModel::m_everywhere));
}

void SearchModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    const auto heading = [this](const QString &text) {
        Row row;
        row.heading = text;
        m_rows << row;
    };
    const auto addHits = [this](const QList<SearchHit> &hits) {
        for (const SearchHit &hit : hits) {
            Row row;
            row.type = RowType::Fact;
            row.hit = hit;
            m_rows << row;
        }
    };
    if (!m_here.isEmpty()) {
        heading(tr("This record"));
        addHits(m_here);
    }
    if (!m_people.isEmpty()) {
        heading(tr("People"));
        for (const PersonSummary &person : m_people.mid(0, peopleShown)) {
            Row row;
            row.type = RowType::Person;
            row.person = person;
            m_rows << row;
        }
    }
    QList<SearchHit> others;
    for (const SearchHit &hit : m_everywhere) {
        if (!m_person || hit.person != m_person)
            others << hit;
    }
    if (!others.isEmpty()) {
        heading(m_person ? tr("Other patients") : tr("All patients"));
        addHits(others);
    }
    endResetModel();
}

void SearchModel::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

QStringList SearchModel::words() const
{
    QStringList words;
    static const QRegularExpression splitter(QStringLiteral("[\\s\"<>=]+"));
    for (const QString &word : m_text.split(splitter, Qt::SkipEmptyParts)) {
        if (!word.contains(QLatin1Char(':')))
            words << word;
    }
    return words;
}

bool SearchModel::isChoice(int row) const
{
    return row >= 0 && row < m_rows.size() && m_rows.at(row).type != RowType::Heading;
}

PersonId SearchModel::personAt(int row) const
{
    if (!isChoice(row))
        return {};
    const Row &entry = m_rows.at(row);
    return entry.type == RowType::Person ? entry.person.id : entry.hit.person;
}

FactId SearchModel::factAt(int row) const
{
    return isChoice(row) && m_rows.at(row).type == RowType::Fact ? m_rows.at(row).hit.id : FactId();
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

Qt::ItemFlags SearchModel::flags(const QModelIndex &index) const
{
    return isChoice(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QString SearchModel::marks(const SearchHit &hit)
{
    if (hit.flags.testFlag(FactFlag::EnteredInError))
        return tr("Withdrawn: entered in error");
    if (hit.flags.testFlag(FactFlag::Refuted))
        return tr("Withdrawn: refuted");
    if (hit.flags.testFlag(FactFlag::ReadTheSource))
        return tr("Read the source");
    if (hit.flags.testFlag(FactFlag::Planned))
        return tr("Planned");
    return {};
}

QVariant SearchModel::factData(const SearchHit &hit, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return AssertionText::title(hit.kind, hit.assertion, hit.category, hit.status, hit.title);
    case KindRole: return int(hit.kind);
    case DateRole: return DateText::day(hit.start);
    // The title said once is enough.
    case SnippetRole:
        return hit.title.contains(hit.snippet.simplified(), Qt::CaseInsensitive) ? QString() : hit.snippet;
    case MarkRole: return marks(hit);
    case WithdrawnRole: return hit.flags.testAnyFlags(FactFlag::EnteredInError | FactFlag::Refuted);
    case PersonNameRole: return hit.person == m_person ? QString() : hit.personName;
    case Qt::AccessibleTextRole: {
        QStringList parts{KindText::name(hit.kind), factData(hit, Qt::DisplayRole).toString(), marks(hit),
                          DateText::day(hit.start), factData(hit, PersonNameRole).toString()};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    default: return {};
    }
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == TypeRole)
        return int(row.type);
    switch (row.type) {
    case RowType::Heading: return role == Qt::DisplayRole ? row.heading : QVariant();
    case RowType::Fact: return factData(row.hit, role);
    case RowType::Person:
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return PatientListModel::name(row.person);
        if (role == DateRole)
            return DateText::day(PartialDate::parse(row.person.birthDate));
        if (role == SnippetRole)
            return PatientListModel::detail(row.person);
        return {};
    }
    return {};
}

} // namespace Chartline::Ui
