// SPDX-License-Identifier: Apache-2.0
#include "medications/SafetyCalls.h"

namespace Chartline::Ui {

SafetyCalls SafetyCalls::of(SafetyService &service)
{
    SafetyCalls calls;
    calls.review = [&service](PersonId person) { return service.review(person); };
    calls.tryDrug = [&service](PersonId person, const QString &name) { return service.tryDrug(person, name); };
    calls.completions = [&service](const QString &typed) { return service.completions(typed); };
    calls.acknowledge = [&service](PersonId person, const Safety::SafetyAlert &alert, const QString &reason,
                                   const QString &comment) {
        return service.acknowledge(person, alert, reason, comment);
    };
    calls.withdraw = [&service](PersonId person, const QString &alert) { return service.withdraw(person, alert); };
    calls.reasons = SafetyService::overrideReasons();
    return calls;
}

} // namespace Chartline::Ui
