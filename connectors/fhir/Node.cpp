// SPDX-License-Identifier: Apache-2.0
#include "fhir/Node.h"

namespace Chartline::Fhir {

namespace {

const Node missingNode;

} // namespace

const Node &Node::operator[](std::string_view child) const
{
    for (const Node *node = m_firstChild; node; node = node->m_next) {
        if (node->m_name == child)
            return *node;
    }
    return missingNode;
}

Node::Choice Node::choice(std::string_view prefix) const
{
    for (const Node *node = m_firstChild; node; node = node->m_next) {
        const std::string_view name = node->m_name;
        if (name.size() > prefix.size() && name.starts_with(prefix) && name[prefix.size()] >= 'A'
            && name[prefix.size()] <= 'Z')
            return {node, name.substr(prefix.size())};
    }
    return {};
}

} // namespace Chartline::Fhir
