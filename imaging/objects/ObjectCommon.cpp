// SPDX-License-Identifier: Apache-2.0
#include "objects/ObjectCommon.h"

#include <algorithm>

namespace Chartline::Imaging {

bool ImageReference::means(const QString &instance, int frame) const
{
    return instance == sopInstance && (frames.empty() || std::ranges::find(frames, frame + 1) != frames.end());
}

bool refersTo(const ImageReferences &images, const QString &instance, int frame)
{
    return images.empty()
           || std::ranges::any_of(images, [&](const ImageReference &image) { return image.means(instance, frame); });
}

} // namespace Chartline::Imaging
