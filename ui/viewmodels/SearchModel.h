// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/RecordQueries.h"

#include <QAbstractListModel>
#include <QTimer>

namespace Chartline {
class RecordService;
}

namespace Chartline::Ui {

// What Ctrl+K finds, in groups with headings: this record, people, all patients. Asks the service off the calling
// thread a moment after the last key; an answer to an older question is dropped.
class SearchModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class RowType : quint8 { Heading, Person, Fact };
    enum Role {
        TypeRole = Qt::UserRole, // int(RowType)
        KindRole, // int(FactKind)
        DateRole, // in words
        SnippetRole, // plain text
        MarkRole, // words about the fact's standing: "withdrawn: entered in error", "planned"; empty mostly
        WithdrawnRole, // bool
        PersonNameRole,
    };
    enum class State : quint8 { Idle, Searching, Done, Failed };

    explicit SearchModel(RecordService &records, QObject *parent = nullptr);

    // The record on screen, whose hits come first; null for none.
    void setCurrentPerson(PersonId person);
    void setText(const QString &text);
    void clear();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error &error() const { return m_error; }
    // The words to highlight, without the operators of the query.
    [[nodiscard]] QStringList words() const;
    // True for a row that can be chosen.
    [[nodiscard]] bool isChoice(int row) const;
    [[nodiscard]] PersonId personAt(int row) const;
    [[nodiscard]] FactId factAt(int row) const; // null for a person

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void stateChanged();

private:
    struct Row
    {
        RowType type = RowType::Heading;
        QString heading;
        PersonSummary person;
        SearchHit hit;
    };

    void ask();
    void rebuild();
    void setState(State state);
    [[nodiscard]] QVariant factData(const SearchHit &hit, int role) const;
    [[nodiscard]] static QString marks(const SearchHit &hit);

    RecordService &m_records;
    QTimer m_delay;
    QString m_text;
    PersonId m_person;
    quint64 m_question = 0;
    int m_open = 0; // answers still to come
    QList<SearchHit> m_here;
    QList<SearchHit> m_everywhere;
    QList<PersonSummary> m_people;
    QList<Row> m_rows;
    State m_state = State::Idle;
    Error m_error;
};

} // namespace Chartline::Ui
