// SPDX-License-Identifier: Apache-2.0
#include "fhir/XmlSplitter.h"

#include "fhir/RecordBuffer.h"

namespace Chartline::Fhir {

namespace {

// Far more than any resource has; each open element costs expat memory.
constexpr int openLimit = 100'000;

} // namespace

XmlSplitter::XmlSplitter(InputWindow &window, RecordMaker &maker, ReadContext &context, qint64 origin, QString place,
                         bool fragment)
    : m_window(window)
    , m_maker(maker)
    , m_context(context)
    , m_origin(origin)
    , m_place(std::move(place))
    , m_fragment(fragment)
{ }

Status XmlSplitter::run()
{
    while (true) {
        const bool more = m_window.cursor() != m_window.end() || m_window.fill();
        if (m_window.error())
            return std::unexpected(*m_window.error());
        const std::span bytes(m_window.cursor(), m_window.end());
        if (!feed(bytes, !more, m_origin))
            return std::unexpected(*refusal());
        if (!more)
            break;
        m_window.setCursor(m_window.end());
    }
    return m_bundle && m_count > 0 ? Status() : finishWhole();
}

void XmlSplitter::startElement(const char *name, const char **attributes)
{
    m_namespaces.open(attributes);
    if (++m_depth > openLimit)
        return refuse({ErrorCode::InputTooDeep, {QString::number(xmlDepthLimit)}});
    if (m_depth > 5 || (m_depth > 1 && !m_bundle))
        return;
    const auto [prefix, local] = splitXmlName(name);
    const auto uri = m_namespaces.find(prefix);
    const bool known = uri ? *uri == fhirNamespace : m_fragment;
    if (m_depth == 1)
        startRoot(local, known);
    else
        startInBundle(local, known, attributes);
}

void XmlSplitter::startRoot(std::string_view local, bool known)
{
    if (!known || local.empty() || local.front() < 'A' || local.front() > 'Z')
        return refuse({ErrorCode::InputNotHealthData, {}});
    m_bundle = local == "Bundle";
    m_root.offset = eventStart();
    m_window.keepFrom(m_root.offset);
}

void XmlSplitter::startInBundle(std::string_view local, bool known, const char **attributes)
{
    if (m_depth == 2 && known && local == "entry") {
        m_inEntry = true;
        m_entry = {eventStart(), 0};
        m_resource = {};
        m_resourceType.clear();
        m_fullUrl.clear();
        m_hasEntries = false;
        m_resources = 0;
        m_window.keepFrom(m_entry.offset);
    } else if (m_depth == 3 && m_inEntry && known && local == "resource") {
        m_inResource = true;
    } else if (m_depth == 3 && m_inEntry && known && local == "fullUrl") {
        for (int i = 0; attributes[i]; i += 2) {
            if (std::string_view(attributes[i]) == "value")
                m_fullUrl = attributes[i + 1];
        }
    } else if (m_depth == 4 && m_inResource) {
        if (m_resources++ > 0)
            return;
        m_resource = {eventStart(), 0};
        m_resourceType = local;
        m_known = known;
    } else if (m_depth == 5 && m_inResource && m_resources == 1 && m_resourceType == "Bundle" && local == "entry") {
        m_hasEntries = true;
    }
}

void XmlSplitter::endElement(const char *)
{
    if (m_depth == 4 && m_inResource && m_resources == 1) {
        m_resource.length = eventEnd() - m_resource.offset;
    } else if (m_depth == 3) {
        m_inResource = false;
    } else if (m_depth == 2 && m_inEntry) {
        m_inEntry = false;
        m_entry.length = eventEnd() - m_entry.offset;
        handleEntry();
        m_window.drop();
    } else if (m_depth == 1) {
        m_root.length = eventEnd() - m_root.offset;
    }
    m_namespaces.close();
    --m_depth;
}

void XmlSplitter::handleEntry()
{
    const QString where = entryPlace(m_place, m_count++);
    if (const QString base = baseOfUrl(QString::fromStdString(m_fullUrl)); !base.isEmpty())
        m_context.base = base;
    if (m_context.mode == ReadMode::Check)
        return;
    const bool nestedBundle = m_resourceType == "Bundle" && m_hasEntries && m_known && m_resources == 1;
    if (m_context.mode == ReadMode::People && m_resourceType != "Patient" && !nestedBundle)
        return;
    if (!m_window.kept() || m_resource.length > resourceSizeLimit)
        return m_context.refuse(where, {ErrorCode::InputTooLarge, {QString::number(resourceSizeLimit)}});
    if (m_resources > 1)
        return m_context.refuse(where, {ErrorCode::ResourceInvalid, {QStringLiteral("two resources in one entry")}});
    if (m_resources == 1 && !m_known)
        return m_context.refuse(where, {ErrorCode::InputNotHealthData, {}});
    if (nestedBundle)
        return nested(where);
    const Span span = inFile(m_entry);
    if (const Status status = m_maker.parse(slice(m_entry), span, m_context.format, ReadOptions::Root::Entry); !status)
        return m_context.refuse(where, status.error());
    m_maker.entry(slice(m_entry), span, inFile(m_resource), where, m_context);
}

void XmlSplitter::nested(const QString &where)
{
    if (m_context.nesting >= nestingLimit)
        return m_context.refuse(where, {ErrorCode::InputTooDeep, {QString::number(nestingLimit)}});
    MemoryStream stream(slice(m_resource));
    InputWindow window(stream, {});
    RecordSink &sink = *m_context.sink;
    RecordBuffer buffer(sink);
    m_context.sink = &buffer;
    ++m_context.nesting;
    XmlSplitter inner(window, m_maker, m_context, m_origin + m_resource.offset, where, true);
    const Status status = inner.run();
    --m_context.nesting;
    m_context.sink = &sink;
    if (status)
        buffer.commit();
    else
        m_context.refuse(where, status.error());
}

Status XmlSplitter::finishWhole()
{
    if (!m_window.kept() || m_root.length > resourceSizeLimit)
        return fail(ErrorCode::InputTooLarge, {QString::number(resourceSizeLimit)});
    const QByteArrayView bytes = slice(m_root);
    const Span span = inFile(m_root);
    CHARTLINE_TRY(m_maker.parse(bytes, span, m_context.format, ReadOptions::Root::Resource));
    if (m_context.mode != ReadMode::Check)
        m_maker.resource(bytes, span, m_place, m_context);
    return {};
}

} // namespace Chartline::Fhir
