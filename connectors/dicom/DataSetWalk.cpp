// SPDX-License-Identifier: Apache-2.0
#include "dicom/DataSetWalk.h"

#include "dicom/Refusals.h"
#include "dicom/SequenceProbe.h"

#include <algorithm>

namespace Chartline::Dicom {

using namespace Qt::StringLiterals;

namespace {

bool isPixelTag(Tag tag)
{
    return tag == Tags::pixelData || tag == Tags::floatPixelData || tag == Tags::doublePixelData;
}

// Elements of the standard whose bytes may be anything, an item's tag among them: lookup tables, documents, curves,
// waveforms, spectra, surfaces, overlays, and group 7FE0. Everywhere else in implicit VR a value that begins with an
// item is a sequence.
bool mayHoldAnything(Tag tag)
{
    const quint16 group = groupOf(tag);
    if (group == 0x0028)
        return (tag >= 0x00281101 && tag <= 0x00281223) || tag == 0x00283006;
    return isPrivate(tag) || tag == Tags::encapsulatedDocument || group == 0x0066
           || (group >= 0x5000 && group <= 0x60ff) || group >= 0x7f00;
}

QString textOf(QByteArrayView value)
{
    while (value.endsWith('\0'))
        value.chop(1);
    return QString::fromLatin1(value.trimmed());
}

bool isAllZero(QByteArrayView bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return c == '\0'; });
}

} // namespace

DataSetWalk::DataSetWalk(ScanInput &input, const TransferSyntax &syntax, Encoding encoding, const ScanLimits &limits)
    : m_input(input)
    , m_limits(limits)
    , m_header(encoding)
    , m_pixels(limits, syntax)
    , m_elementsLeft(limits.elements)
{
    m_open.push_back({.encoding = encoding, .end = -1, .limit = input.size()});
}

int DataSetWalk::depth() const
{
    return int(std::ranges::count(m_open, Open::Kind::Sequence, &Open::kind));
}

Status DataSetWalk::countOne()
{
    if (--m_elementsLeft < 0)
        return tooLarge(m_limits.elements);
    return {};
}

Status DataSetWalk::run()
{
    while (true) {
        const Open &top = m_open.back();
        if (top.end >= 0 && m_input.offset() == top.end) {
            CHARTLINE_TRY(close());
            continue;
        }
        if (top.kind == Open::Kind::Root && m_input.atEnd())
            return {};
        CHARTLINE_TRY(top.kind == Open::Kind::Sequence ? nextItem() : nextElement());
    }
}

Status DataSetWalk::finish(DicomScan &scan)
{
    if (!m_sopClass.isEmpty())
        scan.sopClass = m_sopClass;
    if (!m_sopInstance.isEmpty())
        scan.sopInstance = m_sopInstance;
    scan.isDicomDir = scan.isDicomDir || m_isDirectory;
    scan.omitted = m_omitted;
    scan.notes += m_notes;
    CHARTLINE_TRY(m_pixels.finish(scan));
    if (m_header.size() == 0)
        return malformed(m_input.offset(), u"a data set that says nothing"_s);
    scan.header = m_header.part10(scan.sopClass, scan.sopInstance);
    return {};
}

Status DataSetWalk::nextItem()
{
    const Open &top = m_open.back();
    const qint64 at = m_input.offset();
    if (!top.limitIsFile && top.limit - at < 8)
        return malformed(at, u"an item goes beyond its sequence"_s);
    const QByteArrayView bytes = m_input.peek(8);
    if (bytes.size() < 8)
        return m_input.skip(8);
    CHARTLINE_TRY(countOne());
    const Tag tag = readTag(bytes.data(), top.encoding);
    const quint32 length = readU32(bytes.data() + 4, top.encoding);
    if (tag == Tags::sequenceEnd && length == 0) {
        CHARTLINE_TRY(m_input.skip(8));
        // A delimiter in spite of a defined length says nothing new.
        return top.end < 0 ? close() : Status();
    }
    if (tag != Tags::item)
        return malformed(at, tag, u"where an item should be"_s);
    ElementHead head{.tag = tag, .length = length, .size = 8};
    CHARTLINE_TRY(checkLength(head));
    CHARTLINE_TRY(m_input.skip(8));
    Open item{.kind = Open::Kind::Item,
              .encoding = top.encoding,
              .limit = top.limit,
              .limitIsFile = top.limitIsFile,
              .inPrivate = top.inPrivate};
    if (!head.undefined()) {
        item.end = item.limit = m_input.offset() + length;
        item.limitIsFile = false;
    }
    item.begin = m_header.size();
    m_header.delimiter(item.encoding, Tags::item, undefinedLength);
    m_open.push_back(std::move(item));
    return {};
}

