// SPDX-License-Identifier: Apache-2.0
#include "decode/Inflate.h"

#include <algorithm>
#include <limits>
#include <new>
#include <zlib.h>

namespace Chartline::Imaging {

namespace {

class Stream
{
public:
    Stream() { m_ready = inflateInit2(&m_stream, -MAX_WBITS) == Z_OK; }
    ~Stream()
    {
        if (m_ready)
            inflateEnd(&m_stream);
    }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] z_stream &get() { return m_stream; }

private:
    z_stream m_stream{};
    bool m_ready = false;
};

Expected<QByteArray> inflateAll(QByteArrayView deflated)
{
    Stream stream;
    if (!stream.isReady())
        return failure(FailureCode::OutOfMemory);
    z_stream &z = stream.get();
    QByteArray out;
    qsizetype used = 0;
    qsizetype taken = 0;
    int state = Z_OK;
    while (state != Z_STREAM_END) {
        if (used == out.size()) {
            if (used >= mostInflated)
                return failure(FailureCode::TooLarge);
            out.resize(std::min<qsizetype>(mostInflated, std::max<qsizetype>(64 * 1024, out.size() * 2)));
        }
        const qsizetype chunk = std::min<qsizetype>(deflated.size() - taken, std::numeric_limits<int>::max());
        z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(deflated.data() + taken));
        z.avail_in = uInt(chunk);
        z.next_out = reinterpret_cast<Bytef *>(out.data() + used);
        z.avail_out = uInt(std::min<qsizetype>(out.size() - used, std::numeric_limits<int>::max()));
        const uInt room = z.avail_out;
        state = inflate(&z, Z_NO_FLUSH);
        taken += chunk - qsizetype(z.avail_in);
        used += room - z.avail_out;
        if (state == Z_BUF_ERROR && taken == deflated.size())
            return failure(FailureCode::Truncated);
        if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
            return failure(state == Z_MEM_ERROR ? FailureCode::OutOfMemory : FailureCode::Corrupt);
    }
    out.resize(used);
    return out;
}

} // namespace

Expected<QByteArray> inflateDataSet(QByteArrayView deflated)
{
    try {
        return inflateAll(deflated);
    } catch (const std::bad_alloc &) {
        return failure(FailureCode::OutOfMemory);
    }
}

} // namespace Chartline::Imaging
