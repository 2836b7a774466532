// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fhir/Node.h"
#include "ingest/SourceRecord.h"

#include <memory>
#include <memory_resource>

namespace Chartline::Fhir {

// Owns the nodes of one resource and the text they point to. Reused from record to record: clear() keeps the first
// block.
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
    // Nodes made since clear(). The readers refuse a resource of more than nodeLimit, as each costs far more memory
    // than its text.
    [[nodiscard]] int count() const { return m_count; }
    static constexpr int nodeLimit = 2'000'000;
    // Of a tree being built; nullptr where there is none. next(): the sibling behind `node`.
    [[nodiscard]] static Node *firstChild(Node *node) { return const_cast<Node *>(node->m_firstChild); }
    [[nodiscard]] static Node *lastChild(Node *node) { return node->m_lastChild; }
    [[nodiscard]] static Node *next(Node *node) { return const_cast<Node *>(node->m_next); }

    // What the reader met that has no place in the tree (text between elements, elements of other namespaces).
    void report(const QString &path, const QString &reason) { m_issues.append({path, reason}); }
    [[nodiscard]] const QList<MappingIssue> &issues() const { return m_issues; }

private:
    static constexpr std::size_t s_firstBlock = 256 * 1024;
    std::unique_ptr<std::byte[]> m_block;
    std::pmr::monotonic_buffer_resource m_arena;
    Node *m_root = nullptr;
    int m_count = 0;
    QList<MappingIssue> m_issues;
};

} // namespace Chartline::Fhir
