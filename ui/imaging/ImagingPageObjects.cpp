// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImagingPage.h"

#include "imaging/ImagingObjects.h"
#include "imaging/OverlayList.h"
#include "imaging/PictureContent.h"
#include "imaging/PresentationPainter.h"
#include "imaging/ReportPane.h"
#include "imaging/StudyPanel.h"

namespace Chartline::Ui {

using namespace Imaging;

namespace {

// Whether a series holds nothing but what is shown over images.
bool isOverlaySeries(const SeriesInfo &series)
{
    return !series.instances.isEmpty() && std::ranges::all_of(series.instances, [](const InstanceInfo &instance) {
        return isDicomObject(instance.sopClass)
               && !instance.sopClass.startsWith(QLatin1StringView("1.2.840.10008.5.1.4.1.1.9."));
    });
}

// Where an image is in a view, as far as the view knows.
std::optional<ImagePlace> placeIn(const ImageView &view, const ImagePlaces &images, int index)
{
    if (const auto *pictures = dynamic_cast<const PictureContent *>(view.content().get()))
        return ImagePlace(pictures->drawnPicture(index, view.state()));
    return images.slice(index);
}

} // namespace

void ImagingPage::connectObjects()
{
    m_panel->setBetween(m_objects->list());
    connect(m_objects, &ImagingObjects::objectsChanged, this, &ImagingPage::showWaveforms);
    connect(m_current, &ImagingSide::opened, this, &ImagingPage::showWaveforms);
    connect(m_objects, &ImagingObjects::shownChanged, this, [this] {
        for (int i = 0; i < m_grid->imageCount(); ++i)
            m_grid->image(i)->redrawContent();
    });
    const OverlayList *list = m_objects->list();
    connect(list, &OverlayList::presentationChosen, this, &ImagingPage::applyPresentation);
    connect(list, &OverlayList::nextKeyImageRequested, this, [this] { (void)showNextKeyImage(); });
    connect(list, &OverlayList::itemRequested, this, [this](std::size_t item) {
        if (const auto middle = m_objects->layers()->items()[item].middle)
            setCursor3(*middle);
    });
    connect(m_objects->report(), &ReportPane::timelineRequested, this, &ImagingPage::factChosen);
    m_objects->keyHandler = [this](int key) {
        switch (key) {
        case Qt::Key_K: return showNextKeyImage();
        case Qt::Key_G: return rescaleWaveforms(&EcgContent::nextGain);
        case Qt::Key_S: return rescaleWaveforms(&EcgContent::nextSpeed);
        default: return false;
        }
    };
    for (int i = 0; i < 3; ++i)
        m_grid->image(i)->installEventFilter(m_objects);
}

std::shared_ptr<const ImageLayers> ImagingPage::layersOf(int view) const
{
    return sideOf(view) == m_current ? m_objects->layers() : nullptr;
}

ReportPane *ImagingPage::report() const
{
    return m_objects->report();
}

void ImagingPage::showWaveforms()
{
    if (!m_current->isOpen() || dynamic_cast<const EcgContent *>(m_current->content(Cut::Native).get()))
        return;
    const auto waveforms = m_objects->waveformsOf(m_current->seriesUid());
    if (!waveforms)
        return;
    ImageDescription patient;
    for (const StudyObjectPtr &object : m_objects->study()->objects()) {
        if (object->seriesUid == m_current->seriesUid()) {
            patient.patientName = identityOf(object->object).patientName;
            patient.patientBirthDate = identityOf(object->object).patientBirthDate;
        }
    }
    if (m_grid->viewLayout() != ViewLayout::Single && m_grid->viewLayout() != ViewLayout::Compare)
        chooseLayout(ViewLayout::Single);
    m_current->showContent(waveforms, patient);
}

bool ImagingPage::rescaleWaveforms(void (EcgContent::*change)())
{
    ImageView *view = activeView();
    auto *waveforms = view ? dynamic_cast<EcgContent *>(view->content().get()) : nullptr;
    if (!waveforms)
        return false;
    (waveforms->*change)();
    view->fit();
    view->redrawContent();
    return true;
}

// A series of overlays opens on the images it was made on, if those are not shown already.
bool ImagingPage::chooseOverlays(const StudyInfo &study, const QString &seriesUid)
{
    const auto found = std::ranges::find_if(
        study.series, [&](const SeriesInfo &series) { return series.header.seriesUid == seriesUid; });
    if (found == study.series.end() || !isOverlaySeries(*found))
        return false;
    QString source;
    for (const SeriesInfo &series : study.series) {
        const bool referred = std::ranges::any_of(found->instances, [&](const InstanceInfo &instance) {
            return instance.refersTo.contains(series.header.seriesUid)
                   || std::ranges::any_of(series.instances, [&](const InstanceInfo &image) {
                          return instance.refersTo.contains(image.sopUid);
                      });
        });
        if (referred && series.pictures > 0 && !isOverlaySeries(series)) {
            source = series.header.seriesUid;
            if (source == m_current->seriesUid())
                break;
        }
    }
    if (source.isEmpty())
        return false;
    if (source != m_current->seriesUid())
        chooseSeries(source);
    m_objects->list()->setFocus();
    return true;
}

void ImagingPage::openReport(FactId fact)
{
    const Fact *found = nullptr;
    if (m_record) {
        const auto it = std::ranges::find(m_record->facts, fact, &Fact::id);
        found = it == m_record->facts.end() ? nullptr : &*it;
    }
    if (found && ReportPane::reads(*found))
        m_objects->openReport(fact);
    else
        Q_EMIT factChosen(fact);
}

void ImagingPage::applyPresentation(const PresentationState *presentation)
{
    const auto &layers = m_objects->layers();
    layers->setPresentation(presentation);
    ImageView *view = activeView();
    if (view && view->content() && !presentation) {
        const ImageState was = view->state();
        view->fit();
        ImageState state = view->content()->initial(view->size());
        if (view->content()->isInPatient())
            state.scrollTo(was.center);
        else
            state.center[2] = was.center[2];
        view->setState(state);
    } else if (view && view->content()) {
        const bool inPatient = view->content()->isInPatient();
        const int now = layers->images().nearest(view->state(), inPatient);
        const int index = layers->images().find(
            now, [&](const QString &sop, int frame) { return refersTo(presentation->images, sop, frame); });
        if (const auto place = index >= 0 ? placeIn(*view, layers->images(), index) : std::nullopt)
            view->setState(presented(*presentation, *place, view->content()->initial(view->size()), view->size()));
    }
    // Its notes are in the list.
    QMetaObject::invokeMethod(
        m_objects,
        [this] {
            m_objects->list()->setLayers(m_objects->layers(), m_objects->study()->problems(),
                                         m_objects->study()->isReading());
        },
        Qt::QueuedConnection);
    Q_EMIT m_objects->shownChanged();
}

bool ImagingPage::showNextKeyImage()
{
    const auto &layers = m_objects->layers();
    ImageView *view = activeView();
    if (!view || !view->content())
        return false;
    const bool inPatient = view->content()->isInPatient();
    const ImagePlaces &images = layers->images();
    const auto isKey = [&](const QString &sop, int frame) { return !layers->keyTitles(sop, frame).isEmpty(); };
    const int now = images.nearest(view->state(), inPatient);
    const int next = images.isEmpty() ? -1 : images.find((now + 1) % images.count(), isKey);
    if (next >= 0) {
        view->editState([&](ImageState &state) {
            if (!inPatient)
                state.center[2] = next;
            else if (const auto place = images.slice(next))
                state.scrollTo(place->point(0.5, 0.5));
        });
        return true;
    }
    // None in this series: the first one that has some.
    for (const KeyObjects *keys : layers->keySelections()) {
        for (const ImageReference &image : keys->images) {
            if (!image.series.isEmpty() && image.series != m_current->seriesUid() && studyOf(image.series) >= 0) {
                chooseSeries(image.series);
                return true;
            }
        }
    }
    return false;
}

} // namespace Chartline::Ui
