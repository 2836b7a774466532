// SPDX-License-Identifier: Apache-2.0
#include "base/ByteArchive.h"
#include "decode/DescriptionFields.h"
#include "decode/DescriptionLimits.h"

namespace Chartline::Imaging {

namespace {

// "CLI" and the version of the format. A struct is a mask of the members that differ from their defaults, then these
// in order; counts go before what they count.
constexpr char head[4] = {'C', 'L', 'I', 2};

template<typename T>
concept Stored = requires { StoredFields<T>::list; };

class Writer : public ByteWriter
{
public:
    void put(bool) { } // that it differs from its default says all
    void put(int value) { put(qint64(value)); }
    void put(qint64 value) { integer(value); }
    void put(double value) { number(value); }
    void put(const QByteArray &value) { text(value); }
    void put(const QString &value) { put(value.toUtf8()); }
    void put(const std::vector<quint16> &values)
    {
        count(values.size());
        for (const quint16 value : values) {
            bytes.append(char(value & 0xFF));
            bytes.append(char(value >> 8));
        }
    }
    template<typename T>
        requires std::is_enum_v<T>
    void put(T value)
    {
        count(quint64(value));
    }
    template<typename T>
    void put(const std::optional<T> &value)
    {
        put(*value);
    }
    template<typename T, std::size_t N>
    void put(const std::array<T, N> &values)
    {
        for (const T &value : values)
            put(value);
    }
    template<typename T>
    void put(const QList<T> &values)
    {
        count(quint64(values.size()));
        for (const T &value : values)
            put(value);
    }
    template<typename T>
    void put(const std::vector<T> &values)
    {
        count(values.size());
        for (const T &value : values)
            put(value);
    }
    template<Stored T>
    void put(const T &value)
    {
        const T none{};
        std::apply(
            [&](auto... member) {
                quint64 mask = 0;
                int bit = 0;
                ((mask |= quint64(!(value.*member == none.*member)) << bit++), ...);
                count(mask);
                const auto one = [&](const auto &mine, const auto &theirs) {
                    if (!(mine == theirs))
                        put(mine);
                };
                (one(value.*member, none.*member), ...);
            },
            StoredFields<T>::list);
    }
};

class Reader : public ByteReader
{
public:
    using ByteReader::ByteReader;

    // Of elements that take at least `each` bytes: never more than what is left could hold.
    std::size_t elements(std::size_t each, std::size_t most)
    {
        const quint64 n = count();
        require(n <= most && n <= std::size_t(left()) / each);
        return ok() ? std::size_t(n) : 0;
    }
    void get(bool &value) { value = !value; }
    void get(int &value)
    {
        qint64 wide = 0;
        get(wide);
        value = int(wide);
        require(value == wide);
    }
    void get(qint64 &value) { value = integer(); }
    void get(double &value) { value = number(); }
    void get(QByteArray &value) { value = take(elements(1, Limits::bytes)).toByteArray(); }
    void get(QString &value) { value = QString::fromUtf8(take(elements(1, Limits::text))); }
    void get(std::vector<quint16> &values)
    {
        const QByteArrayView raw = take(2 * elements(2, Limits::entries));
        values.resize(std::size_t(raw.size()) / 2);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = qFromLittleEndian<quint16>(raw.data() + 2 * i);
    }
    template<typename T>
        requires std::is_enum_v<T>
    void get(T &value)
    {
        const quint64 n = count();
        value = T(n);
        require(quint64(value) == n);
    }
    template<typename T>
    void get(std::optional<T> &value)
    {
        get(value.emplace());
    }
    template<typename T, std::size_t N>
    void get(std::array<T, N> &values)
    {
        for (T &value : values)
            get(value);
    }
    template<typename T>
    void get(QList<T> &values)
    {
        const std::size_t n = elements(1, Limits::list);
        for (std::size_t i = 0; i < n && ok(); ++i)
            get(values.emplace_back());
    }
    template<typename T>
    void get(std::vector<T> &values)
    {
        const std::size_t n = elements(1, Limits::frames);
        for (std::size_t i = 0; i < n && ok(); ++i)
            get(values.emplace_back());
    }
    template<Stored T>
    void get(T &value)
    {
        quint64 mask = count();
        std::apply(
            [&](auto... member) {
                const auto one = [&](auto &mine) {
                    if (ok() && (mask & 1))
                        get(mine);
                    mask >>= 1;
                };
                (one(value.*member), ...);
            },
            StoredFields<T>::list);
        require(mask == 0);
    }
};

} // namespace

QByteArray ImageDescription::toBytes() const
{
    Writer writer;
    writer.bytes.append(head, sizeof head);
    writer.put(*this);
    return writer.bytes;
}

Expected<ImageDescription> ImageDescription::fromBytes(const QByteArray &bytes)
{
    if (!bytes.startsWith(QByteArrayView(head, 3)))
        return failure(FailureCode::Corrupt, QStringLiteral("not an image description"));
    if (!bytes.startsWith(QByteArrayView(head, 4)))
        return failure(FailureCode::Corrupt, QStringLiteral("another version of image descriptions"));
    ImageDescription image;
    Reader reader(QByteArrayView(bytes).sliced(sizeof head));
    reader.get(image);
    if (!reader.ok() || !reader.atEnd())
        return failure(FailureCode::Corrupt, QStringLiteral("image description"));
    if (const auto sound = checkLimits(image); !sound)
        return std::unexpected(sound.error());
    // Values that were written in another way than toBytes() writes them (a default that was stored, a long integer, a
    // text that is not UTF-8) come out different.
    if (image.toBytes() != bytes)
        return failure(FailureCode::Corrupt, QStringLiteral("image description"));
    return image;
}

} // namespace Chartline::Imaging
