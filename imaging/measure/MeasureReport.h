// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/Measure.h"

#include <QDateTime>

namespace Chartline::Imaging {

// The image a measurement was made on; for a region in a volume the one nearest to it.
struct ReportImage
{
    QString study;
    QString series;
    QString sopClass;
    QString sopInstance;
    int frame = -1; // 0-based; -1: of an instance with one frame only
};

// One measurement as it is exported.
struct ReportedMeasurement
{
    Measurement measurement;
    QList<Figure> figures;
    QString frameOfReference; // of patient coordinates
    ReportImage image;
    QString tracking; // Tracking Identifier: the finding's name, else the measurement's own
    QString trackingUid; // the same in every study the finding was measured in
    QString observationUid; // of this measurement
    QDateTime when;
    bool lymphNode = false;
};

// A set of measurements of one study. Dates as DICOM DA and TM, a name as DICOM PN ("SMITH^Jonathan"), as the images
// have them, so that the report lands among them.
struct MeasureReport
{
    QString patientName;
    QString patientId;
    QString patientBirthDate;
    QString patientSex;
    QString studyUid;
    QString studyId;
    QString studyDate;
    QString studyTime;
    QString studyDescription;
    QString accession;
    QString referrer;
    QString seriesUid; // of the new series and instance
    QString sopInstanceUid;
    QString seriesDescription;
    QString author; // PN, or plain text
    QString softwareVersion;
    QDateTime when;
    QList<ReportedMeasurement> measurements;
};

// A Measurement Report (PS3.16 TID 1500) as a Part 10 file, Explicit VR Little Endian, texts in UTF-8: for each
// measurement a group of TID 1410 (regions) or TID 1501 (all others) with its tracking identifier and UID, its numbers
// (TID 300, TID 1419; UCUM units) and its points: SCOORD3D in patient coordinates with the frame of reference
// (Comprehensive 3D SR), SCOORD on the image in picture coordinates (Comprehensive SR, where there are no others). A
// DICOM picture counts from the corner of the first pixel: half a pixel is added. An angle's three points and a Cobb
// angle's two lines are a polyline each.
//
// Corrupt for unsound points or missing UIDs, Internal where DCMTK does not take something.
[[nodiscard]] Expected<QByteArray> writeReport(const MeasureReport &report);

} // namespace Chartline::Imaging
