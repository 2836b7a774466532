// SPDX-License-Identifier: Apache-2.0
#include "volume/FrameBytes.h"

#include "decode/Inflate.h"

namespace Chartline::Imaging {

namespace {

// A frame that says it is longer than this is not read.
constexpr qint64 mostFrameBytes = qint64(1) << 31;

} // namespace

Expected<FrameBytes::Pieces> FrameBytes::of(const ImageDescription &image, int instance, int frame)
{
    Pieces pieces;
    if (!image.layout.encapsulated) {
        const auto range = nativeFrameRange(image, frame);
        if (!range)
            return std::unexpected(range.error());
        auto bytes = read(image, instance, range->offset, range->length);
        if (!bytes)
            return std::unexpected(bytes.error());
        pieces.append(std::move(*bytes));
        return pieces;
    }
    const auto fragments = frameFragments(image, frame);
    if (fragments.empty())
        return failure(FailureCode::Truncated, QStringLiteral("no fragment for frame %1").arg(frame + 1));
    qint64 total = 0;
    for (const PixelLayout::Fragment &fragment : fragments) {
        if (fragment.length < 0 || fragment.length > mostFrameBytes - total)
            return failure(FailureCode::TooLarge, QStringLiteral("fragments of frame %1").arg(frame + 1));
        total += fragment.length;
        auto bytes = read(image, instance, fragment.offset, fragment.length);
        if (!bytes)
            return std::unexpected(bytes.error());
        pieces.append(std::move(*bytes));
    }
    return pieces;
}

Expected<QByteArray> FrameBytes::read(const ImageDescription &image, int instance, qint64 offset, qint64 length)
{
    if (length > mostFrameBytes || length < 0 || offset < 0)
        return failure(FailureCode::TooLarge, QStringLiteral("%1 bytes of one frame").arg(length));
    if (!image.layout.deflated)
        return m_source.read(instance, offset, length);
    const auto whole = inflated(image, instance);
    if (!whole)
        return std::unexpected(whole.error());
    if (offset >= whole->size())
        return failure(FailureCode::Truncated, QStringLiteral("the deflated data set ends before the frame"));
    return whole->mid(offset, length);
}

Expected<QByteArray> FrameBytes::inflated(const ImageDescription &image, int instance)
{
    const std::scoped_lock lock(m_mutex);
    if (m_inflatedInstance == instance)
        return m_inflated;
    m_inflatedInstance = -1;
    m_inflated.clear();
    // Deflated data are never longer than what they inflate to by more than a trifle.
    const auto packed = m_source.read(instance, image.layout.dataSetOffset, mostInflated + mostInflated / 100);
    if (!packed)
        return std::unexpected(packed.error());
    auto whole = inflateDataSet(*packed);
    if (!whole)
        return std::unexpected(whole.error());
    m_inflated = std::move(*whole);
    m_inflatedInstance = instance;
    return m_inflated;
}

} // namespace Chartline::Imaging
