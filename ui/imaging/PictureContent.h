// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/ImageContent.h"
#include "imaging/SeriesLoader.h"
#include "measure/Measure.h"

#include <QHash>
#include <functional>

namespace Chartline::Ui {

// Pictures one after the other, as they were taken: photographs, X-rays, ultrasound loops, localisers; and the first
// slices of a volume while the rest is loading. x runs along a row, y down a column, z counts pictures.
class PictureContent final : public ImageContent
{
public:
    PictureContent(LaidOutSeriesPtr series, int stack, int point);

    // Asks for a picture that is not there yet.
    std::function<void(const Imaging::FrameRef &)> needed;
    void request(int index);
    void add(const std::shared_ptr<const Imaging::LoadedFrame> &frame);
    void addFailure(const Imaging::FrameRef &ref, const Imaging::Failure &failure);
    [[nodiscard]] bool isEmpty() const { return m_frames.isEmpty(); }
    // Why the picture shown is missing or not whole; empty otherwise.
    [[nodiscard]] QString problem(const ImageState &state) const;
    void setLayers(const std::shared_ptr<const ImageLayers> &layers) override { m_layers = layers; }
    [[nodiscard]] DrawnPicture drawnPicture(int index, const ImageState &state) const;
    // For measuring, by the number of the picture: its frame, its pixels (without values while it is not there, and in
    // colour), and the other way round.
    [[nodiscard]] Imaging::FrameRef refAt(int index) const;
    [[nodiscard]] Imaging::PictureValues measured(int index) const;
    [[nodiscard]] std::optional<int> indexOf(const QString &sopInstance, int frame) const;
    // Of the view's coordinates: between columns, between rows.
    [[nodiscard]] const std::array<double, 2> &spacing() const { return m_spacing; }

    [[nodiscard]] QImage draw(const ImageState &state, const QSize &size, qreal devicePixelRatio) override;
    [[nodiscard]] ImageState initial(const QSize &size) const override;
    [[nodiscard]] int sliceCount(const ImageState &state) const override;
    [[nodiscard]] int sliceAt(const ImageState &state) const override;
    [[nodiscard]] double sliceStep(const ImageState &) const override { return 1; }
    [[nodiscard]] double sliceThickness(const ImageState &) const override { return 0; }
    [[nodiscard]] std::optional<double> valueAt(const Imaging::Vec3 &point) const override;
    [[nodiscard]] QString units() const override;
    [[nodiscard]] double range() const override;
    [[nodiscard]] Imaging::Window fullWindow() const override;
    [[nodiscard]] bool isColour() const override;
    [[nodiscard]] bool isInPatient() const override { return false; }
    [[nodiscard]] bool isCalibrated() const override { return m_calibrated; }
    [[nodiscard]] double cineRate() const override;
    [[nodiscard]] QStringList edgeLetters(const ImageState &state) const override;

private:
    [[nodiscard]] const Imaging::ImageDescription &imageOf(int index) const;
    [[nodiscard]] std::shared_ptr<const Imaging::LoadedFrame> frameAt(int index) const;
    [[nodiscard]] const QImage &picture(int index, const ImageState &state);

    LaidOutSeriesPtr m_series;
    std::shared_ptr<const ImageLayers> m_layers;
    std::vector<Imaging::FrameRef> m_refs;
    QHash<int, std::shared_ptr<const Imaging::LoadedFrame>> m_frames; // by index; a bounded number
    QList<int> m_order; // of m_frames, oldest first
    QHash<int, Imaging::Failure> m_failures;
    int m_shown = 0; // the last one there was to draw
    std::array<double, 2> m_spacing{1, 1}; // between columns, between rows; mm where calibrated
    bool m_calibrated = false;
    // The picture drawn last, at its own resolution.
    QImage m_picture;
    int m_pictureIndex = -1;
    Imaging::Window m_pictureWindow;
    bool m_pictureInverted = false;
};

} // namespace Chartline::Ui
