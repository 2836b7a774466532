// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fhir/Node.h"

#include <memory_resource>

namespace Chartline::Fhir {

// Owns the nodes of one resource and the text they point to. Reused from record to record: clear() keeps the first block.
class NodeTree
{
public:
    NodeTree();
    NodeTree(const NodeTree &) = delete;
    NodeTree &operator=(const NodeTree &) = delete;

    void clear();
    // The root is the resource: resourceType() is its type.
    [[nodiscard]] const Node &root() const { return *m_root; }

    // For the readers. Text handed in is not copied unless `copy` is used.
    Node *setRoot(std::string_view resourceType);
    Node *append(Node *parent, std::string_view name, Node::Kind kind, std::string_view value = {});
    void setResourceType(Node *node, std::string_view type);
    void setValue(Node *node, Node::Kind kind, std::string_view value);
    [[nodiscard]] std::string_view copy(std::string_view text);

private:
    std::pmr::monotonic_buffer_resource m_arena;
    Node *m_root = nullptr;
};

} // namespace Chartline::Fhir
