// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

class DcmElement;
class DcmItem;

namespace Chartline::Imaging {

// Text of a data set to Unicode, by its Specific Character Set (0008,0005).
class TextDecoder
{
public:
    explicit TextDecoder(const QByteArray &characterSet);
    ~TextDecoder();
    TextDecoder(const TextDecoder &) = delete;
    TextDecoder &operator=(const TextDecoder &) = delete;

    // `delimiters`: at which code extensions end, besides control characters (PS3.5 6.1.2.5.3).
    [[nodiscard]] QString decode(const QByteArray &bytes, const char *delimiters) const;
    // Whether some text was not of the character set, and had to be guessed.
    [[nodiscard]] bool guessed() const { return m_guessed; }

private:
    struct Converter;

    QByteArray m_characterSet;
    mutable std::unique_ptr<Converter> m_converter;
    mutable bool m_guessed = false;
};

// Reads values of a data set or an item of a sequence without believing anything of them: what is missing, of another
// type or not a number is nothing. Tags are group << 16 | element.
class ItemReader
{
public:
    using Tag = quint32;

    ItemReader(DcmItem &item, const TextDecoder &decoder);

    [[nodiscard]] bool has(Tag tag) const; // with a value
    [[nodiscard]] bool exists(Tag tag) const;

    // Codes, UIDs, dates: plain characters, the value number `index`.
    [[nodiscard]] QString code(Tag tag, int index = 0) const;
    [[nodiscard]] QStringList codes(Tag tag) const;
    // The whole value, in Unicode.
    [[nodiscard]] QString text(Tag tag) const;
    // "SMITH, Jonathan" of a person's name.
    [[nodiscard]] QString personName(Tag tag) const;

    // Of numbers as text and binary ones; only finite ones, at most `most`.
    [[nodiscard]] std::vector<double> numbers(Tag tag, std::size_t most = 1024) const;
    [[nodiscard]] std::optional<double> number(Tag tag, std::size_t index = 0) const;
    [[nodiscard]] std::optional<int> integer(Tag tag, std::size_t index = 0) const;
    template<std::size_t N>
    [[nodiscard]] std::optional<std::array<double, N>> vector(Tag tag) const
    {
        const std::vector<double> values = numbers(tag, N);
        if (values.size() != N)
            return std::nullopt;
        std::array<double, N> result;
        std::copy(values.begin(), values.end(), result.begin());
        return result;
    }
    // A value of VR "US or SS", read by Pixel Representation whatever VR it was written with.
    [[nodiscard]] std::optional<int> word(Tag tag, bool isSigned, std::size_t index = 0) const;
    // Of a private element: the block of `group` that `creator` has reserved (PS3.5 7.8.1). `isFloat`: what a value of
    // unknown VR is.
    [[nodiscard]] std::optional<double> privateNumber(quint16 group, const char *creator, quint8 element,
                                                      bool isFloat = false, std::size_t index = 0) const;

    // The bytes of a value as in a little endian file; nothing where there are more than `most`.
    [[nodiscard]] std::optional<QByteArray> bytes(Tag tag, qint64 most) const;

    // Items of a sequence, in order, at most `most`.
    [[nodiscard]] std::vector<ItemReader> items(Tag tag, std::size_t most = 1024) const;
    [[nodiscard]] std::optional<ItemReader> item(Tag tag) const; // the first

private:
    [[nodiscard]] DcmElement *element(Tag tag) const;
    [[nodiscard]] QByteArray rawText(Tag tag) const;

    using Entry = std::pair<Tag, DcmElement *>;

    // In the order of tags: DCMTK's own search goes through all elements for each that is asked for.
    std::shared_ptr<const std::vector<Entry>> m_elements;
    const TextDecoder *m_decoder;
};

} // namespace Chartline::Imaging
