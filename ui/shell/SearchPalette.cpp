// SPDX-License-Identifier: Apache-2.0
#include "shell/SearchPalette.h"

#include "shell/SearchDelegate.h"
#include "theme/Layouts.h"
#include "viewmodels/ErrorText.h"
#include "viewmodels/SearchModel.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Chartline::Ui {

SearchPalette::SearchPalette(RecordService &records, const Theme &theme, QWidget *parent)
    : Overlay(parent)
    , m_model(new SearchModel(records, this))
    , m_delegate(new SearchDelegate(theme, this))
    , m_frame(new QFrame(this))
    , m_edit(new QLineEdit)
    , m_pages(new QStackedWidget)
    , m_list(new QListView)
    , m_message(makeParagraph({}, Tone::Muted))
    , m_hint(makeLabel(tr("↑ ↓ choose   ·   Enter opens   ·   Esc closes"), TextStyle::Caption, Tone::Muted))
{
    setFrameRole(m_frame, FrameStyle::Overlay);
    QVBoxLayout *layout = makeColumn(m_frame, 0, 0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(Space::l, Space::s, Space::l, Space::s);
    top->setSpacing(Space::s);
    top->addWidget(makeIconLabel(Icon::Name::Search, 20, QPalette::PlaceholderText));
    top->addWidget(m_edit, 1);
    layout->addLayout(top);
    layout->addWidget(makeLine());
    layout->addWidget(m_pages, 1);
    layout->addWidget(makeLine());
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(Space::l, Space::s, Space::l, Space::s);
    foot->addWidget(m_hint);
    layout->addLayout(foot);
    m_edit->setProperty("bare", true);
    m_edit->setPlaceholderText(tr("Search: metformin, creatinine > 1.5, \"chest pain\", kind:imaging…"));
    m_edit->setAccessibleName(tr("Search all records"));
    m_edit->setAcceptDrops(false);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setMargin(Space::xl);
    m_pages->addWidget(m_message);
    m_pages->addWidget(m_list);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps it; arrow keys are passed on
    m_list->setAccessibleName(tr("Results"));
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, m_model, &SearchModel::setText);
    connect(m_model, &SearchModel::stateChanged, this, &SearchPalette::updateState);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        accept();
    });
    updateState();
}

void SearchPalette::open(PersonId person)
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_model->setCurrentPerson(person);
    m_edit->clear();
    show();
    place();
    m_edit->setFocus();
}

void SearchPalette::dismiss()
{
    hide();
    m_edit->clear();
    m_model->clear();
    const QPointer<QWidget> before = m_before;
    m_before = nullptr;
    if (before != nullptr && before->isVisible())
        before->setFocus();
}

void SearchPalette::updateState()
{
    m_delegate->setWords(m_model->words());
    const bool any = m_model->rowCount() > 0;
    m_pages->setCurrentIndex(any ? 1 : 0);
    switch (m_model->state()) {
    case SearchModel::State::Idle:
        m_message->setText(
            tr("Finds words in names, results, notes, documents and codes of every record in the vault."));
        break;
    case SearchModel::State::Searching:
        if (!any)
            m_message->setText(tr("Searching…"));
        break;
    case SearchModel::State::Failed: m_message->setText(errorText(m_model->error())); break;
    case SearchModel::State::Done:
        if (!any)
            m_message->setText(tr("Nothing found. Every word must match the beginning of a word in the record."));
        break;
    }
    m_edit->setAccessibleDescription(any ? QString() : m_message->text());
    if (any && !m_list->currentIndex().isValid())
        step(1);
    place();
}

void SearchPalette::step(int direction)
{
    const int rows = m_model->rowCount();
    int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : (direction > 0 ? -1 : rows);
    for (int tried = 0; tried < rows; ++tried) {
        row = (row + direction + rows) % rows;
        if (!m_model->isChoice(row))
            continue;
        m_list->setCurrentIndex(m_model->index(row));
        // The heading above the first choice of a group comes into view with it.
        m_list->scrollTo(m_model->index(std::max(0, row - 1)));
        m_list->scrollTo(m_model->index(row));
        return;
    }
}

void SearchPalette::accept()
{
    const int row = m_list->currentIndex().row();
    const PersonId person = m_model->personAt(row);
    const FactId fact = m_model->factAt(row);
    if (person.isNull())
        return;
    dismiss();
    Q_EMIT chosen(person, fact);
}

bool SearchPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return Overlay::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
    case Qt::Key_Tab: step(1); return true;
    case Qt::Key_Up:
    case Qt::Key_Backtab: step(-1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: accept(); return true;
    case Qt::Key_Escape: dismiss(); return true;
    default: return false;
    }
}

void SearchPalette::mousePressEvent(QMouseEvent *event)
{
    if (!m_frame->geometry().contains(event->pos()))
        dismiss();
}

void SearchPalette::resizeEvent(QResizeEvent *event)
{
    Overlay::resizeEvent(event);
    place();
}

void SearchPalette::place()
{
    const int width = std::min(760, this->width() - 2 * Space::xl);
    const bool any = m_model->rowCount() > 0;
    const int height = std::min(any ? 560 : 210, this->height() - 2 * Space::xl);
    m_frame->setGeometry((this->width() - width) / 2, std::min(72, this->height() / 12), width, height);
}

} // namespace Chartline::Ui
