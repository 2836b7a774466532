// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>
#include <array>

class QGridLayout;

namespace Chartline::Ui {

class ImageView;
class VolumeView;

// How the views are arranged. CompareAndVolume: prior and current, below them the current one from the front and in 3D.
enum class ViewLayout : quint8 { Single, Compare, CompareAndVolume, Mpr, Volume, MprAndVolume };

[[nodiscard]] constexpr bool comparesStudies(ViewLayout layout)
{
    return layout == ViewLayout::Compare || layout == ViewLayout::CompareAndVolume;
}

// The views of the imaging page, arranged. One of them can fill the whole for a while (double click).
class ViewGrid : public QWidget
{
    Q_OBJECT

public:
    explicit ViewGrid(QWidget *parent = nullptr);

    void setLayout(ViewLayout layout);
    [[nodiscard]] ViewLayout viewLayout() const { return m_viewLayout; }
    [[nodiscard]] bool isComparing() const { return comparesStudies(m_viewLayout); }
    // 2D views in use: one, two (prior, current) or three (axial, coronal, sagittal; or prior, current, coronal).
    [[nodiscard]] int imageCount() const;
    [[nodiscard]] ImageView *image(int index) const { return m_images[std::size_t(index)]; }
    [[nodiscard]] VolumeView *volume() const { return m_volume; }
    [[nodiscard]] bool hasVolume() const
    {
        return m_viewLayout == ViewLayout::Volume || m_viewLayout == ViewLayout::MprAndVolume
               || m_viewLayout == ViewLayout::CompareAndVolume;
    }
    void toggleMaximized(QWidget *view);

Q_SIGNALS:
    void layoutChanged();

private:
    void arrange();
    void place(QWidget *view, int row, int column, int rows = 1, int columns = 1);

    QGridLayout *m_grid;
    std::array<ImageView *, 3> m_images{};
    VolumeView *m_volume;
    QWidget *m_maximized = nullptr;
    ViewLayout m_viewLayout = ViewLayout::Single;
};

} // namespace Chartline::Ui
