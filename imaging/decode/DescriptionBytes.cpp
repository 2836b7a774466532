// SPDX-License-Identifier: Apache-2.0
#include "decode/DescriptionFields.h"
#include "decode/DescriptionLimits.h"

#include <QtEndian>
#include <bit>
#include <cstring>

namespace Chartline::Imaging {

namespace {

// "CLI" and the version of the format. A struct is a mask of the members that differ from their defaults, then these
// in order; integers are zigzag base-128, counts go before what they count.
constexpr char head[4] = {'C', 'L', 'I', 1};

template<typename T>
concept Stored = requires { StoredFields<T>::list; };

class Writer
{
public:
    QByteArray bytes;

    void count(quint64 n)
    {
        for (; n >= 0x80; n >>= 7)
            bytes.append(char(quint8(n) | 0x80));
        bytes.append(char(n));
    }
    void put(bool) { } // that it differs from its default says all
    void put(int value) { put(qint64(value)); }
    void put(qint64 value) { count((quint64(value) << 1) ^ quint64(value >> 63)); }
    void put(double value)
    {
        char raw[8];
        qToLittleEndian(std::bit_cast<quint64>(value), raw);
        bytes.append(raw, 8);
    }
    void put(const QByteArray &value)
    {
        count(quint64(value.size()));
        bytes.append(value);
    }
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

class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_rest(bytes)
    { }
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

    quint64 count()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const quint8 byte = next();
            value |= quint64(byte & 0x7F) << shift;
            if (byte < 0x80)
                return value;
        }
        m_ok = false;
        return 0;
    }
    // Of elements that take at least `each` bytes: never more than what is left could hold.
    std::size_t elements(std::size_t each, std::size_t most)
    {
        const quint64 n = count();
        if (n > most || n > std::size_t(m_rest.size()) / each)
            m_ok = false;
        return m_ok ? std::size_t(n) : 0;
    }
    void get(bool &value) { value = !value; }
    void get(int &value)
    {
        qint64 wide = 0;
        get(wide);
        value = int(wide);
        if (value != wide)
            m_ok = false;
    }
    void get(qint64 &value)
    {
        const quint64 n = count();
        value = qint64(n >> 1) ^ -qint64(n & 1);
    }
    void get(double &value)
    {
        const QByteArrayView raw = take(8);
        value = m_ok ? std::bit_cast<double>(qFromLittleEndian<quint64>(raw.data())) : 0;
    }
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
        if (quint64(value) != n)
            m_ok = false;
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
        for (std::size_t i = 0; i < n && m_ok; ++i)
            get(values.emplace_back());
    }
    template<typename T>
    void get(std::vector<T> &values)
    {
        const std::size_t n = elements(1, Limits::frames);
        for (std::size_t i = 0; i < n && m_ok; ++i)
            get(values.emplace_back());
    }
    template<Stored T>
    void get(T &value)
    {
        quint64 mask = count();
        std::apply(
            [&](auto... member) {
                const auto one = [&](auto &mine) {
                    if (m_ok && (mask & 1))
                        get(mine);
                    mask >>= 1;
                };
                (one(value.*member), ...);
            },
            StoredFields<T>::list);
        if (mask != 0)
            m_ok = false;
    }

private:
    quint8 next()
    {
        const QByteArrayView one = take(1);
        return m_ok ? quint8(one[0]) : 0;
    }
    QByteArrayView take(std::size_t n)
    {
        if (!m_ok || n > std::size_t(m_rest.size())) {
            m_ok = false;
            return {};
        }
        const QByteArrayView taken = m_rest.first(qsizetype(n));
        m_rest = m_rest.sliced(qsizetype(n));
        return taken;
    }

    QByteArrayView m_rest;
    bool m_ok = true;
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
