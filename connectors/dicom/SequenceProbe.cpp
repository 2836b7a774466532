// SPDX-License-Identifier: Apache-2.0
#include "dicom/SequenceProbe.h"

#include "dicom/Encoding.h"

#include <vector>

namespace Chartline::Dicom {

namespace {

constexpr Encoding s_implicit = Encoding::ImplicitLittle;

// Walks a value as if it were a sequence.
class Walk
{
public:
    Walk(QByteArrayView value, int depth)
        : m_value(value)
        , m_depth(depth)
    { }

    ProbedValue run()
    {
        m_open.push_back({true, m_value.size()});
        while (!m_open.empty()) {
            const Open top = m_open.back();
            if (top.end >= 0 && m_at == top.end) {
                m_open.pop_back();
                continue;
            }
            // Delimiters and items have 8 bytes in every encoding, as implicit elements do.
            if (bound() - m_at < 8)
                return ProbedValue::Opaque;
            const Tag tag = readTag(m_value.data() + m_at, s_implicit);
            const quint32 length = readU32(m_value.data() + m_at + 4, s_implicit);
            m_at += 8;
            if (length != undefinedLength && qint64(length) > bound() - m_at)
                return ProbedValue::Opaque;
            if (const auto found = top.isSequence ? inSequence(tag, length) : inItem(tag, length))
                return *found;
        }
        return m_at == m_value.size() ? ProbedValue::Sequence : ProbedValue::Opaque;
    }

private:
    struct Open
    {
        bool isSequence = false;
        qsizetype end = -1; // -1: ends with a delimiter
    };

    // The nearest end of what encloses this place.
    [[nodiscard]] qsizetype bound() const
    {
        for (auto open = m_open.rbegin(); open != m_open.rend(); ++open) {
            if (open->end >= 0)
                return open->end;
        }
        return m_value.size();
    }
    [[nodiscard]] qsizetype endOf(quint32 length) const
    {
        return length == undefinedLength ? -1 : m_at + qsizetype(length);
    }

    std::optional<ProbedValue> inSequence(Tag tag, quint32 length)
    {
        if (tag == Tags::item) {
            m_open.push_back({false, endOf(length)});
            return std::nullopt;
        }
        if (tag != Tags::sequenceEnd || length != 0)
            return ProbedValue::Opaque;
        if (m_open.back().end < 0)
            m_open.pop_back();
        return std::nullopt;
    }

    std::optional<ProbedValue> inItem(Tag tag, quint32 length)
    {
        if (tag == Tags::itemEnd && length == 0) {
            if (m_open.back().end < 0)
                m_open.pop_back();
            return std::nullopt;
        }
        if (groupOf(tag) == 0xfffe || groupOf(tag) == 0 || groupOf(tag) == 2)
            return ProbedValue::Opaque;
        const bool nested = length == undefinedLength || (length >= 8 && beginsWithItem(m_value.sliced(m_at)));
        if (!nested) {
            m_at += qsizetype(length);
            return std::nullopt;
        }
        // Two entries for each level: a sequence and its item.
        if (qsizetype(m_open.size()) >= 2 * qsizetype(m_depth))
            return ProbedValue::TooDeep;
        m_open.push_back({true, endOf(length)});
        return std::nullopt;
    }

    QByteArrayView m_value;
    int m_depth;
    qsizetype m_at = 0;
    std::vector<Open> m_open;
};

} // namespace

bool beginsWithItem(QByteArrayView value)
{
    return value.size() >= 8 && readTag(value.data(), s_implicit) == Tags::item;
}

ProbedValue probeSequence(QByteArrayView value, int depth)
{
    if (!beginsWithItem(value))
        return ProbedValue::Opaque;
    return depth < 1 ? ProbedValue::TooDeep : Walk(value, depth).run();
}

} // namespace Chartline::Dicom
