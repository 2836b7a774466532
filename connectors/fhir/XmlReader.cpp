// SPDX-License-Identifier: Apache-2.0
#include "fhir/JsonCheck.h"
#include "fhir/Readers.h"
#include "fhir/XmlSupport.h"

namespace Chartline::Fhir {

namespace {

bool isResourceName(std::string_view name)
{
    return !name.empty() && name.front() >= 'A' && name.front() <= 'Z';
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

class TreeBuilder final : public XmlPass
{
public:
    TreeBuilder(NodeTree &tree, const ReadOptions &options)
        : m_tree(tree)
        , m_options(options)
        , m_depthLimit(xmlDepthLimit + (options.root == ReadOptions::Root::Entry ? 2 : 0))
    { }

private:
    struct Level
    {
        Node *node = nullptr;
        // The element that stands for a resource inside "contained" or "resource": it shares its parent's node.
        bool shared = false;
    };

    void startElement(const char *rawName, const char **attributes) override
    {
        m_namespaces.open(attributes);
        if (int(m_levels.size()) + m_markupDepth + m_skipped + 1 > m_depthLimit)
            return refuse({ErrorCode::InputTooDeep, {QString::number(xmlDepthLimit)}});
        if (m_tree.count() >= NodeTree::nodeLimit)
            return refuse({ErrorCode::InputTooLarge, {QString::number(resourceSizeLimit)}});
        if (m_skipped > 0) {
            ++m_skipped;
        } else if (m_markupDepth > 0) {
            ++m_markupDepth;
            openMarkup(rawName, attributes);
        } else if (m_levels.empty()) {
            startRoot(rawName, attributes);
        } else {
            startChild(rawName, attributes);
        }
    }

    void startRoot(const char *rawName, const char **attributes)
    {
        const auto [prefix, local] = splitXmlName(rawName);
        const auto uri = m_namespaces.find(prefix);
        const bool named = m_options.root == ReadOptions::Root::Entry || (isResourceName(local) && isTypeName(local));
        if (!named || (uri ? *uri != fhirNamespace : !m_options.fragment))
            return refuse({ErrorCode::InputNotHealthData, {}});
        Node *root = m_tree.setRoot(isResourceName(local) ? m_tree.copy(local) : std::string_view());
        addAttributes(root, attributes);
        m_levels.push_back({root, false});
    }

    void startChild(const char *rawName, const char **attributes)
    {
        const auto [prefix, local] = splitXmlName(rawName);
        const auto uri = m_namespaces.find(prefix);
        Level &parent = m_levels.back();
        if (local == "div" && (uri ? *uri == xhtmlNamespace : m_options.fragment)) {
            m_markupDepth = 1;
            m_markup.clear();
            openMarkup(rawName, attributes);
            return;
        }
        if (uri ? *uri != fhirNamespace : !m_options.fragment) {
            m_tree.report(path(), QStringLiteral("foreign-element"));
            m_skipped = 1;
            return;
        }
        if (isResourceName(local) && !parent.shared && parent.node != &m_tree.root()) {
            Node *node = parent.node;
            // Two resources in one "contained": each gets a node of its own.
            if (!node->resourceType().empty() && m_levels.size() >= 2)
                node = m_tree.append(m_levels[m_levels.size() - 2].node, node->name(), Node::Kind::Object);
            m_tree.setResourceType(node, m_tree.copy(local));
            addAttributes(node, attributes);
            m_levels.push_back({node, true});
            return;
        }
        Node *node = m_tree.append(parent.node, m_tree.copy(local), Node::Kind::Object);
        addAttributes(node, attributes);
        m_levels.push_back({node, false});
    }

    void addAttributes(Node *node, const char **attributes)
    {
        for (int i = 0; attributes[i]; i += 2) {
            const std::string_view name = attributes[i];
            const std::string_view value = attributes[i + 1];
            if (name == "value")
                m_tree.setValue(node, Node::Kind::String, m_tree.copy(value));
            else if (name.find(':') == std::string_view::npos && name != "xmlns")
                m_tree.append(node, m_tree.copy(name), Node::Kind::String, m_tree.copy(value));
        }
    }

    void endElement(const char *rawName) override
    {
        m_namespaces.close();
        if (m_skipped > 0) {
            --m_skipped;
        } else if (m_markupDepth > 0) {
            closeTag();
            m_markup += "</";
            m_markup += rawName;
            m_markup += '>';
            if (--m_markupDepth == 0)
                m_tree.append(m_levels.back().node, "div", Node::Kind::String, m_tree.copy(m_markup));
        } else {
            m_levels.pop_back();
        }
    }

    void characters(std::string_view text) override
    {
        if (m_skipped > 0)
            return;
        if (m_markupDepth > 0) {
            closeTag();
            appendXmlEscaped(m_markup, text);
        } else if (!m_strayText && !isBlank(text)) {
            // FHIR has no text between elements: it stays in the verbatim bytes, and the report says so.
            m_strayText = true;
            m_tree.report(path(), QStringLiteral("text-between-elements"));
        }
    }

    void openMarkup(const char *rawName, const char **attributes)
    {
        closeTag();
        m_markup += '<';
        m_markup += rawName;
        for (int i = 0; attributes[i]; i += 2) {
            m_markup += ' ';
            m_markup += attributes[i];
            m_markup += "=\"";
            appendXmlEscaped(m_markup, attributes[i + 1]);
            m_markup += '"';
        }
        m_tagOpen = true;
    }

    void closeTag()
    {
        if (m_tagOpen)
            m_markup += '>';
        m_tagOpen = false;
    }

    // "Observation.code.coding": names of elements FHIR knows or that the sender made up, never their contents.
    [[nodiscard]] QString path() const
    {
        QString text =
            QString::fromUtf8(m_tree.root().resourceType().data(), qsizetype(m_tree.root().resourceType().size()));
        for (const Level &level : m_levels) {
            if (!level.shared && !level.node->name().empty())
                text += QLatin1Char('.')
                        + QString::fromUtf8(level.node->name().data(), qsizetype(level.node->name().size()));
        }
        return text;
    }

    NodeTree &m_tree;
    const ReadOptions &m_options;
    const int m_depthLimit;
    XmlNamespaces m_namespaces;
    std::vector<Level> m_levels;
    std::string m_markup;
    int m_markupDepth = 0;
    int m_skipped = 0;
    bool m_tagOpen = false;
    bool m_strayText = false;
};

} // namespace

Status XmlReader::parse(QByteArrayView bytes, NodeTree &tree, const ReadOptions &options)
{
    tree.clear();
    if (bytes.size() > resourceSizeLimit + 1024 * 1024)
        return fail(ErrorCode::InputTooLarge, {QString::number(resourceSizeLimit)});
    if (looksLikeWideText(bytes.first(std::min<qsizetype>(4, bytes.size()))))
        return fail(ErrorCode::InputWrongEncoding, byteArgs(options.origin));
    if (bytes.trimmed().isEmpty() || bytes == QByteArrayView("\xef\xbb\xbf"))
        return fail(ErrorCode::InputEmpty);
    TreeBuilder builder(tree, options);
    if (!builder.feed({bytes.data(), std::size_t(bytes.size())}, true, options.origin)) {
        Error error = *builder.refusal();
        tree.clear();
        return std::unexpected(std::move(error));
    }
    return {};
}

} // namespace Chartline::Fhir
