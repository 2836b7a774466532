// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "medications/EdgedCard.h"
#include "safety/SafetyAlert.h"

class QPushButton;

namespace Chartline::Ui {

class AcknowledgeForm;

// One alert: how loud, which drugs, what happens, what to do, the values behind it; the reasons unfold.
class AlertCard : public EdgedCard
{
    Q_OBJECT

public:
    enum class Form : quint8 {
        Full,
        Compact, // the name and what happens; the rest unfolds
        Acknowledged, // who acknowledged it and why, and the way back
        Prospective // of a drug that is only tried: full, nothing to acknowledge
    };
    // What the acknowledgement form needs.
    struct Acknowledging
    {
        QStringList reasons; // codes; empty: nothing can be acknowledged
        QString author;
    };

    AlertCard(const Theme &theme, const Safety::SafetyAlert &alert, Form form, const Acknowledging &acknowledging,
              QWidget *parent = nullptr);

    [[nodiscard]] const Safety::SafetyAlert &alert() const { return m_alert; }
    // The acknowledgement could not be written.
    void setAcknowledgeError(const QString &words);
    // Whether the person is at work in the card, so that it must not be made anew beneath their hands.
    [[nodiscard]] bool isFormOpen() const;
    void unfoldWhy(bool unfold);
    [[nodiscard]] bool isWhyShown() const;

Q_SIGNALS:
    void selected();
    // A drug of the alert (its place in alert().drugs) was chosen by name.
    void drugChosen(qsizetype drug);
    // A value, a condition or an allergy that it rests on.
    void factChosen(qint64 fact);
    void acknowledged(const QString &reason, const QString &comment);
    void withdrawn();
    void formClosed(); // without an acknowledgement
    void whyShown(bool shown);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addHeading();
    void addTitle();
    void addBody();
    void addLevels(QBoxLayout *into);
    void addAcknowledgement();
    void addButtons();
    void addWhy();
    void openForm();
    void closeForm();
    void chooseLink(const QString &link);
    void writeTitle();
    void writeLevels();
    void updateSign();

    Safety::SafetyAlert m_alert;
    Form m_form;
    Acknowledging m_acknowledging;
    QLabel *m_sign = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_levels = nullptr;
    QWidget *m_body = nullptr;
    QWidget *m_why = nullptr;
    QPushButton *m_whyButton = nullptr;
    QPushButton *m_acknowledge = nullptr;
    AcknowledgeForm *m_formWidget = nullptr;
    bool m_isWritten = false; // the form was sent off
};

} // namespace Chartline::Ui
