// SPDX-License-Identifier: Apache-2.0
#include "fhir/BundleSplitter.h"

#include "fhir/JsonCheck.h"
#include "fhir/JsonSplitter.h"
#include "fhir/NdjsonSplitter.h"
#include "fhir/XmlSplitter.h"

#include <cstring>

namespace Chartline::Fhir {

namespace {

// How far the first line may go to tell NDJSON from a document.
constexpr qint64 lookAhead = 1024 * 1024;

} // namespace

BundleSplitter::BundleSplitter(ByteStream &input, const QString &name, ReadMode mode, RecordSink &sink)
    : m_window(input, [&sink](qint64 bytes) { return sink.advance(bytes); })
    , m_name(name)
{
    m_context.sink = &sink;
    m_context.mode = mode;
}

Status BundleSplitter::run()
{
    m_window.keepFrom(0);
    while (m_window.endOffset() < 64 && m_window.fill()) { }
    if (m_window.error())
        return std::unexpected(*m_window.error());
    const qint64 size = m_window.endOffset();
    if (size == 0)
        return fail(ErrorCode::InputEmpty);
    const QByteArrayView head = m_window.slice(0, size);
    if (looksLikeWideText(head))
        return fail(ErrorCode::InputWrongEncoding, byteArgs(0));
    if (head.startsWith("\xef\xbb\xbf"))
        m_window.seek(3);
    const qint64 start = m_window.offset();
    JsonScanner scanner(m_window);
    const int first = scanner.next();
    if (m_window.error())
        return std::unexpected(*m_window.error());
    if (first < 0)
        return fail(ErrorCode::InputEmpty);
    const bool lineName = m_name.endsWith(QLatin1StringView(".ndjson"), Qt::CaseInsensitive)
                          || m_name.endsWith(QLatin1StringView(".jsonl"), Qt::CaseInsensitive);
    if (first == '<') {
        // White space before the declaration is an error XML has: expat is given the file from its first byte.
        if (!m_window.kept())
            return fail(ErrorCode::InputNotWellFormed, byteArgs(0));
        m_window.seek(0);
        m_window.drop();
        m_context.format = QStringLiteral("fhir-xml");
        return finish(XmlSplitter(m_window, m_maker, m_context).run());
    }
    if (lineName && m_window.kept()) {
        m_window.seek(start);
        return finish(lines());
    }
    if (first == '{')
        return finish(json());
    return notStructured(m_name.endsWith(QLatin1StringView(".json"), Qt::CaseInsensitive));
}

Status BundleSplitter::lines()
{
    m_context.format = QStringLiteral("fhir-ndjson");
    return NdjsonSplitter(m_window, m_maker, m_context).run();
}

Status BundleSplitter::json()
{
    const qint64 start = m_window.offset();
    m_window.keepFrom(start);
    const bool asLines = firstLineIsWhole();
    if (m_window.error())
        return std::unexpected(*m_window.error());
    m_window.seek(start);
    if (asLines)
        return lines();
    m_context.format = QStringLiteral("fhir-json");
    JsonSplitter splitter(m_window, m_maker, m_context);
    CHARTLINE_TRY(splitter.run());
    JsonScanner scanner(m_window);
    if (scanner.next() < 0) {
        if (m_window.error())
            return std::unexpected(*m_window.error());
        return {};
    }
    return fail(ErrorCode::InputNotWellFormed, byteArgs(m_window.offset()));
}

// At the "{" of the first line. Only looks; the caller goes back.
bool BundleSplitter::firstLineIsWhole()
{
    const qint64 start = m_window.offset();
    const char *newline = nullptr;
    while (true) {
        const char *at = m_window.cursor();
        newline = static_cast<const char *>(std::memchr(at, '\n', std::size_t(m_window.end() - at)));
        m_window.setCursor(newline ? newline : m_window.end());
        if (newline || m_window.endOffset() - start >= lookAhead || !m_window.fill())
            break;
    }
    if (!newline)
        return false;
    const QByteArrayView line = m_window.slice(start, m_window.offset() - start).trimmed();
    if (line.size() < 2 || line.back() != '}' || !line.contains(QByteArrayView("\"resourceType\"")))
        return false;
    MemoryStream stream(line);
    InputWindow window(stream, {});
    JsonScanner object(window);
    if (!object.value() || object.next() >= 0)
        return false;
    JsonScanner rest(m_window);
    return rest.next() >= 0;
}

// Neither an object nor markup: told apart so that the reason given is the true one.
Status BundleSplitter::notStructured(bool named)
{
    while (m_window.kept() && m_window.endOffset() < lookAhead && m_window.fill()) { }
    if (m_window.error())
        return std::unexpected(*m_window.error());
    if (!m_window.kept())
        return fail(ErrorCode::InputNotHealthData);
    const QByteArrayView text = m_window.slice(0, m_window.endOffset());
    const bool says = text.contains(QByteArrayView("\"resourceType\""));
    if (!named && !says)
        return fail(ErrorCode::InputNotHealthData);
    const qint64 skip = text.startsWith("\xef\xbb\xbf") ? 3 : 0;
    const auto fault = findJsonFault(text.sliced(skip));
    if (!fault || text.size() >= lookAhead || (fault->code == ErrorCode::InputWrongEncoding && !says))
        return fail(ErrorCode::InputNotHealthData);
    return fail(fault->code, byteArgs(fault->offset + skip));
}

Status BundleSplitter::finish(Status status)
{
    if (status && m_context.sink && !m_context.sink->advance(m_window.endOffset()))
        return fail(ErrorCode::Cancelled);
    return status;
}

} // namespace Chartline::Fhir
