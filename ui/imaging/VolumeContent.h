// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/Fusion.h"
#include "imaging/ImageContent.h"
#include "imaging/ImageLayers.h"
#include "scene/SliceStack.h"

namespace Chartline::Ui {

// A volume cut by a plane, in the patient's coordinates; where asked, another one in its place or laid over it.
class VolumeContent final : public ImageContent
{
public:
    VolumeContent(Imaging::VolumePtr volume, Cut cut);

    // Draws the other volume in the space of this one: the same place of the body in the same place of the view.
    void showOther(const Imaging::VolumePtr &other, const Imaging::Affine &toOther);
    // Draws this one with the other laid over it.
    void overlay(const Imaging::VolumePtr &other, const Imaging::Affine &toOther, CompareMode how);
    // Draws another one over it in colour; not while two studies are compared.
    void fuse(const std::optional<Fusion> &fusion);
    void setLayers(const std::shared_ptr<const ImageLayers> &layers) override { m_layers = layers; }
    [[nodiscard]] Cut cut() const { return m_cut; }

    [[nodiscard]] QImage draw(const ImageState &state, const QSize &size, qreal devicePixelRatio) override;
    [[nodiscard]] ImageState initial(const QSize &size) const override;
    [[nodiscard]] int sliceCount(const ImageState &state) const override;
    [[nodiscard]] int sliceAt(const ImageState &state) const override;
    [[nodiscard]] double sliceStep(const ImageState &state) const override;
    [[nodiscard]] double sliceThickness(const ImageState &state) const override;
    [[nodiscard]] std::optional<double> valueAt(const Imaging::Vec3 &point) const override;
    [[nodiscard]] QStringList readings(const Imaging::Vec3 &point) const override;
    [[nodiscard]] QString units() const override { return shown().units; }
    [[nodiscard]] double range() const override;
    [[nodiscard]] Imaging::Window fullWindow() const override;
    [[nodiscard]] bool isInPatient() const override { return true; }
    [[nodiscard]] QString frameOfReference() const override { return m_volume->frameOfReference; }

    // What the image itself is windowed to at first; percentiles where it does not say.
    [[nodiscard]] static Imaging::Window defaultWindow(const Imaging::Volume &volume);
    // The slices of a cut, and the directions they are looked at in.
    [[nodiscard]] static Imaging::SliceStack stackOf(const Imaging::Volume &volume, Cut cut);

private:
    [[nodiscard]] const Imaging::Volume &shown() const { return m_replaced ? *m_other : *m_volume; }
    // Those a state scrolls through, however it is turned.
    [[nodiscard]] Imaging::SliceStack stackOf(const ImageState &state) const;
    [[nodiscard]] bool sample(const ImageState &state, const QSize &pixels, double mmPerPixel);
    [[nodiscard]] QImage drawVolumes(const ImageState &state, const QSize &size, qreal devicePixelRatio);

    Imaging::VolumePtr m_volume;
    Cut m_cut;
    Imaging::VolumePtr m_other;
    Imaging::Affine m_toOther;
    bool m_replaced = false;
    CompareMode m_compareMode = CompareMode::SideBySide;
    std::optional<Fusion> m_fusion;
    std::shared_ptr<const ImageLayers> m_layers;

    // What was cut last: a change of the window alone does not cut again.
    Imaging::SlicePlane m_plane;
    bool m_nearest = false;
    double m_slab = 0;
    SlabMode m_slabMode = SlabMode::Single;
    Imaging::SliceValues m_values;
    Imaging::SliceValues m_otherValues;
    Imaging::SliceValues m_fusedValues;
};

} // namespace Chartline::Ui
