// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>
#include <QStringList>
#include <memory>

namespace Chartline::Dicom {

// Reads texts in the character sets that a data set declares (PS3.5 6.1, PS3.3 C.12.1.1.2): the single-byte ones,
// UTF-8, GB18030, GBK, and ISO 2022 with Japanese, Korean and simplified Chinese. Conversion is DCMTK's; what it cannot
// convert is read as UTF-8 where it is that, else byte by byte as Latin-1, and failed() says so.
class TextReader
{
public:
    // `specificCharacterSet`: the value of (0008,0005), also misspelt.
    explicit TextReader(QByteArrayView specificCharacterSet);
    ~TextReader();
    TextReader(TextReader &&) noexcept;
    TextReader &operator=(TextReader &&) noexcept;

    enum class Form : quint8 {
        Values, // several, separated by backslashes, without spaces around them
        Name, // the same; a person's name switches back to the first character set at its delimiters
        Text, // one, in which a backslash means itself
    };
    [[nodiscard]] QStringList read(QByteArrayView bytes, Form form);
    [[nodiscard]] bool failed() const;

    // The terms with their usual misspellings put right: "ISO_IR 100", "\\ISO 2022 IR 87".
    [[nodiscard]] static QByteArray normalized(QByteArrayView specificCharacterSet);
    // Loads the tables of every character set, and keeps them as long as the process lives: after this, reading opens
    // no file.
    static void loadTables();

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace Chartline::Dicom
