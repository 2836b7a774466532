// SPDX-License-Identifier: Apache-2.0
#include "medications/CheckDrugPanel.h"

#include "medications/AlertCard.h"
#include "medications/UncheckedCard.h"
#include "theme/Layouts.h"
#include "theme/Notice.h"
#include "viewmodels/AlertSummary.h"
#include "viewmodels/AlertText.h"
#include "viewmodels/ErrorText.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStringListModel>

namespace Chartline::Ui {

using namespace Safety;

CheckDrugPanel::CheckDrugPanel(PersonSafety &safety, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_safety(safety)
    , m_theme(theme)
    , m_edit(new QLineEdit(this))
    , m_check(makeButton(tr("Check"), ButtonStyle::Primary, this))
    , m_names(new QStringListModel(this))
    , m_completer(new QCompleter(m_names, this))
    , m_scroll(new QScrollArea(this))
{
    setBackground(this, QLatin1StringView("surfaceAlt"));
    setAccessibleName(tr("Check a drug before prescribing"));
    QVBoxLayout *layout = makeColumn(this, 0, 0);
    buildTop(layout);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    layout->addWidget(m_scroll, 1);
    // The names come from the knowledge base as they are needed; nothing is left to filter.
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_edit->setCompleter(m_completer);
    connect(m_edit, &QLineEdit::textEdited, this, &CheckDrugPanel::typed);
    connect(m_edit, &QLineEdit::returnPressed, this, &CheckDrugPanel::check);
    // After the field has taken the name over.
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &CheckDrugPanel::check,
            Qt::QueuedConnection);
    connect(m_check, &QAbstractButton::clicked, this, &CheckDrugPanel::check);
    connect(&m_safety, &PersonSafety::changed, this, [this] {
        if (m_safety.person() != m_person)
            clear();
    });
    clear();
}

void CheckDrugPanel::buildTop(QVBoxLayout *layout)
{
    auto *top = new QHBoxLayout;
    top->setContentsMargins(Space::l, Space::s, Space::xs, 0);
    QLabel *title = makeLabel(tr("Check a drug before prescribing"), TextStyle::BodyStrong, Tone::Normal, this);
    title->setWordWrap(true);
    top->addWidget(title, 1);
    QPushButton *close = makeButton({}, Icon::Name::Close, ButtonStyle::Flat, this);
    close->setAccessibleName(tr("Close the check"));
    close->setToolTip(close->accessibleName());
    connect(close, &QAbstractButton::clicked, this, &CheckDrugPanel::closeRequested);
    top->addWidget(close);
    layout->addLayout(top);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Space::m, Space::xs, Space::m, Space::s);
    row->setSpacing(Space::s);
    m_edit->setPlaceholderText(tr("Drug, brand or RxNorm code"));
    m_edit->setAccessibleName(tr("Drug to check"));
    m_edit->setMaxLength(200);
    m_edit->setClearButtonEnabled(true);
    row->addWidget(m_edit, 1);
    row->addWidget(m_check);
    layout->addLayout(row);
}

void CheckDrugPanel::begin()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void CheckDrugPanel::clear()
{
    ++m_request;
    m_person = m_safety.person();
    m_edit->clear();
    m_names->setStringList({});
    m_completer->popup()->hide();
    setState(State::Idle);
}

void CheckDrugPanel::typed(const QString &text)
{
    // What was answered for another drug may not stand beside this one.
    ++m_request;
    constexpr qsizetype least = 2;
    m_names->setStringList(text.trimmed().size() < least ? QStringList()
                                                         : m_safety.calls().completions(text.trimmed()));
    setState(text.trimmed().isEmpty() ? State::Idle : State::Typing);
}

void CheckDrugPanel::check()
{
    const QString name = m_edit->text().simplified();
    if (name.isEmpty() || m_safety.person().isNull())
        return;
    const quint64 request = ++m_request;
    m_completer->popup()->hide();
    setState(State::Checking);
    m_safety.calls()
        .tryDrug(m_safety.person(), name)
        .then(this, [this, request](const Result<ProspectiveCheck> &answer) {
            if (request != m_request)
                return;
            if (!answer) {
                setState(State::Failed);
                addNotice(Tone::Danger, tr("Nothing was checked. %1").arg(ErrorText::text(answer.error())));
                m_column->addStretch();
            } else if (answer->ingredients.isEmpty() || !answer->review) {
                showNotKnown(*answer);
            } else {
                showAnswer(*answer);
            }
        });
}

void CheckDrugPanel::restart()
{
    m_content = new QWidget;
    setBackground(m_content, QLatin1StringView("surfaceAlt"));
    m_column = makeColumn(m_content, Space::m, 10);
    m_column->setContentsMargins(Space::m, Space::xs, Space::m, Space::m);
    m_scroll->setWidget(m_content); // deletes the one before
}

