// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fhir/InputWindow.h"
#include "fhir/RecordMaker.h"
#include "fhir/XmlSupport.h"

namespace Chartline::Fhir {

// Takes one XML document apart, as JsonSplitter does for JSON. What is not well-formed refuses the document as a whole:
// there is no certain place behind it.
class XmlSplitter final : private XmlPass
{
public:
    // `fragment`: the document is a slice of another one, which checked its namespaces.
    XmlSplitter(InputWindow &window, RecordMaker &maker, ReadContext &context, qint64 origin = 0, QString place = {},
                bool fragment = false);

    // Reads from the window's start to its end.
    [[nodiscard]] Status run();

private:
    void startElement(const char *name, const char **attributes) override;
    void endElement(const char *name) override;
    void startRoot(std::string_view local, bool known);
    void startInBundle(std::string_view local, bool known, const char **attributes);
    void handleEntry();
    void nested(const QString &where);
    [[nodiscard]] Status finishWhole();
    [[nodiscard]] QByteArrayView slice(const Span &span) const { return m_window.slice(span.offset, span.length); }
    [[nodiscard]] Span inFile(const Span &span) const { return {span.offset + m_origin, span.length}; }

    InputWindow &m_window;
    RecordMaker &m_maker;
    ReadContext &m_context;
    const qint64 m_origin;
    const QString m_place;
    const bool m_fragment;
    XmlNamespaces m_namespaces;
    int m_depth = 0;
    bool m_bundle = false;
    qint64 m_count = 0;
    Span m_root;
    // The entry being read; all in bytes of the window.
    bool m_inEntry = false;
    bool m_inResource = false;
    Span m_entry;
    Span m_resource;
    std::string m_resourceType;
    std::string m_fullUrl;
    bool m_known = false; // the resource is in FHIR's namespace
    bool m_hasEntries = false;
    int m_resources = 0;
};

} // namespace Chartline::Fhir
