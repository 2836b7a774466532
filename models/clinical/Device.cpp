// SPDX-License-Identifier: Apache-2.0
#include "clinical/Device.h"

#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

FactDraft Device::toFact() const
{
    FactDraft draft;
    draft.kind = FactKind::Device;
    draft.status = status;
    // When it was made says nothing about when the person got it, so the fact has no date.
    setTitle(draft, deviceType, narrative, u"Device"_s);
    if (deviceType.label().isEmpty())
        draft.title = titleOr(name.isEmpty() ? model : name, narrative, u"Device"_s);
    applyAbsence(draft, deviceType);
    for (const QString &part : {name, manufacturer, model, serialNumber, lotNumber, udi})
        addText(draft.body, part);
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
