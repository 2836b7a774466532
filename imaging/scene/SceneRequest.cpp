// SPDX-License-Identifier: Apache-2.0
#include "scene/SceneRequest.h"

#include <algorithm>

namespace Chartline::Imaging {

CropBox boxAround(const Volume &volume)
{
    CropBox box{{1e30, 1e30, 1e30}, {-1e30, -1e30, -1e30}};
    for (int corner = 0; corner < 8; ++corner) {
        Vec3 index{};
        for (std::size_t i = 0; i < 3; ++i)
            index[i] = ((corner >> i) & 1) != 0 ? volume.size[i] - 0.5 : -0.5;
        const Vec3 at = volume.indexToPatient.point(index);
        for (std::size_t i = 0; i < 3; ++i) {
            box.low[i] = std::min(box.low[i], at[i]);
            box.high[i] = std::max(box.high[i], at[i]);
        }
    }
    return box;
}

} // namespace Chartline::Imaging
