// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Chartline::Dicom {

// A DICOM attribute's tag: group in the upper 16 bits, element in the lower.
using Tag = quint32;

[[nodiscard]] constexpr quint16 groupOf(Tag tag)
{
    return static_cast<quint16>(tag >> 16);
}
[[nodiscard]] constexpr bool isPrivate(Tag tag)
{
    return (groupOf(tag) & 1) != 0;
}
// "(0008,0018)"
[[nodiscard]] inline QString tagText(Tag tag)
{
    return QStringLiteral("(%1,%2)").arg(tag >> 16, 4, 16, QLatin1Char('0')).arg(tag & 0xffff, 4, 16, QLatin1Char('0'));
}

// The attributes this program reads, by their keywords (PS3.6).
namespace Tags {

inline constexpr Tag fileMetaGroupLength = 0x00020000;
inline constexpr Tag mediaStorageSopClass = 0x00020002;
inline constexpr Tag mediaStorageSopInstance = 0x00020003;
inline constexpr Tag transferSyntax = 0x00020010;

inline constexpr Tag directoryRecordSequence = 0x00041220;
inline constexpr Tag referencedFileId = 0x00041500;

inline constexpr Tag specificCharacterSet = 0x00080005;
inline constexpr Tag sopClass = 0x00080016;
inline constexpr Tag sopInstance = 0x00080018;
inline constexpr Tag studyDate = 0x00080020;
inline constexpr Tag seriesDate = 0x00080021;
inline constexpr Tag acquisitionDate = 0x00080022;
inline constexpr Tag contentDate = 0x00080023;
inline constexpr Tag acquisitionDateTime = 0x0008002a;
inline constexpr Tag studyTime = 0x00080030;
inline constexpr Tag seriesTime = 0x00080031;
inline constexpr Tag contentTime = 0x00080033;
inline constexpr Tag accessionNumber = 0x00080050;
inline constexpr Tag modality = 0x00080060;
inline constexpr Tag manufacturer = 0x00080070;
inline constexpr Tag institutionName = 0x00080080;
inline constexpr Tag referringPhysician = 0x00080090;
inline constexpr Tag codeValue = 0x00080100;
inline constexpr Tag codingScheme = 0x00080102;
inline constexpr Tag codeMeaning = 0x00080104;
inline constexpr Tag codingSchemeUid = 0x0008010c;
inline constexpr Tag longCodeValue = 0x00080119;
inline constexpr Tag urnCodeValue = 0x00080120;
inline constexpr Tag timezoneOffset = 0x00080201;
inline constexpr Tag stationName = 0x00081010;
inline constexpr Tag studyDescription = 0x00081030;
inline constexpr Tag procedureCodeSequence = 0x00081032;
inline constexpr Tag seriesDescription = 0x0008103e;
inline constexpr Tag operatorsName = 0x00081070;
inline constexpr Tag modelName = 0x00081090;
inline constexpr Tag referencedStudySequence = 0x00081110;
inline constexpr Tag referencedPerformedStepSequence = 0x00081111;
inline constexpr Tag referencedPatientSequence = 0x00081120;
inline constexpr Tag referencedSopClass = 0x00081150;
inline constexpr Tag referencedSopInstance = 0x00081155;
inline constexpr Tag referencedFrameNumber = 0x00081160;
inline constexpr Tag referencedSopSequence = 0x00081199;
inline constexpr Tag anatomicRegionSequence = 0x00082218;

inline constexpr Tag patientName = 0x00100010;
inline constexpr Tag patientId = 0x00100020;
inline constexpr Tag issuerOfPatientId = 0x00100021;
inline constexpr Tag issuerQualifiersSequence = 0x00100024;
inline constexpr Tag patientBirthDate = 0x00100030;
inline constexpr Tag patientSex = 0x00100040;
inline constexpr Tag otherPatientIds = 0x00101000;
inline constexpr Tag otherPatientNames = 0x00101001;
inline constexpr Tag otherPatientIdsSequence = 0x00101002;
inline constexpr Tag patientBirthName = 0x00101005;
inline constexpr Tag patientAddress = 0x00101040;
inline constexpr Tag patientTelephone = 0x00102154;

inline constexpr Tag bodyPartExamined = 0x00180015;
inline constexpr Tag protocolName = 0x00181030;

inline constexpr Tag studyInstance = 0x0020000d;
inline constexpr Tag seriesInstance = 0x0020000e;
inline constexpr Tag studyId = 0x00200010;
inline constexpr Tag seriesNumber = 0x00200011;
inline constexpr Tag instanceNumber = 0x00200013;
inline constexpr Tag frameOfReference = 0x00200052;
inline constexpr Tag laterality = 0x00200060;
inline constexpr Tag imageLaterality = 0x00200062;
inline constexpr Tag numberOfStudySeries = 0x00201206;
inline constexpr Tag numberOfStudyInstances = 0x00201208;

inline constexpr Tag samplesPerPixel = 0x00280002;
inline constexpr Tag photometricInterpretation = 0x00280004;
inline constexpr Tag numberOfFrames = 0x00280008;
inline constexpr Tag rows = 0x00280010;
inline constexpr Tag columns = 0x00280011;
inline constexpr Tag bitsAllocated = 0x00280100;
inline constexpr Tag pixelDataProvider = 0x00287fe0;

inline constexpr Tag reasonForStudy = 0x00321030;
inline constexpr Tag requestedProcedureDescription = 0x00321060;

inline constexpr Tag universalEntityId = 0x00400032;
inline constexpr Tag universalEntityIdType = 0x00400033;
inline constexpr Tag measurementUnitsSequence = 0x004008ea;
inline constexpr Tag relationshipType = 0x0040a010;
inline constexpr Tag verifyingOrganization = 0x0040a027;
inline constexpr Tag verificationDateTime = 0x0040a030;
inline constexpr Tag valueType = 0x0040a040;
inline constexpr Tag conceptNameSequence = 0x0040a043;
inline constexpr Tag verifyingObserverSequence = 0x0040a073;
inline constexpr Tag authorObserverSequence = 0x0040a078;
inline constexpr Tag verifyingObserverName = 0x0040a075;
inline constexpr Tag contentItemDateTime = 0x0040a120;
inline constexpr Tag contentItemDate = 0x0040a121;
inline constexpr Tag contentItemTime = 0x0040a122;
inline constexpr Tag personName = 0x0040a123;
inline constexpr Tag contentItemUid = 0x0040a124;
inline constexpr Tag temporalRangeType = 0x0040a130;
inline constexpr Tag textValue = 0x0040a160;
inline constexpr Tag conceptCodeSequence = 0x0040a168;
inline constexpr Tag measuredValueSequence = 0x0040a300;
inline constexpr Tag numericValueQualifier = 0x0040a301;
inline constexpr Tag numericValue = 0x0040a30a;
inline constexpr Tag predecessorDocumentsSequence = 0x0040a360;
inline constexpr Tag referencedRequestSequence = 0x0040a370;
inline constexpr Tag otherEvidenceSequence = 0x0040a385;
inline constexpr Tag completionFlag = 0x0040a491;
inline constexpr Tag verificationFlag = 0x0040a493;
inline constexpr Tag preliminaryFlag = 0x0040a496;
inline constexpr Tag contentSequence = 0x0040a730;
inline constexpr Tag referencedContentItem = 0x0040db73;

inline constexpr Tag documentTitle = 0x00420010;
inline constexpr Tag encapsulatedDocument = 0x00420011;
inline constexpr Tag documentMimeType = 0x00420012;
inline constexpr Tag documentLength = 0x00420015;

inline constexpr Tag graphicData = 0x00700022;
inline constexpr Tag graphicType = 0x00700023;

inline constexpr Tag rtReferencedStudySequence = 0x30060012;

inline constexpr Tag extendedOffsets = 0x7fe00001;
inline constexpr Tag extendedLengths = 0x7fe00002;
inline constexpr Tag floatPixelData = 0x7fe00008;
inline constexpr Tag doublePixelData = 0x7fe00009;
inline constexpr Tag pixelData = 0x7fe00010;

inline constexpr Tag item = 0xfffee000;
inline constexpr Tag itemEnd = 0xfffee00d;
inline constexpr Tag sequenceEnd = 0xfffee0dd;

} // namespace Tags

} // namespace Chartline::Dicom
