// SPDX-License-Identifier: Apache-2.0
#include "patients/PatientsPage.h"

#include "patients/PatientDelegate.h"
#include "services/RecordService.h"
#include "theme/Layouts.h"
#include "theme/Notice.h"
#include "viewmodels/ErrorText.h"
#include "viewmodels/PatientListModel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace Chartline::Ui {

PatientsPage::PatientsPage(RecordService &records, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_records(records)
    , m_theme(theme)
    , m_model(new PatientListModel(QDate::currentDate(), this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_delegate(new PatientDelegate(theme, this))
    , m_delay(new QTimer(this))
{
    setBackground(this, QLatin1StringView("window"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(PatientListModel::SortRole);
    QVBoxLayout *layout = makeColumn(this, Space::xl, Space::l);
    layout->addWidget(makeHeader());
    m_notice = new Notice;
    layout->addWidget(m_notice);
    m_pages = new QStackedWidget;
    layout->addWidget(m_pages, 1);
    m_loading = makeLabel(tr("Reading the patients…"), TextStyle::Heading, Tone::Muted);
    m_nobody = makeLabel({}, TextStyle::Heading, Tone::Muted);
    m_pages->addWidget(makeMessage(m_loading));
    m_pages->addWidget(makeTable());
    m_pages->addWidget(makeMessage(m_nobody));
    m_pages->addWidget(makeEmpty());
    auto *failed = makeButton(tr("Try again"), Icon::Name::Refresh);
    connect(failed, &QPushButton::clicked, this, &PatientsPage::reload);
    m_pages->addWidget(makeCentredPage(failed, 160));
    m_delay->setSingleShot(true);
    m_delay->setInterval(180);
    connect(m_delay, &QTimer::timeout, this, &PatientsPage::reload);
    setPage(Page::Loading);
}

QWidget *PatientsPage::makeHeader()
{
    auto *header = new QWidget;
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::m);
    row->addWidget(makeLabel(tr("Patients"), TextStyle::Title));
    m_count = makeLabel({}, TextStyle::Body, Tone::Muted);
    row->addWidget(m_count, 0, Qt::AlignBottom);
    row->addStretch(1);
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Name, birth date or identifier"));
    m_search->setAccessibleName(tr("Search patients"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(300);
    m_search->addAction(Icon::make(Icon::Name::Search, QPalette::PlaceholderText), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    row->addWidget(m_search, 1);
    auto *import = makeButton(tr("Import…"), Icon::Name::Import, ButtonStyle::Primary);
    row->addWidget(import);
    connect(import, &QPushButton::clicked, this, &PatientsPage::importFilesRequested);
    connect(m_search, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this] { choose(std::max(0, m_table->currentIndex().row())); });
    return header;
}

QWidget *PatientsPage::makeTable()
{
    auto *card = new QFrame;
    setFrameRole(card, FrameStyle::Card);
    QVBoxLayout *layout = makeColumn(card, 1, 0);
    m_table = new QTableView;
    layout->addWidget(m_table);
    layout->setContentsMargins(1, Space::xs, 1, Space::xs);
    m_table->setModel(m_sorted);
    m_table->setItemDelegate(m_delegate);
    m_table->setAccessibleName(tr("Patients"));
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(PatientDelegate::rowHeight);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(PatientListModel::Patient, QHeaderView::Stretch);
    header->setStretchLastSection(false);
    const std::pair<int, int> widths[] = {{PatientListModel::Sex, 90},   {PatientListModel::Born, 120},
                                          {PatientListModel::Age, 110},  {PatientListModel::Sources, 190},
                                          {PatientListModel::Facts, 90}, {PatientListModel::Latest, 150}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, width);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(PatientListModel::Patient, Qt::AscendingOrder);
    m_table->setMouseTracking(true);
    m_table->viewport()->installEventFilter(this);
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::entered, this, [this](const QModelIndex &index) {
        m_delegate->setHoveredRow(index.row());
        m_table->viewport()->update();
    });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    return card;
}

QWidget *PatientsPage::makeEmpty()
{
    auto *frame = new QFrame;
    setFrameRole(frame, FrameStyle::Hint);
    QVBoxLayout *layout = makeColumn(frame, 48, Space::m);
    layout->addWidget(makeIconLabel(Icon::Name::Import, 56, QPalette::Accent), 0, Qt::AlignHCenter);
    m_emptyTitle = makeLabel({}, TextStyle::Title);
    layout->addWidget(m_emptyTitle, 0, Qt::AlignHCenter);
    m_emptyText = makeParagraph({}, Tone::Muted);
    m_emptyText->setAlignment(Qt::AlignHCenter);
    layout->addWidget(m_emptyText);
    layout->addSpacing(Space::s);
    m_emptyChoices = new QWidget;
    auto *column = makeColumn(m_emptyChoices, 0, Space::m);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::s);
    auto *files = makeButton(tr("Import files…"), Icon::Name::Import, ButtonStyle::Primary);
    auto *folder = makeButton(tr("Import a folder…"), Icon::Name::Folder);
    auto *demo = makeButton(tr("or load the demonstration patients"), ButtonStyle::Link);
    row->addStretch();
    row->addWidget(files);
    row->addWidget(folder);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(demo, 0, Qt::AlignHCenter);
    layout->addWidget(m_emptyChoices);
    connect(files, &QPushButton::clicked, this, &PatientsPage::importFilesRequested);
    connect(folder, &QPushButton::clicked, this, &PatientsPage::importFolderRequested);
    connect(demo, &QPushButton::clicked, this, &PatientsPage::demonstrationRequested);
    setImporting(false);
    return makeCentredPage(frame, 620);
}

QWidget *PatientsPage::makeMessage(QLabel *label)
{
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return makeCentredPage(label, 520);
}

void PatientsPage::setImporting(bool importing)
{
    m_emptyTitle->setText(importing ? tr("Importing…") : tr("No patients yet"));
    m_emptyText->setText(importing ? tr("Patients appear here as soon as their records are stored.")
                                   : tr("Drop FHIR files, folders or ZIP archives anywhere on this window."));
    m_emptyChoices->setVisible(!importing);
}

void PatientsPage::setPage(Page page)
{
    m_pages->setCurrentIndex(int(page));
}

void PatientsPage::reload()
{
    const quint64 question = ++m_question;
    m_records.persons(m_search->text().trimmed())
        .then(this, [this, question](const Result<QList<PersonSummary>> &persons) {
            if (question != m_question)
                return;
            if (persons) {
                received(question, *persons);
            } else if (persons.error().code != ErrorCode::VaultLocked) {
                m_notice->tell(Tone::Danger, errorText(persons.error()));
                setPage(Page::Failed);
            }
        });
}

void PatientsPage::received(quint64, const QList<PersonSummary> &persons)
{
    m_notice->clear();
    const PersonId selected = m_model->personAt(m_sorted->mapToSource(m_table->currentIndex()).row());
    m_model->setPersons(persons);
    m_count->setText(persons.isEmpty() ? QString() : tr("%Ln patient(s)", nullptr, int(persons.size())));
    if (persons.isEmpty()) {
        const QString search = m_search->text().trimmed();
        m_nobody->setText(tr("Nobody matches “%1”").arg(search));
        setPage(search.isEmpty() ? Page::Empty : Page::NobodyFound);
        return;
    }
    int row = 0;
    for (int i = 0; selected && i < m_sorted->rowCount(); ++i) {
        if (m_model->personAt(m_sorted->mapToSource(m_sorted->index(i, 0)).row()) == selected)
            row = i;
    }
    m_table->setCurrentIndex(m_sorted->index(row, 0));
    setPage(Page::List);
}

void PatientsPage::clear()
{
    ++m_question;
    m_delay->stop();
    m_search->clear();
    m_delay->stop();
    m_model->clear();
    m_count->clear();
    m_notice->clear();
    setPage(Page::Loading);
}

void PatientsPage::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void PatientsPage::choose(int proxyRow)
{
    const PersonId person = m_model->personAt(m_sorted->mapToSource(m_sorted->index(proxyRow, 0)).row());
    if (person)
        Q_EMIT personChosen(person);
}

bool PatientsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (watched == m_search && (key == Qt::Key_Down || key == Qt::Key_Up) && m_sorted->rowCount() > 0) {
            m_table->setFocus();
            return true;
        }
        if (watched == m_table && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            choose(m_table->currentIndex().row());
            return true;
        }
    } else if (event->type() == QEvent::Leave && m_table != nullptr && watched == m_table->viewport()) {
        m_delegate->setHoveredRow(-1);
        m_table->viewport()->update();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Chartline::Ui
