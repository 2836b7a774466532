// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/ImportReport.h"
#include "theme/Style.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QTableWidget;
class QVBoxLayout;

namespace Chartline::Ui {

class Notice;

// The account of an import: what became of every file and record, with the reason of every refusal.
class ImportReportView : public QFrame
{
    Q_OBJECT

public:
    explicit ImportReportView(QWidget *parent = nullptr);

    void setReport(const ImportReport &report);
    // The import could not be run at all.
    void setFailure(const QString &reason);
    void clear();
    [[nodiscard]] const ImportReport &report() const { return m_report; }

Q_SIGNALS:
    void closed();
    void patientsRequested();

private:
    [[nodiscard]] QTableWidget *makeTable(const QStringList &headers);
    void fillCounts();
    void fillTypes();
    void fillRefusals();
    void fillIssues();
    void copy();
    void save();
    void saveTo(const QString &path);

    ImportReport m_report;
    QLabel *m_sign;
    QLabel *m_title;
    QLabel *m_summary;
    Notice *m_notice;
    QWidget *m_body;
    QGridLayout *m_counts;
    QLabel *m_typesTitle;
    QLabel *m_types;
    QLabel *m_refusalsTitle;
    QTableWidget *m_refusals;
    QLabel *m_issuesTitle;
    QLabel *m_issues;
};

} // namespace Chartline::Ui
