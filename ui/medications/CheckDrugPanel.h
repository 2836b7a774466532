// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "medications/PersonSafety.h"
#include "theme/Style.h"

#include <QFrame>

class QCompleter;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QStringListModel;
class QVBoxLayout;

namespace Chartline::Ui {

// "Check a drug before prescribing": type a drug, see what it would do in the person on screen. Nothing is written.
class CheckDrugPanel : public QFrame
{
    Q_OBJECT

public:
    enum class State : quint8 { Idle, Typing, Checking, NotKnown, Answered, Failed };

    CheckDrugPanel(PersonSafety &safety, const Theme &theme, QWidget *parent = nullptr);

    // The keyboard goes to the field.
    void begin();
    // Drops what was typed and answered.
    void clear();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void closeRequested();
    void factChosen(Chartline::FactId fact);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildTop(QVBoxLayout *layout);
    void typed(const QString &text);
    void check();
    void setState(State state);
    void showAnswer(const ProspectiveCheck &check);
    void showNotKnown(const ProspectiveCheck &check);
    void showCards(const ProspectiveCheck &check);
    void restart();
    void addNotice(Tone tone, const QString &words);
    void openDrug(const Safety::SafetyReview &review, const Safety::AlertDrug &drug);

    PersonSafety &m_safety;
    const Theme &m_theme;
    QLineEdit *m_edit;
    QPushButton *m_check;
    QStringListModel *m_names;
    QCompleter *m_completer;
    QScrollArea *m_scroll;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_column = nullptr;
    PersonId m_person;
    State m_state = State::Idle;
    quint64 m_request = 0; // the newest; older answers are dropped
};

} // namespace Chartline::Ui
