// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImagingPage.h"

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
        connect(view, &ImageView::cursorMoved, this, &ImagingPage::setCursor3);
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
    return m_grid->viewLayout() == ViewLayout::Compare && view == 0 ? m_prior : m_current;
}

Cut ImagingPage::cutOf(int view) const
{
    const bool cuts = m_grid->viewLayout() == ViewLayout::Mpr || m_grid->viewLayout() == ViewLayout::MprAndVolume;
    return cuts ? s_cuts[view] : Cut::Native;
}

std::shared_ptr<ImageContent> ImagingPage::contentOf(int view) const
{
    if (m_grid->viewLayout() != ViewLayout::Compare)
        return m_current->content(cutOf(view));
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
    refreshTexts();
}

// A view that already shows the same kind of thing keeps its place, zoom and window.
void ImagingPage::refreshView(int index)
{
    ImageView *view = m_grid->image(index);
    const auto before = view->content();
    const ImageState was = view->state();
    const auto content = contentOf(index);
    if (content == before)
        return;
    const bool keep = before && content && before->isInPatient() && content->isInPatient()
                      && before->frameOfReference() == content->frameOfReference()
                      && before->units() == content->units() && was.axis == content->initial(view->size()).axis;
    view->setContent(content);
    const ImageView *current = m_grid->image(1);
    if (keep) {
        view->setState(was);
    } else if (content && m_grid->viewLayout() == ViewLayout::Compare && index == 0 && m_tools->linkWindow()
               && current->content() && current->content()->units() == content->units()
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

QString ImagingPage::captionOf(int view) const
{
    const ImagingSide *side = view < 0 ? m_current : sideOf(view);
    if (!side->isOpen())
        return {};
    QStringList parts;
    if (m_grid->viewLayout() == ViewLayout::Compare)
        parts.append(view != 0                                  ? tr("CURRENT")
                     : m_alignment->fixedToMoving().has_value() ? tr("PRIOR, laid over the current study")
                                                                : tr("PRIOR"));
    switch (view < 0 ? Cut::Native : cutOf(view)) {
    case Cut::Axial: parts.append(tr("axial")); break;
    case Cut::Coronal: parts.append(tr("coronal")); break;
    case Cut::Sagittal: parts.append(tr("sagittal")); break;
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
    for (int i = 0; i < m_grid->imageCount(); ++i) {
        ImageView *view = m_grid->image(i);
        const ImagingSide *side = sideOf(i);
        view->setCaption(captionOf(i));
        const auto [patient, differs] = patientOf(*side);
        view->setPatient(patient, differs);
        QStringList notes = side->notes();
        if (const auto *pictures = dynamic_cast<const PictureContent *>(view->content().get())) {
            if (const QString problem = pictures->problem(view->state()); !problem.isEmpty())
                notes.append(problem);
        }
        view->setNotes(notes);
        const bool waits = !view->content() || !side->message().isEmpty();
        view->setMessage(waits ? side->message() : QString(), side->isError());
        view->setCursorPoint(cutOf(i) == Cut::Native && !(m_cursor && m_grid->viewLayout() == ViewLayout::Compare)
                                 ? std::nullopt
                                 : m_cursor);
    }
}

void ImagingPage::viewEdited(int index, const ImageState &before)
{
    switch (m_grid->viewLayout()) {
    case ViewLayout::Mpr:
    case ViewLayout::MprAndVolume: linkMpr(index, before); break;
    case ViewLayout::Compare: linkCompare(index, before); break;
    case ViewLayout::Single:
    case ViewLayout::Volume: break;
    }
    if (dynamic_cast<const PictureContent *>(m_grid->image(index)->content().get()))
        refreshTexts(); // each picture has problems of its own
}

// The three cuts have one window, one scale, and meet in one point.
void ImagingPage::linkMpr(int index, const ImageState &before)
{
    const ImageState &now = m_grid->image(index)->state();
    for (int i = 0; i < 3; ++i) {
        if (i == index)
            continue;
        ImageState state = m_grid->image(i)->state();
        state.window = now.window;
        state.inverted = now.inverted;
        state.nearest = now.nearest;
        state.mmPerPixel *= now.mmPerPixel / before.mmPerPixel;
        m_grid->image(i)->setState(state);
    }
    const double moved = dot(now.center - before.center, now.axis);
    if (m_cursor && std::abs(moved) > 1e-9)
        setCursor3(*m_cursor + now.axis * now.offPlane(*m_cursor) * -1);
}

// The other study follows: exactly, where the two are aligned or share their frame of reference; else by the same
// distance.
void ImagingPage::linkCompare(int index, const ImageState &before)
{
    ImageView *other = m_grid->image(1 - index);
    const ImageView *moved = m_grid->image(index);
    if (!other->content() || !moved->content())
        return;
    const ImageState &now = moved->state();
    ImageState state = other->state();
    if (m_tools->linkWindow() && other->content()->units() == moved->content()->units()) {
        state.window = now.window;
        state.inverted = now.inverted;
    }
    if (m_tools->linkScroll()) {
        const bool sameSpace = moved->content()->isInPatient() && other->content()->isInPatient()
                               && moved->content()->frameOfReference() == other->content()->frameOfReference();
        if (sameSpace) {
            state.center = now.center;
            state.right = now.right;
            state.down = now.down;
            state.mmPerPixel = now.mmPerPixel;
        } else {
            const Vec3 by = now.center - before.center;
            const Vec3 plane = by - now.axis * dot(by, now.axis);
            state.center = state.center + plane + state.axis * dot(by, now.axis);
            state.mmPerPixel *= now.mmPerPixel / before.mmPerPixel;
            if (now.right != before.right || now.down != before.down) {
                state.right = now.right;
                state.down = now.down;
            }
        }
        state.slab = now.slab;
        state.slabMode = now.slabMode;
        state.nearest = now.nearest;
    }
    other->setState(state);
}

void ImagingPage::setCursor3(const Vec3 &point)
{
    m_cursor = point;
    for (int i = 0; i < m_grid->imageCount(); ++i) {
        ImageView *view = m_grid->image(i);
        if (!view->content() || !view->content()->isInPatient())
            continue;
        ImageState state = view->state();
        state.scrollTo(point);
        view->setState(state);
        const bool shown =
            cutOf(i) != Cut::Native || (m_grid->viewLayout() == ViewLayout::Compare && m_alignment->fixedToMoving());
        view->setCursorPoint(shown ? m_cursor : std::nullopt);
    }
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
