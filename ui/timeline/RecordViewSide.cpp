// SPDX-License-Identifier: Apache-2.0
#include "medications/SafetyPane.h"
#include "medications/TierMark.h"
#include "timeline/DetailPane.h"
#include "timeline/PersonBanner.h"
#include "timeline/RecordView.h"
#include "timeline/TimelineView.h"
#include "viewmodels/AlertSummary.h"
#include "viewmodels/SettingsKeys.h"

#include <QSettings>
#include <QSplitter>

#include <algorithm>

// The side of the record: safety cards above the selected entry.

namespace Chartline::Ui {

void RecordView::buildSide(const Theme &theme)
{
    m_details = new DetailPane(theme);
    m_side = new QSplitter(Qt::Vertical);
    m_side->setChildrenCollapsible(false);
    m_side->setHandleWidth(1);
    if (m_safety) {
        m_cards = new SafetyPane(*m_safety, theme);
        m_side->addWidget(m_cards);
        m_details->hide(); // until an entry is chosen the cards have all the room
    }
    m_side->addWidget(m_details);
    restoreSide();
}

void RecordView::restoreSide()
{
    if (!m_cards)
        return;
    const QSettings settings;
    m_cards->setCollapsed(settings.value(SettingsKeys::safetyFolded, false).toBool());
    if (!m_side->restoreState(settings.value(SettingsKeys::recordSide).toByteArray()))
        m_side->setSizes({480, 380});
    m_side->setHandleWidth(1);
    connect(m_side, &QSplitter::splitterMoved, this,
            [this] { QSettings().setValue(SettingsKeys::recordSide, m_side->saveState()); });
    connect(m_cards, &SafetyPane::collapsedChanged, this,
            [](bool collapsed) { QSettings().setValue(SettingsKeys::safetyFolded, collapsed); });
}

// Folded cards keep their first line as long as there is anything beside it; else the side gives its room away, and the
// person's banner and the badge still say what there is to act on.
void RecordView::showSide()
{
    m_side->setVisible(!m_details->isHidden() || (m_cards && !m_cards->isCollapsed()));
}

void RecordView::toggleSafety()
{
    if (!m_cards)
        return;
    if (m_cards->isCollapsed())
        m_cards->focusCards();
    else
        m_cards->setCollapsed(true);
}

void RecordView::showSafety()
{
    const SafetyReviewPtr &review = m_safety->review();
    if (!review) {
        m_banner->setSafety({}, Tone::Normal, {});
        return;
    }
    const bool isNow = std::ranges::any_of(review->alerts, [](const Safety::SafetyAlert &alert) {
        return alert.isVisible() && alert.tier == Safety::Tier::Interruptive;
    });
    const bool isFailed = review->knowledge == Safety::SafetyReview::Knowledge::Failed;
    const Tone tone = isNow || isFailed                    ? Tone::Danger
                      : AlertSummary::toActOn(*review) > 0 ? Tone::Warning
                                                           : Tone::Normal;
    QStringList tip{AlertSummary::tiers(*review), AlertSummary::header(*review)};
    tip.removeAll(QString());
    m_banner->setSafety(AlertSummary::banner(*review), tone, tip.join(QLatin1Char('\n')));
}

void RecordView::markFacts(const QList<FactId> &facts, Safety::Tier tier)
{
    QList<int> marked;
    for (int i = 0; m_record && i < int(m_record->facts.size()); ++i) {
        const bool isOne = std::ranges::any_of(m_record->facts[i].witnesses,
                                               [&](const Witness &witness) { return facts.contains(witness.fact); });
        if (isOne || facts.contains(m_record->facts[i].id))
            marked.append(i);
    }
    m_timeline->mark(marked, TierMark::color(m_theme, tier));
}

} // namespace Chartline::Ui
