// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/Theme.h"
#include "timeline/PersonRecord.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;
class QTimer;

namespace Chartline {
class RecordService;
}

namespace Chartline::Ui {

class Notice;
class PatientDelegate;
class PatientListModel;

// Everyone in the vault, searched by the service. States: loading, list, nobody found, empty vault, error.
class PatientsPage : public QWidget
{
    Q_OBJECT

public:
    PatientsPage(RecordService &records, const Theme &theme, QWidget *parent = nullptr);

    // Reads the list again, keeping what is on screen meanwhile.
    void reload();
    // Drops every patient.
    void clear();
    void focusSearch();
    // While an import runs an empty list says so instead of offering one.
    void setImporting(bool importing);

Q_SIGNALS:
    void personChosen(Chartline::PersonId person);
    void importFilesRequested();
    void importFolderRequested();
    void demonstrationRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Page : quint8 { Loading, List, NobodyFound, Empty, Failed };

    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QWidget *makeTable();
    [[nodiscard]] QWidget *makeEmpty();
    [[nodiscard]] QWidget *makeMessage(QLabel *label);
    void setPage(Page page);
    void received(quint64 question, const QList<PersonSummary> &persons);
    void choose(int proxyRow);

    RecordService &m_records;
    const Theme &m_theme;
    PatientListModel *m_model;
    QSortFilterProxyModel *m_sorted;
    PatientDelegate *m_delegate;
    QStackedWidget *m_pages = nullptr;
    QLineEdit *m_search = nullptr;
    QLabel *m_count = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_loading = nullptr;
    QLabel *m_nobody = nullptr;
    QLabel *m_emptyTitle = nullptr;
    QLabel *m_emptyText = nullptr;
    QWidget *m_emptyChoices = nullptr;
    Notice *m_notice = nullptr;
    QTimer *m_delay;
    quint64 m_question = 0;
};

} // namespace Chartline::Ui
