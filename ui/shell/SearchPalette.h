// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shell/Overlay.h"
#include "theme/Theme.h"
#include "timeline/PersonRecord.h"

class QFrame;
class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace Chartline {
class RecordService;
}

namespace Chartline::Ui {

class SearchDelegate;
class SearchModel;

// Ctrl+K: one field, results as one types, arrow keys and Enter. Escape or a click beside it closes.
class SearchPalette : public Overlay
{
    Q_OBJECT

public:
    SearchPalette(RecordService &records, const Theme &theme, QWidget *parent);

    // `person`: the record on screen, whose hits come first; null for none.
    void open(PersonId person);
    // Closes and drops everything found.
    void dismiss();
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    [[nodiscard]] SearchModel *model() const { return m_model; }

Q_SIGNALS:
    // `fact` is null where a person was chosen.
    void chosen(Chartline::PersonId person, Chartline::FactId fact);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void step(int direction);
    void accept();
    void updateState();
    void place();

    SearchModel *m_model;
    SearchDelegate *m_delegate;
    QFrame *m_frame;
    QLineEdit *m_edit;
    QStackedWidget *m_pages;
    QListView *m_list;
    QLabel *m_message;
    QLabel *m_hint;
    QWidget *m_before = nullptr; // had the focus
};

} // namespace Chartline::Ui
