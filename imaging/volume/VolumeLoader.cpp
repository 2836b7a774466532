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

class Loading
{
public:
    Loading(const LoadOptions &options, VolumeBuilder &builder)
        : m_options(options)
        , m_builder(builder)
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

Expected<VolumePtr> VolumeLoader::load(const Stack &stack, const LoadOptions &options) const
try {
    auto builder = VolumeBuilder::create(stack, options.point, m_images, options.limits);
    if (!builder)
        return std::unexpected(builder.error());
    const int slices = (*builder)->slices();
    const int start = options.firstSlice < 0 ? slices / 2 : std::min(options.firstSlice, slices - 1);
    const std::vector<int> order = outwards(start, slices);
    Loading loading(options, **builder);
    FrameBytes bytes(m_source);
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
    FrameBytes bytes(m_source);
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
