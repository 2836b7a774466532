// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct XML_ParserStruct;

namespace Chartline::Fhir {

inline constexpr std::string_view fhirNamespace = "http://hl7.org/fhir";
inline constexpr std::string_view xhtmlNamespace = "http://www.w3.org/1999/xhtml";

// One run of expat over one document, always as UTF-8. A document type or another encoding ends it at once, so no
// entity is ever declared and nothing outside the document is ever asked for.
class XmlPass
{
public:
    XmlPass();
    virtual ~XmlPass();
    XmlPass(const XmlPass &) = delete;
    XmlPass &operator=(const XmlPass &) = delete;

    // The next bytes; false once the document is refused. `origin` is added to the places told in errors.
    [[nodiscard]] bool feed(std::span<const char> bytes, bool last, qint64 origin = 0);
    [[nodiscard]] const std::optional<Error> &refusal() const { return m_refusal; }

protected:
    virtual void startElement(const char *name, const char **attributes) = 0;
    virtual void endElement(const char *name) = 0;
    virtual void characters(std::string_view) { }

    void refuse(Error error);
    // The event being handled, in bytes from the document's start: its first byte, and the one behind it.
    [[nodiscard]] qint64 eventStart() const;
    [[nodiscard]] qint64 eventEnd() const;

private:
    struct Handlers;
    [[nodiscard]] Error parserError(qint64 origin) const;
    void checkEncoding(std::span<const char> bytes, bool last);

    XML_ParserStruct *m_parser = nullptr;
    qint64 m_fed = 0;
    std::string m_cut; // the start of a character that the last bytes ended in
    qint64 m_badUtf8 = -1; // the first byte that is not UTF-8
    std::optional<Error> m_refusal;
};

// The namespace declarations in scope. Done here, not by expat, so that a slice of a document can be read by itself.
class XmlNamespaces
{
public:
    void open(const char **attributes);
    void close();
    // The namespace of a prefix (empty: the default); nothing where it is not declared.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view prefix) const;

private:
    struct Declaration
    {
        int depth;
        std::string prefix;
        std::string uri;
    };
    std::vector<Declaration> m_declarations;
    int m_depth = 0;
};

struct XmlName
{
    std::string_view prefix;
    std::string_view local;
};
[[nodiscard]] XmlName splitXmlName(const char *name);

// The text as XML writes it, in an attribute or between tags.
void appendXmlEscaped(std::string &out, std::string_view text);

} // namespace Chartline::Fhir
