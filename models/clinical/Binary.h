// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// Raw content that another resource points to. Not a fact by itself.
struct Binary : Common
{
    Attachment content;

    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("content", content);
        visitCommonTail(v);
    }
    bool operator==(const Binary &) const = default;
};

} // namespace Chartline::Clinical
