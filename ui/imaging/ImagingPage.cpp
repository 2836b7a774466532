// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImagingPage.h"

#include "imaging/ImagingObjects.h"
#include "imaging/MeasureController.h"
#include "imaging/StackBar.h"
#include "imaging/StudyPanel.h"
#include "imaging/ThumbnailMaker.h"
#include "imaging/VolumeView.h"
#include "services/ImagingService.h"
#include "theme/Layouts.h"
#include "timeline/StatePane.h"
#include "viewmodels/ErrorText.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Chartline::Ui {

namespace {

constexpr int s_panelWidth = 300;

// What a physician wants to see first of a study: the series with the most pictures, but no localiser or derived one by
// its words; ties by series number.
qsizetype firstSeriesOf(const StudyInfo &study)
{
    qsizetype best = -1;
    for (qsizetype i = 0; i < study.series.size(); ++i) {
        const SeriesInfo &series = study.series[i];
        if (series.pictures == 0 || series.header.modality == QLatin1StringView("SEG"))
            continue;
        if (best < 0 || series.pictures > study.series[best].pictures)
            best = i;
    }
    return best;
}

} // namespace

ImagingPage::ImagingPage(Services services, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_services(std::move(services))
    , m_theme(theme)
    , m_current(new ImagingSide(m_services.imaging, m_services.decoder, this))
    , m_prior(new ImagingSide(m_services.imaging, m_services.decoder, this))
    , m_fused(new ImagingSide(m_services.imaging, m_services.decoder, this))
    , m_alignment(new AlignmentJob(this))
    , m_thumbnails(new ThumbnailMaker(m_services.imaging, m_services.decoder, this))
    , m_objects(new ImagingObjects(m_services, this))
{
    build(theme);
    connectPanel();
    connectTools();
    connectViews();
    connectSides();
    connectMeasure();
    connectObjects();
    connectExtras();
    closeRecord();
}

ImagingPage::~ImagingPage() = default;

void ImagingPage::build(const Theme &theme)
{
    m_states = new QStackedWidget(this);
    m_state = new StatePane;
    m_page = new QWidget;
    m_tools = new ImagingToolBar;
    m_grid = new ViewGrid;
    m_stackBar = new StackBar;
    m_panel = new StudyPanel(theme);
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    auto *left = new QWidget;
    QVBoxLayout *column = makeColumn(left, 0, 0);
    column->addWidget(m_tools);
    column->addWidget(makeLine(left));
    column->addWidget(m_objects->beside(m_grid), 1);
    column->addWidget(m_stackBar);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_panel);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_panel->setMinimumWidth(240);
    m_panel->setMaximumWidth(420);
    m_splitter->setSizes({900, s_panelWidth});
    QVBoxLayout *page = makeColumn(m_page, 0, 0);
    page->addWidget(m_splitter, 1);
    m_states->addWidget(m_state);
    m_states->addWidget(m_page);
    makeColumn(this, 0, 0)->addWidget(m_states);
}

void ImagingPage::connectPanel()
{
    connect(m_panel, &StudyPanel::seriesChosen, this, &ImagingPage::chooseSeries);
    connect(m_panel, &StudyPanel::comparedSeriesChosen, this, &ImagingPage::chooseCompared);
    connect(m_panel, &StudyPanel::studyChosen, this, &ImagingPage::chooseStudy);
    connect(m_panel, &StudyPanel::compareRequested, this, &ImagingPage::compareWith);
    connect(m_panel, &StudyPanel::factChosen, this, &ImagingPage::openReport);
    connect(m_thumbnails, &ThumbnailMaker::made, m_panel, &StudyPanel::setThumbnail);
    connect(m_state, &StatePane::actionChosen, this, [this] {
        if (m_person)
            Q_EMIT importRequested();
    });
}

void ImagingPage::connectSides()
{
    for (ImagingSide *side : {m_current, m_prior}) {
        connect(side, &ImagingSide::contentChanged, this, [this, side] {
            if (side->volume() || !side->isOpen())
                m_alignment->stop();
            refreshViews();
        });
        connect(side, &ImagingSide::opened, this, &ImagingPage::refreshTexts);
        connect(side, &ImagingSide::messageChanged, this, &ImagingPage::refreshTexts);
        connect(side, &ImagingSide::pictureChanged, this, [this, side] {
            for (int i = 0; i < m_grid->imageCount(); ++i) {
                if (sideOf(i) == side)
                    m_grid->image(i)->redrawContent();
            }
            refreshTexts();
        });
    }
    connect(m_alignment, &AlignmentJob::changed, this, &ImagingPage::showAlignment);
}

void ImagingPage::openPerson(PersonId person)
{
    if (person == m_person)
        return;
    closeRecord();
    m_person = person;
    m_measure->openPerson(person);
    reload();
}

