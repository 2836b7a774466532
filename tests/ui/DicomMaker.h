// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QtEndian>
#include <algorithm>
#include <vector>

namespace Chartline::Test {

// Writes DICOM data sets as Explicit VR Little Endian, elements in ascending order, sequences of undefined length.
class DicomMaker
{
public:
    DicomMaker &text(quint32 tag, const char *vr, QByteArray value)
    {
        if (value.size() % 2 != 0)
            value.append(qstrcmp(vr, "UI") == 0 ? '\0' : ' ');
        return add(tag, vr, value);
    }
    DicomMaker &words(quint32 tag, const char *vr, const QList<int> &values, int bytes = 2)
    {
        QByteArray raw;
        for (const int value : values) {
            char four[4];
            qToLittleEndian(qint32(value), four);
            raw.append(four, bytes);
        }
        return add(tag, vr, raw);
    }
    DicomMaker &floats(quint32 tag, const QList<float> &values)
    {
        QByteArray raw;
        for (const float value : values) {
            char four[4];
            qToLittleEndian(value, four);
            raw.append(four, 4);
        }
        return add(tag, "FL", raw);
    }
    DicomMaker &items(quint32 tag, const QList<DicomMaker> &items)
    {
        QByteArray raw;
        for (const DicomMaker &item : items)
            raw += head(0xFFFEE000) + quad(0xFFFFFFFF) + item.dataset() + head(0xFFFEE00D) + quad(0);
        raw += head(0xFFFEE0DD) + quad(0);
        m_elements.push_back({tag, head(tag) + "SQ" + QByteArray(2, '\0') + quad(0xFFFFFFFF) + raw});
        return *this;
    }

    [[nodiscard]] QByteArray dataset() const
    {
        auto sorted = m_elements;
        std::ranges::stable_sort(sorted, {}, &Element::tag);
        QByteArray bytes;
        for (const Element &element : sorted)
            bytes += element.bytes;
        return bytes;
    }
    [[nodiscard]] QByteArray file(const QByteArray &sopClass, const QByteArray &instance) const
    {
        DicomMaker meta;
        meta.text(0x00020002, "UI", sopClass).text(0x00020003, "UI", instance);
        meta.text(0x00020010, "UI", "1.2.840.10008.1.2.1").text(0x00020012, "UI", "1.2.3.4");
        const QByteArray group = meta.dataset();
        return QByteArray(128, '\0') + "DICM" + head(0x00020000) + "UL" + QByteArray::fromHex("0400")
               + quad(quint32(group.size())) + group + dataset();
    }

private:
    struct Element
    {
        quint32 tag = 0;
        QByteArray bytes;
    };
    static QByteArray quad(quint32 value)
    {
        char raw[4];
        qToLittleEndian(value, raw);
        return QByteArray(raw, 4);
    }
    static QByteArray head(quint32 tag) { return quad(tag >> 16 | tag << 16); }
    DicomMaker &add(quint32 tag, const char *vr, const QByteArray &value)
    {
        if (qstrcmp(vr, "UT") == 0) {
            m_elements.push_back({tag, head(tag) + vr + QByteArray(2, '\0') + quad(quint32(value.size())) + value});
            return *this;
        }
        char length[2];
        qToLittleEndian(quint16(value.size()), length);
        m_elements.push_back({tag, head(tag) + vr + QByteArray(length, 2) + value});
        return *this;
    }

    std::vector<Element> m_elements;
};

} // namespace Chartline::Test
