// SPDX-License-Identifier: Apache-2.0
#include "volume/VolumeLoader.h"

#include "volume/FrameBytes.h"
#include "volume/Parallel.h"
#include "volume/VolumeBuilder.h"

#include <algorithm>

namespace Chartline::Imaging {

namespace {

// start, start + 1, start - 1, start + 2, …
std::vector<int> outwards(int start, int count)
{
    std::vector<int> order;
    order.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i)
        order.push_back(i);
    std::ranges::stable_sort(order, {}, [start](int slice) { return std::abs(slice - start) * 2 - (slice > start); });
    return order;
}

int startOf(const LoadOptions &options, int slices)
{
    return options.firstSlice < 0 ? slices / 2 : std::min(options.firstSlice, slices - 1);
}

class Loading
{
public:
    // `first`: what was loaded, and told of, before.
    Loading(const LoadOptions &options, VolumeBuilder &builder, const std::optional<LoadedFrame> &first)
        : m_options(options)
        , m_builder(builder)
        , m_first(first)
        , m_failures(std::size_t(builder.slices()))
    { }

    [[nodiscard]] bool cancelled() const { return m_options.cancel && m_options.cancel->load(); }
    [[nodiscard]] bool stopped() const { return cancelled() || m_outOfMemory.load(); }

    template<typename Decode>
    void one(int slice, const Decode &decode)
    {
        if (stopped())
            return;
        if (const auto loaded = load(slice, decode); !loaded) {
            if (loaded.error().code == FailureCode::OutOfMemory)
                m_outOfMemory = true;
            m_failures[std::size_t(slice)] = loaded.error();
            m_builder.addUnreadable(slice);
        }
        const int done = ++m_done;
        if (m_options.onProgress)
            m_options.onProgress(done, m_builder.slices());
    }

    // Why there can be no volume.
    [[nodiscard]] std::optional<Failure> verdict() const
    {
        if (cancelled())
            return Failure{FailureCode::Cancelled, {}};
        if (m_outOfMemory)
            return Failure{FailureCode::OutOfMemory, QStringLiteral("decoding")};
        const auto failed = [](const Failure &f) { return f.code != FailureCode::None; };
        if (std::ranges::count_if(m_failures, failed) * 2 > qsizetype(m_failures.size()))
            return *std::ranges::find_if(m_failures, failed);
        return std::nullopt;
    }

private:
    template<typename Decode>
    Expected<void> load(int slice, const Decode &decode)
    try {
        const SlicePlan &plan = m_builder.slice(slice);
        std::vector<std::byte> own;
        std::span<std::byte> out = m_builder.target(slice);
        if (out.empty()) {
            own.resize(std::size_t(plan.format.bytes()));
            out = own;
        }
        if (m_first && m_first->ref == plan.ref && m_first->samples.size() == out.size()) {
            std::ranges::copy(m_first->samples, out.begin());
            return m_builder.add(slice, out, m_first->partial);
        }
        const Expected<DecodedFrame> decoded = decode(plan.ref, out);
        if (!decoded)
            return std::unexpected(decoded.error());
        if (m_options.onFrame)
            m_options.onFrame(slice, FrameView{plan.ref, plan.format, out, decoded->partial});
        return m_builder.add(slice, out, decoded->partial);
    } catch (const std::bad_alloc &) {
        return failure(FailureCode::OutOfMemory);
    }

    const LoadOptions &m_options;
    VolumeBuilder &m_builder;
    const std::optional<LoadedFrame> &m_first;
    std::vector<Failure> m_failures; // of each slice
    std::atomic_int m_done{0};
    std::atomic_bool m_outOfMemory{false};
};

} // namespace

Expected<DecodedFrame> VolumeLoader::decode(FrameBytes &bytes, const FrameRef &ref, std::span<std::byte> out) const
{
    const ImageDescription &image = m_images[std::size_t(ref.instance)];
    const auto pieces = bytes.of(image, ref.instance, ref.frame);
    if (!pieces)
        return std::unexpected(pieces.error());
    return m_decoder.decode(image, ref.frame, *pieces, out);
}

// Of whoever wants to see frames as they come: before there is memory for all of them, which takes longer to get than
// one frame to decode. Nothing where it fails: then that is found again, and told.
std::optional<LoadedFrame> VolumeLoader::loadFirst(FrameBytes &bytes, const Stack &stack,
                                                   const LoadOptions &options) const
{
    const bool inStack = options.point >= 0 && std::size_t(options.point) < stack.points.size();
    if (!options.onFrame || !inStack || stack.kind != Stack::Kind::Volume || (options.cancel && options.cancel->load()))
        return std::nullopt;
    const std::vector<FrameRef> &frames = stack.points[std::size_t(options.point)].frames;
    const int start = startOf(options, int(frames.size()));
    if (start < 0)
        return std::nullopt;
    auto frame = loadFrame(bytes, frames[std::size_t(start)]);
    if (!frame)
        return std::nullopt;
    options.onFrame(start, FrameView{frame->ref, frame->format, frame->samples, frame->partial});
    return std::move(*frame);
}

Expected<VolumePtr> VolumeLoader::load(const Stack &stack, const LoadOptions &options) const
try {
    FrameBytes bytes(m_source);
    const std::optional<LoadedFrame> first = loadFirst(bytes, stack, options);
    auto builder = VolumeBuilder::create(stack, options.point, m_images, options.limits);
    if (!builder)
        return std::unexpected(builder.error());
    const int slices = (*builder)->slices();
    const std::vector<int> order = outwards(startOf(options, slices), slices);
    Loading loading(options, **builder, first);
    parallelFor(options.threads, slices, [&](qint64 i) {
        loading.one(order[std::size_t(i)],
                    [&](const FrameRef &ref, std::span<std::byte> out) { return decode(bytes, ref, out); });
    });
    if (const auto why = loading.verdict())
        return std::unexpected(*why);
    return (*builder)->finish(options.threads);
} catch (const std::bad_alloc &) {
    return failure(FailureCode::OutOfMemory, QStringLiteral("volume"));
}

Expected<LoadedFrame> VolumeLoader::loadFrame(const FrameRef &ref) const
{
    FrameBytes bytes(m_source);
    return loadFrame(bytes, ref);
}

Expected<LoadedFrame> VolumeLoader::loadFrame(FrameBytes &bytes, const FrameRef &ref) const
try {
    if (ref.instance < 0 || std::size_t(ref.instance) >= m_images.size())
        return failure(FailureCode::Internal, QStringLiteral("a frame of no image"));
    const ImageDescription &image = m_images[std::size_t(ref.instance)];
    const auto format = FrameFormat::of(image);
    if (!format)
        return std::unexpected(format.error());
    LoadedFrame frame;
    frame.ref = ref;
    frame.format = *format;
    frame.info = image.frame(ref.frame);
    frame.samples.resize(std::size_t(format->bytes()));
    const auto decoded = decode(bytes, ref, frame.samples);
    if (!decoded)
        return std::unexpected(decoded.error());
    frame.partial = decoded->partial;
    frame.note = decoded->note;
    return frame;
} catch (const std::bad_alloc &) {
    return failure(FailureCode::OutOfMemory, QStringLiteral("frame"));
}

} // namespace Chartline::Imaging