Status DataSetWalk::delimiterInItem(Tag tag, quint32 length)
{
    const Open &top = m_open.back();
    const qint64 at = m_input.offset();
    if (length != 0)
        return malformed(at, tag, u"has a length"_s);
    if (tag == Tags::itemEnd && top.kind == Open::Kind::Item && top.end < 0) {
        CHARTLINE_TRY(m_input.skip(8));
        return close();
    }
    // Where lengths are defined a delimiter says nothing; where not, it would end something else than it stands in.
    const bool needless = top.kind == Open::Kind::Root || top.end >= 0;
    if (!needless || (tag != Tags::itemEnd && tag != Tags::sequenceEnd))
        return malformed(at, tag, u"where an element should be"_s);
    return m_input.skip(8);
}

// Zeros fill sectors and blocks. Where there are more, and no pixels before them, they stand where the rest of a
// damaged copy should be.
Status DataSetWalk::trailing()
{
    constexpr qint64 sector = 2048;
    const qint64 begin = m_input.offset();
    m_notes.append(u"trailing-bytes"_s);
    while (!m_input.atEnd()) {
        const QByteArrayView bytes = m_input.peek(64 * 1024);
        if (!isAllZero(bytes))
            return malformed(m_input.offset(), u"bytes behind the data set"_s);
        // At least one: a stream that failed is not at its end, and says so here.
        CHARTLINE_TRY(m_input.skip(std::max<qsizetype>(bytes.size(), 1)));
    }
    const bool isFilled = m_input.offset() - begin > sector && !m_pixels.isPresent();
    return isFilled || m_header.size() == 0 ? Status(truncated(begin)) : Status();
}

Status DataSetWalk::nextElement()
{
    const Open &top = m_open.back();
    const QByteArrayView bytes = m_input.peek(8);
    if (top.kind == Open::Kind::Root && !bytes.isEmpty() && isAllZero(bytes))
        return trailing();
    if (!top.limitIsFile && top.limit - m_input.offset() < 8)
        return malformed(m_input.offset(), u"an element goes beyond its item"_s);
    if (bytes.size() < 8)
        return m_input.skip(8);
    CHARTLINE_TRY(countOne());
    const Tag tag = readTag(bytes.data(), top.encoding);
    if (groupOf(tag) == 0xfffe)
        return delimiterInItem(tag, readU32(bytes.data() + 4, top.encoding));
    // Commands and file meta information are no part of a data set.
    if (groupOf(tag) == 0 || groupOf(tag) == 2)
        return malformed(m_input.offset(), tag, u"within a data set"_s);
    CHARTLINE_ASSIGN(const ElementHead head, readHead());
    CHARTLINE_TRY(checkLength(head));
    CHARTLINE_TRY(m_input.skip(head.size));
    return element(head);
}

Result<ElementHead> DataSetWalk::readHead()
{
    const Encoding encoding = m_open.back().encoding;
    const QByteArrayView seen = m_input.peek(longestHead);
    if (const auto plain = readPlainHead(seen, encoding))
        return *plain;
    // Of its own: what follows looks further ahead, which ends the view.
    const QByteArray bytes = seen.toByteArray();
    if (bytes.size() < longestHead && (isKnownVr(vrOf(bytes[4], bytes[5])) || m_input.error())) {
        CHARTLINE_TRY(m_input.skip(longestHead));
    }
    if (const auto untidy = readUntidyHead(bytes))
        return *untidy;
    return malformed(m_input.offset(), readTag(bytes.constData(), encoding), u"has no known value representation"_s);
}

