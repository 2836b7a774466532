// SPDX-License-Identifier: Apache-2.0
#include "decode/CodecJob.h"

#include "decode/HtStream.h"
#include "decode/IntPlanes.h"
#include "decode/J2kHeader.h"

#include <openjph/ojph_arch.h>
#include <openjph/ojph_codestream.h>
#include <openjph/ojph_file.h>
#include <openjph/ojph_mem.h>
#include <openjph/ojph_message.h>
#include <openjph/ojph_params.h>

#include <exception>

namespace Chartline::Imaging {

namespace {

// OpenJPH throws on an error; what it would print before goes nowhere. The setting is the library's, for all threads.
bool silenced()
{
    ojph::set_info_stream(nullptr);
    ojph::set_warning_stream(nullptr);
    ojph::set_error_stream(nullptr);
    return true;
}

// Rows come as the codestream orders them: all components of a row, or one component after the other.
class Receiver
{
public:
    Receiver(const CodecJob &job, const J2kHeader &header)
        : m_job(job)
        , m_header(header)
        , m_next(header.components.size(), 0)
    {
        if (job.format.samples == 3)
            m_samples.resize(3 * std::size_t(job.format.rows) * std::size_t(job.format.columns));
    }

    // False for a row that cannot be.
    [[nodiscard]] bool take(std::size_t component, const ojph::line_buf &line)
    {
        if (component >= m_next.size() || (line.flags & ojph::line_buf::LFT_32BIT) == 0
            || (line.flags & ojph::line_buf::LFT_INTEGER) == 0 || !line.i32)
            return false;
        const qint64 y = m_next[component]++;
        const qint64 width = m_job.format.columns;
        if (y >= m_job.format.rows || qint64(line.size) < width)
            return false;
        const J2kHeader::Component &c = m_header.components[component];
        // The library leaves it to its caller to keep what a lossy transform made within the range.
        const qint64 span = qint64(1) << c.bits;
        const qint64 least = c.isSigned ? -span / 2 : 0;
        for (qint32 &value : std::span(line.i32, std::size_t(width)))
            value = qint32(std::clamp<qint64>(value, least, least + span - 1));
        if (m_job.format.samples == 1) {
            const bool lossy = !m_header.reversible || !m_job.codec.lossless;
            storeMono(m_job, {line.i32, width, 1, 1, 1, c.bits, c.isSigned}, y, width, lossy);
            return true;
        }
        const qint64 plane = qint64(component) * m_job.format.rows * width;
        std::copy_n(line.i32, width, m_samples.begin() + plane + y * width);
        return true;
    }

    void finish()
    {
        if (m_job.format.samples == 1)
            return;
        std::vector<IntPlane> planes;
        for (std::size_t c = 0; c < 3; ++c) {
            const J2kHeader::Component &component = m_header.components[c];
            const qint32 *data = m_samples.data() + c * m_samples.size() / 3;
            planes.push_back({data, m_job.format.columns, m_job.format.rows, 1, 1, component.bits, component.isSigned});
        }
        storeColor(m_job, planes, m_header.colorTransform);
    }

private:
    const CodecJob &m_job;
    const J2kHeader &m_header;
    std::vector<qint64> m_next;
    std::vector<qint32> m_samples; // of colour, by plane
};

bool decodeAll(const CodecJob &job, const J2kHeader &header)
{
    try {
        ojph::mem_infile file;
        file.open(reinterpret_cast<const ojph::ui8 *>(header.codestream.data()), header.codestream.size());
        ojph::codestream codestream;
        codestream.read_headers(&file);
        codestream.create();
        Receiver receiver(job, header);
        const qint64 lines = qint64(header.components.size()) * job.format.rows;
        for (qint64 i = 0; i < lines; ++i) {
            ojph::ui32 component = 0;
            const ojph::line_buf *line = codestream.pull(component);
            if (!line || !receiver.take(component, *line))
                return false;
        }
        receiver.finish();
        codestream.close();
        return true;
    } catch (const std::exception &) {
        return false;
    } catch (const char *) { // its allocator's
        return false;
    }
}

} // namespace

Expected<DecodedFrame> decodeHtJpeg2000(const CodecJob &job)
{
    static const bool quiet = silenced();
    const auto header = J2kHeader::of(job.stream);
    if (!header)
        return std::unexpected(header.error());
    // OpenJPH reads nothing but part 15, and only sound headers; OpenJPEG reads both parts.
    if (!quiet || !isPlainHt(*header))
        return decodeJpeg2000(job);
    const J2kHeader::Component &first = header->components.front();
    if (const auto fits = checkStream(job, {header->rows, header->columns, int(header->components.size()), first.bits});
        !fits)
        return std::unexpected(fits.error());
    if (decodeAll(job, *header))
        return DecodedFrame{false, precisionNote(job, first.bits)};
    return decodeJpeg2000(job);
}

} // namespace Chartline::Imaging
