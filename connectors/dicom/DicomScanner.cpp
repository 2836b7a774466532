// SPDX-License-Identifier: Apache-2.0
#include "dicom/DicomScanner.h"

#include "dicom/DataSetWalk.h"
#include "dicom/InflateStream.h"
#include "dicom/Refusals.h"

#include <algorithm>

namespace Chartline::Dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype s_preamble = 128;
constexpr qsizetype s_lookAhead = 16 * 1024;
constexpr QLatin1StringView s_directoryClass("1.2.840.10008.1.3.10");

// Where the file meta information begins: behind the preamble; behind "DICM" alone; at the first byte. -1: nowhere.
qsizetype metaStart(QByteArrayView head)
{
    if (head.size() >= s_preamble + 4 && head.sliced(s_preamble, 4) == "DICM")
        return s_preamble + 4;
    if (head.startsWith("DICM"))
        return 4;
    if (const auto first = readPlainHead(head, Encoding::ExplicitLittle); first && groupOf(first->tag) == 0x0002)
        return 0;
    return -1;
}

QString uidText(QByteArrayView value)
{
    while (value.endsWith('\0'))
        value.chop(1);
    return QString::fromLatin1(value.first(std::min<qsizetype>(value.size(), 64)).trimmed());
}

} // namespace

DicomScanner::DicomScanner(ByteStream &stream, std::function<bool(qint64)> advance, const ScanLimits &limits)
    : m_limits(limits)
    , m_input(stream, std::move(advance))
{ }

DicomScanner::Likeness DicomScanner::likeness(QByteArrayView head, qint64 size)
{
    if (const qsizetype meta = metaStart(head); meta >= 0)
        return meta == s_preamble + 4 ? Likeness::Certain : Likeness::Bare;
    return findBareDataSet(head, size) ? Likeness::Bare : Likeness::None;
}

Result<DicomScan> DicomScanner::scan()
{
    DicomScan result;
    Status status = start(result);
    if (status && transferSyntax(result.transferSyntax).deflated)
        status = readDeflated(result);
    else if (status)
        status = readPlain(result);
    if (m_where.isEmpty())
        m_where = placeText(m_input.offset());
    if (!status)
        return std::unexpected(status.error());
    result.isDicomDir = result.isDicomDir || result.sopClass == s_directoryClass;
    return result;
}

// Up to the data set's first byte.
Status DicomScanner::start(DicomScan &scan)
{
    const QByteArrayView head = m_input.peek(s_lookAhead);
    if (m_input.error())
        return std::unexpected(*m_input.error());
    if (head.isEmpty())
        return fail(ErrorCode::InputEmpty);
    if (const qsizetype meta = metaStart(head); meta >= 0) {
        if (meta != s_preamble + 4)
            scan.notes.append(u"no-preamble"_s);
        CHARTLINE_TRY(m_input.skip(meta));
        CHARTLINE_TRY(readMeta(scan));
    } else if (const auto bare = findBareDataSet(head, m_input.size())) {
        scan.notes.append(u"no-file-meta"_s);
        CHARTLINE_TRY(m_input.skip(bare->offset));
        m_bare = bare->encoding;
    } else {
        return fail(ErrorCode::InputNotHealthData);
    }
    scan.dataSetOffset = m_input.offset();
    return m_input.atEnd() ? Status(truncated(m_input.offset())) : Status();
}

Status DicomScanner::readMeta(DicomScan &scan)
{
    qint64 elementsLeft = 1000;
    while (m_input.offset() != m_metaEnd || !transferSyntax(scan.transferSyntax).deflated) {
        const QByteArrayView bytes = m_input.peek(longestHead);
        // Its group is written little endian, whatever the data set is (PS3.10 7.1).
        if (bytes.size() < 8 || groupOf(readTag(bytes.data(), Encoding::ExplicitLittle)) != 0x0002)
            return {};
        auto head = readPlainHead(bytes, Encoding::ExplicitLittle);
        if (!head)
            head = readPlainHead(bytes, Encoding::ImplicitLittle);
        if (!head || head->undefined())
            return malformed(m_input.offset(), u"file meta information"_s);
        if (head->length > m_limits.valueBytes || --elementsLeft < 0)
            return tooLarge(m_limits.valueBytes);
        CHARTLINE_TRY(m_input.skip(head->size));
        CHARTLINE_TRY(readMetaElement(*head, scan));
    }
    return {};
}

Status DicomScanner::readMetaElement(const ElementHead &head, DicomScan &scan)
{
    if (m_input.size() >= 0 && m_input.offset() + qint64(head.length) > m_input.size())
        return truncated(m_input.size());
    constexpr quint32 longest = 256;
    if (head.length > longest)
        return m_input.skip(head.length);
    QByteArray value;
    CHARTLINE_TRY(m_input.copy(head.length, value));
    switch (head.tag) {
    case Tags::fileMetaGroupLength:
        if (value.size() == 4)
            m_metaEnd = m_input.offset() + readU32(value.constData(), Encoding::ExplicitLittle);
        break;
    case Tags::mediaStorageSopClass: scan.sopClass = uidText(value); break;
    case Tags::mediaStorageSopInstance: scan.sopInstance = uidText(value); break;
    case Tags::transferSyntax: scan.transferSyntax = uidText(value); break;
    default: break;
    }
    return {};
}

Status DicomScanner::read(DataSetWalk &walk, DicomScan &scan) const
{
    CHARTLINE_TRY(walk.run());
    if (m_bare && !walk.namesItself())
        return fail(ErrorCode::InputNotHealthData);
    return walk.finish(scan);
}

Status DicomScanner::readPlain(DicomScan &scan)
{
    const bool isStated = !scan.transferSyntax.isEmpty();
    const TransferSyntax syntax = isStated ? transferSyntax(scan.transferSyntax) : TransferSyntax();
    const qint64 available = m_input.size() < 0 ? -1 : m_input.size() - m_input.offset();
    std::optional<Encoding> encoding = m_bare;
    if (!encoding)
        encoding = guessEncoding(m_input.peek(s_lookAhead), available,
                                 isStated ? std::optional(syntax.encoding) : std::nullopt);
    if (!encoding)
        return malformed(m_input.offset(), u"no data set behind the file meta information"_s);
    if (isStated && *encoding != syntax.encoding)
        scan.notes.append(u"encoding-differs"_s);
    DataSetWalk walk(m_input, syntax, *encoding, m_limits);
    CHARTLINE_TRY(read(walk, scan));
    if (!isStated && !scan.pixels.encapsulated)
        scan.transferSyntax = transferSyntaxOf(*encoding);
    return {};
}

Status DicomScanner::readDeflated(DicomScan &scan)
{
    InflateStream stream(m_input, m_limits.inflatedBytes);
    ScanInput inflated(stream);
    const TransferSyntax syntax = transferSyntax(scan.transferSyntax);
    const auto encoding = guessEncoding(inflated.peek(s_lookAhead), -1, syntax.encoding);
    DataSetWalk walk(inflated, syntax, encoding.value_or(syntax.encoding), m_limits);
    const Status status = read(walk, scan);
    m_where = placeText(inflated.offset()) + u" of the inflated data set"_s;
    CHARTLINE_TRY(status);
    m_where.clear();
    return stream.finish();
}

} // namespace Chartline::Dicom