// An element among explicit ones that has a VR of its own invention ("??", or one of a later edition), or none at all:
// the reading after which the data set goes on well is taken.
std::optional<ElementHead> DataSetWalk::readUntidyHead(QByteArrayView bytes)
{
    const Encoding encoding = m_open.back().encoding;
    const Tag tag = readTag(bytes.data(), encoding);
    const bool longer = bytes.size() >= longestHead;
    const ElementHead shortLength{tag, Vrs::un, readU16(bytes.data() + 6, encoding), 8, encoding};
    const ElementHead longLength{tag, Vrs::un, longer ? readU32(bytes.data() + 8, encoding) : 0, 12, encoding};
    const ElementHead implicit{tag, Vrs::none, readU32(bytes.data() + 4, encoding), 8, Encoding::ImplicitLittle};
    const auto isLetter = [](char c) { return (c >= 'A' && c <= 'Z') || c == '?'; };
    const bool looksLikeVr = isLetter(bytes[4]) && isLetter(bytes[5]);
    // New VRs have long lengths (PS3.5 7.1.2).
    if (looksLikeVr && longer && bytes[6] == '\0' && bytes[7] == '\0' && goesOnBehind(longLength))
        return longLength;
    if (encoding == Encoding::ExplicitLittle && !looksLikeVr && goesOnBehind(implicit))
        return implicit;
    if (goesOnBehind(shortLength))
        return shortLength;
    return std::nullopt;
}

// Whether an element, read so, is followed by another one, a delimiter, or the end of what it stands in.
bool DataSetWalk::goesOnBehind(const ElementHead &head)
{
    constexpr qint64 farthest = 1024 * 1024;
    const Open &top = m_open.back();
    if (head.undefined()) {
        const QByteArrayView bytes = m_input.peek(head.size + 8);
        return bytes.size() > head.size && beginsWithItem(bytes.sliced(head.size));
    }
    const qint64 end = head.size + qint64(head.length);
    const qint64 bound = top.limit >= 0 ? top.limit - m_input.offset() : -1;
    if (end == bound)
        return true;
    if (end > farthest || (bound >= 0 && end > bound))
        return false;
    const QByteArrayView bytes = m_input.peek(qsizetype(end) + longestHead);
    if (bytes.size() < end + 8)
        return bytes.size() == end;
    const QByteArrayView behind = bytes.sliced(qsizetype(end));
    const Tag next = readTag(behind.data(), top.encoding);
    if (groupOf(next) == 0xfffe)
        return readU32(behind.data() + 4, top.encoding) == 0;
    if (next <= head.tag)
        return false;
    const auto plain = readPlainHead(behind, head.encoding);
    const auto around = readPlainHead(behind, top.encoding);
    const auto fits = [&](const std::optional<ElementHead> &one) {
        return one && (one->undefined() || bound < 0 || end + one->size + qint64(one->length) <= bound);
    };
    return fits(around) || fits(plain);
}

Status DataSetWalk::checkLength(const ElementHead &head)
{
    if (head.undefined())
        return {};
    const Open &top = m_open.back();
    const qint64 valueAt = m_input.offset() + head.size;
    if (top.limit < 0 || valueAt + qint64(head.length) <= top.limit)
        return {};
    if (top.limitIsFile)
        return truncated(top.limit);
    return malformed(m_input.offset(), head.tag, u"is longer than what encloses it"_s);
}

Status DataSetWalk::element(const ElementHead &head)
{
    if (isPixelTag(head.tag) && head.vr != Vrs::sq)
        return pixels(head);
    Encoding items = head.encoding;
    CHARTLINE_ASSIGN(const bool nested, isSequence(head, items));
    if (nested)
        return beginSequence(head, items);
    if (head.undefined())
        return malformed(m_input.offset(), head.tag, u"has an undefined length"_s);
    return value(head);
}

