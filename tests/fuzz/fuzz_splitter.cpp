// SPDX-License-Identifier: Apache-2.0
// The whole FHIR connector: never crashes, reads the same in any pieces, gives slices that read again as the same
// record, and takes from valid JSON exactly what a parse of the whole document finds.
#include "connectors/FhirReading.h"
#include "fhir/JsonCheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <source_location>

using namespace Chartline;

namespace {

// Names the line of what did not hold.
void require(bool condition, const std::source_location &place = std::source_location::current())
{
    if (condition)
        return;
    std::fprintf(stderr, "fuzz_splitter.cpp:%u does not hold\n", unsigned(place.line()));
    std::abort();
}

void checkAgainstWhole(QByteArrayView bytes, const Reading &reading)
{
    const QJsonObject root = QJsonDocument::fromJson(bytes.toByteArray()).object();
    if (root.value(QLatin1StringView("resourceType")) != QLatin1StringView("Bundle"))
        return;
    const QJsonArray entries = root.value(QLatin1StringView("entry")).toArray();
    for (const MappedRecord &record : reading.sink.records) {
        const QString where = record.source.where;
        if (!where.startsWith(QLatin1StringView("entry[")) || where.contains(QLatin1Char('.')))
            continue;
        const QJsonObject entry = entries.at(where.mid(6).chopped(1).toInt()).toObject();
        const QJsonValue resource = entry.value(QLatin1StringView("resource"));
        const QByteArray slice = bytes.sliced(record.source.offset, record.source.length).toByteArray();
        const QJsonObject own = QJsonDocument::fromJson(slice).object();
        require(own == (resource.isObject() ? resource.toObject() : entry));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const Fhir::FhirConnector connector;
    const Reading reading = readBytes(bytes, QStringLiteral("x.json"));
    require(readBytes(bytes, QStringLiteral("x.json"), ReadMode::Map, 7).lines() == reading.lines());
    static_cast<void>(readBytes(bytes, QStringLiteral("x.ndjson")));
    require(bool(readBytes(bytes, QStringLiteral("x.json"), ReadMode::People).status) || !reading.status);
    if (!reading.status)
        return 0;
    for (const MappedRecord &record : reading.sink.records) {
        require(record.source.offset >= 0 && record.source.offset + record.source.length <= bytes.size());
        const auto again = connector.map(bytes.sliced(record.source.offset, record.source.length), record.source);
        require(again.has_value());
        require(again->source.sha256 == record.source.sha256 && again->source.type == record.source.type
                && again->source.id == record.source.id && again->facts == record.facts
                && again->deleted == record.deleted);
    }
    // Qt keeps one of two equal keys, so only documents without refusals are compared.
    if (reading.sink.refusals.empty() && !Fhir::findJsonFault(bytes))
        checkAgainstWhole(bytes, reading);
    return 0;
}
