// SPDX-License-Identifier: Apache-2.0
#include "dicom/mapping/DicomCodes.h"
#include "dicom/mapping/Mappings.h"
#include "dicom/mapping/SopClasses.h"
#include "ingest/Sha256.h"

#include <algorithm>

namespace Chartline::Dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype s_longestUid = 64;

// A study or series without a usable UID must not be joined with any other: it gets one of its own (PS3.5 B.2), always
// the same for the same bytes.
QString standIn(const QByteArray &sha256)
{
    QString digits;
    QByteArray rest = sha256.first(16);
    while (std::ranges::any_of(rest, [](char c) { return c != '\0'; })) {
        unsigned remainder = 0;
        for (char &byte : rest) {
            const unsigned value = remainder * 256 + static_cast<unsigned char>(byte);
            byte = static_cast<char>(value / 10);
            remainder = value % 10;
        }
        digits.prepend(QChar(u'0' + remainder));
    }
    return u"2.25."_s + (digits.isEmpty() ? u"0"_s : digits);
}

// A UID as it may name things; with an issue where it is none by the book, and empty where it could not even be a name.
QString checkedUid(const QString &uid, const QString &keyword, QList<MappingIssue> &issues)
{
    if (uid.isEmpty() || isUid(uid))
        return uid;
    issues.append({keyword, u"invalid-uid"_s});
    const bool isPlain = std::ranges::all_of(uid, [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_');
    });
    return isPlain && uid.size() <= s_longestUid ? uid : QString();
}

// The same, for what has to have one: from the bytes given, or where there are none from `otherwise`.
QString uidOrStandIn(const QString &uid, const QByteArray &otherwise, const QString &keyword,
                     QList<MappingIssue> &issues)
{
    const QString checked = checkedUid(uid, keyword, issues);
    if (!checked.isEmpty())
        return checked;
    if (uid.isEmpty())
        issues.append({keyword, u"no-uid"_s});
    return standIn(uid.isEmpty() ? otherwise : Sha256::of(uid.toUtf8()));
}

void noteScan(const DicomScan &scan, const Dataset &dataset, QList<MappingIssue> &issues)
{
    for (const QString &note : scan.notes)
        issues.append({QString(), note});
    for (const QString &note : dataset.notes())
        issues.append({note == "character-set"_L1 ? u"SpecificCharacterSet"_s : QString(), note});
    for (const OmittedValue &value : scan.omitted)
        issues.append({tagText(value.tag), u"value-too-large"_s});
}

ImagingInstance instanceOf(const DicomScan &scan, const DicomReading &reading)
{
    const Dataset &dataset = reading.dataset;
    ImagingInstance instance;
    instance.sopClass = scan.sopClass;
    instance.transferSyntax = scan.transferSyntax;
    instance.instanceNumber = dataset.integer(Tags::instanceNumber).value_or(0);
    instance.frames = scan.frames;
    if (scan.hasPixels) {
        instance.rows = dataset.integer(Tags::rows).value_or(0);
        instance.columns = dataset.integer(Tags::columns).value_or(0);
    }
    instance.image = reading.image;
    instance.unreadable = scan.pixelProblem.isEmpty() ? reading.unreadable : scan.pixelProblem;
    instance.refersTo = referencedInstances(dataset, scan.sopClass);
    return instance;
}

// The clinical value a report or document is, and its place on the timeline.
void addContent(const MapContext &context, const ImagingHeader &header, QLatin1StringView type, MappedRecord &record)
{
    const auto add = [&record](auto value) {
        value.subject = record.subject;
        record.facts.append(value.toFact());
        record.values.emplace_back(std::move(value));
    };
    if (type == RecordTypes::report)
        add(mapReport(context, header));
    else if (type == RecordTypes::document)
        add(mapDocument(context, header));
}

} // namespace

void mapFile(const DicomScan &scan, const DicomReading &reading, MappedRecord &record)
{
    const Dataset &dataset = reading.dataset;
    const QLatin1StringView type = scan.isDicomDir ? RecordTypes::directory : recordType(scan.sopClass, scan.hasPixels);
    const MapContext context{scan, dataset, record.issues};
    noteScan(scan, dataset, record.issues);
    record.source.type = type;
    record.source.id = checkedUid(scan.sopInstance, u"SOPInstanceUID"_s, record.issues);
    if (type == RecordTypes::directory) {
        record.companions = listedFiles(context);
        return;
    }
    ImagingHeader header = mapHeader(context);
    // Hanging protocols, colour palettes and the like are about nobody.
    if (header.studyUid.isEmpty() && !hasPatient(dataset) && !scan.hasPixels)
        return;
    header.studyUid = uidOrStandIn(header.studyUid, record.source.sha256, u"StudyInstanceUID"_s, record.issues);
    header.seriesUid =
        uidOrStandIn(header.seriesUid, Sha256::of(header.studyUid.toLatin1()), u"SeriesInstanceUID"_s, record.issues);
    record.patient = mapPatient(context);
    record.subject.type = u"Patient"_s;
    record.subject.target = u"Patient/"_s + patientKey(dataset, header.studyUid);
    if (!record.patient->names.isEmpty())
        record.subject.display = record.patient->names.first().label();
    record.instance = instanceOf(scan, reading);
    for (const QString &remark : {record.instance->unreadable, reading.doubt}) {
        if (!remark.isEmpty())
            record.remarks.append(remark);
    }
    record.instance->sopUid = record.source.id;
    Clinical::ImagingStudy study = mapStudy(context, header);
    study.subject = record.subject;
    record.values.emplace_back(std::move(study));
    addContent(context, header, type, record);
    record.instance->header = std::move(header);
}

} // namespace Chartline::Dicom
