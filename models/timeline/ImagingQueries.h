// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/ImagingInstance.h"
#include "store/Connection.h"
#include "timeline/PersonRecord.h"

namespace Chartline {

// One instance of a series, as the vault keeps it.
struct InstanceInfo
{
    RecordId record;
    SourceId source;
    QString sopUid;
    QString sopClass;
    QString transferSyntax;
    int number = 0; // Instance Number
    int frames = 0; // 0: no picture
    int rows = 0;
    int columns = 0;
    QByteArray image; // ImagingInstance::image; only where asked for
    QString unreadable;
    QStringList refersTo;
};

// A series, told by one source or several: an instance several sources sent is in it once (the first received).
struct SeriesInfo
{
    ImagingHeader header; // as its first instance says
    QList<InstanceInfo> instances; // by Instance Number, then as received
    int pictures = 0; // instances with pixels
    int copies = 0; // instances left out as the same one came from another source
};

struct StudyInfo
{
    QString uid;
    FactId fact; // its row of the timeline
    PersonId person;
    QString description;
    PartialDate start;
    QStringList modalities; // sorted, none twice
    QStringList bodyParts;
    QStringList institutions;
    QString accession;
    QString referrer;
    QList<SourceInfo> sources;
    QList<SeriesInfo> series; // by Series Number
    int instances = 0;
};

namespace ImagingQueries {

// A person's studies with their series, newest first, undated last; without what is needed to draw them.
[[nodiscard]] Result<QList<StudyInfo>> studies(Connection &db, PersonId person);
// One series with everything needed to draw it. NotFound. Of the person; of whoever has it where `person` is null
// (ConstraintViolated where two people have it).
[[nodiscard]] Result<SeriesInfo> series(Connection &db, const QString &seriesUid, PersonId person = {});

} // namespace ImagingQueries

} // namespace Chartline
