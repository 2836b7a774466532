// SPDX-License-Identifier: Apache-2.0
#include "objects/PresentationState.h"

#include <algorithm>

namespace Chartline::Imaging {

namespace {

template<typename T>
const T *partFor(const std::vector<T> &parts, const QString &instance, int frame)
{
    const auto found =
        std::ranges::find_if(parts, [&](const T &part) { return refersTo(part.images, instance, frame); });
    return found == parts.end() ? nullptr : &*found;
}

} // namespace

const SoftcopyVoi *PresentationState::contrastOf(const QString &instance, int frame) const
{
    return partFor(contrasts, instance, frame);
}

const DisplayedArea *PresentationState::areaOf(const QString &instance, int frame) const
{
    return partFor(areas, instance, frame);
}

} // namespace Chartline::Imaging
