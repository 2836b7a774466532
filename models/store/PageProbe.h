// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace Chartline {

// The name under which a Connection keeps a statement that asks for one page; see Statement.cpp.
inline constexpr char pageProbeName[] = "chartline-page-probe";
inline constexpr char pageProbeSql[] = "SELECT 1 FROM sqlite_master LIMIT 1";

} // namespace Chartline
