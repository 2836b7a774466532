// SPDX-License-Identifier: Apache-2.0
#include "fhir/XmlSupport.h"

#include "fhir/JsonCheck.h"

#include <algorithm>
#include <expat.h>

namespace Chartline::Fhir {

namespace {

bool isUtf8Name(const char *encoding)
{
    const QLatin1StringView name(encoding);
    for (const auto &known : {QLatin1StringView("utf-8"), QLatin1StringView("utf8"), QLatin1StringView("us-ascii"),
                              QLatin1StringView("ascii")}) {
        if (name.compare(known, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

} // namespace

struct XmlPass::Handlers
{
    static XmlPass &pass(void *data) { return *static_cast<XmlPass *>(data); }
    static void start(void *data, const char *name, const char **attributes)
    {
        if (!pass(data).m_refusal)
            pass(data).startElement(name, attributes);
    }
    static void end(void *data, const char *name)
    {
        if (!pass(data).m_refusal)
            pass(data).endElement(name);
    }
    static void text(void *data, const char *text, int length)
    {
        if (!pass(data).m_refusal)
            pass(data).characters({text, std::size_t(length)});
    }
    static void declaration(void *data, const char *, const char *encoding, int)
    {
        if (encoding && !isUtf8Name(encoding))
            pass(data).refuse({ErrorCode::InputWrongEncoding, {}});
    }
    static void doctype(void *data, const char *, const char *, const char *, int)
    {
        pass(data).refuse({ErrorCode::InputHasDoctype, {}});
    }
};

XmlPass::XmlPass()
    : m_parser(XML_ParserCreate("UTF-8"))
{
    if (!m_parser) {
        m_refusal = Error{ErrorCode::IoFailed, {}};
        return;
    }
    XML_SetUserData(m_parser, this);
    XML_SetParamEntityParsing(m_parser, XML_PARAM_ENTITY_PARSING_NEVER);
    XML_SetElementHandler(m_parser, &Handlers::start, &Handlers::end);
    XML_SetCharacterDataHandler(m_parser, &Handlers::text);
    XML_SetXmlDeclHandler(m_parser, &Handlers::declaration);
    XML_SetStartDoctypeDeclHandler(m_parser, &Handlers::doctype);
}

XmlPass::~XmlPass()
{
    if (m_parser)
        XML_ParserFree(m_parser);
}

// The plain names are deprecated since expat 2.9, whose 64-bit names older ones lack.
qint64 XmlPass::eventStart() const
{
#if XML_MAJOR_VERSION > 2 || XML_MINOR_VERSION >= 9
    return XML_GetCurrentByteIndex64(m_parser);
#else
    return XML_GetCurrentByteIndex(m_parser);
#endif
}

qint64 XmlPass::eventEnd() const
{
#if XML_MAJOR_VERSION > 2 || XML_MINOR_VERSION >= 9
    return eventStart() + qint64(XML_GetCurrentByteCount64(m_parser));
#else
    return eventStart() + XML_GetCurrentByteCount(m_parser);
#endif
}

bool XmlPass::feed(std::span<const char> bytes, bool last, qint64 origin)
{
    if (m_refusal)
        return false;
    checkEncoding(bytes, last);
    m_fed += qint64(bytes.size());
    if (XML_Parse(m_parser, bytes.data(), int(bytes.size()), last) == XML_STATUS_ERROR && !m_refusal)
        m_refusal = parserError(origin);
    return !m_refusal;
}

void XmlPass::refuse(Error error)
{
    if (m_refusal)
        return;
    m_refusal = std::move(error);
    XML_StopParser(m_parser, XML_FALSE);
}

// To expat, what is not UTF-8 is one more invalid token; the difference matters to whoever has to repair the file.
void XmlPass::checkEncoding(std::span<const char> bytes, bool last)
{
    if (m_badUtf8 >= 0)
        return;
    const qint64 start = m_fed - qint64(m_cut.size());
    std::string joined;
    QByteArrayView text(bytes.data(), qsizetype(bytes.size()));
    if (!m_cut.empty()) {
        joined = m_cut + std::string(bytes.begin(), bytes.end());
        text = QByteArrayView(joined.data(), qsizetype(joined.size()));
    }
    std::string cut;
    if (const qint64 bad = findBadUtf8(text); bad >= 0) {
        const QByteArrayView rest = text.sliced(bad);
        const bool maybeCut = !last && rest.size() < 4 && static_cast<unsigned char>(rest[0]) >= 0xc2
                              && static_cast<unsigned char>(rest[0]) <= 0xf4
                              && std::all_of(rest.begin() + 1, rest.end(), [](char c) { return (c & 0xc0) == 0x80; });
        if (maybeCut)
            cut.assign(rest.data(), std::size_t(rest.size()));
        else
            m_badUtf8 = start + bad;
    }
    m_cut = std::move(cut);
}

Error XmlPass::parserError(qint64 origin) const
{
    const qint64 index = std::max<qint64>(0, eventStart());
    ErrorCode code = ErrorCode::InputNotWellFormed;
    switch (XML_GetErrorCode(m_parser)) {
    case XML_ERROR_NO_ELEMENTS:
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
    case XML_ERROR_PARTIAL_CHAR: code = ErrorCode::InputTruncated; break;
    case XML_ERROR_UNKNOWN_ENCODING:
    case XML_ERROR_INCORRECT_ENCODING: code = ErrorCode::InputWrongEncoding; break;
    case XML_ERROR_INVALID_TOKEN:
        if (m_badUtf8 >= 0 && m_badUtf8 <= index)
            return Error{ErrorCode::InputWrongEncoding, byteArgs(origin + m_badUtf8)};
        // A character cut off by the end of the chunk that can no longer become one: expat saw that at once.
        if (m_badUtf8 < 0 && !m_cut.empty() && m_fed - qint64(m_cut.size()) <= index)
            return Error{ErrorCode::InputWrongEncoding, byteArgs(origin + m_fed - qint64(m_cut.size()))};
        break;
    default: break;
    }
    return Error{code, byteArgs(origin + index)};
}

void XmlNamespaces::open(const char **attributes)
{
    ++m_depth;
    for (int i = 0; attributes[i]; i += 2) {
        const std::string_view name = attributes[i];
        if (name == "xmlns")
            m_declarations.push_back({m_depth, {}, attributes[i + 1]});
        else if (name.starts_with("xmlns:"))
            m_declarations.push_back({m_depth, std::string(name.substr(6)), attributes[i + 1]});
    }
}

void XmlNamespaces::close()
{
    while (!m_declarations.empty() && m_declarations.back().depth == m_depth)
        m_declarations.pop_back();
    --m_depth;
}

std::optional<std::string_view> XmlNamespaces::find(std::string_view prefix) const
{
    for (auto it = m_declarations.rbegin(); it != m_declarations.rend(); ++it) {
        if (it->prefix == prefix)
            return it->uri;
    }
    return {};
}

XmlName splitXmlName(const char *name)
{
    const std::string_view whole = name;
    const std::size_t colon = whole.find(':');
    if (colon == std::string_view::npos)
        return {{}, whole};
    return {whole.substr(0, colon), whole.substr(colon + 1)};
}

void appendXmlEscaped(std::string &out, std::string_view text)
{
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: out += c;
        }
    }
}

} // namespace Chartline::Fhir
