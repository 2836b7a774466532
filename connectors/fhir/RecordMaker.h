// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fhir/Readers.h"
#include "ingest/Connector.h"

#include <openssl/evp.h>

namespace Chartline::Fhir {

// What the parts of one read share.
struct ReadContext
{
    RecordSink *sink = nullptr;
    ReadMode mode = ReadMode::Map;
    QString format;
    // The FHIR base of the last absolute fullUrl of the file.
    QString base;
    // Bundles in Bundles so far.
    int nesting = 0;

    // Only the pass that takes everything tells what it could not take.
    void refuse(const QString &where, const Error &error) const
    {
        if (mode == ReadMode::Map)
            sink->refuse(where, error);
    }
};
inline constexpr int nestingLimit = 8;

// A part of a file, in bytes from the file's start.
struct Span
{
    qint64 offset = 0;
    qint64 length = 0;
};

// Turns slices of a file into records: parses, hashes, reads what names the record, maps, and hands them to the sink.
// Keeps its buffers from slice to slice; one for each read.
class RecordMaker
{
public:
    RecordMaker();
    ~RecordMaker();
    RecordMaker(const RecordMaker &) = delete;
    RecordMaker &operator=(const RecordMaker &) = delete;

    [[nodiscard]] JsonReader &json() { return m_json; }
    [[nodiscard]] XmlReader &xml() { return m_xml; }
    [[nodiscard]] NodeTree &tree() { return m_tree; }

    // Parses the bytes at `span`. XML is read as a fragment.
    [[nodiscard]] Status parse(QByteArrayView bytes, const Span &span, const QString &format, ReadOptions::Root root);

    // The parsed tree is a resource of its own.
    void resource(QByteArrayView bytes, const Span &span, const QString &where, ReadContext &context);
    // The parsed tree is an entry; `resource` is where its resource stands (length 0: it has none).
    void entry(QByteArrayView bytes, const Span &span, const Span &resource, const QString &where,
               ReadContext &context);

    // For a record opened again: what `stored` does not know comes from the bytes.
    [[nodiscard]] Result<MappedRecord> again(QByteArrayView bytes, const SourceRecord &stored);

private:
    [[nodiscard]] QByteArray digest(QByteArrayView bytes);
    void finish(const Node &resource, MappedRecord &record, const QString &where, ReadContext &context);

    JsonReader m_json;
    XmlReader m_xml;
    NodeTree m_tree;
    EVP_MD *m_sha256 = nullptr;
    EVP_MD_CTX *m_hash = nullptr;
};

// <base> of an absolute http(s) URL <base>/<Type>/<id>; empty where it has another shape.
[[nodiscard]] QString baseOfUrl(QStringView fullUrl);

// Where nested places are named: "" + entry[3] → "entry[3]", "line 7" + entry[0] → "line 7.entry[0]".
[[nodiscard]] QString entryPlace(const QString &parent, qint64 index);

} // namespace Chartline::Fhir
