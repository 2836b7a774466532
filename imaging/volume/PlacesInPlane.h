// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "volume/LayoutFrame.h"

namespace Chartline::Imaging {

// Sets LayoutFrame::along, ::position (places are the same within 0.05 mm, or a tenth of a pixel where that is less)
// and the key Place: which of several sets that lie side by side in the plane a frame belongs to. Sets are told apart
// where they are more than 1 mm and 2 pixels away from each other, a common lean of the stack (gantry tilt) aside.
void numberPlacesInPlane(Plane &plane);

} // namespace Chartline::Imaging
