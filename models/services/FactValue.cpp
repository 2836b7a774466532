// SPDX-License-Identifier: Apache-2.0
#include "services/FactValue.h"

#include "store/StudyStore.h"
#include "timeline/StudyProjector.h"

namespace Chartline {

Result<std::optional<Clinical::Value>> factValue(const BlobStore &blobs, Connection &db,
                                                 const std::vector<std::shared_ptr<const Connector>> &connectors,
                                                 const Witness &witness)
{
    if (witness.fact.index() == FactId::projectedIndex) {
        StudyStore studies(db);
        CHARTLINE_ASSIGN(const auto instance, studies.instance(witness.record));
        if (!instance)
            return std::nullopt;
        CHARTLINE_ASSIGN(const auto parts, studies.parts(witness.source, instance->header.studyUid));
        for (const ProjectedStudy &projected : projectStudy(parts)) {
            if (projected.first == witness.record)
                return Clinical::Value(projected.study);
        }
        return std::nullopt;
    }
    CHARTLINE_ASSIGN(MappedRecord mapped, remap(db, blobs, connectors, witness.record));
    const auto fact = qsizetype(witness.fact.index());
    const auto at =
        std::size_t(!mapped.factValues.isEmpty() ? mapped.factValues.value(fact, qsizetype(mapped.values.size()))
                    : mapped.instance            ? fact + 1
                                                 : 0);
    if (at >= mapped.values.size())
        return std::nullopt;
    return std::move(mapped.values[at]);
}

} // namespace Chartline
