// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/ImageLayers.h"
#include "imaging/LaidOutSeries.h"
#include "volume/FrameGeometry.h"

namespace Chartline::Ui {

// Where the pixels of one image are in a view.
class ImagePlace
{
public:
    QString sopInstance;
    int frame = 0; // 0-based
    int columns = 0;
    int rows = 0;
    bool invertedInFile = false; // the smallest value is white, as the image itself says

    // Of a picture as it was taken, or of a slice in the patient.
    explicit ImagePlace(const DrawnPicture &picture);
    ImagePlace(const Imaging::ImageDescription &image, int frame, const Imaging::FrameGeometry &geometry);

    // Of a point of the image in the view's coordinates. Column and row are counted from the top left corner of the
    // first pixel, whose centre is (0.5, 0.5).
    [[nodiscard]] Imaging::Vec3 point(double column, double row) const;
    [[nodiscard]] Imaging::Vec3 normal() const { return m_normal; }
    // Millimetres (or units of the view) from one column to the next.
    [[nodiscard]] double columnSpacing() const { return m_columnSpacing; }

private:
    Imaging::Vec3 m_origin{0, 0, 0}; // the corner
    Imaging::Vec3 m_row{1, 0, 0};
    Imaging::Vec3 m_column{0, 1, 0};
    Imaging::Vec3 m_normal{0, 0, 1};
    double m_columnSpacing = 1;
    double m_rowSpacing = 1;
};

// The images of one stack that a view shows, found by place or name.
class ImagePlaces
{
public:
    ImagePlaces() = default;
    // Pictures (not a volume): only their order counts.
    ImagePlaces(LaidOutSeriesPtr series, int stack, int point);

    [[nodiscard]] bool isEmpty() const { return m_refs.empty(); }
    [[nodiscard]] const LaidOutSeriesPtr &series() const { return m_series; }
    [[nodiscard]] double step() const { return m_step; } // mm from one slice to the next
    [[nodiscard]] int count() const { return int(m_refs.size()); }
    [[nodiscard]] const Imaging::ImageDescription &image(int index) const;
    // Its smallest value is white, as it says itself.
    [[nodiscard]] static bool isInverted(const Imaging::ImageDescription &image);
    [[nodiscard]] int frame(int index) const { return m_refs[std::size_t(index)].frame; }
    // The slice that a cut through their volume shows: parallel, and nearer than half of the distance to the next.
    [[nodiscard]] std::optional<ImagePlace> sliceAt(const ImageState &state) const;
    [[nodiscard]] std::optional<ImagePlace> slice(int index) const;
    // The first image for which `holds(sop, frame)`, from `first` on and around; -1: none.
    template<typename Holds>
    [[nodiscard]] int find(int first, Holds holds) const
    {
        for (int i = 0; i < count(); ++i) {
            const int index = (first + i) % count();
            if (holds(image(index).sopInstance, frame(index)))
                return index;
        }
        return -1;
    }
    // Which one a view shows: by the number of pictures, or the nearest slice.
    [[nodiscard]] int nearest(const ImageState &state, bool inPatient) const;

private:
    LaidOutSeriesPtr m_series;
    std::vector<Imaging::FrameRef> m_refs;
    std::vector<std::optional<Imaging::FrameGeometry>> m_geometry;
    double m_step = 1; // mm between slices
};

} // namespace Chartline::Ui
