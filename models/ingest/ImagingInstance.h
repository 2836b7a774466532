// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/PartialDate.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace Chartline {

// What a DICOM instance says of its study and series (PS3.3 C.7.2, C.7.3): the same for every instance of a series, and
// kept once. Texts as the source wrote them, in Unicode.
struct ImagingHeader
{
    QString studyUid;
    QString studyId;
    QString accession;
    QString studyDescription;
    PartialDate studyStart; // Study Date and Time
    QString referrer;
    QStringList procedures; // meanings of the Procedure Code Sequence
    QString institution;
    QString seriesUid;
    QString seriesDescription;
    QString seriesNumber; // as written
    PartialDate seriesStart;
    QString modality; // (0008,0060)
    QString bodyPart;
    QString laterality;
    QString protocol;
    QString manufacturer;
    QString model;
    QString station;
    QString frameOfReference;
    QString operators; // names
    bool operator==(const ImagingHeader &) const = default;
};

// One DICOM instance: what the record needs to list it, order it and open it.
struct ImagingInstance
{
    ImagingHeader header;
    QString sopUid;
    QString sopClass;
    QString transferSyntax;
    int instanceNumber = 0;
    int frames = 0; // 0: no picture
    int rows = 0;
    int columns = 0;
    // What the drawing code needs to lay the series out before it reads a file; opaque here. Empty where there is no
    // picture, or none that can be read (then `unreadable` says why).
    QByteArray image;
    QString unreadable; // stable English key
    // UIDs of the instances this one is about (a presentation state, segmentation, key object, report…).
    QStringList refersTo;
    bool operator==(const ImagingInstance &) const = default;
};

} // namespace Chartline
