// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/ImageState.h"
#include "imaging/LaidOutSeries.h"
#include "imaging/MeasureSet.h"

#include <memory>

namespace Chartline::Ui {

class PictureContent;

// What a view measures on: a volume, which may be drawn in the space of another it was aligned to, or pictures.
class MeasureGround
{
public:
    MeasureGround() = default;
    // `toOwn`: from the view's coordinates to the volume's patient coordinates.
    MeasureGround(Imaging::VolumePtr volume, const Imaging::Affine &toOwn, LaidOutSeriesPtr series, int stack,
                  int point);
    MeasureGround(std::shared_ptr<PictureContent> pictures, LaidOutSeriesPtr series);

    [[nodiscard]] bool isEmpty() const { return !m_volume && !m_pictures; }
    [[nodiscard]] const LaidOutSeriesPtr &series() const { return m_series; }
    [[nodiscard]] QString seriesUid() const;
    [[nodiscard]] QString studyUid() const;

    // Points as measurements have them, and back.
    [[nodiscard]] Imaging::Vec3 toOwn(const Imaging::Vec3 &viewPoint) const;
    // For pictures those of the one that is shown.
    [[nodiscard]] Imaging::Vec3 toView(const Imaging::Vec3 &ownPoint, const ImageState &state) const;
    [[nodiscard]] Imaging::Measurement measurement(Imaging::MeasureKind kind,
                                                   const std::vector<Imaging::Vec3> &viewPoints) const;
    [[nodiscard]] Imaging::Measurement inView(const Imaging::Measurement &own, const ImageState &state) const;
    // Whether the measurement is of the space or picture the view shows; where in it is another matter.
    [[nodiscard]] bool shows(const MeasureItem &item, const ImageState &state) const;
    // Of a series over time: it was measured at another point than the one that is shown.
    [[nodiscard]] bool isOfOtherTime(const MeasureItem &item) const;
    [[nodiscard]] QList<Imaging::Figure> figures(const Imaging::Measurement &own, const ImageState &state) const;
    // A measurement's study, series, image and space; its points are in `shape`.
    void describe(MeasureItem &item, const ImageState &state) const;
    // The number of the picture a measurement is on; nothing for one that is on none of these.
    [[nodiscard]] std::optional<int> pictureOf(const MeasureItem &item) const;

private:
    [[nodiscard]] Imaging::FrameRef nearestFrame(const Imaging::Vec3 &point) const;

    Imaging::VolumePtr m_volume;
    Imaging::Affine m_toOwn;
    Imaging::Affine m_toView;
    std::shared_ptr<PictureContent> m_pictures;
    LaidOutSeriesPtr m_series;
    int m_stack = 0;
    int m_point = 0;
};

} // namespace Chartline::Ui
