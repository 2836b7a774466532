// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/Connector.h"
#include "services/Session.h"
#include "store/Verifier.h"

namespace Chartline {

// Makes every derived fact again from the verbatim records and compares with what is stored: a line for each
// difference, naming ids only. The timeline is right where there is none.
[[nodiscard]] Result<QStringList> compareRebuilt(Session &session, Connection &db,
                                                 const std::vector<std::shared_ptr<const Connector>> &connectors);

// Makes every derived fact anew from the verbatim records, in one transaction.
[[nodiscard]] Status rebuildFacts(Session &session, Connection &db,
                                  const std::vector<std::shared_ptr<const Connector>> &connectors);

// The same, only where a connector reads more or better than the version that made the facts. For the writer thread or
// before any other work.
[[nodiscard]] Status rebuildIfMapperChanged(Session &session,
                                            const std::vector<std::shared_ptr<const Connector>> &connectors);

// Everything `chartline verify` checks.
[[nodiscard]] Result<VerifyReport> verifyAll(Session &session, Connection &db,
                                             const std::vector<std::shared_ptr<const Connector>> &connectors);

} // namespace Chartline
