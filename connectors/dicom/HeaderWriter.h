// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dicom/Encoding.h"

#include <QByteArray>

namespace Chartline::Dicom {

// Writes a data set piece by piece, in one root encoding; sequences and items always of undefined length.
class HeaderWriter
{
public:
    explicit HeaderWriter(Encoding root)
        : m_root(root)
    { }

    [[nodiscard]] Encoding root() const { return m_root; }
    [[nodiscard]] qint64 size() const { return m_bytes.size(); }
    // Values are appended here behind their element().
    [[nodiscard]] QByteArray &bytes() { return m_bytes; }

    // The head of an element whose value of `length` bytes follows. `encoding`: the one around it.
    void element(Encoding encoding, Tag tag, Vr vr, quint32 length);
    // A sequence whose items are written in `items`: of VR SQ where that is the encoding around it; implicit items in
    // an explicit data set are VR UN, as PS3.5 6.2.2 note 2 has it.
    void beginSequence(Encoding encoding, Tag tag, Encoding items);
    void delimiter(Encoding encoding, Tag tag, quint32 length);
    // Takes back what was written from `size` on.
    void truncate(qint64 size) { m_bytes.truncate(size); }

    // A Part 10 file of the data set written.
    [[nodiscard]] QByteArray part10(const QString &sopClass, const QString &sopInstance) const;

private:
    void tag(Encoding encoding, Tag tag);
    void u16(Encoding encoding, quint16 value);
    void u32(Encoding encoding, quint32 value);
    void uid(Tag tag, const QString &value);

    Encoding m_root;
    QByteArray m_bytes;
};

} // namespace Chartline::Dicom