// The encoding within an element of VR UN and undefined length: implicit little endian (PS3.5 6.2.2 note 2), but some
// write what is around it.
Encoding DataSetWalk::encodingOfItems()
{
    const Encoding around = m_open.back().encoding;
    if (around != Encoding::ExplicitLittle)
        return Encoding::ImplicitLittle;
    constexpr qsizetype enough = 512;
    const QByteArrayView bytes = m_input.peek(enough);
    if (!beginsWithItem(bytes))
        return Encoding::ImplicitLittle;
    const QByteArrayView inside = bytes.sliced(8);
    const bool isExplicit =
        plausibleElements(inside, around, -1) > plausibleElements(inside, Encoding::ImplicitLittle, -1);
    return isExplicit ? around : Encoding::ImplicitLittle;
}

Result<bool> DataSetWalk::isSequence(const ElementHead &head, Encoding &items)
{
    if (head.vr == Vrs::sq) {
        if (head.undefined() || head.length == 0)
            return true;
        const QByteArrayView bytes = m_input.peek(8);
        const Tag first = bytes.size() == 8 ? readTag(bytes.data(), head.encoding) : 0;
        const bool proper = head.length >= 8 && (first == Tags::item || first == Tags::sequenceEnd);
        // What a private sequence really holds matters to nobody here; it stays as bytes.
        return proper || !isPrivate(head.tag);
    }
    const bool untyped = head.vr == Vrs::none || head.vr == Vrs::un;
    if (!untyped)
        return false;
    if (head.undefined()) {
        items = head.vr == Vrs::un ? encodingOfItems() : Encoding::ImplicitLittle;
        return true;
    }
    if (head.length < 8 || !beginsWithItem(m_input.peek(8)))
        return false;
    items = Encoding::ImplicitLittle;
    const bool amongImplicit = m_open.back().encoding == Encoding::ImplicitLittle;
    if (amongImplicit && !mayHoldAnything(head.tag))
        return true;
    // Not handed to the parser: need not be looked into.
    if (head.length > m_limits.valueBytes)
        return false;
    const ProbedValue found = probeSequence(m_input.peek(qsizetype(head.length)), m_limits.depth - depth());
    if (found == ProbedValue::TooDeep)
        return tooDeep(m_limits.depth);
    // Among implicit elements a parser takes it for what its dictionary says, if it has the private tag at all.
    return found == ProbedValue::Sequence && !amongImplicit;
}

Status DataSetWalk::beginSequence(const ElementHead &head, Encoding items)
{
    if (depth() >= m_limits.depth)
        return tooDeep(m_limits.depth);
    if (m_header.size() > m_limits.headerBytes)
        return tooLarge(m_limits.headerBytes);
    const Open &top = m_open.back();
    Open sequence{.kind = Open::Kind::Sequence,
                  .encoding = items,
                  .limit = top.limit,
                  .limitIsFile = top.limitIsFile,
                  .tag = head.tag,
                  .inPrivate = top.inPrivate || isPrivate(head.tag)};
    if (!head.undefined()) {
        sequence.end = sequence.limit = m_input.offset() + head.length;
        sequence.limitIsFile = false;
    }
    sequence.begin = m_header.size();
    if (top.kind == Open::Kind::Root && head.tag == Tags::directoryRecordSequence)
        m_isDirectory = m_namesItself = true;
    m_header.beginSequence(top.encoding, head.tag, items);
    m_open.push_back(std::move(sequence));
    return {};
}

Status DataSetWalk::pixels(const ElementHead &head)
{
    const Open &top = m_open.back();
    if (head.undefined() && head.vr != Vrs::none && head.vr != Vrs::ob && head.vr != Vrs::ow && head.vr != Vrs::un)
        return malformed(m_input.offset(), head.tag, u"has an undefined length"_s);
    if (top.kind == Open::Kind::Root)
        return m_pixels.takePixels(head, m_input, top.limit, m_elementsLeft);
    if (head.undefined())
        return PixelScan::skipFragments(m_input, top.limit, m_elementsLeft);
    return m_input.skip(head.length);
}

