// SPDX-License-Identifier: Apache-2.0
#include "vault/VaultHeader.h"

#include "vault/ByteCodec.h"
#include "vault/Crypto.h"

#include <algorithm>

namespace Chartline {

namespace {

constexpr unsigned char magic[8] = {'C', 'H', 'R', 'T', 'V', 'L', 'T', '\n'};
constexpr qsizetype digestSize = 32;

Crypto::Bytes view(const QByteArray &bytes, qsizetype size)
{
    return {reinterpret_cast<const unsigned char *>(bytes.constData()), std::size_t(size)};
}

bool endsWithDigest(const QByteArray &bytes, const Crypto::Digest &digest, qsizetype end)
{
    return Crypto::equal(view(bytes, end).last(digest.size()), digest);
}

void encodeSlot(const KeySlot &slot, ByteWriter &writer)
{
    const QByteArray label = slot.label.toUtf8().left(KeySlot::maxLabelBytes);
    writer.number(slot.id)
        .number(quint8(slot.kind))
        .number(slot.kdf.memoryKiB)
        .number(slot.kdf.passes)
        .number(slot.kdf.lanes)
        .bytes(slot.salt)
        .bytes(slot.nonce)
        .bytes(slot.wrapped)
        .bytes(slot.tag)
        .number(slot.createdMs)
        .number(quint16(label.size()))
        .bytes(view(label, label.size()));
}

// False where the bytes do not say a slot.
bool decodeSlot(ByteReader &reader, KeySlot &slot)
{
    slot.id = reader.number<quint32>();
    const auto kind = reader.number<quint8>();
    slot.kind = KeySlot::Kind(kind);
    slot.kdf.memoryKiB = reader.number<quint32>();
    slot.kdf.passes = reader.number<quint32>();
    slot.kdf.lanes = reader.number<quint32>();
    reader.take(slot.salt);
    reader.take(slot.nonce);
    reader.take(slot.wrapped);
    reader.take(slot.tag);
    slot.createdMs = reader.number<qint64>();
    const auto labelSize = reader.number<quint16>();
    if (labelSize > KeySlot::maxLabelBytes)
        return false;
    slot.label = QString::fromUtf8(reader.takeBytes(labelSize));
    return reader.ok() && (kind == quint8(KeySlot::Kind::Passphrase) || kind == quint8(KeySlot::Kind::RecoveryKey));
}

} // namespace

Result<QByteArray> VaultHeader::encode(const SecureBytes &macKey) const
{
    ByteWriter writer;
    const auto id = vaultId.toBytes();
    writer.bytes(magic).number(version).number(generation).bytes({id.data, sizeof id.data});
    writer.number(quint32(slots.size()));
    for (const KeySlot &slot : slots)
        encodeSlot(slot, writer);
    CHARTLINE_ASSIGN(const Crypto::Digest mac, Crypto::hmacSha256(macKey.view(), writer.view()));
    writer.bytes(mac);
    CHARTLINE_ASSIGN(const Crypto::Digest checksum, Crypto::sha256(writer.view()));
    writer.bytes(checksum);
    return writer.result();
}

Result<VaultHeader> VaultHeader::decode(const QByteArray &bytes, const KdfPolicy &policy, const QString &folder)
{
    const auto damaged = fail(ErrorCode::VaultHeaderDamaged, {folder});
    const qsizetype smallest = qsizetype(sizeof magic + sizeof version) + 2 * digestSize;
    if (bytes.size() < smallest || bytes.size() > maxBytes)
        return damaged;
    CHARTLINE_ASSIGN(const Crypto::Digest checksum, Crypto::sha256(view(bytes, bytes.size() - digestSize)));
    if (!endsWithDigest(bytes, checksum, bytes.size()))
        return damaged;

    ByteReader reader(view(bytes, bytes.size() - 2 * digestSize));
    unsigned char foundMagic[sizeof magic] = {};
    reader.take(foundMagic);
    if (!std::ranges::equal(foundMagic, magic))
        return damaged;
    const auto found = reader.number<quint32>();
    if (found > version)
        return fail(ErrorCode::VaultHeaderTooNew, {folder, QString::number(found), QString::number(version)});
    if (found != version)
        return damaged;

    VaultHeader header;
    header.generation = reader.number<quint64>();
    QUuid::Id128Bytes id = {};
    reader.take({id.data, sizeof id.data});
    header.vaultId = QUuid(id);
    const auto count = reader.number<quint32>();
    if (!reader.ok() || count == 0 || count > maxSlots)
        return damaged;
    header.slots.resize(count);
    for (KeySlot &slot : header.slots) {
        if (!decodeSlot(reader, slot))
            return damaged;
    }
    if (!reader.atEnd())
        return damaged;
    if (!std::ranges::all_of(header.slots, [&](const KeySlot &slot) { return policy.allows(slot.kdf); }))
        return fail(ErrorCode::KeyDerivationRefused, {folder});
    return header;
}

Result<bool> VaultHeader::isAuthentic(const QByteArray &bytes, const SecureBytes &macKey)
{
    if (bytes.size() < 2 * digestSize)
        return false;
    CHARTLINE_ASSIGN(const Crypto::Digest mac,
                     Crypto::hmacSha256(macKey.view(), view(bytes, bytes.size() - 2 * digestSize)));
    return endsWithDigest(bytes, mac, bytes.size() - digestSize);
}

int VaultHeader::count(KeySlot::Kind kind) const
{
    return int(std::ranges::count(slots, kind, &KeySlot::kind));
}

quint32 VaultHeader::nextSlotId() const
{
    quint32 highest = 0;
    for (const KeySlot &slot : slots)
        highest = std::max(highest, slot.id);
    return highest + 1;
}

} // namespace Chartline
