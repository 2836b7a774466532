// SPDX-License-Identifier: Apache-2.0
#include "shell/DropOverlay.h"

#include "theme/Layouts.h"

#include <QLabel>
#include <QVBoxLayout>

namespace Chartline::Ui {

DropOverlay::DropOverlay(QWidget *parent)
    : Overlay(parent)
{
    // The drag belongs to the window below.
    setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *frame = new QFrame;
    setFrameRole(frame, FrameStyle::Drop);
    QVBoxLayout *words = makeColumn(frame, 48, Space::m);
    words->addStretch();
    words->addWidget(makeIconLabel(Icon::Name::Import, 64, QPalette::Accent), 0, Qt::AlignHCenter);
    words->addWidget(makeLabel(tr("Drop to import"), TextStyle::Title), 0, Qt::AlignHCenter);
    words->addWidget(
        makeLabel(tr("Files, folders and ZIP archives. The originals are not changed."), TextStyle::Body, Tone::Muted),
        0, Qt::AlignHCenter);
    words->addStretch();
    makeColumn(this, 48, 0)->addWidget(frame);
}

} // namespace Chartline::Ui
