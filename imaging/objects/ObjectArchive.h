// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ByteArchive.h"
#include "objects/DicomObject.h"

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

// Members one after the other, counts before what they count. Of a structure: fields() in ObjectFields.h.
class ObjectWriter : public ByteWriter
{
public:
    template<typename... T>
    void operator()(const T &...members)
    {
        (put(members), ...);
    }

private:
    void put(bool value) { bytes.append(value ? '\1' : '\0'); }
    void put(qint64 value) { integer(value); }
    void put(int value) { put(qint64(value)); }
    void put(quint32 value) { count(value); }
    void put(double value) { number(value); }
    void put(quint16 value) { count(value); }
    void put(const QString &value) { text(value.toUtf8()); }
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

class ObjectArchiveReader : public ByteReader
{
public:
    using ByteReader::ByteReader;

    template<typename... T>
    void operator()(T &...members)
    {
        (get(members), ...);
    }

private:
    void get(bool &value)
    {
        const quint8 byte = next();
        value = byte == 1;
        require(byte <= 1);
    }
    void get(qint64 &value) { value = integer(); }
    void get(int &value) { narrow(value, integer()); }
    void get(quint32 &value) { narrow(value, count()); }
    void get(quint16 &value) { narrow(value, count()); }
    void get(double &value)
    {
        value = number();
        require(std::isfinite(value) && std::abs(value) <= ObjectLimits::value);
    }
    void get(QString &value)
    {
        const quint64 n = count();
        require(n <= ObjectLimits::text);
        value = QString::fromUtf8(take(ok() ? std::size_t(n) : 0));
    }
    template<typename T>
        requires std::is_enum_v<T>
    void get(T &value)
    {
        const quint64 n = count();
        require(n <= quint64(lastOf<T>));
        value = ok() ? T(n) : T();
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
    // Every element takes at least a byte: never more than what is left could hold, and never more than there is room
    // for. Grown as they are read, so that a count alone allocates nothing.
    template<typename T>
    void getAll(T &values)
    {
        constexpr quint64 each = sizeof(typename T::value_type);
        const quint64 n = count();
        require(n <= quint64(left()) && n <= m_room / each);
        if (!ok())
            return;
        m_room -= n * each;
        for (quint64 i = 0; i < n && ok(); ++i)
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
        require(std::in_range<To>(wide));
    }

    // Bytes of elements that may still be made: a small element on the wire can be a large one here.
    quint64 m_room = quint64(384) << 20;
};

} // namespace Chartline::Imaging
