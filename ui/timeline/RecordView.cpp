// SPDX-License-Identifier: Apache-2.0
#include "timeline/RecordView.h"

#include "medications/SafetyPane.h"
#include "theme/Layouts.h"
#include "timeline/DetailPane.h"
#include "timeline/FactListView.h"
#include "timeline/FilterBar.h"
#include "timeline/OverviewStrip.h"
#include "timeline/PersonBanner.h"
#include "timeline/StatePane.h"
#include "timeline/TimelineView.h"

#include <QKeyEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolTip>
#include <QVBoxLayout>

namespace Chartline::Ui {

RecordView::RecordView(const Theme &theme, QWidget *parent, PersonSafety *safety)
    : QWidget(parent)
    , m_theme(theme)
    , m_safety(safety)
{
    build(theme);
    connectParts();
    clear();
}

void RecordView::build(const Theme &theme)
{
    m_states = new QStackedWidget(this);
    m_state = new StatePane;
    m_page = new QWidget;
    m_banner = new PersonBanner(theme);
    m_filters = new FilterBar(theme);
    m_timeline = new TimelineView(theme);
    m_overview = new OverviewStrip(theme, m_timeline->headerWidth());
    m_list = new FactListView(theme);
    buildSide(theme);
    m_nothing = new StatePane;
    m_lanes = new QWidget;
    QVBoxLayout *lanes = makeColumn(m_lanes, 0, 0);
    lanes->addWidget(m_timeline, 1);
    lanes->addWidget(m_overview);
    m_views = new QStackedWidget;
    m_views->addWidget(m_lanes);
    m_views->addWidget(m_list);
    m_views->addWidget(m_nothing);
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_views);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_views->setMinimumWidth(420);
    m_side->setMinimumWidth(m_cards ? 300 : 280);
    m_side->setMaximumWidth(520);
    m_splitter->setSizes({900, m_cards ? 350 : 330});
    QVBoxLayout *page = makeColumn(m_page, 0, 0);
    page->addWidget(m_banner);
    page->addWidget(makeLine(m_page));
    page->addWidget(m_filters);
    page->addWidget(makeLine(m_page));
    page->addWidget(m_splitter, 1);
    m_states->addWidget(m_state);
    m_states->addWidget(m_page);
    QVBoxLayout *layout = makeColumn(this, 0, 0);
    layout->addWidget(m_states);
}

void RecordView::connectParts()
{
    connect(m_banner, &PersonBanner::factChosen, this, [this](int fact) { selectFact(fact, false); });
    connect(m_filters, &FilterBar::filterChanged, this, [this] { applyFilter(true); });
    connect(m_filters, &FilterBar::listToggled, this, &RecordView::showState);
    connect(m_filters, &FilterBar::helpRequested, this, [this] {
        QToolTip::showText(m_filters->mapToGlobal(QPoint(m_filters->width() - 320, m_filters->height())),
                           TimelineView::helpText(), m_filters);
    });
    connect(m_timeline, &TimelineView::factSelected, this, [this](int fact) { selectFact(fact, true); });
    connect(m_timeline, &TimelineView::factActivated, this, [this](int fact) {
        selectFact(fact, true);
        m_details->setFocus();
    });
    connect(m_timeline, &TimelineView::rangeChanged, m_overview, &OverviewStrip::setWindow);
    connect(m_overview, &OverviewStrip::windowMoved, m_timeline, &TimelineView::showRange);
    connect(m_list, &FactListView::factSelected, this, [this](int fact) { selectFact(fact, false); });
    connect(m_list, &FactListView::factActivated, this, [this](int fact) { selectFact(fact, false); });
    connect(m_details, &DetailPane::sourceRequested, this, &RecordView::sourceRequested);
    connect(m_details, &DetailPane::imagesRequested, this, &RecordView::imagesRequested);
    connect(m_details, &DetailPane::closeRequested, this, [this] { showDetails(false); });
    if (m_cards) {
        connect(m_cards, &SafetyPane::factChosen, this, &RecordView::openFact);
        connect(m_cards, &SafetyPane::marked, this, &RecordView::markFacts);
        connect(m_cards, &SafetyPane::collapsedChanged, this, &RecordView::showSide);
        connect(m_safety, &PersonSafety::changed, this, &RecordView::showSafety);
        connect(m_banner, &PersonBanner::safetyChosen, m_cards, &SafetyPane::focusCards);
        showSafety();
    }
    connect(m_nothing, &StatePane::actionChosen, m_filters, &FilterBar::reset);
    connect(m_state, &StatePane::actionChosen, this, [this] {
        if (m_record)
            Q_EMIT importRequested();
        else
            Q_EMIT retryRequested();
    });
}

