// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "medications/AlertCard.h"
#include "medications/PersonSafety.h"

#include <QSet>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace Chartline::Ui {

// The alerts of the person on screen, the loudest first: what to act on, what could not be checked, what to know; and
// folded, what has been acknowledged and what is minor. Its first line, which says how much was checked, never goes
// away; the cards below it can be folded.
class SafetyPane : public QFrame
{
    Q_OBJECT

public:
    SafetyPane(PersonSafety &safety, const Theme &theme, QWidget *parent = nullptr);

    void setCollapsed(bool collapsed);
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }
    // The first card gets the keyboard.
    void focusCards();
    [[nodiscard]] QList<AlertCard *> cards() const;
    [[nodiscard]] QString headerText() const;

Q_SIGNALS:
    void factChosen(Chartline::FactId fact);
    // Facts of the drugs of the card that is selected; empty: none is.
    void marked(const QList<Chartline::FactId> &facts, Chartline::Safety::Tier tier);
    void collapsedChanged(bool collapsed);

private:
    void refresh();
    void restart();
    void showFold();
    void showReview(const Safety::SafetyReview &review);
    void showWarnings(const Safety::SafetyReview &review);
    void addAlerts(const Safety::SafetyReview &review, bool acting);
    void addFolded(const Safety::SafetyReview &review);
    AlertCard *addCard(const Safety::SafetyAlert &alert, AlertCard::Form form, QVBoxLayout *into);
    [[nodiscard]] QVBoxLayout *addFold(const QString &folded, const QString &unfolded, bool &open);
    void select(const AlertCard *card);
    [[nodiscard]] QList<FactId> factsOf(const Safety::AlertDrug &drug) const;
    [[nodiscard]] bool isFormOpen() const;
    void connectCard(AlertCard *card);
    void writingFailed(const QString &alert, const Error &error);

    PersonSafety &m_safety;
    const Theme &m_theme;
    QLabel *m_header;
    QPushButton *m_fold;
    QScrollArea *m_scroll;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_column = nullptr;
    SafetyReviewPtr m_shown;
    PersonId m_person;
    QString m_selected; // id of an alert
    QSet<QString> m_unfolded; // ids of alerts whose reasons are shown
    bool m_collapsed = false;
    bool m_showAcknowledged = false;
    bool m_showMinor = false;
};

} // namespace Chartline::Ui
