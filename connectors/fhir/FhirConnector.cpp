// SPDX-License-Identifier: Apache-2.0
#include "fhir/FhirConnector.h"

#include "fhir/BundleSplitter.h"
#include "fhir/JsonCheck.h"

namespace Chartline::Fhir {

ConnectorInfo FhirConnector::info() const
{
    return {.id = QStringLiteral("fhir"), .name = QStringLiteral("FHIR"), .mapperVersion = 3};
}

Sniff FhirConnector::sniff(QByteArrayView head, const QString &name) const
{
    const auto named = [&](const char *suffix) {
        return name.endsWith(QLatin1StringView(suffix), Qt::CaseInsensitive);
    };
    const bool byName = named(".json") || named(".xml") || named(".ndjson") || named(".jsonl");
    // Not readable as it is, but the refusal can say why.
    if (looksLikeWideText(head))
        return byName ? Sniff::Maybe : Sniff::No;
    if (head.startsWith("\xef\xbb\xbf"))
        head = head.sliced(3);
    head = head.trimmed();
    if (head.isEmpty())
        return byName ? Sniff::Maybe : Sniff::No;
    if (head.front() == '<') {
        if (head.contains(QByteArrayView("http://hl7.org/fhir\""))
            || head.contains(QByteArrayView("http://hl7.org/fhir'")))
            return Sniff::Yes;
        return Sniff::Maybe;
    }
    if (head.front() == '{')
        return head.contains(QByteArrayView("\"resourceType\"")) ? Sniff::Yes : Sniff::Maybe;
    return byName ? Sniff::Maybe : Sniff::No;
}

Status FhirConnector::read(ByteStream &input, const QString &name, ReadMode mode, RecordSink &sink) const
{
    return BundleSplitter(input, name, mode, sink).run();
}

Result<MappedRecord> FhirConnector::map(QByteArrayView bytes, const SourceRecord &stored) const
{
    RecordMaker maker;
    return maker.again(bytes, stored);
}

} // namespace Chartline::Fhir
