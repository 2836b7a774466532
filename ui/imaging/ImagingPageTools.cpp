// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImagingPage.h"
#include "imaging/StackBar.h"
#include "imaging/StudyText.h"
#include "imaging/VolumeContent.h"

#include <QAction>
#include <array>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

// The planes of the axial, coronal and sagittal view in the others.
constexpr std::array s_planeColors{QColor(239, 108, 96, 190), QColor(130, 205, 130, 190), QColor(96, 165, 220, 190)};

// What makes sense in colour over something else.
bool isFunctional(const QString &modality)
{
    return modality == QLatin1StringView("PT") || modality == QLatin1StringView("NM")
           || modality == QLatin1StringView("RTDOSE");
}

} // namespace

void ImagingPage::connectExtras()
{
    connect(m_tools, &ImagingToolBar::fusionChosen, this, &ImagingPage::fuseWith);
    connect(m_tools, &ImagingToolBar::fusionEdited, this, [this](const std::function<void(Fusion &)> &change) {
        if (!m_fusion)
            return;
        change(*m_fusion);
        refreshViews();
        refreshFusion();
    });
    connect(m_fused, &ImagingSide::contentChanged, this, [this] {
        const VolumePtr &volume = m_fused->volume();
        if (bool(m_fusion) == bool(volume) && (!m_fusion || m_fusion->volume == volume))
            return;
        m_fusion.reset();
        if (volume)
            m_fusion = Fusion{volume, {}, fusionMap(*volume), 0.6, fusionWindow(*volume)};
        refreshViews();
        refreshFusion();
    });
    connect(m_fused, &ImagingSide::messageChanged, this, &ImagingPage::refreshTexts);
    connect(m_current, &ImagingSide::stackChanged, this, &ImagingPage::refreshStackBar);
    connect(m_tools, &ImagingToolBar::nudgeRequested, this, &ImagingPage::nudge);
    connect(m_tools, &ImagingToolBar::alignByHandRequested, this,
            [this] { m_alignment->startByHand(m_current->volume(), m_prior->volume()); });
    connect(m_tools, &ImagingToolBar::straightenRequested, this, &ImagingPage::straightenCuts);
    for (int i = 0; i < 3; ++i) {
        connect(m_grid->image(i), &ImageView::cursorTurned, this, [this, i](double degrees) { turnCuts(i, degrees); });
        connect(m_grid->image(i), &ImageView::straightenRequested, this, &ImagingPage::straightenCuts);
    }
    // Keys of the menus work wherever the focus is on this page.
    addActions(m_tools->pageActions());
}

QList<FusionChoice> ImagingPage::fusionChoices() const
{
    QList<FusionChoice> choices;
    if (!m_current->volume())
        return choices;
    const QString &frame = m_current->volume()->frameOfReference;
    for (const StudyInfo &study : m_studies) {
        for (const SeriesInfo &series : study.series) {
            const ImagingHeader &header = series.header;
            const bool here = !frame.isEmpty() && header.frameOfReference == frame;
            const bool near = study.uid == m_current->study().uid && isFunctional(header.modality);
            if (series.pictures == 0 || header.seriesUid == m_current->seriesUid()
                || header.modality == QLatin1StringView("SEG") || (!here && !near))
                continue;
            choices.append({header.seriesUid, header.modality + QStringLiteral(" · ") + StudyText::series(series),
                            here ? QString() : tr("another frame of reference")});
        }
    }
    std::ranges::stable_sort(choices, {}, [](const FusionChoice &choice) {
        return isFunctional(choice.words.section(QLatin1Char(' '), 0, 0)) ? 0 : 1;
    });
    return choices;
}

void ImagingPage::fuseWith(const QString &seriesUid)
{
    const qsizetype study = seriesUid.isEmpty() ? -1 : studyOf(seriesUid);
    if (study < 0)
        m_fused->close();
    else
        m_fused->open(m_person, m_studies[study], seriesUid);
    refreshFusion();
}

void ImagingPage::refreshFusion()
{
    QString words;
    for (const SeriesInfo &series : m_fused->study().series) {
        if (m_fused->isOpen() && series.header.seriesUid == m_fused->seriesUid())
            words = series.header.modality + QStringLiteral(" · ") + StudyText::series(series);
    }
    m_tools->setFusionChoices(fusionChoices());
    m_tools->setFusion(m_fusion, m_fused->seriesUid(), words);
}

void ImagingPage::refreshStackBar()
{
    m_stackBar->show(m_current->isOpen() ? m_current : nullptr);
    refreshFusion();
}

void ImagingPage::nudge(const Vec3 &mm, double degrees)
{
    if (!m_grid->isComparing() || !m_alignment->fixedToMoving())
        return;
    const ImageState &state = m_grid->image(1)->state();
    const Vec3 away = cross(state.right, state.down);
    m_alignment->nudge(
        {state.right * mm[0] + state.down * mm[1] + away * mm[2], away, degrees, m_cursor.value_or(state.center)});
}

bool ImagingPage::isMpr() const
{
    return m_grid->viewLayout() == ViewLayout::Mpr || m_grid->viewLayout() == ViewLayout::MprAndVolume;
}

// The lines seen in this view are the planes of the others: those turn.
void ImagingPage::turnCuts(int view, double degrees)
{
    if (!isMpr() || !m_cursor || !m_current->volume())
        return;
    const ImageState &turned = m_grid->image(view)->state();
    const Vec3 axis = cross(turned.right, turned.down);
    for (int i = 0; i < m_grid->imageCount(); ++i) {
        if (i == view)
            continue;
        ImageState state = m_grid->image(i)->state();
        state.turn(axis, degrees, *m_cursor);
        state.scrollTo(*m_cursor);
        m_grid->image(i)->setState(state);
    }
    refreshTexts();
}

void ImagingPage::straightenCuts()
{
    if (!isMpr() || !m_current->volume())
        return;
    for (int i = 0; i < m_grid->imageCount(); ++i) {
        ImageView *view = m_grid->image(i);
        const auto straight = VolumeContent::stackOf(*m_current->volume(), cutOf(i));
        ImageState state = view->state();
        state.right = straight.right;
        state.down = straight.down;
        state.axis = straight.axis;
        if (m_cursor)
            state.scrollTo(*m_cursor);
        view->setState(state);
    }
    refreshTexts();
}

void ImagingPage::refreshCursorLines()
{
    for (int i = 0; i < m_grid->imageCount(); ++i) {
        QList<ImageView::CursorLine> lines;
        for (int j = 0; isMpr() && j < m_grid->imageCount(); ++j) {
            if (j != i)
                lines.append({m_grid->image(j)->state().axis, s_planeColors[std::size_t(j)]});
        }
        m_grid->image(i)->setCursorLines(lines);
    }
}

// The cuts meet in the middle of what was looked at, unless a point has been chosen.
void ImagingPage::beginCursor()
{
    if (m_cursor || !m_current->volume() || m_grid->imageCount() == 0)
        return;
    setCursor3(m_grid->image(0)->state().center);
}

} // namespace Chartline::Ui
