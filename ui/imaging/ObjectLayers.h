// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/ImagePlaces.h"
#include "imaging/StudyObjects.h"
#include "scene/SliceLabels.h"

#include <QColor>
#include <QCoreApplication>

class QPainter;
class QPainterPath;

namespace Chartline::Ui {

// A segment or region that can be shown over the images.
struct OverlayItem
{
    std::size_t object = 0; // index into ObjectLayers::objects()
    std::size_t part = 0; // segment or region in it
    QString name; // "Liver"
    QString detail; // "Anatomical Structure · 12.3 ml", or why it is not shown
    QColor color;
    int dash = 0; // 0…3: the pattern of its outline, so that the colour is not the only sign
    bool shown = true;
    bool fits = true; // in the space of the images shown
    std::optional<Imaging::Vec3> middle; // mm, LPS
};

// The objects of a study over the images of one series. Belongs to the thread of the window; views share it and are
// drawn again when it has changed.
class ObjectLayers final : public ImageLayers
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::ObjectLayers)

public:
    // Choices of items that are still there stay.
    void setObjects(const std::vector<StudyObjectPtr> &objects);
    // What the views show: a stack of a series, and the space its volume is in.
    void setImages(const ImagePlaces &images, const QString &frameOfReference);

    [[nodiscard]] const std::vector<StudyObjectPtr> &objects() const { return m_objects; }
    [[nodiscard]] const std::vector<OverlayItem> &items() const { return m_items; }
    [[nodiscard]] const ImagePlaces &images() const { return m_images; }
    void setShown(std::size_t item, bool shown) { m_items[item].shown = shown; }
    void setOpacity(double opacity) { m_opacity = opacity; } // of insides, 0…1
    [[nodiscard]] double opacity() const { return m_opacity; }

    // Presentation states that speak of the images shown.
    [[nodiscard]] std::vector<const Imaging::PresentationState *> presentations() const;
    void setPresentation(const Imaging::PresentationState *state) { m_presentation = state; }
    [[nodiscard]] const Imaging::PresentationState *presentation() const { return m_presentation; }
    // What makes an image a key image: titles of the selections it is in.
    [[nodiscard]] QStringList keyTitles(const QString &sopInstance, int frame) const;
    [[nodiscard]] std::vector<const Imaging::KeyObjects *> keySelections() const;

    void paint(QImage &canvas, const ImageState &state, const QSize &size, const DrawnPicture *picture) const override;

private:
    void addItems(std::size_t object);
    void fitItems();
    void paintSegments(QImage &canvas, const ImageState &state, const QSize &size, const QString &space) const;
    void paintRegions(QPainter &painter, const ImageState &state, const QSize &size, const QString &space) const;
    void paintName(QPainter &painter, const OverlayItem &item, const QPointF &at) const;
    [[nodiscard]] bool isDrawn(const OverlayItem &item, const QString &space) const;
    [[nodiscard]] const Imaging::SliceLabels *labelsAt(const Imaging::VolumePtr &volume,
                                                       const Imaging::SlicePlane &plane) const;

    std::vector<StudyObjectPtr> m_objects;
    std::vector<OverlayItem> m_items;
    ImagePlaces m_images;
    QString m_space;
    double m_opacity = 0.3;
    const Imaging::PresentationState *m_presentation = nullptr; // of one of m_objects

    // What was cut last: a change of the window alone does not cut again.
    struct Cached
    {
        Imaging::VolumePtr volume;
        Imaging::SlicePlane plane;
        Imaging::SliceLabels labels;
    };
    mutable std::vector<Cached> m_cache;
};

} // namespace Chartline::Ui