void CheckDrugPanel::setState(State state)
{
    m_state = state;
    restart();
    m_check->setEnabled(state != State::Idle && state != State::Checking);
    switch (state) {
    case State::Idle:
        m_column->addWidget(makeParagraph(
            tr("Type a drug to see what it would do in this patient: with the drugs taken now, allergies, conditions "
               "and laboratory values. Nothing is written to the record."),
            Tone::Muted, m_content));
        break;
    case State::Typing:
        m_column->addWidget(makeParagraph(tr("Press Enter to check it."), Tone::Muted, m_content));
        break;
    case State::Checking:
        m_column->addWidget(
            makeParagraph(tr("Checking “%1”…").arg(m_edit->text().simplified()), Tone::Muted, m_content));
        break;
    default: return;
    }
    m_column->addStretch();
}

void CheckDrugPanel::addNotice(Tone tone, const QString &words)
{
    if (words.isEmpty())
        return;
    auto *box = new Notice(m_content);
    m_column->addWidget(box);
    box->tell(tone, words);
}

void CheckDrugPanel::showNotKnown(const ProspectiveCheck &check)
{
    setState(State::NotKnown);
    if (check.review && check.review->knowledge == SafetyReview::Knowledge::Failed) {
        addNotice(Tone::Danger, AlertSummary::knowledgeWarning(*check.review));
    } else {
        addNotice(Tone::Warning, tr("“%1” is not known: nothing was checked.").arg(check.typed));
        m_column->addWidget(makeParagraph(
            tr("Try the name of the ingredient, another spelling, or one drug at a time."), Tone::Muted, m_content));
    }
    m_column->addStretch();
}

void CheckDrugPanel::showAnswer(const ProspectiveCheck &check)
{
    setState(State::Answered);
    const QString names = QLocale().createSeparatedList(check.ingredients);
    QLabel *title =
        makeLabel(tr("What %1 would do in this patient").arg(names), TextStyle::Heading, Tone::Normal, m_content);
    title->setWordWrap(true);
    title->setMinimumWidth(10);
    m_column->addWidget(title);
    if (!check.isSure)
        addNotice(Tone::Warning, check.unread.isEmpty() ? tr("Understood as %1, not with certainty.").arg(names)
                                                        : tr("Understood as %1. Not understood, and not checked: %2.")
                                                              .arg(names, QLocale().createSeparatedList(check.unread)));
    addNotice(Tone::Warning, AlertSummary::knowledgeWarning(*check.review));
    QLabel *summary = makeParagraph(AlertSummary::prospective(check.alerts, *check.review), Tone::Normal, m_content);
    setTextStyle(summary, TextStyle::BodyStrong);
    m_column->addWidget(summary);
    addNotice(Tone::Warning, AlertSummary::allergyWarning(*check.review));
    showCards(check);
    m_column->addStretch();
    setAccessibleDescription(summary->text());
}

void CheckDrugPanel::showCards(const ProspectiveCheck &check)
{
    const auto addCard = [this, review = check.review](const SafetyAlert &alert, AlertCard::Form form) {
        auto *card = new AlertCard(m_theme, alert, form, {}, m_content);
        connect(card, &AlertCard::drugChosen, this,
                [this, card, review](qsizetype drug) { openDrug(*review, card->alert().drugs.value(drug)); });
        connect(card, &AlertCard::factChosen, this, [this](qint64 fact) { Q_EMIT factChosen(FactId{fact}); });
        m_column->addWidget(card);
    };
    for (const SafetyAlert &alert : check.alerts) {
        if (alert.tier >= Tier::Prominent)
            addCard(alert, AlertCard::Form::Prospective);
    }
    for (const QList<NotChecked> &entries : UncheckedCard::grouped(check.review->notChecked)) {
        auto *card = new UncheckedCard(m_theme, entries, m_content);
        connect(card, &UncheckedCard::factChosen, this, [this](qint64 fact) { Q_EMIT factChosen(FactId{fact}); });
        m_column->addWidget(card);
    }
    for (const SafetyAlert &alert : check.alerts) {
        if (alert.tier < Tier::Prominent)
            addCard(alert, AlertCard::Form::Compact);
    }
}

// The drug that is tried has no entry to open.
void CheckDrugPanel::openDrug(const SafetyReview &review, const AlertDrug &drug)
{
    if (drug.course < 0 || drug.course >= review.courses.size())
        return;
    const DrugCourse &course = review.courses[drug.course];
    const QList<qint64> &facts = course.certainFacts.isEmpty() ? course.facts : course.certainFacts;
    if (!facts.isEmpty() && facts.first() > 0)
        Q_EMIT factChosen(FactId{facts.first()});
}

void CheckDrugPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QFrame::keyPressEvent(event);
}

} // namespace Chartline::Ui