void ImagingPage::setRecord(const PersonRecordPtr &record)
{
    if (!record || record->person.id != m_person)
        return;
    m_record = record;
    m_panel->setStudies(m_studies, m_record);
    m_panel->setCurrent(m_study, m_compared);
    refreshTexts();
    // What was chosen before its report was known of.
    const QString chosen = std::exchange(m_awaitingRecord, {});
    const qsizetype study = studyOf(chosen);
    if (study >= 0 && reportOf(m_studies[study], chosen))
        chooseSeries(chosen);
}

void ImagingPage::reload()
{
    if (!m_person)
        return;
    const quint64 request = ++m_request;
    if (m_studies.isEmpty())
        m_state->tell(Icon::Name::Scan, tr("Looking for images…"), {});
    m_services.imaging.studies(m_person).then(this, [this, request](const Result<QList<StudyInfo>> &studies) {
        if (request == m_request)
            studiesRead(studies);
    });
}

void ImagingPage::studiesRead(const Result<QList<StudyInfo>> &studies)
{
    if (!studies) {
        m_state->tell(Icon::Name::Error, tr("The images could not be listed"), errorText(studies.error()));
        m_states->setCurrentWidget(m_state);
        return;
    }
    const QString was = m_study >= 0 ? m_studies[m_study].uid : QString();
    const QString wasCompared = m_compared >= 0 ? m_studies[m_compared].uid : QString();
    m_studies = *studies;
    const auto indexOf = [this](const QString &uid) {
        const auto found = std::ranges::find(m_studies, uid, &StudyInfo::uid);
        return found == m_studies.end() || uid.isEmpty() ? qsizetype(-1) : found - m_studies.begin();
    };
    m_study = indexOf(was);
    m_compared = indexOf(wasCompared);
    m_panel->setStudies(m_studies, m_record);
    m_tools->setCanCompare(m_studies.size() > 1);
    m_measure->setStudies(m_studies);
    showState();
    if (m_studies.isEmpty())
        return;
    if (m_wantedFact) {
        const FactId fact = std::exchange(m_wantedFact, {});
        for (const StudyInfo &study : std::as_const(m_studies)) {
            if (study.fact == fact)
                m_wantedStudy = study.uid;
        }
    }
    const qsizetype wanted = indexOf(std::exchange(m_wantedStudy, {}));
    if (wanted >= 0 && wanted != m_study)
        chooseStudy(wanted);
    else if (m_study < 0)
        chooseStudy(0);
    else
        m_panel->setCurrent(m_study, m_compared);
}

void ImagingPage::openStudy(const QString &studyUid)
{
    const auto found = std::ranges::find(m_studies, studyUid, &StudyInfo::uid);
    if (found != m_studies.end())
        chooseStudy(found - m_studies.begin());
    else
        m_wantedStudy = studyUid;
}

void ImagingPage::openStudyOf(FactId fact)
{
    const auto found = std::ranges::find(m_studies, fact, &StudyInfo::fact);
    if (found != m_studies.end())
        chooseStudy(found - m_studies.begin());
    else
        m_wantedFact = fact;
}

void ImagingPage::closeRecord()
{
    ++m_request;
    m_person = {};
    m_record.reset();
    m_thumbnails->stop();
    m_alignment->stop();
    fuseWith({});
    m_current->close();
    m_prior->close();
    m_objects->close();
    m_studies.clear();
    m_measure->close();
    m_study = -1;
    m_compared = -1;
    m_cursor.reset();
    m_wantedStudy.clear();
    m_wantedFact = {};
    m_awaitingRecord.clear();
    m_panel->clear();
    m_grid->volume()->clear();
    m_grid->setLayout(ViewLayout::Single);
    m_tools->setLayoutChoice(ViewLayout::Single);
    m_tools->setComparing(false);
    showState();
}

void ImagingPage::showState()
{
    if (!m_person) {
        m_state->tell(Icon::Name::Patients, tr("No record is open"), tr("Choose a person in the list of patients."));
    } else if (m_studies.isEmpty()) {
        m_state->tell(Icon::Name::Scan, tr("No images in this record"),
                      tr("Import a folder, a ZIP or a disc with DICOM images; the studies appear here and on the "
                         "timeline."),
                      tr("Import files"));
    }
    m_states->setCurrentWidget(m_studies.isEmpty() ? static_cast<QWidget *>(m_state) : m_page);
}

qsizetype ImagingPage::studyOf(const QString &seriesUid) const
{
    for (qsizetype i = 0; i < m_studies.size(); ++i) {
        for (const SeriesInfo &series : m_studies[i].series) {
            if (series.header.seriesUid == seriesUid)
                return i;
        }
    }
    return -1;
}

void ImagingPage::chooseStudy(qsizetype study)
{
    if (study < 0 || study >= m_studies.size())
        return;
    m_study = study;
    m_compared = -1;
    m_prior->close();
    m_objects->prior()->close();
    if (m_grid->isComparing())
        chooseLayout(ViewLayout::Single);
    m_panel->setCurrent(m_study, m_compared);
    m_thumbnails->make(m_person, {m_studies[study]});
    m_objects->open(m_person, m_studies[study], m_studies);
    const qsizetype first = firstSeriesOf(m_studies[study]);
    const StudyInfo &chosen = m_studies[study];
    if (first >= 0)
        chooseSeries(chosen.series[first].header.seriesUid);
    else if (!chosen.series.isEmpty())
        chooseSeries(chosen.series.first().header.seriesUid);
}

