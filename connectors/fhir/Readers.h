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

// How bytes are to be taken.
struct ReadOptions
{
    enum class Root : quint8 {
        Resource,
        Entry, // an entry of a Bundle: need not have a resourceType, and may be one level deeper than its resource
    };
    Root root = Root::Resource;
    // Where the bytes start in their file; "byte N" in errors counts from the file's start.
    qint64 origin = 0;
    // JSON: at least 64 readable bytes follow, so that nothing has to be copied. The tree then also points into the
    // bytes.
    bool padded = false;
    // XML: a slice of a document whose namespace declarations stand outside it; names without one are FHIR's.
    bool fragment = false;
};

// Parses one JSON resource into a tree. Keeps its buffers from call to call; one for each thread.
// The tree's text is valid until the next parse or clear.
// Errors: InputEmpty, InputNotWellFormed, InputTruncated, InputWrongEncoding, InputDuplicateKey, InputTooDeep,
// InputTooLarge, InputNotHealthData (no resourceType), ResourceInvalid (more than 1000 members in one object).
class JsonReader
{
public:
    JsonReader();
    ~JsonReader();
    [[nodiscard]] Status parse(QByteArrayView bytes, NodeTree &tree, const ReadOptions &options = {});
    // Of the last error, from the start of the bytes; -1 where the error has no one place.
    [[nodiscard]] qint64 errorOffset() const;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

// The same for one XML resource (namespace http://hl7.org/fhir). Any DOCTYPE is refused before an entity could be
// declared. Errors: as for JSON (a repeated attribute is InputNotWellFormed), and InputHasDoctype.
class XmlReader
{
public:
    [[nodiscard]] Status parse(QByteArrayView bytes, NodeTree &tree, const ReadOptions &options = {});
};

} // namespace Chartline::Fhir
