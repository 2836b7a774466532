// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/Connector.h"

#include <functional>
#include <memory>

namespace Chartline {

// One file to import: a file on disk or inside an archive.
struct InputItem
{
    // What a person recognises: the path typed, with folders and archives walked: "export.zip/Patient/1.json".
    QString path;
    // The folder or archive whose files share ids: absolute path of the containing folder (the first ancestor that is
    // not named like a FHIR resource type, as exports are often split into Patient/, Observation/…), or of the archive.
    QString group;
    // Everything that was chosen together: the folder or archive a person named. Files whose ids are unique in the
    // world (DICOM) belong together by this, however they are spread over folders. Empty: as `group`.
    QString root;
    qint64 size = -1; // as far as known; what an archive claims may be false
    // Inside an archive: reading it counts against the archive's limits, in each pass.
    bool archived = false;
    // Opens the bytes for one pass; may be called more than once during the visit.
    std::function<Result<std::unique_ptr<ByteStream>>()> open;
};

struct WalkCallbacks
{
    // False stops the walk (cancelled).
    std::function<bool(InputItem &item)> file;
    std::function<void(const Refusal &refusal)> refuse;
};

// Finds the files in what a person chose: files, folders, archives. Usable from several threads at once. Deterministic:
// entries in name order (by code units). Symbolic links inside a folder are not followed out of it; special files are
// refused; nothing is written to disk.
class InputWalker
{
public:
    virtual ~InputWalker() = default;
    virtual void walk(const QStringList &paths, const WalkCallbacks &callbacks) const = 0;
};

} // namespace Chartline
