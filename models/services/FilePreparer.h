// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/PersonFeatures.h"
#include "ingest/ImportReport.h"
#include "ingest/InputWalker.h"
#include "services/BoundedQueue.h"
#include "services/RecordWriter.h"
#include "services/Session.h"

namespace Chartline {

// What the preparing thread hands to the writing one.
struct FileBegin
{
    ReceivedFile file;
    bool known = false; // the store has the same bytes: nothing else follows but the end
};
struct RecordChunk
{
    std::vector<MappedRecord> records;
    QList<Refusal> refusals;
};
struct FileEnd
{ };
struct FileRefused
{
    Refusal refusal; // nothing of the file was handed over, except of a cancelled one
};
using Prepared = std::variant<FileBegin, RecordChunk, FileEnd, FileRefused>;

// A file's own patients, by FHIR base ("" for none), and the SHA-256 of its bytes: what the first pass finds out.
struct FileOutline
{
    QByteArray sha256;
    qint64 size = 0;
    QMap<QString, QList<PersonFeatures>> people;
    QSet<QString> names; // "urn:…" the file calls them by
};

// Reads files: finds the connector, hashes, keeps the bytes, maps the records. Stateless but for its helpers; one for
// each thread.
class FilePreparer
{
public:
    // Up to this size a file is read into memory and mapped whole, so that a refused one never reaches the writer.
    static constexpr qint64 wholeFileLimit = 16LL * 1024 * 1024;
    // Up to this size the verbatim bytes are a column of the row; above, a blob of its own.
    static constexpr qint64 inlineLimit = 256LL * 1024;
    static constexpr int recordsPerChunk = 512;

    FilePreparer(const BlobStore &blobs, const std::vector<std::shared_ptr<const Connector>> &connectors,
                 std::function<bool()> stop, std::function<void(qint64 bytes)> progress);

    // First pass. Nothing for a file no connector reads: the second pass says so.
    [[nodiscard]] Result<FileOutline> outline(InputItem &item) const;

    // Second pass. `isKnown`: whether the store has these bytes already.
    void prepare(InputItem &item, const std::function<bool(const QByteArray &sha256)> &isKnown,
                 BoundedQueue<Prepared> &out) const;

private:
    [[nodiscard]] Result<const Connector *> connectorFor(QByteArrayView head, const QString &name) const;
    [[nodiscard]] Status prepareWhole(InputItem &item, QByteArray content,
                                      const std::function<bool(const QByteArray &)> &isKnown,
                                      BoundedQueue<Prepared> &out) const;
    [[nodiscard]] Status prepareLarge(InputItem &item, QByteArray head, ByteStream &rest,
                                      const std::function<bool(const QByteArray &)> &isKnown,
                                      BoundedQueue<Prepared> &out) const;
    [[nodiscard]] bool cancelled() const { return m_stop(); }

    const BlobStore &m_blobs;
    const std::vector<std::shared_ptr<const Connector>> &m_connectors;
    std::function<bool()> m_stop; // asked often: the user cancelled, the vault is closing, or the writer failed
    std::function<void(qint64)> m_progress;
};

} // namespace Chartline
