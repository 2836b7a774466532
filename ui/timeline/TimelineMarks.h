// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QHash>
#include <QPainter>
#include <QPixmap>

namespace Chartline::Ui {

// Small shapes drawn many times in a frame, kept as pictures: stroking a rounded outline costs ten times as much as
// copying one. Pictures are made for the device pixels of the painter's device.
class TimelineMarks
{
public:
    // What a picture looks like; two equal ones look the same.
    struct Key
    {
        int shape = 0; // of the caller's
        QRgb edge = 0;
        QRgb fill = 0;
        QRgb ink = 0;
        QString words;

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.shape, key.edge, key.fill, key.ink, key.words);
        }
    };

    // Draws the picture of `key`, `size` logical pixels large, with its middle at `middle` (to a quarter of a pixel).
    // `make` paints it where it is not known, around the point (0, 0).
    template<typename Make>
    void draw(QPainter &painter, const Key &key, QSizeF size, QPointF middle, Make make)
    {
        const qreal ratio = painter.device()->devicePixelRatioF();
        if (ratio != m_ratio || m_pictures.size() > s_most)
            m_pictures.clear();
        m_ratio = ratio;
        const QPointF corner = middle - QPointF(size.width(), size.height()) / 2;
        const QPoint whole(qFloor(corner.x()), qFloor(corner.y()));
        const int stepX = int((corner.x() - whole.x()) * s_steps);
        const int stepY = int((corner.y() - whole.y()) * s_steps);
        QPixmap &picture = m_pictures[{key, stepY * s_steps + stepX}];
        if (picture.isNull()) {
            picture = QPixmap((size.toSize() + QSize(2, 2)) * ratio);
            picture.setDevicePixelRatio(ratio);
            picture.fill(Qt::transparent);
            QPainter inner(&picture);
            inner.setRenderHint(QPainter::Antialiasing);
            inner.setFont(painter.font());
            inner.translate(QPointF(double(stepX) / s_steps, double(stepY) / s_steps)
                            + QPointF(size.width(), size.height()) / 2);
            make(inner);
        }
        painter.drawPixmap(whole, picture);
    }
    void clear() { m_pictures.clear(); }

private:
    static constexpr int s_steps = 4; // within a pixel
    static constexpr qsizetype s_most = 4'000;

    QHash<std::pair<Key, int>, QPixmap> m_pictures;
    qreal m_ratio = 0;
};

} // namespace Chartline::Ui
