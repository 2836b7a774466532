// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dicom/Dataset.h"
#include "dicom/TextReader.h"

class DcmElement;
class DcmItem;

namespace Chartline::Dicom {

// Makes plain values of what DCMTK parsed.
class DatasetBuilder
{
public:
    // How a value is read (PS3.5 6.2).
    enum class Reading : quint8 {
        Ascii, // several, of the default repertoire
        AsciiNumbers, // DS, IS
        AsciiText, // one, of the default repertoire
        Texts, // several, in the declared character set
        Names,
        Text, // one, in the declared character set
        Numbers,
        Tags,
        Bytes,
    };

    [[nodiscard]] Dataset build(DcmItem &root);

private:
    [[nodiscard]] Dataset item(DcmItem &item, TextReader &around, int depth);
    [[nodiscard]] Element element(DcmElement &source, TextReader &texts, int depth);
    [[nodiscard]] QStringList readText(const QByteArray &bytes, Reading reading, TextReader &texts);
    void value(DcmElement &source, TextReader &texts, Element &result);

    // How many elements, values and items may still be added: what Dataset::fromBytes() accepts.
    qint64 m_left = 3'900'000;
    bool m_textFailed = false;
    bool m_tooMany = false;
};

} // namespace Chartline::Dicom
