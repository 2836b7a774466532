// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Chartline {

// The folder whose files share ids, for a file in `folder` (absolute): the first one upwards that is not named like a
// FHIR resource type, as exports are often split into Patient/, Observation/…
[[nodiscard]] QString groupOfFolder(const QString &folder);

// Leftovers of operating systems that never hold anything of the person's own (.DS_Store, ._name, __MACOSX, Thumbs.db,
// desktop.ini).
[[nodiscard]] bool isSystemLitter(const QString &name);

} // namespace Chartline
