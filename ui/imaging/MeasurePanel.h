// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/MeasureSet.h"
#include "timeline/ImagingQueries.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace Chartline::Ui {

// The measurements of the person as a list that the keyboard reaches: Enter shows one, F2 names it, Delete removes it.
class MeasurePanel : public QWidget
{
    Q_OBJECT

public:
    explicit MeasurePanel(QWidget *parent = nullptr);

    void setSet(MeasureSet *set);
    // For dates and series; those of the study that is open come first.
    void setStudies(const QList<StudyInfo> &studies, const QString &current);
    // Something went wrong: said until the next change.
    void tell(const QString &words);
    [[nodiscard]] QListWidget *list() const { return m_list; }
    // The one chosen in the list; empty: none.
    [[nodiscard]] QString chosen() const;

Q_SIGNALS:
    void jumpRequested(const QString &measurement);
    void exportRequested(const QString &study);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void refresh();
    void showChosen();
    void fillFindings();
    void rename();
    void askForFinding(const QString &measurement);
    [[nodiscard]] QString describe(const MeasureItem &item) const;
    [[nodiscard]] QString toolTipOf(const MeasureItem &item) const;

    MeasureSet *m_set = nullptr;
    QList<StudyInfo> m_studies;
    QString m_current;
    QLabel *m_caption;
    QLabel *m_problem;
    QListWidget *m_list;
    QPushButton *m_show;
    QPushButton *m_rename;
    QPushButton *m_finding;
    QPushButton *m_delete;
    QPushButton *m_export;
    QPushButton *m_restore;
    bool m_filling = false;
};

} // namespace Chartline::Ui
