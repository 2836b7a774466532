// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/ChipButton.h"
#include "viewmodels/FactFilter.h"
#include "viewmodels/FactSources.h"

#include <QFrame>
#include <QTimer>

class QButtonGroup;
class QCheckBox;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace Chartline::Ui {

// Which facts, of which sources, as a timeline or as a list.
class FilterBar : public QFrame
{
    Q_OBJECT

public:
    explicit FilterBar(const Theme &theme, QWidget *parent = nullptr);

    // Offers the kinds and sources that the record has; forgets the filter.
    void setRecord(const PersonRecord &record, const FactSources &sources);
    void clear();
    [[nodiscard]] const FactFilter &filter() const { return m_filter; }
    [[nodiscard]] bool isListShown() const;
    void setListShown(bool list);
    void focusText();
    // Everything is shown again, except withdrawn facts.
    void reset();
    // For a moment no signal is wanted: the words below the list say how many there are.
    void setCount(int shown, int all);

Q_SIGNALS:
    void filterChanged();
    void listToggled(bool list);
    void helpRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Group
    {
        QString name;
        QSet<FactKind> kinds;
    };

    [[nodiscard]] static QList<Group> groups();
    void buildRows();
    void makeKinds(const PersonRecord &record);
    void makeSources(const PersonRecord &record, const FactSources &sources);
    void kindToggled();
    void apply();

    const Theme &m_theme;
    FactFilter m_filter;
    QWidget *m_kindRow;
    QWidget *m_sourceRow;
    QPushButton *m_all = nullptr;
    QList<std::pair<QPushButton *, QSet<FactKind>>> m_kinds;
    QList<ChipButton *> m_sources;
    QLineEdit *m_text;
    QCheckBox *m_withdrawn;
    QPushButton *m_timeline;
    QPushButton *m_list;
    QLabel *m_count;
    QTimer m_typing;
};

} // namespace Chartline::Ui
