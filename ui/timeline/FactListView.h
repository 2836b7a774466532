// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/Theme.h"
#include "viewmodels/FactListModel.h"
#include "viewmodels/FactSources.h"

#include <QTreeView>

namespace Chartline::Ui {

// The facts as a list under the headings of their days. Only visible rows are ever drawn or asked for.
class FactListView : public QTreeView
{
    Q_OBJECT

public:
    explicit FactListView(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] FactListModel *facts() const { return m_model; }
    void setSources(const FactSources &sources);
    void select(FactId fact);
    [[nodiscard]] const Theme &theme() const { return m_theme; }

Q_SIGNALS:
    void factSelected(int fact); // index into the record's facts
    void factActivated(int fact);

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &options, const QModelIndex &index) const override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    const Theme &m_theme;
    FactListModel *m_model;
    FactSources m_sources;
    bool m_quiet = false;
};

} // namespace Chartline::Ui
