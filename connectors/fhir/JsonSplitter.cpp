// SPDX-License-Identifier: Apache-2.0
#include "fhir/JsonSplitter.h"

#include "fhir/JsonCheck.h"
#include "fhir/RecordBuffer.h"

#include <algorithm>
#include <array>

namespace Chartline::Fhir {

namespace {

const std::array<std::string_view, 5> bundleEntryKeys{"resource", "fullUrl", "request", "response", "search"};

Error tooLarge()
{
    return {ErrorCode::InputTooLarge, {QString::number(resourceSizeLimit)}};
}

} // namespace

JsonSplitter::JsonSplitter(InputWindow &window, RecordMaker &maker, ReadContext &context, qint64 origin, QString place)
    : m_window(window)
    , m_scanner(window)
    , m_maker(maker)
    , m_context(context)
    , m_origin(origin)
    , m_place(std::move(place))
{ }

Status JsonSplitter::run()
{
    static_cast<void>(m_scanner.next());
    m_root.offset = m_window.offset();
    m_window.keepFrom(m_root.offset);
    m_pieces.push_back({0, m_root.offset});
    while (true) {
        const bool sound = m_scanner.members([this](std::string_view name) { return rootMember(name); });
        if (!sound)
            return scanFailed();
        m_root.length = m_window.offset() - m_root.offset;
        if (m_bundle)
            return finishBundle();
        if (m_type != "Bundle" || !m_hasEntries || m_forced || !m_window.kept())
            return finishWhole();
        m_window.seek(m_root.offset);
        m_forced = true;
    }
}

bool JsonSplitter::rootMember(std::string_view name)
{
    const int first = m_scanner.next();
    if (name == "resourceType" && first == '"')
        return m_scanner.string(&m_type);
    if (name != "entry" || first != '[')
        return m_scanner.value();
    if (m_forced || m_bundle || m_type == "Bundle" || (m_type.empty() && looksLikeEntries()))
        return entries();
    if (m_window.error() || !m_window.kept()) {
        m_tooLarge = !m_window.error();
        return m_scanner.broken();
    }
    const qint64 start = m_window.offset();
    if (!m_scanner.value())
        return false;
    m_hasEntries = m_hasEntries || m_window.offset() - start > 2;
    return true;
}

// At the "[" of an array "entry", when nothing has said yet whether this is a Bundle (a List has an "entry" too): goes
// by the keys of the first entry. Comes back to where it was.
bool JsonSplitter::looksLikeEntries()
{
    const qint64 start = m_window.offset();
    bool found = false;
    JsonScanner scanner(m_window);
    if (scanner.take('[') && scanner.next() == '{') {
        static_cast<void>(scanner.members([&](std::string_view name) {
            found = std::ranges::find(bundleEntryKeys, name) != bundleEntryKeys.end();
            return !found && scanner.value();
        }));
    }
    if (m_window.kept())
        m_window.seek(start);
    return found;
}

// Adds what has been read since the start of the document or the end of its entries.
void JsonSplitter::keepEnvelope()
{
    const qint64 from = m_pieces.back().offset;
    m_envelope += m_window.slice(from, m_window.offset() - from);
}

bool JsonSplitter::entries()
{
    if (!m_scanner.take('['))
        return false;
    // Nothing to take apart: the document stays whole, unless an earlier array has been.
    if (!m_bundle && m_scanner.next() == ']')
        return m_scanner.take(']');
    if (!m_window.kept() || m_window.offset() - m_pieces.back().offset + m_envelope.size() > resourceSizeLimit) {
        m_tooLarge = true;
        return false;
    }
    keepEnvelope();
    m_bundle = true;
    if (m_scanner.next() != ']') {
        while (true) {
            static_cast<void>(m_scanner.next());
            Entry entry;
            m_window.keepFrom(m_window.offset());
            if (!scanEntry(entry))
                return false;
            handle(entry, entryPlace(m_place, m_count++));
            const int c = m_scanner.next();
            if (c == ']')
                break;
            if (!m_scanner.take(','))
                return false;
        }
    }
    m_pieces.push_back({m_envelope.size(), m_window.offset()});
    m_window.keepFrom(m_window.offset());
    return m_scanner.take(']');
}

bool JsonSplitter::scanEntry(Entry &entry)
{
    entry.span.offset = m_window.offset();
    entry.isObject = m_scanner.next() == '{';
    const bool sound = !entry.isObject ? m_scanner.value() : m_scanner.members([&](std::string_view name) {
        const int first = m_scanner.next();
        if (name == "fullUrl" && first == '"')
            return m_scanner.string(&entry.fullUrl);
        if (name != "resource" || first != '{')
            return m_scanner.value();
        return scanResource(entry);
    });
    entry.span.length = m_window.offset() - entry.span.offset;
    return sound;
}

bool JsonSplitter::scanResource(Entry &entry)
{
    entry.resource.offset = m_window.offset();
    const bool sound = m_scanner.members([&](std::string_view name) {
        const int first = m_scanner.next();
        if (name == "resourceType" && first == '"')
            return m_scanner.string(&entry.resourceType);
        const qint64 start = m_window.offset();
        if (!m_scanner.value())
            return false;
        if (name == "entry" && first == '[')
            entry.hasEntries = m_window.offset() - start > 2;
        return true;
    });
    entry.resource.length = m_window.offset() - entry.resource.offset;
    return sound;
}

void JsonSplitter::handle(const Entry &entry, const QString &where)
{
    if (const QString base = baseOfUrl(QString::fromStdString(entry.fullUrl)); !base.isEmpty())
        m_context.base = base;
    if (m_context.mode == ReadMode::Check)
        return;
    const bool nestedBundle = entry.resourceType == "Bundle" && entry.hasEntries;
    if (m_context.mode == ReadMode::People && entry.resourceType != "Patient" && !nestedBundle)
        return;
    if (!m_window.kept() || entry.resource.length > resourceSizeLimit
        || entry.span.length > resourceSizeLimit + 1024 * 1024)
        return m_context.refuse(where, tooLarge());
    if (!entry.isObject)
        return m_context.refuse(where, {ErrorCode::ResourceInvalid, {QStringLiteral("entry is no object")}});
    if (nestedBundle)
        return nested(entry, where);
    const QByteArrayView bytes = m_window.slice(entry.span.offset, entry.span.length);
    const Span span = inFile(entry.span);
    if (const Status status = m_maker.parse(bytes, span, m_context.format, ReadOptions::Root::Entry); !status)
        return m_context.refuse(where, status.error());
    m_maker.entry(bytes, span, inFile(entry.resource), where, m_context);
}

// The entry without its resource has to be sound as well.
Status JsonSplitter::wrapper(const Entry &entry)
{
    const qint64 before = entry.resource.offset - entry.span.offset;
    const QByteArrayView bytes = m_window.slice(entry.span.offset, entry.span.length);
    const QByteArray shell =
        bytes.first(before).toByteArray() + "{}" + bytes.sliced(before + entry.resource.length).toByteArray();
    return m_maker.json().parse(shell, m_maker.tree(),
                                {.root = ReadOptions::Root::Entry, .origin = m_origin + entry.span.offset});
}

void JsonSplitter::nested(const Entry &entry, const QString &where)
{
    if (m_context.nesting >= nestingLimit)
        return m_context.refuse(where, {ErrorCode::InputTooDeep, {QString::number(nestingLimit)}});
    if (const Status status = wrapper(entry); !status)
        return m_context.refuse(where, status.error());
    MemoryStream stream(m_window.slice(entry.resource.offset, entry.resource.length));
    InputWindow window(stream, {});
    RecordSink &sink = *m_context.sink;
    RecordBuffer buffer(sink);
    m_context.sink = &buffer;
    ++m_context.nesting;
    JsonSplitter inner(window, m_maker, m_context, m_origin + entry.resource.offset, where);
    const Status status = inner.run();
    --m_context.nesting;
    m_context.sink = &sink;
    if (status)
        buffer.commit();
    else
        m_context.refuse(where, status.error());
}

Status JsonSplitter::finishWhole()
{
    if (!m_window.kept() || m_root.length > resourceSizeLimit)
        return std::unexpected(tooLarge());
    if (m_context.mode == ReadMode::People && m_type != "Patient")
        return {};
    const QByteArrayView bytes = m_window.slice(m_root.offset, m_root.length);
    const Span span = inFile(m_root);
    CHARTLINE_TRY(m_maker.parse(bytes, span, m_context.format, ReadOptions::Root::Resource));
    if (m_context.mode != ReadMode::Check)
        m_maker.resource(bytes, span, m_place, m_context);
    return {};
}

// What is left of a Bundle without its entries has to be a sound resource of type Bundle.
Status JsonSplitter::finishBundle()
{
    if (!m_window.kept() || m_window.offset() - m_pieces.back().offset + m_envelope.size() > resourceSizeLimit)
        return std::unexpected(tooLarge());
    keepEnvelope();
    const Status status = m_maker.json().parse(m_envelope, m_maker.tree());
    if (!status) {
        Error error = status.error();
        if (const qint64 at = m_maker.json().errorOffset(); at >= 0) {
            const auto piece = std::ranges::find_last_if(m_pieces, [&](const Piece &p) { return p.at <= at; }).begin();
            error.args = byteArgs(m_origin + piece->offset + (at - piece->at));
        }
        return std::unexpected(error);
    }
    if (m_maker.tree().root().resourceType() != "Bundle")
        return fail(ErrorCode::InputNotHealthData);
    if (m_count > 0 || m_context.mode != ReadMode::Map)
        return {};
    m_maker.resource(m_envelope, inFile(m_root), m_place, m_context);
    return {};
}

Status JsonSplitter::scanFailed()
{
    if (m_tooLarge)
        return std::unexpected(tooLarge());
    const Error error = m_scanner.error();
    const bool aboutText = error.code == ErrorCode::InputTruncated || error.code == ErrorCode::InputNotWellFormed;
    if (!aboutText || m_bundle || !m_window.kept())
        return std::unexpected(error);
    // The walk over the shape only notices that something is wrong; with the whole text at hand, say what was wrong
    // first.
    while (m_window.kept() && m_window.endOffset() - m_root.offset < resourceSizeLimit) {
        m_window.setCursor(m_window.end());
        if (!m_window.fill())
            break;
    }
    if (m_window.error())
        return std::unexpected(*m_window.error());
    if (!m_window.kept())
        return std::unexpected(error);
    const auto fault = findJsonFault(m_window.slice(m_root.offset, m_window.endOffset() - m_root.offset));
    if (!fault)
        return std::unexpected(error);
    return fail(fault->code, byteArgs(m_origin + fault->offset + m_root.offset));
}

} // namespace Chartline::Fhir
