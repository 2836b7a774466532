// SPDX-License-Identifier: Apache-2.0
// The JSON reader: never crashes, and agrees with the strict check and with Qt's own parser about what is JSON.
#include "fhir/JsonCheck.h"
#include "fhir/Readers.h"

#include <QJsonDocument>
#include <cstdint>
#include <cstdlib>

using namespace Chartline;
using namespace Chartline::Fhir;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    NodeTree tree;
    JsonReader reader;
    const Status status = reader.parse(bytes, tree);
    const QByteArrayView text = bytes.startsWith("\xef\xbb\xbf") ? bytes.sliced(3) : bytes;
    const auto fault = findJsonFault(text);
    if (status && fault)
        std::abort();
    if (!status && !fault && status.error().code == ErrorCode::InputNotWellFormed)
        std::abort();
    if (status) {
        QJsonParseError error;
        static_cast<void>(QJsonDocument::fromJson(text.toByteArray(), &error));
        // Qt refuses numbers and depths it cannot hold; nothing else.
        if (error.error != QJsonParseError::NoError && error.error != QJsonParseError::DeepNesting
            && error.error != QJsonParseError::IllegalNumber && error.error != QJsonParseError::DocumentTooLarge)
            std::abort();
        if (tree.root().resourceType().empty())
            std::abort();
    } else if (!tree.root().isMissing()) {
        std::abort();
    }
    return 0;
}
