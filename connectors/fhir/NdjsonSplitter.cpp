// SPDX-License-Identifier: Apache-2.0
#include "fhir/NdjsonSplitter.h"

#include "fhir/JsonSplitter.h"
#include "fhir/RecordBuffer.h"

#include <cstring>

namespace Chartline::Fhir {

namespace {

// A line without either is no Patient, however it is spelt.
bool mayBePatient(QByteArrayView line)
{
    return memmem(line.data(), std::size_t(line.size()), "\"Patient\"", 9)
           || memmem(line.data(), std::size_t(line.size()), "\\u00", 4);
}

} // namespace

NdjsonSplitter::NdjsonSplitter(InputWindow &window, RecordMaker &maker, ReadContext &context)
    : m_window(window)
    , m_maker(maker)
    , m_context(context)
{ }

Status NdjsonSplitter::run()
{
    while (m_window.peek() >= 0) {
        const qint64 start = m_window.offset();
        m_window.keepFrom(start);
        const char *newline = nullptr;
        do {
            const char *at = m_window.cursor();
            newline = static_cast<const char *>(std::memchr(at, '\n', std::size_t(m_window.end() - at)));
            m_window.setCursor(newline ? newline : m_window.end());
        } while (!newline && m_window.fill());
        if (m_window.error())
            break;
        ++m_number;
        const qint64 end = m_window.offset();
        if (m_context.mode != ReadMode::Check)
            line({start, end - start});
        m_window.setCursor(m_window.cursor() + (newline ? 1 : 0));
    }
    if (m_window.error())
        return std::unexpected(*m_window.error());
    return {};
}

void NdjsonSplitter::line(Span span)
{
    const QString where = QLatin1StringView("line ") + QString::number(m_number);
    if (!m_window.kept() || span.length > resourceSizeLimit)
        return m_context.refuse(where, {ErrorCode::InputTooLarge, {QString::number(resourceSizeLimit)}});
    QByteArrayView bytes = m_window.slice(span.offset, span.length);
    const QByteArrayView text = bytes.trimmed();
    if (text.isEmpty())
        return;
    span.offset += text.data() - bytes.data();
    span.length = text.size();
    bytes = text;
    if (m_context.mode == ReadMode::People && !mayBePatient(bytes))
        return;
    if (const Status status = m_maker.parse(bytes, span, m_context.format, ReadOptions::Root::Resource); !status)
        return m_context.refuse(where, status.error());
    const Node &root = m_maker.tree().root();
    if (root.resourceType() == "Bundle" && root.has("entry"))
        return bundle(span, where);
    m_maker.resource(bytes, span, where, m_context);
}

void NdjsonSplitter::bundle(const Span &span, const QString &where)
{
    MemoryStream stream(m_window.slice(span.offset, span.length));
    InputWindow window(stream, {});
    RecordSink &sink = *m_context.sink;
    RecordBuffer buffer(sink);
    m_context.sink = &buffer;
    ++m_context.nesting;
    JsonSplitter inner(window, m_maker, m_context, span.offset, where);
    const Status status = inner.run();
    --m_context.nesting;
    m_context.sink = &sink;
    if (status)
        buffer.commit();
    else
        m_context.refuse(where, status.error());
}

} // namespace Chartline::Fhir
