// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

Value mapPatient(const Node &resource, MapContext &context)
{
    Patient result;
    mapCommon(resource, context, result);
    // The record is about itself: "subject" and the like name nobody else here.
    result.subject = {};
    result.active = resource["active"].value() != "false";
    result.names = humanNames(resource, "name");
    result.gender = codeOrConcept(resource["gender"]);
    result.birthDate = date(resource["birthDate"], context);
    const When deceased = when(resource, "deceased", context);
    result.deceasedDate = deceased.period.start;
    result.deceased = deceased.given || !deceased.period.isEmpty();
    result.telecom = contactPoints(resource, "telecom");
    result.addresses = addresses(resource, "address");
    result.maritalStatus = concept_(resource["maritalStatus"]);
    for (const Node &communication : resource.each("communication")) {
        // Before DSTU2 the language itself stood here.
        const Node &language = communication["language"];
        CodeableConcept value = concept_(language ? language : communication);
        if (!value.isEmpty())
            result.languages.append(std::move(value));
    }
    result.managingOrganization = reference(resource["managingOrganization"], context);
    result.generalPractitioners = references(resource, "generalPractitioner", context);
    result.generalPractitioners += references(resource, "careProvider", context); // DSTU2
    for (const Node &link : resource.each("link")) {
        const QString target = reference(link["other"], context).label();
        if (!target.isEmpty())
            result.linkedTo.append((link.text("type") + u' ' + target).trimmed());
    }
    return result;
}

} // namespace Chartline::Fhir
