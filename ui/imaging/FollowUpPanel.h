// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/FollowUp.h"
#include "theme/Theme.h"

#include <QFrame>

class QMenu;
class QTableWidget;
class QVBoxLayout;

namespace Chartline::Ui {

// Each finding that is followed as a card: its line over time, what changed, a table; and the sum of all of them.
// Figures only.
class FollowUpPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FollowUpPanel(const Theme &theme, QWidget *parent = nullptr);

    // `onScreen`: the studies that can be measured in now.
    void setFindings(const QList<FollowedFinding> &findings, const FollowedSums &sums, const QStringList &onScreen,
                     const QList<StudyInfo> &studies);
    [[nodiscard]] static QString summary(const FollowedFinding &followed);

Q_SIGNALS:
    void jumpRequested(const QString &measurement);
    void measureRequested(const QString &finding, const QString &study);
    void renameRequested(const QString &finding);
    void removeRequested(const QString &finding);
    void roleChosen(const QString &finding, Chartline::StoredFinding::Role role);

private:
    void addFinding(const FollowedFinding &followed, const QStringList &onScreen, const QList<StudyInfo> &studies);
    void addSums(const FollowedSums &sums);
    void fillMenu(QMenu *menu, const StoredFinding &finding);
    [[nodiscard]] QTableWidget *tableOf(const FollowedFinding &followed);
    [[nodiscard]] QTableWidget *makeTable(const QStringList &columns, qsizetype rows, const QString &name);

    const Theme &m_theme;
    QVBoxLayout *m_column;
};

} // namespace Chartline::Ui
