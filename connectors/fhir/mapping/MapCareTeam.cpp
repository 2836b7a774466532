// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/MapWords.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

Value mapCareTeam(const Node &resource, MapContext &context)
{
    CareTeam result;
    mapCommon(resource, context, result);
    result.status =
        status(resource, "status", context, {"proposed", "active", "suspended", "inactive", "entered-in-error"});
    result.categories = concepts(resource, "category");
    result.name = resource.text("name");
    result.period = period(resource["period"], context);
    for (const Node &participant : resource.each("participant")) {
        QString role;
        for (const CodeableConcept &one : concepts(participant, "role"))
            joinText(role, one.label(), u", ");
        Reference member = reference(participant["member"], context);
        QString text = roleAndName(role, member.label());
        // Somebody who has left the team has to be seen as such.
        const Period served = period(firstOf(participant, {"period", "coveragePeriod"}), context);
        if (!served.end.isEmpty())
            text += u" ("_s + served.label() + u')';
        if (!text.isEmpty())
            result.participants.append(text);
        if (!member.isEmpty())
            result.participantReferences.append(std::move(member));
    }
    return result;
}

} // namespace Chartline::Fhir
