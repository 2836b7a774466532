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

// Whether a presentation state's window is in the values that an image of the content is shown in.
ContrastUse contrastUse(const PresentationState &presentation, const ImageContent &content,
                        const ImageDescription &image, int frame)
{
    const FrameInfo info = image.frame(frame);
    const auto differs = [](double a, double b) { return std::abs(a - b) > 1e-6 * std::max(std::abs(a), 1.0); };
    const bool rescaled = presentation.rescale
                          && (differs((*presentation.rescale)[0], info.slope.value_or(1))
                              || differs((*presentation.rescale)[1], info.intercept.value_or(0)));
    return rescaled || content.units().startsWith(QLatin1StringView("SUV")) ? ContrastUse::OtherUnits
                                                                            : ContrastUse::Applied;
}

} // namespace

void ImagingPage::connectObjects()
{
    m_panel->setBetween(m_objects->lists());
    connect(m_objects, &ImagingObjects::objectsChanged, this, &ImagingPage::showWaveforms);
    connect(m_current, &ImagingSide::opened, this, &ImagingPage::showWaveforms);
    connect(m_objects, &ImagingObjects::shownChanged, this, [this] {
        for (int i = 0; i < m_grid->imageCount(); ++i)
            m_grid->image(i)->redrawContent();
    });
    for (SideObjects *objects : {m_objects->current(), m_objects->prior()}) {
        const OverlayList *list = objects->list();
        connect(list, &OverlayList::presentationChosen, this,
                [this, objects](const PresentationState *state) { applyPresentation(objects, state); });
        connect(list, &OverlayList::nextKeyImageRequested, this,
                [this, objects] { (void)showNextKeyImage(viewOf(objects)); });
        connect(list, &OverlayList::itemRequested, this,
                [this, objects](std::size_t item) { goTo(objects, objects->layers()->items()[item].middle); });
    }
    connect(m_objects->report(), &ReportPane::timelineRequested, this, &ImagingPage::factChosen);
    m_objects->keyHandler = [this](int key) {
        switch (key) {
        case Qt::Key_K: return showNextKeyImage(m_active < m_grid->imageCount() ? m_active : 0);
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
    const auto toOwn = ownSpaceOf(view);
    return toOwn ? m_objects->prior()->layersThrough(*toOwn) : objectsOf(view)->layers();
}

SideObjects *ImagingPage::objectsOf(int view) const
{
    return sideOf(view) == m_current ? m_objects->current() : m_objects->prior();
}

// From the coordinates of a view to those of the study it shows, where they are not the same.
std::optional<Affine> ImagingPage::ownSpaceOf(int view) const
{
    return sideOf(view) == m_prior && m_current->volume() && m_prior->volume() ? m_alignment->fixedToMoving()
                                                                               : std::nullopt;
}

// The view in which a side's list acts: the active one, or the first that shows the side; -1: none does.
int ImagingPage::viewOf(const SideObjects *objects) const
{
    if (m_active < m_grid->imageCount() && objectsOf(m_active) == objects)
        return m_active;
    for (int i = 0; i < m_grid->imageCount(); ++i) {
        if (objectsOf(i) == objects)
            return i;
    }
    return -1;
}

void ImagingPage::goTo(const SideObjects *objects, const std::optional<Vec3> &point)
{
    const int view = viewOf(objects);
    if (!point || view < 0)
        return;
    const auto toOwn = ownSpaceOf(view);
    const auto back = toOwn ? toOwn->inverse() : Affine();
    if (isInCurrentSpace(view) && back)
        setCursor3(back->point(*point));
    else if (m_grid->image(view)->content() && m_grid->image(view)->content()->isInPatient())
        m_grid->image(view)->editState([&](ImageState &state) { state.scrollTo(*point); });
}

ReportPane *ImagingPage::report() const
{
    return m_objects->report();
}

void ImagingPage::showWaveforms()
{
    if (!m_current->isOpen())
        return;
    std::size_t count = 0;
    ImageDescription patient;
    for (const StudyObjectPtr &object : m_objects->current()->study()->objects()) {
        if (object->seriesUid == m_current->seriesUid()) {
            count += std::holds_alternative<Waveform>(object->object) ? 1 : 0;
            patient.patientName = identityOf(object->object).patientName;
            patient.patientBirthDate = identityOf(object->object).patientBirthDate;
        }
    }
    // They are read one after the other: each joins those that are shown already.
    const auto before = std::dynamic_pointer_cast<const EcgContent>(m_current->content(Cut::Native));
    const auto waveforms =
        !before || before->objects().size() != count ? m_objects->waveformsOf(m_current->seriesUid()) : nullptr;
    if (!waveforms)
        return;
    std::vector<std::pair<ImageView *, ImageState>> states;
    if (before) {
        waveforms->continueFrom(*before);
        for (int i = 0; i < m_grid->imageCount(); ++i) {
            ImageView *view = m_grid->image(i);
            // Where nothing has been moved, it begins with what is the first now.
            if (view->content() == before && view->state() != before->initial(view->size()))
                states.emplace_back(view, waveforms->stateFrom(*before, view->state()));
        }
    }
    if (m_grid->viewLayout() != ViewLayout::Single && m_grid->viewLayout() != ViewLayout::Compare)
        chooseLayout(ViewLayout::Single);
    m_current->showContent(waveforms, patient);
    for (const auto &[view, state] : states) {
        if (view->content() == waveforms)
            view->setState(state);
    }
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
    m_objects->current()->list()->setFocus();
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

void ImagingPage::applyPresentation(SideObjects *objects, const PresentationState *presentation)
{
    const auto &layers = objects->layers();
    layers->setPresentation(presentation);
    objects->setPresentationNote({});
    const int index = viewOf(objects);
    ImageView *view = index >= 0 ? m_grid->image(index) : nullptr;
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
        const Affine toOwn = ownSpaceOf(index).value_or(Affine());
        const bool inPatient = view->content()->isInPatient();
        const int now = layers->images().nearest(view->state().through(toOwn), inPatient);
        const int image = layers->images().find(
            now, [&](const QString &sop, int frame) { return refersTo(presentation->images, sop, frame); });
        const auto place = image >= 0 ? placeIn(*view, layers->images(), image) : std::nullopt;
        if (const auto back = toOwn.inverse(); place && back) {
            const ImageState initial = view->content()->initial(view->size()).through(toOwn);
            const ContrastUse use =
                contrastUse(*presentation, *view->content(), layers->images().image(image), place->frame);
            if (use == ContrastUse::OtherUnits && presentation->contrastOf(place->sopInstance, place->frame))
                objects->setPresentationNote(QStringLiteral("other-units"));
            view->setState(presented(*presentation, *place, use, initial, view->size()).through(*back));
        }
    }
    // Its notes are in the list, which must not go while it is asked.
    QMetaObject::invokeMethod(objects, &SideObjects::refreshList, Qt::QueuedConnection);
    Q_EMIT objects->shownChanged();
}

// Another image has the contrast that the state wants for it, or its own where the state does not speak of it; unless
// it was changed by hand.
void ImagingPage::followPresentation(int index, const ImageState &before)
{
    const auto &layers = objectsOf(index)->layers();
    const PresentationState *presentation = layers->presentation();
    ImageView *view = m_grid->image(index);
    if (!presentation || !view->content())
        return;
    const Affine toOwn = ownSpaceOf(index).value_or(Affine());
    const bool inPatient = view->content()->isInPatient();
    const ImagePlaces &images = layers->images();
    const int was = images.nearest(before.through(toOwn), inPatient);
    const int now = images.nearest(view->state().through(toOwn), inPatient);
    if (was == now || was < 0 || now < 0)
        return;
    const ImageState initial = view->content()->initial(view->size());
    const auto contrast = [&](int i) {
        const ImageDescription &image = images.image(i);
        return withContrast(*presentation, image.sopInstance, images.frame(i), ImagePlaces::isInverted(image),
                            contrastUse(*presentation, *view->content(), image, images.frame(i)), initial);
    };
    ImageState state = view->state();
    if (state.window != contrast(was).window)
        return;
    const ImageState next = contrast(now);
    state.window = next.window;
    state.inverted = next.inverted;
    view->setState(state);
}

bool ImagingPage::showNextKeyImage(int index)
{
    ImageView *view = index >= 0 ? m_grid->image(index) : nullptr;
    if (!view || !view->content())
        return false;
    const auto &layers = objectsOf(index)->layers();
    const Affine toOwn = ownSpaceOf(index).value_or(Affine());
    const auto back = toOwn.inverse();
    const bool inPatient = view->content()->isInPatient();
    const ImagePlaces &images = layers->images();
    const auto isKey = [&](const QString &sop, int frame) { return !layers->keyTitles(sop, frame).isEmpty(); };
    const int now = images.nearest(view->state().through(toOwn), inPatient);
    const int next = images.isEmpty() ? -1 : images.find((now + 1) % images.count(), isKey);
    if (next >= 0) {
        view->editState([&](ImageState &state) {
            if (!inPatient)
                state.center[2] = next;
            else if (const auto place = images.slice(next); place && back)
                state.scrollTo(back->point(place->point(0.5, 0.5)));
        });
        return true;
    }
    // None in this series: the first one that has some.
    const ImagingSide *side = sideOf(index);
    for (const KeyObjects *keys : layers->keySelections()) {
        for (const ImageReference &image : keys->images) {
            if (image.series.isEmpty() || image.series == side->seriesUid() || studyOf(image.series) < 0)
                continue;
            if (side == m_current)
                chooseSeries(image.series);
            else
                chooseCompared(image.series);
            return true;
        }
    }
    return false;
}

} // namespace Chartline::Ui
