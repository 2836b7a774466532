// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scene/SceneRequest.h"

#include <functional>
#include <memory>

namespace Chartline::Imaging {

// What draws volumes on this machine.
struct SceneGraphics
{
    QString renderer; // as OpenGL names itself: "llvmpipe (LLVM 19.1.7, 256 bits)"
    bool software = false; // OpenGL is made on the processor
    bool onGpu = false; // volumes are drawn by OpenGL's shaders; else by the processor itself, which is faster there
    int largestTexture = 0; // voxels along a side
};

// Draws volumes in 3D on a thread of its own, with an OpenGL context of its own that needs neither a window nor a
// display server. Callable from any one thread.
class VolumeRenderer
{
public:
    // Called on the renderer's thread with every picture and every failure. For one request there can be two: a coarse
    // picture, then a full one.
    using Callback = std::function<void(quint64 id, Expected<SceneImage> image)>;
    enum class Drawing : quint8 { Automatic, Gpu, Processor };
    struct Options
    {
        Drawing drawing = Drawing::Automatic;
        int largestTexture = 0; // 0: what OpenGL says
        qint64 textureBytes = 1LL << 30;
        qint64 processorVoxels = 1LL << 28; // what is drawn on the processor is made smaller beyond
        int threads = 0; // 0: all
        // After a moving picture that no other request follows for so long, the full one is drawn unasked. Negative:
        // it is not.
        int settleMilliseconds = 250;
        bool coarseFirst = true; // a coarse picture first where the full one needs long preparations
    };

    explicit VolumeRenderer(Callback callback);
    VolumeRenderer(Callback callback, const Options &options);
    // Ends what is being drawn; no callback comes after.
    ~VolumeRenderer();
    VolumeRenderer(const VolumeRenderer &) = delete;
    VolumeRenderer &operator=(const VolumeRenderer &) = delete;

    // Replaces a request that was not begun, and ends a full picture that is being drawn on the processor.
    void render(SceneRequest request);
    // Drops requests not yet drawn, the volume, and all memory held for it.
    void clear();
    // Waits until OpenGL is there, or not: NoGraphics with the reason.
    [[nodiscard]] Expected<SceneGraphics> graphics() const;

    // One full picture, waiting for it.
    [[nodiscard]] static Expected<SceneImage> renderOnce(const SceneRequest &request, const Options &options);
    [[nodiscard]] static Expected<SceneImage> renderOnce(const SceneRequest &request);

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace Chartline::Imaging
