// SPDX-License-Identifier: Apache-2.0
#include "medications/MedicationsPage.h"

#include "medications/CheckDrugPanel.h"
#include "medications/CourseDelegate.h"
#include "medications/CourseHeader.h"
#include "services/RecordService.h"
#include "theme/Layouts.h"
#include "theme/Notice.h"
#include "timeline/DetailPane.h"
#include "timeline/StatePane.h"
#include "viewmodels/AlertSummary.h"
#include "viewmodels/ErrorText.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace Chartline::Ui {

using namespace Safety;

MedicationsPage::MedicationsPage(PersonSafety &safety, RecordService &records, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_safety(safety)
    , m_records(records)
    , m_model(new MedicationsModel(this))
    , m_notice(new Notice)
    , m_pages(new QStackedWidget)
    , m_state(new StatePane)
    , m_side(new QStackedWidget)
    , m_check(new CheckDrugPanel(safety, theme))
    , m_details(new DetailPane(theme))
    , m_layOut(new QTimer(this))
{
    setBackground(this, QLatin1StringView("window"));
    auto *main = new QWidget;
    QVBoxLayout *column = makeColumn(main, Space::l, Space::m);
    column->addWidget(makeHeader());
    column->addWidget(m_notice);
    m_pages->addWidget(m_state);
    m_pages->addWidget(makeTable(theme));
    column->addWidget(m_pages, 1);
    m_side->addWidget(m_check);
    m_side->addWidget(m_details);
    m_side->setMinimumWidth(300);
    m_side->hide();
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(main);
    splitter->addWidget(m_side);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({900, 360});
    QVBoxLayout *layout = makeColumn(this, 0, 0);
    layout->addWidget(splitter);
    m_layOut->setSingleShot(true);
    connect(m_layOut, &QTimer::timeout, this, &MedicationsPage::layOutRows);
    connect(m_check, &CheckDrugPanel::closeRequested, this, &MedicationsPage::closeSide);
    connect(m_check, &CheckDrugPanel::factChosen, this, &MedicationsPage::factChosen);
    connect(m_details, &DetailPane::closeRequested, this, &MedicationsPage::closeSide);
    connect(m_details, &DetailPane::sourceRequested, this, &MedicationsPage::sourceRequested);
    connect(&m_safety, &PersonSafety::changed, this, &MedicationsPage::refresh);
    refresh();
}

QWidget *MedicationsPage::makeHeader()
{
    auto *header = new QWidget;
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::m);
    row->addWidget(makeLabel(tr("Medications"), TextStyle::Title));
    m_summary = makeParagraph({}, Tone::Normal);
    setTextStyle(m_summary, TextStyle::BodyStrong);
    row->addWidget(m_summary, 3);
    m_filter = new QLineEdit;
    m_filter->setPlaceholderText(tr("Filter: drug, source, word"));
    m_filter->setAccessibleName(tr("Filter the medications"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(180);
    m_filter->addAction(Icon::make(Icon::Name::Filter, QPalette::PlaceholderText), QLineEdit::LeadingPosition);
    row->addWidget(m_filter, 1);
    m_checkButton = makeButton(tr("Check a drug…"), Icon::Name::Shield, ButtonStyle::Primary);
    row->addWidget(m_checkButton);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setFilter(text);
        showReview();
    });
    connect(m_checkButton, &QAbstractButton::clicked, this, &MedicationsPage::checkDrug);
    return header;
}

QWidget *MedicationsPage::makeTable(const Theme &theme)
{
    auto *card = new QFrame;
    setFrameRole(card, FrameStyle::Card);
    QVBoxLayout *layout = makeColumn(card, 1, 0);
    layout->setContentsMargins(1, Space::xs, 1, Space::xs);
    m_table = new QTableView;
    layout->addWidget(m_table);
    auto *header = new CourseHeader(theme, m_axis, m_table);
    m_table->setHorizontalHeader(header);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CourseDelegate(theme, *m_model, m_axis, this));
    m_table->setAccessibleName(tr("Medications"));
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setTabKeyNavigation(false);
    m_table->setMouseTracking(true);
    m_table->verticalHeader()->hide();
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    header->setMinimumSectionSize(80);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    connect(header, &QHeaderView::sectionResized, m_layOut, [this] { m_layOut->start(0); });
    connect(m_model, &QAbstractItemModel::modelReset, m_layOut, [this] { m_layOut->start(0); });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) { openCourse(index.row()); });
    return card;
}

// The bars get what the words leave.
void MedicationsPage::layOutColumns()
{
    const int width = m_table->viewport()->width();
    const bool isWide = width >= 1100;
    const std::pair<int, int> widths[] = {{MedicationsModel::Drug, isWide ? 225 : 165},
                                          {MedicationsModel::Dose, isWide ? 155 : 115},
                                          {MedicationsModel::Period, width >= 1500 ? 195
                                                                     : isWide      ? 150
                                                                                   : 136},
                                          {MedicationsModel::Fills, isWide ? 115 : 92},
                                          {MedicationsModel::Sources, isWide ? std::max(270, width / 5) : 205}};
    int rest = width;
    for (const auto &[section, size] : widths) {
        m_table->setColumnWidth(section, size);
        rest -= size;
    }
    m_table->setColumnWidth(MedicationsModel::Bars, std::max(rest, 120));
}

