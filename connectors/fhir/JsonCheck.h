// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"

#include <QByteArrayView>
#include <optional>

namespace Chartline::Fhir {

// The first place where text is not JSON (RFC 8259), and why.
struct JsonFault
{
    ErrorCode code = ErrorCode::InputNotWellFormed; // or InputTruncated, InputWrongEncoding
    qint64 offset = 0;
};

// Reads the whole text strictly. Only used to say truly what is wrong once the fast reader has refused something.
// Depth is not limited here.
[[nodiscard]] std::optional<JsonFault> findJsonFault(QByteArrayView text);

// The first byte that is not part of valid UTF-8; -1 where all is.
[[nodiscard]] qint64 findBadUtf8(QByteArrayView text);

// True for text of UTF-16 or UTF-32, by its byte order mark or by the zeros in its first characters.
[[nodiscard]] bool looksLikeWideText(QByteArrayView head);

// The grammar of RFC 8259, section 6.
[[nodiscard]] bool isJsonNumber(std::string_view text);

// Letters and digits, at most 64: what a resource type can be, in any version or profile of FHIR.
[[nodiscard]] bool isTypeName(std::string_view type);

// "byte 5120", as arguments of an error.
[[nodiscard]] QStringList byteArgs(qint64 offset);

} // namespace Chartline::Fhir
