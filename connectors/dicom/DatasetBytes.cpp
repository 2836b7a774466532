// SPDX-License-Identifier: Apache-2.0
#include "dicom/Dataset.h"

#include <QtEndian>

namespace Chartline::Dicom {

namespace {

constexpr QByteArrayView s_magic("CLDS1\n");
// What the scanner lets through, and the root.
constexpr int s_deepest = 33;
// Elements, values and items together: the scanner's limit of elements, each with a few values.
constexpr qint64 s_most = 4'000'000;
constexpr qint64 s_mostBytes = 160LL * 1024 * 1024;

class Writer
{
public:
    void number(quint32 value)
    {
        char at[4];
        qToLittleEndian(value, at);
        m_bytes.append(at, 4);
    }
    void large(qint64 value)
    {
        char at[8];
        qToLittleEndian(value, at);
        m_bytes.append(at, 8);
    }
    void block(const QByteArray &bytes)
    {
        number(static_cast<quint32>(bytes.size()));
        m_bytes.append(bytes);
    }
    void texts(const QStringList &values)
    {
        number(static_cast<quint32>(values.size()));
        for (const QString &value : values)
            block(value.toUtf8());
    }
    void dataset(const Dataset &dataset)
    {
        number(static_cast<quint32>(dataset.elements().size()));
        for (const Element &element : dataset.elements()) {
            number(element.tag);
            block(element.vr);
            large(element.length);
            texts(element.values);
            block(element.bytes);
            number(static_cast<quint32>(element.items.size()));
            for (const Dataset &item : element.items)
                this->dataset(item);
        }
    }
    void raw(QByteArrayView bytes) { m_bytes.append(bytes); }
    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
};

// Every read fails once one has failed: callers check at the end of each loop.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_left(bytes)
    { }

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_left.isEmpty(); }
    [[nodiscard]] QByteArrayView raw(qint64 count)
    {
        if (!m_ok || count > m_left.size()) {
            m_ok = false;
            return {};
        }
        const QByteArrayView taken = m_left.first(count);
        m_left = m_left.sliced(count);
        return taken;
    }
    [[nodiscard]] quint32 number()
    {
        const QByteArrayView at = raw(4);
        return m_ok ? qFromLittleEndian<quint32>(at.data()) : 0;
    }
    [[nodiscard]] qint64 large()
    {
        const QByteArrayView at = raw(8);
        return m_ok ? qFromLittleEndian<qint64>(at.data()) : 0;
    }
    [[nodiscard]] QByteArray block() { return raw(number()).toByteArray(); }
    // How many follow, each of which takes at least `least` bytes.
    [[nodiscard]] quint32 count(int least)
    {
        const quint32 value = number();
        m_budget -= value;
        if (qint64(value) * least > m_left.size() || m_budget < 0)
            m_ok = false;
        return m_ok ? value : 0;
    }
    [[nodiscard]] QStringList texts()
    {
        QStringList values;
        for (quint32 left = count(4); left > 0 && m_ok; --left)
            values.append(QString::fromUtf8(raw(number())));
        return values;
    }
    void dataset(Dataset &dataset, int depth)
    {
        constexpr int leastElement = 30;
        for (quint32 left = count(leastElement); left > 0 && m_ok; --left) {
            Element element;
            element.tag = number();
            element.vr = block();
            element.length = large();
            element.values = texts();
            element.bytes = block();
            const quint32 items = count(4);
            if (items > 0 && depth >= s_deepest)
                m_ok = false;
            for (quint32 item = 0; item < items && m_ok; ++item) {
                element.items.emplace_back();
                this->dataset(element.items.back(), depth + 1);
            }
            if (element.vr.size() != 2 || element.length < 0 || !m_ok || !dataset.append(std::move(element)))
                m_ok = false;
        }
    }

private:
    QByteArrayView m_left;
    qint64 m_budget = s_most;
    bool m_ok = true;
};

} // namespace

QByteArray Dataset::toBytes() const
{
    Writer writer;
    writer.raw(s_magic);
    writer.texts(m_notes);
    writer.dataset(*this);
    return writer.take();
}

Result<Dataset> Dataset::fromBytes(QByteArrayView bytes)
{
    const auto damaged = [] { return fail(ErrorCode::InputNotWellFormed, {QStringLiteral("parsed data set")}); };
    if (bytes.size() > s_mostBytes || !bytes.startsWith(s_magic))
        return damaged();
    Reader reader(bytes.sliced(s_magic.size()));
    Dataset result;
    result.m_notes = reader.texts();
    reader.dataset(result, 1);
    if (!reader.ok() || !reader.atEnd())
        return damaged();
    return result;
}

} // namespace Chartline::Dicom
