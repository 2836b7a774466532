// SPDX-License-Identifier: Apache-2.0
#include "dicom/PixelScan.h"

#include "dicom/FrameProbe.h"
#include "dicom/Refusals.h"

#include <QtEndian>
#include <algorithm>
#include <climits>

namespace Chartline::Dicom {

using namespace Qt::StringLiterals;

namespace {

// A number of an element of VR US, UL or IS, whatever VR it claims: where a text stands it is no binary number. 0 to
// 2^32 - 1; 0 for anything else.
qint64 numberOf(const ElementHead &head, QByteArrayView value)
{
    if (head.vr == vrOf('I', 'S') || head.vr == vrOf('D', 'S'))
        return value.trimmed().toUInt();
    if (value.size() == 4)
        return readU32(value.data(), head.encoding);
    return value.size() >= 2 ? readU16(value.data(), head.encoding) : 0;
}

// The first bytes of a compressed frame: JPEG and JPEG-LS (SOI), JPEG 2000 and HTJ2K (SOC, SIZ), JPEG XL as codestream
// or in boxes, JPEG 2000 in boxes, RLE (PS3.5 G.5: the number of segments, and the first right behind the header).
bool isCodestreamStart(QByteArrayView head)
{
    if (head.startsWith("\xff\xd8\xff") || head.startsWith("\xff\x4f\xff\x51") || head.startsWith("\xff\x0a"))
        return true;
    if (head.size() < 8)
        return false;
    if (head.first(4) == QByteArrayView("\0\0\0\x0c", 4))
        return head.sliced(4, 4) == "JXL " || head.sliced(4, 4) == "jP  ";
    const auto segments = qFromLittleEndian<quint32>(head.data());
    return segments >= 1 && segments <= 15 && qFromLittleEndian<quint32>(head.data() + 4) == 64;
}

// Frames × what a frame has; -1 where that is more than any number here.
qint64 times(qint64 a, qint64 b)
{
    return b != 0 && a > LLONG_MAX / b ? -1 : a * b;
}

} // namespace

PixelScan::PixelScan(const ScanLimits &limits, const TransferSyntax &syntax)
    : m_limits(limits)
    , m_syntax(syntax)
{ }

void PixelScan::take(const ElementHead &head, QByteArrayView value)
{
    switch (head.tag) {
    case Tags::rows: m_rows = numberOf(head, value); break;
    case Tags::columns: m_columns = numberOf(head, value); break;
    case Tags::samplesPerPixel: m_samples = numberOf(head, value); break;
    case Tags::bitsAllocated: m_bits = numberOf(head, value); break;
    case Tags::photometricInterpretation: m_subsampled = value.trimmed().startsWith("YBR_FULL_422"); break;
    case Tags::pixelDataProvider: m_elsewhere = value.size(); break;
    case Tags::numberOfFrames: {
        QByteArrayView text = value;
        while (text.endsWith('\0'))
            text.chop(1);
        text = text.trimmed();
        bool isNumber = false;
        m_frames = text.toLongLong(&isNumber);
        m_framesUnreadable = !text.isEmpty() && (!isNumber || m_frames < 1);
        if (!isNumber || m_frames < 1)
            m_frames = 1;
        break;
    }
    case Tags::extendedOffsets:
        m_extendedTable.clear();
        for (qsizetype at = 0; at + 8 <= value.size(); at += 8)
            m_extendedTable.push_back(qFromLittleEndian<quint64>(value.data() + at));
        break;
    default: break;
    }
}

Status PixelScan::takePixels(const ElementHead &head, ScanInput &input, qint64 end, qint64 &elements)
{
    // PS3.3 C.7.6.24: Pixel Data, Float Pixel Data and Double Float Pixel Data exclude each other.
    if (m_present)
        return malformed(input.offset(), head.tag, u"a second element of pixel data"_s);
    m_present = true;
    m_tag = head.tag;
    m_pixelsAt = input.offset();
    m_place.bigEndian = head.encoding == Encoding::ExplicitBig || m_syntax.bigEndianPixels;
    m_place.vrOtherWord = head.vr != Vrs::ob && (head.vr != Vrs::un || m_bits > 8);
    m_place.offset = input.offset();
    if (head.undefined()) {
        m_place.encapsulated = true;
        m_place.bigEndian = false;
        return readFragments(input, end, elements);
    }
    m_place.length = head.length;
    return input.skip(head.length);
}

Status PixelScan::skipFragments(ScanInput &input, qint64 end, qint64 &elements)
{
    const ScanLimits limits;
    return PixelScan(limits, {}).readFragments(input, end, elements);
}

// PS3.5 A.4: items of defined length, the first of which is the Basic Offset Table, and a delimiter.
Status PixelScan::readFragments(ScanInput &input, qint64 end, qint64 &elements)
{
    constexpr Encoding little = Encoding::ImplicitLittle;
    bool isTable = true;
    while (true) {
        const QByteArrayView head = input.peek(8);
        const qint64 at = input.offset();
        if (head.size() < 8)
            return input.skip(8);
        const Tag tag = readTag(head.data(), little);
        const quint32 length = readU32(head.data() + 4, little);
        if (tag == Tags::sequenceEnd && length == 0) {
            endProbe();
            return input.skip(8);
        }
        if (tag != Tags::item || length == undefinedLength)
            return malformed(at, tag, u"where a fragment of pixel data should be"_s);
        if (--elements < 0)
            return tooLarge(m_limits.elements);
        CHARTLINE_TRY(input.skip(8));
        if (end >= 0 && length > end - input.offset())
            return end == input.size() ? truncated(end) : malformed(at, tag, u"longer than what encloses it"_s);
        if (isTable) {
            isTable = false;
            if (length > m_limits.valueBytes)
                return tooLarge(m_limits.valueBytes);
            QByteArray table;
            CHARTLINE_TRY(input.copy(length, table));
            for (qsizetype i = 0; i + 4 <= table.size(); i += 4)
                m_basicTable.push_back(qFromLittleEndian<quint32>(table.constData() + i));
            m_tableBase = input.offset();
            continue;
        }
        CHARTLINE_TRY(takeFragment(input, length));
    }
}

Status PixelScan::takeFragment(ScanInput &input, qint64 length)
{
    const bool starts = isCodestreamStart(input.peek(std::min<qsizetype>(8, length)));
    const std::size_t index = m_place.fragments.size();
    m_place.fragments.push_back({input.offset(), length});
    m_place.length += length;
    m_startsCodestream.push_back(starts);
    if (starts || index == 0) {
        endProbe();
        m_probing = m_present && !m_doubtful && !m_syntax.video;
        m_probeFragment = index;
    }
    if (!m_probing)
        return input.skip(length);
    if (m_probe.size() + length > m_limits.frameBytes) {
        m_probing = false;
        return input.skip(length);
    }
    return input.copy(length, m_probe);
}

void PixelScan::endProbe()
{
    if (m_probing && !looksComplete(m_probe, m_rows, m_columns))
        m_doubtful = DoubtfulFrame{static_cast<int>(m_probeFragment), std::move(m_probe)};
    m_probing = false;
    m_probe.resize(0);
}

qint64 PixelScan::frameBits() const
{
    if (m_subsampled && m_samples == 3)
        return m_rows * m_columns * 2 * m_bits;
    return m_rows * m_columns * m_samples * m_bits;
}

Status PixelScan::checkDimensions() const
{
    // Rows and columns are numbers of at most 32 bits: their product fits.
    if (times(m_rows, m_columns) < 0 || m_rows * m_columns > m_limits.pixels)
        return tooManyPixels(m_limits.pixels);
    if (m_samples > 0xffff || m_bits > 64)
        return malformed(m_pixelsAt, u"impossible samples per pixel or bits allocated"_s);
    const qint64 samples = times(m_rows * m_columns * std::max<qint64>(m_samples, 1), m_frames);
    if (samples < 0 || samples > m_limits.samples)
        return tooManyPixels(m_limits.samples);
    return {};
}

Status PixelScan::checkNative(DicomScan &scan)
{
    // Frames of one bit a pixel follow each other without padding (PS3.5 8.1.1), so bits are counted over all.
    const qint64 one = frameBits();
    const qint64 given = m_place.length * 8;
    if (m_framesUnreadable && one > 0) {
        m_frames = std::max<qint64>(1, given / one);
        CHARTLINE_TRY(checkDimensions());
    }
    const qint64 needed = times(one, m_frames);
    if (needed < 0 || needed > given)
        return truncated(m_pixelsAt + m_place.length);
    // One more frame than told would be seen by nobody.
    if (given - needed >= std::max<qint64>(one, 16))
        scan.notes.append(u"pixel-data-longer"_s);
    return {};
}

// Offsets count from the first fragment's item tag to a fragment's (PS3.5 A.4).
bool PixelScan::framesFromOffsets(const std::vector<quint64> &offsets)
{
    std::vector<qint32> starts;
    starts.reserve(offsets.size());
    std::size_t next = 0;
    for (const quint64 offset : offsets) {
        if (offset > quint64(LLONG_MAX / 2))
            return false;
        const qint64 wanted = m_tableBase + qint64(offset) + 8;
        while (next < m_place.fragments.size() && m_place.fragments[next].offset < wanted)
            ++next;
        if (next == m_place.fragments.size() || m_place.fragments[next].offset != wanted)
            return false;
        starts.push_back(static_cast<qint32>(next++));
    }
    if (starts.empty() || starts.front() != 0)
        return false;
    m_place.firstFragment = std::move(starts);
    return true;
}

bool PixelScan::framesFromTable(qint64 frames)
{
    for (const auto *table : {&m_extendedTable, &m_basicTable}) {
        if (qint64(table->size()) == frames && framesFromOffsets(*table))
            return true;
    }
    return false;
}

// Every fragment that is not empty; or only those which begin as compressed frames do.
void PixelScan::framesOneEach(std::vector<qint32> &starts, bool withCodestreamOnly) const
{
    starts.clear();
    for (std::size_t i = 0; i < m_place.fragments.size(); ++i) {
        if (withCodestreamOnly ? bool(m_startsCodestream[i]) : m_place.fragments[i].length > 0)
            starts.push_back(static_cast<qint32>(i));
    }
}

Status PixelScan::findFrames(DicomScan &scan)
{
    std::vector<qint32> each;
    std::vector<qint32> codestreams;
    framesOneEach(each, false);
    framesOneEach(codestreams, true);
    const auto fragments = qint64(each.size());
    if (m_syntax.video) {
        scan.pixelProblem = u"video"_s;
        return {};
    }
    if (m_framesUnreadable && fragments > 0 && codestreams.size() == each.size())
        m_frames = fragments;
    if (m_frames == 1) {
        m_place.firstFragment = {0};
        if (codestreams.size() > 1 && codestreams.size() == each.size())
            scan.notes.append(u"pixel-data-longer"_s);
        return fragments > 0 ? Status() : truncated(m_pixelsAt);
    }
    // Each frame has a fragment of its own, at least (PS3.5 A.4).
    if (fragments < m_frames)
        return truncated(m_pixelsAt + m_place.length);
    if (framesFromTable(m_frames))
        return {};
    if (!m_basicTable.empty() || !m_extendedTable.empty())
        scan.notes.append(u"offset-table-wrong"_s);
    if (fragments == m_frames)
        m_place.firstFragment = std::move(each);
    else if (qint64(codestreams.size()) == m_frames && codestreams.front() == each.front())
        m_place.firstFragment = std::move(codestreams);
    else
        scan.pixelProblem = u"frames-not-found"_s;
    return {};
}

// What was read as one frame may be several, or a part of one, now that it is known where frames begin.
void PixelScan::noteDoubtful(DicomScan &scan)
{
    if (!m_doubtful)
        return;
    const auto first = std::ranges::find(m_place.firstFragment, qint32(m_doubtful->frame));
    if (first == m_place.firstFragment.end())
        return;
    const auto end =
        std::next(first) == m_place.firstFragment.end() ? m_place.fragments.size() : std::size_t(*std::next(first));
    qint64 length = 0;
    for (auto i = std::size_t(*first); i < end; ++i)
        length += m_place.fragments[i].length;
    if (length > m_doubtful->bytes.size())
        return;
    m_doubtful->bytes.truncate(length);
    m_doubtful->frame = static_cast<int>(first - m_place.firstFragment.begin());
    scan.doubtful = std::move(m_doubtful);
}

Status PixelScan::finish(DicomScan &scan)
{
    if (m_framesUnreadable)
        scan.notes.append(u"frame-count-unreadable"_s);
    const bool described = m_rows > 0 && m_columns > 0 && m_bits > 0;
    if (!m_present) {
        // A file that was cut off between two elements looks whole but for this.
        if (described && m_samples > 0)
            scan.pixelProblem = m_elsewhere > 0 ? u"pixels-elsewhere"_s : u"no-pixel-data"_s;
        return {};
    }
    if (m_samples == 0)
        m_samples = 1;
    if (m_tag == Tags::floatPixelData)
        m_bits = 32;
    if (m_tag == Tags::doublePixelData)
        m_bits = 64;
    CHARTLINE_TRY(checkDimensions());
    if (m_rows <= 0 || m_columns <= 0 || m_bits <= 0)
        scan.pixelProblem = u"no-dimensions"_s;
    else if (!m_syntax.known || (m_place.encapsulated && scan.transferSyntax.isEmpty()))
        scan.pixelProblem = u"transfer-syntax-unknown"_s;
    else if (m_place.encapsulated != m_syntax.encapsulated)
        scan.pixelProblem = u"transfer-syntax-differs"_s;
    else if (m_place.encapsulated)
        CHARTLINE_TRY(findFrames(scan));
    else
        CHARTLINE_TRY(checkNative(scan));
    if (scan.pixelProblem.isEmpty())
        noteDoubtful(scan);
    scan.hasPixels = true;
    scan.frames = static_cast<int>(std::min<qint64>(m_frames, INT_MAX));
    m_place.deflated = m_syntax.deflated;
    scan.pixels = std::move(m_place);
    return {};
}

} // namespace Chartline::Dicom
