// SPDX-License-Identifier: Apache-2.0
#include "vault/KeySlot.h"

#include "vault/ByteCodec.h"
#include "vault/KeyDerivation.h"
#include "vault/VaultHeader.h"

#include <QDateTime>

namespace Chartline {

namespace {

QByteArray associatedData(const KeySlot &slot, const QUuid &vaultId)
{
    ByteWriter writer;
    const auto id = vaultId.toBytes();
    writer.number(VaultHeader::version)
        .bytes({id.data, sizeof id.data})
        .number(slot.id)
        .number(quint8(slot.kind))
        .number(slot.kdf.memoryKiB)
        .number(slot.kdf.passes)
        .number(slot.kdf.lanes);
    return writer.result();
}

Crypto::Bytes view(const QByteArray &bytes)
{
    return {reinterpret_cast<const unsigned char *>(bytes.constData()), std::size_t(bytes.size())};
}

// At most maxLabelBytes of UTF-8, cut between letters.
QString shortened(QString label)
{
    while (label.toUtf8().size() > KeySlot::maxLabelBytes) {
        label.chop(1);
        if (label.endsWith(QChar(0xfffd)) || (!label.isEmpty() && label.back().isHighSurrogate()))
            label.chop(1);
    }
    return label;
}

} // namespace

Result<KeySlot> KeySlot::wrap(const QUuid &vaultId, quint32 id, Kind kind, const SecureBytes &secret,
                              const KdfParameters &kdf, const SecureBytes &dataKey, const QString &label)
{
    KeySlot slot;
    slot.id = id;
    slot.kind = kind;
    slot.kdf = kdf;
    slot.createdMs = QDateTime::currentMSecsSinceEpoch();
    slot.label = shortened(label);
    CHARTLINE_TRY(Crypto::randomFill(slot.salt));
    CHARTLINE_TRY(Crypto::randomFill(slot.nonce));
    if (dataKey.size() != slot.wrapped.size())
        return fail(ErrorCode::CryptoFailed, {QStringLiteral("data key")});
    CHARTLINE_ASSIGN(const SecureBytes key, deriveKey(secret.view(), slot.salt, kdf));
    CHARTLINE_ASSIGN(AesGcm cipher, AesGcm::create(AesGcm::Direction::Seal, key.view()));
    CHARTLINE_TRY(cipher.seal(slot.nonce, view(associatedData(slot, vaultId)), dataKey.view(), slot.wrapped, slot.tag));
    return slot;
}

Result<SecureBytes> KeySlot::unwrap(const QUuid &vaultId, const SecureBytes &secret) const
{
    CHARTLINE_ASSIGN(const SecureBytes key, deriveKey(secret.view(), salt, kdf));
    CHARTLINE_ASSIGN(AesGcm cipher, AesGcm::create(AesGcm::Direction::Open, key.view()));
    SecureBytes dataKey(wrapped.size());
    CHARTLINE_ASSIGN(const bool fits, cipher.open(nonce, view(associatedData(*this, vaultId)), wrapped, tag,
                                                  {dataKey.data(), dataKey.size()}));
    if (!fits)
        return fail(ErrorCode::WrongPassphrase);
    return dataKey;
}

} // namespace Chartline
