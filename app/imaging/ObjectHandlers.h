// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "worker/Handler.h"

namespace Chartline {

// What the separate processes do for objects that are no images. See WorkerObjects for the asking side.
void addObjectHandlers(Worker::Handlers &handlers);

namespace ObjectOps {

// Input 0: DicomScan::header. Reply: Imaging::toBytes(DicomObject).
inline constexpr char object[] = "object";

} // namespace ObjectOps

} // namespace Chartline
