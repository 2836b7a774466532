// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/MapWords.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;

namespace {

// The name people use, where several are given.
QString nameOf(const Node &resource)
{
    if (const Node &display = resource["displayName"]; !display.value().empty())
        return display.text();
    QString first;
    for (const std::string_view list : {"deviceName", "name"}) {
        for (const Node &element : resource.each(list)) {
            const QString name =
                element.value().empty() ? element.text(list == "name" ? "value" : "name") : element.text();
            const std::string_view kind = element["type"].value();
            if (kind == "user-friendly-name" || kind == "patient-reported-name")
                return name;
            if (first.isEmpty())
                first = name;
        }
    }
    return first.isEmpty() ? resource["udi"].text("name") : first;
}

// R4 udiCarrier, STU3 udi as a structure, DSTU2 udi as text.
QString udiOf(const Node &resource)
{
    const Node &udi = firstOf(resource, {"udiCarrier", "udi"});
    if (!udi.value().empty())
        return udi.text();
    const QString printed = udi.text("carrierHRF");
    return printed.isEmpty() ? udi.text("deviceIdentifier") : printed;
}

} // namespace

Value mapDevice(const Node &resource, MapContext &context)
{
    Device result;
    mapCommon(resource, context, result);
    result.status = status(resource, "status", context,
                           {"active", "inactive", "entered-in-error", "unknown", "available", "not-available"});
    result.deviceType = concept_(resource["type"]);
    result.name = nameOf(resource);
    result.manufacturer = resource.text("manufacturer");
    result.model = resource.text(resource.has("modelNumber") ? "modelNumber" : "model");
    result.serialNumber = resource.text("serialNumber");
    result.lotNumber = resource.text("lotNumber");
    result.udi = udiOf(resource);
    result.manufactureDate = date(resource["manufactureDate"], context);
    result.expirationDate = date(firstOf(resource, {"expirationDate", "expiry"}), context);
    return result;
}

} // namespace Chartline::Fhir
