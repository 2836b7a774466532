// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/FrameDecoder.h"

#include <QVarLengthArray>
#include <mutex>

namespace Chartline::Imaging {

// Fetches what the decoder needs of a frame: its fragments, or its range of native bytes. A deflated data set is
// inflated as a whole and kept until another one is asked for, as its frames cannot be read one by one. Safe from
// several threads.
class FrameBytes
{
public:
    using Pieces = QVarLengthArray<QByteArray, 4>;

    explicit FrameBytes(const ByteSource &source)
        : m_source(source)
    { }
    // Truncated, TooLarge, Corrupt (deflated), and whatever the source says.
    [[nodiscard]] Expected<Pieces> of(const ImageDescription &image, int instance, int frame);

private:
    [[nodiscard]] Expected<QByteArray> read(const ImageDescription &image, int instance, qint64 offset, qint64 length);
    [[nodiscard]] Expected<QByteArray> inflated(const ImageDescription &image, int instance);

    const ByteSource &m_source;
    std::mutex m_mutex;
    int m_inflatedInstance = -1;
    QByteArray m_inflated;
};

} // namespace Chartline::Imaging
