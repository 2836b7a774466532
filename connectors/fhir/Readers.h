// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "fhir/NodeTree.h"

#include <QByteArrayView>
#include <memory>

namespace Chartline::Fhir {

inline constexpr int jsonDepthLimit = 64;
inline constexpr int xmlDepthLimit = 128;
// The largest single resource taken (a Binary with an inline document is the largest there is).
inline constexpr qint64 resourceSizeLimit = 128LL * 1024 * 1024;

// Parses one JSON resource into a tree. Keeps its buffers from call to call; one for each thread.
// The tree's text is valid until the next parse or clear.
// Errors: InputNotWellFormed, InputTruncated, InputWrongEncoding, InputDuplicateKey, InputTooDeep, InputTooLarge,
// InputNotHealthData (no resourceType).
class JsonReader
{
public:
    JsonReader();
    ~JsonReader();
    [[nodiscard]] Status parse(QByteArrayView bytes, NodeTree &tree);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

// The same for one XML resource (namespace http://hl7.org/fhir). Any DOCTYPE is refused before an entity could be declared.
// Errors: as for JSON, and InputHasDoctype.
class XmlReader
{
public:
    [[nodiscard]] Status parse(QByteArrayView bytes, NodeTree &tree);
};

} // namespace Chartline::Fhir
