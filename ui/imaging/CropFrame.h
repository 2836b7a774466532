// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/Vectors.h"
#include "scene/SceneRequest.h"

#include <QPainter>
#include <optional>

namespace Chartline::Ui {

// The box a volume in 3D is cropped to, as it is seen: its edges, and a handle in the middle of each face that moves it
// along its axis. Faces are numbered right, left, front, back, feet, head of the patient (low and high x, y, z; LPS).
class CropFrame
{
public:
    static constexpr int faces = 6;

    // Around the whole volume.
    void begin(const Imaging::Volume &volume);
    void end() { m_box.reset(); }
    [[nodiscard]] bool isOn() const { return m_box.has_value(); }
    [[nodiscard]] const std::optional<Imaging::CropBox> &box() const { return m_box; }

    void choose(int face) { m_face = face; }
    [[nodiscard]] int chosen() const { return m_face; }
    // Outwards where positive; keeps within the volume and a little thickness.
    void moveFace(double mm);
    // What a drag of the chosen handle by so many logical pixels means.
    void drag(const QPointF &pixels, const Imaging::SceneCamera &camera, const QSizeF &view);
    [[nodiscard]] std::optional<int> faceAt(const QPointF &at, const Imaging::SceneCamera &camera,
                                            const QSizeF &view) const;
    void paint(QPainter &painter, const Imaging::SceneCamera &camera, const QSizeF &view) const;

    // Where a point of the patient is seen; nothing behind the eye.
    [[nodiscard]] static std::optional<QPointF> onScreen(const Imaging::Vec3 &point, const Imaging::SceneCamera &camera,
                                                         const QSizeF &view);

private:
    [[nodiscard]] Imaging::Vec3 corner(int index) const;
    [[nodiscard]] Imaging::Vec3 handle(int face) const;

    std::optional<Imaging::CropBox> m_box;
    Imaging::CropBox m_whole;
    int m_face = 0;
};

} // namespace Chartline::Ui
