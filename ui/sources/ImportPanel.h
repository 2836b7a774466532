// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/ImportReport.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace Chartline::Ui {

// The import that runs: how far, how fast, which file, and a way to stop it.
class ImportPanel : public QFrame
{
    Q_OBJECT

public:
    explicit ImportPanel(QWidget *parent = nullptr);

    void start();
    void setProgress(const ImportProgress &progress);

Q_SIGNALS:
    void cancelRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void elideFile();

    QLabel *m_title;
    QLabel *m_rate;
    QLabel *m_files;
    QLabel *m_file;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QString m_path;
};

} // namespace Chartline::Ui