void RecordView::setRecord(PersonRecordPtr record, const QDateTime &now)
{
    const bool same = m_record && record && m_record->person.id == record->person.id;
    const FactId selected = same ? m_details->shownFact() : FactId();
    m_record = std::move(record);
    if (!m_record) {
        clear();
        return;
    }
    // The wall clock of today, counted as the timeline counts (TimelineScale.h).
    m_todayMs = now.toMSecsSinceEpoch() + qint64(now.offsetFromUtc()) * 1000;
    m_sources = FactSources(m_record->sources);
    m_banner->setBanner(FactBanner::of(*m_record, now.date()));
    m_timeline->select(-1, false);
    m_timeline->mark({}, {});
    m_list->setSources(m_sources);
    m_details->setSources(m_sources);
    m_details->clear();
    if (!same)
        m_filters->setRecord(*m_record, m_sources);
    m_list->facts()->setRecord(m_record);
    applyFilter(same);
    if (m_cards && !selected)
        showDetails(false);
    if (selected)
        openFact(selected);
    if (!same && isVisible())
        (m_filters->isListShown() ? static_cast<QWidget *>(m_list) : m_timeline)->setFocus();
}

void RecordView::applyFilter(bool keepView)
{
    if (!m_record)
        return;
    const FactFilter &filter = m_filters->filter();
    const int selected = m_timeline->selected();
    TimelineLanes lanes = TimelineLanes::build(m_record, filter, m_todayMs);
    m_overview->setContent(lanes.starts(), std::min(lanes.firstMs(), m_todayMs), std::max(lanes.lastMs(), m_todayMs));
    m_timeline->setLanes(std::move(lanes), m_sources, keepView);
    m_list->facts()->setFilter(filter);
    if (selected >= 0)
        m_list->select(m_record->facts[selected].id);
    FactFilter everything;
    everything.setShowWithdrawn(filter.showWithdrawn());
    const int all = filter.showWithdrawn() ? int(m_record->facts.size()) : m_record->person.facts;
    m_filters->setCount(m_list->facts()->factCount(), std::max(all, m_list->facts()->factCount()));
    showState();
}

void RecordView::showState()
{
    if (!m_record)
        return;
    if (m_record->facts.isEmpty()) {
        m_state->tell(Icon::Name::Timeline, tr("Nothing has been received about %1 yet").arg(m_record->person.name),
                      tr("The person is known, but no source has said anything about conditions, medications, results "
                         "or anything else."),
                      tr("Import files"));
        m_states->setCurrentWidget(m_state);
        return;
    }
    m_states->setCurrentWidget(m_page);
    if (m_list->facts()->factCount() == 0) {
        m_nothing->tell(Icon::Name::Filter, tr("No entry passes the filter"),
                        tr("The record has entries, but none of these kinds, sources and words."),
                        tr("Show everything"));
        m_views->setCurrentWidget(m_nothing);
        return;
    }
    m_views->setCurrentWidget(m_filters->isListShown() ? static_cast<QWidget *>(m_list) : m_lanes);
}

void RecordView::setLoading()
{
    m_record.reset();
    m_state->tell(Icon::Name::Timeline, tr("Opening the record…"), {});
    m_states->setCurrentWidget(m_state);
}

void RecordView::setError(const QString &words)
{
    m_record.reset();
    m_state->tell(Icon::Name::Error, tr("The record could not be opened"), words, tr("Try again"));
    m_states->setCurrentWidget(m_state);
}

void RecordView::setDetail(const FactDetail &detail)
{
    m_details->setDetail(detail);
}

void RecordView::setDetailError(FactId fact, const QString &words)
{
    m_details->setError(fact, words);
}

void RecordView::clear()
{
    m_record.reset();
    m_sources = FactSources();
    m_timeline->clear();
    m_overview->setContent({}, 0, 0);
    m_list->facts()->setRecord(nullptr);
    m_list->setSources(m_sources);
    m_details->setSources(m_sources);
    m_details->clear();
    m_banner->clear();
    m_filters->clear();
    m_state->tell(Icon::Name::Patients, tr("No record is open"), tr("Choose a person in the list of patients."));
    m_states->setCurrentWidget(m_state);
}

void RecordView::showTimeline()
{
    m_filters->setListShown(false);
    m_timeline->setFocus();
}

void RecordView::showList()
{
    m_filters->setListShown(true);
    m_list->setFocus();
}

void RecordView::showDetails(bool show)
{
    m_details->setVisible(show);
    showSide();
}

bool RecordView::openFact(FactId fact)
{
    if (!m_record)
        return false;
    for (int i = 0; i < int(m_record->facts.size()); ++i) {
        const Fact &candidate = m_record->facts[i];
        const bool found =
            candidate.id == fact
            || std::ranges::any_of(candidate.witnesses, [&](const Witness &witness) { return witness.fact == fact; });
        if (found) {
            selectFact(i, false);
            return true;
        }
    }
    return false;
}

void RecordView::selectFact(int fact, bool fromTimeline)
{
    if (!m_record || fact < 0 || fact >= int(m_record->facts.size()))
        return;
    const Fact &chosen = m_record->facts[fact];
    m_timeline->select(fact, !fromTimeline);
    m_list->select(chosen.id);
    showDetails(true);
    m_details->setFact(chosen);
    Q_EMIT detailRequested(chosen.id);
}

void RecordView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_details->isHidden()) {
        showDetails(false);
        return;
    }
    if (event->matches(QKeySequence::Find)) {
        m_filters->focusText();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace Chartline::Ui
