// SPDX-License-Identifier: Apache-2.0
#include "medications/SafetyPane.h"

#include "medications/TierMark.h"
#include "medications/UncheckedCard.h"
#include "theme/Layouts.h"
#include "theme/Notice.h"
#include "viewmodels/AlertSummary.h"
#include "viewmodels/ErrorText.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace Chartline::Ui {

using namespace Safety;
using namespace Qt::StringLiterals;

SafetyPane::SafetyPane(PersonSafety &safety, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_safety(safety)
    , m_theme(theme)
    , m_header(makeLabel({}, TextStyle::BodyStrong, Tone::Normal, this))
    , m_fold(makeButton({}, Icon::Name::ChevronUp, ButtonStyle::Flat, this))
    , m_scroll(new QScrollArea(this))
{
    setBackground(this, QLatin1StringView("surfaceAlt"));
    setAccessibleName(tr("Medication safety"));
    auto *top = new QHBoxLayout;
    top->setContentsMargins(Space::l, Space::s, Space::xs, Space::s);
    top->setSpacing(Space::xs);
    m_header->setWordWrap(true);
    m_header->setMinimumWidth(10);
    top->addWidget(m_header, 1);
    top->addWidget(m_fold, 0, Qt::AlignTop);
    QVBoxLayout *layout = makeColumn(this, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_scroll, 1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    connect(m_fold, &QAbstractButton::clicked, this, [this] { setCollapsed(!m_collapsed); });
    connect(&m_safety, &PersonSafety::changed, this, &SafetyPane::refresh);
    connect(&m_safety, &PersonSafety::writingFailed, this, &SafetyPane::writingFailed);
    restart();
    showFold();
    refresh();
}

void SafetyPane::setCollapsed(bool collapsed)
{
    if (m_collapsed == collapsed)
        return;
    m_collapsed = collapsed;
    showFold();
    Q_EMIT collapsedChanged(collapsed);
}

void SafetyPane::showFold()
{
    m_scroll->setVisible(!m_collapsed);
    m_fold->setIcon(
        Icon::make(m_collapsed ? Icon::Name::ChevronDown : Icon::Name::ChevronUp, QPalette::PlaceholderText));
    m_fold->setAccessibleName(m_collapsed ? tr("Show the safety cards") : tr("Fold the safety cards"));
    m_fold->setToolTip(m_fold->accessibleName());
    setMaximumHeight(m_collapsed ? std::max(48, sizeHint().height()) : QWIDGETSIZE_MAX);
}

QString SafetyPane::headerText() const
{
    return m_header->text();
}

QList<AlertCard *> SafetyPane::cards() const
{
    return m_content->findChildren<AlertCard *>();
}

void SafetyPane::focusCards()
{
    setCollapsed(false);
    for (AlertCard *card : cards()) {
        if (card->isVisible()) {
            card->setFocus(Qt::OtherFocusReason);
            m_scroll->ensureWidgetVisible(card);
            return;
        }
    }
}

bool SafetyPane::isFormOpen() const
{
    return std::ranges::any_of(cards(), &AlertCard::isFormOpen);
}

void SafetyPane::refresh()
{
    if (m_person != m_safety.person()) {
        m_person = m_safety.person();
        m_selected.clear();
        m_unfolded.clear();
        m_showAcknowledged = m_showMinor = false;
    }
    switch (m_safety.state()) {
    case PersonSafety::State::None:
        m_shown.reset();
        m_header->clear();
        restart();
        return;
    case PersonSafety::State::Loading:
        if (m_safety.review())
            return; // what is shown stays until the answer is there
        m_shown.reset();
        m_header->setText(tr("Checking drugs…"));
        restart();
        return;
    case PersonSafety::State::Failed: {
        m_shown.reset();
        m_header->setText(tr("Nothing was checked"));
        restart();
        auto *box = new Notice(m_content);
        m_column->addWidget(box);
        box->tell(Tone::Danger, ErrorText::text(m_safety.error()));
        QPushButton *again = makeButton(tr("Try again"), ButtonStyle::Normal, m_content);
        connect(again, &QAbstractButton::clicked, &m_safety, &PersonSafety::reload);
        m_column->addWidget(again, 0, Qt::AlignLeft);
        m_column->addStretch();
        return;
    }
    case PersonSafety::State::Ready: break;
    }
    m_header->setText(AlertSummary::header(*m_safety.review()));
    // A form that somebody is filling in stays until it is sent or closed.
    if (m_shown == m_safety.review() || isFormOpen())
        return;
    m_shown = m_safety.review();
    const bool hadFocus = m_content->isAncestorOf(focusWidget()) && window()->focusWidget() == focusWidget();
    const int at = m_scroll->verticalScrollBar()->value();
    restart();
    showReview(*m_shown);
    m_scroll->verticalScrollBar()->setValue(at);
    if (hadFocus)
        focusCards();
}

void SafetyPane::restart()
{
    m_content = new QWidget;
    setBackground(m_content, QLatin1StringView("surfaceAlt"));
    m_column = makeColumn(m_content, Space::m, 10);
    m_column->setContentsMargins(Space::m, 2, Space::m, Space::m);
    m_scroll->setWidget(m_content); // deletes the one before
    Q_EMIT marked({}, Tier::None);
}

void SafetyPane::showReview(const SafetyReview &review)
{
    showWarnings(review);
    if (review.checkedCourses == 0 && review.notChecked.isEmpty()
        && review.knowledge != SafetyReview::Knowledge::Failed)
        m_column->addWidget(
            makeParagraph(tr("None of the sources says that a drug is taken now. This is not the same as taking none."),
                          Tone::Muted, m_content));
    addAlerts(review, true);
    for (const QList<NotChecked> &entries : UncheckedCard::grouped(review.notChecked)) {
        auto *card = new UncheckedCard(m_theme, entries, m_content);
        connect(card, &UncheckedCard::factChosen, this, [this](qint64 fact) { Q_EMIT factChosen(FactId{fact}); });
        m_column->addWidget(card);
    }
    addAlerts(review, false);
    addFolded(review);
    m_column->addStretch();
    for (const AlertCard *card : cards()) {
        if (card->alert().id == m_selected)
            select(card);
    }
}

void SafetyPane::showWarnings(const SafetyReview &review)
{
    const auto warn = [this](Tone tone, const QString &words) {
        if (words.isEmpty())
            return;
        auto *box = new Notice(m_content);
        m_column->addWidget(box);
        box->tell(tone, words);
    };
    warn(review.knowledge == SafetyReview::Knowledge::Failed ? Tone::Danger : Tone::Warning,
         AlertSummary::knowledgeWarning(review));
    warn(Tone::Warning, AlertSummary::allergyWarning(review));
}

void SafetyPane::addAlerts(const SafetyReview &review, bool acting)
{
    for (const SafetyAlert &alert : review.alerts) {
        if (alert.isVisible() && (alert.tier >= Tier::Prominent) == acting)
            addCard(alert, acting ? AlertCard::Form::Full : AlertCard::Form::Compact, m_column);
    }
}

void SafetyPane::addFolded(const SafetyReview &review)
{
    QList<SafetyAlert> acknowledged;
    QList<SafetyAlert> minor;
    for (const SafetyAlert &alert : review.alerts) {
        if (alert.isAcknowledged())
            acknowledged.append(alert);
        else if (!alert.isVisible())
            minor.append(alert);
    }
    if (!acknowledged.isEmpty()) {
        QVBoxLayout *into = addFold(tr("Acknowledged (%1)").arg(acknowledged.size()),
                                    tr("Acknowledged (%1)").arg(acknowledged.size()), m_showAcknowledged);
        for (const SafetyAlert &alert : std::as_const(acknowledged))
            addCard(alert, AlertCard::Form::Acknowledged, into);
    }
    if (!minor.isEmpty()) {
        QVBoxLayout *into =
            addFold(tr("Show minor (%1)").arg(minor.size()), tr("Hide minor (%1)").arg(minor.size()), m_showMinor);
        for (const SafetyAlert &alert : std::as_const(minor))
            addCard(alert, AlertCard::Form::Compact, into);
    }
}

// `open` is a member: what was unfolded stays so when the cards are made anew.
QVBoxLayout *SafetyPane::addFold(const QString &folded, const QString &unfolded, bool &open)
{
    QPushButton *button = makeButton(folded, Icon::Name::ChevronRight, ButtonStyle::Link, m_content);
    button->setCheckable(true);
    m_column->addWidget(button, 0, Qt::AlignLeft);
    auto *group = new QWidget(m_content);
    QVBoxLayout *layout = makeColumn(group, 0, 10);
    m_column->addWidget(group);
    const auto show = [button, group, folded, unfolded, &open](bool shown) {
        open = shown;
        button->setText(shown ? unfolded : folded);
        group->setVisible(shown);
        button->setIcon(
            Icon::make(shown ? Icon::Name::ChevronDown : Icon::Name::ChevronRight, QPalette::PlaceholderText));
    };
    connect(button, &QAbstractButton::toggled, this, show);
    button->setChecked(open);
    show(open);
    return layout;
}

AlertCard *SafetyPane::addCard(const SafetyAlert &alert, AlertCard::Form form, QVBoxLayout *into)
{
    const SafetyCalls &calls = m_safety.calls();
    auto *card = new AlertCard(m_theme, alert, form, {calls.reasons, calls.author}, m_content);
    into->addWidget(card);
    card->setSelected(alert.id == m_selected);
    card->unfoldWhy(m_unfolded.contains(alert.id));
    connectCard(card);
    return card;
}

void SafetyPane::connectCard(AlertCard *card)
{
    const QString id = card->alert().id;
    connect(card, &AlertCard::selected, this, [this, card] { select(card); });
    connect(card, &AlertCard::drugChosen, this, [this, card](qsizetype drug) {
        if (const QList<FactId> facts = factsOf(card->alert().drugs.value(drug)); !facts.isEmpty())
            Q_EMIT factChosen(facts.first());
    });
    connect(card, &AlertCard::factChosen, this, [this](qint64 fact) { Q_EMIT factChosen(FactId{fact}); });
    connect(card, &AlertCard::whyShown, this, [this, id](bool shown) {
        if (shown)
            m_unfolded.insert(id);
        else
            m_unfolded.remove(id);
    });
    connect(card, &AlertCard::acknowledged, this, [this, card](const QString &reason, const QString &comment) {
        m_safety.acknowledge(card->alert(), reason, comment);
    });
    connect(card, &AlertCard::withdrawn, this, [this, id] { m_safety.withdraw(id); });
    // What was held back while the form was open is shown now; not from within the card itself.
    connect(card, &AlertCard::formClosed, this, &SafetyPane::refresh, Qt::QueuedConnection);
}

// What the drug's course rests on now; where nothing does, all of it.
QList<FactId> SafetyPane::factsOf(const AlertDrug &drug) const
{
    QList<FactId> facts;
    if (!m_shown || drug.course < 0 || drug.course >= m_shown->courses.size())
        return facts;
    const DrugCourse &course = m_shown->courses[drug.course];
    for (const qint64 fact : course.certainFacts.isEmpty() ? course.facts : course.certainFacts)
        facts.append(FactId{fact});
    return facts;
}

void SafetyPane::select(const AlertCard *card)
{
    m_selected = card->alert().id;
    for (AlertCard *other : cards())
        other->setSelected(other == card);
    QList<FactId> facts;
    for (const AlertDrug &drug : card->alert().drugs)
        facts += factsOf(drug);
    Q_EMIT marked(facts, card->alert().tier);
}

void SafetyPane::writingFailed(const QString &alert, const Error &error)
{
    for (AlertCard *card : cards()) {
        if (card->alert().id == alert)
            card->setAcknowledgeError(ErrorText::text(error));
    }
}

} // namespace Chartline::Ui
