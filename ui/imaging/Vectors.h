// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Affine.h"

namespace Chartline::Ui {

// Vec3 is a std::array, whose operators are found by scope alone; operators of flags in this namespace would hide them.
using Imaging::operator+;
using Imaging::operator-;
using Imaging::operator*;

} // namespace Chartline::Ui
