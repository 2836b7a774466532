// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"

#include <memory>
#include <vector>

namespace Chartline {

class Connector;
class Session;

// Brings what the matcher knows up to date where the weights have changed, or a vault has none yet: reads the features
// of all identities again from their records and proposes anew. Links and decisions stay. At each unlock; nothing where
// nothing has changed, or where the vault cannot be written.
[[nodiscard]] Status rematchIfChanged(Session &session,
                                      const std::vector<std::shared_ptr<const Connector>> &connectors);

} // namespace Chartline
