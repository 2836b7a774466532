// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/SourceRecord.h"

#include <span>

namespace Chartline {

// Bytes of one input, read from front to back.
class ByteStream
{
public:
    virtual ~ByteStream() = default;
    // Fills up to buffer.size() bytes; 0 at the end.
    [[nodiscard]] virtual Result<qint64> read(std::span<char> buffer) = 0;
    // Total size in bytes where known, else -1.
    [[nodiscard]] virtual qint64 size() const = 0;
};

// Where a connector puts what it reads, in the order of the file.
class RecordSink
{
public:
    virtual ~RecordSink() = default;
    virtual void accept(MappedRecord &&record) = 0;
    // One record of the file is refused; the rest goes on. `where` as in SourceRecord::where.
    virtual void refuse(const QString &where, const Error &error) = 0;
    // Bytes consumed so far. False: the user cancelled; the connector returns ErrorCode::Cancelled soon.
    [[nodiscard]] virtual bool advance(qint64 bytes) = 0;
};

// What a connector is asked to do with a file.
enum class ReadMode : quint8 {
    Map, // everything
    People, // only the Patient records (found cheaply); used to keep sources with clashing ids apart
    Check, // only whether the file as a whole is sound (complete, well-formed envelope); nothing is accepted
};

enum class Sniff : quint8 { No, Maybe, Yes };

struct ConnectorInfo
{
    QString id; // "fhir"
    QString name; // "FHIR"
    // Raised whenever the meaning read from the same bytes changes; the store then rebuilds what it derived.
    int mapperVersion = 1;
    // Its ids are unique in the world: files are of one source by what was chosen together, not by their folder.
    bool worldwideIds = false;
};

// Reads one family of formats. Stateless and usable from several threads at once.
class Connector
{
public:
    virtual ~Connector() = default;
    [[nodiscard]] virtual ConnectorInfo info() const = 0;
    // From the first bytes (up to 64 KiB; the whole file if it is smaller) and the file's name. Cheap.
    [[nodiscard]] virtual Sniff sniff(QByteArrayView head, const QString &name) const = 0;
    // Reads a whole input. An error means that the file as a whole is refused, and the caller takes back what the sink
    // was given.
    [[nodiscard]] virtual Status read(ByteStream &input, const QString &name, ReadMode mode,
                                      RecordSink &sink) const = 0;
    // Reads one stored record again, from its verbatim slice. `stored` has what the import knew (fullUrl, base,
    // format).
    [[nodiscard]] virtual Result<MappedRecord> map(QByteArrayView bytes, const SourceRecord &stored) const = 0;
};

} // namespace Chartline
