// SPDX-License-Identifier: Apache-2.0
#include "timeline/FilterBar.h"

#include "theme/Layouts.h"
#include "timeline/FlowLayout.h"
#include "timeline/TimelineView.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace Chartline::Ui {

namespace {

constexpr int s_typingPause = 150; // ms: long enough for a fast typist's next letter

void emptyLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

FilterBar::FilterBar(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_kindRow(new QWidget(this))
    , m_sourceRow(new QWidget(this))
    , m_text(new QLineEdit(this))
    , m_withdrawn(new QCheckBox(tr("Show withdrawn"), this))
    , m_timeline(makeButton(tr("Timeline"), Icon::Name::Timeline, ButtonStyle::Pill, this))
    , m_list(makeButton(tr("List"), Icon::Name::List, ButtonStyle::Pill, this))
    , m_count(makeLabel({}, TextStyle::Caption, Tone::Muted, this))
{
    setBackground(this, QLatin1StringView("surface"));
    m_text->setPlaceholderText(tr("Filter by words"));
    m_text->setAccessibleName(tr("Filter by words"));
    m_text->setClearButtonEnabled(true);
    m_text->setFixedWidth(150);
    m_withdrawn->setToolTip(
        tr("Entries a source took back as entered in error or turned out untrue. They are never shown as facts."));
    auto *views = new QButtonGroup(this);
    for (QPushButton *button : {m_timeline, m_list}) {
        button->setCheckable(true);
        views->addButton(button);
    }
    m_timeline->setIcon(Icon::make(Icon::Name::Timeline, QPalette::ButtonText, QPalette::Base));
    m_list->setIcon(Icon::make(Icon::Name::List, QPalette::ButtonText, QPalette::Base));
    m_timeline->setChecked(true);
    buildRows();
    m_typing.setSingleShot(true);
    m_typing.setInterval(s_typingPause);
    connect(&m_typing, &QTimer::timeout, this, &FilterBar::apply);
    connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(m_withdrawn, &QCheckBox::toggled, this, &FilterBar::apply);
    connect(m_list, &QAbstractButton::toggled, this, &FilterBar::listToggled);
}

void FilterBar::buildRows()
{
    m_kindRow->setLayout(new FlowLayout(6));
    m_sourceRow->setLayout(new FlowLayout(6));
    auto *help = makeButton({}, Icon::Name::Keyboard, ButtonStyle::Flat, this);
    help->setToolTip(TimelineView::helpText());
    help->setAccessibleName(tr("Mouse and keys of the timeline"));
    connect(help, &QAbstractButton::clicked, this, &FilterBar::helpRequested);
    auto *first = new QHBoxLayout;
    first->setSpacing(Space::s);
    first->addWidget(m_kindRow, 1);
    auto *second = new QHBoxLayout;
    second->setSpacing(Space::s);
    second->addWidget(makeLabel(tr("Sources"), TextStyle::Caption, Tone::Muted, this), 0, Qt::AlignVCenter);
    second->addWidget(m_sourceRow, 1, Qt::AlignVCenter);
    second->addWidget(m_count, 0, Qt::AlignVCenter);
    second->addWidget(m_withdrawn, 0, Qt::AlignVCenter);
    second->addWidget(m_text, 0, Qt::AlignVCenter);
    second->addWidget(m_timeline, 0, Qt::AlignVCenter);
    second->addWidget(m_list, 0, Qt::AlignVCenter);
    second->addWidget(help, 0, Qt::AlignVCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::l, Space::s, Space::l, Space::s);
    layout->setSpacing(6);
    layout->addLayout(first);
    layout->addLayout(second);
}

QList<FilterBar::Group> FilterBar::groups()
{
    return {
        {tr("Conditions"), {FactKind::Condition}},
        {tr("Allergies"), {FactKind::Allergy}},
        {tr("Medications"), {FactKind::Medication}},
        {tr("Results"), {FactKind::Result, FactKind::Vital}},
        {tr("Imaging"), {FactKind::Imaging}},
        {tr("Encounters"), {FactKind::Encounter}},
        {tr("Procedures"), {FactKind::Procedure}},
        {tr("Immunizations"), {FactKind::Immunization}},
        {tr("Documents"), {FactKind::Document, FactKind::Report}},
        {tr("Plans"), {FactKind::CarePlan, FactKind::Referral}},
        {tr("Other"),
         {FactKind::FamilyHistory, FactKind::SocialHistory, FactKind::Device, FactKind::Consent, FactKind::Other}},
    };
}

void FilterBar::setRecord(const PersonRecord &record, const FactSources &sources)
{
    m_filter = FactFilter();
    const QSignalBlocker text(m_text);
    const QSignalBlocker withdrawn(m_withdrawn);
    m_text->clear();
    m_withdrawn->setChecked(false);
    const bool any = std::ranges::any_of(record.facts, &Fact::isWithdrawn);
    m_withdrawn->setVisible(any);
    makeKinds(record);
    makeSources(record, sources);
}

void FilterBar::clear()
{
    setRecord(PersonRecord(), FactSources());
    m_count->clear();
}

void FilterBar::makeKinds(const PersonRecord &record)
{
    emptyLayout(m_kindRow->layout());
    m_kinds.clear();
    QSet<FactKind> present;
    for (const Fact &fact : record.facts)
        present.insert(fact.kind);
    m_all = makeButton(tr("All"), ButtonStyle::Pill, m_kindRow);
    m_all->setCheckable(true);
    m_all->setChecked(true);
    m_kindRow->layout()->addWidget(m_all);
    m_all->show();
    connect(m_all, &QAbstractButton::clicked, this, [this] {
        for (const auto &[button, kinds] : std::as_const(m_kinds))
            button->setChecked(false);
        kindToggled();
    });
    for (const Group &group : groups()) {
        if (!group.kinds.intersects(present))
            continue;
        QPushButton *button = makeButton(group.name, ButtonStyle::Pill, m_kindRow);
        button->setCheckable(true);
        m_kindRow->layout()->addWidget(button);
        button->show();
        m_kinds.append({button, group.kinds});
        connect(button, &QAbstractButton::clicked, this, &FilterBar::kindToggled);
    }
}

void FilterBar::makeSources(const PersonRecord &record, const FactSources &sources)
{
    emptyLayout(m_sourceRow->layout());
    m_sources.clear();
    for (const SourceInfo &source : record.sources) {
        auto *chip = new ChipButton(m_theme, source.name.isEmpty() ? tr("Unnamed source") : source.name, Tone::Normal,
                                    m_sourceRow);
        chip->setSquare(m_theme.sourceColor(sources.place(source.id)), sources.sign(source.id));
        chip->setCheckable(true);
        chip->setChecked(true);
        chip->setToolTip(tr("%1: %n entries. Click to hide or show them.", "", source.facts).arg(source.name));
        chip->setProperty("place", sources.place(source.id));
        m_sourceRow->layout()->addWidget(chip);
        chip->show();
        m_sources.append(chip);
        connect(chip, &QAbstractButton::toggled, this, [this, id = source.id](bool on) {
            m_filter.setSourceHidden(id, !on);
            apply();
        });
    }
}

void FilterBar::kindToggled()
{
    QSet<FactKind> chosen;
    for (const auto &[button, kinds] : std::as_const(m_kinds)) {
        if (button->isChecked())
            chosen.unite(kinds);
    }
    m_all->setChecked(chosen.isEmpty());
    m_filter.setKinds(chosen);
    apply();
}

void FilterBar::apply()
{
    m_filter.setText(m_text->text());
    m_filter.setShowWithdrawn(m_withdrawn->isChecked());
    Q_EMIT filterChanged();
}

void FilterBar::reset()
{
    const QSignalBlocker text(m_text);
    m_text->clear();
    for (const auto &[button, kinds] : std::as_const(m_kinds))
        button->setChecked(false);
    for (ChipButton *chip : std::as_const(m_sources)) {
        const QSignalBlocker blocker(chip);
        chip->setChecked(true);
        chip->update();
    }
    m_filter = FactFilter();
    if (m_all)
        m_all->setChecked(true);
    apply();
}

bool FilterBar::isListShown() const
{
    return m_list->isChecked();
}

void FilterBar::setListShown(bool list)
{
    (list ? m_list : m_timeline)->setChecked(true);
}

void FilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterBar::setCount(int shown, int all)
{
    m_count->setText(shown == all ? tr("%n entries", "", all)
                                  : tr("%1 of %n entries", "", all).arg(QLocale().toString(shown)));
}

void FilterBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::StyleChange)
        return;
    for (ChipButton *chip : std::as_const(m_sources)) {
        const QString letter = chip->letter();
        chip->setSquare(m_theme.sourceColor(chip->property("place").toLongLong()), letter);
    }
}

} // namespace Chartline::Ui
