// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "objects/DicomObject.h"

#include <QtEndian>
#include <bit>
#include <cmath>

namespace Chartline::Imaging {

// The last value of an enumeration that may be stored.
template<typename E>
inline constexpr E lastOf = E(0);
template<>
inline constexpr auto lastOf<SegmentationInfo::Kind> = SegmentationInfo::Kind::LabelMap;
template<>
inline constexpr auto lastOf<Contour::Type> = Contour::Type::ClosedXor;
template<>
inline constexpr auto lastOf<GraphicUnits> = GraphicUnits::Matrix;
template<>
inline constexpr auto lastOf<GraphicObject::Type> = GraphicObject::Type::Ellipse;
template<>
inline constexpr auto lastOf<DisplayedArea::Size> = DisplayedArea::Size::Magnify;
template<>
inline constexpr auto lastOf<Window::Function> = Window::Function::Sigmoid;

// Members one after the other; integers are zigzag base-128, counts go before what they count, numbers are IEEE 754
// little endian. Of a structure: fields() in ObjectFields.h.
class ObjectWriter
{
public:
    QByteArray bytes;

    template<typename... T>
    void operator()(const T &...members)
    {
        (put(members), ...);
    }
    void count(quint64 n)
    {
        for (; n >= 0x80; n >>= 7)
            bytes.append(char(quint8(n) | 0x80));
        bytes.append(char(n));
    }

private:
    void put(bool value) { bytes.append(value ? '\1' : '\0'); }
    void put(qint64 value) { count((quint64(value) << 1) ^ quint64(value >> 63)); }
    void put(int value) { put(qint64(value)); }
    void put(quint32 value) { count(value); }
    void put(double value)
    {
        char raw[8];
        qToLittleEndian(std::bit_cast<quint64>(value), raw);
        bytes.append(raw, 8);
    }
    void put(quint16 value) { count(value); }
    void put(const QString &value)
    {
        const QByteArray text = value.toUtf8();
        count(quint64(text.size()));
        bytes.append(text);
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
        put(value.has_value());
        if (value)
            put(*value);
    }
    template<typename T, std::size_t N>
    void put(const std::array<T, N> &values)
    {
        for (const T &value : values)
            put(value);
    }
    template<typename T>
    void putAll(const T &values)
    {
        count(quint64(values.size()));
        for (const auto &value : values)
            put(value);
    }
    template<typename T>
    void put(const std::vector<T> &values)
    {
        putAll(values);
    }
    void put(const QStringList &values) { putAll(values); }
    template<typename T>
        requires std::is_class_v<T>
    void put(const T &value)
    {
        fields(*this, value);
    }
};

class ObjectArchiveReader
{
public:
    explicit ObjectArchiveReader(QByteArrayView bytes)
        : m_rest(bytes)
    { }
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

    template<typename... T>
    void operator()(T &...members)
    {
        (get(members), ...);
    }
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

private:
    void get(bool &value)
    {
        const quint8 byte = next();
        value = byte == 1;
        m_ok = m_ok && byte <= 1;
    }
    void get(qint64 &value)
    {
        const quint64 n = count();
        value = qint64(n >> 1) ^ -qint64(n & 1);
    }
    void get(int &value)
    {
        narrow(value, [this] {
            qint64 v = 0;
            get(v);
            return v;
        }());
    }
    void get(quint32 &value) { narrow(value, count()); }
    void get(quint16 &value) { narrow(value, count()); }
    void get(double &value)
    {
        const QByteArrayView raw = take(8);
        value = m_ok ? std::bit_cast<double>(qFromLittleEndian<quint64>(raw.data())) : 0;
        m_ok = m_ok && std::isfinite(value) && std::abs(value) <= ObjectLimits::value;
    }
    void get(QString &value)
    {
        const quint64 n = count();
        m_ok = m_ok && n <= ObjectLimits::text;
        value = QString::fromUtf8(take(m_ok ? std::size_t(n) : 0));
    }
    template<typename T>
        requires std::is_enum_v<T>
    void get(T &value)
    {
        const quint64 n = count();
        m_ok = m_ok && n <= quint64(lastOf<T>);
        value = m_ok ? T(n) : T();
    }
    template<typename T>
    void get(std::optional<T> &value)
    {
        bool given = false;
        get(given);
        if (given)
            get(value.emplace());
    }
    template<typename T, std::size_t N>
    void get(std::array<T, N> &values)
    {
        for (T &value : values)
            get(value);
    }
    // Every element takes at least a byte: never more than what is left could hold. Grown as they are read, so that a
    // count alone allocates nothing.
    template<typename T>
    void getAll(T &values)
    {
        const quint64 n = count();
        m_ok = m_ok && n <= quint64(m_rest.size());
        for (quint64 i = 0; i < n && m_ok; ++i)
            get(values.emplace_back());
    }
    template<typename T>
    void get(std::vector<T> &values)
    {
        getAll(values);
    }
    void get(QStringList &values) { getAll(values); }
    template<typename T>
        requires std::is_class_v<T>
    void get(T &value)
    {
        fields(*this, value);
    }
    template<typename To, typename From>
    void narrow(To &value, From wide)
    {
        value = To(wide);
        m_ok = m_ok && std::in_range<To>(wide);
    }
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

} // namespace Chartline::Imaging
