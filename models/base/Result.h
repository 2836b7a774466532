// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Error.h"

#include <expected>

namespace Chartline {

// The value, or the one error that kept it from being made.
template<typename T>
using Result = std::expected<T, Error>;

using Status = Result<void>;

[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, QStringList args = {})
{
    return std::unexpected<Error>(Error{code, std::move(args)});
}

} // namespace Chartline

// Leaves the function with the error of EXPRESSION, a Status or Result<T> whose value is not needed.
#define CHARTLINE_TRY(EXPRESSION) \
    do { \
        if (auto chartlineTry = (EXPRESSION); !chartlineTry) \
            return std::unexpected<::Chartline::Error>(std::move(chartlineTry).error()); \
    } while (false)

// NOLINTBEGIN(bugprone-macro-parentheses): names and declarations cannot stand in parentheses
#define CHARTLINE_CONCAT_(A, B) A##B
#define CHARTLINE_CONCAT(A, B) CHARTLINE_CONCAT_(A, B)
#define CHARTLINE_ASSIGN_(NAME, DECLARATION, EXPRESSION) \
    auto NAME = (EXPRESSION); \
    if (!NAME) \
        return std::unexpected<::Chartline::Error>(std::move(NAME).error()); \
    DECLARATION = std::move(*NAME)
// NOLINTEND(bugprone-macro-parentheses)

// CHARTLINE_ASSIGN(const auto rows, query()): declares rows from a Result<T>, or leaves with its error.
#define CHARTLINE_ASSIGN(DECLARATION, EXPRESSION) \
    CHARTLINE_ASSIGN_(CHARTLINE_CONCAT(chartlineResult, __LINE__), DECLARATION, EXPRESSION)
