// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/Connector.h"

namespace Chartline::Fhir {

// FHIR files: single resources, Bundles of every type, NDJSON; JSON and XML; DSTU2, STU3, R4, R4B, R5.
class FhirConnector final : public Connector
{
public:
    [[nodiscard]] ConnectorInfo info() const override;
    [[nodiscard]] Sniff sniff(QByteArrayView head, const QString &name) const override;
    [[nodiscard]] Status read(ByteStream &input, const QString &name, ReadMode mode, RecordSink &sink) const override;
    [[nodiscard]] Result<MappedRecord> map(QByteArrayView bytes, const SourceRecord &stored) const override;
};

} // namespace Chartline::Fhir
