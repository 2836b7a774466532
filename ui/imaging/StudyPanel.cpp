// SPDX-License-Identifier: Apache-2.0
#include "imaging/StudyPanel.h"

#include "imaging/FollowUpPanel.h"
#include "imaging/MeasurePanel.h"
#include "imaging/SeriesTile.h"
#include "imaging/StudyText.h"
#include "theme/Layouts.h"
#include "timeline/FlowLayout.h"
#include "viewmodels/DateText.h"
#include "viewmodels/FactText.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSet>
#include <QVBoxLayout>

namespace Chartline::Ui {

namespace {

constexpr int s_mostFacts = 40;

// On the same day as the source counts its days; both have to say it.
bool onDay(const Fact &fact, const PartialDate &day)
{
    return fact.start.isValid() && fact.start.precision() >= PartialDate::Precision::Day
           && fact.start.localDate() == day.localDate();
}

} // namespace

StudyPanel::StudyPanel(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_measures(new MeasurePanel(this))
    , m_followUp(new FollowUpPanel(theme, this))
    , m_scroll(new QScrollArea)
{
    setFrameRole(this, FrameStyle::Side);
    setAccessibleName(tr("Studies"));
    QVBoxLayout *layout = makeColumn(this, 0, 0);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_scroll);
    build();
}

void StudyPanel::setStudies(const QList<StudyInfo> &studies, const PersonRecordPtr &record)
{
    m_studies = studies;
    m_record = record;
    m_current = -1;
    m_compared = -1;
    build();
}

void StudyPanel::setCurrent(qsizetype study, qsizetype compared)
{
    if (study == m_current && compared == m_compared)
        return;
    m_current = study;
    m_compared = compared;
    build();
}

void StudyPanel::setShown(const QString &seriesUid, const QString &comparedUid)
{
    m_shown = seriesUid;
    m_comparedShown = comparedUid;
    const bool both =
        m_current >= 0 && m_current < m_studies.size() && m_compared >= 0 && m_compared < m_studies.size();
    const QString other = both && isLater(m_studies[m_compared], m_studies[m_current]) ? tr("later") : tr("prior");
    for (auto it = m_tiles.cbegin(); it != m_tiles.cend(); ++it) {
        const bool current = it.key() == seriesUid;
        const bool compared = it.key() == comparedUid;
        it.value()->setShown(current ? tr("current") : compared ? other : QString());
    }
}

void StudyPanel::setThumbnail(const QString &seriesUid, const QImage &image)
{
    m_thumbnails.insert(seriesUid, image);
    if (SeriesTile *tile = m_tiles.value(seriesUid))
        tile->setThumbnail(image);
}

void StudyPanel::clear()
{
    m_thumbnails.clear();
    m_shown.clear();
    m_comparedShown.clear();
    setStudies({}, nullptr);
}

void StudyPanel::build()
{
    m_tiles.clear();
    auto *content = new QWidget;
    m_column = makeColumn(content, Space::m, Space::s);
    // Taken out before the old content goes with everything that is in it.
    for (QWidget *kept : {static_cast<QWidget *>(m_followUp), static_cast<QWidget *>(m_measures)}) {
        const bool shown = !kept->isHidden();
        kept->setParent(content);
        kept->setVisible(shown);
    }
    if (m_current >= 0 && m_current < m_studies.size()) {
        addCaption(tr("Current study"));
        addStudy(m_studies[m_current], false);
        placeBetween();
        if (m_compared >= 0 && m_compared < m_studies.size()) {
            addCaption(tr("Compared with"));
            addStudy(m_studies[m_compared], true);
        }
        m_column->addWidget(m_followUp);
        m_column->addWidget(m_measures);
        addPriors();
        addFacts(m_studies[m_current]);
    } else {
        m_followUp->hide();
        m_measures->hide();
        placeBetween();
    }
    addIntendedUse();
    m_column->addStretch();
    m_scroll->setWidget(content);
    setShown(m_shown, m_comparedShown);
}

void StudyPanel::setBetween(QWidget *between)
{
    m_between = between;
    build();
}

// Moved before what it was in is deleted.
void StudyPanel::placeBetween()
{
    if (!m_between)
        return;
    const bool shown = !m_between->isHidden();
    m_column->addWidget(m_between);
    m_between->setVisible(shown);
}

void StudyPanel::addCaption(const QString &words)
{
    QLabel *label = makeLabel(words.toUpper(), TextStyle::Caption, Tone::Muted);
    label->setContentsMargins(0, m_column->count() > 0 ? Space::s : 0, 0, 0);
    m_column->addWidget(label);
}

void StudyPanel::addStudy(const StudyInfo &study, bool compared)
{
    QLabel *title = makeLabel(StudyText::title(study), TextStyle::BodyStrong);
    title->setWordWrap(true);
    m_column->addWidget(title);
    for (const QString &words : {StudyText::subtitle(study), StudyText::contents(study)}) {
        QLabel *line = makeParagraph(words, Tone::Muted);
        m_column->addWidget(line);
    }
    addTiles(study, compared);
}

void StudyPanel::addTiles(const StudyInfo &study, bool compared)
{
    auto *box = new QWidget;
    auto *flow = new FlowLayout(Space::xs, box);
    for (const SeriesInfo &series : study.series) {
        auto *tile =
            new SeriesTile(m_theme, StudyText::series(series), StudyText::amount(series), series.header.modality);
        const QString uid = series.header.seriesUid;
        if (const QImage image = m_thumbnails.value(uid); !image.isNull())
            tile->setThumbnail(image);
        connect(tile, &QAbstractButton::clicked, this, [this, uid, compared] {
            setShown(m_shown, m_comparedShown); // until it is shown, what is shown stays marked
            if (compared)
                Q_EMIT comparedSeriesChosen(uid);
            else
                Q_EMIT seriesChosen(uid);
        });
        m_tiles.insert(uid, tile);
        flow->addWidget(tile);
    }
    m_column->addWidget(box);
}

void StudyPanel::addPriors()
{
    QList<Prior> priors = priorsFor(m_studies, m_current);
    const bool none = priors.isEmpty();
    priors.removeIf([this](const Prior &prior) { return prior.study == m_compared; });
    if (priors.isEmpty() && !none)
        return;
    addCaption(tr("Compare with"));
    if (none) {
        m_column->addWidget(makeParagraph(tr("No other study with images is in this record."), Tone::Muted));
        return;
    }
    for (const Prior &prior : std::as_const(priors))
        addPrior(prior);
}

void StudyPanel::addPrior(const Prior &prior)
{
    const StudyInfo &study = m_studies[prior.study];
    auto *card = new QFrame;
    setFrameRole(card, FrameStyle::Card);
    QVBoxLayout *column = makeColumn(card, Space::s, 2);
    QLabel *title = makeLabel(StudyText::title(study), TextStyle::BodyStrong);
    title->setWordWrap(true);
    column->addWidget(title);
    column->addWidget(makeParagraph(StudyText::subtitle(study), Tone::Muted));
    QString why = StudyText::match(prior.match);
    if (prior.later)
        why += QStringLiteral(" · ") + tr("later");
    column->addWidget(makeParagraph(why, Tone::Muted));
    auto *row = new QHBoxLayout;
    QPushButton *compare = makeButton(tr("Compare"));
    compare->setAccessibleName(tr("Compare with %1, %2").arg(StudyText::title(study), StudyText::subtitle(study)));
    QPushButton *open = makeButton(tr("Open"), ButtonStyle::Flat);
    open->setAccessibleName(tr("Open %1, %2").arg(StudyText::title(study), StudyText::subtitle(study)));
    const qsizetype index = prior.study;
    connect(compare, &QPushButton::clicked, this, [this, index] { Q_EMIT compareRequested(index); });
    connect(open, &QPushButton::clicked, this, [this, index] { Q_EMIT studyChosen(index); });
    row->addWidget(compare);
    row->addWidget(open);
    row->addStretch();
    column->addLayout(row);
    m_column->addWidget(card);
}

QList<const Fact *> StudyPanel::factsOf(const StudyInfo &study) const
{
    QList<const Fact *> facts;
    if (!m_record)
        return facts;
    // What is told by the study's own objects (a report) belongs here whatever its date.
    QSet<RecordId> records;
    for (const SeriesInfo &series : study.series) {
        for (const InstanceInfo &instance : series.instances)
            records.insert(instance.record);
    }
    const bool dated = study.start.isValid() && study.start.precision() >= PartialDate::Precision::Day;
    for (const Fact &fact : m_record->facts) {
        const bool own = std::ranges::any_of(fact.witnesses,
                                             [&](const Witness &witness) { return records.contains(witness.record); });
        if (!fact.isWithdrawn() && fact.id != study.fact && (own || (dated && onDay(fact, study.start))))
            facts.append(&fact);
    }
    // Reports first: they say what was seen in the images.
    std::ranges::stable_sort(facts, {}, [](const Fact *fact) {
        return fact->kind == FactKind::Report ? 0 : fact->kind == FactKind::Document ? 1 : 2;
    });
    return facts;
}

void StudyPanel::addFacts(const StudyInfo &study)
{
    const QList<const Fact *> facts = factsOf(study);
    addCaption(study.start.isValid() ? tr("The record on %1").arg(DateText::day(study.start))
                                     : tr("The record on that day"));
    if (facts.isEmpty()) {
        m_column->addWidget(makeParagraph(tr("Nothing else is recorded on that day."), Tone::Muted));
        return;
    }
    for (const Fact *fact : facts.first(qMin(facts.size(), qsizetype(s_mostFacts)))) {
        const QString value = FactText::markedValue(*fact);
        const QString title = FactText::title(*fact);
        auto *button = makeButton(value.isEmpty() ? title : title + QStringLiteral(": ") + value,
                                  Icon::ofKind(fact->kind), ButtonStyle::Flat);
        button->setToolTip(FactText::spoken(*fact));
        button->setAccessibleName(FactText::spoken(*fact));
        button->setStyleSheet(QStringLiteral("text-align: left;"));
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        const FactId id = fact->id;
        connect(button, &QPushButton::clicked, this, [this, id] { Q_EMIT factChosen(id); });
        m_column->addWidget(button);
    }
    if (facts.size() > s_mostFacts)
        m_column->addWidget(
            makeParagraph(tr("…and %n more in the record", nullptr, int(facts.size()) - s_mostFacts), Tone::Muted));
}

void StudyPanel::addIntendedUse()
{
    auto *card = new QFrame;
    setFrameRole(card, FrameStyle::Info);
    QVBoxLayout *column = makeColumn(card, Space::s, 2);
    column->addWidget(makeLabel(tr("Not for primary diagnosis"), TextStyle::BodyStrong));
    column->addWidget(makeParagraph(tr("For reviewing. This display is not calibrated."), Tone::Muted));
    m_column->addSpacing(Space::s);
    m_column->addWidget(card);
}

QStringList StudyPanel::texts() const
{
    QStringList texts;
    for (const QLabel *label : findChildren<QLabel *>())
        texts.append(label->text());
    for (const QAbstractButton *button : findChildren<QAbstractButton *>())
        texts.append(button->text());
    return texts;
}

} // namespace Chartline::Ui
