// SPDX-License-Identifier: Apache-2.0
#include "fhir/NodeTree.h"

#include <cstring>
#include <new>

namespace Chartline::Fhir {

NodeTree::NodeTree()
    : m_block(new std::byte[s_firstBlock])
    , m_arena(m_block.get(), s_firstBlock)
{
    m_root = setRoot({});
    m_root->m_kind = Node::Kind::Missing;
}

void NodeTree::clear()
{
    m_arena.release();
    m_count = 0;
    m_issues.clear();
    m_root = setRoot({});
    m_root->m_kind = Node::Kind::Missing;
}

Node *NodeTree::setRoot(std::string_view resourceType)
{
    m_root = append(nullptr, {}, Node::Kind::Object);
    m_root->m_resourceType = resourceType;
    return m_root;
}

Node *NodeTree::append(Node *parent, std::string_view name, Node::Kind kind, std::string_view value)
{
    Node *node = new (m_arena.allocate(sizeof(Node), alignof(Node))) Node;
    ++m_count;
    node->m_name = name;
    node->m_kind = kind;
    node->m_value = value;
    if (parent) {
        if (parent->m_lastChild)
            parent->m_lastChild->m_next = node;
        else
            parent->m_firstChild = node;
        parent->m_lastChild = node;
    }
    return node;
}

void NodeTree::setResourceType(Node *node, std::string_view type)
{
    node->m_resourceType = type;
}

void NodeTree::setValue(Node *node, Node::Kind kind, std::string_view value)
{
    node->m_kind = kind;
    node->m_value = value;
}

std::string_view NodeTree::copy(std::string_view text)
{
    if (text.empty())
        return {};
    char *place = static_cast<char *>(m_arena.allocate(text.size(), 1));
    std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
}

} // namespace Chartline::Fhir
