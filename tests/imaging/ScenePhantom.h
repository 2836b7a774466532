// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scene/VolumeRenderer.h"

#include <QMutex>
#include <QWaitCondition>
#include <cmath>

namespace Chartline::Test {

using namespace Chartline::Imaging;

struct Ball
{
    Vec3 center{0, 0, 0}; // mm
    double radius = 20;
    double value = 1000; // HU
};

// How the rows, columns and slices of a grid lie in the patient.
using GridAxes = std::array<Vec3, 3>;
inline const GridAxes axialGrid{Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}};
inline const GridAxes axialFromHead{Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, -1}}; // left-handed
inline const GridAxes sagittalGrid{Vec3{0, 1, 0}, Vec3{0, 0, -1}, Vec3{-1, 0, 0}};
inline const GridAxes sagittalFromRight{Vec3{0, 1, 0}, Vec3{0, 0, -1}, Vec3{1, 0, 0}}; // left-handed

// Balls in air, in a cube of 192 mm around the origin; soft at the edge, as partial volumes are.
inline VolumePtr ballsInAir(const std::vector<Ball> &balls, const GridAxes &axes = axialGrid, int side = 64)
{
    auto volume = std::make_shared<Volume>();
    volume->size = {side, side, side};
    volume->type = SampleType::I16;
    volume->intercept = -1024;
    volume->units = QStringLiteral("HU");
    volume->modality = QStringLiteral("CT");
    const double spacing = 192.0 / side;
    for (std::size_t i = 0; i < 3; ++i)
        volume->indexToPatient.columns[i] = axes[i] * spacing;
    const double middle = -(side - 1) / 2.0;
    volume->indexToPatient.translation = volume->indexToPatient.direction({middle, middle, middle});
    volume->data.resize(std::size_t(volume->voxels()) * 2);
    auto *at = reinterpret_cast<qint16 *>(volume->data.data());
    volume->range = {-1000, -1000};
    for (int z = 0; z < side; ++z) {
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) {
                const Vec3 p = volume->indexToPatient.point({double(x), double(y), double(z)});
                double value = -1000;
                for (const Ball &ball : balls) {
                    const double inside = (ball.radius - length(p - ball.center)) / spacing + 0.5;
                    value = std::max(value, -1000 + (ball.value + 1000) * std::clamp(inside, 0.0, 1.0));
                }
                *at++ = qint16(std::lround(value) + 1024);
                volume->range[1] = std::max(volume->range[1], value);
            }
        }
    }
    return volume;
}

inline SceneRequest requestFor(const VolumePtr &volume, ScenePreset preset, StandardView view, int side = 160)
{
    SceneRequest request;
    request.volume = volume;
    request.look = sceneLookOf(preset, *volume);
    request.camera = standardCamera(*volume, view);
    request.camera.height = 200;
    request.width = side;
    request.height = side;
    return request;
}

inline std::array<int, 3> colorAt(const SceneImage &image, int x, int y)
{
    const quint32 p = image.pixels[std::size_t(y) * std::size_t(image.width) + std::size_t(x)];
    return {int((p >> 16) & 0xff), int((p >> 8) & 0xff), int(p & 0xff)};
}

inline int brightness(const SceneImage &image, int x, int y)
{
    const auto color = colorAt(image, x, y);
    return color[0] + color[1] + color[2];
}

// The mean over 7 × 7 pixels.
inline std::array<double, 3> colorAround(const SceneImage &image, int x, int y)
{
    std::array<double, 3> sum{};
    for (int j = -3; j <= 3; ++j) {
        for (int i = -3; i <= 3; ++i) {
            const auto color = colorAt(image, x + i, y + j);
            for (std::size_t k = 0; k < 3; ++k)
                sum[k] += color[k] / 49.0;
        }
    }
    return sum;
}

inline double brightnessAround(const SceneImage &image, int x, int y)
{
    const auto color = colorAround(image, x, y);
    return color[0] + color[1] + color[2];
}

// The middle of the pixels brighter than half of the brightest.
inline std::array<double, 2> brightMiddle(const SceneImage &image)
{
    int most = 0;
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x)
            most = std::max(most, brightness(image, x, y));
    }
    double sumX = 0;
    double sumY = 0;
    double count = 0;
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            if (brightness(image, x, y) * 2 > most) {
                sumX += x;
                sumY += y;
                ++count;
            }
        }
    }
    return {sumX / count, sumY / count};
}

// Gathers what a renderer hands back.
class SceneLog
{
public:
    struct Entry
    {
        quint64 id = 0;
        Expected<SceneImage> image;
    };
    [[nodiscard]] VolumeRenderer::Callback callback()
    {
        return [this](quint64 id, Expected<SceneImage> image) {
            const QMutexLocker lock(&m_mutex);
            m_entries.push_back({id, std::move(image)});
            m_changed.wakeAll();
        };
    }
    // Waits until the condition holds for what has come.
    template<typename Condition>
    [[nodiscard]] bool waitFor(const Condition &condition, int milliseconds = 60'000)
    {
        QMutexLocker lock(&m_mutex);
        const QDeadlineTimer deadline(milliseconds);
        while (!condition(m_entries)) {
            if (!m_changed.wait(&m_mutex, deadline))
                return condition(m_entries);
        }
        return true;
    }
    [[nodiscard]] bool waitForFull(quint64 id)
    {
        return waitFor([id](const std::vector<Entry> &entries) {
            return !entries.empty() && entries.back().id == id
                   && (!entries.back().image || !entries.back().image->coarse);
        });
    }
    [[nodiscard]] std::vector<Entry> entries() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_entries;
    }

private:
    mutable QMutex m_mutex;
    QWaitCondition m_changed;
    std::vector<Entry> m_entries;
};

} // namespace Chartline::Test
