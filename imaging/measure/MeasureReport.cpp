// SPDX-License-Identifier: Apache-2.0
#include "measure/MeasureReport.h"

#include "measure/MeasureGeometry.h"
#include "measure/ReportCodes.h"
#include "measure/ReportTree.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcostrmb.h>
#include <dcmtk/dcmsr/dsrdoc.h>

#include <algorithm>

namespace Chartline::Imaging {

namespace {

constexpr qint64 s_mostBytes = 64 * 1024 * 1024;
constexpr qint64 s_metaBytes = 64 * 1024; // preamble and file meta information, by far

OFString utf8(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return {bytes.constData(), std::size_t(bytes.size())};
}

bool isSoundReport(const MeasureReport &report)
{
    if (report.studyUid.isEmpty() || report.seriesUid.isEmpty() || report.sopInstanceUid.isEmpty()
        || report.measurements.isEmpty())
        return false;
    return std::ranges::all_of(report.measurements, [](const ReportedMeasurement &m) {
        const bool patient = m.measurement.space == MeasureSpace::Patient;
        return isSound(m.measurement) && !m.image.sopClass.isEmpty() && !m.image.sopInstance.isEmpty()
               && !m.image.series.isEmpty() && !m.image.study.isEmpty() && !(patient && m.frameOfReference.isEmpty())
               && !m.trackingUid.isEmpty();
    });
}

// The modules of patient, study and series. Values of the images that are not quite as the standard has them are kept:
// they have to be the same as in the images.
OFCondition describeStudy(DSRDocument &document, const MeasureReport &report)
{
    OFCondition result = document.createNewSeriesInStudy(utf8(report.studyUid), OFFalse);
    const auto set = [&](OFCondition (DSRDocument::*setter)(const OFString &, const OFBool), const QString &value) {
        if (result.good() && !value.isEmpty())
            result = (document.*setter)(utf8(value), OFFalse);
    };
    if (result.good())
        result = document.setSpecificCharacterSetType(DSRTypes::CS_UTF8);
    set(&DSRDocument::setPatientName, report.patientName);
    set(&DSRDocument::setPatientID, report.patientId);
    set(&DSRDocument::setPatientBirthDate, report.patientBirthDate);
    set(&DSRDocument::setPatientSex, report.patientSex);
    set(&DSRDocument::setStudyID, report.studyId);
    set(&DSRDocument::setStudyDate, report.studyDate);
    set(&DSRDocument::setStudyTime, report.studyTime);
    set(&DSRDocument::setStudyDescription, report.studyDescription);
    set(&DSRDocument::setAccessionNumber, report.accession);
    set(&DSRDocument::setReferringPhysicianName, report.referrer);
    set(&DSRDocument::setSeriesDescription, report.seriesDescription);
    set(&DSRDocument::setManufacturer, QStringLiteral("Chartline"));
    set(&DSRDocument::setManufacturerModelName, QStringLiteral("Chartline"));
    set(&DSRDocument::setDeviceSerialNumber, QStringLiteral("1"));
    set(&DSRDocument::setSoftwareVersions, report.softwareVersion);
    const QString date = report.when.toString(QStringLiteral("yyyyMMdd"));
    const QString time = report.when.toString(QStringLiteral("HHmmss"));
    set(&DSRDocument::setSeriesDate, date);
    set(&DSRDocument::setSeriesTime, time);
    set(&DSRDocument::setContentDate, date);
    set(&DSRDocument::setContentTime, time);
    return result;
}

OFCondition nameOwnScheme(DSRCodingSchemeIdentificationList &schemes)
{
    OFCondition result = schemes.addItem(ReportCodes::ownScheme);
    if (result.good())
        result = schemes.setCodingSchemeName("Chartline");
    if (result.good())
        result = schemes.setCodingSchemeResponsibleOrganization("Chartline");
    return result;
}

OFCondition addEvidence(DSRDocument &document, const MeasureReport &report)
{
    OFCondition result = EC_Normal;
    for (const ReportedMeasurement &reported : report.measurements) {
        const ReportImage &image = reported.image;
        if (result.good())
            result = document.getCurrentRequestedProcedureEvidence().addItem(
                utf8(image.study), utf8(image.series), utf8(image.sopClass), utf8(image.sopInstance), OFFalse);
    }
    return result;
}

Expected<QByteArray> toBytes(DcmFileFormat &file)
{
    const qint64 size = qint64(file.calcElementLength(EXS_LittleEndianExplicit, EET_ExplicitLength)) + s_metaBytes;
    if (size > s_mostBytes)
        return failure(FailureCode::TooLarge, QStringLiteral("report"));
    QByteArray bytes(size, '\0');
    DcmOutputBufferStream stream(bytes.data(), offile_off_t(bytes.size()));
    file.transferInit();
    const OFCondition written = file.write(stream, EXS_LittleEndianExplicit, EET_ExplicitLength, nullptr);
    file.transferEnd();
    if (written.bad())
        return failure(FailureCode::Internal, QString::fromLatin1(written.text()));
    void *buffer = nullptr;
    offile_off_t length = 0;
    stream.flushBuffer(buffer, length);
    bytes.truncate(qsizetype(length));
    return bytes;
}

} // namespace

Expected<QByteArray> writeReport(const MeasureReport &report)
{
    if (!isSoundReport(report))
        return failure(FailureCode::Corrupt, QStringLiteral("measurements for a report"));
    const bool patient = std::ranges::any_of(
        report.measurements, [](const ReportedMeasurement &m) { return m.measurement.space == MeasureSpace::Patient; });
    DSRDocument document(patient ? DSRTypes::DT_Comprehensive3DSR : DSRTypes::DT_ComprehensiveSR);
    OFCondition result = describeStudy(document, report);
    if (result.good())
        result = nameOwnScheme(document.getCodingSchemeIdentification());
    if (const QString refused = ReportTree(document.getTree()).write(report); !refused.isEmpty())
        return failure(FailureCode::Internal, refused);
    if (result.good())
        result = addEvidence(document, report);
    if (result.good())
        result = document.completeDocument();
    DcmFileFormat file;
    DcmDataset &data = *file.getDataset();
    if (result.good())
        result = document.write(data);
    // Names of our own instead of the ones DCMTK makes.
    if (result.good())
        result = data.putAndInsertOFStringArray(DCM_SOPInstanceUID, utf8(report.sopInstanceUid));
    if (result.good())
        result = data.putAndInsertOFStringArray(DCM_SeriesInstanceUID, utf8(report.seriesUid));
    if (result.bad())
        return failure(FailureCode::Internal, QString::fromLatin1(result.text()));
    return toBytes(file);
}

} // namespace Chartline::Imaging
