// SPDX-License-Identifier: Apache-2.0
#include "imaging/SeriesLoader.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr qint64 s_keptBytes = 1LL << 30; // of the volumes of a 4D stack

qint64 bytesOf(const VolumePtr &volume)
{
    return volume ? qint64(volume->data.size()) : 0;
}

LoadedFrame copyOf(const FrameView &view)
{
    LoadedFrame frame;
    frame.ref = view.ref;
    frame.format = view.format;
    frame.samples.assign(view.samples.begin(), view.samples.end());
    frame.partial = view.partial;
    return frame;
}

// Calls on the thread of `target`, if that is still there and the request has not been stopped.
template<typename Call>
void post(const QPointer<SeriesLoader> &target, const std::shared_ptr<std::atomic_bool> &cancel, Call call)
{
    QMetaObject::invokeMethod(
        qApp,
        [target, cancel, call = std::move(call)]() mutable {
            if (target && !cancel->load())
                call();
        },
        Qt::QueuedConnection);
}

} // namespace

SeriesLoader::SeriesLoader(std::shared_ptr<const InstanceBytes> bytes, std::shared_ptr<const FrameDecoder> decoder,
                           QObject *parent)
    : QObject(parent)
    , m_bytes(std::move(bytes))
    , m_decoder(std::move(decoder))
    , m_cancel(std::make_shared<std::atomic_bool>(false))
    , m_volumeCancel(std::make_shared<std::atomic_bool>(false))
{ }

SeriesLoader::~SeriesLoader()
{
    stop();
}

void SeriesLoader::stop()
{
    *m_cancel = true;
    m_cancel = std::make_shared<std::atomic_bool>(false);
    *m_volumeCancel = true;
    m_volumeCancel = std::make_shared<std::atomic_bool>(false);
}

void SeriesLoader::keep(int point, const VolumePtr &volume)
{
    m_kept.insert(point, volume);
    m_order.removeOne(point);
    m_order.append(point);
    qint64 bytes = 0;
    for (const VolumePtr &kept : std::as_const(m_kept))
        bytes += bytesOf(kept);
    while (bytes > s_keptBytes && m_order.size() > 1)
        bytes -= bytesOf(m_kept.take(m_order.takeFirst()));
}

void SeriesLoader::open(const SeriesInfo &series)
{
    stop();
    m_series.reset();
    m_volume.reset();
    m_kept.clear();
    m_order.clear();
    m_stack = -1;
    m_firstFrameMs = -1;
    m_volumeMs = -1;
    m_timer.start();
    const QPointer<SeriesLoader> self(this);
    QThreadPool::globalInstance()->start([self, series, bytes = m_bytes, cancel = m_cancel] {
        LaidOutSeriesPtr laid = layOutSeries(series, bytes);
        post(self, cancel, [self, laid = std::move(laid)]() mutable {
            self->m_series = std::move(laid);
            Q_EMIT self->laidOut();
        });
    });
}

void SeriesLoader::loadVolume(int stack, int point)
{
    if (!m_series || stack < 0 || std::size_t(stack) >= m_series->stacks.size())
        return;
    if (stack != m_stack) {
        m_kept.clear();
        m_order.clear();
        m_volume.reset();
    }
    m_stack = stack;
    m_point = point;
    // One at a time: whoever drags through time asks for many.
    *m_volumeCancel = true;
    m_volumeCancel = std::make_shared<std::atomic_bool>(false);
    if (const VolumePtr kept = m_kept.value(point)) {
        m_volume = kept;
        m_volumePoint = point;
        keep(point, kept);
        Q_EMIT volumeLoaded();
        return;
    }
    const QPointer<SeriesLoader> self(this);
    QThreadPool::globalInstance()->start(
        [self, stack, point, series = m_series, decoder = m_decoder, cancel = m_volumeCancel] {
            const Stack &what = series->stacks[std::size_t(stack)];
            LoadOptions options;
            options.point = point;
            options.cancel = cancel.get();
            options.firstSlice = int(what.points[std::size_t(point)].frames.size()) / 2;
            options.onFrame = [&](int slice, const FrameView &view) {
                if (slice != options.firstSlice)
                    return;
                auto frame = std::make_shared<const LoadedFrame>(copyOf(view));
                post(self, cancel, [self, frame] {
                    if (self->m_firstFrameMs < 0)
                        self->m_firstFrameMs = self->m_timer.elapsed();
                    if (!self->m_volume)
                        Q_EMIT self->frameLoaded(frame);
                });
            };
            std::atomic<int> told = 0;
            options.onProgress = [&](int done, int all) {
                // A few times over the whole, so that the window is not flooded.
                const int step = std::max(all / 20, 1);
                if (done / step > told.exchange(done / step))
                    post(self, cancel, [self, done, all] { Q_EMIT self->progress(done, all); });
            };
            const VolumeLoader loader(series->images, *series->source, *decoder);
            auto volume = loader.load(what, options);
            post(self, cancel, [self, point, volume = std::move(volume)]() mutable {
                self->m_volumeMs = self->m_timer.elapsed();
                if (volume) {
                    self->m_volume = std::move(*volume);
                    self->m_volumePoint = point;
                    self->keep(point, self->m_volume);
                    Q_EMIT self->volumeLoaded();
                } else {
                    Q_EMIT self->volumeFailed(volume.error());
                }
            });
        });
}

void SeriesLoader::loadFrame(const FrameRef &ref)
{
    if (!m_series)
        return;
    const QPointer<SeriesLoader> self(this);
    QThreadPool::globalInstance()->start([self, ref, series = m_series, decoder = m_decoder, cancel = m_cancel] {
        if (cancel->load())
            return;
        const VolumeLoader loader(series->images, *series->source, *decoder);
        auto frame = loader.loadFrame(ref);
        post(self, cancel, [self, ref, frame = std::move(frame)]() mutable {
            if (self->m_firstFrameMs < 0)
                self->m_firstFrameMs = self->m_timer.elapsed();
            if (frame)
                Q_EMIT self->frameLoaded(std::make_shared<const LoadedFrame>(std::move(*frame)));
            else
                Q_EMIT self->frameFailed(ref, frame.error());
        });
    });
}

} // namespace Chartline::Ui
