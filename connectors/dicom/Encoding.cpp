// SPDX-License-Identifier: Apache-2.0
#include "dicom/Encoding.h"

#include <QtEndian>
#include <algorithm>
#include <array>

namespace Chartline::Dicom {

namespace {

// PS3.5 table 6.2-1, in the order of their codes.
constexpr std::array s_short{
    vrOf('A', 'E'), vrOf('A', 'S'), vrOf('A', 'T'), vrOf('C', 'S'), vrOf('D', 'A'), vrOf('D', 'S'), vrOf('D', 'T'),
    vrOf('F', 'D'), vrOf('F', 'L'), vrOf('I', 'S'), vrOf('L', 'O'), vrOf('L', 'T'), vrOf('P', 'N'), vrOf('S', 'H'),
    vrOf('S', 'L'), vrOf('S', 'S'), vrOf('S', 'T'), vrOf('T', 'M'), vrOf('U', 'I'), vrOf('U', 'L'), vrOf('U', 'S'),
};
constexpr std::array s_long{
    vrOf('O', 'B'), vrOf('O', 'D'), vrOf('O', 'F'), vrOf('O', 'L'), vrOf('O', 'V'), vrOf('O', 'W'), vrOf('S', 'Q'),
    vrOf('S', 'V'), vrOf('U', 'C'), vrOf('U', 'N'), vrOf('U', 'R'), vrOf('U', 'T'), vrOf('U', 'V'),
};
static_assert(std::ranges::is_sorted(s_short) && std::ranges::is_sorted(s_long));

constexpr int s_mostLooked = 16;

bool isDelimiter(Tag tag)
{
    return groupOf(tag) == 0xfffe;
}

// Groups a data set has: none of commands, file meta information, or the end of the range but the trailing padding.
bool isPlausible(Tag tag, Tag previous)
{
    const quint16 group = groupOf(tag);
    if (group == 0 || group == 2 || (group > 0xfffc && !isDelimiter(tag)))
        return false;
    return tag > previous;
}

} // namespace

bool isKnownVr(Vr vr)
{
    return std::ranges::binary_search(s_short, vr) || std::ranges::binary_search(s_long, vr);
}

bool hasLongLength(Vr vr)
{
    return std::ranges::binary_search(s_long, vr);
}

quint16 readU16(const char *at, Encoding encoding)
{
    return encoding == Encoding::ExplicitBig ? qFromBigEndian<quint16>(at) : qFromLittleEndian<quint16>(at);
}

quint32 readU32(const char *at, Encoding encoding)
{
    return encoding == Encoding::ExplicitBig ? qFromBigEndian<quint32>(at) : qFromLittleEndian<quint32>(at);
}

Tag readTag(const char *at, Encoding encoding)
{
    return Tag(readU16(at, encoding)) << 16 | readU16(at + 2, encoding);
}

std::optional<ElementHead> readPlainHead(QByteArrayView bytes, Encoding encoding)
{
    if (bytes.size() < 8)
        return std::nullopt;
    ElementHead head;
    head.encoding = encoding;
    head.tag = readTag(bytes.data(), encoding);
    head.size = 8;
    if (encoding == Encoding::ImplicitLittle || isDelimiter(head.tag)) {
        head.length = readU32(bytes.data() + 4, encoding);
        return head;
    }
    head.vr = vrOf(bytes[4], bytes[5]);
    if (!isKnownVr(head.vr))
        return std::nullopt;
    if (!hasLongLength(head.vr)) {
        head.length = readU16(bytes.data() + 6, encoding);
        return head;
    }
    if (bytes.size() < 12)
        return std::nullopt;
    head.length = readU32(bytes.data() + 8, encoding);
    head.size = 12;
    return head;
}

int plausibleElements(QByteArrayView bytes, Encoding encoding, qint64 available)
{
    Tag previous = 0;
    qint64 at = 0;
    int count = 0;
    while (count < s_mostLooked && at < bytes.size()) {
        const auto head = readPlainHead(bytes.sliced(qsizetype(at)), encoding);
        if (!head || isDelimiter(head->tag) || !isPlausible(head->tag, previous))
            return count;
        ++count;
        if (head->undefined())
            return count;
        previous = head->tag;
        at += head->size + qint64(head->length);
        if (available >= 0 && at > available)
            return count - 1;
    }
    return count;
}

std::optional<Encoding> guessEncoding(QByteArrayView bytes, qint64 available, std::optional<Encoding> declared)
{
    std::optional<Encoding> best = declared;
    int most = declared ? plausibleElements(bytes, *declared, available) : 0;
    for (const Encoding one : {Encoding::ExplicitLittle, Encoding::ImplicitLittle, Encoding::ExplicitBig}) {
        const int count = plausibleElements(bytes, one, available);
        if (count > most) {
            most = count;
            best = one;
        }
    }
    return best;
}

std::optional<BareStart> findBareDataSet(QByteArrayView head, qint64 size)
{
    // Values of text are no proof of an implicit one: it takes more elements in a row.
    constexpr int explicitEnough = 3;
    constexpr int implicitEnough = 5;
    constexpr int strayEnough = 8;
    const auto begins = [head](qsizetype at, Encoding encoding) {
        return head.size() >= at + 8 && groupOf(readTag(head.data() + at, encoding)) == 0x0008;
    };
    for (const Encoding one : {Encoding::ExplicitLittle, Encoding::ExplicitBig, Encoding::ImplicitLittle}) {
        const int enough = one == Encoding::ImplicitLittle ? implicitEnough : explicitEnough;
        if (begins(0, one) && plausibleElements(head, one, size) >= enough)
            return BareStart{one, 0};
    }
    if (!head.isEmpty() && (head[0] == ' ' || head[0] == '\0') && begins(1, Encoding::ExplicitLittle)
        && plausibleElements(head.sliced(1), Encoding::ExplicitLittle, size < 0 ? size : size - 1) >= strayEnough)
        return BareStart{Encoding::ExplicitLittle, 1};
    return std::nullopt;
}

} // namespace Chartline::Dicom
