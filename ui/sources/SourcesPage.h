// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/ImportReport.h"
#include "theme/Theme.h"
#include "timeline/PersonRecord.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Chartline {
class RecordService;
}

namespace Chartline::Ui {

class ImportPanel;
class ImportReportView;
class Notice;

// Where records come from, the import that runs and the account of the last one.
class SourcesPage : public QWidget
{
    Q_OBJECT

public:
    SourcesPage(RecordService &records, const Theme &theme, QWidget *parent = nullptr);

    void reload();
    void clear();
    void importStarted();
    void importProgress(const ImportProgress &progress);
    void importFinished(const ImportReport &report);
    void importFailed(const QString &reason);
    [[nodiscard]] int sourceCount() const { return int(m_sources.size()); }

Q_SIGNALS:
    void importFilesRequested();
    void importFolderRequested();
    void cancelRequested();
    void patientsRequested();
    void sourceCountChanged(int count);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    [[nodiscard]] QWidget *makeSourceRow(const SourceInfo &source, qsizetype index);

    RecordService &m_records;
    const Theme &m_theme;
    QList<SourceInfo> m_sources;
    ImportPanel *m_panel;
    ImportReportView *m_report;
    Notice *m_notice;
    QLabel *m_listTitle;
    QWidget *m_list;
    quint64 m_question = 0;
};

} // namespace Chartline::Ui
