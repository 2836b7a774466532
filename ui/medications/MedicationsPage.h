// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "medications/CourseAxis.h"
#include "medications/PersonSafety.h"
#include "theme/Theme.h"
#include "viewmodels/FactSources.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTimer;
class QVBoxLayout;

namespace Chartline {
class RecordService;
}

namespace Chartline::Ui {

class CheckDrugPanel;
class DetailPane;
class MedicationsModel;
class Notice;
class StatePane;

// Every drug of the record, one row each across all sources; a chosen one's entry beside it, or the check of a drug
// before prescribing.
class MedicationsPage : public QWidget
{
    Q_OBJECT

public:
    MedicationsPage(PersonSafety &safety, RecordService &records, const Theme &theme, QWidget *parent = nullptr);

    // The record on screen, whose entries the rows open.
    void setRecord(const PersonRecordPtr &record);
    // Drops everything of the person.
    void clear();
    // Opens "check a drug before prescribing" with the keyboard in its field.
    void checkDrug();
    void focusTable();

    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] MedicationsModel *model() const { return m_model; }
    [[nodiscard]] CheckDrugPanel *checkPanel() const { return m_check; }
    [[nodiscard]] DetailPane *details() const { return m_details; }

Q_SIGNALS:
    void sourceRequested(Chartline::RecordId record);
    // An entry that is better seen among the others: on the timeline.
    void factChosen(Chartline::FactId fact);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QWidget *makeTable(const Theme &theme);
    void refresh();
    void showReview();
    void openCourse(int row);
    void closeSide();
    void layOutColumns();
    void layOutRows();
    void loadDetail(const Fact &fact);

    PersonSafety &m_safety;
    RecordService &m_records;
    MedicationsModel *m_model;
    CourseAxis m_axis;
    PersonRecordPtr m_record;
    FactSources m_sources;
    QLabel *m_summary = nullptr;
    QLineEdit *m_filter = nullptr;
    QPushButton *m_checkButton = nullptr;
    Notice *m_notice;
    QStackedWidget *m_pages;
    StatePane *m_state;
    QTableView *m_table = nullptr;
    QStackedWidget *m_side;
    CheckDrugPanel *m_check;
    DetailPane *m_details;
    QTimer *m_layOut;
    PersonId m_person;
    quint64 m_request = 0; // the newest detail asked for
};

} // namespace Chartline::Ui
