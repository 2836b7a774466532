// SPDX-License-Identifier: Apache-2.0
#include "shell/IntendedUse.h"

namespace Chartline::Ui {

QStringList IntendedUse::statements()
{
    return {
        tr("For reviewing records that other systems hold, by clinicians. It changes nothing in those systems."),
        tr("Not for primary image diagnosis."),
        tr("Alerts and summaries support clinical judgement. They never replace it, and their absence means nothing: "
           "what has "
           "not been received cannot be shown."),
        tr("Every fact opens the source it came from. When in doubt, read the source."),
    };
}

} // namespace Chartline::Ui
