// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fhir/Node.h"
#include "ingest/SourceRecord.h"

namespace Chartline::Fhir {

// What a mapping may look at and where it reports, while one resource is read.
class MapContext
{
public:
    explicit MapContext(const Node &resource)
        : m_resource(resource)
    { }

    [[nodiscard]] const Node &resource() const { return m_resource; }
    // The contained resource "#id"; Missing where there is none.
    [[nodiscard]] const Node &contained(std::string_view reference) const;
    void report(const QString &path, const QString &reason) { m_issues.append({path, reason}); }
    [[nodiscard]] const QList<MappingIssue> &issues() const { return m_issues; }

private:
    const Node &m_resource;
    QList<MappingIssue> m_issues;
};

using MapFunction = Clinical::Value (*)(const Node &resource, MapContext &context);

// The mapping of a resource type (any FHIR version's name for it); nullptr where there is none and the record is only
// kept. DSTU2 to R5 are one mapping: each function takes whichever of the versions' elements is there.
[[nodiscard]] MapFunction mappingFor(std::string_view resourceType);

// Maps the parsed resource of `record` (whose source is already filled) into values, facts, subject and issues.
void mapResource(const Node &resource, MappedRecord &record);

} // namespace Chartline::Fhir