// A series without pictures that the record has as a report or document: that is where it is read.
FactId ImagingPage::reportOf(const StudyInfo &study, const QString &seriesUid) const
{
    const auto found = std::ranges::find_if(
        study.series, [&](const SeriesInfo &series) { return series.header.seriesUid == seriesUid; });
    if (!m_record || found == study.series.end() || found->pictures > 0)
        return {};
    for (const Fact &fact : m_record->facts) {
        for (const Witness &witness : fact.witnesses) {
            const bool own = std::ranges::any_of(
                found->instances, [&](const InstanceInfo &instance) { return instance.record == witness.record; });
            if (own && fact.id != study.fact && witness.fact.index() != FactId::projectedIndex)
                return fact.id;
        }
    }
    return {};
}

void ImagingPage::chooseSeries(const QString &seriesUid)
{
    const qsizetype study = studyOf(seriesUid);
    if (study < 0)
        return;
    m_awaitingRecord = m_record ? QString() : seriesUid;
    if (const FactId report = reportOf(m_studies[study], seriesUid); report) {
        if (studyOf(m_current->seriesUid()) != study)
            m_current->close();
        openReport(report);
        return;
    }
    if (chooseOverlays(m_studies[study], seriesUid))
        return;
    m_cursor.reset();
    m_alignment->stop();
    fuseWith({});
    m_current->open(m_person, m_studies[study], seriesUid);
    m_panel->setShown(seriesUid, m_prior->seriesUid());
}

void ImagingPage::chooseCompared(const QString &seriesUid)
{
    const qsizetype study = studyOf(seriesUid);
    if (study < 0)
        return;
    m_alignment->stop();
    m_objects->prior()->open(m_person, m_studies[study], m_studies);
    m_prior->open(m_person, m_studies[study], seriesUid);
    m_panel->setShown(m_current->seriesUid(), seriesUid);
}

void ImagingPage::compareWith(qsizetype study)
{
    if (study < 0 || study >= m_studies.size() || study == m_study || m_study < 0)
        return;
    m_compared = study;
    m_panel->setCurrent(m_study, m_compared);
    m_thumbnails->make(m_person, {m_studies[study]});
    if (!m_grid->isComparing())
        m_grid->setLayout(ViewLayout::Compare);
    m_tools->setLayoutChoice(m_grid->viewLayout());
    m_tools->setComparing(true);
    SeriesInfo shown;
    for (const SeriesInfo &series : m_studies[m_study].series) {
        if (series.header.seriesUid == m_current->seriesUid())
            shown = series;
    }
    const qsizetype series = seriesToCompare(m_studies[study], shown);
    if (series >= 0)
        chooseCompared(m_studies[study].series[series].header.seriesUid);
}

void ImagingPage::chooseLayout(ViewLayout layout)
{
    if (comparesStudies(layout) && m_compared < 0) {
        const QList<Prior> priors = priorsFor(m_studies, m_study);
        if (!priors.isEmpty()) {
            m_grid->setLayout(layout);
            compareWith(priors.first().study);
            return;
        }
        layout = ViewLayout::Single;
    }
    const ImageView *first = m_grid->image(m_grid->isComparing() ? 1 : 0);
    const std::optional<ImageState> was = first->content() ? std::optional(first->state()) : std::nullopt;
    m_grid->setLayout(layout);
    m_tools->setLayoutChoice(layout);
    m_tools->setComparing(comparesStudies(layout));
    refreshViews();
    // The current study keeps its contrast in every layout.
    for (int i = 0; was && i < m_grid->imageCount(); ++i) {
        if (sideOf(i) == m_current && m_grid->image(i)->content()) {
            ImageState state = m_grid->image(i)->state();
            state.window = was->window;
            state.inverted = was->inverted;
            m_grid->image(i)->setState(state);
        }
    }
    if (isMpr()) {
        m_tools->setTool(ViewTool::Crosshair);
        for (int i = 0; i < 3; ++i)
            m_grid->image(i)->setTool(ViewTool::Crosshair);
        beginCursor();
    }
}

void ImagingPage::toggleAlignment()
{
    if (m_alignment->state() == AlignmentJob::State::None || m_alignment->state() == AlignmentJob::State::Failed
        || m_alignment->state() == AlignmentJob::State::Refused)
        m_alignment->start(m_current->volume(), m_prior->volume());
    else
        m_alignment->stop();
}

void ImagingPage::showAlignment()
{
    const bool aligned = m_alignment->fixedToMoving().has_value();
    m_tools->setAlignment(m_alignment->words(), aligned, m_alignment->state() == AlignmentJob::State::Running);
    if (!aligned)
        m_compareMode = CompareMode::SideBySide;
    refreshViews();
}

} // namespace Chartline::Ui
