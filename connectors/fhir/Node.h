// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <string_view>

namespace Chartline::Fhir {

// One element of a FHIR resource, the same for JSON and XML, so that each mapping is written once.
//
// Repeating elements are siblings of the same name in order (a JSON array is flattened; null entries of an array keep
// their place as Kind::Null). A primitive has `value`; its id and extensions, in JSON the "_name" sibling, are its
// children, as in XML. A number keeps the text of its source. In XML every value is Kind::String, whatever its type.
// XHTML narrative ("div") is one node whose value is its markup. For contained resources and entries the child of
// "contained"/"resource" is the resource itself: a node with `resourceType` set. Nodes live in the NodeTree's arena and
// are never changed once built.
class Node
{
public:
    enum class Kind : quint8 { Missing, Null, String, Number, Boolean, Object };

    class Iterator
    {
    public:
        Iterator(const Node *node, std::string_view name)
            : m_node(node)
            , m_name(name)
        {
            skip();
        }
        const Node &operator*() const { return *m_node; }
        const Node *operator->() const { return m_node; }
        Iterator &operator++()
        {
            m_node = m_node->m_next;
            skip();
            return *this;
        }
        bool operator!=(const Iterator &other) const { return m_node != other.m_node; }

    private:
        void skip()
        {
            while (m_node && !m_name.empty() && m_node->m_name != m_name)
                m_node = m_node->m_next;
        }
        const Node *m_node;
        std::string_view m_name;
    };

    struct Range
    {
        const Node *first;
        std::string_view name;
        Iterator begin() const { return {first, name}; }
        Iterator end() const { return {nullptr, {}}; }
    };

    // A choice element: for choice("value") on valueQuantity, node is the element and type "Quantity".
    struct Choice
    {
        const Node *node = nullptr;
        std::string_view type;
        explicit operator bool() const { return node != nullptr; }
    };

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isMissing() const { return m_kind == Kind::Missing; }
    explicit operator bool() const { return m_kind != Kind::Missing && m_kind != Kind::Null; }
    [[nodiscard]] std::string_view name() const { return m_name; }
    [[nodiscard]] std::string_view value() const { return m_value; }
    [[nodiscard]] std::string_view resourceType() const { return m_resourceType; }
    [[nodiscard]] QString text() const { return QString::fromUtf8(m_value.data(), qsizetype(m_value.size())); }
    [[nodiscard]] bool isTrue() const { return m_value == "true"; }

    // The first child of that name; a Missing node where there is none, so that lookups can be chained.
    [[nodiscard]] const Node &operator[](std::string_view child) const;
    [[nodiscard]] Range each(std::string_view child) const { return {m_firstChild, child}; }
    [[nodiscard]] Range children() const { return {m_firstChild, {}}; }
    [[nodiscard]] bool has(std::string_view child) const { return bool((*this)[child]); }
    [[nodiscard]] QString text(std::string_view child) const { return (*this)[child].text(); }
    // The child named `prefix` + an upper-case type name, if any.
    [[nodiscard]] Choice choice(std::string_view prefix) const;

private:
    friend class NodeTree;
    std::string_view m_name;
    std::string_view m_value;
    std::string_view m_resourceType;
    const Node *m_firstChild = nullptr;
    const Node *m_next = nullptr;
    Node *m_lastChild = nullptr;
    Kind m_kind = Kind::Missing;
};

} // namespace Chartline::Fhir
