// SPDX-License-Identifier: Apache-2.0
#include "scene/VolumeRenderer.h"

#include "scene/EglContext.h"
#include "scene/VolumeScene.h"

#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>
#include <system_error>
#include <thread>

namespace Chartline::Imaging {

class VolumeRenderer::Worker
{
public:
    Worker(Callback callback, const Options &options)
        : m_callback(std::move(callback))
        , m_options(options)
        , m_ready(m_readiness.get_future().share())
    {
        try {
            m_thread = std::thread([this] { run(); });
        } catch (const std::system_error &) {
            m_readiness.set_value(failure(FailureCode::NoGraphics, QStringLiteral("no thread")));
        }
    }
    ~Worker()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_stop = true;
            m_interrupt = true;
        }
        m_changed.notify_all();
        if (m_thread.joinable())
            m_thread.join();
    }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void render(SceneRequest request)
    {
        if (!m_thread.joinable()) {
            m_callback(request.id, std::unexpected(m_ready.get().error()));
            return;
        }
        {
            const std::scoped_lock lock(m_mutex);
            m_waiting = std::move(request);
            m_interrupt = true;
        }
        m_changed.notify_all();
    }
    void clear()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_waiting.reset();
            m_clear = true;
            m_interrupt = true;
        }
        m_changed.notify_all();
    }
    [[nodiscard]] Expected<SceneGraphics> graphics() const { return m_ready.get(); }

private:
    void run();
    [[nodiscard]] VolumeScene::Limits limits(const EglContext &context) const;
    void serve(const SceneRequest &request);
    // False where there is no picture.
    bool deliver(const SceneRequest &request, VolumeScene::Quality quality);
    [[nodiscard]] bool quietFor(int milliseconds);
    [[nodiscard]] std::unique_ptr<VolumeScene> makeScene();

    Callback m_callback;
    Options m_options;
    std::promise<Expected<SceneGraphics>> m_readiness;
    std::shared_future<Expected<SceneGraphics>> m_ready;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<SceneRequest> m_waiting;
    bool m_clear = false;
    bool m_stop = false;
    std::atomic<bool> m_interrupt{false};
    bool m_interruptible = false; // of the thread
    std::unique_ptr<VolumeScene> m_scene; // of the thread
    VolumeScene::Limits m_limits; // of the thread
    std::thread m_thread;
};

VolumeScene::Limits VolumeRenderer::Worker::limits(const EglContext &context) const
{
    VolumeScene::Limits limits;
    limits.gpu =
        m_options.drawing == Drawing::Gpu || (m_options.drawing == Drawing::Automatic && !context.isSoftware());
    limits.side = m_options.largestTexture > 0 ? std::min(m_options.largestTexture, context.largestTexture3d())
                                               : context.largestTexture3d();
    limits.textureBytes = m_options.textureBytes;
    limits.processorVoxels = m_options.processorVoxels;
    limits.threads = m_options.threads;
    return limits;
}

std::unique_ptr<VolumeScene> VolumeRenderer::Worker::makeScene()
{
    return std::make_unique<VolumeScene>(m_limits, [this] { return m_interruptible && m_interrupt; });
}

void VolumeRenderer::Worker::run()
{
    const auto context = EglContext::create();
    if (context) {
        m_limits = limits(**context);
        m_scene = makeScene();
        m_readiness.set_value(SceneGraphics{(*context)->renderer(), (*context)->isSoftware(), m_limits.gpu,
                                            (*context)->largestTexture3d()});
    } else {
        m_readiness.set_value(std::unexpected(context.error()));
    }
    while (true) {
        std::optional<SceneRequest> request;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_stop || m_clear || m_waiting; });
            if (m_stop)
                break;
            if (std::exchange(m_clear, false) && m_scene)
                m_scene->clear();
            request = std::exchange(m_waiting, std::nullopt);
            m_interrupt = false;
        }
        if (!request)
            continue;
        if (m_scene)
            serve(*request);
        else
            m_callback(request->id, std::unexpected(context.error()));
    }
    // While its OpenGL context is still there.
    m_scene.reset();
}

// True where nobody asked for anything in the meantime.
bool VolumeRenderer::Worker::quietFor(int milliseconds)
{
    std::unique_lock lock(m_mutex);
    return !m_changed.wait_for(lock, std::chrono::milliseconds(milliseconds),
                               [this] { return m_stop || m_clear || m_waiting; });
}

bool VolumeRenderer::Worker::deliver(const SceneRequest &request, VolumeScene::Quality quality)
{
    // A coarse picture is always finished: while somebody drags, requests come faster than pictures, and each would
    // end the one before.
    m_interruptible = quality == VolumeScene::Quality::Full;
    auto image = m_scene->draw(request, quality);
    if (!image && image.error().code == FailureCode::NoGraphics && m_limits.gpu
        && m_options.drawing == Drawing::Automatic) {
        // A driver that cannot do it: the processor can.
        m_limits.gpu = false;
        m_scene = makeScene();
        image = m_scene->draw(request, quality);
    }
    {
        const std::scoped_lock lock(m_mutex);
        if (m_stop)
            return false;
    }
    if (!image && image.error().code == FailureCode::Cancelled)
        return false;
    const bool drawn = image.has_value();
    m_callback(request.id, std::move(image));
    return drawn;
}

void VolumeRenderer::Worker::serve(const SceneRequest &request)
{
    using Quality = VolumeScene::Quality;
    const bool firstOne = !m_limits.gpu && m_options.coarseFirst && !m_scene->hasShown(request.volume);
    if (request.moving || firstOne) {
        if (!deliver(request, Quality::Coarse))
            return;
        if (request.moving && m_options.settleMilliseconds < 0)
            return;
        if (!quietFor(request.moving ? m_options.settleMilliseconds : 0))
            return;
    }
    deliver(request, Quality::Full);
}

VolumeRenderer::VolumeRenderer(Callback callback)
    : VolumeRenderer(std::move(callback), Options())
{ }

VolumeRenderer::VolumeRenderer(Callback callback, const Options &options)
    : m_worker(std::make_unique<Worker>(std::move(callback), options))
{ }

VolumeRenderer::~VolumeRenderer() = default;

void VolumeRenderer::render(SceneRequest request)
{
    m_worker->render(std::move(request));
}

void VolumeRenderer::clear()
{
    m_worker->clear();
}

Expected<SceneGraphics> VolumeRenderer::graphics() const
{
    return m_worker->graphics();
}

Expected<SceneImage> VolumeRenderer::renderOnce(const SceneRequest &request, const Options &options)
{
    std::promise<Expected<SceneImage>> promise;
    auto future = promise.get_future();
    Options once = options;
    once.coarseFirst = false;
    once.settleMilliseconds = -1;
    VolumeRenderer renderer([&](quint64, Expected<SceneImage> image) { promise.set_value(std::move(image)); }, once);
    SceneRequest still = request;
    still.moving = false;
    renderer.render(std::move(still));
    return future.get();
}

Expected<SceneImage> VolumeRenderer::renderOnce(const SceneRequest &request)
{
    return renderOnce(request, Options());
}

} // namespace Chartline::Imaging
