// SPDX-License-Identifier: Apache-2.0
#include "decode/ItemReader.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcspchrs.h>

#include <QStringDecoder>
#include <algorithm>

namespace Chartline::Imaging {

namespace {

bool isPlain(const QByteArray &bytes)
{
    return std::ranges::all_of(bytes, [](char c) { return quint8(c) < 0x80 && c != 0x1B; });
}

std::optional<QString> asUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

} // namespace

struct TextDecoder::Converter
{
    DcmSpecificCharacterSet set;
    bool usable = false;
};

TextDecoder::TextDecoder(const QByteArray &characterSet)
    : m_characterSet(characterSet.trimmed())
{ }

TextDecoder::~TextDecoder() = default;

QString TextDecoder::decode(const QByteArray &bytes, const char *delimiters) const
{
    if (isPlain(bytes))
        return QString::fromLatin1(bytes);
    if (m_characterSet == "ISO_IR 192") {
        if (const auto text = asUtf8(bytes))
            return *text;
    } else if (m_characterSet == "ISO_IR 100" || m_characterSet == "ISO 2022 IR 100") {
        return QString::fromLatin1(bytes);
    } else if (!m_characterSet.isEmpty()) {
        if (!m_converter) {
            m_converter = std::make_unique<Converter>();
            m_converter->usable = m_converter->set.selectCharacterSet(m_characterSet.constData()).good();
        }
        OFString text;
        if (m_converter->usable
            && m_converter->set.convertString(bytes.constData(), std::size_t(bytes.size()), text, delimiters).good())
            return QString::fromUtf8(text.c_str(), qsizetype(text.length()));
    }
    // Bytes beyond ASCII in a data set that announces none, or other ones than announced.
    m_guessed = true;
    return asUtf8(bytes).value_or(QString::fromLatin1(bytes));
}

} // namespace Chartline::Imaging
