// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImagingPage.h"
#include "imaging/PictureContent.h"

#include <cmath>

namespace Chartline::Ui {

using namespace Imaging;

void ImagingPage::viewEdited(int index, const ImageState &before)
{
    followPresentation(index, before);
    switch (m_grid->viewLayout()) {
    case ViewLayout::Mpr:
    case ViewLayout::MprAndVolume: linkMpr(index, before); break;
    case ViewLayout::Compare: linkCompare(index, before); break;
    case ViewLayout::CompareAndVolume:
        if (index < 2)
            linkCompare(index, before);
        linkThird(index, before);
        break;
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
    refreshCursorLines();
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

// The view below the compared ones: it shares their window, and its slice is the crosshair's.
void ImagingPage::linkThird(int index, const ImageState &before)
{
    const ImageState &now = m_grid->image(index)->state();
    for (const int i : {0, 1, 2}) {
        ImageView *view = m_grid->image(i);
        if (i == index || (i != 2 && index != 2) || !view->content() || !m_tools->linkWindow())
            continue;
        ImageState state = view->state();
        state.window = now.window;
        state.inverted = now.inverted;
        view->setState(state);
    }
    const double moved = dot(now.center - before.center, now.axis);
    if (m_cursor && index > 0 && std::abs(moved) > 1e-9)
        setCursor3(*m_cursor + now.axis * now.offPlane(*m_cursor) * -1);
}

// Its coordinates are those of the current study.
bool ImagingPage::isInCurrentSpace(int view) const
{
    const auto &content = m_grid->image(view)->content();
    if (!content || !content->isInPatient() || !m_current->volume())
        return false;
    return sideOf(view) == m_current || m_alignment->fixedToMoving().has_value()
           || (!content->frameOfReference().isEmpty()
               && content->frameOfReference() == m_current->volume()->frameOfReference);
}

bool ImagingPage::showsCursor(int view) const
{
    return m_cursor && isInCurrentSpace(view)
           && (cutOf(view) != Cut::Native || (m_grid->isComparing() && isInCurrentSpace(0))
               || m_grid->viewLayout() == ViewLayout::CompareAndVolume);
}

void ImagingPage::setCursor3(const Vec3 &point)
{
    m_cursor = point;
    for (int i = 0; i < m_grid->imageCount(); ++i) {
        ImageView *view = m_grid->image(i);
        if (!isInCurrentSpace(i))
            continue;
        ImageState state = view->state();
        state.scrollTo(point);
        view->setState(state);
        view->setCursorPoint(showsCursor(i) ? m_cursor : std::nullopt);
    }
}

} // namespace Chartline::Ui