Status DataSetWalk::value(const ElementHead &head)
{
    // Retired group lengths (PS3.5 7.2) are often wrong; (FFFC,FFFC) is padding.
    if ((head.tag & 0xffff) == 0 || head.tag == 0xfffcfffc)
        return m_input.skip(head.length);
    if (head.length > m_limits.valueBytes) {
        m_omitted.append({head.tag, m_input.offset(), head.length, m_open.back().kind != Open::Kind::Root});
        return m_input.skip(head.length);
    }
    if (m_header.size() + qint64(head.length) > m_limits.headerBytes)
        return tooLarge(m_limits.headerBytes);
    Open &top = m_open.back();
    const qint64 begin = m_header.size();
    // A private sequence that is none: see isSequence().
    m_header.element(top.encoding, head.tag, head.vr == Vrs::sq ? Vrs::un : head.vr, head.length);
    const qint64 valueAt = m_header.size();
    CHARTLINE_TRY(m_input.copy(head.length, m_header.bytes()));
    if (top.kind == Open::Kind::Root)
        takeFact(head, valueAt);
    return remember(top, head.tag, begin);
}

// The same element twice in one data set: the second is dropped where it says the same; else nobody knows which is
// meant. (Of what is private, or within something private, nobody here reads either.)
Status DataSetWalk::remember(Open &container, Tag tag, qint64 begin)
{
    if (tag <= container.last && container.index.isEmpty()) {
        for (std::size_t i = 0; i < container.seen.size(); ++i)
            container.index.insert(container.seen[i].tag, qsizetype(i));
    }
    const auto known = container.index.constFind(tag);
    if (known != container.index.constEnd()) {
        const Seen &first = container.seen[std::size_t(*known)];
        const QByteArrayView bytes(m_header.bytes());
        const bool same = bytes.sliced(first.begin, first.end - first.begin) == bytes.sliced(begin);
        if (!same && !isPrivate(tag) && !container.inPrivate)
            return fail(ErrorCode::InputDuplicateKey, {tagText(tag)});
        m_header.truncate(begin);
        if (!m_notes.contains("repeated-element"_L1))
            m_notes.append(u"repeated-element"_s);
        return {};
    }
    if (!container.index.isEmpty())
        container.index.insert(tag, qsizetype(container.seen.size()));
    container.seen.push_back({tag, begin, m_header.size()});
    container.last = std::max(container.last, tag);
    return {};
}

Status DataSetWalk::close()
{
    const Open closed = std::move(m_open.back());
    m_open.pop_back();
    const bool isItem = closed.kind == Open::Kind::Item;
    m_header.delimiter(closed.encoding, isItem ? Tags::itemEnd : Tags::sequenceEnd, 0);
    return isItem ? Status() : remember(m_open.back(), closed.tag, closed.begin);
}

void DataSetWalk::takeFact(const ElementHead &head, qint64 valueAt)
{
    // `last` of the container is still that of the element before: what comes again is seen by remember().
    const QByteArrayView bytes = QByteArrayView(m_header.bytes()).sliced(valueAt);
    m_pixels.take(head, bytes);
    switch (head.tag) {
    case Tags::sopClass: m_sopClass = textOf(bytes.first(std::min<qsizetype>(bytes.size(), 64))); break;
    case Tags::sopInstance: m_sopInstance = textOf(bytes.first(std::min<qsizetype>(bytes.size(), 64))); break;
    case Tags::studyInstance:
    case Tags::seriesInstance:
    case Tags::patientName:
    case Tags::patientId:
    case Tags::modality:
    case Tags::rows: break;
    default: return;
    }
    m_namesItself = true;
}

} // namespace Chartline::Dicom
