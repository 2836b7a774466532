// SPDX-License-Identifier: Apache-2.0
// The XML reader: never crashes; what it takes as a document it also takes as a fragment, as the same tree.
#include "fhir/Readers.h"

#include <cstdint>
#include <cstdlib>

using namespace Chartline;
using namespace Chartline::Fhir;

namespace {

bool same(const Node &a, const Node &b)
{
    if (a.name() != b.name() || a.value() != b.value() || a.kind() != b.kind() || a.resourceType() != b.resourceType())
        return false;
    auto left = a.children().begin();
    auto right = b.children().begin();
    const auto end = a.children().end();
    for (; left != end && right != end; ++left, ++right) {
        if (!same(*left, *right))
            return false;
    }
    return !(left != end) && !(right != end);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    NodeTree document;
    NodeTree fragment;
    XmlReader reader;
    const Status first = reader.parse(bytes, document);
    const Status second = reader.parse(bytes, fragment, {.fragment = true});
    if (first && !second)
        std::abort();
    // Elements without a namespace are FHIR's only in a fragment; the document reports them instead.
    if (first && document.issues().isEmpty() && !same(document.root(), fragment.root()))
        std::abort();
    if (!first && !document.root().isMissing())
        std::abort();
    return 0;
}
