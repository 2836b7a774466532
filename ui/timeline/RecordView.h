// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/KnowledgeTerms.h"
#include "services/RecordService.h"
#include "theme/Theme.h"
#include "viewmodels/FactSources.h"

#include <QDateTime>
#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace Chartline::Ui {

class DetailPane;
class FactListView;
class FilterBar;
class OverviewStrip;
class PersonBanner;
class PersonSafety;
class SafetyPane;
class StatePane;
class TimelineView;

// The record of one person: banner, filters, timeline or list, details. Shows what it is given and asks for the rest by
// signals.
class RecordView : public QWidget
{
    Q_OBJECT

public:
    // `safety`: of the same person; null: no safety cards.
    explicit RecordView(const Theme &theme, QWidget *parent = nullptr, PersonSafety *safety = nullptr);

    // `now`: what today is, in the reader's zone.
    void setRecord(PersonRecordPtr record, const QDateTime &now);
    void setLoading();
    void setError(const QString &words);
    void setDetail(const FactDetail &detail);
    void setDetailError(FactId fact, const QString &words);
    // Drops everything of the person.
    void clear();

    void showTimeline();
    void showList();
    // False where the record has no such fact.
    bool openFact(FactId fact);
    [[nodiscard]] const PersonRecordPtr &record() const { return m_record; }

    [[nodiscard]] TimelineView *timeline() const { return m_timeline; }
    [[nodiscard]] FactListView *list() const { return m_list; }
    [[nodiscard]] FilterBar *filterBar() const { return m_filters; }
    [[nodiscard]] DetailPane *details() const { return m_details; }
    [[nodiscard]] OverviewStrip *overview() const { return m_overview; }
    [[nodiscard]] SafetyPane *safetyCards() const { return m_cards; } // null: none
    // Folds the safety cards to their first line, or shows them again.
    void toggleSafety();

Q_SIGNALS:
    void detailRequested(FactId fact);
    void sourceRequested(RecordId record);
    void importRequested();
    void retryRequested();
    void imagesRequested(FactId fact);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(const Theme &theme);
    void connectParts();
    void applyFilter(bool keepView);
    void selectFact(int fact, bool fromTimeline);
    void showDetails(bool show);
    void showState();
    void buildSide(const Theme &theme);
    void showSide();
    void restoreSide();
    void showSafety();
    void markFacts(const QList<FactId> &facts, Safety::Tier tier);

    const Theme &m_theme;
    PersonSafety *m_safety;
    PersonRecordPtr m_record;
    FactSources m_sources;
    qint64 m_todayMs = 0;
    QStackedWidget *m_states;
    StatePane *m_state;
    QWidget *m_page;
    PersonBanner *m_banner;
    FilterBar *m_filters;
    QSplitter *m_splitter;
    QStackedWidget *m_views;
    StatePane *m_nothing;
    QWidget *m_lanes;
    TimelineView *m_timeline;
    OverviewStrip *m_overview;
    FactListView *m_list;
    DetailPane *m_details;
    SafetyPane *m_cards = nullptr;
    QSplitter *m_side = nullptr; // cards above details
};

} // namespace Chartline::Ui
