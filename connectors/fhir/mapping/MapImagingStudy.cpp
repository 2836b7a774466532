// SPDX-License-Identifier: Apache-2.0
#include "fhir/mapping/MapElements.h"
#include "fhir/mapping/MapWords.h"
#include "fhir/mapping/Mappings.h"

namespace Chartline::Fhir {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

QString withoutUrn(const QString &uid)
{
    return uid.startsWith("urn:oid:"_L1) ? uid.mid(8) : uid;
}

int count(const Node &element)
{
    bool isNumber = false;
    const int value = QByteArrayView(element.value().data(), qsizetype(element.value().size())).toInt(&isNumber);
    return isNumber && value > 0 ? value : 0;
}

ImagingSeries seriesOf(const Node &element, MapContext &context)
{
    ImagingSeries result;
    result.uid = withoutUrn(element.text("uid"));
    result.number = element.text("number");
    result.modality = conceptFromAny(element["modality"]).primary();
    result.description = element.text("description");
    result.bodySite = conceptFromAny(element["bodySite"]).label();
    if (result.bodySite.isEmpty())
        result.bodySite = namedBy(element["bodySite"], context).text;
    result.laterality = conceptFromAny(element["laterality"]).label();
    result.started = date(element["started"], context, "series");
    result.numberOfInstances = count(element["numberOfInstances"]);
    return result;
}

// The study's UID is an identifier since R4 and an element of its own before.
void readIdentifiers(const Node &resource, ImagingStudy &result)
{
    result.studyInstanceUid = withoutUrn(resource.text("uid"));
    const auto addAccession = [&result](const Identifier &one) {
        if (!one.value.isEmpty() && !result.accessionNumbers.contains(one.value))
            result.accessionNumbers.append(one.value);
    };
    addAccession(identifier(resource["accession"]));
    for (const Identifier &one : std::as_const(result.identifiers)) {
        const bool isUid = one.system == "urn:dicom:uid"_L1 || one.value.startsWith("urn:oid:"_L1);
        if (isUid && result.studyInstanceUid.isEmpty())
            result.studyInstanceUid = withoutUrn(one.value);
        for (const Coding &coding : one.type.codings) {
            if (coding.code == "ACSN"_L1)
                addAccession(one);
        }
    }
}

} // namespace

Value mapImagingStudy(const Node &resource, MapContext &context)
{
    ImagingStudy result;
    mapCommon(resource, context, result);
    result.status = status(resource, "status", context,
                           {"registered", "available", "cancelled", "entered-in-error", "unknown", "inactive"});
    readIdentifiers(resource, result);
    for (const std::string_view name : {"modality", "modalityList"}) {
        for (const CodeableConcept &modality : concepts(resource, name))
            result.modalities.append(modality.primary());
    }
    result.started = date(resource["started"], context);
    result.description = resource.text("description");
    result.referrers = references(resource, "referrer", context);
    result.procedures = concepts(resource, "procedureCode");
    addConceptsOrNames(result.procedures, resource, "procedure", context);
    for (const Node &target : resource.each("procedureReference")) {
        if (CodeableConcept named = namedBy(target, context); !named.isEmpty())
            result.procedures.append(std::move(named));
    }
    result.reasons = concepts(resource, "reasonCode");
    addConceptsOrNames(result.reasons, resource, "reason", context);
    for (const Node &element : resource.each("series"))
        result.series.append(seriesOf(element, context));
    result.numberOfSeries = count(resource["numberOfSeries"]);
    result.numberOfInstances = count(resource["numberOfInstances"]);
    result.endpoints = references(resource, "endpoint", context);
    return result;
}

} // namespace Chartline::Fhir
