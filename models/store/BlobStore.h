// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/BlobReader.h"
#include "store/BlobWriter.h"

#include <QSet>
#include <memory>
#include <vector>

namespace Chartline {

// The encrypted files of a vault (pixels, PDFs, attachments): `blobs/ab/cdef…`, each under the name of its content.
// See BlobFormat for what is on disk. Its functions are const and safe from several threads; the vault's lock must be
// held, since opening takes away what an interrupted write left in `blobs/tmp`.
//
// A blob that is on disk but in no row of the store is harmless (an import that was killed): write blobs first, the
// rows after, and removeOrphans() when nothing is being written.
class BlobStore
{
public:
    // `folder`: the `blobs` folder itself, made when it is not there. On a disk that cannot be written to the store
    // opens for reading, and begin() says why it cannot write.
    [[nodiscard]] static Result<std::unique_ptr<BlobStore>> open(const QString &folder, SecureBytes blobsKey,
                                                                 SecureBytes nameKey);
    BlobStore(const BlobStore &) = delete;
    BlobStore &operator=(const BlobStore &) = delete;

    // DiskFull, ReadOnlyFileSystem, FileNotWritable, IoFailed {path}; so do append() and finish() of the writer.
    [[nodiscard]] Result<std::unique_ptr<BlobWriter>> begin() const;
    // A blob in one piece.
    [[nodiscard]] Result<BlobName> put(QByteArrayView content) const;

    // See BlobReader for the errors.
    [[nodiscard]] Result<BlobReader> openBlob(const BlobName &name) const;
    [[nodiscard]] bool contains(const BlobName &name) const;
    // The name this content would have, without storing it.
    [[nodiscard]] Result<BlobName> nameFor(QByteArrayView content) const;

    // Reads every chunk and checks that the content still makes the name.
    [[nodiscard]] Status verify(const BlobName &name) const;
    // All blobs, sorted by name. Files with other names are not listed.
    [[nodiscard]] Result<std::vector<BlobName>> list() const;
    // BlobMissing {name}.
    [[nodiscard]] Status remove(const BlobName &name) const;
    // Removes every blob not in `keep`: how many.
    [[nodiscard]] Result<int> removeOrphans(const QSet<BlobName> &keep) const;

    [[nodiscard]] QString pathOf(const BlobName &name) const;

private:
    friend class BlobWriter;
    BlobStore(QString folder, SecureBytes blobsKey, SecureBytes nameKey);
    [[nodiscard]] static BlobName nameOf(const Crypto::Digest &digest);
    [[nodiscard]] const SecureBytes &blobsKey() const { return m_blobsKey; }
    [[nodiscard]] QString folderOf(const BlobName &name) const;
    [[nodiscard]] Status makeFolderFor(const BlobName &name) const;
    [[nodiscard]] Status prepare() const;

    QString m_folder;
    SecureBytes m_blobsKey;
    SecureBytes m_nameKey;
};

} // namespace Chartline
