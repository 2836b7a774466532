// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <array>
#include <functional>

namespace Chartline::Pdf {

// Entries of dictionaries that are looked at; the others are read and forgotten.
enum class Key : quint8 {
    Ap,
    BaseFont,
    DecodeParms,
    Differences,
    Encoding,
    F,
    Filter,
    First,
    Flags,
    FontDescriptor,
    FontFile,
    FontFile2,
    FontFile3,
    FontName,
    Length,
    N,
    Predictor,
    Rect,
    Subtype,
    Type,
    Xfa,
    Count,
};

// What is kept of an object (ISO 32000-1, 7.3), whatever its size.
struct Value
{
    enum class Kind : quint8 { None, Name, Number, Reference, Array, Dictionary, Other };
    Kind kind = Kind::None;
    bool flat = false; // Array: a rectangle without width or height
    bool rareNames = false; // Array: has a name that is no glyph of PDFium's own fonts. Dictionary: its Differences do
    bool embedsFont = false; // Dictionary: has a font file
    qint64 number = 0; // Number: its whole part. Reference: of the object
    QByteArray name; // Name. Array: its only element's. Dictionary: its Type
    // Dictionary: its entries; -1 where there is no such number. `filter`: "?" where it is more than a name.
    qint64 length = -1;
    qint64 objects = -1;
    qint64 first = -1;
    qint64 flags = 0;
    qint64 predictor = 0;
    QByteArray filter;
};

struct Dictionary
{
    std::array<Value, std::size_t(Key::Count)> entries;

    [[nodiscard]] const Value &operator[](Key key) const { return entries[std::size_t(key)]; }
    [[nodiscard]] bool has(Key key) const { return (*this)[key].kind != Value::Kind::None; }
    [[nodiscard]] bool embedsFont() const { return has(Key::FontFile) || has(Key::FontFile2) || has(Key::FontFile3); }
};

[[nodiscard]] bool isSpace(char c);

// Reads objects one after the other out of bytes that may be anything, in time proportional to what it goes over.
class Parser
{
public:
    // Told of each dictionary when it ends; `outermost`: within no other object.
    using Listener = std::function<void(const Dictionary &dictionary, bool outermost)>;

    Parser(QByteArrayView bytes, qsizetype at, Listener listener)
        : m_bytes(bytes)
        , m_at(at)
        , m_listener(std::move(listener))
    { }

    // False: there is none, or it does not end; at() is then behind what was gone over.
    [[nodiscard]] bool value(Value &result) { return value(result, 0); }
    // Goes over a word, if it is what comes next.
    [[nodiscard]] bool keyword(QByteArrayView word);
    [[nodiscard]] qsizetype at() const { return m_at; }

private:
    [[nodiscard]] bool value(Value &result, int depth);
    [[nodiscard]] bool dictionary(Value &result, int depth);
    [[nodiscard]] bool array(Value &result, int depth);
    [[nodiscard]] bool text();
    [[nodiscard]] bool hexText();
    [[nodiscard]] bool number(Value &result);
    [[nodiscard]] bool wholeNumber(qint64 &result);
    [[nodiscard]] QByteArray name();
    [[nodiscard]] QByteArrayView word();
    void skipSpace();
    [[nodiscard]] bool atEnd() const { return m_at >= m_bytes.size(); }
    [[nodiscard]] char peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_bytes.size() ? m_bytes[m_at + ahead] : '\0';
    }

    QByteArrayView m_bytes;
    qsizetype m_at;
    Listener m_listener;
    double m_real = 0; // of the number read last
};

} // namespace Chartline::Pdf
