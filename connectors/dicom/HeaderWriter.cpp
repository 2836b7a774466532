// SPDX-License-Identifier: Apache-2.0
#include "dicom/HeaderWriter.h"

#include "dicom/TransferSyntaxes.h"

#include <QtEndian>

namespace Chartline::Dicom {

namespace {

// Of this program: from a UUID (PS3.5 B.2), so that no registration is needed.
const QLatin1StringView s_implementation("2.25.32565688813156721860803535606773266062");

} // namespace

void HeaderWriter::u16(Encoding encoding, quint16 value)
{
    char at[2];
    if (encoding == Encoding::ExplicitBig)
        qToBigEndian(value, at);
    else
        qToLittleEndian(value, at);
    m_bytes.append(at, 2);
}

void HeaderWriter::u32(Encoding encoding, quint32 value)
{
    char at[4];
    if (encoding == Encoding::ExplicitBig)
        qToBigEndian(value, at);
    else
        qToLittleEndian(value, at);
    m_bytes.append(at, 4);
}

void HeaderWriter::tag(Encoding encoding, Tag tag)
{
    u16(encoding, groupOf(tag));
    u16(encoding, static_cast<quint16>(tag & 0xffff));
}

void HeaderWriter::element(Encoding encoding, Tag tag, Vr vr, quint32 length)
{
    this->tag(encoding, tag);
    if (encoding == Encoding::ImplicitLittle) {
        u32(encoding, length);
        return;
    }
    if (!isKnownVr(vr) || (!hasLongLength(vr) && length > 0xffff))
        vr = Vrs::un;
    m_bytes.append(static_cast<char>(vr >> 8)).append(static_cast<char>(vr & 0xff));
    if (hasLongLength(vr)) {
        u16(encoding, 0);
        u32(encoding, length);
    } else {
        u16(encoding, static_cast<quint16>(length));
    }
}

void HeaderWriter::beginSequence(Encoding encoding, Tag tag, Encoding items)
{
    element(encoding, tag, items == encoding ? Vrs::sq : Vrs::un, undefinedLength);
}

void HeaderWriter::delimiter(Encoding encoding, Tag tag, quint32 length)
{
    this->tag(encoding, tag);
    u32(encoding, length);
}

void HeaderWriter::uid(Tag tag, const QString &value)
{
    QByteArray bytes = value.toLatin1();
    if (bytes.size() % 2 != 0)
        bytes.append('\0');
    element(Encoding::ExplicitLittle, tag, vrOf('U', 'I'), static_cast<quint32>(bytes.size()));
    m_bytes.append(bytes);
}

QByteArray HeaderWriter::part10(const QString &sopClass, const QString &sopInstance) const
{
    HeaderWriter meta(Encoding::ExplicitLittle);
    meta.element(Encoding::ExplicitLittle, 0x00020001, Vrs::ob, 2);
    meta.m_bytes.append('\0').append('\1');
    meta.uid(Tags::mediaStorageSopClass, sopClass);
    meta.uid(Tags::mediaStorageSopInstance, sopInstance);
    meta.uid(Tags::transferSyntax, transferSyntaxOf(m_root));
    meta.uid(0x00020012, s_implementation);
    HeaderWriter file(Encoding::ExplicitLittle);
    file.m_bytes.reserve(m_bytes.size() + meta.m_bytes.size() + 160);
    file.m_bytes.append(128, '\0').append("DICM");
    file.element(Encoding::ExplicitLittle, Tags::fileMetaGroupLength, vrOf('U', 'L'), 4);
    file.u32(Encoding::ExplicitLittle, static_cast<quint32>(meta.m_bytes.size()));
    return file.m_bytes.append(meta.m_bytes).append(m_bytes);
}

} // namespace Chartline::Dicom
