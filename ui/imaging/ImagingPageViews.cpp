// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImagingPage.h"

#include "imaging/ImagingObjects.h"
#include "imaging/MeasureController.h"
#include "imaging/PictureContent.h"
#include "imaging/StudyText.h"
#include "imaging/ViewKeysSheet.h"
#include "imaging/VolumeContent.h"
#include "imaging/VolumeView.h"
#include "viewmodels/DateText.h"

namespace Chartline::Ui {

using namespace Imaging;

namespace {

// Which view shows what in the layouts with three cuts.
constexpr Cut s_cuts[] = {Cut::Axial, Cut::Coronal, Cut::Sagittal};

// "SMITH^JOHN" and "Smith, John" are the same name: letters only, in any order of its words.
QString comparableName(const QString &name)
{
    QStringList words;
    QString word;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD).toCaseFolded() + u' ') {
        if (c.isLetterOrNumber()) {
            word += c;
        } else if (!c.isMark() && !word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    words.sort();
    return words.join(u' ');
}

// Its plane is off the axes of the patient.
bool isTurned(const ImageState &state)
{
    return std::max({std::abs(state.axis[0]), std::abs(state.axis[1]), std::abs(state.axis[2])}) < 0.9999;
}

} // namespace

void ImagingPage::connectTools()
{
    connect(m_tools, &ImagingToolBar::layoutChosen, this, &ImagingPage::chooseLayout);
    connect(m_tools, &ImagingToolBar::toolChosen, this, [this](ViewTool tool) {
        for (int i = 0; i < 3; ++i)
            m_grid->image(i)->setTool(tool);
    });
    connect(m_tools, &ImagingToolBar::presetChosen, this, &ImagingPage::applyPreset);
    connect(m_tools, &ImagingToolBar::slabChosen, this, [this](SlabMode mode, double mm) {
        for (int i = 0; i < m_grid->imageCount(); ++i) {
            m_grid->image(i)->editState([&](ImageState &state) {
                state.slabMode = mode;
                state.slab = mm;
            });
        }
    });
    connect(m_tools, &ImagingToolBar::alignRequested, this, &ImagingPage::toggleAlignment);
    connect(m_tools, &ImagingToolBar::compareModeChosen, this, [this](CompareMode mode) {
        m_compareMode = mode;
        refreshViews();
    });
    connect(m_tools, &ImagingToolBar::fitRequested, this, [this] { onActive([](ImageView *view) { view->fit(); }); });
    const auto turn = [this](void (ImagingToolBar::*signal)(), void (*change)(ImageState &)) {
        connect(m_tools, signal, this, [this, change] { onActive([&](ImageView *view) { view->editState(change); }); });
    };
    turn(&ImagingToolBar::invertRequested, [](ImageState &state) { state.inverted = !state.inverted; });
    turn(&ImagingToolBar::rotateRequested, [](ImageState &state) { state.rotate(); });
    turn(&ImagingToolBar::mirrorRequested, [](ImageState &state) { state.mirror(); });
    turn(&ImagingToolBar::flipRequested, [](ImageState &state) { state.flip(); });
    turn(&ImagingToolBar::interpolationToggled, [](ImageState &state) { state.nearest = !state.nearest; });
    connect(m_tools, &ImagingToolBar::playToggled, this, [this] {
        onActive([this](ImageView *view) {
            view->setPlaying(!view->isPlaying());
            m_tools->setPlaying(view->isPlaying());
        });
    });
    connect(m_tools, &ImagingToolBar::helpRequested, this, &ImagingPage::showHelp);
}

void ImagingPage::connectViews()
{
    for (int i = 0; i < 3; ++i) {
        ImageView *view = m_grid->image(i);
        connect(view, &ImageView::stateEdited, this, [this, i](const ImageState &before) { viewEdited(i, before); });
        connect(view, &ImageView::cursorMoved, this, [this, i](const Vec3 &point) {
            // A prior that is not laid over the current study has coordinates of its own.
            if (isInCurrentSpace(i))
                setCursor3(point);
        });
        connect(view, &ImageView::windowPresetRequested, this, [this](int number) { applyPreset(number - 1); });
        connect(view, &ImageView::activated, this, [this, i] {
            m_active = i;
            for (int j = 0; j < 3; ++j)
                m_grid->image(j)->setActive(j == m_active && m_grid->imageCount() > 1);
            m_tools->setPlaying(m_grid->image(i)->isPlaying());
        });
    }
    connect(m_grid, &ViewGrid::layoutChanged, this, [this] { m_active = 0; });
}

template<typename Act>
void ImagingPage::onActive(Act act)
{
    if (ImageView *view = activeView())
        act(view);
}

ImageView *ImagingPage::activeView() const
{
    return m_active < m_grid->imageCount() ? m_grid->image(m_active)
           : m_grid->imageCount() > 0      ? m_grid->image(0)
                                           : nullptr;
}

ImagingSide *ImagingPage::sideOf(int view) const
{
    return m_grid->isComparing() && view == 0 ? m_prior : m_current;
}

Cut ImagingPage::cutOf(int view) const
{
    if (m_grid->viewLayout() == ViewLayout::CompareAndVolume)
        return view == 2 ? Cut::Coronal : Cut::Native;
    return isMpr() ? s_cuts[view] : Cut::Native;
}

std::shared_ptr<ImageContent> ImagingPage::contentOf(int view) const
{
    if (!m_grid->isComparing() || view == 2) {
        auto content = m_current->content(cutOf(view));
        if (auto *cut = dynamic_cast<VolumeContent *>(content.get()); cut && m_fusion && !m_grid->isComparing())
            cut->fuse(m_fusion);
        return content;
    }
    const auto over = m_alignment->fixedToMoving();
    if (!over || !m_current->volume() || !m_prior->volume())
        return sideOf(view)->content(Cut::Native);
    // Aligned: both are drawn in the space of the current study, so that the same place is in the same place.
    auto content = std::make_shared<VolumeContent>(m_current->volume(), Cut::Native);
    if (view == 0)
        content->showOther(m_prior->volume(), *over);
    else if (m_compareMode != CompareMode::SideBySide)
        content->overlay(m_prior->volume(), *over, m_compareMode);
    return content;
}

void ImagingPage::refreshViews()
{
    m_objects->current()->setShown(*m_current);
    m_objects->prior()->setShown(*m_prior);
    // The current study first: the prior takes its contrast from it.
    for (int i = m_grid->imageCount() - 1; i >= 0; --i)
        refreshView(i);
    const bool hasVolume = bool(m_current->volume());
    m_tools->setHasVolume(hasVolume);
    if (hasVolume) {
        m_presetList = WindowPresets::of(m_current->volume()->modality, m_current->volume()->units);
        m_tools->setPresets(m_presetList);
    } else if (const ImageDescription *image = m_current->firstImage()) {
        m_presetList = WindowPresets::of(image->modality, image->units);
        m_tools->setPresets(m_presetList);
    }
    if (isMpr())
        beginCursor();
    refreshTexts();
}

// A view that already shows the same kind of thing keeps its place, zoom and window.
void ImagingPage::refreshView(int index)
{
    ImageView *view = m_grid->image(index);
    const auto before = view->content();
    const ImageState was = view->state();
    const auto content = contentOf(index);
    if (content)
        content->setLayers(layersOf(index));
    if (content == before)
        return;
    const auto *cutBefore = dynamic_cast<const VolumeContent *>(before.get());
    const auto *cutNow = dynamic_cast<const VolumeContent *>(content.get());
    const bool keep = cutBefore && cutNow && cutBefore->cut() == cutNow->cut()
                      && before->frameOfReference() == content->frameOfReference()
                      && before->units() == content->units();
    view->setContent(content);
    const ImageView *current = m_grid->image(1);
    if (keep) {
        view->setState(was);
    } else if (content && m_grid->isComparing() && index == 0 && m_tools->linkWindow() && current->content()
               && current->content()->units() == content->units()
               && current->content()->isInPatient() == content->isInPatient()) {
        // Two pictures are compared in the same contrast.
        ImageState state = view->state();
        state.window = current->state().window;
        state.inverted = current->state().inverted;
        view->setState(state);
    }
    if (!keep && content && content->isInPatient() && m_cursor) {
        ImageState state = view->state();
        state.scrollTo(*m_cursor);
        view->setState(state);
    }
}

void ImagingPage::refreshVolume()
{
    VolumeView *view = m_grid->volume();
    if (!m_grid->hasVolume())
        return;
    view->setVolume(m_current->volume());
    if (!m_current->volume())
        view->setMessage(m_current->message(), m_current->isError());
    view->setCaption(captionOf(-1));
    const auto [patient, differs] = patientOf(*m_current);
    view->setPatient(patient, differs);
}

QString ImagingPage::comparedCaption() const
{
    const bool over = m_alignment->fixedToMoving().has_value();
    if (isLater(m_prior->study(), m_current->study()))
        return over ? tr("LATER, laid over the current study") : tr("LATER");
    return over ? tr("PRIOR, laid over the current study") : tr("PRIOR");
}

QString ImagingPage::captionOf(int view) const
{
    const ImagingSide *side = view < 0 ? m_current : sideOf(view);
    if (!side->isOpen())
        return {};
    QStringList parts;
    if (m_grid->isComparing())
        parts.append(view != 0 ? tr("CURRENT") : comparedCaption());
    const Cut cut = view < 0 ? Cut::Native : cutOf(view);
    const bool oblique = cut != Cut::Native && isTurned(m_grid->image(view)->state());
    switch (cut) {
    case Cut::Axial: parts.append(oblique ? tr("axial, turned") : tr("axial")); break;
    case Cut::Coronal: parts.append(oblique ? tr("coronal, turned") : tr("coronal")); break;
    case Cut::Sagittal: parts.append(oblique ? tr("sagittal, turned") : tr("sagittal")); break;
    case Cut::Native: break;
    }
    parts.append(StudyText::title(side->study()));
    parts.append(StudyText::subtitle(side->study()));
    return parts.join(QStringLiteral(" · "));
}

// The patient as the image itself says; whether that is somebody else than the record that is open.
std::pair<QString, bool> ImagingPage::patientOf(const ImagingSide &side) const
{
    const ImageDescription *image = side.firstImage();
    if (!image)
        return {};
    const PartialDate birth = PartialDate::parse(image->patientBirthDate);
    QStringList parts{image->patientName.isEmpty() ? tr("no name in the image") : image->patientName};
    parts.append(birth.isValid() ? tr("born %1").arg(DateText::day(birth)) : tr("no birth date in the image"));
    bool differs = false;
    if (m_record) {
        const PersonSummary &person = m_record->person;
        const bool name = !image->patientName.isEmpty() && !person.name.isEmpty()
                          && comparableName(image->patientName) != comparableName(person.name);
        const bool date =
            birth.isValid() && !person.birthDate.isEmpty() && birth.text().left(10) != person.birthDate.left(10);
        differs = name || date;
        if (differs)
            parts.append(tr("differs from the open record"));
    }
    return {parts.join(QStringLiteral(" · ")), differs};
}

void ImagingPage::refreshTexts()
{
    refreshVolume();
    refreshCursorLines();
    for (int i = 0; i < m_grid->imageCount(); ++i) {
        ImageView *view = m_grid->image(i);
        const ImagingSide *side = sideOf(i);
        view->setCaption(captionOf(i));
        const auto [patient, differs] = patientOf(*side);
        view->setPatient(patient, differs);
        QStringList notes = side->notes();
        if (side == m_current && m_fused->isOpen() && !m_grid->isComparing()) {
            for (const QString &note : m_fused->notes())
                notes.append(tr("Overlay: %1").arg(note));
            if (!m_fusion && !m_fused->message().isEmpty())
                notes.append(tr("Overlay: %1").arg(m_fused->message()));
        }
        if (const auto *pictures = dynamic_cast<const PictureContent *>(view->content().get())) {
            if (const QString problem = pictures->problem(view->state()); !problem.isEmpty())
                notes.append(problem);
        }
        view->setNotes(notes);
        const bool waits = !view->content() || !side->message().isEmpty();
        view->setMessage(waits ? side->message() : QString(), side->isError());
        view->setCursorPoint(showsCursor(i) ? m_cursor : std::nullopt);
    }
    m_measure->refresh();
}

void ImagingPage::applyPreset(int index)
{
    if (index < 0 || index >= m_presetList.size())
        return;
    onActive([&](ImageView *view) {
        if (!view->content())
            return;
        const WindowPreset &preset = m_presetList[index];
        const ImageState initial = view->content()->initial(view->size());
        Window window = preset.window;
        window.explanation = preset.name;
        if (preset.kind == WindowPreset::Kind::FromImage)
            window = initial.window;
        else if (preset.kind == WindowPreset::Kind::FullRange)
            window = view->content()->fullWindow();
        view->applyWindow(window, initial.inverted);
    });
}

void ImagingPage::showHelp()
{
    auto *sheet = new ViewKeysSheet(this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

} // namespace Chartline::Ui
