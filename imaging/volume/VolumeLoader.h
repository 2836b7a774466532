// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "volume/VolumePlan.h"

#include <atomic>
#include <functional>

namespace Chartline::Imaging {

// One decoded frame, as FrameFormat lays it out.
struct LoadedFrame
{
    FrameRef ref;
    FrameFormat format;
    std::vector<std::byte> samples;
    FrameInfo info; // shared and own taken together
    bool partial = false;
    QString note; // of the decoder: technical, English
};

// One frame while a volume loads.
struct FrameView
{
    FrameRef ref;
    FrameFormat format;
    std::span<const std::byte> samples; // valid during the call only
    bool partial = false;
};

struct LoadOptions
{
    int point = 0; // of a 4D stack
    int firstSlice = -1; // loading starts here and goes outwards; -1: the middle
    int threads = 0; // 0: all
    const std::atomic_bool *cancel = nullptr;
    // For each slice as soon as it is decoded; `slice`: its index in the stack. Called from the loading threads,
    // several at once.
    std::function<void(int slice, const FrameView &frame)> onFrame;
    // Slices done so far, readable or not. Called like onFrame.
    std::function<void(int done, int all)> onProgress;
    BuildLimits limits;
};

class FrameBytes;

// Reads, decodes and builds volumes. The references have to stay valid while loading; `images` are those the stack was
// laid out of. No more bytes than one frame for each thread are held besides the volume (and one deflated data set).
class VolumeLoader
{
public:
    VolumeLoader(std::span<const ImageDescription> images, const ByteSource &source, const FrameDecoder &decoder)
        : m_images(images)
        , m_source(source)
        , m_decoder(decoder)
    { }

    // A slice that cannot be read is told in the volume (unreadableSlices, note "unreadable-slices:1") and left empty;
    // where that happens to more than half of them, the first failure in spatial order is the answer. Cancelled,
    // OutOfMemory, and whatever VolumeBuilder says.
    [[nodiscard]] Expected<VolumePtr> load(const Stack &stack, const LoadOptions &options = {}) const;
    [[nodiscard]] Expected<LoadedFrame> loadFrame(const FrameRef &ref) const;

private:
    [[nodiscard]] Expected<LoadedFrame> loadFrame(FrameBytes &bytes, const FrameRef &ref) const;
    [[nodiscard]] std::optional<LoadedFrame> loadFirst(FrameBytes &bytes, const Stack &stack,
                                                       const LoadOptions &options) const;
    [[nodiscard]] Expected<DecodedFrame> decode(FrameBytes &bytes, const FrameRef &ref, std::span<std::byte> out) const;

    std::span<const ImageDescription> m_images;
    const ByteSource &m_source;
    const FrameDecoder &m_decoder;
};

} // namespace Chartline::Imaging
