// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/ImagingStudy.h"
#include "store/FactStore.h"
#include "store/StudyStore.h"

namespace Chartline {

// A study as one source tells it of one person, put together from its instances.
struct ProjectedStudy
{
    PersonId person;
    IdentityId identity;
    RecordId first; // the first of its records: the fact's row is FactId::projected(first)
    int instances = 0;
    Clinical::ImagingStudy study;
};

// Pure: the parts of one study in one source, in order of their first record; one result for each
// identity the source holds instances of (two identities of one person stay apart here, and are one fact by its UID).
[[nodiscard]] QList<ProjectedStudy> projectStudy(const QList<StudyStore::Part> &parts);

// Writes the timeline rows of a study anew: one for each identity. Writer, within a
// transaction.
[[nodiscard]] Status writeStudy(StudyStore &studies, FactStore &facts, SourceId source, const QString &studyUid);

} // namespace Chartline
