// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shell/Overlay.h"

namespace Chartline::Ui {

// Shown while files are dragged over the window.
class DropOverlay : public Overlay
{
    Q_OBJECT

public:
    explicit DropOverlay(QWidget *parent);
};

} // namespace Chartline::Ui
