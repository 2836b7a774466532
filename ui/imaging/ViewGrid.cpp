// SPDX-License-Identifier: Apache-2.0
#include "imaging/ViewGrid.h"

#include "imaging/ImageView.h"
#include "imaging/VolumeView.h"

#include <QGridLayout>

namespace Chartline::Ui {

ViewGrid::ViewGrid(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_volume(new VolumeView(this))
{
    m_grid->setContentsMargins(2, 2, 2, 2);
    m_grid->setSpacing(2);
    setAutoFillBackground(true);
    QPalette dark = palette();
    dark.setColor(QPalette::Window, QColor(30, 36, 44));
    setPalette(dark);
    for (ImageView *&view : m_images) {
        view = new ImageView(this);
        connect(view, &ImageView::doubleClicked, this, [this, view] { toggleMaximized(view); });
    }
    connect(m_volume, &VolumeView::doubleClicked, this, [this] { toggleMaximized(m_volume); });
    arrange();
}

int ViewGrid::imageCount() const
{
    switch (m_viewLayout) {
    case ViewLayout::Single: return 1;
    case ViewLayout::Compare: return 2;
    case ViewLayout::CompareAndVolume:
    case ViewLayout::Mpr:
    case ViewLayout::MprAndVolume: return 3;
    case ViewLayout::Volume: return 0;
    }
    return 0;
}

void ViewGrid::setLayout(ViewLayout layout)
{
    if (layout == m_viewLayout)
        return;
    m_viewLayout = layout;
    m_maximized = nullptr;
    arrange();
    Q_EMIT layoutChanged();
}

void ViewGrid::toggleMaximized(QWidget *view)
{
    m_maximized = m_maximized ? nullptr : view;
    arrange();
}

void ViewGrid::place(QWidget *view, int row, int column, int rows, int columns)
{
    m_grid->addWidget(view, row, column, rows, columns);
    view->show();
}

void ViewGrid::arrange()
{
    for (ImageView *view : m_images) {
        m_grid->removeWidget(view);
        view->hide();
    }
    m_grid->removeWidget(m_volume);
    m_volume->hide();
    for (int i = 0; i < 2; ++i) {
        m_grid->setColumnStretch(i, 1);
        m_grid->setRowStretch(i, 1);
    }
    if (m_maximized) {
        place(m_maximized, 0, 0, 2, 2);
        return;
    }
    switch (m_viewLayout) {
    case ViewLayout::Single: place(m_images[0], 0, 0, 2, 2); break;
    case ViewLayout::Compare:
        place(m_images[0], 0, 0, 2, 1);
        place(m_images[1], 0, 1, 2, 1);
        break;
    case ViewLayout::Mpr:
        m_grid->setColumnStretch(0, 3);
        m_grid->setColumnStretch(1, 2);
        place(m_images[0], 0, 0, 2, 1);
        place(m_images[1], 0, 1);
        place(m_images[2], 1, 1);
        break;
    case ViewLayout::Volume: place(m_volume, 0, 0, 2, 2); break;
    case ViewLayout::CompareAndVolume:
    case ViewLayout::MprAndVolume:
        place(m_images[0], 0, 0);
        place(m_images[1], 0, 1);
        place(m_images[2], 1, 0);
        place(m_volume, 1, 1);
        break;
    }
}

} // namespace Chartline::Ui
