// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/PersonFeatures.h"
#include "ingest/ImportReport.h"
#include "ingest/InputWalker.h"
#include "services/BoundedQueue.h"
#include "services/ReadAhead.h"
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
    std::vector<PreparedRecord> records;
    QList<Refusal> refusals;
};
struct FileEnd
{ };
struct FileRefused
{
    Refusal refusal; // nothing of the file was handed over, except of a cancelled one
};
using Prepared = std::variant<FileBegin, RecordChunk, FileEnd, FileRefused>;
// Everything of one file, in its order; closed at its end. Holds a whole file that is read into memory.
using Lane = BoundedQueue<Prepared>;

// A file's own patients, by FHIR base ("" for none), and where the store may have it already the SHA-256 of its bytes:
// what the first pass finds out.
struct FileOutline
{
    QByteArray sha256; // empty where no file of this size is known
    QByteArray content; // the whole file, where it is small enough to be read into memory
    qint64 size = 0;
    QMap<QString, QList<PersonFeatures>> people;
    QSet<QString> names; // "urn:…" the file calls them by
};

// Reads files: finds the connector, hashes, keeps the bytes, maps the records. Usable from several threads at once.
class FilePreparer
{
public:
    // Up to this size a file is read into memory and committed whole.
    static constexpr qint64 wholeFileLimit = 16LL * 1024 * 1024;
    // Up to this size it is also mapped whole before it is handed on. A larger one is checked first and then handed on
    // piece by piece, so that mapping and writing overlap. Either way a refused file never reaches the writer.
    static constexpr qint64 onePieceLimit = 128LL * 1024;
    // Up to this size the verbatim bytes are a column of the row; above, a blob of its own.
    static constexpr qint64 inlineLimit = 256LL * 1024;
    static constexpr int recordsPerChunk = 128;

    FilePreparer(const BlobStore &blobs, const std::vector<std::shared_ptr<const Connector>> &connectors,
                 std::function<bool()> stop, std::function<void(qint64 bytes)> progress);

    // First pass. Nothing for a file no connector reads: the second pass says so.
    [[nodiscard]] Result<FileOutline> outline(InputItem &item, const QSet<qint64> &knownSizes) const;

    // Second pass, first part: what has to be done one file after the other. Fills the lane and returns nothing for a
    // file that is refused, known (`isKnown`: whether the store has these bytes already), or too large for memory.
    // `read`: what the first pass kept of the file.
    [[nodiscard]] std::optional<ReadAhead::File> read(InputItem &item, std::optional<ReadAhead::File> read,
                                                      const std::function<bool(const QByteArray &sha256)> &isKnown,
                                                      Lane &lane) const;
    // Second part: keeps and maps a file that is in memory.
    struct Place
    {
        QString path;
        QString group;
        QString root;
    };
    void map(const Place &place, ReadAhead::File read, Lane &lane) const;

private:
    [[nodiscard]] Result<const Connector *> connectorFor(QByteArrayView head, const QString &name) const;
    [[nodiscard]] Status mapWhole(const Place &place, ReadAhead::File read, Lane &lane) const;
    [[nodiscard]] Status readLarge(InputItem &item, QByteArray head, ByteStream &rest,
                                   const std::function<bool(const QByteArray &)> &isKnown, Lane &lane) const;
    void tellKnown(ReceivedFile file, Lane &lane) const;
    [[nodiscard]] bool cancelled() const { return m_stop(); }

    const BlobStore &m_blobs;
    const std::vector<std::shared_ptr<const Connector>> &m_connectors;
    std::function<bool()> m_stop; // asked often: the user cancelled, the vault is closing, or the writer failed
    std::function<void(qint64)> m_progress;
};

} // namespace Chartline