// Rows are as high as their words at the columns' present widths; headings of groups go right across.
void MedicationsPage::layOutRows()
{
    m_table->clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->isHeading(row))
            m_table->setSpan(row, 0, 1, MedicationsModel::columns);
    }
    m_table->resizeRowsToContents();
}

void MedicationsPage::setRecord(const PersonRecordPtr &record)
{
    const FactId shown = m_details->shownFact();
    m_record = record;
    m_sources = record ? FactSources(record->sources) : FactSources();
    m_details->setSources(m_sources);
    if (!record)
        return;
    for (const Fact &fact : record->facts) {
        if (fact.id == shown && m_side->isVisible())
            loadDetail(fact);
    }
}

void MedicationsPage::clear()
{
    ++m_request;
    m_record.reset();
    m_sources = FactSources();
    m_details->setSources(m_sources);
    m_details->clear();
    m_check->clear();
    m_filter->clear();
    m_model->setReview(nullptr);
    m_side->hide();
}

void MedicationsPage::checkDrug()
{
    m_side->setCurrentWidget(m_check);
    m_side->show();
    m_check->begin();
}

void MedicationsPage::focusTable()
{
    m_table->setFocus();
}

void MedicationsPage::closeSide()
{
    ++m_request;
    m_details->clear();
    m_side->hide();
    m_table->setFocus();
}

void MedicationsPage::refresh()
{
    if (m_person != m_safety.person()) {
        m_person = m_safety.person();
        clear();
    }
    m_checkButton->setEnabled(!m_person.isNull());
    switch (m_safety.state()) {
    case PersonSafety::State::None:
        m_model->setReview(nullptr);
        m_summary->clear();
        m_notice->clear();
        m_state->tell(Icon::Name::Patients, tr("No record is open"), tr("Choose a person in the list of patients."));
        m_pages->setCurrentIndex(0);
        return;
    case PersonSafety::State::Loading:
        if (m_safety.review())
            return;
        m_summary->setText(tr("Checking drugs…"));
        m_state->tell(Icon::Name::Pill, tr("Reading the medications…"), {});
        m_pages->setCurrentIndex(0);
        return;
    case PersonSafety::State::Failed:
        m_model->setReview(nullptr);
        m_summary->setText(tr("Nothing was checked"));
        m_notice->tell(Tone::Danger, ErrorText::text(m_safety.error()));
        m_state->tell(Icon::Name::Error, tr("The medications could not be read"), {});
        m_pages->setCurrentIndex(0);
        return;
    case PersonSafety::State::Ready: break;
    }
    const SafetyReviewPtr &review = m_safety.review();
    m_model->setReview(review);
    m_axis.setRange(m_model->firstDay(), review->at);
    m_summary->setText(AlertSummary::header(*review));
    const bool hasFailed = review->knowledge == SafetyReview::Knowledge::Failed;
    const QString warning = AlertSummary::knowledgeWarning(*review);
    const QString allergies = AlertSummary::allergyWarning(*review);
    if (!warning.isEmpty())
        m_notice->tell(hasFailed ? Tone::Danger : Tone::Warning, warning);
    else if (!allergies.isEmpty())
        m_notice->tell(Tone::Warning, allergies);
    else
        m_notice->clear();
    showReview();
}

void MedicationsPage::showReview()
{
    if (!m_model->review())
        return;
    if (m_model->review()->courses.isEmpty())
        m_state->tell(Icon::Name::Pill, tr("No medications have been received"),
                      tr("None of the sources says anything about drugs. This is not the same as taking none."));
    else
        m_state->tell(Icon::Name::Filter, tr("No medication passes the filter"),
                      tr("The record has medications, but none with these words."));
    m_pages->setCurrentIndex(m_model->courseCount() > 0 ? 1 : 0);
}

// The entry that says most of the course now.
void MedicationsPage::openCourse(int row)
{
    if (!m_record || row < 0 || row >= m_model->rowCount() || m_model->isHeading(row))
        return;
    const DrugCourse &course = m_model->review()->courses[m_model->courseAt(row)];
    QList<qint64> wanted = course.certainFacts;
    wanted += course.facts;
    for (const qint64 id : std::as_const(wanted)) {
        for (const Fact &fact : m_record->facts) {
            const auto isIt = [id](const Witness &witness) { return witness.fact.value == id; };
            if (fact.id.value == id || std::ranges::any_of(fact.witnesses, isIt)) {
                m_side->setCurrentWidget(m_details);
                m_side->show();
                loadDetail(fact);
                return;
            }
        }
    }
}

void MedicationsPage::loadDetail(const Fact &fact)
{
    const quint64 request = ++m_request;
    m_details->setFact(fact);
    m_records.fact(fact.id).then(this, [this, request, id = fact.id](const Result<FactDetail> &detail) {
        if (request != m_request)
            return;
        if (detail)
            m_details->setDetail(*detail);
        else
            m_details->setError(id, ErrorText::text(detail.error()));
    });
}

bool MedicationsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openCourse(m_table->currentIndex().row());
            return true;
        }
    }
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        layOutColumns();
    return QWidget::eventFilter(watched, event);
}

void MedicationsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_side->isVisible())
        closeSide();
    else if (event->matches(QKeySequence::Find))
        m_filter->setFocus();
    else
        QWidget::keyPressEvent(event);
}

void MedicationsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_table)
        m_table->viewport()->update();
}

} // namespace Chartline::Ui
